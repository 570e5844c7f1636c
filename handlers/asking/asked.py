"""From the words of a question to what may be meant by them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from handlers.asking import forms, words
from handlers.asking.bodies import of_place, whole_bodies, with_long_names
from handlers.asking.combining import combined
from handlers.asking.english import in_vietnamese
from handlers.asking.expressions import ALL
from handlers.asking.i_or_y import as_in_book
from handlers.asking.mending import mended
from handlers.asking.naming import named
from handlers.asking.parting import parts_of
from handlers.asking.phrasing import Parsed
from handlers.asking.reading import Flag, Intent, Reading
from handlers.asking.shortening import as_typed, in_full
from handlers.asking.stuck import parted_units
from handlers.asking.tokens import Token, pairs_of, tokens_of
from handlers.asking.understanding import parse
from handlers.context import Context
from reports.folding import fingerprint, fold
from reports.model import TargetStatus
from storage import items
from storage.itemkeys import Kind


@dataclass(frozen=True, slots=True)
class Understood:
    """A question's readings, the likeliest first, its words as typed, what it was before it was completed.

    `goes_on` tells whether it begins as one does that goes on with the question before ("còn quý II?"),
    `names_kind` whether it says what it asks for ("việc", "chỉ tiêu"); `tokens` are its words as typed;
    `opens` whether it asks for all of what was answered before ("chi tiết"); `several` whether it asks two
    things at once ("mấy vụ, mấy người chết"); `states` are those of its words that say how far something is
    ("chậm", "chưa đạt"), `parts` the questions of a message that asks several.
    """

    readings: tuple[Reading, ...]
    typed: str
    raw: tuple[Reading, ...] = ()
    goes_on: bool = False
    names_kind: bool = False
    tokens: tuple[Token, ...] = ()
    opens: bool = False
    several: bool = False
    states: tuple[Token, ...] = ()
    parts: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """Give its words, folded."""
        return fold(self.typed)

    @property
    def chooses(self) -> bool:
        """Tell whether it asks which, or what: "những cuộc họp nào"."""
        return not {"nao", "gi"}.isdisjoint(self.words.split())


class Way(NamedTuple):
    """How to read a question: with words given back to the topics they stand in, with names taken out.

    With `places` a place's name says whose items are asked for; else it may stand in their words. `stateless`
    takes no word without accents for one that says how far something is.
    """

    gives_back: bool = True
    by_position: bool = True
    freely: bool = False
    names: bool = True
    places: bool = False
    stateless: bool = False


_WAYS = (
    Way(places=True),
    Way(),
    Way(by_position=False),
    Way(gives_back=False),
    Way(freely=True),
    Way(names=False),
)
"""The likeliest first."""
_WISHES = frozenset({Intent.HOW_MUCH, Intent.COUNT, Intent.WHY, Intent.WHO, Intent.WHEN, Intent.WHERE})
_VAGUE = {"topic", "kinds", "statuses"}
LONG_NAME = 4
"""Words of a name that may stand in an item's text, where it is nobody's."""


async def understand(
    context: Context,
    text: str,
    kinds: tuple[Kind, ...] = (),
    *,
    likeliest: bool = False,
    stateless: bool = False,
) -> Understood:
    """Read a question, or only the `likeliest` reading of it; `kinds` are those that a command asks for.

    `stateless` takes no word without accents for one that says how far something is.
    """
    own = {short: (long,) for short, long in context.short_forms.items()}
    meant = {**forms.meanings_of_forms(), **own}
    tokens = await in_full(context.session, in_vietnamese(tokens_of(text)), meant)
    tokens = await as_in_book(context.session, tokens)
    tokens = await in_full(context.session, await mended(context.session, tokens), meant)
    tokens = await parted_units(context.session, await _in_roman(context, tokens))
    tokens = await with_long_names(context.session, await _with_own_numbers(context, tokens))
    pairs = frozenset(await items.known_pairs(context.session, list(dict.fromkeys(pairs_of(tokens)))))
    read: list[Reading | None] = []
    for way in (way._replace(stateless=stateless) for way in _WAYS):
        if not (likeliest and any(read)):
            read.append(await _read(context, tokens, kinds, way, pairs))
    raw = [reading for reading in read if reading is not None]
    raw += list(_of_whom(raw[0], tokens)) if raw and not kinds else []
    readings = tuple(dict.fromkeys(map(completed, raw)))
    parsed = parse(tokens, context.now.date(), stateless=stateless)
    return Understood(
        readings,
        as_typed(tokens),
        tuple(raw),
        goes_on=_goes_on(tokens),
        names_kind=any(isinstance(m, Kind) for m in parsed.meant()),
        tokens=tuple(tokens),
        opens=opens(tokens),
        several=_asks_several(parsed),
        states=tuple(_states(parsed)),
        parts=parts_of(text),
    )


async def _with_own_numbers(context: Context, tokens: Sequence[Token]) -> list[Token]:
    """Call a document by its number here: "42/TB-UBND" is report 2, where no other has that number."""
    told: list[Token] = []
    numbered = False
    for token in tokens:
        if numbered and token.form == "":
            continue
        is_number = bool(token.form) and token.word.isdecimal() and token.form != token.word
        report = await _report_of(context, token.form or "") if is_number else None
        numbered = report is not None
        said = [Token(word, word, "") for word in ("cao", str(report))]
        told += [Token("bao", "bao", token.form), *said] if numbered else [token]
    return told


async def _report_of(context: Context, number: str) -> int | None:
    """Find the one report of a document's number."""
    found = await items.find(context.session, f'keys : kmeeting AND words : "{fingerprint(number)}"', 2)
    return found.places[0].report if found.total == 1 else None


_TOLD = frozenset({"phai", "can", "se", "giao", "duoc", "yeu", "cau", "dao", "nhac"})
"""Words before "làm gì" with which it asks for tasks."""


def _of_whom(reading: Reading, tokens: Sequence[Token]) -> Iterator[Reading]:
    """Ask who somebody is, where it may be asked what the person does: "ông Tám làm gì ở phường"."""
    plain = [token.word for token in tokens]
    does = [at for at, pair in enumerate(pairs_of(tokens)) if pair == "lam gi"]
    asks = bool(does) and _TOLD.isdisjoint(plain[max(does[0] - 2, 0) : does[0]])
    if asks and reading.person and reading.kinds == (Kind.TASK,) and not reading.topic:
        yield replace(reading, kinds=(Kind.PERSON,), intent=Intent.WHO)


def _states(parsed: Parsed) -> Iterator[Token]:
    for said in parsed.said:
        if any(isinstance(meaning, TargetStatus | Flag) for meaning in said.meanings):
            yield from parsed.tokens[said.start : said.end]


def _asks_several(parsed: Parsed) -> bool:
    """Tell whether two things are asked for at once; who does it and by when is one."""
    said = sorted((one for one in parsed.said if one.meanings[0] in _WISHES), key=lambda one: one.start)
    apart = [
        one for one, before in zip(said, [None, *said], strict=False) if not before or one.start > before.end
    ]
    wishes = [one.meanings[0] for one in apart]
    return len(wishes) > 1 and not {Intent.WHO, Intent.WHEN}.issuperset(wishes)


_ROMAN = {"1": "i", "2": "ii", "3": "iii", "4": "iv", "5": "v"}


async def _in_roman(context: Context, tokens: Sequence[Token]) -> list[Token]:
    """Write a number as the book does: "học kỳ 1" is "học kỳ I"; periods are read in both ways."""
    told = {
        at: f"{a.word} {_ROMAN[b.word]}" for at, (a, b) in enumerate(pairwise(tokens), 1) if b.word in _ROMAN
    }
    known = await items.known_pairs(context.session, [*told.values(), *pairs_of(tokens)]) if told else set()
    return [
        Token(_ROMAN[token.word], _ROMAN[token.word])
        if told.get(at) in known
        and f"{tokens[at - 1].word} {token.word}" not in known
        and tokens[at - 1].word != "quy"
        else token
        for at, token in enumerate(tokens)
    ]


async def _read(
    context: Context,
    tokens: Sequence[Token],
    kinds: tuple[Kind, ...],
    way: Way,
    pairs: frozenset[str],
) -> Reading | None:
    """Read a question in one way."""
    known = pairs if way.gives_back else ()
    parsed = parse(tokens, context.now.date(), known, freely=way.freely, stateless=way.stateless)
    parsed.by_position = way.by_position
    reading = combined(parsed, context.now.date(), kinds)
    if way.names:
        found = await named(context.session, reading, parsed, pairs)
        if not (way.places and found):
            return found
        found = await whole_bodies(context.session, found, tokens)
        placed = await of_place(context.session, found, alone=_goes_on(tokens))
        return placed or (found if found.body else None)
    nameless = await named(context.session, reading, parsed, pairs, names=False)
    return nameless if nameless and any(len(t.split()) >= LONG_NAME for t in nameless.topic) else None


def opens(tokens: Sequence[Token]) -> bool:
    """Tell whether a question is "chi tiết" or the like."""
    said = words.phrases().get(" ".join(token.word for token in tokens), ())
    return any(words.DETAILS in meanings for _, meanings in said)


def _goes_on(tokens: Sequence[Token]) -> bool:
    """Tell whether a question begins with "còn", "thế", "vậy", or only asks for more."""
    plain = [token.word for token in tokens]
    edges = [" ".join(plain[:size]) for size in (3, 2, 1)] + [" ".join(plain[-2:])]
    meant = (m for start in edges for _, meanings in words.phrases().get(start, ()) for m in meanings)
    return any(m in {words.REST, words.DETAILS} for m in meant)


def only_words(asked: Understood) -> bool:
    """Tell whether a message is words to look for, and no question: "giao ban", "giải ngân chậm"."""
    reading = asked.readings[0]
    given = set(reading.given())
    if reading.kinds == (Kind.MEETING,):
        return given <= {"topic", "kinds"} and not (asked.chooses and not reading.topic)
    return given <= {"topic"} or (not asked.names_kind and bool(reading.topic) and given <= _VAGUE)


def completed(reading: Reading) -> Reading:
    """Give the kinds that are asked for where only names, topics or times were said."""
    if reading.kinds or not reading.given():
        return reading
    counts_units = reading.intent is Intent.COUNT and bool(reading.unit)  # "có mấy trạm" is no list of tasks
    if reading.intent is Intent.HOW_MUCH or counts_units:
        return replace(reading, kinds=(Kind.TARGET,), intent=Intent.HOW_MUCH)
    if reading.unit or reading.due:
        return replace(reading, kinds=(Kind.TASK,))
    if reading.person:
        return replace(reading, kinds=(Kind.PERSON,))
    if not reading.topic:
        return replace(reading, kinds=(Kind.MEETING,))
    return replace(reading, kinds=ALL) if set(reading.given()) - {"topic"} else reading
