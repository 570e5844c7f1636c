"""Articles out of pages in ten layouts: what is kept of them, what is let in of their surroundings."""

from __future__ import annotations

import pytest

from documents import web
from documents.model import Problem, RefusedError
from reports import read_report
from tests.documents.articles import ARTICLES, NEWS, NOTICE
from tests.documents.portals import COMMENTS, LAYOUTS, OTHERS, page, shares

MOST_LET_IN = 0.07
"""Days, authors and captions that stand in the text, on a page with few surroundings."""
STATES_ITS_DAY = {"provincial", "newspaper", "wordpress", "broken-lines", "portlets", "nukeviet"}


@pytest.mark.parametrize("name", ARTICLES)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_all_of_an_article_is_kept_and_hardly_anything_around_it(layout: str, name: str) -> None:
    article = ARTICLES[name]
    text = web.read(page(layout, article)).text
    kept, let_in = shares(text, layout, article)

    assert kept == 1
    assert let_in < MOST_LET_IN
    assert not [words for words in (*OTHERS, *COMMENTS) if words in text]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_an_article_begins_with_its_headline_and_the_day_it_was_published(layout: str) -> None:
    lines = web.read(page(layout, NEWS)).text.split("\n")

    assert lines[0] == NEWS.headline
    assert "06/10/2026 14:05" in "\n".join(lines[1:4])


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_day_of_publication_is_only_told_where_the_page_states_it(layout: str) -> None:
    stated = web.read(page(layout, NEWS)).published

    assert stated == (NEWS.day if layout in STATES_ITS_DAY else None)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_report_is_read_out_of_any_page(layout: str) -> None:
    news = read_report(web.read(page(layout, NEWS)).text)
    notice = read_report(web.read(page(layout, NOTICE)).text)

    assert news.title is not None
    assert news.title.text == NEWS.headline
    assert news.held_on is not None
    assert news.held_on.day.isoformat() == "2026-10-05"
    assert len(news.limitations) == 3
    assert sum(task.deadline is not None for task in news.tasks) == 2
    assert "Thu ngân sách" in {target.name.text for target in notice.targets}


@pytest.mark.parametrize(
    ("layout", "problem"), [("no-article", Problem.NO_ARTICLE), ("login", Problem.LOGIN)]
)
def test_a_page_without_an_article_is_refused(layout: str, problem: Problem) -> None:
    with pytest.raises(RefusedError) as refused:
        web.read(page(layout, NEWS))

    assert refused.value.refusal.problem is problem


def test_a_page_that_asks_for_a_password_and_nothing_else_is_there_to_log_in() -> None:
    form = "<form><p>Đăng nhập</p><input type=password></form>"
    with pytest.raises(RefusedError) as refused:
        web.read(f"<!DOCTYPE html><html><meta charset=utf-8><body>{form}</body></html>".encode())

    assert refused.value.refusal.problem is Problem.LOGIN


def test_a_document_that_has_a_field_for_a_password_is_read() -> None:
    body = f"<p>{'</p><p>'.join(NEWS.lines)}</p><input type=password>"

    assert web.read(f"<!DOCTYPE html><meta charset=utf-8>{body}".encode()).text.startswith(NEWS.headline)
