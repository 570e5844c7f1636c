"""Draw `docs/chart.png`: what the bot answers to `/chart 1` with the sample reports stored.

python docs/chart.py
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from bot.service import Service  # noqa: E402 the path comes first
from bot.settings import Settings  # noqa: E402
from handlers.chat import Place, Request, Sender  # noqa: E402
from handlers.context import Program  # noqa: E402
from handlers.demo import samples  # noqa: E402
from handlers.posting import Replies  # noqa: E402
from reports import read_report  # noqa: E402
from storage import reports  # noqa: E402
from storage.db import Session, open_database  # noqa: E402

NOW = datetime(2026, 10, 19, 7, 45, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
ASKER = "telegram:3"


async def picture(folder: Path) -> bytes:
    """Store the samples, and ask for a chart."""
    database = await open_database(folder / "sohop.db")
    try:
        settings = Settings(_env_file=None, officials=frozenset([ASKER]))
        service = Service(database, settings, Program("1.0", NOW), lambda: NOW)
        async with database.session() as session:
            for text in samples():
                await reports.add(session, read_report(text), posted_by=ASKER, at=NOW)
        request = Request(Place("telegram", "3"), Sender("telegram", "3"), NOW, text="/chart 1")
        (reply,) = await service.respond(request, _nothing)
        return reply.files[0].data
    finally:
        await database.close()


async def _nothing(session: Session, given: Replies) -> None:
    """Keep nothing besides what the handlers keep."""


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        (ROOT / "docs" / "chart.png").write_bytes(asyncio.run(picture(Path(temporary))))
