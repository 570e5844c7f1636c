"""The words with which names of bodies and units begin, and the long names of bodies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from handlers.asking import forms
from handlers.asking.reading import Intent, Reading
from handlers.asking.tokens import Token
from reports.folding import fingerprint, fold
from reports.lexicon import phrases
from reports.shortforms import expand
from storage import items
from storage.db import Session
from storage.itemkeys import Kind

LONG_NAME = 7
"""Words of a name that nobody says by chance."""
MOST_OF_NAME = 20
"""Meetings that are looked at for the rest of a body's name."""
_PLACES = (
    "xã, phường, thị trấn, huyện, quận, tỉnh, thành phố, thị xã, thôn, ấp, khu phố, phòng, công ty, trường, "
    "xí nghiệp, trung tâm, trạm, chi bộ, đảng bộ, khối, tổ, khoa, bộ phận, bệnh viện, đội, các"
)
_LISTED = frozenset({Kind.TASK, Kind.TARGET, Kind.LIMITATION, Kind.CAUSE})
"""What is listed of whoever was named."""
_LEVELS = {"xa": "xã", "phuong": "phường", "tinh": "tỉnh", "huyen": "huyện", "thi tran": "thị trấn"}
"""Whose a report may be, without a name: "thu ngân sách xã"."""
WITHIN = (
    *("tinh", "thanh pho", "huyen", "quan", "thi xa", "thi tran", "phuong", "xa", "dac khu"),
    *("tinh uy", "thanh uy", "huyen uy", "thi uy"),
)
"""What stands before a place's name in a body's."""
ONE_WORD = frozenset(name for name in WITHIN if " " not in name)


@cache
def heads() -> frozenset[str]:
    """Give the words with which names of bodies and units begin, folded and in full."""
    given = (*phrases("bodies"), *_PLACES.split(", "))
    return frozenset(" ".join(expand(fold(head).split(), forms.short_forms())) for head in given)


async def with_long_names(session: Session, tokens: Sequence[Token]) -> list[Token]:
    """Mark the words of a body's long name, which may have those of a question in it: "… thực hiện các …"."""
    marked = list(tokens)
    plain = [token.word for token in tokens]
    at = 0
    while at + LONG_NAME <= len(plain):
        end = at + 1
        if begins_with_head(plain[at:]):
            end = await _end_of_name(session, plain, at)
            marked[at:end] = [replace(token, named=end - at >= LONG_NAME) for token in tokens[at:end]]
        at = end
    return marked


async def _end_of_name(session: Session, plain: Sequence[str], start: int) -> int:
    """Find where the longest name of a body that begins at a word ends; right behind it where it is short."""
    end, size = start + 1, LONG_NAME
    while start + size <= len(plain) and await items.is_named(
        session, "body", " ".join(plain[start : start + size])
    ):
        end, size = start + size, size + 1
    return end


async def of_place(session: Session, reading: Reading, *, alone: bool = False) -> Reading | None:
    """Take the one topic that is a place's name for whose items are asked for: "thu ngân sách Tân Mỹ".

    None where there is no such topic; `alone` also where nothing else was said ("còn Tân Mỹ?"). Where bodies
    are compared there may be several.
    """
    compares = reading.intent is Intent.COMPARE
    said_alone = len(reading.given()) == 1 == len(reading.topic)
    if (reading.body and not compares) or reading.person or (said_alone and not alone):
        return None
    there = [topic for topic in reading.topic if await _is_place(session, topic, reading.typed)]
    if not there and len(reading.topic) == 1 and reading.kinds and _LISTED.issuperset(reading.kinds):
        there = [topic for topic in reading.topic if await _ends_name(session, topic)]
    if not there or (len(there) > 1 and not compares):
        return None
    topics = tuple(topic for topic in reading.topic if topic not in there)
    typed = tuple(some for some in reading.typed if fold(some) not in there)
    body, *others = [reading.body, *there] if reading.body else there
    return replace(reading, body=body, others=(*reading.others, *others), topic=topics, typed=typed)


async def whole_bodies(session: Session, reading: Reading, tokens: Sequence[Token]) -> Reading:
    """Take the topics right behind bodies for the ends of their names: "ban quản lý dự án Long Tuyền"."""
    plain = " ".join(token.word for token in tokens)
    named = []
    for body in filter(None, (reading.body, *reading.others)):
        end = next((topic for topic in reading.topic if f" {body} {topic}" in f" {plain}"), "")
        name = await _whole(session, body, end) if end else ""
        named.append(name or body)
        if name:
            topics = tuple(topic for topic in reading.topic if topic != end)
            typed = tuple(topic for topic in reading.typed if fold(topic) in topics)
            reading = replace(reading, topic=topics, typed=typed)
    first, *others = named or [""]
    return replace(reading, body=first, others=tuple(others))


async def _whole(session: Session, body: str, end: str) -> str:
    """Give the one name of a body that begins and ends so; "" where there is none, or several."""
    found = await items.find(session, f'keys : kmeeting AND body : "{body}" AND body : "{end}"', MOST_OF_NAME)
    shown = await items.load(session, found.places)
    named = {fingerprint(meeting.organisation.text) for meeting, _, _ in shown if meeting.organisation}
    names = [name for name in named if body in name and name.endswith(f" {end}")]
    return names[0] if len(names) == 1 else ""


async def _ends_name(session: Session, words_said: str) -> bool:
    """Tell whether words end the name of one body alone: "gò dưa", of a co-operative there."""
    kinds = " OR ".join(f"k{kind.name.lower()}" for kind in sorted(_LISTED))
    listed = f'words : "{words_said}" AND keys : ({kinds})'
    if " " not in words_said or (await items.find(session, listed, 1)).total:
        return False
    names = await items.names_with(session, "body", [words_said])
    return are_one(names) and all(name.endswith(f" {words_said}") for name in names)


def are_one(names: Iterable[str]) -> bool:
    """Tell whether folded names are of one body: with "THPT" and in full, "quản lí" and "quản lý"."""
    whole = {" ".join(expand(name.split(), forms.short_forms())) for name in names}
    return len({name.replace("y", "i") for name in whole}) == 1


_THROUGH = re.compile(
    r"\b(?:qua|va|tai|tren dia ban|dia ban|doan)(?: (?:xa|phuong|huyen|tinh|thi tran|thi xa|quan))?$"
)
"""Behind this a place in a body's name is where it works, and not whose it is: "dự án … qua xã Đông Hải"."""


async def owns_reports(session: Session, name: str) -> bool:
    """Tell whether a name in the names of bodies is whose they are, and not only where one of them works."""
    found = await items.names_with(session, "body", [name])
    return not found or any(
        not _THROUGH.search(before.rstrip()) for one in found for before in one.split(name)[:-1]
    )


async def _is_place(session: Session, name: str, typed: Sequence[str]) -> bool:
    if name in _LEVELS:
        if typed and name not in map(fold, typed):
            return False  # "tinh giản" typed with accents has no "tỉnh"
        accented = next((some for some in typed if fold(some) == name), _LEVELS[name])
        return accented == _LEVELS[name] and await items.is_named(session, "body", name)
    if " " not in name or not await items.is_any_named(
        session, "body", [f"{what} {name}" for what in WITHIN]
    ):
        return False
    return await owns_reports(session, name)


def begins_with_head(plain: Sequence[str]) -> bool:
    """Tell whether folded words begin with such a word."""
    return any(" ".join(plain[:size]) in heads() for size in range(1, min(len(plain), 6) + 1))
