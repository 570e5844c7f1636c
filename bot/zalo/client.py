"""The documented methods of the Bot API, over httpx; each call is made once."""

from __future__ import annotations

from typing import cast

import httpx
from pydantic import SecretStr

from bot.calls import Caller, Json
from bot.patience import Patience
from bot.settings import Settings
from bot.zalo.answers import Me, Posted, Verification, Webhook, object_of, result_of
from bot.zalo.errors import NOT_FOUND, TIMEOUT, ApiError

NO_WEBHOOK = (400, NOT_FOUND)
"""What getWebhookInfo and deleteWebhook answer to some where none is set, in place of success (observed)."""
PHOTO_TAKES = 150.0
"""Seconds: the server fetches the picture before it answers."""


class ZaloBot:
    """One bot. Its errors, its repr and its logs never hold the token."""

    def __init__(
        self,
        token: SecretStr,
        url: str,
        *,
        proxy: SecretStr | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
        patience: Patience | None = None,
    ):
        self._token = token
        self._url = url.rstrip("/")
        self._patience = patience or Patience()
        self._caller = Caller("Zalo", self._patience, proxy=proxy, transport=transport)

    def __repr__(self) -> str:
        return f"ZaloBot({self._url})"

    async def get_me(self) -> Me:
        """Ask who the bot is: the way to try a token."""
        return Me.read(object_of("getMe", await self._call("getMe")))

    async def get_updates(self, seconds: int) -> list[Json]:
        """Wait for an update, so many seconds at most; none is an empty list.

        The server gives one update at a time and forgets it: there is nothing to confirm it by.
        """
        try:
            # the documentation calls it a String
            result = await self._call("getUpdates", {"timeout": str(seconds)}, seconds + self._patience.idle)
        except ApiError as error:
            if error.code == TIMEOUT or "request timeout" in error.description.lower():
                return []
            raise
        found = result if isinstance(result, list) else [result]
        return [cast("Json", update) for update in found if isinstance(update, dict) and update]

    async def set_webhook(self, url: str, secret: SecretStr) -> Webhook:
        """Have updates sent to an address. It is kept also where the server's own try of it fails."""
        given: Json = {"url": url, "secret_token": secret.get_secret_value()}
        return Webhook.read(object_of("setWebhook", await self._call("setWebhook", given)))

    async def get_webhook_info(self) -> Webhook:
        """Ask where updates are sent to."""
        return await self._webhook("getWebhookInfo")

    async def delete_webhook(self) -> Webhook:
        """Have updates kept for polling."""
        return await self._webhook("deleteWebhook")

    async def _webhook(self, method: str) -> Webhook:
        try:
            return Webhook.read(object_of(method, await self._call(method) or {}))
        except ApiError as error:
            if error.code in NO_WEBHOOK:
                return Webhook("")
            raise

    async def test_webhook(self) -> Verification:
        """Have the server try the webhook; it does so a few times a day."""
        return Verification.read(object_of("testWebhook", await self._call("testWebhook")))

    async def send_message(self, chat: str, text: str, styles: list[Json] | None = None) -> Posted:
        """Send a text of at most 2,000 characters, with styled places counted in UTF-16 units."""
        given: Json = {"chat_id": chat, "text": text, **({"text_styles": styles} if styles else {})}
        return Posted.read(await self._call("sendMessage", given))

    async def send_photo(self, chat: str, url: str, caption: str = "") -> Posted:
        """Send a picture that the server fetches from a public address."""
        given: Json = {"chat_id": chat, "photo": url, **({"caption": caption} if caption else {})}
        return Posted.read(await self._call("sendPhoto", given, PHOTO_TAKES))

    async def send_sticker(self, chat: str, sticker: str) -> Posted:
        """Send a sticker of https://stickers.zaloapp.com."""
        return Posted.read(await self._call("sendSticker", {"chat_id": chat, "sticker": sticker}))

    async def send_voice(self, chat: str, url: str) -> Posted:
        """Send a recording (.aac) from a public address. In a group it never arrives (documented)."""
        return Posted.read(await self._call("sendVoice", {"chat_id": chat, "voice_url": url}))

    async def send_chat_action(self, chat: str, action: str = "typing") -> None:
        """Show that an answer is on its way."""
        await self._call("sendChatAction", {"chat_id": chat, "action": action})

    async def close(self) -> None:
        """Close all connections."""
        await self._caller.close()

    async def _call(self, method: str, given: Json | None = None, patience: float | None = None) -> object:
        """Call a method once. Raises ZaloError; its cause is left out, for it would hold the address."""
        address = f"{self._url}/bot{self._token.get_secret_value()}/{method}"
        request = self._caller.client.build_request("POST", address, json=given or {})
        response = await self._caller.send(method, request, patience)
        return result_of(method, response.status_code, response.content)


def build_bot(
    settings: Settings,
    transport: httpx.AsyncBaseTransport | None = None,
    patience: Patience | None = None,
) -> ZaloBot:
    """Build the client; `transport` takes the network's place."""
    if settings.zalo_bot_token is None:
        raise ValueError("no ZALO_BOT_TOKEN is set")
    return ZaloBot(
        settings.zalo_bot_token,
        settings.zalo_api_url,
        proxy=settings.proxy_url,
        transport=transport,
        patience=patience,
    )
