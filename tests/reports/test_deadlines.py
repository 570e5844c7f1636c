"""Deadlines: labelled, by the end of a period, shared by several tasks, and what sets none."""

from __future__ import annotations

from datetime import date

import pytest

from reports import DeadlineKind, read_report
from reports.dates import Reference
from reports.deadlines import read_deadline
from reports.text import clean

MEETING = Reference(date(2025, 7, 5), 2025)
LAST_DAYS = [
    ("lập danh mục; thời gian hoàn thành: 30/9/2025", date(2025, 9, 30)),
    ("lập danh mục (thời hạn: tháng 9/2025)", date(2025, 9, 30)),
    ("lập danh mục, thời gian thực hiện: quý III/2025", date(2025, 9, 30)),
    ("nộp hồ sơ xong trong ngày 30/7", date(2025, 7, 30)),
    ("báo cáo kết quả trước ngày 10 tháng sau", date(2025, 8, 10)),
    ("báo cáo kết quả trước ngày 25 tháng này", date(2025, 7, 25)),
    ("đến hết quý III hoàn thành 100% hồ sơ", date(2025, 9, 30)),
    ("đến cuối năm 2025 giảm 2% hộ nghèo", date(2025, 12, 31)),
    ("bàn giao mặt bằng trước năm 2026", date(2025, 12, 31)),
    ("phấn đấu đến năm 2030 hoàn thành tuyến đường", date(2030, 12, 31)),
    ("Trong tháng 9, đơn vị sẽ tổ chức một loạt hội thảo", date(2025, 9, 30)),
    (
        "dọn bãi vật liệu của mấy cây cầu dự định khánh thành trước ngày 12/9/2026; đến 28/9/2026 phải xong",
        date(2026, 9, 28),
    ),
    ("hoàn thành mục tiêu kế hoạch 5 năm trong năm 2025", date(2025, 12, 31)),
    ("Trong quý IV, khánh thành trạm bơm", date(2025, 12, 31)),
    ("trình đề án xã hội hóa đến năm 2030 trước ngày 15/12/2025", date(2025, 12, 15)),
    ("hoàn thành chậm nhất trong quý I/2026", date(2026, 3, 31)),
    ("gửi danh sách trước 17h thứ Tư (9/7)", date(2025, 7, 9)),
    ("đối thoại với các hộ dân trong tuần đầu tháng 8/2025", date(2025, 8, 7)),
    ("nộp hồ sơ trong tuần thứ hai của tháng 8", date(2025, 8, 14)),
    ("họp dân vào tuần thứ ba tháng 9/2025", date(2025, 9, 21)),
    ("bàn giao trong tuần cuối tháng 9/2025", date(2025, 9, 30)),
    ("trình đề án trong 10 ngày đầu tháng 9/2025", date(2025, 9, 10)),
    ("diệt chuột trong 02 ngày 28 và 29/11/2025; ký hợp đồng trước ngày 05/12/2025", date(2025, 11, 29)),
    ("đưa tổ lưu động xuống ấp trong 03 ngày 14, 15, 16/11/2025", date(2025, 11, 16)),
    ("mở đợt tiêm các ngày 30/8, 31/8 và 01/9/2025", date(2025, 9, 1)),
    ("tập huấn vào các ngày 12, 13/8", date(2025, 8, 13)),
    ("trình gia hạn hợp đồng đến ngày 28/02/2026, xong trước ngày 15/12/2025", date(2025, 12, 15)),
    ("xong trong nửa đầu tháng 9", date(2025, 9, 15)),
    ("gửi danh sách chậm nhất thứ Sáu, ngày 11/7/2025", date(2025, 7, 11)),
    ("gặp các hộ trong tuần từ 14 đến 18/7/2025", date(2025, 7, 18)),
    ("sửa xong máy cộng hưởng từ trong tháng 10/2025", date(2025, 10, 31)),
    ("nếu vướng thì báo cáo, hoàn thành trước 25/11/2025", date(2025, 11, 25)),
    ("mở 3 lớp xong trong tháng 9 và tháng 10", date(2025, 10, 31)),
    ("chi trả trong tháng 8, tháng 9/2025", date(2025, 9, 30)),
    ("nghiệm thu trong quý III và quý IV/2025", date(2025, 12, 31)),
]


@pytest.mark.parametrize(("task", "last_day"), LAST_DAYS)
def test_a_last_day_is_read(task: str, last_day: date) -> None:
    text = clean(task)
    found = read_deadline(text, 0, len(text.clean), MEETING)

    assert found is not None
    assert (found[0].kind, found[0].last_day) == (DeadlineKind.FIXED, last_day)


NONE = [
    "cảnh cáo nhà thầu, nếu đến 25/11/2025 không đủ máy thì cắt hợp đồng",
    "thu hồi vốn nếu hết ngày 30/11/2025 chưa giải ngân",
    "chi gọn nguồn vốn hỗ trợ sản xuất trong năm 2026",
    "nói rõ những lễ hội định mở trong năm 2026",
    "xem hoàn thành quy hoạch là nhiệm vụ hàng đầu trong năm 2026",
    "học tập Nghị quyết 15 về phương hướng đến năm 2030, tầm nhìn 2045",
    "hoàn thành Chương trình phát triển nhà ở đến năm 2030",
    "thực hiện Đề án 06 giai đoạn 2022 - 2025, tầm nhìn đến năm 2030",
    "lập đề án phát triển vùng lúa giai đoạn 2026-2030",
    "từ nay đến cuối năm 2025 theo dõi sát tình hình",
    "Trong quý IV, tiếp tục tuyên truyền phòng dịch",
    "công khai số điện thoại tất cả các ngày trong tuần",
    "trong 2 ngày 15-16/8 tổ chức hội thi",
]


@pytest.mark.parametrize("task", NONE)
def test_names_plans_and_horizons_set_no_last_day(task: str) -> None:
    text = clean(task)

    assert read_deadline(text, 0, len(text.clean), MEETING) is None


def test_an_event_is_kept_as_written_without_a_day() -> None:
    text = clean("sửa xong cầu trước Tết Nguyên đán")
    found = read_deadline(text, 0, len(text.clean), MEETING)

    assert found is not None
    assert (found[0].kind, found[0].last_day) == (DeadlineKind.RELATIVE, None)


def test_a_sentence_behind_tasks_sets_the_last_day_of_all_of_them() -> None:
    report = read_report(
        "Ngày 03/7/2025, UBND xã Tân Lộc họp. Bà Chủ tịch yêu cầu Trạm Khuyến nông chọn giống lúa thử;"
        " Hội Làm vườn đo lại ruộng mẫu. Toàn bộ nội dung nói trên hoàn thành trước 25/7."
    )

    assert [task.deadline.last_day if task.deadline else None for task in report.tasks] == [
        date(2025, 7, 25),
        date(2025, 7, 25),
    ]


def test_a_line_behind_a_list_sets_the_last_day_of_its_items() -> None:
    report = read_report(
        "Ngày 05/7/2025, UBND xã Tân Lộc họp. Chủ tịch yêu cầu:\n- Phòng Kinh tế rà soát hồ sơ;\n"
        "- Công an xã tuần tra.\nCác nhiệm vụ trên phải hoàn thành trước 25/7/2025."
    )

    assert [task.deadline.last_day if task.deadline else None for task in report.tasks] == [
        date(2025, 7, 25),
        date(2025, 7, 25),
    ]


def test_what_is_overdue_lends_no_word_to_the_day_by_which_it_is_done() -> None:
    text = clean("giải quyết 05 hồ sơ quá hạn trước ngày 24/11/2025")
    found = read_deadline(text, 0, len(text.clean), MEETING)

    assert found is not None
    assert found[0].written.text == "trước ngày 24/11/2025"
