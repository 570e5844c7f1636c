"""A target while its figures are collected: which slot a figure fills, and how far the target is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from .fewer import turned
from .figures import Found
from .lists import Place
from .measures import JUST, MEASURES, OF_BEFORE, OF_PLAN, ONLY, SAME_PERIOD, STATUSES, VERDICTS_BEFORE
from .model import Figure, TargetStatus
from .rules import compile_pattern, search_first
from .text import Text

T = TargetStatus
HUNDRED = Decimal(100)
_CHANGE_WORDS = (
    *("tăng", "giảm", "hạ", "vượt", "cao hơn", "thấp hơn", "nhiều hơn", "ít hơn", "nhỉnh hơn", "bằng"),
    *("nhích", "sụt", "chậm hơn", "nhanh hơn", "kém"),
)
_CHANGE_WORDS_BARE = (
    *("tang", "giam", "ha", "vuot", "cao hon", "thap hon", "nhieu hon", "it hon", "nhinh hon", "bang"),
    *("nhich", "sut", "cham hon", "nhanh hon", "kem"),
)
# What a share of people or things reached: "chỉ có 67% đã qua đào tạo".
_REACHING = r"\b(?: đã | đạt | tham_gia | hoàn_thành | đăng_ký | đủ | chấp_hành | nộp | sử_dụng )\b"
# Of these the more is the better, so that less than what was aimed at is behind.
_GROWS = r"(?: tốc_độ_tăng | tăng_trưởng | thu_ | tổng_thu | doanh_thu | sản_lượng | kim_ngạch | giải_ngân )"
_DONE = r"(?: (?:ước|mới|đã|đều|cần|phải)_ )* (?: đạt | hoàn_thành | xong | thực_hiện )"
# Of these a share behind is one of all who were rated: "78 đồng chí hoàn thành tốt nhiệm vụ, đạt 78,8%".
_RATED = r"\b(?: hoàn_thành_(?:xuất_sắc_|tốt_)?nhiệm_vụ | xếp_loại | loại_(?:giỏi|khá|tốt|xuất_sắc) )\b"
# What part of all it is: "còn 34 hộ nghèo, tỷ lệ 0,31%".
_OF_ALL = r"""
    \b(?: tỷ_lệ | tỉ_lệ | chiếm | tỷ_trọng )\b (?! _(?:hoàn_thành|thực_hiện|đạt|giải_ngân) ) [^,;:\d]{0,20} \Z
"""
_RATE = r"(?: tỷ_lệ | tỉ_lệ | mức | tỷ_trọng | độ )\b"
_PLAN_TAIL = r"""
    \s* (?: so_với_ )? (?: kế_hoạch | dự_toán | chỉ_tiêu ) (?:_vốn | _năm )? (?: _(?:được_)?giao )?
    (?: _trở_lên )?
"""
_MULTIPLES = ("gấp", "nửa", "gap", "nua")
_MULTIPLE = r"""
    [^;.()]{0,24}? \b (?P<said>
      (?: tăng | giảm ) (?:_(?: gần | hơn | trên | khoảng | lên | tới ))*
        _ (?: gấp (?:_(?:gần|hơn|trên|khoảng))? _ (?: đôi | rưỡi | ba | bốn | \w+_lần | \d[\d,.]*_lần )
            | (?:một_)?nửa )
      | gấp (?:_(?:gần|hơn|trên|khoảng))? _ (?: đôi | rưỡi | \w+_lần | \d[\d,.]*_lần )
        (?= _(?: so | cùng | năm_trước | tháng_trước ) )
    ) (?=[\s,;.)]|$)
"""
_EQUALS = ("tương đương", "tương ứng", "tuong duong", "tuong ung")
_KEPT = re.compile(
    r": (?:đã |hiện |vẫn |da |hien |van )?(?:giữ vững|duy trì|khởi công|giu vung|duy tri|khoi cong)"
    r"(?: được| duoc)? \Z"
)
_JUST_REACHED = re.compile(r" (?:mới được|moi duoc) (?:\w+ )?\Z")
_MORE_THAN = ("hơn", "trên", "hon", "tren")
NEAR, LONGEST_VERDICT, SHORTEST_VERB = 70, 45, 3


@dataclass(frozen=True, slots=True)
class Row:
    """A target with the figures found so far."""

    name: Place
    actual: Figure | None = None
    plan_ratio: Figure | None = None
    change: Figure | None = None
    goal: Figure | None = None
    status: TargetStatus | None = None
    rule: str = ""
    end: int = 0
    kind: str = ""
    weak: bool = False  # staff should look at it again

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Give the figures found."""
        return tuple(f for f in (self.actual, self.plan_ratio, self.change, self.goal) if f)


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure with what it measures; `verb` is where the words begin that tell it."""

    found: Found
    kind: str
    verb: int
    same_period: bool = False


def read_figure(text: Text, since: int, found: Found) -> Reading:
    """Tell what a figure measures by the words before and behind it."""
    window = max(since, found.start - 60)
    measured = search_first(MEASURES, text, window, found.start)
    kind = measured[0].value if measured else "bare"
    verb = measured[1].start() if measured else found.start
    just = _JUST_REACHED.search(text.low, window, found.start) if found.unit == "%" else None
    if just:
        verb = min(verb, just.start() + 1)  # "mới được 38% dự toán": no new one
    if kind == "reached" and text.low.endswith(": ", window, verb):
        verb -= 2  # "Xóa nhà tạm: hoàn thành 19/21 nhà"
    if kind == "bare" and (kept := _KEPT.search(text.low, window, found.start)):
        verb = kept.start()  # "Xây dựng nông thôn mới: giữ vững 15/19 tiêu chí"
    same = bool(compile_pattern(SAME_PERIOD, bare=text.bare).match(text.low, found.end))
    return Reading(found, _of_what(text, found, kind, verb), verb, same)


def _of_what(text: Text, found: Found, kind: str, verb: int) -> str:
    """Mend a kind by the words behind: "… % kế hoạch", "bằng … % so với cùng kỳ"."""
    if found.unit != "%":
        return "bare" if kind == "over" else kind
    if kind == "over" and found.value is not None and found.value >= HUNDRED:
        return "plan"  # "vượt chỉ tiêu giao 118%": a share of the plan
    if kind == "short":
        share = compile_pattern(OF_PLAN, bare=text.bare).match(text.low, found.end)
        return "plan" if share and not share[0].strip().startswith("theo") else kind
    equals = kind == "share" and text.low.startswith(_EQUALS, verb)
    if equals or kind in ("reached", "bare", "is", "actual"):
        if compile_pattern(OF_PLAN, bare=text.bare).match(text.low, found.end):
            return "plan"
        if kind == "reached" and compile_pattern(OF_BEFORE, bare=text.bare).match(text.low, found.end):
            return "change"
    return kind


def with_figure(text: Text, row: Row, reading: Reading, *, aimed: bool) -> Row:
    """Put a figure where it belongs; what stands first stays, but a change against the same period wins."""
    slot = "goal" if aimed or reading.kind == "short" else _slot(text, row, reading)
    end, kind = reading.found.end, reading.kind
    if not _is_open(row, slot, reading):
        return replace(row, end=end, kind=kind)
    figure = _figure(text, reading)
    if slot == "goal":
        return replace(row, end=end, kind=kind, goal=_aimed(text, reading, figure))
    if slot == "change":
        return replace(row, end=end, kind=kind, change=figure)
    if slot == "plan_ratio":
        return replace(row, end=end, kind=kind, plan_ratio=figure)
    return replace(row, end=end, kind=kind, actual=figure)


def _slot(text: Text, row: Row, reading: Reading) -> str:
    """Tell which figure of a target is read."""
    if reading.kind == "change":
        return "change"
    if reading.kind in ("plan", "over") or _is_share_of_plan(text, row, reading):
        return "plan_ratio"
    return "actual"


def _is_open(row: Row, slot: str, reading: Reading) -> bool:
    """Tell whether a target still takes a figure."""
    if slot == "change":
        return not row.change or reading.same_period
    if slot == "plan_ratio" and row.plan_ratio and reading.kind == "plan":
        return row.plan_ratio.written.text[:1].lower() == "v"  # a share of the plan tells more than "vượt"
    held = {"goal": row.goal, "plan_ratio": row.plan_ratio, "actual": row.actual}
    return not held[slot]


def _is_share_of_plan(text: Text, row: Row, reading: Reading) -> bool:
    """Tell "số hộ thoát nghèo 7930 hộ, đạt 48%": a share behind what was reached, or a whole done."""
    found = reading.found
    if found.unit != "%" or row.plan_ratio or reading.kind not in ("reached", "is"):
        return False
    if row.actual:
        part = found.value != HUNDRED and "/" not in row.actual.written.text
        if part and compile_pattern(_OF_ALL, bare=text.bare).search(text.low, row.end, found.start):
            return False
        rated = compile_pattern(_RATED, bare=text.bare).search(text.low, *row.name)
        return row.actual.unit != "%" and reading.kind == "reached" and not rated
    done = compile_pattern(_DONE, bare=text.bare).match(text.low, reading.verb)
    return (
        found.value == HUNDRED
        and bool(done)
        and not compile_pattern(_RATE, bare=text.bare).match(text.low, row.name[0])
    )


def _figure(text: Text, reading: Reading) -> Figure:
    """Cut a figure; a change keeps its "tăng" or "giảm", what exceeds a plan its "vượt"."""
    found = reading.found
    figure = found.figure(text)
    if reading.kind not in ("change", "over"):
        return figure
    words = text.low[reading.verb : found.start]
    known = _CHANGE_WORDS_BARE if text.bare else _CHANGE_WORDS
    starts = [(words.rfind(word), word) for word in known if word in words]
    if not starts:
        return figure
    at, word = min(starts)
    return replace(figure, written=text.span(reading.verb + at, found.end), qualifier=word)


def _aimed(text: Text, reading: Reading, figure: Figure) -> Figure:
    """Cut a goal with the plan that it is a share of ("từ 50% kế hoạch vốn trở lên")."""
    if reading.kind != "plan":
        return figure
    tail = compile_pattern(_PLAN_TAIL, bare=text.bare).match(text.low, reading.found.end)
    if not tail:
        return figure
    start = text.find(figure.written.start)
    if text.low.startswith(("từ ", "tu "), max(0, start - 3)):
        start -= 3
    return replace(figure, written=text.span(start, tail.end()))


def with_multiple(text: Text, row: Row, end: int) -> Row:
    """Add a change told as a multiple ("tăng gần gấp đôi", "gấp 2,3 lần cùng kỳ")."""
    stop = min(end, row.end + NEAR)
    if row.change or not any(text.low.find(word, row.end, stop) >= 0 for word in _MULTIPLES):
        return row
    found = compile_pattern(_MULTIPLE, bare=text.bare).match(text.low, row.end, stop)
    if not found:
        return row
    return replace(row, change=Figure(text.span(*found.span("said"))), end=found.end())


def judged(text: Text, row: Row, end: int) -> Row:
    """Give a target its status by the words around its figures, else by its share of the plan."""
    if row.goal and not (row.actual or row.plan_ratio or row.change):
        return replace(row, status=T.BEHIND if row.kind == "short" else T.PLANNED)
    if told := _told_before(text, row):
        return told
    begin = row.name[1] if row.name[1] <= end else row.end  # "xã chưa đạt chuẩn" is no verdict
    stop = max(begin, min(end, row.end + 90))
    clause = text.low.find("; ", max(begin, row.end), stop)
    found = search_first(STATUSES, text, begin, clause if clause >= 0 else stop)
    if not found:
        return _by_figures(text, row)
    status = turned(text, row.name, found[0].value, found[1][0], lower=_lies_below(row))
    ratio = row.plan_ratio
    if status is T.MET and ratio and ratio.value is not None and ratio.value < HUNDRED:
        return row
    return replace(row, status=status)


def _lies_below(row: Row) -> bool:
    """Tell that what was reached is less than the goal."""
    actual, goal = row.actual, row.goal
    if not actual or not goal or actual.value is None or goal.value is None or actual.unit != goal.unit:
        return False
    return actual.value < goal.value


def just_reached(text: Text, row: Row) -> bool:
    """Tell "mới đạt 58%", which only blames among the limitations."""
    return bool(compile_pattern(JUST, bare=text.bare).search(text.low, row.name[1], row.end))


def _by_figures(text: Text, row: Row) -> Row:
    """Judge by the goal, or by the share of the plan, where no word judges."""
    ratio = row.plan_ratio
    if _falls_short(text, row):
        return replace(row, status=T.BEHIND)
    if _outdoes(text, row):
        return replace(row, status=T.EXCEEDED)
    if ratio and ratio.value is not None and ratio.upper is None and _over_a_hundred(ratio):
        return replace(row, status=T.EXCEEDED)
    return row


def _falls_short(text: Text, row: Row) -> bool:
    """Tell "tăng trưởng đạt 5,8% (mục tiêu 7,5%)"."""
    actual, goal = row.actual, row.goal
    if not actual or not goal or actual.unit != goal.unit or actual.value is None or goal.value is None:
        return False
    if row.plan_ratio:
        return False  # a share of the year's plan, as the year goes on, judges nothing
    grows = compile_pattern(_GROWS, bare=text.bare).match(text.low, *row.name)
    return bool(grows) and (actual.upper or actual.value) < goal.value


def _over_a_hundred(ratio: Figure) -> bool:
    value = ratio.value or HUNDRED
    return value > HUNDRED or (value == HUNDRED and ratio.qualifier in _MORE_THAN)


def _outdoes(text: Text, row: Row) -> bool:
    """Tell "152 ha trên 140 ha kế hoạch"."""
    actual, goal = row.actual, row.goal
    if not actual or not goal or actual.unit != goal.unit or actual.value is None or goal.value is None:
        return False
    between = text.low[text.find(actual.written.end - 1) + 1 : text.find(goal.written.start)]
    return between.strip() in ("trên", "tren") and actual.value > goal.value


def _told_before(text: Text, row: Row) -> Row | None:
    """Judge by the words before the name: "hoàn thành chỉ tiêu giảm 10% biên chế", "mới có 6 tiêu chí"."""
    window = max(0, row.name[0] - LONGEST_VERDICT)
    found = search_first(VERDICTS_BEFORE, text, window, row.name[0])
    if not found:
        return None
    at = text.find(row.actual.written.start) if row.actual else row.end
    if found[0].name == ONLY and not compile_pattern(_REACHING, bare=text.bare).search(text.low, *row.name):
        return None  # "chỉ có 10% diện tích rừng"
    if found[0].value is T.BEHIND or at >= row.name[1] + SHORTEST_VERB:
        return replace(row, status=found[0].value)
    return replace(row, status=found[0].value, actual=None, goal=row.goal or row.actual)
