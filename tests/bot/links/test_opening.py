"""From an address to its text: the article of a page, a file, or why there is none."""

from __future__ import annotations

import asyncio
from datetime import date

import pytest

from bot.links.opening import AT_ONCE, FEWEST_CHARACTERS, LinkOpener
from tests.bot.links.sites import Asked, fetcher, http, redirect, serving
from tests.bot.telegram.running import without_ocr
from tests.documents.articles import NEWS
from tests.documents.making import FILES
from tests.documents.portals import page


async def test_the_article_of_a_page_is_its_text_with_the_day_it_states() -> None:
    async with serving(http(page("newspaper", NEWS))) as site:
        file = await LinkOpener(without_ocr(), fetcher(site)).open(site.url("/so-ket.html"))

    assert file.problem is None
    assert file.text.startswith(NEWS.headline)
    assert file.published == date(2026, 10, 6)
    assert file.address == site.url("/so-ket.html")


async def test_the_address_is_the_one_that_redirects_led_to() -> None:
    async def answer(asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(http(page("commune", NEWS)) if asked.path == "/tin/7" else redirect("/tin/7"))

    async with serving(answer) as site:
        file = await LinkOpener(without_ocr(), fetcher(site)).open(site.url("/s/x"))

    assert file.address == site.url("/tin/7")
    assert file.text.startswith(NEWS.headline)


@pytest.mark.parametrize("kind", ["application/pdf", "application/octet-stream"])
async def test_a_linked_file_is_opened_like_one_that_was_sent(kind: str) -> None:
    data = (FILES / "thong-bao.pdf").read_bytes()
    async with serving(http(data, Content_Type=kind)) as site:
        file = await LinkOpener(without_ocr(), fetcher(site)).open(site.url("/tep/57-TB.pdf"))

    assert "Phòng Kinh tế rà soát" in file.text
    assert file.name == "57-TB.pdf"


async def test_a_page_that_lies_about_its_letters_is_read_by_what_it_is() -> None:
    async with serving(http(page("newspaper", NEWS), Content_Type="text/html; charset=iso-8859-1")) as site:
        file = await LinkOpener(without_ocr(), fetcher(site)).open(site.url())

    assert file.text.startswith(NEWS.headline)


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        (http(page("scripted", NEWS)), "link_empty"),
        (http(""), "link_empty"),
        (http("<p>Đang tải trang</p>"), "link_empty"),
        (http(page("login", NEWS)), "login"),
        (http(page("no-article", NEWS)), "no_article"),
        (http(b"\x89PNG\r\n\x1a\n", Content_Type="application/octet-stream"), "picture"),
        (http(b"PK\x03\x04", Content_Type="application/octet-stream"), "damaged"),
        (http(status="404 Not Found"), "link_not_found"),
    ],
)
async def test_what_cannot_be_read_is_told_with_its_address(answer: bytes, problem: str) -> None:
    async with serving(answer) as site:
        file = await LinkOpener(without_ocr(), fetcher(site)).open(site.url("/tin"))

    assert (file.problem, file.name, file.address) == (problem, site.url("/tin"), site.url("/tin"))


async def test_a_short_text_file_is_no_page_that_waits_for_a_browser() -> None:
    words = "Hội nghị giao ban"
    async with serving(http(words, Content_Type="text/plain; charset=utf-8")) as site:
        file = await LinkOpener(without_ocr(), fetcher(site)).open(site.url("/a.txt"))

    assert len(words) < FEWEST_CHARACTERS
    assert file.text.strip() == words


async def test_no_more_than_a_few_links_are_open_at_once() -> None:
    inside, most, may_go_on = 0, 0, asyncio.Event()

    async def answer(asked: Asked, writer: asyncio.StreamWriter) -> None:
        nonlocal inside, most
        inside += 1
        most = max(most, inside)
        await may_go_on.wait()
        inside -= 1
        writer.write(http(status="404 Not Found"))

    async with serving(answer) as site:
        opener = LinkOpener(without_ocr(), fetcher(site))
        async with asyncio.TaskGroup() as group:
            for at in range(10):
                group.create_task(opener.open(site.url(f"/{at}")))
            while inside < AT_ONCE:  # noqa: ASYNC110 the servers are in this loop
                await asyncio.sleep(0.01)
            await asyncio.sleep(0.1)
            may_go_on.set()

    assert most == AT_ONCE
    assert len(site.asked) == 10
