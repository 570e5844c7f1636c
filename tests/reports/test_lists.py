"""Lists in prose: a stated count decides how they are split; where it stays open, the sizes are told."""

from __future__ import annotations

import pytest

from reports.lists import split_list
from reports.text import clean

SPLITS = [
    (
        "kết nạp đảng viên; thu ngân sách; tuyển quân",
        3,
        ["kết nạp đảng viên", "thu ngân sách", "tuyển quân"],
        (3,),
    ),
    (
        "thu ngân sách, tỷ lệ che phủ rừng và số hộ nghèo",
        3,
        ["thu ngân sách", "tỷ lệ che phủ rừng", "số hộ nghèo"],
        (3,),
    ),
    (
        "thu ngân sách, chỉ tiêu y tế và tỷ lệ bảo hiểm",
        2,
        ["thu ngân sách", "chỉ tiêu y tế và tỷ lệ bảo hiểm"],
        (2, 3),
    ),
    ("thu gom và xử lý rác, thu ngân sách", 2, ["thu gom và xử lý rác", "thu ngân sách"], (2,)),
    ("doanh thu (bán lẻ, dịch vụ), số lao động", 2, ["doanh thu (bán lẻ, dịch vụ)", "số lao động"], (2,)),
    ("y tế và giáo dục", 2, ["y tế", "giáo dục"], (1, 2)),
    ("thu ngân sách đạt 1,5 tỷ", 1, ["thu ngân sách đạt 1,5 tỷ"], (1,)),
    ("thu ngân sách, số hộ nghèo", 5, ["thu ngân sách", "số hộ nghèo"], (2,)),
    ("thu ngân sách, số hộ nghèo", None, ["thu ngân sách", "số hộ nghèo"], (2,)),
]


@pytest.mark.parametrize(("phrase", "stated", "entries", "sizes"), SPLITS)
def test_a_list_is_split_so_that_its_count_fits(
    phrase: str, stated: int | None, entries: list[str], sizes: tuple[int, ...]
) -> None:
    text = clean(phrase)
    split = split_list(text, 0, len(text.clean), stated)

    assert [text.clean[a:b] for a, b in split.entries] == entries
    assert split.sizes == sizes
