"""Layouts that offices write: marks before headings, headings without accents, items that tell first."""

from __future__ import annotations

import pytest

from reports.reader import read_report

HEAD = "CÔNG TY CẤP NƯỚC TÂN LỘC\n\nBIÊN BẢN HỌP GIAO BAN THÁNG 10/2026\n\nNgày họp: 06/10/2026\n\n"
TASKS = ["Phòng Kỹ thuật thay bơm số 2 trước 30/11/2026", "Đội Thi công dò lại tuyến ống chợ cũ"]
WEAK = ["Trạm bơm số 2 hỏng 11 ngày", "Thiếu 4 thợ hàn"]
RESULTS = "- Doanh thu đạt 11 tỷ đồng, bằng 86% kế hoạch.\n"


def tasks_of(body: str) -> list[str]:
    return [task.text.text for task in read_report(HEAD + body).tasks]


@pytest.mark.parametrize("mark", ["{}/ ", "{}/", "{}. ", "{}- ", "{}) "])
@pytest.mark.parametrize("item", ["{}. ", "{}) ", "{}/ ", "- ", "+ "])
def test_roman_numbers_head_sections_whatever_stands_behind_them(mark: str, item: str) -> None:
    heads = [mark.format(number) for number in ("I", "II", "III")]
    report = read_report(
        HEAD + f"{heads[0]}Kết quả sản xuất\n{RESULTS}\n{heads[1]}Ý kiến thảo luận\n"
        "- Ông Lê Văn Tám: ống gang cũ gây rò rỉ, đề nghị thay dần mỗi năm 8 km.\n\n"
        f"{heads[2]}Kết luận của Tổng Giám đốc\n"
        + "".join(f"{item.format(n)}{task}.\n" for n, task in enumerate(TASKS, 1))
    )

    assert [task.text.text for task in report.tasks] == TASKS


@pytest.mark.parametrize("heading", ["PHAN CONG", "PHAN CONG NHIEM VU", "III. KET LUAN", "NHIEM VU TOI"])
def test_a_heading_in_capitals_without_accents_opens_its_section(heading: str) -> None:
    body = f"KET QUA\n{RESULTS}\n{heading}\n" + "".join(f"- {task}.\n" for task in TASKS)

    assert tasks_of(body) == TASKS


def test_what_is_weak_stands_below_a_heading_without_accents() -> None:
    report = read_report(HEAD + f"HAN CHE\n- {WEAK[0]}.\n- {WEAK[1]}.\n\nNGUYEN NHAN\n- Kinh phí về muộn.\n")

    assert [found.text for found in report.limitations] == WEAK
    assert [found.text for found in report.causes] == ["Kinh phí về muộn"]


@pytest.mark.parametrize(
    "heading",
    [
        "F. THỐNG NHẤT",
        "IV. Nội dung thống nhất",
        "3. Hai bên thống nhất:",
        "Các bên thống nhất như sau:",
        "Cuộc họp thống nhất các nội dung sau:",
    ],
)
def test_what_was_agreed_sets_tasks(heading: str) -> None:
    body = f"{heading}\n" + "".join(f"{n}. {task}.\n" for n, task in enumerate(TASKS, 1))

    assert tasks_of(body) == TASKS


@pytest.mark.parametrize(
    "heading", ["II. ĐIỂM NGHẼN", "2. Các điểm nghẽn, nút thắt", "Những việc tồn đọng", "II/ Nút thắt"]
)
def test_what_is_in_the_way_is_a_limitation(heading: str) -> None:
    report = read_report(HEAD + f"{heading}\n+ Hạ tầng: còn 17 thôn lõm sóng.\n+ Kho chứa 600 van cũ.\n")

    assert [found.text for found in report.limitations] == [
        "Hạ tầng: còn 17 thôn lõm sóng",
        "Kho chứa 600 van cũ",
    ]


@pytest.mark.parametrize("who", ["THÀNH PHẦN", "THANH PHAN"])
@pytest.mark.parametrize(
    "heading", ["NỘI DUNG 1: CHUYỂN ĐỔI SỐ", "NOI DUNG 1: CHUYEN DOI SO", "LỄ HỘI MÙA THU"]
)
def test_a_heading_in_capitals_ends_the_list_of_who_attended(who: str, heading: str) -> None:
    report = read_report(
        f"{HEAD}{who}\nÔng Lê Văn Tám - Giám đốc chủ trì. Có mặt: trưởng các phòng.\n\n"
        f"{heading}\n- Cấp 5.317 tài khoản cho thợ.\n- Có 4 vụ vỡ ống, mất 213 m3 nước.\n"
    )

    assert [body.text for body in report.participants] == ["trưởng các phòng"]
    assert "tài khoản cho thợ" in [target.name.text for target in report.targets]


def test_a_heading_in_capitals_ends_what_is_weak() -> None:
    report = read_report(
        f"{HEAD}HẠN CHẾ\n- {WEAK[0]}.\n- {WEAK[1]}.\n\nPHONG TRÀO THI ĐUA\n- Có 3 đội vào vòng 2.\n"
    )

    assert [found.text for found in report.limitations] == WEAK


STORY = "Tổng doanh thu đạt 40 tỷ đồng, bằng 46% kế hoạch năm. "


@pytest.mark.parametrize("mark", ["{}. ", "{}) ", "{}.1. "])
@pytest.mark.parametrize(
    "theme", ["Về giải ngân", "Về kết quả 10 tháng năm 2026", "Đối với dự án hồ chứa", "Công tác cán bộ"]
)
@pytest.mark.parametrize(
    ("asking", "tasks"),
    [
        (f"Ban Giám đốc yêu cầu {TASKS[0]}; {TASKS[1]}.", TASKS),
        (f"Ban Thường vụ yêu cầu {TASKS[0]}; {TASKS[1]}.", TASKS),
        (f"Yêu cầu {TASKS[0]}.", TASKS[:1]),
        (f"Tuy nhiên việc thay ống còn chậm. Giao {TASKS[0]}.", TASKS[:1]),
    ],
)
def test_an_item_that_tells_before_it_asks_sets_only_what_is_asked(
    mark: str, theme: str, asking: str, tasks: list[str]
) -> None:
    report = read_report(HEAD + f"Giám đốc kết luận như sau:\n{mark.format(1)}{theme}. {STORY}{asking}\n")

    assert [task.text.text for task in report.tasks] == tasks
    assert [target.plan_ratio.written.text for target in report.targets if target.plan_ratio] == ["46%"]


def test_an_item_that_only_asks_behind_its_theme_stays_one_task() -> None:
    item = "Về giải ngân. Tập trung thu nợ. Hoàn thành quyết toán trước 30/11/2026"

    assert tasks_of(f"Giám đốc kết luận như sau:\n1. {item}.\n") == [item]


@pytest.mark.parametrize(
    "line",
    [
        "Họp xong lúc 9 giờ 15",
        "Họp xong lúc 22 giờ 10, biên bản đọc lại mọi người đều nhất trí",
        "Tan họp lúc 17h20",
        "Cuộc họp kế tiếp: ngày 22/12/2026",
        "Giao ban kỳ sau: ngày 18/12/2026",
        "Hội nghị sơ kết quý IV: ngày 22/01/2027",
        "Họp lại: chiều thứ Sáu 04/12/2026 tại phòng họp số 2",
    ],
)
@pytest.mark.parametrize("mark", ["3. ", ""])
def test_when_one_meets_again_or_parts_is_no_task(line: str, mark: str) -> None:
    body = "KẾT LUẬN\n" + "".join(f"{n}. {task}.\n" for n, task in enumerate(TASKS, 1)) + f"{mark}{line}.\n"

    assert tasks_of(body) == TASKS
