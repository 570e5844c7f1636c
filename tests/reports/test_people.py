"""People: names, positions beside them, and what they did, in our own words."""

from __future__ import annotations

import pytest

from reports import PersonRole, read_report

R = PersonRole
OPENING = "Ngày 3/10/2024, UBND xã Tân Lộc tổ chức hội nghị. "

POSITIONS = [
    ("Đồng chí Y Blin Sậy Niê Kdrê, Chủ tịch Hội đồng chủ trì.", "Y Blin Sậy Niê Kdrê", "Chủ tịch Hội đồng"),
    (
        "Dự có đồng chí Vũ Nam, Phó Trưởng ban Tổ chức Tỉnh ủy; các phòng.",
        "Vũ Nam",
        "Phó Trưởng ban Tổ chức Tỉnh ủy",
    ),
    (
        "Ông Vũ Nam, Phó Trưởng Ban chỉ huy 79 huyện phát biểu.",
        "Vũ Nam",
        "Phó Trưởng Ban chỉ huy 79 huyện",
    ),
    ("Ông Vũ Nam, Giám đốc Bệnh viện TP. Hà Sơn cho biết.", "Vũ Nam", "Giám đốc Bệnh viện TP. Hà Sơn"),
    (
        "Ông Vũ Nam, Ủy viên Đảng đoàn Thủy sản (ĐĐTS), Cục trưởng Cục Thủy sản phát biểu.",
        "Vũ Nam",
        "Ủy viên Đảng đoàn Thủy sản (ĐĐTS), Cục trưởng Cục Thủy sản",
    ),
    ("Nguyên Bộ trưởng Bộ Y tế Vũ Văn Nam dự họp.", "Vũ Văn Nam", "Nguyên Bộ trưởng Bộ Y tế"),
    ("Xí nghiệp Hạ Bì (bà Vũ Thị Sáu, Giám đốc): nạo vét kênh N8.", "Vũ Thị Sáu", "Giám đốc"),
    ("Bà Vũ Thị Sáu (Công ty Sao Mai) kiến nghị giảm thuế.", "Vũ Thị Sáu", "Công ty Sao Mai"),
    (
        "Trưởng phòng Văn hóa - Khoa học và Thông tin (VHKHTT) Vũ Văn Nam trình bày.",
        "Vũ Văn Nam",
        "Trưởng phòng Văn hóa - Khoa học và Thông tin (VHKHTT)",
    ),
    ("Ông Vũ Nam, Phó Chủ tịch UBND tỉnh họp nghe báo cáo.", "Vũ Nam", "Phó Chủ tịch UBND tỉnh"),
    ("Ông Vũ Nam - Ủy viên Đoàn Chủ tịch Tổng LĐLĐ phát biểu.", "Vũ Nam", "Ủy viên Đoàn Chủ tịch Tổng LĐLĐ"),
    ("Dự có Đại tá Vũ Nam, Phó Chính ủy Sư đoàn 2, chỉ huy các cơ quan.", "Vũ Nam", "Phó Chính ủy Sư đoàn 2"),
    ("Dự có bà Vũ Thị Sáu, Giám đốc Sở Y tế; Bí thư Đoàn Thanh niên.", "Vũ Thị Sáu", "Giám đốc Sở Y tế"),
    ("Ông Vũ Nam, Bộ trưởng Bộ Ngoại giao đồng chủ trì.", "Vũ Nam", "Bộ trưởng Bộ Ngoại giao"),
    ("Theo bác sĩ Vũ Nam - Trạm trưởng Trạm Y tế xã, có 27 ca.", "Vũ Nam", "Trạm trưởng Trạm Y tế xã"),
    ("Sáng nay, ông Vũ Văn Nam, Giám đốc Ban chủ trì giao ban.", "Vũ Văn Nam", "Giám đốc Ban"),
    ("Cô Vũ Thị Sáu - Chủ tịch Công đoàn phụ trách.", "Vũ Thị Sáu", "Chủ tịch Công đoàn"),
    ("Bà Vũ Thị Sáu (Phó Chủ tịch MTTQ xã, dự chỉ đạo): đồng ý.", "Vũ Thị Sáu", "Phó Chủ tịch MTTQ xã"),
    ("Cô Vũ Thị Sáu (tổ trưởng tổ Ngoại ngữ) giải trình.", "Vũ Thị Sáu", "tổ trưởng tổ Ngoại ngữ"),
    ("Dự có các Phó Giám đốc, Kế toán trưởng Vũ Văn Nam.", "Vũ Văn Nam", "Kế toán trưởng"),
    ("Rà kho | Ông Vũ Văn Nam, Giám đốc | 25/4/2026", "Vũ Văn Nam", "Giám đốc"),
    ("PGĐ Sở Nông nghiệp Vũ Văn Nam cho biết.", "Vũ Văn Nam", "PGĐ Sở Nông nghiệp"),
    ("Đại biểu Vũ Văn Nam chất vấn về rác thải.", "Vũ Văn Nam", "Đại biểu"),
    ("DS. Ông Thị Kiều (Trưởng khoa Dược): gói thầu đã xong.", "Ông Thị Kiều", "Trưởng khoa Dược"),
    ("Ông Vũ Nam, Trưởng Phòng Đô thị nhận trách nhiệm, cam kết sửa.", "Vũ Nam", "Trưởng Phòng Đô thị"),
    (
        "Phó Thống đốc Ngân hàng Nhà nước Vũ Văn Nam ghi nhận.",
        "Vũ Văn Nam",
        "Phó Thống đốc Ngân hàng Nhà nước",
    ),
    (
        "Ông Vũ Nam, Phó Giám đốc kiêm Kế toán trưởng Hợp tác xã Mây tre kể.",
        "Vũ Nam",
        "Phó Giám đốc kiêm Kế toán trưởng Hợp tác xã Mây tre",
    ),
    ("Ông Vũ Nam - Viện trưởng Viện Khoa học Xã hội chia sẻ.", "Vũ Nam", "Viện trưởng Viện Khoa học Xã hội"),
    (
        "Ông Vũ Nam, Cục trưởng Cục Công sản (Bộ Tài chính) đánh giá cao.",
        "Vũ Nam",
        "Cục trưởng Cục Công sản (Bộ Tài chính)",
    ),
    ("Dự có ông Vũ Nam, Chánh Văn phòng Hội và 12 Hội của các tỉnh.", "Vũ Nam", "Chánh Văn phòng Hội"),
    ("Bí thư Vũ Văn Nam dự. Bí thư Đảng ủy xã Vũ Văn Nam kết luận.", "Vũ Văn Nam", "Bí thư Đảng ủy xã"),
    ("\n\nThành phần:\n1. Bà: Vũ Thị Sáu    Chức vụ: Trưởng thôn", "Vũ Thị Sáu", "Trưởng thôn"),
    ("Anh Lê Mận Xuân - Phó Bí thư đồng chủ trì.", "Lê Mận Xuân", "Phó Bí thư"),
    ("Cô giáo Vũ Thị Sáu, Hiệu phó báo cáo.", "Vũ Thị Sáu", "Hiệu phó"),
]


@pytest.mark.parametrize(("sentence", "name", "position"), POSITIONS)
def test_a_position_is_read_whole(sentence: str, name: str, position: str) -> None:
    [person] = read_report(OPENING + sentence).people

    assert person.name.text == name
    assert person.position is not None
    assert person.position.text == position


def test_people_without_a_position_are_known_by_what_stands_before_them() -> None:
    text = OPENING + "Dự có BSCKI Vũ Thị Sáu, BSCKII Lê Đình Khoa. Bị cáo Trần Văn Tám nhận 5 năm tù."

    assert [person.name.text for person in read_report(text).people] == [
        "Vũ Thị Sáu",
        "Lê Đình Khoa",
        "Trần Văn Tám",
    ]


def test_a_position_ends_before_the_next_person() -> None:
    text = OPENING + "Các ông Vũ Nam, Chủ tịch HĐND xã và H'Lan Ayun, Phó Chủ tịch HĐND xã đồng chủ tọa."
    people = read_report(text).people

    assert [(p.name.text, p.position.text if p.position else None) for p in people] == [
        ("Vũ Nam", "Chủ tịch HĐND xã"),
        ("H'Lan Ayun", "Phó Chủ tịch HĐND xã"),
    ]


def test_what_several_are_together_is_the_position_of_each() -> None:
    people = read_report(OPENING + "Cùng dự có các Thứ trưởng: Lê Đình Khoa, Vũ Văn Nam; các vụ, cục.").people

    assert [(p.name.text, p.position.text if p.position else None) for p in people] == [
        ("Lê Đình Khoa", "Thứ trưởng"),
        ("Vũ Văn Nam", "Thứ trưởng"),
    ]


TOGETHER = [
    (
        "Đồng chí Vũ Nam, Bí thư Huyện ủy và đồng chí Lê Thị Sáu, Phó Bí thư Huyện ủy đồng chủ trì.",
        [{R.CHAIR}, {R.CHAIR}],
    ),
    (
        "Về dự và điều hành buổi lễ có ông Vũ Nam, Chủ tịch UBND huyện; bà Lê Thị Sáu, Trưởng ban.",
        [{R.CHAIR, R.ATTENDEE}, {R.CHAIR, R.ATTENDEE}],
    ),
    (
        "Đến dự và chỉ đạo đại hội có: Ông Vũ Nam - Phó Trưởng ban; Bà Lê Thị Sáu - Chánh Văn phòng.",
        [{R.SPEAKER, R.ATTENDEE}, {R.SPEAKER, R.ATTENDEE}],
    ),
    (
        "Đến dự, chỉ đạo có ông Vũ Nam, Bí thư Đảng ủy; cùng dự có ông Hồ Văn Tám, Trưởng Công an xã.",
        [{R.SPEAKER, R.ATTENDEE}, {R.ATTENDEE}],
    ),
    (
        "Tham dự và phát biểu chỉ đạo có đồng chí Vũ Nam, Bí thư Huyện ủy và đồng chí Lê Thị Sáu.",
        [{R.SPEAKER, R.ATTENDEE}, {R.SPEAKER, R.ATTENDEE}],
    ),
    (
        "Về dự và trực tiếp chỉ đạo đại hội gồm các đồng chí: Vũ Nam - Ủy viên Ban Thường vụ; Lê Thị Sáu - "
        "Phó Chủ tịch Công đoàn.",
        [{R.SPEAKER, R.ATTENDEE}, {R.SPEAKER, R.ATTENDEE}],
    ),
    (
        "Dự và đồng chủ trì phiên họp có ông Vũ Nam, Chủ tịch UBND tỉnh; bà Lê Thị Sáu, Giám đốc Sở Y tế.",
        [{R.CHAIR, R.ATTENDEE}, {R.CHAIR, R.ATTENDEE}],
    ),
    (
        "Dự và thảo luận có ông Vũ Nam, Bí thư Đảng ủy; bà Lê Thị Sáu, Phó Bí thư Đảng ủy.",
        [{R.ATTENDEE}, {R.ATTENDEE}],
    ),
    (
        "Bí thư Huyện ủy Vũ Văn Nam, Phó Trưởng ban Lê Thị Sáu đến dự và phát biểu.",
        [{R.SPEAKER, R.ATTENDEE}, {R.SPEAKER, R.ATTENDEE}],
    ),
    (
        "\n\nChủ tọa đoàn: ông Vũ Nam (Chủ tịch Công ty), ông Lê Văn Tám (Giám đốc), bà Vũ Thị Sáu (Chủ tịch "
        "Công đoàn) và bà Hồ Thị Bảy (Kế toán trưởng).",
        [{R.CHAIR}] * 4,
    ),
    (
        "\n\nThành phần:\n1. Ông Vũ Nam - Chủ tịch HĐQT - Chủ tọa\n2. Bà Lê Thị Sáu - Thành viên HĐQT\n",
        [{R.CHAIR}, {R.ATTENDEE}],
    ),
]


@pytest.mark.parametrize(("sentence", "roles"), TOGETHER)
def test_who_is_named_together_does_it_together(sentence: str, roles: list[set[PersonRole]]) -> None:
    assert [set(person.roles) for person in read_report(OPENING + sentence).people] == roles


WHAT_THEY_DID = [
    ("Thủ tướng Vũ Văn Nam dự hội nghị về an toàn giao thông do xã tổ chức.", {R.ATTENDEE}),
    ("Phía huyện, có ông Vũ Nam, Phó Chủ tịch UBND huyện.", {R.ATTENDEE}),
    ("Hội nghị vinh dự được đón ông Vũ Nam, Phó Chủ tịch UBND huyện.", {R.ATTENDEE}),
    ("Dự và phát biểu tại hội nghị, ông Vũ Nam biểu dương các thôn.", {R.SPEAKER, R.ATTENDEE}),
    ("Ông Vũ Nam, Bí thư Huyện ủy đã gửi lời cảm ơn đến các đại biểu tham dự hội nghị.", {R.SPEAKER}),
    ("Tham dự có các thôn. Kết thúc, ông Vũ Nam nhấn mạnh ba việc.", {R.SPEAKER}),
    ("Ông Vũ Nam, Bí thư Huyện ủy đến dự và chủ trì hội nghị.", {R.CHAIR, R.ATTENDEE}),
    ("Dự có các thôn, ông Vũ Nam, Bí thư Huyện ủy chủ trì.", {R.CHAIR}),
    ("Chủ tọa kỳ họp gồm ông Vũ Nam, Chủ tịch HĐND tỉnh.", {R.CHAIR}),
    ("Chủ tọa đại hội có ông Vũ Nam, Chủ tịch Công đoàn.", {R.CHAIR}),
    ("Ông Vũ Nam, Chủ tịch HĐND huyện điều hành phiên giải trình.", {R.CHAIR, R.SPEAKER}),
    ("Chủ tọa: ông Vũ Nam, Chủ tịch Hội đồng quản trị.", {R.CHAIR}),
    ("Ông Vũ Nam, Bí thư Đảng ủy chủ trì cuộc họp giao ban tháng 10.", {R.CHAIR}),
    ("Đoàn chủ tịch gồm BS.CKI Vũ Thị Sáu - Giám đốc Trung tâm.", {R.CHAIR}),
    ("\n\nChủ trì: BSCKII. Vũ Văn Nam, Giám đốc bệnh viện.", {R.CHAIR}),
    ("\n\n- Người chủ trì: ThS. Vũ Văn Nam - Hiệu trưởng", {R.CHAIR}),
    ("Anh Vũ Văn Nam (Bí thư Đoàn) điều hành. Có mặt 13/15.", {R.CHAIR}),
    ("Bà Vũ Thị Sáu, Chủ tịch HĐND phường khai mạc và điều hành; vắng 2 người.", {R.CHAIR, R.SPEAKER}),
    ("Ông Vũ Nam, Phó Giám đốc điều hành, báo cáo kết quả.", {R.SPEAKER}),
    ("Đại biểu: Phó Viện trưởng Vũ Văn Nam; các xã.", {R.ATTENDEE}),
    ("Tiếp và làm việc với đoàn có bà Vũ Thị Sáu, Bí thư Đảng ủy xã.", {R.ATTENDEE}),
]


@pytest.mark.parametrize(("sentence", "roles"), WHAT_THEY_DID)
def test_what_a_person_did_is_told_by_the_words_around_the_name(
    sentence: str, roles: set[PersonRole]
) -> None:
    [person] = read_report(OPENING + sentence).people

    assert set(person.roles) == roles


CHAIRED = (
    OPENING
    + "Ông Vũ Nam, Bí thư Huyện ủy, Chủ tịch HĐND huyện chủ trì. Bà Lê Thị Sáu, Chủ tịch UBND huyện dự. "
)
BY_OFFICE = [
    ("Đồng chí Bí thư Huyện ủy ghi nhận kết quả.", [{R.CHAIR, R.SPEAKER}, {R.ATTENDEE}]),
    ("Chủ tịch UBND huyện đề nghị các xã rà soát.", [{R.CHAIR}, {R.SPEAKER, R.ATTENDEE}]),
    ("Chủ tọa kết luận các nội dung.", [{R.CHAIR, R.SPEAKER}, {R.ATTENDEE}]),
    ("Phó Chủ tịch UBND huyện đề nghị các xã rà soát.", [{R.CHAIR}, {R.ATTENDEE}]),
    ("Các Chủ tịch UBND xã đề nghị hỗ trợ.", [{R.CHAIR}, {R.ATTENDEE}]),
]


@pytest.mark.parametrize(("sentence", "roles"), BY_OFFICE)
def test_who_speaks_by_office_alone_is_known_by_the_position(
    sentence: str, roles: list[set[PersonRole]]
) -> None:
    assert [set(person.roles) for person in read_report(CHAIRED + sentence).people] == roles


def test_a_person_named_by_the_last_two_words_is_the_same_person() -> None:
    text = OPENING + "Bà Vũ Thị Mận Hoa, Chủ tịch HĐND xã dự họp. Bà Mận Hoa cho biết nội dung quan trọng."

    [person] = read_report(text).people

    assert set(person.roles) == {R.SPEAKER, R.ATTENDEE}


@pytest.mark.parametrize(
    "sentence",
    [
        "Xã tổ chức kỷ niệm 110 năm ngày sinh đồng chí Vũ Văn Nam.",
        "Bệnh viện B Bình Yên (bệnh viện hạng II) trình bày thành tích.",
        "Công tác học tập tấm gương anh hùng Vũ Văn Nam được duy trì.",
        "Tổ đại biểu số 4 chất vấn việc lấn chiếm vỉa hè tại đường Hoàng Diệu.",
        "Trưởng Công an xã báo cáo ùn tắc ở ngã tư phố Vũ Văn Nam.",
    ],
)
def test_who_is_only_remembered_or_a_thing_is_no_person(sentence: str) -> None:
    assert read_report(OPENING + sentence).people == ()


MINUTES = """Biên bản họp chi bộ
Thời gian: 19 giờ 30 phút, ngày 03/11/2025.
Địa điểm: Nhà văn hóa khu phố 4.
Chủ trì: Đồng chí Vũ Thị Nga - Bí thư Chi bộ.
Chi bộ thảo luận."""


def test_the_labels_of_minutes_are_read() -> None:
    report = read_report(MINUTES)

    assert report.held_on is not None
    assert report.held_on.day.isoformat() == "2025-11-03"
    assert report.place is not None
    assert report.place.text == "Nhà văn hóa khu phố 4"
    assert [set(person.roles) for person in report.people] == [{R.CHAIR}]


SIGNATURES = [
    ("GIÁM ĐỐC\nBSCKII. Vũ Văn Nam", "GIÁM ĐỐC"),
    ("TL. CHỦ TỊCH\nKT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG\n\nVũ Văn Nam\n", "PHÓ CHÁNH VĂN PHÒNG"),
    ("T/L BAN THƯỜNG VỤ CHÁNH VĂN PHÒNG Vũ Văn Nam", "CHÁNH VĂN PHÒNG"),
    ("HIỆU TRƯỞNG\n(Đã ký)\nThS. Vũ Văn Nam", "HIỆU TRƯỞNG"),
]


@pytest.mark.parametrize(("signature", "position"), SIGNATURES)
def test_who_signed_a_notice_is_read_with_the_position(signature: str, position: str) -> None:
    text = (
        "ỦY BAN NHÂN DÂN\nXÃ TÂN LỘC\nSố: 7/TB-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTHÔNG BÁO\n"
        "Kết luận tại cuộc họp giao ban\n\nNgày 02/4/2026, UBND xã họp.\n\nNơi nhận:\n- Lưu: VT.\n"
        + signature
    )

    [person] = read_report(text).people

    assert person.name.text == "Vũ Văn Nam"
    assert person.position is not None
    assert person.position.text == position
    assert person.roles == (R.OTHER,)


ABSENT = [
    ("Dự họp có các trưởng phòng. Vắng: thầy Vũ Văn Nam (đi công tác), cô Lê Huỳnh Mai (ốm).", 2),
    ("Dự họp có các trưởng phòng. Vắng mặt: ông Vũ Văn Nam, Phó Chủ tịch UBND xã.", 1),
    ("Dự họp có các trưởng phòng; vắng 02 đồng chí: ông Vũ Văn Nam; bà Lê Thị Mai.", 2),
    ("Dự họp có các trưởng phòng, ông Vũ Văn Nam, Phó Chủ tịch UBND xã (vắng có lý do).", 1),
    ("Dự họp có các trưởng phòng, ông Vũ Văn Nam, Phó Chủ tịch UBND xã (vắng).", 1),
    ("Dự họp có các trưởng phòng. Phó Chủ tịch UBND xã Vũ Văn Nam xin vắng do đi công tác.", 1),
    ("\nThành phần:\n- Các trưởng phòng.\n- Ông Vũ Văn Nam, Phó Chủ tịch UBND xã - vắng mặt.", 1),
    ("\nThành phần:\n- Các trưởng phòng.\n- Vắng: ông Vũ Văn Nam, Phó Chủ tịch UBND xã.", 1),
]


@pytest.mark.parametrize(("sentence", "number"), ABSENT)
def test_who_was_absent_did_not_attend(sentence: str, number: int) -> None:
    report = read_report(OPENING + sentence)

    assert [set(person.roles) for person in report.people] == [{R.OTHER}] * number
    assert all("ắng" not in (person.position.text if person.position else "") for person in report.people)
    assert [span.text.lower() for span in report.participants] == ["các trưởng phòng"]


PRESENT = [
    "Dự họp có ông Vũ Văn Nam (thay ông Chủ tịch vắng mặt).",
    "Vắng: đại diện Hội Phụ nữ. Dự họp có ông Vũ Văn Nam, Bí thư Chi bộ.",
    "Dự họp có ông Vũ Văn Nam, Bí thư Chi bộ; vắng 02 đồng chí có lý do.",
]


@pytest.mark.parametrize("sentence", PRESENT)
def test_who_stands_beside_the_absent_attended(sentence: str) -> None:
    [person] = read_report(OPENING + sentence).people

    assert set(person.roles) == {R.ATTENDEE}


def test_the_bodies_that_were_absent_are_no_participants() -> None:
    report = read_report(OPENING + "Có mặt: Hội Nông dân; Đoàn xã. Vắng mặt: Hội Phụ nữ; Công an xã.")

    assert [span.text for span in report.participants] == ["Hội Nông dân", "Đoàn xã"]


GIVEN = [
    "Thiếu tá Vũ Văn Nam chủ trì tuyên truyền tại 5 trường, xong trong tháng 11.",
    "Giao ông Vũ Văn Nam, Bí thư Đoàn xã phối hợp Công an xã tổ chức ký cam kết.",
    "Anh Vũ Văn Nam phụ trách chỉ đạo đại hội chi đoàn ấp 2.",
]


@pytest.mark.parametrize("task", GIVEN)
def test_who_is_given_a_task_neither_chairs_nor_speaks(task: str) -> None:
    [person] = read_report(OPENING + "\n\nIII. NHIỆM VỤ THÁNG 11\n1. " + task + "\n").people

    assert set(person.roles) == {R.OTHER}


def test_deputies_named_in_a_row_share_their_office() -> None:
    sentence = "Dự họp có các Phó Giám đốc Lê Thị Mai, Vũ Văn Nam, trưởng các phòng."

    report = read_report(OPENING + sentence)

    assert [person.position and person.position.text for person in report.people] == ["Phó Giám đốc"] * 2
    assert [span.text for span in report.participants] == ["trưởng các phòng"]


OFFICERS = [
    "Dự họp có 02 Phó Trưởng Công an xã là Thiếu tá Lê Văn Tám và Thiếu tá Vũ Thị Nga.",
    "Dự họp có hai Phó Trưởng Công an xã: Thiếu tá Lê Văn Tám, Đại úy Vũ Thị Nga.",
    "Dự họp có các Phó Trưởng Công an xã gồm đồng chí Lê Văn Tám và đồng chí Vũ Thị Nga.",
]


@pytest.mark.parametrize("sentence", OFFICERS)
def test_a_number_of_officers_share_their_position(sentence: str) -> None:
    people = read_report("Ngày 5/11/2026, Công an xã Tân Lộc họp giao ban. " + sentence).people

    assert [(person.name.text, person.position and person.position.text) for person in people] == [
        ("Lê Văn Tám", "Phó Trưởng Công an xã"),
        ("Vũ Thị Nga", "Phó Trưởng Công an xã"),
    ]


NAMED_BEHIND = [
    ("Chủ trì: BSCKII. Vũ Văn Nam – Giám đốc bệnh viện", {R.CHAIR}, "Giám đốc bệnh viện"),
    ("Đoàn chủ tịch gồm TS. Vũ Văn Nam - Hiệu trưởng.", {R.CHAIR}, "Hiệu trưởng"),
    ("DSCKI. Vũ Văn Nam báo cáo: kho thuốc đã kiểm kê xong.", {R.SPEAKER}, None),
    (
        "Thành phần: Phó Giám đốc kỹ thuật Vũ Văn Nam, trưởng các phòng.",
        {R.ATTENDEE},
        "Phó Giám đốc kỹ thuật",
    ),
    ("Trạm trưởng là bác sĩ Vũ Văn Nam.", {R.OTHER}, "Trạm trưởng"),
    ("Giáo viên chủ nhiệm lớp 9B là thầy Vũ Văn Nam.", {R.OTHER}, "Giáo viên chủ nhiệm lớp 9B"),
    ("Ông Vũ Văn Nam được bầu làm Trưởng ban Kiểm soát.", {R.OTHER}, "Trưởng ban Kiểm soát"),
    ("Phụ trách: y sĩ Vũ Văn Nam.", {R.OTHER}, None),
    ("Kế toán Vũ Văn Nam chốt sổ quỹ.", {R.OTHER}, None),
]


@pytest.mark.parametrize(("line", "roles", "position"), NAMED_BEHIND)
def test_minutes_name_people_behind_a_degree_a_trade_or_a_link(
    line: str, roles: set[PersonRole], position: str | None
) -> None:
    [person] = read_report(OPENING + f"\n{line}\nXã đã họp hai buổi.").people

    assert person.name.text == "Vũ Văn Nam"
    assert set(person.roles) == roles
    assert (person.position.text if person.position else None) == position


TASKED = [
    ("- Phòng Dự án (ông Vũ Văn Nam): phối hợp xã bàn giao mặt bằng trước ngày 15/12.", R.OTHER),
    ("- Phòng Dự án (đồng chí Vũ Văn Nam) bám công trường, báo cáo hằng tuần.", R.OTHER),
    ("- Tổ Kỹ thuật, ông Vũ Văn Nam, kiểm kê máy bơm và đề xuất thay mới.", R.OTHER),
    ("- Chi ủy xem xét việc vắng họp đối với ông Vũ Văn Nam, báo cáo cấp trên trong tháng 10.", R.OTHER),
    ("Chủ tịch xã yêu cầu ông Vũ Văn Nam theo dõi và báo cáo hằng tuần.", R.OTHER),
    ("Ông Vũ Văn Nam, Phó Chủ tịch, được giao chỉ đạo việc đo đất.", R.OTHER),
    ("Ông Vũ Văn Nam yêu cầu Phòng Kế toán báo cáo hằng tuần.", R.SPEAKER),
]


@pytest.mark.parametrize(("line", "role"), TASKED)
def test_who_is_given_a_task_has_not_spoken(line: str, role: PersonRole) -> None:
    [person] = read_report(OPENING + "\nIII. NHIỆM VỤ\n" + line).people

    assert person.roles == (role,)
