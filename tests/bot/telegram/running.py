"""The whole bot against the fake server: in the loop of the test, or as a process of its own."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import httpx

from bot.links.opening import LinkOpener
from bot.pacing import Limits
from bot.patience import Patience
from bot.serving import open_service
from bot.settings import Settings
from bot.telegram.client import build_bot
from bot.telegram.messages import Payload, keep, payloads
from bot.telegram.runner import TelegramRunner
from bot.telegram.uploads import sendable
from documents.opening import Limits as OpenerLimits
from documents.opening import Opener
from handlers.chat import Reply, Request
from handlers.context import MAX_REPORT_CHARS
from handlers.richtext import RichText
from storage import inbox, outbox
from tests.bot import looking
from tests.bot.looking import Looking, stopping
from tests.fake_telegram import FakeTelegram, Message, Proxy
from tests.fake_telegram.entities import utf16_slice

ROOT = Path(__file__).parents[3]
LONG, WAITING = looking.LONG, looking.WAITING
SOON = 0.4
"""Seconds in which something that ought not to happen would have happened."""
QUICK = Patience(
    long_poll=1, answer=2, pool=1, grace=0.5, first_pause=0.05, longest_pause=0.2, tell_after=LONG
)
QUICKER = Limits(chat=(1, 0.02), everywhere=(1000, 1))
"""Telegram would not allow it; where a test is not about its limits, it saves a second for each answer."""

ADMIN, STAFF, OFFICIAL, STRANGER = 11, 12, 13, 14
COLLEAGUE = 15  # staff too
OTHERS = range(101, 161)  # officials too
GROUP = -500_500  # a group whose members may ask
ROLES = {
    "admins": frozenset({f"telegram:{ADMIN}"}),
    "staff": frozenset({f"telegram:{STAFF}", f"telegram:{COLLEAGUE}"}),
    "officials": frozenset(f"telegram:{number}" for number in (OFFICIAL, GROUP, *OTHERS)),
}

BLOCKED = "SELECT id FROM seen_user WHERE blocked_at IS NOT NULL"


def settings_for(fake: FakeTelegram, book: Path, **changed: Any) -> Settings:
    """Settings that nothing on this machine has a part in."""
    chosen = {
        "telegram_token": fake.token,
        "telegram_api_url": fake.url,
        "database_path": book,
        **ROLES,
        **changed,
    }
    return Settings(_env_file=None, **chosen)


def without_ocr(**limits: Any) -> Opener:
    """What opens files on a machine without tesseract."""
    return Opener(ocr=False, characters=MAX_REPORT_CHARS, limits=OpenerLimits(**limits))


@dataclass
class Running(Looking):
    """A bot that runs in the loop of the test."""

    fake: FakeTelegram
    runner: TelegramRunner
    stop: asyncio.Event
    task: asyncio.Task[None]

    async def keep(self, update: dict[str, Any]) -> None:
        """Store an update that was not handled yet."""
        async with self.service.context() as context:
            row = (str(update["update_id"]), json.dumps({"update": update}))
            await inbox.put(context.session, "telegram", [row], context.now)

    async def put_out(self, chat: int, text: str, at: datetime | None = None) -> None:
        """Store an answer that was not sent yet."""
        async with self.service.context() as context:
            payload = Payload(RichText(text)).dump()
            await outbox.put(context.session, "telegram", str(chat), [payload], at or context.now)

    async def put_out_reply(self, chat: int, reply: Reply, request: Request | None = None) -> None:
        """Store an answer with files that was not sent yet."""
        async with self.service.context() as context:
            messages = payloads(sendable(reply, context.texts), request)
            await keep(context.session, str(chat), messages, context.now)
        self.runner._outbox.wake()

    async def ended(self) -> None:
        """Wait for the end; raises what the bot ended with."""
        await asyncio.wait_for(asyncio.shield(self.task), LONG)


@asynccontextmanager
async def starting(
    fake: FakeTelegram,
    book: Path,
    *,
    socket: bool = True,
    patience: Patience = QUICK,
    limits: Limits = QUICKER,
    opener: Opener | None = None,
    links: LinkOpener | None = None,
    later: timedelta = timedelta(),
    **settings: Any,
) -> AsyncIterator[Running]:
    """Start a bot, so much later than it is, and stop it at the end unless it has ended."""
    transport = None if socket else httpx.ASGITransport(app=fake.app)
    chosen = settings_for(fake, book, **settings)
    async with open_service(chosen) as service:
        service.clock = lambda: datetime.now(chosen.zone) + later
        bot = build_bot(chosen, transport, patience, limits)
        runner = TelegramRunner(service, bot, opener or without_ocr(), patience, links)
        stop = asyncio.Event()
        task = asyncio.create_task(runner.run(stop))
        async with stopping(task, stop):
            yield Running(service, fake, runner, stop, task)


@asynccontextmanager
async def running(fake: FakeTelegram, book: Path, **more: Any) -> AsyncIterator[Running]:
    """Start a bot that polls; what it ends with is raised at the end."""
    polls = polls_of(fake)
    async with starting(fake, book, **more) as bot:
        await fake.wait_for(lambda: bot.task.done() or polls_of(fake) > polls, LONG, "the first poll")
        yield bot
    await bot.task


def polls_of(fake: FakeTelegram) -> int:
    return sum(call.method == "getUpdates" for call in fake.calls)


def calls_of(fake: FakeTelegram, *methods: str) -> list[dict[str, Any]]:
    """What the methods were called with."""
    return [call.params for call in fake.calls if call.method in methods]


def places(message: Message, kind: str) -> list[str]:
    """The words that a message shows in a style."""
    return [
        utf16_slice(message.text, e["offset"], e["length"]) for e in message.entities if e["type"] == kind
    ]


def texts(fake: FakeTelegram, chat: Any = None) -> list[str]:
    return [message.text for message in fake.messages(chat)]


class Process:
    """`sohop run` as people start it."""

    def __init__(self, fake: FakeTelegram, directory: Path, proxy: Proxy | None = None, **settings: str):
        self.fake = fake
        self.directory = directory
        self.log = directory / "log.txt"
        lists = {name.upper(): ",".join(sorted(ids)) for name, ids in ROLES.items()}
        self.environment = {
            "PATH": os.environ.get("PATH", ""),
            "PYTHONPATH": str(ROOT),
            "TELEGRAM_TOKEN": fake.token,
            "TELEGRAM_API_URL": fake.url,
            "DATABASE_PATH": str(directory / "sohop.db"),
            **lists,
            **settings,
        }
        if proxy:
            self.environment["PROXY_URL"] = proxy.http_url
        self._process: asyncio.subprocess.Process | None = None

    @property
    def words(self) -> str:
        """What it wrote to stderr so far, all its starts together."""
        return self.log.read_text(encoding="utf-8")

    async def start(self) -> None:
        """Start, where it has nothing to read settings from but its environment."""
        with self.log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "bot", "run"),
                env=self.environment,
                cwd=self.directory,
                stdin=asyncio.subprocess.DEVNULL,
                stderr=log,
            )

    async def ready(self) -> None:
        """Start and wait for the first poll."""
        polls = polls_of(self.fake)
        await self.start()
        await self.fake.wait_for(lambda: polls_of(self.fake) > polls, LONG, "the first poll of the process")

    async def end(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Send a signal and wait; returns the exit code."""
        assert self._process is not None
        if self._process.returncode is None:
            self._process.send_signal(number)
        return await self.ended()

    async def ended(self) -> int:
        """Wait for the end; returns the exit code."""
        assert self._process is not None
        return await asyncio.wait_for(self._process.wait(), LONG)


@asynccontextmanager
async def process(fake: FakeTelegram, directory: Path, **more: Any) -> AsyncIterator[Process]:
    """A process that is not left behind."""
    made = Process(fake, directory, **more)
    try:
        yield made
    finally:
        if made._process is not None and made._process.returncode is None:
            await made.end(signal.SIGKILL)
