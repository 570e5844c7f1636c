"""Who attended: lists of every shape, in our own words."""

from __future__ import annotations

import pytest

from reports import read_report

OPENING = "Ngày 3/10/2024, UBND xã Tân Lộc tổ chức hội nghị. "

LISTS = [
    (
        "Dự có ông Lê Văn Tám, Bí thư Đảng ủy; bà Vũ Thị Sáu, Phó Bí thư; lãnh đạo các phòng, ban, trưởng 9 "
        "thôn và 25 đại biểu HĐND xã.",
        ["lãnh đạo các phòng, ban", "trưởng 9 thôn", "25 đại biểu HĐND xã"],
    ),
    (
        "Tham dự có đồng chí Lê Văn Tám, Bí thư Đảng ủy cùng đại diện Công an huyện, Phòng Nội vụ.",
        ["đại diện Công an huyện", "Phòng Nội vụ"],
    ),
    (
        "Tham dự có đại diện lãnh đạo các sở, ngành: Nội vụ, Văn hóa, Thể thao và Du lịch, Y tế; Thanh tra "
        "tỉnh; Văn phòng UBND tỉnh.",
        ["Nội vụ", "Văn hóa, Thể thao và Du lịch", "Y tế", "Thanh tra tỉnh", "Văn phòng UBND tỉnh"],
    ),
    (
        "Dự hội nghị có Sở Văn hóa, Thể thao và Du lịch, Sở Giáo dục và Đào tạo.",
        ["Sở Văn hóa, Thể thao và Du lịch", "Sở Giáo dục và Đào tạo"],
    ),
    (
        "Dự có lãnh đạo các Vụ, Cục, hiệu trưởng các trường mầm non, tiểu học.",
        ["lãnh đạo các Vụ, Cục", "hiệu trưởng các trường mầm non, tiểu học"],
    ),
    (
        "Dự giao ban có đồng chí Vũ Nam, Phó Bí thư; thành viên Khối Dân vận; bí thư, trưởng 14 bản.",
        ["thành viên Khối Dân vận", "bí thư, trưởng 14 bản"],
    ),
    (
        "Dự có 14/14 thành viên Ban đại diện và Ban Giám đốc Phòng giao dịch.",
        ["14/14 thành viên Ban đại diện", "Ban Giám đốc Phòng giao dịch"],
    ),
    ("Dự có Văn phòng Đoàn ĐBQH và HĐND tỉnh.", ["Văn phòng Đoàn ĐBQH và HĐND tỉnh"]),
    (
        "Cùng đi có lãnh đạo các sở, ngành; Thường trực Huyện ủy.",
        ["lãnh đạo các sở, ngành", "Thường trực Huyện ủy"],
    ),
    (
        "Dự có Ban Giám đốc, trưởng các khoa, phòng, điều dưỡng trưởng.",
        ["Ban Giám đốc", "trưởng các khoa, phòng", "điều dưỡng trưởng"],
    ),
    ("Lãnh đạo các phòng, trưởng các thôn tham dự hội nghị.", ["Lãnh đạo các phòng", "trưởng các thôn"]),
    ("Hội nghị có sự tham dự của hơn 120 đoàn viên, người lao động.", ["hơn 120 đoàn viên, người lao động"]),
    (
        "Dự có người lao động công ty và các đơn vị thành viên.",
        ["người lao động công ty và các đơn vị thành viên"],
    ),
    ("Tại hội nghị, thành viên UBND xã đã thảo luận, thống nhất.", ["thành viên UBND xã"]),
    # guests of honour
    (
        "Hội nghị vinh dự được đón Bí thư Huyện ủy Lê Văn Tám; đại diện các phòng, ban cùng hơn 90 hội viên.",
        ["đại diện các phòng, ban", "hơn 90 hội viên"],
    ),
    ("Đại hội vui mừng chào đón 65 đại biểu đến từ 12 chi hội.", ["65 đại biểu đến từ 12 chi hội"]),
    (
        "Đại diện cấp ủy xã; Viện kiểm sát khu vực; thẩm phán cũng có mặt.",
        ["Đại diện cấp ủy xã", "Viện kiểm sát khu vực", "thẩm phán"],
    ),
    ("Các trưởng phòng, kế toán các trường cùng dự.", ["Các trưởng phòng", "kế toán các trường"]),
    # other cues
    (
        "Tại các điểm cầu có lãnh đạo UBND các xã; Hiệu trưởng các trường.",
        ["lãnh đạo UBND các xã", "Hiệu trưởng các trường"],
    ),
    ("Dự lễ phát động có đại diện các phòng; các thôn.", ["đại diện các phòng", "các thôn"]),
    ("Cùng tham gia có đại diện Ủy ban Kiểm tra, Văn phòng.", ["đại diện Ủy ban Kiểm tra", "Văn phòng"]),
    ("Có mặt: 9/11 ủy viên Ban Chấp hành.", ["9/11 ủy viên Ban Chấp hành"]),
    (
        "Đại biểu: đại diện Tòa án khu vực, Công an các xã, Phòng Nội vụ.",
        ["đại diện Tòa án khu vực", "Công an các xã", "Phòng Nội vụ"],
    ),
    # one head for several
    (
        "Dự có hơn 80 đại biểu đến từ các chi hội, 12 tổ hội; lãnh đạo các xã.",
        ["hơn 80 đại biểu đến từ các chi hội, 12 tổ hội", "lãnh đạo các xã"],
    ),
    (
        "Dự có đại biểu các cơ quan Phòng Tham mưu, Phòng Chính trị và các đồng chí trong Đảng ủy.",
        ["đại biểu các cơ quan Phòng Tham mưu, Phòng Chính trị", "các đồng chí trong Đảng ủy"],
    ),
    (
        "Dự có một số cơ quan báo, đài, các chuyên gia, nhà báo.",
        ["một số cơ quan báo, đài", "các chuyên gia, nhà báo"],
    ),
    (
        "Dự có chỉ huy các phòng, đội; đồng thời kết nối tới hiệu trưởng các trường.",
        ["chỉ huy các phòng, đội", "hiệu trưởng các trường"],
    ),
    # a name that no vocabulary knows, when and how many
    (
        "Tham dự có Phòng Nội vụ; Nghiệp đoàn bốc xếp; trưởng các thôn.",
        ["Phòng Nội vụ", "Nghiệp đoàn bốc xếp", "trưởng các thôn"],
    ),
    ("Dự có các giáo viên trong tổ (12/13, vắng 01 có phép).", ["các giáo viên trong tổ"]),
    (
        "Dự có Ủy viên Ban Thường vụ; mời đại diện Phòng Kinh tế cùng dự.",
        ["Ủy viên Ban Thường vụ", "đại diện Phòng Kinh tế"],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), LISTS)
def test_a_list_of_participants_is_split(sentence: str, expected: list[str]) -> None:
    assert [span.text for span in read_report(OPENING + sentence).participants] == expected


SIDES = [
    (
        "Sáng 3/10/2024, có buổi làm việc của Thường trực HĐND tỉnh với UBND tỉnh, các sở: Y tế, Nội vụ.",
        ["UBND tỉnh", "Y tế", "Nội vụ"],
    ),
    (
        "Sáng 3/10/2024, Thường trực Đảng ủy xã giao ban với Ủy ban MTTQ và 5 đoàn thể.",
        ["Ủy ban MTTQ", "5 đoàn thể"],
    ),
    ("Sáng 3/10/2024, UBND tỉnh họp trực tuyến với các địa phương về công tác thu.", ["các địa phương"]),
    (
        "Sáng 3/10/2024, diễn ra hội nghị giao ban giữa Thường trực Huyện ủy với lãnh đạo các xã, thị trấn.",
        ["lãnh đạo các xã, thị trấn"],
    ),
    (
        "Sáng 3/10/2024, Đảng ủy xã tổ chức hội nghị quán triệt Nghị quyết số 68 tới cán bộ chủ chốt của xã.",
        ["cán bộ chủ chốt của xã"],
    ),
    (
        "Sáng 3/10/2024, Bí thư Tỉnh ủy Lê Văn Tám cùng đoàn công tác của tỉnh khảo sát, làm việc tại một số "
        "trường gồm: Trường THPT Hòa Bình, Trường THCS Tân Lộc.",
        ["đoàn công tác của tỉnh", "Trường THPT Hòa Bình", "Trường THCS Tân Lộc"],
    ),
    (
        "Sáng 3/10/2024, Bộ họp giao ban với hệ thống thương vụ ở nước ngoài tháng 9/2024.",
        ["hệ thống thương vụ ở nước ngoài"],
    ),
    (
        "Sáng 3/10/2024, UBND tỉnh làm việc với Sở Y tế. Dự họp có lãnh đạo Sở Y tế tỉnh, Phòng Nội vụ.",
        ["lãnh đạo Sở Y tế tỉnh", "Phòng Nội vụ"],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), SIDES)
def test_the_other_side_of_a_meeting_takes_part(sentence: str, expected: list[str]) -> None:
    assert [span.text for span in read_report(sentence + " Hai bên thảo luận.").participants] == expected


def test_the_other_side_is_read_from_the_title_where_nobody_else_is_named() -> None:
    report = read_report(
        "Sở Tư pháp làm việc với các xã, phường\n3/11/2024\n\n"
        "Chiều 2/11, Giám đốc Sở Tư pháp Vũ Văn Nam chủ trì buổi làm việc. Các nội dung được thống nhất."
    )

    assert [span.text for span in report.participants] == ["các xã, phường"]


def test_the_items_of_a_list_stay_whole_and_the_list_ends_with_them() -> None:
    report = read_report(
        OPENING
        + "\n\nThành phần dự họp gồm:\n- Đồng chí Lê Văn Tám, Bí thư Đảng ủy - chủ trì;\n"
        + "- Thường trực HĐND, lãnh đạo UBND xã;\n- Bí thư 17 chi bộ.\n\nHội nghị nghe báo cáo, các xã bàn."
    )

    assert [span.text for span in report.participants] == [
        "Thường trực HĐND, lãnh đạo UBND xã",
        "Bí thư 17 chi bộ",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Dự án có sự tham gia của người dân.",
        "Tới dự có Bí thư Huyện ủy Lê Văn Tám, Chủ tịch UBND huyện Vũ Thị Sáu.",
        "Thực hiện Công văn số 5 về làm việc với Ủy ban MTTQ xã, các thôn đã rà soát.",
        "Các xã phối hợp với nhau.",
        "Dự án mới của xã có các hộ dân tham gia.",
        "Dự hội nghị, bà con cho rằng xã có các khó khăn.",
        "Chủ tịch UBND xã Lê Văn Tám cho biết, xã đã họp với 30 tổ dân phố.",
        "Ông Lê Văn Tám bày tỏ sự vui mừng đón các đại biểu về xã.",
        "Cũng trong buổi sáng, các đại biểu dự hội nghị đã dâng hương.",
        "Báo cáo nêu rõ: 100% tổ chức đảng đã tổ chức hội nghị phổ biến nghị quyết đến toàn thể cán bộ.",
        "Dự phiên họp có Phó Thủ tướng Lê Văn Tám, Phó Trưởng Ban Chỉ đạo.",
        "Các đảng viên phải quán triệt nghị quyết tới toàn thể nhân dân.",
    ],
)
def test_who_did_not_attend_or_is_named_is_no_group(sentence: str) -> None:
    assert read_report(OPENING + sentence).participants == ()


def test_who_was_absent_and_the_headings_between_are_no_participants() -> None:
    report = read_report(
        OPENING
        + "\n\nII. Thành phần tham dự\n1. Khách mời:\n- Đại diện Phòng Kinh tế;\n2. Hợp tác xã:\n"
        + "- 87/102 thành viên;\n- Vắng: Tổ làm đất.\nIII. Nội dung\nCác thành viên thảo luận."
    )

    assert [span.text for span in report.participants] == ["Đại diện Phòng Kinh tế", "87/102 thành viên"]
