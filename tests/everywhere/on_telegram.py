"""Telegram: the bot polls our strict server."""

from __future__ import annotations

from contextlib import asynccontextmanager
from pathlib import Path

from tests.bot.telegram.running import Running, running
from tests.dialogs.script import Dialog
from tests.dialogs.stage import LINKS
from tests.documents.making import FILES
from tests.everywhere.driver import LONG, PAUSES, Driver, Opening, fill, later, number_of, roles
from tests.fake_telegram import Attachment, FakeTelegram, Message, User

SENDS = ("sendMessage", "sendPhoto", "sendDocument")
KINDS = {"a photo": ("trang-giay.png", "photo"), "a recording": ("thong-bao.pdf", "voice")}
"""Files by what they are sent as; what is in a recording nobody looks at."""


class OnTelegram(Driver):
    """People with a client of Telegram."""

    def __init__(self, fake: FakeTelegram, bot: Running, people: dict[str, User]):
        self._fake = fake
        self._bot = bot
        self._people = people
        self._said: dict[str, list[Message]] = {}
        self._seen = 0

    async def says(self, who: str, text: str) -> None:
        self._said.setdefault(who, []).extend(self._fake.say(self._people[who], text))

    async def chooses(self, who: str, label: str) -> None:
        self._fake.press(self._people[who], label)

    async def sends(self, who: str, what: str) -> None:
        name, kind = KINDS.get(what, (what, "document"))
        data = (FILES / name).read_bytes()
        self._fake.send(self._people[who], Attachment(name, data, kind))

    async def edits(self, who: str, old: str, new: str) -> None:
        message = next(m for m in reversed(self._said[who]) if old in m.text)
        self._fake.edit(message, message.text.replace(old, new))

    async def answered(self, who: str) -> list[str]:
        await self._fake.drained(LONG)
        await self._bot.idle()
        await self._bot.until(PAUSES, [(0,)])
        await self._bot.idle()
        calls, self._seen = self._fake.calls[self._seen :], len(self._fake.calls)
        shown = [
            (self._message(call.answer["result"]["message_id"], who), call.method)
            for call in calls
            if call.answer and call.ok and call.method in (*SENDS, "editMessageText")
        ]
        texts = [self._shown(m, in_place=method not in SENDS) for m, method in shown if m and not m.deleted]
        return "\n---\n".join(texts).splitlines()

    def _message(self, number: int, who: str) -> Message | None:
        return next((m for m in self._fake.messages(self._people[who]) if m.id == number), None)

    def _shown(self, message: Message, *, in_place: bool) -> str:
        """Write a message as it is seen."""
        above = ["(in place)"] if in_place else []
        if message.media:
            kind = "picture" if message.media == "photo" else "file"
            above.append(f"({kind} {self._fake.file(message).name})")
        rows = [" ".join(f"[{label}]" for label in row) for row in message.buttons]
        return "\n".join([*above, *([message.text] if message.text else []), *rows])


@asynccontextmanager
async def on_telegram(dialog: Dialog, folder: Path) -> Opening:
    """Start a bot with a dialog's people."""
    async with FakeTelegram().serve() as fake:
        people = {name: fake.user(name, id=number_of(dialog, name)) for name in dialog.listed("people")}
        known = roles(dialog, lambda name: f"telegram:{number_of(dialog, name)}")
        async with running(fake, folder / "sohop.db", later=later(), links=LINKS, **known) as bot:
            await fill(dialog, bot.store)
            yield OnTelegram(fake, bot, people)
        # people of a test write quicker than those in life
        assert not [told for told in fake.violations if "message a second" not in told]
