"""The people that an answer named, for a question behind it that says "ông ấy"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from handlers.asking.evidence import Answer
from handlers.context import Context
from reports.folding import fingerprint
from reports.model import Person, Task
from storage import items, reports

_TITLES = ("ong", "ba", "anh", "chi", "co", "chu", "bac", "thay", "dong chi")
MOST = 100
"""Items of an answer that are looked through for people."""


async def named_in(context: Context, answer: Answer, asked: str) -> tuple[str, ...]:
    """Give the folded names of the people that an answer named, each once, or the one that was asked for."""
    if answer.found.total > MOST:
        return ()
    shown = await items.load(context.session, answer.found.places)
    people = [item.name.text for _, _, item in shown if isinstance(item, Person)]
    if people:
        return _folded(people)
    if person := answer.reading.person or asked:
        return await _in_texts(context, reports_of(answer), [f"{_TITLES[0]} {person}"]) or (person,)
    tasks = [item for _, _, item in shown if isinstance(item, Task)]
    numbers = reports_of(answer)
    told = [task.assignee.text for task in tasks if task.assignee]
    named = await _in_texts(context, numbers, [*told, *_quoted(answer)])
    return named or await _in_texts(
        context, numbers, [task.text.text for task in tasks]
    )  # "do anh A làm tổ trưởng"


def reports_of(answer: Answer) -> tuple[int, ...]:
    """Give the reports of what was shown, items or else sentences."""
    if answer.found.places:
        return tuple(dict.fromkeys(place.report for place in answer.found.places))
    sentences = answer.sentences.sentences if answer.sentences else ()
    return tuple(dict.fromkeys(line.id for line, _ in sentences))


def is_quoted(answer: Answer) -> bool:
    """Tell whether sentences answer alone."""
    return not answer.found.total and answer.sentences is not None


def _quoted(answer: Answer) -> list[str]:
    """Give the sentences that were shown, where they were."""
    return [text for _, text in answer.sentences.sentences] if answer.sentences and is_quoted(answer) else []


async def _in_texts(context: Context, numbers: Sequence[int], texts: Sequence[str]) -> tuple[str, ...]:
    """Find the people of one report whose names stand in some of its words."""
    stored = await reports.load(context.session, numbers[0]) if len(numbers) == 1 and texts else None
    if stored is None:
        return ()
    plain = [f" {fingerprint(text)} " for text in texts]
    names = _folded(person.name.text for person in stored.report.people)
    return tuple(name for name in names if any(_names(text, name) for text in plain))


def _names(text: str, name: str) -> bool:
    """Tell whether a text names somebody, in full or as "anh Tùng"."""
    short = name.rsplit(maxsplit=1)[-1]
    return f" {name} " in text or any(f" {title} {short} " in text for title in _TITLES)


def _folded(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(fingerprint, names)))
