"""The words of questions, in Vietnamese and English, and what each of them asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise, product
from typing import NamedTuple

from handlers.asking.reading import Flag, Intent
from reports import lexicon
from reports.folding import fingerprint, fold
from reports.model import PersonRole, TargetStatus
from reports.shortforms import Forms, known_forms, read_forms
from reports.syllables import is_syllable, spelt
from storage.itemkeys import Kind

Meaning = Kind | Intent | Flag | PersonRole | TargetStatus | str
"""What a phrase means; a plain string is one of the marks below."""

Meanings = Mapping[str, tuple[str, ...]]
"""Short forms, each with what it may mean in full."""

NOTHING = "nothing"  # says nothing by itself
ENGLISH = "english"  # the same in a question in English
REST = "còn"  # goes on with the question before
LATEST = "latest"
OWNER = "owner"  # whose: "của"
HONORIFIC = "honorific"  # a name follows
DUE = "due"  # days that follow are a deadline's
HELD = "held"  # days that follow are a meeting's
DETAILS = "details"
FINISHED = "lacking.finished"
HOUR = "lacking.hour"
SYMBOL = "lacking.symbol"
CONTACT = "lacking.contact"
ABSENT = "lacking.absent"
FUTURE = "lacking.future"
FORECAST = "lacking.forecast"
JUDGED = "lacking.judged"
PETITION = "lacking.petition"  # what a body asks of those above
ATTENDANCE = "lacking.attendance"  # how many came
NOTED = frozenset({HOUR, SYMBOL, CONTACT, ABSENT, FUTURE, PETITION, ATTENDANCE})
"""What no field is read for, though a report may note it."""
UNCLEAR = "lacking.person"
"""Of several people, or of nobody, it was not said who is meant."""

_PARTS: dict[str, Meaning] = {
    **{kind.name.lower(): kind for kind in Kind},
    **{str(value): value for meanings in (Intent, Flag, PersonRole, TargetStatus) for value in meanings},
}
"""What the heads of `vocabulary/phrases.txt` name; what is not here is a mark."""

WITH_ACCENTS = frozenset(
    [
        "chị",
        "cô",
        "chú",
        "đc",
        "thầy",
        "trễ",
        "vắng",
        "hở",
        "hả",
        "dạ",
        "nè",
        "nghe",
        "kiếm",
        "thưa",
        "hơn",
        "thua",
        "vẫn",
        "hãy",
        "đấy",
        "vầy",
        "coi",
        "hen",
        "rứa",
        "rớt",
    ]
)
"""Words that are others without their accents: "ba", "chi", "co"."""
_ENGLISH_WORDS = (
    "who what which how when where why tasks task targets target meeting meetings report reports "
    "overdue latest limitations behind causes show list is the in of quarter month year week "
    "for by was were are did does much many chaired deadline due from with about must should have has been "
    "half first nine last this next and on at rate"
)
IN_ENGLISH = frozenset(_ENGLISH_WORDS.split())
"""Words of which a question in English has two, one of them at least no Vietnamese syllable."""
_SOFT = {fold(word): word for word in ("số", "mặt", "phần", "mức", "bên", "phía", "công", "tác")}
"""Words that may belong to a topic and say nothing alone."""
_MEASURES = (
    "ha km m m2 m3 mw kwh kg tan ta ty trieu dong em nguoi vu ca luot ho can cai con chiec khoi met the suat "
    "hecta diem ngay thang"
)
_LOANED = (
    "online offline website web email internet wifi app camera video zalo facebook covid vaccine virus "
    "festival tour homestay resort logistics ocop kpi smart start startup logo banner container taxi "
    "metro game studio showroom marketing fanpage robot blockchain chatbot deadline file data server "
    "test golf karaoke massage fdi cpi grdp gdp vat pci iuu cdc ceo pmu"
)
LOANED = frozenset(_LOANED.split())
"""Words of English that stand in questions in Vietnamese, too."""
SHORTEST_PLURAL = 4
"""Letters of a plural at least."""
MEASURES = frozenset(_MEASURES.split())
"""Words behind "bao nhiêu" that say in what."""
FIRM = frozenset({"viec", "ai", "hop", "tasks", "targets", "reports", "meetings"})
"""Words that are never part of a name or a topic."""


def _meanings() -> Iterator[tuple[str, tuple[Meaning, ...]]]:
    """Read the phrases; those of a head go on over its lines."""
    for section in " ".join(lines("phrases")).split("[")[1:]:
        head, given = section.split("]")
        meanings: tuple[Meaning, ...] = tuple(_PARTS.get(part, part) for part in head.split(" + "))
        for phrase in phrases_in(given):
            for said in expanded(phrase):
                yield said, meanings


def expanded(phrase: str) -> Iterator[str]:
    """Yield the phrases that one with choices stands for.

    >>> list(expanded(" (chưa|không) rõ hạn (|nào)"))
    ['chưa rõ hạn', 'chưa rõ hạn nào', 'không rõ hạn', 'không rõ hạn nào']
    """
    parts = [part.split("|") for part in _CHOICES.split(phrase)]
    for chosen in product(*parts):
        yield " ".join(" ".join(chosen).split())


_CHOICES = re.compile(r"[()]")


@cache
def lines(name: str) -> tuple[str, ...]:
    """Give the lines of a file of the vocabulary, without its remarks."""
    text = (files(__package__) / "vocabulary" / f"{name}.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line.strip() and not line.startswith("#"))


def phrases_in(text: str) -> list[str]:
    """Split what stands between commas, spaces made one.

    >>> phrases_in("giao ai, giao  cho ai,")
    ['giao ai', 'giao cho ai']
    """
    return [phrase for part in text.split(",") if (phrase := " ".join(part.split()))]


@cache
def phrases() -> dict[str, tuple[tuple[str, tuple[Meaning, ...]], ...]]:
    """Give all phrases by their folded words, each with how it is written and what it means."""
    found: dict[str, list[tuple[str, tuple[Meaning, ...]]]] = {}
    for written, meanings in _meanings():
        found.setdefault(fold(written), []).append((written, meanings))
    return {folded: tuple(options) for folded, options in found.items()}


@cache
def longest() -> Mapping[str, int]:
    """Count the words of the longest phrase that begins with a folded word."""
    found: dict[str, int] = {}
    for phrase in phrases():
        first, *others = phrase.split()
        found[first] = max(found.get(first, 0), 1 + len(others))
    return found


@cache
def own_words() -> frozenset[str]:
    """Give every folded word of the phrases and of the calendar."""
    return frozenset(word for phrase in phrases() for word in phrase.split()) | frozenset(_CALENDAR.split())


@cache
def own_pairs() -> frozenset[str]:
    """Give every two folded words that stand side by side in a phrase."""
    split = [phrase.split() for phrase in phrases()] + [long.split() for long in short_forms().values()]
    pairs = {f"{a} {b}" for words in split for a, b in pairwise(words)}
    return frozenset(pairs) | frozenset(_CALENDAR_PAIRS)


@cache
def asking_pairs() -> frozenset[str]:
    """Give every two folded words that stand side by side in a phrase that asks, and in the calendar."""
    pairs = {f"{a} {b}" for phrase in phrases() for a, b in pairwise(phrase.split())}
    return frozenset(pairs) | frozenset(_CALENDAR_PAIRS)


@cache
def telling_words() -> frozenset[str]:
    """Give the words of phrases that say what is asked for, and of the calendar."""
    told = [phrase for phrase, options in phrases().items() if all(NOTHING not in m for _, m in options)]
    return frozenset(word for phrase in told for word in phrase.split()) | frozenset(_CALENDAR.split())


@cache
def telling_pairs() -> frozenset[str]:
    """Give the pairs of phrases that say what is asked for."""
    told = [phrase for phrase, options in phrases().items() if all(NOTHING not in m for _, m in options)]
    return frozenset(f"{a} {b}" for phrase in told for a, b in pairwise(phrase.split()))


_CALENDAR = (
    "nam quy thang tuan ngay hom nay mai qua sau truoc toi dau cuoi giua ca tu den i ii iii iv ngoai kia "
    "giai doan "
    "nua q this next week month year quarter weeks months days half first second third fourth "
    "two three four five six seven eight nine ten eleven today tomorrow before after until since from "
    "january february march "
    "april may june july august september october november december mot hai ba bon sau bay tam chin muoi"
)
_CALENDAR_PAIRS = [
    "tuan nay",
    "tuan sau",
    "tuan toi",
    "tuan truoc",
    "tuan qua",
    "thang nay",
    "thang sau",
    "thang toi",
    "thang truoc",
    "thang qua",
    "quy nay",
    "quy sau",
    "quy truoc",
    "nam nay",
    "nam ngoai",
    "nam truoc",
    "nam sau",
    "nam toi",
    "hom nay",
    "ngay mai",
    "hom qua",
    "dau nam",
    "cuoi nam",
    "this week",
    "next week",
    "this month",
    "last month",
    "this year",
    "last year",
    "thang dau",
    "thang cuoi",
    "quy i",
    "quy ii",
    "quy iii",
    "quy iv",
    "trong quy",
    "trong thang",
    "trong tuan",
]


@cache
def _little() -> dict[str, tuple[str, ...]]:
    """Give the words, and phrases of two, that say little of a topic, by their folded ones."""
    found: dict[str, tuple[str, ...]] = {}
    for written in phrases_in(",".join(lines("soft"))):
        found[fold(written)] = (*found.get(fold(written), ()), written)
    return found


def is_compound(typed: Sequence[str]) -> bool:
    """Tell whether words as typed are one of these: "bảo vệ", "bao ve", and not "báo về"."""
    options = _compounds_written().get(" ".join(map(fold, typed)), ())
    return any(all(map(same_word, typed, written.split())) for written in options)


@cache
def _compounds_written() -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for written in phrases_in(",".join([*lines("compounds"), *lines("attributes")])):
        found.setdefault(fold(written), []).append(written)
    return found


@cache
def compounds() -> frozenset[str]:
    """Give words of a topic that say nothing else together: "giao thông", "cán bộ", "sổ đỏ"."""
    return frozenset(map(fold, phrases_in(",".join(lines("compounds"))))) | bound_pairs()


@cache
def bound_pairs() -> frozenset[str]:
    """Give the words of two syllables that stand nowhere else apart: "học phí"."""
    pairs = frozenset(map(fold, phrases_in(",".join(lines("attributes")))))
    return frozenset(pair for pair in pairs if pair.count(" ") == 1)


@cache
def compound_pairs() -> frozenset[str]:
    """Give the pairs of these."""
    return frozenset(f"{a} {b}" for one in compounds() for a, b in pairwise(one.split()))


@cache
def joined_pairs() -> frozenset[str]:
    """Give the pairs of words that are one thing together: of compounds, and of what is written short."""
    longs = [long for meanings in meanings_of_forms().values() for long in meanings]
    return compound_pairs() | {f"{a} {b}" for long in longs for a, b in pairwise(long.split())}


def is_soft(typed: str) -> bool:
    """Tell whether a word may belong to a topic and says nothing alone.

    >>> is_soft("mat"), is_soft("mặt"), is_soft("mất")
    (True, True, False)
    """
    written = _SOFT.get(fold(typed))
    return written is not None and same_word(typed, written)


def says_little(typed: Sequence[str]) -> bool:
    """Tell whether one word or two say little of a topic: "lo" does, "lỗ" does not."""
    return any(
        all(
            one.isascii() or spelt(one) == spelt(other)
            for one, other in zip(typed, written.split(), strict=True)
        )
        for written in _little().get(" ".join(map(fold, typed)), ())
    )


@lru_cache(4096)
def same_word(typed: str, written: str) -> bool:
    """Tell whether a typed word may be one of the same letters: it has no accents, or the same.

    A stroke through the d is often left out: "dàn" may be "đàn".
    """
    return typed.isascii() or spelt(typed.replace("đ", "d")) == spelt(written.replace("đ", "d"))


class EnglishName(NamedTuple):
    """What questions in English name: what it may be in Vietnamese, and how it goes with other words.

    `kind` is "to" for what is done ("to build"), "did" for what was ("built"), "is" for how things are
    ("slow"), "" for a thing.
    """

    english: str
    vietnamese: tuple[str, ...]
    kind: str = ""


@cache
def from_english() -> Mapping[str, EnglishName]:
    """Give what questions in English name, each by its words in the singular."""
    found: dict[str, EnglishName] = {}
    for line in lines("english"):
        left, _, right = line.partition("=")
        kind, names = names_in(left)
        meant = tuple(one.strip() for one in right.split("|"))
        for name in names:
            found.setdefault(_in_singular(name.split()), EnglishName(name, meant, kind))
    return found


def names_in(listed: str) -> tuple[str, list[str]]:
    """Read what the list of English names says on the left: of what kind names are, and the names.

    >>> names_in("to fix, mend "), names_in("forest fire")
    (('to', ['fix', 'mend']), ('', ['forest fire']))
    """
    head = listed.split(maxsplit=1)[0]
    kind = head if head in {"to", "did", "is"} else ""
    return kind, [" ".join(name.split()) for name in listed.strip().removeprefix(f"{kind} ").split(",")]


def in_english(typed: Sequence[str]) -> EnglishName | None:
    """Find what some words name in English, in any number; of what is done also in any time.

    >>> in_english(["poor", "households"]).vietnamese, in_english(["repaired"]).english, in_english(["gate"])
    (('hộ nghèo',), 'repair', None)
    """
    names = from_english()
    if name := names.get(_in_singular(typed)):
        return name
    plain = (" ".join([first, *typed[1:]]) for first in _plain_verbs(typed[0]))
    return next((names[verb] for verb in plain if verb in names and names[verb].kind == "to"), None)


def is_english(word: str) -> bool:
    """Tell whether a word is one of those that questions in English have, and no others."""
    if word in IN_ENGLISH:
        return True
    if word in LOANED or is_syllable(word):
        return False
    return singular(word) in _english_words() or any(verb in _english_words() for verb in _plain_verbs(word))


@cache
def _english_words() -> frozenset[str]:
    return frozenset(word for english in from_english() for word in english.split())


@cache
def said_in_english() -> frozenset[str]:
    """Give the words of the phrases and of the calendar with which questions in English ask."""
    said = (phrase for phrase, options in phrases().items() if any(ENGLISH in m for _, m in options))
    asking = frozenset(word for phrase in said for word in phrase.split())
    return IN_ENGLISH | asking | {word for word in own_words() if not is_syllable(word)}


def _in_singular(typed: Sequence[str]) -> str:
    return " ".join(map(singular, typed))


def singular(word: str) -> str:
    """Give what a word of English may be the plural of.

    >>> [singular(word) for word in ("companies", "houses", "taxes", "process", "gas")]
    ['company', 'house', 'tax', 'process', 'gas']
    """
    if len(word) < SHORTEST_PLURAL or not word.endswith("s") or word.endswith("ss"):
        return word
    if word.endswith("ies"):
        return word.removesuffix("ies") + "y"
    return word.removesuffix("es") if word.endswith(("sses", "xes", "ches", "shes")) else word[:-1]


def _plain_verbs(word: str) -> Iterator[str]:
    """Yield the verbs of which a word may be a form: "submitted", "producing", "applied"."""
    for ending in ("ied", "ed", "ing"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 1:
            yield from (stem + "y",) if ending == "ied" else (stem, stem + "e")
            if stem[-1] == stem[-2]:
                yield stem[:-1]


@cache
def accented_forms() -> frozenset[str]:
    """Give the short forms that are written with accents."""
    told = [*lexicon.phrases("shortforms"), *lexicon.phrases("bodyforms")]
    told += [*lines("abbreviations"), *lines("meanings")]
    return frozenset(short for line in told if not (short := line.split("=")[0].strip()).isascii())


@cache
def short_forms() -> Forms:
    """Give the short forms of questions, and those of reports."""
    return {**known_forms(), **read_forms(lines("abbreviations"))}


ORDINALS = frozenset({"nhat", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi"})
"""What numbers a session behind "thứ": "kỳ họp thứ Ba"."""


@cache
def _positions() -> frozenset[str]:
    return frozenset(map(fold, lexicon.phrases("positions")))


def is_position(plain: str) -> bool:
    """Tell whether folded words say what somebody is: "chu tich"."""
    return plain in _positions()


def begins_position(plain: Sequence[str]) -> bool:
    """Tell whether folded words begin with what somebody is."""
    return any(is_position(" ".join(plain[:size])) for size in range(1, 5))


@cache
def meanings_of_forms() -> Meanings:
    """Give all that short forms of questions may mean, the likeliest first; some also stay as they are."""
    found: dict[str, tuple[str, ...]] = {short: (long,) for short, long in short_forms().items()}
    for line in lines("meanings"):
        short, _, longs = line.partition("=")
        found[fingerprint(short)] = (*map(fingerprint, longs.split("|")), fingerprint(short))
    several = (name for name in from_english().values() if len(name.vietnamese) > 1)
    return {name.english: tuple(map(fingerprint, name.vietnamese)) for name in several} | found
