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
        "Cùng dự có lãnh đạo các phòng: Tư pháp, Giáo dục và Đào tạo, Văn hóa, Thông tin, Kinh tế; Hạt "
        "Kiểm lâm; Trung tâm Y tế huyện.",
        [
            "Tư pháp",
            "Giáo dục và Đào tạo",
            "Văn hóa",
            "Thông tin",
            "Kinh tế",
            "Hạt Kiểm lâm",
            "Trung tâm Y tế huyện",
        ],
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
    (
        "Dự có hai Phó Chủ tịch UBND xã, Công an xã, Ban Chỉ huy Quân sự xã và trưởng 9 thôn.",
        ["hai Phó Chủ tịch UBND xã", "Công an xã", "Ban Chỉ huy Quân sự xã", "trưởng 9 thôn"],
    ),
    (
        "Dự có trưởng các phòng, Chánh Thanh tra và Giám đốc Trung tâm Kiểm định.",
        ["trưởng các phòng", "Chánh Thanh tra", "Giám đốc Trung tâm Kiểm định"],
    ),
    ("Dự có Đảng ủy xã, bí thư và trưởng 9 ấp.", ["Đảng ủy xã", "bí thư và trưởng 9 ấp"]),
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
    (
        "Có mặt tại hội nghị: đại biểu HĐND huyện, các tổ trưởng tổ dân phố.",
        ["đại biểu HĐND huyện", "các tổ trưởng tổ dân phố"],
    ),
    (
        "Buổi làm việc còn có Ủy ban MTTQ huyện và các hội quần chúng.",
        ["Ủy ban MTTQ huyện", "các hội quần chúng"],
    ),
    ("Góp mặt tại buổi họp có Hội Cựu chiến binh xã.", ["Hội Cựu chiến binh xã"]),
    ("Cuộc họp diễn ra với sự chứng kiến của đại diện các hộ dân.", ["đại diện các hộ dân"]),
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
    # one head for several plurals, but people are a group of their own
    (
        "Đến dự có đại diện các phòng, ban, các bản và các gia đình được tặng Giấy khen.",
        ["đại diện các phòng, ban, các bản", "các gia đình được tặng Giấy khen"],
    ),
    ("Dự có lãnh đạo các sở, ngành, các huyện.", ["lãnh đạo các sở, ngành, các huyện"]),
    ("Tham dự có đại diện các phòng, ban và 12 tổ dân phố.", ["đại diện các phòng, ban và 12 tổ dân phố"]),
    (
        "Tham dự có đại diện các phòng, ban và 25 hội viên.",
        ["đại diện các phòng, ban", "25 hội viên"],
    ),
    (
        "Dự có lãnh đạo các đơn vị và các chuyên gia.",
        ["lãnh đạo các đơn vị", "các chuyên gia"],
    ),
    (
        "\n\n👉 Về dự và động viên bà con có: Ông Lê Văn Tám - Chủ tịch UBND xã; Bà Vũ Thị Sáu - Bí thư Đoàn "
        "xã; cùng chủ nhiệm các hợp tác xã, trưởng 9 ấp và những gia đình hiến đất.\n👉 Xã bàn làm đường.",
        ["chủ nhiệm các hợp tác xã", "trưởng 9 ấp", "những gia đình hiến đất"],
    ),
    # names with a comma inside
    (
        "Dự có Cục Quản lý Khám, chữa bệnh, Cục Phòng, chống tệ nạn xã hội, Phòng Nội vụ.",
        ["Cục Quản lý Khám, chữa bệnh", "Cục Phòng, chống tệ nạn xã hội", "Phòng Nội vụ"],
    ),
    # who chaired with a named person
    ("Ông Lê Văn Tám, Bí thư cùng các đồng chí Phó Bí thư chủ trì hội nghị.", ["các đồng chí Phó Bí thư"]),
    ("Chủ tịch Lê Văn Tám cùng các Phó Chủ tịch UBND tỉnh đồng chủ trì.", ["các Phó Chủ tịch UBND tỉnh"]),
    (
        "Bà Vũ Thị Sáu, Bộ trưởng và lãnh đạo Bộ chủ trì cuộc họp tại Hà Nội.",
        ["lãnh đạo Bộ"],
    ),
    (
        "Ông Lê Văn Tám, Chủ tịch HĐND cùng Thường trực HĐND điều hành phiên chất vấn.",
        ["Thường trực HĐND"],
    ),
    (
        "Giám đốc Sở Lê Văn Tám cùng với đại diện các phòng chuyên môn chủ trì buổi đối thoại.",
        ["đại diện các phòng chuyên môn"],
    ),
    # where it is followed on screen
    ("Hội nghị kết nối trực tuyến tới 45 điểm cầu các xã, phường.", ["45 điểm cầu các xã, phường"]),
    (
        "Phiên họp trực tuyến nối với gần 60 điểm cầu trường học, trạm xá và nhà văn hóa, có khoảng 750 "
        "người tham gia.",
        ["gần 60 điểm cầu trường học, trạm xá và nhà văn hóa", "khoảng 750 người"],
    ),
    ("Cuộc họp được kết nối với các điểm cầu UBND các xã.", ["các điểm cầu UBND các xã"]),
    ("Hội nghị kết nối truyền hình tới 9 điểm cầu tại các huyện.", ["9 điểm cầu tại các huyện"]),
    ("Phiên họp kết nối tới 34 đầu cầu tỉnh, thành phố.", ["34 đầu cầu tỉnh, thành phố"]),
    # how many a meeting drew, and who received a delegation
    ("Hội nghị thu hút sự tham gia của 120 cán bộ công đoàn.", ["120 cán bộ công đoàn"]),
    (
        "Xã tổ chức buổi đối thoại về đất đai với sự tham gia của đông đảo hội viên nông dân.",
        ["đông đảo hội viên nông dân"],
    ),
    (
        "Hội thảo sơ kết năm học có sự tham gia của lãnh đạo các trường, phòng.",
        ["lãnh đạo các trường, phòng"],
    ),
    (
        "Tiếp và làm việc với đoàn có các đồng chí Thường trực Huyện ủy, lãnh đạo Ban Dân vận.",
        ["các đồng chí Thường trực Huyện ủy", "lãnh đạo Ban Dân vận"],
    ),
    ("Đón tiếp đoàn công tác của tỉnh có lãnh đạo UBND xã.", ["lãnh đạo UBND xã"]),
    ("Làm việc với đoàn còn có Ban Giám hiệu các trường.", ["Ban Giám hiệu các trường"]),
    ("Tham gia có 140 học viên là công chức các xã.", ["140 học viên là công chức các xã"]),
    ("Tham gia lớp tập huấn gồm cán bộ các hội.", ["cán bộ các hội"]),
    # the army, the police, the hospital
    ("Thành phần: chính trị viên, trợ lý các ban.", ["chính trị viên", "trợ lý các ban"]),
    ("Dự có dược sĩ, kỹ thuật viên các khoa; hộ lý.", ["dược sĩ, kỹ thuật viên các khoa", "hộ lý"]),
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


# Words other than "tham dự có", and lists of offices.
OTHER_WORDS = [
    ("Cùng họp bàn có lãnh đạo Phòng Kinh tế, Hạt Kiểm lâm.", ["lãnh đạo Phòng Kinh tế", "Hạt Kiểm lâm"]),
    (
        "Có mặt tại buổi họp là các trưởng ấp và cán bộ địa chính.",
        ["các trưởng ấp", "cán bộ địa chính"],
    ),
    ("Thành phần mời gồm Công an xã, kế toán các trường.", ["Công an xã", "kế toán các trường"]),
    (
        "Hội nghị quy tụ 120 đại biểu là trưởng ấp, bí thư chi bộ và người có uy tín.",
        ["trưởng ấp", "bí thư chi bộ", "người có uy tín"],
    ),
    (
        "Hội nghị có 85 đại biểu tham dự, gồm: ban chấp hành hội, chi hội trưởng và hội viên tiêu biểu.",
        ["ban chấp hành hội", "chi hội trưởng", "hội viên tiêu biểu"],
    ),
    (
        "Phía huyện có đại diện Phòng Nội vụ; phía xã có thường trực Đảng ủy.",
        ["đại diện Phòng Nội vụ", "thường trực Đảng ủy"],
    ),
    ("Đông đảo nông dân ấp Bàu Sen đã đến dự.", ["Đông đảo nông dân ấp Bàu Sen"]),
    (
        "Dự có đồng chí là lãnh đạo Đảng ủy, trưởng các ấp.",
        ["lãnh đạo Đảng ủy", "trưởng các ấp"],
    ),
    (
        "Dự có ông Lê Văn Tám - HUV, Bí thư Đảng ủy; bà Vũ Thị Sáu - Phó Bí thư, các đồng chí trong "
        "BCH Đảng bộ, TT HĐND, Trạm Thú y.",
        ["các đồng chí trong BCH Đảng bộ", "TT HĐND", "Trạm Thú y"],
    ),
    (
        "Dự có hiệu trưởng 3 trường học, trạm y tế, các phó chủ tịch UBND xã và thủ trưởng các cơ quan.",
        ["hiệu trưởng 3 trường học", "trạm y tế", "các phó chủ tịch UBND xã", "thủ trưởng các cơ quan"],
    ),
    (
        "Dự có ông Lê Văn Tám, Bí thư Đảng ủy cùng lãnh đạo các phòng cùng các cơ quan, đơn vị và Ban "
        "Giám đốc các nhà máy.",
        ["lãnh đạo các phòng", "các cơ quan, đơn vị", "Ban Giám đốc các nhà máy"],
    ),
    (
        "Dự có 30 khách mời là trưởng, phó các khoa và toàn thể nhân viên.",
        ["30 khách mời là trưởng, phó các khoa", "toàn thể nhân viên"],
    ),
    ("Dự có thường trực các huyện, thị, thành phố.", ["thường trực các huyện, thị, thành phố"]),
    (
        "Dự có anh Lê Văn Tám - Phó Bí thư Huyện đoàn, đại biểu lãnh đạo Đảng ủy xã và 50 đoàn viên.",
        ["đại biểu lãnh đạo Đảng ủy xã", "50 đoàn viên"],
    ),
    (
        "Các đồng chí trong Đảng ủy, lãnh đạo các ấp cùng hơn 1.100 giáo viên tham dự.",
        ["Các đồng chí trong Đảng ủy", "lãnh đạo các ấp", "hơn 1.100 giáo viên"],
    ),
    # one office shared by two words, and members of a body, stay one entry
    (
        "Dự có bí thư đảng ủy và chủ tịch UBND các xã, phường.",
        ["bí thư đảng ủy và chủ tịch UBND các xã, phường"],
    ),
    ("Dự có chủ tịch và phó chủ tịch các hội.", ["chủ tịch và phó chủ tịch các hội"]),
]


@pytest.mark.parametrize(("sentence", "expected"), OTHER_WORDS)
def test_who_attended_is_told_in_other_words(sentence: str, expected: list[str]) -> None:
    assert [p.text for p in read_report(OPENING + sentence).participants] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Trong năm, phong trào thu hút 1.026 đoàn viên là giáo viên gửi sáng kiến.",
        "Phía trước trụ sở có các hộ buôn bán.",
        "Trong xã có 11 hội viên là đại biểu HĐND.",
        "Hội cử 10 đồng chí đi dự lớp học nghề.",
    ],
)
def test_who_only_took_part_in_the_work_did_not_attend(sentence: str) -> None:
    report = read_report(OPENING + "Kinh tế ổn định. Dân tin tưởng. Xã yên bình. Mùa màng tốt. " + sentence)
    assert not report.participants


SIDES = [
    (
        "Ngày 9/11/2024, Giám đốc Ban chủ trì họp kiểm điểm tiến độ với các nhà thầu.",
        ["các nhà thầu"],
    ),
    (
        "Sáng 3/10/2024, có buổi làm việc của Thường trực HĐND tỉnh với UBND tỉnh, các sở: Y tế, Nội vụ.",
        ["UBND tỉnh", "Y tế", "Nội vụ"],
    ),
    (
        "Chiều 3/10/2024, Ban Thường vụ Thị ủy giao ban cùng Hội Nông dân và 4 chi bộ.",
        ["Hội Nông dân", "4 chi bộ"],
    ),
    ("Tối 3/10/2024, Sở Công Thương họp trực tuyến với các siêu thị về hàng Tết.", ["các siêu thị"]),
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
        "trường gồm: Trường THPT Gò Sậy, Trường THCS Tân Lộc.",
        ["đoàn công tác của tỉnh", "Trường THPT Gò Sậy", "Trường THCS Tân Lộc"],
    ),
    (
        "Sáng 3/10/2024, Bộ họp giao ban với hệ thống thương vụ ở nước ngoài tháng 9/2024.",
        ["hệ thống thương vụ ở nước ngoài"],
    ),
    (
        "Sáng 3/10/2024, Đoàn giám sát của HĐND tỉnh đã đến tiếp xúc cử tri tại xã Tân Lộc, huyện Ba Động.",
        ["cử tri tại xã Tân Lộc, huyện Ba Động"],
    ),
    ("Sáng 3/10/2024, tổ đại biểu HĐND tỉnh tiếp xúc cử tri các xã phía đông.", ["cử tri các xã phía đông"]),
    (
        "Sáng 3/10/2024, Đoàn giám sát của HĐND huyện khảo sát chợ. Bà con kể. Chợ cũ. Kho hẹp. Ngõ sâu. "
        "Đầu giờ chiều, Đoàn có buổi trao đổi với Ban Quản lý chợ Tân Lộc về phí thuê quầy.",
        ["Ban Quản lý chợ Tân Lộc"],
    ),
    (
        "Sáng 3/10/2024, Đoàn kiểm tra của Sở Y tế thăm trạm. Trạm cũ. Kho hẹp. Ngõ sâu. Sân rộng. Sau khi "
        "kiểm tra thực tế, đoàn đã có buổi làm việc với Đảng ủy xã Tân Lộc và Trạm Y tế xã.",
        ["Đảng ủy xã Tân Lộc", "Trạm Y tế xã"],
    ),
    (
        "Sáng 3/10/2024, Đoàn công tác của Bộ Y tế thăm trạm. Trạm cũ. Kho hẹp. Ngõ sâu. Sân rộng. Tiếp đó, "
        "đoàn làm việc với UBND tỉnh về tình hình sau lũ.",
        ["UBND tỉnh"],
    ),
    (
        "Sáng 3/10/2024, Hạt Kiểm lâm họp. Tại buổi họp, Hạt trưởng đã phổ biến tới đại diện các chủ rừng và "
        "18 bản về quy định mới.",
        ["đại diện các chủ rừng và 18 bản"],
    ),
    (
        "Sáng 3/10/2024, Đảng ủy xã họp. Tại hội nghị, Phó Bí thư đã truyền đạt nội dung nghị quyết tới các "
        "bí thư chi bộ.",
        ["các bí thư chi bộ"],
    ),
    (
        "Sáng 3/10/2024, Đoàn xã tổ chức diễn đàn. Những câu hỏi của thanh niên được lãnh đạo phòng Nội vụ "
        "và các ngân hàng lần lượt trả lời.",
        ["lãnh đạo phòng Nội vụ và các ngân hàng"],
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
        "Sở Xây dựng gặp gỡ, trao đổi với các chủ đầu tư\n3/11/2024\n\n"
        "Sáng 2/11, Giám đốc Sở Xây dựng Vũ Văn Nam chủ trì buổi gặp. Các bên thống nhất cách làm."
    )

    assert [span.text for span in report.participants] == ["các chủ đầu tư"]


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
        "Giao Sở Y tế cùng các xã chủ trì xây dựng đề án.",
        "Hội nghị kết nối tới 45 điểm cầu trên toàn quốc.",
        "Hội nghị yêu cầu xây cầu với sự tham gia của người dân.",
        "Ông Lê Văn Tám tiếp đoàn về tiến độ.",
        "Xã kết nối với các doanh nghiệp để tiêu thụ nông sản.",
        "Báo cáo nêu kết quả tiếp xúc cử tri các xã.",
        "Các ý kiến được tổng hợp, gửi lãnh đạo các sở.",
        "Sau khi kiểm tra, Chủ tịch yêu cầu các thôn làm việc với Sở Y tế.",
        "Tại hội nghị, Bí thư yêu cầu quán triệt nghị quyết đến cán bộ, đảng viên.",
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


@pytest.mark.parametrize("heading", ["1. Nhóm vấn đề nước sạch", "I. Nội dung", "1. Phần hỏi đáp"])
def test_a_heading_behind_the_line_of_who_attended_names_nobody(heading: str) -> None:
    report = read_report(
        "UBND XÃ PHÚ TÂM\nBIÊN BẢN\nPhiên chất vấn giữa năm 2026\n\nThời gian: 8 giờ ngày 16/7/2026.\n"
        "Thành phần: 23/25 đại biểu HĐND; lãnh đạo UBND xã, các phòng.\n"
        f"\n{heading}\nĐại biểu Ngô Tám hỏi về giá nước.\n"
    )

    assert [span.text for span in report.participants] == [
        "23/25 đại biểu HĐND",
        "lãnh đạo UBND xã, các phòng",
    ]


COUNTED = [
    (
        "Tham dự có các Phó Chủ tịch UBND xã, Công an xã, Trạm Y tế và 14 trưởng thôn; tổng số 52 đại biểu.",
        ["các Phó Chủ tịch UBND xã", "Công an xã", "Trạm Y tế", "14 trưởng thôn"],
    ),
    (
        "Tham dự có Công an xã, Trạm Y tế; vắng: thôn Bàu Sen.",
        ["Công an xã", "Trạm Y tế"],
    ),
    (
        "Tham dự có đại diện Ban Quản lý dự án khu vực (ông Tạ Quang Nam, Phó Giám đốc), Công an xã.",
        ["đại diện Ban Quản lý dự án khu vực", "Công an xã"],
    ),
    ("Toàn xã có 148 học sinh lớp 9 dự thi vào lớp 10.", []),
    ("Có 12 doanh nghiệp dự thầu.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), COUNTED)
def test_who_is_counted_sent_or_takes_an_examination(sentence: str, expected: list[str]) -> None:
    read = read_report("Ngày 3/10/2024, UBND xã Tân Lộc họp giao ban. " + sentence)

    assert [span.text for span in read.participants] == expected


def test_a_label_with_who_attended_ends_before_numbered_paragraphs() -> None:
    text = (
        "Ngày 3/10/2024, Trạm Y tế Tân Lộc họp.\nThành phần: Ban lãnh đạo; trưởng các tổ.\n"
        "1. Phòng Kế hoạch báo cáo công tác khám bệnh\nMột số gói thầu không có nhà thầu tham dự.\n"
        "2. Phòng Điều dưỡng\nTrạm khám 48 lượt.\n"
    )

    assert [span.text for span in read_report(text).participants] == ["Ban lãnh đạo", "trưởng các tổ"]


def test_a_meeting_that_was_held_with_its_delegates_names_them() -> None:
    text = "Đại hội viên chức, người lao động trường được tổ chức ngày 3/10/2024 với 68/75 đại biểu có mặt."

    assert [span.text for span in read_report(text).participants] == ["68/75 đại biểu"]
