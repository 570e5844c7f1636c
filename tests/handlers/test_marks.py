"""What the office gave is told apart from what the report says, in every answer that shows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

import pytest

from handlers.charts import making
from handlers.exports.drafts import Kind, draft
from handlers.texts import Texts
from reports.edits import HEAD, Edit, Key, apply, edit_of, marked, typed
from reports.model import Day, Figure, ItemKind, Report, Span
from storage import series
from tests.handlers.asking import Book
from tests.storage.examples import FULL

STAFF, EMPTIED = "(do văn phòng bổ sung)", "(do văn phòng để trống)"
TEXTS = Texts("vi")
V = TypeVar("V")


def as_staff_typed(value: V) -> V:
    """Give a value whose words all were typed by staff."""
    made: Any = value
    if isinstance(value, Span):
        made = replace(value, start=-1, end=-1)
    elif isinstance(value, tuple):
        made = tuple(map(as_staff_typed, value))
    elif is_dataclass(value) and not isinstance(value, type):
        made = replace(
            value, **{field.name: as_staff_typed(getattr(value, field.name)) for field in fields(value)}
        )
    typed_value: V = made
    return typed_value


STAFFS_DAY = Day(typed("1/3/2026"), date(2026, 3, 1))
KEPT = ("source", "counts", "warnings", "readings")
TYPED = replace(
    FULL,
    **{
        field.name: as_staff_typed(getattr(FULL, field.name))
        for field in fields(FULL)
        if field.name not in KEPT
    },
)
TYPED = replace(
    TYPED,
    people=tuple(replace(one, said=(), roles_typed=True) for one in TYPED.people),
    targets=tuple(replace(one, status_typed=True) for one in TYPED.targets),
)
VALUES = (
    "Xã Tân Thuận giao ban tháng 02/2026",
    "07/TB-UBND",
    "Hội trường UBND xã",
    "03/03/2026",
    "Lê Văn Bốn",
    "Chủ tịch UBND xã",
    "Thường trực Đảng ủy",
    "thu ngân sách",
    "trồng rừng",
    "trên 12,5 tỷ đồng",
    "từ 50% - 90%",
    "tăng 8%",
    "đường làng sạch",
    "giải ngân còn chậm",
    "thiếu vốn",
    "rà soát hộ nghèo",
    "Phòng Kinh tế",
    "Công an xã",
    "20/03/2026",
)


def unmarked(answer: str) -> list[str]:
    """List the lines that show what staff typed before a place without a mark."""
    return [f"{value} | {line}" for line in answer.splitlines() for value in _without_mark(line)]


def _without_mark(line: str) -> Iterator[str]:
    # the title begins with a body's name, and a position ends with one
    told = line.replace(VALUES[0], "TIÊU ĐỀ").replace("Chủ tịch UBND xã", "CHỨC VỤ")
    for value in ("TIÊU ĐỀ", "CHỨC VỤ", *VALUES):
        if value in told and STAFF not in told[told.index(value) :]:
            yield value


COMMANDS = (
    "/latest",
    "/report 1",
    "/tasks 1",
    "/targets 1",
    "/limits 1",
    "/people 1",
    "/reports",
    "/source 1",
    "/compare thu ngân sách",
    "/compare 1 2",
)


@pytest.mark.parametrize("command", COMMANDS)
async def test_what_staff_typed_is_marked_by_every_command(command: str, book: Book) -> None:
    await book.keep(TYPED)
    await book.keep(replace(TYPED, source=TYPED.source + "Hết."))

    answer = await book.says(command)

    assert STAFF in answer
    assert unmarked(answer) == []


QUESTIONS = (
    "thu ngân sách thế nào",
    "ai chủ trì",
    "họp ở đâu",
    "việc của phòng kinh tế",
    "việc nào quá hạn",
    "hạn chế",
    "vì sao giải ngân chậm",
    "chỉ tiêu tháng 2/2026",
)


@pytest.mark.parametrize("question", QUESTIONS)
async def test_what_staff_typed_is_marked_by_every_answer_to_a_question(question: str, book: Book) -> None:
    await book.keep(TYPED)

    answer = await book.says(question)
    _how_understood, *told = answer.splitlines()

    assert STAFF in answer
    assert unmarked("\n".join(told)) == []


async def test_what_staff_typed_is_marked_in_charts(book: Book) -> None:
    revenue, planting = TYPED.targets
    exact = replace(
        revenue, actual=Figure(typed("12,5 tỷ đồng"), Decimal("12.5"), unit="tỷ đồng"), plan_ratio=None
    )
    await book.keep(replace(TYPED, targets=(exact, planting)))

    async with book.db.session() as session:
        one = await series.series_of(session, 1, 1)
        assert one is not None
        charts = (
            making.over_time(one, await series.told(session, one.id, limit=5), TEXTS),
            making.statuses(1, replace(TYPED, counts=()), TEXTS),
            making.by_unit(1, TYPED, TEXTS),
        )

    for chart in charts:
        lines = [chart.title, *chart.about.splitlines(), *chart.sources]
        for row in chart.rows:
            lines += [row.name, row.words, *row.notes]
        assert unmarked("\n".join(lines)) == []
    assert charts[0].rows[0].name.endswith(f"(đạt {STAFF})")


@pytest.mark.parametrize("kind", list(Kind))
def test_what_staff_typed_is_marked_in_drafts_of_documents(kind: Kind) -> None:
    made = draft(TYPED, kind, "state")

    assert f"Ngày 03/03/2026 {STAFF}" in "\n".join(block.text for block in made.blocks)
    assert made.body == f"UBND XÃ TÂN THUẬN {STAFF}"
    assert made.subject.endswith(STAFF)
    assert unmarked("\n".join(block.text for block in made.blocks)) == []
    assert unmarked("\n".join(cell for row in made.annex for cell in row)) == []


def emptied(report: Report) -> Report:
    """Leave empty all that staff can leave empty, as `/edit` does."""
    task, target = Key(ItemKind.TASK, 1), Key(ItemKind.TARGET, 1)
    edits = [
        *(edit_of(report, HEAD, name, None) for name in ("organisation", "held_on", "place")),
        edit_of(report, task, "assignee", None),
        edit_of(report, task, "deadline", None),
        *(edit_of(report, target, n, None) for n in ("status", "actual", "plan_ratio", "change", "goal")),
    ]
    return apply(report, marked(report, edits))


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("/report 1", f"chưa rõ ngày họp {EMPTIED}, đăng ngày 05/03/2026"),
        ("/reports", f"chưa rõ ngày họp {EMPTIED}"),
        ("/tasks 1", f"Chưa rõ đơn vị {EMPTIED}"),
        ("/tasks 1", f"Chưa có hạn {EMPTIED}"),
        ("/targets 1", f"chưa có mức đạt {EMPTIED}"),
        ("/compare thu ngân sách", f"chưa rõ cơ quan {EMPTIED}"),
        ("/compare thu ngân sách", f"không có số liệu {EMPTIED}"),
        ("việc rà soát hộ nghèo giao ai", f"Chưa rõ đơn vị {EMPTIED}"),
        ("họp ở đâu", f"Chưa rõ địa điểm {EMPTIED}"),
        ("họp ở đâu", f"chưa rõ ngày họp {EMPTIED}"),
    ],
)
async def test_what_staff_left_empty_is_told_as_their_word(said: str, told: str, book: Book) -> None:
    await book.keep(emptied(FULL))

    assert told in await book.says(said)


def test_a_chart_by_unit_tells_how_many_staff_left_empty() -> None:
    chart, plain = (making.by_unit(1, report, TEXTS) for report in (emptied(FULL), FULL))

    assert [row.notes for row in chart.rows if row.name == TEXTS("task.no_assignee")] == [
        ("1 do văn phòng để trống",)
    ]
    assert [row.notes for row in plain.rows if row.name == TEXTS("task.no_assignee")] == [()]


async def test_what_the_report_itself_does_not_say_has_no_mark(book: Book) -> None:
    await book.keep(
        replace(FULL, held_on=None, place=None, tasks=(replace(FULL.tasks[0], assignee=None, deadline=None),))
    )

    for said in ("/report 1", "/tasks 1", "họp ở đâu"):
        assert EMPTIED not in await book.says(said)


def test_a_value_in_the_place_of_an_emptied_one_takes_the_mark_away() -> None:
    report = emptied(FULL)
    edit = edit_of(report, Key(ItemKind.TASK, 1), "assignee", typed("Phòng Nội vụ"))

    mended = apply(report, marked(report, [edit]))

    assert mended.tasks[0].assignee_emptied is False
    assert mended.tasks[0].deadline_emptied is True


def test_what_was_emptied_is_full_again_when_it_is_taken_back() -> None:
    edit = edit_of(FULL, Key(ItemKind.TASK, 1), "assignee", None)
    made = list(marked(FULL, [edit]))

    assert apply(apply(FULL, made), [one.inverse for one in reversed(made)]) == FULL


async def test_a_day_of_the_office_is_marked_where_something_is_told_again(book: Book) -> None:
    first = apply(FULL, [Edit(HEAD, "period", FULL.period, None), edit_of(FULL, HEAD, "held_on", STAFFS_DAY)])
    await book.keep(first)
    await book.keep(replace(FULL, source=FULL.source + "Hết."))

    assert "nhắc lại lần 2 (01/03/2026, T2/2026); có kỳ hoặc ngày do văn phòng bổ sung" in await book.says(
        "/limits 2"
    )
