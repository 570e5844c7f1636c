"""The state of the server that methods work on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tests.fake_telegram.errors import bad_request, chat_upgraded, forbidden, not_modelled
from tests.fake_telegram.faults import Faults
from tests.fake_telegram.limits import FloodLimits
from tests.fake_telegram.names import names
from tests.fake_telegram.requests import Call
from tests.fake_telegram.signals import Signal
from tests.fake_telegram.updates import Updates
from tests.fake_telegram.world import PRESENT, Chat, Json, Message, World


@dataclass(eq=False)
class Query:
    """A pressed button or an inline query; it can be answered once."""

    id: str
    answer: Json | None = None
    expired: bool = False


@dataclass(eq=False)
class Server:
    """World, updates, faults and what the bot has set up; `violations` lists what the bot should not do."""

    token: str
    world: World
    updates: Updates
    limits: FloodLimits
    faults: Faults
    changed: Signal
    violations: list[str]
    calls: list[Call] = field(default_factory=list)
    sent: list[Message] = field(default_factory=list)
    queries: dict[str, Query] = field(default_factory=dict)
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    profile: dict[tuple[str, str], str] = field(default_factory=dict)
    menu_button: Json = field(default_factory=lambda: {"type": "commands"})
    privacy: bool = True

    def find_chat(self, chat_id: Any) -> Chat:
        """The chat with this id or @name, as far as the bot may know it."""
        chat = self._lookup(str(chat_id))
        if chat is None or (chat.user and not (chat.user.opened or self.world.knows(chat.user))):
            raise bad_request("chat not found")
        if chat.migrated_to is not None:
            raise chat_upgraded(chat.migrated_to)
        if chat.bot_status == "kicked":
            raise forbidden(f"bot was kicked from the {chat.type} chat")
        if chat.bot_status not in PRESENT:
            raise forbidden(f"bot is not a member of the {chat.type} chat")
        return chat

    def _lookup(self, chat_id: str) -> Chat | None:
        if chat_id.startswith("@"):
            return self.world.chat_named(chat_id[1:])
        return self.world.chats.get(int(chat_id)) if chat_id.lstrip("-").isdecimal() else None

    def open_chat(self, chat_id: Any) -> Chat:
        """The chat, if the bot may write there."""
        chat = self.find_chat(chat_id)
        if chat.user is not None and chat.user.blocked:
            raise forbidden("bot was blocked by the user")
        if chat.user is not None and not chat.user.opened:
            raise forbidden("bot can't initiate conversation with a user")
        return chat

    def find_query(self, query_id: str) -> Query:
        query = self.queries.get(query_id)
        if query is None or query.expired or query.answer is not None:
            raise bad_request("query is too old and response timeout expired or query ID is invalid")
        return query


def find_message(chat: Chat, message_id: int, purpose: str) -> Message:
    message = chat.messages.get(message_id)
    if message is None or message.deleted:
        raise bad_request(f"message to {purpose} not found")
    return message


def find_thread(chat: Chat, params: Json) -> int | None:
    """The topic to write to; the general topic has no number, and to name 1 is an error in life too."""
    thread: int | None = params.get("message_thread_id")
    if thread is not None and thread not in chat.topics:
        raise bad_request("message thread not found")
    return thread


REPLY_FIELDS = names(
    "message_id chat_id allow_sending_without_reply quote quote_parse_mode quote_entities quote_position"
)


def find_reply(chat: Chat, params: Json) -> Message | None:
    """The message that is answered; None where it is gone and that is allowed."""
    reply = params.get("reply_parameters")
    if reply is None:
        return None
    if not isinstance(reply, dict) or reply.keys() - REPLY_FIELDS:
        raise bad_request(f"can't parse reply parameters: {reply!r}")
    if "message_id" not in reply:
        raise bad_request('can\'t find field "message_id"')
    if reply.get("chat_id", chat.id) not in {chat.id, str(chat.id)}:
        raise not_modelled("answers to a message of another chat")
    message = chat.messages.get(reply["message_id"])
    if message is None or message.deleted:
        if reply.get("allow_sending_without_reply"):
            return None
        raise bad_request("message to be replied not found")
    if reply.get("quote") and reply["quote"] not in message.text:
        raise bad_request("QUOTE_TEXT_INVALID")
    return message
