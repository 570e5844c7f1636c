"""What people do: write, press, send files, block, add to groups. Each act becomes updates for the bot."""

from __future__ import annotations

import itertools
import time
from dataclasses import dataclass
from typing import Any

from tests.fake_telegram.chats import member_json
from tests.fake_telegram.entities import cut_entities, find_entities, utf16_length, utf16_slice
from tests.fake_telegram.messages import forward_origin
from tests.fake_telegram.profile import scope_name
from tests.fake_telegram.server import Query, Server
from tests.fake_telegram.splitting import split_like_a_client
from tests.fake_telegram.world import (
    PRESENT,
    SUPERGROUP_BASE,
    Chat,
    Json,
    Message,
    StoredFile,
    Upload,
    User,
    media_json,
)

ANONYMOUS = User(1087968824, "Group", username="GroupAnonymousBot", is_bot=True)
TELEGRAM = User(777000, "Telegram")
"""In whose name a channel's posts come into the group for their discussion."""
PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)
MIME = {
    "pdf": "application/pdf",
    "txt": "text/plain",
    "png": "image/png",
    "jpg": "image/jpeg",
    "ogg": "audio/ogg",
}
MIME["docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True)
class Attachment:
    """A file that a person sends; `size` pretends a size other than that of the data."""

    name: str = "báo cáo.txt"
    data: bytes = b"..."
    kind: str = "document"
    size: int | None = None
    mime_type: str | None = None


class People:
    """The side of the people in the chats; mixed into the fake server."""

    server: Server

    def __init__(self) -> None:
        self._user_ids = itertools.count(5_000_001)
        self._chat_ids = itertools.count(1)
        self._query_ids = itertools.count(400_000_000_001)

    # Who and where

    def user(
        self,
        name: str = "An",
        *,
        id: int | None = None,  # noqa: A002 - as Telegram names it
        last_name: str = "",
        username: str = "",
        language: str = "vi",
        opened: bool = False,
    ) -> User:
        """A person; one who has `opened` the bot may be written to at once, any other writes first."""
        person = User(id or next(self._user_ids), name, last_name, username, language, opened=opened)
        return self.server.world.add_user(person)

    def group(self, title: str = "Tổ họp", *members: User | int, bot: str = "member") -> Chat:
        return self._new_chat("group", title, members, bot=bot)

    def supergroup(
        self,
        title: str = "Ủy ban xã",
        *members: User | int,
        username: str = "",
        bot: str = "member",
        topics: bool = False,
    ) -> Chat:
        return self._new_chat("supergroup", title, members, username=username, bot=bot, is_forum=topics)

    def channel(self, title: str = "Bản tin", *, username: str = "", bot: str = "administrator") -> Chat:
        return self._new_chat("channel", title, (), username=username, bot=bot)

    def _new_chat(
        self,
        kind: str,
        title: str,
        members: tuple[User | int, ...],
        *,
        bot: str,
        username: str = "",
        is_forum: bool = False,
    ) -> Chat:
        number = next(self._chat_ids)
        chat_id = -100_000 - number if kind == "group" else SUPERGROUP_BASE - 1_000_000 - number
        chat = Chat(chat_id, kind, title, username, is_forum=is_forum, bot_status=bot)
        chat.members = {self.person(member).id: "member" for member in members}
        return self.server.world.add_chat(chat)

    def topic(self, chat: Chat | int, name: str) -> int:
        """Open a topic; the number is that of the service message that opens it."""
        place = self.place(chat)
        assert place.is_forum, f"{place.title} has no topics"
        content = {"forum_topic_created": {"name": name, "icon_color": 7322096}}
        message = self.server.world.post(place, None, content)
        place.topics[message.id] = name
        return message.id

    def person(self, user: User | int) -> User:
        return user if isinstance(user, User) else self.server.world.users[user]

    def place(self, chat: Chat | User | int) -> Chat:
        return (
            chat
            if isinstance(chat, Chat)
            else self.server.world.chats[chat if isinstance(chat, int) else chat.id]
        )

    def promote(self, chat: Chat | int, user: User | int, status: str = "administrator") -> None:
        self.place(chat).members[self.person(user).id] = status

    # Writing

    def say(
        self,
        user: User | int,
        text: str,
        *,
        chat: Chat | int | None = None,
        thread: int | None = None,
        reply_to: Message | int | None = None,
        entities: list[Json] | None = None,
        anonymous: bool = False,
        quiet: bool = False,
    ) -> list[Message]:
        """Write a text; what is too long goes out in parts, as a client does. `quiet` queues no update."""
        return [
            self._arrive(
                user,
                _text_content(text, start, end, entities or []),
                chat=chat,
                thread=thread,
                reply_to=reply_to,
                anonymous=anonymous,
                quiet=quiet,
            )
            for start, end in split_like_a_client(text)
        ]

    def send(
        self,
        user: User | int,
        *files: Attachment,
        caption: str = "",
        chat: Chat | int | None = None,
        thread: int | None = None,
        reply_to: Message | int | None = None,
        entities: list[Json] | None = None,
    ) -> list[Message]:
        """Send a file with a caption; several files make an album, its caption on the first."""
        album = {"media_group_id": str(next(self._query_ids))} if len(files) > 1 else {}
        messages = []
        for number, file in enumerate(files):
            content = self._file_content(file)
            if caption and not number:
                found = find_entities(caption, entities or [])
                content |= {"caption": caption} | ({"caption_entities": found} if found else {})
            messages.append(
                self._arrive(user, content, chat=chat, thread=thread, reply_to=reply_to, extra=dict(album))
            )
        return messages

    def _file_content(self, file: Attachment) -> Json:
        mime = file.mime_type or MIME.get(file.name.rpartition(".")[2].lower(), "application/octet-stream")
        stored = self.server.world.store_file(file.kind, Upload(file.name, mime, file.data), file.size)
        return {file.kind: media_json(file.kind, stored, duration=3)}

    def forward(
        self, user: User | int, message: Message, *, chat: Chat | int | None = None, hidden: bool = False
    ) -> Message:
        origin = forward_origin(message, hidden=hidden)
        return self._arrive(user, dict(message.content), chat=chat, extra={"forward_origin": origin})

    def edit(self, message: Message, text: str) -> Message:
        """Its author changes a message; the bot gets edited_message or edited_channel_post."""
        field = "caption" if message.media else "text"
        rest = {key: value for key, value in message.content.items() if key == message.media}
        found = find_entities(text, [])
        entities = {"caption_entities" if message.media else "entities": found} if found else {}
        message.content = {**rest, field: text, **entities}
        message.edit_date = int(time.time())
        kind = "edited_channel_post" if message.chat.type == "channel" else "edited_message"
        message.update = self.server.updates.push(kind, message.to_json())
        return message

    def delete(self, message: Message) -> None:
        """Somebody takes a message away; the bot is not told, in life neither."""
        message.deleted = True
        self.server.changed.fire()

    def post(self, channel: Chat | int, text: str) -> Message:
        """A post in a channel: it has no sender, only the channel."""
        chat = self.place(channel)
        content = _text_content(text, 0, len(text), [])
        message = self.server.world.post(chat, None, content, sender_chat=chat)
        message.update = self.server.updates.push("channel_post", message.to_json())
        return message

    def forward_by_itself(self, post: Message, group: Chat | int) -> Message:
        """A channel's post appears in the group for its discussion, as Telegram does it."""
        place = self.place(group)
        extra = {"is_automatic_forward": True, "forward_origin": forward_origin(post)}
        message = self.server.world.post(
            place, TELEGRAM, dict(post.content), sender_chat=post.chat, extra=extra
        )
        if self._reaches_bot(message):
            message.update = self.server.updates.push("message", message.to_json())
        return message

    def _arrive(
        self,
        user: User | int,
        content: Json,
        *,
        chat: Chat | int | None = None,
        thread: int | None = None,
        reply_to: Message | int | None = None,
        anonymous: bool = False,
        quiet: bool = False,
        extra: Json | None = None,
    ) -> Message:
        person = self.person(user)
        place = self.place(person.id if chat is None else chat)
        assert place.migrated_to is None, f"{place.title} is now {place.migrated_to}"
        if place.user is not None:
            assert not person.blocked, f"{person.name} has blocked the bot: unblock first"
            person.opened = True
        else:
            place.members.setdefault(person.id, "member")
        message = self.server.world.post(
            place,
            ANONYMOUS if anonymous else person,
            content,
            sender_chat=place if anonymous else None,
            thread=thread,
            reply_to=place.messages[reply_to] if isinstance(reply_to, int) else reply_to,
            extra=extra or {},
        )
        if not quiet and self._reaches_bot(message):
            message.update = self.server.updates.push("message", message.to_json())
        return message

    def _reaches_bot(self, message: Message) -> bool:
        """In groups a bot in privacy mode gets commands, mentions and replies; an admin gets all."""
        chat = message.chat
        if chat.bot_status not in PRESENT:
            return False
        if chat.user is not None or not self.server.privacy or chat.bot_status == "administrator":
            return True
        if message.reply_to is not None and message.reply_to.outgoing:
            return True
        return self._is_command_for_bot(message) or self._is_mentioned(message)

    def _is_mentioned(self, message: Message) -> bool:
        mentions = [entity for entity in message.entities if entity["type"] == "mention"]
        words = [utf16_slice(message.text, entity["offset"], entity["length"]) for entity in mentions]
        return f"@{self.server.world.bot.username}".lower() in (word.lower() for word in words)

    def _is_command_for_bot(self, message: Message) -> bool:
        commands = [entity for entity in message.entities if entity["type"] == "bot_command"]
        words = [utf16_slice(message.text, entity["offset"], entity["length"]) for entity in commands]
        own = f"@{self.server.world.bot.username}".lower()
        return any("@" not in word or word.lower().endswith(own) for word in words)

    # Buttons and inline mode

    def press(
        self, user: User | int, button: str, *, chat: Chat | int | None = None, message: Message | None = None
    ) -> Query:
        """Press the newest inline button that says this (below `message`, or anywhere in the chat)."""
        person = self.person(user)
        place = self.place(person.id if chat is None else chat)
        found = message or self._message_with_button(place, button)
        pressed = found and found.button(button)
        assert found, f"no button {button!r} in:\n{self.transcript(place)}"
        assert pressed, f"no button {button!r} below:\n{found.to_transcript()}"
        assert "callback_data" in pressed, f"button {button!r} calls nothing: {pressed}"
        return self.call_back(person, found, pressed["callback_data"])

    def _message_with_button(self, chat: Chat, button: str) -> Message | None:
        mine = [m for m in chat.messages.values() if m.outgoing and not m.deleted and m.button(button)]
        return mine[-1] if mine else None

    def call_back(self, user: User | int, message: Message, data: str) -> Query:
        """A callback query with any data, also such as no button has."""
        query = self._new_query()
        self.server.updates.push(
            "callback_query",
            {
                "id": query.id,
                "from": self.person(user).to_json(),
                "message": message.to_json(),
                "chat_instance": str(message.chat.id),
                "data": data,
            },
        )
        return query

    def inline_query(self, user: User | int, text: str, *, offset: str = "") -> Query:
        query = self._new_query()
        asked = {"id": query.id, "from": self.person(user).to_json(), "query": text, "offset": offset}
        self.server.updates.push("inline_query", {**asked, "chat_type": "sender"})
        return query

    def _new_query(self) -> Query:
        query = Query(str(next(self._query_ids)))
        self.server.queries[query.id] = query
        return query

    # Coming and going

    def block(self, user: User | int) -> None:
        person = self.person(user)
        person.blocked = True
        self._bot_status_changed(self.place(person), person, "member", "kicked")

    def unblock(self, user: User | int) -> None:
        person = self.person(user)
        person.blocked = False
        self._bot_status_changed(self.place(person), person, "kicked", "member")

    def add_bot(self, chat: Chat | int, by: User | int, *, status: str = "member") -> None:
        """Add the bot to a group, or change what it is there."""
        self._set_bot(chat, by, status)

    def remove_bot(self, chat: Chat | int, by: User | int, *, status: str = "kicked") -> None:
        self._set_bot(chat, by, status)

    def _set_bot(self, chat: Chat | int, by: User | int, status: str) -> None:
        place, person = self.place(chat), self.person(by)
        old, place.bot_status = place.bot_status, status
        self._bot_status_changed(place, person, old, status)
        if status in PRESENT and old not in PRESENT:
            bot = self.server.world.bot.to_json()
            self._service(place, person, {"new_chat_members": [bot], "new_chat_member": bot})

    def _bot_status_changed(self, chat: Chat, by: User, old: str, new: str) -> None:
        bot = self.server.world.bot
        about = {"chat": chat.to_json(), "from": by.to_json(), "date": int(time.time())}
        members = {"old_chat_member": member_json(bot, old), "new_chat_member": member_json(bot, new)}
        self.server.updates.push("my_chat_member", about | members)

    def migrate(self, group: Chat | int, by: User | int) -> Chat:
        """A basic group becomes a supergroup: new id, and the old one answers with it."""
        old, person = self.place(group), self.person(by)
        assert old.type == "group", f"{old.title} is a {old.type}"
        new = self._new_chat("supergroup", old.title, tuple(old.members), bot=old.bot_status)
        self._service(old, person, {"migrate_to_chat_id": new.id})
        self._service(new, person, {"migrate_from_chat_id": old.id})
        old.migrated_to = new.id
        return new

    def _service(self, chat: Chat, sender: User, content: Json) -> Message:
        message = self.server.world.post(chat, sender, content)
        message.update = self.server.updates.push("message", message.to_json())
        return message

    # Updates by hand

    def redeliver(self, update: Message | Json) -> Json:
        """Deliver an update once more, under the id it has."""
        again = update.update if isinstance(update, Message) else update
        assert again is not None, "this message gave no update"
        self.server.updates.push_again(again)
        return again

    def inject(self, kind: str, payload: Any) -> Json:
        """An update of any kind, also such as nobody knows yet."""
        update = self.server.updates.push(kind, payload)
        assert update is not None, f"the bot has not asked for {kind}"
        return update

    # What people see

    def menu(self, user: User | int, *, chat: Chat | int | None = None) -> dict[str, str]:
        """The command menu this person sees in this chat: Telegram takes the first list there is."""
        person = self.person(user)
        place = self.place(person.id if chat is None else chat)
        for scope in _scopes_for(person, place):
            for language in (person.language_code[:2], ""):
                if (scope, language) in self.server.commands:
                    commands = self.server.commands[scope, language]
                    return {command["command"]: command["description"] for command in commands}
        return {}

    def transcript(self, chat: Chat | User | int) -> str:
        """The chat as people see it: who said what, files as <kind name>, buttons in [brackets]."""
        messages = self.place(chat).messages.values()
        return "\n".join(message.to_transcript() for message in messages if not message.deleted)

    def file(self, message: Message) -> StoredFile:
        """The file a message carries, with its data."""
        return self.server.world.files[message.file_id]


def _scopes_for(person: User, chat: Chat) -> list[str]:
    if chat.user is not None:
        return [scope_name("chat", chat.id), "all_private_chats", "default"]
    is_admin = chat.members.get(person.id) in {"administrator", "creator"}
    return [
        scope_name("chat_member", chat.id, person.id),
        *([scope_name("chat_administrators", chat.id)] if is_admin else []),
        scope_name("chat", chat.id),
        *(["all_chat_administrators"] if is_admin else []),
        "all_group_chats",
        "default",
    ]


def _text_content(text: str, start: int, end: int, entities: list[Json]) -> Json:
    """A part of a text with its entities."""
    part = text[start:end]
    first = utf16_length(text[:start])
    found = find_entities(part, cut_entities(entities, first, first + utf16_length(part)))
    return {"text": part} | ({"entities": found} if found else {})
