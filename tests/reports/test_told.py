"""What figures tell: shares, demands, names without helpers and moods; what the meeting gave tells none."""

from __future__ import annotations

import pytest

from .test_targets import read

OF_THE_MEETING = [
    "Nhân dịp này, lãnh đạo ngân hàng đã trao tặng Trạm Y tế xã Tân Lộc bộ máy vi tính và 30 triệu đồng.",
    "Tại buổi làm việc, đoàn công tác trao tặng Hội Chữ thập đỏ huyện 50 triệu đồng và 200 suất quà.",
    "Cũng tại hội nghị, Công đoàn ngành đã tặng 20 suất quà cho đoàn viên khó khăn.",
    "Dịp này, Ban tổ chức cấp giấy chứng nhận báo cáo viên giỏi cho 45 đồng chí.",
    "Đã có 7 giám đốc sở trả lời chất vấn, song còn chung chung.",
    "Có 5 cơ quan phát biểu và 3 đơn vị giải trình thêm.",
    "4 tuyến đường được đổi tên: Cây Sung, Bến Mới, Hoa Gạo và Đồng Rùa.",
    "Các tháng 7, 8 con số này là hơn 900.",
    "Còn hạn chế trong công tác quản lý quỹ đất 20% của huyện.",
    "Còn yếu kém trong sử dụng quỹ đất 20 - 25% của thành phố.",
]


@pytest.mark.parametrize("words", OF_THE_MEETING)
def test_what_the_meeting_gave_answered_or_lists_is_no_target(words: str) -> None:
    assert read(words) == []


GIVEN = [
    ("Trong năm, Hội đã tặng 1.200 suất quà.", ["tặng | 1.200 suất quà"]),
    ("Năm qua, công đoàn đã trao tặng 12 mái ấm công đoàn.", ["trao tặng | 12 mái ấm công đoàn"]),
    ("Sau bầu cử, toàn xã vận động 45 người tham gia bảo hiểm y tế.", ["vận động | 45 người"]),
    ("Chi vốn đầu tư mới được tầm 38% kế hoạch.", ["Chi vốn đầu tư | 38%"]),
    ("Quý III có 9 thanh niên mất việc.", ["thanh niên mất việc | 9 thanh niên"]),
    ("Phấn đấu tăng trưởng đạt 2 con số.", ["tăng trưởng | planned | 2 con số"]),
]


@pytest.mark.parametrize(("words", "expected"), GIVEN)
def test_what_was_given_in_the_year_is_a_result(words: str, expected: list[str]) -> None:
    assert read(words) == expected


SHARES = [
    (
        "Tỷ lệ cán bộ có trình độ đại học chiếm hơn 72%; chỉ có 15% đã qua lớp trung cấp lý luận.",
        ["Tỷ lệ cán bộ có trình độ đại học | hơn 72%", "đã qua lớp trung cấp lý luận | behind | 15%"],
    ),
    (
        "Số hộ có nước máy chiếm 64%; số hộ dùng nước giếng chiếm 30%.",
        ["Số hộ có nước máy | 64%", "số hộ dùng nước giếng | 30%"],
    ),
    ("Số giáo viên đạt chuẩn chiếm tỷ lệ 91%.", ["Số giáo viên đạt chuẩn | 91%"]),
    ("Lao động nữ chiếm 45% tổng số lao động.", []),
    ("Số vụ do bất cẩn chiếm 80%.", []),
    (
        "Chỉ có 40% hộ dân tham gia bảo hiểm y tế.",
        ["hộ dân tham gia bảo hiểm y tế | behind | 40%"],
    ),
    ("Toàn xã có tới 80% số vụ cháy là do bất cẩn.", []),
]


@pytest.mark.parametrize(("words", "expected"), SHARES)
def test_a_share_of_those_counted_is_reached(words: str, expected: list[str]) -> None:
    assert read(words) == expected


NAMES = [
    (
        "Các đơn vị trao đổi được 320 tin, trong đó có 45 tin giá trị giúp công an xã phá án.",
        ["Các đơn vị trao đổi | 320 tin", "tin giá trị | 45 tin"],
    ),
    ("Có 5 mô hình giúp hộ nghèo vươn lên.", ["mô hình giúp hộ nghèo vươn lên | 5 mô hình"]),
    ("Có 620 lượt hộ nghèo được trợ giúp.", ["lượt hộ nghèo được trợ giúp | 620 lượt hộ"]),
    (
        "Công an huyện khám phá 11 vụ, đưa 15 người nghiện đi cai nghiện bắt buộc.",
        ["khám phá | 11 vụ", "người nghiện đi cai nghiện bắt buộc | 15 người"],
    ),
    (
        "Huyện đào tạo nghề cho 300 người, đưa 230 lao động đi làm việc ở nước ngoài.",
        ["đào tạo nghề | 300 người", "lao động đi làm việc ở nước ngoài | 230 lao động"],
    ),
    (
        "Tháng 6, toàn tỉnh ghi nhận số ca mắc tăng vọt với hơn 1.700 ca.",
        ["số ca mắc | hơn 1.700 ca"],
    ),
    (
        "Dịch bệnh có dấu hiệu lắng xuống khi số ca nhập viện giảm 30% so với tháng trước.",
        ["số ca nhập viện | giảm 30%"],
    ),
    ("Du lịch khởi sắc khi khách lưu trú tăng 22% so với cùng kỳ.", ["khách lưu trú | tăng 22%"]),
    ("Tỷ lệ người hài lòng khi đến giao dịch đạt 92%.", ["Tỷ lệ người hài lòng khi đến giao dịch | 92%"]),
    ("Các hợp tác xã trên địa bàn có nhu cầu vay vốn 15 tỷ đồng.", ["nhu cầu vay vốn | 15 tỷ đồng"]),
    (
        "Dịp cuối năm, các nhà máy trên địa bàn có nhu cầu tuyển 3.000 - 5.000 công nhân.",
        ["nhu cầu tuyển | 3.000 - 5.000 công nhân"],
    ),
    (
        "Dân quân xã tổ chức tuần tra chung với bộ đội được 48 lượt tổ/234 lượt người.",
        ["tuần tra chung với bộ đội | 48 lượt tổ/234 lượt người"],
    ),
]


@pytest.mark.parametrize(("words", "expected"), NAMES)
def test_helpers_actors_and_moods_are_no_part_of_a_name(words: str, expected: list[str]) -> None:
    assert read(words) == expected


AGAINST_A_GOAL = [
    (
        "Dự báo tăng trưởng cả năm của huyện đạt 6,2% (mục tiêu đề ra là 8%).",
        ["tăng trưởng cả năm của huyện | behind | 6,2% | 8%"],
    ),
    ("Doanh thu đạt 12 tỷ đồng (mục tiêu 10 tỷ đồng).", ["Doanh thu | 12 tỷ đồng | 10 tỷ đồng"]),
    ("Tỷ lệ hộ nghèo còn 2,5% (mục tiêu 3%).", ["Tỷ lệ hộ nghèo | 2,5% | 3%"]),
    ("Dự báo tăng trưởng cả năm của huyện đạt 6,2%.", ["tăng trưởng cả năm của huyện | planned | 6,2%"]),
    (
        "Xã phải giải quyết được 60% số vụ việc tồn đọng trong năm.",
        ["số vụ việc tồn đọng | planned | 60%"],
    ),
    ("Trong năm cần vận động được ít nhất 50 triệu đồng.", ["vận động | planned | ít nhất 50 triệu đồng"]),
]


@pytest.mark.parametrize(("words", "expected"), AGAINST_A_GOAL)
def test_what_falls_short_of_its_goal_is_behind_and_what_must_be_is_a_goal(
    words: str, expected: list[str]
) -> None:
    assert read(words) == expected


NUMBERS = [
    ("Số doanh nghiệp thành lập mới là 210, tăng 15%.", ["Số doanh nghiệp thành lập mới | 210 | tăng 15%"]),
    (
        "Tổng số vụ án đã thụ lý là 156; giải quyết 120 vụ.",
        ["Tổng số vụ án đã thụ lý | 156", "giải quyết | 120 vụ"],
    ),
    ("Số ca mắc sốt xuất huyết giảm còn 35, không có tử vong.", ["Số ca mắc sốt xuất huyết | 35"]),
    ("Số xã đạt chuẩn nông thôn mới tăng lên 18.", ["Số xã đạt chuẩn nông thôn mới | 18"]),
    ("Các tháng 7, 8 số ca mắc đều tăng.", []),
    ("Trong tháng 9, 12 hộ thoát nghèo.", ["hộ thoát nghèo | 12 hộ"]),
    ("Văn bản số hiệu là 210, ban hành năm 2016.", []),
    ("Nhà số 5 là 210.", []),
]


@pytest.mark.parametrize(("words", "expected"), NUMBERS)
def test_a_number_of_things_takes_its_unit_from_its_name(words: str, expected: list[str]) -> None:
    assert read(words) == expected


CUT = [
    ("Riêng chỉ tiêu thu thuế chỉ đạt 71%.", ["thu thuế | behind | 71%"]),
    ("Đến nay mới giải ngân được 42 tỷ đồng, còn thấp.", ["giải ngân | behind | 42 tỷ đồng"]),
    (
        "Xảy ra 3 vụ cháy, thiệt hại 250 triệu đồng.",
        ["vụ cháy | 3 vụ cháy", "thiệt hại | 250 triệu đồng"],
    ),
]


@pytest.mark.parametrize(("words", "expected"), CUT)
def test_a_name_begins_and_ends_at_whole_words_and_clauses(words: str, expected: list[str]) -> None:
    assert read(words) == expected
