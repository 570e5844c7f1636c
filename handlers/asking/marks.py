"""Words that a sentence has to have where a question asks what is most, foreseen, or finished."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from handlers.asking import words
from handlers.asking.asked import Understood
from reports.folding import fold

_MOST = (
    ("nhieu cao lon dong manh highest most largest biggest", "nhiều cao lớn đông mạnh"),
    ("it thap nho lowest least smallest fewest", "ít thấp nhỏ"),
    ("cham kem yeu tre worst slowest", "chậm kém yếu thấp trễ"),
    ("nhanh tot gioi som best fastest", "nhanh tốt giỏi sớm cao"),
)
"""What a question says is most, and what reports may say of the same."""
_BEFORE = 4
"""Words before "nhất" of which one says what is most: "nợ nhiều thuế nhất"."""
_FORESEEN = re.compile(
    r"dự báo|dự kiến|dự ước|ước (?:cả năm|thực hiện|đạt|thu)|khả năng|phấn đấu|du bao|du kien"
)

_FINISHED = re.compile(
    r"đã (?:\w+ ){0,3}(?:xong|hoàn thành|khắc phục|bàn giao|xử lý|sửa)|hoàn thành (?:xong|vào|ngày)|xong ngày"
    r"|được (?:xử lý|khắc phục|sửa|bàn giao) (?:xong|\d)"
    r"|(?:chưa|không) (?:\w+ )?(?:xong|hoàn thành|thực hiện|triển khai|áp dụng|lắp|sửa)"
    r"|đang (?:triển khai|thực hiện|thi công|sửa)",
    re.IGNORECASE,
)


def mark_of(asked: Understood) -> re.Pattern[str] | None:
    """Give what sentences have to say that tell what is most, foreseen or finished; None for others."""
    lacking = asked.readings[0].lacking
    if lacking == words.FORECAST:
        return _FORESEEN
    if lacking == words.FINISHED and not asked.names_kind:
        return _FINISHED
    if lacking != words.JUDGED:
        return None
    said = set(_said(fold(asked.words).split()))
    alike = [written for asking, written in _MOST if not said.isdisjoint(asking.split())]
    if not alike:
        return None
    ways = "|".join(rf"{word}(?: \w+){{0,2}} nhất" for written in alike for word in written.split())
    return re.compile(ways, re.IGNORECASE)


def _said(plain: Sequence[str]) -> Iterator[str]:
    """Yield the words that may say what is most."""
    for at, word in enumerate(plain):
        if word == "nhat":
            yield from plain[max(0, at - _BEFORE) : at]
        elif word.endswith(("est", "ost")):
            yield word
