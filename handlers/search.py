"""Find words in all stored reports, with or without accents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from handlers import pages, show
from handlers.chat import Reply, Request, Role
from handlers.context import Arguments, Context
from handlers.errors import Mistake
from handlers.excerpts import excerpt
from handlers.reports import report_line, view
from handlers.richtext import RichText, bold, italic, join, shorten
from reports.folding import fingerprint
from storage import search
from storage.search import COUNTED_AT_MOST, Closeness, Hit, Hits

EACH = 4
MOST_WORDS = 20
_QUOTED = re.compile('["“”«»]([^"“”«»]+)["“”«»]')
ACTION_AT_MOST = 64
"""Bytes that a button can carry (Telegram's callback_data)."""


async def search_words(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer `/search WORDS`: reports that hold the words, the closest first, then the newest meeting."""
    return await _search(request, context, arguments, page=1)


async def search_page(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer a page button: `find WORDS PAGE`."""
    *words, page = arguments.split() or [""]
    return await _search(request, context, " ".join(words), page=pages.page_of([page], 0))


async def _search(request: Request, context: Context, given: str, page: int) -> Reply:
    phrases = [phrase for phrase in map(fingerprint, _QUOTED.findall(given)) if phrase]
    loose = fingerprint(_QUOTED.sub(" ", given))
    words = " ".join(filter(None, [*phrases, loose]))
    if not words:
        raise Mistake("error.no_words")
    if len(words.split()) > MOST_WORDS:
        posts = request.role >= Role.STAFF
        raise Mistake("error.many_words_or_post" if posts else "error.many_words", most=MOST_WORDS)
    shown = shorten(_QUOTED.sub(r"‘\1’", given), 80)
    hits = await search.find(context.session, loose, phrases=phrases, limit=EACH, offset=(page - 1) * EACH)
    if not hits.total:
        return Reply(RichText(context.texts("search.none", words=shown)))
    last = pages.pages(hits.total, EACH)
    if page > last:
        return await _search(request, context, given, last)
    blocks = list(_blocks(hits, words.split(), context))
    number = pages.number(page, last, context.texts)
    text = join([bold(_title(hits, shown, context)), *blocks, number, show.as_of(context)], "\n\n")
    asked = " ".join([*(f'"{phrase}"' for phrase in phrases), *([loose] if loose else [])])
    return Reply(text, _choices(hits, asked, page, last, context))


def _blocks(hits: Hits, words: list[str], context: Context) -> Iterator[RichText]:
    """Write the hits, those of each closeness under a line that tells it; a phrase needs none."""
    for closeness, group in groupby(hits.page, key=lambda hit: hit.closeness):
        blocks = [_hit(hit, words, context) for hit in group]
        if closeness is not Closeness.PHRASE:
            key = "search.also" if hits.closest is Closeness.PHRASE else "search.not_phrase"
            yield italic(context.texts(key, how=context.texts(f"search.{closeness}")))
        yield from blocks


def _hit(hit: Hit, words: list[str], context: Context) -> RichText:
    marked, others = excerpt(hit.source, words)
    elsewhere = context.texts("search.elsewhere", count=others) if others else ""
    return join([report_line(hit.line, context.texts), marked, elsewhere])


def _title(hits: Hits, words: str, context: Context) -> str:
    count = show.grouped(min(hits.total, COUNTED_AT_MOST))
    if hits.total > COUNTED_AT_MOST:
        count = context.texts("search.many", count=count)
    return context.texts("search.title", words=words, count=count)


def _choices(hits: Hits, words: str, page: int, last: int, context: Context) -> pages.Choices:
    """Open what was found; go to the next page where its button can carry the words."""
    opens = tuple(view(hit.line.id, context.texts) for hit in hits.page)
    turns = tuple(
        choice
        for choice in pages.page_choices(f"find {words}", page, last, context.texts)
        if len(choice.action.encode()) <= ACTION_AT_MOST
    )
    return tuple(row for row in (opens, turns) if row)
