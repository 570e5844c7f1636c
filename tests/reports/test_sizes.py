"""Sizes that only describe, votes, actors that are no names, and figures told in turn."""

from __future__ import annotations

import pytest

from .test_targets import read

SIZES = [
    ("Hiện toàn huyện có 45 chi bộ, 1.250 đảng viên.", []),
    ("Bệnh viện có 130 giường bệnh, 45 bác sĩ.", []),
    ("Xã có 12 thôn, 3.400 hộ với 12.500 nhân khẩu.", []),
    ("Trường có 25 lớp với 820 học sinh.", []),
    ("Toàn ngành có 82 công đoàn cơ sở với 3.265 cán bộ, giáo viên là đoàn viên.", []),
    ("Công ty có 1.200 lao động, tăng 35 người.", ["lao động | 1.200 lao động | tăng 35 người"]),
    ("Trong quý, có 45 doanh nghiệp thành lập mới.", ["doanh nghiệp thành lập mới | 45 doanh nghiệp"]),
    ("Hội có 5 chi hội được công nhận vững mạnh.", ["chi hội được công nhận vững mạnh | 5 chi hội"]),
    ("Trường có 98% học sinh lên lớp.", ["học sinh lên lớp | 98%"]),
    ("Toàn xã có 48 hộ nghèo.", ["hộ nghèo | 48 hộ nghèo"]),
    ("Có 12 hộ thoát nghèo, 3 hộ tái nghèo.", ["hộ thoát nghèo | 12 hộ", "hộ tái nghèo | 3 hộ"]),
    ("Hội nghị biểu quyết nhất trí 100% thông qua nghị quyết.", []),
    ("Có 100% đại biểu tán thành.", []),
]


@pytest.mark.parametrize(("words", "expected"), SIZES)
def test_a_size_is_no_target_unless_it_changed_or_happened(words: str, expected: list[str]) -> None:
    assert read(words) == expected


ACTORS = [
    ("Trong tháng, toàn xã kết nạp 6 đảng viên.", ["kết nạp | 6 đảng viên"]),
    ("Toàn trường tuyển sinh được 420 học sinh.", ["tuyển sinh | 420 học sinh"]),
    ("Toàn ngành giải quyết 1.250 hồ sơ.", ["giải quyết | 1.250 hồ sơ"]),
    ("Cả khối trồng 45 ha rừng.", ["trồng | 45 ha rừng"]),
    ("Chi cục Thuế thu 145 tỷ đồng, đạt 80% dự toán.", ["thu | 145 tỷ đồng | 80%"]),
    ("Bảo hiểm xã hội huyện thu 125 tỷ đồng.", ["thu | 125 tỷ đồng"]),
    ("Hợp tác xã gieo cấy 320 ha lúa.", ["gieo cấy | 320 ha lúa"]),
    ("Hội giúp 25 chị em vay vốn 1,2 tỷ đồng.", ["chị em vay vốn | 25 chị em"]),
    ("Không còn xã dưới 10 tiêu chí.", []),
    (
        "Sản lượng điện đạt 45 triệu kWh, tăng 8,2%; tổn thất 4,85%, giảm 0,35%.",
        ["Sản lượng điện | 45 triệu kWh | tăng 8,2%", "tổn thất | 4,85% | giảm 0,35%"],
    ),
]


@pytest.mark.parametrize(("words", "expected"), ACTORS)
def test_who_did_it_is_no_part_of_the_name(words: str, expected: list[str]) -> None:
    assert read(words) == expected


IN_TURN = [
    (
        "Tổng số hộ nghèo và hộ cận nghèo lần lượt là 45 hộ và 60 hộ.",
        ["Tổng số hộ nghèo | 45 hộ", "hộ cận nghèo | 60 hộ"],
    ),
    (
        "Doanh thu và lợi nhuận của công ty lần lượt tăng 12% và 8% so với cùng kỳ.",
        ["Doanh thu | tăng 12%", "lợi nhuận của công ty | 8%"],
    ),
    (
        "Tỷ lệ khám phá án chung và án rất nghiêm trọng đạt lần lượt 85% và 97%.",
        ["Tỷ lệ khám phá án chung | 85%", "án rất nghiêm trọng | 97%"],
    ),
    (
        "Năm 2017, giải ngân vốn tỉnh, vốn huyện, vốn xã lần lượt đạt 65%, 72% và 81% kế hoạch.",
        ["giải ngân vốn tỉnh | 65%", "vốn huyện | 72%", "vốn xã | 81%"],
    ),
    (
        "Phấn đấu tỷ lệ học sinh khá và học sinh giỏi lần lượt đạt 45% và 20%.",
        ["tỷ lệ học sinh khá | planned | 45%", "học sinh giỏi | planned | 20%"],
    ),
    ("Chỉ số công nghiệp tăng 146 điểm, tương ứng tăng 18%.", ["Chỉ số công nghiệp | tăng 146 điểm"]),
    ("Các đội lần lượt nhận 3 giải và 4 giải.", []),
    (
        "Xuất khẩu gạo ước 3,2 nghìn tấn, kim ngạch đạt 1,5 triệu USD, giảm tương ứng 12% và 8%.",
        ["Xuất khẩu gạo | 3,2 nghìn tấn | giảm tương ứng 12%", "kim ngạch | 1,5 triệu USD | 8%"],
    ),
    (
        "Số vụ là 12 vụ, số người chết là 5 người, lần lượt giảm 20% và 15% so với cùng kỳ.",
        ["Số vụ | 12 vụ | giảm 20%", "số người chết | 5 người | 15%"],
    ),
    (
        "Xảy ra 12 vụ tai nạn giao thông, làm 5 người chết, 9 người bị thương; so với cùng kỳ giảm 3 vụ, "
        "2 người chết, 1 người bị thương.",
        [
            "vụ tai nạn giao thông | 12 vụ tai nạn giao thông | giảm 3 vụ",
            "người chết | 5 người | 2 người",
            "người bị thương | 9 người | 1 người",
        ],
    ),
    (
        "Số vụ cháy giảm cả 3 tiêu chí: 12 vụ, 5 người chết.",
        ["Số vụ cháy | 12 vụ", "người chết | 5 người"],
    ),
]


@pytest.mark.parametrize(("words", "expected"), IN_TURN)
def test_figures_told_in_turn_go_to_the_names_in_order(words: str, expected: list[str]) -> None:
    assert read(words) == expected


MONEY_AND_PRIZES = [
    (
        "Huyện đã giao kế hoạch vốn đầu tư công là 345 tỷ đồng, trong đó vốn huyện là 120 tỷ đồng; "
        "đến nay giải ngân đạt 200 tỷ đồng.",
        ["giải ngân | 200 tỷ đồng"],
    ),
    ("Chương trình đã bố trí hơn 41 tỷ đồng, trong đó có 7 tỷ đồng hỗ trợ sản xuất.", []),
    (
        "Tổng vốn được giao là 12 tỷ đồng, đã giải ngân 8 tỷ đồng, đạt 67%.",
        ["giải ngân | 8 tỷ đồng | 67%"],
    ),
    ("Trường giành 3 giải Nhất, 1 giải Nhì.", ["giải Nhất | 3 giải", "giải Nhì | 1 giải"]),
    ("Hội thao trao 3 giải Nhất, 1 giải Nhì.", []),
    ("Kết quả trên đạt được nhờ 3 giải pháp.", []),
    ("Hội tặng 450 suất quà cho hộ nghèo.", ["tặng | 450 suất quà"]),
    ("GRDP tăng 9,2%, đạt mức nghị quyết giao (năm trước tăng 8,6%).", ["GRDP | met | tăng 9,2%"]),
]


@pytest.mark.parametrize(("words", "expected"), MONEY_AND_PRIZES)
def test_what_is_allotted_or_given_out_is_no_result(words: str, expected: list[str]) -> None:
    assert read(words) == expected


CAUSED = [
    ("Mưa lũ cũng khiến 15 người thiệt mạng.", ["người thiệt mạng | 15 người"]),
    ("Bão làm 120 nhà sập.", ["nhà sập | 120 nhà"]),
    ("Hội đang quản lý 69 tổ tiết kiệm và vay vốn.", ["quản lý | 69 tổ tiết kiệm và vay vốn"]),
]


@pytest.mark.parametrize(("words", "expected"), CAUSED)
def test_what_was_caused_names_its_figure(words: str, expected: list[str]) -> None:
    assert read(words) == expected


def test_what_is_told_twice_stays_where_it_was_told_first() -> None:
    words = "Có 270 hộ thoát nghèo.\n\nThu ngân sách đạt 4 tỷ đồng.\n\nĐã có 270 hộ thoát nghèo."

    assert read(words) == ["hộ thoát nghèo | 270 hộ", "Thu ngân sách | 4 tỷ đồng"]
