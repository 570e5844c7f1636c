"""The whole bot on an Official Account against the fake server, in the loop of the test."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import httpx

from bot.handing import Publish
from bot.linked import Linked
from bot.links.opening import LinkOpener
from bot.pacing import Limits
from bot.patience import Patience
from bot.platforms import run_together
from bot.serving import open_service
from bot.settings import Settings
from bot.web import Web
from bot.zalo_oa.runner import HOOK, OaRunner, build_account
from documents.opening import Opener
from handlers.context import MAX_REPORT_CHARS
from tests.bot import looking
from tests.bot.looking import Looking, fetcher_of, stopping
from tests.fake_zalo_oa import FakeOa

LONG = looking.LONG
QUICK = Patience(
    answer=1,
    pool=1,
    grace=0.5,
    upload=2,
    tokens=2,
    relink=0.1,
    first_pause=0.05,
    longest_pause=0.2,
    finish_within=2,
)
QUICKER = Limits(chat=(1, 0.01), group=None, everywhere=(1000, 1))
ADMIN, STAFF, OFFICIAL = "1" * 19, "2" * 19, "3" * 19


def settings_for(fake: FakeOa, book: Path, **changed: Any) -> Settings:
    chosen = {
        **fake.settings(),
        "database_path": book,
        "admins": frozenset({f"zalo_oa:{ADMIN}"}),
        "staff": frozenset({f"zalo_oa:{STAFF}"}),
        "officials": frozenset({f"zalo_oa:{OFFICIAL}"}),
        "port": 0,
        **changed,
    }
    return Settings(_env_file=None, **chosen)


@dataclass
class Running(Looking):
    """A bot that runs in the loop of the test."""

    fake: FakeOa
    runner: OaRunner
    web: Web
    stop: asyncio.Event
    task: asyncio.Task[None]

    def http(self) -> httpx.AsyncClient:
        """Somebody who reaches the web part."""
        return httpx.AsyncClient(base_url=f"http://127.0.0.1:{self.web.port}", trust_env=False)


@asynccontextmanager
async def running(
    fake: FakeOa,
    book: Path,
    *,
    opener: Opener | None = None,
    patience: Patience = QUICK,
    publish: Publish | None = None,
    links: LinkOpener | None = None,
    **settings: Any,
) -> AsyncIterator[Running]:
    """Run a bot behind its webhook; what it ends with is raised at the end. Its clock is the fake's."""
    chosen = settings_for(fake, book, **settings)
    async with open_service(chosen) as service:
        service.clock = lambda: datetime.now(chosen.zone) + timedelta(seconds=fake.later)
        tokens, account = build_account(service, patience)
        opener = opener or Opener(ocr=False, characters=MAX_REPORT_CHARS)
        files = fetcher_of(fake.url)
        if publish is None and chosen.public_url:
            publish = Linked(service).publish
        runner = OaRunner(service, tokens, account, opener, patience, links, QUICKER, publish, files)
        web, stop = Web(service, [runner]), asyncio.Event()
        task = asyncio.create_task(run_together([web, runner], stop, service))
        async with stopping(task, stop):
            async with asyncio.timeout(LONG):
                while not web.port and not task.done():  # noqa: ASYNC110 a socket wakes nobody
                    await asyncio.sleep(0.01)
            fake.webhook = f"http://127.0.0.1:{web.port}{HOOK}"
            yield Running(service, fake, runner, web, stop, task)
    await task
