"""Lines that tell between dashes who does what by when."""

from __future__ import annotations

import pytest

from reports.reader import read_report

HEAD = "CÔNG TY CẤP NƯỚC TÂN LỘC\n\nBIÊN BẢN HỌP GIAO BAN THÁNG 11/2026\n\nNgày 06/11/2026, Công ty họp.\n\n"


def told(body: str) -> list[tuple[str, str, str]]:
    """Give of each task its text, who does it and by when."""
    return [
        (
            task.text.text,
            task.assignee.text if task.assignee else "-",
            f"{task.deadline.last_day or task.deadline.kind}" if task.deadline else "-",
        )
        for task in read_report(HEAD + body).tasks
    ]


@pytest.mark.parametrize(
    "heading",
    ["PHẦN 4. NGHỊ QUYẾT, PHÂN CÔNG", "IV. PHÂN CÔNG", "IV. Nghị quyết và giao việc", "Phân công công việc:"],
)
@pytest.mark.parametrize("written", ["{}", "{}.", "- {}", "1. {}."])
@pytest.mark.parametrize(
    ("line", "who", "by"),
    [
        (
            "Phòng Kỹ thuật - lập dự án thay 22 km ống - trình Hội đồng trước 30/4/2027",
            "Phòng Kỹ thuật",
            "2027-04-30",
        ),
        ("Ban Chống thất thoát - lập 12 vùng - hoàn thành 30/9/2027", "Ban Chống thất thoát", "2027-09-30"),
        ("Công đoàn - khám sức khỏe cho 412 lao động - tháng 5/2027", "Công đoàn", "2027-05-31"),
        ("Phòng Tổ chức - sửa quy chế lương - không quy định thời hạn", "Phòng Tổ chức", "-"),
        ("Phòng Văn hóa - Xã hội - rà soát hộ nghèo - 15/12/2026", "Phòng Văn hóa - Xã hội", "2026-12-15"),
        ("Ông Lê Văn Tám – dọn kho – trước 20/11", "Ông Lê Văn Tám", "2026-11-20"),
        ("Lắp 40 đồng hồ - Đội Thi công 2 - trước ngày 30/11/2026", "Đội Thi công 2", "2026-11-30"),
        ("Mua 14 van - bà Vũ Thị Sáu - 20/11/2026", "bà Vũ Thị Sáu", "2026-11-20"),
        ("Đội Thi công: vá đường - xong 25/11/2026", "Đội Thi công", "2026-11-25"),
        ("Tổ Bảo vệ → tuần tra đêm → hằng tuần", "Tổ Bảo vệ", "recurring"),
    ],
)
def test_who_does_it_and_by_when_stand_between_dashes(
    heading: str, written: str, line: str, who: str, by: str
) -> None:
    assert told(f"{heading}\n{written.format(line)}\n") == [(line, who, by)]


@pytest.mark.parametrize(
    ("line", "who", "by"),
    [
        ("Phòng Kinh tế rà soát quy hoạch 2021 - 2026 trước 30/11/2026.", "Phòng Kinh tế", "2026-11-30"),
        (
            "Giao Ban Kinh tế - Ngân sách giám sát vỉa hè trong quý I/2027.",
            "Ban Kinh tế - Ngân sách",
            "2027-03-31",
        ),
        ("Sửa đường thôn Bãi - thôn Gò.", "-", "-"),
    ],
)
def test_dashes_inside_names_and_spans_part_nothing(line: str, who: str, by: str) -> None:
    ((_, assignee, day),) = told(f"IV. PHÂN CÔNG\n- {line}\n")

    assert (assignee, day) == (who, by)
