"""What names a figure: the words before its verb, or what it counts behind; some belong to a target told."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .indicators import (
    ends_light,
    is_action,
    is_doing,
    is_empty,
    is_indicator,
    is_measure,
    is_place,
    is_proper,
    name_before,
    name_behind,
)
from .lists import Place
from .nameparts import BORDER, NAMED_PLACE
from .rows import Reading, Row
from .rules import compile_pattern
from .sections import Part
from .text import Text

_HAS = re.compile(r"(?:đã |vẫn |mới |chỉ |hiện |da |van |moi |chi |hien )?(?:có|hoàn thành|co|hoan thanh)\b")
_COUNTS_OF = re.compile(r" (?:tổng )?(?:số|so|lượng|luong) ")
_CAUSES = re.compile(r".*\b(?:khiến|làm|làm cho|gây|gây ra|giúp|khien|lam|lam cho|gay|gay ra|giup)\Z")
_OCCURS = re.compile(
    r"(?:xảy ra|ghi nhận|phát hiện|có|còn|đón|đón tiếp|tiếp đón|phục vụ|xay ra|ghi nhan|phat hien|phuc vu)\Z"
)
_LISTS_PLACES = (":", "như", "nhu", " là", " la", "gồm", "gom")
_TIME_AT_END = r"(?: _(?:trong_)? (?:tháng|quý|năm)_[\d/ivx]+ )+ \Z"
LONGEST_TIME = 50
_NO_OWN = r"(?: \d | lần_lượt\b | (?: tỷ_lệ | tỉ_lệ | tỷ_trọng | tức | nghĩa_là ) \Z )"
ENOUGH = 3  # so many words behind what is counted name it better than the verb before it
# Only the time stands before the figure: "năm 2016 đạt 70%; năm 2017 đạt 72%", "lũy kế 9 tháng 420 tấn".
_ONLY_A_TIME = r"""
    [,;(:] \s* (?: riêng_ | đến_ | và_ | trong_ )?
    (?: năm_\d{4} | đến_(?:hết_|cuối_)?(?:ngày_|tháng_|năm_|quý_)?[\d/]+
      | (?: \d+ | ba | sáu | chín )_tháng(?:_đầu_năm)?(?:_năm_\d{4}|_\d{4})?
      | (?: lũy_kế | luỹ_kế | cộng_dồn | tính_chung )
        (?: _(?: từ | đầu | năm | đến | nay | \d+ | tháng | quý | cả | [iv]+ ))* )
    (?:_(?: với | có | là | chỉ | ước | đạt | phải | trên | đạt_trên | giảm
      | tăng | còn | xuống | lên ))* \s? \Z
"""


@dataclass(slots=True)
class Naming:
    """The words around a figure of a sentence, behind the target that is told before it."""

    text: Text
    part: Part
    current: Row | None
    since: int
    reading: Reading
    aimed: bool = False
    verb: int = field(init=False)
    own: Place | None = field(init=False)
    begin: int = field(init=False)
    _behind: tuple[Place | None] | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        """Cut the names on both sides of the figure."""
        told = self.reading.kind != "bare"
        self.verb = max(self.since, self.reading.verb)
        self.own, self.begin = name_before(
            self.text, self.since, self.verb, opened=self.current is None, told=told
        )
        if self.own and compile_pattern(_NO_OWN, bare=self.text.bare).match(self.text.low, *self.own):
            self.own = None

    @property
    def behind(self) -> Place | None:
        """The name behind the figure, looked for once and only where it is asked for."""
        if self._behind is None:
            self._behind = (name_behind(self.text, self.reading.found, self.part.end),)
        return self._behind[0]

    def name(self) -> Place | None:
        """Name the figure; None where it belongs to the target before it, or to none."""
        if self._comes_with():
            if self.behind and self._words_more() > 0:
                return self.behind
            if self.current and not BORDER.search(self.text.low, self.since, self.verb):
                return None
        if self.own is None and self._counts_a_share():
            return self.behind  # "giảm 11% số vụ, giảm 16% số người chết"
        if self.own is None:
            return self._again() or (self.behind if self._is_free() else None)
        return self._chosen(self.own)

    def is_doubtful(self, name: Place) -> bool:
        """Tell that both what was done and what is counted may name it ("triển khai 110 kỹ thuật")."""
        unit = self.reading.found.unit or "%"
        if not self.own or unit == "%" or is_measure(unit) or is_indicator(self.text, *name):
            return False
        return bool(self.behind) and name in (self.own, self.behind) and is_doing(self.text, self.own)

    def _chosen(self, own: Place) -> Place | None:
        """Choose between the words before the figure and what it counts."""
        if self._counts_a_share() or self._is_listed_place(own):
            return self.behind if self._counts_a_share() else own
        if rather := self._behind_rather(own):
            return rather
        if is_place(self.text, own) and self.reading.found.unit != "%" and self.reading.kind != "change":
            return None
        return own

    def _again(self) -> Place | None:
        """Name the next of a series of years like the one before it."""
        current = self.current
        if not current:
            return None
        changes = self.reading.kind == "change" and not current.actual  # "tháng 5 tăng 6%, 5 tháng tăng 4%"
        held = current.goal if self.aimed else current.change if changes else current.actual
        if not held or held.unit != self.reading.found.unit:
            return None
        begin = max(self.part.start, self.verb - LONGEST_TIME)
        time = compile_pattern(_ONLY_A_TIME, bare=self.text.bare).search(self.text.low, begin, self.verb)
        if not time or (self.reading.kind == "change" and not changes):
            return None
        end = compile_pattern(_TIME_AT_END, bare=self.text.bare).search(self.text.low, *current.name)
        return (current.name[0], end.start()) if end and end.start() > current.name[0] else current.name

    def _words_more(self) -> int:
        """Count the words of a name behind a figure that its unit does not have."""
        if not self.behind:
            return 0
        unit = self.reading.found.unit or ""
        words = len(self.text.clean[slice(*self.behind)].split())
        return words - (0 if is_measure(unit) else len(unit.split()))

    def _counts_a_share(self) -> bool:
        """Tell "tai nạn giao thông giảm 5% số vụ"."""
        found = self.reading.found
        if found.unit != "%" or self.reading.kind != "change":
            return False
        return bool(_COUNTS_OF.match(self.text.low, found.end)) and bool(self.behind)

    def _comes_with(self) -> bool:
        """Tell "dư nợ 250 tỷ đồng với 42 hộ vay": what is counted is told beside something else."""
        unit = self.reading.found.unit or "%"
        if unit == "%":
            return self._has_share()
        if is_measure(unit):
            return False
        if self.own and self.text.low[self.own[1] : self.verb].strip():
            return False
        return self.text.low.startswith(("với ", "voi "), self.reading.verb)

    def _has_share(self) -> bool:
        """Tell "phong trào được nâng cao với 88,9% số hộ đạt gia đình văn hóa"."""
        text, found = self.text, self.reading.found
        if not text.low.startswith(("với ", "voi "), self.reading.verb):
            return False
        return bool(_COUNTS_OF.match(text.low, found.end)) and bool(self.behind)

    def _is_listed_place(self, own: Place) -> bool:
        """Tell a place in a list of them: "cao nhất là: xã Phú Sơn 55 hộ, xã Tân Lộc 51 hộ"."""
        text, current = self.text, self.current
        if self.reading.kind != "bare" or not NAMED_PLACE.match(text.clean, *own):
            return False
        before = text.low[max(self.part.start, own[0] - 5) : own[0]].rstrip()
        listed = current and NAMED_PLACE.match(text.clean, *current.name)
        return bool(listed) or before.endswith(_LISTS_PLACES)

    def _is_free(self) -> bool:
        """Tell a figure that is named by what it counts from one that belongs to the target before it."""
        kind = self.reading.kind
        if not self.behind:
            return False
        if _HAS.match(self.text.low, self.verb, self.reading.found.start):
            return True
        joins = kind == "over" or (kind == "change" and not self.aimed)
        cut_back = kind == "change" and " " in self.text.clean[slice(*self.behind)]  # "giảm 100 hộ nghèo"
        if (
            self.current
            and not (self.aimed and cut_back)
            and (joins or (self._words_more() <= 0 and not self._is_next()))
        ):
            return False
        return kind != "over" and is_empty(self.text, self.begin, self.verb)

    def _is_next(self) -> bool:
        """Tell the next thing of a list of things counted: "18 tấn gạo, 450 khẩu trang"."""
        actual, unit = self.current and self.current.actual, self.reading.found.unit or ""
        if self.reading.kind != "bare" or not actual or " " not in unit or is_measure(unit):
            return False
        before = self.text.low[max(self.part.start, self.reading.found.start - 2) : self.reading.found.start]
        return before.strip() == "," and actual.unit != unit

    def _behind_rather(self, own: Place) -> Place | None:
        """Tell where what is counted names a target better than the actor or the verb before it."""
        text = self.text
        light = ends_light(text, own)
        if not light and is_indicator(text, *own):
            return None
        behind = self.behind
        if behind is None:
            return None
        more = self._words_more()
        if light:
            return behind if more > 0 or _OCCURS.search(text.low, *own) else None
        has = _HAS.match(text.low, self.reading.verb, self.reading.found.start)
        if is_place(text, own) or is_proper(text, own) or (has and more > 0):
            return behind
        return self._behind_doing(own, behind)

    def _behind_doing(self, own: Place, behind: Place) -> Place | None:
        """Tell where what is counted names a target better than what somebody does."""
        text, kind = self.text, self.reading.kind
        if self._words_more() > 0 and _CAUSES.match(text.low, *own):
            return behind  # "Mưa lũ khiến 15 người thiệt mạng"
        if kind == "change" and " " in text.clean[slice(*behind)] and is_doing(text, own):
            return behind  # "sắp xếp giảm 28 đơn vị sự nghiệp"
        if kind == "bare" and self.reading.found.unit == "%" and is_doing(text, own):
            return own[0], behind[1]  # "tinh giản 10% biên chế"
        if is_action(text, own):
            given = "được" in text.low[self.reading.verb : self.reading.found.start]
            return behind if self._words_more() > ENOUGH and not given else None
        return behind if len(text.clean[slice(*own)].split()) == 1 else None
