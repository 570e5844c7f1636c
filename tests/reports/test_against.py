"""Targets told against their plan or an earlier period in many words and orders, in our own words."""

from __future__ import annotations

import pytest

from reports import read_report

from .test_targets import line, read

ROWS = [
    ("Tỷ lệ hộ nghèo giảm 4-5%/năm.", ["Tỷ lệ hộ nghèo | giảm 4-5%/năm"]),
    (
        "Yêu cầu các ấp khẩn trương rà soát hộ nghèo. Giảm tỷ lệ hộ nghèo bình quân 1-1,5%/năm.",
        ["tỷ lệ hộ nghèo bình quân | planned | 1-1,5%/năm"],
    ),
    (
        "Hội đã phối hợp với Bưu điện huyện vận chuyển 18 tấn bưởi.",
        ["vận chuyển | 18 tấn bưởi"],
    ),
    (
        "Hưởng ứng phong trào thể thao, các hội đã vận động hội viên, nông dân trồng 300 cây bàng.",
        ["vận động hội viên, nông dân trồng | 300 cây"],
    ),
    ("Đại hội bầu Ban Chấp hành gồm 13 đồng chí và 6 đại biểu dự đại hội cấp trên.", []),
    ("Toàn xã có 9 chi hội, trong đó có 4 chi hội ngoài đê.", []),
    (
        "Đại hội thông qua nghị quyết với một số chỉ tiêu chủ yếu: thương mại tăng bình quân hằng năm "
        "10-12%; thu phí 5 tỷ đồng.",
        ["thương mại | planned | tăng bình quân hằng năm 10-12%", "thu phí | planned | 5 tỷ đồng"],
    ),
    (
        "Tăng trưởng kinh tế đạt 8,1% so với cùng kỳ; doanh thu bằng 92% so với cùng kỳ.",
        ["Tăng trưởng kinh tế | 8,1%", "doanh thu | bằng 92%"],
    ),
    (
        "Sản lượng ngô 9.720 tấn, đạt 105,4% Nghị quyết Đảng ủy.",
        ["Sản lượng ngô | exceeded | 9.720 tấn | 105,4%"],
    ),
    ("Xã đạt 11/19 tiêu chí nông thôn mới.", ["tiêu chí nông thôn mới | 11/19 tiêu chí"]),
    (
        "Phong trào thể thao thực hiện có hiệu quả, toàn xã có 95 hộ đạt gia đình thể thao.",
        ["hộ đạt gia đình thể thao | 95 hộ"],
    ),
    (
        "Phong trào thể thao được nâng cao với 88,9% số hộ đạt gia đình thể thao.",
        ["số hộ đạt gia đình thể thao | 88,9%"],
    ),
    ("Thu nhập bình quân 26,8 triệu đồng/ năm.", ["Thu nhập bình quân | 26,8 triệu đồng/ năm"]),
    ("Lương thực bình quân 326 kg/người/năm.", ["Lương thực bình quân | 326 kg/người/năm"]),
    (
        "Chi bộ có 78 đồng chí hoàn thành tốt nhiệm vụ, đạt 78,8%.",
        ["đồng chí hoàn thành tốt nhiệm vụ | 78 đồng chí"],
    ),
    ("Đến thời điểm hiện tại, có 24 chi hội đạt loại tốt.", ["chi hội đạt loại tốt | 24 chi hội"]),
    (
        "Tai nạn giao thông giảm cả 3 tiêu chí: giảm 11% số vụ, giảm 16% số người chết và giảm 17% số người "
        "bị thương.",
        ["số vụ | giảm 11%", "số người chết | giảm 16%", "số người bị thương | giảm 17%"],
    ),
    (
        "Giá trị sản xuất khu vực nông nghiệp, thủy sản, xây dựng ước đạt 430 tỷ đồng.",
        ["Giá trị sản xuất khu vực nông nghiệp, thủy sản, xây dựng | 430 tỷ đồng"],
    ),
    (
        "Huyện có 3 xã đạt 19 tiêu chí, 2 xã đạt 15 tiêu chí.",
        ["xã đạt 19 tiêu chí | 3 xã", "xã đạt 15 tiêu chí | 2 xã"],
    ),
    ("Trồng rừng đạt hơn 100% kế hoạch.", ["Trồng rừng | exceeded | hơn 100%"]),
    (
        "Hộ nghèo còn 5,3%, thấp hơn so kế hoạch đề ra gần 2%.",
        ["Hộ nghèo | behind | 5,3%"],
    ),
    ("Tham gia hội nghị có 120 cán bộ thôn. Thu quỹ đạt 9 triệu đồng.", ["Thu quỹ | 9 triệu đồng"]),
    ("Huyện dành 12 tỷ đồng làm đường. Thu quỹ đạt 9 triệu đồng.", ["Thu quỹ | 9 triệu đồng"]),
    ("Vụ xuân, xã thực hiện 152 ha trên 140 ha kế hoạch.", ["Vụ xuân | exceeded | 152 ha | 140 ha"]),
    (
        "Toàn xã gieo cấy được 310 ha trên 305 ha theo kế hoạch, đạt 101,6%.",
        ["gieo cấy | exceeded | 310 ha | 101,6% | 305 ha"],
    ),
    (
        "Tỷ lệ hộ dùng nước sạch đạt 71%, thấp hơn mục tiêu 9 điểm phần trăm.",
        ["Tỷ lệ hộ dùng nước sạch | behind | 71%"],
    ),
    (
        "Doanh thu du lịch đạt 12 tỷ đồng, gấp 1,6 lần cùng kỳ.",
        ["Doanh thu du lịch | 12 tỷ đồng | gấp 1,6 lần"],
    ),
    ("Số lượt khách gấp 1,6 lần cùng kỳ.", ["Số lượt khách | gấp 1,6 lần"]),
    ("Thu tiền sử dụng đất mới được 38 % dự toán.", ["Thu tiền sử dụng đất | behind | 38 %"]),
    ("Thu thuế ngoài quốc doanh mới được 38% dự toán năm.", ["Thu thuế ngoài quốc doanh | behind | 38%"]),
    ("Giải ngân vốn mới chỉ được 41% kế hoạch.", ["Giải ngân vốn | behind | 41%"]),
    ("Vụ mùa đạt 102,3% kế hoạch (tăng 1,8% so với cùng kỳ).", ["Vụ mùa | exceeded | 102,3% | tăng 1,8%"]),
    (
        "Sản xuất vụ đông đạt 100,4% kế hoạch (giảm 2% so với năm trước).",
        ["Sản xuất vụ đông | exceeded | 100,4% | giảm 2%"],
    ),
    (
        "Tổng đàn trâu hiện có hơn 2.310 con, đạt hơn 104% kế hoạch.",
        ["Tổng đàn trâu | exceeded | hơn 2.310 con | hơn 104%"],
    ),
    (
        "Tuy vậy, do giá nông sản giảm sâu nên tổng thu ngân sách chỉ đạt 4,1 tỷ đồng, giảm "
        "12% so với cùng kỳ.",
        ["tổng thu ngân sách | behind | 4,1 tỷ đồng | giảm 12%"],
    ),
    (
        "Tuy nhiên, do mưa kéo dài nên sản lượng muối ước chỉ đạt khoảng 120 tấn.",
        ["sản lượng muối | behind | khoảng 120 tấn"],
    ),
    (
        "Ngành du lịch đón 1,2 triệu lượt khách, tăng 16%, doanh thu đạt hơn 400 tỷ đồng.",
        ["lượt khách | 1,2 triệu lượt khách | tăng 16%", "doanh thu | hơn 400 tỷ đồng"],
    ),
    (
        "Đặc biệt chỉ tiêu thu ngân sách đã đạt và vượt chỉ tiêu huyện giao 118%.",
        ["thu ngân sách | exceeded | 118%"],
    ),
    ("Thu ngân sách đạt 98/120 tỷ đồng, bằng 81,6% dự toán.", ["Thu ngân sách | 98/120 tỷ đồng | 81,6%"]),
    (
        "Số doanh nghiệp thành lập mới là 45 đơn vị, tăng 9 đơn vị.",
        ["Số doanh nghiệp thành lập mới | 45 đơn vị | tăng 9 đơn vị"],
    ),
    ("Trồng rừng được 45 ha/50 ha, đạt 90% kế hoạch.", ["Trồng rừng | 45 ha/50 ha | 90%"]),
    (
        "Xây mới 12 căn nhà đại đoàn kết, vượt 2 căn so với kế hoạch.",
        ["Xây mới | exceeded | 12 căn nhà đại đoàn kết"],
    ),
    (
        "Tỷ lệ bao phủ BHYT đạt 93,2%, còn thiếu 1,8% so với chỉ tiêu được giao.",
        ["Tỷ lệ bao phủ BHYT | behind | 93,2%"],
    ),
    ("Tỷ lệ hộ nghèo giảm còn 2,1%, vượt chỉ tiêu 0,4 điểm phần trăm.", ["Tỷ lệ hộ nghèo | exceeded | 2,1%"]),
    (
        "Thu nhập bình quân đầu người 52 triệu đồng/năm, thấp hơn 3 triệu đồng so với mục tiêu.",
        ["Thu nhập bình quân đầu người | behind | 52 triệu đồng/năm"],
    ),
    (
        "Năng suất lúa bình quân 6,2 tấn/ha, cao hơn vụ trước 0,3 tấn/ha.",
        ["Năng suất lúa bình quân | 6,2 tấn/ha | cao hơn vụ trước 0,3 tấn/ha"],
    ),
    (
        "Hội đã vận động được 210 triệu đồng, gần gấp đôi chỉ tiêu giao.",
        ["vận động | exceeded | 210 triệu đồng"],
    ),
    ("Số hồ sơ trễ hạn còn 14 hồ sơ, chiếm 1,2%.", ["Số hồ sơ trễ hạn | 14 hồ sơ"]),
    ("Đến 30/9, xã đã giải ngân 6,1/9,4 tỷ đồng (đạt 64,9%).", ["giải ngân | 6,1/9,4 tỷ đồng | 64,9%"]),
    (
        "Vận động quỹ vì người nghèo được 86 triệu đồng, đạt 172% so với kế hoạch.",
        ["Vận động quỹ vì người nghèo | exceeded | 86 triệu đồng | 172%"],
    ),
    ("Cấp 215 giấy chứng nhận, đạt 86% kế hoạch.", ["Cấp | 215 giấy chứng nhận | 86%"]),
    (
        "Tổ chức 14 buổi tuyên truyền với 1.250 lượt người tham dự.",
        ["Tổ chức | 14 buổi tuyên truyền", "lượt người tham dự | 1.250 lượt người"],
    ),
    (
        "Nợ thuế đến cuối tháng 9 là 3,4 tỷ đồng, tăng 0,6 tỷ đồng so với đầu năm.",
        ["Nợ thuế đến cuối tháng 9 | 3,4 tỷ đồng | tăng 0,6 tỷ đồng"],
    ),
    ("Năm 2018, xã đề ra chỉ tiêu thu ngân sách 6,5 tỷ đồng.", ["thu ngân sách | planned | 6,5 tỷ đồng"]),
    ("Phấn đấu cuối năm giảm hộ nghèo xuống dưới 2%.", ["hộ nghèo | planned | dưới 2%"]),
    (
        "Sản lượng cá khai thác 3.150 tấn, bằng 78,7% kế hoạch năm và tăng 5,5% cùng kỳ.",
        ["Sản lượng cá khai thác | 3.150 tấn | 78,7% | tăng 5,5%"],
    ),
    (
        "Kết quả, có 9/11 chỉ tiêu đạt và vượt; 2 chỉ tiêu chưa đạt là thu phí và trồng rừng.",
        ["thu phí | behind", "trồng rừng | behind"],
    ),
    (
        "Diện tích lúa thu đông xuống giống 820 ha, vượt 20 ha so với kế hoạch.",
        ["Diện tích lúa thu đông xuống giống | exceeded | 820 ha"],
    ),
    (
        "Cả năm có 96,4% gia đình đạt chuẩn văn hóa, vượt 1,4% chỉ tiêu.",
        ["gia đình đạt chuẩn văn hóa | exceeded | 96,4% | vượt 1,4%"],
    ),
    (
        "Số thu bảo hiểm xã hội tự nguyện chỉ bằng 43% chỉ tiêu cả năm.",
        ["Số thu bảo hiểm xã hội tự nguyện | behind | 43%"],
    ),
    ("Tỷ lệ trẻ suy dinh dưỡng hạ từ 12,1% xuống 10,4%.", ["Tỷ lệ trẻ suy dinh dưỡng | 10,4%"]),
    ("Tỷ lệ hộ nghèo giảm từ 4,8% còn 3,9%.", ["Tỷ lệ hộ nghèo | 3,9%"]),
    (
        "Trong quý đã kết nạp 9 đảng viên, nâng tổng số đảng viên lên 412 đồng chí.",
        ["kết nạp | 9 đảng viên", "tổng số đảng viên | 412 đồng chí"],
    ),
    (
        "Tiến độ thu quỹ đạt 55,2%, chậm hơn cùng kỳ 4,1%.",
        ["Tiến độ thu quỹ | behind | 55,2% | chậm hơn cùng kỳ 4,1%"],
    ),
    (
        "Sản lượng thịt hơi 640 tấn (kế hoạch 900 tấn), đạt 71,1%.",
        ["Sản lượng thịt hơi | 640 tấn | 71,1% | 900 tấn"],
    ),
    (
        "Tỷ lệ giải quyết hồ sơ đúng hạn: 98,7% (chỉ tiêu 95%).",
        ["Tỷ lệ giải quyết hồ sơ đúng hạn | 98,7% | 95%"],
    ),
    ("Hòa giải thành 21/24 vụ, tỷ lệ 87,5%.", ["Hòa giải thành | 21/24 vụ | 87,5%"]),
    (
        "Toàn huyện có 9/14 trường đạt chuẩn quốc gia (64,3%).",
        ["trường đạt chuẩn quốc gia | 9/14 trường | 64,3%"],
    ),
    (
        "Tổng vốn huy động làm đường là 5,2 tỷ đồng, trong đó dân góp 1,1 tỷ đồng.",
        ["Tổng vốn huy động làm đường | 5,2 tỷ đồng", "dân góp | 1,1 tỷ đồng"],
    ),
    (
        "Đàn bò 2.140 con, tăng 3,2%; đàn lợn 6.300 con, giảm 8,4% so với cùng kỳ.",
        ["Đàn bò | 2.140 con | tăng 3,2%", "đàn lợn | 6.300 con | giảm 8,4%"],
    ),
    ("Lượng khách đến đảo tăng gấp rưỡi năm ngoái.", ["Lượng khách đến đảo | tăng gấp rưỡi"]),
    ("Số hộ dùng điện an toàn chiếm 99,2%.", ["Số hộ dùng điện an toàn | 99,2%"]),
    ("Đã có 100% ấp ra mắt tổ công nghệ số.", ["ấp ra mắt tổ công nghệ số | 100%"]),
    (
        "Ước cả năm, giá trị sản xuất nông nghiệp đạt 812 tỷ đồng, tăng 4,6%, vượt 0,6 điểm "
        "phần trăm so với nghị quyết.",
        ["giá trị sản xuất nông nghiệp | exceeded | 812 tỷ đồng | tăng 4,6%"],
    ),
    (
        "Số vụ vi phạm trật tự xây dựng 14 vụ, so với cùng kỳ tăng 5 vụ.",
        ["Số vụ vi phạm trật tự xây dựng | 14 vụ | tăng 5 vụ"],
    ),
    (
        "Nguồn thu từ chợ đạt 480 triệu đồng, hụt 120 triệu đồng so với dự toán.",
        ["Nguồn thu từ chợ | behind | 480 triệu đồng"],
    ),
    (
        "Quỹ phòng chống thiên tai thu 210/300 triệu đồng.",
        ["Quỹ phòng chống thiên tai thu | 210/300 triệu đồng"],
    ),
    ("Thành lập mới 2 hợp tác xã, đạt chỉ tiêu đề ra.", ["Thành lập mới | met | 2 hợp tác xã"]),
    ("Thu chợ đạt 98,2% kế hoạch (giảm 2% so với năm trước).", ["Thu chợ | 98,2% | giảm 2%"]),
]


def test_the_sentence_that_says_when_the_meeting_was_may_tell_results_too() -> None:
    told = "Sáng 6/12, tại kỳ họp HĐND xã Tân Lộc, Chủ tịch xã cho hay thu ngân sách đạt 104% kế hoạch."
    assert [line(target) for target in read_report(told).targets] == ["thu ngân sách | exceeded | 104%"]


@pytest.mark.parametrize(("words", "expected"), ROWS)
def test_a_target_is_told_against_its_plan_or_the_period_before(words: str, expected: list[str]) -> None:
    assert read(words) == expected
