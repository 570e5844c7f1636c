"""Tables of tasks: a row each, with who is to do it and by when."""

from __future__ import annotations

import pytest

from reports import read_report
from reports.model import Task

OPENING = "Ngày 03/10/2024, Phòng Tài chính huyện Sơn Động họp giao ban tháng 9 năm 2024.\n\n"


def told(task: Task) -> str:
    deadline = task.deadline
    day = f"{deadline.kind} {deadline.last_day}" if deadline else "-"
    who = task.assignee.text if task.assignee else "-"
    return " | ".join((task.text.text, who, day, *(unit.text for unit in task.cooperating)))


def tasks(table: str) -> list[str]:
    return [told(task) for task in read_report(OPENING + table).tasks]


FLATTENED = """\
III. Phân công nhiệm vụ
STT
Nội dung công việc
Đơn vị chủ trì
Đơn vị phối hợp
Thời hạn
1
Tổng hợp dự toán năm 2025
Tổ Ngân sách
Tổ Hành chính
15/10/2024
2
Thẩm định quyết toán 4 công trình
Tổ Đầu tư
Tổ Ngân sách
Tháng 11/2024
"""
BARRED = """\
| TT | Nhiệm vụ | Người thực hiện | Thời gian hoàn thành |
|----|----------|-----------------|----------------------|
| 1 | Lập kế hoạch kiểm tra | Ông Vũ Đình Khoa | Quý IV/2024 |
| 2 | Cập nhật sổ theo dõi | Bà Lê Thị Na | Thường xuyên |
| 3 | Báo cáo kết quả | | trước ngày 20/12 |
"""
TABBED = (
    "Nội dung kết luận\tBộ phận phụ trách\tHạn hoàn thành\tGhi chú\n"
    "Sửa chữa trạm bơm\tĐội Kỹ thuật\t25/10\tgấp\nKiểm kê vật tư\tKho\t31/12/2024\tđịnh kỳ\n"
)
NUMBERED = (
    "TT\tNội dung kết luận\tBộ phận phụ trách\tHạn hoàn thành\n"
    "1\tSửa chữa trạm bơm\tĐội Kỹ thuật\t25/10\n2\tKiểm kê vật tư\tKho\t31/12/2024\n"
)


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            FLATTENED,
            [
                "Tổng hợp dự toán năm 2025 | Tổ Ngân sách | fixed 2024-10-15 | Tổ Hành chính",
                "Thẩm định quyết toán 4 công trình | Tổ Đầu tư | fixed 2024-11-30 | Tổ Ngân sách",
            ],
        ),
        (
            BARRED,
            [
                "Lập kế hoạch kiểm tra | Ông Vũ Đình Khoa | fixed 2024-12-31",
                "Cập nhật sổ theo dõi | Bà Lê Thị Na | recurring None",
                "Báo cáo kết quả | - | fixed 2024-12-20",
            ],
        ),
        (
            TABBED,
            [
                "Sửa chữa trạm bơm | Đội Kỹ thuật | fixed 2024-10-25",
                "Kiểm kê vật tư | Kho | fixed 2024-12-31",
            ],
        ),
        (
            NUMBERED,
            [
                "Sửa chữa trạm bơm | Đội Kỹ thuật | fixed 2024-10-25",
                "Kiểm kê vật tư | Kho | fixed 2024-12-31",
            ],
        ),
    ],
    ids=["a cell a line", "bars", "tabs", "tabs behind numbers"],
)
def test_a_row_of_a_table_is_a_task(table: str, expected: list[str]) -> None:
    assert tasks(table) == expected


def test_a_table_without_accents_is_read_too() -> None:
    bare = (
        "Ngay 03/10/2024, Phong Tai chinh huyen Son Dong hop giao ban thang 9 nam 2024.\n"
        "| TT | Nhiem vu | Nguoi thuc hien | Thoi han |\n| 1 | Lap ke hoach kiem tra | Ong Khoa | 15/10 |\n"
    )

    assert [told(t) for t in read_report(bare).tasks] == [
        "Lap ke hoach kiem tra | Ong Khoa | fixed 2024-10-15"
    ]


def test_a_tab_behind_a_bullet_is_no_border() -> None:
    listed = "Giám đốc yêu cầu:\n1.\tTổ Đầu tư thẩm định hồ sơ.\n2.\tTổ Ngân sách lập dự toán.\n"

    assert [t.split(" | ")[1] for t in tasks(listed)] == ["Tổ Đầu tư", "Tổ Ngân sách"]


def test_the_figures_of_a_task_are_no_targets() -> None:
    assert read_report(OPENING + FLATTENED).targets == ()


@pytest.mark.parametrize(
    "table",
    [
        "| TT | Họ tên | Chức vụ | Ghi chú |\n| 1 | Lê Văn Tư | Trưởng phòng | |\n",
        "| TT | Chỉ tiêu | Kế hoạch | Thực hiện |\n| 1 | Thu ngân sách | 20 tỷ đồng | 18 tỷ đồng |\n",
        "Nội dung\nThời gian\nĐịa điểm\n",
    ],
    ids=["people", "targets", "an agenda"],
)
def test_other_tables_give_no_tasks(table: str) -> None:
    assert tasks(table) == []


def test_a_cell_may_tell_who_leads_and_with_whom() -> None:
    table = (
        "TT | Nhiệm vụ | Cơ quan thực hiện | Thời hạn\n"
        "1 | Lập bản đồ bãi thải | Sở Xây dựng chủ trì; phối hợp với UBND các xã | 15/10/2024\n"
        "2 | Rà quỹ đất | Văn phòng chủ trì | 20/10/2024\n"
    )

    assert tasks(table) == [
        "Lập bản đồ bãi thải | Sở Xây dựng | fixed 2024-10-15 | UBND các xã",
        "Rà quỹ đất | Văn phòng | fixed 2024-10-20",
    ]
