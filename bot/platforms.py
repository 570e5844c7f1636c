"""Put together what the settings ask for: a runner for each platform that has a token, and the web part."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Protocol

from bot.hooks import Hook
from bot.reading import build_opener
from bot.service import Service
from documents.opening import Opener

DEFAULT_PORT = 8080


class Runner(Protocol):
    """What runs until it is stopped."""

    async def run(self, stop: asyncio.Event) -> None:
        """Run until `stop` is set. Raises PollingError where that makes no sense any more."""


class Platform(Runner, Protocol):
    """What runs the bot on one platform."""

    name: str
    hook: Hook

    async def answers(self) -> bool:
        """Tell whether the platform can be reached."""


async def build_runners(service: Service) -> list[Runner]:
    """Build all that runs; only the libraries that it needs are imported."""
    settings, opener = service.settings, await build_opener(service.settings)
    platforms = list[Platform]()
    if settings.telegram_token:
        platforms.append(_telegram(service, opener))
    if settings.zalo_bot_token:
        platforms.append(_zalo(service, opener))
    web = [_web(service, platforms)] if settings.serves_web else []
    return [*web, *platforms]  # it listens before a platform is told to deliver


def _telegram(service: Service, opener: Opener) -> Platform:
    from bot.telegram.client import build_bot  # noqa: PLC0415
    from bot.telegram.runner import TelegramRunner  # noqa: PLC0415

    return TelegramRunner(service, build_bot(service.settings), opener)


def _zalo(service: Service, opener: Opener) -> Platform:
    from bot.zalo.client import build_bot  # noqa: PLC0415
    from bot.zalo.keeping import Publish  # noqa: PLC0415
    from bot.zalo.runner import ZaloRunner  # noqa: PLC0415

    publish: Publish | None = None
    if service.settings.public_url:
        from bot.linked import Linked  # noqa: PLC0415

        publish = Linked(service).publish
    return ZaloRunner(service, build_bot(service.settings), opener, publish=publish)


def _web(service: Service, platforms: Sequence[Platform]) -> Runner:
    from bot.web import Web  # noqa: PLC0415

    return Web(service, platforms)


async def run_together(runners: Sequence[Runner], stop: asyncio.Event) -> None:
    """Run until `stop`, or until one cannot go on: then the others end in order too, and its error is raised.

    A bot that answers on one platform and is silent on the other would be noticed by nobody.
    """
    tasks = [asyncio.create_task(runner.run(stop)) for runner in runners]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        stop.set()
        ends = await asyncio.gather(*tasks, return_exceptions=True)
    for error in ends:
        if isinstance(error, BaseException):
            raise error
