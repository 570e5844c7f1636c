"""Single fields on single sentences: what must be read, and what must not."""

from __future__ import annotations

import pytest

from reports import PersonRole, WarningKind, read_report
from reports.addressees import read_addressee
from reports.bodies import body_at
from reports.names import find_names
from reports.text import clean

BODIES = [
    ("Thị ủy Sơn Tịnh tổ chức Hội nghị", "Thị ủy Sơn Tịnh"),
    ("UBND tỉnh An Sơn Chu Bá Tước", "UBND tỉnh An Sơn"),
    ("Tỉnh ủy Kiều Văn Mận làm việc", "Tỉnh ủy"),
    (
        "Trung tâm Văn hóa - Thể thao và Truyền thông huyện Ba Động họp",
        "Trung tâm Văn hóa - Thể thao và Truyền thông huyện Ba Động",
    ),
    ("HĐND và UBND xã", "HĐND"),
    ("Ban Thường vụ Tỉnh ủy Bình Yên đã họp", "Ban Thường vụ Tỉnh ủy Bình Yên"),
    ("Công ty Cổ phần Cấp nước Hồng Lam họp", "Công ty Cổ phần Cấp nước Hồng Lam"),
    ("UBND thi tran Cay Sung", "UBND thi tran Cay Sung"),
]


@pytest.mark.parametrize(("phrase", "expected"), BODIES)
def test_a_body_is_read_by_its_shape(phrase: str, expected: str) -> None:
    text = clean(phrase)
    body = body_at(text, 0, len(text.clean))

    assert body is not None
    assert text.clean[slice(*body)] == expected


NAMES = [
    ("Chủ tịch UBND tỉnh An Sơn Chu Bá Tước nói", ["Chu Bá Tước"]),
    ("đồng chí Lương Mận Xuân phát biểu", ["Lương Mận Xuân"]),
    ("TP Hồ Chí Minh và Hà Nội", []),
    ("xã Hồ Sậy và phường Nông Rùa", []),
    ("Văn phòng Quốc hội", []),
]


@pytest.mark.parametrize(("phrase", "expected"), NAMES)
def test_a_name_is_known_by_its_family_name(phrase: str, expected: list[str]) -> None:
    text = clean(phrase)

    assert [text.clean[a:b] for a, b in find_names(text, 0, len(text.clean))] == expected


ADDRESSEES = [
    ("Phòng Kinh tế - Hạ tầng tính lại tiền lát vỉa hè", "Phòng Kinh tế - Hạ tầng"),
    ("Các hội, đoàn thể, trường học gom sách cũ", "Các hội, đoàn thể, trường học"),
    ("các tổ chức chính trị - xã hội tăng cường vận động", "các tổ chức chính trị - xã hội"),
    ("Ban Chỉ đạo xã kiểm tra hiện trường", "Ban Chỉ đạo xã"),
    ("Giao Sở Y tế chủ trì kiểm tra", "Sở Y tế"),
    ("ông Dũng trực tiếp kiểm tra", "ông Dũng"),
    ("Đẩy nhanh tiến độ thi công", None),
    ("Tập trung chuẩn bị tổng kết", None),
    ("Chỉ đạo thu ngân sách", None),
]


@pytest.mark.parametrize(("task", "expected"), ADDRESSEES)
def test_the_unit_with_which_a_task_begins_is_read(task: str, expected: str | None) -> None:
    text = clean(task)
    found = read_addressee(text, 0, len(text.clean))

    assert (text.clean[found.start : found.end] if found else None) == expected


OPENING = "Ngày 3/10/2017, UBND xã Tân Lộc tổ chức hội nghị. "
R = PersonRole
PEOPLE = [
    ("Ông Lê Văn Tám, Chủ tịch UBND xã chủ trì hội nghị.", "Lê Văn Tám", "Chủ tịch UBND xã", {R.CHAIR}),
    (
        "Đồng chí Trần Thị Bông – Phó Chủ tịch Thường trực điểm qua công việc.",
        "Trần Thị Bông",
        "Phó Chủ tịch Thường trực",
        {R.SPEAKER},
    ),
    (
        "Dự hội nghị có đồng chí Vũ Nam, Trưởng phòng Nội vụ huyện.",
        "Vũ Nam",
        "Trưởng phòng Nội vụ huyện",
        {R.ATTENDEE},
    ),
    (
        "Theo Giám đốc Sở Xây dựng Phan Thanh Tùng, tiến độ còn chậm.",
        "Phan Thanh Tùng",
        "Giám đốc Sở Xây dựng",
        {R.SPEAKER},
    ),
    (
        "Thiếu tá Sầm Văn Mạ - Chính trị viên phó Ban CHQS huyện đọc dự thảo.",
        "Sầm Văn Mạ",
        "Chính trị viên phó Ban CHQS huyện",
        {R.SPEAKER},
    ),
    (
        "Hội nghị do đồng chí Đoàn Thị Lựu, Bí thư Đảng ủy chủ trì.",
        "Đoàn Thị Lựu",
        "Bí thư Đảng ủy",
        {R.CHAIR},
    ),
]


@pytest.mark.parametrize(("sentence", "name", "position", "roles"), PEOPLE)
def test_a_person_is_read_with_position_and_role(
    sentence: str, name: str, position: str, roles: set[PersonRole]
) -> None:
    [person] = read_report(OPENING + sentence).people

    assert person.name.text == name
    assert person.position is not None
    assert person.position.text == position
    assert set(person.roles) == roles


@pytest.mark.parametrize(
    "sentence",
    [
        "Đồng chí Phó Bí thư phát biểu.",
        "Phong trào học tập Bác Hồ Chí Minh được duy trì.",
        "Đoàn Đại biểu Quốc hội tỉnh tiếp xúc cử tri.",
        "Tuyến đường Lý Sậy Vàng đã thông xe.",
    ],
)
def test_what_is_no_person_is_not_read_as_one(sentence: str) -> None:
    assert read_report(OPENING + sentence).people == ()


def test_a_person_named_again_by_the_given_name_speaks() -> None:
    text = OPENING + "Ông Lê Văn Tám, Chủ tịch UBND xã dự họp. Ông Tám cho rằng tiến độ còn chậm."

    [person] = read_report(text).people

    assert person.roles == (R.SPEAKER, R.ATTENDEE)
    assert [span.text for span in person.said] == ["Ông Tám cho rằng tiến độ còn chậm."]


TASKS = [
    (
        "Đồng chí Chủ tịch yêu cầu các xã rà soát hộ nghèo; báo cáo kết quả.",
        ["các xã rà soát hộ nghèo", "báo cáo kết quả"],
    ),
    ("Ông cũng nhắc bộ phận một cửa phải gửi phiếu hẹn lại.", ["bộ phận một cửa phải gửi phiếu hẹn lại"]),
    (
        "Bí thư Đảng ủy nhấn mạnh các chi bộ cần nâng cao chất lượng sinh hoạt.",
        ["các chi bộ cần nâng cao chất lượng sinh hoạt"],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), TASKS)
def test_a_request_sets_tasks(sentence: str, expected: list[str]) -> None:
    assert [task.text.text for task in read_report(OPENING + sentence).tasks] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Chủ tịch UBND xã biểu dương các đơn vị làm tốt.",
        "Công tác này chưa đáp ứng yêu cầu nhiệm vụ.",
        "Các xã đã thực hiện theo đề nghị của huyện.",
        "Với sự chỉ đạo của Huyện ủy, kinh tế phát triển.",
        "Các cử tri đề nghị sớm sửa đường.",
        "Thị trấn đã cho làm và thu về những thành quả dưới đây:",
    ],
)
def test_praise_results_and_proposals_are_no_tasks(sentence: str) -> None:
    assert read_report(OPENING + sentence).tasks == ()


FINDINGS = "{}\n\n+ Nguyên nhân: Các cấp vào cuộc sớm."


def test_causes_of_strengths_are_no_causes_of_limitations() -> None:
    report = read_report(OPENING + "\n\n" + FINDINGS.format("+ Ưu điểm: Kinh tế phát triển."))

    assert report.causes == ()
    assert [span.text for span in report.strengths] == ["Kinh tế phát triển"]


def test_causes_bind_to_the_limitations_before_them() -> None:
    report = read_report(OPENING + "\n\n" + FINDINGS.format("+ Hạn chế: Thu ngân sách còn chậm."))

    assert [span.text for span in report.causes] == ["Các cấp vào cuộc sớm"]


def test_a_text_about_something_else_is_told_as_no_report() -> None:
    kinds = {warning.kind for warning in read_report("Hôm nay trời đẹp quá, đi chơi thôi.").warnings}

    assert {WarningKind.NO_DATE, WarningKind.NO_ORGANISATION, WarningKind.NOT_A_REPORT} <= kinds
