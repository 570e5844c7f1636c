"""Phrases of chats that ask for nothing but when, how much, or what somebody said."""

import pytest

from tests.handlers.asking import Book

REPORT = """ỦY BAN NHÂN DÂN XÃ CẨM LÂM
BÁO CÁO
Sơ kết công tác quý III năm 2026

Ngày 30/9/2026, ông Vũ Đình Thăng, Chủ tịch UBND xã Cẩm Lâm, chủ trì hội nghị sơ kết quý III.
Trạm biến áp 110 kV Gò Sỏi bàn giao mặt bằng ngày 12/8/2026. Tuyến mương dài 850m đã đào xong.
Khu tái định cư Bãi Dâu san nền chậm do thiếu đất đắp.
Bà Tô Thị Vượt, Giám đốc Quỹ tín dụng: nếu không thu nợ sớm, quỹ thiếu 3 tỷ đồng cho vụ sau.
Hỗ trợ hộ mất lúa: miễn thủy lợi phí vụ mùa. Sửa trạm bơm Đập Đá: 74 triệu đồng.
Tỷ lệ trẻ dưới 5 tuổi suy dinh dưỡng thể thấp còi 19%. Mức phí nước dự kiến nâng lên 9.500 đồng/m3.
Hội LHPN xã kết nạp 14 hội viên. Toàn xã có 05 điểm đen tai nạn, còn 02 điểm: dốc Đá Bàn, cua Cây Xoan.
Vận động 29 hộ bản Lạc bàn giao mặt bằng trước ngày 20/12/2026. Đo mực nước 2 lần mỗi ngày.
Đến hết tháng 9 có 05/12 thôn đạt chuẩn văn hóa.
Quân số dân quân: 62 người. Đồng chí Lê Hữu Phan vắng họp.

Nhiệm vụ:
1. Phòng Kinh tế sửa đường lên đập Gò Sỏi, xong trước ngày 15/12/2026.
2. Văn phòng Đảng ủy lập sổ theo dõi đơn thư.
3. Trạm Y tế xã khám mắt cho người già trước ngày 10/11/2026.
4. Các thôn nộp quỹ chậm kiểm điểm trước ngày 25/11/2026.
"""
NOT_THERE = "Không có trong các báo cáo đã lưu"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("đường lên đập gò sỏi chậm nhất bao giờ phải sửa xong", "15/12/2026"),
        ("tram 110kV go soi ban giao mat bang hom nao", "12/8/2026"),
        ("khu TĐC Bãi Dâu sao san nền chậm", "thiếu đất đắp"),
        ("Bà Tô Thị Vượt cảnh báo điều gì?", "3 tỷ"),
        ("Giám đốc Tô Thị Vượt cảnh báo điều gì khi kết luận", "3 tỷ"),
        ("bà Vượt nêu ý kiến gì khi phát biểu chỉ đạo", "3 tỷ"),
        ("mấy thôn nộp quỹ chậm phải làm gì", "kiểm điểm"),
        ("sua tram bom dap da het bao tien", "74 triệu"),
        ("hộ mất lúa được miễn khoản gì", "thủy lợi phí"),
        ("tre duoi 5 tuoi thap coi bn %", "19%"),
        ("Thưa đồng chí, mức phí nước dự kiến nâng lên bao nhiêu ạ?", "9.500"),
        ("việc nào chưa chốt thời hạn", "sổ theo dõi đơn thư"),
        ("nhung viec tu nay tro di phai xong", "15/12/2026"),
        ("việc nào chốt hạn 10/11", "khám mắt"),
        ("Liệt kê các điểm đen tai nạn còn lại", "dốc Đá Bàn"),
        ("hoi lien hiep pn ket nap may hoi vien", "14 hội viên"),
        ("29 hộ bản Lạc phải giao đất trước ngày nào", "20/12/2026"),
        ("từ giờ tới hết 31/12 còn những việc gì đến hạn", "15/12/2026"),
        ("toi het thang 9 co may thon dat chuan van hoa", "05/12"),
        ("việc nào không đặt hạn", "sổ theo dõi đơn thư"),
        ("cuộc giao ban quý III xã Cẩm Lâm do ai chủ trì vậy", "Vũ Đình Thăng"),
    ],
)
async def test_it_is_answered(own_book: Book, question: str, told: str) -> None:
    answer = await own_book.says(question)

    assert not answer.startswith(NOT_THERE)
    assert told in answer


@pytest.mark.parametrize("question", ["mực nước đập Gò Sỏi bao nhiêu", "ai trúng thầu sửa trạm bơm Đập Đá"])
async def test_what_is_not_told_is_not_answered(own_book: Book, question: str) -> None:
    assert (await own_book.says(question)).startswith(NOT_THERE)
