"""Tasks with labelled fields behind them, in their line or below it."""

from __future__ import annotations

import pytest

from reports.model import Task
from reports.reader import read_report

HEAD = """BAN QUẢN LÝ DỰ ÁN TÂN LỘC

THÔNG BÁO
Kết luận giao ban tháng 11/2026

Chiều 13/11/2026, ông Lý Văn Sáu, Giám đốc Ban chủ trì giao ban.

III. PHÂN CÔNG
"""


def told(task: Task) -> str:
    who = task.assignee.text if task.assignee else "-"
    day = f"{task.deadline.last_day or task.deadline.kind}" if task.deadline else "-"
    return " | ".join((task.text.text, who, day, *(unit.text for unit in task.cooperating)))


@pytest.mark.parametrize(
    "written",
    [
        "Việc 1. Vận động 12 hộ. Đơn vị: Phòng Bồi thường. Thời hạn: 05/12/2026.",
        "Nhiệm vụ 1: Vận động 12 hộ. Đơn vị thực hiện: Phòng Bồi thường; Thời hạn hoàn thành: 05/12/2026.",
        "1. Vận động 12 hộ\n- Đơn vị thực hiện: Phòng Bồi thường\n- Thời hạn: 05/12/2026",
        "1. Vận động 12 hộ.\nChủ trì: Phòng Bồi thường.\nHạn hoàn thành: 05/12/2026.",
        "- Vận động 12 hộ\n- Người làm: Phòng Bồi thường\n- Hạn: 05/12/2026",
        "1. Vận động 12 hộ (Chủ trì: Phòng Bồi thường; hạn: 05/12/2026).",
        "1. Vận động 12 hộ | Phụ trách: Phòng Bồi thường | Hạn: 05/12/2026",
        "1. Vận động 12 hộ - Giao cho: Phòng Bồi thường - Thời gian: 05/12/2026",
        "Vận động 12 hộ. Đơn vị: Phòng Bồi thường. Thời hạn: 05/12/2026.",
    ],
)
def test_what_is_filled_in_behind_a_task_is_its_own(written: str) -> None:
    report = read_report(f"{HEAD}{written}\nViệc 2. Lập lại tiến độ. Người làm: bà Vũ Thị Sáu.\n")

    assert [told(task) for task in report.tasks] == [
        "Vận động 12 hộ | Phòng Bồi thường | 2026-12-05",
        "Lập lại tiến độ | bà Vũ Thị Sáu | -",
    ]


def test_who_helps_and_what_goes_on_are_read_out_of_fields() -> None:
    report = read_report(
        f"{HEAD}1. Dọn bãi thải. Đơn vị chủ trì: Đội 2, TP. Tân An. Đơn vị phối hợp: UBND xã. "
        "Thời hạn: Thường xuyên.\n"
    )

    assert [told(task) for task in report.tasks] == ["Dọn bãi thải | Đội 2, TP. Tân An | recurring | UBND xã"]


@pytest.mark.parametrize(
    "written",
    [
        "1. Tổ chức bàn giao: Ban Kỹ thuật lập biên bản trước ngày 20/11/2026",
        "1. Hạn: 05/12/2026 là ngày cuối; các phòng nộp hồ sơ",
        "1. Thời hạn: 3 ngày. Phòng Kỹ thuật nộp báo cáo; Phòng Kế hoạch tổng hợp",
    ],
)
def test_a_colon_inside_a_task_makes_no_field(written: str) -> None:
    report = read_report(HEAD + written + "\n")

    assert [task.text.text for task in report.tasks] == [written.removeprefix("1. ")]
