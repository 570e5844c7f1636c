"""Notice the stamp of a secret document, before anything of it is read."""

from __future__ import annotations

import re
import unicodedata

from .encodings import decode

# Levels of the Law on protecting state secrets (2018): mật, tối mật, tuyệt mật. Letters may be spaced out.
_STAMP_LINE = re.compile(
    r"""
    ^[\W_]*                                          # brackets, stars, bullets around a stamp
    (?:Đ[Ộộ]\s+(?:KHẨN\s+)?M[Ậậ]T[\W_]*)?            # "Độ mật:"
    (?:T[ ]?U[ ]?Y[ ]?[ỆE][ ]?T[ ]*|T[ ]?[ỐO][ ]?I[ ]*)?
    (?:M[ ]?Ậ[ ]?T|(?-i:M[ ]?A[ ]?T))                # without accents only in capitals: "mat" is many words
    [\W_]*$
    """,
    re.VERBOSE | re.MULTILINE | re.IGNORECASE,
)
_LEVEL_IN_CAPITALS = re.compile(r"\b(?:TUYỆT|TỐI|TUYET|TOI)\s+M[ẬA]T\b")


def is_secret(text: str) -> bool:
    r"""Tell whether a text bears a stamp of secrecy; the word "bảo mật" is none.

    >>> is_secret("TỐI MẬT\nKết luận …"), is_secret("Công tác bảo mật thông tin")
    (True, False)
    """
    composed = unicodedata.normalize("NFC", text)
    decoded, places = decode(text)
    versions = (composed,) if places is None else (composed, decoded)
    return any(_STAMP_LINE.search(version) or _LEVEL_IN_CAPITALS.search(version) for version in versions)
