"""Quote what somebody said, where no item tells it, or only that they were there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from handlers.asking.asked import Understood
from handlers.asking.evidence import Answer, Evidence
from handlers.asking.looking import Looked, look
from handlers.asking.reading import Intent, Reading
from handlers.asking.telling import lists_who_came
from handlers.asking.text import Document
from handlers.context import Context
from reports.folding import fold
from reports.model import Person, Span
from storage import items
from storage.items import Found
from storage.reports import Listed

SPOKEN = 3
"""Sentences that are quoted."""
LONGEST = 400
"""Letters of what somebody said in one go."""
_FULL_NAME = 2
_TITLE = (
    r"(?:ông|bà|anh|chị|cô|chú|bác|thầy|bạn|em|đồng chí|đ/c|bs\.?|bác sĩ|ts\.?"
    r"|(?:thiếu|trung|thượng|đại) (?:úy|tá))"
)
_NAME = re.compile(rf"\b(?i:{_TITLE}) ((?:[^\W\d_a-z][^\W\d_]*[ ,]?){{2,4}})")
_SAYS = re.compile(
    rf"^\W*(?P<who>(?:(?i:{_TITLE}) )?[^:;.()]{{2,80}}?)(?: ?\([^)]*\))?\s?"
    r"(?::|(?:cũng |đã |có )?(?:phát biểu|cho biết|cho rằng|nhấn mạnh|đề nghị|kiến nghị|đề xuất|phản ánh"
    r"|lưu ý|yêu cầu|nêu|góp ý|giải trình|trả lời|cam kết|hứa|nói|kết luận|đánh giá|báo cáo)\b)",
    re.IGNORECASE,
)
"""How a sentence begins in which somebody speaks."""


async def spoken(context: Context, asked: Understood, answer: Answer) -> Answer | None:
    """Find what the person said whom an answer only names; None where nobody asks that, or it tells it."""
    reading = asked.readings[0]
    if reading.intent is not Intent.SAID or answer.found.total > SPOKEN:
        return None
    looked = await look(context, asked)
    shown = await items.load(context.session, answer.found.places)
    people = [item for _, _, item in shown if isinstance(item, Person)]
    if looked is None or any(person.said for person in people) or _speaks(answer, fold(asked.words)):
        return None
    numbers = {place.report for place in answer.found.places}
    numbers |= {line.id for line, _ in answer.sentences.sentences} if answer.sentences else set()
    names = [person.name.text for person in people] or list(_named(answer))
    told = [
        (looked.lines[at], text)
        for at, document in enumerate(looked.documents)
        if looked.number(at) in numbers
        for text in _said_by(document, names)
    ]
    return _answer(reading, looked, told)


def _answer(reading: Reading, looked: Looked, told: Sequence[tuple[Listed, str]]) -> Answer | None:
    if not told:
        return None
    evidence = Evidence(tuple(told[:SPOKEN]), (), looked.terms, 1.0, tells=True)
    return Answer(replace(reading, unseen=()), Found(0, ()), evidence)


_ASKS_FOR = re.compile(r"\b(?:de nghi|kien nghi|de xuat|xin)\b")


def _speaks(answer: Answer, question: str) -> bool:
    """Tell whether a sentence of an answer says what somebody said, not only who was there.

    Where it is asked what they asked for, it says that.
    """
    quoted = answer.sentences.sentences if answer.sentences and not answer.found.total else ()
    spoken_of = [text for _, text in quoted if _SAYS.search(text) and not lists_who_came(text)]
    asks = _ASKS_FOR.search(question)
    return any(not asks or _ASKS_FOR.search(fold(text)) for text in spoken_of)


def _named(answer: Answer) -> Iterator[str]:
    """Yield the name in the first line of an answer."""
    quoted = answer.sentences.sentences if answer.sentences else ()
    for _, text in quoted[:1]:
        if match := _NAME.search(text):
            yield match[1].strip(" ,")


def _said_by(document: Document, names: Sequence[str]) -> Iterator[str]:
    for sentence, _, _ in document.sentences:
        speaker = _SAYS.search(sentence.text)
        if speaker and any(_is_called(speaker["who"], name) for name in names):
            yield _to_the_end(document, sentence)


def _is_called(who: str, name: str) -> bool:
    """Tell whether a speaker is somebody: by the whole name, or by the last of it behind a title.

    >>> _is_called("Ông Sơn", "Mạc Thanh Sơn"), _is_called("Tổ trưởng Sơn Nam", "Mạc Thanh Sơn")
    (True, False)
    """
    if fold(name) in fold(who) and len(name.split()) >= _FULL_NAME:
        return True
    called = re.sub(rf"^{_TITLE} ", "", who.strip(), flags=re.IGNORECASE)
    return called != who.strip() and fold(f" {name}").endswith(fold(f" {called}"))


def _to_the_end(document: Document, sentence: Span) -> str:
    """Give what is said with the sentences of its paragraph behind it."""
    told, last = sentence.text, sentence
    while (behind := document.next_to(last)) and len(told) + len(behind.text) < LONGEST:
        told, last = f"{told} {behind.text}", behind
    return told
