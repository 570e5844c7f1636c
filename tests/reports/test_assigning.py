"""Who is to do what, as resolutions, tables and lists of paragraphs write it."""

import unicodedata

import pytest

from reports.model import Report
from reports.reader import read_report

HEAD = "BAN QUẢN LÝ DỰ ÁN TÂN LỘC\nSố: 26/TB-BQL\n\nTHÔNG BÁO\nKết luận giao ban tháng 11/2026\n\n"


def without_accents(text: str) -> str:
    """Write a text as it is typed without accents."""
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def assigned(report: Report) -> list[tuple[str | None, str, str | None]]:
    """Give of each task who, the first words of what, and by when."""
    return [
        (
            task.assignee.text if task.assignee else None,
            " ".join(task.text.text.split()[:4]),
            task.deadline.written.text if task.deadline else None,
        )
        for task in report.tasks
    ]


def test_what_a_director_of_a_board_asks_of_paragraph_by_paragraph_is_read() -> None:
    report = read_report(
        HEAD + "Chiều 13/11/2026, ông Lý Văn Sáu, Giám đốc Ban chủ trì giao ban.\n\n"
        "Giám đốc Ban yêu cầu:\n\n"
        "Phòng Giải phóng mặt bằng (Trưởng phòng Từ Minh Hải) vận động 12 hộ trước ngày 05/12/2026.\n\n"
        "Phòng Kỹ thuật bám sát cầu Rạch Sen, báo cáo hằng tuần.\n"
    )

    assert assigned(report) == [
        ("Phòng Giải phóng mặt bằng", "Phòng Giải phóng mặt", "trước ngày 05/12/2026"),
        ("Phòng Kỹ thuật", "Phòng Kỹ thuật bám", "hằng tuần"),
    ]


@pytest.mark.parametrize(
    "who",
    ["Đơn vị/người chủ trì", "Đơn vị/Người thực hiện", "Cá nhân, đơn vị thực hiện", "Giao cho", "Người làm"],
)
@pytest.mark.parametrize("between", ["\t", " | "])
def test_a_table_is_read_however_it_heads_who_does_it(who: str, between: str) -> None:
    rows = [
        ["STT", "Nội dung công việc", who, "Thời hạn"],
        ["1", "Thay bóng phát tia máy X quang", "Phòng Vật tư", "10/12/2026"],
        ["2", "Mời thầu lại gói thầu số 3", "Bà Lò Thị Tuyết", "30/11/2026"],
    ]
    table = "\n".join(between.join(row) for row in rows)
    report = read_report(HEAD + f"Ngày 13/11/2026, Ban họp giao ban.\n\n3. Phân công nhiệm vụ\n{table}\n")

    assert assigned(report) == [
        ("Phòng Vật tư", "Thay bóng phát tia", "10/12/2026"),
        ("Bà Lò Thị Tuyết", "Mời thầu lại gói", "30/11/2026"),
    ]


def test_a_table_may_tell_the_unit_and_the_person_of_it() -> None:
    report = read_report(
        HEAD + "Ngày 13/11/2026, Ban họp giao ban.\n\n3. Phân công nhiệm vụ\n"
        "STT\tNội dung\tĐơn vị chủ trì\tNgười phụ trách\tThời hạn\n"
        "1\tThay 700 công tơ hỏng\tPhòng Kinh doanh\tNguyễn Thị Mỹ\t31/12/2026\n"
    )

    assert [" ".join((who or "").split()) for who, _, _ in assigned(report)] == [
        "Phòng Kinh doanh Nguyễn Thị Mỹ"
    ]


def test_a_table_goes_on_below_a_row_whose_last_cell_is_empty() -> None:
    report = read_report(
        HEAD + "Chiều 13/11/2026, Giám đốc Ban chủ trì giao ban.\n\n5. Phân công\n"
        "STT | Nội dung | Phụ trách | Thời hạn\n"
        "1 | Tìm bãi đổ đất thải | Phòng Bồi thường |\n"
        "2 | Kiểm định cầu Rạch Sen | Phòng Kỹ thuật | 20/11/2026\n\n"
        "Nghiêm cấm thi công ban đêm.\n"
    )

    assert assigned(report) == [
        ("Phòng Bồi thường", "Tìm bãi đổ đất", None),
        ("Phòng Kỹ thuật", "Kiểm định cầu Rạch", "20/11/2026"),
        (None, "Nghiêm cấm thi công", None),
    ]


def test_a_table_with_tabs_is_read_by_its_lines_though_cells_are_empty() -> None:
    report = read_report(
        HEAD + "Chiều 13/11/2026, Giám đốc Ban chủ trì giao ban.\n\n5. Phân công\n"
        "Việc\tChủ trì\tPhối hợp\tHạn\n"
        "Kiểm định cầu Rạch Sen\tPhòng Kỹ thuật\t\t20/11/2026\n"
        "Tìm bãi đổ đất thải\tPhòng Bồi thường\tUBND xã Tân Lộc\t\n"
        "Quyết toán hai dự án\tPhòng Kế hoạch\tSở Tài chính\t31/12/2026\n"
    )

    assert assigned(report) == [
        ("Phòng Kỹ thuật", "Kiểm định cầu Rạch", "20/11/2026"),
        ("Phòng Bồi thường", "Tìm bãi đổ đất", None),
        ("Phòng Kế hoạch", "Quyết toán hai dự", "31/12/2026"),
    ]
    assert [[one.text for one in task.cooperating] for task in report.tasks] == [
        [],
        ["UBND xã Tân Lộc"],
        ["Sở Tài chính"],
    ]


@pytest.mark.parametrize(
    "decided",
    [
        "Không chấp thuận tạm ứng thêm cho nhà thầu.",
        "Trưởng phòng nào để việc quá hạn thì không xét hoàn thành nhiệm vụ.",
        "Kỳ rà soát sau dự kiến ngày 05/01/2027.",
    ],
)
def test_what_holds_for_anybody_is_nobodys_who_was_asked_before(decided: str) -> None:
    report = read_report(
        HEAD + "Chiều 13/11/2026, Giám đốc Ban chủ trì giao ban.\n\n6. Kết luận\n"
        f"Giám đốc Ban đề nghị UBND tỉnh cho điều chuyển 20 tỷ đồng. {decided}\n"
    )

    assert [who for who, what, _ in assigned(report) if decided.startswith(what)] in ([], [None])


@pytest.mark.parametrize("accents", [True, False])
def test_each_article_of_a_resolution_is_of_its_own_kind(*, accents: bool) -> None:
    text = (
        "TRƯỜNG CAO ĐẲNG TÂN LỘC\nSố: 01/NQ-HNVC\n\nNGHỊ QUYẾT\nHội nghị viên chức năm học 2026 - 2027\n\n"
        "Hội nghị viên chức Trường Cao đẳng Tân Lộc được tổ chức ngày 09/10/2026.\n\nQUYẾT NGHỊ\n\n"
        "Điều 1. Hội nghị nhất trí thông qua kết quả năm học 2025 - 2026:\n"
        "- Tuyển sinh 1.685 học sinh, đạt 112,3% chỉ tiêu.\n- Tốt nghiệp 1.127 người.\n\n"
        "Điều 2. Nhiệm vụ, giải pháp\n"
        "a) Phòng Tài chính hoàn thành số hóa hồ sơ học viên trước ngày 31/12/2026.\n"
        "b) Phòng Công tác học sinh, sinh viên sửa ký túc xá khu B xong trước ngày 15/01/2027.\n"
        "c) Điều chỉnh thời khóa biểu lớp 9 trước ngày 20/11/2026.\n"
    )
    report = read_report(text if accents else without_accents(text))

    names = ["Phòng Tài chính", "Phòng Công tác học sinh, sinh viên"]
    assert [who for who, _, _ in assigned(report)] == [
        *(names if accents else map(without_accents, names)),
        None,
    ]
    assert any(target.actual and target.actual.written.text.startswith("1.685") for target in report.targets)


def test_who_is_named_behind_a_task_does_it() -> None:
    report = read_report(
        HEAD + "Ngày 13/11/2026, Trạm Y tế họp giao ban.\n\nII. Nhiệm vụ\n"
        "1. Tiêm vét vắc xin cho trẻ chưa đủ mũi trước ngày 30/11/2026. Phụ trách: hộ sinh Lò Thị Hoa.\n"
        "2. Khám sàng lọc cho 500 người trong tháng 12/2026 (người thực hiện: bác sĩ Trần Bảo Quốc).\n"
        "3. Kiểm tra bếp ăn bán trú 05 trường học.\n"
        "4. Tổ chức mít tinh lúc 7h30 ngày 19/11. Cô Lê Thị Thắm - Chủ tịch Công đoàn phụ trách.\n"
    )

    assert [who for who, _, _ in assigned(report)] == [
        "hộ sinh Lò Thị Hoa",
        "bác sĩ Trần Bảo Quốc",
        None,
        "Cô Lê Thị Thắm - Chủ tịch Công đoàn",
    ]


def test_what_is_decided_is_nobodys_who_was_asked_before() -> None:
    report = read_report(
        HEAD + "Ngày 13/11/2026, Bảo tàng tỉnh họp giao ban.\n"
        "Giám đốc nhắc nhở Phòng Truyền thông về việc để khách chờ lâu, yêu cầu rút kinh nghiệm; thống nhất "
        "từ ngày 01/12/2026 mở cửa thêm tối thứ Bảy; miễn phí tham quan cho người cao tuổi.\n"
    )

    assert [who for who, what, _ in assigned(report) if not what.startswith("Phòng")] == [None, None]


@pytest.mark.parametrize(
    ("sentence", "is_task"),
    [
        ("Phòng Kỹ thuật lập phương án ứng phó, trình Sở phê duyệt trước ngày 25/12/2026.", True),
        ("Xí nghiệp Rạch Sen hoàn thành vận hành thử máy bơm trước ngày 30/12/2026.", True),
        ("Phòng Kỹ thuật đã lập xong phương án ứng phó trước ngày 25/10/2026.", False),
        ("Phòng Kỹ thuật lập 5 phương án ứng phó, xã lập 7 phương án.", False),
    ],
)
def test_the_work_of_a_unit_with_its_last_day_is_asked_for(sentence: str, is_task: bool) -> None:
    report = read_report(
        HEAD + "Ngày 13/11/2026, Công ty Thủy lợi họp giao ban.\n\nKế hoạch vụ đông\n"
        f"Diện tích tưới 2.900 ha.\n{sentence}\n"
    )

    assert bool(report.tasks) is is_task


def test_who_only_comes_to_look_has_nothing_to_do() -> None:
    report = read_report(
        HEAD + "Ngày 13/11/2026, Trường Bản Lầu họp.\n\nIII. Nhiệm vụ\n"
        "- Đoàn kiểm tra công nhận trường chuẩn sẽ về ngày 03/12/2026; các tổ hoàn thiện hồ sơ trước 25/11.\n"
        "- Đoàn kiểm tra của huyện kiểm tra lại 5 bếp ăn.\n"
    )

    assert assigned(report) == [
        ("các tổ", "Đoàn kiểm tra công", "trước 25/11"),
        ("Đoàn kiểm tra của huyện", "Đoàn kiểm tra của", None),
    ]


def test_who_answers_for_what_was_agreed_has_to_do_it() -> None:
    report = read_report(
        HEAD + "Ngày 13/11/2026, Hội đồng quản trị họp.\n\nIII. Quyết nghị\n"
        "- Đồng ý vay 1,2 tỷ đồng mua máy sấy; ông Lợi chịu trách nhiệm hồ sơ, nộp trước ngày 08/12/2026.\n"
        "- Đồng ý vay 300 triệu đồng mua máy cày.\n"
        "- Thống nhất miễn phí thủy lợi cho 18 ha, 05/05 thành viên tán thành.\n"
    )

    assert assigned(report) == [("ông Lợi", "Đồng ý vay 1,2", "trước ngày 08/12/2026")]


@pytest.mark.parametrize(
    ("task", "who"),
    [
        ("Cầm Thị Ỏn làm mã QR thu đoàn phí, xong trước 01/12/2026", "Cầm Thị Ỏn"),
        ("Vì Thị Hoài chốt danh sách vay vốn, nộp trước 30/11/2026", "Vì Thị Hoài"),
        ("Bạc Thị Thoa lên kịch bản phiên tòa giả định", "Bạc Thị Thoa"),
        ("Anh Thủy + Khoàng A Lử lên Pá Khôm kiện toàn chi đoàn", "Anh Thủy + Khoàng A Lử"),
        ("Chị Hoa, anh Tùng lo âm thanh", "Chị Hoa, anh Tùng"),
        ("Ngày hội Stem tổ chức vào 14/11/2026", None),
    ],
)
def test_who_is_named_without_a_title_in_a_chat_is_given_the_task(task: str, who: str | None) -> None:
    report = read_report(HEAD + f"Tối 13/11/2026, Ban họp.\n\n📌 Chốt việc:\n1. {task}\n2. Dọn kho số 2\n")

    assert [task.assignee.text if task.assignee else None for task in report.tasks] == [who, None]


def test_work_that_a_decision_gives_behind_its_semicolon_is_a_task() -> None:
    report = read_report(
        HEAD + "Chiều 13/11/2026, Giám đốc Ban chủ trì giao ban.\n\nIII. KẾT LUẬN\n"
        "- Thống nhất chủ trương bổ sung vốn xây tường rào; UBND xã hoàn thiện hồ sơ trong tháng 12/2026.\n"
        "- Đồng ý đề xuất của Phòng Kỹ thuật; kinh phí lấy từ nguồn dự phòng.\n"
        "- Phòng Kế hoạch lập tiến độ.\n"
    )

    assert assigned(report) == [
        ("UBND xã", "UBND xã hoàn thiện", "trong tháng 12/2026"),
        ("Phòng Kế hoạch", "Phòng Kế hoạch lập", None),
    ]
