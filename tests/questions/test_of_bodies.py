"""Whose it is: names that begin alike, that the report's head tells, and what names alone do not answer."""

import unicodedata

import pytest

from handlers.asking.text import Text
from handlers.asking.tokens import tokens_of
from reports import read_report
from tests.handlers.asking import Book

REPORT = """SỞ Y TẾ TỈNH HÀ LĨNH
BỆNH VIỆN ĐA KHOA SÔNG LĨNH

BIÊN BẢN HỌP GIAO BAN
Tuần 46

Thời gian: 7 giờ 15, ngày 16/11/2026
Chủ trì: ông Trịnh Văn Hòa - Giám đốc bệnh viện
Thành phần: các khoa, phòng. Vắng có phép: BS. Đoàn Văn Khải.

Trong tuần khám 4.812 lượt người. Người bệnh ngã không để lại di chứng.
Trạm Y tế xã cùng Hội Phụ nữ cấp thêm 350 thẻ bảo hiểm hộ gia đình trong quý IV.
Giám đốc phê bình Khoa Lão vì chậm nộp hồ sơ bệnh án.
Hội Nông dân xã Hòa Lâm kết nạp mới 96 hội viên, đạt 80% chỉ tiêu.
Hồ sơ giám định bảo hiểm tiếp nhận 812 hồ sơ; quá hạn 18 hồ sơ.
Bệnh viện đạt 80/83 tiêu chí chất lượng; ba tiêu chí chưa đạt là chờ khám, nhà vệ sinh và căng tin.
Nước sông Lĩnh lúc 18h00 là 7,85 m. Các điểm đen trước cổng được xử lý 100%.
Vụ cháy nhà xe: không có người chết. Có mặt 41/45 trưởng khoa, phòng.
Phòng Kế hoạch trực 24/24, số điện thoại 0235.3899.114.
"""
NOT_THERE = "Không có trong các báo cáo đã lưu"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("tuan 46 benh vien Song Linh kham bao nhieu luot", "4.812"),
        ("hv moi cua hoi nong dan Hoa Lam dc bao nhieu", "96 hội viên"),
        ("trạm y tế xã phải phát thêm bao nhiêu thẻ bảo hiểm trong quý IV", "350 thẻ"),
        ("khoa nào bị giám đốc phê bình vì chậm hồ sơ bệnh án", "Khoa Lão"),
        ("bac si nao vang hop giao ban benh vien Song Linh", "Đoàn Văn Khải"),
        ("ho so giam dinh bao hiem qua han bao nhieu", "18 hồ sơ"),
        ("tieu chi chat luong nao benh vien Song Linh chua dat", "nhà vệ sinh"),
        ("nuoc song Linh luc 18h may met", "7,85 m"),
        ("điểm đen trước cổng xử lý xong chưa", "xử lý 100%"),
        ("cháy nhà xe có ai chết không", "không có người chết"),
        ("may truong khoa benh vien Song Linh co mat", "41/45"),
        ("phong ke hoach benh vien Song Linh truc dien thoai so may", "0235.3899.114"),
        ("tieu chi chat luong dat bao nhieu benh vien da khoa Song Linh", "80/83"),
    ],
)
async def test_whose_it_is_is_understood(own_book: Book, question: str, told: str) -> None:
    answer = await own_book.says(question)

    assert not answer.startswith(NOT_THERE)
    assert told in answer


@pytest.mark.parametrize(
    "question", ["benh vien song linh do de bao nhieu ca", "thu nhap binh quan dau nguoi benh vien song linh"]
)
async def test_the_name_of_the_report_alone_answers_nothing(own_book: Book, question: str) -> None:
    assert (await own_book.says(question)).startswith(NOT_THERE)


MEETING = """ỦY BAN NHÂN DÂN XÃ {name}

KẾT LUẬN HỌP GIAO BAN THÁNG 10/2026
Ngày 20/10/2026, Chủ tịch UBND xã {name} chủ trì cuộc họp giao ban và kết luận:
1. Phòng Kinh tế san nền chợ Hiệp, xong trước 30/11/2026.
2. Công an xã kiểm tra bến đò ấp Hiệp trong tháng 11/2026.
"""


async def test_a_place_of_which_nothing_is_stored_is_not_one_that_begins_alike(own_book: Book) -> None:
    for name in ("HÒA LÂM", "HÒA THỊNH"):
        await own_book.keep(read_report(MEETING.format(name=name)))

    unknown = await own_book.says("/tasks ubnd xa Hoa Hiep")
    known = await own_book.says("/tasks ubnd xa Hoa Thinh")

    assert unknown.startswith(NOT_THERE)
    assert "san nền chợ Hiệp" in known
    assert "bến đò" in known


PROGRAMME = """Sáng 5/10/2026, Ban Chỉ đạo tỉnh Hà Lĩnh thực hiện các chương trình mục tiêu quốc gia \
giai đoạn 2021-2025 tổ chức hội nghị sơ kết 9 tháng.

Tỷ lệ hộ nghèo của tỉnh còn 5,35%. Số lượt khách đến thành phố đạt 41.200 lượt. Số hồ sơ của doanh nghiệp \
nộp qua mạng đạt 92%.
"""


@pytest.mark.parametrize(
    ("indicator", "told"),
    [
        ("ty le ho ngheo cua tinh", "5,35%"),
        ("so luot khach den thanh pho", "41.200 lượt"),
        ("so ho so cua doanh nghiep nop qua mang", "92%"),
    ],
)
async def test_a_figure_is_asked_of_a_body_by_its_whole_name(
    own_book: Book, indicator: str, told: str
) -> None:
    await own_book.keep(read_report(PROGRAMME))
    body = "Ban Chỉ đạo tỉnh Hà Lĩnh thực hiện các chương trình mục tiêu quốc gia giai đoạn 2021-2025"

    answer = await own_book.says(f"{indicator} dat bao nhieu {body}")

    assert not answer.startswith(NOT_THERE)
    assert told in answer


COMMITTEE = """Sáng 5/10/2026, Huyện ủy Nậm Sơn tổ chức hội nghị sơ kết 9 tháng. Đồng chí Lò Văn Inh, Bí thư \
Huyện ủy, chủ trì.

Thu ngân sách đạt 61 tỷ đồng.

Nhiệm vụ:
1. Phòng Nội vụ rà soát quy hoạch cán bộ, xong trước ngày 20/11/2026.
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("viec nao cua huyen nam son den han trong thang 11/2026", "rà soát quy hoạch cán bộ"),
        ("thu ngân sách của huyện Nậm Sơn mới đạt bao nhiêu", "61 tỷ"),
    ],
)
async def test_a_place_is_known_by_its_committee(own_book: Book, question: str, told: str) -> None:
    await own_book.keep(read_report(COMMITTEE))

    answer = await own_book.says(question)

    assert not answer.startswith(NOT_THERE)
    assert told in answer


async def test_a_committee_is_of_its_own_place_alone(own_book: Book) -> None:
    await own_book.keep(read_report(COMMITTEE))

    assert (await own_book.says("việc của huyện Nậm Lúc đến hạn tháng 11/2026")).startswith(NOT_THERE)


async def test_tones_that_are_letters_of_their_own_are_understood(own_book: Book) -> None:
    question = "khoa nào bị giám đốc phê bình vì chậm hồ sơ bệnh án"

    assert "Khoa Lão" in await own_book.says(unicodedata.normalize("NFD", question))


@pytest.mark.parametrize(
    ("question", "understood"),
    [
        ("hạn chế bệnh viện Bình Sơn", "Hạn chế · Bệnh viện đa khoa Bình Sơn"),
        ("cong ty song tra phai lam gi", "Nhiệm vụ · Công ty Cấp nước Sông Trà"),
        ("chi tieu benh vien binh son", "Chỉ tiêu · Bệnh viện đa khoa Bình Sơn"),
    ],
)
async def test_a_body_is_known_by_the_two_ends_of_its_name(
    book: Book, question: str, understood: str
) -> None:
    assert (await book.says(question)).splitlines()[0] == understood


@pytest.mark.parametrize("question", ["/limits sông trà", "hạn chế sông trà", "/tasks binh son"])
async def test_a_body_is_known_by_the_end_of_its_name_where_no_item_has_that(
    book: Book, question: str
) -> None:
    assert "Không có" not in (await book.says(question)).splitlines()[0]


RATES = """HỢP TÁC XÃ NƯỚC SẠCH BẾN LỘ
Báo cáo kết quả năm 2026

Ngày 12/11/2026, Hợp tác xã Nước sạch Bến Lộ họp xã viên tại nhà văn hóa thôn 2.
Giá nước sinh hoạt 7.200 đồng/m3. Thu tiền nước 640 triệu đồng. Hỗ trợ mỗi hộ nghèo 120 nghìn đồng.
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("giá nước sinh hoạt một khối bao nhiêu", "7.200 đồng/m3"),
        ("tiền nước một hộ đóng bao nhiêu", NOT_THERE),
        ("tien nuoc mot thang bao nhieu", NOT_THERE),
    ],
)
async def test_a_rate_is_told_of_its_unit_alone(own_book: Book, question: str, told: str) -> None:
    await own_book.keep(read_report(RATES))

    assert told in await own_book.says(question)


@pytest.mark.parametrize(
    ("text", "name", "there"),
    [
        ("Xã thay 40 đồng hồ nước", "xuân hồ", False),
        ("Thay 40 đồng hồ", "đông hồ", False),
        ("Thay 40 đồng hồ", "dong ho", True),
        ("HĐND xã Đông Hồ họp", "đông hồ", True),
        ("Thi tran Dong Ho hop", "đông hồ", True),
    ],
)
def test_a_name_stands_in_a_text_side_by_side_and_with_its_accents(
    text: str, name: str, *, there: bool
) -> None:
    first, second = tokens_of(name)

    assert Text(text).beside(first, second) is there


OF_ONE = """HĐND XÃ ĐÔNG LÔ HỌP GIỮA NĂM

Ngày 16/7/2026, HĐND xã Đông Lô họp kỳ thứ 3, bà Kha Thị Hậu chủ tọa. Thu ngân sách đạt 41 tỷ đồng.
"""
OF_ANOTHER = """ỦY BAN NHÂN DÂN XÃ SƠN LŨNG
THÔNG BÁO
Kết luận giao ban tháng 6 năm 2026

Ngày 30/6/2026, ông Lò Văn Tấn, Chủ tịch UBND xã, chủ trì giao ban.
Vụ Đông trồng 40 ha ngô. Đấu giá 5 lô đất. Tổ hợp tác đóng 120 lọ mắm. Toàn xã còn 37 hộ cận nghèo.
"""


async def test_a_name_stands_side_by_side_only_as_it_is_spelt(own_book: Book) -> None:
    for report in (OF_ONE, OF_ANOTHER):
        await own_book.keep(read_report(report))

    assert (await own_book.says("đông lô còn bao nhiêu hộ cận nghèo vậy")).startswith(NOT_THERE)
    assert "37 hộ" in await own_book.says("sơn lũng còn bao nhiêu hộ cận nghèo vậy")
