"""What people do, and what the bot gets to know of it."""

from __future__ import annotations

import pytest

from tests.fake_telegram import Attachment, FakeTelegram
from tests.fake_telegram.server import Query
from tests.fake_telegram.world import Json


@pytest.fixture
def fake() -> FakeTelegram:
    return FakeTelegram()


def heard(fake: FakeTelegram) -> list[str]:
    """The texts that reached the bot."""
    messages = [queued.update.get("message", {}) for queued in fake.server.updates.queue]
    return [message["text"] for message in messages if "text" in message]


def test_message_ids_ascend_and_private_chats_share_them(fake: FakeTelegram) -> None:
    an, binh = fake.user("An"), fake.user("Bình")
    room = fake.supergroup("Ủy ban", an)
    ids = [fake.say(person, "x")[0].id for person in (an, binh, an)]

    assert ids == [1, 2, 3]
    assert [fake.say(an, "/x", chat=room)[0].id for _ in range(2)] == [1, 2]


def test_entities_move_with_the_part_they_stand_in(fake: FakeTelegram) -> None:
    text = "một " * 1000 + "\n\n" + "🏛 hai " * 400
    start = 4002
    bold = {"type": "bold", "offset": start, "length": 6}
    first, second = fake.say(fake.user(), text, entities=[bold])

    assert first.entities == []
    assert second.text.startswith("🏛 hai")
    assert second.entities == [{"type": "bold", "offset": 0, "length": 6}]


PRIVATE_IN_A_GROUP: list[tuple[str, bool]] = [
    ("/tasks", True),
    ("/tasks@sohop_bot", True),
    ("/tasks@other_bot", False),
    ("chuyện riêng của nhóm", False),
    ("@sohop_bot ơi", True),
]


@pytest.mark.parametrize(("text", "reaches"), PRIVATE_IN_A_GROUP)
def test_in_privacy_mode_a_bot_hears_only_what_is_meant_for_it(
    fake: FakeTelegram, text: str, *, reaches: bool
) -> None:
    an = fake.user()
    fake.say(an, text, chat=fake.group("Tổ một", an))

    assert heard(fake) == ([text] if reaches else [])


def test_an_admin_and_a_bot_without_privacy_hear_all() -> None:
    for fake, status in ((FakeTelegram(), "administrator"), (FakeTelegram(privacy=False), "member")):
        an = fake.user()
        fake.say(an, "chuyện nhóm", chat=fake.group("Tổ một", an, bot=status))

        assert heard(fake) == ["chuyện nhóm"]


def test_an_answer_to_the_bot_reaches_it(fake: FakeTelegram) -> None:
    an = fake.user()
    group = fake.group("Tổ một", an)
    asked = fake.server.world.post(group, fake.server.world.bot, {"text": "Hạn nào?"}, outgoing=True)
    fake.say(an, "thứ sáu", chat=group, reply_to=asked)

    assert heard(fake) == ["thứ sáu"]


def test_a_group_without_the_bot_is_silent(fake: FakeTelegram) -> None:
    an = fake.user()
    group = fake.group("Tổ một", an, bot="left")
    fake.say(an, "/tasks", chat=group)
    assert heard(fake) == []
    fake.add_bot(group, an)
    fake.say(an, "/tasks", chat=group)

    assert heard(fake) == ["/tasks"]


def test_who_blocked_the_bot_must_unblock_it_first(fake: FakeTelegram) -> None:
    an = fake.user(opened=True)
    fake.block(an)
    with pytest.raises(AssertionError, match="unblock first"):
        fake.say(an, "chào")


def test_only_buttons_that_are_there_can_be_pressed(fake: FakeTelegram) -> None:
    an = fake.user(opened=True)
    rows = [[{"text": "Lưu", "callback_data": "save"}, {"text": "Trang", "url": "https://example.vn"}]]
    fake.server.world.post(
        fake.place(an), fake.server.world.bot, {"text": "?"}, outgoing=True, markup={"inline_keyboard": rows}
    )

    assert isinstance(fake.press(an, "Lưu"), Query)
    with pytest.raises(AssertionError, match="no button 'Xóa' in"):
        fake.press(an, "Xóa")
    with pytest.raises(AssertionError, match="calls nothing"):
        fake.press(an, "Trang")


def test_menus_are_looked_up_as_telegram_does(fake: FakeTelegram) -> None:
    an = fake.user()
    group = fake.supergroup("Ủy ban", an)

    def menu(name: str) -> list[Json]:
        return [{"command": name, "description": name}]

    lists = [
        (("default", ""), ["a", "a"]),
        (("all_group_chats", ""), ["a", "b"]),
        (("all_private_chats", "vi"), ["c", "b"]),
        ((f"chat {group.id}", ""), ["c", "d"]),
        ((f"chat_member {group.id} {an.id}", "vi"), ["c", "e"]),
        ((f"chat {an.id}", ""), ["f", "e"]),
    ]
    seen = []
    for (key, expected), name in zip(lists, "abcdef", strict=True):
        fake.server.commands[key] = menu(name)
        seen.append(([*fake.menu(an), *fake.menu(an, chat=group)], expected))

    assert all(found == expected for found, expected in seen), seen


def test_transcripts_show_files_buttons_and_who_spoke(fake: FakeTelegram) -> None:
    an = fake.user("An", last_name="Lê")
    fake.say(an, "Báo cáo đây")
    fake.send(an, Attachment("quý 3.docx"), caption="kèm theo")
    fake.send(an, Attachment("nói.ogg", kind="voice"))
    rows = {"inline_keyboard": [[{"text": "Lưu"}, {"text": "Hủy"}], [{"text": "Xem chi tiết"}]]}
    fake.server.world.post(fake.place(an), fake.server.world.bot, {"text": "Lưu chứ?"}, markup=rows)

    assert fake.transcript(an) == (
        "An Lê: Báo cáo đây\n"
        "An Lê: <document quý 3.docx> kèm theo\n"
        "An Lê: <voice>\n"
        "Sổ Họp: Lưu chứ?\n"
        "  [Lưu] [Hủy]\n"
        "  [Xem chi tiết]"
    )
