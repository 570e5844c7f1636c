"""PDF: lines become paragraphs again; what is printed around the text is left out; pictures are told."""

from __future__ import annotations

import pytest

from documents import pdf as reader
from documents.lines import Line, paragraphs
from documents.model import Problem, RefusedError
from reports import read_report
from tests.documents.making import FILES, pdf

WIDE = "Phòng Kinh tế rà soát danh sách hộ nghèo và hộ cận nghèo của"  # as long as a line can be


def text(*pages: list[str]) -> str:
    return reader.read(pdf(pages)).text


def test_a_notice_that_a_browser_printed() -> None:
    document = reader.read((FILES / "thong-bao.pdf").read_bytes())
    report = read_report(document.text)

    assert document.pages == 1
    assert "trước ngày 31/12/2026.\n2. Phòng Văn hóa - Xã hội" in document.text
    assert report.number
    assert report.number.text == "57/TB-VP"
    assert [task.deadline.written.text for task in report.tasks if task.deadline] == [
        "trước ngày 31/12/2026",
        "trước ngày 25/10/2026",
        "trong tháng 10/2026",
    ]


def test_letters_that_another_font_lent_stand_where_they_were_printed() -> None:
    """LibreOffice writes letters that a font lacks behind the rest of the line."""
    document = reader.read((FILES / "thong-bao-21-viec.pdf").read_bytes())
    report = read_report(document.text)

    assert report.title
    assert report.title.text == "Kết luận của Chủ tịch UBND xã tại cuộc họp giao ban tháng 10 năm 2026"
    assert "Tỷ lệ hồ sơ giải quyết đúng hạn đạt 94,5%, chưa đạt kế hoạch." in document.text
    assert [task.text.text[:2] for task in report.tasks if task.text.text[:1].isdigit()] == []
    assert len(report.tasks) == 21


WRAPS = [
    ("the next word did not fit", [WIDE, "các ấp."], [f"{WIDE} các ấp."]),
    ("not even a date", [WIDE, "31/12/2026."], [f"{WIDE} 31/12/2026."]),
    ("it would have fitted", [WIDE, "Họp giao ban", "Hội trường"], [f"{WIDE} Họp giao ban", "Hội trường"]),
    ("an item", [WIDE, "- Công an xã"], [WIDE, "- Công an xã"]),
    ("a lettered item", [WIDE, "a) Công an xã"], [WIDE, "a) Công an xã"]),
    ("a numbered item", [WIDE, "2.1. Công an xã"], [WIDE, "2.1. Công an xã"]),
    ("a sentence that ends short of the edge", [WIDE, f"{WIDE[:-3]}.", "Công an"],
     [f"{WIDE} {WIDE[:-3]}.", "Công an"]),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "read"), [pytest.param(*row[1:], id=row[0]) for row in WRAPS])
def test_lines_that_were_broken_at_the_edge_are_joined(lines: list[str], read: list[str]) -> None:
    assert text(lines).split("\n") == read


def test_a_paragraph_goes_on_over_the_edge_of_a_page_and_its_number() -> None:
    pages = (["Trang 1/2", WIDE, WIDE], ["các ấp trước ngày 30/11/2026.", "- 2 -"])

    assert text(*pages) == f"{WIDE} {WIDE} các ấp trước ngày 30/11/2026."


def test_what_is_printed_on_every_page_is_kept_once() -> None:
    words = ("một", "hai", "ba")
    pages = [["MẬT", WIDE, f"các ấp {word}.", f"In trang {at}"] for at, word in enumerate(words)]

    assert text(*pages).split("\n") == [
        "MẬT",
        f"{WIDE} các ấp một.",
        "In trang 0",
        f"{WIDE} các ấp hai.",
        f"{WIDE} các ấp ba.",
    ]


def line(text: str, left: float, right: float, top: float) -> Line:
    return Line(text, left, right, top, top + 10, 20)


@pytest.mark.parametrize(
    ("following", "read"),
    [
        pytest.param(line("sau", 0, 90, 12), "trước sau", id="below"),
        pytest.param(line("sau", 0, 90, 60), "trước\nsau", id="far below"),
        pytest.param(line("sau", 40, 90, 12), "trước\nsau", id="in the middle"),
        pytest.param(line("sau\tnữa", 0, 90, 12), "trước\nsau\tnữa", id="in columns"),
        pytest.param(line("sau", 0, 90, -80), "trước\nsau", id="in the next column"),
    ],
)
def test_where_lines_stand_tells_whether_they_are_one_paragraph(following: Line, read: str) -> None:
    page = [line("đầu", 0, 50, -24), line("hai", 0, 50, -12), line("trước", 0, 100, 0), following]

    assert paragraphs([page]) == f"đầu\nhai\n{read}"


def test_a_scan_is_a_picture() -> None:
    with pytest.raises(RefusedError) as refused:
        text([], [])

    assert refused.value.refusal.problem is Problem.PICTURE


def test_pages_that_are_pictures_between_others_are_counted() -> None:
    document = reader.read(pdf([["Họp giao ban tháng 9"], [], ["Kết luận của Chủ tịch"]]))

    assert (document.pages, document.unread) == (3, 1)
    assert document.text == "Họp giao ban tháng 9\nKết luận của Chủ tịch"


def test_pictures_are_read_by_whoever_can() -> None:
    seen: list[bytes] = []

    def look(picture: bytes) -> list[Line]:
        seen.append(picture)
        return [line("Chữ trong ảnh", 0, 100, 0)]

    document = reader.read(pdf([["Họp giao ban tháng 9"], []]), look)

    assert document.text == "Họp giao ban tháng 9\nChữ trong ảnh"
    assert document.by_ocr
    assert seen[0].startswith(b"P5 2480 3509 255\n")
    assert len(seen[0]) == len(b"P5 2480 3509 255\n") + 2480 * 3509


@pytest.mark.parametrize(
    ("pages", "problem"), [([[]], Problem.UNREADABLE), ([[]] * 31, Problem.TOO_MANY_PAGES)]
)
def test_pictures_without_words_and_too_many_of_them_are_refused(
    pages: list[list[str]], problem: Problem
) -> None:
    with pytest.raises(RefusedError) as refused:
        reader.read(pdf(pages), lambda _: ())

    assert refused.value.refusal.problem is problem


def test_an_empty_page_is_no_picture() -> None:
    with pytest.raises(RefusedError) as refused:
        reader.read(pdf([["   "]]))

    assert refused.value.refusal.problem is Problem.PICTURE
