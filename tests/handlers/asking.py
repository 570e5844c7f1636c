"""Ask the router as somebody somewhere, on a real database."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone

from handlers import router
from handlers.chat import Place, Reply, Request, Role, Sender
from handlers.context import MAX_REPORT_CHARS, Context, Program
from handlers.texts import Language, Texts
from reports.model import Report
from storage import reports
from storage.db import Database, Session

NOW = datetime(2026, 10, 20, 8, 0, tzinfo=timezone(timedelta(hours=7)))
TELEGRAM_UNITS = 4096
ALONE = Place("telegram", "101")
LAN = Sender("telegram", "101", "Lan")


@dataclass
class Book:
    """A meeting book, and somebody who asks it."""

    db: Database
    role: Role = Role.ADMIN
    place: Place = ALONE
    sender: Sender = LAN
    language: Language = "vi"
    splits_at: int | None = TELEGRAM_UNITS
    now: datetime = NOW
    position: int = 0
    most_characters: int = MAX_REPORT_CHARS

    async def keep(self, report: Report) -> int:
        """Store a report; gives its number."""
        async with self.db.session() as session:
            return await reports.add(session, report, posted_by="telegram:101", at=NOW.astimezone(UTC))

    async def answers(self, request: Request) -> tuple[Reply, ...]:
        """Answer a request."""
        async with self.db.session() as session:
            program = Program("1.0", NOW - timedelta(days=2))
            return await router.answer(request, self.context(session, program))

    def context(self, session: Session, program: Program) -> Context:
        """Give what a handler needs besides a request."""
        texts = Texts(self.language)
        return Context(session, texts, self.now, program, most_characters=self.most_characters)

    async def says(self, text: str) -> str:
        """Say something; gives the words of the answer, "" for silence."""
        return "\n---\n".join(reply.text.text for reply in await self.answers(self.request(text)))

    async def reply(self, text: str) -> Reply:
        """Say something that has one answer."""
        (reply,) = await self.answers(self.request(text))
        return reply

    async def presses(self, action: str) -> Reply:
        """Press a button that has one answer."""
        (reply,) = await self.answers(replace(self.request(), pressed=action, pressed_on=1))
        return reply

    def request(self, text: str = "") -> Request:
        """Write the next request of this person."""
        self.position += 1
        return Request(
            place=self.place,
            sender=self.sender,
            time=self.now,
            role=self.role,
            text=text,
            position=self.position,
            splits_at=self.splits_at,
        )


def actions(reply: Reply) -> list[str]:
    """List what the buttons under a reply do."""
    return [choice.action for row in reply.choices for choice in row]
