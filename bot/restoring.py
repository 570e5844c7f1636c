"""Read what `/export N json` wrote, for `sohop import`."""

from __future__ import annotations

import asyncio
from pathlib import Path

from bot.files import FileError, not_opened
from bot.reading import bytes_of
from handlers.errors import Mistake
from handlers.exports import as_json
from handlers.exports.as_json import Entry
from handlers.texts import Texts
from reports.secrecy import is_secret

ENDING = ".json"
_TEXTS = Texts("vi")


async def read_export(path: Path) -> tuple[Entry, ...]:
    """Read the reports of an export. Raises FileError."""
    try:
        data = await asyncio.to_thread(bytes_of, path, as_json.MOST_BYTES)
        entries = await asyncio.to_thread(as_json.read, data)
        secret = await asyncio.to_thread(_secret, entries)
    except OSError as error:
        raise not_opened(path, error) from error
    except Mistake as mistake:
        raise FileError(f"{path}: {_TEXTS(mistake.key, **mistake.values)}") from None
    if secret:
        told = _TEXTS("import.secret", number=secret)
        raise FileError(f"{path}: {told}")
    return entries


def _secret(entries: tuple[Entry, ...]) -> int | None:
    """Give the number of a report that is marked secret."""
    return next((e.number for e in entries if any(map(is_secret, as_json.texts_of(e.report)))), None)
