"""What is planned in plain prose: a sentence that looks ahead, and those that go on with it."""

from __future__ import annotations

import pytest

from reports.reader import read_report

HEAD = """Công an phường Tân Lập sơ kết 9 tháng đầu năm 2026
Chiều 30/9/2026, Công an phường Tân Lập sơ kết công tác 9 tháng đầu năm. Đã cấp căn cước cho 2.340 người.
"""


def tasks(words: str) -> list[tuple[str, str | None]]:
    read = read_report(HEAD + words)
    return [(task.text.text, task.assignee.text if task.assignee else None) for task in read.tasks]


@pytest.mark.parametrize(
    "ahead",
    [
        "Trong 3 tháng cuối năm",
        "Ba tháng cuối năm 2026",
        "Những tháng còn lại của năm",
        "Tuần tới",
        "Từ nay đến cuối năm",
    ],
)
def test_a_sentence_that_looks_ahead_and_names_a_unit_is_a_task(ahead: str) -> None:
    words = f"{ahead}, Tổ Cảnh sát khu vực rà soát các nhà trọ"

    assert tasks(f"{words}.") == [(words, "Tổ Cảnh sát khu vực")]


def test_thoi_gian_toi_stands_before_a_task_without_being_of_it() -> None:
    assert tasks("Thời gian tới, Tổ Cảnh sát khu vực rà soát các nhà trọ.") == [
        ("Tổ Cảnh sát khu vực rà soát các nhà trọ", "Tổ Cảnh sát khu vực")
    ]


def test_sentences_of_the_same_paragraph_go_on_with_the_plan() -> None:
    found = tasks(
        "Trong 3 tháng cuối năm, Tổ Cảnh sát khu vực tổng rà soát nhà trọ. "
        "Tổ Tổng hợp nhập dữ liệu dân cư xong trước ngày 30/11/2026. "
        "Người dân rất đồng tình.\n"
        "Tổ Tuần tra tổ chức 40 buổi tuần tra đêm."
    )

    assert found == [
        ("Trong 3 tháng cuối năm, Tổ Cảnh sát khu vực tổng rà soát nhà trọ", "Tổ Cảnh sát khu vực"),
        ("Tổ Tổng hợp nhập dữ liệu dân cư xong trước ngày 30/11/2026", "Tổ Tổng hợp"),
    ]


def test_a_forecast_behind_a_plan_is_no_task() -> None:
    found = tasks(
        "Thời gian tới, UBND phường xây thêm trường học. Năm 2027, phường sẽ có khoảng 300 lớp học mới."
    )

    assert [text for text, _ in found] == ["UBND phường xây thêm trường học"]


@pytest.mark.parametrize(
    "words",
    [
        "Trưởng Công an phường lưu ý: còn 9 tổ dân phố chưa nộp báo cáo.",
        "Trưởng Công an phường lưu ý: tỷ lệ hồ sơ trực tuyến mới đạt 61%.",
    ],
)
def test_a_state_that_is_pointed_out_is_no_task(words: str) -> None:
    assert tasks(words) == []


@pytest.mark.parametrize(
    ("sentence", "organisation"),
    [
        ("Trường THPT Phan Văn Trị họp giao ban.", "Trường THPT Phan Văn Trị"),
        ("Trường Tiểu học Bùi Thị Xuân họp hội đồng sư phạm.", "Trường Tiểu học Bùi Thị Xuân"),
        ("Bệnh viện Lê Lợi giao ban toàn viện.", "Bệnh viện Lê Lợi"),
        ("Trường Mầm non Sơn Ca họp phụ huynh.", "Trường Mầm non Sơn Ca"),
        (
            "Đảng ủy Trường Đại học Nông Lâm Sông Tiền họp thường kỳ.",
            "Đảng ủy Trường Đại học Nông Lâm Sông Tiền",
        ),
    ],
)
def test_a_school_may_be_named_after_a_person(sentence: str, organisation: str) -> None:
    read = read_report(f"Họp giao ban tháng 10\nNgày 12/10/2026, {sentence}\n").organisation

    assert read is not None
    assert read.text == organisation
