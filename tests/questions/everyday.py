"""A report, and questions in everyday words that it writes otherwise, each with what the answer has."""

REPORT = """ỦY BAN NHÂN DÂN XÃ TÂN HẠNH
GIAO BAN THÁNG 9 NĂM 2026

Ngày 28/9/2026, tại hội trường xã, UBND xã Tân Hạnh tổ chức giao ban tháng 9. Đồng chí Đoàn Thị Mận - Chủ \
tịch UBND xã chủ trì. Tại hội nghị, ông Lưu Văn Chiến - Chánh Văn phòng trình bày báo cáo tình hình kinh \
tế - xã hội 9 tháng.

Kết quả: Xã đã bố trí kinh phí 1,2 tỷ đồng để cải tạo nhà văn hóa ấp Giồng. Đoàn công tác của huyện do Phó \
Chủ tịch Trần Hữu Lợi dẫn đầu đã kiểm tra thực địa kênh Ba Xã. Tổng đàn lợn có 3.450 con. Toàn xã có 612 \
người cao tuổi được khám sức khỏe. Số trường hợp vi phạm trật tự giao thông bị xử phạt là 214, với số tiền \
389 triệu đồng. Thu nhập từ mô hình nuôi lươn được bà con ví như “con heo đất” của ấp. Đến 30/9 đã giải \
ngân đạt 61% kế hoạch vốn.

Hạn chế: Việc cấp giấy chứng nhận quyền sử dụng đất còn chậm. Do kênh Ba Xã bị bồi lắng nên nhiều ruộng \
thiếu nước. Xã phải đưa người nghiện đi cai ở huyện bên do chưa có cơ sở cai nghiện.

Đảng ủy xã kỷ luật 2 đảng viên. Ấp 3 có 4 hộ thoát nghèo. Đường ĐT.627B qua xã dài 4,8 km. Tỷ lệ tiêm \
phòng cho trâu bò đạt 91%.

Kết luận, Chủ tịch UBND xã yêu cầu:
1. Bộ phận Tài chính - Kế toán tham mưu phương án thu quỹ phòng chống thiên tai trước ngày 15/10/2026.
2. Trạm Y tế xã tổ chức tiêm phòng dại cho đàn chó, hoàn thành trong tháng 11/2026.
3. Các chủ đầu tư đẩy nhanh tiến độ giải ngân, đến 30/11 phải đạt trên 85% kế hoạch vốn.
"""

ANSWERED = (
    ("Ai đọc báo cáo ở Tân Hạnh?", "Lưu Văn Chiến"),
    ("tiền sửa nhà văn hóa ấp Giồng bao nhiêu", "1,2 tỷ"),
    ("tan hanh nuoi may con heo", "3.450"),
    ("bao nhieu nguoi gia duoc kham suc khoe", "612"),
    ("phat vi pham giao thong duoc bao nhieu tien", "389 triệu"),
    ("làm sổ đỏ có vướng gì không", "giấy chứng nhận quyền sử dụng đất"),
    ("ai dẫn đầu đoàn kiểm tra kênh Ba Xã", "Trần Hữu Lợi"),
    ("den cuoi thang 11 giai ngan phai dat bao nhieu phan tram", "trên 85%"),
    ("đến hết tháng 9 giải ngân được bao nhiêu phần trăm", "61%"),
    ("vì sao ruộng thiếu nước", "bồi lắng"),
    ("sao tân hạnh phải gửi người nghiện sang chỗ khác", "chưa có cơ sở cai nghiện"),
    ("bao gio lam xong tiem phong dai", "11/2026"),
    ("bộ phận tài chính kế toán phải nộp phương án gì", "quỹ phòng chống thiên tai"),
    ("phat giao thong tan hanh bao nhieu tien", "389 triệu"),
    ("ap 3 co bao nhieu ho thoat ngheo", "4 hộ"),
    ("duong dt627b dai bao nhieu km", "4,8 km"),
    ("Đường ĐT.627B dài mấy km?", "4,8 km"),
    ("tân hạnh kỉ luật mấy đảng viên", "2 đảng viên"),
    ("thieu nuoc ruong vi sao", "bồi lắng"),
    ("mô hình nuôi lươn được ví với cái gì", "con heo đất"),
)

REFUSED = (
    "lương chủ tịch xã bao nhiêu tiền",
    "tân hạnh nuôi mấy con bò sữa",
    "bao nhiêu người già được cấp thẻ xe buýt",
    "tiền sửa chợ ấp Giồng bao nhiêu",
    "ai dẫn đầu đoàn kiểm tra kênh Ông Kho",
    "ti le tiem phong cho meo",
    "ấp 5 có mấy hộ thoát nghèo",
    "ap 5 co bao nhieu ho thoat ngheo",
    "ai làm chủ tịch mặt trận xã tân hạnh",
)
