"""Figures of a table are said with the unit that stands in a column of its own."""

from __future__ import annotations

from handlers.targets import figures_of
from handlers.texts import Texts
from reports import read_report

TABLE = """UBND XÃ TÂN LẬP

BÁO CÁO
Kết quả 9 tháng năm 2026

| TT | Chỉ tiêu | ĐVT | Kế hoạch | Thực hiện | Tỷ lệ (%) |
| 1 | Thu ngân sách | tỷ đồng | 38,5 | 41,7 | 108,3 |
| 2 | Rừng trồng mới | ha | 150 | 120 ha | 80% |
"""


def test_a_unit_from_another_column_is_said_once() -> None:
    first, second = read_report(TABLE).targets
    texts = Texts("vi")

    assert [
        words for words in ("41,7 tỷ đồng", "38,5 tỷ đồng", "108,3%") if words in figures_of(first, texts)
    ] == [
        "41,7 tỷ đồng",
        "38,5 tỷ đồng",
        "108,3%",
    ]
    assert "120 ha;" in figures_of(second, texts) + ";"
    assert "ha ha" not in figures_of(second, texts)
