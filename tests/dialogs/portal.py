"""The web that dialogs are played in: one portal, with an article in every layout."""

from __future__ import annotations

import ssl
from collections.abc import Sequence

import httpx

from bot.links.fetching import Fetcher
from tests.documents.articles import NEWS
from tests.documents.making import FILES
from tests.documents.portals import LAYOUTS, page

PUBLIC, INNER = "203.162.0.7", "10.0.0.7"


def portal_fetcher() -> Fetcher:
    """Build what fetches by the rules of the product from the portal, where names lead as they do here."""
    return Fetcher(resolver=_look_up, network=_network)


async def _look_up(host: str, port: int) -> Sequence[str]:
    names = {"xa.example": PUBLIC, "noi-bo.example": INNER, INNER: INNER}
    if host not in names:
        raise OSError(f"no such name: {host}")
    return [names[host]]


def _network(tls: ssl.SSLContext) -> httpx.AsyncBaseTransport:
    return httpx.MockTransport(_answer)


def _answer(request: httpx.Request) -> httpx.Response:
    """Answer as the portal does, which is asked by its number for its name."""
    assert request.url.host == PUBLIC
    assert request.headers["Host"] == "xa.example"
    name = request.url.path.removeprefix("/tin/")
    if name in (*LAYOUTS, "login", "scripted"):
        return _whole(page(name, NEWS), "text/html; charset=utf-8")
    if request.url.path == "/cu":
        return httpx.Response(301, headers={"Location": "/tin/newspaper"})
    if request.url.path == "/noi-bo":
        return httpx.Response(302, headers={"Location": f"http://{INNER}/"})
    if request.url.path == "/thong-bao.pdf":
        return _whole((FILES / "thong-bao.pdf").read_bytes(), "application/pdf")
    return httpx.Response(404)


def _whole(data: bytes, kind: str) -> httpx.Response:
    """Answer with a body that has still to be read, as from a network."""
    return httpx.Response(200, headers={"Content-Type": kind}, stream=httpx.ByteStream(data))
