"""The words of questions, in Vietnamese and English, and what each of them asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise, product

from handlers.asking.reading import Flag, Intent
from reports import lexicon
from reports.folding import fold
from reports.model import PersonRole, TargetStatus
from reports.syllables import spelt
from storage.itemkeys import Kind

Meaning = Kind | Intent | Flag | PersonRole | TargetStatus | str
"""What a phrase means; a plain string is one of the marks below."""


NOTHING = "nothing"  # says nothing by itself
ENGLISH = "english"  # the same in a question in English
REST = "còn"  # goes on with the question before
LATEST = "latest"
OWNER = "owner"  # whose: "của"
HONORIFIC = "honorific"  # a name follows
DUE = "due"  # days that follow are a deadline's
HELD = "held"  # days that follow are a meeting's
DETAILS = "details"
ALONE = "alone"  # said only as a whole message
FINISHED = "lacking.finished"
HOUR = "lacking.hour"
SYMBOL = "lacking.symbol"
ISSUED = "lacking.issued"  # the day that a paper has above its title
CONTACT = "lacking.contact"
ABSENT = "lacking.absent"
FUTURE = "lacking.future"
FORECAST = "lacking.forecast"
JUDGED = "lacking.judged"
PETITION = "lacking.petition"  # what a body asks of those above
ATTENDANCE = "lacking.attendance"  # how many came
NOTED = frozenset({HOUR, SYMBOL, ISSUED, CONTACT, ABSENT, FUTURE, PETITION, ATTENDANCE})
"""What no field is read for, though a report may note it."""
NO_SUCH = "lacking.no_such"
"""A list that was shown is shorter."""
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
_SOFT = {fold(word): word for word in ("số", "mặt", "phần", "mức", "bên", "phía", "công", "tác")}
"""Words that may belong to a topic and say nothing alone."""
_MEASURES = (
    "ha km m m2 m3 mw kwh kg tan ta ty trieu dong em nguoi vu ca luot ho can cai con chiec khoi met the suat "
    "hecta diem ngay thang"
)
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
def asking_pairs() -> frozenset[str]:
    """Give every two folded words that stand side by side in a phrase that asks, and in the calendar."""
    pairs = {f"{a} {b}" for phrase in phrases() for a, b in pairwise(phrase.split())}
    return frozenset(pairs) | frozenset(CALENDAR_PAIRS)


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
CALENDAR_PAIRS = phrases_in(
    "tuan nay, tuan sau, tuan toi, tuan truoc, tuan qua, thang nay, thang sau, thang toi, thang truoc, "
    "thang qua, quy nay, quy sau, quy truoc, nam nay, nam ngoai, nam truoc, nam sau, nam toi, hom nay, "
    "ngay mai, hom qua, dau nam, cuoi nam, this week, next week, this month, last month, this year, last "
    "year, thang dau, thang cuoi, quy i, quy ii, quy iii, quy iv, trong quy, trong thang, trong tuan"
)


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
            one.isascii() or heard(one) == heard(other)
            for one, other in zip(typed, written.split(), strict=True)
        )
        for written in _little().get(" ".join(map(fold, typed)), ())
    )


@lru_cache(4096)
def same_word(typed: str, written: str) -> bool:
    """Tell whether a typed word may be one of the same letters: it has no accents, or the same.

    A stroke through the d is often left out: "dàn" may be "đàn".
    """
    return typed.isascii() or heard(typed.replace("đ", "d")) == heard(written.replace("đ", "d"))


_HOOK, _TILDE = "\u0309", "\u0303"
_HATLESS = re.compile(r"(?<=i)e(?=(?:[cmnptu]|ng)?[^\w]?$)(?<!gie)")


@lru_cache(16384)
def heard(word: str) -> str:
    """Write a word one way with two slips that many make: hỏi for ngã, and "kién" for "kiến".

    >>> heard("tuyễn") == heard("tuyển"), heard("kién") == heard("kiến"), heard("kiên") == heard("kiến")
    (True, True, False)
    """
    one_way = spelt(word).replace(_TILDE, _HOOK)
    return one_way if word.isascii() else _HATLESS.sub("ê", one_way)


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
