"""How a sentence tells targets: its figures one by one, each with what it measures and what names it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace
from decimal import Decimal
from operator import itemgetter

from .against import with_plan
from .aims import Aims
from .apart import Apart
from .breakdowns import read_breakdown
from .cues import Section
from .figures import SCALES, Found, find_figures, read_counted
from .indicators import is_measure, name_before
from .lists import Place
from .model import TargetStatus
from .naming import Naming
from .objects import with_object
from .page import Page
from .ranks import Rank, find_ranks, is_ranked
from .ratings import read_rating
from .rows import Reading, Row, judged, just_reached, read_figure, with_figure, with_multiple
from .rules import compile_pattern
from .sections import BY_WORDS, Part
from .sizes import is_standing
from .turns import Turn, read_in_turn

_COST = r"""
    (?: tổng_ )? (?: kinh_phí | số_tiền | trị_giá | giá_trị )
    (?: _(?: chi_trả | chi | thực_hiện | hỗ_trợ | cho_vay | khoảng | là ) )*
"""
_FUNDS = r"(?: tổng_ )? kinh_phí (?: _(?: xã_hội_hóa | dự_kiến | thực_hiện | khoảng ) ){0,2}"
_TAKING = r"""
    \b(?: thu | nộp | xử_phạt | xử_lý | phạt | truy_thu | thu_hồi | vận_động | huy_động | quyên_góp
      | tiết_kiệm | thu_hút
      | đóng_góp | ủng_hộ | đầu_tư | thẩm_định | quyết_toán | cắt_giảm | phát_hiện | kiến_nghị | giải_ngân )\b
"""
_NUMBERED = re.compile(r"(?:[A-ZĐ]\w*|[Dd]ự án|[Tt]iêu chí|[Nn]ghị quyết|[Đđ]ề án|[Dd]u an|[Tt]ieu chi) \Z")
_IN_BRACKETS = re.compile(r"[^,;:()\d]{0,25}\(\s?")
_OF_A_WHOLE = re.compile(r"\d\s?/\s?\d")
_RIGHT_BEHIND = re.compile(r"[^,;:().\d]{0,25}(?:,| và| va) ")
_CLAUSE_END = re.compile(r"[,;.:()]")
_COUNTS_ON = re.compile(
    r"(?: [^\W\d]+){1,2}(?:, [^\W\d]+){1,3}, "
    r"|(?:, (?:học viên|học sinh|sinh viên|viên chức|công chức|chiến sĩ|người lao động|hội viên|đoàn viên"
    r"|hoc vien|hoc sinh|sinh vien|vien chuc|cong chuc|chien si|nguoi lao dong|hoi vien|doan vien)){1,2}, "
)
_QUOTED = re.compile(r"[\"“][^\"“”\n]{2,50}[\"”]")
_RATE = r"(?: tỷ_lệ | tỉ_lệ | số )\b (?! .* \b(?: do | là | thuộc | này | còn_lại | đó )\b )"
_ENDS = re.compile(r"\s?(?:[;.),]|\Z)")
_YEAR = re.compile(r"(?:19|20)\d\d")
FEW = Decimal(20)  # what is called by a number, is called by a small one


LONGEST_ASIDE = 200
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
    first: int = 0  # how many targets were told before this sentence
    aside: bool = False  # the target is named between brackets …
    outer: Row | None = None  # … which this one opened
    doubtful: bool = False  # the name found last might be another, or its figure no goal
    joined: int = 0  # where the change ends that joined a target told before
    stands: int = 0  # where the size ends that only describes
    blamed: bool = field(init=False)  # it stands among the limitations
    apart: Apart = field(init=False)
    quoted: list[Place] = field(init=False)  # short words between quotation marks, which name something

    def __post_init__(self) -> None:
        """Look at the sentence."""
        weak = self.part.section is Section.LIMITATIONS
        self.blamed = weak and self.part.rule not in BY_WORDS
        self.apart = Apart(self.page.text, self.part)
        found = _QUOTED.finditer(self.page.text.clean, self.part.start, self.part.end)
        self.quoted = [quote.span() for quote in found]

    def read(self) -> None:
        """Add the targets of the sentence to those told before it."""
        part = self.part
        self.cues = self.aims.cues(part)
        ranks = list(find_ranks(self.page.text, part.start, part.end))
        if part.section is Section.TASKS and not self.cues and not ranks:
            return
        self.since, self.first = part.start, len(self.told)
        turn = read_in_turn(self.page.text, part)
        for number in find_figures(self.page.text, part.start, part.end):
            if turn and turn.start <= number.start:
                self._take_turn(turn)
                turn = None
            while ranks and ranks[0].found.start <= number.start:
                self._take_rank(ranks.pop(0))
            found = self._with_counted(number)
            if self._is_passed(found) or found.start < self.since:
                self.since = max(self.since, found.end)
            elif self._is_share_in_brackets(found):
                plan = Reading(found, "plan", found.start)
                self.current = self.current and with_figure(self.page.text, self.current, plan, aimed=False)
            elif not self.apart.holds(found, self.since):
                self._take(found)
                self.since = found.end
        for rank in ranks:
            self._take_rank(rank)
        self._close(part.end)

    def _take_turn(self, turn: Turn) -> None:
        """Open a target for each of the names whose figures are told in turn."""
        if not turn.names:
            self._take_back(turn)
            return
        self._close(turn.start)
        self.since = turn.end
        for name, reading in zip(turn.names, turn.readings, strict=True):
            found, row = reading.found, Row(name, rule="chỉ tiêu có số liệu (lần lượt)")
            aimed = bool(self.cues) and self.aims.holds(
                self.part, self.cues, found.start, found.unit, going=True
            )
            row = with_figure(self.page.text, row, reading, aimed=aimed)
            self.told.append(judged(self.page.text, row, row.end))

    def _take_back(self, turn: Turn) -> None:
        """Give changes told in turn to the targets before: "… 12 vụ, 5 người, lần lượt giảm 20% và 15%"."""
        rows = [*self.told[self.first :], *([self.current] if self.current else [])][-len(turn.readings) :]
        changes = all(reading.kind == "change" for reading in turn.readings)
        if not changes or len(rows) < len(turn.readings) or any(r.change or not r.actual for r in rows):
            return
        self._close(turn.start)
        self.since = turn.end
        for number, reading in enumerate(turn.readings, len(self.told) - len(rows)):
            self.told[number] = with_figure(self.page.text, self.told[number], reading, aimed=False)

    def _take_rank(self, rank: Rank) -> None:
        """Open a target for the rank of an indicator; without a number it may only be a goal."""
        found, text = rank.found, self.page.text
        aimed = rank.aimed or (bool(self.cues) and self.cues[0] <= found.start)
        name, _ = name_before(text, self.since, rank.verb, opened=self.current is None)
        self.since = found.end
        if not name or (rank.open and not aimed) or not is_ranked(text, *name):
            return
        self._close(rank.verb)
        reading = Reading(found, "reached", rank.verb)
        self.current = with_figure(text, Row(name, rule="thứ hạng của chỉ số"), reading, aimed=aimed)

    def _close(self, end: int) -> None:
        if not self.current:
            return
        row = judged(self.page.text, with_multiple(self.page.text, self.current, end), end)
        if not row.status and self.blamed and just_reached(self.page.text, row):
            row = replace(row, status=TargetStatus.BEHIND)
        self.current = None
        if self._only_stands(row):
            self.stands = row.end
        else:
            self.told.append(row)

    def _only_stands(self, row: Row) -> bool:
        """Tell a size without a change or a verdict: "Trường có 25 lớp với 820 học sinh"."""
        if not row.actual or row.status or len(row.figures) > 1 or row.actual.unit == "%":
            return False
        at = self.page.text.find(row.actual.written.start)
        return row.name[0] >= at and is_standing(self.page.text, row.name, at, self.stands)

    def _is_share_in_brackets(self, found: Found) -> bool:
        """Tell "kết nạp 7/12 đảng viên (58,3%)": how much of the whole was reached."""
        actual = self.current and self.current.actual
        if not actual or found.unit != "%" or not _OF_A_WHOLE.search(actual.written.text):
            return False
        end = self.current.end if self.current else 0
        return bool(_IN_BRACKETS.fullmatch(self.page.text.low, end, found.start))

    def _is_passed(self, found: Found) -> bool:
        """Tell a figure that stands in the list of a count or in the name of the target before it."""
        index = bisect_right(self.taken, found.start, key=itemgetter(0)) - 1
        if index >= 0 and self.taken[index][0] <= found.start < self.taken[index][1]:
            return True
        if any(a <= found.start < b for a, b in self.quoted):
            return True  # the movement "5 không, 3 sạch"
        return self.current is not None and found.start < self.current.name[1]

    def _take(self, found: Found) -> None:
        """Put a figure to the target that it belongs to, or open one for it."""
        text, current = self.page.text, self.current
        going = bool(current and current.goal)
        aimed = bool(self.cues) and self.aims.holds(
            self.part, self.cues, found.start, found.unit, going=going
        )
        reading = self._going_on(read_figure(text, self.since, found))
        if self._takes_rating(found, aimed=aimed):
            return
        if (reading.kind == "share" and not (aimed and found.unit == "%")) or (
            self.part.section is Section.TASKS and not aimed
        ):
            return  # neither result nor goal
        if current and (planned := with_plan(text, self.part, current, reading)):
            self.current = planned
            return
        if self._begins_nothing(reading) and self._joins_earlier(reading):
            return
        name = self._name(reading, aimed=aimed)
        if name and self._is_cost(name):
            return
        if name is None and not current and found.unit and found.unit != "%":
            counted = (max(found.number, found.end - len(found.unit)), found.end)
            if is_standing(text, counted, found.start, self.stands):
                self.stands = found.end  # "Xã có 12 thôn"
        if name is None or self._is_tally(reading):
            self._leave_brackets(found)
            self.current = self.current and with_figure(text, self.current, reading, aimed=aimed)
            return
        opened = with_object(text, self._open(name, reading, aimed=aimed), found, self.part.end)
        self._enter_brackets(name)
        self._close(found.start)
        self.current = opened
        if found.unit != "%" and not is_measure(found.unit or ""):
            self.told.extend(read_breakdown(text, found.end, self.part.end))

    def _takes_rating(self, found: Found, *, aimed: bool) -> bool:
        """Open a target for the next of a row of ratings ("khá 47,2%, chưa đạt 4,3%")."""
        text = self.page.text
        rating = read_rating(text, self.since, found, self.current, self.part.end)
        if rating:
            self._close(rating[0])
            row = Row(rating, rule="xếp loại")
            self.current = with_figure(text, row, Reading(found, "bare", found.start), aimed=aimed)
        return rating is not None

    def _enter_brackets(self, name: Place) -> None:
        """Remember the target that stands before the brackets in which another is named."""
        aside = self._is_aside(name[0])
        if aside != self.aside:
            self.outer = self.current if aside else None
        self.aside = aside

    def _leave_brackets(self, found: Found) -> None:
        """Go on with the target before the brackets: "tăng 30 hộ (tốc độ tăng đạt 3%), bằng 92% kế hoạch"."""
        if not self.aside or self._is_aside(found.start):
            return
        self._close(found.start)
        self.current, self.outer, self.aside = self._reopened(), None, False

    def _reopened(self) -> Row | None:
        """Take the target before the brackets from those told."""
        outer = self.outer
        for number in range(len(self.told) - 1, self.first - 1, -1):
            if outer and self.told[number].name == outer.name:
                return self.told.pop(number)
        return None

    def _is_aside(self, at: int) -> bool:
        """Tell that a place stands between brackets."""
        low, begin = self.page.text.low, max(self.part.start, at - LONGEST_ASIDE)
        return low.rfind("(", begin, at) > low.rfind(")", begin, at)

    def _going_on(self, reading: Reading) -> Reading:
        """Read "so với cùng kỳ giảm 3 vụ, 2 người chết": the next change of a row of them; and a rate."""
        if reading.kind == "share" and self._is_rate(reading):
            return replace(reading, kind="reached")
        between = self.page.text.low[self.joined : reading.found.start] if self.joined else ""
        if reading.kind == "bare" and _RIGHT_BEHIND.fullmatch(between):
            return replace(reading, kind="change")
        return reading

    def _joins_earlier(self, reading: Reading) -> bool:
        """Read "so với cùng kỳ giảm 2 vụ, tăng 1 người bị thương": changes of targets told before."""
        unit, text = _counted(reading.found.unit or "%"), self.page.text
        since = self._reach(reading, unit)
        if reading.kind != "change" or unit == "%" or since is None:
            return False
        behind = text.low[reading.found.end : reading.found.end + 30]
        said = set(_CLAUSE_END.split(behind, maxsplit=1)[0].split())
        fitting = [
            (len(said & set(text.low[slice(*row.name)].split())), number)
            for number, row in enumerate(
                [*self.told[since:], *([self.current] if self.current else [])], since
            )
            if _counts(row, unit)
        ]
        best, number = max(fitting, default=(0, len(self.told)))
        if best or number < len(self.told):
            self.joined = reading.found.end
        if number == len(self.told):  # the target that is being told
            if best:
                self.current = self.current and with_figure(text, self.current, reading, aimed=False)
            return bool(best)
        self.told[number] = with_figure(text, self.told[number], reading, aimed=False)
        return True

    def _reach(self, reading: Reading, unit: str) -> int | None:
        """Find from which target on a change may belong to one told before; None where it does not."""
        current, text = self.current, self.page.text
        begin, since = max(self.part.start, reading.verb - 120), max(0, len(self.told) - NEAR)
        if not current or compile_pattern(_COMPARES, bare=text.bare).search(text.low, begin, reading.verb):
            return since
        if not current.actual or unit in SCALES:
            return None
        return max(since, self.first)  # "dư nợ 250 tỷ đồng với 42 hộ vay, tăng 18 tỷ đồng"

    def _begins_nothing(self, reading: Reading) -> bool:
        """Tell that no name stands before a change of what is counted."""
        if reading.kind != "change" or reading.found.unit == "%":
            return False
        verb = max(self.since, reading.verb)
        return name_before(self.page.text, self.since, verb, opened=self.current is None)[0] is None

    def _is_rate(self, reading: Reading) -> bool:
        """Tell "Số hộ có nước sạch chiếm 86%." from "chiếm 86% tổng số hộ", which only compares."""
        text, found = self.page.text, reading.found
        if found.unit != "%" or not text.low.startswith(("chiếm ", "chiem "), reading.verb):
            return False
        if not _ENDS.match(text.low, found.end):
            return False
        verb = max(self.since, reading.verb)
        name, _ = name_before(text, self.since, verb, opened=self.current is None)
        return bool(name) and bool(compile_pattern(_RATE, bare=text.bare).match(text.low, *name or (0, 0)))

    def _is_tally(self, reading: Reading) -> bool:
        """Tell "đạt 100% chỉ tiêu, với 36 lớp": what a share of the plan comes to."""
        current = self.current
        if not current or current.actual or not current.plan_ratio or reading.found.unit == "%":
            return False
        return self.page.text.low.startswith(("với ", "voi "), reading.verb)

    def _is_cost(self, name: Place) -> bool:
        """Tell "hỗ trợ 40 hộ với kinh phí 2 tỷ đồng": what was given cost money, which is no result."""
        text, current = self.page.text, self.current
        if self.part.section is Section.TASKS and compile_pattern(_FUNDS, bare=text.bare).fullmatch(
            text.low, *name
        ):
            return True  # "chuẩn bị Ngày hội, kinh phí xã hội hóa 120 triệu đồng"
        if not current or not compile_pattern(_COST, bare=text.bare).fullmatch(text.low, *name):
            return False
        return not compile_pattern(_TAKING, bare=text.bare).search(text.low, current.name[0], name[0])

    def _goes_on_counting(self, reading: Reading, name: Place) -> bool:
        """Tell the last of what the figure before counts: "tiêm được 460 con trâu, bò, đạt 92%"."""
        current = self.current
        if not current or not current.actual or reading.found.unit != "%" or reading.kind == "change":
            return False
        between = self.page.text.low[current.end : reading.verb]
        return name[0] >= current.end and _COUNTS_ON.fullmatch(between) is not None

    def _open(self, name: Place, reading: Reading, *, aimed: bool) -> Row:
        before = self.current
        if (
            reading.kind == "bare"
            and before
            and before.kind == "change"
            and self._changes_on(before, reading)
        ):
            reading = replace(reading, kind="change")
        if reading.kind == "change" and self._is_growth(name, reading):
            reading = replace(reading, kind="reached")
        row = Row(name, rule=f"chỉ tiêu có số liệu ({reading.kind})", weak=self.doubtful)
        return with_figure(self.page.text, row, reading, aimed=aimed)

    def _is_growth(self, name: Place, reading: Reading) -> bool:
        """Tell "tăng trưởng kinh tế đạt 8,1% so với cùng kỳ", which is the rate itself."""
        text = self.page.text
        reached = compile_pattern(r"(?:ước_|đã_)? đạt\b", bare=text.bare).match(text.low, reading.verb)
        growth = compile_pattern(r"(?: tăng_trưởng | (?:tốc_độ|mức|tỷ_lệ)_tăng )\b", bare=text.bare)
        return bool(reached) and bool(growth.match(text.low, *name))

    def _changes_on(self, before: Row, reading: Reading) -> bool:
        """Tell "Cà Mau tăng 14,2%, Lai Châu 9,6%" and "giảm 2 trường, 1 trung tâm"."""
        between = self.page.text.low[before.end : reading.found.start]
        if reading.found.unit == "%":
            return ";" not in between and ". " not in between
        return not is_measure(reading.found.unit or "") and bool(_RIGHT_BEHIND.fullmatch(between))

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

    def _name(self, reading: Reading, *, aimed: bool) -> Place | None:
        """Name a figure; None where it belongs to the target before it."""
        if self.current:
            self.since = max(self.since, min(self.current.name[1], reading.found.start))
        naming = Naming(self.page.text, self.part, self.current, self.since, reading, aimed)
        name = naming.name()
        if name and self._goes_on_counting(reading, name):
            return None
        carried = aimed and self.part.start in self.aims.carried
        self.doubtful = carried or (name is not None and naming.is_doubtful(name))
        return name
