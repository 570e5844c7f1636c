"""Goals: what opens them, how far they reach, and results beside them."""

from __future__ import annotations

import pytest

from .test_targets import read

COMING = [
    (
        "Thống nhất mức tăng trưởng tín dụng năm 2018 là 14%, nợ xấu dưới 2%.",
        ["tăng trưởng tín dụng | planned | 14%", "nợ xấu | planned | dưới 2%"],
    ),
    (
        "Năm 2018, thu ngân sách 45 tỷ đồng; đàn bò 3.000 con.",
        ["thu ngân sách | planned | 45 tỷ đồng", "đàn bò | planned | 3.000 con"],
    ),
    (
        "Năm 2016 thu ngân sách 40 tỷ đồng, năm 2017 đạt 45 tỷ đồng.",
        ["thu ngân sách | 40 tỷ đồng", "thu ngân sách | 45 tỷ đồng"],
    ),
    (
        "\n\nII. KẾ HOẠCH THÁNG 11\nNước thương phẩm 210 triệu đồng; tổn thất không quá 14%.",
        ["Nước thương phẩm | planned | 210 triệu đồng", "tổn thất | planned | không quá 14%"],
    ),
    (
        "Xã đã xây dựng kế hoạch năm 2018; thu ngân sách đạt 12 tỷ đồng.",
        ["thu ngân sách | 12 tỷ đồng"],
    ),
]


@pytest.mark.parametrize(("words", "expected"), COMING)
def test_a_year_to_come_tells_goals(words: str, expected: list[str]) -> None:
    assert read(words) == expected


DEMANDED = [
    (
        "Đồng chí Bí thư yêu cầu năm 2018 phải kết nạp ít nhất 50 đảng viên, giảm 100 hộ nghèo, "
        "thu ngân sách tăng 10% trở lên.",
        [
            "kết nạp | planned | ít nhất 50 đảng viên",
            "hộ nghèo | planned | giảm 100 hộ nghèo",
            "thu ngân sách | planned | tăng 10% trở lên",
        ],
    ),
    (
        "Công ty đặt mục tiêu năm 2018 tiêu thụ 2,5 triệu tấn xi măng, tăng 6% so với năm 2017; "
        "nộp ngân sách 320 tỷ đồng.",
        ["tiêu thụ | planned | 2,5 triệu tấn", "nộp ngân sách | planned | 320 tỷ đồng"],
    ),
]


@pytest.mark.parametrize(("words", "expected"), DEMANDED)
def test_what_is_demanded_in_figures_is_a_goal(words: str, expected: list[str]) -> None:
    assert read(words) == expected


SHORT_PLANS = [
    ("Tỷ lệ bao phủ BHYT 91% (KH 92%).", ["Tỷ lệ bao phủ BHYT | 91% | 92%"]),
    (
        "Thu ngân sách ước đạt 45 tỷ đồng/KH 42 tỷ đồng, bằng 107%.",
        ["Thu ngân sách | exceeded | 45 tỷ đồng | 107% | 42 tỷ đồng"],
    ),
    ("Trồng rừng 320 ha (KH 300 ha), vượt 6,7%.", ["Trồng rừng | exceeded | 320 ha | vượt 6,7% | 300 ha"]),
]


@pytest.mark.parametrize(("words", "expected"), SHORT_PLANS)
def test_a_plan_may_be_abbreviated(words: str, expected: list[str]) -> None:
    assert read(words) == expected


FELLOWS = [
    (
        "100% cán bộ, đảng viên được học tập nghị quyết.",
        ["cán bộ, đảng viên được học tập nghị quyết | 100%"],
    ),
    (
        "Có 95% cán bộ, công chức, viên chức hoàn thành tốt nhiệm vụ.",
        ["cán bộ, công chức, viên chức hoàn thành tốt nhiệm vụ | 95%"],
    ),
    (
        "Có 12 xã, phường đạt chuẩn, 3 xã chưa đạt.",
        ["xã, phường đạt chuẩn | 12 xã, phường", "xã chưa đạt | 3 xã"],
    ),
]


@pytest.mark.parametrize(("words", "expected"), FELLOWS)
def test_people_listed_together_stay_one_name(words: str, expected: list[str]) -> None:
    assert read(words) == expected
