"""The whole bot on Zalo against the fake server, in the loop of the test."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bot.linked import Linked
from bot.links.fetching import Fetcher
from bot.links.opening import LinkOpener
from bot.pacing import Limits
from bot.patience import Patience
from bot.serving import open_service
from bot.settings import Settings
from bot.zalo.client import build_bot
from bot.zalo.runner import ZaloRunner
from documents.opening import Opener
from handlers.context import MAX_REPORT_CHARS
from tests.bot import looking
from tests.bot.looking import Looking, fetcher_of, stopping
from tests.fake_zalo import FakeZalo

LONG = looking.LONG
QUICK = Patience(
    long_poll=1, idle=2, answer=1, pool=1, grace=0.5, first_pause=0.05, longest_pause=0.2, finish_within=2
)
QUICKER = Limits(chat=(1, 0.01), group=None, everywhere=(1000, 1))
ADMIN, STAFF, OFFICIAL = "a" * 20, "b" * 20, "c" * 20
GROUP = "d" * 20


def settings_for(fake: FakeZalo, book: Path, **changed: Any) -> Settings:
    chosen = {
        "zalo_bot_token": fake.token,
        "zalo_api_url": fake.url,
        "database_path": book,
        "admins": frozenset({f"zalo:{ADMIN}"}),
        "staff": frozenset({f"zalo:{STAFF}"}),
        "officials": frozenset({f"zalo:{OFFICIAL}", f"zalo:{GROUP}"}),
        **changed,
    }
    return Settings(_env_file=None, **chosen)


@dataclass
class Running(Looking):
    """A bot that runs in the loop of the test."""

    fake: FakeZalo
    runner: ZaloRunner
    stop: asyncio.Event
    task: asyncio.Task[None]


@asynccontextmanager
async def starting(
    fake: FakeZalo,
    book: Path,
    *,
    opener: Opener | None = None,
    patience: Patience = QUICK,
    photos: Fetcher | None = None,
    links: LinkOpener | None = None,
    later: timedelta = timedelta(),
    **settings: Any,
) -> AsyncIterator[Running]:
    """Start a bot, so much later than it is, and stop it at the end unless it has ended."""
    chosen = settings_for(fake, book, **settings)
    async with open_service(chosen) as service:
        service.clock = lambda: datetime.now(chosen.zone) + later
        bot = build_bot(chosen, patience=patience)
        opener = opener or Opener(ocr=False, characters=MAX_REPORT_CHARS)
        photos = photos or fetcher_of(fake.url)
        publish = Linked(service).publish if chosen.public_url else None
        runner = ZaloRunner(service, bot, opener, patience, links, QUICKER, publish, photos)
        stop = asyncio.Event()
        task = asyncio.create_task(runner.run(stop))
        async with stopping(task, stop):
            yield Running(service, fake, runner, stop, task)


@asynccontextmanager
async def running(fake: FakeZalo, book: Path, **more: Any) -> AsyncIterator[Running]:
    """Start a bot that polls; what it ends with is raised at the end."""
    polls = fake.called("getUpdates")
    async with starting(fake, book, **more) as bot:
        await fake.wait_for(lambda: bot.task.done() or fake.called("getUpdates") > polls, "the first poll")
        yield bot
    await bot.task
