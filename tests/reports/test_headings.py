"""Headings of opinions, of what is weak and of what was agreed, as offices and chat groups write them."""

from __future__ import annotations

import pytest

from reports.reader import read_report

HEAD = "CÔNG TY CẤP NƯỚC TÂN LỘC\n\nBIÊN BẢN HỌP GIAO BAN QUÝ III NĂM 2026\n\nNgày họp: 06/10/2026\n\n"
TASKS = ["Phòng Kỹ thuật thay bơm số 2 trước 30/11/2026", "Đội Thi công dò lại tuyến ống chợ cũ"]
WEAK = ["Trạm bơm số 2 hỏng 11 ngày", "Thiếu 4 thợ hàn"]


@pytest.mark.parametrize(
    "heading",
    [
        "Ý kiến các phân xưởng",
        "Ý kiến các phòng, đội",
        "Ý KIẾN TẠI HỘI NGHỊ",
        "Ý kiến của người lao động",
        "Ý kiến trong cuộc họp",
    ],
)
def test_an_opinion_below_its_heading_is_neither_a_task_nor_a_limitation(heading: str) -> None:
    report = read_report(
        HEAD
        + f"4. Khó khăn\n- {WEAK[0]}.\n- {WEAK[1]}.\n\n5. {heading}\n"
        + "Ông Lê Văn Tám (Đội trưởng): thợ bỏ việc do lương thấp, đề nghị tăng phụ cấp độc hại.\n"
        + "Bà Vũ Thị Sáu (Trưởng phòng): kho thiếu van, xin mua gấp 40 chiếc.\n\n"
        + f"6. Phân công của Giám đốc\n+ {TASKS[0]}.\n+ {TASKS[1]}.\n"
    )

    assert [task.text.text for task in report.tasks] == TASKS
    assert [found.text for found in report.limitations] == WEAK


def test_a_heading_beside_the_one_of_what_is_weak_ends_it() -> None:
    report = read_report(
        HEAD + f"4. Khó khăn\n- {WEAK[0]}.\n- {WEAK[1]}.\n\n5. Đời sống công nhân\n"
        "- Bếp ăn phục vụ 120 suất mỗi ngày.\n"
    )

    assert [found.text for found in report.limitations] == WEAK


def test_numbered_items_below_the_heading_of_what_is_weak_are_all_read() -> None:
    report = read_report(HEAD + f"4. Khó khăn\n1. {WEAK[0]}\n2. {WEAK[1]}\n")

    assert [found.text for found in report.limitations] == WEAK


@pytest.mark.parametrize(
    "heading",
    [
        "III. Hiệu trưởng kết luận, phân công",
        "III. Giám đốc kết luận",
        "III. Chủ tọa kết luận và giao nhiệm vụ",
        "III. Đồng chí Bí thư kết luận, giao việc:",
        "📌 Chốt việc:",
        "📌 CHỐT LẠI CÁC VIỆC",
        "Việc đã chốt:",
        "III. Các việc được giao",
    ],
)
def test_what_is_listed_below_the_heading_of_what_was_agreed_are_tasks(heading: str) -> None:
    report = read_report(HEAD + f"{heading}\n1. {TASKS[0]}.\n2. {TASKS[1]}.\n")

    assert [task.text.text for task in report.tasks] == TASKS


@pytest.mark.parametrize("heading", ["⚠️ Chưa ổn:", "⚠️ Còn vướng:", "❌ Chưa làm được:", "Chưa tốt:"])
def test_what_is_weak_is_read_below_the_words_of_a_chat(heading: str) -> None:
    report = read_report(
        HEAD + f"✅ Làm được từ đầu năm:\n- Thay 90 đồng hồ\n\n{heading}\n- {WEAK[0]}\n- {WEAK[1]}\n\n"
        f"📌 Chốt việc:\n1. {TASKS[0]}\n2. {TASKS[1]}\n"
    )

    assert [found.text for found in report.strengths] == ["Thay 90 đồng hồ"]
    assert [found.text for found in report.limitations] == WEAK
    assert [task.text.text for task in report.tasks] == TASKS


def test_a_sentence_that_only_begins_like_such_a_heading_is_none() -> None:
    report = read_report(
        HEAD
        + "Ngày 06/10/2026, Công ty họp.\n- Chưa được cấp vốn cho trạm bơm số 3\n- Công ty lắp 90 đồng hồ\n"
    )

    assert "Công ty lắp 90 đồng hồ" not in [found.text for found in report.limitations]
