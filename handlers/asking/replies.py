"""Take what somebody asks for together with what is answered: "Anh Kha xin thêm máy. Giám đốc đồng ý"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reports.model import Span

_ASKS = re.compile(
    r"\b(?:đề nghị|kiến nghị|đề xuất|xin|hỏi|chất vấn|phản ánh|thắc mắc|góp ý|nguyện vọng)\b|\?\W*$",
    re.IGNORECASE,
)
_QUESTIONS = re.compile(r"\b(?:hỏi|chất vấn|thắc mắc)\b|\?\W*$", re.IGNORECASE)
_SOMEBODY = (
    r"(?:đồng chí|đ/c|ông|bà|anh|chị|thầy|cô|bác sĩ|bs|[a-zà-ỹ]+ tá|đại diện|lãnh đạo|hội nghị|thường trực"
    r"|(?:phó )?(?:giám đốc|chủ tịch|chủ tọa|chủ trì|bí thư|hiệu trưởng|trưởng)|ban|ubnd|hđnd|công ty)\b"
)
_ANSWERS = (
    r"(?:trả lời|(?:không |chưa )?(?:đồng ý|chấp thuận|nhất trí)|tiếp thu|ghi nhận|giải trình|giải thích|hứa"
    r"|cam kết|nhận trách nhiệm)\b"
)
_REPLY = re.compile(rf"\W*(?:{_SOMEBODY}[^.;:?]{{0,90}}?[\s,]+)?(?:đã |cũng |xin )?{_ANSWERS}", re.IGNORECASE)
_REPLIES = re.compile(
    rf"\W*(?:{_SOMEBODY}[^.;:?]{{0,90}}?[\s,]+)?(?:đã |xin )?(?:trả lời|giải trình)\b", re.IGNORECASE
)
LONGEST = 700
"""Letters of both together."""


def exchanges(source: str, sentences: Iterable[Span]) -> Iterator[Span]:
    """Yield sentences, a reply as one with what it answers.

    The reply stands behind it in the paragraph; that to a question also in the next line.
    """
    before: Span | None = None
    for sentence in sentences:
        if before and _answers(source, before, sentence):
            before = Span.cut(source, before.start, sentence.end)
            continue
        if before:
            yield before
        before = sentence
    if before:
        yield before


def _answers(source: str, before: Span, sentence: Span) -> bool:
    """Tell whether a sentence answers what the one before it asks for."""
    if sentence.end - before.start > LONGEST:
        return False
    lines = source.count("\n", before.end, sentence.start)
    if lines == 0:
        return bool(_ASKS.search(before.text) and _REPLY.match(sentence.text))
    return lines == 1 and bool(_QUESTIONS.search(before.text) and _REPLIES.match(sentence.text))
