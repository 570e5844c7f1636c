"""Tell what a sentence ought to hold to answer a question."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from handlers.asking import forms, words
from handlers.asking.asked import Understood
from handlers.asking.bodies import heads
from handlers.asking.ranking import IN_TEXT, NAME_IN_TEXT, Term
from handlers.asking.reading import Intent, Reading
from handlers.asking.synonyms import Phrase, alike, says_what_is_done
from handlers.asking.telling import NUMBERED
from handlers.asking.tokens import Token, has_accents
from handlers.asking.widening import firm
from handlers.calendar import DayOfYear
from reports.folding import fold

TEN = 10
TWO = 2
LONGEST_TITLE = 4
"""Words of a position beside a name."""
FEW = 2
"""So many words that say little each say nothing together."""
_AMOUNTS = frozenset({Intent.HOW_MUCH, Intent.COUNT})
_LEVELS = frozenset(
    {"tinh", "thanh pho", "huyen", "quan", "thi xa", "thi tran", "xa", "phuong", "cong ty", "so", "phong"}
)
"""What bodies are called that have a name besides: "tỉnh khác" is none."""


@dataclass(frozen=True, slots=True)
class _Parts:
    """A question and where its parts stand: what is `wanted`, of that what is `named`, and of that a `unit`.

    `last` are the ends of names and topics, `firm` what says something of them, `states` what says how far
    something is.
    """

    reading: Reading
    tokens: Sequence[Token]
    wanted: Set[int]
    named: Set[int]
    unit: Collection[int]
    last: Set[int]
    firm: Set[int]
    states: Set[int]

    @property
    def plain(self) -> Set[int]:
        """Give what is of no name."""
        return self.wanted - self.named


def terms_of(asked: Understood) -> list[Term]:
    """Give the words of a question that name what it is about, in their order."""
    parts = _parts_of(asked)
    others, done, little = _others(parts), _only_done(parts), _little(parts)
    exact = has_accents(parts.tokens)
    terms = [
        Term(
            parts.tokens[at],
            joined=at not in parts.last,
            bound=at + 1 in parts.wanted and _is_bound(parts.tokens[at], parts.tokens[at + 1]),
            follows=at - 1 in parts.wanted,
            exact=exact,
            counted=at - 1 not in parts.wanted and not _is_whose(parts, at) and _is_counted(parts.tokens, at),
            measured=parts.reading.intent in _AMOUNTS and not _may_join(parts.tokens[at]),
            far=_far(parts, at),
            name=at in parts.named,
            small=at in parts.named and _is_everyday(parts, at),
            little=not _is_name(parts, at) and (at in little or not (at in parts.firm or others.get(at))),
            done=not _is_name(parts, at) and (at in done or at not in parts.firm),
            alike=others.get(at, ()),
        )
        for at in sorted(parts.wanted)
    ]
    if len(terms) > FEW and all(term.little or term.done for term in terms):  # "chuyển mạng giữ số"
        return [replace(term, little=False, done=False) for term in terms]
    return terms


def _is_name(parts: _Parts, at: int) -> bool:
    """Tell whether a word is of a name by its capital and that of the word beside it: "Nguyen Du"."""
    beside = parts.tokens[max(at - 1, 0) : at + 2]
    return parts.tokens[at].capital and sum(token.capital for token in beside) > 1


def _parts_of(asked: Understood) -> _Parts:
    """Find where the parts of a question stand."""
    reading = asked.readings[0]
    names = [name for name in (reading.unit, reading.body, reading.person) if name and name not in _LEVELS]
    levels = [name for name in (reading.unit, reading.body) if name in _LEVELS]
    tokens = asked.tokens or _as_tokens([*reading.topic, *names, *levels])
    states = _states(asked, tokens)
    of_names = [run for name in names for run in _said(tokens, name)]
    runs = [*of_names, *(_run(tokens, phrase) for phrase in (*levels, *reading.topic))]
    named = _within(of_names)
    return _Parts(
        reading,
        tokens,
        wanted=_within(runs) | states,
        named=named,
        unit=_run(tokens, reading.unit),
        last={run[-1] for run in runs if run} | states,
        firm=named | _within(_firm(tokens, run) for run in runs) | states,
        states=states,
    )


def _is_everyday(parts: _Parts, at: int) -> bool:
    """Tell whether a name of a body begins here, of two words or more, that texts write small, too."""
    names = [name for name in (parts.reading.unit, parts.reading.body) if " " in name]
    return any(at == _run(parts.tokens, name).start for name in names if _run(parts.tokens, name))


def _is_whose(parts: _Parts, at: int) -> bool:
    """Tell whether a body's name stands here, which is not what is counted: "… là bao nhiêu ubnd xã"."""
    return at in _run(parts.tokens, parts.reading.body) and bool(parts.plain)


def _as_tokens(phrases: Sequence[str]) -> list[Token]:
    """Take phrases for the words of a question."""
    return [Token(word, word) for word in " ".join(phrases).split()]


def _within(runs: Iterable[range]) -> set[int]:
    return {at for run in runs for at in run}


def _states(asked: Understood, tokens: Sequence[Token]) -> set[int]:
    """Find the words that say how far something is, where no item is asked for by that."""
    reading = asked.readings[0]
    return set() if reading.statuses or reading.flags or reading.due else _places(tokens, asked.states)


def _far(parts: _Parts, at: int) -> float:
    """Tell what a word counts elsewhere in a report; that of a unit nothing."""
    if at not in parts.named:
        return IN_TEXT
    return 0 if at in parts.unit else NAME_IN_TEXT


def _others(parts: _Parts) -> dict[int, tuple[Phrase, ...]]:
    """Give what reports write for some of the words."""
    tokens = parts.tokens
    others: dict[int, tuple[Phrase, ...]] = {
        at: tuple(phrases)
        for run, phrases in alike(tokens)
        if parts.plain >= set(run) and not _is_named(tokens, run)
        for at in run
    }
    for at in parts.plain:
        others[at] = (*others.get(at, ()), *_hours(tokens[at]), *_with_nought(tokens[at]))
    for at in _titles(parts):
        others[at] = (*others.get(at, ()), *_called(parts.reading.person))
    late = tuple(_late().values())
    return others | {at + more: late for at in _late_at(parts) for more in range(2)}


def _titles(parts: _Parts) -> set[int]:
    """Find the position of who is named, right beside the name: "ông Lâm cục trưởng"."""
    name = _run(parts.tokens, parts.reading.person)
    plain = [token.word for token in parts.tokens]
    beside = [range(name.start - size, name.start) for size in range(1, min(LONGEST_TITLE, name.start) + 1)]
    beside += [range(name.stop, name.stop + size) for size in range(1, LONGEST_TITLE + 1)]
    told = (run for run in beside if words.is_position(" ".join(plain[run.start : run.stop])))
    return _within(told) & parts.plain if name else set()


def _called(person: str) -> Iterator[Phrase]:
    """Yield how somebody is called where the position is not told again: "ông Lâm"."""
    *_, given = person.split()
    for title in ("ông", "bà", "anh", "chị", "đồng chí"):
        yield tuple(Token(word, fold(word)) for word in (*title.split(), given))


def _late_at(parts: _Parts) -> list[int]:
    """Find where it is said in two words that something is late."""
    return [
        at
        for at, (a, b) in enumerate(pairwise(parts.tokens))
        if at in parts.states and f"{a.word} {b.word}" in _late()
    ]


def _only_done(parts: _Parts) -> set[int]:
    """Find the words that only say what is done, which a report may write otherwise."""
    done = {at - 1 for at in _late_at(parts) if at - 1 in parts.states}  # "để trễ hẹn"
    if parts.reading.intent is Intent.WHY:
        done |= parts.states
    if parts.reading.intent is Intent.WHO:  # whoever does something else is somebody else
        return done
    runs = _done(parts.tokens, parts.plain, parts.last)
    return done | _within(run for run in runs if not _is_named(parts.tokens, run))


def _little(parts: _Parts) -> set[int]:
    """Find the words that say little: that count, join others, or stand before what is bad."""
    tokens = parts.tokens
    accented = any(not token.typed.isascii() for token in tokens if token.form is None)
    return {
        at
        for at in parts.wanted
        if _is_count(tokens, at)
        or _only_joins(tokens[at], accented=accented)
        or (at in parts.plain and _only_suffers(tokens[at : at + 2]))
    }


@cache
def _late() -> dict[str, Phrase]:
    """Give the ways to say that something is late, by their folded words."""
    ways = ("quá hạn", "trễ hạn", "chậm hạn", "trễ hẹn")
    return {fold(way): tuple(Token(word, fold(word)) for word in way.split()) for way in ways}


def term_of_day(day: DayOfYear, year: int) -> Term:
    """Seek a day that is no meeting's, as reports write it, with its year or without."""
    written = [f"{day.day}/{day.month}", f"{day.day:02}/{day.month:02}", f"{day.day:02}/{day.month}"]
    alike = [*written, *(f"{one}/{any_year}" for one in written for any_year in range(year - 1, year + 2))]
    return Term(Token(written[0], written[0]), alike=tuple((Token(one, one),) for one in alike))


_HOUR = re.compile(r"(\d{1,2})[hg]")


def _hours(token: Token) -> tuple[Phrase, ...]:
    """Give how reports write an hour: "18h" as "18h00", "18 giờ"."""
    hour = _HOUR.fullmatch(token.word)
    if not hour:
        return ()
    written = f"{hour[1]}h00"
    return (Token(written, written),), (Token(hour[1], hour[1]), Token("giờ", "gio"))


def _with_nought(token: Token) -> tuple[Phrase, ...]:
    """Give how reports write a small number: "4" as "04"."""
    written = f"0{token.word}"
    return ((Token(written, written),),) if len(token.word) == 1 and token.word.isdecimal() else ()


def _is_counted(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether it is asked how many of a word there are: "bao nhiêu hội viên"."""
    before = [token.word for token in tokens[max(at - 2, 0) : at]]
    return before[-1:] == ["may"] or before == ["bao", "nhieu"]


_JOINING = frozenset({"và", "của", "với", "các", "những", "trong", "theo"})
_JOINING_SPELT = frozenset({"cho", "về", "để", "là", "ở", "tại"})
"""Words that only join others; without accents the second are other words, too: "chợ", "đề"."""


def _only_joins(token: Token, *, accented: bool) -> bool:
    if token.form == "":  # of a name: "và" of "KHCN", and not "với" typed "vs"
        return False
    joins = any(token.word == fold(word) and words.same_word(token.typed, word) for word in _JOINING)
    return joins or (accented and token.typed in _JOINING_SPELT)


def _may_join(token: Token) -> bool:
    """Tell whether a word, however it is spelt, may only join others: "cho" of "cho vay"."""
    return token.word in {fold(word) for word in _JOINING | _JOINING_SPELT}


def _is_bound(first: Token, second: Token) -> bool:
    """Tell whether two words are one that a sentence has to have; "sl" may mean something else."""
    unsure = len(forms.meanings_of_forms().get(first.form or "", ())) > 1
    return not unsure and f"{first.word} {second.word}" in words.bound_pairs()


_BAD = ("chậm", "trễ", "thiếu", "hỏng", "mất", "sai", "lỗi", "lỗ", "chết")


def _only_suffers(some: Sequence[Token]) -> bool:
    """Tell whether "bị" stands before what is bad by itself, which reports write without it: "bị chậm"."""
    return len(some) == TWO and _is(some[0], "bị") and any(_is(some[1], bad) for bad in _BAD)


def _is(token: Token, written: str) -> bool:
    return token.word == fold(written) and words.same_word(token.typed, written)


def _places(tokens: Sequence[Token], some: Sequence[Token]) -> set[int]:
    """Find where some of the words stand."""
    return {at for at, token in enumerate(tokens) if any(token is one for one in some)}


def _is_named(tokens: Sequence[Token], run: range) -> bool:
    """Tell whether words are of a unit's name: "phòng thanh tra"."""
    if not run.start or tokens[run.start - 1].word not in heads():
        return False
    before = " ".join(token.word for token in tokens[max(run.start - 2, 0) : run.start])
    return before not in words.compound_pairs()  # "hồ sơ online" is no "sở online"


def _is_count(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word says how many, written "02 tuyến", too; that of "ấp 5" is a name."""
    word = tokens[at].word if tokens[at].form is None else ""  # "XL-02" is a name
    return word.isdecimal() and int(word) < TEN and not (at and tokens[at - 1].word in NUMBERED)


def _run(tokens: Sequence[Token], phrase: str) -> range:
    """Find where the words of a phrase stand one after another."""
    plain = phrase.split()
    if not plain:
        return range(0)
    for start in range(len(tokens) - len(plain) + 1):
        if [token.word for token in tokens[start : start + len(plain)]] == plain:
            return range(start, start + len(plain))
    return range(0)


def _said(tokens: Sequence[Token], name: str) -> list[range]:
    whole = _run(tokens, name)
    return [whole] if whole else _shortened(tokens, name)


def _shortened(tokens: Sequence[Token], name: str) -> list[range]:
    """Find the parts of a name that was said without words in its midst: "bệnh viện Phú Hà" of a region's."""
    plain = name.split()
    for start, token in enumerate(tokens):
        places = list(_places_in(plain, tokens[start:])) if token.word == plain[0] else []
        if len(places) > 1 and places[-1] == len(plain) - 1:
            cuts = [0, *(at for at in range(1, len(places)) if places[at] > places[at - 1] + 1), len(places)]
            return [range(start + first, start + end) for first, end in pairwise(cuts)]
    return []


def _places_in(name: Sequence[str], tokens: Sequence[Token]) -> Iterator[int]:
    """Yield where words stand in a name, one behind the other, to the first that does not."""
    at = -1
    for token in tokens:
        if token.word not in name[at + 1 :]:
            return
        at = name.index(token.word, at + 1)
        yield at


def _firm(tokens: Sequence[Token], run: range) -> range:
    """Leave of a topic what says something."""
    some = [tokens[at] for at in run]
    plain = firm(" ".join(token.word for token in some), [" ".join(token.typed for token in some)])
    inside = _run(some, plain)
    return range(run.start + inside.start, run.start + inside.stop)


def _done(tokens: Sequence[Token], wanted: Collection[int], last: Collection[int]) -> Iterator[range]:
    """Yield where words only say what is done: two together, or one that is no part of another word."""
    for at in wanted:
        if at + 1 in wanted and says_what_is_done(tokens[at : at + 2]):
            yield range(at, at + 2)
        begins = at - 1 not in wanted or at - 1 in last
        if begins and at in last and says_what_is_done(tokens[at : at + 1]):
            yield range(at, at + 1)
