"""Find the sentence that tells what was asked, though words of the question stand nowhere near it."""

from __future__ import annotations

import asyncio
import math
import re
from collections.abc import Sequence
from dataclasses import replace

from handlers.asking.asked import Understood
from handlers.asking.choosing import (
    is_of_another,
    is_of_another_company,
    lacks_how_often,
    lacks_what_it_does,
    may_be_told,
    names_others,
    of_earlier,
)
from handlers.asking.closest import number_asked
from handlers.asking.evidence import Answer, Evidence
from handlers.asking.expressions import ALL
from handlers.asking.looking import Looked, look
from handlers.asking.marks import mark_of
from handlers.asking.ranking import Ranked, in_head, must_be_there
from handlers.asking.reading import Intent
from handlers.asking.reasons import tells_why
from handlers.asking.telling import names_day, names_somebody, tells, tells_any_number, tells_weakness
from handlers.asking.timing import Time, of_times, times
from handlers.context import Context
from reports.folding import fingerprint, fold
from reports.model import TargetStatus
from storage.itemkeys import Kind
from storage.items import Found

_LEAST = {Intent.WHY: 0.6, Intent.WHEN: 0.65}
LEAST = 0.7
"""How much of a question a sentence has to hold itself, by what is asked."""
WHOLE = 0.85
"""How much of it one has to hold that was understood in a way that finds nothing."""
MAY_LACK = 0.26
"""What words may count together of a question that the report has nowhere."""
AS_GOOD = 0.1
_FALLS_SHORT = re.compile(r"(?:chưa|không) (?:đạt|hoàn thành)|đạt thấp|chua dat|khong dat", re.IGNORECASE)
_TELLING = re.compile(r"\d|[.;!?…]\W*$|[:|,]")
_NAME_OF = re.compile(r"\bten (?:la |goi la )?(?:gi|chi)\b")
_SOMEBODY = re.compile(
    r"\b(?:ai|ong|ba|anh|dong chi|nguoi (?:nao|dung dau|phu trach|ky|noi)|can bo|truong|pho|chu tich|bi thu"
    r"|giam doc|chu nhiem|bac si|tuong)\b"
)
_CAUSE = re.compile(r"(?:lý do|nguyên nhân|do|vì|ly do|nguyen nhan)\b", re.IGNORECASE)
MOST = 2
"""Sentences, of which the second holds nearly as much as the first."""


async def nearly(context: Context, asked: Understood) -> Answer | None:
    """Find the sentences; None where there is none, or where people, or what is late, was asked for."""
    reading = asked.readings[0]
    of_people = reading.role or (reading.intent is Intent.WHO and reading.kinds == (Kind.PERSON,))
    behind = reading.kinds == (Kind.TARGET,) and reading.statuses == (TargetStatus.BEHIND,)
    if of_people or not (may_be_told(reading) or behind):
        return None
    return await _told(context, asked, _LEAST.get(reading.intent, LEAST))


async def wholly(context: Context, asked: Understood) -> Answer | None:
    """Find the sentences that have all of a question, however it was understood; None for none.

    What is most is told of those that say so, what is late by a day of items alone.
    """
    reading = asked.readings[0]
    mark = mark_of(asked)
    if reading.due or (reading.lacking and not mark):
        return None
    plain = replace(reading, lacking="", role=None)
    if _asks_name_of_thing(asked):
        plain = replace(plain, kinds=ALL, intent=Intent.LIST)
    return await _told(context, replace(asked, readings=(plain,)), WHOLE, mark)


def _asks_name_of_thing(asked: Understood) -> bool:
    """Tell whether it is asked what something is called that is nobody: "phong trào … tên là gì"."""
    reading = asked.readings[0]
    person = reading.intent is Intent.WHO and reading.kinds == (Kind.PERSON,) and not reading.person
    question = fold(asked.words)
    return person and bool(_NAME_OF.search(question)) and not _SOMEBODY.search(question)


async def _told(
    context: Context, asked: Understood, least: float, mark: re.Pattern[str] | None = None
) -> Answer | None:
    """Tell the sentences that hold so much of a question, and what it asks for."""
    reading = asked.readings[0]
    looked = await look(context, asked)
    if looked is None:
        return None
    when = await times(context, reading, [line.id for line in looked.lines])
    best = await asyncio.to_thread(_best, looked, asked, when, least)
    if least == WHOLE:
        best = [one for one in best if not looked.lacking(one.at)]
    if mark:
        best = [one for one in best if mark.search(_text(one, looked, reading.intent))]
    if not best:
        return None
    if lacks_what_it_does(asked, looked.lacking(best[0].at)):
        return None
    said = [_text(one, looked, reading.intent) for one in best]
    if len(reading.periods) > 1:
        said = [
            "\n".join(filter(None, [told, of_earlier(one, looked, told)]))
            for one, told in zip(best, said, strict=True)
        ]
    shown = [one.below_heading(text) for one, text in zip(best, said, strict=True)]
    told = tuple((looked.lines[one.at], text) for one, text in zip(best, shown, strict=True))
    unseen = tuple(t.token.typed for t in looked.lacking(best[0].at))
    answers = tells(reading, said, looked.terms)
    evidence = Evidence(told, (), looked.terms, best[0].own, answers, unseen)
    return Answer(replace(reading, unseen=unseen), Found(0, ()), evidence)


def _best(looked: Looked, asked: Understood, when: Sequence[Time], least: float) -> list[Ranked]:
    why = asked.readings[0].intent is Intent.WHY
    near = (
        one for one in looked.ranked(lacks=True) if one.own >= least or (why and _has_all_words(one, looked))
    )
    good = [one for one in near if _says(one, looked) and _answers(one, looked, asked, when)]
    good.sort(key=lambda one: -one.own)
    return [one for one in good if one.own >= good[0].own - AS_GOOD][:MOST]


def _has_all_words(one: Ranked, looked: Looked) -> bool:
    """Tell whether a sentence has all words that say something, also far from each other.

    Of those that name the report it may have none where two others are there.
    """
    told = list(zip(looked.terms, one.levels, looked.scales[one.at], strict=True))
    levels = [(level, share) for term, level, share in told if not (term.little or term.done)]
    own = [level for level, share in levels if share]
    return (len(own) > 1 and all(own)) or (bool(own) and all(level for level, _ in levels))


def _says(one: Ranked, looked: Looked) -> bool:
    """Tell whether a sentence says anything, and of more than whose the report is; headings do not."""
    text = one.sentence.text
    named = all(in_head(looked.documents[one.at], looked.terms))
    return not named and bool(_TELLING.search(text)) and not text.isupper()


def _text(one: Ranked, looked: Looked, intent: Intent) -> str:
    """Give a sentence with the one behind it in its paragraph, or, where it is asked why, to the cause."""
    behind = looked.documents[one.at].next_to(one.sentence)
    told = [one.sentence.text, *([behind.text] if behind else ())]
    if intent is Intent.WHY and behind and not any(map(tells_why, told)):
        then = looked.documents[one.at].next_to(behind)
        told += [then.text] if then and _CAUSE.match(then.text) else []
    return " ".join(told)


def _answers(one: Ranked, looked: Looked, asked: Understood, when: Sequence[Time]) -> bool:
    """Tell whether a sentence is of whom and when was asked, and tells what was."""
    reading = asked.readings[0]
    text = _text(one, looked, reading.intent)
    if (
        looked.is_title(one.at, one.sentence.text)
        or not looked.adds(one)
        or _lacks(one, looked, whole=reading.intent is Intent.WHO)
    ):
        return False
    if _misses(one, looked, asked, text):
        return False
    plain = fingerprint(one.sentence.text)
    if not of_times(when, looked.number(one.at), plain, one.heading, compared=len(when) > 1):
        return False
    number = number_asked(asked)
    told = {
        Intent.HOW_MUCH: tells_any_number(text) and (number is None or bool(number.search(text))),
        Intent.WHY: tells_why(text),
        Intent.WHEN: names_day(text),
        Intent.WHO: names_somebody(text),
    }
    return told.get(Intent.HOW_MUCH if reading.intent is Intent.COUNT else reading.intent, True)


def _misses(one: Ranked, looked: Looked, asked: Understood, text: str) -> bool:
    """Tell whether a sentence is of somebody or something else, or leaves out how it stands."""
    reading = asked.readings[0]
    if reading.intent is Intent.WHO and names_others(reading, fold(asked.words), one.sentence.text):
        return True
    if is_of_another_company(one, looked, asked):
        return True
    whole = reading.intent is Intent.WHY and _has_all_words(one, looked)
    if is_of_another(one, looked, several=asked.several) or not (whole or _is_about(one, looked)):
        return True
    if reading.kinds == (Kind.LIMITATION,) and not tells_weakness(text):
        return True
    if TargetStatus.BEHIND in reading.statuses and not _FALLS_SHORT.search(text):
        return True
    return lacks_how_often(reading, fingerprint(one.sentence.text))


def _is_about(one: Ranked, looked: Looked) -> bool:
    """Tell whether a sentence holds more than half of what is asked about, not only whose it is.

    Words that name the report tell whose it is, too.
    """
    told = zip(looked.terms, looked.scales[one.at], one.levels, strict=True)
    topic = [(share, level) for term, share, level in told if not term.name]
    whole = math.fsum(share for share, _ in topic)
    return math.fsum(share * level for share, level in topic) >= whole / 2


def _lacks(one: Ranked, looked: Looked, *, whole: bool) -> bool:
    """Tell whether a report lacks more of a question than it may: a name, a number, what turns its sense.

    As a `whole` it may lack nothing: whoever does something else is somebody else.
    """
    missing = looked.lacking(one.at)
    if whole:
        return bool(missing)
    most = MAY_LACK * math.fsum(term.weight for term in looked.terms)
    if any(map(must_be_there, missing)):
        return True
    return math.fsum(term.weight for term in missing) > most
