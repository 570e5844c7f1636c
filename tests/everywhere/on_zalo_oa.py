"""Zalo Official Account: our server pushes signed events; five choices are buttons, more are numbers."""

from __future__ import annotations

from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from tests.bot.zalo_oa.running import Running, running
from tests.dialogs.script import Dialog
from tests.dialogs.stage import LINKS
from tests.documents.making import FILES
from tests.everywhere.driver import PAUSES, Driver, Opening, fill, later, number_of, roles
from tests.everywhere.numbers import Offered
from tests.fake_zalo_oa import FakeOa, Person, Sent


class OnZaloOa(Driver):
    """People who follow the account."""

    def __init__(self, fake: FakeOa, bot: Running, people: dict[str, Person]):
        self._fake = fake
        self._bot = bot
        self._people = people
        self._offered = Offered()
        self._shown: dict[str, list[Sent]] = {}
        self._seen = 0

    async def says(self, who: str, text: str) -> None:
        await self._fake.says(self._people[who], text)

    async def chooses(self, who: str, label: str) -> None:
        for message in reversed(self._shown.get(who, [])):
            if label in message.titles:
                await self._fake.taps(self._people[who], message, label)
                return
        await self.says(who, self._offered.number(who, label))

    async def sends(self, who: str, what: str) -> None:
        person = self._people[who]
        if what == "a photo":
            await self._fake.shows(person, (FILES / "trang-giay.png").read_bytes())
        elif what == "a recording":
            await self._fake.sends(person, "audio")
        else:
            await self._fake.sends_file(person, what, (FILES / what).read_bytes())

    async def answered(self, who: str) -> list[str]:
        await self._bot.idle()
        await self._bot.until(PAUSES, [(0,)])
        await self._bot.idle()
        sent, self._seen = self._fake.sent[self._seen :], len(self._fake.sent)
        mine = [message for message in sent if message.chat == self._people[who].id]
        self._shown.setdefault(who, []).extend(mine)
        lines = "\n---\n".join(map(shown, mine)).splitlines()
        self._offered.see(who, lines)
        return lines


def shown(message: Sent) -> str:
    """Write a message as it is seen."""
    if message.file:
        return f"(file {message.file[0]})"
    if message.picture:
        return "(picture)"
    row = " ".join(f"[{title}]" for title in message.titles)
    return "\n".join(filter(None, [message.text, row]))


@asynccontextmanager
async def on_zalo_oa(dialog: Dialog, folder: Path) -> Opening:
    """Start a bot with a dialog's people."""
    ids = {name: f"{number_of(dialog, name):019d}" for name in dialog.listed("people")}
    known = roles(dialog, lambda name: f"zalo_oa:{ids[name]}")
    async with FakeOa().serve() as fake:
        fake.later = later().total_seconds()
        people = {name: fake.user(name, number) for name, number in ids.items()}
        chosen: dict[str, Any] = {**known, "public_url": dialog.header.get("public"), "links": LINKS}
        async with running(fake, folder / "sohop.db", **chosen) as bot:
            await fill(dialog, bot.store)
            yield OnZaloOa(fake, bot, people)
        assert not fake.violations, fake.violations
