"""Whom a task is given to: the unit before its verb, the label of a line, the line that leads to a list."""

from __future__ import annotations

import pytest

from reports.addressees import is_label, read_actor, read_addressee
from reports.outline import lead_addressee
from reports.text import clean

ADDRESSEES = [
    ("Phòng Kinh tế - Hạ tầng tháo cây đổ trên đường liên thôn", "Phòng Kinh tế - Hạ tầng"),
    ("Phòng Dân tộc - Tôn giáo mở lớp học tiếng Thái", "Phòng Dân tộc - Tôn giáo"),
    ("Trưởng Công an các phường đốc thúc tổ tự quản", "Trưởng Công an các phường"),
    ("Trung tâm Phát triển quỹ đất khu vực 3 làm đầu mối đo vẽ", "Trung tâm Phát triển quỹ đất khu vực 3"),
    ("thủ trưởng cơ quan, chỉ huy các đồn lo chỗ ở cho dân", "thủ trưởng cơ quan, chỉ huy các đồn"),
    ("Ủy ban Kiểm tra Huyện ủy: sửa lại lịch tiếp đảng viên", "Ủy ban Kiểm tra Huyện ủy"),
    ("Ban Cán sự Đảng UBND thành phố được giao chỉ đạo các ngành", "Ban Cán sự Đảng UBND thành phố"),
    ("Giám đốc các bệnh viện, trung tâm y tế rà soát lại", "Giám đốc các bệnh viện, trung tâm y tế"),
    ("UBND xã Tân Lâm 2: Rà soát toàn bộ hồ sơ đất đai", "UBND xã Tân Lâm 2"),
    ("Sở Ngoại vụ: Giữ nếp gặp mặt kiều bào đầu xuân", "Sở Ngoại vụ"),
    ("Công an thành phố: Khẩn trương điều tra vụ việc", "Công an thành phố"),
    ("UBND các xã: Tân Lâm, Phú Lộc vận động các hộ dân", "UBND các xã: Tân Lâm, Phú Lộc"),
    ("Hiệu trưởng các trường THCS chịu trách nhiệm", "Hiệu trưởng các trường THCS"),
    ("Trung đoàn 82 tổ chức huấn luyện", "Trung đoàn 82"),
    ("Cục Thi hành án dân sự tỉnh tập trung thi hành án", "Cục Thi hành án dân sự tỉnh"),
    ("giáo viên chịu khó, gương mẫu trong nếp sống", "giáo viên"),
    ("từng địa phương quy rõ trách nhiệm", "từng địa phương"),
    ("các đơn vị cung cấp điện phải tính toán", "các đơn vị cung cấp điện"),
    ("các tổ ở bến phà kiểm tra từng phao cứu sinh", "các tổ ở bến phà"),
    ("Tổ chức rà soát các văn bản đã ban hành", None),
    (
        "Các Bộ: Công Thương, Tài chính, Nội vụ và các tỉnh chỉ đạo",
        "Các Bộ: Công Thương, Tài chính, Nội vụ và các tỉnh",
    ),
    ("địa phương đã triển khai nhiều giải pháp", "địa phương"),
    ("Lãnh đạo, chỉ đạo giữ vững địa bàn", None),
    ("Cấp kinh phí đào tạo cho công nhân", None),
    ("Phòng, chống dịch bệnh, tuyên truyền sâu rộng", None),
    ("Cấp phát gạo kịp thời, hướng dẫn người dân", None),
    ("Trường hợp trốn tránh phải xử phạt", None),
]


@pytest.mark.parametrize(("task", "expected"), ADDRESSEES)
def test_the_unit_before_its_verb_is_read(task: str, expected: str | None) -> None:
    text = clean(task)
    found = read_addressee(text, 0, len(text.clean))

    assert (text.clean[found.start : found.end] if found else None) == expected


LEADS = [
    ("Giao Sở Nội vụ:", "Sở Nội vụ"),
    ("Giao Ban Dân tộc làm đầu mối, cùng các huyện:", "Ban Dân tộc"),
    ("Trách nhiệm của các sở, ngành, UBND các xã, phường", "các sở, ngành, UBND các xã, phường"),
    ("Đối với Công an xã:", "Công an xã"),
    ("Yêu cầu UBND các xã: Tân Lập, Gò Sậy:", "UBND các xã: Tân Lập, Gò Sậy"),
    ("Về dự thảo đề án, giao Sở Tài chính:", "Sở Tài chính"),
    ("đồng chí Bí thư yêu cầu các chi bộ tập trung:", "các chi bộ"),
    ("Đồng chí Bí thư kết luận, yêu cầu thực hiện:", None),
    ("Về cải cách thể chế", None),
    ("Đối với tiến độ giải ngân:", None),
    ("Công tác xây dựng Đảng", None),
]


@pytest.mark.parametrize(("line", "expected"), LEADS)
def test_a_line_that_leads_names_who_is_asked(line: str, expected: str | None) -> None:
    text = clean(line)
    found = lead_addressee(text, 0, len(text.clean))

    assert (text.clean[slice(*found)] if found else None) == expected


def test_a_line_with_a_verb_is_no_label() -> None:
    label, task = clean("Giao Sở Tài chính"), clean("Sở Tài chính bố trí kinh phí")

    assert is_label(label, 0, len(label.clean))
    assert not is_label(task, 0, len(task.clean))


QUARTERS = "Phòng Quản lý nhà và Thị trường bất động sản"
ACTORS = [
    ("Phó Giám đốc Lê Văn Tám theo dõi dự án chợ đầu mối", "Phó Giám đốc Lê Văn Tám"),
    ("Giao Tổng Giám đốc Doãn Văn Lâm trình phương án thay tuyến ống", "Tổng Giám đốc Doãn Văn Lâm"),
    ("Thượng úy Đỗ Mạnh Hà phụ trách tuần tra cửa biển", "Thượng úy Đỗ Mạnh Hà"),
    ("Trung tá Vũ Thị Hải Yến chủ trì dạy bơi tại 5 trường", "Trung tá Vũ Thị Hải Yến"),
    ("Kế toán trưởng Bùi Thị Sen đối chiếu công nợ", "Kế toán trưởng Bùi Thị Sen"),
    ("Anh Tùng làm lại bảng tin", "Anh Tùng"),
    ("Bà Lò Thị Pâng: mở lớp dệt thổ cẩm", "Bà Lò Thị Pâng"),
    ("Phó Giám đốc Lê Văn Tám đề nghị các phòng nộp báo cáo", None),
    ("Đại úy Đỗ Mạnh Hà cho biết đã tuần tra 20 lượt", None),
    ("Tổ Cảnh sát phòng chống tội phạm mật phục ở bến phà", "Tổ Cảnh sát phòng chống tội phạm"),
    ("Đội Cảnh sát quản lý hành chính cấp căn cước tại nhà", "Đội Cảnh sát quản lý hành chính"),
    ("Phòng Văn hóa xác nhận hồ sơ nghệ nhân cho 7 người ở ấp 2, xong trong tuần", "Phòng Văn hóa"),
    ("Tổ Quản lý nợ giảm nợ thuế xuống dưới 12 tỷ đồng", "Tổ Quản lý nợ"),
    ("Tổ Hỗ trợ người nộp thuế hướng dẫn hóa đơn", "Tổ Hỗ trợ người nộp thuế"),
    ("Phòng Quản lý nhà báo cáo số căn hộ còn trống", "Phòng Quản lý nhà"),
    ("Công ty Công trình đô thị thay nắp hố ga", "Công ty Công trình đô thị"),
    ("Phòng Điều hành dự án 4 (anh Lê Văn Tám) bám sát cầu Rạch Sen", "Phòng Điều hành dự án 4"),
    ("Phòng Quản lý nhà và Thị trường bất động sản: gặp chủ đầu tư", QUARTERS),
    ("Đội Đăng ký, sát hạch: mở lớp lưu động ở xã", "Đội Đăng ký, sát hạch"),
    (
        "Phòng Quản lý nước và công trình (ông Tám, Trưởng phòng): thay van",
        "Phòng Quản lý nước và công trình",
    ),
    ("Phòng Kỹ thuật - Công nghệ (ông Lê Văn Tám) thay van đầu mối", "Phòng Kỹ thuật - Công nghệ"),
    ("Khoa Dược – Vật tư (dược sĩ Trần Thị Sen): bốc lại kho", "Khoa Dược – Vật tư"),
    ("Tổ Quản lý hành chính - Đại úy Lò Thị Sen: cấp căn cước tại nhà", "Tổ Quản lý hành chính"),
    ("Bộ phận tổng hợp tham mưu văn bản", "Bộ phận tổng hợp"),
    ("Phòng Kế hoạch tổ chức đấu thầu", "Phòng Kế hoạch"),
    ("Ban Quản lý chợ kiểm tra bình chữa cháy", "Ban Quản lý chợ"),
    ("Phó Chủ tịch Lò Thị Sen: đối thoại với 8 hộ chưa nhận tiền", "Phó Chủ tịch Lò Thị Sen"),
    ("Bà Lò Thị Sen: đề nghị lắp thêm đèn ở ngã ba", None),
    ("Đội mạng lưới số 2: chốt ở trạm bơm suốt mùa bão", "Đội mạng lưới số 2"),
    ("Tổ bầu cử báo cáo số phiếu: 20 phiếu hợp lệ", "Tổ bầu cử"),
    ("HTX vay Quỹ Hỗ trợ phát triển nông thôn 2 tỷ đồng", "HTX"),
    ("UBND xã thay máy bơm trạm cấp nước", "UBND xã"),
    ("Công ty không bố trí làm đêm quá ba buổi", "Công ty"),
    ("các đơn vị không đạt chỉ tiêu kiểm điểm lại", "các đơn vị không đạt chỉ tiêu"),
    ("khoa Cấp cứu chuyển người bệnh nặng sang Bệnh viện tỉnh, không giữ lại", "khoa Cấp cứu"),
    ("Các chi bộ ấp mỗi chi bộ tạo nguồn hai người", "Các chi bộ ấp"),
    ("Tổ kiểm tra số 1 do ông Lê Văn Tám làm tổ trưởng phụ trách chợ", "Tổ kiểm tra số 1"),
    ("đồng chí Lê Văn Tám dự thảo quy chế", "đồng chí Lê Văn Tám"),
    ("Giám đốc Sở giao Phó Giám đốc Lê Văn Tám theo dõi dự án", "Phó Giám đốc Lê Văn Tám"),
    ("HĐND kỳ này giao cho UBND sơ kết quy định cũ", "UBND"),
    ("Các thành viên Chính phủ cần chủ động hơn", "Các thành viên Chính phủ"),
    ("câu lạc bộ cờ vua cho phép lập từ tháng 9", None),
    ("cấp thêm vốn, Hội Nông dân tỉnh giải quyết 300 triệu đồng", None),
    ("Hội thi giáo viên dạy giỏi tổ chức từ 9/11", None),
    ("Khoa Hồi sức tích cực - Chống độc: kê thêm 2 giường", "Khoa Hồi sức tích cực - Chống độc"),
    ("Tổ Công nghệ số cộng đồng khu phố 5 đi từng nhà", "Tổ Công nghệ số cộng đồng khu phố 5"),
    ("Phân xưởng Sợi 2 giảm phế phẩm còn 1,2%", "Phân xưởng Sợi 2"),
    ("Bộ phận Tiếp nhận và Trả kết quả xin lỗi 12 người", "Bộ phận Tiếp nhận và Trả kết quả"),
    ("Bưu điện xã phát lương hưu tại nhà", "Bưu điện xã"),
    ("Chị Hoa, anh Tùng lo âm thanh", "Chị Hoa, anh Tùng"),
    ("Ban Kinh tế - Ngân sách HĐND (bà Lê Thị Tám) giám sát chợ", "Ban Kinh tế - Ngân sách HĐND"),
    ("các đồng chí đảng ủy viên dự sinh hoạt với chi bộ được phân công", "các đồng chí đảng ủy viên"),
    ("chi 850 triệu đồng sửa chữa bể lọc", None),
    ("Nhóm vấn đề khai thác cát trái phép", None),
    ("Thiếu tá Lê Văn Tám: chuyên án ma túy; báo cáo trước ngày 28/11", "Thiếu tá Lê Văn Tám"),
    ("Y sĩ Đào Văn Khoa: diệt bọ gậy tại thôn Bàu Sen", "Y sĩ Đào Văn Khoa"),
    ("Điều dưỡng Tô Thị Bé: tiêm vét 28 trẻ", "Điều dưỡng Tô Thị Bé"),
    ("Nữ hộ sinh Vi Thị Hồng: khám thai lưu động", "Nữ hộ sinh Vi Thị Hồng"),
    ("Phòng Vật tư và Quản lý xây dựng: khảo sát giá cát", "Phòng Vật tư và Quản lý xây dựng"),
    ("Phòng Kế hoạch - Phát triển làng nghề: mở hai lớp thêu", "Phòng Kế hoạch - Phát triển làng nghề"),
    ("Quỹ hỗ trợ phát triển hợp tác xã: giải ngân hết vốn", "Quỹ hỗ trợ phát triển hợp tác xã"),
    ("Tổ Kiểm ngư cơ động do ông Lê Văn Tám phụ trách tuần tra cửa biển", "Tổ Kiểm ngư cơ động"),
    ("Phòng Kinh tế phải làm xong: lập hồ sơ, đo đất", "Phòng Kinh tế"),
    ("Giáo viên chủ nhiệm lớp có em nghỉ học đến nhà vận động", "Giáo viên chủ nhiệm lớp có em nghỉ học"),
]


@pytest.mark.parametrize(("task", "expected"), ACTORS)
def test_who_opens_a_known_task_is_read(task: str, expected: str | None) -> None:
    text = clean(task)
    found = read_actor(text, 0, len(text.clean))

    assert (text.clean[found.start : found.end] if found else None) == expected
