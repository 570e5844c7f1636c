"""Reports in our own words, as long as people paste them."""

from __future__ import annotations

HEAD = """Hội nghị Ban Chấp hành Đảng bộ xã {commune} lần thứ 7, sơ kết công tác quý III năm 2026

Sáng ngày 05/10/2026, tại Hội trường Đảng ủy, Đảng ủy xã {commune} tổ chức Hội nghị Ban Chấp hành lần thứ 7, \
sơ kết công tác quý III năm 2026. Tham dự hội nghị có: Thường trực Đảng ủy; lãnh đạo UBND xã; Trưởng các \
ban, ngành, đoàn thể. Đồng chí Nguyễn Thị Bích Thủy - Bí thư Đảng ủy chủ trì hội nghị.

Báo cáo tại hội nghị, đồng chí Lý Quốc Thái - Phó Bí thư Đảng ủy cho biết, trong 6 chỉ tiêu nghị quyết năm \
2026 có 02 chỉ tiêu đạt và vượt là thu ngân sách trên địa bàn; kết nạp đảng viên; còn lại 4 chỉ tiêu đến \
cuối năm đánh giá.

- Hạn chế, nguyên nhân
+ Hạn chế: Việc thu gom rác ở các ấp xa trung tâm chưa thường xuyên. Tiến độ cấp nước sạch còn chậm.
+ Nguyên nhân: Mặt bằng trạm cấp nước bàn giao trễ."""

OPINION = """Đại biểu ấp {number} nêu ý kiến: trong quý vừa qua, bà con ấp {number} đã góp công nạo vét \
kênh mương, dặm vá các đoạn đường hư hỏng và trồng thêm cây xanh dọc lộ nông thôn. Bên cạnh đó, giá vật tư \
nông nghiệp tăng làm chi phí của vụ lúa thu đông cao hơn vụ trước, một số hộ chuyển sang trồng cây ăn trái \
và nhãn để bán sang chợ huyện. Đại biểu mong các ngành chia sẻ kinh nghiệm để bà con yên tâm sản xuất."""

TASKS = (
    "Đẩy nhanh tiến độ cấp nước sạch cho các ấp trước ngày 20/12/2026",
    "Phòng Kinh tế rà soát danh sách hộ nghèo trước ngày 15/11/2026",
    "Vận động nhân dân tham gia bảo hiểm y tế",
    "Văn phòng HĐND và UBND xã công khai thủ tục hành chính trước ngày 30/10/2026",
    "Công an xã tăng cường tuần tra ban đêm",
    "Phòng Văn hóa - Xã hội tổ chức hội thi văn nghệ trước ngày 20/11/2026",
    "Trạm Y tế xã tiêm chủng cho trẻ em dưới 6 tuổi",
    "Ban Chỉ huy Quân sự xã chuẩn bị công tác tuyển quân",
    "Các chi bộ trực thuộc củng cố nề nếp sinh hoạt",
)

END = """Phát biểu kết luận hội nghị, đồng chí Nguyễn Thị Bích Thủy - Bí thư Đảng ủy yêu cầu tập trung 09 \
nhiệm vụ trọng tâm sau: {tasks}.

Văn phòng Đảng ủy xã {commune}"""


def long_report(commune: str = "Mỹ Hòa Tây", opinions: int = 16) -> str:
    """Tell a meeting in 7.8 thousand characters: two messages, the tasks in the second."""
    tasks = "; ".join(f"({number}) {task}" for number, task in enumerate(TASKS, 1))
    told = [OPINION.format(number=number) for number in range(1, opinions + 1)]
    return "\n\n".join([HEAD.format(commune=commune), *told, END.format(commune=commune, tasks=tasks)])


def short_report(commune: str = "Mỹ Hòa Tây") -> str:
    """Tell the same in one message."""
    return long_report(commune, opinions=0)
