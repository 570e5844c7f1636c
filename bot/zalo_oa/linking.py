"""`sohop zalo-oa`: give the bot permission to act for an Official Account, and take up what that gives."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

from bot.calls import CallError
from bot.settings import EXAMPLES, Settings, SettingsError
from bot.zalo_oa.client import ZaloOa
from bot.zalo_oa.errors import LinkNeededError
from bot.zalo_oa.journal import Journal
from bot.zalo_oa.oauth import OAuth, new_secret
from bot.zalo_oa.runner import HOOK, build_oauth
from bot.zalo_oa.tokens import newest
from handlers.texts import Texts

Say = Callable[[str], None]
FAILED = 1


async def link(settings: Settings, say: Say) -> int:
    """Print the address at which the account's administrator gives permission; returns the exit code."""
    texts, journal = Texts(settings.language), Journal(settings.database_path)
    verifier, state = new_secret(), new_secret()
    async with _oauth(settings) as oauth:
        address = oauth.permission(_back_to(settings), verifier, state)
        async with journal.locked():
            journal.expect(verifier, state)
    for line in (texts("oa.link.open"), address, texts("oa.link.then"), "sohop zalo-oa code '…'"):
        say(line)
    return 0


async def take_code(settings: Settings, given: str, say: Say) -> int:
    """Exchange what the browser was given, an address or the code in it; returns the exit code."""
    texts, journal = Texts(settings.language), Journal(settings.database_path)
    code, state = read_code(given)
    async with _oauth(settings) as oauth, journal.locked():
        kept = journal.read()
        if not kept.verifier or (state and state != kept.state):
            say(texts("oa.code.another"))
            return FAILED
        try:
            raw = await oauth.by_code(code, kept.verifier)
        except CallError as error:
            refused = isinstance(error, LinkNeededError)
            say(texts("oa.code.refused" if refused else "oa.code.unasked", error=error))
            return FAILED
        journal.add(raw, datetime.now(UTC))
        journal.expect("", "")  # the code works once
    say(texts("oa.code.taken"))
    return 0


async def state(settings: Settings) -> tuple[bool, str]:
    """Tell how the account is set up, for `sohop check`; no token is used up by it."""
    texts = Texts(settings.language)
    if not settings.serves_oa:
        return True, texts("oa.check.unset")
    pair = newest(await asyncio.to_thread(Journal(settings.database_path).read))
    if pair is None:
        given = settings.zalo_oa_refresh_token is not None
        return given, texts("oa.check.first" if given else "oa.check.unlinked")
    until = f"{pair.until.astimezone(settings.zone):%H:%M %d/%m/%Y}"
    if pair.until < datetime.now(UTC):
        return True, texts("oa.check.ended", until=until)
    held = _Held(pair.access.get_secret_value())
    account = ZaloOa(settings.zalo_oa_api_url, held, proxy=settings.proxy_url)
    try:
        return True, texts("oa.check.right", name=await account.name(), until=until)
    except CallError as error:
        return False, texts("oa.check.wrong", error=error)
    finally:
        await account.close()


class _Held:
    """Gives a token as it is, and no other."""

    def __init__(self, token: str):
        self._token = token

    async def token(self) -> str:
        """Give the token."""
        return self._token

    async def another(self, _: str, /) -> str:
        """Give none: renewing is the affair of the bot that runs. Raises LinkNeededError."""
        raise LinkNeededError("the token was refused")


def read_code(given: str) -> tuple[str, str]:
    """Read a code and what it was asked with out of an address, or the bare code."""
    query = parse_qs(urlsplit(given.strip()).query)
    if "code" not in query:
        return given.strip(), ""
    return query["code"][0], query.get("state", [""])[0]


def _back_to(settings: Settings) -> str:
    """Give where the browser is sent to: it stands at developers.zalo.me, too. Raises SettingsError."""
    public = settings.webhook_url or settings.public_url
    if public is None:
        raise SettingsError(
            "WEBHOOK_URL: phải đặt địa chỉ https công khai của máy chạy bot, Zalo chuyển trình duyệt về đó. "
            f"Ví dụ: WEBHOOK_URL={EXAMPLES['WEBHOOK_URL']}"
        )
    return f"{public}{HOOK}"


@asynccontextmanager
async def _oauth(settings: Settings) -> AsyncIterator[OAuth]:
    if not settings.serves_oa:
        raise SettingsError(f"ZALO_OA_APP_ID: chưa đặt. Ví dụ: ZALO_OA_APP_ID={EXAMPLES['ZALO_OA_APP_ID']}")
    oauth = build_oauth(settings)
    try:
        yield oauth
    finally:
        await oauth.close()
