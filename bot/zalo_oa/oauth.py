"""OAuth v4 of Zalo: a person gives permission in a browser, then tokens follow from tokens."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import string
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlencode

import httpx
from pydantic import SecretStr

from bot.calls import Caller, DecodeError, GatewayError, text_of
from bot.patience import Patience
from bot.zalo_oa.answers import envelope_of
from bot.zalo_oa.errors import ApiError, Do, LinkNeededError

_LETTERS = string.ascii_letters + string.digits
_VERIFIER = 43  # characters (documented)
BUSY = frozenset({408, 425, 429})
LIVES = 90_000
"""Seconds of an access token, where an answer does not tell: 25 hours (documented)."""


@dataclass(frozen=True, slots=True)
class App:
    """The app that the account has authorised."""

    id: str
    secret: SecretStr


@dataclass(frozen=True, slots=True)
class Pair:
    """A token to call with, until it ends, and one to get the next pair with, which works once."""

    access: SecretStr
    refresh: SecretStr
    until: datetime


class OAuth:
    """The server that gives out tokens."""

    def __init__(
        self,
        url: str,
        app: App,
        *,
        proxy: SecretStr | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
        patience: Patience | None = None,
    ):
        self._url = url.rstrip("/")
        self._app = app
        self._patience = patience or Patience()
        self._caller = Caller("Zalo OAuth", self._patience, proxy=proxy, transport=transport)

    def permission(self, back_to: str, verifier: str, state: str) -> str:
        """Give the address at which the account's administrator gives permission."""
        challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=")
        query = {
            "app_id": self._app.id,
            "redirect_uri": back_to,
            "code_challenge": challenge.decode(),
            "state": state,
        }
        return f"{self._url}/v4/oa/permission?{urlencode(query)}"

    async def by_code(self, code: str, verifier: str) -> bytes:
        """Exchange the code of a permission; it works once, within 10 minutes. Raises CallError."""
        given = {"grant_type": "authorization_code", "code": code, "code_verifier": verifier}
        return await self._ask(given)

    async def by_refresh(self, token: SecretStr) -> bytes:
        """Exchange a refresh token, which is used up by it. Raises CallError."""
        return await self._ask({"grant_type": "refresh_token", "refresh_token": token.get_secret_value()})

    async def _ask(self, given: dict[str, str]) -> bytes:
        """Ask for tokens; the answer is given as it came, for whoever asks to keep it first."""
        request = self._caller.client.build_request(
            "POST",
            f"{self._url}/v4/oa/access_token",
            data={"app_id": self._app.id, **given},
            headers={"secret_key": self._app.secret.get_secret_value()},
        )
        response = await self._caller.send("oauth", request, self._patience.tokens)
        if not _may_hold_tokens(response.content):
            _refuse(response)
        return response.content

    async def close(self) -> None:
        """Close all connections."""
        await self._caller.close()


def new_secret() -> str:
    """Make what a link is answered with: letters and digits, as documented."""
    return "".join(secrets.choice(_LETTERS) for _ in range(_VERIFIER))


def read_pair(raw: str | bytes, at: datetime) -> Pair:
    """Read an answer with tokens, which came at this time. Raises CallError."""
    given = envelope_of("oauth", 200, raw.encode() if isinstance(raw, str) else raw)
    access, refresh = text_of(given, "access_token"), text_of(given, "refresh_token")
    if not access or not refresh:
        raise DecodeError("oauth: no pair of tokens")
    lives = text_of(given, "expires_in")  # a string (documented), as a number before
    seconds = int(lives) if lives.isdecimal() and len(lives) < 9 else LIVES
    return Pair(SecretStr(access), SecretStr(refresh), at + timedelta(seconds=seconds))


def _may_hold_tokens(answer: bytes) -> bool:
    """Tell whether an answer has tokens, or is torn and may have: a refusal may name them in its words."""
    try:
        given = json.loads(answer)
    except ValueError:
        return b"refresh_token" in answer
    return isinstance(given, dict) and bool(given.get("refresh_token"))


def _refuse(response: httpx.Response) -> None:
    """Tell an answer without tokens apart. Raises CallError.

    A server that fails says nothing about the token, whatever its answer looks like.
    No code of its own says that a refresh token is not good any more: all but "too many" end it
    (documented so). Errors come in two shapes.
    """
    if response.status_code in BUSY or response.status_code >= 500:
        raise GatewayError("oauth", response.status_code)
    given = envelope_of("oauth", response.status_code, response.content)
    code = text_of(given, "error").strip()
    what = text_of(given, "error_description", "error_reason", "error_name", "message")
    if code.lstrip("-").isdecimal():
        error = ApiError("oauth", int(code), what)
        if error.do is Do.WAIT:
            raise error
    if code or what:
        raise LinkNeededError(f"{code} {what}".strip())
    raise DecodeError("oauth: neither tokens nor an error")
