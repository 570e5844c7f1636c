"""What names a target: brackets, lists of places, things counted beside it, series of years."""

from __future__ import annotations

import pytest

from reports import read_report

from .test_targets import OPENING, read

BRACKETS = [
    (
        "Tổng số người tham gia bảo hiểm thất nghiệp (BHTN) đạt 1.200 người, tăng 5%.",
        ["Tổng số người tham gia bảo hiểm thất nghiệp (BHTN) | 1.200 người | tăng 5%"],
    ),
    (
        "Tốc độ tăng giá trị sản xuất (GO) của huyện giảm 1,5%.",
        ["Tốc độ tăng giá trị sản xuất (GO) của huyện | giảm 1,5%"],
    ),
    (
        "Có 320 người tham gia bảo hiểm y tế (BHYT) theo hộ gia đình.",
        ["người tham gia bảo hiểm y tế (BHYT) | 320 người"],
    ),
    (
        "Số hội viên đạt 850 người, tăng 30 người (tốc độ tăng đạt 3,6%), bằng 92% kế hoạch năm.",
        ["Số hội viên | 850 người | 92% | tăng 30 người", "tốc độ tăng | 3,6%"],
    ),
    (
        "Doanh thu đạt 12 tỷ đồng (lợi nhuận đạt 2 tỷ đồng), bằng 75% kế hoạch.",
        ["Doanh thu | 12 tỷ đồng | 75%", "lợi nhuận | 2 tỷ đồng"],
    ),
]


@pytest.mark.parametrize(("words", "expected"), BRACKETS)
def test_brackets_belong_to_a_name_or_tell_another_target(words: str, expected: list[str]) -> None:
    assert read(words) == expected


BESIDE = [
    (
        "Dư nợ cho vay đạt 250 tỷ đồng với 4.200 khách hàng đang vay, tăng 18 tỷ đồng so với đầu năm.",
        ["Dư nợ cho vay | 250 tỷ đồng | tăng 18 tỷ đồng", "khách hàng đang vay | 4.200 khách hàng"],
    ),
    (
        "Hội Phụ nữ quản lý 16 Tổ tiết kiệm và vay vốn với 813 hộ vay.",
        ["quản lý | 16 Tổ tiết kiệm và vay vốn", "hộ vay | 813 hộ"],
    ),
    (
        "Toàn xã xảy ra 12 vụ tai nạn giao thông, làm chết 5 người, giảm 2 vụ.",
        [
            "vụ tai nạn giao thông | 12 vụ tai nạn giao thông | giảm 2 vụ",
            "làm chết | 5 người",
        ],
    ),
    (
        "Trạm đã cấp sổ theo dõi cho 340 cụ, bằng 91% trên tổng số người cao tuổi.",
        ["cấp sổ theo dõi | 340 cụ | 91%"],
    ),
    ("Ký biên bản ghi nhớ với 08 nhà đầu tư.", ["Ký biên bản ghi nhớ | 08 nhà đầu tư"]),
]


@pytest.mark.parametrize(("words", "expected"), BESIDE)
def test_what_is_told_beside_a_target_leaves_it_its_figures(words: str, expected: list[str]) -> None:
    assert read(words) == expected


PLACES = [
    (
        "Các xã thu quỹ cao như: xã Tân Lộc (khu Đông) 79 triệu đồng, thị trấn Phú Sơn 55 triệu đồng.",
        ["xã Tân Lộc (khu Đông) | 79 triệu đồng", "thị trấn Phú Sơn | 55 triệu đồng"],
    ),
    (
        "Kết nạp cao nhất gồm: phường Gò Sậy 46 người, phường Rạch Mơ (Ba Động) 38 người.",
        ["phường Gò Sậy | 46 người", "phường Rạch Mơ (Ba Động) | 38 người"],
    ),
]


@pytest.mark.parametrize(("words", "expected"), PLACES)
def test_a_place_in_a_list_of_places_is_a_name(words: str, expected: list[str]) -> None:
    assert read(words) == expected


SERIES = [
    (
        "Sản lượng nước tháng 9 đạt 1,24 triệu m3, lũy kế 9 tháng 10,9 triệu m3, bằng 76,2% kế hoạch.",
        ["Sản lượng nước tháng 9 | 1,24 triệu m3", "Sản lượng nước | 10,9 triệu m3 | 76,2%"],
    ),
    (
        "Tỷ lệ khá, giỏi năm 2016 đạt 70,5%, tăng 4%; năm 2017 đạt 72%, tăng 1,5%.",
        ["Tỷ lệ khá, giỏi | 70,5% | tăng 4%", "Tỷ lệ khá, giỏi | 72% | tăng 1,5%"],
    ),
    (
        "Doanh thu quý I đạt 12 tỷ đồng; tính chung 6 tháng đạt 26 tỷ đồng.",
        ["Doanh thu quý I | 12 tỷ đồng", "Doanh thu | 26 tỷ đồng"],
    ),
    (
        "Tai nạn giao thông 03 vụ, 01 người chết, 04 người bị thương (giảm 01 vụ, tăng 01 người bị thương).",
        [
            "Tai nạn giao thông | 03 vụ | giảm 01 vụ",
            "người chết | 01 người",
            "người bị thương | 04 người | tăng 01 người",
        ],
    ),
    ("Chi bộ kết nạp 07/12 đảng viên (58,3%).", ["kết nạp | 07/12 đảng viên | 58,3%"]),
    ("9/9 chi hội đạt vững mạnh, tỷ lệ 100%.", ["chi hội đạt vững mạnh | 9/9 chi hội | 100%"]),
]


@pytest.mark.parametrize(("words", "expected"), SERIES)
def test_a_period_or_a_share_behind_a_figure_has_no_name_of_its_own(words: str, expected: list[str]) -> None:
    assert read(words) == expected


OTHERS = [
    (  # the first figure is the first target's: not read rather than read wrong
        "Doanh thu 402 tỷ đồng, lợi nhuận 51 tỷ đồng, đạt lần lượt 41% và 47% kế hoạch năm.",
        ["Doanh thu | 402 tỷ đồng", "lợi nhuận | 51 tỷ đồng | 47%"],
    ),
    ("- Thu ngân sách: 12,4 tỷ đồng (46,8% dự toán).", ["Thu ngân sách | 12,4 tỷ đồng | 46,8%"]),
    (
        "- Hồ sơ hành chính: 1.245/1.251 hồ sơ đúng hạn (99,52%).",
        ["Hồ sơ hành chính | 1.245/1.251 hồ sơ | 99,52%"],
    ),
    (
        "II. Mục tiêu tháng 11\n- Thu ngân sách đạt từ 55% dự toán trở lên.\n- 100% hồ sơ được số hóa.",
        ["Thu ngân sách | planned | từ 55% dự toán trở lên", "hồ sơ được số hóa | planned | 100%"],
    ),
    (
        "2. Một số chỉ tiêu chủ yếu năm 2018\n- Thu nhập bình quân 48 triệu đồng.",
        ["Thu nhập bình quân | planned | 48 triệu đồng"],
    ),
    (
        "2. Chỉ tiêu kinh tế năm 2017\n- Thu nhập bình quân 48 triệu đồng.",
        ["Thu nhập bình quân | 48 triệu đồng"],
    ),
    (
        "Tỷ lệ án giảm (năm 2016 còn 4,16 vụ/10.000 dân, kéo giảm 0,92 vụ/10.000 dân; năm 2017 là 4,84 "
        "vụ/10.000 dân).",
        [
            "Tỷ lệ án | 4,16 vụ/10.000 dân | giảm 0,92 vụ/10.000 dân",
            "Tỷ lệ án | 4,84 vụ/10.000 dân",
        ],
    ),
    (
        "Chất lượng đảng viên tăng (năm 2016 có 9 đảng viên bị kỷ luật).",
        ["đảng viên bị kỷ luật | 9 đảng viên"],
    ),
    (
        "Đội quản lý thị trường xử phạt, truy thu đối với 35 hộ kinh doanh, số tiền 5,1 tỷ đồng.",
        ["xử phạt, truy thu | 35 hộ kinh doanh", "số tiền | 5,1 tỷ đồng"],
    ),
    ("Tổng công suất cần đạt 4.180 tấn/ngày vào năm 2030.", ["Tổng công suất | planned | 4.180 tấn/ngày"]),
    ("Báo cáo nêu rõ: 100% chi bộ đã học tập nghị quyết.", ["chi bộ đã học tập nghị quyết | 100%"]),
    (
        "Tòa án giải quyết 82 vụ/127 bị cáo, đạt 85,4%.",
        ["giải quyết | 82 vụ/127 bị cáo | 85,4%"],
    ),
    (
        "Phấn đấu đến 30/9 giải ngân trên 60%, đến 31/12 đạt 95% trở lên.",
        ["giải ngân | planned | trên 60%", "giải ngân | planned | 95% trở lên"],
    ),
    (
        "Vốn giảm nghèo mới giải ngân 2,6 tỷ đồng (đạt 8,1%).",
        ["Vốn giảm nghèo | behind | 2,6 tỷ đồng | 8,1%"],
    ),
    (
        "Tỷ lệ án bị hủy là 0,45%, thấp hơn chỉ tiêu tòa án cấp trên giao (1,5%).",
        ["Tỷ lệ án bị hủy | behind | 0,45% | 1,5%"],
    ),
    (
        "Hội vận động 18 tấn gạo, 4.500 khẩu trang.",
        ["vận động | 18 tấn gạo", "khẩu trang | 4.500 khẩu trang"],
    ),
    (
        "Chỉ tiêu quý II: trồng 24 ha rừng; số vụ vi phạm giảm 10%.",
        ["trồng | planned | 24 ha rừng", "số vụ vi phạm | planned | giảm 10%"],
    ),
]


@pytest.mark.parametrize(("words", "expected"), OTHERS)
def test_a_name_is_found_in_other_layouts(words: str, expected: list[str]) -> None:
    assert read(words) == expected


WORDS = [
    (
        "Bệnh viện khám cho 48.230 lượt người (đạt 104% KH quý).",
        ["khám | exceeded | 48.230 lượt người | 104%"],
    ),
    ("Công ty lắp đặt mới 1.830 đồng hồ nước.", ["lắp đặt mới | 1.830 đồng hồ nước"]),
    ("BHXH tự nguyện có 214 người tham gia.", ["người tham gia | 214 người"]),
    ("Công an huyện khởi tố 12 vụ.", ["khởi tố | 12 vụ"]),
    ("Hội giúp 14 hội viên thoát nghèo.", ["hội viên thoát nghèo | 14 hội viên"]),
    ("Số đảng viên mới đạt 87,5% chỉ tiêu.", ["Số đảng viên mới | 87,5%"]),
    ("Giải ngân mới đạt 37,5% kế hoạch.", ["Giải ngân | behind | 37,5%"]),
    ("Có 69 đảng viên không hoàn thành nhiệm vụ.", ["đảng viên không hoàn thành nhiệm vụ | 69 đảng viên"]),
    (
        "Mục tiêu quý IV: sản lượng 3,6 triệu m3; tỷ lệ thất thoát dưới 16,5%.",
        ["sản lượng | planned | 3,6 triệu m3", "tỷ lệ thất thoát | planned | dưới 16,5%"],
    ),
    (
        "Năm 2018, Hội phấn đấu 100% chi hội có mô hình hay, giảm ít nhất 3 hộ nghèo là hội viên.",
        [
            "chi hội có mô hình hay | planned | 100%",
            "hộ nghèo là hội viên | planned | giảm ít nhất 3 hộ nghèo",
        ],
    ),
    ("Xã đã bàn giao mặt bằng cho 3 dự án.", ["bàn giao mặt bằng | 3 dự án"]),
    ("Bàn giao mặt bằng đạt 85% diện tích.", ["Bàn giao mặt bằng | 85%"]),
    ("Ban hành tổng số 12 văn bản.", ["Ban hành tổng số | 12 văn bản"]),
    ("Tỷ lệ hộ nghèo giảm từ 8,5% xuống còn 4,2%.", ["Tỷ lệ hộ nghèo | 4,2%"]),
    (
        "Xã đã tổ chức an toàn, đúng quy định 17 hội nghị lấy ý kiến cử tri.",
        ["hội nghị lấy ý kiến cử tri | 17 hội nghị"],
    ),
    (
        "UBND xã ban hành 5 quy trình giải quyết công việc nội bộ.",
        ["quy trình giải quyết công việc nội bộ | 5 quy trình"],
    ),
    (
        "Huyện có trên 31 nghìn doanh nghiệp thành lập mới.",
        ["doanh nghiệp thành lập mới | trên 31 nghìn doanh nghiệp"],
    ),
    (
        "Số hội viên còn phải vận động đến cuối năm là 450 người.",
        ["Số hội viên còn phải vận động đến cuối năm | planned | 450 người"],
    ),
]


@pytest.mark.parametrize(("words", "expected"), WORDS)
def test_a_name_is_cut_at_words_not_inside_them(words: str, expected: list[str]) -> None:
    assert read(words) == expected


NONE = [
    "Phó vụ trưởng vụ 4 và trưởng phòng 6 cùng nghe.",
    "Trung tâm có quy mô 750 giường bệnh.",
    "Hội nghị có hơn 200 đại biểu đến từ 13 hội, 52 chi hội trực thuộc.",
]


@pytest.mark.parametrize("words", NONE)
def test_numbers_of_offices_sizes_and_guests_are_no_targets(words: str) -> None:
    assert read(words) == []


CUT_BACK = [
    (
        "Thành phố đã hoàn thành chỉ tiêu tinh giản 10% biên chế so với năm 2015 "
        "(giảm 73 biên chế công chức, 204 biên chế viên chức).",
        [
            "tinh giản 10% biên chế | met | giảm 73 biên chế | 10%",
            "biên chế viên chức | 204 biên chế",
        ],
    ),
    (
        "Thị xã đã sắp xếp giảm 28 đơn vị sự nghiệp (giảm 10%); giải thể 3 trung tâm.",
        ["đơn vị sự nghiệp | giảm 28 đơn vị", "giải thể | 3 trung tâm"],
    ),
    ("Toàn huyện giảm 12 hộ nghèo, 4 hộ cận nghèo.", ["hộ nghèo | giảm 12 hộ nghèo", "hộ cận nghèo | 4 hộ"]),
    ("Sở đã cắt giảm 30% thời gian giải quyết.", ["thời gian giải quyết | giảm 30%"]),
]


@pytest.mark.parametrize(("words", "expected"), CUT_BACK)
def test_what_is_cut_back_names_its_figure(words: str, expected: list[str]) -> None:
    assert read(words) == expected


JUDGED_BEFORE = [
    ("Xã hoàn thành vượt mức chỉ tiêu trồng 300 ha rừng.", ["trồng | exceeded | 300 ha rừng"]),
    ("Hoàn thành chỉ tiêu giao quân với 42 thanh niên.", ["giao quân | met | 42 thanh niên"]),
    ("Xã mới có 6 tiêu chí đạt chuẩn.", ["tiêu chí đạt chuẩn | behind | 6 tiêu chí"]),
    ("Số thu mới có 300 triệu đồng.", ["Số thu | behind | 300 triệu đồng"]),
    ("Xã phấn đấu hoàn thành chỉ tiêu trồng 300 ha rừng.", ["trồng | planned | 300 ha rừng"]),
    ("Xã đạt chuẩn nông thôn mới có 6 hồ chứa.", ["hồ chứa | 6 hồ chứa"]),
]


@pytest.mark.parametrize(("words", "expected"), JUDGED_BEFORE)
def test_what_stands_before_a_name_may_judge_it(words: str, expected: list[str]) -> None:
    assert read(words) == expected


DOUBTFUL = [
    ("Bệnh viện triển khai 110 kỹ thuật.", True),
    ("Hội đang quản lý 69 tổ tiết kiệm và vay vốn.", True),
    ("Thu ngân sách đạt 12 tỷ đồng.", False),
    ("Tỷ lệ hộ nghèo còn 2%.", False),
    ("Năm 2018, xã phấn đấu thu ngân sách 12 tỷ đồng. Tỷ lệ hộ nghèo giảm 1%.", True),
]


@pytest.mark.parametrize(("words", "weak"), DOUBTFUL)
def test_a_target_is_weak_where_verb_and_noun_compete_or_its_goal_is_inferred(words: str, weak: bool) -> None:
    readings = read_report(OPENING + words).readings

    assert [reading.weak for reading in readings if reading.field == "targets"][-1] == weak
