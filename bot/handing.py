"""Hand out files in chats that take none, or not such: by links, else with a word."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from handlers.chat import Attachment
from handlers.texts import Texts
from storage.db import Session

Publish = Callable[[Session, Attachment], Awaitable[str]]
"""Puts a file behind a public address, and gives that."""


async def told(
    session: Session, files: Sequence[Attachment], texts: Texts, publish: Publish | None
) -> list[str]:
    """Name files by their links, in a sentence each; without `publish` tell that they cannot be had here.

    Of a picture nothing is told then: what it shows stands in words beside it.
    """
    if publish is None:
        names = ", ".join(file.name for file in files if not file.picture)
        return [texts("file.out_not_here", names=names)] if names else []
    links = [(file.name, await publish(session, file)) for file in files]
    return [texts("file.out_linked", name=name, address=address) for name, address in links]
