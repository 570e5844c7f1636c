"""Tables of tasks (bảng phân công): what is to be done, by whom, and by when, a row each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from .dates import find_days
from .deadlines import read_deadline
from .grids import NUMBER, Columns, Form, find_grids
from .lastdays import the_month, the_quarter
from .lists import Place
from .model import Deadline, DeadlineKind
from .page import Page
from .rules import Rule, compile_pattern
from .text import Text

_WORK = r"(?: công_việc | nhiệm_vụ | chỉ_đạo | kết_luận | yêu_cầu | thực_hiện | phân_công | giao )\b"

_WHO = r"(?: cơ_quan | đơn_vị | người | cán_bộ | bộ_phận | phòng,_ban | phòng | chủ_thể | cá_nhân )"

COLUMNS: tuple[Rule[str], ...] = (
    NUMBER,
    Rule(
        "Đơn vị phối hợp",
        r"(?: (?:các_)?(?:cơ_quan|đơn_vị|phòng,_ban|bộ_phận|người|cán_bộ)[^,]{0,20}_ )? phối_hợp",
        "đơn vị phối hợp",
        "đơn vị chủ trì",
        "with",
    ),
    Rule(
        "Đơn vị chủ trì, người thực hiện",
        rf"""
        (?: {_WHO} (?: \s?[/,]\s? {_WHO} | _và_{_WHO} )*
            _(?:được_)?(?: chủ_trì | thực_hiện | phụ_trách | chịu_trách_nhiệm | tham_mưu | giao
              | đầu_mối | làm )
          | {_WHO} (?: \s?[/,]\s? {_WHO} )* \s* $
          | ai_(?: làm | lo | phụ_trách | thực_hiện ) | chủ_trì
          | phân_công(?:_thực_hiện)? | phụ_trách | (?:giao_)?trách_nhiệm | giao_cho )
        """,
        "đơn vị chủ trì thực hiện",
        "đơn vị tính",
        "who",
    ),
    Rule(
        "Thời hạn",
        r"""
        (?: (?:thời_)?hạn (?:_(?:hoàn_thành|thực_hiện|xử_lý|giải_quyết|báo_cáo|xong|chót|cuối))?
          | (?:thời_gian|ngày|tiến_độ|mốc)_(?:hoàn_thành|thực_hiện|xong|trình) | thời_gian | tiến_độ )\s*$
        """,
        "thời gian hoàn thành",
        "thời sự",
        "deadline",
    ),
    Rule(
        "Nội dung công việc",
        r"(?: nội_dung (?:_(?:các_)?"
        + _WORK
        + r")? | (?:tên_)?(?:các_)?(?:công_việc|nhiệm_vụ|đầu_việc) | việc (?:_(?:cần|phải)_làm)? \s*$ )",
        "nội dung công việc",
        "chỉ tiêu",
        "task",
    ),
    Rule(
        "Ghi chú",
        r"(?: ghi_chú | sản_phẩm | kết_quả | lãnh_đạo | người_chỉ_đạo | trạng_thái | căn_cứ )",
        "ghi chú",
        "thời hạn",
        "other",
    ),
)
LONGEST_TASK, LONGEST_CELL = 600, 150

_IN, _OF_YEAR = r"(?:trong_|hết_|cuối_)?", r"(?:(?:\s?[/.-]\s?|_năm_)(?P<year>\d{4}))?"
CELLS = (
    (_IN + r"tháng_(?P<month>\d{1,2})" + _OF_YEAR, the_month),
    (_IN + r"quý_(?P<quarter>iv|i{1,3}|[1-4])" + _OF_YEAR, the_quarter),
)
_OFTEN = r"(?: thường_xuyên | hằng | hàng | định_kỳ | mỗi )\b"


@dataclass(frozen=True, slots=True)
class Duty:
    """A row: places of what is to be done, by whom, with whom and by when.

    Its own `place` begins with the head of the table where it is the first.
    """

    task: Place
    place: Place
    who: Place | None
    along: Place | None
    deadline: Deadline | None


def _is_whole(columns: Columns) -> bool:
    return "task" in columns and ("who" in columns or "deadline" in columns)


def _may_hold(kind: str, words: str) -> bool:
    return len(words) <= (LONGEST_TASK if kind == "task" else LONGEST_CELL) and (
        kind not in ("task", "who") or any(c.isalpha() for c in words)
    )


FORM = Form(COLUMNS, _is_whole, _may_hold)


@lru_cache(maxsize=2)
def read_duties(page: Page) -> tuple[Duty, ...]:
    """Find the rows of every table of tasks, in order."""
    return tuple(_rows(page))


def _rows(page: Page) -> Iterator[Duty]:
    for grid in find_grids(page, FORM):
        for number, cells in enumerate(grid.rows):
            held = {kind: cell for kind, cell in zip(grid.columns, cells, strict=False) if cell[0] < cell[1]}
            if "task" in held:
                who, along = _leading(page.text, _who(grid.columns, cells))
                yield Duty(
                    held["task"],
                    (_line_start(page.text, cells[0][0]) if number else grid.head[0], cells[-1][1]),
                    who,
                    held.get("with") or along,
                    read_cell(page, held.get("deadline")),
                )


def _line_start(text: Text, at: int) -> int:
    """Find where a line begins, before the bar of its first cell."""
    return text.clean.rfind("\n", 0, at) + 1


def _who(columns: Columns, cells: tuple[Place, ...]) -> Place | None:
    """Give who is to do it: the unit, with the person of it where that is in the column beside."""
    named = [
        at for at, kind in enumerate(columns[: len(cells)]) if kind == "who" and cells[at][0] < cells[at][1]
    ]
    if not named:
        return None
    last = named[1] if len(named) > 1 and named[1] == named[0] + 1 else named[0]
    return cells[named[0]][0], cells[last][1]


_LEADS = (
    r"_ chủ_trì \b [\s;,.:-]* (?: (?:và_)? phối_hợp_ (?:với_|cùng_|cùng_với_)? (?P<along> [^;.]{3,150} ) )?"
)


def _leading(text: Text, who: Place | None) -> tuple[Place | None, Place | None]:
    """Part "Sở Xây dựng chủ trì; phối hợp UBND xã" into who leads and with whom."""
    leads = compile_pattern(_LEADS, bare=text.bare).search(text.low, *who) if who else None
    if not who or not leads or leads.start() == who[0]:
        return who, None
    along = leads.span("along")
    return (who[0], leads.start()), along if along[0] >= 0 else None


def read_cell(page: Page, cell: Place | None) -> Deadline | None:
    """Read a cell of deadlines: a day, a month, a quarter, "thường xuyên", or a phrase as in prose."""
    if cell is None:
        return None
    text, written = page.text, page.text.span(*cell)
    if day := next(find_days(text, *cell), None):
        return Deadline(written, DeadlineKind.FIXED, page.reference.after(day).resolved())
    for pattern, resolve in CELLS:
        if match := compile_pattern(pattern, bare=text.bare).fullmatch(text.low, *cell):
            return Deadline(written, DeadlineKind.FIXED, resolve(match, text, page.reference))
    if compile_pattern(_OFTEN, bare=text.bare).match(text.low, *cell):
        return Deadline(written, DeadlineKind.RECURRING)
    found = read_deadline(text, *cell, page.reference)
    return found[0] if found else None
