"""Draw `docs/chat.png`: a real chat, from the bot's real replies to the sample reports.

    python docs/picture.py          # needs a headless Chromium on this machine

The replies come from the same service as every platform's; only the bubbles are drawn here.
"""

from __future__ import annotations

import asyncio
import html
import shutil
import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from bot.service import Service  # noqa: E402 the path comes first
from bot.settings import Settings  # noqa: E402
from handlers.chat import Place, Reply, Request, Sender  # noqa: E402
from handlers.context import Program  # noqa: E402
from handlers.demo import samples  # noqa: E402
from handlers.posting import Replies  # noqa: E402
from handlers.richtext import RichText, Style  # noqa: E402
from storage.db import Session, open_database  # noqa: E402

NOW = datetime(2026, 10, 19, 7, 45, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
STAFF, OFFICIAL = "telegram:2", "telegram:3"
TAGS = {Style.BOLD: "b", Style.ITALIC: "i", Style.CODE: "code", Style.QUOTE: "q", Style.MARK: "mark"}
PAGE = """<!doctype html><meta charset="utf-8"><style>
body { margin: 0; background: #d6e4ee; font: 15px/1.4 "Noto Sans", sans-serif; width: 1180px }
main { display: flex; gap: 24px; padding: 24px; align-items: flex-start }
section { flex: 1; display: flex; flex-direction: column; gap: 8px }
h1 { font-size: 14px; margin: 0 0 4px; color: #456; text-align: center }
.said, .told { white-space: pre-wrap; padding: 8px 12px; border-radius: 14px; overflow-wrap: anywhere }
.said { align-self: flex-end; background: #e3f7cf; max-width: 80% }
.told { align-self: flex-start; background: #fff; max-width: 96% }
.keys { display: grid; gap: 4px; grid-auto-flow: column; grid-auto-columns: 1fr; max-width: 96% }
.keys span { background: #8fa9bd; color: #fff; border-radius: 8px; padding: 6px; text-align: center }
code { color: #1a6fb0; font: inherit } mark { background: #ffe28a }
</style><main>"""
HEIGHT = "</main><script>document.title = document.querySelector('main').offsetHeight</script>"


async def draw(target: Path) -> None:
    """Hold the conversations, and take their picture."""
    with tempfile.TemporaryDirectory() as folder:
        columns = await conversations(Path(folder))
        page = Path(folder) / "chat.html"
        page.write_text(PAGE + "".join(columns) + HEIGHT, encoding="utf-8")
        await asyncio.to_thread(photograph, page, target)


async def conversations(folder: Path) -> list[str]:
    """Let staff post a report, and an official ask for it."""
    database = await open_database(folder / "sohop.db")
    settings = Settings(staff=frozenset({STAFF}), officials=frozenset({OFFICIAL}))
    service = Service(database, settings, Program("0", NOW), lambda: NOW)
    try:
        clerk = [
            await turn(service, STAFF, samples()[0], shown=samples()[0][:210] + "…"),
            await turn(service, STAFF, pressed="save 1", shown="Lưu"),
            await turn(service, OFFICIAL, "/latest"),
        ]
        leader = [
            await turn(service, OFFICIAL, "/targets"),
            await turn(service, OFFICIAL, "/search nha o ho ngheo"),
            await turn(service, OFFICIAL, "/source 1.2"),
        ]
        return [section("Văn phòng đăng, lãnh đạo xem", clerk), section("Lãnh đạo hỏi", leader)]
    finally:
        await database.close()


async def turn(
    service: Service, who: str, text: str = "", *, pressed: str | None = None, shown: str = ""
) -> str:
    """Say something to the bot; returns both bubbles."""
    platform, _, number = who.partition(":")
    request = Request(
        Place(platform, number), Sender(platform, number), NOW, text=text, pressed=pressed, position=1
    )
    replies = await service.respond(request, keep_nothing)
    return bubble("said", html.escape(shown or text)) + "".join(map(told, replies))


async def keep_nothing(session: Session, replies: Replies) -> None:
    """Have no outbox to fill."""


def told(reply: Reply) -> str:
    """Draw a reply and its buttons."""
    rows = (
        '<div class="keys">' + "".join(f"<span>{html.escape(c.label)}</span>" for c in row) + "</div>"
        for row in reply.choices
    )
    return bubble("told", marked(reply.text)) + "".join(rows)


def marked(rich: RichText) -> str:
    """Turn styles into tags."""
    pieces, at = [], 0
    for place in sorted(rich.places, key=lambda p: p.start):
        tag = TAGS[place.style]
        inside = html.escape(rich.text[place.start : place.end])
        pieces.append(f"{html.escape(rich.text[at : place.start])}<{tag}>{inside}</{tag}>")
        at = place.end
    return "".join(pieces) + html.escape(rich.text[at:])


def bubble(kind: str, content: str) -> str:
    """Draw one bubble."""
    return f'<div class="{kind}">{content}</div>'


def section(title: str, turns: list[str]) -> str:
    """Draw one column."""
    return f"<section><h1>{title}</h1>{''.join(turns)}</section>"


def photograph(page: Path, target: Path) -> None:
    """Take a picture of a page with a headless browser."""
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if browser is None:
        sys.exit("docs/picture.py: no Chromium found; on Debian: apt-get install chromium")
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--hide-scrollbars"]
    quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
    common = [browser, *options, *quiet, f"--user-data-dir={page.parent}/browser"]
    dom = _run([*common, "--window-size=1180,100", "--dump-dom", page.as_uri()])
    height = dom.split("<title>", 1)[1].split("<", 1)[0]
    _run([*common, f"--window-size=1180,{height}", f"--screenshot={target}", page.as_uri()])


def _run(command: list[str]) -> str:
    return subprocess.run(command, check=True, capture_output=True, timeout=60, text=True).stdout


if __name__ == "__main__":
    asyncio.run(draw(ROOT / "docs" / "chat.png"))
