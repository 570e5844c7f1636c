"""Find the sentences that are closest to a question that nothing answers."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from operator import gt

from handlers.asking.asked import Understood
from handlers.asking.looking import Looked, look
from handlers.asking.measures import written_as
from handlers.asking.nearness import Near, Weighed, nearest
from handlers.asking.reading import Intent
from handlers.asking.reasons import tells_why
from handlers.asking.telling import names_day, names_whom, tells_any_number
from handlers.asking.text import Text, is_heading
from handlers.context import Context
from reports.folding import fingerprint, fold
from storage.reports import Listed

_NUMBER = re.compile(r"\d")
MOST = 3
"""Lines of reports that are shown."""
JUDGED = 40
"""Sentences of which it is looked at whether they tell what is asked for."""
LOOKED_AT = 6
"""Sentences of which those that stand side by side are shown together."""
AS_CLOSE = 0.5
"""How close a line has to be of the closest to be shown beside it."""
LEAST = 0.25
"""How much of a question a line has to hold to be shown where nothing answers."""
LACKING = 0.7
"""What a sentence counts that does not tell what is asked for."""


@dataclass(frozen=True, slots=True)
class Close:
    """Sentences of one line of a report, below their heading, and the report that they are from."""

    line: Listed
    at: int
    numbers: tuple[int, ...]
    told: str

    def words(self, weighed: Weighed) -> list[str]:
        """Give the words of a question that stand in it, folded."""
        there = set(fingerprint(self.told).split())
        return [token.word for token in weighed.words.tokens if token.word in there]


@dataclass(frozen=True, slots=True)
class Closest:
    """The lines that are closest to a question, and its words."""

    lines: tuple[Close, ...]
    weighed: Weighed

    @property
    def reports(self) -> tuple[int, ...]:
        """Give the numbers of the reports that the lines are from."""
        return tuple(dict.fromkeys(one.line.id for one in self.lines))

    def holds_as_much(self, texts: Sequence[str]) -> bool:
        """Tell whether any of the lines holds as much of the question as any of some texts does."""
        lines = [" . ".join([one.told, *_names(one.line)]) for one in self.lines]
        return self._most(lines) >= self._most(texts)

    def _most(self, texts: Sequence[str]) -> float:
        return max((self.weighed.share(Text(text)) for text in texts), default=0.0)


def _names(line: Listed) -> Iterator[str]:
    """Yield what a report is called, as it is shown above its lines."""
    yield from (span.text for span in (line.title, line.organisation) if span)


async def closest(context: Context, asked: Understood) -> Closest | None:
    """Find the lines that hold most of a question, of which a report may lack any word; None for none."""
    looked = await look(context, asked)
    return await asyncio.to_thread(_closest, looked, asked) if looked else None


def number_asked(asked: Understood) -> re.Pattern[str] | None:
    """Tell what number a sentence has to tell, None where none was asked for."""
    if asked.readings[0].intent not in {Intent.HOW_MUCH, Intent.COUNT}:
        return None
    return written_as(asked.words) or _NUMBER


def says_what_is_asked(asked: Understood, text: str) -> bool:
    """Tell whether a text tells how much, who, when or why, where that is asked."""
    intent = asked.readings[0].intent
    if intent in {Intent.HOW_MUCH, Intent.COUNT}:
        number = written_as(asked.words)
        return bool(number.search(text)) if number else tells_any_number(text)
    if intent is Intent.WHO:
        return names_whom(fold(asked.words), text)
    if intent is Intent.WHEN:
        return names_day(text)
    return intent is not Intent.WHY or tells_why(text)


def _closest(looked: Looked, asked: Understood) -> Closest | None:
    """Choose the lines."""
    weighed, near = nearest(looked, asked.tokens or [term.token for term in looked.terms])
    ranked = [
        one._replace(score=one.score * (1 if says_what_is_asked(asked, one.sentence.text) else LACKING))
        for one in near[:JUDGED]
        if _says_more(one, looked, weighed)
    ]
    ranked.sort(key=lambda one: -one.score)
    near = [one for one in ranked if one.score >= AS_CLOSE * ranked[0].score]
    lines = [_below_heading(one, looked, weighed) for one in _lines(near, looked)]
    lines = [one for one in lines if weighed.words.stand_together(Text(one.told))]
    found = any(weighed.share(Text(one.told)) >= LEAST for one in lines)
    return Closest(tuple(lines), weighed) if found else None


def _below_heading(one: Close, looked: Looked, weighed: Weighed) -> Close:
    """Tell a line with the heading above it, where that has words of the question that the line has not."""
    over = looked.documents[one.at].heading_over(one.numbers[0])
    held = weighed.words.held
    if (
        over is None
        or looked.is_title(one.at, over.text)
        or not any(map(gt, held(Text(over.text)), held(Text(one.told))))
    ):
        return one
    return replace(one, told=f"{over.text.rstrip(' :')}: {one.told}")


def _says_more(one: Near, looked: Looked, weighed: Weighed) -> bool:
    """Tell whether a sentence is no title and no heading, and says more than the question does."""
    text = looked.documents[one.at].sentences[one.number][1]
    return not (
        is_heading(one.sentence.text, text)
        or one.sentence.text.isupper()
        or looked.is_title(one.at, one.sentence.text)
        or text.words <= {token.word for token in weighed.words.tokens}
    )


def _lines(ranked: Sequence[Near], looked: Looked) -> list[Close]:
    """Put sentences together that stand side by side in a line."""
    lines: list[Close] = []
    for one in islice(ranked, LOOKED_AT):
        document = looked.documents[one.at]
        beside = next((at for at, line in enumerate(lines) if _is_beside(one, line, looked)), None)
        if beside is not None:
            numbers = tuple(sorted((*lines[beside].numbers, one.number)))
            told = " ".join(document.sentences[number][0].text for number in numbers)
            lines[beside] = replace(lines[beside], numbers=numbers, told=told)
        elif len(lines) < MOST:
            lines.append(Close(looked.lines[one.at], one.at, (one.number,), one.sentence.text))
    return lines


def _is_beside(one: Near, line: Close, looked: Looked) -> bool:
    document = looked.documents[one.at]
    return one.at == line.at and any(
        document.is_one_line(one.number, number) for number in line.numbers if abs(number - one.number) == 1
    )
