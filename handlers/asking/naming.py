"""Find the units, bodies and people among the words left over of a question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from handlers.asking import forms, words
from handlers.asking.bodies import ONE_WORD, WITHIN, are_one, begins_with_head, heads, owns_reports
from handlers.asking.phrasing import Parsed
from handlers.asking.reading import Intent, Reading
from handlers.asking.tokens import Token, cuts_form, pairs_of
from handlers.asking.topics import with_topics
from reports.folding import fold
from reports.model import Person
from storage import items
from storage.db import Session
from storage.itemkeys import Kind

LONGEST_NAME = 22
LEAST_OF_NAME = 2
LONGEST_PLACE = 4
MOST_OF_NAME = 20
"""People that are looked at for how a name is written."""
SINGLY = 2
"""What may be a name that is looked up by itself, before all others together."""
_TITLES = frozenset({"bac si", "ky su", "giao su", "tien si", "thac si", "luat su", "thieu uy", "trung uy"})
_TITLES |= {"thuong uy", "dai uy", "thieu ta", "trung ta", "thuong ta", "dai ta", "thieu tuong", "dong chi"}
"""What stands before a name and says who somebody is."""
_NO_HEADS = frozenset({"nong thon", "giai phong", "quoc phong", "du phong", "can bo", "tien bo", "cong bo"})
"""Words of which the second begins no name."""
_NO_BEGINNINGS = frozenset(
    {"xa hoi", "to chuc", "khoa hoc", "truong hop", "phong chong", "phong trao", "doi voi"}
    | {"quan ly", "quan li", "quan tri", "quan su", "quan tam", "quan he"}
)
"""Words with which no name begins, though the first alone is one that names begin with."""
_ANY_SUCH = frozenset(
    {"thanh pho", "thi xa", "thi tran", "tap doan", "doanh nghiep", "cong ty", "tong cong ty", "co quan"}
    | {"uy ban", "hoi dong", "nha may", "xi nghiep", "hop tac xa", "hiep hoi", "hoc vien", "dai hoc"}
    | {"benh vien", "trung uong", "chi nhanh", "bo phan", "lien danh", "ngan hang", "tieu ban", "to chuc"}
)
"""What bodies are called: by itself a name where no other stands in the question."""


async def named(
    session: Session, reading: Reading, parsed: Parsed, pairs: frozenset[str], *, names: bool = True
) -> Reading | None:
    """Add to a reading whose items are asked for, and of what; None where that leaves out what was said.

    Without `names` all of it is what.
    """
    parts = parsed.left
    for last in (False, True) if names else ():
        stretches, parts = parts, []
        for stretch in stretches:
            reading, rest = await _names_of(session, reading, parsed, stretch, _Known(pairs, last))
            parts += rest
    return await with_topics(session, reading, parsed, parts, pairs)


class _Known(NamedTuple):
    """The pairs of words that stand in the book, and whether this is the last look at a question."""

    pairs: frozenset[str]
    last: bool


async def _names_of(
    session: Session, reading: Reading, parsed: Parsed, stretch: list[Token], known: _Known
) -> tuple[Reading, list[list[Token]]]:
    """Take the names out of a stretch; gives what is left of it. All pairs of a name are known.

    Only at the last look, and where no body was named, "thành phố" is a name by itself.
    """
    pairs = known.pairs
    alone = known.last and _may_have(reading, "body")
    candidates = [
        one for one in _may_be_names(reading, parsed, stretch, pairs) if alone or one[-1] not in _ANY_SUCH
    ]
    found = await _first_named(session, stretch, candidates)
    if found:
        kind, start, end, name = found
        if end == len(stretch):
            name = await _longer(session, parsed, kind, name, stretch[-1])
        elif await _is_cut(session, kind, name, stretch[end:], pairs):
            name, end = f"{name} {stretch[end].word}", end + 1
        name, end = await _with_its_years(session, kind, name, stretch, end)
        reading = _with(reading, kind, name)
        rest = []
        titled = kind == "person" and " ".join(token.word for token in stretch[:start]) in _TITLES
        for part in (() if titled else stretch[:start], stretch[end:]):
            if part:
                reading, left = await _names_of(session, reading, parsed, part, known)
                rest += left
        return reading, rest
    if known.last and (short := await _short_name(session, reading, parsed, stretch)):
        kind, start, end, name = short
        rest = [part for part in (stretch[:start], stretch[end:]) if part]
        return _with(reading, kind, name), rest
    if known.last and not reading.body and (committee := await _of_committee(session, stretch)):
        name, start, end = committee
        rest = [part for part in (stretch[:start], stretch[end:]) if part]
        return replace(reading, body=name), rest
    owner = "unit" if reading.kinds == (Kind.TASK,) else "body"
    if known.last and _owns(parsed, stretch) and _may_have(reading, owner):
        return _with(reading, owner, " ".join(token.word for token in stretch)), []
    return reading, [stretch]


_COMMITTEES = {
    "thi xa": "thi uy",
    "thanh pho": "thanh uy",
    **{level: f"{level} uy" for level in ("tinh", "huyen", "quan")},
}
"""How the Party's committee of a place is called, by what the place is."""


async def _of_committee(session: Session, stretch: Sequence[Token]) -> tuple[str, int, int] | None:
    """Find a place of which the book knows the Party's committee alone: "huyện Tân Lâm" by its "Huyện ủy"."""
    plain = [token.word for token in stretch]
    for start in range(len(plain)):
        for level, committee in _COMMITTEES.items():
            first = start + len(level.split())
            if " ".join(plain[start:first]) != level:
                continue
            for end in range(min(len(plain), first + LONGEST_PLACE), first + 1, -1):
                name = f"{committee} {' '.join(plain[first:end])}"
                if await items.is_named(session, "body", name):
                    return name, start, end
    return None


async def _with_its_years(
    session: Session, kind: str, name: str, stretch: Sequence[Token], end: int
) -> tuple[str, int]:
    """Add the years behind a name that are part of it: "ban chỉ đạo … giai đoạn 2021-2025"."""
    years = stretch[end].word if end < len(stretch) else ""
    if "-" in years and await items.is_named(session, kind, f"{name} {years}"):
        return f"{name} {years}", end + 1
    return name, end


async def _short_name(
    session: Session, reading: Reading, parsed: Parsed, stretch: Sequence[Token]
) -> _Candidate | None:
    """Find a name of which the words in the middle were left out: "bệnh viện Bình Sơn" of a general hospital.

    It begins with what the name begins with, and ends with what it ends with, at least two words.
    """
    plain = [token.word for token in stretch]
    for kind, start, end in _behind_heads(reading, plain):
        head = next((size for size in (4, 3, 2, 1) if " ".join(plain[start : start + size]) in heads()), 0)
        first, last = " ".join(plain[start : start + head]), " ".join(plain[start + head : end])
        if (
            end - start - head < LEAST_OF_NAME
            or cuts_form(stretch, start, end)
            or not _may_have(reading, kind)
        ):
            continue
        if name := await _one_name(session, kind, first, last):
            return kind, start, end, name
    return None


async def _one_name(session: Session, kind: str, first: str, last: str) -> str:
    """Give the one name that begins and ends so; "" where there is none, or others are meant as well."""
    found = await items.names_with(session, kind, [first, last])
    names = [name for name in found if name.startswith(f"{first} ") and name.endswith(f" {last}")]
    return max(names) if are_one(names) else ""


async def _is_cut(
    session: Session, kind: str, name: str, behind: Sequence[Token], pairs: frozenset[str]
) -> bool:
    """Tell whether a name breaks off within a place's: "xã Tân" before "Hậu", where "xã Tân Lộc" is known.

    Then it is the name of a place of which the book knows nothing.
    """
    head, first = ("", "", *name.split())[-2:]
    if kind == "person" or head not in ONE_WORD or f"{head} {first}" in WITHIN:
        return False
    if not (first.isalpha() and behind[0].word.isalpha()):
        return False
    if pairs.issuperset(pairs_of(behind[:2])) and len(behind) > 1:
        return False  # "xã Tân giải ngân"
    return "" not in await items.words_behind(session, kind, name)


_Candidate = tuple[str, int, int, str]
"""A kind of names, where in a stretch one may stand, and how it is said there."""


async def _first_named(
    session: Session, stretch: Sequence[Token], candidates: Sequence[_Candidate]
) -> _Candidate | None:
    """Give the first that is a name; where the likeliest are none, the others are looked up at once."""
    for at, (kind, start, end, name) in enumerate(candidates):
        others = [(one[0], one[3]) for one in candidates[at:]] if at == SINGLY else []
        if others and not await items.is_one_named(session, others):
            return None
        if not await items.is_named(session, kind, name, at_start=kind == "unit" and start > 0):
            continue
        if kind == "body" and not await owns_reports(session, name):
            continue
        if kind != "person" or await _is_spelt_so(session, name, stretch[start:end]):
            return kind, start, end, name
    return None


async def _is_spelt_so(session: Session, name: str, typed: Sequence[Token]) -> bool:
    """Tell whether anybody's name has the accents that were typed: "phẩm giả" is not "Phạm Gia"."""
    if all(token.typed.isascii() for token in typed):
        return True
    found = await items.find(session, f'keys : kperson AND words : "{name}"', MOST_OF_NAME)
    shown = await items.load(session, found.places)
    written = {
        word.lower() for _, _, item in shown if isinstance(item, Person) for word in item.name.text.split()
    }
    return all(
        any(fold(one) == token.word and words.same_word(token.typed, one) for one in written)
        for token in typed
    )


def _may_be_names(
    reading: Reading, parsed: Parsed, stretch: Sequence[Token], pairs: frozenset[str]
) -> Iterator[_Candidate]:
    """Yield what may be a name that was not told before, each with how it is said."""
    for kind, start, end in _candidates(reading, parsed, stretch):
        if cuts_form(stretch, start, end) or not pairs.issuperset(pairs_of(stretch[start:end])):
            continue
        if forms.joined_pairs().issuperset(pairs_of(stretch[end - 1 : end + 1])) and end < len(stretch):
            continue  # "hội nông" of "hội nông dân"
        name = " ".join(token.word for token in stretch[start:end])
        if stretch[end - 1].word == "va":
            continue
        if name in heads() and pairs.issuperset(pairs_of(stretch[end - 1 : end + 1])) and end < len(stretch):
            continue  # "bảo hiểm" of "bảo hiểm y tế"
        if _may_have(reading, kind):
            yield kind, start, end, name


def _owns(parsed: Parsed, stretch: Sequence[Token]) -> bool:
    """Tell whether a stretch names an owner: "của sở xây dựng"."""
    at = parsed.place(stretch[0])
    before = [*parsed.said, *parsed.given_back.values()]
    follows = any(said.end == at and words.OWNER in said.meanings for said in before)
    return follows and begins_with_head([token.word for token in stretch])


def _may_have(reading: Reading, kind: str) -> bool:
    """Tell whether a name of a kind may be said yet: of bodies several are compared."""
    return not getattr(reading, kind) or (kind == "body" and reading.intent is Intent.COMPARE)


def _with(reading: Reading, kind: str, name: str) -> Reading:
    """Put a name into its place, a body beside the one before."""
    if kind == "body" and reading.body:
        return replace(reading, others=tuple(dict.fromkeys([*reading.others, name])))
    if kind == "unit":
        return replace(reading, unit=name)
    return replace(reading, body=name) if kind == "body" else replace(reading, person=name)


async def _longer(session: Session, parsed: Parsed, kind: str, name: str, last: Token) -> str:
    """Add to a name the phrases behind it that are part of it: "phòng công nghệ" and "thông tin"."""
    end = parsed.place(last) + 1
    while said := next((said for said in parsed.said if said.start == end), None):
        longer = " ".join([name, *(token.word for token in parsed.tokens[end : said.end])])
        if not await items.is_named(session, kind, longer):
            break
        name, end = longer, said.end
    return name


def _candidates(reading: Reading, parsed: Parsed, stretch: Sequence[Token]) -> Iterator[tuple[str, int, int]]:
    """Yield what may be a name: behind a head the longest first, then people, then what a meeting was of."""
    plain = [token.word for token in stretch]
    if not parsed.by_position or not _asks_position(reading):
        yield from _behind_heads(reading, plain)
    if _follows_honorific(parsed, stretch[0]) or reading.intent is Intent.SAID:
        first = 2 if " ".join(plain[:2]) in _TITLES else 0
        least = first + (1 if first or _follows_honorific(parsed, stretch[0]) else LEAST_OF_NAME)
        for end in range(min(len(plain), 6 + first), least - 1, -1):
            yield ("person", first, end)
    if len(plain) >= LEAST_OF_NAME:
        for start in range(len(plain) - 1):
            for end in range(min(len(plain), start + 6), start + 1, -1):
                yield ("person", start, end)
        if Kind.MEETING in reading.kinds:
            yield ("body", 0, len(plain))


def _asks_position(reading: Reading) -> bool:
    """Tell whether somebody is asked for by a position: "ai là bí thư thị ủy"."""
    return reading.kinds == (Kind.PERSON,) and reading.intent is not Intent.SAID and not reading.role


def _behind_heads(reading: Reading, plain: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    owners = _OWNERS.get(reading.kinds, ("body",))
    for start in range(len(plain)):
        if (
            begins_with_head(plain[start:])
            and " ".join(plain[max(start - 1, 0) : start + 1]) not in (_NO_HEADS | words.compound_pairs())
            and " ".join(plain[start : start + 2]) not in _NO_BEGINNINGS
        ):
            last = min(len(plain), start + LONGEST_NAME)
            for end in range(last, start + LEAST_OF_NAME - 1, -1):
                yield from ((kind, start, end) for kind in owners)


_OWNERS: dict[tuple[Kind, ...], tuple[str, ...]] = {(Kind.TASK,): ("unit", "body"), (): ("body", "unit")}


def _follows_honorific(parsed: Parsed, token: Token) -> bool:
    at = parsed.place(token)
    before = [*parsed.said, *parsed.given_back.values()]
    return any(said.end == at and words.HONORIFIC in said.meanings for said in before)
