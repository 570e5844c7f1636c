"""Tables with a head: what each column tells, in tabs and in bars, in the order of any office."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reports import read_report
from reports.model import Target

OPENING = "UBND XÃ TÂN LẬP\n\nBIÊN BẢN HỌP GIAO BAN THÁNG 10/2026\n\nNgày họp: 06/10/2026\n\n"


def table(kind: str, rows: list[list[str]]) -> str:
    if kind == "tabs":
        return "\n".join("\t".join(row) for row in rows) + "\n"
    lines = [" | ".join(row) for row in rows]
    if kind == "ruled":
        lines = [f"| {line} |" for line in lines]
        lines.insert(1, "|---" * len(rows[0]) + "|")
    return "\n".join(lines) + "\n"


KINDS = pytest.mark.parametrize("kind", ["tabs", "bars", "ruled"])


def told(target: Target) -> tuple[str, str | None, Decimal | None, str | None, Decimal | None, str | None]:
    actual, ratio = target.actual, target.plan_ratio
    return (
        target.name.text,
        target.status.value if target.status else None,
        actual.value if actual else None,
        actual.unit if actual else None,
        ratio.value if ratio else None,
        ratio.unit if ratio else None,
    )


@KINDS
@pytest.mark.parametrize("unit", ["ĐVT", "Đơn vị tính", "Đơn vị"])
@pytest.mark.parametrize("plan", ["Kế hoạch", "Nghị quyết giao"])
@pytest.mark.parametrize("ratio", ["Tỷ lệ (%)", "% TH/KH"])
def test_a_figure_has_the_unit_of_its_column(kind: str, unit: str, plan: str, ratio: str) -> None:
    rows = [
        ["TT", "Chỉ tiêu", unit, plan, "Thực hiện 9 tháng", ratio],
        ["1", "Thu ngân sách", "tỷ đồng", "38,5", "41,7", "108,3"],
        ["2", "Trồng rừng", "ha", "150", "120", "80,0"],
        ["3", "Tỷ lệ tham gia BHYT", "%", "95,5", "93,8", "98,2"],
    ]
    read = read_report(OPENING + table(kind, rows))

    assert [told(target) for target in read.targets] == [
        ("Thu ngân sách", "exceeded", Decimal("41.7"), "tỷ đồng", Decimal("108.3"), "%"),
        ("Trồng rừng", None, Decimal(120), "ha", Decimal("80.0"), "%"),
        ("Tỷ lệ tham gia BHYT", None, Decimal("93.8"), "%", Decimal("98.2"), "%"),
    ]
    assert [target.goal.unit for target in read.targets if target.goal] == ["tỷ đồng", "ha", "%"]


@KINDS
def test_a_unit_in_brackets_behind_a_name_is_none_of_its_words(kind: str) -> None:
    rows = [
        ["Chỉ tiêu", "Kế hoạch năm", "Thực hiện", "Đánh giá"],
        ["Thu ngân sách (tỷ đồng)", "38,5", "41,7", "Vượt"],
        ["Rừng trồng mới (ha)", "150", "120", "Chưa đạt"],
        ["Giá trị sản xuất (theo giá hiện hành)", "220", "210", "Chưa đạt"],
    ]
    read = read_report(OPENING + table(kind, rows))

    assert [told(target)[:4] for target in read.targets] == [
        ("Thu ngân sách", "exceeded", Decimal("41.7"), "tỷ đồng"),
        ("Rừng trồng mới", "behind", Decimal(120), "ha"),
        ("Giá trị sản xuất (theo giá hiện hành)", "behind", Decimal(210), None),
    ]


@KINDS
@pytest.mark.parametrize("task", ["Nội dung", "Nhiệm vụ", "Nội dung công việc", "Việc"])
@pytest.mark.parametrize("who", ["Đơn vị thực hiện", "Người phụ trách", "Chủ trì", "Ai làm"])
@pytest.mark.parametrize("when", ["Thời hạn", "Hạn"])
def test_a_row_is_one_task_and_no_target(kind: str, task: str, who: str, when: str) -> None:
    rows = [
        ["STT", task, who, when, "Kết quả"],
        ["1", "Lập hồ sơ đường thôn 3", "Ông Lê Văn Tám", "30/11/2026", "Mới đạt 40%, chờ vốn"],
        ["2", "Rà soát hộ nghèo", "Phòng Văn hóa", "Trước 15/11/2026", "Xong 15/10, còn 12 hộ"],
    ]
    read = read_report(OPENING + "III. Phân công\n" + table(kind, rows))

    assert [
        (task.text.text, task.assignee and task.assignee.text, task.deadline and str(task.deadline.last_day))
        for task in read.tasks
    ] == [
        ("Lập hồ sơ đường thôn 3", "Ông Lê Văn Tám", "2026-11-30"),
        ("Rà soát hộ nghèo", "Phòng Văn hóa", "2026-11-15"),
    ]
    assert read.targets == ()


@KINDS
@pytest.mark.parametrize("along", ["Phối hợp", "Người phối hợp", "Đơn vị phối hợp"])
def test_who_helps_has_a_column_of_its_own(kind: str, along: str) -> None:
    rows = [
        ["Nội dung công việc", "Người thực hiện", along, "Thời gian"],
        ["Lập hồ sơ đường thôn 3", "Anh Tám", "Chị Sáu", "Trước ngày 30/11/2026"],
    ]
    (task,) = read_report(OPENING + table(kind, rows)).tasks

    assert [span.text for span in task.cooperating] == ["Chị Sáu"]
