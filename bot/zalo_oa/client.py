"""The functions of the OpenAPI that the bot uses, over httpx; each call is made once.

Only where the access token was refused it is made again, with a new one: then it took no effect.
"""

from __future__ import annotations

import json
from typing import Literal, Protocol

import httpx
from pydantic import SecretStr

from bot.calls import Caller, DecodeError, Json, text_of
from bot.patience import Patience
from bot.zalo_oa.answers import Posted, data_of
from bot.zalo_oa.errors import ApiError, Do

MESSAGE = "/v3.0/oa/message/cs"
UPLOADED = {"image": "attachment_id", "file": "token"}
"""Kinds of upload, and what each is called by afterwards."""


class Access(Protocol):
    """Gives the access token of the moment."""

    async def token(self) -> str:
        """Give a token that has not ended. Raises CallError."""

    async def another(self, refused: str, /) -> str:
        """Give a token in the place of one that was refused. Raises CallError."""


class ZaloOa:
    """One account. Its errors, its repr and its logs hold no token."""

    def __init__(
        self,
        url: str,
        access: Access,
        *,
        proxy: SecretStr | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
        patience: Patience | None = None,
    ):
        self._url = url.rstrip("/")
        self._access = access
        self._patience = patience or Patience()
        self._caller = Caller("Zalo OA", self._patience, proxy=proxy, transport=transport)

    def __repr__(self) -> str:
        return f"ZaloOa({self._url})"

    async def name(self) -> str:
        """Ask what the account is called: the way to try a token."""
        return text_of(await self._get("getoa", "/v2.0/oa/getoa"), "name")

    async def name_of(self, person: str) -> str:
        """Ask what somebody calls themselves; events tell only their number."""
        return text_of(await self._get("user/detail", "/v3.0/oa/user/detail", user_id=person), "display_name")

    async def send(self, person: str, message: Json) -> Posted:
        """Send a message of the kind "tư vấn", the only one that needs no template."""
        body: Json = {"recipient": {"user_id": person}, "message": message}
        request = self._caller.client.build_request("POST", f"{self._url}{MESSAGE}", json=body)
        return Posted.read(await self._call("message/cs", request))

    async def upload(self, kind: Literal["image", "file"], name: str, data: bytes) -> str:
        """Hand over a file; gives what a message calls it by. It is kept for a while only."""
        address = f"{self._url}/v2.0/oa/upload/{kind}"
        request = self._caller.client.build_request("POST", address, files={"file": (name, data)})
        key = text_of(await self._call(f"upload/{kind}", request, self._patience.upload), UPLOADED[kind])
        if not key:
            raise DecodeError(f"upload/{kind}: nothing to call it by")
        return key

    async def close(self) -> None:
        """Close all connections."""
        await self._caller.close()

    async def _get(self, name: str, path: str, **given: str) -> object:
        query = {"data": json.dumps(given)} if given else None
        address = f"{self._url}{path}"
        return await self._call(name, self._caller.client.build_request("GET", address, params=query))

    async def _call(self, name: str, request: httpx.Request, patience: float | None = None) -> object:
        """Call a function, once more where only the token was refused. Raises CallError."""
        token = await self._access.token()
        try:
            return await self._once(name, request, token, patience)
        except ApiError as error:
            if error.do is not Do.RENEW:
                raise
        return await self._once(name, request, await self._access.another(token), patience)

    async def _once(self, name: str, request: httpx.Request, token: str, patience: float | None) -> object:
        request.headers["access_token"] = token  # not "Authorization" (documented)
        response = await self._caller.send(name, request, patience)
        return data_of(name, response.status_code, response.content)
