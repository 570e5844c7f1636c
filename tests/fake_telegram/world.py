"""What the server remembers: people, chats, messages, files; and how the bot sees them as JSON."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]

SUPERGROUP_BASE = -1_000_000_000_000
MEDIA_KINDS = ("document", "photo", "voice")


@dataclass(eq=False)
class User:
    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = "vi"
    is_bot: bool = False
    opened: bool = False
    blocked: bool = False

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    def to_json(self) -> Json:
        shown = {"last_name": self.last_name, "username": self.username}
        if not self.is_bot:
            shown["language_code"] = self.language_code
        return {
            "id": self.id,
            "is_bot": self.is_bot,
            "first_name": self.first_name,
            **{key: value for key, value in shown.items() if value},
        }


@dataclass(eq=False)
class Chat:
    id: int
    type: str
    title: str = ""
    username: str = ""
    user: User | None = None
    is_forum: bool = False
    bot_status: str = "member"
    members: dict[int, str] = field(default_factory=dict)
    topics: dict[int, str] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    menu_button: Json = field(default_factory=lambda: {"type": "default"})
    migrated_to: int | None = None
    last_id: int = 0

    @property
    def is_group(self) -> bool:
        return self.type in {"group", "supergroup"}

    def to_json(self) -> Json:
        if self.user is not None:
            shown = {k: v for k, v in self.user.to_json().items() if k not in {"is_bot", "language_code"}}
            return {**shown, "type": "private"}
        chat: Json = {"id": self.id, "type": self.type, "title": self.title}
        if self.username:
            chat["username"] = self.username
        if self.is_forum:
            chat["is_forum"] = True
        return chat


@dataclass(eq=False)
class Message:
    chat: Chat
    id: int
    date: int
    sender: User | None
    content: Json
    outgoing: bool = False
    sender_chat: Chat | None = None
    thread: int | None = None
    reply_to: Message | None = None
    markup: Json | None = None
    extra: Json = field(default_factory=dict)
    reactions: list[Json] = field(default_factory=list)
    edit_date: int | None = None
    deleted: bool = False
    update: Json | None = None

    @property
    def text(self) -> str:
        return str(self.content.get("text") or self.content.get("caption") or "")

    @property
    def entities(self) -> list[Json]:
        found: list[Json] = self.content.get("entities") or self.content.get("caption_entities") or []
        return found

    @property
    def media(self) -> str | None:
        """The kind of file it carries, if any."""
        return next((kind for kind in MEDIA_KINDS if kind in self.content), None)

    @property
    def file_id(self) -> str:
        """The file it carries (of a photo the largest size)."""
        assert self.media, f"no file in {self.text!r}"
        media = self.content[self.media]
        return str((media[-1] if self.media == "photo" else media)["file_id"])

    @property
    def buttons(self) -> list[list[str]]:
        """What the buttons below it say, row by row; of an inline keyboard or of a reply keyboard."""
        rows = (self.markup or {}).get("inline_keyboard") or (self.markup or {}).get("keyboard") or []
        return [[button["text"] if isinstance(button, dict) else button for button in row] for row in rows]

    def button(self, text: str) -> Json | None:
        """The inline button that says `text`."""
        rows: list[list[Json]] = (self.markup or {}).get("inline_keyboard") or []
        return next((button for row in rows for button in row if button["text"] == text), None)

    def to_json(self, *, with_reply: bool = True) -> Json:
        message: Json = {"message_id": self.id, "date": self.date, "chat": self.chat.to_json()}
        if self.sender is not None:
            message["from"] = self.sender.to_json()
        if self.sender_chat is not None:
            message["sender_chat"] = self.sender_chat.to_json()
        if self.thread is not None:
            message |= {"message_thread_id": self.thread, "is_topic_message": True}
        # In a topic, what answers nothing answers the service message that opened the topic.
        answered = self.reply_to or (self.chat.messages.get(self.thread) if self.thread else None)
        if answered is not None and with_reply and not answered.deleted:
            message["reply_to_message"] = answered.to_json(with_reply=False)
        if self.markup and "inline_keyboard" in self.markup:
            message["reply_markup"] = self.markup
        if self.edit_date is not None:
            message["edit_date"] = self.edit_date
        return message | self.extra | self.content

    def to_transcript(self) -> str:
        """One line "who: text", and its buttons in brackets below."""
        who = self.sender.name if self.sender else self.chat.title
        file = f"<{self.media}{_file_name(self.content)}> " if self.media else ""
        rows = ["  " + " ".join(f"[{text}]" for text in row) for row in self.buttons]
        return "\n".join([f"{who}: {file}{self.text}".rstrip(), *rows])


def _file_name(content: Json) -> str:
    name = content.get("document", {}).get("file_name", "")
    return f" {name}" if name else ""


@dataclass(frozen=True)
class StoredFile:
    id: str
    unique_id: str
    path: str
    name: str
    mime_type: str
    data: bytes
    size: int


@dataclass(frozen=True)
class Upload:
    """A file as it came in a multipart request."""

    name: str
    mime_type: str
    data: bytes


class World:
    """The state, and the few rules that keep it whole."""

    def __init__(self, bot: User) -> None:
        self.bot = bot
        self.users: dict[int, User] = {}
        self.chats: dict[int, Chat] = {}
        self.files: dict[str, StoredFile] = {}
        self._last_id = 0

    def add_user(self, user: User) -> User:
        self.users[user.id] = user
        self.chats[user.id] = Chat(user.id, "private", user=user)
        return user

    def add_chat(self, chat: Chat) -> Chat:
        self.chats[chat.id] = chat
        return chat

    def chat_named(self, username: str) -> Chat | None:
        """A public group or channel; people cannot be written to by name."""
        named = (chat for chat in self.chats.values() if chat.username and not chat.user)
        return next((chat for chat in named if chat.username.lower() == username.lower()), None)

    def next_message_id(self, chat: Chat) -> int:
        """Ids ascend; private chats and basic groups draw from one row, as in a real bot's message box."""
        if chat.type in {"private", "group"}:
            self._last_id += 1
            chat.last_id = self._last_id
        else:
            chat.last_id += 1
        return chat.last_id

    def post(self, chat: Chat, sender: User | None, content: Json, **more: Any) -> Message:
        message = Message(chat, self.next_message_id(chat), int(time.time()), sender, content, **more)
        chat.messages[message.id] = message
        return message

    def knows(self, user: User) -> bool:
        """Whether the bot has met the person in some group it is in."""
        return any(user.id in chat.members for chat in self.chats.values() if chat.bot_status in PRESENT)

    def store_file(self, kind: str, upload: Upload, size: int | None = None) -> StoredFile:
        number = len(self.files)
        suffix = upload.name.rpartition(".")[2] if "." in upload.name else "bin"
        stored = StoredFile(
            id=f"file-{kind}-{number:06d}",
            unique_id=f"unique-{number:06d}",
            path=f"{kind}s/file_{number}.{suffix}",
            name=upload.name,
            mime_type=upload.mime_type,
            data=upload.data,
            size=len(upload.data) if size is None else size,
        )
        self.files[stored.id] = stored
        return stored


PRESENT = frozenset({"member", "administrator", "creator", "restricted"})


def media_json(kind: str, file: StoredFile, duration: int = 0) -> Any:
    """A file as a message carries it."""
    about: Json = {"file_id": file.id, "file_unique_id": file.unique_id, "file_size": file.size}
    if kind == "photo":
        return [{**about, "width": 1280, "height": 960}]
    about["mime_type"] = file.mime_type
    return about | ({"duration": duration} if kind == "voice" else {"file_name": file.name})
