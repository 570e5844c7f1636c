"""Which one of those that were shown is meant: "việc thứ 2", "cái đầu tiên", "mục số 3", "cái cuối"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from storage.itemkeys import Kind

LAST = -1
_KINDS = {
    **dict.fromkeys(("viec", "nhiem vu", "cong viec", "dau viec"), Kind.TASK),
    "chi tieu": Kind.TARGET,
    **dict.fromkeys(("han che", "ton tai"), Kind.LIMITATION),
    "nguyen nhan": Kind.CAUSE,
}
"""What a noun says that is chosen from."""
_NOUNS = (
    "viec|nhiem vu|cong viec|dau viec|chi tieu|han che|ton tai|nguyen nhan|cai|muc|dieu|y|y kien|noi dung"
    "|bao cao|cuoc hop|hoi nghi|nguoi|ong|ba|dong chi|du an|don vi|dong"
)
_NUMBERS = {
    **dict(
        zip(
            ("nhat", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi"), range(1, 11), strict=True
        )
    ),
    "mot": 1,
    "bon": 4,
    "dau tien": 1,
    "dau": 1,
    "tren cung": 1,
    "cuoi cung": LAST,
    "cuoi": LAST,
    "duoi cung": LAST,
}
_WHICH = re.compile(
    rf"^(?:(?:con|the|vay|va|xem|mo|cho xem|chi tiet) )?(?:cua )?(?:(?P<noun>{_NOUNS}) )?"
    rf"(?:(?:thu|(?P<by_number>stt|(?<!bao cao )(?<!cuoc hop )so))"
    r" (?P<ordinal>nhat|hai|ba|bon|tu|nam|sau|bay|tam|chin|muoi|\d{1,2})"
    r"|(?P<edge>dau tien|tren cung|cuoi cung|duoi cung|dau|cuoi))\b(?! (?:nam|quy|thang|tuan|khoa|\d)\b)"
)


@dataclass(frozen=True, slots=True)
class Selected:
    """Which one is meant, from 1 (LAST for the last), what is asked of it, and what it was called."""

    number: int
    rest: str
    kind: Kind | None = None


def selected(plain: str) -> Selected | None:
    """Read which one a question, folded, is about; None where it is about none of a list.

    >>> selected("viec thu 2 ai lam"), selected("cai dau tien"), selected("thu hai hop gi")
    (Selected(number=2, rest='ai lam', kind=<Kind.TASK: 5>), Selected(number=1, rest='', kind=None), None)
    """
    match = _WHICH.match(plain)
    if match is None or not (match["noun"] or match["by_number"]):
        return None  # a day of the week
    said = match["ordinal"] or match["edge"]
    number = int(said) if said.isdecimal() else _NUMBERS[said]
    kind = _KINDS.get(match["noun"] or "")
    return Selected(number, plain[match.end() :].strip(), kind) if number else None
