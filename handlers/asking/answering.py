"""Answer questions in plain words with what the reports say, and nothing else."""

from __future__ import annotations

from dataclasses import replace

from handlers import pages, search
from handlers.asking import following, missing, smalltalk
from handlers.asking.answers import first_found, of_items
from handlers.asking.asked import Understood, only_words, understand
from handlers.asking.comparing import compared
from handlers.asking.finding import find
from handlers.asking.quoting import quoted
from handlers.asking.writing import action, listed
from handlers.chat import Reply, Request
from handlers.context import Arguments, Context
from handlers.errors import Mistake
from reports.folding import fingerprint
from storage import asked as kept
from storage import search as texts_with
from storage.itemkeys import Kind

MOST_ASKED = 45
"""Words of a question."""


SENTENCE = 5
"""So many different words are more than something to look for: "khoản thu nào chưa đạt tiến độ"."""


_KIND_WORDS = {
    Kind.TASK: "viec",
    Kind.TARGET: "chi tieu",
    Kind.MEETING: "bao cao",
    Kind.LIMITATION: "han che",
    Kind.CAUSE: "nguyen nhan",
}
"""How a question names what a command lists."""


async def answer(request: Request, context: Context, text: str) -> Reply:
    """Answer a message without a command."""
    if polite := smalltalk.answer(text, context.texts):
        return polite
    if len(text.split()) > MOST_ASKED:
        return await search.search_words(request, context, text)
    asked = await following.completed(request, context, await understand(context, text), first_found)
    if not asked.readings[0].given():
        return await missing.not_understood(context)
    if only_words(asked):
        topic = " ".join(asked.readings[0].topic)
        about = " ve " in f" {asked.words} " and topic  # "có báo cáo nào về rác không"
        return await _looked_for(request, context, asked, about or text)
    return await _given(request, context, asked)


async def _looked_for(request: Request, context: Context, asked: Understood, text: str) -> Reply:
    """Look for plain words; where they stand nowhere so, for the items that they are meant for.

    A half sentence is asked for first.
    """
    items_of = replace(asked, readings=of_items(asked))
    if len(set(text.split())) >= SENTENCE and await first_found(context, items_of):
        return await _given(request, context, items_of)
    there = await texts_with.find(context.session, fingerprint(text), limit=1)
    if there.total or not asked.readings[0].topic:
        await following.remember(request, context, asked)
        return await search.search_words(request, context, text)
    reply = await _given(request, context, items_of)
    if reply.nothing and not asked.chooses and not await missing.has_near(context, items_of.readings[0]):
        return await search.search_words(request, context, text)
    return reply


async def _given(request: Request, context: Context, asked: Understood) -> Reply:
    """Answer a question, and remember it where there was an answer."""
    reply = await give(context, asked, 1)
    if reply.asked or following.names_subject(asked):
        await following.remember(request, context, asked)
    return reply


async def asked_again(context: Context, text: str) -> Understood:
    """Understand the words of a button: `WORDS`, or `#NUMBER` of a long question."""
    if text.startswith("#"):
        found = await kept.words_of(context.session, int(text[1:])) if text[1:].isdecimal() else None
        if found is None:
            raise Mistake("error.old_button")
        text = found
    return await following.joined(context, text, first_found)


async def turn(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer a page of a question: `question PAGE WORDS`, or `question PAGE #NUMBER` of a long one."""
    page, _, text = arguments.partition(" ")
    asked = await asked_again(context, text)
    reply = await give(context, asked, pages.page_of([page], 0))
    if reply.asked and not context.whole:
        await following.remember(request, context, asked)
    return reply


async def filtered(request: Request, context: Context, text: str, kinds: tuple[Kind, ...]) -> Reply | None:
    """Answer a command with filters in words; None where nothing of it is known."""
    asked = await understand(context, text, kinds)
    reading = asked.readings[0]
    if (
        set(reading.given()) <= {"topic", "kinds"}
        and " " not in text
        and not (await find(context, reading)).total
    ):
        return None
    named = " ".join(_KIND_WORDS[kind] for kind in kinds)
    return await _given(request, context, replace(asked, typed=f"{named} {asked.typed}"))


async def give(context: Context, asked: Understood, page: int) -> Reply:
    """Answer a question as the first of its readings that finds anything."""
    if (reply := await compared(context, asked)) and not asked.opens:
        return replace(reply, asked=await action(context, asked.typed))
    if asked.readings[0].others and not asked.opens:
        return await missing.not_there(context, asked)
    answer = await first_found(context, asked)
    if answer and answer.sentences and not answer.found.total:
        reply = await quoted(context, asked, answer.reading, answer.sentences)
        return replace(reply, asked=await action(context, asked.typed))
    if answer:
        return await listed(context, asked, answer, page)
    return await missing.not_there(context, asked)
