"""Telegram's command menus by role and language (reference/telegram.md 2.5)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.telegram.menus import commands_of
from handlers.chat import Role
from handlers.commands import COMMANDS
from handlers.texts import Language
from tests.bot.telegram.conftest import Office
from tests.bot.telegram.running import GROUP, LONG, OFFICIAL, Running, calls_of, running
from tests.fake_telegram import Chat, FakeTelegram, User

SET, DELETED = "setMyCommands", "deleteMyCommands"


async def menus_are_set(bot: Running) -> None:
    """Wait for the menu of everybody, which is set at the start, and for those of people."""
    await bot.until("SELECT count(*) FROM fact WHERE name = 'menu telegram everyone' AND value <> ''", [(1,)])


async def open_bot(bot: Running, person: User) -> None:
    """Write for the first time: before, Telegram does not know the chat."""
    bot.fake.say(person, "/start")
    await bot.until(f"SELECT value <> '' FROM fact WHERE name = 'menu telegram {person.id}'", [(1,)])


def taken_back_from(fake: FakeTelegram, person: User) -> list[dict[str, Any]]:
    return [call for call in calls_of(fake, DELETED) if call["scope"].get("chat_id") == person.id]


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_menu_is_what_telegram_takes(role: Role, language: Language) -> None:
    commands = commands_of(role, language)

    assert 0 < len(commands) <= 100
    assert all(0 < len(command.description) <= 256 for command in commands)
    assert all(c.command.isascii() and c.command.islower() and len(c.command) <= 32 for c in commands)


async def test_everybody_sees_the_commands_of_their_role(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    await menus_are_set(bot)
    for person in (office.admin, office.staff, office.official):
        await open_bot(bot, person)
    roles = {office.admin.id: Role.ADMIN, office.staff.id: Role.STAFF, office.official.id: Role.OFFICIAL}
    wanted = {
        number: {c.name for c in COMMANDS if c.typed and c.name != "start" and c.is_for(role, "telegram")}
        for number, role in roles.items()
    }

    assert {number: set(fake.menu(number)) for number in roles} == wanted
    assert set(fake.menu(office.stranger)) == {"whoami"}
    assert "status" not in fake.menu(office.staff)
    assert "post" not in fake.menu(office.official)


async def test_menus_speak_the_persons_language(fake: FakeTelegram, bot: Running, office: Office) -> None:
    office.official.language_code = "en"
    await open_bot(bot, office.official)

    assert fake.menu(office.official)["tasks"] == "tasks, assignees, deadlines"
    office.official.language_code = "vi"
    assert fake.menu(office.official)["tasks"] == "nhiệm vụ, đơn vị, thời hạn"
    office.official.language_code = "fr"
    assert fake.menu(office.official)["tasks"] == "nhiệm vụ, đơn vị, thời hạn"


async def test_menus_are_set_only_when_they_changed(fake: FakeTelegram, book: Path, office: Office) -> None:
    listed = frozenset({f"telegram:{OFFICIAL}"})
    async with running(fake, book, officials=listed) as bot:
        await menus_are_set(bot)
        await open_bot(bot, office.official)
    before = len(calls_of(fake, SET))
    async with running(fake, book, officials=listed):
        fake.say(office.official, "/start")
        await fake.next_message(office.official, LONG)
        await fake.next_message(office.official, LONG)
    assert len(calls_of(fake, SET)) == before == 6
    async with running(fake, book, staff=listed):
        await fake.wait_for(lambda: "post" in fake.menu(office.official), LONG)
    assert len(calls_of(fake, SET)) == before + 3


async def test_nobody_who_never_wrote_costs_a_call(fake: FakeTelegram, bot: Running, office: Office) -> None:
    """Telegram would refuse each of them, at every start, and there may be thousands."""
    await menus_are_set(bot)
    await open_bot(bot, office.official)

    chats = {call["scope"].get("chat_id") for call in calls_of(fake, SET)}
    assert OFFICIAL in chats
    assert chats <= {None, OFFICIAL, GROUP}


async def test_who_is_no_longer_listed_gets_everybodys_menu(
    fake: FakeTelegram, book: Path, office: Office
) -> None:
    async with running(fake, book) as bot:
        await open_bot(bot, office.official)
    async with running(fake, book, officials=frozenset()) as bot:
        await bot.until(f"SELECT count(*) FROM fact WHERE name = 'menu telegram {OFFICIAL}'", [(0,)])
        assert set(fake.menu(office.official)) == {"whoami"}
    taken_back = taken_back_from(fake, office.official)
    async with running(fake, book, officials=frozenset()) as bot:
        await menus_are_set(bot)

    assert {call.get("language_code") for call in taken_back} == {None, "vi", "en"}
    assert taken_back_from(fake, office.official) == taken_back


async def test_with_open_access_everybody_sees_what_officials_see(
    fake: FakeTelegram, book: Path, office: Office
) -> None:
    async with running(fake, book, access="open"):
        await fake.wait_for(lambda: "latest" in fake.menu(office.stranger), LONG)

    assert "post" not in fake.menu(office.stranger)


async def test_a_listed_group_has_its_menu(fake: FakeTelegram, book: Path, office: Office) -> None:
    group = fake.server.world.add_chat(Chat(GROUP, "supergroup", "Ủy ban"))
    async with running(fake, book):
        await fake.wait_for(lambda: "latest" in fake.menu(office.stranger, chat=group), LONG)

    assert "post" not in fake.menu(office.staff, chat=group)


async def test_a_group_that_moved_keeps_nobody_from_their_menu(
    fake: FakeTelegram, book: Path, office: Office
) -> None:
    """Its old id still stands in the settings, and comes first there."""
    group = fake.server.world.add_chat(Chat(GROUP, "group", "Tổ họp"))
    fake.migrate(group, office.official)
    async with running(fake, book) as bot:
        await open_bot(bot, office.staff)
    async with running(fake, book, language="en") as bot:
        office.staff.language_code = "fr"
        await fake.wait_for(lambda: fake.menu(office.staff).get("post") == "post a report", LONG)


async def test_who_blocked_the_bot_keeps_nobody_from_their_menu(
    fake: FakeTelegram, book: Path, office: Office
) -> None:
    async with running(fake, book) as bot:
        await open_bot(bot, office.official)
        await open_bot(bot, office.staff)
    fake.block(office.official)
    async with running(fake, book, language="en"):
        office.staff.language_code = "fr"
        await fake.wait_for(lambda: fake.menu(office.staff).get("post") == "post a report", LONG)


async def test_a_menu_that_was_set_but_not_noted_can_be_taken_back(
    fake: FakeTelegram, book: Path, office: Office
) -> None:
    """The bot was stopped in between."""
    async with running(fake, book) as bot:
        await menus_are_set(bot)
        fake.faults.connection("stall", method=SET, contains='"language_code": "en"', times=None)
        fake.say(office.official, "/start")
        await fake.wait_for(lambda: "latest" in fake.menu(office.official), LONG)
    fake.faults.clear()
    async with running(fake, book, officials=frozenset()):
        await fake.wait_for(lambda: set(fake.menu(office.official)) == {"whoami"}, LONG)


@pytest.mark.parametrize("fault", ["too many", "error"])
async def test_a_menu_that_could_not_be_set_is_tried_again(
    fake: FakeTelegram, book: Path, office: Office, fault: str
) -> None:
    if fault == "error":
        fake.faults.error(502, method=SET)
    else:
        fake.faults.too_many_requests(1, method=SET)
    async with running(fake, book):
        await fake.wait_for(lambda: set(fake.menu(office.stranger)) == {"whoami"}, LONG)
