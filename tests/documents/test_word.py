"""Word documents: what is seen in print is there, in its order; what is not, is not."""

from __future__ import annotations

import io

import docx
import pytest

from documents import word as reader
from tests.documents.making import level, numbering, p, r, starts_at, table, word, zipped

NOTICE = numbering(
    {
        "1": [level(0, "upperRoman", "%1."), level(1, "decimal", "%2."), level(2, "lowerLetter", "%3)")],
        "2": [level(0, "bullet", "-"), level(1, "bullet", "\uf0b7"), level(2, "bullet", "o")],
        "3": [level(0, "decimal", "%1."), level(1, "decimal", "%1.%2.")],
    },
    {"1": ("1", ""), "2": ("2", ""), "3": ("3", ""), "4": ("3", starts_at(0, 1)), "5": ("3", "")},
)


def text(body: str, **parts: str) -> str:
    return reader.read(word(body, parts)).text


def test_numbers_that_word_counts_are_written_out() -> None:
    body = (
        p("Đánh giá chung", num="1")
        + p("Ưu điểm", num="1", level=1)
        + p("Hạn chế", num="1", level=1)
        + p("Nhiệm vụ", num="1", level=0)
        + p("Phòng Kinh tế", num="1", level=1)
        + p("rà soát hộ nghèo", num="1", level=2)
        + p("lập danh sách", num="1", level=2)
        + p("Công an xã", num="1", level=1)
    )

    assert text(body, numbering=NOTICE).split("\n") == [
        "I. Đánh giá chung",
        "1. Ưu điểm",
        "2. Hạn chế",
        "II. Nhiệm vụ",
        "1. Phòng Kinh tế",
        "a) rà soát hộ nghèo",
        "b) lập danh sách",
        "2. Công an xã",
    ]


LABELS = [
    ("bullets and signs of symbol fonts", [("2", 0), ("2", 1), ("2", 2)], ["-", "•", "•"]),
    ("two levels", [("3", 0), ("3", 1), ("3", 1), ("3", 0), ("3", 1)], ["1.", "1.1.", "1.2.", "2.", "2.1."]),
    ("a list that begins anew", [("3", 0), ("3", 0), ("4", 0), ("4", 0)], ["1.", "2.", "1.", "2."]),
    ("two that share a count", [("3", 0), ("5", 0), ("3", 0)], ["1.", "2.", "3."]),
    ("an inner level alone", [("3", 1)], ["1.1."]),
    ("a list that is not there, and none", [("9", 0), ("0", 0)], ["", ""]),
]


@pytest.mark.parametrize(("paragraphs", "labels"), [pytest.param(*row[1:], id=row[0]) for row in LABELS])
def test_labels(paragraphs: list[tuple[str, int]], labels: list[str]) -> None:
    body = "".join(p("việc", num=num, level=at) for num, at in paragraphs)

    assert text(body, numbering=NOTICE).split("\n") == [f"{label} việc".strip() for label in labels]


@pytest.mark.parametrize(
    ("written", "label"),
    [
        (level(0, "decimalZero", "%1", start=7), "07"),
        (level(0, "upperLetter", "%1.", start=28), "BB."),
        (level(0, "lowerRoman", "(%1)", start=9), "(ix)"),
        (level(0, "none", "Điều"), "Điều"),
        (level(0, "bullet", "\uf0ff"), "•"),
        (level(0, "ordinal", "%1/", start=3), "3/"),
        (level(0, "decimal", "Việc %1:", start=2), "Việc 2:"),
    ],
)
def test_forms_of_numbers(written: str, label: str) -> None:
    assert text(p("x", num="1"), numbering=numbering({"1": [written]}, {"1": ("1", "")})) == f"{label} x"


def test_legal_numbering_and_levels_that_do_not_begin_anew() -> None:
    levels = [
        level(0, "upperRoman", "%1."),
        level(1, "decimal", "%1.%2", "<w:isLgl/>"),
        level(2, "decimal", "(%3)", '<w:lvlRestart w:val="0"/>'),
    ]
    body = "".join(p("x", num="1", level=at) for at in (0, 1, 2, 0, 1, 2))

    assert text(body, numbering=numbering({"1": levels}, {"1": ("1", "")})).split() == [
        *("I.", "x", "1.1", "x", "(1)", "x", "II.", "x", "2.1", "x", "(2)", "x")
    ]


def test_a_level_that_a_list_has_of_its_own() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "lowerLetter", "%1)")}</w:lvlOverride>'
    made = numbering({"1": [level(0, "decimal", "%1.")]}, {"1": ("1", own), "2": ("8", "")})

    assert text(p("x", num="1"), numbering=made) == "a) x"


def test_a_style_numbers_its_paragraphs_and_those_of_styles_based_on_it() -> None:
    styles = (
        '<w:style w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="MucCon"><w:basedOn w:val="Muc"/>'
        '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="Vong"><w:basedOn w:val="Vong"/></w:style>'
    )
    body = p("Nhiệm vụ", style="Muc") + p("Phòng Kinh tế", style="MucCon") + p("hết", style="Vong")

    assert text(body, numbering=NOTICE, styles=styles) == "I. Nhiệm vụ\n1. Phòng Kinh tế\nhết"


def test_an_empty_paragraph_of_a_list_is_not_counted() -> None:
    assert text(p("một", num="3") + p(num="3") + p("hai", num="3"), numbering=NOTICE) == "1. một\n\n2. hai"


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        (f"<w:ins>{r('đã thêm')}</w:ins>", "đã thêm"),
        ("<w:del><w:r><w:delText>đã xóa</w:delText></w:r></w:del>" + r("còn"), "còn"),
        (f"<w:moveFrom>{r('chỗ cũ')}</w:moveFrom><w:moveTo>{r('chỗ mới')}</w:moveTo>", "chỗ mới"),
        (r("ẩn", "<w:vanish/>") + r("hiện", '<w:vanish w:val="0"/>'), "hiện"),
        (f"<w:hyperlink>{r('liên kết')}</w:hyperlink>", "liên kết"),
        (f"<w:sdt><w:sdtContent>{r('ô nội dung')}</w:sdtContent></w:sdt>", "ô nội dung"),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r>" + r("2"), "2"),
        ("<w:r><w:t>Họ tên</w:t><w:tab/><w:t>Chức vụ</w:t></w:r>", "Họ tên\tChức vụ"),
        ("<w:r><w:t>dòng</w:t><w:br/><w:t>dưới</w:t></w:r>", "dòng\ndưới"),
        ("<w:r><w:t>26</w:t><w:noBreakHyphen/><w:t>NQ/TW</w:t></w:r>", "26-NQ/TW"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0D8"/><w:t>việc</w:t></w:r>', "•việc"),
        ("<!-- ghi chú -->" + r("chữ"), "chữ"),
    ],
)  # fmt: skip
def test_what_a_paragraph_shows(inside: str, shown: str) -> None:
    assert text(p(inside=inside)) == shown


def test_text_boxes_and_watermarks_are_read_once_and_before_what_they_hang_on() -> None:
    box = f"<wps:txbx><w:txbxContent>{p('MẬT')}</w:txbxContent></wps:txbx>"
    both = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    both = f"<w:r><mc:AlternateContent>{both}</mc:AlternateContent></w:r>"
    mark = '<w:r><w:pict><v:shape><v:textpath string="DỰ THẢO"/></v:shape></w:pict></w:r>'

    assert text(p("Số: 12-TB/ĐU", inside=both + mark)) == "MẬT\nDỰ THẢO\nSố: 12-TB/ĐU"


def test_a_table_of_data_keeps_its_rows_its_columns_and_its_empty_cells() -> None:
    merged = "<w:p/>"
    body = table(
        ["TT", "Chỉ tiêu", "Kế hoạch", "Thực hiện"],
        ["1", p("Thu ngân sách") + p("trên địa bàn"), "", "18,6"],
        ["", "", "", ""],
        ["2", "Kết nạp đảng viên", "12", merged],
    )

    assert text(p("Kết quả") + body + p("Hết")).split("\n") == [
        "Kết quả",
        "| TT | Chỉ tiêu | Kế hoạch | Thực hiện |",
        "| 1 | Thu ngân sách trên địa bàn |  | 18,6 |",
        "| 2 | Kết nạp đảng viên | 12 |  |",
        "Hết",
    ]


def test_a_cell_merged_with_that_above_is_empty() -> None:
    down = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"
    first = '<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>' + p("Quý III") + "</w:tc>"
    cells = "".join(f"<w:tc>{p(x)}</w:tc>" for x in "ab")
    below = f"<w:sdt><w:sdtContent><w:tr>{down}{cells}</w:tr></w:sdtContent></w:sdt>"
    body = f"<w:tbl><w:tr>{first}{cells}</w:tr>{below}</w:tbl>"

    assert text(body) == "| Quý III | a | b |\n|  | a | b |"


def test_a_letterhead_set_in_a_table_is_read_cell_by_cell() -> None:
    body = table(
        [
            p("ĐẢNG ỦY XÃ TÂN HÒA") + p("Số: 12-TB/ĐU"),
            p("ĐẢNG CỘNG SẢN VIỆT NAM") + p("Tân Hòa, ngày 3/10/2026"),
        ]
    )

    assert text(body) == "ĐẢNG ỦY XÃ TÂN HÒA\nSố: 12-TB/ĐU\nĐẢNG CỘNG SẢN VIỆT NAM\nTân Hòa, ngày 3/10/2026"
    assert text(table(["Thời gian", "02/10/2026"])) == "Thời gian\t02/10/2026"


def test_headers_come_first_each_line_once_and_page_numbers_not_at_all() -> None:
    read = text(
        p("Nội dung"), header1=p("UBND XÃ TÂN HÒA") + p("2"), header2=p("UBND XÃ TÂN HÒA"), header3=p("MẬT")
    )

    assert read == "UBND XÃ TÂN HÒA\nMẬT\nNội dung"


def test_footers_stand_beside_the_text() -> None:
    read = reader.read(word(p("Nội dung"), {"footer1": p("TỐI MẬT") + p("Trang 2")}))

    assert (read.text, read.aside) == ("Nội dung", "TỐI MẬT\nTrang 2")


def test_the_strict_form_of_the_standard_is_read_too() -> None:
    assert reader.read(word(p("Họp giao ban"), strict=True)).text == "Họp giao ban"


def test_a_document_without_relations_is_found_under_its_usual_name() -> None:
    made = zipped({"word/document.xml": f'<d xmlns:w="w"><w:body>{p("Họp")}</w:body></d>'})

    assert reader.read(made).text == "Họp"


def test_macros_are_never_unpacked() -> None:
    assert (
        reader.read(word(p("Họp"), more={"word/vbaProject.bin": b"\xd0\xcf\x11\xe0 Sub AutoOpen()"})).text
        == "Họp"
    )


def test_a_document_that_python_docx_writes() -> None:
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "UBND XÃ TÂN HÒA"
    made.add_heading("THÔNG BÁO", 1)
    for name in ("Phòng Kinh tế rà soát", "Công an xã tuần tra"):
        made.add_paragraph(name, style="List Number")
    made.add_paragraph("Các ấp vệ sinh", style="List Bullet")
    grid = made.add_table(2, 3)
    for at, words in enumerate(("TT", "Chỉ tiêu", "Thực hiện", "1", "Thu ngân sách", "18,6 tỷ đồng")):
        grid.cell(at // 3, at % 3).text = words
    data = io.BytesIO()
    made.save(data)

    assert reader.read(data.getvalue()).text.split("\n") == [
        "UBND XÃ TÂN HÒA",
        "THÔNG BÁO",
        "1. Phòng Kinh tế rà soát",
        "2. Công an xã tuần tra",
        "• Các ấp vệ sinh",
        "| TT | Chỉ tiêu | Thực hiện |",
        "| 1 | Thu ngân sách | 18,6 tỷ đồng |",
    ]
