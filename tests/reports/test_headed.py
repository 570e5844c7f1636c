"""Lists of targets under a line that says how far they are."""

import pytest

from reports import read_report
from reports.model import TargetStatus as S

REPORT = """ĐẢNG ỦY XÃ LŨNG CAO
Hội nghị tổng kết năm 2026

Sáng 12/01/2027, Đảng ủy xã Lũng Cao tổ chức hội nghị tổng kết. Trong 7 chỉ tiêu có 02 chỉ tiêu chưa đạt.

{exceeded}
- Sản lượng chè búp tươi đạt 1.240 tấn (nghị quyết 1.100 tấn);
- Số lao động có việc làm mới: thực hiện 96 người, nghị quyết đề ra 80 người;

* Các chỉ tiêu đạt nghị quyết:
- Tỷ lệ che phủ rừng 61,5%;
- Giao quân.

* Những chỉ tiêu chưa đạt:
- Tỷ lệ rác thải sinh hoạt được thu gom, xử lý đạt 64%, nghị quyết là 75%.

Hội nghị thống nhất:
- Xây 02 cầu dân sinh trong năm 2027.
"""


@pytest.mark.parametrize(
    "heading", ["* Các chỉ tiêu vượt nghị quyết gồm:", "Các chỉ tiêu vượt:", "Nhóm chỉ tiêu vượt kế hoạch:"]
)
def test_the_line_above_a_list_tells_how_far_its_targets_are(heading: str) -> None:
    report = read_report(REPORT.format(exceeded=heading))

    statuses = {target.name.text: target.status for target in report.targets}
    assert {name: status for name, status in statuses.items() if status} == {
        "Sản lượng chè búp tươi": S.EXCEEDED,
        "Số lao động có việc làm mới": S.EXCEEDED,
        "Tỷ lệ che phủ rừng": S.MET,
        "Giao quân": S.MET,
        "Tỷ lệ rác thải sinh hoạt được thu gom, xử lý": S.BEHIND,
    }


def test_a_line_that_heads_something_else_ends_the_list() -> None:
    report = read_report(REPORT.format(exceeded="Các chỉ tiêu vượt:"))

    behind = [target.name.text for target in report.targets if target.status is S.BEHIND]
    assert behind == ["Tỷ lệ rác thải sinh hoạt được thu gom, xử lý"]
