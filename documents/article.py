"""Find the article of a page among menus, other news and comments.

An extractor tells where the text is; it leaves out headlines, days and numbers of lists, so the words are
taken from the page itself: from the headline to the last line of the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree, html

from .blocks import Block, Node, blocks, key_of

MOST_LINKED = 10
"""A document has at most one letter of so many in a link; menus are nothing but links."""
FEWEST_LETTERS = 200
"""The shortest report of a meeting that was seen on a portal has twice as many."""
WIDEST_GAP = 6
"""So many lines within an article may be unknown to the extractor."""
HEAD_LINES = 8
"""So many lines before an article's text hold its headline and when it was published."""
SHORTEST_HEADLINE = 15
_AROUND = {"aside", "footer", "header", "nav"}
# What portals call the text, and what stands beside it; the extractor knows the English words.
_TEXT_NAMES = re.compile(
    r"noi-?dung|chi-?tiet|bai-?viet|item-page|journal-content|rtestate|bodytext", re.IGNORECASE
)
_OTHER_NAMES = re.compile(
    r"lien-?quan|binh-?luan|y-?kien|tin-?khac|noi-?bat|xem-?nhieu|danh-?gia", re.IGNORECASE
)
_PARTS_OF_TITLE = re.compile(r"\s+[-–|]\s+")
_NO_PART = re.compile(
    r"""
    (?: bài\ viết\ liên\ quan | các\ tin\ (?:khác|liên\ quan) | (?:tin\ )?cùng\ chuyên\ mục | tin\ liên\ quan
      | (?:xem|đọc)\ thêm | chi\ tiết | chia\ sẻ | cỡ\ chữ | gửi\ (?:bài|email) | in\ (?:bài|trang)
      | (?:số\ )?lượt\ (?:đọc|truy\ cập|xem) | số\ lần\ (?:đọc|xem) )
    [\W\d]*
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Lines that portals set amid an article: tools, counters, headings of links."""


def has_surroundings(root: Node) -> bool:
    """Tell a page of a site, with menus and links around an article, from a document."""
    linked = sum(len(link.text_content()) for link in root.iter("a"))
    return linked * MOST_LINKED > len(root.text_content()) or next(root.iter(*_AROUND), None) is not None


def article(page: str, root: Node) -> list[str]:
    """Cut the article out of a page; nothing where there is none."""
    lines = list(blocks(root, around=False))
    places = _largest_run(lines, _found(page))
    if not places:
        return []
    start, end = _start(lines, places[0], places[-1], _headlines(root)), places[-1] + 1
    kept = [lines[start].text, *(line.text for line in lines[start + 1 : end] if not _is_no_part(line))]
    return kept if sum(len(key_of(line)) for line in kept) >= FEWEST_LETTERS else []


def _is_no_part(line: Block) -> bool:
    return line.linked or bool(_NO_PART.fullmatch(line.text))


def _found(page: str) -> set[str]:
    """List the lines that the extractor takes for the text."""
    from readability import Document  # noqa: PLC0415 most files are no pages, and it takes a while to import
    from readability.readability import Unparseable  # noqa: PLC0415

    reader = Document(page, positive_keywords=_TEXT_NAMES, negative_keywords=_OTHER_NAMES)
    try:
        text = html.fromstring(reader.summary())
    except (Unparseable, etree.ParserError):
        return set()
    return {key_of(block.text) for block in blocks(text)} - {""}


def _largest_run(lines: Sequence[Block], found: set[str]) -> list[int]:
    """Give the places of the found lines that stand together: one may be repeated elsewhere.

    A box of links amid the text parts nothing.
    """
    runs: list[list[int]] = [[]]
    gap = 0
    for at, line in enumerate(lines):
        if key_of(line.text) not in found:
            gap += not line.linked
            continue
        if gap > WIDEST_GAP:
            runs.append([])
        runs[-1].append(at)
        gap = 0
    return max(runs, key=lambda run: sum(len(key_of(lines[at].text)) for at in run))


def _start(lines: Sequence[Block], first: int, last: int, headlines: set[str]) -> int:
    """Find the line of the headline: a named one near the text, a heading, or what is stressed before it."""
    before = range(first, max(-1, first - HEAD_LINES - 1), -1)
    near = [*before, *range(first + 1, min(first + HEAD_LINES, last + 1))]
    named = [at for at in near if key_of(lines[at].text) in headlines]
    named += [at for at in before if lines[at].heading and len(key_of(lines[at].text)) >= SHORTEST_HEADLINE]
    if named:
        return int(named[0])
    start = first
    while start and first - start < HEAD_LINES and lines[start - 1].stressed and not lines[start - 1].linked:
        start -= 1
    return start


def _headlines(root: Node) -> set[str]:
    """List what the page calls its headline."""
    title = root.findtext(".//title") or ""
    names = [
        *(heading.text_content() for heading in root.iter("h1")),
        *root.xpath("//meta[@property='og:title']/@content"),
        title,
        *_PARTS_OF_TITLE.split(title),
    ]
    return {key for key in map(key_of, names) if len(key) >= SHORTEST_HEADLINE}
