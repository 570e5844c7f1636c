"""What is asked of the books: commands, commands with filters in words, and questions, varied each time."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from benchmarks.phrases import PLACES
from benchmarks.texts import DAYS, FIRST_DAY, serial

STATUSES = ("vượt", "đạt", "gần đạt", "chưa đạt", "chưa đánh giá")
UNITS = ("Phòng Kinh tế", "Công an xã", "Trạm Y tế", "Ban Chỉ huy Quân sự xã", "Hợp tác xã", "các chi bộ")
THINGS = (
    "thu ngân sách", "tuyển quân", "bảo hiểm y tế", "giải ngân", "nước sạch", "hộ nghèo", "thủy sản", "rác",
    "dịch vụ công", "đê bao", "hồ sơ trực tuyến", "sinh hoạt chi bộ", "vỉa hè", "lúa", "giao thông",
)  # fmt: skip
WORDS = (
    "giải ngân", "bảo hiểm", "thủy sản", "vỉa hè", "triều cường", "khuyến học", "bê tông", "dịch bệnh",
    "quy hoạch", "học bổng", "xuống giống", "đơn thư", "nghĩa vụ", "hội viên", "sản lượng", "một cửa",
)  # fmt: skip
GOLD = ("vàng", "xăng", "đô la", "cà phê", "chứng khoán")


class Chance:
    """Picks what is asked about; the same again for the same size."""

    def __init__(self, size: int):
        self._size = size
        self._chance = random.Random(size)

    def report(self) -> int:
        """Pick any report."""
        return self._chance.randint(1, self._size)

    def one(self, of: Sequence[str]) -> str:
        """Pick any of some words."""
        return self._chance.choice(of)

    def body(self) -> str:
        """Pick a commune's committee."""
        return "đảng ủy xã " + " ".join(map(self._chance.choice, PLACES))

    def year(self) -> int:
        """Pick a year in which meetings were held."""
        return self._chance.randint(FIRST_DAY.year, FIRST_DAY.year + DAYS // 366)

    def quarter(self) -> int:
        """Pick a quarter."""
        return self._chance.randint(1, 4)

    def month(self) -> int:
        """Pick a month."""
        return self._chance.randint(1, 12)

    def words(self, count: int) -> str:
        """Pick words, all of which stand in many reports."""
        return " ".join(" ".join(self._chance.sample(WORDS, count)).split()[:count])


Question = Callable[[Chance], str]
QUESTIONS: dict[str, Question] = {
    "/latest": lambda _: "/latest",
    "/tasks": lambda _: "/tasks",
    "/tasks of any report": lambda any_: f"/tasks {any_.report()}",
    "/targets of any report": lambda any_: f"/targets {any_.report()}",
    "/limits of any report": lambda any_: f"/limits {any_.report()}",
    "/reports, any page": lambda any_: f"/reports {any_.report() // 8 + 1}",
    "/compare, a target of any report": lambda any_: f"/compare {any_.report()}.c1",
    "/compare, a name in many bodies": lambda any_: f"/compare {any_.one(THINGS[:7])}",
    "/compare, two periods": lambda any_: f"/compare quý 3 quý 2 năm {any_.year()}",
    "/compare, two periods of a body": lambda any_: f"/compare quý 3 quý 2 {any_.body()}",
    "/tasks of a body and quarter": lambda any_: f"/tasks {any_.body()} quý {any_.quarter()}/{any_.year()}",
    "/tasks of a unit, overdue": lambda any_: f"/tasks {any_.one(UNITS)} quá hạn",
    "/targets of a status and year": lambda any_: f"/targets {any_.one(STATUSES)} {any_.year()}",
    "/targets about a thing": lambda any_: f"/targets {any_.one(THINGS)} quý {any_.quarter()}",
    "/reports of a body and month": lambda any_: f"/reports {any_.body()} tháng {any_.month()}/{any_.year()}",
    "/limits about a thing": lambda any_: f"/limits {any_.one(THINGS)}",
    "a question: tasks overdue": lambda any_: f"việc quá hạn của {any_.body()}",
    "a question: a figure": lambda any_: f"{any_.one(THINGS)} quý {any_.quarter()} đạt bao nhiêu",
    "a question: who does it": lambda any_: f"ai phụ trách {any_.one(THINGS)}",
    "a question: why": lambda any_: f"tại sao {any_.one(THINGS)} chậm",
    "a question, mistyped": lambda any_: f"chỉ tiu chưaa đtạ quý {any_.quarter()} năm {any_.year()}",
    "a question without an answer": lambda any_: f"giá {any_.one(GOLD)} hôm nay bao nhiêu",
    "/search, a word of one report": lambda any_: f"/search {serial(any_.report())}",
    "/search, one word": lambda any_: f"/search {any_.words(1)}",
    "/search, three words": lambda any_: f"/search {any_.words(3)}",
    "/search, a common phrase": lambda any_: f"/search {any_.one(THINGS)}",
    "/search, common words near each other": lambda _: "/search hoi nghi dang uy trien khai",
    "/search, common words far apart": lambda any_: f"/search dang uy {any_.words(2)} xuong giong",
    "/search, common words and a rare one": lambda any_: f"/search dang uy {serial(any_.report())}",
    "/search, common words and an unknown": lambda _: "/search dang uy xyzzy",
    "/search, an unknown word": lambda _: "/search xyzzy",
}
SLOWEST = "/search, common words far apart"
