"""The day of publication: what a page states, and never a guess."""

from __future__ import annotations

from datetime import date

import pytest
from lxml import html

from documents.model import Document
from documents.opening import Opener
from documents.published import published_on, read_day
from tests.documents.articles import NEWS
from tests.documents.portals import page

DAY = date(2026, 10, 6)
OTHER = "<meta property='article:published_time' content='2020-01-02'>"


def json_ld(told: str) -> str:
    return f'<script type="application/ld+json">{told}</script>'


STATED = [
    '<meta property="article:published_time" content="2026-10-06T08:00:00+07:00">',
    '<meta property="article:published_time" content="2026-10-05T23:30:00Z">',  # it was the sixth here
    '<meta name="pubdate" content="06/10/2026">',
    '<meta name="DC.Date.Issued" content="2026-10-06">',
    '<meta itemprop="datePublished" content="20261006">',
    '<meta name="pubdate" content="06-10-2026 14:05"><meta name="date.issued" content="2026-10-06">',
    json_ld('{"@type": "NewsArticle", "datePublished": "2026-10-06T08:00:00.000+0700"}'),
    json_ld('[{"@type": "WebSite", "datePublished": "2001-01-01"}, {"@type": ["Article", "Thing"], '
            '"datePublished": "2026-10-06"}]'),
    json_ld('{"@graph": [{"@type": "WebPage", "mainEntity": {"@type": "BlogPosting", '
            '"datePublished": "2026-10-06"}}]}'),
    json_ld("{broken") + '<span itemprop="datePublished">06/10/2026</span>',
    '<time itemprop="datePublished" datetime="2026-10-06">hôm qua</time>',
    "<div><h1>Tin</h1><p><time datetime=2026-10-06>x</time></p></div><time datetime=2020-01-02>x</time>",
    "<div><h1>Tin</h1></div><time>14:05 06/10/2026</time>",
    "<time class='entry-date published' datetime=2026-10-06>x</time><time datetime=2020-01-02>x</time>",
    "<h2>Tin</h2><time pubdate datetime=2026-10-06>x</time>",
]  # fmt: skip
NOT_STATED = [
    "<p>Ngày 06/10/2026, họp giao ban</p>",
    "<div class=date>Hôm nay: Thứ Ba, 24/11/2026</div><footer>© 2019</footer>",
    '<meta property="article:modified_time" content="2026-10-06">',
    json_ld('{"@type": "NewsArticle", "dateModified": "2026-10-06", "dateCreated": "2026-10-06"}'),
    json_ld('{"@type": "Event", "startDate": "2026-10-06", "datePublished": "2026-10-06"}'),
    json_ld('{"@type": "NewsArticle", "datePublished": 20261006}'),
    json_ld("[" * 100_000),
    json_ld("[[[[[[[[" + '{"@type": "Article", "datePublished": "2026-10-06"}' + "]]]]]]]]"),
    '<meta name="pubdate" content="2026-10-06">' + OTHER,
    '<meta name="pubdate" content="31/02/2026">',
    '<meta name="pubdate" content="2026-13-40">',
    '<meta name="pubdate" content="0001-01-01T00:00:00+23:00">',
    '<meta name="pubdate" content="1970-01-01T00:00:00Z">',
    '<meta name="pubdate" content="hôm qua"><meta name="pubdate">',
    "<h1>Tin</h1><h1>Tin khác</h1><time datetime=2026-10-06>x</time>",
    "<div><h1>Tin</h1><time datetime=2026-10-06>x</time><time datetime=2026-10-05>x</time></div>",
    "<h2>Tin</h2><time datetime=2026-10-06>x</time>",
    "<img src='/2026/10/06/a.jpg'><link rel=canonical href='https://x.vn/2026/10/06/tin'>",
]


def stated(body: str) -> date | None:
    return published_on(html.document_fromstring(f"<html><body>{body}</body></html>"))


@pytest.mark.parametrize("body", STATED)
def test_a_page_states_its_day(body: str) -> None:
    assert stated(body) == DAY


@pytest.mark.parametrize("body", NOT_STATED, ids=[body[:60] for body in NOT_STATED])
def test_a_page_that_states_none_has_none(body: str) -> None:
    assert stated(body) is None


def test_days_are_read_as_vietnamese_pages_write_them() -> None:
    assert read_day("05/10/2026") == date(2026, 10, 5)
    assert read_day("Thứ ba - 06/10/2026 14:05") == DAY
    assert read_day("112345") is None


async def test_the_day_comes_out_of_the_process_that_opens_files() -> None:
    opened = await Opener(ocr=False, characters=10_000).open(page("wordpress", NEWS), "tin.html")

    assert isinstance(opened, Document)
    assert opened.published == NEWS.day
