"""Understand a question: phrases and times are taken out, what is left over are names and topics."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from handlers.asking import words
from handlers.asking.padding import without_padding
from handlers.asking.reading import Flag, Intent
from handlers.asking.words import Meaning, phrases
from handlers.calendar import Timed, timed
from reports.folding import fold
from reports.model import PersonRole, TargetStatus
from reports.syllables import is_syllable, spelt
from storage.itemkeys import Kind

_TOKEN = re.compile(r"[^\W_]+(?:[./-]\d+(?!\w))*")
_CODE = re.compile(r"[^\W\d_]{2,}-\d+")
_REPORT = re.compile(
    r"\b(?:bao cao|bc|report|cuoc hop|thong bao) (?:so )?(?P<number>\d{1,9})\b"
    r"(?![/.-]| thang| ngay| tuan| quy)"
)


_SUPERLATIVE = re.compile(
    r"\b(?:nhieu|it|(?<!bao )cao|thap|cham|nhanh|tot|kem|yeu|gioi|lon|nho) "
    r"(?:(?!thong|duy|thu|lan|moi|gan)\w+ ){1,3}(?P<most>nhat)\b(?! tri)"
)
"""What a question puts first: "nhiều việc nhất"."""
PAIR = 2
"""Words of a compound of which the last may begin something else; more than two are one word."""
_COUNTED_TO = frozenset({"tinh", "ke"})
"""What stands before a bound of time and says nothing: "tính đến 30/9", "kể từ tháng 5"."""
MOST_STARS = 7
_WRITES = frozenset({"noi", "ghi", "neu", "viet", "ke", "cho"})
"""What a report does: "báo cáo 7 nói"."""
LEAST_ACCENTED = 0.4
"""Of the words of a question that was typed with its accents so many have one."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word as typed, and as it is compared.

    `form` is the short form that it was typed as, "" behind the first word of that, None where it was not.
    `capital` tells whether it was typed as names are, inside of a question, `named` whether it is of a long
    name that the book has: no phrase and no time begins in it.
    """

    typed: str
    word: str
    form: str | None = None
    capital: bool = False
    named: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """A phrase that was understood: where it stands among the tokens, and what it means."""

    start: int
    end: int
    meanings: tuple[Meaning, ...]


@dataclass(slots=True)
class Parsed:
    """A question taken apart: phrases, times, the number of a report, and stretches of words left over."""

    tokens: list[Token]
    said: list[Said] = field(default_factory=list)
    times: list[tuple[int, int, Timed]] = field(default_factory=list)
    report: int | None = None
    left: list[list[Token]] = field(default_factory=list)
    by_position: bool = True  # "bí thư thị ủy" is a position, no body
    given_back: dict[int, Said] = field(default_factory=dict)
    """Words that may be parts of a topic, or say what they say, by their place."""

    def place(self, token: Token) -> int:
        """Tell where a token stands."""
        return next(at for at, other in enumerate(self.tokens) if other is token)

    def meant(self) -> Iterator[Meaning]:
        """Yield all that phrases mean, in their order."""
        for said in self.said:
            yield from said.meanings


_YEARS = re.compile(
    r"(?P<school>n[aă]m h[oọ]c )(?P<first>[12]\d)\s?-\s?(?P<second>[123]\d)(?![\d./-])", re.IGNORECASE
)


def _in_full(match: re.Match[str]) -> str:
    """Write "năm học 26-27" as reports do."""
    first, second = int(match["first"]), int(match["second"])
    return f"{match['school']}20{first} 20{second}" if second == first + 1 else match[0]


_STUCK = (
    (re.compile(r"\b(\d{1,2})(?:t|th)/(?=(?:19|20)\d\d\b)", re.IGNORECASE), r"\1 tháng năm "),
    (re.compile(r"\b(\d{1,2})(?:t|th) (?=đầu|dau|cuối|cuoi|năm|nam)", re.IGNORECASE), r"\1 tháng "),
    (re.compile(r"\b(bc)(?=\d{1,6}\b)", re.IGNORECASE), r"\1 "),
)
"""What people write as one word: "9t/2025", "bc7"."""


def tokens_of(text: str) -> list[Token]:
    """Split a question into words; days stay whole.

    >>> [token.word for token in tokens_of("Hạn trước 30/6?")]
    ['han', 'truoc', '30/6']
    """
    composed = unicodedata.normalize("NFC", text)  # some phones send the tone as a letter of its own
    for short, full in _STUCK:
        composed = short.sub(full, composed)
    typed = without_padding(_TOKEN.findall(_YEARS.sub(_in_full, composed).replace("%", " phần trăm ")))
    named = any(word.islower() for word in typed[1:])  # "Ai Chủ Trì Họp" has no names by their capitals
    return [
        token
        for at, word in enumerate(typed)
        for token in _parts(word, capital=at > 0 and word.istitle() and named)
    ]


def _parts(word: str, *, capital: bool) -> Iterator[Token]:
    """Yield a word, or the parts of a code, which stay together: "XL-02"."""
    if not _CODE.fullmatch(word):
        yield Token(word.lower(), fold(word), capital=capital)
        return
    letters, number = word.split("-")
    yield Token(letters.lower(), fold(letters), fold(word))
    yield Token(number, number, "")


def pairs_of(tokens: Sequence[Token]) -> list[str]:
    """Give every two words that stand side by side."""
    return [f"{a.word} {b.word}" for a, b in pairwise(tokens)]


def parse(
    tokens: Sequence[Token],
    today: date,
    pairs: Collection[str] = (),
    *,
    freely: bool = False,
    stateless: bool = False,
) -> Parsed:
    """Take a question apart; `pairs` are those that stand in stored items.

    `freely` takes nouns of questions for parts of topics also where they were typed with their accents,
    `stateless` no word without accents for one that says how far something is: "dat" may be "đất".
    """
    parsed = Parsed(list(tokens))
    used = [False] * len(tokens)
    text, starts = _joined(tokens)
    parsed.report = _report_in(tokens, text, used, starts)
    late = _how_late(tokens)
    for at in late:
        used[at] = True
    most = _SUPERLATIVE.search(text)
    if most and (span := _use(used, starts, most.start("most"), most.end("most"))):
        parsed.said.append(Said(*span, (words.JUDGED,)))
    for time in timed(_with_times_alone(tokens), today):
        if _in_name(text, time, pairs) or _in_long_name(tokens, starts, time):
            continue
        span = _use(used, starts, time.start, time.end)
        if span:
            parsed.times.append((*span, time))
            if span[0] and _only_leads_to(tokens, span[0], time, pairs):
                used[span[0] - 1] = True
    _take_phrases(parsed, used, pairs, stateless=stateless)
    _give_back(parsed, used, pairs, freely=freely)
    for at in late:
        used[at] = False
    parsed.left = list(_left(parsed.tokens, used))
    return parsed


def _only_leads_to(tokens: Sequence[Token], start: int, time: Timed, pairs: Collection[str]) -> bool:
    """Tell whether the word before a time says nothing: "tính đến 30/9", "hồi năm 2025", "mùng 2/10"."""
    before = tokens[start - 1]
    if before.word in _COUNTED_TO and time.bound:
        return True
    written = _LEADING.get(before.word)
    if written is None or not words.same_word(before.typed, written):
        return False
    joined = " ".join(token.word for token in tokens[start - 2 : start]) if start > 1 else ""
    return joined not in pairs and joined not in words.joined_pairs()


def _report_in(tokens: Sequence[Token], text: str, used: list[bool], starts: Sequence[int]) -> int | None:
    """Read the number of a report, and pass over what it does: "báo cáo 7 nói"; "báo cáo 2026" is a year."""
    match = _REPORT.search(text)
    if not match or re.fullmatch(r"(?:19|20)\d\d", match["number"]):
        return None
    span = _use(used, starts, match.start(), match.end())
    if span and span[1] < len(tokens) and tokens[span[1]].word in _WRITES:
        used[span[1]] = True
    return int(match["number"])


_LEADING = {"hoi": "hồi", "mung": "mùng", "mong": "mồng", "bua": "bữa", "dip": "dịp"}
"""Words before a time that say nothing, as they are written."""


_LATE = {"cham": "chậm", "tre": "trễ"}
_LONG = {"thang", "ngay", "tuan", "nam"}


def _how_late(tokens: Sequence[Token]) -> range:
    """Find where it is said how late something is, which is no period: "chậm 3 tháng"."""
    for at, (late, number, unit) in enumerate(zip(tokens, tokens[1:], tokens[2:], strict=False)):
        is_late = late.word in _LATE and words.same_word(late.typed, _LATE[late.word])
        if is_late and number.word.isdecimal() and unit.word in _LONG:
            return range(at, at + 3)
    return range(0)


_GATE = re.compile(r"[tq]\d")


def _in_name(text: str, time: Timed, pairs: Collection[str]) -> bool:
    """Tell whether one word is no time but part of a name that the book has: "Sao Mai", "nhà ga T3"."""
    before = text[: time.start].split()[-1:]
    said = text[time.start : time.end]
    is_gate = bool(_GATE.fullmatch(said))
    if not before or " " in said or not (said.isalpha() or is_gate):
        return False
    return (is_gate and before[0] == "ga") or f"{before[0]} {said}" in pairs


def _in_long_name(tokens: Sequence[Token], starts: Sequence[int], time: Timed) -> bool:
    return any(
        token.named and time.start <= start < time.end for token, start in zip(tokens, starts, strict=True)
    )


_TIMES = "tháng quý tuần ngày năm một hai ba bốn bảy tám chín giêng chạp"
_OF_TIMES = {
    **{fold(word): {word} for word in _TIMES.split()},
    "tu": {"tư", "từ"},
    "muoi": {"mười", "mươi"},
    "sau": {"sau", "sáu"},
}
"""Words of times as they are spelt, by the folded."""


def _with_times_alone(tokens: Sequence[Token]) -> str:
    """Join words, without those that were typed with other accents than times have: "quỹ 2", "bến tắm"."""
    return " ".join(
        token.word
        if any(words.same_word(token.typed, word) for word in _OF_TIMES.get(token.word, (token.typed,)))
        else "_" * len(token.word)
        for token in tokens
    )


_NOUNS = (Kind.MEETING, Kind.PERSON, Kind.TASK, Intent.WHEN, Flag.OVERDUE, *PersonRole)


def _give_back(parsed: Parsed, used: list[bool], pairs: Collection[str], *, freely: bool) -> None:
    """Take words back that may be parts of a topic: "giao thông", "mặt bằng", without accents.

    What was typed with its accents is given back only from between two words of a topic, or `freely`.
    """

    def goes(first: int, second: int) -> bool:
        inside = first >= 0 and second < len(used)
        return inside and f"{parsed.tokens[first].word} {parsed.tokens[second].word}" in pairs

    for said in [*parsed.said, *reversed(parsed.said)]:
        if said not in parsed.said or _owns(parsed, said) or _is_copula(parsed, used, said):
            continue
        if words.HONORIFIC in said.meanings and _names_behind(parsed.tokens, said.end):
            continue  # "anh Tùng" is somebody
        first, last = said.start, said.end - 1
        before = first > 0 and not used[first - 1] and goes(first - 1, first)
        behind = last + 1 < len(used) and not used[last + 1] and goes(last, last + 1)
        plain = first == last and parsed.tokens[first].typed.isascii()
        firm = parsed.tokens[first].word in words.FIRM
        noun = freely and set(said.meanings) <= set(_NOUNS)  # "dự án", "kỳ họp", "đúng hạn", "hồ sơ trễ hạn"
        asks = last > first and any(isinstance(m, Intent) for m in said.meanings)  # "bao nhiêu" is no topic's
        within = before and behind and not (asks or (plain and firm))
        if within or ((noun or (plain and not firm)) and (before or behind)):
            used[first : last + 1] = [False] * (last + 1 - first)
            parsed.said.remove(said)
            if first == last:
                parsed.given_back[first] = said


_ASKING = frozenset({"gi", "ai", "bao", "may", "nao", "do", "vi", "sao", "nhieu"})


def _is_copula(parsed: Parsed, used: Sequence[bool], said: Said) -> bool:
    """Tell "thiếu thuốc là do đâu" from "thuốc lá": behind it comes what is asked, or nothing."""
    word, behind = parsed.tokens[said.start], parsed.tokens[said.end : said.end + 1]
    if word.word != "la" or said.end - said.start > 1:
        return False
    return not behind or (used[said.end] and behind[0].word in _ASKING)


def _asks_what(tokens: Sequence[Token]) -> bool:
    """Tell whether a question ends with "la gi", typed without accents: "thieu thuoc la gi"."""
    return [token.word for token in tokens] == ["la", "gi"] and tokens[0].typed.isascii()


_LEVELS = frozenset({"xa", "phuong", "huyen", "quan", "tinh", "so", "phong", "chi", "cong", "ubnd"})


def _owns(parsed: Parsed, said: Said) -> bool:
    """Tell whether a phrase says whose it is: "cua phuong"."""
    after = parsed.tokens[said.end].word if said.end < len(parsed.tokens) else ""
    return words.OWNER in said.meanings and parsed.tokens[said.start].word == "cua" and after in _LEVELS


def _joined(tokens: Sequence[Token]) -> tuple[str, list[int]]:
    starts, text = [], ""
    for token in tokens:
        text += " " if text else ""
        starts.append(len(text))
        text += token.word
    return text, starts


def _use(used: list[bool], starts: Sequence[int], start: int, end: int) -> tuple[int, int] | None:
    """Mark the tokens of a stretch as understood; None where one of them is already."""
    inside = [at for at, place in enumerate(starts) if start <= place < end]
    if not inside or any(used[at] for at in inside):
        return None
    for at in inside:
        used[at] = True
    return inside[0], inside[-1] + 1


def _take_phrases(parsed: Parsed, used: list[bool], pairs: Collection[str], *, stateless: bool) -> None:
    def asks_within(last: int) -> bool:
        """Tell whether a phrase that asks begins at the last of a pair: "Lâm Đồng bao giờ"."""
        size, meanings = _phrase_at(parsed.tokens, used, last, exact=exact)
        return size > 1 and any(isinstance(meaning, Intent) for meaning in meanings)

    at = 0
    exact = has_accents(parsed.tokens)
    while at < len(parsed.tokens):
        size, meanings = _phrase_at(parsed.tokens, used, at, exact=exact)
        compound = _compound_at(parsed.tokens, used, at)
        cut = compound == PAIR and (asks_within(at + 1) or _asks_what(parsed.tokens[at + 1 :]))
        if compound and compound >= size and not cut:
            at += compound
            continue
        if size == 1 and (
            _is_no_phrase(parsed, at) or (stateless and _is_bare_state(parsed.tokens[at], meanings))
        ):
            size = 0
        if size < 2 and not used[at] and (one := _by_what_follows(parsed.tokens, at, exact=exact)):
            size, meanings = 1, one
        if size:
            size, meanings = _with_what_follows(parsed.tokens, used, at, (size, meanings), exact=exact)
            if PersonRole.ATTENDEE in meanings and _asks_of_anybody(parsed.tokens, used, at, size):
                meanings = (words.NOTHING,)
            if meanings == _DOES and words.begins_position([t.word for t in parsed.tokens[at + size :]]):
                meanings = (Intent.WHO, Kind.PERSON)  # "ai làm chủ tịch"
            if Intent.HOW_MUCH in meanings:
                size += _measure_at(parsed.tokens, used, at + size, pairs)
            parsed.said.append(Said(at, at + size, meanings))
            used[at : at + size] = [True] * size
        at += size or 1


def _by_what_follows(tokens: Sequence[Token], at: int, *, exact: bool) -> tuple[Meaning, ...]:
    """Tell what a word means before a name, or a position; nothing elsewhere."""
    if not exact and _is_honorific(tokens, at):
        return (words.HONORIFIC,)
    return (Intent.WHO, Kind.PERSON) if _asks_name(tokens, at) else ()


def _asks_name(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the name of who holds a position is asked for: "tên chủ tịch xã"."""
    token = tokens[at]
    named = token.word == "ten" and words.same_word(token.typed, "tên")
    return named and words.begins_position([other.word for other in tokens[at + 1 :]])


Phrase = tuple[int, tuple[Meaning, ...]]
"""How many words a phrase has, and what it means."""


def _with_what_follows(
    tokens: Sequence[Token], used: Sequence[bool], at: int, phrase: Phrase, *, exact: bool
) -> Phrase:
    """Join a phrase with what belongs to it: "còn yếu" and "yếu kém", "đạt" and "tới đâu"."""
    size, meanings = phrase
    more, others = _phrase_at(tokens, used, at + size - 1, exact=exact)
    if more > 1 and others == meanings:
        return size + more - 1, meanings
    if _MET.issuperset(meanings) and (asked := _how_far(tokens, used, at + size, exact=exact)):
        return size + asked[0], asked[1]
    return phrase


_MET = frozenset({TargetStatus.MET})
_DEGREES = frozenset({Intent.HOW, Intent.HOW_MUCH})
_RESULTS = frozenset({"ket", "tinh", "so", "cung", "phan"})
"""With these begin phrases that ask how something is and do not go on with "đạt": "đạt kết quả"."""


def _how_far(tokens: Sequence[Token], used: Sequence[bool], at: int, *, exact: bool) -> Phrase | None:
    """Find what asks how far something is right behind "đạt": "đạt tới đâu", and not "đạt mấy chỉ tiêu"."""
    size, meanings = _phrase_at(tokens, used, at, exact=exact) if at < len(tokens) else (0, ())
    if not size or tokens[at].word in _RESULTS or _DEGREES.isdisjoint(meanings):
        return None
    behind = _phrase_at(tokens, used, at + size, exact=exact)[1] if at + size < len(tokens) else ()
    return None if Kind.TARGET in behind else (size, meanings)


_DOES = (Intent.WHO, Kind.TASK)


def _is_bare_state(token: Token, meanings: Sequence[Meaning]) -> bool:
    """Tell whether a word typed without accents says how far something is: "dat"."""
    return token.typed.isascii() and any(isinstance(meaning, TargetStatus) for meaning in meanings)


def _is_no_phrase(parsed: Parsed, at: int) -> bool:
    """Tell whether a word that asks elsewhere asks nothing here: it ends a name, or a clause."""
    return _is_given_name(parsed.tokens, at) or _is_no_question(parsed, at)


def _is_given_name(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word ends a name, by its capital and what stands before: "ông Tăng Tiến Đạt"."""
    before = tokens[at - 1] if at else None
    return bool(before and tokens[at].capital and (before.capital or before.word in _HONORIFICS))


_HONORIFICS = frozenset({"ong", "ba", "anh", "chi", "co", "chu", "bac", "thay"})
_NO_NAMES = frozenset({"cuc", "bo", "nhanh", "hoi", "doan", "phi", "tieu", "dao"})
"""What stands behind "chi" in other words, also with a capital: "chi Cục Thuế"."""


def _names_behind(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a name begins at a token, by its capital."""
    return at < len(tokens) and tokens[at].capital and tokens[at].word not in _NO_NAMES


def _is_honorific(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word without accents stands before somebody's name: "thay Dat"."""
    token = tokens[at]
    return token.word in _HONORIFICS and token.typed.isascii() and _names_behind(tokens, at + 1)


_ENDS = frozenset({"vay", "the", "a", "ha", "nhi", "day", "ta", "nao", "roi", "do", "nhe", "va"})
"""What may stand behind "đâu", with which a clause ends."""


def _is_no_question(parsed: Parsed, at: int) -> bool:
    """Tell, of words without accents, "dau xe" from "đâu", "ai xin may sieu am" from "mấy"."""
    token, behind = parsed.tokens[at], parsed.tokens[at + 1 : at + 2]
    if not (token.typed.isascii() and behind) or token.form is not None:
        return False
    if token.word == "dau":
        asks = (meaning for one in parsed.said for meaning in one.meanings)
        return behind[0].word not in _ENDS and at > 0 and Intent.WHERE not in asks
    by_whom = any(Intent.WHO in one.meanings for one in parsed.said)
    return token.word == "may" and by_whom and behind[0].word not in words.MEASURES


_LONG_MEASURES = frozenset(
    {"hec ta", "met vuong", "met khoi", "cay so", "nghin dong", "trieu dong", "ty dong"}
)


_NOT = frozenset({"khong", "ko", "chua", "chang", "hong"})


def _asks_of_anybody(tokens: Sequence[Token], used: Sequence[bool], at: int, size: int) -> bool:
    """Tell "có ai chết không", "không có ai học" from "có ai dự", and from "họp có ai"."""
    plain = [token.word for token in tokens[at : at + size]]
    if plain[-2:] != ["co", "ai"] or at + size >= len(tokens) or used[at + size]:
        return False
    nobody = at > 0 and tokens[at - 1].word in _NOT and plain == ["co", "ai"]
    return nobody or (at + size + 1 < len(tokens) and tokens[-1].word in {"khong", "ko", "chua"})


def _measure_at(tokens: Sequence[Token], used: Sequence[bool], at: int, pairs: Collection[str]) -> int:
    """Count the words behind "bao nhiêu" that say in what: "ha", "em", "héc ta"; those of a topic do not."""
    if at >= len(tokens) or used[at] or tokens[at - 1].word not in {"nhieu", "may"}:
        return 0
    beside = pairs_of(tokens[at : at + 2])
    if not _LONG_MEASURES.isdisjoint(beside) and not used[at + 1]:
        return 2
    named = any(pair in pairs or pair in words.compound_pairs() for pair in beside)
    return int(tokens[at].word in words.MEASURES and not named)


def has_accents(tokens: Sequence[Token]) -> bool:
    """Tell whether a question was typed with its accents, so that "du" is not "dự"."""
    typed = [token for token in tokens if token.form is None and token.word.isalpha()]
    accented = sum(not token.typed.isascii() for token in typed)
    return accented > 1 and accented >= len(typed) * LEAST_ACCENTED


def _compound_at(tokens: Sequence[Token], used: Sequence[bool], at: int) -> int:
    """Count the words that begin at a token and are part of a topic together: "giao thông"."""
    for size in (3, 2):
        some = tokens[at : at + size]
        if len(some) < size or any(used[at : at + size]):
            continue
        if words.is_compound([token.typed for token in some]):
            beside = " ".join(token.word for token in tokens[at + size - 1 : at + size + 1])
            return 0 if beside in words.compounds() else size  # "cần bổ sung" is not "cán bộ sung"
    return 0


def cuts_form(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether a stretch begins or ends within what was typed as one short form."""
    return tokens[start].form == "" or (end < len(tokens) and tokens[end].form == "")


def _phrase_at(tokens: Sequence[Token], used: Sequence[bool], at: int, *, exact: bool) -> Phrase:
    """Find the longest phrase that begins at a token; `exact` takes a word without accents for one."""
    for size in range(min(words.longest().get(tokens[at].word, 0), len(tokens) - at), 0, -1):
        if any(used[at : at + size]) or cuts_form(tokens, at, at + size):
            continue
        if any(token.named for token in tokens[at : at + size]):
            continue
        if size > 1 and _compound_at(tokens, used, at + size - 1):
            continue  # "bao nhiêu hộ" of "bao nhiêu hộ nghèo"
        some = tokens[at : at + size]
        for written, meanings in phrases().get(" ".join(token.word for token in some), ()):
            if words.ENGLISH in meanings and not is_english(tokens):
                continue
            if size == 1 and some[0].word == "sao" and at and _counts_stars(tokens[at - 1].word):
                continue  # "OCOP 5 sao"
            if exact and size == 1 and some[0].form is None and spelt(some[0].typed) != spelt(written):
                continue
            agreed = sum(_may_be(t, w, alone=size == 1) for t, w in zip(some, written.split(), strict=True))
            if agreed == size or (size > 3 and agreed > size / 2):
                return size, meanings
    return 0, ()


def _counts_stars(word: str) -> bool:
    return word.isdecimal() and int(word) <= MOST_STARS


def is_english(tokens: Sequence[Token]) -> bool:
    """Tell whether a question is in English: two of its words are, and not both may be Vietnamese."""
    typed = [word for token in tokens for word in (token.word if token.form is None else token.form).split()]
    english = list(filter(words.is_english, typed))
    return len(english) > 1 and not all(map(is_syllable, english))


def _may_be(token: Token, written: str, *, alone: bool = False) -> bool:
    """Tell whether a word may be one of a phrase: typed without accents, or with these."""
    same = spelt(token.typed) == spelt(written)
    return same or (token.typed.isascii() and not (alone and written in words.WITH_ACCENTS))


def _left(tokens: Sequence[Token], used: Sequence[bool]) -> Iterator[list[Token]]:
    """Yield the stretches of words that were not understood."""
    some: list[Token] = []
    for token, is_used in [*zip(tokens, used, strict=True), (None, True)]:
        if token and not is_used:
            some.append(token)
            continue
        if any(not words.is_soft(one.typed) for one in some):
            yield some
        some = []
