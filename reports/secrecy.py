"""Notice the stamp of a secret document, before anything of it is read."""

from __future__ import annotations

import re

from reports.folding import fold

# Levels of secrecy of the Law on protecting state secrets (2018): mật, tối mật, tuyệt mật.
_STAMP_LINE = re.compile(
    r"""
    ^[\W_]*                                   # brackets, stars, bullets around a stamp
    (?:do\ (?:khan\ )?mat[\W_]*)?             # "Độ mật:"
    (?:t\ ?u\ ?y\ ?e\ ?t|t\ ?o\ ?i)?[\W_]*    # "TUYỆT", "TỐI", also spaced
    m\ ?a\ ?t[\W_]*$                          # "MẬT", also spaced
    """,
    re.VERBOSE | re.MULTILINE,
)
_LEVEL_IN_CAPITALS = re.compile(r"\b(?:TUYỆT|TỐI)\s+MẬT\b")


def is_secret(text: str) -> bool:
    """Tell whether a text bears a stamp of secrecy; the word "bảo mật" is none.

    >>> is_secret("TỐI MẬT\\nKết luận …"), is_secret("Công tác bảo mật thông tin")
    (True, False)
    """
    return bool(_STAMP_LINE.search(fold(text)) or _LEVEL_IN_CAPITALS.search(text))
