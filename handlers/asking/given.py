"""What somebody has to do of whom only the given name, or what they are, was said: "anh Cảnh bên Đoàn"."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from handlers.asking.asked import Understood
from handlers.asking.evidence import Answer, Evidence
from handlers.asking.reading import Reading
from handlers.context import Context
from reports import sentences_of
from reports.folding import fingerprint, fold
from reports.model import Person
from storage import items, search
from storage.db import Session
from storage.itemkeys import Kind
from storage.items import Found
from storage.reports import Listed

MOST_PEOPLE = 20
"""People that are looked through for one name."""
SENTENCES = 4
LEAST = 5
"""Words behind a name that say more than who somebody is."""
_TITLE = r"(?:ong|ba|anh|chi|co|chu|bac|thay|em|ban|dong chi|d/c|bs\.?|bac si|ths\.?|ts\.?)"
_SPEAKS = re.compile(
    r"[^.;]{0,70}?\b(?:đề nghị|kiến nghị|đề xuất|nêu|cho biết|cho rằng|phát biểu|báo cáo|hỏi|phản ánh|nói|bảo"
    r"|ý kiến|góp ý|trả lời|giải trình|thông báo|nhắc|chủ trì|than|kêu|lo ngại|băn khoăn|đánh giá|xin)\b",
    re.IGNORECASE,
)
"""What is said, and nothing that is to be done."""


async def undescribed(session: Session, reading: Reading) -> Reading:
    """Leave out a topic that says who somebody is whose tasks are asked for: "bên Đoàn" of "anh Tùng"."""
    if not reading.person or reading.kinds != (Kind.TASK,) or not reading.topic:
        return reading
    told = [fold(person.position.text) for _, person in await _people(session, reading) if person.position]
    if told and all(any(f" {topic} " in f" {text} " for text in told) for topic in reading.topic):
        return replace(reading, topic=(), typed=())
    return reading


async def given_to(context: Context, asked: Understood) -> Answer | None:
    """Find the sentences that begin with somebody's name, and tell what they do or have to."""
    reading = await undescribed(context.session, asked.readings[0])
    other = reading.topic or reading.flags or reading.due or reading.periods or reading.body or reading.unit
    if not reading.person or reading.kinds != (Kind.TASK,) or other:
        return None
    people = await _people(context.session, reading)
    if len({fingerprint(person.name.text) for _, person in people}) != 1:
        return None
    numbers = list(dict.fromkeys(number for number, _ in people))
    name = fold(people[0][1].name.text)
    loaded = await search.with_sources(context.session, numbers)
    told = await asyncio.to_thread(_told, loaded, name)
    return Answer(reading, Found(0, ()), Evidence(told, (), (), tells=True)) if told else None


def _told(loaded: Iterable[tuple[Listed, str]], name: str) -> tuple[tuple[Listed, str], ...]:
    """Give the first sentences that tell what somebody does, each with its report."""
    found = ((line, sentence) for line, source in loaded for sentence in _done_by(source, name))
    return tuple(islice(found, SENTENCES))


async def _people(session: Session, reading: Reading) -> Sequence[tuple[int, Person]]:
    """Find who is called so, by the given name or in full, each with the report that names them."""
    found = await items.find(session, f'keys : kperson AND words : "{reading.person}"', MOST_PEOPLE)
    shown = await items.load(session, found.places)
    return [
        (meeting.id, item)
        for meeting, _, item in shown
        if isinstance(item, Person) and f" {fingerprint(item.name.text)}".endswith(f" {reading.person}")
    ]


def _done_by(source: str, name: str) -> Iterator[str]:
    """Yield the sentences of a report that tell what somebody does, not what they say."""
    given = name.rsplit(maxsplit=1)[-1]
    begins = re.compile(rf"\W*(?:{_TITLE} )?(?:{re.escape(name)}|(?<=[a-z] ){re.escape(given)})\b")
    for sentence in sentences_of(source):
        plain = fold(sentence.text)
        match = begins.match(plain)
        if (
            match
            and len(plain[match.end() :].split()) >= LEAST
            and not _SPEAKS.match(sentence.text, match.end())
        ):
            yield sentence.text
