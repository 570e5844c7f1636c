"""Articles as they stand on portals, in our own words: what of a page is to be read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

Line = str | tuple[str, ...]
"""A paragraph, or a row of a table."""


@dataclass(frozen=True)
class Article:
    """What a page is about."""

    headline: str
    day: date
    lead: str
    body: tuple[Line, ...]

    @property
    def lines(self) -> list[str]:
        """What has to be kept of it."""
        rows = [line if isinstance(line, str) else f"| {' | '.join(line)} |" for line in self.body]
        return [self.headline, self.lead, *rows]


NEWS = Article(
    "Đảng ủy xã Hòa Lộc họp Ban Chấp hành sơ kết công tác quý III năm 2026",
    date(2026, 10, 6),
    "Sáng ngày 05/10/2026, tại Hội trường Đảng ủy, Đảng ủy xã Hòa Lộc tổ chức Hội nghị Ban Chấp hành Đảng "
    "bộ lần thứ 9, sơ kết công tác quý III và triển khai nhiệm vụ quý IV năm 2026.",
    (
        "Tham dự hội nghị có Thường trực Đảng ủy; các đồng chí Ủy viên Ban Chấp hành; lãnh đạo HĐND, UBND, "
        "Ủy ban MTTQ xã; bí thư các chi bộ trực thuộc. Đồng chí Võ Thị Ngọc Hân - Bí thư Đảng ủy chủ trì "
        "hội nghị.",
        "Báo cáo tại hội nghị, đồng chí Trịnh Quang Huy - Phó Bí thư Thường trực cho biết, trong 12 chỉ "
        "tiêu của năm có 07 chỉ tiêu đạt và vượt, 03 chỉ tiêu đạt từ 60% - 85%, còn lại 02 chỉ tiêu đến "
        "cuối năm đánh giá.",
        "Thu ngân sách trên địa bàn đạt 14,2 tỷ đồng, bằng 96,4% dự toán; giải ngân vốn đầu tư công đạt "
        "61,5%.",
        "Bên cạnh kết quả đạt được, hội nghị chỉ ra một số hạn chế:",
        "- Tiến độ giải ngân vốn đầu tư công còn chậm so với kế hoạch.",
        "- Việc thu gom rác ở ấp 4 và ấp 7 chưa thường xuyên.",
        "- Hồ sơ đất đai trễ hạn còn nhiều.",
        "Nguyên nhân là mặt bằng một số tuyến đường bàn giao trễ, cán bộ phụ trách địa chính thay đổi trong "
        "năm.",
        "Kết luận hội nghị, Bí thư Đảng ủy Võ Thị Ngọc Hân yêu cầu trong quý IV tập trung các nhiệm vụ sau:",
        "Một là, UBND xã chỉ đạo Phòng Kinh tế hoàn thành hồ sơ thanh toán các công trình trước ngày "
        "20/12/2026.",
        "Hai là, Công an xã tăng cường tuần tra ban đêm tại các ấp giáp ranh.",
        "Ba là, Trung tâm Phục vụ hành chính công giải quyết dứt điểm hồ sơ trễ hạn trước ngày 15/11/2026.",
        "Văn phòng Đảng ủy xã Hòa Lộc",
    ),
)

NOTICE = Article(
    "Thông báo kết luận của Chủ tịch UBND phường Tân Thới tại cuộc họp giao ban tháng 9",
    date(2026, 9, 30),
    "Ngày 28/9/2026, Chủ tịch UBND phường Tân Thới Mai Quốc Bảo chủ trì cuộc họp giao ban tháng 9 năm 2026. "
    "Sau khi nghe báo cáo và ý kiến của các đơn vị, Chủ tịch UBND phường kết luận:",
    (
        "1. Về đánh giá tình hình",
        "Tỷ lệ hồ sơ giải quyết đúng hạn đạt 98,1%. Các chỉ tiêu thực hiện như sau:",
        ("TT", "Chỉ tiêu", "Kế hoạch", "Thực hiện"),
        ("1", "Thu ngân sách (tỷ đồng)", "22,0", "19,4"),
        ("2", "Tỷ lệ hộ dùng nước sạch (%)", "99,0", "99,2"),
        ("3", "Hộ nghèo giảm trong năm (hộ)", "18", "15"),
        "Tuy nhiên, tình trạng lấn chiếm vỉa hè trên đường Lê Lai còn tái diễn.",
        "2. Về nhiệm vụ tháng 10",
        "a) Giao Phòng Kinh tế, Hạ tầng và Đô thị chủ trì kiểm tra trật tự vỉa hè, hoàn thành trước ngày "
        "25/10/2026.",
        "b) Giao Phòng Văn hóa - Xã hội lập danh sách hộ nghèo năm 2027, báo cáo trước ngày 30/10/2026.",
        "c) Giao Công an phường phối hợp các khu phố rà soát người tạm trú.",
        "3. Giao Văn phòng HĐND và UBND theo dõi, đôn đốc việc thực hiện kết luận này.",
    ),
)

BRIEF = Article(
    "Chi bộ khóm Đông Bình họp thường kỳ tháng 10",
    date(2026, 10, 12),
    "Tối 11/10/2026, Chi bộ khóm Đông Bình họp thường kỳ tháng 10, đồng chí Nguyễn Hữu Tài - Bí thư chi bộ "
    "chủ trì.",
    (
        "Chi bộ đánh giá việc thực hiện nhiệm vụ tháng 9, trong đó việc vận động hiến đất mở rộng hẻm số 6 "
        "còn chậm.",
        "Bí thư chi bộ giao Tổ dân phố số 2 vận động các hộ còn lại, xong trước ngày 31/10/2026.",
    ),
)

PROSE = Article(
    "Sở Nội vụ giao ban công tác cải cách hành chính quý III",
    date(2026, 10, 2),
    "Chiều 01/10/2026, Sở Nội vụ tổ chức họp giao ban công tác cải cách hành chính quý III năm 2026 do Giám "
    "đốc Sở Phan Đình Lộc chủ trì.",
    (
        "Theo báo cáo của Văn phòng Sở, đến ngày 25/9 toàn tỉnh tiếp nhận 184.520 hồ sơ, tỷ lệ giải quyết "
        "đúng hạn đạt 97,3%, tăng 1,8 điểm phần trăm so với cùng kỳ; hồ sơ trực tuyến toàn trình đạt 62,4%, "
        "chưa đạt kế hoạch 70%.",
        "Các đại biểu cho rằng phần mềm dùng chung chưa ổn định, một số xã mới sắp xếp còn thiếu người phụ "
        "trách công nghệ thông tin, kinh phí số hóa phân bổ chậm nên việc số hóa hồ sơ cũ chưa đạt tiến độ "
        "đề ra.",
        "Phát biểu kết luận, Giám đốc Sở Phan Đình Lộc yêu cầu Phòng Cải cách hành chính tham mưu kế hoạch "
        "kiểm tra đột xuất tại 15 xã, hoàn thành trước ngày 30/11/2026; Trung tâm Lưu trữ lịch sử hướng dẫn "
        "các xã số hóa hồ sơ theo thứ tự ưu tiên; các phòng chuyên môn báo cáo kết quả vào ngày 20 hằng "
        "tháng.",
        "“Việc gì chậm phải nêu rõ tên đơn vị và lý do, không báo cáo chung chung”, ông Lộc nhấn mạnh.",
    ),
)

ARTICLES = {"news": NEWS, "notice": NOTICE, "brief": BRIEF, "prose": PROSE}
