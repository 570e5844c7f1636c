"""The console: one chat, whose person takes the part of everybody in turn."""

from __future__ import annotations

from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

from bot.console import Console, unstyled
from bot.service import Service
from bot.serving import open_service
from bot.settings import Settings
from handlers.chat import Role
from reports import read_report
from storage import reports
from tests.dialogs.script import Dialog
from tests.dialogs.stage import LINKS
from tests.documents.making import FILES
from tests.everywhere.driver import Driver, Opening, fill, later
from tests.everywhere.numbers import Offered


class OnConsole(Driver):
    """People at a terminal, each with the role that they start the chat in."""

    def __init__(self, consoles: dict[str, Console], folder: Path):
        self._consoles = consoles
        self._folder = folder
        self._offered = Offered()
        self._lines: list[str] = []

    async def says(self, who: str, text: str) -> None:
        answers = await self._consoles[who].answer(text)
        told = "\n---\n".join(map(unstyled, answers)).replace(f"{self._folder}/", "")
        self._lines = told.splitlines()
        self._offered.see(who, self._lines)

    async def chooses(self, who: str, label: str) -> None:
        await self.says(who, self._offered.number(who, label))

    async def sends(self, who: str, what: str) -> None:
        name = "trang-giay.png" if what == "a photo" else what
        await self.says(who, f"/post {FILES / name}")

    async def answered(self, who: str) -> list[str]:
        return self._lines


@asynccontextmanager
async def on_console(dialog: Dialog, folder: Path) -> Opening:
    """Open the book with a dialog's people; somebody unknown cannot be at the console."""
    settings = Settings(_env_file=None, database_path=folder / "sohop.db", ocr="off")
    ahead = later()
    async with open_service(settings) as service:
        service.clock = lambda: datetime.now(settings.zone) + ahead
        await fill(dialog, lambda text: _store(service, text))
        listed = dialog.listed("people")
        consoles = {
            name: Console(service, Role[role.upper()], links=LINKS, exports=folder / "exports")
            for name, role in listed.items()
            if role != "unknown"
        }
        yield OnConsole(consoles, folder)


async def _store(service: Service, text: str) -> None:
    async with service.context() as context:
        await reports.add(context.session, read_report(text), posted_by="console:import", at=context.now)
