"""Pages from servers on this machine that are honest, broken or hostile."""

from __future__ import annotations

import asyncio
import gzip
import zlib

import pytest

from bot.links.fetching import Fetcher
from bot.links.problems import LinkError, Problem
from tests.bot.links.sites import (
    OTHER_HOST,
    Answer,
    Asked,
    Names,
    everywhere,
    fetcher,
    http,
    paths,
    redirect,
    serving,
)
from tests.fake_telegram.tls import client_context, server_context

PAGE = "<p>Hội nghị sơ kết</p>".encode()
MEGABYTE = 1 << 20
SMALL = MEGABYTE // 2


async def problem(address: str, fetcher: Fetcher) -> Problem:
    """Tell why an address is not read."""
    with pytest.raises(LinkError) as refused:
        await fetcher.fetch(address)
    return refused.value.problem


async def test_a_page_is_fetched_under_its_own_name() -> None:
    async with serving(http(PAGE)) as site:
        fetched = await fetcher(site).fetch(site.url("/tin-tuc/so-ket.aspx?id=7#binh-luan"))
        [asked] = site.asked

    assert fetched.data == PAGE
    assert fetched.name == "so-ket.aspx.html"
    assert fetched.address == site.url("/tin-tuc/so-ket.aspx?id=7")
    assert asked.path == "/tin-tuc/so-ket.aspx?id=7"
    assert asked.headers["host"] == f"xa.example:{site.port}"
    assert "sohop" in asked.headers["user-agent"]
    assert not {"cookie", "authorization", "referer"} & set(asked.headers)


async def test_nothing_of_the_environment_leads_a_link_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    async with serving(http(PAGE)) as site, serving(http("của proxy")) as proxy:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.port}")
        fetched = await fetcher(site).fetch(site.url())

    assert fetched.data == PAGE
    assert proxy.asked == []


async def test_a_certificate_is_verified_for_the_name_and_not_for_the_number() -> None:
    async with serving(http(PAGE), tls=server_context()) as site:
        of_this_name = fetcher(site, tls=client_context())
        fetched = await of_this_name.fetch(site.url(name="localhost", scheme="https"))
        of_another = await problem(site.url(name="xa.example", scheme="https"), of_this_name)
        of_nobody = await problem(site.url(name="localhost", scheme="https"), fetcher(site))

    assert fetched.data == PAGE
    assert [of_another, of_nobody] == [Problem.TLS, Problem.TLS]


async def test_five_redirects_are_followed_and_no_sixth() -> None:
    table = {f"/{at}": redirect(f"/{at + 1}") for at in range(6)} | {"/6": http(PAGE)}
    async with serving(paths(table)) as site:
        fetched = await fetcher(site).fetch(site.url("/1"))
        too_many = await problem(site.url("/0"), fetcher(site))

    assert fetched.address == site.url("/6")
    assert too_many is Problem.REDIRECTS


async def test_a_loop_of_redirects_ends() -> None:
    async with serving(redirect("/")) as site:
        assert await problem(site.url(), fetcher(site)) is Problem.REDIRECTS
        assert len(site.asked) == 6


async def test_no_cookie_is_carried_to_the_next_request() -> None:
    table = {"/": http(status="302 Found", Location="/tin", Set_Cookie="phien=1; Path=/"), "/tin": http(PAGE)}
    async with serving(paths(table)) as site:
        await fetcher(site).fetch(site.url())

    assert [asked.headers.get("cookie") for asked in site.asked] == [None, None]


@pytest.mark.parametrize(
    ("to", "because"),
    [
        ("http://127.0.0.2:{port}/", Problem.PRIVATE),
        ("http://noi-bo.example:{port}/", Problem.PRIVATE),
        ("http://[::ffff:127.0.0.1]:{port}/", Problem.PRIVATE),
        ("http://169.254.169.254:{port}/latest/meta-data", Problem.PRIVATE),
        ("http://2130706434:{port}/", Problem.ADDRESS),
        ("http://an:ma@xa.example:{port}/", Problem.ADDRESS),
        ("http://xa.example:22/", Problem.PORT),
        ("file:///etc/passwd", Problem.ADDRESS),
        ("ftp://xa.example/", Problem.ADDRESS),
        ("http://khong-co.example:{port}/", Problem.UNKNOWN_HOST),
    ],
)
async def test_a_redirect_leads_nowhere_that_a_link_may_not(to: str, because: Problem) -> None:
    names = Names(
        {
            "xa.example": [["127.0.0.1"]],
            "noi-bo.example": [["127.0.0.2"]],
            **{number: [[number]] for number in ("127.0.0.2", "169.254.169.254", "::ffff:127.0.0.1")},
        }
    )

    async def answer(asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(redirect(to.format(port=site.port)))

    async with serving(answer) as site, serving(http("nội bộ"), OTHER_HOST, site.port) as inner:
        assert await problem(site.url(), fetcher(site, resolver=names)) is because
        assert len(site.asked) == 1
        assert inner.asked == []


async def test_a_name_is_looked_up_once_and_the_checked_address_is_connected_to() -> None:
    """The second look-up would lead to the other server, which the first check never saw."""
    names = Names({"xa.example": [["127.0.0.1"], ["127.0.0.2"]]})
    async with serving(http(PAGE)) as site, serving(http("nội bộ"), OTHER_HOST, site.port) as inner:
        fetched = await fetcher(site, resolver=names).fetch(site.url())

    assert fetched.data == PAGE
    assert names.asked == ["xa.example"]
    assert inner.asked == []


async def test_a_name_that_changes_its_mind_between_redirects_is_checked_again() -> None:
    names = Names({"xa.example": [["127.0.0.1"], ["127.0.0.2"]]})
    async with serving(redirect("/tin")) as site, serving(http("nội bộ"), OTHER_HOST, site.port) as inner:
        assert await problem(site.url(), fetcher(site, resolver=names)) is Problem.PRIVATE

    assert inner.asked == []


async def test_one_private_address_of_a_name_is_one_too_many() -> None:
    async with serving(http(PAGE)) as site:
        mixed = fetcher(site, resolver=everywhere("127.0.0.1", "10.0.0.1"))
        assert await problem(site.url(), mixed) is Problem.PRIVATE

    assert site.asked == []


async def test_another_address_of_a_name_is_tried_where_the_first_does_not_answer() -> None:
    async with serving(http(PAGE)) as site, serving(b"", OTHER_HOST) as elsewhere:
        fetched = await fetcher(site, elsewhere, resolver=everywhere("127.0.0.2", "127.0.0.1")).fetch(
            site.url()
        )

    assert fetched.data == PAGE


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "[::1]", "10.1.2.3", "169.254.169.254", "[fd00:ec2::254]", "localhost"]
)
async def test_by_default_nothing_of_a_network_of_ones_own_is_reached(host: str) -> None:
    """The machine's own look-up, and the policy that nobody loosened."""
    assert await problem(f"http://{host}/", Fetcher()) is Problem.PRIVATE


@pytest.mark.parametrize(
    "address", ["http://0177.0.0.1/", "http://[::1/", "http://xa..example/", "http://%/"]
)
async def test_what_is_no_address_is_refused(address: str) -> None:
    assert await problem(address, Fetcher(resolver=Names({}))) in (Problem.ADDRESS, Problem.UNKNOWN_HOST)


@pytest.mark.parametrize(
    ("status", "because"),
    [
        ("404 Not Found", Problem.NOT_FOUND),
        ("410 Gone", Problem.NOT_FOUND),
        ("403 Forbidden", Problem.FORBIDDEN),
        ("401 Unauthorized", Problem.FORBIDDEN),
        ("500 Internal Server Error", Problem.FAILED),
        ("503 Service Unavailable", Problem.FAILED),
        ("304 Not Modified", Problem.FAILED),
    ],
)
async def test_a_status_is_told_apart(status: str, because: Problem) -> None:
    async with serving(http(PAGE, status)) as site:
        assert await problem(site.url(), fetcher(site)) is because


async def test_nobody_listening_is_told() -> None:
    async with serving(http()) as site:
        gone = site
    assert await problem(gone.url(), fetcher(gone)) is Problem.UNREACHABLE


async def stall_in_head(asked: Asked, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-")
    await asyncio.sleep(60)


async def stall_in_body(asked: Asked, writer: asyncio.StreamWriter) -> None:
    writer.write(http(PAGE, Content_Length="1000"))
    await asyncio.sleep(60)


async def drip(asked: Asked, writer: asyncio.StreamWriter) -> None:
    """Send a byte whenever one would give up."""
    writer.write(http(Content_Length="100000"))
    while True:
        writer.write(b"x")
        await writer.drain()
        await asyncio.sleep(0.02)


async def redirect_slowly(asked: Asked, writer: asyncio.StreamWriter) -> None:
    await asyncio.sleep(0.15)
    writer.write(redirect("/"))


@pytest.mark.parametrize("answer", [stall_in_head, stall_in_body, drip, redirect_slowly])
async def test_time_is_counted_for_the_whole_of_it(answer: Answer) -> None:
    async with serving(answer) as site, asyncio.timeout(20):
        assert await problem(site.url(), fetcher(site, seconds=0.4)) is Problem.TOO_SLOW


async def test_a_slow_look_up_is_counted_too() -> None:
    async def slow(host: str, port: int) -> list[str]:
        await asyncio.sleep(60)
        return []

    async with serving(http(PAGE)) as site:
        assert await problem(site.url(), fetcher(site, resolver=slow, seconds=0.2)) is Problem.TOO_SLOW


def _deflated(data: bytes) -> bytes:
    """Pack without a head, as some servers do."""
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", gzip.compress(PAGE)),
        ("deflate", zlib.compress(PAGE)),
        ("deflate", _deflated(PAGE)),
        ("identity", PAGE),
    ],
    ids=["gzip", "deflate", "deflate without a head", "identity"],
)
async def test_packed_pages_are_unpacked(encoding: str, body: bytes) -> None:
    async with serving(http(body, Content_Encoding=encoding)) as site:
        assert (await fetcher(site).fetch(site.url())).data == PAGE


@pytest.mark.parametrize(
    "answer",
    [
        http(b"x" * (SMALL + 1)),
        http(Content_Length=str(6 * MEGABYTE)),
        http(b"x" * (SMALL + 1), length=False),
        http(gzip.compress(b"\0" * (64 * MEGABYTE)), Content_Encoding="gzip"),
        http(zlib.compress(b"\0" * (64 * MEGABYTE)), Content_Encoding="deflate"),
    ],
    ids=["by its length", "by its word", "without a length", "gzip bomb", "deflate bomb"],
)
async def test_what_is_too_large_is_refused(answer: bytes) -> None:
    async with serving(answer) as site:
        assert await problem(site.url(), fetcher(site, size=SMALL)) is Problem.TOO_LARGE


@pytest.mark.parametrize(
    "answer",
    [
        http(PAGE, Content_Length="1000"),
        http(gzip.compress(PAGE)[:-4], Content_Encoding="gzip"),
        http(PAGE, Content_Encoding="gzip"),
        http(PAGE, Content_Encoding="br"),
        http(PAGE, X_Long="x" * 200_000),
        b"SSH-2.0-OpenSSH_9.2\r\n\r\n",
        b"",
        http(status="302 Found", Location="http://[::1/"),
    ],
    ids=[
        "shorter than told",
        "cut",
        "not packed",
        "unasked",
        "huge head",
        "no http",
        "nothing",
        "to nowhere",
    ],
)
async def test_an_answer_that_is_none_is_told(answer: bytes) -> None:
    async with serving(answer) as site:
        assert await problem(site.url(), fetcher(site)) is Problem.BROKEN


async def test_an_answer_longer_than_it_said_is_cut_there() -> None:
    async with serving(http(PAGE + b"x" * 100, Content_Length=str(len(PAGE)))) as site:
        assert (await fetcher(site).fetch(site.url())).data == PAGE


@pytest.mark.parametrize("kind", ["image/png", "video/mp4", "application/json", "application/zip"])
async def test_other_types_are_not_read(kind: str) -> None:
    async with serving(http(PAGE, Content_Type=kind)) as site:
        assert await problem(site.url(), fetcher(site)) is Problem.OTHER_TYPE


@pytest.mark.parametrize(
    ("path", "kind", "name"),
    [
        ("/tep/Th%C3%B4ng%20b%C3%A1o.pdf", "application/pdf", "Thông báo.pdf"),
        ("/tep/57.docx", "application/octet-stream", "57.docx"),
        ("/", "text/html", "xa.example.html"),
        ("/57.pdf", "text/html", "57.pdf.html"),
    ],
)
async def test_a_file_is_named_as_its_address_names_it(path: str, kind: str, name: str) -> None:
    async with serving(http(PAGE, Content_Type=kind)) as site:
        assert (await fetcher(site).fetch(site.url(path))).name == name
