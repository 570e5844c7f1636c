"""Heads of papers and of chats: of when and where, of whom, and what the title is."""

from __future__ import annotations

import pytest

from reports.model import Report
from reports.reader import read_report

BODY = """
1. Kết quả
- Thu phí đạt 12 triệu đồng.
2. Nhiệm vụ
- Phòng Kỹ thuật thay bơm trước 30/11/2026.
"""
TITLE = "BIÊN BẢN HỌP GIAO BAN THÁNG 11/2026"
ISSUED = f"CÔNG TY CẤP NƯỚC TÂN LỘC\n\n{TITLE}\n"
CHAT = "[Nhóm Zalo Công ty Tân Lộc]\nTóm tắt họp giao ban Công ty\n"


def when_and_where(report: Report) -> tuple[str | None, str | None]:
    return (
        report.held_on.day.isoformat() if report.held_on else None,
        report.place.text if report.place else None,
    )


@pytest.mark.parametrize("head", [ISSUED, TITLE + "\n", CHAT], ids=["issued", "bare", "chat"])
@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Thời gian, địa điểm: 8h00 ngày 06/11/2026, Hội trường Nhà máy nước.", "Hội trường Nhà máy nước"),
        ("Thời gian và địa điểm: 8h00 ngày 06/11/2026, tại Hội trường số 2", "Hội trường số 2"),
        ("Địa điểm, thời gian: Hội trường số 2, 8h00 ngày 06/11/2026", "Hội trường số 2"),
        ("- Thời gian, địa điểm họp: Chiều 06/11/2026; phòng họp số 2", "phòng họp số 2"),
        ("Ngày, nơi họp: 06/11/2026 - phòng họp số 2", "phòng họp số 2"),
        ("Thời gian: 06/11/2026; Địa điểm: Hội trường số 2", "Hội trường số 2"),
        ("Ngày: 06/11/2026 | Địa điểm: Hội trường số 2", "Hội trường số 2"),
        ("Ngày họp: 06/11/2026", None),
        ("Họp ngày: 06/11/2026", None),
        ("(Họp ngày 06/11/2026)", None),
        ("(Sáng thứ Sáu, ngày 06/11/2026)", None),
        ("(Họp ngày 06/11/2026, tại phòng họp số 2)", "phòng họp số 2"),
    ],
)
def test_a_line_of_when_and_where_is_read(head: str, line: str, place: str | None) -> None:
    assert when_and_where(read_report(f"{head}\n{line}\n{BODY}")) == ("2026-11-06", place)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("V/v gỡ vướng mặt bằng các dự án trên địa bàn (ngày 06/11/2026)", "2026-11-06"),
        ("V/v gỡ vướng mặt bằng (họp chiều 06/11/2026)", "2026-11-06"),
        ("V/v thực hiện chương trình (ban hành ngày 06/11/2026)", None),
        ("V/v thực hiện Kế hoạch số 12 (kèm Công văn ngày 06/11/2026)", None),
    ],
)
def test_the_day_in_brackets_behind_the_subject_of_a_notice_is_that_of_the_meeting(
    line: str, day: str | None
) -> None:
    report = read_report(
        f"BAN QUẢN LÝ DỰ ÁN TÂN LỘC\n\nTHÔNG BÁO KẾT LUẬN CUỘC HỌP\n{line}\n\n"
        f"Chủ trì: Ông Lê Văn Tám, Giám đốc.\n{BODY}"
    )

    assert when_and_where(report)[0] == day
    assert report.kind is not None


@pytest.mark.parametrize(
    ("group", "body"),
    [
        ("[Nhóm Zalo BCH ĐOÀN XÃ TÂN LỘC]", "BCH ĐOÀN XÃ TÂN LỘC"),
        ("Nhóm Zalo: Hội Nông dân xã Tân Lộc", "Hội Nông dân xã Tân Lộc"),
        ("[Đảng ủy xã Tân Lộc]", "Đảng ủy xã Tân Lộc"),
        ("Nhóm chat Telegram Công an xã Tân Lộc", "Công an xã Tân Lộc"),
    ],
)
@pytest.mark.parametrize("writer", ["", " - Hà My ghi", " – người ghi: Hà My"])
def test_the_line_that_names_a_chat_tells_whose_meeting_it_was(group: str, body: str, writer: str) -> None:
    report = read_report(
        f"{group}\nTóm tắt họp tối 06/11/2026 (thứ Sáu){writer}\n\n"
        f"Họp online từ 19h30. Anh Lò Văn Thủy điều hành.\n{BODY}"
    )

    assert report.title is not None
    assert report.title.text == "Tóm tắt họp tối 06/11/2026 (thứ Sáu)"
    assert report.organisation is not None
    assert report.organisation.text == body
    assert when_and_where(report)[0] == "2026-11-06"


def test_a_body_alone_in_a_line_of_the_title_held_the_meeting() -> None:
    report = read_report(
        "TỔNG HỢP HỘI NGHỊ NGƯỜI LAO ĐỘNG VÀ TỔNG KẾT NĂM 2025\nCÔNG TY TNHH MTV CẤP NƯỚC TÂN LỘC\n\n"
        f"Thời gian: 8h ngày 16/01/2026\nChủ trì: ông Lê Văn Tám (Chủ tịch Công ty)\n{BODY}"
    )

    assert report.organisation is not None
    assert report.organisation.text == "CÔNG TY TNHH MTV CẤP NƯỚC TÂN LỘC"


def test_the_term_below_a_council_is_no_part_of_its_name() -> None:
    report = read_report(
        "HỘI ĐỒNG NHÂN DÂN PHƯỜNG TÂN LỘC\nKHÓA I, NHIỆM KỲ 2021 - 2026\n\n"
        "BIÊN BẢN TÓM TẮT KỲ HỌP THỨ BA (KỲ HỌP THƯỜNG LỆ CUỐI NĂM 2025)\n\n"
        f"Kỳ họp diễn ra ngày 22/12/2025, tại Hội trường tầng 3 trụ sở phường.\n{BODY}"
    )

    assert report.organisation is not None
    assert report.organisation.text == "HỘI ĐỒNG NHÂN DÂN PHƯỜNG TÂN LỘC"
    assert report.title is not None
    assert report.title.text.startswith("BIÊN BẢN TÓM TẮT KỲ HỌP THỨ BA")


def test_the_kind_of_a_paper_in_a_title_of_two_lines_is_nobody() -> None:
    report = read_report(
        f"CÔNG AN PHƯỜNG TÂN LỘC\nBÁO CÁO GIAO BAN TUẦN\n(Tuần 46, từ 13/11 đến 20/11/2026)\n\n{BODY}"
    )

    assert report.organisation is not None
    assert report.organisation.text == "CÔNG AN PHƯỜNG TÂN LỘC"


def title_of(text: str) -> str | None:
    title = read_report(text).title
    return title.text if title else None


@pytest.mark.parametrize(
    "issuer", ["ĐẢNG ỦY XÃ CẨM LẠNG\nSố: 57-BC/ĐU\n\n", "TỔ CÔNG TÁC ĐỀ ÁN 06 TỈNH QUẢNG LỘC\n"]
)
@pytest.mark.parametrize(
    "title",
    [
        "BÁO CÁO SƠ KẾT\ncông tác quý III, phương hướng quý IV năm 2026",
        "BÁO CÁO NHANH\ntại cuộc họp giao ban ngày 24/11/2026",
        "THÔNG BÁO KẾT LUẬN\nhọp khắc phục hậu quả bão số 9",
        "BÁO CÁO\nvề kết quả công tác quý III",
    ],
)
def test_a_title_that_goes_on_from_the_type_keeps_it(issuer: str, title: str) -> None:
    assert title_of(f"{issuer}{title}\n\nNgày 24/11/2026, Tổ công tác họp giao ban.\n{BODY}") == title


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("UBND XÃ TÂN LẬP\nGIAO BAN XÂY DỰNG CƠ BẢN THÁNG 11/2026", "GIAO BAN XÂY DỰNG CƠ BẢN THÁNG 11/2026"),
        ("UBND XÃ TÂN LẬP\nBIÊN BẢN LÀM VIỆC\nVề tiến độ bàn giao mặt bằng", "Về tiến độ bàn giao mặt bằng"),
        (
            "UBND XÃ TÂN LẬP\nSố: 91/TB-UBND\n\nKẾT LUẬN KIỂM TRA THỰC ĐỊA\nVề tình hình sạt lở",
            "KẾT LUẬN KIỂM TRA THỰC ĐỊA\nVề tình hình sạt lở",
        ),
        ("UBND XÃ TÂN LẬP\nTỔNG HỢP NỘI DUNG\nHội nghị rà soát kế hoạch", "Hội nghị rà soát kế hoạch"),
        ("UBND XÃ TÂN LẬP\nTÓM TẮT Ý KIẾN\nHọp rà soát kế hoạch", "Họp rà soát kế hoạch"),
        (
            "UBND XÃ TÂN LẬP\nTổng kết, rút kinh nghiệm Lễ hội Đua thuyền",
            "Tổng kết, rút kinh nghiệm Lễ hội Đua thuyền",
        ),
    ],
)
def test_who_issued_it_and_what_it_is_stand_above_the_title(head: str, title: str) -> None:
    report = read_report(
        f"{head}\n\nHôm nay, ngày 17/11/2026, tại trụ sở UBND xã, chúng tôi gồm:\n+ Ông Lê Văn Tám.\n{BODY}"
    )

    assert report.title is not None
    assert report.title.text == title
    assert report.organisation is not None
    assert report.organisation.text == "UBND XÃ TÂN LẬP"
    assert when_and_where(report) == ("2026-11-17", "trụ sở UBND xã")


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Ngày họp: 06/11/2026, 7 giờ 30, hội trường A.", "hội trường A"),
        ("Thời gian: 7h30 ngày 06/11/2026, tại Hội trường UBND xã", "Hội trường UBND xã"),
        ("Thời gian: 06/11/2026, 07g30, phòng họp số 2", "phòng họp số 2"),
        ("Ngày họp: 06/11/2026, có 12 người.", None),
    ],
)
def test_a_place_stands_behind_the_day(line: str, place: str | None) -> None:
    assert when_and_where(read_report(f"{ISSUED}\n{line}\n{BODY}")) == ("2026-11-06", place)


def test_a_day_in_a_chat_that_lacks_accents_is_read() -> None:
    report = read_report(
        "Em gui cac anh chi ket qua hop Ban chi dao chuyen doi so xa Trà Bồng sang nay a (20/11/2026).\n\n"
        "PHAN CONG\n1. Chị Hường: viết kịch bản, gửi duyệt trước 25/11.\n2. Anh Thin: chốt 3 ngã rẽ.\n"
    )

    assert when_and_where(report)[0] == "2026-11-20"
    assert [task.assignee and task.assignee.text for task in report.tasks] == ["Chị Hường", "Anh Thin"]
