"""The day on which a page says that it was published.

Only named places count: meta tags, JSON-LD, microdata, the `time` beside the headline. Libraries that find
dates guess where a page states none (the day in its head, other news, the copyright): here that is None.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from itertools import islice
from typing import Any

from .blocks import Node

_HERE = timezone(
    timedelta(hours=7)
)  # whose pages are read; a moment told in another zone may be the day before
OLDEST = 1995
_META = {
    "article:published_time", "article.published", "citation_publication_date", "date.issued",
    "datepublished", "dc.date.issued", "dc.date.published", "dcterms.issued", "og:article:published_time",
    "og:published_time", "parsely-pub-date", "pubdate", "publish-date", "publish_date", "published_date",
    "publishdate", "published_time",
}  # fmt: skip
_META_NAMES = ("property", "name", "itemprop", "http-equiv")
_ARTICLE_KINDS = re.compile(r"article|posting|report|webpage", re.IGNORECASE)
_MARKED = re.compile(r"\b(?:entry-date|post-date|published|publish-date|dt-published)\b", re.IGNORECASE)
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)")
_YEAR_FIRST = re.compile(r"\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)")
LONGEST = 64
DEEPEST = 6
NEAR = 3
"""So many levels above the headline its `time` may stand."""


def published_on(root: Node) -> date | None:
    """Read the day of publication, None where the page states none in so many words."""
    for places in (_in_meta, _in_json, _in_microdata, _at_headline, _marked):
        days = {day for written in places(root) if (day := read_day(written))}
        if len(days) == 1:
            return days.pop()
        if days:
            return None  # what a page says twice, and not alike, it does not say
    return None


def read_day(written: str) -> date | None:
    """Read a moment as ISO 8601 writes it, or a day as Vietnamese pages do: 06/10/2026."""
    text = written.strip()[:LONGEST]
    try:
        day = _in_zone(text) or _as_written(text)
    except (ValueError, OverflowError):
        return None  # no such day
    return day if day and day.year >= OLDEST else None  # 01/01/1970 is what programs print for "no date"


def _in_zone(text: str) -> date | None:
    """Read a moment that tells its zone: the day it was here."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment.astimezone(_HERE).date() if moment.tzinfo else None


def _as_written(text: str) -> date | None:
    if match := _YEAR_FIRST.match(text):
        return date(*map(int, match.groups()))
    match = _DAY_FIRST.search(text)
    return date(*map(int, reversed(match.groups()))) if match else None


def _in_meta(root: Node) -> Iterator[str]:
    for meta in root.iter("meta"):
        names = {(meta.get(name) or "").strip().lower() for name in _META_NAMES}
        if names & _META:
            yield meta.get("content") or ""


def _in_json(root: Node) -> Iterator[str]:
    for script in root.xpath("//script[@type='application/ld+json']"):
        try:
            told = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        yield from _of_articles(told, DEEPEST)


def _of_articles(told: Any, deep: int) -> Iterator[str]:
    """Look through JSON-LD for what is an article; what it refers to may be other things with days."""
    if isinstance(told, list) and deep:
        for part in told:
            yield from _of_articles(part, deep - 1)
    elif isinstance(told, dict) and deep:
        if _ARTICLE_KINDS.search(str(told.get("@type"))) and isinstance(told.get("datePublished"), str):
            yield told["datePublished"]
        for name in ("@graph", "mainEntity"):
            yield from _of_articles(told.get(name), deep - 1)


def _in_microdata(root: Node) -> Iterator[str]:
    for node in root.xpath("//*[@itemprop='datePublished']"):
        yield node.get("content") or node.get("datetime") or node.text_content()


def _at_headline(root: Node) -> Iterator[str]:
    """Give the times that stand nearest around the one headline."""
    headlines = list(root.iter("h1"))
    if len(headlines) != 1:
        return
    for around in islice(headlines[0].iterancestors(), NEAR):
        if times := list(around.iter("time")):
            yield from (time.get("datetime") or time.text_content() for time in times)
            return


def _marked(root: Node) -> Iterator[str]:
    for time in root.iter("time"):
        if time.get("pubdate") is not None or _MARKED.search(time.get("class") or ""):
            yield time.get("datetime") or time.text_content()
