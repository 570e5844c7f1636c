"""Leave out the words around a question with which people ask for an answer: "kể tui nghe", "gửi anh"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from handlers.asking import forms, words
from reports.folding import fold


def _set(listed: str) -> Mapping[str, tuple[str, ...]]:
    """Take words that are told apart by their accents, by the folded."""
    found: dict[str, tuple[str, ...]] = {}
    for written in listed.split():
        found[fold(written)] = (*found.get(fold(written), ()), written)
    return found


_ASKED = _set(
    "liệt kể nói đưa gửi gởi nhắc báo cho mở coi xem tìm kiếm tra lọc lấy list giúp giùm dùm hộ nhờ"
)
"""What is asked of the bot."""
_ASKED_LAST = _set("liệt kể nói đưa gửi gởi nhắc coi xem list giúp giùm dùm cho")
"""What is asked of it behind a question."""
_WISHED = _set("hỏi cần xin muốn nhờ kiếm tìm coi xem")
"""What somebody wants, behind who it is: "em hỏi"."""
_SELVES = _set("anh chị em tui tôi mình sếp tao cháu e a c t")
_TAILS = _set(
    "kê nhanh nghe coi xem biết với vs thử ra lại giúp giùm dùm hộ chút tí xíu hỏi xin list cái nha nhé ạ đi"
)
_CALLED = frozenset({"bây", "mày"})
"""Who is asked: "vậy bây"."""
_ENDINGS = frozenset({"v", "z", "e", "ak", "ah"})
"""Letters with which a message in chat ends: "v" for "vậy", "e" for "em"."""
_POLITE = frozenset({"ạ", "a", "em", "anh", "chị", "chi"})
"""What may stand behind these letters."""
_LETTERED = _set("lop khoi to nhom loai hang khu bang lan thu quy giup cho gui")
"""What letters are names of, or what goes with them."""
_THANKS = frozenset(
    {
        "ok",
        "oke",
        "okie",
        "okay",
        "tks",
        "thks",
        "thank",
        "thanks",
        "cảm ơn",
        "cam on",
        "uh",
        "ừ",
        "um",
        "vâng",
        "vang",
    }
    | {"hiểu", "rõ", "dạ"}
)
"""With what somebody takes note of an answer."""
_ONLY, _ONLY_LAST = _set("chỉ"), _set("thôi")
_GOES_ON = "còn"
"""With this a question begins that goes on with the one before."""
_SPOKEN = {"hổng": "không", "hông": "không", "hem": "không"}
"""What people in the south write for other words."""
LEAST = 2
"""Words of a question that are left."""


def without_padding(typed: Sequence[str]) -> list[str]:
    """Leave out what stands before and behind a question and says nothing of it.

    >>> for said in ("list giúp e các việc quá hạn", "việc trễ kể tui nghe", "quy 3 dat v ạ", "xây sân bay"):
    ...     print(" ".join(without_padding(said.split())))
    các việc quá hạn
    việc trễ
    quy 3 dat
    xây sân bay
    """
    said = _of_before(_without_endings(_spoken(_without_thanks(typed))))
    start = _opening(said)
    end = len(said) - _closing(said)
    return said[start:end] if end - start >= LEAST else said


def _without_thanks(typed: Sequence[str]) -> Sequence[str]:
    """Leave out with what somebody takes note of an answer before asking on: "ok em, còn", "cảm ơn, thế".

    >>> _without_thanks("tks con ban kiem soat".split()), _without_thanks("ok".split())
    (['con', 'ban', 'kiem', 'soat'], ['ok'])
    """
    at = 0
    while len(typed) - at > LEAST:
        first, second = (word.lower() for word in typed[at : at + 2])
        size = 2 if f"{fold(first)} {fold(second)}" in _THANKS else int(first in _THANKS)
        if at and not size:
            size = int(first in _POLITE | _ENDINGS)
        if not size:
            break
        at += size
    return typed[at:]


def _spoken(typed: Sequence[str]) -> list[str]:
    """Write what people say for other words as these; "s" at an edge of a question asks why."""
    said = [_SPOKEN.get(word.lower(), word) for word in typed]
    for edge in (0, -1):
        if len(said) > 1 and said[edge].lower() == "s":
            said[edge] = "sao"
    return said


def _of_before(said: list[str]) -> list[str]:
    """Say "chỉ … thôi", of what was shown, as what goes on with it: "chỉ việc quá hạn thôi".

    >>> _of_before("mấy cái chưa đạt thôi".split()), _of_before("chi nam 2026 thoi".split())
    (['mấy', 'cái', 'chưa', 'đạt'], ['còn', 'nam', '2026'])
    """
    if len(said) <= LEAST or not _is(said[-1], _ONLY_LAST):
        return said
    only = _is(said[0], _ONLY) and " ".join(map(fold, said[:2])).lower() not in forms.joined_pairs()
    return [_GOES_ON, *said[1:-1]] if only else said[:-1]


def _is(word: str, among: Mapping[str, tuple[str, ...]]) -> bool:
    """Tell whether a word as typed may be one of some."""
    lower = word.lower()
    return any(words.same_word(lower, one) for one in among.get(fold(lower), ()))


def _opening(said: Sequence[str]) -> int:
    """Count the words of a padding with which a message begins."""
    first, second = (*said[:2], "", "")[:2]
    wishes = _is(first, _SELVES) and _is(second, _WISHED)
    asks = _is(first, _ASKED) and bool(second) and _goes_on(said, 1)
    at = 2 if wishes or asks else int(first.lower() == "list")
    while at and at < len(said) and _goes_on(said, at):
        at += 1
    return at


def _goes_on(said: Sequence[str], at: int) -> bool:
    """Tell whether a padding goes on with a word, which begins no other: "chi" of "chi tieu"."""
    behind = said[at + 1] if at + 1 < len(said) else ""
    asks_on = _is(said[at], _ASKED) and (_is(behind, _SELVES) or _is(behind, _TAILS))
    if not (asks_on or _is(said[at], _SELVES) or _is(said[at], _TAILS)):
        return False
    pair = " ".join(fold(word.lower()) for word in (said[at], behind))
    return pair not in forms.joined_pairs() and pair not in words.telling_pairs()


def _closing(said: Sequence[str]) -> int:
    """Count the words of a padding with which a message ends: a verb, and for whom."""
    for size in (5, 4, 3, 2):
        some = said[-size:]
        if len(said) - size < LEAST or not _is(some[0], _ASKED_LAST):
            continue
        if all(_is(word, _SELVES) or _is(word, _TAILS) for word in some[1:]):
            return size
    last = " ".join(word.lower() for word in said[-2:])
    return int(len(said) > LEAST and (said[-1].lower() in _CALLED or last == "vay bay"))


def _without_endings(typed: list[str]) -> list[str]:
    """Leave out the letters with which a message ends, also before "ạ".

    >>> _without_endings(["ai", "làm", "v", "e"]), _without_endings(["khối", "thi", "khối", "e"])
    (['ai', 'làm'], ['khối', 'thi', 'khối', 'e'])
    """
    last = len(typed)
    while last > LEAST and typed[last - 1].lower() in _POLITE:
        last -= 1
    said, polite = typed[:last], typed[last:]
    ended = False
    while len(said) > LEAST and said[-1].lower() in _ENDINGS and fold(said[-2].lower()) not in _LETTERED:
        said, ended = said[:-1], True
    return said if ended else said + polite
