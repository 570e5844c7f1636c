"""Take a question apart: phrases and times are taken out, what is left over are names and topics."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date

from handlers.asking import forms, words
from handlers.asking.phrasing import Parsed, Said, names_behind, take_phrases
from handlers.asking.reading import Flag, Intent
from handlers.asking.tokens import Token
from handlers.calendar import Timed, timed
from reports.folding import fold
from reports.model import PersonRole
from storage.itemkeys import Kind

_REPORT = re.compile(
    r"\b(?:bao cao|bc|report|cuoc hop|thong bao) (?:so )?(?P<number>\d{1,9})\b"
    r"(?![/.-]| thang| ngay| tuan| quy)"
)


_SUPERLATIVE = re.compile(
    r"\b(?:nhieu|it|(?<!bao )cao|thap|cham|nhanh|tot|kem|yeu|gioi|lon|nho) "
    r"(?:(?!thong|duy|thu|lan|moi|gan)\w+ ){1,3}(?P<most>nhat)\b(?! tri)"
)
"""What a question puts first: "nhiều việc nhất"."""
_HELD_AGAINST = re.compile(r"^(?P<so>so) (?!voi|sanh|lieu|ho|nguoi|luong|xa|phuong|tien|can)(?:\w+ )+voi\b")
"""How a comparison begins: "so hạn chế của xã Tân Mỹ với xã Tân Hòa"."""
_WHICH_IS_MORE = re.compile(
    r"\b(?P<which>(?:nam|quy|thang|ky|ben|noi|don vi|xa|phuong|huyen) nao) (?:\w+ ){2,8}?"
    r"(?P<more>(?:(?:cao|thap|nhieu|it|tot|kem|nhanh|cham|kha|lon) )?hon)"
    r"(?: vay| the| a| nhi)?$"
)
"""How one of two is asked for: "năm nào đạt nhiều chỉ tiêu hơn"."""
_APART = (
    (_SUPERLATIVE, words.JUDGED),
    (_HELD_AGAINST, Intent.COMPARE),
    (_WHICH_IS_MORE, Intent.COMPARE),
)
_COUNTED_TO = frozenset({"tinh", "ke"})
"""What stands before a bound of time and says nothing: "tính đến 30/9", "kể từ tháng 5"."""
_WRITES = frozenset({"noi", "ghi", "neu", "viet", "ke", "cho"})
"""What a report does: "báo cáo 7 nói"."""


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
    parsed.said += _apart(text, used, starts)
    for time in timed(_with_times_alone(tokens), today):
        if _in_name(text, time, pairs) or _in_long_name(tokens, starts, time):
            continue
        span = _use(used, starts, time.start, time.end)
        if span:
            parsed.times.append((*span, time))
            if span[0] and _only_leads_to(tokens, span[0], time, pairs):
                used[span[0] - 1] = True
    take_phrases(parsed, used, pairs, stateless=stateless)
    _give_back(parsed, used, pairs, freely=freely)
    for at in late:
        used[at] = False
    parsed.left = list(_left(parsed.tokens, used))
    return parsed


def _apart(text: str, used: list[bool], starts: Sequence[int]) -> Iterator[Said]:
    """Take the words of phrases that have others between them: "nhiều việc nhất", "so A với B"."""
    for pattern, meaning in _APART:
        match = pattern.search(text)
        for part in match.groupdict() if match else ():
            if match and (span := _use(used, starts, match.start(part), match.end(part))):
                yield Said(*span, (meaning,))


def _only_leads_to(tokens: Sequence[Token], start: int, time: Timed, pairs: Collection[str]) -> bool:
    """Tell whether the word before a time says nothing: "tính đến 30/9", "hồi năm 2025", "mùng 2/10"."""
    before = tokens[start - 1]
    if before.word in _COUNTED_TO and time.bound:
        return True
    written = _LEADING.get(before.word)
    if written is None or not words.same_word(before.typed, written):
        return False
    joined = " ".join(token.word for token in tokens[start - 2 : start]) if start > 1 else ""
    return joined not in pairs and joined not in forms.joined_pairs()


def _report_in(tokens: Sequence[Token], text: str, used: list[bool], starts: Sequence[int]) -> int | None:
    """Read the number of a report, and pass over what it does: "báo cáo 7 nói"; "báo cáo 2026" is a year."""
    match = _REPORT.search(text)
    if not match or re.fullmatch(r"(?:19|20)\d\d", match["number"]):
        return None
    if tokens[starts.index(match.start("number"))].form:
        return None  # "thông báo số 42/TB-UBND", which no report has
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
        if words.HONORIFIC in said.meanings and names_behind(parsed.tokens, said.end):
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
