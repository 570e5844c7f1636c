"""How a sentence tells targets: its figures one by one, each with what it measures and what names it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace
from decimal import Decimal
from operator import itemgetter

from .aims import Aims
from .apart import Apart
from .breakdowns import read_breakdown
from .cues import Section
from .figures import SCALES, Found, find_figures, read_counted
from .indicators import (
    ends_light,
    is_action,
    is_empty,
    is_indicator,
    is_measure,
    is_place,
    is_proper,
    name_before,
    name_behind,
)
from .lists import Place
from .page import Page
from .rows import Reading, Row, judged, read_figure, with_figure, with_multiple
from .rules import compile_pattern
from .sections import Part
from .text import Text

_COST = r"""
    (?: tổng_ )? (?: kinh_phí | số_tiền | trị_giá | giá_trị )
    (?: _(?: chi_trả | chi | thực_hiện | hỗ_trợ | cho_vay | khoảng | là ) )*
"""
_TAKING = r"""
    \b(?: thu | nộp | xử_phạt | xử_lý | phạt | truy_thu | thu_hồi | vận_động | huy_động | quyên_góp
      | tiết_kiệm | thu_hút
      | đóng_góp | ủng_hộ | đầu_tư | thẩm_định | quyết_toán | cắt_giảm | phát_hiện | kiến_nghị | giải_ngân )\b
"""
_HAS = re.compile(r"(?:đã |vẫn |da )?(?:có|hoàn thành|co|hoan thanh)\b")
_COUNTS_OF = re.compile(r" (?:tổng )?(?:số|so|lượng|luong) ")
_OCCURS = re.compile(r"(?:xảy ra|ghi nhận|phát hiện|có|còn|xay ra|ghi nhan|phat hien)\Z")
ENOUGH = 3  # so many words behind what is counted name it better than the verb before it
_NUMBERED = re.compile(r"[A-ZĐ]\w* \Z")
_YEAR = re.compile(r"(?:19|20)\d\d")
FEW = Decimal(20)  # what is called by a number, is called by a small one


def _words_more(text: Text, behind: Place, reading: Reading) -> int:
    """Count the words of a name behind a figure that its unit does not have."""
    unit = reading.found.unit or ""
    return len(text.clean[slice(*behind)].split()) - (0 if is_measure(unit) else len(unit.split()))


_COMPARES = r"\bso_(?:với|cùng)\b"
NEAR = 6  # so many targets back a change may belong to


def _counts(row: Row, unit: str) -> bool:
    """Tell a target whose figure counts this unit and has no change yet."""
    counted = row.actual.unit if row.actual else None
    return not row.change and bool(counted) and _counted(counted or "") == unit


def _counted(unit: str) -> str:
    """Give the first word of a unit behind its scale: "người" of "triệu người"."""
    words = unit.lower().split()
    return next((word for word in words if word not in SCALES), words[0] if words else "")


@dataclass(slots=True)
class Teller:
    """Goes through the figures of a sentence: one with a name of its own opens a target, others join it."""

    page: Page
    part: Part
    aims: Aims
    taken: list[Place]
    told: list[Row]
    cues: list[int] = field(default_factory=list)
    current: Row | None = None
    since: int = 0
    apart: Apart = field(init=False)

    def __post_init__(self) -> None:
        """Look at the sentence."""
        self.apart = Apart(self.page.text, self.part)

    def read(self) -> None:
        """Add the targets of the sentence to those told before it."""
        part = self.part
        self.cues = self.aims.cues(part)
        if part.section is Section.TASKS and not self.cues:
            return
        self.since = part.start
        for number in find_figures(self.page.text, part.start, part.end):
            found = self._with_counted(number)
            if self._is_passed(found):
                self.since = max(self.since, found.end)
            elif not self.apart.holds(found, self.since):
                self._take(found)
                self.since = found.end
        self._close(part.end)

    def _close(self, end: int) -> None:
        if self.current:
            self.told.append(judged(self.page.text, with_multiple(self.page.text, self.current, end), end))
            self.current = None

    def _is_passed(self, found: Found) -> bool:
        """Tell a figure that stands in the list of a count or in the name of the target before it."""
        index = bisect_right(self.taken, found.start, key=itemgetter(0)) - 1
        if index >= 0 and self.taken[index][0] <= found.start < self.taken[index][1]:
            return True
        return self.current is not None and found.start < self.current.name[1]

    def _take(self, found: Found) -> None:
        """Put a figure to the target that it belongs to, or open one for it."""
        text, current = self.page.text, self.current
        aimed = bool(self.cues) and self.aims.holds(self.part, self.cues, found.start)
        reading = read_figure(text, self.since, found)
        if (reading.kind == "share" and not (aimed and found.unit == "%")) or (
            self.part.section is Section.TASKS and not aimed
        ):
            return  # neither result nor goal
        if current and self.apart.is_plan(found):
            self.current = with_figure(text, current, replace(reading, kind="bare"), aimed=True)
            return
        if self._begins_nothing(reading) and self._joins_earlier(reading):
            return
        name = self._name(reading)
        if name and self._is_cost(name):
            return
        if name is None or self._is_tally(reading):
            self.current = current and with_figure(text, current, reading, aimed=aimed)
            return
        opened = self._open(name, reading, aimed=aimed)
        self._close(found.start)
        self.current = opened
        if found.unit != "%" and not is_measure(found.unit or ""):
            self.told.extend(read_breakdown(text, found.end, self.part.end))

    def _joins_earlier(self, reading: Reading) -> bool:
        """Read "so với cùng kỳ giảm 2 vụ, tăng 1 người bị thương": changes of targets told before."""
        unit = _counted(reading.found.unit or "%")
        if self.current and not compile_pattern(_COMPARES, bare=self.page.text.bare).search(
            self.page.text.low, max(self.part.start, reading.verb - 120), reading.verb
        ):
            return False
        if reading.kind != "change" or unit == "%" or (self.current and _counts(self.current, unit)):
            return False
        text = self.page.text
        said = set(text.low[reading.found.end : reading.found.end + 30].split())
        fitting = [
            (len(said & set(text.low[slice(*row.name)].split())), number)
            for number, row in enumerate(self.told[-NEAR:], max(0, len(self.told) - NEAR))
            if _counts(row, unit)
        ]
        if not fitting:
            return False
        number = max(fitting)[1]
        self.told[number] = with_figure(text, self.told[number], reading, aimed=False)
        return True

    def _begins_nothing(self, reading: Reading) -> bool:
        """Tell that no name stands before a change."""
        if reading.kind != "change":
            return False
        verb = max(self.since, reading.verb)
        return name_before(self.page.text, self.since, verb, opened=self.current is None)[0] is None

    def _is_tally(self, reading: Reading) -> bool:
        """Tell "hoàn thành 100% chỉ tiêu với 142 thanh niên": what a share of the plan comes to."""
        current = self.current
        if not current or current.actual or not current.plan_ratio or reading.found.unit == "%":
            return False
        return self.page.text.low.startswith(("với ", "voi "), reading.verb)

    def _is_cost(self, name: Place) -> bool:
        """Tell "hỗ trợ 40 hộ với kinh phí 2 tỷ đồng": what was given cost money, which is no result."""
        text, current = self.page.text, self.current
        if not current or not compile_pattern(_COST, bare=text.bare).fullmatch(text.low, *name):
            return False
        return not compile_pattern(_TAKING, bare=text.bare).search(text.low, current.name[0], name[0])

    def _open(self, name: Place, reading: Reading, *, aimed: bool) -> Row:
        before = self.current
        if reading.kind == "bare" and before and before.kind == "change" and reading.found.unit == "%":
            reading = replace(reading, kind="change")  # "Lào Cai tăng 91,3%, Khánh Hòa 77,8%"
        row = Row(name, rule=f"chỉ tiêu có số liệu ({reading.kind})")
        return with_figure(self.page.text, row, reading, aimed=aimed)

    def _with_counted(self, found: Found) -> Found:
        """Give a number without a known unit the noun that it counts."""
        if found.unit is not None:
            return found
        text = self.page.text
        if _YEAR.fullmatch(text.low, found.number, found.end):
            return replace(found, value=None, share=False)
        if (
            found.value is not None
            and found.value < FEW
            and _NUMBERED.search(text.clean, max(0, found.start - 20), found.start)
        ):
            return found  # "Tổng công ty Phát điện 3"
        stop = read_counted(text, found.end, self.part.end)
        if stop == found.end:
            return found
        return replace(found, end=stop, unit=text.clean[found.end + 1 : stop])

    def _name(self, reading: Reading) -> Place | None:
        """Name a figure: by the words before its verb, else by what it counts behind."""
        text, found = self.page.text, reading.found
        if self.current:
            self.since = max(self.since, min(self.current.name[1], found.start))
        verb = max(self.since, reading.verb)
        own, begin = name_before(
            text, self.since, verb, opened=self.current is None, told=reading.kind != "bare"
        )
        behind = name_behind(text, found, self.part.end)
        if own is None:
            return behind if behind and self._is_free(reading, behind, begin) else None
        if (
            behind
            and found.unit == "%"
            and reading.kind == "change"
            and _COUNTS_OF.match(text.low, found.end)
        ):
            return behind  # "tai nạn giao thông giảm 5% số vụ"
        rather = self._behind_rather(own, behind, reading)
        if rather is None and is_place(text, own) and found.unit != "%" and reading.kind != "change":
            return None
        return rather or own

    def _is_free(self, reading: Reading, behind: Place, begin: int) -> bool:
        """Tell a figure that is named by what it counts from one that belongs to the target before it."""
        text = self.page.text
        verb = max(self.since, reading.verb)
        if _HAS.match(text.low, verb, reading.found.start):
            return True
        if self.current and (reading.kind in ("over", "change") or _words_more(text, behind, reading) <= 0):
            return False
        return reading.kind != "over" and is_empty(text, begin, verb)

    def _behind_rather(self, own: Place, behind: Place | None, reading: Reading) -> Place | None:
        """Tell where what is counted names a target better than the actor or the verb before it."""
        text, found = self.page.text, reading.found
        if behind is None:
            return None
        verb = text.low[reading.verb : found.start]
        more = _words_more(text, behind, reading)
        if ends_light(text, own):
            return behind if more > 0 or _OCCURS.search(text.low, *own) else None
        if is_indicator(text, *own):
            return None
        if is_place(text, own) or is_proper(text, own) or (_HAS.match(verb) and more > 0):
            return behind
        if is_action(text, own):
            return behind if more > ENOUGH and "được" not in verb else None
        return behind if len(text.clean[slice(*own)].split()) == 1 else None
