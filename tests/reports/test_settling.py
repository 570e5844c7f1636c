"""Opinions under a heading of their own (ý kiến, phát biểu): what is wished, and what is settled there."""

from __future__ import annotations

import pytest

from reports.reader import read_report

MINUTES = """UBND XÃ PHÚ TÂM
BIÊN BẢN
Họp giao ban tháng 5

Ngày 28/5/2026, UBND xã Phú Tâm họp giao ban. Chủ trì: đồng chí Lê Văn Sáu, Chủ tịch UBND xã.

III. NHIỆM VỤ
1. Phòng Kinh tế lập danh sách hộ vay vốn trước ngày 10/6/2026.

"""
LISTED = "Phòng Kinh tế lập danh sách hộ vay vốn trước ngày 10/6/2026"


def tasks_of(body: str) -> list[tuple[str | None, str]]:
    tasks = read_report(MINUTES + body).tasks
    return [
        (task.assignee.text if task.assignee else None, task.text.text)
        for task in tasks
        if task.text.text != LISTED
    ]


HEADINGS = [
    "IV. Ý KIẾN TẠI HỘI NGHỊ",
    "IV. Ý kiến trong cuộc họp",
    "IV. Ý kiến các bên",
    "IV. CÁC Ý KIẾN CỦA ĐẠI BIỂU DỰ HỌP",
    "D. PHÁT BIỂU",
    "IV. Phát biểu của các đại biểu",
    "IV. Phát biểu thảo luận:",
    "IV. TRAO ĐỔI",
    "IV. Trao đổi ý kiến",
]


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize("mark", ["", "- ", "1. "])
def test_what_is_said_under_a_heading_of_opinions_is_no_task(heading: str, mark: str) -> None:
    said = (
        f"{mark}Ông Ngô Tám, Trưởng thôn Bàu Sen, đề nghị lắp thêm cống ở đầu thôn.\n"
        f"{mark}Bà Vi Thị Bé kiến nghị nạo vét kênh N1.\n"
        f"{mark}Bà Hà Thị Nga, Phó Chủ tịch UBND xã, cho biết cuối năm thu quỹ là khó nhất.\n"
    )

    assert tasks_of(heading + "\n" + said) == []


ANSWERS = [
    (
        "Ông Ngô Tám, Trưởng phòng Kinh tế trả lời: xe hỏng. Sẽ trình HĐND tăng mức phí tại kỳ họp cuối năm; "
        "mua thêm 01 xe trong quý IV.\n\n2. Nhóm vấn đề khai thác cát",
        ["Sẽ trình HĐND tăng mức phí tại kỳ họp cuối năm", "mua thêm 01 xe trong quý IV"],
    ),
    (
        "Ông Ngô Tám trả lời: bể lọc xuống cấp. Giải pháp: chi 850 triệu đồng thay ống, "
        "hoàn thành trước ngày 31/10/2026.",
        ["chi 850 triệu đồng thay ống, hoàn thành trước ngày 31/10/2026"],
    ),
    ("Ông Ngô Tám trả lời: bể lọc xuống cấp. Giải pháp: đã thay ống xong trong tháng 6.", []),
    ("Ông Ngô Tám trả lời: phương án này sẽ trình sau. Sẽ xem xét khi có vốn.", []),
]


@pytest.mark.parametrize(("answer", "expected"), ANSWERS)
def test_what_an_answer_says_will_be_done_is_a_task(answer: str, expected: list[str]) -> None:
    report = read_report(
        "HĐND XÃ PHÚ TÂM\nBIÊN BẢN\nPhiên chất vấn giữa năm 2026\n\nThời gian: ngày 16/7/2026.\n\n"
        "1. Nhóm vấn đề rác thải\nĐại biểu Lò Thị Bé chất vấn: vì sao rác tồn 5 ngày?\n" + answer + "\n"
    )

    assert [task.text.text for task in report.tasks] == expected


def test_who_promises_has_to_do_it() -> None:
    said = tasks_of(
        "IV. THẢO LUẬN\nÔng Ngô Tám, Trưởng phòng Kinh tế, cam kết trước ngày 30/6/2026 trả hết hồ sơ.\n"
    )

    assert said == [("Ông Ngô Tám", "trước ngày 30/6/2026 trả hết hồ sơ")]


SETTLED = [
    (
        "- Kết luận, đồng chí Lê Văn Sáu yêu cầu không để sót hộ nghèo; giao Công an xã rà soát hộ khẩu.",
        [(None, "không để sót hộ nghèo"), ("Công an xã", "giao Công an xã rà soát hộ khẩu")],
    ),
    (
        "Đồng chí Lê Văn Sáu kết luận: đồng ý chủ trương hỗ trợ, giao Hội Nông dân xã xây dựng phương án.",
        [("Hội Nông dân xã", "Hội Nông dân xã xây dựng phương án")],
    ),
    (
        "- Bà Vi Thị Bé phản ánh xe làm nứt nhà, đề nghị bồi thường. Chủ tịch giao Phòng Kinh tế kiểm đếm.",
        [("Phòng Kinh tế", "Phòng Kinh tế kiểm đếm")],
    ),
    ("Ông Ngô Tám, Trưởng phòng, cam kết đến hết tháng 6 không còn hồ sơ trễ.", None),
    ("- Ông Ngô Tám, Giám đốc Công ty, nhận lỗi và cam kết thông xe trước Tết Nguyên đán.", None),
    ("- Bà Hà Thị Nga: sẽ đề xuất UBND xã cấp kinh phí sửa máy bơm.", None),
    ("Văn phòng HĐND và UBND xã theo dõi, đôn đốc.", None),
]


@pytest.mark.parametrize(("line", "expected"), SETTLED)
def test_what_is_settled_among_opinions_is_a_task(
    line: str, expected: list[tuple[str | None, str]] | None
) -> None:
    said = tasks_of("IV. Ý KIẾN TẠI HỘI NGHỊ\n- Ông Ngô Tám đề nghị thêm đèn.\n" + line + "\n")

    assert len(said) == 1 if expected is None else said == expected


def test_who_is_rebuked_and_asked_at_once_has_to_do_it() -> None:
    said = tasks_of(
        "D. PHÁT BIỂU\nĐồng chí Ngô Tám phê bình Phòng Nội vụ để hồ sơ trễ hạn, "
        "yêu cầu mỗi tuần báo cáo một lần.\n"
    )

    assert said == [("Phòng Nội vụ", "mỗi tuần báo cáo một lần")]


NOT_SETTLED = [
    "Ông Ngô Tám nói các hộ đã ký cam kết với công ty.",
    "Chủ tịch UBND xã không đồng ý vì khối lượng chưa đủ.",
    "Kết luận thanh tra số 5 chưa được thực hiện.",
    "Đồng chí Lê Văn Sáu kết luận: nghiêm khắc nhắc nhở thôn Bàu Sen vắng họp không lý do.",
]


@pytest.mark.parametrize("line", NOT_SETTLED)
def test_a_refusal_or_a_reprimand_among_opinions_is_no_task(line: str) -> None:
    assert tasks_of("IV. THẢO LUẬN\n- " + line + "\n") == []
