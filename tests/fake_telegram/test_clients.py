"""The same conversations, held by python-telegram-bot and by aiogram."""

from __future__ import annotations

import asyncio

import pytest

from tests.fake_telegram import PNG, Attachment, FakeTelegram
from tests.fake_telegram.clients import Client, RefusedError
from tests.fake_telegram.entities import utf16_length

LONG_REPORT = "\n\n".join(f"{n}." + " Giao Văn phòng Ủy ban theo dõi, đôn đốc." * 12 for n in range(15))


async def test_the_bot_knows_itself(client: Client) -> None:
    me = await client.me()

    assert me["is_bot"]
    assert me["username"] == "sohop_bot"


async def test_start_is_a_command_and_is_answered(fake: FakeTelegram, client: Client) -> None:
    an = fake.user("An")
    fake.say(an, "/start")
    [update] = await client.updates(wait=5)
    await client.send(update["message"]["chat"]["id"], "Xin chào <b>An</b> 🏛 <i>đây</i>", parse_mode="HTML")

    assert update["message"]["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    sent = await fake.next_message(an)
    assert sent.text == "Xin chào An 🏛 đây"
    assert [(e["type"], e["offset"], e["length"]) for e in sent.entities] == [
        ("bold", 9, 2),
        ("italic", 15, 3),
    ]
    assert fake.transcript(an) == "An: /start\nSổ Họp: Xin chào An 🏛 đây"


async def test_an_edit_must_change_something(fake: FakeTelegram, client: Client) -> None:
    an = fake.user("An", opened=True)
    sent = await client.send(an.id, "như cũ")
    with pytest.raises(RefusedError, match=r"(?i)message is not modified: specified new message content"):
        await client.edit(an.id, sent["message_id"], "như cũ")
    fake.delete(fake.last(an))
    with pytest.raises(RefusedError, match=r"(?i)message to edit not found"):
        await client.edit(an.id, sent["message_id"], "mới")


async def test_a_long_report_comes_in_two_parts(fake: FakeTelegram, client: Client) -> None:
    an = fake.user("An")
    fake.say(an, LONG_REPORT)
    updates = await client.updates(wait=5)
    parts = [update["message"] for update in updates]

    assert len(parts) == 2
    assert parts[1]["message_id"] == parts[0]["message_id"] + 1
    assert 2048 < utf16_length(parts[0]["text"]) <= 4096
    assert "\n\n".join(part["text"] for part in parts) == LONG_REPORT
    assert await client.updates(offset=updates[-1]["update_id"] + 1) == []


async def test_a_button_is_pressed_and_the_message_changes(fake: FakeTelegram, client: Client) -> None:
    an = fake.user("An", opened=True)
    sent = await client.send(an.id, "Lưu báo cáo này?", [[("Lưu", "save:1"), ("Hủy", "drop:1")]])
    query = fake.press(an, "Lưu")
    [update] = await client.updates(wait=5)
    pressed = update["callback_query"]
    await client.answer(pressed["id"], "Đã lưu")
    edited = await client.edit(an.id, sent["message_id"], "Đã lưu báo cáo.", [[("Xem", "show:1")]])

    assert pressed["data"] == "save:1"
    assert pressed["message"]["reply_markup"]["inline_keyboard"][0][1]["text"] == "Hủy"
    assert (await fake.answer_of(query))["text"] == "Đã lưu"
    assert edited["edit_date"]
    assert fake.transcript(an) == "Sổ Họp: Đã lưu báo cáo.\n  [Xem]"


async def test_a_button_is_answered_once(fake: FakeTelegram, client: Client) -> None:
    an = fake.user("An", opened=True)
    await client.send(an.id, "Lưu?", [[("Lưu", "save")]])
    query = fake.press(an, "Lưu")
    await client.answer(query.id)

    with pytest.raises(RefusedError, match=r"(?i)query is too old and response timeout expired"):
        await client.answer(query.id)


async def test_documents_go_up_and_come_down_unchanged(fake: FakeTelegram, client: Client) -> None:
    an = fake.user("An", opened=True)
    data = bytes(range(256)) * 50 + b"\r\n--\r\n\n"
    sent = await client.send_document(an.id, "Báo cáo quý III.docx", data, "Kèm theo")
    fake.send(an, Attachment("nghị quyết.pdf", data), caption="/dang theo mẫu")
    [update] = await client.updates(wait=5)

    assert sent["document"]["file_name"] == "Báo cáo quý III.docx"
    assert sent["caption"] == "Kèm theo"
    assert await client.download(sent["document"]["file_id"]) == data
    assert update["message"]["caption_entities"][0]["type"] == "bot_command"
    assert update["message"]["document"]["mime_type"] == "application/pdf"
    assert await client.download(update["message"]["document"]["file_id"]) == data
    assert "An: <document nghị quyết.pdf> /dang theo mẫu" in fake.transcript(an)


async def test_a_file_above_20_mib_cannot_be_fetched(fake: FakeTelegram, client: Client) -> None:
    [large] = fake.send(fake.user("An"), Attachment("lớn.pdf", size=(20 << 20) + 1))

    with pytest.raises(RefusedError, match=r"(?i)file is too big"):
        await client.download(large.file_id)


async def test_albums_go_out_and_come_in(fake: FakeTelegram, client: Client) -> None:
    an = fake.user("An")
    fake.send(an, Attachment("1.pdf"), Attachment("2.pdf"), caption="Hai văn bản")
    updates = await client.updates(wait=5)
    sent = await client.send_album(an.id, [("a.txt", b"a"), ("b.txt", b"b")])

    assert len({update["message"]["media_group_id"] for update in updates}) == 1
    assert ["caption" in update["message"] for update in updates] == [True, False]
    assert len({message["media_group_id"] for message in sent}) == 1
    assert [message["document"]["file_name"] for message in sent] == ["a.txt", "b.txt"]


async def test_photos_go_out(fake: FakeTelegram, client: Client) -> None:
    sent = await client.send_photo(fake.user("An", opened=True).id, PNG)

    assert sent["photo"][0]["file_id"]
    assert fake.file(fake.last()).data == PNG


async def test_commands_are_kept_by_scope_and_language(fake: FakeTelegram, client: Client) -> None:
    an, binh = fake.user("An", opened=True), fake.user("Bình", opened=True)
    await client.set_commands({"help": "Help"})
    await client.set_commands({"trogiup": "Trợ giúp"}, language="vi")
    await client.set_commands({"trogiup": "Trợ giúp", "nhiemvu": "Nhiệm vụ"}, chat=an.id)

    assert await client.commands() == {"help": "Help"}
    assert await client.commands(chat=an.id) == {"trogiup": "Trợ giúp", "nhiemvu": "Nhiệm vụ"}
    assert await client.commands(chat=binh.id) == {}
    assert fake.menu(an).keys() == {"trogiup", "nhiemvu"}
    assert fake.menu(binh).keys() == {"trogiup"}


async def test_commands_for_somebody_who_never_opened_the_bot_are_refused(
    fake: FakeTelegram, client: Client
) -> None:
    with pytest.raises(RefusedError, match=r"(?i)chat not found"):
        await client.set_commands({"help": "Help"}, chat=fake.user("Lạ").id)


async def test_a_flood_is_told_how_long_to_wait(fake: FakeTelegram, client: Client) -> None:
    an = fake.user("An", opened=True)
    fake.faults.too_many_requests(3, method="sendMessage")
    with pytest.raises(RefusedError) as caught:
        await client.send(an.id, "một")
    await client.send(an.id, "hai")

    assert caught.value.retry_after == 3
    assert [message.text for message in fake.messages(an)] == ["hai"]


async def test_a_migrated_group_tells_its_new_id(fake: FakeTelegram, client: Client) -> None:
    an = fake.user("An")
    old = fake.group("Tổ một", an)
    new = fake.migrate(old, an)
    with pytest.raises(RefusedError) as caught:
        await client.send(old.id, "chào")
    await client.send(new.id, "chào")
    [first, second] = await client.updates()

    assert caught.value.migrate_to == new.id
    assert first["message"]["migrate_to_chat_id"] == new.id
    assert second["message"]["migrate_from_chat_id"] == old.id


async def test_who_blocked_the_bot_is_not_written_to(fake: FakeTelegram, client: Client) -> None:
    an = fake.user("An", opened=True)
    fake.block(an)
    [update] = await client.updates()
    with pytest.raises(RefusedError, match=r"(?i)bot was blocked by the user"):
        await client.send(an.id, "chào")
    fake.unblock(an)
    await client.send(an.id, "chào lại")

    assert update["my_chat_member"]["new_chat_member"]["status"] == "kicked"


async def test_webhooks_are_delivered_with_their_secret_until_accepted(
    fake: FakeTelegram, client: Client
) -> None:
    seen: list[tuple[str, int]] = []

    async def accept_at_the_third(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
        secret = head.partition("x-telegram-bot-api-secret-token: ")[2].split("\r\n")[0]
        seen.append((secret, len(seen)))
        status = "200 OK" if len(seen) > 2 else "500 Oh No"
        writer.write(f"HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".encode())
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(accept_at_the_third, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        await client.set_webhook(f"http://127.0.0.1:{port}/hook", "bí-mật".encode().hex())
        fake.say(fake.user("An"), "chào")
        await fake.drained()
        with pytest.raises(RefusedError, match=r"(?i)can't use getUpdates method while webhook is active"):
            await client.updates()
        await client.delete_webhook()

    assert [secret for secret, _ in seen] == ["bí-mật".encode().hex()] * 3
    assert await client.updates() == []


async def test_the_bot_can_look_around_in_a_group(fake: FakeTelegram, client: Client) -> None:
    an, binh = fake.user("An"), fake.user("Bình")
    group = fake.supergroup("Ủy ban", an, binh)
    fake.promote(group, an)
    seen = await client.look_around(group.id, binh.id)

    assert seen["chat"]["title"] == "Ủy ban"
    assert seen["member"]["status"] == seen["bot"]["status"] == "member"
    assert [admin["user"]["first_name"] for admin in seen["admins"]] == ["An"]
    assert seen["count"] == 3


async def test_an_answer_in_a_topic_stays_in_the_topic(fake: FakeTelegram, client: Client) -> None:
    an = fake.user("An")
    group = fake.supergroup("Ủy ban", an, topics=True)
    thread = fake.topic(group, "Báo cáo")
    fake.say(an, "/tasks", chat=group, thread=thread)
    [update] = await client.updates()
    message = update["message"]
    sent = await client.send(group.id, "Chưa có.", message_thread_id=thread, reply_to=message["message_id"])

    assert message["message_thread_id"] == thread
    assert message["is_topic_message"]
    assert message["reply_to_message"]["forum_topic_created"]["name"] == "Báo cáo"
    assert sent["message_thread_id"] == thread
    assert sent["reply_to_message"]["text"] == "/tasks"


async def test_a_deleted_message_is_gone(fake: FakeTelegram, client: Client) -> None:
    an = fake.user("An", opened=True)
    sent = await client.send(an.id, "nhầm")
    await client.delete(an.id, sent["message_id"])

    assert fake.transcript(an) == ""
    with pytest.raises(RefusedError, match=r"(?i)message to delete not found"):
        await client.delete(an.id, sent["message_id"])


async def test_a_forwarded_message_tells_where_it_was_first_sent(fake: FakeTelegram, client: Client) -> None:
    """By the fields of the Bot API, kind by kind; forwarded again it keeps its first origin."""
    an, boss = fake.user("An", last_name="Nguyễn"), fake.user("Sếp")
    group, channel = fake.supergroup("Ủy ban", an), fake.channel("Bản tin")
    [said], [unnamed] = fake.say(an, "một"), fake.say(an, "hai", chat=group, anonymous=True, quiet=True)
    sent = [
        fake.forward(boss, said),
        fake.forward(boss, said, hidden=True),
        fake.forward(boss, unnamed),
        fake.forward(boss, fake.post(channel, "ba")),
    ]
    fake.forward(boss, sent[3])
    await client.updates()
    origins = [message.extra["forward_origin"] for message in sent]

    assert [origin["type"] for origin in origins] == ["user", "hidden_user", "chat", "channel"]
    assert origins[1] == {"type": "hidden_user", "date": said.date, "sender_user_name": "An Nguyễn"}
    assert origins[2]["sender_chat"]["id"] == group.id
    assert (origins[3]["chat"]["id"], origins[3]["message_id"]) == (channel.id, 1)
    assert fake.place(boss).messages[max(fake.place(boss).messages)].extra["forward_origin"] == origins[3]


async def test_every_kind_of_act_is_an_update_that_the_library_reads(
    fake: FakeTelegram, client: Client
) -> None:
    an, boss = fake.user("An", last_name="Nguyễn", username="an_nguyen"), fake.user("Sếp")
    group = fake.supergroup("Ủy ban", an, boss, bot="administrator")
    channel = fake.channel("Bản tin", username="ban_tin")
    [said] = fake.say(an, "chào @sohop_bot https://example.vn #họp")
    fake.edit(said, "chào lại")
    fake.forward(boss, said)
    fake.send(an, Attachment("nói.ogg", kind="voice"))
    fake.send(an, Attachment("ảnh.png", PNG, kind="photo"), caption="ảnh")
    fake.say(boss, "ẩn danh", chat=group, anonymous=True)
    fake.edit(fake.post(channel, "thông báo"), "thông báo sửa")
    fake.inline_query(an, "nhiệm vụ")
    fake.remove_bot(group, boss)
    fake.add_bot(group, boss)
    updates = await client.updates()

    kinds = [next(iter(update.keys() - {"update_id"})) for update in updates]
    assert kinds == [
        *("message", "edited_message", "message", "message", "message", "message"),
        *("channel_post", "edited_channel_post", "inline_query"),
        *("my_chat_member", "my_chat_member", "message"),
    ]
    assert updates[2]["message"]["forward_origin"]["sender_user"]["last_name"] == "Nguyễn"
    assert updates[5]["message"]["from"]["username"] == "GroupAnonymousBot"
    assert updates[5]["message"]["sender_chat"]["id"] == group.id
    assert [e["type"] for e in updates[0]["message"]["entities"]] == ["mention", "url", "hashtag"]
