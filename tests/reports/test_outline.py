"""Tasks under headings and addressees: which lines only lead, and whom they address."""

from __future__ import annotations

import pytest

from reports import read_report

HEAD = """ỦY BAN NHÂN DÂN
TỈNH AN SƠN
Số: 12/TB-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
An Sơn, ngày 20 tháng 3 năm 2026

THÔNG BÁO
Kết luận của Chủ tịch UBND tỉnh tại cuộc họp về chuyển đổi số

Ngày 18/3/2026, Chủ tịch UBND tỉnh chủ trì cuộc họp. Sau khi nghe báo cáo, Chủ tịch kết luận như sau:
"""


def tasks_of(body: str) -> list[tuple[str | None, str]]:
    tasks = read_report(HEAD + body).tasks
    return [(task.assignee.text if task.assignee else None, task.text.text) for task in tasks]


def test_a_paragraph_that_names_the_addressee_leads_to_its_list_and_no_further() -> None:
    body = """
II. NHIỆM VỤ TRỌNG TÂM
Chủ tịch huyện đề nghị mọi cơ quan dồn sức làm ngay những việc dưới đây:
1. Về thủ tục
Giao Thanh tra tỉnh làm đầu mối, cùng các phòng chuyên môn:
a) Soát lại toàn bộ biểu mẫu đang dùng.
b) Sớm trình bãi bỏ giấy tờ trùng lặp.
2. Công tác hạ tầng
Giao Sở Công Thương:
a) Hằng tháng đo tốc độ đường truyền ở các chợ.
3. Trách nhiệm của UBND các huyện, thị xã
a) Bố trí người trực bộ phận một cửa cả sáng thứ bảy.
III. TỔ CHỨC THỰC HIỆN
Giao Văn phòng HĐND tỉnh:
1. Nhắc các nơi nộp báo cáo đúng hẹn.
"""

    assert tasks_of(body) == [
        ("Thanh tra tỉnh", "Soát lại toàn bộ biểu mẫu đang dùng"),
        ("Thanh tra tỉnh", "Sớm trình bãi bỏ giấy tờ trùng lặp"),
        ("Sở Công Thương", "Hằng tháng đo tốc độ đường truyền ở các chợ"),
        ("UBND các huyện, thị xã", "Bố trí người trực bộ phận một cửa cả sáng thứ bảy"),
        ("Văn phòng HĐND tỉnh", "Nhắc các nơi nộp báo cáo đúng hẹn"),
    ]


def test_a_heading_over_a_paragraph_is_no_task() -> None:
    body = """
2. Nhiệm vụ
a) Giao Phòng Kinh tế sắp xếp lại khu vực chợ.
3. Tổ chức thực hiện
Giao Văn phòng UBND phường đôn đốc việc thực hiện. Công an phường tuần tra ban đêm.
"""

    assert tasks_of(body) == [
        ("Phòng Kinh tế", "Giao Phòng Kinh tế sắp xếp lại khu vực chợ"),
        ("Văn phòng UBND phường", "Văn phòng UBND phường đôn đốc việc thực hiện"),
        ("Công an phường", "Công an phường tuần tra ban đêm"),
    ]


def test_an_addressee_whose_task_stands_in_the_next_paragraph_is_joined_to_it() -> None:
    body = """
2. Nhiệm vụ
a) Giao Kho bạc Nhà nước
Kiểm tra từng chứng từ, trả lại hồ sơ thiếu chữ ký; lập bảng kê theo tuần. Ngoài ra, mở quầy riêng cho xã.
b) Giao Sở Xây dựng
- Thẩm định hồ sơ quy hoạch.
"""

    assert tasks_of(body) == [
        (
            "Kho bạc Nhà nước",
            "Giao Kho bạc Nhà nước\nKiểm tra từng chứng từ, trả lại hồ sơ thiếu chữ ký; lập bảng kê theo"
            " tuần. Ngoài ra, mở quầy riêng cho xã",
        ),
        ("Sở Xây dựng", "Thẩm định hồ sơ quy hoạch"),
    ]


def test_a_theme_with_a_colon_has_its_paragraphs_as_items() -> None:
    body = """
2. Nhiệm vụ
d) Đối với việc thi công tại 03 vị trí:
Đề nghị nhà đầu tư huy động đầy đủ nhân lực; đồng thời xây dựng kế hoạch chi tiết.
Giao Sở Xây dựng thẩm định hồ sơ; hướng dẫn nhà đầu tư.
"""

    assert tasks_of(body) == [
        ("nhà đầu tư", "nhà đầu tư huy động đầy đủ nhân lực; đồng thời xây dựng kế hoạch chi tiết"),
        ("Sở Xây dựng", "Sở Xây dựng thẩm định hồ sơ; hướng dẫn nhà đầu tư"),
    ]


def test_a_bare_line_names_who_is_asked_in_the_paragraphs_below() -> None:
    body = """
Để khắc phục tồn tại nêu trên, Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:
Các sở, ban, ngành, Ủy ban nhân dân các xã (gọi tắt là các đơn vị)
Nghiên cứu kỹ các nhiệm vụ được giao; báo cáo kết quả. Quán triệt đến từng cán bộ.
Sở Xây dựng
Ban hành hướng dẫn kỹ thuật. Thời gian hoàn thành: tháng 8/2026.
Công an tỉnh
Xử lý nghiêm các hành vi đổ trộm.
"""

    assert tasks_of(body) == [
        (
            "Các sở, ban, ngành, Ủy ban nhân dân các xã (gọi tắt là các đơn vị)",
            "Nghiên cứu kỹ các nhiệm vụ được giao; báo cáo kết quả. Quán triệt đến từng cán bộ",
        ),
        ("Sở Xây dựng", "Ban hành hướng dẫn kỹ thuật"),
        ("Công an tỉnh", "Xử lý nghiêm các hành vi đổ trộm"),
    ]


def test_what_is_asked_of_those_above_and_said_in_discussion_is_no_task() -> None:
    body = """
3. Kế hoạch tháng 10
- Tổ Toán: nộp đề kiểm tra, hạn 12/10.
- Cô Hoa (Thư viện): kiểm kê sách trước ngày 20/10.
- Phấn đấu 100% học sinh tham gia bảo hiểm.
4. Ý kiến thảo luận
Thầy Nam đề nghị nhà trường sửa máy chiếu.
5. Kiến nghị, đề xuất
- Đề nghị UBND xã sớm sửa cầu.
"""

    assert tasks_of(body) == [
        ("Tổ Toán", "Tổ Toán: nộp đề kiểm tra, hạn 12/10"),
        ("Cô Hoa", "Cô Hoa (Thư viện): kiểm kê sách trước ngày 20/10"),
    ]


def test_a_numbered_title_over_a_paragraph_is_no_task() -> None:
    body = """
IV. NHIỆM VỤ TRỌNG TÂM
1. Chăm lo đời sống hội viên nghèo
Lập tổ tiết kiệm ở mỗi chi hội. Vận động tặng bò giống cho hộ neo đơn.
2. Gây dựng quỹ hội
Khơi lại phong trào nuôi lợn đất.
"""

    assert [task for _, task in tasks_of(body)] == [
        "Lập tổ tiết kiệm ở mỗi chi hội",
        "Vận động tặng bò giống cho hộ neo đơn",
        "Khơi lại phong trào nuôi lợn đất",
    ]


def test_party_numbers_with_dashes_and_lists_inside_items_are_read() -> None:
    body = """
1- Về kết quả tuần 19: Cơ bản thống nhất. Việc bàn giao mặt bằng còn chậm.
2- Về nhiệm vụ tuần 20:
2.1- Ủy ban nhân dân thành phố
- Chỉ đạo hoàn thành kiểm đếm trước ngày 20/5.
2.2- Đồng ý chủ trương cho Thành đoàn tổ chức trại hè.
2.3- Giao Văn phòng: (1) chuẩn bị hội nghị; (2) rà soát chương trình công tác.
"""

    assert tasks_of(body) == [
        ("Ủy ban nhân dân thành phố", "Chỉ đạo hoàn thành kiểm đếm trước ngày 20/5"),
        ("Văn phòng", "chuẩn bị hội nghị"),
        ("Văn phòng", "rà soát chương trình công tác"),
    ]


def test_pictures_and_keycaps_mark_items() -> None:
    body = "\n📌 Nhiệm vụ tháng 6:\n1️⃣ Phòng Kinh tế: tháo gỡ mặt bằng.\n2️⃣ Công an xã mở đợt cao điểm."

    assert tasks_of(body) == [
        ("Phòng Kinh tế", "Phòng Kinh tế: tháo gỡ mặt bằng"),
        ("Công an xã", "Công an xã mở đợt cao điểm"),
    ]


def test_findings_end_the_tasks_before_them() -> None:
    body = """
I. KẾT QUẢ THỰC HIỆN NHIỆM VỤ
- Những phần việc đã xong: Bàn giao sổ sách của 6 thôn.
- Những phần việc đang làm dở: Sắp xếp lại chỗ ngồi bộ phận một cửa.
II. NHIỆM VỤ
- Hạn chế tối đa việc đốt rơm rạ
1. Tồn tại, hạn chế
- Công tác tuyên truyền chưa sâu rộng.
"""

    assert [task for _, task in tasks_of(body)] == ["Hạn chế tối đa việc đốt rơm rạ"]


SIGNATURES = [
    "Văn phòng Đảng ủy xã Phú Lộc",
    "UBND xã Tân Lộc\nChủ tịch\nNguyễn Văn A",
    "TM. BAN CHẤP HÀNH\nBÍ THƯ\n(Đã ký)\nNguyễn Văn A",
    "THƯ KÝ\nLê Thị B",
    "Chánh Văn phòng\nTrần C",
    "Người viết báo cáo\nPhạm Văn D",
    "Trung tâm Văn hóa, Thông tin và Truyền thông",
    "Hội Liên hiệp Phụ nữ xã Tân An",
    "Nguồn: Cổng thông tin điện tử tỉnh",
    "Chu Văn Mít",
]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("signature", SIGNATURES)
def test_who_signs_at_the_end_is_no_task(signature: str, gap: str) -> None:
    body = "\nChủ tịch yêu cầu:\n- Phòng Kinh tế rà soát dự án.\n- Công an xã tuần tra ban đêm."

    assert [who for who, _ in tasks_of(body + gap + signature)] == ["Phòng Kinh tế", "Công an xã"]


def test_a_last_line_with_a_verb_is_a_task_still() -> None:
    body = "\nChủ tịch yêu cầu:\n- Phòng Kinh tế rà soát dự án.\n- Công an xã tuần tra ban đêm"

    assert [who for who, _ in tasks_of(body)] == ["Phòng Kinh tế", "Công an xã"]


def test_a_report_pasted_as_one_paragraph_is_not_headed_by_its_title() -> None:
    report = read_report(
        "Nhiệm vụ ngành Y tế: Phủ kín trạm xá. Ngày 3/4/2026, Sở Y tế họp giao ban. Ông Lê An chủ trì."
        " Tháng qua ngành đã mở 3 trạm. Cấp phát thuốc đầy đủ. Trạm xã Hòa xây xong. Đường vào trạm tốt."
        " Dân phấn khởi. Phát biểu kết luận, ông Lê An yêu cầu các bệnh viện rà soát thuốc. Họp kết thúc."
    )

    assert [task.text.text for task in report.tasks] == ["các bệnh viện rà soát thuốc"]


def test_a_short_name_stands_for_who_was_addressed() -> None:
    body = "\n1. Trung tâm Xúc tiến Đầu tư tỉnh:\n- Lập danh mục.\n- Theo kế hoạch, giao Trung tâm mời gọi."

    assert [who for who, _ in tasks_of(body)] == ["Trung tâm Xúc tiến Đầu tư tỉnh"] * 2


def test_what_is_asked_of_those_above_is_no_task() -> None:
    body = """
IV. KIẾN NGHỊ, ĐỀ XUẤT
Xã có một số kiến nghị như sau:
Đề nghị Văn phòng Chính phủ:
Mở thêm kênh tra cứu hồ sơ bằng tin nhắn.
"""

    assert tasks_of(body) == []


def test_a_task_whose_items_only_go_into_it_is_one_task() -> None:
    body = """
1. Ban Quản lý dự án:
- Chủ trì, phối hợp với các xã giải phóng mặt bằng đoạn tuyến sắp khởi công, trong đó:
+ Xã Tân Lập: bàn giao trước ngày 30/4/2026.
+ Xã Gò Sậy: bàn giao trước ngày 15/5/2026.
- Tập trung thực hiện các nhiệm vụ cấp bách sau đây của dự án, trong đó:
+ Rà soát hồ sơ thiết kế.
+ Hoàn thiện dự toán.
"""

    assert [task.split("\n")[0][:20] for _, task in tasks_of(body)] == [
        "Chủ trì, phối hợp vớ",
        "Rà soát hồ sơ thiết ",
        "Hoàn thiện dự toán",
    ]


def test_a_label_names_who_is_asked_whatever_verb_stands_behind_it() -> None:
    body = """
II. KẾT LUẬN
- Khoa Dược: bốc lại kho thuốc, hoàn thành trong tuần này.
- Đội Cảnh sát giao thông: sơn lại vạch kẻ đường./.
"""

    assert tasks_of(body) == [
        ("Khoa Dược", "Khoa Dược: bốc lại kho thuốc, hoàn thành trong tuần này"),
        ("Đội Cảnh sát giao thông", "Đội Cảnh sát giao thông: sơn lại vạch kẻ đường"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Sau khi nghe báo cáo, Giám đốc kết luận:",
        "Trên cơ sở ý kiến các đại biểu, Giám đốc chỉ đạo:",
        "Kết thúc buổi họp, Giám đốc phân công:",
        "Giám đốc yêu cầu:",
    ],
)
def test_what_leads_to_the_conclusions_ends_the_list_of_who_attended(words: str) -> None:
    body = f"""Ngày 03/10/2024, Giám đốc Sở Y tế chủ trì họp giao ban. \
Thành phần tham dự gồm: các Phó Giám đốc, Trưởng các phòng. {words}
1. Phòng Kế hoạch rà soát kinh phí mua sắm.
2. Các bệnh viện tổ chức trực 24/24 giờ."""

    report = read_report(body)

    assert [span.text for span in report.participants] == ["các Phó Giám đốc", "Trưởng các phòng"]
    assert [task.assignee and task.assignee.text for task in report.tasks] == [
        "Phòng Kế hoạch",
        "Các bệnh viện",
    ]


MINUTES = """BIÊN BẢN
Họp Hội đồng quản trị quý II năm 2026

Ngày 12/7/2026, tại trụ sở Công ty, Hội đồng quản trị Công ty Cổ phần Giống cây trồng An Sơn họp phiên quý II.

Phần I. Kết quả sản xuất

Doanh thu đạt 42,5 tỷ đồng.

Phần II. Những vấn đề tồn tại

- Kho lạnh số 2 xuống cấp.

Nguyên nhân: kho xây từ năm 2001; chưa bố trí được vốn.

"""
HEADINGS_OF_TASKS = [
    "Phần III. Nghị quyết của Hội đồng quản trị",
    "Phần thứ ba: Quyết nghị",
    "III. NGHỊ QUYẾT",
    "QUYẾT NGHỊ:",
    "Những việc cần làm",
    "Phần 3 - Các công việc phải làm trong quý III",
]


@pytest.mark.parametrize("heading", HEADINGS_OF_TASKS)
def test_a_resolution_and_what_is_to_be_done_hold_tasks(heading: str) -> None:
    report = read_report(
        MINUTES
        + heading
        + "\n\n1. Giao Giám đốc Đỗ Văn Quang lập dự toán sửa kho lạnh trước ngày 30/7/2026.\n"
        + "2. Phòng Kế toán trả nợ Hợp tác xã An Phú.\n"
    )

    assert [span.text for span in report.limitations] == ["Kho lạnh số 2 xuống cấp"]
    assert [span.text for span in report.causes] == ["kho xây từ năm 2001", "chưa bố trí được vốn"]
    assert [(task.assignee and task.assignee.text, task.text.text) for task in report.tasks] == [
        (
            "Giám đốc Đỗ Văn Quang",
            "Giao Giám đốc Đỗ Văn Quang lập dự toán sửa kho lạnh trước ngày 30/7/2026",
        ),
        ("Phòng Kế toán", "Phòng Kế toán trả nợ Hợp tác xã An Phú"),
    ]


NOT_OVER = ["Phần III. Lịch tiếp dân", "III. CÁC Ý KIẾN", "Ý kiến", "IV. VĂN NGHỆ CHÀO MỪNG"]


@pytest.mark.parametrize("heading", NOT_OVER)
def test_causes_end_at_the_next_heading(heading: str) -> None:
    report = read_report(
        MINUTES
        + heading
        + "\n\nAnh Lê Tùng, Trưởng khoa Nội đề nghị tăng thêm 12 giường và 03 hộ lý.\n"
        + "Chị Vũ Lan, Trưởng khoa Dược cho biết gói thầu số 9 sẽ mở trong tháng 8.\n"
    )

    assert [span.text for span in report.causes] == ["kho xây từ năm 2001", "chưa bố trí được vốn"]


@pytest.mark.parametrize("heading", ["III. Ý KIẾN", "Ý kiến của các trưởng khoa", "III. TRAO ĐỔI, THẢO LUẬN"])
def test_what_is_wished_for_under_opinions_is_no_task(heading: str) -> None:
    body = f"\n{heading}\n\nAnh Lê Tùng, Trưởng khoa Nội đề nghị tăng thêm 12 giường và 03 hộ lý.\n"

    assert not read_report(MINUTES + body).tasks


VOTES = [
    "Hội đồng trường biểu quyết 9/9 thành viên nhất trí thông qua quy chế chi tiêu.",
    "Hội nghị biểu quyết thông qua quy chế chi tiêu với 100% đại biểu tán thành.",
    "Các đại biểu bỏ phiếu thống nhất phương án 2.",
    "Biên bản được thông qua với 5/5 thành viên đồng ý. Phiên họp kết thúc lúc 11 giờ.",
    "Cuộc họp kết thúc vào hồi 16 giờ 30 cùng ngày.",
]


@pytest.mark.parametrize("vote", VOTES)
def test_a_vote_and_the_end_of_a_meeting_are_no_tasks(vote: str) -> None:
    body = "IV. KẾT LUẬN\n1. Phòng Kế toán lập báo cáo quý.\n\n" + vote + "\n"

    assert [task.text.text for task in read_report(MINUTES + body).tasks] == ["Phòng Kế toán lập báo cáo quý"]


def test_a_vote_that_goes_with_a_request_is_one() -> None:
    body = "IV. KẾT LUẬN\n1. Hội đồng biểu quyết thông qua dự toán và giao Phòng Kế toán chi trả.\n"

    assert read_report(MINUTES + body).tasks


COUNTED = """Cuộc họp về trồng rừng

Ngày 5/10/2026, ông Lò Văn Chiến kết luận:

Một là, Hạt Kiểm lâm kiểm tra cây giống trước ngày 20/10/2026.

Hai là, Trạm Khuyến nông xây dựng phương án cho 12 hộ nhận cây nhưng chưa trồng, xong trước ngày 30/10/2026.

Ba là, Hội Nông dân do chị Quàng Thị Ơn, Chủ tịch, chủ trì thành lập 3 tổ trồng rừng.

Chưa xem xét việc giao thêm đất rừng trong năm nay.
"""


def test_a_list_that_was_opened_by_tasks_goes_on_with_what_also_tells_something_weak() -> None:
    report = read_report(COUNTED)

    assert [task.assignee.text for task in report.tasks if task.assignee] == [
        "Hạt Kiểm lâm",
        "Trạm Khuyến nông",
        "Hội Nông dân",
    ]
    assert all("12 hộ" not in limitation.text for limitation in report.limitations)
