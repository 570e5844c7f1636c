"""Nobody without a role gets data, in private or in groups (reference/telegram.md 2.5, 2.7).

Every command with every role is walked in `tests/handlers`; here is what Telegram adds: groups and who
speaks in them, mentions, answers, other bots, channels, buttons that somebody made up.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.bot.telegram.conftest import Office
from tests.bot.telegram.running import (
    GROUP,
    LONG,
    STAFF,
    Running,
    running,
    texts,
)
from tests.bot.telegram.texts import long_report, short_report
from tests.fake_telegram import Attachment, Chat, FakeTelegram

DATA = ("Mỹ Hòa Tây", "Nguyễn Thị Bích Thủy", "nước sạch", "1.1")
"""What stands in the stored report only."""


@pytest.fixture
async def stored(bot: Running) -> Running:
    await bot.store(short_report())
    return bot


@pytest.fixture
def group(fake: FakeTelegram, office: Office) -> Chat:
    """A listed group; its bot hears everything."""
    return fake.server.world.add_chat(Chat(GROUP, "supergroup", "Ủy ban", bot_status="administrator"))


@pytest.fixture
def unlisted(fake: FakeTelegram, office: Office) -> Chat:
    return fake.supergroup("Nhóm lạ", office.official, office.stranger, bot="administrator")


async def quiet(fake: FakeTelegram, bot: Running) -> None:
    """Wait until everything is handled, and would be answered."""
    await fake.drained(LONG)
    await bot.idle()


def told(fake: FakeTelegram, chat: Any) -> list[str]:
    """The data that a chat got to see."""
    return [word for word in DATA for text in texts(fake, chat) if word in text]


ATTEMPTS = [
    "/start",
    "/latest",
    "/tasks 1",
    "/search Mỹ Hòa Tây",
    "Mỹ Hòa Tây",
    "/source 1.1",
    "1",
    "/status",
]


async def test_whoever_has_no_role_learns_their_id_and_nothing_else(
    fake: FakeTelegram, stored: Running, office: Office
) -> None:
    strangers = [fake.user(f"Người lạ {number}", id=900 + number) for number in range(len(ATTEMPTS))]
    for person, attempt in zip(strangers, ATTEMPTS, strict=True):
        fake.say(person, attempt)
    for person in strangers:
        answer = await fake.next_message(person, LONG)
        assert f"telegram:{person.id}" in answer.text
        assert answer.buttons == []
        assert told(fake, person) == []


async def test_a_stranger_cannot_post(fake: FakeTelegram, stored: Running, office: Office) -> None:
    fake.say(office.stranger, long_report("Tân Thạnh", opinions=9))
    [said] = fake.say(office.stranger, "/post")
    fake.edit(said, short_report("Tân Thạnh"))
    await quiet(fake, stored)

    assert await stored.rows("SELECT id FROM draft") == []


@pytest.mark.parametrize("access", ["private", "open"])
async def test_open_access_lets_everybody_ask_and_nobody_post(
    fake: FakeTelegram, book: Path, office: Office, access: str
) -> None:
    async with running(fake, book, access=access) as bot:
        await bot.store(short_report())
        fake.say(office.stranger, "/latest")
        await fake.next_message(office.stranger, LONG)
        fake.say(office.stranger, "/post")
        await quiet(fake, bot)

        assert bool(told(fake, office.stranger)) == (access == "open")
        assert await bot.rows("SELECT id FROM draft") == []


# Groups


async def test_a_group_that_is_not_listed_gets_nothing(
    fake: FakeTelegram, stored: Running, office: Office, unlisted: Chat
) -> None:
    """Not even for an official: people without a role would read along."""
    for text in ("/latest", "/latest@sohop_bot", "@sohop_bot Mỹ Hòa Tây", "/tasks 1", "1"):
        fake.say(office.official, text, chat=unlisted)
        fake.say(office.stranger, text, chat=unlisted)
        fake.say(office.official, text, chat=unlisted, anonymous=True)
    await quiet(fake, stored)

    assert texts(fake, unlisted) == []


async def test_a_group_can_be_asked_for_its_id(
    fake: FakeTelegram, stored: Running, office: Office, unlisted: Chat
) -> None:
    fake.say(office.stranger, "/whoami@sohop_bot", chat=unlisted)
    answer = await fake.next_message(unlisted, LONG)

    assert f"telegram:{unlisted.id}" in answer.text
    assert told(fake, unlisted) == []


ASKED = ["/tasks", "/tasks@sohop_bot", "/tasks@SOHOP_BOT", "@sohop_bot Mỹ Hòa Tây", "Mỹ Hòa Tây @sohop_bot"]


@pytest.mark.parametrize("text", ASKED)
@pytest.mark.parametrize("anonymous", [False, True], ids=["member", "anonymous admin"])
async def test_in_a_listed_group_everybody_may_ask(
    fake: FakeTelegram, stored: Running, office: Office, group: Chat, text: str, *, anonymous: bool
) -> None:
    [asked] = fake.say(office.stranger, text, chat=group, anonymous=anonymous)
    answer = await fake.next_message(group, LONG)

    assert told(fake, group)
    assert answer.reply_to is asked


async def test_a_question_may_be_an_answer_to_the_bot(
    fake: FakeTelegram, stored: Running, office: Office, group: Chat
) -> None:
    fake.say(office.stranger, "/whoami", chat=group)
    first = await fake.next_message(group, LONG)
    fake.say(office.stranger, "nước sạch", chat=group, reply_to=first)

    assert "nước sạch" in (await fake.next_message(group, LONG)).text


SILENT = ["chào cả nhà", "Mỹ Hòa Tây", "/tasks@other_bot", "@other_bot Mỹ Hòa Tây", "7", long_report()]


@pytest.mark.parametrize("text", SILENT, ids=[text[:20] for text in SILENT])
async def test_what_is_said_to_others_is_left_alone(
    fake: FakeTelegram, stored: Running, office: Office, group: Chat, text: str
) -> None:
    """A long text of staff too: they may talk to each other about a report."""
    fake.say(office.staff, text, chat=group)
    await quiet(fake, stored)

    assert texts(fake, group) == []
    assert await stored.rows("SELECT id FROM draft") == []


async def test_files_among_others_are_left_alone(
    fake: FakeTelegram, stored: Running, office: Office, group: Chat
) -> None:
    fake.send(office.staff, Attachment("ảnh.png", kind="photo"), chat=group)
    fake.send(office.staff, Attachment("a.docx"), chat=group, caption="@sohop_bot xem giúp")
    answer = await fake.next_message(group, LONG)
    await quiet(fake, stored)

    assert "tệp" in answer.text
    assert len(fake.messages(group)) == 1


async def test_in_private_a_command_for_another_bot_is_not_ours_either(
    fake: FakeTelegram, stored: Running, office: Office
) -> None:
    fake.say(office.official, "/tasks@other_bot")
    await quiet(fake, stored)

    assert texts(fake, office.official) == []


async def test_a_channel_is_not_asked_for_and_not_answered(
    fake: FakeTelegram, stored: Running, office: Office
) -> None:
    """Also where an earlier set-up had asked Telegram for its posts."""
    channel = fake.channel()
    assert fake.post(channel, "/latest").update is None
    fake.server.updates.allowed = ["message", "channel_post"]
    assert fake.post(channel, "/latest").update is not None
    fake.say(office.official, "/whoami")
    await fake.next_message(office.official, LONG)
    await quiet(fake, stored)

    assert fake.messages(channel) == []


async def test_a_post_that_telegram_copies_into_a_listed_group_is_no_question(
    fake: FakeTelegram, stored: Running, office: Office, group: Chat
) -> None:
    channel = fake.channel()
    [copied] = fake.say(office.stranger, short_report("Tân Thạnh"), chat=group, quiet=True)
    service = {"id": 777000, "is_bot": False, "first_name": "Telegram"}
    copy = {
        **copied.to_json(),
        "from": service,
        "sender_chat": channel.to_json(),
        "is_automatic_forward": True,
    }
    fake.inject("message", copy)
    await quiet(fake, stored)

    assert texts(fake, group) == []
    assert await stored.rows("SELECT id FROM draft") == []


async def test_staff_of_a_listed_group_post_for_themselves(
    fake: FakeTelegram, bot: Running, office: Office, group: Chat
) -> None:
    """Members of the group may ask, not post; and a draft is its owner's."""
    fake.say(office.staff, f"@sohop_bot {short_report()}", chat=group)
    await fake.message_with("Xem trước", group, LONG)
    fake.press(office.stranger, "Lưu", chat=group)
    await quiet(fake, bot)
    fake.press(office.colleague, "Lưu", chat=group)
    await fake.message_with("Bản nháp này của người khác", group, LONG)
    fake.press(office.staff, "Lưu", chat=group)
    await fake.message_with("Đã lưu thành báo cáo 1", group, LONG)

    assert await bot.rows("SELECT posted_by FROM report") == [(f"telegram:{STAFF}",)]


# Buttons that somebody made up

FORGED = [
    "save 1",
    "details 1",
    "cancel 1",
    "report 1",
    "find nước sạch 1",
    "status",
    "demo",
    "post",
    "nonsense",
    "",
    " ",
    "report " + "9" * 50,
    "report -1",
    "tasks 1 999999999999999999",
    "Đ" * 32,  # 64 bytes
    "\x00",
    "/latest",
    "save 1; DROP TABLE report",
]


async def test_a_forged_button_gives_nothing_away(
    fake: FakeTelegram, stored: Running, office: Office
) -> None:
    """`save 1`, `details 1` are somebody else's draft in another chat."""
    fake.say(office.staff, short_report("Tân Thạnh"))
    await fake.message_with("Xem trước", office.staff, LONG)
    strangers = [fake.user(f"Người lạ {number}", id=900 + number) for number in range(len(FORGED))]
    officials = office.others[: len(FORGED)]
    queries = []
    for people in (strangers, officials):
        for person, data in zip(people, FORGED, strict=True):
            person.opened = True
            message = fake.server.world.post(fake.place(person), None, {"text": "cũ"}, outgoing=True)
            queries.append(fake.call_back(person, message, data))
    for query in queries:
        await fake.answer_of(query, LONG)
    await quiet(fake, stored)

    assert await stored.rows("SELECT count(*) FROM report") == [(1,)]
    assert await stored.rows("SELECT count(*) FROM draft") == [(1,)]
    assert await stored.rows("SELECT * FROM fault") == []
    assert [told(fake, person) for person in strangers] == [[]] * len(FORGED)
    assert "Tân Thạnh" not in str([texts(fake, person) for person in officials])
    assert "Mỹ Hòa Tây" in str([texts(fake, person) for person in officials])


async def test_a_button_without_data_is_only_acknowledged(
    fake: FakeTelegram, stored: Running, office: Office
) -> None:
    """Of a game, or of a message sent by way of another chat: there is nothing to answer."""
    person = office.official.to_json()
    query = fake._new_query()
    fake.inject(
        "callback_query", {"id": query.id, "from": person, "chat_instance": "1", "game_short_name": "x"}
    )
    assert await fake.answer_of(query, LONG) is not None
    await quiet(fake, stored)

    assert fake.sent == []


async def test_who_is_no_longer_listed_keeps_no_buttons(
    fake: FakeTelegram, book: Path, office: Office
) -> None:
    async with running(fake, book) as bot:
        await bot.store(short_report())
        fake.say(office.official, "/tasks")
        await fake.next_message(office.official, LONG)
    async with running(fake, book, officials=frozenset()) as bot:
        fake.press(office.official, "Trang sau")
        await fake.message_with("chưa được cấp quyền", office.official, LONG)
        await quiet(fake, bot)

    assert "Trang 2/2" not in "".join(texts(fake, office.official))
