"""Stated counts of targets ("05 chỉ tiêu đạt và vượt …") and the lists behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .figures import find_figures
from .lists import Place, split_list
from .model import Figure, ReadingWarning, TargetCount, TargetStatus, WarningKind
from .page import Page
from .rules import Rule, compile_pattern, search_first
from .sections import Section
from .text import Text

T = TargetStatus

# The words of a band, most telling first: "chưa đạt" before "đạt".
BANDS: tuple[Rule[TargetStatus], ...] = (
    Rule(
        "cuối năm tổng kết, đánh giá",
        r"\b(?: cuối_(?:năm|kỳ|quý) | (?:chưa|không)_(?:đến_(?:kỳ|hạn)|đánh_giá|thống_kê|có_số_liệu|tổng_kết) | đánh_giá_(?:vào_)?(?:cuối|sau)"
        r" | chờ_(?:số_liệu|đánh_giá|kết_quả) | 6_tháng_cuối_năm_mới )\b",
        "7 chỉ tiêu đến cuối năm tổng kết",
        "chỉ tiêu cả năm đã đạt và vượt",
        T.PENDING,
    ),
    Rule(
        "chưa đạt, khó hoàn thành, đạt thấp",
        r"\b(?: (?:chưa|không|khó|không_thể|có_khả_năng_không|nhiều_khả_năng_không|khả_năng_không)_(?:\w+_)?(?:đạt|hoàn_thành|thực_hiện|bảo_đảm|đảm_bảo|đáp_ứng)"
        r" | đạt_(?:\w+_)?thấp | thấp_(?:hơn|so) | chậm | dưới_\d | đạt_dưới | chỉ_đạt | hụt | khó_đạt | chưa_thực_hiện )\b",
        "4 chỉ tiêu chưa đạt",
        "đạt kế hoạch",
        T.BEHIND,
    ),
    Rule(
        "xấp xỉ, đạt 99% trở lên",
        r"\b(?: xấp_xỉ | gần_đạt | cơ_bản_đạt | đạt_(?:từ_|trên_)?9[5-9](?:[.,]\d+)?\s?% (?!_?-) | tiệm_cận )",
        "02 chỉ tiêu đạt 99% trở lên",
        "đạt 90% trở lên",
        T.NEAR,
    ),
    Rule(
        "vượt",
        r"(?<!và_)(?<!đạt,_)(?<!đạt/) \b vượt \b (?! [^.;:]{0,30}\bvà_đạt\b | _và_hoàn_thành | _tiến_độ_và_đạt )",
        "8 chỉ tiêu vượt kế hoạch",
        "đạt và vượt nghị quyết",
        T.EXCEEDED,
    ),
    Rule(
        "đạt từ 50% - 90%",
        r"\bđạt_(?:từ_|trên_|khoảng_)? \d{1,2}(?:[.,]\d+)?\s?% (?: \s?(?:-|đến)\s?\d | _trở_lên | _đến_dưới )",
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
    (?<![\d.,/]) (?P<stated>\d{1,3}) (?: \s?/\s? (?P<whole>\d{1,3}) )? (?P<outof>_trong_(?:tổng_)?số_\d+)?
    (?: _(?:nhóm_)?(?:chỉ_tiêu|mục_tiêu|chi_tieu)\b ) (?! _con )
"""
_HEAD_BEFORE = (
    r"\b(?: hoàn_thành(?:_vượt(?:_mức)?)? | đạt(?:_và_vượt|,_vượt)? | vượt | chưa_đạt )_(?:được_)? \Z"
)
_COUNT_END = re.compile(r"[;:]|\.(?=\s|$)|,(?= )| (?:là|gồm|đó là|như|trong đó|còn|la|gom)(?= )|\(")
_LIST_OPENS = r"\s*(?: ,?_?(?:đó_)?là(?:_các_chỉ_tiêu)? | ,?_?(?:bao_)?gồm(?:_có)? | : | ,?_?cụ_thể(?:_là)?: | ,?_?như: | la | gom ) \s* :? \s*"
_NEXT_COUNT = r"(?: [,;] | \bvà | _còn_lại | _trong_khi )* \s* (?:còn_lại_|có_|và_|còn_)* \d{1,3}(?:/\d{1,3})?_(?:chỉ_tiêu|mục_tiêu)\b"
_TOTAL = r"\b(?: trong(?:_tổng)?(?:_số)? | tổng(?:_số)? | trên )_ \Z"


@dataclass(frozen=True, slots=True)
class Counted:
    """A stated count with the names listed behind it and the share that its phrase gives."""

    count: TargetCount
    entries: tuple[Place, ...]
    share: Figure | None
    place: Place


def read_counts(page: Page) -> list[Counted]:
    """Read the stated counts, in order, each with its list."""
    found: list[Counted] = []
    for part in page.within(
        Section.BODY,
        Section.STRENGTHS,
        Section.LIMITATIONS,
        Section.OPENING,
        Section.PARTICIPANTS,
        Section.TASKS,
    ):
        if page.text.low.find("tiêu", part.start, part.end) >= 0 or (
            page.text.bare and page.text.low.find("tieu", part.start, part.end) >= 0
        ):
            found += _in_sentence(page, part.start, part.end)
    return found


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
    before = compile_pattern(_HEAD_BEFORE, bare=text.bare).search(
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
    for border in _COUNT_END.finditer(text.low, start, stop):
        following = text.low[border.end() : border.end() + 12].lstrip()
        joins = border[0] == "," and (
            following.startswith(
                ("vượt", "môi trường", "văn hóa", "xã hội", "quốc phòng", "đạt", "hoàn thành", "an ninh")
            )
            or not search_first(BANDS, text, start, border.start())
        )
        if not joins:
            return border.start()
    return stop


def _listed(text: Text, start: int, stop: int, stated: int) -> tuple[tuple[Place, ...], tuple[int, ...]]:
    opened = compile_pattern(_LIST_OPENS, bare=text.bare).match(text.low, start, stop)
    if not opened:
        return (), ()
    following = compile_pattern(_NEXT_COUNT, bare=text.bare).search(text.low, opened.end(), stop)
    end = _without_lead(text, opened.end(), following.start() if following else stop)
    split = split_list(text, opened.end(), end, stated)
    return split.entries, split.sizes


_LEAD_OF_NEXT = re.compile(r"[;,.]\s*(?:còn lại|và|có|còn|con lai|co)?\s*$")


def _without_lead(text: Text, start: int, end: int) -> int:
    lead = _LEAD_OF_NEXT.search(text.low, start, end)
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
