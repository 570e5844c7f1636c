"""Chat in the terminal: the third platform, and the fastest way to try a change.

Without a terminal (`sohop chat < dialog.txt`) each line is printed behind "> " and then its answer.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from bot.housekeeping import Housekeeping
from bot.reading import build_opener, open_path
from bot.service import Service
from documents.opening import Opener
from handlers.chat import Attachment, Choice, File, Place, Reply, Request, Role, Sender
from handlers.posting import Replies
from handlers.richtext import RichText, Style, join
from storage import people
from storage.db import Session
from storage.drafts import Draft

if TYPE_CHECKING:
    from prompt_toolkit.formatted_text import FormattedText

    from bot.links.opening import LinkOpener

PLATFORM = "console"
LOCAL = Place(PLATFORM, "local")
_COLOURS = {
    Style.BOLD: "bold",
    Style.MARK: "bold reverse",
    Style.ITALIC: "ansigray italic",
    Style.CODE: "ansicyan",
    Style.QUOTE: "ansigray",
}
_POSTED = re.compile(r"\s*/(?:post|dang)\s+(\S.{0,1000}?)\s*", re.IGNORECASE)
_NAMES_A_FILE = re.compile(
    r"(?:file:|~?/|\.{1,2}/)\S.*|[^\s:]+\.(?:docx?|docm|pdf|txt|rtf|odt|xlsx?|pptx?|png|jpe?g)", re.IGNORECASE
)
"""What can only be meant as a file: an address on this machine, a path, one word with an ending."""
QUIT = ("/quit", "/exit", "/thoat")
EXPORTS = Path("exports")
"""Where files that are answered go: a folder of its own, where the person who talks is."""


class Console:
    """A conversation of the local person, who has every role unless it is narrowed."""

    def __init__(
        self,
        service: Service,
        role: Role = Role.ADMIN,
        links: LinkOpener | None = None,
        exports: Path = EXPORTS,
    ):
        self._service = service
        self._role = role
        self._exports = exports
        self._position = 0
        self._opener: Opener | None = None
        self._links = links

    async def answer(self, line: str) -> tuple[RichText, ...]:
        """Answer a line; choices are numbered below the answer, files written and named."""
        self._position += 1
        now = self._service.clock()
        request = Request(
            place=LOCAL,
            sender=Sender(PLATFORM, "local"),
            role=self._role,
            time=now,
            text=line,
            # a place in the chat that grows from one run to the next
            position=int(now.timestamp() * 1000) * 1000 + self._position % 1000,
        )
        given = await self._service.respond(await self._opened(request), self._offer, self._role)
        return tuple([shown(reply, await self._put_down(reply.files)) for reply in given])

    async def _put_down(self, files: tuple[Attachment, ...]) -> list[str]:
        """Write files into their folder; tells where each is, or that it could not be written."""
        texts, folder = self._service.texts, self._exports
        told: list[str] = []
        for file in files:
            try:
                path = await asyncio.to_thread(write_beside, folder, file)
                told.append(texts("file.out_written", path=path))
            except OSError:
                told.append(texts("file.out_not_written", name=file.name, folder=folder))
        return told

    async def _opened(self, request: Request) -> Request:
        """Open the file or the page that a line posts: `/post path/to/file`, an address."""
        if self._role >= Role.STAFF and (path := path_in(request.text)):
            file = await open_path(await self._opens(), path) if is_readable(path) else missing(path)
            return replace(request, attachment="document", file=file)
        if address := await self._service.address_in(request, self._role):
            return replace(request, file=await (await self._opens_links()).open(address))
        return request

    async def _opens(self) -> Opener:
        if self._opener is None:
            self._opener = await build_opener(self._service.settings)
        return self._opener

    async def _opens_links(self) -> LinkOpener:
        if self._links is None:
            from bot.links.opening import LinkOpener  # noqa: PLC0415 the console starts without a network

            self._links = LinkOpener(await self._opens())
        return self._links

    async def _offer(self, session: Session, replies: Replies) -> None:
        """Remember what the numbers of the last answer mean."""
        if replies:
            actions = [choice.action for choice in _numbered(replies[-1])]
            await people.offer(session, PLATFORM, LOCAL.chat, f"{PLATFORM}:local", actions)

    @property
    def hints(self) -> str:
        """Tell where the data are and how to leave."""
        return self._service.texts("console.hints", path=self._service.database.path)

    async def greeting(self) -> tuple[RichText, ...]:
        """Say how to begin."""
        return await self.answer("/start")


async def keep_house(service: Service) -> list[RichText]:
    """Do what is due at the start; gives the words about drafts that were dropped."""
    words: list[RichText] = []

    async def tell(_: Session, __: Draft, reply: Reply) -> None:
        words.append(reply.text)

    await Housekeeping(service, PLATFORM, tell).keep()
    return words


def path_in(line: str) -> Path | None:
    """Find the file that is named behind /post, there or not; None where what stands there is a text."""
    match = _POSTED.fullmatch(line)
    if match is None:
        return None
    named = match[1].strip("'\"")
    path = Path(named)
    with suppress(RuntimeError):  # no such home
        path = path.expanduser()
    return path if is_readable(path) or _NAMES_A_FILE.fullmatch(named) else None


def is_readable(path: Path) -> bool:
    """Tell whether there is a file here that may be read."""
    with suppress(OSError, ValueError):
        return path.is_file() and os.access(path, os.R_OK)
    return False


def missing(path: Path) -> File:
    """Tell of a file that it is not there."""
    return File(str(path), problem="not_there")


def _numbered(reply: Reply) -> list[Choice]:
    return [choice for row in reply.choices for choice in row]


def shown(reply: Reply, files: Sequence[str] = ()) -> RichText:
    """Write a reply, what is told of its files, and its choices numbered."""
    numbered = "   ".join(f"[{n}] {choice.label}" for n, choice in enumerate(_numbered(reply), 1))
    return join([reply.text, *files]) + (f"\n\n{numbered}" if numbered else "")


def write_beside(folder: Path, file: Attachment) -> Path:
    """Write a file beside those that are there, for this user alone; none is overwritten. Raises OSError."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    name = Path(Path(file.name).name)
    for number in count(1):
        path = folder / (f"{name.stem} ({number}){name.suffix}" if number > 1 else name)
        try:
            path.touch(mode=0o600, exist_ok=False)
        except FileExistsError:
            continue
        try:
            path.write_bytes(file.data)
        except OSError:  # a full disk leaves no half of a file
            path.unlink(missing_ok=True)
            raise
        return path
    raise AssertionError


async def chat(service: Service, role: Role) -> None:
    """Talk until the end of input."""
    console = Console(service, role)
    for text in await keep_house(service):
        print(unstyled(text), end="\n\n")  # noqa: T201 the console speaks so
    if sys.stdin.isatty():
        await talk(console)
    else:
        await _replay(console)


async def _replay(console: Console) -> None:
    """Answer a script line by line, without colours."""
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a real file here
    async for line in _lines():
        print(f"> {line}".rstrip())  # noqa: T201 the console speaks so
        for text in await console.answer(line):
            print(unstyled(text), end="\n\n")  # noqa: T201
        sys.stdout.flush()


def unstyled(rich: RichText) -> str:
    """Write without colours; only what was looked for is marked: «nước sạch»."""
    text, at = "", 0
    for place in sorted(rich.places, key=lambda p: p.start):
        if place.style is Style.MARK:
            text += f"{rich.text[at : place.start]}«{rich.text[place.start : place.end]}»"
            at = place.end
    return text + rich.text[at:]


async def _lines() -> AsyncIterator[str]:
    """Read standard input as UTF-8; what is no UTF-8 is shown as such, not refused."""
    while raw := await asyncio.to_thread(sys.stdin.buffer.readline):
        yield raw.decode("utf-8", errors="replace").rstrip("\r\n").removeprefix("\ufeff")


async def talk(console: Console) -> None:
    """Prompt at a terminal; a pasted text of many lines is one message."""
    from prompt_toolkit import PromptSession, print_formatted_text  # noqa: PLC0415 only at a terminal
    from prompt_toolkit.patch_stdout import patch_stdout  # noqa: PLC0415

    prompt: PromptSession[str] = PromptSession()
    for text in await console.greeting():
        print_formatted_text(coloured(text), end="\n\n")
    print_formatted_text(console.hints, end="\n\n")
    with patch_stdout():
        while True:
            try:
                line = await prompt.prompt_async("> ")
            except (EOFError, KeyboardInterrupt):
                return
            if line.strip().lower() in QUIT:
                return
            for text in await console.answer(line):
                print_formatted_text(coloured(text), end="\n\n")


def coloured(rich: RichText) -> FormattedText:
    """Turn styles into a terminal's colours."""
    from prompt_toolkit.formatted_text import FormattedText  # noqa: PLC0415 only at a terminal

    pieces: list[tuple[str, str]] = []
    at = 0
    for place in sorted(rich.places, key=lambda p: p.start):
        if place.start < at:
            continue
        pieces += [
            ("", rich.text[at : place.start]),
            (_COLOURS[place.style], rich.text[place.start : place.end]),
        ]
        at = place.end
    pieces.append(("", rich.text[at:]))
    return FormattedText([piece for piece in pieces if piece[1]])
