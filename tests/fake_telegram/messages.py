"""Methods that send, edit, forward and delete messages."""

from __future__ import annotations

import time
from typing import Any

from tests.fake_telegram.answers import answers
from tests.fake_telegram.entities import check_entities, find_entities, trim
from tests.fake_telegram.errors import ApiError, bad_request
from tests.fake_telegram.keyboards import check_markup
from tests.fake_telegram.markup import parse
from tests.fake_telegram.names import names
from tests.fake_telegram.requests import Call
from tests.fake_telegram.server import Server, find_message, find_reply, find_thread
from tests.fake_telegram.world import Chat, Json, Message, StoredFile, Upload, media_json

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same"
    " as a current content and reply markup of the message"
)
PREVIEW_FIELDS = names("is_disabled url prefer_small_media prefer_large_media show_above_text")
CHAT_ACTIONS = names(
    "typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker "
    "find_location record_video_note upload_video_note"
)
MOST_BYTES = {"document": 50 << 20, "voice": 50 << 20, "photo": 10 << 20}
IMAGE_STARTS = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF")


def read_text(params: Json) -> Json:
    """Text and entities after parsing and trimming, as the message will have them."""
    text, entities = _formatted(params["text"], params, "entities")
    if not text:
        raise bad_request("text must be non-empty")
    if len(text) > LONGEST_TEXT:
        raise bad_request("message is too long")
    _check_preview(params.get("link_preview_options"))
    shown: Json = {"text": text} | ({"entities": entities} if entities else {})
    if params.get("link_preview_options"):
        shown["link_preview_options"] = params["link_preview_options"]
    return shown


def read_caption(params: Json) -> Json:
    text, entities = _formatted(params.get("caption", ""), params, "caption_entities")
    if len(text) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    shown: Json = {"caption": text} if text else {}
    return shown | ({"caption_entities": entities} if entities else {})


def _formatted(text: str, params: Json, field: str) -> tuple[str, list[Json]]:
    if params.get("parse_mode"):
        text, entities = parse(text, params["parse_mode"])
    else:
        entities = params.get(field) or []
    entities = check_entities(text, entities)
    text, entities = trim(text, entities)
    return text, find_entities(text, entities)


def _check_preview(options: Any) -> None:
    if options is None:
        return
    if not isinstance(options, dict) or options.keys() - PREVIEW_FIELDS:
        raise bad_request(f"can't parse link preview options: {options!r}")
    for name in options.keys() - {"url"}:
        if not isinstance(options[name], bool):
            raise bad_request(f'field "{name}" must be of type Boolean')


# Sending


def deliver(server: Server, call: Call, content: Json, *, chat: Chat | None = None, **more: Any) -> Message:
    """Check the place, count against the limits, store: the one way a message of the bot comes to be."""
    params = call.params
    chat = chat or server.open_chat(params["chat_id"])
    if chat.type == "channel" and chat.bot_status != "administrator":
        raise bad_request("need administrator rights in the channel chat")
    thread, reply = find_thread(chat, params), find_reply(chat, params)
    markup = check_markup(params.get("reply_markup"))
    server.limits.count(chat, call.method)
    return keep(server, chat, content, thread=thread, reply_to=reply, markup=markup, **more)


def keep(
    server: Server, chat: Chat, content: Json, *, reply_to: Message | None, thread: int | None, **more: Any
) -> Message:
    """Store a message of the bot; an answer to a message of a topic goes to its topic."""
    is_channel = chat.type == "channel"
    message = server.world.post(
        chat,
        None if is_channel else server.world.bot,
        content,
        outgoing=True,
        sender_chat=chat if is_channel else None,
        thread=thread or (reply_to.thread if reply_to else None),
        reply_to=reply_to,
        **more,
    )
    server.sent.append(message)
    server.changed.fire()
    return message


@answers("sendMessage")
def send_message(server: Server, call: Call) -> Json:
    return deliver(server, call, read_text(call.params)).to_json()


@answers("sendDocument", "sendPhoto", "sendVoice")
def send_file(server: Server, call: Call) -> Json:
    kind = call.method.removeprefix("send").lower()
    server.open_chat(call.params["chat_id"])
    file = take_file(server, call, kind, call.params.get(kind) or call.files[kind])
    content = {kind: media_json(kind, file, call.params.get("duration", 0)), **read_caption(call.params)}
    return deliver(server, call, content).to_json()


def take_file(server: Server, call: Call, kind: str, given: str | Upload) -> StoredFile:
    """A file just uploaded (as a part of the request or by attach://), or one the server has."""
    if isinstance(given, str):
        name = given.removeprefix("attach://")
        if name == given:
            return _known_file(server, given)
        if name not in call.files:
            raise bad_request(f"can't find the uploaded file {name!r}")
        given = call.files[name]
    if not given.data:
        raise bad_request("file must be non-empty")
    if len(given.data) > MOST_BYTES[kind]:
        if kind == "photo":
            raise bad_request(f'file "{given.name}" of size {len(given.data)} bytes is too big for a photo')
        raise ApiError(413, "Request Entity Too Large")
    if kind == "photo" and not given.data.startswith(IMAGE_STARTS):
        raise bad_request("IMAGE_PROCESS_FAILED")
    return server.world.store_file(kind, given)


def _known_file(server: Server, file_id: str) -> StoredFile:
    if file_id.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    if file_id not in server.world.files:
        raise bad_request("wrong file identifier/HTTP URL specified")
    return server.world.files[file_id]


ALBUM_FIELDS = names("type media caption parse_mode caption_entities thumbnail")


@answers("sendMediaGroup")
def send_media_group(server: Server, call: Call) -> list[Json]:
    items = call.params["media"]
    if not isinstance(items, list) or not items:
        raise bad_request("there are no messages to send")
    if not 2 <= len(items) <= 10:
        raise bad_request("an album has 2 to 10 items")
    kinds = {item.get("type") for item in items}
    if not kinds <= {"document", "photo"}:
        raise bad_request("can't parse InputMedia: the fake has albums of documents or photos")
    if len(kinds) > 1:
        raise bad_request("document can't be mixed with other media types")
    contents = [_album_item(server, call, item) for item in items]
    chat = server.open_chat(call.params["chat_id"])
    first = deliver(server, call, contents[0], chat=chat)
    first.extra["media_group_id"] = f"album-{chat.id}-{first.id}"
    rest = [
        keep(server, chat, content, reply_to=first.reply_to, thread=first.thread, extra=dict(first.extra))
        for content in contents[1:]
    ]
    return [message.to_json() for message in (first, *rest)]


def _album_item(server: Server, call: Call, item: Json) -> Json:
    if unknown := item.keys() - ALBUM_FIELDS:
        raise bad_request(f"can't parse InputMedia: unknown field {min(unknown)!r}")
    file = take_file(server, call, item["type"], item["media"])
    return {item["type"]: media_json(item["type"], file), **read_caption(item)}


@answers("sendChatAction")
def send_chat_action(server: Server, call: Call) -> bool:
    chat = server.open_chat(call.params["chat_id"])
    if call.params["action"] not in CHAT_ACTIONS:
        raise bad_request("wrong parameter action in request")
    find_thread(chat, call.params)
    return True


# Forwarding and copying


def _source(server: Server, params: Json, purpose: str) -> Message:
    message = find_message(server.find_chat(params["from_chat_id"]), params["message_id"], purpose)
    if not message.content.keys() & {"text", "document", "photo", "voice"}:
        raise bad_request(f"message can't be {'forwarded' if purpose == 'forward' else 'copied'}")
    return message


@answers("forwardMessage")
def forward_message(server: Server, call: Call) -> Json:
    source = _source(server, call.params, "forward")
    extra = {"forward_origin": forward_origin(source)}
    return deliver(server, call, dict(source.content), extra=extra).to_json()


def forward_origin(source: Message, *, hidden: bool = False) -> Json:
    """Where a forwarded message comes from; what was forwarded before keeps its first origin.

    `hidden`: its author lets nobody see their account in what is forwarded.
    """
    if "forward_origin" in source.extra:
        return dict(source.extra["forward_origin"])
    if source.chat.type == "channel":
        chat = source.chat.to_json()
        return {"type": "channel", "date": source.date, "chat": chat, "message_id": source.id}
    if source.sender_chat is not None:
        return {"type": "chat", "date": source.date, "sender_chat": source.sender_chat.to_json()}
    assert source.sender is not None
    if hidden:
        return {"type": "hidden_user", "date": source.date, "sender_user_name": source.sender.name}
    return {"type": "user", "date": source.date, "sender_user": source.sender.to_json()}


@answers("copyMessage")
def copy_message(server: Server, call: Call) -> Json:
    content = dict(_source(server, call.params, "copy").content)
    if "caption" in call.params and "text" not in content:
        content.pop("caption_entities", None)
        content |= {"caption": "", **read_caption(call.params)}
    return {"message_id": deliver(server, call, content).id}


# Editing and deleting


def _own_message(server: Server, params: Json) -> Message:
    for name in ("chat_id", "message_id"):
        if params.get(name) is None:
            raise bad_request(
                "chat_id is empty" if name == "chat_id" else "message identifier is not specified"
            )
    message = find_message(server.open_chat(params["chat_id"]), params["message_id"], "edit")
    if not message.outgoing or "forward_origin" in message.extra:
        raise bad_request("message can't be edited")
    return message


def _change(server: Server, message: Message, content: Json, params: Json) -> Json:
    markup = check_markup(params.get("reply_markup"), inline_only=True)
    if content == message.content and markup == message.markup:
        raise bad_request(NOT_MODIFIED)
    message.content, message.markup = content, markup
    message.edit_date = int(time.time())
    server.changed.fire()
    return message.to_json()


@answers("editMessageText")
def edit_message_text(server: Server, call: Call) -> Json:
    message = _own_message(server, call.params)
    if "text" not in message.content:
        raise bad_request("there is no text in the message to edit")
    return _change(server, message, read_text(call.params), call.params)


@answers("editMessageCaption")
def edit_message_caption(server: Server, call: Call) -> Json:
    message = _own_message(server, call.params)
    if message.media is None:
        raise bad_request("there is no caption in the message to edit")
    rest = {message.media: message.content[message.media]}
    return _change(server, message, rest | read_caption(call.params), call.params)


@answers("editMessageReplyMarkup")
def edit_message_reply_markup(server: Server, call: Call) -> Json:
    message = _own_message(server, call.params)
    return _change(server, message, message.content, call.params)


@answers("deleteMessage")
def delete_message(server: Server, call: Call) -> bool:
    chat = server.open_chat(call.params["chat_id"])
    _delete(server, find_message(chat, call.params["message_id"], "delete"))
    return True


@answers("deleteMessages")
def delete_messages(server: Server, call: Call) -> bool:
    """What is not there is passed over, as on the real server."""
    chat = server.open_chat(call.params["chat_id"])
    ids = call.params["message_ids"]
    if len(ids) > 100:
        raise bad_request("too many message identifiers specified")
    for message in [chat.messages[n] for n in ids if n in chat.messages and not chat.messages[n].deleted]:
        _delete(server, message)
    return True


def _delete(server: Server, message: Message) -> None:
    chat = message.chat
    if not (message.outgoing or chat.type == "private" or chat.bot_status == "administrator"):
        raise bad_request("message can't be deleted")
    message.deleted = True
    server.changed.fire()
