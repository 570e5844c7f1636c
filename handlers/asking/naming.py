"""Find the units, bodies and people among the words left over of a question; what remains is its topic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from handlers.asking import words
from handlers.asking.phrasing import Parsed, Said
from handlers.asking.reading import Intent, Reading
from handlers.asking.tokens import Token, cuts_form, pairs_of
from reports.folding import fingerprint, fold
from reports.lexicon import phrases
from reports.model import Person
from reports.shortforms import expand
from storage import items
from storage import search as texts_with
from storage.db import Session
from storage.itemkeys import Kind

LONGEST_NAME = 22
LEAST_OF_NAME = 2
LONG_NAME = 7
"""Words of a name that nobody says by chance."""
MOST_OF_NAME = 20
"""Meetings that are looked at for the rest of a body's name."""
SINGLY = 2
"""What may be a name that is looked up by itself, before all others together."""
_PLACES = (
    "xã, phường, thị trấn, huyện, quận, tỉnh, thành phố, thị xã, thôn, ấp, khu phố, phòng, công ty, trường, "
    "xí nghiệp, trung tâm, trạm, chi bộ, đảng bộ, khối, tổ, khoa, bộ phận, bệnh viện, đội, các"
)


_TITLES = frozenset({"bac si", "ky su", "giao su", "tien si", "thac si", "luat su", "thieu uy", "trung uy"})
_TITLES |= {"thuong uy", "dai uy", "thieu ta", "trung ta", "thuong ta", "dai ta", "thieu tuong", "dong chi"}
"""What stands before a name and says who somebody is."""
_DONE = frozenset({"xu ly", "giai quyet", "khac phuc", "lo lieu", "dam trach", "tiep nhan", "dam duong"})
"""What may be done of anything."""
_HEADS_OF_NAMES = frozenset(
    ["duong", "cau", "cho", "suoi", "ho", "kenh", "truong", "xa", "phuong", "thon", "ap"]
)
"""What stands before the name of a place or a school."""
_NO_HEADS = frozenset({"nong thon", "giai phong", "quoc phong", "du phong", "can bo", "tien bo", "cong bo"})
"""Words of which the second begins no name."""
_NO_BEGINNINGS = frozenset(
    {"xa hoi", "to chuc", "khoa hoc", "truong hop", "phong chong", "phong trao", "doi voi"}
)
"""Words with which no name begins, though the first alone is one that names begin with."""
_ANY_SUCH = frozenset(
    {"thanh pho", "thi xa", "thi tran", "tap doan", "doanh nghiep", "cong ty", "tong cong ty", "co quan"}
    | {"uy ban", "hoi dong", "nha may", "xi nghiep", "hop tac xa", "hiep hoi", "hoc vien", "dai hoc"}
    | {"benh vien", "trung uong", "chi nhanh", "bo phan", "lien danh", "ngan hang", "tieu ban", "to chuc"}
)
"""What bodies are called: by itself a name where no other stands in the question."""
_LEVELS = {"xa": "xã", "phuong": "phường", "tinh": "tỉnh", "huyen": "huyện", "thi tran": "thị trấn"}
"""Whose a report may be, without a name: "thu ngân sách xã"."""
_WITHIN = (
    *("tinh", "thanh pho", "huyen", "quan", "thi xa", "thi tran", "phuong", "xa", "dac khu"),
    *("tinh uy", "thanh uy", "huyen uy", "thi uy"),
)
"""What stands before a place's name in a body's."""
_ONE_WORD = frozenset(name for name in _WITHIN if " " not in name)


@cache
def heads() -> frozenset[str]:
    """Give the words with which names of bodies and units begin, folded and in full."""
    given = (*phrases("bodies"), *_PLACES.split(", "))
    return frozenset(" ".join(expand(fold(head).split(), words.short_forms())) for head in given)


async def named(
    session: Session, reading: Reading, parsed: Parsed, pairs: frozenset[str], *, names: bool = True
) -> Reading | None:
    """Add to a reading whose items are asked for, and of what; None where that leaves out what was said.

    Without `names` all of it is what.
    """
    topics: list[str] = []
    typed: list[str] = []
    light: list[str] = []
    parts = parsed.left
    for last in (False, True) if names else ():
        stretches, parts = parts, []
        for stretch in stretches:
            reading, rest = await _names_of(session, reading, parsed, stretch, _Known(pairs, last))
            parts += rest
    for part in parts:
        for chain in await _without_classifiers(session, _chains(parsed, part, pairs)):
            if reading.kinds == (Kind.TASK,) and " ".join(token.word for token in chain) in _DOING:
                continue
            trimmed = await _trimmed(session, parsed, chain)
            if trimmed is None:
                return None
            words_of = " ".join(token.word for token in trimmed)
            topics += [words_of] if trimmed else []
            light += [words_of] if trimmed and _says_what_is_done(parsed, trimmed) else []
            typed += [" ".join(token.typed for token in trimmed)] if trimmed else []
    accented = tuple(words for words in dict.fromkeys(typed) if not words.isascii())
    return replace(reading, topic=tuple(dict.fromkeys(topics)), typed=accented, light=tuple(light))


_DOING = frozenset({"lam", "thuc hien", "trien khai", "lo lieu"})
"""What is done of any task."""
_CLASSIFIERS = (
    *(
        "chuyện",
        "phần",
        "mảng",
        "lĩnh vực",
        "khâu",
        "vụ",
        "vụ việc",
        "vấn đề",
        "mục",
        "khoản",
        "mặt",
        "công việc",
    ),
    *(
        "mức",
        "mức độ",
        "sự",
        "số liệu",
        "con số",
        "công tác",
        "việc",
        "nội dung",
        "tình hình",
        "đầu việc",
        "việc làm",
    ),
)
"""Words before a topic that say nothing of it, where no item has them there: "chuyện hiến đất"."""


async def _without_classifiers(session: Session, chains: list[list[Token]]) -> list[list[Token]]:
    """Leave out the words before a topic that say nothing of it."""
    left: list[list[Token]] = []
    chains = _joined_classifiers(chains)
    for at, chain in enumerate(chains):
        size = 0 if left else _classifier(chain)
        behind = chain[size:] or (chains[at + 1] if at + 1 < len(chains) else [])
        if size and (not behind or await _goes_with(session, chain[:size], chain, behind[0])):
            size = 0
        if size < len(chain):
            left.append(chain[size:])
    return left


def _joined_classifiers(chains: list[list[Token]]) -> list[list[Token]]:
    """Join two words of one classifier that stand side by side nowhere in the book: "lĩnh vực"."""
    joined: list[list[Token]] = []
    for chain in chains:
        before = joined[-1] if joined else []
        if len(before) == 1 and _classifier([*before, chain[0]]) == len(before) + 1:
            joined[-1] = [*before, *chain]
        else:
            joined.append(chain)
    return joined


async def _goes_with(session: Session, some: Sequence[Token], chain: Sequence[Token], behind: Token) -> bool:
    """Tell whether words that may say nothing are of a topic: an item has them there, or a text before it."""
    if len(chain) > len(some) and await _stands_somewhere(session, chain):
        return True
    together = " ".join(token.word for token in (*some, behind))
    return bool(await texts_with.matching(session, f'"{together}"', 1))


def _classifier(chain: Sequence[Token]) -> int:
    """Count the words of a classifier with which a topic begins; "vụ mùa" is one word."""
    for size in (2, 1):
        some = chain[:size]
        beside = " ".join(token.word for token in chain[size - 1 : size + 1])
        if len(some) == size and not (len(chain) > size and beside in words.joined_pairs()):
            plain = " ".join(token.word for token in some)
            for written in _CLASSIFIERS:
                if plain == fold(written) and all(
                    words.same_word(token.typed, word)
                    for token, word in zip(some, written.split(), strict=True)
                ):
                    return size
    return 0


async def with_long_names(session: Session, tokens: Sequence[Token]) -> list[Token]:
    """Mark the words of a body's long name, which may have those of a question in it: "… thực hiện các …"."""
    marked = list(tokens)
    plain = [token.word for token in tokens]
    at = 0
    while at + LONG_NAME <= len(plain):
        end = at + 1
        if _begins_with_head(plain[at:]):
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

    None where there is no such topic; `alone` also where nothing else was said ("còn Tân Mỹ?").
    """
    said_alone = len(reading.given()) == 1 == len(reading.topic)
    if reading.body or reading.person or (said_alone and not alone):
        return None
    there = [topic for topic in reading.topic if await _is_place(session, topic, reading.typed)]
    if len(there) != 1:
        return None
    topics = tuple(topic for topic in reading.topic if topic not in there)
    typed = tuple(some for some in reading.typed if fold(some) not in there)
    return replace(reading, body=there[0], topic=topics, typed=typed)


async def whole_body(session: Session, reading: Reading, tokens: Sequence[Token]) -> Reading:
    """Take the topic right behind a body for the end of its name: "ban quản lý dự án Long Tuyền"."""
    plain = " ".join(token.word for token in tokens)
    ends = [topic for topic in reading.topic if f" {reading.body} {topic}" in f" {plain}"]
    if not reading.body or not ends:
        return reading
    told = f'keys : kmeeting AND body : "{reading.body}" AND body : "{ends[0]}"'
    found = await items.find(session, told, MOST_OF_NAME)
    shown = await items.load(session, found.places)
    named = {fingerprint(meeting.organisation.text) for meeting, _, _ in shown if meeting.organisation}
    names = [name for name in named if reading.body in name and name.endswith(f" {ends[0]}")]
    if len(names) != 1:
        return reading
    topics = tuple(topic for topic in reading.topic if topic != ends[0])
    return replace(
        reading, body=names[0], topic=topics, typed=tuple(t for t in reading.typed if fold(t) in topics)
    )


async def _is_place(session: Session, name: str, typed: Sequence[str]) -> bool:
    if name in _LEVELS:
        if typed and name not in map(fold, typed):
            return False  # "tinh giản" typed with accents has no "tỉnh"
        accented = next((some for some in typed if fold(some) == name), _LEVELS[name])
        return accented == _LEVELS[name] and await items.is_named(session, "body", name)
    if " " not in name:
        return False
    return await items.is_any_named(session, "body", [f"{what} {name}" for what in _WITHIN])


def _says_what_is_done(parsed: Parsed, chain: Sequence[Token]) -> bool:
    """Tell whether words right behind "ai" say only that something is done: "ai xử lý"."""
    at = parsed.place(chain[0])
    asked = any(said.end == at and said.meanings == (Intent.WHO,) for said in parsed.said)
    return asked and " ".join(token.word for token in chain) in _DONE


async def _trimmed(session: Session, parsed: Parsed, chain: Sequence[Token]) -> list[Token] | None:
    """Take words off a topic that say what they say; None where one of them says more than nothing."""
    least = [at for at, token in enumerate(chain) if parsed.place(token) not in parsed.given_back]
    if not least:
        off = chain
        kept: Sequence[Token] = ()
    else:
        first, last = least[0], least[-1] + 1
        spans = [(a, b) for a in range(first + 1) for b in range(len(chain), last - 1, -1)]
        spans.sort(key=lambda span: span[0] - span[1])
        for a, b in spans:
            if (a, b) == (first, last) or await _stands_somewhere(session, chain[a:b]):
                first, last = a, b
                break
        kept, off = chain[first:last], [*chain[:first], *chain[last:]]
    if any(_tells(parsed.given_back[parsed.place(token)]) for token in off):
        return None
    return [] if all(words.is_soft(token.typed) for token in kept) else list(kept)


async def _stands_somewhere(session: Session, chain: Sequence[Token]) -> bool:
    """Tell whether words stand side by side in an item, or in the name of a body: "Nguyễn Du"."""
    if await items.exists(session, _phrase(chain)):
        return True
    name = " ".join(token.word for token in chain)
    return " " in name and await items.is_named(session, "body", name)


def _phrase(chain: Sequence[Token]) -> str:
    return 'words : "' + " ".join(token.word for token in chain) + '"'


def _tells(said: Said) -> bool:
    return not {words.NOTHING, words.OWNER, words.HONORIFIC, words.REST, Kind.TASK} & set(said.meanings)


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
    alone = known.last and not reading.body
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
    owner = "unit" if reading.kinds == (Kind.TASK,) else "body"
    if (
        known.last and _owns(parsed, stretch) and not getattr(reading, owner)
    ):  # nobody of that name is in the book
        return _with(reading, owner, await _whole_name(session, stretch)), []
    return reading, [stretch]


async def _with_its_years(
    session: Session, kind: str, name: str, stretch: Sequence[Token], end: int
) -> tuple[str, int]:
    """Add the years behind a name that are part of it: "ban chỉ đạo … giai đoạn 2021-2025"."""
    years = stretch[end].word if end < len(stretch) else ""
    if "-" in years and await items.is_named(session, kind, f"{name} {years}"):
        return f"{name} {years}", end + 1
    return name, end


async def _whole_name(session: Session, stretch: Sequence[Token]) -> str:
    """Give the one name that begins and ends with some words: "ban Sông Mây" of a board with that river's."""
    first, *rest = (token.word for token in stretch)
    said = " ".join([first, *rest])
    if len(rest) < LEAST_OF_NAME:
        return said
    pattern = f"{first} * {' '.join(rest)}"
    names = {name for name in await items.names_like(session, pattern) if name.startswith(f"{first} ")}
    alike = {name.replace("y", "i") for name in names}  # "quản lí", "quản lý"
    return max(names) if len(alike) == 1 else said


async def _is_cut(
    session: Session, kind: str, name: str, behind: Sequence[Token], pairs: frozenset[str]
) -> bool:
    """Tell whether a name breaks off within a place's: "xã Tân" before "Hậu", where "xã Tân Lộc" is known.

    Then it is the name of a place of which the book knows nothing.
    """
    head, first = ("", "", *name.split())[-2:]
    if kind == "person" or head not in _ONE_WORD or f"{head} {first}" in _WITHIN:
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
        if words.joined_pairs().issuperset(pairs_of(stretch[end - 1 : end + 1])) and end < len(stretch):
            continue  # "hội nông" of "hội nông dân"
        name = " ".join(token.word for token in stretch[start:end])
        if name in heads() and pairs.issuperset(pairs_of(stretch[end - 1 : end + 1])) and end < len(stretch):
            continue  # "bảo hiểm" of "bảo hiểm y tế"
        if not getattr(reading, kind):
            yield kind, start, end, name


def _owns(parsed: Parsed, stretch: Sequence[Token]) -> bool:
    """Tell whether a stretch names an owner: "của sở xây dựng"."""
    at = parsed.place(stretch[0])
    before = [*parsed.said, *parsed.given_back.values()]
    follows = any(said.end == at and words.OWNER in said.meanings for said in before)
    return follows and _begins_with_head([token.word for token in stretch])


def _with(reading: Reading, kind: str, name: str) -> Reading:
    """Put a name into its place."""
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
            _begins_with_head(plain[start:])
            and " ".join(plain[max(start - 1, 0) : start + 1]) not in (_NO_HEADS | words.compound_pairs())
            and " ".join(plain[start : start + 2]) not in _NO_BEGINNINGS
        ):
            last = min(len(plain), start + LONGEST_NAME)
            for end in range(last, start + LEAST_OF_NAME - 1, -1):
                yield from ((kind, start, end) for kind in owners)


_OWNERS: dict[tuple[Kind, ...], tuple[str, ...]] = {(Kind.TASK,): ("unit", "body"), (): ("body", "unit")}


def _begins_with_head(plain: Sequence[str]) -> bool:
    return any(" ".join(plain[:size]) in heads() for size in range(1, min(len(plain), 6) + 1))


def _follows_honorific(parsed: Parsed, token: Token) -> bool:
    at = parsed.place(token)
    before = [*parsed.said, *parsed.given_back.values()]
    return any(said.end == at and words.HONORIFIC in said.meanings for said in before)


def _chains(parsed: Parsed, part: Sequence[Token], pairs: frozenset[str]) -> list[list[Token]]:
    """Cut words where two stand side by side that do so nowhere in the book."""
    chains = [[part[0]]]
    for at, (before, token) in enumerate(pairwise(part), 1):
        together = f"{before.word} {token.word}"
        known = together in pairs or together in words.joined_pairs() or _is_ordinal(parsed, before, token)
        named = token.capital and (before.capital or before.word in _HEADS_OF_NAMES)
        if named or ((known or token.form == "") and not _begins_name(part, at)):
            chains[-1].append(token)
        else:
            chains.append([token])
    return chains


_SESSIONS = frozenset({"hop", "ky", "phien", "lan"})


def _is_ordinal(parsed: Parsed, first: Token, second: Token) -> bool:
    """Tell whether two words number a session: "kỳ họp thứ Hai"."""
    if first.word != "thu" or second.word not in words.ORDINALS:
        return False
    at = parsed.place(first)
    return at > 0 and parsed.tokens[at - 1].word in _SESSIONS


def _begins_name(part: Sequence[Token], at: int) -> bool:
    """Tell "thi công | trường Nguyễn Du" from "công trường", by the capital behind the word."""
    goes_on = at + 1 < len(part) and part[at + 1].capital and not part[at].capital
    whole = " ".join(token.word for token in part[max(at - 2, 0) : at]) in words.compounds()
    return goes_on and whole and part[at].word in heads()
