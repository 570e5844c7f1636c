"""Choose the sentences that answer a question."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handlers.asking.asked import Understood
from handlers.asking.looking import Looked
from handlers.asking.measures import written_as
from handlers.asking.ranking import Ranked, Term, in_head, levels
from handlers.asking.reading import Flag, Intent, Reading
from handlers.asking.reasons import tells_why
from handlers.asking.telling import (
    ASKING,
    asks_company,
    names_another,
    names_no_doer,
    tells,
    tells_any_number,
)
from handlers.asking.text import Text
from handlers.asking.timing import Time, of_times, times
from handlers.asking.tokens import Token
from handlers.context import Context
from reports.folding import fingerprint, fold
from reports.model import Span, TargetStatus
from storage.itemkeys import Kind

ENOUGH = 0.68
"""How much of a question a sentence has to hold to answer it."""
ENOUGH_WHY = 0.62
"""How much of a question one has to hold that gives a reason, where that is asked."""
OWN = 0.3
"""How much of that it has to hold itself."""
FULLY = 0.85
"""How much of it a sentence has to hold itself to be preferred for its number."""
AS_GOOD = 0.1
"""A sentence, or an item, that holds so much less than the best is as good."""
ITEM_ENOUGH = 0.56
REPORTS = 3
LONGEST_COUNTED = 5
"""Words that name what is counted."""
SENTENCES = 3
"""Sentences of one report."""
AMOUNTS = frozenset({Intent.HOW_MUCH, Intent.COUNT})
_AGAIN = re.compile(
    r"\b(?:thuong xuyen|dinh ky|hang (?:ngay|tuan|thang|quy|nam)|moi (?:ngay|tuan|thang|quy))\b"
)
_CLAUSE = re.compile(r"[^;]+")


@dataclass(frozen=True, slots=True)
class Sought:
    """What a sentence has to be of: the reading, its times, a number as written; `several` as was asked.

    `who` is the question where it asks for somebody; `does` what is said of that which is chosen, and
    `company` whether that is a company: one that does something else is another.
    """

    reading: Reading
    when: Sequence[Time]
    number: re.Pattern[str] | None
    several: bool
    who: str = ""
    does: Sequence[Token] = ()
    company: bool = False


async def sought_of(context: Context, asked: Understood, looked: Looked, *, by_mark: bool) -> Sought:
    """Tell what a sentence has to be of; what is most, or least, is told by its mark."""
    reading = asked.readings[0]
    when = await times(context, reading, [line.id for line in looked.lines])
    number = written_as(asked.words) if reading.intent in AMOUNTS else None
    who = fold(asked.words) if reading.intent is Intent.WHO else ""
    does = () if by_mark else behind_which(asked)
    return Sought(reading, when, number, asked.several, who, does, _asks_company(asked))


def _asks_company(asked: Understood) -> bool:
    return asks_company(" ".join(token.word for token in asked.tokens))


def sentences_near(looked: Looked, sought: Sought) -> list[Ranked]:
    """Find the sentences that hold enough for an item in them to answer, the best first."""
    near = (one for one in looked.ranked() if one.score >= ITEM_ENOUGH and looked.adds(one))
    return [one for one in near if _may_answer(one, looked, sought)]


_CAUSES = re.compile(r"\W*nguyên nhân[^.;\n]{0,60}", re.IGNORECASE)
"""A heading of causes: "NGUYÊN NHÂN CHẬM TIẾN ĐỘ"."""


def told_of(one: Ranked, looked: Looked, asked: Understood, mark: re.Pattern[str] | None) -> str:
    """Give a sentence, with the next of its paragraph where that tells the number, or the rest."""
    sentence = one.sentence.text
    if asked.readings[0].intent is Intent.WHY and _CAUSES.fullmatch(sentence):
        return "\n".join([sentence, *looked.documents[one.at].below(one.sentence)])
    numbered = asked.readings[0].intent in AMOUNTS
    number = written_as(asked.words) if numbered else None
    numbers = number.search(sentence) if number else tells_any_number(sentence)
    compared = len(asked.readings[0].compared) > 1  # "Tháng 7 bắt 01 vụ" stands behind
    lacks = asked.several or compared or (numbered and not numbers) or _is_proposed(sentence, asked)
    lacks = lacks or lists_behind(one, looked, asked)
    told = _with_next(one, looked) if lacks or (mark and not mark.search(sentence)) else sentence
    earlier = of_earlier(one, looked, told) if len(asked.readings[0].periods) > 1 else ""
    return f"{told}\n{earlier}" if earlier else told


_EARLIER = re.compile(r"\b(?:tuần|tháng|quý|kỳ|năm) (?:trước|ngoái|qua)\b|\bcùng kỳ\b", re.IGNORECASE)


def of_earlier(one: Ranked, looked: Looked, told: str) -> str:
    """Find the sentence of the same paragraph that tells the number of the time before; "" for none."""
    if _EARLIER.search(told):
        return ""
    document = looked.documents[one.at]
    behind = document.next_to(one.sentence)
    while behind and not (_EARLIER.search(behind.text) and tells_any_number(behind.text)):
        behind = document.next_to(behind)
    return behind.text if behind else ""


_SETTLED = re.compile(r"\b(?:chot|duyet|quyet|dong y|chap thuan|thong nhat)\b")
_PROPOSED = re.compile(r"\b(?:đề xuất|đề nghị|kiến nghị|xin)\b", re.IGNORECASE)


def _is_proposed(sentence: str, asked: Understood) -> bool:
    """Tell whether a sentence only proposes what was asked as settled: "chốt thuê mấy cái"."""
    return bool(_SETTLED.search(fold(asked.words)) and _PROPOSED.search(sentence))


_ASKS_WHICH = re.compile(r"\b(?:nhung|cac|gom) (?:\w+ ){1,6}(?:nao|gi)\b")
_LISTS = re.compile(
    r"(?:bao gồm|gồm|cụ thể|đó là)\b|(?:một|hai|ba|bốn|năm|sáu|\d+) [^.,;:]{2,60}? (?:là|gồm)\b",
    re.IGNORECASE,
)


def lists_behind(one: Ranked, looked: Looked, asked: Understood) -> bool:
    """Tell whether the sentence behind lists what is asked for: "5/4 mô hình. Gồm: mật ong, …"."""
    behind = looked.documents[one.at].next_to(one.sentence)
    which = asked.readings[0].intent is Intent.LIST and _ASKS_WHICH.search(fold(asked.words))
    return bool(which and behind and _LISTS.match(behind.text))


def has_mark(mark: re.Pattern[str], one: Ranked, looked: Looked) -> bool:
    """Tell whether a sentence has a mark, or the next begins with it: "Thấp nhất là xã …"."""
    behind = looked.documents[one.at].next_to(one.sentence)
    return bool(mark.search(one.sentence.text) or (behind and mark.match(behind.text)))


def _with_next(one: Ranked, looked: Looked) -> str:
    """Give a sentence with the one behind it."""
    behind = looked.documents[one.at].next_to(one.sentence)
    return f"{one.sentence.text} {behind.text}" if behind else one.sentence.text


def chosen(sentences: Sequence[Ranked], reading: Reading, looked: Looked, *, by_mark: bool) -> list[Ranked]:
    """Choose the sentences that may be told themselves."""
    if not may_be_told(reading):
        return []
    enough = ITEM_ENOUGH if by_mark else ENOUGH_WHY if reading.intent is Intent.WHY else ENOUGH
    best = _telling(_best(sentences, reading, looked, enough), reading, looked)
    said_all = reading.intent is Intent.SAID and best and _is_named(looked, best[0].at)
    return [] if said_all else best  # who met said many things


_SPEAKS = re.compile(
    r"\b(?:đề nghị|kiến nghị|đề xuất|cam kết|hứa|phát biểu|cho biết|cho rằng|phản ánh|yêu cầu|nói|hỏi|trả lời"
    r"|giải trình|góp ý|nhấn mạnh|kết luận|chỉ đạo|lưu ý|nêu|xin|khẳng định|giải thích)\b"
    r"|^\W*(?:ông|bà|anh|chị|cô|thầy|đồng chí|đ/c|đại diện|bs)\b[^.;:]{2,80}:",
    re.IGNORECASE,
)
"""What somebody does who speaks."""


def _best(near: Sequence[Ranked], reading: Reading, looked: Looked, enough: float) -> list[Ranked]:
    """Choose the sentences that answer a question themselves: those as good as the best, of three reports.

    Where any says how much, who does it, or when, only those are looked at.
    """
    good = [one for one in near if one.score >= enough and one.own >= OWN]
    if reading.intent in ASKING:
        least = FULLY if reading.intent in AMOUNTS else OWN
        telling = (one for one in good if one.own >= least)
        good = [one for one in telling if tells(reading, [one.sentence.text], looked.terms)] or good
    if reading.intent is Intent.SAID and good and not _SPEAKS.search(good[0].sentence.text):
        # who spoke is named first
        good = [one for one in good if one.levels[0] and _SPEAKS.search(one.sentence.text)] or good
    chosen: dict[int, list[Ranked]] = {}
    for one in good:
        if one.score >= good[0].score - AS_GOOD:
            chosen.setdefault(one.at, []).append(one)
    return [one for some in list(chosen.values())[:REPORTS] for one in some[:SENTENCES]]


def _is_named(looked: Looked, at: int) -> bool:
    """Tell whether a question has nothing but what a report is called."""
    return all(in_head(looked.documents[at], looked.terms))


def may_be_told(reading: Reading) -> bool:
    """Tell whether a sentence may answer: what is late, or not met, is told of items alone."""
    late = (reading.flags - {Flag.RECURRING} or reading.due) and reading.intent is not Intent.WHEN
    return not late and TargetStatus.BEHIND not in reading.statuses


def _telling(best: list[Ranked], reading: Reading, looked: Looked) -> list[Ranked]:
    """Leave those that say what was asked for, where any does, else all but titles."""
    told = [one for one in best if tells(reading, [one.sentence.text], looked.terms)]
    return told or [one for one in best if not looked.is_title(one.at, one.sentence.text)]


def _may_answer(one: Ranked, looked: Looked, sought: Sought) -> bool:
    """Tell whether a sentence, maybe with the next one, is of the time and tells of what is asked."""
    another = is_of_another(one, looked, several=sought.several)
    if another or _leaves_out(one, looked, sought.does, company=sought.company):
        return False
    if sought.who and names_others(sought.reading, sought.who, one.sentence.text):
        return False
    plain = fingerprint(one.sentence.text)
    why = one.sentence.text if not sought.several else _with_next(one, looked)
    if sought.reading.intent is Intent.WHY and not tells_why(why):
        return False
    if lacks_how_often(sought.reading, plain):
        return False
    if sought.number and not _tells_measure(one, looked, sought.number, several=sought.several):
        return False
    compared = len(sought.reading.compared) > 1
    return of_times(sought.when, looked.number(one.at), plain, one.heading, compared=compared)


def names_others(reading: Reading, question: str, sentence: str) -> bool:
    """Tell whether a sentence names others than are asked for: in other positions, or who does nothing."""
    another = names_another if reading.kinds == (Kind.PERSON,) else names_no_doer
    return reading.kinds in {(Kind.PERSON,), (Kind.TASK,)} and another(question, sentence)


def lacks_what_it_does(asked: Understood, missing: Sequence[Term]) -> bool:
    """Tell whether what is said right behind "nào" is missing: "đội nào vô địch giải bóng đá"."""
    company = _asks_company(asked)
    firm = [term for term in missing if company or not term.done]
    return any(term.token is token for term in firm for token in behind_which(asked))


def behind_which(asked: Understood) -> list[Token]:
    """Give what is said right behind "nào", maybe with "bị" between: "cột mốc nào bị sạt".

    In English what is chosen stands before that: "which company builds".
    """
    plain = [token.word for token in asked.tokens]
    chosen = [at + 1 for at, word in enumerate(plain) if word == "nao"]
    chosen += [at + 3 for at, word in enumerate(plain) if word == "which" and _asks_company(asked)]
    behind = [at + (plain[at : at + 1] == ["bi"]) for at in chosen]
    return [token for at in behind for token in asked.tokens[at : at + 1]]


def is_of_another_company(one: Ranked, looked: Looked, asked: Understood) -> bool:
    """Tell whether a company is asked for that does what a sentence does not say: "công ty nào giám sát"."""
    return _asks_company(asked) and _leaves_out(one, looked, behind_which(asked), company=True)


def _leaves_out(one: Ranked, looked: Looked, does: Sequence[Token], *, company: bool) -> bool:
    """Tell whether a sentence does not say of anything what is said behind "nào"."""
    return any(
        not level
        and not (term.little or (term.done and not company))
        and any(term.token is token for token in does)
        for term, level in zip(looked.terms, one.levels, strict=True)
    )


def lacks_how_often(reading: Reading, plain: str) -> bool:
    """Tell whether a folded sentence does not say that something is done again and again, as was asked."""
    return Flag.RECURRING in reading.flags and not _AGAIN.search(plain)


def is_of_another(one: Ranked, looked: Looked, *, several: bool) -> bool:
    """Tell whether a sentence lacks a word without which it tells of something else than was asked."""
    if lacks_what_is_asked(one.levels, looked.terms, several=several):
        return True
    return not several and _lacks_what_is_measured(one, looked)


def lacks_what_is_asked(held: Sequence[float], terms: Sequence[Term], *, several: bool = False) -> bool:
    """Tell whether a word like "thu nhập" is missing, without which a number is of something else.

    So is one that is counted: "bao nhiêu hội viên", or says which are: "bao nhiêu xe ô tô điện".
    Of `several` things that are asked for a sentence may tell one.
    """
    counted = range(0) if several else _counted(terms)
    return any(
        (term.bound and not held[at])
        or (_is_sought(term) and not all(held[at : at + 1 + term.joined]))
        or (at in counted and not (held[at] or term.done or term.little))
        for at, term in enumerate(terms)
    )


def _lacks_what_is_measured(one: Ranked, looked: Looked) -> bool:
    """Tell whether the report of a sentence has the first word of what is measured nowhere.

    That says what the number is of: "thu" of "thu ngân sách", where it is one word with the next.
    """
    told = zip(looked.terms, one.levels, strict=True)
    said = ((term, level) for term, level in told if not (term.little or term.done or term.name))
    first, level = next(said, (None, 0.0))
    if first is None or not (first.measured and first.joined) or any(map(_is_sought, looked.terms)):
        return False
    return not level and any(term is first for term in looked.lacking(one.at))


def _counted(terms: Sequence[Term]) -> range:
    """Find the words behind "bao nhiêu" that say what is counted."""
    start = next((at for at, term in enumerate(terms) if _is_sought(term)), len(terms))
    last = min(start + LONGEST_COUNTED, len(terms))
    return range(start, next((at for at in range(start + 1, last) if not terms[at].follows), last))


def _is_sought(term: Term) -> bool:
    """Tell whether a word is counted, and says what: "bao nhiêu hội viên"."""
    return term.counted and not (term.little or term.done)


def _tells_measure(one: Ranked, looked: Looked, number: re.Pattern[str], *, several: bool) -> bool:
    """Tell whether a sentence tells a number as it was asked for, beside what it is of, or the next does."""
    if several or one.own >= FULLY or not tells_any_number(one.sentence.text):
        return bool(number.search(_with_next(one, looked)))
    return any(number.search(clause.text) for clause in _clauses_about(one, looked.terms))


def _clauses_about(one: Ranked, terms: Sequence[Term]) -> Iterator[Span]:
    """Yield the clauses of a sentence that hold as much of the question as all of it."""
    whole = sum(one.levels)
    return (clause for clause in clauses_of(one.sentence) if sum(levels(Text(clause.text), terms)) >= whole)


def clauses_of(sentence: Span) -> list[Span]:
    """Cut a sentence where a list goes on."""
    return [
        Span(sentence.start + match.start(), sentence.start + match.end(), match[0])
        for match in _CLAUSE.finditer(sentence.text)
    ]
