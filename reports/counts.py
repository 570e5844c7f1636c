"""Stated counts of targets ("05 chỉ tiêu đạt và vượt …") and the lists behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .cues import Section
from .figures import find_figures
from .lists import Place, split_list
from .model import Figure, ReadingWarning, TargetCount, TargetStatus, WarningKind
from .page import Page
from .rules import Rule, compile_pattern, search_first
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

# A number of targets. What judges them stands behind, or before ("hoàn thành 12 chỉ tiêu").
_COUNTED = r"""
    (?<![\d.,/]) (?P<stated>\d{1,3}) (?: \s?/\s? \d{1,3} )? (?: _trong_(?:tổng_)?số_\d+ )?
    _(?:nhóm_)?(?:chỉ_tiêu|mục_tiêu)\b (?! _con )
"""
_JUDGED_BEFORE = r"""
    \b(?: hoàn_thành(?:_vượt(?:_mức)?)? | đạt(?:_và_vượt|,_vượt)? | vượt | chưa_đạt )_(?:được_)? \Z
"""
_COUNT_END = r"[;:(] | \.(?=\s|$) | ,(?=_) | _(?: là | gồm | đó_là | như | trong_đó | còn )(?=_)"
_LIST_OPENS = r"""
    \s* (?: ,?_?(?:đó_)?là(?:_các_chỉ_tiêu)? | ,?_?(?:bao_)?gồm(?:_có)? | : | ,?_?cụ_thể(?:_là)?:
      | ,?_?như: | \( (?!\d) ) \s* :? \s*
"""
_NEXT_COUNT = r"""
    (?: [,;] | \bvà | _còn_lại | _trong_khi )* \s* (?:còn_lại_|có_|và_|còn_)*
    \d{1,3}(?:/\d{1,3})?_(?:chỉ_tiêu|mục_tiêu)\b
"""
_TOTAL = r"\b(?: trong(?:_tổng)?(?:_số)? | tổng(?:_số)? | trên )_ \Z"
_LEAD_OF_NEXT = r"[;,.]\s* (?: còn_lại | và | có | còn )? \s* \Z"
# A comma before these words is part of the phrase ("kinh tế - xã hội, môi trường", "đạt, vượt").
_PHRASE_GOES_ON = r"_?(?: vượt | đạt | hoàn_thành | môi_trường | văn_hóa | xã_hội | quốc_phòng | an_ninh )\b"


@dataclass(frozen=True, slots=True)
class Counted:
    """A stated count with the names listed behind it and the share that its phrase gives."""

    count: TargetCount
    entries: tuple[Place, ...]
    share: Figure | None
    place: Place


READ = (S.BODY, S.STRENGTHS, S.LIMITATIONS, S.OPENING, S.PARTICIPANTS, S.TASKS)


def read_counts(page: Page) -> list[Counted]:
    """Read the stated counts, in order, each with its list."""
    word = "tieu" if page.text.bare else "tiêu"
    parts = (part for part in page.within(*READ) if page.text.low.find(word, part.start, part.end) >= 0)
    return [counted for part in parts for counted in _in_sentence(page, part.start, part.end)]


def _in_sentence(page: Page, start: int, end: int) -> Iterator[Counted]:
    text = page.text
    matches = [
        m
        for m in compile_pattern(_COUNTED, bare=text.bare).finditer(text.low, start, end)
        if not _is_total(text, m)
    ]
    for number, match in enumerate(matches):
        stop = matches[number + 1].start() if number + 1 < len(matches) else end
        if counted := _count(page, match, start, stop):
            yield counted


def _is_total(text: Text, match: re.Match[str]) -> bool:
    before = text.low[max(0, match.start() - 20) : match.start()]
    return bool(compile_pattern(_TOTAL, bare=text.bare).search(before))


def _count(page: Page, match: re.Match[str], start: int, stop: int) -> Counted | None:
    text = page.text
    phrase_end = _phrase_end(text, match.end(), stop)
    before = compile_pattern(_JUDGED_BEFORE, bare=text.bare).search(
        text.low, max(start, match.start() - 40), match.start()
    )
    begin = match.start()
    band = search_first(BANDS, text, match.end(), phrase_end)
    if not band and before:
        begin = before.start()
        band = search_first(BANDS, text, begin, match.start())
    if not band:
        return None
    rule, _ = band
    stated = int(match["stated"])
    entries, sizes = _listed(text, phrase_end, stop, stated)
    span = page.note("counts", rule.name, begin, phrase_end)
    readings = sizes if len(sizes) > 1 else ()
    return Counted(
        TargetCount(span, stated, rule.value, len(entries), readings),
        entries,
        _share(text, match.end(), phrase_end),
        (begin, entries[-1][1] if entries else phrase_end),
    )


def _phrase_end(text: Text, start: int, stop: int) -> int:
    """Find where the phrase of a count ends and its list begins; "đạt, vượt" stays together."""
    goes_on = compile_pattern(_PHRASE_GOES_ON, bare=text.bare)
    for border in compile_pattern(_COUNT_END, bare=text.bare).finditer(text.low, start, stop):
        if border[0] != "," or not (
            goes_on.match(text.low, border.end()) or not search_first(BANDS, text, start, border.start())
        ):
            return border.start()
    return stop


def _listed(text: Text, start: int, stop: int, stated: int) -> tuple[tuple[Place, ...], tuple[int, ...]]:
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
    if count.readings:
        yield ReadingWarning(WarningKind.OPEN_LIST, count.phrase, count.stated, count.readings)
    elif count.listed and count.listed != count.stated:
        yield ReadingWarning(WarningKind.COUNT_MISMATCH, count.phrase, count.stated, (count.listed,))
