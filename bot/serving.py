"""Open what a platform needs, run it, and put everything away in order."""

from __future__ import annotations

import asyncio
import fcntl
import logging
import signal
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import datetime
from pathlib import Path

from bot import __version__
from bot.console import chat
from bot.logs import set_up_logs
from bot.readying import get_ready
from bot.service import Service
from bot.settings import Settings
from handlers.chat import Role
from handlers.context import Program
from storage.db import open_database

log = logging.getLogger(__name__)


@asynccontextmanager
async def open_service(settings: Settings) -> AsyncIterator[Service]:
    """Open the database and what answers from it."""

    def clock() -> datetime:
        return datetime.now(settings.zone)

    database = await open_database(settings.database_path)
    try:
        monthly = {"zalo": settings.zalo_monthly_messages} if settings.zalo_bot_token else {}
        priced = ("zalo_oa",) if settings.serves_oa else ()
        yield Service(database, settings, Program(__version__, clock(), monthly, priced), clock)
    finally:
        await database.close()


async def serve_console(settings: Settings, role: str) -> None:
    """Chat in the terminal."""
    set_up_logs("ERROR" if settings.log_level == "INFO" else settings.log_level, settings.log_format)
    async with open_service(settings) as service:
        await chat(service, Role[role.upper()])


async def serve(settings: Settings) -> int:
    """Run the bot on every platform that has a token until SIGTERM or SIGINT; returns the exit code."""
    from bot.platforms import build_runners, run_together  # noqa: PLC0415 the console starts without any network
    from bot.running import PollingError, end  # noqa: PLC0415

    set_up_logs(settings.log_level, settings.log_format)
    stop = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    with only_instance(settings.database_path) as alone:
        if not alone:
            _say(
                f"DATABASE_PATH: một tiến trình khác đang chạy với {settings.database_path}. "
                "Tắt tiến trình kia, hoặc đặt đường dẫn khác."
            )
            return 1
        async with open_service(settings) as service:
            readying = asyncio.create_task(get_ready())
            try:
                await run_together(await build_runners(service), stop, service)
            except PollingError as error:
                for sentence in str(error).splitlines():
                    _say(sentence)
                return 1
            finally:
                await end(readying)
    log.info("stopped")
    return 0


@contextmanager
def only_instance(database: Path) -> Iterator[bool]:
    """Hold the lock that one running bot has on its database; False where another holds it."""
    database.parent.mkdir(parents=True, exist_ok=True)
    with database.with_name(f"{database.name}.lock").open("w", encoding="ascii") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            yield False
            return
        yield True


def _say(sentence: str) -> None:
    print(f"sohop: {sentence}", file=sys.stderr)  # noqa: T201 said to the person who started the program
