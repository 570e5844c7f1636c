"""Put together what the settings ask for: a runner for each platform that has a token, and the web part."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from bot.handing import Publish
from bot.hooks import Hook
from bot.reading import build_opener
from bot.running import PollingError, SettingRefusedError
from bot.service import Service
from documents.opening import Opener
from handlers.chat import Reply
from handlers.richtext import RichText

log = logging.getLogger(__name__)

DEFAULT_PORT = 8080


class Runner(Protocol):
    """What runs until it is stopped."""

    async def run(self, stop: asyncio.Event) -> None:
        """Run until `stop` is set. Raises PollingError where that makes no sense any more."""


@runtime_checkable
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
    if settings.serves_oa:
        platforms.append(_zalo_oa(service, opener))
    web = [_web(service, platforms)] if settings.serves_web else []
    return [*web, *platforms]  # it listens before a platform is told to deliver


def _telegram(service: Service, opener: Opener) -> Platform:
    from bot.telegram.client import build_bot  # noqa: PLC0415
    from bot.telegram.runner import TelegramRunner  # noqa: PLC0415

    return TelegramRunner(service, build_bot(service.settings), opener)


def _zalo(service: Service, opener: Opener) -> Platform:
    from bot.zalo.client import build_bot  # noqa: PLC0415
    from bot.zalo.runner import ZaloRunner  # noqa: PLC0415

    return ZaloRunner(service, build_bot(service.settings), opener, publish=_publish(service))


def _zalo_oa(service: Service, opener: Opener) -> Platform:
    from bot.zalo_oa.runner import OaRunner, build_account  # noqa: PLC0415

    tokens, account = build_account(service)
    return OaRunner(service, tokens, account, opener, publish=_publish(service))


def _publish(service: Service) -> Publish | None:
    """Give what puts files behind public addresses, where there is one."""
    if service.settings.public_url is None:
        return None
    from bot.linked import Linked  # noqa: PLC0415

    return Linked(service).publish


def _web(service: Service, platforms: Sequence[Platform]) -> Runner:
    from bot.web import Web  # noqa: PLC0415

    return Web(service, platforms)


async def run_together(runners: Sequence[Runner], stop: asyncio.Event, service: Service) -> None:
    """Run until `stop`, or until nobody can be served. Raises PollingError.

    A platform that refuses its token or address ends alone, and administrators are told on the others. Any
    other end of one ends the others too, in order: whoever supervises the process starts all of them anew.
    """
    running = {asyncio.create_task(runner.run(stop)): runner for runner in runners}
    refusals: list[SettingRefusedError] = []
    try:
        while lost := await _lost(running):
            refusals += [error for _, error in lost]
            if not any(isinstance(runner, Platform) for runner in running.values()):
                break
            for platform, error in lost:
                await _go_on_without(platform, error, service)
    finally:
        stop.set()
        ends = await asyncio.gather(*running, return_exceptions=True)
    for fault in ends:
        if isinstance(fault, BaseException):
            raise fault
    if refusals and not any(isinstance(runner, Platform) for runner in running.values()):
        raise PollingError("\n".join(map(str, refusals)))


async def _lost(running: dict[asyncio.Task[None], Runner]) -> list[tuple[Platform, SettingRefusedError]]:
    """Wait for an end; takes out the platforms that refused a setting, none where something else ended."""
    done, _ = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
    ends = [(running[task], task.exception()) for task in done]
    found = [
        (runner, error)
        for runner, error in ends
        if isinstance(runner, Platform) and isinstance(error, SettingRefusedError)
    ]
    if len(found) < len(done):
        return []
    for task in done:
        del running[task]
    return found


async def _go_on_without(platform: Platform, error: SettingRefusedError, service: Service) -> None:
    """Log that a platform is served no more, and tell administrators where they can be reached."""
    log.error("%s The other platforms are served.", error)
    service.leave(platform.name)
    values = {"platform": error.platform, "setting": error.setting}
    async with service.database.session() as session:
        await service.tell_admins(session, lambda texts: Reply(RichText(texts("platform.left", **values))))
    service.wake_tellers()
