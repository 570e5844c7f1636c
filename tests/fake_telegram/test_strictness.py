"""What Telegram refuses is refused, in its words; one row for each mistake."""

# ruff: noqa: E501 - one mistake, one row, one line
from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from tests.fake_telegram import PNG, Attachment, FakeTelegram
from tests.fake_telegram.messages import NOT_MODIFIED
from tests.fake_telegram.world import Json

AN = 5_000_001


@pytest.fixture
async def fake() -> AsyncIterator[FakeTelegram]:
    """No socket is needed to be refused."""
    async with FakeTelegram() as fake:
        yield fake


LINK = "https://example.vn"


Row = tuple[str, Json, int, str]


def button(**more: Any) -> Json:
    return {"inline_keyboard": [[{"text": "Lưu", **more}]]}


def entity(kind: str, offset: int, length: int, **more: Any) -> Json:
    return {"entities": [{"type": kind, "offset": offset, "length": length, **more}]}


# What is sent to An (who has opened the bot) beside or instead of the text "chào", and the answer.
MESSAGES: list[tuple[Json, str]] = [
    ({"text": ""}, "message text is empty"),
    ({"text": " \n "}, "text must be non-empty"),
    ({"text": "x" * 4097}, "message is too long"),
    ({"text": "ệ" * 4097}, "message is too long"),
    ({"chat_id": ""}, "chat_id is empty"),
    ({"chat_id": 404}, "chat not found"),
    ({"chat_id": "@nobody_here"}, "chat not found"),
    ({"chat_id": "không phải số"}, "chat not found"),
    ({"parse_mode": "XML"}, "unsupported parse_mode"),
    ({"text": "<b>chào", "parse_mode": "HTML"}, 'can\'t parse entities: Can\'t find end tag corresponding to start tag "b"'),
    ({"message_thread_id": 7}, "message thread not found"),
    ({"reply_parameters": {"message_id": 404}}, "message to be replied not found"),
    ({"reply_parameters": {"quote": "chào"}}, 'can\'t find field "message_id"'),
    (entity("bold", 100, 1), "entity begins after the end of the text at UTF-16 offset 100"),
    (entity("bold", 0, 100), "entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 100"),
    (entity("bold", -1, 1), "receive an entity with incorrect offset -1"),
    (entity("bold", 0, -1), "receive an entity with incorrect length -1"),
    (entity("sparkle", 0, 1), "can't parse MessageEntity: Unsupported type specified"),
    (entity("text_link", 0, 1), 'can\'t parse MessageEntity: Can\'t find field "url"'),
    (entity("text_link", 0, 1, url="not-a-url"), "entity URL 'not-a-url' is invalid: Wrong HTTP URL"),
    (entity("text_mention", 0, 1), 'can\'t parse MessageEntity: Can\'t find field "user"'),
    (entity("bold", 0, 1, colour="red"), "can't parse MessageEntity: unknown field 'colour'"),
    ({"text": "🏛", **entity("bold", 0, 1)}, "entity ends in a middle of a UTF-16 symbol at UTF-16 offset 1"),
    ({"reply_markup": button()}, "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"),
    ({"reply_markup": button(callback_data="")}, "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"),
    ({"reply_markup": button(callback_data="x" * 65)}, "BUTTON_DATA_INVALID"),
    ({"reply_markup": button(callback_data="ệ" * 22)}, "BUTTON_DATA_INVALID"),
    ({"reply_markup": button(url="not-a-url")}, "inline keyboard button URL 'not-a-url' is invalid: Wrong HTTP URL"),
    ({"reply_markup": button(url="ftp://example.vn")}, "inline keyboard button URL 'ftp://example.vn' is invalid: Unsupported URL protocol"),
    ({"reply_markup": {"inline_keyboard": [[{"callback_data": "x"}]]}}, 'can\'t parse inline keyboard button: Can\'t find field "text"'),
    ({"reply_markup": {"inline_keyboard": "bad"}}, 'field "inline_keyboard" must be of type Array'),
    ({"reply_markup": {"force_reply": "yes"}}, 'field "force_reply" must be of type Boolean'),
    ({"reply_markup": button(copy_text={"text": ""})}, "BUTTON_COPY_TEXT_INVALID"),
    ({"reply_markup": button(callback_data="x", url=LINK)}, "can't parse inline keyboard button: exactly one action is allowed in a button"),
    ({"reply_markup": [1]}, "object expected as reply markup"),
    ({"link_preview_options": {"is_disabled": "yes"}}, 'field "is_disabled" must be of type Boolean'),
    ({"entities": {"bold": 1}}, "entities must be an Array"),
    ({"entities": ["bold"]}, "can't parse MessageEntity: expected an Object"),
    ({"entities": [{"type": "bold", "length": 1}]}, 'can\'t parse MessageEntity: Can\'t find field "offset"'),
    (entity("bold", "0", 1), 'can\'t parse MessageEntity: Field "offset" must be of type Number'),  # type: ignore[arg-type]
    ({"text": "x" * 101, "entities": [{"type": "bold", "offset": n, "length": 1} for n in range(101)]}, "the fake allows at most 100 entities (the real server drops the rest)"),
    ({"entities": [{"type": "bold", "offset": 0, "length": 2}, {"type": "italic", "offset": 1, "length": 2}]}, "entity beginning at UTF-16 offset 1 ends after the end of the text at UTF-16 offset 3 (entities overlap)"),
    (entity("text_link", 0, 1, url=""), "entity URL '' is invalid: URL host is empty"),
    ({"reply_markup": {"buttons": []}}, "can't parse reply markup"),
    ({"reply_markup": {"keyboard": [[{}]]}}, 'can\'t parse keyboard button: Field "text" must be of type String'),
    ({"reply_markup": {"remove_keyboard": True, "colour": "red"}}, "can't parse reply markup: unknown field 'colour'"),
    ({"reply_markup": {"inline_keyboard": [["Lưu"]]}}, "can't parse inline keyboard button: InlineKeyboardButton must be an Object"),
    ({"reply_markup": {"inline_keyboard": [[{"text": 1}]]}}, 'can\'t parse inline keyboard button: Field "text" must be of type String'),
    ({"reply_markup": {"inline_keyboard": [[{"text": " ", "callback_data": "x"}]]}}, "inline keyboard button text must be non-empty"),
    ({"reply_markup": button(callback_data="x", colour="red")}, "can't parse inline keyboard button: unknown field 'colour'"),
    ({"reply_markup": button(callback_data="x", style="rosa")}, "can't parse inline keyboard button: Invalid button style specified"),
    ({"reply_markup": {"inline_keyboard": [[{"text": "x", "callback_data": "x"}] * 9]}}, "REPLY_MARKUP_TOO_LONG"),
    ({"reply_parameters": 1}, "can't parse reply parameters: 1"),
    ({"link_preview_options": {"colour": "red"}}, "can't parse link preview options: {'colour': 'red'}"),
    ({"disable_notification": "maybe"}, "disable_notification must be a Boolean, not 'maybe'"),
    ({"colour": "red"}, "unknown parameter 'colour' of sendMessage (the real server ignores it)"),
]  # fmt: skip


@pytest.mark.parametrize(("more", "words"), MESSAGES)
async def test_a_wrong_message_is_refused(
    fake: FakeTelegram, http: httpx.AsyncClient, more: Json, words: str
) -> None:
    fake.user("An", opened=True)
    answer = await http.post("/sendMessage", json={"chat_id": AN, "text": "chào", **more})

    assert answer.json() == {"ok": False, "error_code": 400, "description": f"Bad Request: {words}"}
    assert answer.status_code == 400
    assert fake.sent == []


# Each at its limit: accepted.
FITTING: list[Json] = [
    {"text": "x" * 4096},
    {"text": "🏛" * 4096},
    {"text": "  " + "x" * 4096 + "\n"},
    {"text": "<b>" + "x" * 4096 + "</b>", "parse_mode": "HTML"},
    {"reply_markup": button(callback_data="x" * 64)},
    {"reply_markup": button(callback_data="ệ" * 21)},
    {"reply_markup": button(url=LINK)},
    {"reply_markup": {"inline_keyboard": []}},
    {"reply_markup": {"keyboard": [["Báo cáo", {"text": "Nhiệm vụ"}]], "resize_keyboard": True}},
    {"reply_markup": {"remove_keyboard": True}},
    {"reply_parameters": {"message_id": 404, "allow_sending_without_reply": True}},
    {"text": "🏛 chào", **entity("bold", 3, 4)},
    {"chat_id": str(AN)},
    {"entities": []},
]


@pytest.mark.parametrize("more", FITTING)
async def test_what_just_fits_is_accepted(fake: FakeTelegram, http: httpx.AsyncClient, more: Json) -> None:
    fake.user("An", opened=True)
    answer = await http.post("/sendMessage", json={"chat_id": AN, "text": "chào", **more})

    assert answer.json()["ok"], answer.text


# Method, parameters, code and words; {own} and {theirs} stand for a message of the bot and one of An.
CALLS: list[Row] = [
    ("sendMesage", {}, 404, "Not Found: method not found"),
    ("sendPoll", {}, 501, "Not Implemented: the fake server does not model sendPoll"),
    ("sendMessage", {"text": "x"}, 400, "Bad Request: chat_id is empty"),
    (
        "sendMessage",
        {"chat_id": AN, "text": "x", "business_connection_id": "1"},
        501,
        "Not Implemented: the fake server does not model the parameter business_connection_id of sendMessage",
    ),
    ("editMessageText", {"chat_id": AN, "message_id": 404, "text": "x"}, 400, "Bad Request: message to edit not found"),
    ("editMessageText", {"chat_id": AN, "message_id": 1, "text": "x"}, 400, "Bad Request: message can't be edited"),
    ("editMessageText", {"chat_id": AN, "message_id": 2, "text": "bot viết"}, 400, f"Bad Request: {NOT_MODIFIED}"),
    ("editMessageText", {"chat_id": AN, "message_id": 2, "text": " bot viết\n"}, 400, f"Bad Request: {NOT_MODIFIED}"),
    ("editMessageReplyMarkup", {"chat_id": AN, "message_id": 2}, 400, f"Bad Request: {NOT_MODIFIED}"),
    ("editMessageText", {"chat_id": AN, "text": "x"}, 400, "Bad Request: message identifier is not specified"),
    ("editMessageCaption", {"chat_id": AN, "message_id": 2}, 400, "Bad Request: there is no caption in the message to edit"),
    ("editMessageReplyMarkup", {"chat_id": AN, "message_id": 2, "reply_markup": {"force_reply": True}}, 400, "Bad Request: inline keyboard expected"),
    ("deleteMessage", {"chat_id": AN, "message_id": 404}, 400, "Bad Request: message to delete not found"),
    ("forwardMessage", {"chat_id": AN, "from_chat_id": AN, "message_id": 404}, 400, "Bad Request: message to forward not found"),
    ("copyMessage", {"chat_id": AN, "from_chat_id": AN, "message_id": 404}, 400, "Bad Request: message to copy not found"),
    ("sendDocument", {"chat_id": AN}, 400, "Bad Request: there is no document in the request"),
    ("sendDocument", {"chat_id": AN, "document": "no-such-file"}, 400, "Bad Request: wrong file identifier/HTTP URL specified"),
    ("sendDocument", {"chat_id": AN, "document": LINK}, 400, "Bad Request: failed to get HTTP URL content"),
    ("sendMediaGroup", {"chat_id": AN, "media": []}, 400, "Bad Request: there are no messages to send"),
    ("sendChatAction", {"chat_id": AN, "action": "dancing"}, 400, "Bad Request: wrong parameter action in request"),
    ("getFile", {"file_id": "no-such-file"}, 400, "Bad Request: wrong file_id or the file is temporarily unavailable"),
    ("answerCallbackQuery", {"callback_query_id": "1"}, 400, "Bad Request: query is too old and response timeout expired or query ID is invalid"),
    ("answerCallbackQuery", {"callback_query_id": "1", "text": "x" * 201}, 400, "Bad Request: MESSAGE_TOO_LONG"),
    ("setMyCommands", {"commands": [{"command": "báocáo", "description": "x"}]}, 400, "Bad Request: BOT_COMMAND_INVALID"),
    ("setMyCommands", {"commands": [{"command": "Help", "description": "x"}]}, 400, "Bad Request: BOT_COMMAND_INVALID"),
    ("setMyCommands", {"commands": [{"command": "help", "description": ""}]}, 400, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID"),
    ("setMyCommands", {"commands": [{"command": "help", "description": "x"}] * 101}, 400, "Bad Request: BOT_COMMANDS_TOO_MUCH"),
    ("setMyCommands", {"commands": [], "scope": {"type": "everybody"}}, 400, "Bad Request: can't parse BotCommandScope: Unsupported type specified"),
    ("setMyCommands", {"commands": [], "language_code": "tiếng Việt"}, 400, "Bad Request: LANG_CODE_INVALID"),
    ("setWebhook", {"url": "http://example.vn"}, 400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook"),
    ("setWebhook", {"url": "http://127.0.0.1:9/x", "secret_token": "bí mật"}, 400, "Bad Request: secret token contains unallowed characters"),
    ("setMessageReaction", {"chat_id": AN, "message_id": 1, "reaction": [{"type": "emoji", "emoji": "🇻🇳"}]}, 400, "Bad Request: REACTION_INVALID"),
    ("setMessageReaction", {"chat_id": AN, "message_id": 1, "reaction": [{"type": "emoji", "emoji": "👍"}] * 2}, 400, "Bad Request: REACTIONS_TOO_MANY"),
    ("setMessageReaction", {"chat_id": AN, "message_id": 404}, 400, "Bad Request: message to react not found"),
    ("sendMessage", {"chat_id": AN, "text": "x", "reply_markup": button(web_app={"url": LINK})}, 501, "Not Implemented: the fake server does not model web_app buttons"),
    ("sendMessage", {"chat_id": AN, "text": "x", "reply_parameters": {"message_id": 1, "chat_id": 5}}, 501, "Not Implemented: the fake server does not model answers to a message of another chat"),
    ("sendMessage", {"chat_id": AN, "text": "x", "reply_parameters": {"message_id": 1, "quote": "khác"}}, 400, "Bad Request: QUOTE_TEXT_INVALID"),
    ("sendMediaGroup", {"chat_id": AN, "media": [{"type": "photo", "media": "x"}]}, 400, "Bad Request: an album has 2 to 10 items"),
    ("sendMediaGroup", {"chat_id": AN, "media": [{"type": "video", "media": "x"}] * 2}, 400, "Bad Request: can't parse InputMedia: the fake has albums of documents or photos"),
    ("sendMediaGroup", {"chat_id": AN, "media": [{"type": "photo", "media": "x"}, {"type": "document", "media": "x"}]}, 400, "Bad Request: document can't be mixed with other media types"),
    ("sendMediaGroup", {"chat_id": AN, "media": [{"type": "photo", "media": "x", "colour": "red"}] * 2}, 400, "Bad Request: can't parse InputMedia: unknown field 'colour'"),
    ("sendMediaGroup", {"chat_id": AN, "media": [{"type": "photo", "media": "attach://x"}] * 2}, 400, "Bad Request: can't find the uploaded file 'x'"),
    ("deleteMessages", {"chat_id": AN, "message_ids": list(range(101))}, 400, "Bad Request: too many message identifiers specified"),
    ("editMessageText", {"text": "x"}, 400, "Bad Request: chat_id is empty"),
    ("setMyCommands", {"commands": {"help": "x"}}, 400, "Bad Request: expected an Array of BotCommand"),
    ("setMyCommands", {"commands": [{"command": "help"}]}, 400, 'Bad Request: can\'t parse BotCommand: Can\'t find field "description"'),
    ("setMyCommands", {"commands": [], "scope": {"type": "chat"}}, 400, "Bad Request: can't parse BotCommandScope: chat needs ('chat_id',), not ['type']"),
    ("setMyCommands", {"commands": [], "scope": {"type": "chat_administrators", "chat_id": AN}}, 400, "Bad Request: can't use the scope outside of groups and supergroups"),
    ("setMyName", {"name": "x" * 65}, 400, "Bad Request: name is too long"),
    ("setChatMenuButton", {"menu_button": {"type": "surprise"}}, 400, "Bad Request: can't parse menu button: Unsupported type specified"),
    ("setWebhook", {"url": "https://example.vn"}, 400, "Bad Request: bad webhook: the fake delivers to 127.0.0.1 only"),
    ("leaveChat", {"chat_id": AN}, 400, "Bad Request: chat member status can't be changed in private chats"),
    ("getChatMember", {"chat_id": AN, "user_id": 5}, 400, "Bad Request: PARTICIPANT_ID_INVALID"),
    ("getChat", {"chat_id": 404}, 400, "Bad Request: chat not found"),
    ("getChatAdministrators", {"chat_id": AN}, 400, "Bad Request: there are no administrators in the private chat"),
    ("getUpdates", {"limit": "nhiều"}, 400, "Bad Request: limit must be an Integer, not 'nhiều' (the real server reads 0)"),
    ("sendMessage", {"chat_id": AN, "text": "x", "reply_markup": "{"}, 400, "Bad Request: can't parse reply_markup JSON object"),
]  # fmt: skip


@pytest.mark.parametrize("row", CALLS)
async def test_a_wrong_call_is_refused(fake: FakeTelegram, http: httpx.AsyncClient, row: Row) -> None:
    method, params, code, words = row
    fake.say(fake.user("An"), "An viết")
    await http.post("/sendMessage", json={"chat_id": AN, "text": "bot viết"})
    answer = await http.post(f"/{method}", json=params)

    assert answer.json() == {"ok": False, "error_code": code, "description": words}
    assert answer.status_code == code


async def test_another_token_is_refused(fake: FakeTelegram) -> None:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=fake.app)) as http:
        answer = await http.get(f"{fake.url}/bot1:other/getMe")
        lost = await http.get(f"{fake.url}/elsewhere")

    assert answer.json() == {"ok": False, "error_code": 401, "description": "Unauthorized"}
    assert lost.json() == {"ok": False, "error_code": 404, "description": "Not Found"}


async def test_a_call_may_come_in_four_ways(fake: FakeTelegram, http: httpx.AsyncClient) -> None:
    an = fake.user("An", opened=True)
    params = {"chat_id": f"{an.id}", "text": "chào & tạm biệt", "reply_markup": '{"inline_keyboard": []}'}
    answers = [
        await http.get("/sendMessage", params=params),
        await http.post("/SENDMESSAGE", data=params),
        await http.post("/sendmessage", json={**params, "chat_id": an.id, "reply_markup": {}}),
        await http.post("/sendMessage", data=params, files={"thumbnail": b""}),
        await http.post("/sendMessage", files={name: (None, value) for name, value in params.items()}),
    ]

    assert [answer.json()["ok"] for answer in answers] == [True, True, True, False, True]
    assert [message.text for message in fake.sent] == ["chào & tạm biệt"] * 4


async def test_requests_that_make_no_sense_are_violations(
    fake: FakeTelegram, http: httpx.AsyncClient
) -> None:
    await http.post("/getMe", json={"colour": "red"})

    assert fake.violations == [
        "getMe: Bad Request: unknown parameter 'colour' of getMe (the real server ignores it)"
    ]


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("kicked", "Forbidden: bot was kicked from the supergroup chat"),
        ("left", "Forbidden: bot is not a member of the supergroup chat"),
    ],
)
async def test_a_group_without_the_bot_gets_nothing(
    fake: FakeTelegram, http: httpx.AsyncClient, status: str, words: str
) -> None:
    an = fake.user("An")
    group = fake.supergroup("Ủy ban", an)
    fake.remove_bot(group, an, status=status)
    answer = await http.post("/sendMessage", json={"chat_id": group.id, "text": "chào"})

    assert answer.json() == {"ok": False, "error_code": 403, "description": words}


async def test_somebody_met_in_a_group_must_write_first(fake: FakeTelegram, http: httpx.AsyncClient) -> None:
    fake.group("Tổ một", fake.user("An"))
    answer = await http.post("/sendMessage", json={"chat_id": AN, "text": "chào"})

    assert answer.json()["description"] == "Forbidden: bot can't initiate conversation with a user"


async def test_an_edit_without_buttons_takes_them_away(fake: FakeTelegram, http: httpx.AsyncClient) -> None:
    fake.user("An", opened=True)
    rows = button(callback_data="save")
    await http.post("/sendMessage", json={"chat_id": AN, "text": "Lưu?", "reply_markup": rows})
    await http.post("/editMessageText", json={"chat_id": AN, "message_id": 1, "text": "Lưu?"})

    assert fake.last().buttons == []


async def test_captions_are_counted_and_can_be_changed(fake: FakeTelegram, http: httpx.AsyncClient) -> None:
    fake.user("An", opened=True)
    file = {"document": ("a.txt", b"a")}
    long = await http.post("/sendDocument", data={"chat_id": AN, "caption": "ệ" * 1025}, files=file)
    await http.post("/sendDocument", data={"chat_id": AN, "caption": "ệ" * 1024}, files=file)
    asked = {"chat_id": AN, "message_id": 1}
    text = await http.post("/editMessageText", json={**asked, "text": "x"})
    await http.post("/editMessageCaption", json={**asked, "caption": "mới"})

    assert long.json()["description"] == "Bad Request: message caption is too long"
    assert text.json()["description"] == "Bad Request: there is no text in the message to edit"
    assert fake.transcript(AN) == "Sổ Họp: <document a.txt> mới"


@pytest.mark.parametrize(
    ("kind", "data", "words"),
    [
        ("photo", b"no picture", "Bad Request: IMAGE_PROCESS_FAILED"),
        ("photo", PNG + bytes(10 << 20), f'Bad Request: file "f" of size {len(PNG) + (10 << 20)} bytes is too big for a photo'),
        ("document", b"", "Bad Request: file must be non-empty"),
    ],
)  # fmt: skip
async def test_files_that_are_none_are_refused(
    fake: FakeTelegram, http: httpx.AsyncClient, kind: str, data: bytes, words: str
) -> None:
    fake.user("An", opened=True)
    answer = await http.post(f"/send{kind}", data={"chat_id": AN}, files={kind: ("f", data)})

    assert answer.json()["description"] == words


async def test_reactions_names_and_menu_buttons_are_kept(fake: FakeTelegram, http: httpx.AsyncClient) -> None:
    [said] = fake.say(fake.user("An"), "xong")
    thumb = [{"type": "emoji", "emoji": "👍"}]
    await http.post("/setMessageReaction", json={"chat_id": AN, "message_id": said.id, "reaction": thumb})
    await http.post("/setMyShortDescription", json={"short_description": "Sổ họp của xã"})
    await http.post("/setChatMenuButton", json={"menu_button": {"type": "commands"}})
    short = await http.get("/getMyShortDescription")
    name = await http.get("/getMyName")
    menu = await http.get("/getChatMenuButton", params={"chat_id": AN})

    assert said.reactions == thumb
    assert short.json()["result"] == {"short_description": "Sổ họp của xã"}
    assert name.json()["result"] == {"name": "Sổ Họp"}
    assert menu.json()["result"] == {"type": "default"}


async def test_messages_are_forwarded_and_copied(fake: FakeTelegram, http: httpx.AsyncClient) -> None:
    an = fake.user("An")
    [said] = fake.say(an, "nội dung")
    asked = {"chat_id": AN, "from_chat_id": AN, "message_id": said.id}
    forwarded = await http.post("/forwardMessage", json=asked)
    copied = await http.post("/copyMessage", json=asked)

    assert forwarded.json()["result"]["forward_origin"]["sender_user"]["id"] == AN
    assert copied.json()["result"].keys() == {"message_id"}
    assert [message.text for message in fake.sent] == ["nội dung"] * 2


async def test_inline_queries_are_answered_once(fake: FakeTelegram, http: httpx.AsyncClient) -> None:
    query = fake.inline_query(fake.user("An"), "nhiệm vụ")
    article = {"type": "article", "id": "1", "title": "Việc", "input_message_content": {"message_text": "x"}}
    twice = await http.post(
        "/answerInlineQuery", json={"inline_query_id": query.id, "results": [article] * 2}
    )
    first = await http.post("/answerInlineQuery", json={"inline_query_id": query.id, "results": [article]})
    second = await http.post("/answerInlineQuery", json={"inline_query_id": query.id, "results": [article]})

    assert twice.json()["description"] == "Bad Request: RESULT_ID_DUPLICATE"
    assert first.json()["ok"]
    assert "query is too old" in second.json()["description"]
    assert (await fake.answer_of(query))["results"] == [article]


async def test_a_bot_leaves_a_group(fake: FakeTelegram, http: httpx.AsyncClient) -> None:
    group = fake.group("Tổ một", fake.user("An"))
    left = await http.post("/leaveChat", json={"chat_id": group.id})
    after = await http.post("/sendMessage", json={"chat_id": group.id, "text": "chào"})

    assert left.json()["result"] is True
    assert after.json()["description"] == "Forbidden: bot is not a member of the group chat"


async def test_commands_are_deleted_and_messages_in_bulk(fake: FakeTelegram, http: httpx.AsyncClient) -> None:
    an = fake.user("An", opened=True)
    scope = {"type": "chat_member", "chat_id": fake.group("Tổ một", an).id, "user_id": an.id}
    commands = [{"command": "help", "description": "Trợ giúp"}]
    await http.post("/setMyCommands", json={"commands": commands, "scope": scope})
    kept = (await http.post("/getMyCommands", json={"scope": scope})).json()["result"]
    await http.post("/deleteMyCommands", json={"scope": scope})
    for text in ("một", "hai"):
        await http.post("/sendMessage", json={"chat_id": an.id, "text": text})
    bulk = await http.post("/deleteMessages", json={"chat_id": an.id, "message_ids": [1, 2, 404]})

    assert kept == commands
    assert (await http.post("/getMyCommands", json={"scope": scope})).json()["result"] == []
    assert bulk.json()["result"] is True
    assert fake.messages(an) == []


async def test_only_an_admin_bot_takes_away_what_others_wrote(
    fake: FakeTelegram, http: httpx.AsyncClient
) -> None:
    an = fake.user("An")
    answers = []
    for status in ("member", "administrator"):
        [said] = fake.say(an, "/x", chat=fake.supergroup("Ủy ban", an, bot=status))
        asked = {"chat_id": said.chat.id, "message_id": said.id}
        answers.append((await http.post("/deleteMessage", json=asked)).json())

    assert answers[0]["description"] == "Bad Request: message can't be deleted"
    assert answers[1]["ok"]


async def test_posts_in_a_channel_need_an_admin_and_have_no_sender(
    fake: FakeTelegram, http: httpx.AsyncClient
) -> None:
    fake.channel("Bản tin", username="ban_tin")
    fake.channel("Của người khác", username="cua_nguoi", bot="member")
    posted = await http.post("/sendMessage", json={"chat_id": "@ban_tin", "text": "chào"})
    refused = await http.post("/sendMessage", json={"chat_id": "@cua_nguoi", "text": "chào"})

    assert "from" not in posted.json()["result"]
    assert refused.json()["description"] == "Bad Request: need administrator rights in the channel chat"


async def test_a_copy_may_get_another_caption(fake: FakeTelegram, http: httpx.AsyncClient) -> None:
    [sent] = fake.send(fake.user("An"), Attachment("a.txt"), caption="cũ #một")
    asked = {"chat_id": AN, "from_chat_id": AN, "message_id": sent.id, "caption": "mới"}
    await http.post("/copyMessage", json=asked)
    await http.post("/sendDocument", json={"chat_id": AN, "document": sent.file_id})

    assert [message.text for message in fake.sent] == ["mới", ""]
    assert fake.sent[1].file_id == sent.file_id
