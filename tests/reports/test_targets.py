"""Targets: what a figure measures, what names it, what is aimed at; and figures that measure nothing."""

from __future__ import annotations

import pytest

from reports import read_report
from reports.model import Target, TargetStatus

OPENING = "Ngày 3/10/2017, UBND xã Tân Lộc tổ chức hội nghị.\n\n"


def line(target: Target) -> str:
    """Write a target as "name | status | figures"."""
    figures = (target.actual, target.plan_ratio, target.change, target.goal)
    written = [figure.written.text for figure in figures if figure]
    return " | ".join([target.name.text, *([target.status.value] if target.status else []), *written])


def read(words: str) -> list[str]:
    return [line(target) for target in read_report(OPENING + words).targets]


LATE_PAID = "Nợ phải thu của khách trả chậm | 870 triệu đồng"
RESULTS = [
    ("Thu ngân sách xã đạt 4,2 tỷ đồng, bằng 61% dự toán.", ["Thu ngân sách xã | 4,2 tỷ đồng | 61%"]),
    ("Thu ngân sách: 4,2 tỷ đồng.", ["Thu ngân sách | 4,2 tỷ đồng"]),
    ("Xóa nhà tạm, nhà dột: hoàn thành 19/21 nhà.", ["Xóa nhà tạm, nhà dột | 19/21 nhà"]),
    ("Xây dựng nông thôn mới: đạt 17/19 tiêu chí.", ["Xây dựng nông thôn mới | 17/19 tiêu chí"]),
    ("Nợ phải thu của khách trả chậm lên tới 870 triệu đồng.", [LATE_PAID]),
    (
        "Kế hoạch vốn là 74 tỷ đồng, đến ngày 10/9/2017 giải ngân 49,6 tỷ đồng, đạt 67%.",
        ["Kế hoạch vốn | 74 tỷ đồng", "giải ngân | 49,6 tỷ đồng | 67%"],
    ),
    (
        "Tổng đàn lợn 895 con, giảm 4,1% do dịch, phải tiêu hủy 12 con.",
        ["Tổng đàn lợn | 895 con | giảm 4,1%", "tiêu hủy | 12 con"],
    ),
    (
        'Cuộc vận động "4 sạch, 3 an toàn" có 380 hộ đạt chuẩn, bằng 94% kế hoạch.',
        ["hộ đạt chuẩn | 380 hộ | 94%"],
    ),
    ("Dự án 8 thành lập 24 Tổ truyền thông cộng đồng.", ["Tổ truyền thông cộng đồng | 24 Tổ"]),
    (
        "Tuyển sinh 165 học sinh, sinh viên, đạt 102% chỉ tiêu.",
        ["Tuyển sinh | exceeded | 165 học sinh | 102%"],
    ),
    ("Môn Toán thấp nhất, chưa đạt chỉ tiêu 75%.", []),
    ("Đảng phí thu đủ, nộp lên cấp trên 1.980.000 đồng.", ["nộp lên cấp | 1.980.000 đồng"]),
    ("Dự án nâng cấp hẻm 12 hoàn thành 70% khối lượng.", ["Dự án nâng cấp hẻm 12 | 70%"]),
    (
        "Tỷ lệ hộ dùng nước sạch: mục tiêu 99%, thực hiện 99,2% (vượt).",
        ["Tỷ lệ hộ dùng nước sạch | exceeded | 99,2% | 99%"],
    ),
    (
        "Kết nạp đảng viên: mục tiêu 50 đồng chí, thực hiện 38 đồng chí (chưa đạt).",
        ["Kết nạp đảng viên | behind | 38 đồng chí | 50 đồng chí"],
    ),
    (
        "Thu ngân sách: kế hoạch 200 tỷ đồng, thực hiện 158,3 tỷ đồng, đạt 79,2%.",
        ["Thu ngân sách | 158,3 tỷ đồng | 79,2% | 200 tỷ đồng"],
    ),
    ("Giải ngân vốn chưa đạt 65% theo yêu cầu.", ["Giải ngân vốn | behind | 65%"]),
    ("Số hội viên đạt 78%, chưa đạt 90%.", ["Số hội viên | behind | 78% | 90%"]),
    ("Thu phí chưa đạt 50% dự toán.", ["Thu phí | behind | 50%"]),
    (
        "Thu nhập tăng thêm bình quân 2,1 triệu đồng/người/tháng.",
        ["Thu nhập tăng thêm bình quân | 2,1 triệu đồng/người/tháng"],
    ),
    (
        "Nợ tiền thuốc, vật tư của bên bán 16,4 tỷ đồng.",
        ["Nợ tiền thuốc, vật tư của bên bán | 16,4 tỷ đồng"],
    ),
    ("Tiêm phòng được 2.460 con trâu, bò, đạt 92%.", ["Tiêm phòng | 2.460 con | 92%"]),
    ("Tổng giải ngân 10 tháng 414/601 tỷ đồng.", ["Tổng giải ngân | 414/601 tỷ đồng"]),
    ("Đường dây 35 kV chưa di dời, máy chụp CT 32 dãy hỏng.", []),
    ("Ông Lê Văn Tám trúng cử với 112/118 phiếu.", []),
    ("Mục tiêu: chia lãi không thấp hơn 8%/năm.", ["chia lãi | planned | không thấp hơn 8%/năm"]),
    (
        "Lấy được 148 đơn vị máu, vượt chỉ tiêu 120 đơn vị quận giao.",
        ["đơn vị máu | exceeded | 148 đơn vị máu | 120 đơn vị"],
    ),
    ("Phòng nghe phải đạt 40 tai nghe, chỉ còn 18/40 tai nghe.", ["Phòng nghe | planned | 40 tai nghe"]),
    (
        "Đến nay xã mới có 6 tiêu chí đạt chuẩn nông thôn mới.",
        ["tiêu chí đạt chuẩn nông thôn mới | behind | 6 tiêu chí"],
    ),
    ("Số hộ nghèo còn 18 hộ, giảm 7 hộ.", ["Số hộ nghèo | 18 hộ | giảm 7 hộ"]),
    ("Số hộ thoát nghèo 730 hộ, đạt 48%.", ["Số hộ thoát nghèo | 730 hộ | 48%"]),
    ("Tổng đàn trâu, bò 3.400 con.", ["Tổng đàn trâu, bò | 3.400 con"]),
    (
        "Xã đã hoàn thành 14 công trình giao thông nông thôn.",
        ["công trình giao thông nông thôn | 14 công trình"],
    ),
    ("Toàn xã còn 48 hộ nghèo.", ["hộ nghèo | 48 hộ nghèo"]),
    ("Cả nước có 61 đơn vị cấp huyện đạt chuẩn.", ["đơn vị cấp huyện đạt chuẩn | 61 đơn vị cấp huyện"]),
    ("Đào tạo nghề cho hơn 4.700 người.", ["Đào tạo nghề | hơn 4.700 người"]),
    ("Kết nạp mới được 31 hội viên.", ["Kết nạp mới | 31 hội viên"]),
    ("140 người được xuất khẩu lao động.", ["người được xuất khẩu lao động | 140 người"]),
    ("Chỉ có 10% diện tích rừng được bảo vệ.", ["diện tích rừng được bảo vệ | 10%"]),
    ("Lượng nước cấp đạt 2,35 triệu m3.", ["Lượng nước cấp | 2,35 triệu m3"]),
    (
        "Doanh thu tăng 3% so với tháng trước và tăng 9% so với cùng kỳ.",
        ["Doanh thu | tăng 9%"],
    ),
    (
        "Công nghiệp tăng 5%, chủ yếu ở may mặc (tăng 11%), da giày (tăng 12%).",
        ["Công nghiệp | tăng 5%", "may mặc | tăng 11%", "da giày | tăng 12%"],
    ),
    (
        "Sản lượng đạt 540 tấn, vượt 11% so với kế hoạch quý, bằng 60% kế hoạch năm.",
        ["Sản lượng | exceeded | 540 tấn | 60%"],
    ),
    (
        "Xảy ra 04 vụ tai nạn giao thông, làm chết 01 người; so với cùng kỳ tăng 01 vụ.",
        ["vụ tai nạn giao thông | 04 vụ tai nạn giao thông | tăng 01 vụ", "làm chết | 01 người"],
    ),
    (
        "Giải ngân vốn đầu tư còn chậm, đến 30/9 mới đạt 52% kế hoạch.",
        ["Giải ngân vốn đầu tư | behind | 52%"],
    ),
    (
        "Công tác giao quân hoàn thành 100% chỉ tiêu với 42 thanh niên.",
        ["Công tác giao quân | met | 42 thanh niên | 100%"],
    ),
    (
        "Tỷ lệ che phủ rừng mới đạt 41,2%, kém mức đề ra (43-44%).",
        ["Tỷ lệ che phủ rừng | behind | 41,2% | 43-44%"],
    ),
]


MULTIPLES = [
    (
        "Doanh thu đạt 50 tỷ đồng, tăng gần gấp đôi so với cùng kỳ.",
        ["Doanh thu | 50 tỷ đồng | tăng gần gấp đôi"],
    ),
    (
        "Đã đón 9.000 lượt khách, gấp 2,3 lần so với năm trước; doanh thu 3 tỷ đồng.",
        ["lượt khách | 9.000 lượt khách | gấp 2,3 lần", "doanh thu | 3 tỷ đồng"],
    ),
    ("Số vụ vi phạm là 12 vụ, giảm một nửa.", ["Số vụ vi phạm | 12 vụ | giảm một nửa"]),
    ("Tổng đàn lợn đạt 4.500 con, tăng hơn 2 lần.", ["Tổng đàn lợn | 4.500 con | tăng hơn 2 lần"]),
    ("Phí thu được 40 triệu đồng, mức phạt gấp 2 lần tiền phí.", ["Phí thu | 40 triệu đồng"]),
]


@pytest.mark.parametrize(("words", "expected"), MULTIPLES)
def test_a_multiple_of_the_period_before_is_a_change(words: str, expected: list[str]) -> None:
    assert read(words) == expected


CHANGES = [
    (
        "Thu nhập đầu người đạt 58 triệu đồng, cao hơn 4,2 triệu đồng so với năm ngoái.",
        ["Thu nhập đầu người | 58 triệu đồng | cao hơn 4,2 triệu đồng"],
    ),
    ("Số ca cấp cứu là 96 ca, ít hơn 11 ca so với quý trước.", ["Số ca cấp cứu | 96 ca | ít hơn 11 ca"]),
    ("Sản lượng tôm 1.240 tấn, nhích 2,4% so với năm ngoái.", ["Sản lượng tôm | 1.240 tấn | nhích 2,4%"]),
    ("Giá trị xây dựng 88 tỷ đồng, sụt 3,1% so với cùng kỳ.", ["Giá trị xây dựng | 88 tỷ đồng | sụt 3,1%"]),
    (
        "Doanh thu bến cá 7,4 tỷ đồng, nhỉnh hơn 0,3 tỷ đồng so với quý I.",
        ["Doanh thu bến cá | 7,4 tỷ đồng | nhỉnh hơn 0,3 tỷ đồng"],
    ),
    ("Phí bến bãi đạt hơn 4,2 tỷ đồng.", ["Phí bến bãi | hơn 4,2 tỷ đồng"]),
]


@pytest.mark.parametrize(("words", "expected"), CHANGES)
def test_a_change_keeps_the_words_that_tell_its_way(words: str, expected: list[str]) -> None:
    assert read(words) == expected


LISTED_NAMES = [
    (
        "Hơn 5.200 lượt hộ nghèo, cận nghèo được vay vốn trong năm.",
        ["lượt hộ nghèo, cận nghèo được vay vốn | Hơn 5.200 lượt hộ"],
    ),
    (
        "Tổng đài nước sạch đã ghi lại 640 thắc mắc, góp ý của khách hàng.",
        ["thắc mắc, góp ý của khách hàng | 640 thắc mắc"],
    ),
    ("Thị xã có 12 vụ cháy lớn, gây thiệt hại nặng.", ["vụ cháy lớn | 12 vụ cháy"]),
    ("Có 3 xã về đích, nâng tổng số lên 15 xã.", ["xã về đích | 3 xã", "tổng số | 15 xã"]),
    (
        "Hội đã hỗ trợ tiền ăn, tiền học, bảo hiểm cho 70 học sinh.",
        ["hỗ trợ tiền ăn, tiền học, bảo hiểm | 70 học sinh"],
    ),
    (
        "Tỷ lệ giải quyết đơn thư, kiến nghị của cử tri đạt 96%.",
        ["Tỷ lệ giải quyết đơn thư, kiến nghị của cử tri | 96%"],
    ),
    (
        "100% hồ sơ trên địa bàn xã được tiếp nhận, giải quyết đúng hạn.",
        ["hồ sơ trên địa bàn xã được tiếp nhận, giải quyết đúng hạn | 100%"],
    ),
    (
        "Bảo đảm an ninh, các đơn vị đã thu hồi 12 khẩu súng.",
        ["thu hồi | 12 khẩu súng"],
    ),
    (
        "Phấn đấu hạ 3-4% số ca, số ngày nằm viện và biến chứng do sốt rét.",
        ["số ca, số ngày nằm viện và biến chứng do sốt rét | planned | hạ 3-4%"],
    ),
    (
        "Tai nạn giao thông giảm 5% số vụ, 10% số người chết và 3% số người bị thương.",
        ["số vụ | giảm 5%", "số người chết | 10%", "số người bị thương | 3%"],
    ),
    (
        "Tỷ lệ đã cấp thẻ đạt 96%; 45 người được cấp thẻ.",
        ["Tỷ lệ đã cấp thẻ | 96%", "người được cấp thẻ | 45 người"],
    ),
    ("Bình Dương có 45 dự án đi vào hoạt động.", ["dự án đi vào hoạt động | 45 dự án"]),
    (
        "Đã giải quyết 410 hồ sơ, trong đó trước hạn 300 hồ sơ, đúng hạn 110 hồ sơ.",
        ["giải quyết | 410 hồ sơ", "trước hạn | 300 hồ sơ", "đúng hạn | 110 hồ sơ"],
    ),
    ("Thu ngân sách 9 tháng 12.450 tỷ đồng.", ["Thu ngân sách | 12.450 tỷ đồng"]),
    ("Ngành da giày xuất siêu hơn 3 tỷ USD.", ["Ngành da giày xuất siêu | hơn 3 tỷ USD"]),
]


@pytest.mark.parametrize(("words", "expected"), LISTED_NAMES)
def test_a_name_goes_as_far_as_its_list(words: str, expected: list[str]) -> None:
    assert read(words) == expected


BREAKDOWNS = [
    (
        "Đảng ủy đã thi hành kỷ luật 12 đảng viên (khiển trách 8, cảnh cáo 3, khai trừ 1), tăng 2 đảng viên.",
        [
            "thi hành kỷ luật | 12 đảng viên | tăng 2 đảng viên",
            "khiển trách | 8",
            "cảnh cáo | 3",
            "khai trừ | 1",
        ],
    ),
    (
        "Tòa án huyện thụ lý 214 vụ án (trong đó: dân sự 120, hình sự 54 và hành chính 40).",
        ["thụ lý | 214 vụ án", "dân sự | 120", "hình sự | 54", "hành chính | 40"],
    ),
    ("Trường tuyển 120 học sinh (lớp 10A).", ["tuyển | 120 học sinh"]),
]


@pytest.mark.parametrize(("words", "expected"), BREAKDOWNS)
def test_parts_in_brackets_count_one_each(words: str, expected: list[str]) -> None:
    assert read(words) == expected


PLANS = [
    ("Tỷ lệ nghèo đạt 2,35%, vượt kế hoạch 1,5%-2% đề ra.", ["Tỷ lệ nghèo | exceeded | 2,35% | 1,5%-2%"]),
    ("Doanh thu đạt 120 tỷ đồng, kế hoạch 100 tỷ đồng.", ["Doanh thu | 120 tỷ đồng | 100 tỷ đồng"]),
    (
        "Sản lượng muối đạt 610 tấn (chỉ tiêu giao là 680 tấn).",
        ["Sản lượng muối | behind | 610 tấn | 680 tấn"],
    ),
    ("Diện tích đạt 315 ha, vượt kế hoạch 15 ha.", ["Diện tích | exceeded | 315 ha"]),
    ("Tỷ lệ hộ dùng nước sạch đạt 62% so với kế hoạch 70%.", ["Tỷ lệ hộ dùng nước sạch | 62% | 70%"]),
    (
        "Thu ngân sách đạt 12 tỷ đồng so với kế hoạch 15 tỷ đồng.",
        ["Thu ngân sách | behind | 12 tỷ đồng | 15 tỷ đồng"],
    ),
]


@pytest.mark.parametrize(("words", "expected"), PLANS)
def test_the_plan_beside_a_result_is_its_goal(words: str, expected: list[str]) -> None:
    assert read(words) == expected


COSTS = [
    ("Đoàn thanh niên tặng áo ấm cho 70 em với kinh phí 1,2 tỷ đồng.", ["tặng áo ấm | 70 em"]),
    (
        "Quản lý thị trường đã xử lý 120 vụ với số tiền 3,5 tỷ đồng.",
        ["xử lý | 120 vụ", "số tiền | 3,5 tỷ đồng"],
    ),
    (
        "Thu hút 21 dự án với tổng vốn đăng ký 450 triệu USD.",
        ["Thu hút | 21 dự án", "tổng vốn đăng ký | 450 triệu USD"],
    ),
]


@pytest.mark.parametrize(("words", "expected"), COSTS)
def test_what_a_gift_cost_is_no_result_but_what_was_raised_is(words: str, expected: list[str]) -> None:
    assert read(words) == expected


@pytest.mark.parametrize(("words", "expected"), RESULTS)
def test_a_result_is_read_with_its_name_and_figures(words: str, expected: list[str]) -> None:
    assert read(words) == expected


GOALS = [
    (
        "Kế hoạch năm 2025 dự kiến doanh thu 5.000 tỷ đồng, lợi nhuận 320 tỷ đồng.",
        ["doanh thu | planned | 5.000 tỷ đồng", "lợi nhuận | planned | 320 tỷ đồng"],
    ),
    (
        "Quyết tâm đưa thu phí bến bãi cả năm lên 37 tỷ đồng.",
        ["thu phí bến bãi cả năm | planned | 37 tỷ đồng"],
    ),
    (
        "Phấn đấu thu 60 tỷ đồng, hạ tỷ lệ hộ nghèo xuống dưới 2,1%.",
        ["thu | planned | 60 tỷ đồng", "tỷ lệ hộ nghèo | planned | dưới 2,1%"],
    ),
    ("Xã phấn đấu có ít nhất 7 thôn đạt chuẩn.", ["thôn đạt chuẩn | planned | ít nhất 7 thôn"]),
    (
        "Mục tiêu năm 2018: thu ngân sách 5 tỷ đồng; tỷ lệ hộ nghèo còn dưới 2%.",
        ["thu ngân sách | planned | 5 tỷ đồng", "tỷ lệ hộ nghèo | planned | dưới 2%"],
    ),
    (
        "Kỳ họp quyết nghị một số chỉ tiêu năm 2018:\n"
        "- Thu nhập 50 triệu đồng;\n- Tỷ lệ tiêm chủng từ 97% trở lên.",
        ["Thu nhập | planned | 50 triệu đồng", "Tỷ lệ tiêm chủng | planned | từ 97% trở lên"],
    ),
    (
        "Chủ tịch UBND xã yêu cầu các thôn phấn đấu đến 30/11 giải ngân đạt trên 80% kế hoạch vốn.",
        ["giải ngân | planned | trên 80% kế hoạch vốn"],
    ),
    (
        "Giám đốc yêu cầu các phòng rút gọn thủ tục; thời gian cấp phép giảm ít nhất 50%.",
        ["thời gian cấp phép | planned | giảm ít nhất 50%"],
    ),
    (
        "Mục tiêu của Sở là đến năm 2030 thuê bao 5G chiếm 50% tổng số thuê bao.",
        ["thuê bao 5G | planned | 50%"],
    ),
    (
        "Chủ tịch UBND xã yêu cầu các trường phấn đấu tỷ lệ lên lớp 98% trở lên; 100% giáo viên đạt chuẩn; "
        "thu quỹ khuyến học 150 triệu đồng; kiểm tra 12 lớp.",
        [
            "tỷ lệ lên lớp | planned | 98% trở lên",
            "giáo viên đạt chuẩn | planned | 100%",
            "thu quỹ khuyến học | planned | 150 triệu đồng",
        ],
    ),
    (
        "Trong năm tới, xã sẽ thực hiện 15 chỉ tiêu, nổi bật là dự kiến thu ngân sách đạt 30 tỷ đồng; "
        "thành lập mới 12 hợp tác xã.",
        ["thu ngân sách | planned | 30 tỷ đồng", "thành lập mới | planned | 12 hợp tác xã"],
    ),
    (
        "Hội nghị thống nhất chỉ tiêu năm 2018: sản lượng lúa 5.400 tấn, đàn bò 3.200 con.",
        ["sản lượng lúa | planned | 5.400 tấn", "đàn bò | planned | 3.200 con"],
    ),
    (
        "Công ty đặt kế hoạch doanh thu năm 2018 là 450 tỷ đồng, cổ tức 12%.",
        ["doanh thu | planned | 450 tỷ đồng", "cổ tức | planned | 12%"],
    ),
    (
        "Sang năm 2018, chi nhánh phấn đấu dư nợ tăng 15%, nợ xấu dưới 1%.",
        ["dư nợ | planned | tăng 15%", "nợ xấu | planned | dưới 1%"],
    ),
    (
        "Trường đặt mục tiêu 30% học sinh giỏi và không có học sinh bỏ học.",
        ["học sinh giỏi | planned | 30%"],
    ),
    (
        "Nhiệm kỳ tới, Đảng bộ phấn đấu hằng năm kết nạp từ 10 đảng viên trở lên.",
        ["kết nạp | planned | từ 10 đảng viên trở lên"],
    ),
    (
        "Năm 2018, xã phấn đấu thu 12 tỷ đồng.\nVề đời sống, số nhà dột nát giảm bình quân 14 căn/năm.\n"
        "Tỷ lệ hộ dùng bếp sạch đạt 77%; 100% cụ già được khám bệnh.",
        [
            "thu | planned | 12 tỷ đồng",
            "số nhà dột nát | planned | giảm bình quân 14 căn/năm",
            "Tỷ lệ hộ dùng bếp sạch | planned | 77%",
            "cụ già được khám bệnh | planned | 100%",
        ],
    ),
    (
        "Năm tới, công ty dự kiến doanh thu đạt 120 tỷ đồng. Năm nay doanh thu đạt 95 tỷ đồng.",
        ["doanh thu | planned | 120 tỷ đồng", "doanh thu | 95 tỷ đồng"],
    ),
    (
        "Năm học tới, trường phấn đấu 99% học sinh lên lớp. Năm học này tỷ lệ học sinh khá đạt 70%.",
        ["học sinh lên lớp | planned | 99%", "tỷ lệ học sinh khá | 70%"],
    ),
    (
        "Chủ tịch UBND xã yêu cầu Trạm Y tế tiêm đủ 3 mũi cho trẻ, kiểm tra 12 cơ sở.",
        [],
    ),
]


@pytest.mark.parametrize(("words", "expected"), GOALS)
def test_a_goal_is_planned_also_among_tasks(words: str, expected: list[str]) -> None:
    assert read(words) == expected


VERDICTS = [
    ("Số thuê bao cáp quang kém cùng kỳ lẫn kế hoạch.", ["Số thuê bao cáp quang | behind"]),
    ("Tỷ lệ thu ngân sách đạt thấp.", ["Tỷ lệ thu ngân sách | behind"]),
    (
        "Vẫn còn nhiều khó khăn như tốc độ tăng trưởng chưa đạt kế hoạch đề ra; tỷ lệ giải ngân đạt thấp.",
        ["tốc độ tăng trưởng | behind", "tỷ lệ giải ngân | behind"],
    ),
    ("Sản lượng lương thực vượt kế hoạch.", ["Sản lượng lương thực | exceeded"]),
    ("Thu phí và giải ngân đạt thấp.", []),
    ("Các chỉ tiêu đều đạt kế hoạch.", []),
]


@pytest.mark.parametrize(("words", "expected"), VERDICTS)
def test_a_verdict_without_a_figure_is_a_status(words: str, expected: list[str]) -> None:
    assert read(words) == expected


LESS_IS_BETTER = [
    (
        "Tỷ lệ thất thoát điện 9,4%, cao hơn mục tiêu 8%.",
        ["Tỷ lệ thất thoát điện | behind | 9,4% | 8%"],
    ),
    ("Tỷ lệ hộ nghèo còn 4,1%, cao hơn chỉ tiêu 3,5%.", ["Tỷ lệ hộ nghèo | behind | 4,1% | 3,5%"]),
    ("Tỷ lệ hộ nghèo còn 2,9%, thấp hơn chỉ tiêu 3,5%.", ["Tỷ lệ hộ nghèo | exceeded | 2,9% | 3,5%"]),
    (
        "Nợ đọng thuế 7,5 tỷ đồng, vượt mục tiêu 6 tỷ đồng đề ra.",
        ["Nợ đọng thuế | behind | 7,5 tỷ đồng | 6 tỷ đồng"],
    ),
    ("Tỷ lệ tử vong 0,2%, thấp hơn mục tiêu 0,3%.", ["Tỷ lệ tử vong | exceeded | 0,2% | 0,3%"]),
    (
        "Tỷ lệ khám phá tội phạm đạt 88%, cao hơn chỉ tiêu 80%.",
        ["Tỷ lệ khám phá tội phạm | exceeded | 88% | 80%"],
    ),
    (
        "Tỷ lệ thu gom rác đạt 91%, cao hơn mục tiêu 90%.",
        ["Tỷ lệ thu gom rác | exceeded | 91% | 90%"],
    ),
    (
        "Tỷ lệ tập hợp hội viên đạt 61%, thấp hơn chỉ tiêu 70%.",
        ["Tỷ lệ tập hợp hội viên | behind | 61% | 70%"],
    ),
    ("Tỷ lệ hộ nghèo giảm còn 41%, thấp hơn so với kế hoạch gần 2%.", ["Tỷ lệ hộ nghèo | behind | 41%"]),
    ("Tỷ lệ giải ngân đạt 61%, thấp hơn mục tiêu 9%.", ["Tỷ lệ giải ngân | behind | 61%"]),
]


@pytest.mark.parametrize(("words", "expected"), LESS_IS_BETTER)
def test_of_what_should_be_little_more_than_the_goal_is_behind(words: str, expected: list[str]) -> None:
    assert read(words) == expected


JUST_NOW = [
    ("Tỷ lệ trẻ vào lớp Một năm học mới đạt 99,4%.", ["Tỷ lệ trẻ vào lớp Một năm học mới | 99,4%"]),
    ("Tỷ lệ hộ dùng nước máy mới đạt 71%.", ["Tỷ lệ hộ dùng nước máy | 71%"]),
    ("Tỷ lệ hộ dùng nước máy mới đạt 71%, còn thấp.", ["Tỷ lệ hộ dùng nước máy | behind | 71%"]),
    ("Tỷ lệ hộ dùng nước máy chỉ mới đạt 71%.", ["Tỷ lệ hộ dùng nước máy | behind | 71%"]),
    ("Thu quỹ mới đạt 71% kế hoạch.", ["Thu quỹ | behind | 71%"]),
    ("Hạn chế: tỷ lệ hộ dùng nước máy mới đạt 71%.", ["tỷ lệ hộ dùng nước máy | behind | 71%"]),
    ("Tuy nhiên, tỷ lệ hộ dùng nước máy mới đạt 71%.", ["tỷ lệ hộ dùng nước máy | behind | 71%"]),
    ("Tỷ lệ chuyên cần đạt 96,8%.", ["Tỷ lệ chuyên cần | 96,8%"]),
]


@pytest.mark.parametrize(("words", "expected"), JUST_NOW)
def test_what_has_only_just_been_reached_is_behind_where_the_context_says_so(
    words: str, expected: list[str]
) -> None:
    assert read(words) == expected


RATINGS = [
    (
        "Tỷ lệ học sinh xếp loại học tập tốt 17,2%, khá 45%, đạt 33,1%, chưa đạt 4,7%.",
        [
            "Tỷ lệ học sinh xếp loại học tập tốt | 17,2%",
            "khá | 45%",
            "đạt | 33,1%",
            "chưa đạt | 4,7%",
        ],
    ),
    (
        "Rèn luyện: tốt đạt 91,2%, khá chiếm 8,1%, chưa đạt còn 0,7%.",
        ["tốt | 91,2%", "khá | 8,1%", "chưa đạt | 0,7%"],
    ),
    ("Tỷ lệ học sinh khá đạt 45%, chưa đạt chỉ tiêu 50%.", ["Tỷ lệ học sinh khá | behind | 45% | 50%"]),
]


@pytest.mark.parametrize(("words", "expected"), RATINGS)
def test_the_ratings_of_pupils_are_no_statuses(words: str, expected: list[str]) -> None:
    assert read(words) == expected


OBJECTS = [
    ("Trồng mới 65 ha chè, bằng 81% kế hoạch.", ["Trồng mới | 65 ha chè | 81%"]),
    ("Gieo trồng được 310 ha ngô lai, đạt 97% kế hoạch.", ["Gieo trồng | 310 ha ngô lai | 97%"]),
    ("Thu giữ 2,9 gam ma túy tổng hợp.", ["Thu giữ | 2,9 gam ma túy tổng hợp"]),
    ("Kết nạp 15 đảng viên mới, bằng 75% chỉ tiêu.", ["Kết nạp | 15 đảng viên | 75%"]),
    ("Lắp mới 300 đồng hồ nước tại ấp 3.", ["Lắp mới | 300 đồng hồ nước"]),
    ("Bê tông hóa 4,2 km đường trục thôn, đạt 84% kế hoạch.", ["Bê tông hóa | 4,2 km đường trục thôn | 84%"]),
    ("Thu hồi 18,2 ha đất lúa của 40 hộ.", ["Thu hồi | 18,2 ha đất lúa"]),
    ("Chi trả 12 tỷ đồng cho 30 hộ.", ["Chi trả | 12 tỷ đồng"]),
    ("Diện tích lúa 650 ha, đạt 98% kế hoạch.", ["Diện tích lúa | 650 ha | 98%"]),
]


@pytest.mark.parametrize(("words", "expected"), OBJECTS)
def test_what_a_deed_measures_stands_in_its_figure(words: str, expected: list[str]) -> None:
    assert read(words) == expected


NO_TARGETS = [
    "Đến dự có 31 đại biểu và trưởng 24 thôn.",
    "UBND xã tặng Giấy khen cho 06 tập thể và 11 cá nhân.",
    "Xã thuộc 31 xã khó khăn.",
    "Dự án xây dựng Trạm biến áp Gò Sậy 2 được khởi công.",
    "Quy hoạch xã đến 2030 được công bố.",
    "Công chức địa chính còn thiếu 03 người.",
    "Hội nghị kết thúc vào chiều 25/7.",
    "Sở đã quán triệt nghị quyết đến 38 tổ dân phố.",
    "Nhiệm vụ này được giao cho 3 đơn vị.",
    "Một số địa phương đạt 100%.",
    "Ngành sẽ đạt mục tiêu đề ra.",
    "Hội nghị đề ra 14 công tác trọng tâm.",
    "Công an tỉnh triển khai quy hoạch 1/2.000 và công nghiệp 4.0.",
    "Các dự án hoàn thành gồm dự án điện gió Phú Sơn (1.500 MW).",
    "Trụ sở: 16 Lê Lợi, điện thoại 0293.871.204.",
]


@pytest.mark.parametrize("words", NO_TARGETS)
def test_a_figure_that_measures_no_performance_is_no_target(words: str) -> None:
    assert read(words) == []


LISTED_IN_A_SENTENCE = [
    (
        "Hai chỉ tiêu không hoàn thành là thu ngân sách (đạt 85% kế hoạch) và kết nạp đảng viên (đạt 60%).",
        ["thu ngân sách | behind | 85%", "kết nạp đảng viên | behind | 60%"],
    ),
    (
        "Chỉ tiêu chưa đạt là tỷ lệ trẻ em đi nhà trẻ (35% so với kế hoạch 45%), tỷ lệ hộ có hố xí.",
        ["tỷ lệ trẻ em đi nhà trẻ | behind | 35% | 45%", "tỷ lệ hộ có hố xí | behind"],
    ),
    (
        "Các chỉ tiêu vượt kế hoạch gồm: trồng rừng 120 ha (đạt 110%), thu gom rác 95%, xóa nhà tạm.",
        ["trồng rừng | exceeded | 120 ha | 110%", "thu gom rác | exceeded | 95%", "xóa nhà tạm | exceeded"],
    ),
    (
        "Một chỉ tiêu chưa hoàn thành, đó là vận động quỹ vì người nghèo, mới được 42 triệu đồng.",
        ["vận động quỹ vì người nghèo | behind | 42 triệu đồng"],
    ),
    ("Một số chỉ tiêu chưa đạt là do thời tiết không thuận lợi.", []),
    (
        "Một số chỉ tiêu đạt mức tăng khá như: thu phí đạt 4,2 tỷ đồng, chăn nuôi tăng 3%.",
        ["thu phí | 4,2 tỷ đồng", "chăn nuôi | tăng 3%"],
    ),
]


@pytest.mark.parametrize(("words", "expected"), LISTED_IN_A_SENTENCE)
def test_targets_listed_in_a_sentence_have_the_status_that_it_says(words: str, expected: list[str]) -> None:
    assert read(words) == expected


def test_a_number_in_letters_counts_targets() -> None:
    report = read_report(OPENING + "Trong kỳ, có tám chỉ tiêu đạt và vượt, hai chỉ tiêu chưa đạt.")

    assert [(count.stated, count.status) for count in report.counts] == [
        (8, TargetStatus.MET),
        (2, TargetStatus.BEHIND),
    ]


def test_what_is_told_twice_is_one_target_under_the_longer_name() -> None:
    words = "Thu ngân sách tăng 4,6%.\n\nThu ngân sách trên địa bàn tăng 4,6% so với cùng kỳ."

    assert read(words) == ["Thu ngân sách trên địa bàn | tăng 4,6%"]


TABLES = [
    "| TT | Chỉ tiêu | Kế hoạch | Thực hiện | Tỷ lệ (%) |\n| 1 | Thu ngân sách | 15 | 13,8 | 92,0 |",
    "TT\nChỉ tiêu\nĐVT\nKế hoạch\nThực hiện\nTỷ lệ (%)\nGhi chú\n1\nThu ngân sách\ntỷ đồng\n15\n13,8\n92,0",
]


@pytest.mark.parametrize("table", TABLES, ids=["bars", "a cell a line"])
def test_a_row_of_a_table_is_a_target(table: str) -> None:
    assert read(table) == ["Thu ngân sách | 13,8 | 92,0 | 15"]


def test_the_share_in_brackets_behind_what_a_row_reached_is_of_the_plan() -> None:
    table = (
        "STT | Chỉ tiêu | Kế hoạch năm | Thực hiện 9 tháng | Đánh giá\n"
        "1 | Thu ngân sách | 18,6 tỷ đồng | 14,97 tỷ đồng (80,5%) | Có khả năng đạt\n"
        "2 | Số hộ nghèo giảm | 35 hộ | 24 hộ (còn 162 hộ) | Chưa đạt\n"
    )

    assert read(table) == [
        "Thu ngân sách | 14,97 tỷ đồng | 80,5% | 18,6 tỷ đồng",
        "Số hộ nghèo giảm | behind | 24 hộ | 35 hộ",
    ]


@pytest.mark.parametrize("plan", ["chỉ tiêu năm", "chỉ tiêu cả năm", "kế hoạch năm", "mục tiêu năm"])
def test_a_percentage_behind_the_plan_of_a_year_is_its_goal(plan: str) -> None:
    assert read(f"Tỷ lệ tham gia BHYT đạt 91,2% ({plan} 95%).") == ["Tỷ lệ tham gia BHYT | 91,2% | 95%"]


WORKS = """\
STT | Hạng mục | Tổng mức (tỷ đồng) | Kế hoạch vốn | Khối lượng | Đánh giá
1 | Cầu Rạch Sen | 48 | 20 | 62% | Đúng tiến độ
2 | Đường ven hồ | 92 | 31 | 37% | Chậm 3 tháng
3 | Kè bờ tả | 96 | 40 | 100% | Hoàn thành, chờ nghiệm thu
4 | Chợ Tân Lộc | 17 | 6 | 91% | Vượt tiến độ
5 | Khu tái định cư | 71 | 9 | 83% | Có nguy cơ chậm
"""


def test_each_row_of_a_table_of_progress_has_its_verdict() -> None:
    assert read(WORKS) == [
        "Cầu Rạch Sen | met | 62%",
        "Đường ven hồ | behind | 37%",
        "Kè bờ tả | met | 100%",
        "Chợ Tân Lộc | exceeded | 91%",
        "Khu tái định cư | 83%",
    ]


def test_a_table_of_works_that_are_told_without_a_figure_has_its_verdicts() -> None:
    table = "Hạng mục | Khối lượng | Đánh giá\nMóng | đổ xong | Đạt\nMái | chưa lợp | Chậm\n"

    assert read(table) == ["Móng | met", "Mái | behind"]


def test_the_last_of_several_periods_is_what_was_reached() -> None:
    periods = (
        "TT | Chỉ tiêu | Kế hoạch năm | 9 tháng 2025 | 9 tháng 2026 | % kế hoạch\n"
        "1 | Lượt khám bệnh | 165.000 | 118.420 | 127.350 | 77,2\n"
    )
    funds = (
        "STT | Nguồn vốn | Kế hoạch 2026 | Giải ngân đến 30/6 | Giải ngân đến 30/9\n"
        "1 | Ngân sách tỉnh | 185 | 61 | 128\n"
    )

    assert read(periods) == ["Lượt khám bệnh | 127.350 | 77,2 | 165.000"]
    assert read(funds) == ["Ngân sách tỉnh | 128 | 185"]


def test_a_table_of_something_else_is_none() -> None:
    assert read("| TT | Họ tên | Năm sinh |\n| 1 | Lê Văn Tám | 1980 |") == []
    assert read("TT | Hạng mục | Đơn vị làm | Hạn\n1 | Lợp mái | Tổ 3 | 30/9/2026\n") == []


OF_A_YEAR = """\
Chỉ tiêu\tĐơn vị\tKế hoạch 2025\tThực hiện 2025\tSo kế hoạch\tKế hoạch 2026
Nước sản xuất\ttriệu m3\t23,5\t24,1\t102,6%\t25,0
Tỷ lệ thất thoát\t%\t17,0\t17,4\tchưa đạt\t16,2
Doanh thu\ttỷ đồng\t198\t204,5\t103,3%\t
"""


@pytest.mark.parametrize("bar", ["\t", " | "])
def test_a_column_of_goals_behind_what_was_reached_is_of_the_time_to_come(bar: str) -> None:
    assert read(OF_A_YEAR.replace("\t", bar)) == [
        "Nước sản xuất | exceeded | 24,1 | 102,6% | 23,5",
        "Nước sản xuất | planned | 25,0",
        "Tỷ lệ thất thoát | behind | 17,4 | 17,0",
        "Tỷ lệ thất thoát | planned | 16,2",
        "Doanh thu | exceeded | 204,5 | 103,3% | 198",
    ]


def test_a_verdict_in_the_cell_of_a_table_is_no_limitation() -> None:
    report = read_report(f"BÁO CÁO\nTổng kết năm 2025 của Công ty Tân Lộc\n\nI. KẾT QUẢ\n{OF_A_YEAR}")

    assert report.limitations == ()


@pytest.mark.parametrize(
    "head",
    [
        "TT | Chỉ tiêu | Kế hoạch năm | Quý II | Quý III | Lũy kế 9 tháng | % kế hoạch | Đánh giá",
        "TT | Chỉ tiêu | Chỉ tiêu giao | Tháng 8 | Tháng 9 | Cộng dồn từ đầu năm | Đạt % | Nhận xét",
        "TT | Chỉ tiêu | Kế hoạch năm | Ghi chú | Thực hiện tháng 9 | Lũy kế | Tỷ lệ | Đánh giá",
    ],
)
def test_what_was_reached_since_the_year_began_is_what_was_reached(head: str) -> None:
    assert read(f"{head}\n1 | Ca phẫu thuật | 2.400 | 540 | 585 | 1.620 | 67,5% | Chậm") == [
        "Ca phẫu thuật | behind | 1.620 | 67,5% | 2.400"
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Có mặt: 46/48 cán bộ, giáo viên. Vắng 02 người.",
        "Đại biểu: 138 người đại diện cho 412 lao động.",
        "Có mặt 13/15, vắng 2 đồng chí.",
        "Tổng số đại biểu dự họp: 30 người.",
    ],
)
def test_how_many_came_is_no_target(line: str) -> None:
    assert read(line) == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Hộ nghèo còn 34 hộ, tỷ lệ 0,31%.", ["Hộ nghèo | 34 hộ"]),
        ("Số hộ thoát nghèo 7.930 hộ, đạt 48%.", ["Số hộ thoát nghèo | 7.930 hộ | 48%"]),
        (
            "Việc làm mới: 1.240 lao động, vượt kế hoạch 1.200.",
            ["Việc làm mới | exceeded | 1.240 lao động | 1.200"],
        ),
        ("Trồng rừng đạt 115 ha, vượt kế hoạch 15 ha.", ["Trồng rừng | exceeded | 115 ha"]),
        (
            "Kết quả: học lực Tốt 18,5%; Khá 41%; Đạt 38,2%; Chưa đạt 2,3%.",
            ["học lực Tốt | 18,5%", "Khá | 41%", "Đạt | 38,2%", "Chưa đạt | 2,3%"],
        ),
        ("Tỷ lệ học sinh khá 45%; đạt 90% kế hoạch.", ["Tỷ lệ học sinh khá | 45% | 90%"]),
    ],
)
def test_what_stands_beside_a_figure_is_its_share_its_plan_or_the_next_rating(
    words: str, told: list[str]
) -> None:
    assert read("\n" + words) == told


@pytest.mark.parametrize("between", [", ", "; "])
def test_a_row_of_ratings_is_no_limitation(between: str) -> None:
    rated = between.join(["hạnh kiểm Tốt 90%", "Khá 9%", "Đạt 0,9%", "Chưa đạt 0,1%"])

    assert read_report(OPENING + f"\nNăm học qua, {rated}.").limitations == ()
    assert read_report(OPENING + "\nTiêm phòng chưa đạt kế hoạch.").limitations != ()


NAMED_WHOLE = [
    (
        "- Xây dựng nông thôn mới: giữ vững 15/19 tiêu chí.",
        ["Xây dựng nông thôn mới | 15/19 tiêu chí"],
    ),
    ("- Xóa nhà tạm: khởi công 03/22 nhà.", ["Xóa nhà tạm | 03/22 nhà"]),
    (
        "Hộ nghèo giảm 04 hộ, còn 182 hộ; chỉ tiêu cả năm giảm 35 hộ.",
        ["Hộ nghèo | 182 hộ | giảm 04 hộ | giảm 35 hộ"],
    ),
    (
        "Thu tiền đất đạt 4,1 tỷ đồng sau khi đấu giá 13/18 lô khu Bàu Sen ngày 21/8/2026.",
        ["Thu tiền đất | 4,1 tỷ đồng", "lô khu Bàu Sen | 13/18 lô"],
    ),
    (
        "Trẻ dưới 1 tuổi tiêm chủng đầy đủ lũy kế 118/146 trẻ, đạt 80,8%.",
        ["Trẻ dưới 1 tuổi tiêm chủng đầy đủ | 118/146 trẻ | 80,8%"],
    ),
    ("Sinh con thứ ba trở lên 03 cháu.", ["Sinh con thứ ba trở lên | 03 cháu"]),
    ("Có mặt: 12 viên chức và 14 nhân viên y tế thôn.", []),
    ("Có mặt 25/27 bí thư chi bộ; vắng chi bộ thôn Tân Hưng.", []),
]


@pytest.mark.parametrize(("words", "expected"), NAMED_WHOLE)
def test_a_name_is_read_to_its_end_and_who_was_there_is_none(words: str, expected: list[str]) -> None:
    assert read(words) == expected
