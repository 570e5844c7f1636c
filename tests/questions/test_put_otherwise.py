"""What is asked in other letters, or in another order, than a report writes it."""

import pytest

from tests.handlers.asking import Book

REPORT = """ĐẢNG BỘ SỞ XÂY DỰNG TỈNH YÊN HƯNG
CHI BỘ PHÒNG QUẢN LÝ VẬN TẢI

Yên Hưng, ngày 08 tháng 9 năm 2026

BIÊN BẢN
Sinh hoạt chi bộ thường kỳ tháng 9 năm 2026

Thời gian: 15 giờ ngày 04/9/2026.
Chủ trì: đồng chí Mạc Văn Thiệu, Bí thư Chi bộ.
Tổng số đảng viên: 21 đồng chí; có mặt 20 đồng chí.

Chi bộ đã thu đảng phí 5,1 triệu đồng. Đường Lý Quý Ly xong 3,4 km mặt bê tông.
Đề xuất thu phí cầu tạm không được Sở chấp thuận.
Đội Tuần đường lắp 6 gương cầu lồi ở dốc Mã Phục, kinh phí 42 triệu đồng.

Tai nạn 9 vụ, trong đó 5 vụ ở dốc Nà Sầm, chưa đạt chỉ tiêu kéo giảm 10% đề ra từ đầu năm.
Số tiền nợ thuê xe quá hạn đến ngày 31/8/2026 là 86 triệu đồng. Công ty Bình An thi công đường Mã Phục.
Bầu bổ sung đồng chí Lò Văn Cắm giữ chức Phó Bí thư với 19/20 phiếu. Thay trục cẩu xe số 3 dự kiến 6 tuần.

Hạn chế:
- Vá mặt đường mới đạt 12 km, kế hoạch là 20 km nên tiến độ kéo dài. Mặt đường hụt do trạm trộn hỏng.

Nhiệm vụ:
1. Đội Tuần đường kiểm tra cầu treo Nà Sầm trước ngày 25/9/2026.
2. Đội Cây xanh chăm sóc vùng trồng vải ven đường trước ngày 28/9/2026.
3. Đội Phương tiện sửa 4 xe cẩu trước ngày 30/9/2026.
4. Đội Hậu cần trình phương án thuê bãi đỗ phụ 1,2 ha tại thôn Nà Mạ trước ngày 20/10/2026; cử thêm 2 thợ.
5. Hạt Kiểm tu gác phà Bến Lội trong mùa lũ, xong trước ngày 30/11/2026.
"""
NOT_THERE = "Không có trong các báo cáo đã lưu"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("chi bộ phòng QLVT Sở Xây dựng có bao nhiêu đảng viên", "21 đồng chí"),
        ("đường Lí Quí Ly đổ được mấy km bê tông", "3,4 km"),
    ],
)
async def test_a_word_is_written_with_i_or_y(own_book: Book, question: str, told: str) -> None:
    answer = await own_book.says(question)

    assert not answer.startswith(NOT_THERE)
    assert told in answer


@pytest.mark.parametrize(
    "question", ["biên bản chi bộ vận tải ký ngày nào", "bien ban moi nhat ban hanh khi nao"]
)
async def test_the_day_above_a_title_is_when_a_paper_was_issued(own_book: Book, question: str) -> None:
    assert "ngày 08 tháng 9 năm 2026" in await own_book.says(question)


async def test_what_else_is_issued_has_a_day_of_its_own(own_book: Book) -> None:
    assert "ngày 08 tháng 9" not in await own_book.says("lịch gác phà Bến Lội ban hành khi nào")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("thu phi cau tam co duoc tren dong y khong", "không được Sở chấp thuận"),
        ("tháng 9 chi bộ vận tải đề ra mấy nvụ trọng tâm", "5 việc"),
    ],
)
async def test_what_is_approved_and_what_matters_most_are_asked_for(
    own_book: Book, question: str, told: str
) -> None:
    answer = await own_book.says(question)

    assert not answer.startswith(NOT_THERE)
    assert told in answer


async def test_what_is_owed_is_late_and_no_task(own_book: Book) -> None:
    answer = await own_book.says("no thue xe qua han cua chi bo van tai la bao nhieu")

    assert "86 triệu đồng" in answer
    assert not answer.startswith(NOT_THERE)


@pytest.mark.parametrize(
    "question",
    ["công ty nào giám sát thi công đường Mã Phục", "Which firm supervises construction of Ma Phuc road?"],
)
async def test_a_company_that_does_something_else_is_not_told(own_book: Book, question: str) -> None:
    answer = await own_book.says(question)

    assert answer.startswith("Không có")
    assert not answer.startswith("Không có mục riêng")


async def test_the_cause_of_an_item_may_stand_behind_it(own_book: Book) -> None:
    assert "trạm trộn hỏng" in await own_book.says("vá mặt đường không đủ kế hoạch vì sao")


async def test_what_a_target_falls_short_of_is_told_by_its_sentence(own_book: Book) -> None:
    assert "chỉ tiêu kéo giảm 10%" in await own_book.says("chi bộ vận tải không đạt chỉ tiêu nào")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("đồng chí Lò Văn Cắm trúng cử bao nhiêu phiếu", "19/20 phiếu"),
        ("thay trục cẩu xe số 3 mất bao lâu", "6 tuần"),
    ],
)
async def test_a_part_of_a_whole_and_a_time_are_numbers(own_book: Book, question: str, told: str) -> None:
    answer = await own_book.says(question)

    assert not answer.startswith(NOT_THERE)
    assert told in answer


async def test_fruit_is_asked_for_in_english(own_book: Book) -> None:
    assert "Đội Cây xanh" in await own_book.says("Who looks after the lychee?")
