"""Stated counts of targets ("05 chỉ tiêu đạt và vượt …") and the lists behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .cues import Section
from .figures import find_figures
from .folding import fold
from .lists import Place, split_list
from .model import Figure, ReadingWarning, TargetCount, TargetStatus, WarningKind
from .page import Page
from .rules import Rule, compile_pattern, search_first
from .sections import Part
from .text import Text

S = Section
T = TargetStatus

# The words of a band, most telling first: "chưa đạt" before "đạt".
BANDS: tuple[Rule[TargetStatus], ...] = (
    Rule(
        "cuối năm tổng kết, đánh giá",
        r"""
        \b(?: cuối_(?:năm|kỳ|quý) | đánh_giá_(?:vào_)?(?:cuối|sau)
          | chờ_(?:số_liệu|đánh_giá|kết_quả) | 6_tháng_cuối_năm_mới
          | (?:chưa|không)_(?: đến_(?:kỳ|hạn) | đánh_giá | thống_kê | có_số_liệu | tổng_kết ) )\b
        """,
        "7 chỉ tiêu đến cuối năm tổng kết",
        "chỉ tiêu cả năm đã đạt và vượt",
        T.PENDING,
    ),
    Rule(
        "chưa đạt, khó hoàn thành, đạt thấp",
        r"""
        \b(?: (?: chưa | không | khó | không_thể )_ (?:\w+_)? (?: đạt | hoàn_thành | thực_hiện
          | bảo_đảm | đảm_bảo | đáp_ứng )
          | đạt_(?:\w+_)?thấp | thấp_(?:hơn|so) | chậm | dưới_\d+ | đạt_dưới | chỉ_đạt | hụt )\b
        """,
        "4 chỉ tiêu chưa đạt",
        "đạt kế hoạch",
        T.BEHIND,
    ),
    Rule(
        "xấp xỉ, đạt 99% trở lên",
        r"""
        \b(?: xấp_xỉ | gần_đạt | cơ_bản_đạt | tiệm_cận
          | đạt_(?:từ_|trên_)? 9[5-9](?:[.,]\d+)?\s?% (?!_?-) )
        """,
        "02 chỉ tiêu đạt 99% trở lên",
        "đạt 90% trở lên",
        T.NEAR,
    ),
    Rule(
        "vượt",
        r"""
        (?<!và_)(?<!đạt,_)(?<!đạt/) \b vượt \b
        (?! [^.;:]{0,30}\bvà_đạt\b | _và_hoàn_thành | _tiến_độ_và_đạt )
        """,
        "8 chỉ tiêu vượt kế hoạch",
        "đạt và vượt nghị quyết",
        T.EXCEEDED,
    ),
    Rule(
        "đạt từ 50% - 90%",
        r"""
        \bđạt_(?:từ_|trên_|khoảng_)? \d{1,2}(?:[.,]\d+)?\s?%
        (?: \s?(?:-|đến)\s?\d | _trở_lên | _đến_dưới )
        """,
        "02 chỉ tiêu đạt từ 50% - 90%",
        "đạt 100% kế hoạch",
        T.BEHIND,
    ),
    Rule(
        "đạt, đạt và vượt, hoàn thành",
        r"\b(?: đạt | hoàn_thành | bảo_đảm | đảm_bảo | đúng_tiến_độ )\b",
        "05 chỉ tiêu đạt và vượt nghị quyết",
        "16 chỉ tiêu nghị quyết giao",
        T.MET,
    ),
)

_NUMBERS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_STATED = {fold(word): number for number, word in enumerate(_NUMBERS, 1)}
# A number of targets. What judges them stands behind, or before ("hoàn thành 12 chỉ tiêu").
# Where no number stands ("các chỉ tiêu chưa đạt gồm …"), the list behind it does.
_COUNTED = rf"""
    (?: (?<![\d.,/]) (?P<stated>\d{{1,3}}) (?: \s?/\s? \d{{1,3}} )? (?: _trong_(?:tổng_)?số_\d+ )?
      | (?<!trong_)(?<!thứ_)(?<!mỗi_) \b (?P<word>{"|".join(_NUMBERS)})
      | \b(?: các | những | một_số ) )
    _(?:nhóm_)?(?:chỉ_tiêu|mục_tiêu)\b (?! _con )
    | \bchỉ_tiêu_(?= (?:chưa|không|khó|đạt|vượt)_ )
"""
# The list of what has no number is no reason, and no success of somebody.
_NO_LIST = r"""
    \s* (?:,_)? là_(?: do | vì | bởi | nhờ | kết_quả | cơ_sở | nguyên_nhân | minh_chứng | sự
      | nỗ_lực | động_lực | tiền_đề | điều | trách_nhiệm | nhiệm_vụ | yêu_cầu | một | rất )\b
"""
_JUDGED_BEFORE = r"""
    \b(?: hoàn_thành(?:_vượt(?:_mức)?)? | đạt(?:_và_vượt|,_vượt)? | vượt | chưa_đạt )_(?:được_)? \Z
"""
_COUNT_END = r"[;:(] | \.(?=\s|$) | ,(?=_) | _(?: là | gồm | đó_là | như | trong_đó | còn )(?=_)"
_LIST_OPENS = r"""
    \s* (?: ,?_?(?:đó_)?là(?:_các_chỉ_tiêu)? | ,?_?(?:bao_)?gồm(?:_có)? | : | ,?_?cụ_thể(?:_là)?:
      | ,?_?như: | \( (?!\d) ) \s* :? \s*
"""
# "Một số chỉ tiêu đạt mức tăng khá như: …" says nothing of a plan.
_PRAISE = r"\b(?: mức | tăng | khá | cao | kết_quả | tốc_độ | tốt )\b"
_NEXT_COUNT = r"""
    (?: [,;] | \bvà | _còn_lại | _trong_khi )* \s* (?:còn_lại_|có_|và_|còn_)*
    \d{1,3}(?:/\d{1,3})?_(?:chỉ_tiêu|mục_tiêu)\b
"""
_TOTAL = r"\b(?: trong(?:_tổng)?(?:_số)? | tổng(?:_số)? | trên )_ \Z"
# "có 512 chỉ tiêu, tuyển được 377 người": posts to be filled are no targets.
_POSTS = r"\b(?: tuyển_(?:dụng|sinh|mới) | biên_chế )\b [^.;:,]{0,40} \Z"
_FILLED = r"[^.;:,]{0,20} ,_tuyển_"
_NEAR = 50
_LEAD_OF_NEXT = r"[;,.]\s* (?: còn_lại | và | có | còn )? \s* \Z"
# A comma before these words is part of the phrase ("kinh tế - xã hội, môi trường", "đạt, vượt").
_PHRASE_GOES_ON = r"_?(?: vượt | đạt | hoàn_thành | môi_trường | văn_hóa | xã_hội | quốc_phòng | an_ninh )\b"


@dataclass(frozen=True, slots=True)
class Counted:
    """A stated count with the names listed behind it and the share that its phrase gives.

    Where the list has no count before it ("các chỉ tiêu chưa đạt gồm …"), `count` is None.
    """

    status: TargetStatus
    count: TargetCount | None
    entries: tuple[Place, ...]
    share: Figure | None
    place: Place
    part: Part


READ = (S.BODY, S.STRENGTHS, S.LIMITATIONS, S.OPENING, S.PARTICIPANTS, S.TASKS)


def read_counts(page: Page) -> list[Counted]:
    """Read the stated counts, in order, each with its list."""
    word = "tieu" if page.text.bare else "tiêu"
    parts = (part for part in page.within(*READ) if page.text.low.find(word, part.start, part.end) >= 0)
    return [counted for part in parts for counted in _in_sentence(page, part)]


def _in_sentence(page: Page, part: Part) -> Iterator[Counted]:
    text, start, end = page.text, part.start, part.end
    matches = [
        m
        for m in compile_pattern(_COUNTED, bare=text.bare).finditer(text.low, start, end)
        if not _is_total(text, m)
    ]
    for number, match in enumerate(matches):
        stop = matches[number + 1].start() if number + 1 < len(matches) else end
        if counted := _count(page, part, match, stop):
            yield counted


def _is_total(text: Text, match: re.Match[str]) -> bool:
    """Tell the number of all targets, and that of posts, from one that is judged."""
    before = text.low[max(0, match.start() - 20) : match.start()]
    if compile_pattern(_TOTAL, bare=text.bare).search(before):
        return True
    begin = max(0, match.start() - _NEAR)
    if compile_pattern(_POSTS, bare=text.bare).search(text.low, begin, match.start()):
        return True
    return bool(compile_pattern(_FILLED, bare=text.bare).match(text.low, match.end()))


def _count(page: Page, part: Part, match: re.Match[str], stop: int) -> Counted | None:
    text = page.text
    phrase_end = _phrase_end(text, match.end(), stop)
    before = compile_pattern(_JUDGED_BEFORE, bare=text.bare).search(
        text.low, max(part.start, match.start() - 40), match.start()
    )
    begin = match.start()
    band = search_first(BANDS, text, match.end(), phrase_end)
    if not band and before:
        begin = before.start()
        band = search_first(BANDS, text, begin, match.start())
    if not band:
        return None
    rule, _ = band
    stated = _stated(match)
    entries, sizes = _listed(text, phrase_end, stop, stated)
    place = (begin, entries[-1][1] if entries else phrase_end)
    share = _share(text, match.end(), phrase_end)
    if stated is None:
        is_list = entries and not _only_says(text, match.end(), phrase_end, stop)
        return Counted(rule.value, None, entries, share, place, part) if is_list else None
    span = page.note("counts", rule.name, begin, phrase_end)
    count = TargetCount(span, stated, rule.value, len(entries), sizes if len(sizes) > 1 else ())
    return Counted(rule.value, count, entries, share, place, part)


def _only_says(text: Text, start: int, phrase_end: int, stop: int) -> bool:
    """Tell whether a phrase without a number praises, or says why: no list of targets follows it."""
    praised = compile_pattern(_PRAISE, bare=text.bare).search(text.low, start, phrase_end)
    return bool(praised or compile_pattern(_NO_LIST, bare=text.bare).match(text.low, phrase_end, stop))


def _stated(match: re.Match[str]) -> int | None:
    """Give the number before "chỉ tiêu", None where none is."""
    if match["word"]:
        return _STATED[fold(match["word"])]
    return int(match["stated"]) if match["stated"] else None


def _phrase_end(text: Text, start: int, stop: int) -> int:
    """Find where the phrase of a count ends and its list begins; "đạt, vượt" stays together."""
    goes_on = compile_pattern(_PHRASE_GOES_ON, bare=text.bare)
    for border in compile_pattern(_COUNT_END, bare=text.bare).finditer(text.low, start, stop):
        if border[0] != "," or not (
            goes_on.match(text.low, border.end()) or not search_first(BANDS, text, start, border.start())
        ):
            return border.start()
    return stop


def _listed(
    text: Text, start: int, stop: int, stated: int | None
) -> tuple[tuple[Place, ...], tuple[int, ...]]:
    opened = compile_pattern(_LIST_OPENS, bare=text.bare).match(text.low, start, stop)
    if not opened:
        return (), ()
    following = compile_pattern(_NEXT_COUNT, bare=text.bare).search(text.low, opened.end(), stop)
    end = _without_lead(text, opened.end(), following.start() if following else stop)
    if opened[0].strip() == "(":
        closing = text.clean.find(")", opened.end(), end)
        end = closing if closing >= 0 else end
    split = split_list(text, opened.end(), end, stated)
    return split.entries, split.sizes


def _without_lead(text: Text, start: int, end: int) -> int:
    lead = compile_pattern(_LEAD_OF_NEXT, bare=text.bare).search(text.low, start, end)
    return lead.start() if lead else end


def _share(text: Text, start: int, end: int) -> Figure | None:
    for found in find_figures(text, start, end):
        if found.unit == "%":
            return found.figure(text)
    return None


def warnings_of(counted: Counted) -> Iterator[ReadingWarning]:
    """Tell where a stated count and its list disagree, or where the list can be split in two ways."""
    count = counted.count
    if count is None:
        return
    if count.readings:
        yield ReadingWarning(WarningKind.OPEN_LIST, count.phrase, count.stated, count.readings)
    elif count.listed and count.listed != count.stated:
        yield ReadingWarning(WarningKind.COUNT_MISMATCH, count.phrase, count.stated, (count.listed,))
