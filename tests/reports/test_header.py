"""When, where and under which title: openings in our own words."""

from __future__ import annotations

import pytest

from reports import read_report

NEWS = "Xã Tân Lộc sơ kết công tác quý I\n22/3/2024\n\n{} Các đơn vị thảo luận, thống nhất."

DAYS = [
    ("Chiều nay, UBND xã họp giao ban với các thôn.", "2024-03-22"),
    ("Hôm qua, UBND xã họp giao ban với các thôn.", "2024-03-21"),
    ("Sáng qua, UBND xã họp giao ban với các thôn.", "2024-03-21"),
    ("Ngày 19/3, Đoàn giám sát của HĐND xã tiếp xúc với cử tri thôn 5.", "2024-03-19"),
    (
        "Sáng 20/3, UBND xã tổ chức hội nghị tổng kết Nghị định số 61/2002/NĐ-CP, ngày 7/6/2002.",
        "2024-03-20",
    ),
    ("Từ ngày 18 đến ngày 20/3, HĐND xã tiến hành kỳ họp thứ 9.", "2024-03-18"),
    ("Từ 18 đến 20/3, Hội Nông dân xã tổ chức đại hội.", "2024-03-18"),
    ("Trong các ngày từ 18 đến hết ngày 20/3, HĐND xã họp kỳ thứ 9.", "2024-03-18"),
    ("Tính từ ngày 18/3, UBND xã họp ba lần.", None),
    ("Vụ việc điển hình: Ngày 19/3, kiểm tra xe tải trên đường tỉnh, thu giữ hàng lậu.", None),
    ("Lúc 7 giờ 15, ngày 20/3, UBND xã họp giao ban với các thôn.", "2024-03-20"),
    ("Tối 20/3, Chi bộ thôn 5 sinh hoạt thường kỳ.", "2024-03-20"),
    ("Chiều nay trời đẹp, bà con ra đồng.", None),
]


@pytest.mark.parametrize(("opening", "expected"), DAYS)
def test_the_day_of_the_meeting_is_read(opening: str, expected: str | None) -> None:
    held_on = read_report(NEWS.format(opening)).held_on

    assert (held_on.day.isoformat() if held_on else None) == expected


YEARS = [
    (
        "Ngày 4/12, HĐND tỉnh họp kỳ thứ 28. Kinh tế phục hồi so với năm 2023. Thu tăng so với năm 2023.",
        "2024-12-04",
    ),
    ("Sáng 26/8, UBND tỉnh họp. Tính đến ngày 31/7/2022, dư nợ là 5 tỷ đồng.", "2022-08-26"),
    ("Sáng 26/8, UBND tỉnh họp tổng kết năm học 2021-2022. Năm 2022 khó khăn.", "2022-08-26"),
    (
        "Tối 28-11, Chi ủy thôn Đồng Rùa họp, thống nhất kế hoạch năm 2026. Bí thư ghi sổ.",
        "2025-11-28",
    ),
    ("Chiều 4-1, Đảng ủy xã họp bàn nhiệm vụ năm 2026. Hội nghị thống nhất.", "2026-01-04"),
    ("Chiều 9/8, Công an xã họp. Năm 2016 có 9 vụ, năm 2017 có 5 vụ.", None),
    ("Hôm nay, ngày 12 tháng 01 năm 2026, vào hồi 19h30, tại nhà văn hóa. Có 64 chủ hộ.", "2026-01-12"),
    (
        "UBND xã A vừa tổ chức hội nghị. Các thôn bàn. Ngày 23/5/2013, UBND xã B tổ chức hội nghị tổng kết.",
        None,
    ),
    (
        "Chiều 2/12, UBND tỉnh họp.\n\nThu tốt.\n\nVề nhiệm vụ năm 2024, tỉnh giữ đà. Năm 2024 khó.",
        "2023-12-02",
    ),
    (
        "Ngày 9/12, HĐND xã họp.\n\nThu tốt.\n\nBước sang năm 2026, xã làm đường. Năm 2026 có ba việc.",
        "2025-12-09",
    ),
    ("Sáng 7/11, UBND xã họp.\n\nThu tốt.\n\nPhương hướng, nhiệm vụ năm 2025 gồm ba việc lớn.", "2024-11-07"),
    ("Sáng 7/11, UBND xã họp.\n\nXã đã hoàn thành nhiệm vụ năm 2025. Năm 2025 thu tốt.", "2025-11-07"),
    ("Sáng 7/5, UBND xã họp.\n\nThu tốt.\n\nVề nhiệm vụ năm 2025, xã giữ đà. Năm 2025 khó.", "2025-05-07"),
    ("Sáng 26/8, UBND tỉnh họp về thực hiện Nghị định số 61/2002/NĐ-CP, ngày 7/6/2002.", None),
]


@pytest.mark.parametrize(("text", "expected"), YEARS)
def test_a_day_without_a_year_takes_it_from_the_text(text: str, expected: str | None) -> None:
    held_on = read_report(text).held_on

    assert (held_on.day.isoformat() if held_on else None) == expected


def test_the_day_in_the_title_of_a_notice_is_taken_where_the_text_says_none() -> None:
    report = read_report(
        "UBND XÃ TÂN LỘC\nSố: 3/TB-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Tân Lộc, ngày 12 tháng 8 năm 2025\nTHÔNG BÁO\n"
        "Kết luận của Chủ tịch UBND xã tại cuộc họp giao ban ngày 11/8/2025\n\n"
        "Sau khi nghe báo cáo tình hình thực hiện nhiệm vụ tháng 7, Chủ tịch UBND xã kết luận:\n"
        "1. Giữ vệ sinh."
    )

    assert report.held_on is not None
    assert report.held_on.day.isoformat() == "2025-08-11"
    assert report.period is not None
    assert report.period.value == "2025-07"


PLACES = [
    ("tại trụ sở Đảng ủy (UBND xã cũ), Đảng ủy xã họp", "trụ sở Đảng ủy (UBND xã cũ)"),
    ("tại Phòng họp số 1, UBND xã họp", "Phòng họp số 1"),
    ("tại xã Tân Lộc, huyện Ba Động, tỉnh Hà Sơn, Sở Y tế họp", "xã Tân Lộc, huyện Ba Động, tỉnh Hà Sơn"),
    ("tại Hội trường UBND xã, xã Tân Lộc tổ chức hội nghị", "Hội trường UBND xã"),
    ("tại Nhà văn hóa TP. Hà Sơn, Sở Y tế họp", "Nhà văn hóa TP. Hà Sơn"),
    ("tại phòng họp tầng 2 UBND xã, Đảng ủy họp", "phòng họp tầng 2 UBND xã"),
    ("tại Trung tâm Hội nghị huyện, UBND huyện họp", "Trung tâm Hội nghị huyện"),
    ("tại hội trường, HĐND tỉnh thảo luận", "hội trường"),
    ("tại hội trường lớn, HĐND tỉnh tiến hành chất vấn ở", "hội trường lớn"),
    ("tại phòng họp, UBND xã họp", "phòng họp"),
    ("tại hội trường xã, UBND xã họp", "hội trường xã"),
    ("tại trụ sở, UBND xã họp", None),
    ("tại cuộc họp, UBND xã thống nhất", None),
]


@pytest.mark.parametrize(("words", "expected"), PLACES)
def test_the_place_is_read_whole(words: str, expected: str | None) -> None:
    place = read_report(f"Ngày 3/10/2024, {words} hội nghị. Các đơn vị thảo luận.").place

    assert (place.text if place else None) == expected


def test_a_title_goes_on_behind_the_name_of_its_host() -> None:
    report = read_report(
        "Đảng ủy xã Tân Lộc:\nPhiên họp đầu tiên sau sáp nhập, bàn việc mùa mưa\n07/07/2025\n\n"
        "Ngày 05/7/2025, Ban Chấp hành Đảng bộ xã Tân Lộc họp phiên đầu tiên. Hội nghị thống nhất."
    )

    assert report.title is not None
    assert " ".join(report.title.text.split()) == (
        "Đảng ủy xã Tân Lộc: Phiên họp đầu tiên sau sáp nhập, bàn việc mùa mưa"
    )


MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
OCCASIONS = [
    f"TRẠM Y TẾ XÃ TÂN LỘC\n{MOTTO}\nBIÊN BẢN HỌP\nTIÊU_ĐỀ\n\nThời gian: 8 giờ 00, ngày 04/11/2026.",
    f"TRẠM Y TẾ XÃ TÂN LỘC\n{MOTTO}\nBIÊN BẢN HỘI NGHỊ GIAO BAN\nTIÊU_ĐỀ\n\nThời gian: ngày 04/11/2026.",
    "TRẠM Y TẾ XÃ TÂN LỘC\nSố: 12/BC-TYT\n\nBÁO CÁO SƠ KẾT\nTIÊU_ĐỀ\n\nNgày 04/11/2026, Trạm Y tế họp.",
    "TRẠM Y TẾ XÃ TÂN LỘC\nTIÊU_ĐỀ\n\nNgày 04/11/2026, Trạm họp.",
    "TRẠM Y TẾ XÃ TÂN LỘC\nTân Lộc, ngày 05 tháng 11 năm 2026\n\nTIÊU_ĐỀ\n\nNgày 04/11/2026, Trạm họp.",
]


@pytest.mark.parametrize("text", OCCASIONS)
def test_a_title_begins_below_what_says_which_meeting_it_was(text: str) -> None:
    title = "Báo cáo kết quả tiêm chủng tháng 10 năm 2026"
    report = read_report(text.replace("TIÊU_ĐỀ", title))

    assert report.title is not None
    assert report.title.text == title
    assert report.period is not None
    assert report.period.value == "2026-10"


@pytest.mark.parametrize(
    ("text", "issuer", "title"),
    [
        (
            "SỞ Y TẾ TỈNH HÀ LĨNH\nBỆNH VIỆN ĐA KHOA SÔNG MÂY\n\nBIÊN BẢN HỌP GIAO BAN BỆNH VIỆN\n"
            "(Tuần 46, từ ngày 09/11/2026)\n\nThời gian: 7 giờ 15 phút, ngày 16/11/2026\n"
            "Chủ trì: Trịnh Hòa - Giám đốc bệnh viện\n",
            "BỆNH VIỆN ĐA KHOA SÔNG MÂY",
            "BIÊN BẢN HỌP GIAO BAN BỆNH VIỆN",
        ),
        (
            "UBND PHƯỜNG SÔNG MÂY\nTRƯỜNG THCS LÊ VĂN MAI\n\nNGHỊ QUYẾT HỌP HỘI ĐỒNG SƯ PHẠM\n"
            "Tháng 12 năm 2025\n\n- Thời gian: 14h00, ngày 05/12/2026\n- Chủ tọa: cô Huỳnh Lệ, Hiệu trưởng\n",
            "TRƯỜNG THCS LÊ VĂN MAI",
            "NGHỊ QUYẾT HỌP HỘI ĐỒNG SƯ PHẠM",
        ),
        (
            "BAN CHỈ HUY PHÒNG THỦ DÂN SỰ XÃ TRÀ MAI\n----------\nBIÊN BẢN HỌP KHẨN ứng phó bão số 11\n"
            "(họp lúc 20h00 ngày 28/10/2026)\n\nChủ trì: ông Hồ Văn Dế - Chủ tịch UBND xã.\n",
            "BAN CHỈ HUY PHÒNG THỦ DÂN SỰ XÃ TRÀ MAI",
            "BIÊN BẢN HỌP KHẨN ứng phó bão số 11",
        ),
        (
            "BAN QUẢN LÝ DỰ ÁN SÔNG LŨY\nSố 233/BB-BQLDA\n\nBIÊN BẢN HỌP RÀ SOÁT TIẾN ĐỘ CÁC DỰ ÁN\n"
            "Ngày họp: 06/10/2026. Phòng họp số 2.\nNgười chủ trì: Ông Thái Lực - Giám đốc Ban.\n",
            "BAN QUẢN LÝ DỰ ÁN SÔNG LŨY",
            "HỌP RÀ SOÁT TIẾN ĐỘ CÁC DỰ ÁN",
        ),
    ],
)
def test_what_is_above_a_title_in_capitals_is_who_met(text: str, issuer: str, title: str) -> None:
    report = read_report(text + "\n1. Tình hình\nTrong tuần tiếp 40 lượt dân.\n")

    assert report.organisation is not None
    assert report.organisation.text == issuer
    assert report.title is not None
    assert report.title.text.startswith(title)


def test_nobody_is_asked_for_anything_where_a_meeting_is_told_of() -> None:
    report = read_report(
        "UBND XÃ TÂN LỘC\nKết luận giao ban tháng 9 năm 2026\n\n"
        "Ngày 28/9/2026, UBND xã họp giao ban dưới sự chủ trì của ông Phan Văn Tấn.\n"
        "Giao Công an xã lắp camera ở bến xe trước ngày 30/11/2026."
    )

    assert [(task.assignee and task.assignee.text, task.text.text) for task in report.tasks] == [
        ("Công an xã", "Công an xã lắp camera ở bến xe trước ngày 30/11/2026")
    ]


def test_a_title_that_only_says_of_when_begins_with_the_meeting() -> None:
    report = read_report(
        "ĐỒN BIÊN PHÒNG NÀ LỐC\n\nBIÊN BẢN HỘI NGHỊ GIAO BAN\nTháng 8 năm 2026\n\n"
        "Hội nghị bắt đầu lúc 7 giờ ngày 27/8/2026. Đồn trưởng chủ trì."
    )

    assert report.title is not None
    assert report.title.text == "HỘI NGHỊ GIAO BAN\nTháng 8 năm 2026"
    assert report.period is not None
    assert report.period.value == "2026-08"


SCHOOL = "TRƯỜNG TIỂU HỌC BẢN LẦU\n\n"
LAST_MONTH = (
    "\nNgày 04/4/2026, trường họp tại văn phòng.\n\nI. ĐÁNH GIÁ CÔNG TÁC THÁNG 3\n- Học sinh đi học đều.\n"
)
PERIODS = [
    ("6 tháng đầu năm 2025, xã thu đạt 5 tỷ đồng. Ngày 14/7/2025, UBND xã họp.", "2025-H1"),
    ("Xã Tân Lộc họp. Ngày 14/7/2025, UBND xã họp. Xã có 5 thôn. Quý I/2025, có thêm 11 hộ.", None),
    (
        "Ngày 14/7/2025, UBND xã họp. Thành phần:\n- Các phòng.\n\nHội nghị nghe báo cáo 6 tháng đầu năm.",
        "2025-H1",
    ),
    ("Ngày 14/7/2025, UBND xã họp. Giao Phòng Kinh tế hoàn thành quy hoạch trong quý III/2025.", None),
    ("Ngày 14/7/2025, UBND tỉnh tổ chức hội nghị báo cáo viên tháng 7/2025.", None),
    (
        "Ngày 9/8/2018, Đảng ủy xã sơ kết giữa nhiệm kỳ. Nghị quyết khóa XI (nhiệm kỳ 2015-2020) đạt.",
        "2015/2020",
    ),
    (
        "Ngày 26/8/2022, UBND xã tổng kết 20 năm thực hiện Nghị định số 61/2002/NĐ-CP, ngày 7/6/2002.",
        "2002/2022",
    ),
    ("Ngày 19/5/2023, UBND xã tổng kết 12 năm thực hiện Chỉ thị số 88-CT/TW.", None),
    (
        "Ngày 9/8/2024, UBND xã họp với các thôn. Các thôn bàn. Bà con nêu việc. Theo ông Lê Văn Tám, "
        "trong 7 tháng đầu năm 2024, xã thu 5 tỷ đồng.",
        "2024-7M",
    ),
    ("Nghị quyết phiên họp UBND tỉnh định kỳ tháng 4/2019. Các sở bàn.", "2019-04"),
    (f"{SCHOOL}BIÊN BẢN HỌP HỘI ĐỒNG SƯ PHẠM THÁNG 4 NĂM 2026\n{LAST_MONTH}", "2026-04"),
    (f"{SCHOOL}NGHỊ QUYẾT HỌP TỔ CHUYÊN MÔN\nTháng 4 năm 2026\n{LAST_MONTH}", "2026-04"),
    (f"{SCHOOL}BÁO CÁO TIẾN ĐỘ SỬA TRƯỜNG THÁNG 3/2026\n{LAST_MONTH}", "2026-03"),
    ("Ngày 14/7/2025, UBND xã họp. Khối lượng thực hiện đạt 27%, chậm 4 tháng so với kế hoạch.", None),
    (f"Trường Bản Lầu họp tháng 4 năm 2026\n{LAST_MONTH}", "2026-03"),
]


@pytest.mark.parametrize(("text", "expected"), PERIODS)
def test_the_period_is_read_from_what_looks_back(text: str, expected: str | None) -> None:
    period = read_report(text).period

    assert (period.value if period else None) == expected
