"""Short questions right behind an answer: of what they ask, and which stand for themselves."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tests.handlers.asking import Book


@dataclass(frozen=True, slots=True)
class Row:
    """What was asked one after the other, the first line of the last answer, what else it has (`!` not)."""

    questions: str
    understood: str
    words: tuple[str, ...] = ()


GOING_ON = [
    # a count or a choice is one of what was shown
    Row("việc tân mỹ có hạn trong tháng 10/2026 >> có mấy việc?", "", ("3 việc", "19/10/2026")),
    Row("việc tân mỹ >> bao nhiêu cái", "Nhiệm vụ · Tân Mỹ", ("7 việc",)),
    Row("việc tân mỹ >> liệt kê ra", "Nhiệm vụ · Tân Mỹ", ("7 việc",)),
    Row("việc tân mỹ >> còn gì nữa", "Nhiệm vụ · Tân Mỹ"),
    Row("viec cua xa tan my >> viec nao qua han", "Nhiệm vụ · Xã Tân Mỹ · quá hạn", ("2 việc", "!bàn khám")),
    Row("việc của thị ủy >> có mấy việc quá hạn", "Nhiệm vụ · Thị ủy · quá hạn"),
    Row("việc tân mỹ >> cái nào chưa có hạn", "Nhiệm vụ · Tân Mỹ · chưa có hạn", ("3 việc",)),
    Row("việc tân mỹ >> cái nào của công an xã", "", ("1 việc", "đổ rác ven kênh")),
    Row("việc có hạn >> cái nào chưa rõ đơn vị", "Nhiệm vụ · có hạn · chưa rõ đơn vị", ("1 việc", "1.1")),
    Row("việc quá hạn của thị ủy >> cái nào chưa có hạn", "Nhiệm vụ · Thị ủy · chưa có hạn"),
    Row("họp giao ban tân mỹ >> việc nào đến hạn tuần này", "", ("!Gò Sao", "đổ rác ven kênh")),
    # words that were looked for are remembered, too
    Row("đổ rác ven kênh >> đơn vị nào làm?", "", ("1 việc", "Đơn vị: Công an xã")),
    Row("dong ho qua nien han song tra >> ai lam", "", ("1 việc", "Các xí nghiệp")),
    Row("thu ngân sách tân hòa đông >> tăng hay giảm so cùng kỳ?", "", ("7,2%", "!8,4%")),
    # what points back
    Row("bao hiem y te tan my >> giao ai lam viec nay?", "", ("Trạm Y tế", "!9 việc")),
    Row("vỉa hè bị lấn chiếm >> vụ này ai lo", "", ("Các khu phố",)),
    Row("thay thế đồng hồ quá niên hạn >> nó đến hạn khi nào", "", ("quý IV năm 2026",)),
    Row("đổ rác ven kênh >> việc này đến hạn khi nào", "", ("Công an xã", "19/10/2026", "!sắp đến hạn")),
    Row("đổ rác ven kênh >> việc đó hạn khi nào?", "", ("19/10/2026",)),
    Row("đổ rác ven kênh >> vì sao?", "", ("Tình trạng đổ rác ven kênh", "!Nhà thầu")),
    Row("hộ nghèo tân mỹ còn bao nhiêu >> cuộc họp đó ai chủ trì", "", ("Lâm Văn Tài", "!Trương Quốc Bảo")),
    # the body and the topic stay
    Row("tân mỹ chỉ tiêu nào chậm tiến độ >> vì sao chậm?", "", ("Tuyến ống cấp nước", "!Nhà thầu")),
    Row("hạn chế của xã Tân Mỹ năm 2026 >> nguyên nhân?", "", ("Xe thu gom rác", "!Nhà thầu")),
    Row("giao ban trật tự đô thị ở đâu >> ai chủ trì", "", ("Lê Hoàng Nhân", "!Trương Quốc Bảo")),
    Row("việc của công an xã >> họp ở đâu", "", ("phòng họp UBND xã", "!Hội trường Thị ủy")),
    # the meeting and the person stay
    Row(
        "giao ban trật tự đô thị ai chủ trì >> họp hôm nào",
        "Báo cáo · cuộc họp có “trật tự đô thị” · báo cáo 2",
        ("14/10/2026",),
    ),
    Row(
        "giao ban trật tự đô thị ai chủ trì >> họp hôm nào >> ông ấy yêu cầu gì",
        "",
        ("Lê Hoàng Nhân", "!Trương Quốc Bảo"),
    ),
    Row("giao ban trat tu do thi hop ban gi >> o dau", "", ("Phòng họp số 1", "1 báo cáo")),
    Row(
        "giao ban trật tự đô thị ai chủ trì >> giao việc gì",
        "",
        ("Nhiệm vụ · cuộc họp có “trật tự đô thị” · báo cáo 2", "5 việc"),
    ),
    Row("giao ban trật tự đô thị ai chủ trì >> anh ấy yêu cầu gì", "", ("Lê Hoàng Nhân", "!Trương Quốc Bảo")),
    Row(
        "giao ban trat tu do thi ai chu tri >> ong ay lam chuc gi",
        "",
        ("Chủ tịch UBND phường", "!Lâm Văn Tài"),
    ),
    Row("những ai dự họp giao ban tân mỹ >> ông ấy được giao việc gì", "", ("Chưa rõ hỏi người nào", "!6.1")),
    Row(
        "vì sao đổ rác ven kênh >> ai chủ trì", "Người · chủ trì · báo cáo 6", ("Lâm Văn Tài", "!nguyên nhân")
    ),
    Row("ai chủ trì hội nghị bệnh viện >> ong noi gi", "", ("Đỗ Minh Khôi", "báo cáo 7")),
    Row("ai chủ trì hội nghị bệnh viện >> nguyên nhân", "Không có trong các báo cáo đã lưu"),
    Row("ai chủ trì giao ban trật tự đô thị >> nguyên nhân >> giao việc gì", "", ("5 việc", "!chủ trì\n")),
    Row("ai chủ trì giao ban trật tự đô thị >> nguyên nhân >> ông ấy nói gì", "", ("Lê Hoàng Nhân", "!Lâm")),
    Row("ông Phúc nói gì >> ổng chủ trì cuộc họp nào", "Người · Trịnh Văn Phúc · chủ trì"),
    Row("ai chủ trì họp thị ủy hòa thuận >> có hạn chế gì", "Hạn chế · Thị ủy Hòa Thuận", ("6 hạn chế",)),
    Row("hộ nghèo tân mỹ còn bao nhiêu >> có hạn chế gì", "Hạn chế · Tân Mỹ", ("3 hạn chế",)),
    Row("hạn chế của xã Tân Mỹ năm 2026 >> nguyên nhân do đâu", "", ("Xe thu gom rác", "!Nhà thầu")),
    Row("đổ rác ven kênh hạn khi nào >> còn thẻ BHYT", "Nhiệm vụ · “thẻ BHYT” · báo cáo 6", ("22/10/2026",)),
    # whoever does something else is somebody else
    Row("việc của công an xã tân mỹ >> ai rà soát thẻ BHYT", "", ("Trạm Y tế xã",)),
    # another body, period or topic takes the place of the one before
    Row("Tân Hòa Đông thu ngân sách bao nhiêu >> còn Hòa Thuận?", "", ("530 tỷ đồng", "!18,6")),
    Row("Hòa Thuận thu ngân sách >> thế còn Tân Hòa Đông", "", ("18,6 tỷ đồng", "!530")),
    Row("hòa thuận thu ngân sách bao nhiêu >> còn hộ nghèo?", "", ("1,08%", "!38 hộ")),
    Row("thu ngân sách Hòa Thuận năm 2026 >> năm ngoái thì sao", "", ("412 tỷ đồng", "!530")),
    Row("thu ngân sách xã Tân Mỹ năm 2026 >> còn năm 2024?", "", ("9,7 tỷ đồng",)),
    Row("công an thị xã hòa thuận làm gì >> thế bên tài chính", "", ("phân bổ vốn đầu tư công", "!tuần tra")),
    Row("việc quá hạn của thị ủy >> còn năm 2026", "Nhiệm vụ · Thị ủy · quá hạn · năm 2026", ("1 việc",)),
    # of another body nothing is told of that time
    Row(
        "hạn chế của thị ủy hòa thuận quý III/2026 >> thế còn bệnh viện bình sơn",
        "Hạn chế · Bệnh viện đa khoa Bình Sơn",
        ("thời gian chờ khám",),
    ),
    Row("thu ngân sách hòa thuận quý III/2026 >> còn xã tân mỹ?", "Không có trong các báo cáo đã lưu"),
    # one of those that were shown
    Row("việc của công ty cấp nước >> cái đầu tiên hạn khi nào", "", ("mục 3.1", "20/10/2026", "!3.2")),
    Row("việc của thị ủy quý III/2026 >> viec thu 2 ai lam", "", ("mục 5.2", "Ban Quản lý dự án", "!5.1")),
    Row("việc của thị ủy quý III/2026 >> việc cuối cùng >> hạn khi nào", "", ("mục 5.6", "Chưa có hạn")),
    Row("hạn chế của thị ủy quý III/2026 >> mục số 2 là gì", "", ("mục 5.h2", "Tai nạn giao thông")),
    Row(
        "các báo cáo của thị ủy >> báo cáo thứ 2 ai chủ trì",
        "Người · chủ trì · báo cáo 4",
        ("Trương Quốc Bảo",),
    ),
    Row(
        "việc của công ty cấp nước >> việc thứ 7",
        "Không có trong các báo cáo đã lưu",
        ("không có mục thứ đó",),
    ),
    Row(
        "giao ban trật tự đô thị ai dự >> việc thứ 2 ai làm",
        "",
        ("mục 2.2", "Trung tâm Phục vụ hành chính công"),
    ),
    Row("hộ kinh doanh lấn chiếm vỉa hè >> ai vận động họ", "", ("Các khu phố",)),
    # the time beside the one that was asked for
    Row("thu ngân sách hòa thuận năm 2026 bao nhiêu >> năm trước đó thì sao", "", ("412 tỷ đồng", "!530")),
    Row("việc an khánh >> việc thứ 2 >> chỉ việc chưa có hạn thôi", "", ("chưa có hạn", "2.4", "!2.2")),
    # only some of them
    Row("việc của thị ủy >> chỉ việc quá hạn thôi", "Nhiệm vụ · Thị ủy · quá hạn"),
    Row("viec benh vien binh son >> con viec chua den han", "", ("chưa đến hạn", "7.3", "!7.1")),
    Row(
        "chỉ tiêu thị ủy hòa thuận quý III/2026 >> mấy cái chưa đạt thôi",
        "",
        ("2 chỉ tiêu", "5.c9", "!tuyển quân"),
    ),
    # where it stands
    Row("hộ nghèo tân mỹ năm 2026 >> ai nói vậy", "", ("Phạm Thị Hồng Nga",)),
    Row("hộ nghèo tân mỹ năm 2026 >> đọc nguyên văn", "", ("số hộ nghèo còn 38 hộ",)),
    # a figure of nothing, a day of nothing
    Row("sản lượng nước tháng 9 sông trà >> thang 10 phan dau bao nhieu", "", ("2,4 triệu m3",)),
    Row("tân mỹ xuống giống bao nhiêu ha >> bang may % ke hoach", "", ("106,7%",)),
    Row("trung tâm phục vụ hành chính công làm gì >> khi nào báo cáo", "", ("05/11/2026",)),
    Row("ai chủ trì họp giao ban tân mỹ >> ông ấy chức gì", "", ("Chủ tịch UBND xã",)),
    # who is in a position there
    Row(
        "thu ngân sách thị ủy hòa thuận quý III/2026 >> bí thư là ai",
        "",
        ("5.p1", "Trương Quốc Bảo", "!5.p2"),
    ),
    Row("việc của công an xã tân mỹ >> chủ tịch là ai", "", ("báo cáo 6", "Lâm Văn Tài")),
    Row("ai chủ trì giao ban trật tự đô thị >> bí thư thị ủy là ai", "", ("Trương Quốc Bảo",)),
    Row("việc của phòng kinh tế tân hòa đông >> còn các chi bộ?", "", ("1 việc", "nề nếp sinh hoạt")),
]


@pytest.mark.parametrize("row", GOING_ON, ids=lambda row: row.questions)
async def test_a_short_question_goes_on_with_what_was_answered(book: Book, row: Row) -> None:
    assert await misses(book, row) == []


ALONE = [
    Row("thu ngân sách tân hòa đông >> việc quá hạn", "Nhiệm vụ · quá hạn"),
    Row("việc của công an xã >> việc quá hạn", "Nhiệm vụ · quá hạn"),
    Row("việc của xã Tân Mỹ >> chỉ tiêu chưa đạt", "Chỉ tiêu · chưa đạt"),
    Row("thu ngân sách tân hòa đông >> việc nào quá hạn", "Nhiệm vụ · quá hạn"),
    Row("việc của xã Tân Mỹ >> tất cả việc nào chưa có hạn", "Nhiệm vụ · chưa có hạn"),
    Row("việc của công an xã >> có bao nhiêu báo cáo", "Báo cáo", ("8 báo cáo",)),
    Row("việc của xã Tân Mỹ >> hộ nghèo còn bao nhiêu", "Chỉ tiêu · “hộ nghèo”", ("38 hộ",)),
    Row("hạn chế của xã Tân Mỹ >> ai phụ trách giải phóng mặt bằng", "Nhiệm vụ · “giải phóng mặt bằng”"),
    Row("ai chủ trì hội nghị bệnh viện >> có những cuộc họp nào", "Báo cáo", ("8 báo cáo",)),
    Row("giao ban trật tự đô thị ở đâu >> có những cuộc họp nào", "Báo cáo", ("8 báo cáo",)),
    Row("việc của xã Tân Mỹ >> ai chủ trì cuộc họp gần nhất", "", ("Lâm Văn Tài",)),
]


@pytest.mark.parametrize("row", ALONE, ids=lambda row: row.questions)
async def test_a_question_with_a_subject_of_its_own_stands_for_itself(book: Book, row: Row) -> None:
    assert await misses(book, row) == []


async def test_a_button_asks_again_what_a_short_question_asked(book: Book) -> None:
    await book.says("đổ rác ven kênh")
    reply = await book.reply("ai làm việc này")
    again = await book.presses(reply.asked)

    assert again.text.text == reply.text.text


async def misses(book: Book, row: Row) -> list[str]:
    """Ask one after the other; lists what is not as it should be in the last answer."""
    answer = ""
    for question in row.questions.split(" >> "):
        answer = await book.says(question)
    first = answer.splitlines()[0]
    wrong = [first] if row.understood not in {"", first} else []
    there = [word for word in row.words if (word.removeprefix("!") in answer) == word.startswith("!")]
    return [*wrong, *there, answer] if wrong or there else []
