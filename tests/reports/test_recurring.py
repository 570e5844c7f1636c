"""Limitations and tasks that come back, and such that only sound alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from reports.recurring import LEAST_ALIKE, gist, is_told_again

AGAIN = [
    ("Tiến độ giải ngân vốn đầu tư công còn chậm", "Giải ngân vốn đầu tư công chậm"),
    (
        "Việc thu gom rác ở các ấp xa trung tâm chưa thường xuyên",
        "thu gom rác ở các ấp xa trung tâm vẫn chưa thường xuyên",
    ),
    ("tỷ lệ hồ sơ nộp trực tuyến còn thấp", "Tỷ lệ hồ sơ trực tuyến còn thấp"),
    (
        "Sinh hoạt của một số chi bộ chưa đúng hướng dẫn",
        "Sinh hoạt chi bộ ở một số nơi chưa đúng hướng dẫn",
    ),
    (
        "tình trạng lấn chiếm vỉa hè còn tái diễn ở khu vực chợ",
        "Lấn chiếm vỉa hè khu vực chợ tiếp tục tái diễn",
    ),
    (
        "giải ngân vốn đầu tư công chậm, đến 30/9 mới đạt 52,6% kế hoạch",
        "Giải ngân vốn đầu tư công còn chậm, đến 30/6 mới đạt 31,2% kế hoạch",
    ),
    ("Nợ thuế còn 1,2 tỷ đồng của các hộ kinh doanh", "Nợ thuế của các hộ kinh doanh còn 950 triệu đồng"),
    ("Thu ngân sách đạt thấp so với dự toán", "thu ngân sách đạt thấp so với kế hoạch"),
    (
        "Công tác cải cách hành chính ở một số đơn vị còn chậm",
        "cải cách hành chính tại một số đơn vị chuyển biến chậm",
    ),
    ("xử lý vi phạm TTXD thiếu kiên quyết", "Việc xử lý vi phạm trật tự xây dựng chưa kiên quyết"),
    ("giai ngan von dau tu cong con cham", "Giải ngân vốn đầu tư công còn chậm"),
    (
        "Đẩy nhanh tiến độ thi công tuyến đường ấp 3, giải ngân hết vốn được giao trước ngày 31/12/2026",
        "Đẩy nhanh tiến độ thi công tuyến đường ấp 3, giải ngân hết vốn được giao",
    ),
    (
        "Vận động nhân dân tham gia bảo hiểm y tế, nhất là các hộ mới thoát nghèo",
        "Tiếp tục vận động nhân dân tham gia BHYT, nhất là hộ mới thoát nghèo",
    ),
    ("Thiếu vốn", "thiếu vốn"),
]

TWO_THINGS = [
    ("Tiến độ giải ngân vốn đầu tư công còn chậm", "Tiến độ thi công công trình còn chậm"),
    ("Tỷ lệ hồ sơ trực tuyến còn thấp", "Tỷ lệ hộ sử dụng nước sạch còn thấp"),
    ("việc số hóa hồ sơ đất đai còn chậm", "việc giải quyết hồ sơ đất đai còn chậm"),
    (
        "ý thức chấp hành pháp luật của một số người dân chưa cao",
        "ý thức bảo vệ môi trường của một số người dân chưa cao",
    ),
    ("Trang thiết bị của trạm y tế còn thiếu", "Trang thiết bị của trường học còn thiếu"),
    ("thu ngân sách đạt thấp", "thu hút đầu tư đạt thấp"),
    ("Một số nhiệm vụ hoàn thành chậm", "Một số chỉ tiêu đạt thấp"),
    (
        "Hoàn thành hồ sơ quyết toán trước ngày 30/11",
        "Hoàn thành hồ sơ xây dựng nhà ở trước ngày 30/11",
    ),
    ("Vận động nhân dân tham gia bảo hiểm y tế", "Vận động nhân dân tham gia bảo hiểm xã hội tự nguyện"),
    ("Phòng Kinh tế báo cáo kết quả trước ngày 20/10", "Phòng Nội vụ báo cáo kết quả trước ngày 20/10"),
]

A_WORD_APART = [
    ("Hạ tầng giao thông nông thôn chưa đồng bộ", "Hạ tầng thủy lợi nông thôn chưa đồng bộ"),
    ("Sinh hoạt của một số chi bộ chưa đúng hướng dẫn", "Sinh hoạt của một số chi đoàn chưa đúng hướng dẫn"),
    ("Bến đò số 1 chưa lắp biển báo", "Bến đò số 2 chưa lắp biển báo"),
    ("Bến đò số 1 chưa lắp biển báo", "Bến đò chưa lắp biển báo"),
    ("tỷ lệ hộ nghèo còn cao", "tỷ lệ hộ cận nghèo còn cao"),
    (
        "Đẩy nhanh tiến độ thi công tuyến đường ấp 3, giải ngân hết vốn được giao",
        "Đẩy nhanh tiến độ thi công tuyến đường ấp 5, giải ngân hết vốn được giao",
    ),
    (
        "Tổ chức tốt kỳ họp thường lệ cuối năm của HĐND xã",
        "Tổ chức tốt kỳ họp thường lệ giữa năm của HĐND xã",
    ),
    ("Số vụ tai nạn giao thông tăng so với cùng kỳ", "Số vụ tai nạn giao thông giảm so với cùng kỳ"),
    ("Diện tích dừa bị sâu bệnh ở nhiều ấp", "Diện tích dưa bị sâu bệnh ở nhiều ấp"),
    ("Thiếu vốn", "Thiếu người"),
    ("còn", "vẫn"),
]


@pytest.mark.parametrize(("one", "other"), AGAIN)
def test_what_is_told_again_is_recognised(one: str, other: str) -> None:
    assert is_told_again(gist(one), gist(other))
    assert is_told_again(gist(other), gist(one))


@pytest.mark.parametrize(("one", "other"), [*TWO_THINGS, *A_WORD_APART])
def test_what_only_sounds_alike_is_not(one: str, other: str) -> None:
    assert not is_told_again(gist(one), gist(other))
    assert not is_told_again(gist(other), gist(one))


def test_the_threshold_stands_clear_of_both_sides() -> None:
    same = [fuzz.ratio(gist(one).bare, gist(other).bare) for one, other in AGAIN]
    two = [fuzz.ratio(gist(one).bare, gist(other).bare) for one, other in TWO_THINGS]

    assert max(two) < LEAST_ALIKE - 2 < min(same) - 4


@given(st.text(max_size=100), st.text(max_size=100))
def test_likeness_goes_both_ways_and_every_text_is_like_itself(one: str, other: str) -> None:
    assert is_told_again(gist(one), gist(other)) == is_told_again(gist(other), gist(one))
    assert is_told_again(gist(one), gist(one)) == bool(gist(one).words)


def test_very_long_texts_are_compared_by_their_beginnings() -> None:
    assert len(gist("rà soát hộ nghèo " * 200).words) <= 80
