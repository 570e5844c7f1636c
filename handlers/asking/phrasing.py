"""Find the phrases of a question, each with what it means beside the words around it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from handlers.asking import words
from handlers.asking.reading import Intent
from handlers.asking.tokens import Token, cuts_form, has_accents, is_english, pairs_of
from handlers.asking.words import Meaning, phrases
from handlers.calendar import Timed
from reports.model import PersonRole, TargetStatus
from reports.syllables import spelt
from storage.itemkeys import Kind

PAIR = 2
"""Words of a compound of which the last may begin something else; more than two are one word."""
MOST_STARS = 7


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


def _asks_what(tokens: Sequence[Token]) -> bool:
    """Tell whether a question ends with "la gi", typed without accents: "thieu thuoc la gi"."""
    return [token.word for token in tokens] == ["la", "gi"] and tokens[0].typed.isascii()


def take_phrases(parsed: Parsed, used: list[bool], pairs: Collection[str], *, stateless: bool) -> None:
    """Take the phrases of a question out, from its first word to its last: the longest at each."""

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
    _describe_doers(parsed, used)


def _describe_doers(parsed: Parsed, used: list[bool]) -> None:
    """Give back the state of what others are to do something about: "đơn vị giải ngân thấp phải làm gì"."""
    meant = set(parsed.meant())
    if Kind.TASK not in meant or Kind.TARGET in meant:
        return
    for said in list(parsed.said):
        follows = said.start > 0 and not used[said.start - 1]
        if said.meanings == (TargetStatus.BEHIND,) and said.end == said.start + 1 and follows:
            parsed.said.remove(said)
            used[said.start] = False


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
    return _is_given_name(parsed.tokens, at) or _is_no_question(parsed, at) or _is_enough(parsed.tokens, at)


_ATTENDED = frozenset({"hop", "hoi", "cuoc", "buoi", "le", "ky", "phien", "giao", "dai", "gom", "la"})
_ATTENDED |= {"khong", "ko", "k", "chua"}
"""What may stand behind "dự"."""
_WHO_ATTENDS = frozenset({"ai", "nao", "nguoi", "phan", "co"})


def _is_enough(tokens: Sequence[Token], at: int) -> bool:
    """Tell "de du dien", "cho du" from "ai dự", "dự họp", typed without accents."""
    token = tokens[at]
    if token.word != "du" or not token.typed.isascii() or token.form is not None:
        return False
    before = tokens[at - 1].word if at else ""
    behind = tokens[at + 1].word if at + 1 < len(tokens) else ""
    return bool(before and behind) and before not in _WHO_ATTENDS and behind not in _ATTENDED


def _is_given_name(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word ends a name, by its capital and what stands before: "ông Tăng Tiến Đạt"."""
    before = tokens[at - 1] if at else None
    return bool(before and tokens[at].capital and (before.capital or before.word in _HONORIFICS))


_HONORIFICS = frozenset({"ong", "ba", "anh", "chi", "co", "chu", "bac", "thay"})


_NO_NAMES = frozenset({"cuc", "bo", "nhanh", "hoi", "doan", "phi", "tieu", "dao"})
"""What stands behind "chi" in other words, also with a capital: "chi Cục Thuế"."""


def names_behind(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a name begins at a token, by its capital."""
    return at < len(tokens) and tokens[at].capital and tokens[at].word not in _NO_NAMES


def _is_honorific(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word without accents stands before somebody's name: "thay Dat"."""
    token = tokens[at]
    return token.word in _HONORIFICS and token.typed.isascii() and names_behind(tokens, at + 1)


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
            if _is_out_of_place(tokens, at, size, meanings):
                continue
            if exact and size == 1 and some[0].form is None and spelt(some[0].typed) != spelt(written):
                continue
            agreed = sum(_may_be(t, w, alone=size == 1) for t, w in zip(some, written.split(), strict=True))
            if agreed == size or (size > 3 and agreed > size / 2):
                return size, meanings
    return 0, ()


def _is_out_of_place(tokens: Sequence[Token], at: int, size: int, meanings: Sequence[Meaning]) -> bool:
    """Tell whether a phrase is none where it stands: "OCOP 5 sao", "nguyên văn" of "Nguyễn Văn Phúc"."""
    if words.ENGLISH in meanings and not is_english(tokens):
        return True
    if words.ALONE in meanings and size < len(tokens):
        return True
    return size == 1 and tokens[at].word == "sao" and at > 0 and _counts_stars(tokens[at - 1].word)


def _counts_stars(word: str) -> bool:
    return word.isdecimal() and int(word) <= MOST_STARS


def _may_be(token: Token, written: str, *, alone: bool = False) -> bool:
    """Tell whether a word may be one of a phrase: typed without accents, or with these."""
    same = words.heard(token.typed) == words.heard(written)
    return same or (token.typed.isascii() and not (alone and written in words.WITH_ACCENTS))
