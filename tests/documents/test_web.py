"""HTML: of a page the article, of a document all of it."""

from __future__ import annotations

import pytest

from documents import web
from documents.model import Problem, RefusedError
from reports import read_report
from tests.documents.making import FILES

ARTICLE = """<h1>Đảng ủy xã Tân Hòa họp sơ kết quý III</h1><div class="date">06/10/2026, 8:15 (GMT+7)</div>
<div class="content"><p><b>Chiều ngày 02/10/2026, Đảng ủy xã Tân Hòa tổ chức Hội nghị lần thứ 6.</b>
Đồng chí Huỳnh Thị Mai Lan - Bí thư Đảng ủy chủ trì hội nghị.</p>
<p>Báo cáo tại hội nghị nêu thu ngân sách trên địa bàn đạt 18,6 tỷ đồng, bằng 103,3% dự toán năm 2026.</p>
<p>Hội nghị giao các đơn vị thực hiện các nhiệm vụ sau trong quý IV năm 2026:</p>
<ol start="3"><li>Phòng Kinh tế rà soát danh sách hộ nghèo trước ngày 15/11/2026;</li>
<li>Công an xã tuần tra.</li></ol>
<table><tr><th>TT</th><th>Chỉ tiêu</th><th>Thực hiện</th></tr>
<tr><td>1</td><td>Thu ngân sách</td><td>18,6</td></tr></table>
<p style="display: none">đọc tiếp</p>
<p>Hội nghị kết thúc lúc 17 giờ cùng ngày, tin của Văn phòng Đảng ủy xã Tân Hòa.</p></div>"""
MENU = (
    f"<ul>{''.join(f'<li><a href=/>{name}</a></li>' for name in ('Trang chủ', 'Giới thiệu', 'Tin tức'))}</ul>"
)
RELATED = (
    f"<div><h3>Tin liên quan</h3><ul>{'<li><a href=/x>Xã bên tổng kết năm 2025</a></li>' * 5}</ul></div>"
)
OWNER = "Bản quyền UBND xã"
LAYOUTS = {
    "semantic": (
        f"<header><nav>{MENU}</nav></header><main><article>{ARTICLE}</article></main>"
        f"<aside>{RELATED}</aside><footer>{OWNER}</footer>"
    ),
    "divs": (
        f'<div id="top">{MENU}</div><div id="main">{ARTICLE}</div><div id="right">{RELATED}</div>'
        f'<div class="footer">{OWNER}</div>'
    ),
    "tables": (
        f"<table><tr><td>{MENU}</td></tr><tr><td>{ARTICLE}{RELATED}</td></tr>"
        f"<tr><td>{OWNER}</td></tr></table>"
    ),
}


def page(body: str, head: str = '<meta charset="utf-8">') -> bytes:
    top = f"<!DOCTYPE html><html lang=vi><head>{head}<title>Tin</title></head>"
    return f"{top}<body>{body}</body></html>".encode()


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_article_of_a_page_with_its_headline_its_date_and_its_numbers(layout: str) -> None:
    lines = web.read(page(LAYOUTS[layout])).text.split("\n")

    assert lines[:2] == ["Đảng ủy xã Tân Hòa họp sơ kết quý III", "06/10/2026, 8:15 (GMT+7)"]
    assert "3. Phòng Kinh tế rà soát danh sách hộ nghèo trước ngày 15/11/2026;" in lines
    assert "4. Công an xã tuần tra." in lines
    assert "| 1 | Thu ngân sách | 18,6 |" in lines
    assert "đọc tiếp" not in lines
    assert not {"Trang chủ", "Bản quyền UBND xã"} & set(lines)
    assert lines[-1].startswith("Hội nghị kết thúc lúc 17 giờ")


def test_what_stands_around_an_article_is_told_beside_it() -> None:
    read = web.read(page(f"<header><p>MẬT</p><nav>{MENU}</nav></header><main>{ARTICLE}</main>"))

    assert "MẬT" not in read.text.split("\n")
    assert "MẬT" in read.aside.split("\n")


def test_a_document_saved_as_html_is_read_from_letterhead_to_signature() -> None:
    text = web.read((FILES / "thong-bao.html").read_bytes()).text
    report = read_report(text)

    assert text.startswith("UBND XÃ HƯNG THẠNH\nVĂN PHÒNG HĐND VÀ UBND\nSố: 57/TB-VP\nCỘNG HÒA")
    assert text.endswith("CHÁNH VĂN PHÒNG\nTạ Minh Khôi")
    assert len([task for task in report.tasks if task.deadline]) == 3


def test_what_word_saves_as_html_is_a_document_whatever_it_links_to() -> None:
    head = '<meta name=Generator content="Microsoft Word 15 (filtered)">'
    made = page(MENU + "<p>Hội nghị</p>", head)

    assert web.read(made).text == "- Trang chủ\n- Giới thiệu\n- Tin tức\nHội nghị"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<ol type=a><li>một<li>hai</ol>", "a. một\nb. hai"),
        ("<ol><li><p>một</p><p>tiếp</p></li><li> <ol type=a><li><p>hai</ol></ol>", "1. một\ntiếp\na. hai"),
        ("<ol type=I start=x><li>một</ol>", "I. một"),
        ("<p>một<br>hai</p><script>x()</script>ba", "một\nhai\nba"),
        ("<p>Số:\xa057/TB <b>in</b>\n đậm</p><!-- ghi -->", "Số:\xa057/TB in đậm"),
        ("<table><tr><td>Thời gian<td>02/10/2026</table>", "Thời gian\n02/10/2026"),
        ("<table><tr><td> <td> <td> </table>x", "x"),
        ("<table><tr><td>a<br>b<td><p>c</p><td>d<i>e</i>f</table>", "| a b | c | def |"),
    ],
)
def test_what_a_document_shows(body: str, text: str) -> None:
    assert web.read(page(body)).text == text


@pytest.mark.parametrize(
    "data",
    [
        page("<p>Hội nghị</p>"),
        page("<p>Hội nghị</p>", "<meta charset=nonsense>"),
        page("<p>Hội nghị</p>", ""),
        "<html><head><meta charset=utf-16></head><body>Hội nghị</body></html>".encode("utf-16"),
        b'<?xml version="1.0" encoding="utf-8"?><html><body>' + "Hội nghị</body></html>".encode(),
        page("<p>H&#7897;i ngh&#7883;</p>", '<meta http-equiv="x" content="text/html; charset=us-ascii">'),
    ],
)
def test_pages_declare_their_encoding_or_not(data: bytes) -> None:
    assert web.read(data).text == "Hội nghị"


def test_a_page_of_menus_alone_has_no_article() -> None:
    with pytest.raises(RefusedError) as refused:
        web.read(page(f"<nav>{MENU}</nav><p>x</p>"))

    assert refused.value.refusal.problem is Problem.NO_ARTICLE


def test_a_page_in_which_the_extractor_finds_nothing_has_no_article() -> None:
    with pytest.raises(RefusedError) as refused:
        web.read(page(f"<nav>{MENU}</nav>"))

    assert refused.value.refusal.problem is Problem.NO_ARTICLE


def test_a_nesting_as_deep_as_can_be_parsed_is_read() -> None:
    assert web.read(page("<div>" * 240 + "Hội nghị")).text == "Hội nghị"


@pytest.mark.parametrize(
    "hidden",
    [
        '<p style="display: none">x</p>',
        '<p style="color:red; visibility:hidden">x</p>',
        "<p hidden>x</p>",
        '<p class="small d-none">x</p>',
        "<label>x</label><select><option>x</option></select><textarea>x</textarea>",
    ],
)
def test_what_is_not_shown_is_not_read(hidden: str) -> None:
    assert web.read(page(f"<form>{hidden}<p>Hội nghị</p></form>")).text == "Hội nghị"


def test_a_page_without_anything_is_empty() -> None:
    with pytest.raises(RefusedError) as refused:
        web.read(b"<!-- -->")

    assert refused.value.refusal.problem is Problem.EMPTY
