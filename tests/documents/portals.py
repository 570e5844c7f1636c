"""Pages in the layouts of Vietnamese portals around any article; all words are ours."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

from lxml import html

from documents.blocks import blocks, key_of
from tests.documents.articles import Article, Line

FOLDER = Path(__file__).parent / "portals"
LAYOUTS = (
    "provincial", "newspaper", "commune", "sharepoint", "wordpress", "broken-lines", "portlets", "teasers",
    "nukeviet", "joomla",
)  # fmt: skip
_GAP = re.compile(r"\{\{(.+?)\}\}")
_BODY = re.compile(r"(first half|second half|body|comments)\s(.*)", re.DOTALL)

MENU = (
    "Trang chủ", "Giới thiệu", "Tin tức - Sự kiện", "Thủ tục hành chính", "Văn bản", "Lịch công tác",
    "Hỏi đáp", "Công khai ngân sách", "Đảng - Đoàn thể", "Chuyển đổi số", "Thư viện ảnh", "Liên hệ",
)  # fmt: skip
OTHERS = (
    "Khai giảng lớp bồi dưỡng lý luận chính trị cho đảng viên mới",
    "Xã Hòa Lộc ra quân trồng cây dọc tuyến kênh Bà Tư",
    "Hội Phụ nữ tặng 40 suất quà cho học sinh vượt khó",
    "Kết quả tiếp công dân định kỳ tháng 9",
    "Tập huấn sử dụng chữ ký số cho công chức cấp xã",
    "Nghiệm thu cầu nông thôn ấp 3 sau bốn tháng thi công",
)
TEASERS = (
    "Công trình do người dân đóng góp ngày công, tổng kinh phí hơn 320 triệu đồng, đưa vào sử dụng đúng dịp "
    "lễ và được bà con trong ấp phấn khởi đón nhận.",
    "Lớp học kéo dài năm ngày, gồm sáu chuyên đề, kết thúc bằng bài thu hoạch và chuyến đi thực tế tại khu "
    "di tích.",
)
COMMENTS = (
    "Lê Văn Đức: Đường ấp 4 ngập mấy tháng nay, mong xã sớm cho nạo vét mương để bà con đi lại đỡ khổ.",
    "Tôi nộp hồ sơ tách thửa từ tháng 6 đến nay chưa thấy trả, gọi hỏi thì bảo chờ. Rất mong lãnh đạo xem.",
    "Kim Anh: Tin viết dễ hiểu, cảm ơn ban biên tập!",
)
CONTACT = (
    "Chịu trách nhiệm nội dung: Ban Biên tập Cổng thông tin. Địa chỉ: số 1 đường Trung tâm. "
    "Điện thoại: 0270 000 000"
)
LICENCE = "Giấy phép số 15/GP-STTTT. Ghi rõ nguồn khi sử dụng lại thông tin từ cổng này."


def _links(names: Sequence[str], form: str) -> str:
    return "\n".join(form.format(at=at, name=name) for at, name in enumerate(names))


SURROUNDINGS = {
    "menu": _links(MENU, '<li><a href="/muc/{at}">{name}</a></li>'),
    "menu rows": _links(
        MENU, '<tr><td class="mn"><a href="?m={at}"><font color="#fff">{name}</font></a></td></tr>'
    ),
    "others": _links(OTHERS, '<li><a href="/tin/{at}">{name}</a></li>'),
    "other rows": _links(
        OTHERS, '<tr><td>&raquo; <a href="?id={at}">{name}</a> <i>(0{at}/10/2026)</i></td></tr>'
    ),
    "cards": "\n".join(
        f'<div class="item"><a href="/tin/{at}"><img src="/a{at}.jpg" alt="{name}"></a>'
        f'<h4><a href="/tin/{at}">{name}</a></h4><span>0{at + 1}/10/2026</span><p>{TEASERS[at % 2]}</p></div>'
        for at, name in enumerate(OTHERS[:4])
    ),
    "contact": CONTACT,
    "licence": LICENCE,
}


def page(layout: str, article: Article) -> bytes:
    """Fill in a layout."""
    half = len(article.body) // 2
    body: Mapping[str, Sequence[Line]] = {
        "body": article.body,
        "first half": article.body[:half],
        "second half": article.body[half:],
        "comments": COMMENTS,
    }
    words = SURROUNDINGS | {
        "headline": escape(article.headline),
        "lead": escape(article.lead),
        "day": article.day.isoformat(),
        "day as here": f"{article.day:%d/%m/%Y}",
        "shown": f"{article.day:%d/%m/%Y} 14:05",
    }

    def fill(match: re.Match[str]) -> str:
        if several := _BODY.fullmatch(match[1]):
            return paragraphs(body[several[1]], several[2])
        return words[match[1]]

    return _GAP.sub(fill, (FOLDER / f"{layout}.html").read_text(encoding="utf-8")).encode()


def paragraphs(lines: Sequence[Line], tags: str) -> str:
    """Write lines between their beginning and end, and rows as a table: "<p>|</p>|<table>"."""
    begin, end, table = (tags + "|").split("|")[:3]
    made: list[str] = []
    for line in lines:
        if isinstance(line, str):
            made.append(f"{begin}{escape(line)}{end}")
            continue
        row = f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in line)}</tr>"
        if made and made[-1].endswith("</table>"):
            made[-1] = f"{made[-1].removesuffix('</table>')}{row}</table>"
        else:
            made.append(f"{table}{row}</table>")
    return "\n".join(made)


def shares(text: str, layout: str, article: Article) -> tuple[float, float]:
    """Tell how much of an article was kept, and how much of its surroundings was let in."""
    said = key_of(text)
    kept = [line for line in article.lines if key_of(line) in said]
    shown = key_of("".join(block.text for block in blocks(html.document_fromstring(page(layout, article)))))
    for line in sorted(article.lines, key=len, reverse=True):
        said, shown = (words.replace(key_of(line), "", 1) for words in (said, shown))
    return sum(map(len, kept)) / sum(map(len, article.lines)), len(said) / len(shown)
