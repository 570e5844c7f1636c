"""Who held the meeting: on openings in our own words, and in letterheads of every shape."""

from __future__ import annotations

import pytest

from reports import read_report

OPENINGS = [
    (
        "Ngày 5/3/2024, Sở Y tế và UBND huyện Ba Động tổ chức hội nghị sơ kết.",
        "Sở Y tế và UBND huyện Ba Động",
    ),
    (
        "Sáng 5/3/2024, Đảng ủy - HĐND - UBND xã Tân Lộc phối hợp với Công đoàn xã tổ chức hội nghị.",
        "Đảng ủy - HĐND - UBND xã Tân Lộc",
    ),
    (
        "Ngày 5/3/2024, Bảo hiểm xã hội (BHXH) tỉnh Hà Sơn tổ chức hội nghị tổng kết.",
        "Bảo hiểm xã hội (BHXH) tỉnh Hà Sơn",
    ),
    ("Vừa qua, Ủy ban nhân dân Thành phố An Sơn mở hội nghị bàn về rác.", "Ủy ban nhân dân Thành phố An Sơn"),
    ("Ngày 5/3/2024, Khối nội chính quận 3 tổ chức hội nghị giao ban.", "Khối nội chính quận 3"),
    (
        "Chiều 5/3/2024, tại hội trường UBND xã, HĐND xã Tân Lộc khai mạc kỳ họp thứ 4.",
        "HĐND xã Tân Lộc",
    ),
    ("Sáng 5/3/2024, Chủ tịch UBND tỉnh Đinh Văn Tám chủ trì phiên họp.", "UBND tỉnh"),
    (
        "Chiều 5/3/2024, Thứ trưởng Lê Tám, Trưởng Ban Phòng thủ dân sự Quốc gia điều hành phiên họp.",
        "Ban Phòng thủ dân sự Quốc gia",
    ),
    (
        "Văn phòng Tỉnh ủy vừa phát đi kết luận của Ban Thường vụ Tỉnh ủy tại phiên họp bàn về hồ chứa.",
        "Ban Thường vụ Tỉnh ủy",
    ),
    (
        "Tại cuộc họp Ban Chỉ đạo tỉnh thực hiện các chương trình mục tiêu về năm 2023, các sở báo cáo.",
        "Ban Chỉ đạo tỉnh thực hiện các chương trình mục tiêu",
    ),
    (
        "Chiều 5/3/2024, Thứ trưởng Lê Văn Tám phát biểu tại hội nghị giao ban quý I của Bộ Công Thương.",
        "Bộ Công Thương",
    ),
    (
        "Chiều 5/3/2024, Đoàn giám sát của HĐND tỉnh Hà Sơn đã làm việc với UBND huyện Ba Động.",
        "HĐND tỉnh Hà Sơn",
    ),
    (
        "Ngày 5/3/2024, Đảng ủy Tổng cục Cảnh sát (TCCS) Công an nhân dân tổ chức hội nghị.",
        "Đảng ủy Tổng cục Cảnh sát (TCCS) Công an nhân dân",
    ),
    (
        "Nói chuyện hôm 5/3/2024, bà Lê Tám, Phó Bí thư Chi bộ, Trưởng Ban công tác Mặt trận ấp Gò Sậy kể.",
        "Ban công tác Mặt trận ấp Gò Sậy",
    ),
    ("Ngày 5/3/2024, Chính phủ họp phiên thường kỳ.", "Chính phủ"),
    ("Ngày 5/3/2024, Agribank Chi nhánh huyện Ba Động tổ chức hội nghị.", "Agribank Chi nhánh huyện Ba Động"),
    ("Ngày 5/3/2024, Tòa án nhân dân hai cấp tỉnh Hà Sơn họp.", "Tòa án nhân dân hai cấp tỉnh Hà Sơn"),
    (
        "Sáng 5/3/2024, Ban Chỉ đạo phòng, chống dịch sốt rét phường An Hà họp khẩn.",
        "Ban Chỉ đạo phòng, chống dịch sốt rét phường An Hà",
    ),
    ("Chiều 5/3/2024, tại trụ sở Bộ Y tế, Bộ trưởng Lê Văn Tám chủ trì cuộc họp.", "Bộ Y tế"),
    (
        "Chiều 5/3/2024, đồng chí Lê Tám, Bí thư Đảng ủy phường An Hà có buổi đối thoại với nhân dân.",
        "Đảng ủy phường An Hà",
    ),
    ("Ngày 5/3/2024, Phó Bí thư Thường trực Thành ủy Lê Văn Tám chủ trì hội nghị.", "Thành ủy"),
    ("SONTEX mở hội nghị khách hàng mùa lúa mới. Ban lãnh đạo nghe góp ý.", "SONTEX"),
    (
        "Ngày 5/3/2024, Thủ tướng dự hội nghị về chuyển đổi số do Tỉnh ủy Hà Sơn và Bộ Công an tổ chức.",
        "Tỉnh ủy Hà Sơn và Bộ Công an",
    ),
    ("Sáng 5/3, Bộ KH&CN đã tổ chức hội nghị giao ban tháng 3.", "Bộ KH&CN"),
    ("Sáng 5/3, Bộ VHTTDL tổ chức hội nghị giao ban.", "Bộ VHTTDL"),
    ("Đưa Chính phủ điện tử vào Top 30 châu Á Bộ GD&ĐT đã tổ chức hội nghị giao ban tháng 3.", "Bộ GD&ĐT"),
    (
        "Tham dự có bà Lê Tám, Bí thư Đảng ủy Sở Nội vụ; ông Vũ Nam, Phó Chủ nhiệm Ủy ban Kiểm tra.",
        "Đảng ủy Sở Nội vụ",
    ),
    (
        "Ngày 5/3/2024, Đảng ủy Lữ đoàn Pháo binh 9 (Quân khu 2) ra nghị quyết lãnh đạo.",
        "Đảng ủy Lữ đoàn Pháo binh 9",
    ),
    ("BIÊN BẢN HỌP THÔN\nHôm nay, ngày 5/3/2024, tại nhà văn hóa thôn Đồng Rùa, xã Yên.", "thôn Đồng Rùa"),
    ("Sở Giáo dục và Đào tạo Hà Sơn giao ban tháng 3/2024. Các phòng dự.", "Sở Giáo dục và Đào tạo Hà Sơn"),
    (
        "Chiều 5/3/2024, Đoàn giám sát số 2 của Ban Thường vụ Tỉnh ủy có buổi làm việc với xã.",
        "Ban Thường vụ Tỉnh ủy",
    ),
    (
        "Sáng 5/3/2024, Hội nghị lần thứ ba, Ban Chấp hành Đảng bộ huyện Ba Động khóa XXII đã bế mạc. "
        "Ngày 2/9/2018, BCH Đảng bộ huyện khóa XX có chỉ thị số 9.",
        "Ban Chấp hành Đảng bộ huyện Ba Động",
    ),
    (
        "Sáng 5/3/2024, kỳ họp thứ 8, HĐND huyện Ba Động khóa X, nhiệm kỳ 2021 - 2026 bế mạc. UBND tỉnh họp.",
        "HĐND huyện Ba Động",
    ),
    (
        "Hội nghị thường kỳ của Đảng ủy xã Tân Lộc được tổ chức ngày 5/3/2024. Sở Y tế họp.",
        "Đảng ủy xã Tân Lộc",
    ),
    (
        "Phiên họp thường kỳ UBND tỉnh Hà Sơn vừa kết thúc chiều 5/3. Sở Nội vụ tổ chức hội nghị.",
        "UBND tỉnh Hà Sơn",
    ),
    (
        "Đại hội Công đoàn Báo Hà Sơn diễn ra ngày 5/3/2024. Tỉnh ủy tổ chức hội nghị sau.",
        "Công đoàn Báo Hà Sơn",
    ),
    (
        "Sở Y tế tỉnh Hà Sơn họp ngày 5/3/2024 để chuẩn bị hội nghị của UBND tỉnh.",
        "Sở Y tế tỉnh Hà Sơn",
    ),
    (
        "Sáng 5/3/2024, Công an huyện Ba Động, Hội đồng thành viên Quỹ tín dụng Gò Sậy sơ kết.",
        "Công an huyện Ba Động, Hội đồng thành viên Quỹ tín dụng Gò Sậy",
    ),
    (
        "Sáng 5/3/2024, Phó Thủ tướng Lê Văn Tám chủ trì cuộc họp Ban Chỉ đạo quốc gia về chuyển đổi số.",
        "Ban Chỉ đạo quốc gia về chuyển đổi số",
    ),
    ("Tối 5/3/2024, Chi bộ thôn 5 sinh hoạt thường kỳ. Ông Lê Văn Tám dự.", "Chi bộ thôn 5"),
    (
        "Ban Chỉ huy Quân sự huyện Ba Động hội ý giao ban. Dự có Ban CHQS.",
        "Ban Chỉ huy Quân sự huyện Ba Động",
    ),
    ("Phường An Hà xây dựng địa bàn không ma túy. Chương trình đã qua một năm.", "Phường An Hà"),
    ("Theo UBND huyện Ba Động, thu ngân sách đạt 5 tỷ đồng. Kinh tế ổn định.", "UBND huyện Ba Động"),
]


@pytest.mark.parametrize(("opening", "expected"), OPENINGS)
def test_the_host_is_read_from_the_opening(opening: str, expected: str) -> None:
    organisation = read_report(opening + " Các đơn vị thảo luận.").organisation

    assert organisation is not None
    assert organisation.text == expected


def test_a_host_is_read_without_accents_too() -> None:
    report = read_report("Ngay 5/3/2024, So Y te tinh Ha Son to chuc hop giao ban quy II. Cac phong du hop.")

    assert report.organisation is not None
    assert report.organisation.text == "So Y te tinh Ha Son"


BODY = """THÔNG BÁO
Kết luận của Chủ tịch tại cuộc họp giao ban tháng 3

Ngày 02/4/2026, đồng chí Lê Văn Tám chủ trì cuộc họp. {}

Nơi nhận:
- Lưu: VT.
"""
LETTERHEADS = [
    (
        "ỦY BAN NHÂN DÂN\nXÃ TÂN LỘC\nSố: 15/TB-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n",
        "",
        "ỦY BAN NHÂN DÂN\nXÃ TÂN LỘC",
    ),
    (
        "UBND TỈNH HÀ SƠN\nSỞ NỘI VỤ\nSố: 15/TB-SNV\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n",
        "",
        "SỞ NỘI VỤ",
    ),
    (
        "ĐẢNG BỘ TỈNH HÀ SƠN\nĐẢNG ỦY XÃ TÂN LỘC\n*\nSố 317-TB/ĐU\nĐẢNG CỘNG SẢN VIỆT NAM\n",
        "",
        "ĐẢNG ỦY XÃ TÂN LỘC",
    ),
    (
        "ĐẢNG BỘ TỈNH HÀ SƠN ĐẢNG ỦY XÃ TÂN LỘC * Số 317-TB/ĐU ĐẢNG CỘNG SẢN VIỆT NAM ",
        "",
        "ĐẢNG ỦY XÃ TÂN LỘC",
    ),
    (
        "ỦY BAN MTTQ VIỆT NAM XÃ TÂN LỘC\nBAN THƯỜNG TRỰC\nSố: 7/TB\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n",
        "",
        "ỦY BAN MTTQ VIỆT NAM XÃ TÂN LỘC",
    ),
    (
        "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nXÃ TÂN LỘC Độc lập - Tự do - Hạnh phúc\n",
        "UBND xã Tân Lộc ghi nhận kết quả.",
        "UBND xã Tân Lộc",
    ),
    (
        "ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nXÃ TÂN LỘC\tĐộc lập - Tự do - Hạnh phúc\n",
        "Kinh tế ổn định.",
        "XÃ TÂN LỘC",  # the only piece that says whose
    ),
    (
        "UBND TỈNH HÀ SƠN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ XÂY DỰNG\tĐộc lập - Tự do - Hạnh phúc\n"
        "Số: 8/TB-SXD\tHà Sơn, ngày 2 tháng 4 năm 2026\n",
        "",
        "SỞ XÂY DỰNG",
    ),
    (
        "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HÀ SƠN\nSố:\t/CT-UBND\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n",
        "UBND Thành phố ghi nhận.",
        "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HÀ SƠN",
    ),
]

LETTERHEADS += [
    (
        "ĐẢNG BỘ XÃ TÂN LỘC  ĐẢNG CỘNG SẢN VIỆT NAM\nCHI BỘ THÔN GÒ NÚT   Tân Lộc, ngày 3 tháng 4 năm 2026\n",
        "",
        "CHI BỘ THÔN GÒ NÚT",
    ),
    ("TRƯỜNG THCS BẢN LẦU\nTỔ CHỨC: HỘI ĐỒNG SƯ PHẠM\n\n", "", "TRƯỜNG THCS BẢN LẦU"),
    ("TRƯỜNG CAO ĐẲNG TÂN LỘC\nHỘI NGHỊ VIÊN CHỨC\nSố: 4/TB-HNVC\n", "", "TRƯỜNG CAO ĐẲNG TÂN LỘC"),
]


@pytest.mark.parametrize(("letterhead", "prose", "expected"), LETTERHEADS)
def test_the_issuer_is_read_from_the_letterhead(letterhead: str, prose: str, expected: str) -> None:
    report = read_report(letterhead + BODY.format(prose))

    assert report.organisation is not None
    assert report.organisation.text == expected
    assert report.title is not None
    assert report.title.text == "Kết luận của Chủ tịch tại cuộc họp giao ban tháng 3"


def test_a_letterhead_that_lost_its_line_breaks_is_read_all_the_same() -> None:
    report = read_report(
        "ĐẢNG ỦY XÃ TÂN LỘC * Số 317-TB/ĐU ĐẢNG CỘNG SẢN VIỆT NAM Tân Lộc, ngày 19 tháng 8 năm 2025 "
        "THÔNG BÁO Kết luận của đồng chí Phó Bí thư tại buổi làm việc về chợ xã Ngày 14/8/2025, Đảng ủy họp. "
        "Đồng chí Lê Văn Tám, Phó Bí thư điều hành. Nơi nhận: - Lưu. T/M ĐẢNG ỦY PHÓ BÍ THƯ Chu Văn Mít"
    )

    assert report.title is not None
    assert report.title.text == "Kết luận của đồng chí Phó Bí thư tại buổi làm việc về chợ xã"
    assert report.number is not None
    assert report.number.text == "317-TB/ĐU"
    assert report.held_on is not None
    assert report.held_on.day.isoformat() == "2025-08-14"


def test_the_title_of_a_paper_is_no_part_of_the_body_above_it_or_before_it() -> None:
    below = read_report(
        "CÔNG TY TNHH CẤP NƯỚC TÂN LỘC\nTHÔNG BÁO KẾT LUẬN GIAO BAN SẢN XUẤT THÁNG 8/2026\n"
        "Số: 7/TB-CN      Tân Lộc, ngày 08/9/2026\n\nNgày 07/9/2026, Giám đốc Lê Văn Tám chủ trì giao ban. "
        "Dự họp: Chủ tịch Công đoàn.\n"
    )
    beside = read_report(
        "ĐOÀN PHƯỜNG TÂN LỘC – BÁO CÁO NHANH THÁNG 7/2026\n\nTối 31/7 Đoàn phường họp, anh Tám chủ trì.\n"
    )

    assert below.organisation is not None
    assert below.organisation.text == "CÔNG TY TNHH CẤP NƯỚC TÂN LỘC"
    assert below.number is not None
    assert below.number.text == "7/TB-CN"
    assert below.title is not None
    assert below.title.text == "THÔNG BÁO KẾT LUẬN GIAO BAN SẢN XUẤT THÁNG 8/2026"
    assert beside.organisation is not None
    assert beside.organisation.text in ("ĐOÀN PHƯỜNG TÂN LỘC", "Đoàn phường")


def test_minutes_of_a_village_tell_who_met_and_when_in_their_first_lines() -> None:
    report = read_report(
        "HỌP DÂN KHU PHỐ 4 - PHƯỜNG TÂN LỘC\nTối thứ Bảy 17/10/2026, sân nhà ông Tám\n\nBà con đến 74 hộ.\n"
    )

    assert report.organisation is not None
    assert report.organisation.text == "KHU PHỐ 4"
    assert report.held_on is not None
    assert report.held_on.day.isoformat() == "2026-10-17"


LETTER = """{}
Số: 87/BC-UBND
Tân Lộc, ngày 31 tháng 3 năm 2026

BÁO CÁO
Sơ kết tình hình kinh tế - xã hội quý I

Ngày 30/3/2026, {} tổ chức hội nghị sơ kết quý I.
"""
IN_FULL = [
    ("ỦY BAN NHÂN DÂN XÃ TÂN LỘC", "UBND xã", "ỦY BAN NHÂN DÂN XÃ TÂN LỘC"),
    ("UBND XÃ TÂN LỘC", "UBND xã", "UBND XÃ TÂN LỘC"),
    ("ỦY BAN NHÂN DÂN XÃ TÂN LỘC", "HĐND xã", "HĐND xã"),
    ("ĐẢNG ỦY XÃ TÂN LỘC", "Thường trực Đảng ủy xã", "Thường trực Đảng ủy xã"),
]


@pytest.mark.parametrize(("letterhead", "host", "expected"), IN_FULL)
def test_a_host_without_its_place_is_read_in_full_from_the_letterhead(
    letterhead: str, host: str, expected: str
) -> None:
    organisation = read_report(LETTER.format(letterhead, host)).organisation

    assert organisation is not None
    assert organisation.text == expected


FURTHER_ON = [
    (
        "Chiều 5/3/2024, tại Sở Tư pháp, đồng chí Lê Tám, Giám đốc Sở Tư pháp tỉnh Hà Sơn họp.",
        "Sở Tư pháp tỉnh Hà Sơn",
    ),
    (
        "Sáng 5/3/2024, UBND tỉnh tổ chức họp.\nLê Tám, Phó Chủ tịch UBND tỉnh Hà Sơn, kết luận.",
        "UBND tỉnh Hà Sơn",
    ),
    (  # of two places it may be either
        "Sáng 5/3/2024, Sở Y tế tổ chức hội nghị.\nSở Y tế tỉnh Hà Sơn và Sở Y tế tỉnh An Bình ký kết.",
        "Sở Y tế",
    ),
    ("Sáng 5/3/2024, Sở Y tế tổ chức hội nghị.\nSở Y tế đã trình hai đề án.", "Sở Y tế"),
    ("Sáng 5/3/2024, UBND TP tổ chức họp.\nChủ tịch UBND TP Nguyễn Văn Tám kết luận.", "UBND TP"),
]


@pytest.mark.parametrize(("text", "expected"), FURTHER_ON)
def test_a_host_without_its_place_is_read_in_full_where_the_text_names_one(text: str, expected: str) -> None:
    organisation = read_report(text).organisation

    assert organisation is not None
    assert organisation.text == expected
