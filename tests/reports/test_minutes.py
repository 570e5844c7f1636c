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


DISCUSSED = """CHI BỘ ẤP GIỒNG DÂY
BIÊN BẢN SINH HOẠT CHI BỘ THÁNG 9 NĂM 2026
Chủ trì: Đ/c Lê Văn Sáu - Bí thư chi bộ
II. Ý kiến thảo luận
{line}
III. Phân công
1. Đ/c Bùi Thị Tơ: rà soát danh sách đảng viên đi làm xa trước ngày 15/10/2026.
"""


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("- Đ/c Mạc Văn Đượm: mương sau trường nghẹt đã hai năm. Mưa lớn là ngập sân.", "Mạc Văn Đượm"),
        ("- Đ/c Mạc Văn Đượm (cán bộ hưu trí): xin được chuyển nơi sinh hoạt về quê.", "Mạc Văn Đượm"),
        ("BS. Mạc Văn Đượm, Trưởng trạm Y tế: trạm còn thiếu hai điều dưỡng trực đêm.", "Mạc Văn Đượm"),
        ("+ Thầy Mạc Văn Đượm (Tổ trưởng tổ Toán): nên mở thêm lớp phụ đạo buổi tối.", "Mạc Văn Đượm"),
    ],
)
def test_what_stands_behind_a_name_and_a_colon_was_said(line: str, name: str) -> None:
    people = {person.name.text: person for person in read_report(DISCUSSED.format(line=line)).people}

    assert people[name].roles == (PersonRole.SPEAKER,)
    assert [said.text for said in people[name].said] == [line.lstrip("-+ ")]


@pytest.mark.parametrize(
    "line",
    [
        "- Đ/c Mạc Văn Đượm: 11/12 phiếu, trúng cử vào chi ủy.",
        "- Đ/c Mạc Văn Đượm: Phó Bí thư chi bộ, phụ trách dân vận của ấp.",
        "- Đ/c Mạc Văn Đượm: vắng có lý do vì đi khám bệnh ở tuyến trên.",
        "- Đ/c Mạc Văn Đượm: nhất trí.",
    ],
)
def test_a_vote_an_office_or_an_absence_behind_a_colon_was_not_said(line: str) -> None:
    people = {person.name.text: person for person in read_report(DISCUSSED.format(line=line)).people}

    assert not people["Mạc Văn Đượm"].said


def test_what_somebody_is_given_behind_a_colon_was_not_said() -> None:
    read = read_report(DISCUSSED.format(line="- Không có ý kiến."))

    assert not next(person for person in read.people if person.name.text == "Bùi Thị Tơ").said
