"""Vietnamese days, periods and deadlines: phrases and their values, and phrases that must not be read."""

from __future__ import annotations

from datetime import date

import pytest

from reports import Day, DeadlineKind, Span, read_report
from reports.dates import Reference, find_days, find_years, main_year, publication_day
from reports.deadlines import read_deadline
from reports.model import OUTSIDE
from reports.periods import ROUTINE, read_period
from reports.text import clean

DAYS = [
    ("Sáng ngày 03/10/2017, xã họp", (3, 10, 2017)),
    ("Ngày 9/10, xã họp", (9, 10, None)),
    ("Ngày 27.5, xã họp", (27, 5, None)),
    ("Chiều 2 -11, xã họp", (2, 11, None)),
    ("Chiều 16-7, xã họp", (16, 7, None)),
    ("Sáng nay (27/8), xã họp", (27, 8, None)),
    ("ngày 24 tháng 4 năm 2026", (24, 4, 2026)),
    ("Ngày 14-15/12/2024, xã họp", (14, 12, 2024)),
    ("giao ban chieu thu 5 ngay 9/5/2024 tai nha van hoa", (9, 5, 2024)),
    ("2025-11-02T13:54:00.000Z", (2, 11, 2025)),
]


@pytest.mark.parametrize(("phrase", "expected"), DAYS)
def test_a_day_is_read(phrase: str, expected: tuple[int, int, int | None]) -> None:
    text = clean(phrase)
    found = next(find_days(text, 0, len(text.clean)))

    assert (found.day, found.month, found.year) == expected


NO_DAYS = [
    "2/3 số hộ tham gia",
    "đạt 50 - 90%",
    "ngày 01/01/1970",
    "ngày 31/02/2024",
    "Nghị quyết số 15/NQ-HĐND",
    "tăng 1.2 lần",
    "trực 24/24h",
    "13/13 xã đạt chuẩn",
]


@pytest.mark.parametrize("phrase", NO_DAYS)
def test_what_is_no_day_is_not_read_as_one(phrase: str) -> None:
    text = clean(phrase)

    assert list(find_days(text, 0, len(text.clean))) == []


PUBLICATION_LINES = [
    ("4/10/2017, 14:1 (GMT+7)", date(2017, 10, 4)),
    ("Cập nhật: 12/10/2020 15:47", date(2020, 10, 12)),
    ("27/08/2024 16:20", date(2024, 8, 27)),
    ("31/05/13 05:22 GMT+7", date(2013, 5, 31)),
    ("16/07/2026 - 17:14", date(2026, 7, 16)),
    ("Được đăng ngày 06/10/2026 14:05", date(2026, 10, 6)),
    ("Thứ Ba, 03/10/2017", date(2017, 10, 3)),
    ("14:05, 03/10/2017", date(2017, 10, 3)),
    ("2025-11-02T15:14:00.000Z", date(2025, 11, 2)),
]


@pytest.mark.parametrize(("line", "expected"), PUBLICATION_LINES)
def test_a_publication_line_is_read(line: str, expected: date) -> None:
    text = clean(line)
    found = publication_day(text, 0, len(text.clean))

    assert found is not None
    assert found.resolved() == expected


@pytest.mark.parametrize("line", ["Ngày 3/10/2017, Thị ủy họp", "Kế hoạch 12/10", "Số: 05/TB-UBND"])
def test_other_lines_are_no_publication_lines(line: str) -> None:
    text = clean(line)

    assert publication_day(text, 0, len(text.clean)) is None


YEARS = [
    ("kết quả năm 2017, nhiệm vụ năm 2018", [2017, 2018]),
    ("tăng 5% so với năm 2016", []),
    ("nhiệm kỳ 2020-2025", []),
    ("Nghị quyết số 5 ngày 12/3/2012", []),
    ("tháng 10/2017", [2017]),
    ("đến năm 2030", []),
]


@pytest.mark.parametrize(("phrase", "expected"), YEARS)
def test_years_of_comparisons_terms_and_papers_do_not_count(phrase: str, expected: list[int]) -> None:
    text = clean(phrase)

    assert find_years(text, 0, len(text.clean)) == expected


PERIODS = [
    ("sơ kết việc thu thuế quý II và bàn cách làm quý III năm 2019", "2019-Q2"),
    ("sơ kết 6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2019", "2019-H1"),
    ("kết quả 6 tháng cuối năm 2018", "2018-H2"),
    ("điểm lại việc làm 9 tháng, bàn tiếp phần việc 3 tháng cuối năm 2021", "2021-9M"),
    ("kiểm điểm công tác tháng 5 và 5 tháng đầu năm 2023", "2023-05"),
    ("tổng kết công tác năm 2024, triển khai nhiệm vụ năm 2025", "2024"),
    ("giao ban tuần 40 năm 2018", "2018-W40"),
    ("tổng kết nhiệm kỳ 2015 - 2020", "2015/2020"),
    ("tổng kết năm học 2021-2022", "2021/2022"),
    ("nhìn lại đề án nuôi ong giai đoạn từ năm 2021 đến 4 tháng đầu năm 2023", "2021/2023"),
    ("kết quả nửa đầu năm 2023", "2023-H1"),
    ("khai mạc kỳ họp thường lệ giữa năm 2023", "2023-H1"),
    ("HĐND xã khai mạc kỳ họp cuối năm 2025", "2025"),
    ("hop giao ban thang 7/2024 cua xa", "2024-07"),
    ("báo cáo kết quả sáu tháng đầu năm 2023", "2023-H1"),
    ('sơ kết phong trào thi đua "Vì trẻ em nghèo - Không ai bị quên" giai đoạn 2021-2025', "2021/2025"),
    ("tổng kết công tác dân vận 5 năm (2016-2020)", "2016/2020"),
    ("giao ban công tác tháng Tư năm 2024", "2024-04"),
    ("họp đánh giá tình hình tháng mười một/2023", "2023-11"),
]


@pytest.mark.parametrize(("phrase", "expected"), PERIODS)
def test_the_period_under_review_is_read(phrase: str, expected: str) -> None:
    text = clean(phrase)
    found = read_period(text, 0, len(text.clean), Reference())

    assert found is not None
    assert found.value == expected


def test_a_routine_meeting_names_its_month_where_nothing_else_does() -> None:
    text = clean("phiên họp thường kỳ tháng 5/2013")

    assert read_period(text, 0, len(text.clean), Reference()) is None
    found = read_period(text, 0, len(text.clean), Reference(), ROUTINE)
    assert found is not None
    assert found.value == "2013-05"


HELD = date(2026, 4, 22)
NOT_YET = [
    ("kết quả thực hiện kế hoạch trồng rừng năm 2026", None),
    ("đánh giá công tác năm 2025, triển khai nhiệm vụ năm 2026", "2025"),
    ("tổng kết công tác tuyển quân năm 2026", "2026"),
    ("đánh giá tiến độ quý III năm 2026", None),
    ("sơ kết quý I năm 2026", "2026-Q1"),
    ("kết quả 4 tháng đầu năm 2026", "2026-4M"),
    ("kết quả 9 tháng đầu năm 2026", None),
]


@pytest.mark.parametrize(("phrase", "expected"), NOT_YET)
def test_a_period_that_has_not_passed_is_not_under_review(phrase: str, expected: str | None) -> None:
    text = clean(phrase)
    found = read_period(text, 0, len(text.clean), Reference(HELD))

    assert (found.value if found else None) == expected


def test_a_year_compared_with_tells_the_year_of_the_report() -> None:
    text = clean("Năm 2023 giảm. Thu tăng 5% so với năm 2023. Chi tăng 2% so với cùng kỳ năm 2023.")

    assert main_year(text, 0, len(text.clean)) == 2024


NO_PERIODS = [
    "triển khai nhiệm vụ quý IV năm 2017",
    "bàn phương hướng năm 2025",
    "thực hiện Nghị quyết năm 2018",
    "kết quả tăng 5% so với năm 2016",
    "họp khẩn ứng phó bão số 3",
    "tổng kết Hội thi Nhà nông đua tài năm 2022",
]


@pytest.mark.parametrize("phrase", NO_PERIODS)
def test_what_is_to_come_or_compared_is_no_period_under_review(phrase: str) -> None:
    text = clean(phrase)

    assert read_period(text, 0, len(text.clean), Reference()) is None


MEETING = Reference(date(2024, 8, 6), 2024)  # a Tuesday
DEADLINES = [
    ("rà soát hồ sơ, xong trước ngày 20/8/2026", "trước ngày 20/8/2026", date(2026, 8, 20)),
    ("rà soát hồ sơ, xong trước 20/8", "trước 20/8", date(2024, 8, 20)),
    ("rà soát hồ sơ, xong trước 20/1", "trước 20/1", date(2025, 1, 20)),
    ("ban hành chậm nhất 15/11/2024", "chậm nhất 15/11/2024", date(2024, 11, 15)),
    ("chốt số trước ngày 10 tháng 12 năm 2024", "trước ngày 10 tháng 12 năm 2024", date(2024, 12, 10)),
    ("hoàn thành trong tháng 10/2024", "trong tháng 10/2024", date(2024, 10, 31)),
    ("hoàn thành trong tháng 2/2024", "trong tháng 2/2024", date(2024, 2, 29)),
    ("trình phê duyệt trong quý IV", "trong quý IV", date(2024, 12, 31)),
    ("trình phê duyệt trong quý I/2025", "trong quý I/2025", date(2025, 3, 31)),
    ("xóa toàn bộ nhà tạm đến hết năm 2025", "đến hết năm 2025", date(2025, 12, 31)),
    ("khởi công công trình trong năm 2024", "trong năm 2024", date(2024, 12, 31)),
    ("hoàn thành trước tháng 9/2024", "trước tháng 9/2024", date(2024, 8, 31)),
    ("soạn báo cáo gửi huyện trước 15h thứ 6 tuần này", "trước 15h thứ 6 tuần này", date(2024, 8, 9)),
    ("ra soat ho no thue, xong truoc 20/8", None, None),
]


@pytest.mark.parametrize(("task", "written", "last_day"), DEADLINES)
def test_a_deadline_is_read_with_its_last_day(task: str, written: str | None, last_day: date | None) -> None:
    text = clean(task)
    found = read_deadline(text, 0, len(text.clean), MEETING)

    assert found is not None
    if written:
        assert (found[0].written.text, found[0].last_day) == (written, last_day)
    assert found[0].kind is DeadlineKind.FIXED


KEPT_AS_WRITTEN = [
    ("báo cáo kết quả trước ngày 25 hằng tháng", DeadlineKind.RECURRING),
    ("kiểm tra việc này mỗi tuần", DeadlineKind.RECURRING),
    ("định kỳ quý báo cáo kết quả", DeadlineKind.RECURRING),
    ("ban hành trong 10 ngày kể từ ngày ký", DeadlineKind.RELATIVE),
    ("triển khai ngay sau hội nghị", DeadlineKind.RELATIVE),
]


@pytest.mark.parametrize(("task", "kind"), KEPT_AS_WRITTEN)
def test_recurring_and_relative_deadlines_get_no_invented_day(task: str, kind: DeadlineKind) -> None:
    text = clean(task)
    found = read_deadline(text, 0, len(text.clean), MEETING)

    assert found is not None
    assert (found[0].kind, found[0].last_day) == (kind, None)


NO_DEADLINES = [
    "viết Nghị quyết năm 2019 gọn, dễ nhớ",
    "chuẩn bị tổng kết năm 2017",
    "tổ chức tốt kỳ họp HĐND cuối năm 2017",
    "trong 6 tháng cuối năm, ngành tiếp tục đẩy mạnh tuyên truyền",
    "trong thời gian tới tập trung chăm lo đời sống nhân dân",
    "trả lời trong thời gian sớm nhất",
    "theo dõi tình hình từ nay đến cuối năm",
    "rà soát số liệu tính đến ngày 30/6",
]


@pytest.mark.parametrize("task", NO_DEADLINES)
def test_names_horizons_and_past_days_are_no_deadlines(task: str) -> None:
    text = clean(task)

    assert read_deadline(text, 0, len(text.clean), MEETING) is None


def test_a_day_without_a_year_and_without_a_reference_has_no_last_day() -> None:
    text = clean("xong trước 20/8")
    found = read_deadline(text, 0, len(text.clean), Reference())

    assert found is not None
    assert found[0].last_day is None


HELD_ON = [
    ("Ngày 28/12, UBND xã Tân Lộc họp.\n\n02/01/2018 08:00", date(2017, 12, 28)),
    ("Ngày 9/10, UBND xã Tân Lộc họp sơ kết 9 tháng đầu năm 2020.", date(2020, 10, 9)),
    ("Ngày 15/1, UBND xã Tân Lộc họp tổng kết công tác năm 2023, nhiệm vụ năm 2024.", date(2024, 1, 15)),
    ("Ngày 20/12, UBND xã Tân Lộc họp tổng kết công tác năm 2023, nhiệm vụ năm 2024.", date(2023, 12, 20)),
]


@pytest.mark.parametrize(("source", "expected"), HELD_ON)
def test_a_missing_year_comes_from_the_publication_line_or_the_text(source: str, expected: date) -> None:
    report = read_report(source)

    assert report.held_on is not None
    assert report.held_on.day == expected


def test_a_missing_year_comes_from_the_given_day_of_publication() -> None:
    report = read_report("Ngày 28/12, UBND xã Tân Lộc họp.", published=date(2022, 1, 3))

    assert report.held_on is not None
    assert report.held_on.day == date(2021, 12, 28)


def test_a_given_day_of_publication_stands_nowhere_in_the_text() -> None:
    """What is shown of it are no words of the report."""
    report = read_report("UBND xã Tân Lộc họp bàn việc chung.", published=date(2022, 1, 3))

    assert report.published == Day(Span(OUTSIDE, OUTSIDE, "03/01/2022"), date(2022, 1, 3))


def test_the_day_that_a_text_states_goes_before_a_given_one() -> None:
    report = read_report("UBND xã Tân Lộc họp\n02/01/2018 08:00\n", published=date(2022, 1, 3))

    assert report.published is not None
    assert (report.published.day, report.published.written.text) == (date(2018, 1, 2), "02/01/2018")


@pytest.mark.parametrize(
    "source",
    [
        "Ngày 9/10, UBND xã Tân Lộc họp bàn việc chung.",
        "UBND xã Tân Lộc họp thực hiện Kết luận số 5 ngày 12/3/2020.",
        "Mới đây, UBND xã Tân Lộc đã họp.\n\n02/01/2018 08:00",
    ],
)
def test_a_day_that_cannot_be_known_stays_open(source: str) -> None:
    assert read_report(source).held_on is None


def test_a_share_that_was_reached_is_no_day() -> None:
    report = read_report(
        "BỆNH VIỆN ĐA KHOA SÔNG LĨNH\n\nBÁO CÁO\nSơ kết 6 tháng đầu năm 2026\n"
        "(Tại cuộc họp giao ban Bệnh viện ngày 08/7/2026)\n\n"
        "Bệnh viện có 24 khoa, phòng.\n- Triển khai được 7/10 kỹ thuật mới theo kế hoạch năm.\n"
    )

    assert report.held_on
    assert report.held_on.day.isoformat() == "2026-07-08"
