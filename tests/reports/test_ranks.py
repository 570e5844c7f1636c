"""Ranks of indices: where they stand, and where they are meant to stand."""

from __future__ import annotations

import pytest

from .test_targets import read

RANKS = [
    (
        "Chỉ số PCI của tỉnh xếp thứ 12/63 tỉnh, thành phố.",
        ["Chỉ số PCI của tỉnh | thứ 12/63 tỉnh, thành phố"],
    ),
    (
        "Chỉ số cải cách hành chính năm 2016 đứng thứ 8 cả nước, tăng 5 bậc so với năm 2015.",
        ["Chỉ số cải cách hành chính | thứ 8 | tăng 5 bậc"],
    ),
    (
        "Phấn đấu chỉ số PAPI vào nhóm các tỉnh dẫn đầu, chỉ số PAR Index trong nhóm 10 địa phương tốt nhất "
        "và thu ngân sách đạt 12 tỷ đồng.",
        [
            "chỉ số PAPI | planned | nhóm các tỉnh dẫn đầu",
            "chỉ số PAR Index | planned | nhóm 10 địa phương tốt nhất",
            "thu ngân sách | planned | 12 tỷ đồng",
        ],
    ),
    (
        "Nhiệm vụ của ngành là đưa thứ hạng chính quyền điện tử vào top 10 cả nước.",
        ["thứ hạng chính quyền điện tử | planned | top 10 cả nước"],
    ),
    (
        "Phấn đấu đưa năng lực cạnh tranh lên vị trí thứ 15/63 tỉnh.",
        ["năng lực cạnh tranh | planned | thứ 15/63 tỉnh"],
    ),
    ("Đồng chí Tám được xếp thứ 2 trong hội thi.", []),
    ("Công ty thuộc nhóm 5 doanh nghiệp lớn nhất tỉnh.", []),
    ("Trường đạt giải thứ 2 cấp tỉnh.", []),
    ("Xã vào nhóm 3 xã khó khăn.", []),
]


@pytest.mark.parametrize(("words", "expected"), RANKS)
def test_the_rank_of_an_index_is_a_figure(words: str, expected: list[str]) -> None:
    assert read(words) == expected
