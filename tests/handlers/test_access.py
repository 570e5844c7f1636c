"""Every command, by every role, in every kind of chat, typed and pressed: who gets what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest

from bot.access import Access, Identities
from handlers.chat import Place, Role, Sender
from handlers.commands import COMMANDS, Command
from handlers.texts import Texts
from tests.handlers.asking import Book
from tests.storage.examples import FULL

EVERYONE, OFFICIAL, STAFF, ADMIN = Role
BUTTON, CONSOLE = "only behind buttons", "only in the console"

# Who is answered, and where the command is not for everybody to type. A new command needs its row.
DECISIONS: dict[str, tuple[Role, str]] = {
    "start": (OFFICIAL, ""),
    "help": (OFFICIAL, ""),
    "whoami": (EVERYONE, ""),
    "latest": (OFFICIAL, ""),
    "reports": (OFFICIAL, ""),
    "report": (OFFICIAL, ""),
    "tasks": (OFFICIAL, ""),
    "targets": (OFFICIAL, ""),
    "compare": (OFFICIAL, ""),
    "series": (OFFICIAL, BUTTON),
    "versus": (OFFICIAL, BUTTON),
    "chart": (OFFICIAL, ""),
    "draw": (OFFICIAL, BUTTON),
    "limits": (OFFICIAL, ""),
    "people": (OFFICIAL, ""),
    "text": (OFFICIAL, ""),
    "source": (OFFICIAL, ""),
    "search": (OFFICIAL, ""),
    "find": (OFFICIAL, BUTTON),
    "freeze": (OFFICIAL, BUTTON),
    "frozen": (OFFICIAL, ""),
    "export": (OFFICIAL, ""),
    "post": (STAFF, ""),
    "done": (STAFF, ""),
    "cancel": (STAFF, ""),
    "save": (STAFF, BUTTON),
    "question": (OFFICIAL, BUTTON),
    "listed": (OFFICIAL, BUTTON),
    "details": (STAFF, BUTTON),
    "differ": (STAFF, BUTTON),
    "supplement": (STAFF, BUTTON),
    "edit": (STAFF, ""),
    "items": (STAFF, BUTTON),
    "ask": (STAFF, BUTTON),
    "put": (STAFF, BUTTON),
    "walk": (STAFF, BUTTON),
    "drop": (STAFF, BUTTON),
    "merge": (STAFF, BUTTON),
    "cut": (STAFF, BUTTON),
    "join": (STAFF, ""),
    "part": (STAFF, ""),
    "history": (STAFF, ""),
    "undo": (STAFF, ""),
    "drafts": (STAFF, ""),
    "preview": (STAFF, BUTTON),
    "discard": (STAFF, BUTTON),
    "delete": (STAFF, ""),
    "hide": (STAFF, BUTTON),
    "keep": (STAFF, BUTTON),
    "restore": (STAFF, ""),
    "status": (ADMIN, ""),
    "demo": (STAFF, CONSOLE),
    "undemo": (STAFF, CONSOLE),
}
ARGUMENTS = {
    "listed": "viec",
    "source": "1.1",
    "search": "ngân sách",
    "find": "ngan sach 1",
    "report": "1",
    "freeze": "tasks 1",
    "differ": "1 1 1",
    "supplement": "1 1 1",
    "compare": "thu ngân sách",
    "series": "1 1",
    "versus": "1 2",
    "draw": "1",
    "items": "1 tasks",
    "ask": "1.1 deadline",
    "put": "1.1 deadline -",
    "walk": "1",
    "drop": "1.1",
    "merge": "1.1",
    "cut": "1.1",
    "delete": "1",
    "hide": "1",
    "keep": "1",
    "restore": "1",
}

PEOPLE = {
    Role.UNKNOWN: Sender("telegram", "1"),
    Role.OFFICIAL: Sender("telegram", "2"),
    Role.STAFF: Sender("telegram", "3"),
    Role.ADMIN: Sender("telegram", "4"),
}
LISTED, UNLISTED = (Place("telegram", chat, private=False) for chat in ("-5", "-6"))
ACCESS = Access(
    Identities(
        admins=frozenset(["telegram:4"]),
        staff=frozenset(["telegram:3"]),
        officials=frozenset(["telegram:2", "telegram:-5"]),
    )
)
TEXTS = Texts("vi")


@dataclass(frozen=True)
class Case:
    """Somebody somewhere uses a command."""

    command: Command
    sender: Sender
    place: Place
    pressed: bool
    name: str

    @property
    def role(self) -> Role:
        return ACCESS.role(self.place, self.sender)

    def expected(self) -> str:
        """Tell what is to happen, from the decisions alone."""
        least, where = DECISIONS[self.command.name]
        if self.role is Role.UNKNOWN and not (least is EVERYONE and not self.pressed):
            return "own id" if self.place.private else "silence"
        if self.pressed:
            return "old button" if where == CONSOLE or self.role < least else "answer"
        if where:
            return "no such command"
        return "answer" if self.role >= least else "refusal"


def cases(command: Command) -> Iterator[Case]:
    for sender in PEOPLE.values():
        private = Place("telegram", sender.id)
        for place in (private, LISTED, UNLISTED):
            yield Case(command, sender, place, True, command.name)
            yield Case(command, sender, place, False, command.name)
            yield Case(command, sender, place, False, command.alias)


async def happened(case: Case, book: Book) -> str:
    """Use the command, and tell what happened."""
    book.role, book.place, book.sender = case.role, case.place, case.sender
    words = f"{case.name} {ARGUMENTS.get(case.command.name, '')}".strip()
    request = replace(book.request(), pressed=words) if case.pressed else book.request(f"/{words}")
    given = await book.answers(request)
    if not given:
        return "silence"
    return kind_of(given[0].text.text, case.sender)


def kind_of(text: str, sender: Sender) -> str:
    beginnings = {
        TEXTS("error.old_button"): "old button",
        "Không có lệnh /": "no such command",
        "Lệnh /": "refusal",
    }
    if text == TEXTS("unknown.person", identity=sender.identity):
        return "own id"
    return next((kind for words, kind in beginnings.items() if text.startswith(words)), "answer")


def test_every_command_has_a_decision() -> None:
    assert {command.name for command in COMMANDS} == set(DECISIONS)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
async def test_who_gets_an_answer(command: Command, book: Book) -> None:
    await book.keep(FULL)

    wrong = {
        case: given for case in cases(command) if (given := await happened(case, book)) != case.expected()
    }

    assert not wrong


async def test_whoami_tells_somebody_unknown_their_id_and_nothing_else(book: Book) -> None:
    await book.keep(FULL)
    book.role, book.place = Role.UNKNOWN, UNLISTED

    told = await book.says("/whoami")

    assert told.splitlines() == [
        "Mã của anh/chị: telegram:101",
        "Mã của nhóm này: telegram:-6",
        "Vai trò: chưa được cấp quyền",
        "Gửi mã này cho quản trị để được cấp quyền.",
    ]


@pytest.mark.parametrize("said", ["ngân sách", "1", "/foo", "/tasks 1", "Báo cáo họp " * 300])
async def test_whatever_somebody_unknown_says_they_learn_their_own_id(said: str, book: Book) -> None:
    await book.keep(FULL)
    book.role = Role.UNKNOWN

    assert await book.says(said) == TEXTS("unknown.person", identity="telegram:101")


async def test_edits_of_somebody_unknown_are_not_answered(book: Book) -> None:
    book.role = Role.UNKNOWN

    assert await book.answers(replace(book.request("/tasks"), edited=True)) == ()


async def test_the_console_has_the_samples_for_staff(book: Book) -> None:
    book.place, book.splits_at = Place("console", "local"), None
    book.role = Role.OFFICIAL
    refused = await book.says("/demo")
    book.role = Role.STAFF

    assert refused.startswith("Lệnh /demo dành cho văn phòng")
    assert (await book.says("/mau")).startswith("Đã nạp 3 báo cáo mẫu")
