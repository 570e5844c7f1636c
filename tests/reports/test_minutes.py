"""Minutes in the form that offices fill in: a line for each of when, where, who."""

from __future__ import annotations

import pytest

from reports.model import PersonRole
from reports.reader import read_report

MINUTES = """UBND XÃ PHÚ TÂM
BIÊN BẢN HỌP GIAO BAN
{time}
Địa điểm: Hội trường UBND xã
Chủ trì: Ông Lê Văn Sáu - Chủ tịch UBND xã
Thư ký: Bà Ngô Thị Bé
NỘI DUNG
1. Văn phòng báo cáo kết quả tháng 9.
2. Chủ tịch UBND xã nhắc nhở các ấp chấn chỉnh giờ giấc.
"""


@pytest.mark.parametrize(
    "time",
    [
        "Thời gian: 14 giờ 00 ngày 21/9/2026",
        "Thời gian: 14h00, ngày 21/9/2026",
        "Thời gian: 14 giờ 00 phút, ngày 21 tháng 9 năm 2026",
        "Thời gian họp: sáng ngày 21/9/2026",
    ],
)
def test_the_fields_of_minutes_are_read(time: str) -> None:
    read = read_report(MINUTES.format(time=time))

    assert read.held_on is not None
    assert read.held_on.day.isoformat() == "2026-09-21"
    assert read.published is None
    assert read.place is not None
    assert read.place.text == "Hội trường UBND xã"
    assert read.organisation is not None
    assert read.organisation.text == "UBND XÃ PHÚ TÂM"
    assert [task.text.text for task in read.tasks] == ["các ấp chấn chỉnh giờ giấc"]


HEAD = """UBND thành phố Vị Hưng họp phiên thường kỳ tháng 8
Sáng 18/8/2026, UBND thành phố Vị Hưng họp phiên thường kỳ.
"""


def test_a_plan_that_somebody_gave_asks_for_nothing() -> None:
    read = read_report(
        HEAD + "Thu ngân sách ước 912 tỷ đồng, đạt 68,3% dự toán HĐND giao và tăng 11% so cùng kỳ.\n"
    )

    assert read.tasks == ()
    (target,) = read.targets
    assert target.plan_ratio is not None
    assert target.change is not None
    assert (target.plan_ratio.written.text, target.change.written.text) == ("68,3%", "tăng 11%")


def test_limitations_that_a_discussion_names_are_read() -> None:
    read = read_report(
        HEAD + "Thảo luận tại phiên họp, các đại biểu chỉ ra nhiều hạn chế như: việc bồi thường kéo dài; "
        "tình trạng lấn chiếm vỉa hè tái diễn.\n"
    )

    assert [one.text for one in read.limitations] == [
        "việc bồi thường kéo dài",
        "tình trạng lấn chiếm vỉa hè tái diễn",
    ]


def test_who_is_admitted_does_not_attend() -> None:
    read = read_report(
        HEAD + "Chi bộ xét đảng viên dự bị để công nhận chính thức cho đồng chí Nguyễn Văn Tám.\n"
    )

    assert [person.roles for person in read.people] == [(PersonRole.OTHER,)]


def test_a_position_ends_before_the_body_that_meets() -> None:
    read = read_report(
        "Họp thường kỳ\nSáng 18/8/2026, dưới sự chủ trì của bà Đỗ Thu Nga, Chủ tịch HĐND thành phố, "
        "Thường trực HĐND thành phố tổ chức phiên họp thường kỳ.\n"
    )

    (chair,) = read.people
    assert chair.position is not None
    assert chair.position.text == "Chủ tịch HĐND thành phố"


CONCLUSION = """VĂN PHÒNG UBND TỈNH
THÔNG BÁO
Ý kiến kết luận của Phó Chủ tịch UBND tỉnh Hà Minh Trí tại cuộc họp nghe tiến độ đường tỉnh 827D
Ngày 19/6/2026, đồng chí Hà Minh Trí, Phó Chủ tịch UBND tỉnh chủ trì cuộc họp. Phó Chủ tịch kết luận:
1. Ban Quản lý dự án giao thông:
a) Lập lại đường găng tiến độ;
b) Thanh toán khối lượng đã nghiệm thu.
2. Ban Quản lý khu kinh tế rà soát hàng rào.
"""


def test_an_office_writes_down_what_the_body_of_the_chair_met_about() -> None:
    read = read_report(CONCLUSION)

    assert read.organisation is not None
    assert read.organisation.text == "UBND tỉnh"
    assert [(task.text.text, task.assignee and task.assignee.text) for task in read.tasks] == [
        ("Lập lại đường găng tiến độ", "Ban Quản lý dự án giao thông"),
        ("Thanh toán khối lượng đã nghiệm thu", "Ban Quản lý dự án giao thông"),
        ("Ban Quản lý khu kinh tế rà soát hàng rào", "Ban Quản lý khu kinh tế"),
    ]
