"""Play a dialog: real SQLite, the real service, a clock that moves with the dialog."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from bot.console import shown, unstyled
from bot.housekeeping import Housekeeping
from bot.links.opening import LinkOpener
from bot.numbering import numbered
from bot.reading import open_file
from bot.service import Service
from bot.settings import Settings
from bot.zalo.updates import read_message, request_of
from documents.opening import Opener
from handlers.chat import Answered, Choice, Place, Reply, Request, Sender
from handlers.context import MAX_REPORT_CHARS, Program
from handlers.posting import Replies
from reports import read_report
from storage import drafts, people, reports
from storage.db import Session, open_database
from storage.drafts import Draft
from tests.dialogs.portal import portal_fetcher
from tests.dialogs.script import Dialog, Turn
from tests.documents.making import FILES
from tests.fake_telegram.splitting import LIMIT, split_like_a_client

START = datetime(2026, 10, 20, 8, 0, tzinfo=timezone(timedelta(hours=7)))
A_MOMENT = timedelta(seconds=1)
HERE = Path(__file__).parent
OPENER = Opener(ocr=False, characters=MAX_REPORT_CHARS)
LINKS = LinkOpener(OPENER, portal_fetcher())
SAMPLES = HERE.parent.parent / "handlers" / "samples"


def text_named(name: str) -> str:
    """Read a text to paste: one of the dialogs' own or a sample."""
    folder = HERE / "texts" if (HERE / "texts" / f"{name}.txt").exists() else SAMPLES
    return (folder / f"{name}.txt").read_text(encoding="utf-8")


def parts_of(text: str) -> list[str]:
    """Cut a text into messages as a Telegram client does."""
    return [text[start:end] for start, end in split_like_a_client(text)]


@dataclass
class Stage:
    """Where a dialog is played: its people and places, what they sent, what stands under the answers."""

    dialog: Dialog
    service: Service
    platform: str
    now: datetime = START
    position: int = 0
    offered: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    sent: dict[tuple[str, str], list[tuple[int, str]]] = field(default_factory=dict)
    shown: dict[str, list[tuple[int, Choice]]] = field(default_factory=dict)

    async def play(self, turn: Turn) -> list[str]:
        """Play a turn; gives the lines of its answer."""
        self.now += timedelta(seconds=turn.later) if turn.later else A_MOMENT
        given = await (self._wait() if turn.later else self._do(turn))
        return self._lines(given) or ["(silence)"]

    async def _do(self, turn: Turn) -> Replies:
        if turn.said is not None:
            arrives = turn.place is None or turn.said.startswith("/") or "@sohop" in turn.said
            return await self._send(turn, turn.said) if arrives or self.platform != "zalo" else ()
        does = turn.does or ""
        if match := re.fullmatch(r"pastes (\S+)(?: part (\d))?", does):
            return await self._paste(turn, parts_of(text_named(match[1])), match[2])
        if match := re.fullmatch(r"presses (.+)", does):
            return await self._press(turn, match[1])
        if match := re.fullmatch(r"edits (.+) -> (.*)", does):
            return await self._edit(turn, match[1], match[2])
        return await self._do_more(turn, does)

    async def _do_more(self, turn: Turn, does: str) -> Replies:
        """Send a file, or pass on what somebody else sent."""
        if match := re.fullmatch(r"sends (another )?(\S+|a photo)(?: saying (.+))?", does):
            return await self._attach(turn, match[2], match[3] or "", again=bool(match[1]))
        if match := re.fullmatch(r"(?:forwards|answers) (\S+) of (\d\d/\d\d/\d{4})(?: by (/.+))?", does):
            return await self._pass_on(turn, *match.groups())
        raise ValueError(f"nobody can do this: {turn.line}")

    async def _pass_on(self, turn: Turn, name: str, day: str, command: str | None) -> Replies:
        """Forward what somebody sent on a day, or answer it by a command."""
        first = datetime.strptime(day, "%d/%m/%Y").replace(hour=8, tzinfo=START.tzinfo)
        if command:
            return await self._answer(turn, name, first, command)
        return await self._paste(turn, parts_of(text_named(name)), None, first_sent_at=first)

    async def _answer(self, turn: Turn, name: str, first: datetime, command: str) -> Replies:
        """Answer what somebody sent here, a text or a file, by a command."""
        self.position += 1
        text, kind = ("", "document") if "." in name else (text_named(name), None)
        answered = Answered(self.position, text, first, kind)
        request = self._request(turn, text=command, answered=answered)
        if await self.service.takes_file(request):
            request = replace(request, file=await open_file(OPENER, _bytes_of(name), name))
        return await self._ask(request)

    async def _send(self, turn: Turn, text: str, **more: Any) -> Replies:
        request = self._request(turn, text=text, **more)
        self.sent.setdefault((turn.who, request.place.chat), []).append((request.position, text))
        return await self._ask(request)

    async def _paste(self, turn: Turn, parts: list[str], only: str | None, **more: Any) -> Replies:
        given: Replies = ()
        for part in [parts[int(only) - 1]] if only else parts:
            given += await self._send(turn, part, **more)
        return given

    async def _press(self, turn: Turn, label: str) -> Replies:
        chat = self._place(turn).chat
        if self.platform == "zalo" and (number := self._number(turn, label)):
            return await self._send(turn, number)
        if label.startswith('"'):
            return await self._ask(self._request(turn, pressed=label.strip('"'), pressed_on=1))
        under = [(message, c) for message, c in self.shown.get(chat, []) if c.label == label]
        if not under:
            raise ValueError(f"no button “{label}” is shown")
        message, choice = under[-1]
        return await self._ask(self._request(turn, pressed=choice.action, pressed_on=message))

    def _number(self, turn: Turn, label: str) -> str:
        """Find the number that stands before a label, where there are no buttons.

        What was offered longer ago has none any more; there the dialog goes on as if it could be pressed.
        """
        labels = self.offered.get((self._place(turn).chat, turn.who), [])
        return str(labels.index(label) + 1) if label in labels else ""

    async def _edit(self, turn: Turn, old: str, new: str) -> Replies:
        sent = self.sent[turn.who, self._place(turn).chat]
        at = next(n for n in reversed(range(len(sent))) if old in sent[n][1])
        position, text = sent[at]
        sent[at] = position, text.replace(old, new)
        return await self._ask(self._request(turn, text=sent[at][1], edited=True, position=position))

    async def _attach(self, turn: Turn, name: str, caption: str, *, again: bool) -> Replies:
        """Send a file as a platform does, which asks first whether to open it."""
        kind = "photo" if name == "a photo" else "document"
        if self.platform == "zalo" and turn.place:
            return ()  # in a group it reaches the bot only with its name beside it
        request = self._request(turn, caption, attachment=kind)
        if again:
            request = replace(request, edited=True, position=self.sent[turn.who, request.place.chat][-1][0])
        self.sent.setdefault((turn.who, request.place.chat), []).append((request.position, caption))
        if await self.service.takes_file(request):
            opened = await open_file(OPENER, _bytes_of(name), "Ảnh" if kind == "photo" else name)
            request = replace(request, file=opened)
        return await self._ask(request)

    async def _wait(self) -> Replies:
        """Let time pass: pauses end, and the house is kept."""
        return await self._settle() + await self._keep_house()

    async def _keep_house(self) -> Replies:
        words: list[Reply] = []

        async def tell(_: Session, __: Draft, reply: Reply) -> None:
            words.append(reply)

        await Housekeeping(self.service, self.platform, tell).keep()
        return tuple(words)

    async def _settle(self) -> Replies:
        """Let the pauses of all pastes end that have lasted long enough."""
        async with self.service.database.session() as session:
            waiting = await drafts.waiting(session, self.platform)
        given: Replies = ()
        for draft in waiting:
            if draft.settle_at and draft.settle_at <= self.now:
                place = Place(draft.platform, draft.chat, private=not draft.chat.startswith("-"))
                answered = await self.service.settle_draft(draft.id, _nothing_more, place)
                self._show(draft.chat, answered)
                given += answered
        return given

    async def _ask(self, request: Request) -> Replies:
        async def offer(session: Session, given: Replies) -> None:
            if given and self.platform == "zalo":
                place, owner = request.place, request.sender.identity
                actions = numbered(given, "\n")[1]
                await people.offer(session, place.platform, place.chat, owner, actions)
                labels = [choice.label for reply in given for row in reply.choices for choice in row]
                self.offered[place.chat, request.sender.name] = labels
            if given and self.platform == "console":
                actions = [choice.action for row in given[-1].choices for choice in row]
                place, owner = request.place, request.sender.identity
                await people.offer(session, place.platform, place.chat, owner, actions)

        if address := await self.service.address_in(request):
            request = replace(request, file=await LINKS.open(address))
        given = await self.service.respond(request, offer)
        self._show(request.place.chat, given)
        return given

    def _show(self, chat: str, given: Replies) -> None:
        for reply in given:
            self.position += 1
            check_buttons(reply)
            choices = [(self.position, choice) for row in reply.choices for choice in row]
            self.shown.setdefault(chat, []).extend(choices)

    def _request(self, turn: Turn, text: str = "", **more: Any) -> Request:
        self.position += 1
        place = self._place(turn)
        if self.platform == "zalo":
            return replace(self._request_on_zalo(turn, place, text), **more)
        request = Request(
            place=place,
            sender=Sender(self.platform, _id(list(self.dialog.listed("people")), turn.who), turn.who),
            time=self.now,
            text=re.sub(r"@sohop\b\s*", "", text),
            position=self.position,
            addressed=place.private or text.startswith("/") or "@sohop" in text,
            splits_at=None if self.platform == "console" else LIMIT,
        )
        return replace(request, **more)

    def _request_on_zalo(self, turn: Turn, place: Place, text: str) -> Request:
        """Write what is said as Zalo delivers it, and read that as the bot does."""
        person = _id(list(self.dialog.listed("people")), turn.who)
        update: dict[str, object] = {
            "event_name": "message.text.received",
            "message": {
                "message_id": str(self.position),
                "date": int(self.now.timestamp() * 1000),
                "from": {"id": person, "display_name": turn.who},
                "chat": {"id": place.chat, "chat_type": "PRIVATE" if place.private else "GROUP"},
                "text": text,
            },
        }
        message = read_message(update, self.now)
        assert message
        read = request_of(message, self.position, ["sohop"], self.now.tzinfo or UTC)
        return replace(read, splits_at=LIMIT)  # the dialogs' texts are cut as Telegram's clients do

    def _place(self, turn: Turn) -> Place:
        if turn.place is None:
            return Place(self.platform, _id(list(self.dialog.listed("people")), turn.who))
        return Place(self.platform, "-" + _id(list(self.dialog.listed("groups")), turn.place), private=False)

    def _lines(self, given: Replies) -> list[str]:
        if self.platform == "zalo":
            return "\n---\n".join(map(unstyled, numbered(given, "\n")[0])).splitlines()
        texts = [self._text(reply) for reply in given]
        return "\n---\n".join(texts).splitlines() if texts else []

    def _text(self, reply: Reply) -> str:
        """Write a reply as it is seen: numbered in a console, with rows of buttons in Telegram."""
        place = "(in place)\n" if reply.replaces else ""
        place += "".join(f"({'picture' if file.picture else 'file'} {file.name})\n" for file in reply.files)
        if self.platform == "console":
            return place + unstyled(shown(reply))
        rows = [" ".join(f"[{choice.label}]" for choice in row) for row in reply.choices]
        return place + "\n".join([unstyled(reply.text), *rows])


def _bytes_of(name: str) -> bytes:
    """Read a file to send: one of those of the tests of documents, or a text as a file."""
    file = FILES / ("trang-giay.png" if name == "a photo" else name)
    return file.read_bytes() if file.exists() else text_named(name.removesuffix(".txt")).encode()


def check_buttons(reply: Reply) -> None:
    """Fail where a button cannot be sent: Telegram takes 1 to 64 bytes, and a label."""
    for choice in (choice for row in reply.choices for choice in row):
        assert choice.label, choice
        assert 1 <= len(choice.action.encode()) <= 64, choice


async def _nothing_more(session: Session, given: Replies) -> None:
    """Keep nothing besides what the handlers keep."""


def _id(names: list[str], name: str) -> str:
    return str(101 + names.index(name))


@asynccontextmanager
async def open_stage(dialog: Dialog, folder: Path, platform: str = "") -> AsyncIterator[Stage]:
    """Set up a dialog's stage with an own database, on its own platform or another."""
    platform = platform or dialog.header.get("platform", "telegram")
    database = await open_database(folder / "sohop.db")
    try:
        program = Program("1.0", START - timedelta(hours=5))
        stage: Stage
        service = Service(database, _settings(dialog, platform), program, lambda: stage.now)
        stage = Stage(dialog, service, platform)
        async with database.session() as session:
            for text in map(read_report, stored_texts(dialog)):
                await reports.add(session, text, posted_by="console:test", at=START.astimezone(UTC))
        yield stage
    finally:
        await database.close()


def stored_texts(dialog: Dialog) -> Iterator[str]:
    """Read the texts that are stored at the start; "giao-ban x 9" is nine texts with a number in each."""
    for name in dialog.stored:
        file, _, times = name.partition(" x ")
        text = text_named(file)
        yield from (text.replace("{n}", str(n)) for n in range(1, int(times or 1) + 1))


def _settings(dialog: Dialog, platform: str) -> Settings:
    roles: dict[str, set[str]] = {"official": set(), "staff": set(), "admin": set(), "unknown": set()}
    for key, sign in (("people", ""), ("groups", "-")):
        listed = dialog.listed(key)
        for name, role in listed.items():
            roles[role].add(f"{platform}:{sign}{_id(list(listed), name)}")
    return Settings(
        _env_file=None,
        admins=frozenset(roles["admin"]),
        staff=frozenset(roles["staff"]),
        officials=frozenset(roles["official"]),
        language="en" if dialog.header.get("language") == "en" else "vi",
    )
