"""Names of targets: who tells it, why it is so and what goes before are no part of them."""

from __future__ import annotations

import pytest

from reports import read_report

HEAD = "UBND XÃ TÂN LẬP\n\nBIÊN BẢN HỌP GIAO BAN THÁNG 10/2026\n\nNgày họp: 06/10/2026\n\n1. Kết quả\n"


def named(sentence: str) -> list[tuple[str, str]]:
    report = read_report(HEAD + sentence + "\n")
    return [
        (target.name.text, figure.written.text)
        for target in report.targets
        if (figure := target.actual or target.goal or target.plan_ratio or target.change)
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Ông Lê Văn Tám thông báo thôn được Nhà nước hỗ trợ 96 tấn xi măng.", "thôn được Nhà nước hỗ trợ"),
        ("Bà Vũ Thị Sáu nêu người dân phản ánh giá đền bù 18,5 triệu đồng/m2.", "giá đền bù"),
        ("Anh Tám báo quỹ còn nợ 43 triệu đồng.", "quỹ còn nợ"),
        ("Thu ngân sách vượt nhờ đấu giá thành công 26 lô đất.", "đấu giá thành công"),
        ("Nước sạch chậm vì trạm cấp nước vận hành mới được 60% công suất.", "trạm cấp nước vận hành"),
        ("Đến nay Công ty mới giải ngân 40 tỷ đồng, đạt 46% kế hoạch.", "giải ngân"),
        ("Đến 10/11/2026 toàn Sở mới giải ngân 97,4/162 tỷ đồng, đạt 60,1%.", "giải ngân"),
        ("Đến ngày họp còn 3 xã chưa qua 21 ngày là Bản Vài, Suối Cát.", "xã chưa qua 21 ngày"),
        ("Có 3 hộ thoát nghèo là hộ anh Vỹ, hộ chị Dần.", "hộ thoát nghèo"),
        ("Tiêu biểu là gia đình ông Lò Văn Chẩn hiến 620 m2.", "gia đình ông Lò Văn Chẩn hiến"),
        ("Văn phòng: yêu cầu đến hết tháng 12 giải ngân đạt trên 95%.", "giải ngân"),
    ],
)
def test_a_name_begins_and_ends_where_its_indicator_does(sentence: str, expected: str) -> None:
    assert [name for name, _ in named(sentence)] == [expected]


def test_days_of_work_given_are_counted_apart_from_the_road() -> None:
    sentence = "Nhân dân hiến 7.240 m2 đất và góp 1.860 ngày công để mở rộng 5,2 km đường liên thôn."

    assert named(sentence) == [
        ("Nhân dân hiến", "7.240 m2"),
        ("ngày công", "1.860 ngày công"),
        ("đường liên thôn", "5,2 km đường"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Tiến độ dự án Đường vành đai 2 Sông Nhạn còn chậm.",
        "Công ty dời về 27 đường Bạch Vân.",
        "Kiện toàn các chi hội (chi hội 2, chi hội 9 và chi hội 14).",
        "Mưa lớn ở thôn 3, thôn 5 và bản 7.",
    ],
)
def test_a_number_that_names_something_is_no_figure(sentence: str) -> None:
    assert named(sentence) == []


def test_posts_to_be_filled_are_no_counted_targets() -> None:
    report = read_report(HEAD + "Đợt tuyển dụng có 512 chỉ tiêu, tuyển được 377 người, đạt 73,6%.\n")

    assert report.counts == ()
    assert [target.name.text for target in report.targets] == ["tuyển"]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Chỉ tiêu năm 2026 là 85%; có 04 xã đạt và vượt.", None),
        ("Tuyển quân năm 2027: đã sơ tuyển 97 thanh niên.", None),
        ("Phấn đấu năm 2027 thu 10 tỷ đồng; có 3 xã đạt chuẩn nông thôn mới.", "planned"),
    ],
)
def test_what_was_reached_beside_a_goal_is_no_goal(sentence: str, status: str | None) -> None:
    last = read_report(HEAD + sentence + "\n").targets[-1]

    assert (last.status.value if last.status else None) == status


def test_more_than_in_a_month_before_is_a_change() -> None:
    (target,) = read_report(HEAD + "Công ty xảy ra 34 sự cố vỡ ống, nhiều hơn tháng 9 là 06 sự cố.\n").targets

    assert target.change is not None
    assert target.change.written.text == "nhiều hơn tháng 9 là 06 sự cố"
