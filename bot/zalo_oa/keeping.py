"""Keep replies to be sent: their choices as buttons, many of them numbered; their files beside them."""

from __future__ import annotations

from dataclasses import replace

from bot.handing import told
from bot.keeping import Keeping, To, Written
from bot.numbering import numbered
from bot.parts import parts_of
from bot.zalo_oa import PLATFORM
from bot.zalo_oa.messages import LONGEST_TITLE, Payload
from handlers.chat import Attachment, Choice, Reply
from handlers.posting import Replies
from handlers.richtext import RichText, join, shorten
from storage import buttons
from storage.db import Session

MOST_BUTTONS = 5
MOST_OF_A_PICTURE = 1 << 20
MOST_OF_A_FILE = 5 << 20
PICTURES = (b"\x89PNG", b"\xff\xd8\xff")
FILES = (".pdf", ".doc", ".docx", ".csv")
"""Kinds that are taken; .csv is known from memory alone."""
Out = tuple[Payload, bytes]


class OaKeeping(Keeping):
    """Writes replies for an account. Without `publish` a file that Zalo does not take is told of."""

    async def _write(self, session: Session, replies: Replies, to: To, push: bool, /) -> Written:
        told_of = [await self._with_words(session, reply) for reply in replies]
        texts, actions = numbered(map(_many, told_of), "\n")
        outs: list[Out] = []
        for text, reply in zip(texts, replies, strict=True):
            offered = await self._buttons(session, to, reply)
            outs += _texts(text, push, offered) + _files(reply, push)
        return Written([(payload.dump(), data) for payload, data in outs], actions)

    async def _with_words(self, session: Session, reply: Reply) -> Reply:
        """Tell of the files that cannot be sent, below the text."""
        rest = [file for file in reply.files if not is_taken(file)]
        sentences = await told(session, rest, self._service.texts_at(PLATFORM), self._publish)
        return replace(reply, text=join([reply.text, *sentences], "\n\n"))

    async def _buttons(self, session: Session, to: To, reply: Reply) -> tuple[tuple[str, str], ...]:
        """Write a reply's choices as buttons, none where they are too many."""
        now, offered = self._service.clock(), list[tuple[str, str]]()
        for choice in choices_of(reply) if len(choices_of(reply)) <= MOST_BUTTONS else ():
            token = await buttons.offer(session, PLATFORM, to.chat, to.owner, choice.action, at=now)
            offered.append((shorten(choice.label, LONGEST_TITLE), f"#{token}"))
        return tuple(offered)


def choices_of(reply: Reply) -> list[Choice]:
    """Give a reply's choices in a row."""
    return [choice for row in reply.choices for choice in row]


def is_taken(file: Attachment) -> bool:
    """Tell whether Zalo takes a file: by its kind and size."""
    if file.picture:
        return len(file.data) <= MOST_OF_A_PICTURE and file.data.startswith(PICTURES)
    return file.name.lower().endswith(FILES) and 0 < len(file.data) <= MOST_OF_A_FILE


def _many(reply: Reply) -> Reply:
    """Leave only choices that are too many for buttons: they are numbered."""
    return reply if len(choices_of(reply)) > MOST_BUTTONS else replace(reply, choices=())


def _texts(text: RichText, push: bool, offered: tuple[tuple[str, str], ...]) -> list[Out]:
    """Cut a text into messages, the buttons under the last."""
    parts = [part.text for part in parts_of(text)]
    return [
        (Payload(part, push, offered if number == len(parts) else ()), b"")
        for number, part in enumerate(parts, 1)
    ]


def _files(reply: Reply, push: bool) -> list[Out]:
    return [
        (Payload("", push, file=file.name, picture=file.picture), file.data)
        for file in reply.files
        if is_taken(file)
    ]
