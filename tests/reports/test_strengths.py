"""Strengths: results as staff would list them, not the rows of targets, plans or what the meeting did."""

from __future__ import annotations

import pytest

from reports import read_report

OPENING = "Ngày 3/10/2017, UBND xã Tân Lộc tổ chức hội nghị. "


def strengths(words: str) -> list[str]:
    return [span.text for span in read_report(OPENING + words).strengths]


PRAISED = [
    ("An ninh, trật tự được giữ vững; công tác tuyển quân bảo đảm đủ số lượng.",
     ["An ninh, trật tự được giữ vững", "công tác tuyển quân bảo đảm đủ số lượng"]),
    ("Nhìn chung, kinh tế của xã tiếp tục phát triển.", ["kinh tế của xã tiếp tục phát triển"]),
    ("Trường học được sửa chữa trước mùa mưa.", ["Trường học được sửa chữa trước mùa mưa"]),
    ("Theo Trưởng trạm Y tế, dịch bệnh được kiểm soát.", ["dịch bệnh được kiểm soát"]),
    ("Hợp tác xã đã chủ động tìm đầu ra cho nông sản.", ["Hợp tác xã đã chủ động tìm đầu ra cho nông sản"]),
    ("Sinh hoạt chi bộ đi vào nền nếp.", ["Sinh hoạt chi bộ đi vào nền nếp"]),
    (
        "Ông Tám cho biết, có 03 chỉ tiêu đạt là thu ngân sách; số hộ thoát nghèo; số hộ có điện;"
        " 03 chỉ tiêu chưa đạt là giải ngân; số mô hình hoạt động có hiệu quả; số nhà được sửa chữa.",
        [],
    ),
    ("Thu ngân sách đạt 5 tỷ đồng, vượt kế hoạch.", []),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), PRAISED)
def test_what_goes_well_is_read_clause_by_clause(words: str, expected: list[str]) -> None:
    assert strengths(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Các đơn vị cần tiếp tục phát huy kết quả đạt được.",
        "Để kỳ họp đạt kết quả, các đại biểu thảo luận dân chủ.",
        "Hội nghị đã thành công tốt đẹp.",
        "Việc nhỏ này không được quan tâm.",
        "Hồ sơ được chuyển đến Sở Xây dựng.",
        "Việc thực hiện tốt quy chế còn chậm.",
        "Thời gian tới, xã phấn đấu phát triển ổn định.",
        "Bí thư đã truyền đạt nội dung tiếp tục đổi mới phương thức lãnh đạo.",
    ],
)
def test_plans_conditions_and_proceedings_are_no_strengths(words: str) -> None:
    assert strengths(words) == []


def test_rows_of_targets_below_a_heading_are_left_to_the_targets() -> None:
    told = "\n\nƯu điểm\n- Thu ngân sách đạt 5 tỷ đồng.\n- Phong trào thi đua phát triển rộng khắp."

    assert strengths(told) == ["Phong trào thi đua phát triển rộng khắp"]


def test_a_heading_inside_the_results_is_no_strength() -> None:
    text = (
        "Ngày 2/7/2026, Đảng ủy xã An Lộc họp.\n\nI. KẾT QUẢ ĐẠT ĐƯỢC\n\n1. Về kinh tế\n\n"
        "Thu ngân sách đạt 2,1 tỷ đồng.\n\n2. Về xây dựng Đảng\n\n- Sinh hoạt chi bộ đúng quy định.\n\n"
        "3. Về dân vận\n\nTổ dân vận hoạt động đều. Trong 15 chỉ tiêu nghị quyết năm 2026, có 09 chỉ"
        " tiêu đạt và vượt; 02 chỉ tiêu đạt thấp.\n"
    )

    assert [found.text for found in read_report(text).strengths] == [
        "Sinh hoạt chi bộ đúng quy định",
        "Tổ dân vận hoạt động đều",
    ]
