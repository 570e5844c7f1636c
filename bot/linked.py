"""Hand out files by signed links that end after a day: the only way to give a file to a chat on Zalo."""

from __future__ import annotations

import hashlib
import hmac
import mimetypes
import re
import secrets
from datetime import timedelta
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from bot.service import Service
from handlers.chat import Attachment
from storage import linked, records
from storage.db import Session

KEPT = timedelta(hours=24)
KEY = "link key"
_SIGNED = re.compile(r"([1-9]\d{0,17})-([0-9a-f]{32})")
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex",
}
SHOWN = ("image/png", "image/jpeg")
"""Types that a browser may show; all others it is to save."""


class Linked:
    """Makes links, and answers them."""

    def __init__(self, service: Service):
        self._service = service

    async def publish(self, session: Session, file: Attachment) -> str:
        """Keep a file and give its address, which nobody can guess."""
        number = await linked.put(session, file.name, file.data, self._service.clock() + KEPT)
        signed = _signed(number, await _key(session))
        return f"{self._service.settings.public_url}/files/{signed}/{quote(file.name, safe='')}"

    async def answer(self, request: Request) -> Response:
        """Give out a file; a wrong link, one that ended and one that never was look the same."""
        match = _SIGNED.fullmatch(request.path_params["signed"])
        found = None
        async with self._service.database.session() as session:
            key = await records.fact(session, KEY)
            if match and key and hmac.compare_digest(match[0], _signed(int(match[1]), key)):
                found = await linked.find(session, int(match[1]), self._service.clock())
        if found is None:
            return PlainTextResponse("Liên kết không còn dùng được.", 404, HEADERS)
        kind = mimetypes.guess_type(found.name)[0] or "application/octet-stream"
        place = "inline" if kind in SHOWN else "attachment"
        named = {"Content-Disposition": f"{place}; filename*=UTF-8''{quote(found.name, safe='')}"}
        return Response(found.data, media_type=kind, headers=HEADERS | named)


async def _key(session: Session) -> str:
    """Give the key that links are signed with; it is made at the first."""
    key = await records.fact(session, KEY)
    if key is None:
        key = secrets.token_hex(32)
        await records.set_fact(session, KEY, key)
    return key


def _signed(number: int, key: str) -> str:
    return f"{number}-{hmac.new(key.encode(), str(number).encode(), hashlib.sha256).hexdigest()[:32]}"
