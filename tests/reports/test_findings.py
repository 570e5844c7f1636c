"""Limitations and causes: under headings, by cue, and by their own words in plain prose."""

from __future__ import annotations

import pytest

from reports import Report, read_report

OPENING = "Ngày 3/10/2017, UBND xã Tân Lộc tổ chức hội nghị. "


def read(words: str) -> Report:
    return read_report(OPENING + words)


def limitations(words: str) -> list[str]:
    return [span.text for span in read(words).limitations]


LIMITATIONS = [
    ("Công tác thu gom rác ở các ấp còn chậm.", ["Công tác thu gom rác ở các ấp còn chậm"]),
    ("Việc phối hợp giữa các ngành chưa chặt chẽ.", ["Việc phối hợp giữa các ngành chưa chặt chẽ"]),
    (
        "Mặc dù đã có nhiều cố gắng nhưng việc thu ngân sách vẫn gặp nhiều khó khăn.",
        ["Mặc dù đã có nhiều cố gắng nhưng việc thu ngân sách vẫn gặp nhiều khó khăn"],
    ),
    (
        "Xã đang đối mặt với nhiều khó khăn, thách thức. Đó là giá phân bón biến động; thị trường thu hẹp.",
        ["Đó là giá phân bón biến động", "thị trường thu hẹp"],
    ),
    (
        "Bên cạnh đó, còn bộc lộ một số khuyết điểm, hạn chế như: Giáo án chuẩn bị sơ sài; thể lực chưa đều.",
        ["Giáo án chuẩn bị sơ sài", "thể lực chưa đều"],
    ),
    (
        "Song, hoạt động công đoàn còn một số khó khăn, hạn chế. Cụ thể, cán bộ thiếu kỹ năng đối thoại.",
        ["cán bộ thiếu kỹ năng đối thoại"],
    ),
    ("Mặc dù vậy, thời gian chờ khám còn kéo dài.", ["thời gian chờ khám còn kéo dài"]),
    (
        "Chủ tịch nghiêm khắc phê bình các xã để dân khiếu nại vượt cấp.",
        ["các xã để dân khiếu nại vượt cấp"],
    ),
    (
        "Tuy nhiên, tiến độ làm đường chậm. Một số hộ bị ngập. Thu ngân sách đạt 5 tỷ đồng.",
        ["tiến độ làm đường chậm", "Một số hộ bị ngập"],
    ),
]


@pytest.mark.parametrize(("words", "expected"), LIMITATIONS)
def test_a_limitation_is_read_without_a_heading(words: str, expected: list[str]) -> None:
    assert limitations(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Trong bối cảnh còn nhiều khó khăn, kinh tế của xã vẫn phát triển khá.",
        "Tuy còn nhiều khó khăn nhưng các chỉ tiêu đều đạt.",
        "Các ngành đã tháo gỡ nhiều khó khăn cho doanh nghiệp.",
        "Tuy nhiên, nhờ làm tốt công tác phòng ngừa, cả năm không để xảy ra cháy rừng.",
        "Nếu có gì còn thiếu sót, mong các đồng chí góp ý.",
        "Đại diện các hộ kiến nghị cấp trên tháo gỡ vướng mắc còn chậm.",
        "Có 03 chỉ tiêu chậm tiến độ gồm: giải ngân; xóa nhà tạm; số hộ thoát nghèo.",
        "Số hộ nghèo còn 18 hộ, giảm 7 hộ so với đầu năm.",
        "Nguồn thu chủ yếu từ đất.",
    ],
)
def test_context_results_and_counts_are_no_limitations(words: str) -> None:
    assert limitations(words) == []


CAUSES = [
    ("Tiến độ còn chậm. Lý giải việc này, trưởng phòng cho biết do gói thầu mở muộn.", ["gói thầu mở muộn"]),
    ("Tiến độ còn chậm. Nguyên nhân là do vốn cấp về trễ.", ["vốn cấp về trễ"]),
    ("Tiến độ còn chậm. Những tồn tại trên do năng lực nhà thầu yếu.", ["năng lực nhà thầu yếu"]),
    ("Tiến độ còn chậm. Theo ông Nam, nguyên nhân chủ yếu là do thiếu đất đắp.", ["thiếu đất đắp"]),
    (
        "Hạn chế: Tiến độ còn chậm. Nguyên nhân được xác định là do địa bàn rộng.",
        ["địa bàn rộng"],
    ),
]


@pytest.mark.parametrize(("words", "expected"), CAUSES)
def test_a_cause_stands_in_a_sentence_of_its_own(words: str, expected: list[str]) -> None:
    report = read("\n" + words)

    assert [span.text for span in report.causes] == expected
    assert [span.text for span in report.limitations] == ["Tiến độ còn chậm"]


@pytest.mark.parametrize(
    "words",
    [
        "Đạt được kết quả trên là do sự đồng thuận của nhân dân.",
        "Nguyên nhân của những kết quả đạt được là sự đoàn kết của cấp ủy.",
    ],
)
def test_causes_of_results_are_none_of_limitations(words: str) -> None:
    assert read("Tiến độ còn chậm.\n" + words).causes == ()
