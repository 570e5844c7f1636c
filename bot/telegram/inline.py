"""Inline mode: `@bot nhiệm vụ bhyt` in any chat offers what the asker may see, to be shared there."""

from __future__ import annotations

import hashlib
from datetime import datetime

from telegram import InlineQuery, InlineQueryResultArticle, InputTextMessageContent
from telegram.constants import InlineQueryLimit, MessageLimit

from bot.telegram import PLATFORM
from bot.telegram.messages import entities
from handlers.chat import Place, Reply, Request, Sender
from handlers.posting import Replies
from handlers.richtext import cut, shorten

START = "inline"
"""What `/start` is given where somebody comes from an empty list."""
TITLE_SHOWN, DESCRIPTION_SHOWN = 60, 120
LIMIT = int(MessageLimit.MAX_TEXT_LENGTH)


def inline_request(query: InlineQuery, now: datetime) -> Request:
    """Turn an inline query into a question that the asker puts to the bot alone, wherever they type."""
    asker = query.from_user
    return Request(
        place=Place(PLATFORM, str(asker.id)),
        sender=Sender(PLATFORM, str(asker.id), asker.full_name),
        time=now,
        text=query.query,
        addressed=True,
    )


def articles(given: Replies) -> list[InlineQueryResultArticle]:
    """Offer replies to be shared, each as the message that it would be; a longer one is cut."""
    return [_article(reply) for reply in given][: InlineQueryLimit.RESULTS]


def _article(reply: Reply) -> InlineQueryResultArticle:
    text = cut(reply.text, LIMIT)[0]
    title, _, rest = text.text.partition("\n")
    return InlineQueryResultArticle(
        hashlib.sha256(text.text.encode()).hexdigest()[:32],
        shorten(title, TITLE_SHOWN),
        InputTextMessageContent(text.text, entities=entities(text)),
        description=shorten(" ".join(rest.split()), DESCRIPTION_SHOWN),
    )
