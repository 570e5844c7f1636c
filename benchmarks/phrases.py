"""What the made-up reports of the benchmark are put together from, in our own words."""

from __future__ import annotations

PLACES = (
    (
        "Tân",
        "Vĩnh",
        "An",
        "Bình",
        "Long",
        "Mỹ",
        "Phước",
        "Thới",
        "Hiệp",
        "Trường",
        "Nhơn",
        "Đông",
        "Hòa",
        "Phú",
    ),
    (
        "Lộc",
        "Thạnh",
        "Hưng",
        "Quới",
        "Hậu",
        "Thành",
        "Nghĩa",
        "Khánh",
        "Thuận",
        "Trung",
        "Lợi",
        "Đức",
        "Kiến",
    ),
)
"""What names of communes are put together from: 182 of them, as a province has."""

NAMES = (
    ("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Phan", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý"),
    ("Văn", "Thị", "Minh", "Quốc", "Hoàng", "Thanh", "Ngọc", "Quang", "Kim", "Đức", "Hữu", "Xuân", "Công"),
    (
        "Lan",
        "Vinh",
        "Tuấn",
        "Nhân",
        "Hà",
        "Bảy",
        "Phong",
        "Ánh",
        "Khải",
        "Chi",
        "Sơn",
        "Hùng",
        "Thảo",
        "Dũng",
    ),
)
"""What names of people are put together from: 2,548 of them."""

PARTICIPANTS = (
    "Thường trực Đảng ủy",
    "Thường trực HĐND và lãnh đạo UBND xã",
    "các đồng chí Ủy viên Ban Chấp hành Đảng bộ xã",
    "trưởng các ban, ngành, đoàn thể",
    "bí thư các chi bộ trực thuộc",
    "Công an xã",
    "Ban Chỉ huy Quân sự xã",
    "hiệu trưởng các trường học trên địa bàn",
    "giám đốc các hợp tác xã",
    "trưởng các ấp",
)

TARGETS = (
    "thu ngân sách trên địa bàn", "kết nạp đảng viên", "tuyển quân", "tỷ lệ hộ sử dụng điện an toàn",
    "số lao động được giải quyết việc làm", "tỷ lệ trẻ em dưới 6 tuổi được tiêm chủng",
    "tỷ lệ hộ dân sử dụng nước sạch", "tỷ lệ người dân tham gia bảo hiểm y tế", "giải ngân vốn đầu tư công",
    "xây dựng nhà ở cho hộ nghèo", "giá trị sản xuất nông nghiệp", "tỷ lệ thu gom rác thải",
    "tỷ lệ ấp đạt chuẩn văn hóa", "số hộ thoát nghèo bền vững", "chiều dài đường giao thông được bê tông hóa",
    "tỷ lệ hồ sơ giải quyết đúng hạn", "diện tích cây trồng chuyển đổi", "sản lượng thủy sản nuôi trồng",
    "tỷ lệ học sinh hoàn thành chương trình", "số trường đạt chuẩn quốc gia",
)  # fmt: skip

STRENGTHS = (
    "sản xuất nông nghiệp giữ được nhịp tăng, nhiều hộ mạnh dạn thay giống mới và liên kết bán hàng",
    "đường giao thông các ấp được sửa chữa, mở rộng, người dân tự nguyện góp đất và ngày công",
    "chính sách cho người có công, gia đình khó khăn được thực hiện đầy đủ, đúng đối tượng",
    "các trường chuẩn bị tốt cho năm học mới, không có học sinh bỏ học vì hoàn cảnh khó khăn",
    "công tác khám chữa bệnh ban đầu được quan tâm, dịch bệnh được phát hiện và khoanh lại kịp thời",
    "an ninh trật tự được giữ vững, số vụ tai nạn giao thông giảm so với cùng kỳ năm trước",
    "bộ phận một cửa phục vụ nhanh gọn, số hồ sơ trễ hạn giảm nhiều so với đầu năm",
    "sinh hoạt chi bộ đi vào nề nếp, nội dung sát với việc của từng ấp và từng cơ quan",
    "phong trào thể dục thể thao, văn nghệ quần chúng được duy trì đều ở các khu dân cư",
    "công tác tuyển chọn, gọi công dân nhập ngũ hoàn thành đủ số lượng và bảo đảm chất lượng",
    "các đoàn thể giữ được số hội viên, có thêm nhiều mô hình giúp nhau làm ăn",
    "quỹ khuyến học vận động được nhiều suất học bổng, xe đạp và sách vở cho học sinh hiếu học",
    "việc tiếp công dân, giải quyết đơn thư được thực hiện đúng quy trình, không để kéo dài",
)

LIMITATIONS = (
    "Tiến độ giải ngân vốn đầu tư công còn chậm, một số công trình chưa có mặt bằng sạch để thi công",
    "Việc thu gom rác ở các ấp xa trung tâm chưa thường xuyên, còn tình trạng đổ rác xuống kênh rạch",
    "Tỷ lệ hồ sơ nộp trực tuyến còn thấp, người lớn tuổi còn lúng túng khi làm trên điện thoại",
    "Công tác vận động tham gia bảo hiểm y tế chưa đi vào chiều sâu, nhất là ở nhóm lao động tự do",
    "Sinh hoạt của một số chi bộ chưa đúng hướng dẫn, nghị quyết ban hành còn chung chung",
    "Giá vật tư đầu vào tăng cao làm giảm lợi nhuận của nông dân, liên kết tiêu thụ còn lỏng lẻo",
    "Công tác kiểm tra, giám sát có lúc chưa kịp thời, việc khắc phục sau kiểm tra còn chậm",
    "Một số trường còn thiếu phòng chức năng, thiết bị dạy học xuống cấp chưa được thay thế",
    "Tình trạng lấn chiếm vỉa hè, lòng đường ở khu vực chợ còn tái diễn sau các đợt ra quân",
    "Việc chuyển đổi cây trồng trên đất lúa kém hiệu quả còn tự phát, chưa gắn với quy hoạch vùng",
    "Hệ thống đê bao ở vùng trũng chưa khép kín, nguy cơ ngập khi triều cường lên cao",
)

CAUSES = (
    "Mặt bằng một số công trình bàn giao trễ, đơn giá bồi thường thay đổi nhiều lần",
    "Cán bộ phụ trách thay đổi trong năm, người mới chưa quen việc và địa bàn",
    "Sự phối hợp giữa các ngành với các ấp có lúc chưa chặt chẽ, còn trông chờ lẫn nhau",
    "Thời tiết diễn biến bất thường, mưa trái mùa kéo dài ảnh hưởng đến sản xuất và thi công",
    "Một bộ phận người dân chưa hiểu rõ chính sách, công tác tuyên truyền chưa đến từng hộ",
    "Kinh phí được phân bổ chậm so với kế hoạch đầu năm",
)

TASKS = (
    "Đẩy nhanh tiến độ thi công các tuyến đường ấp, giải ngân hết số vốn được giao trước ngày 31/12/2026",
    "Phòng Kinh tế rà soát danh sách hộ nghèo, hoàn thành hồ sơ xây dựng nhà ở trước ngày 15/11/2026",
    "Vận động nhân dân tham gia bảo hiểm y tế, nhất là các hộ mới thoát nghèo và lao động tự do",
    "Các chi bộ trực thuộc củng cố nề nếp sinh hoạt, chuẩn bị nội dung kiểm điểm cuối năm",
    "Công an xã phối hợp các ngành mở đợt cao điểm giữ gìn trật tự dịp cuối năm, báo cáo trong tháng 12/2026",
    "Trạm Y tế chủ động phòng chống dịch sốt xuất huyết, không để dịch lan rộng ở các xã",
    "Phòng Văn hóa - Xã hội tổ chức lớp hướng dẫn dịch vụ công trực tuyến tại các ấp trước ngày 30/11/2026",
    "Văn phòng HĐND và UBND xã chuẩn bị nội dung kỳ họp thường lệ cuối năm, gửi trước ngày 05/12/2026",
    "Các trường học rà soát thiết bị, lập danh mục cần thay thế gửi về Phòng Văn hóa - Xã hội",
    "Ban Chỉ huy Quân sự xã hoàn thành xét duyệt thanh niên nhập ngũ trong quý IV năm 2026",
    "Hợp tác xã ký hợp đồng tiêu thụ lúa vụ mới với doanh nghiệp trước khi xuống giống",
    "Các ấp vận động hộ dân phân loại rác tại nhà, xóa các điểm đổ rác tự phát ven kênh",
    "Gia cố các đoạn đê bao xung yếu, phân công người trực khi triều cường lên cao",
)
