"""Zalo Bot: the bot polls our server; what is offered is chosen by its number."""

from __future__ import annotations

from contextlib import asynccontextmanager
from pathlib import Path

from tests.bot.zalo.running import Running, running
from tests.dialogs.script import Dialog
from tests.dialogs.stage import LINKS
from tests.documents.making import FILES
from tests.everywhere.driver import PAUSES, Driver, Opening, fill, later, number_of, roles
from tests.everywhere.numbers import Offered
from tests.fake_zalo import FakeZalo, Person, Sent


class OnZalo(Driver):
    """People with Zalo."""

    def __init__(self, fake: FakeZalo, bot: Running, people: dict[str, Person]):
        self._fake = fake
        self._bot = bot
        self._people = people
        self._offered = Offered()
        self._seen = 0
        self._came = 0

    async def says(self, who: str, text: str) -> None:
        self._fake.says(self._people[who], text)
        self._came += 1

    async def chooses(self, who: str, label: str) -> None:
        await self.says(who, self._offered.number(who, label))

    async def sends(self, who: str, what: str) -> None:
        if what == "a photo":
            self._fake.shows(self._people[who], (FILES / "trang-giay.png").read_bytes())
        else:
            self._fake.sends_something_else(self._people[who])
        self._came += 1

    async def answered(self, who: str) -> list[str]:
        arrived = "SELECT count(*) FROM inbox WHERE update_id NOT LIKE 'pause %'"
        await self._bot.until(arrived, [(self._came,)])
        await self._bot.idle()
        await self._bot.until(PAUSES, [(0,)])
        await self._bot.idle()
        sent, self._seen = self._fake.sent[self._seen :], len(self._fake.sent)
        mine = [shown(message) for message in sent if message.chat == self._people[who].id]
        lines = "\n---\n".join(mine).splitlines()
        self._offered.see(who, lines)
        return lines


def shown(message: Sent) -> str:
    """Write a message as it is seen."""
    return (
        f"(picture {message.given['photo'].rpartition('/')[2]})" if "photo" in message.given else message.text
    )


@asynccontextmanager
async def on_zalo(dialog: Dialog, folder: Path) -> Opening:
    """Start a bot with a dialog's people."""
    ids = {name: f"{number_of(dialog, name):020x}" for name in dialog.listed("people")}
    known = roles(dialog, lambda name: f"zalo:{ids[name]}")
    async with FakeZalo().serve() as fake:
        people = {name: fake.user(name, number) for name, number in ids.items()}
        public = {"public_url": dialog.header["public"]} if "public" in dialog.header else {}
        async with running(fake, folder / "sohop.db", later=later(), links=LINKS, **known, **public) as bot:
            await fill(dialog, bot.store)
            yield OnZalo(fake, bot, people)
        assert not fake.violations, fake.violations
