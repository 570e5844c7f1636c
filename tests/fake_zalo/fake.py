"""The fake server as tests use it: the people's side, what the bot did, what goes wrong."""

# ruff: noqa: ASYNC109 - a wait takes its timeout, so that none is without end
from __future__ import annotations

import secrets
import time
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from tests.fake_zalo.app import make_app
from tests.fake_zalo.faults import Fault
from tests.fake_zalo.methods import RefusedError
from tests.fake_zalo.pusher import Pusher
from tests.served import PATIENCE, Served

Json = dict[str, Any]
TOKEN = "1459000000000000001:fake-token_of-the-tests"


def an_id() -> str:
    """Ids are opaque: 20 hexadecimal digits."""
    return secrets.token_hex(10)


@dataclass(frozen=True)
class Person:
    name: str
    id: str


@dataclass(frozen=True)
class Sent:
    """A message that the bot sent."""

    method: str
    chat: str
    text: str
    given: Json
    arrives: bool = True


class FakeZalo(Served[Fault], Pusher):
    """A Bot API server with one bot."""

    def __init__(self, *, token: str = TOKEN, name: str = "Bot Xã Mẫu", quota: int = 3000, users: int = 50):
        Served.__init__(self, "http://fake-zalo")
        Pusher.__init__(self)
        self.token = token
        self.id = token.partition(":")[0]
        self.name = name
        self.quota = quota
        self.most_users = users
        self.counted = 0
        self.behind_webhook: int | None = 400  # what getUpdates answers there is not known: 400, 408 or ok
        self.none_set: int | None = None  # what deleteWebhook answers without one: success, or 400
        self.most_tests, self.tests = 5, 0
        self.longest_poll = 1.0
        self.knows_strangers = False  # whether one who never wrote can be written to is not known
        self.sent: list[Sent] = []
        self.violations: list[str] = []
        self.people: dict[str, Person] = {}
        self.groups: set[str] = set()
        self.wrote: set[str] = set()
        self.pictures: dict[str, bytes] = {}
        self.fetched: list[bytes] = []
        self.updates: deque[Json] = deque()
        self._read: dict[str, int] = {}
        self.app = make_app(self)

    # People

    def user(self, name: str, number: str = "") -> Person:
        person = Person(name, number or an_id())
        self.people[person.id] = person
        return person

    def group(self, name: str = "") -> str:
        number = name or an_id()
        self.groups.add(number)
        return number

    def message(self, who: Person, chat: str = "", **more: Any) -> Json:
        """Write a message as it comes in life."""
        group = chat if chat in self.groups else ""
        return {
            "message_id": an_id(),
            "date": int(time.time() * 1000),
            "from": {"id": who.id, "display_name": who.name, "is_bot": False},
            "chat": {"id": group or who.id, "chat_type": "GROUP" if group else "PRIVATE"},
            **more,
        }

    def says(self, who: Person, text: str, group: str = "", **more: Any) -> Json:
        """Say something to the bot; in a group by a mention, whose text stands before it."""
        said = f"@{self.name} {text}" if group else text
        message = self.message(who, group, message_type="CHAT_MESSAGE", text=said, **more)
        return self.arrives("message.text.received", message)

    def quotes(self, who: Person, text: str, group: str) -> Json:
        """Answer one of the bot's messages in a group: nothing in the update tells so."""
        return self.arrives("message.text.received", self.message(who, group, text=text))

    def shows(self, who: Person, data: bytes, caption: str = "", *, field: str = "photo_url") -> Json:
        """Send a photo; the documents call its field "photo", live bots got "photo_url"."""
        name = f"{an_id()}.jpg"
        self.pictures[name] = data
        more = {field: f"{self.url}/pictures/{name}", **({"caption": caption} if caption else {})}
        return self.arrives("message.image.received", self.message(who, message_type="CHAT_PHOTO", **more))

    def sends_something_else(self, who: Person, group: str = "") -> Json:
        """Send a file, a video, a contact: nothing of it reaches a bot."""
        return self.arrives("message.unsupported.received", self.message(who, group))

    def arrives(self, event: str, message: Json) -> Json:
        """Queue an update, unless the plan serves no more people."""
        update = {"event_name": event, "message": message}
        if message["from"]["id"] not in self.wrote and len(self.wrote) >= self.most_users:
            return update
        self.wrote |= {message["from"]["id"], message["chat"]["id"]}
        self.counted += 1
        self.updates.append(update)
        self.changed.fire()
        return update

    def again(self, update: Json) -> None:
        """Deliver an update a second time."""
        self.updates.append(update)
        self.changed.fire()

    async def next_update(self, timeout: float) -> Json | None:
        await self.changed.until(lambda: self.updates, timeout)
        return self.updates.popleft() if self.updates else None

    # What the bot does

    def check_chat(self, chat: str) -> None:
        if chat not in self.wrote and not self.knows_strangers:
            raise RefusedError(400, "Bad request: chat not found")

    def sends(self, method: str, given: Json, text: str, *, arrives: bool = True) -> Json:
        chat = given.get("chat_id")
        if not isinstance(chat, str) or not chat:
            raise RefusedError(400, "Bad request: chat_id is required")
        self.check_chat(chat)
        if self.counted >= self.quota:
            raise RefusedError(429, "Quota exceeded")
        self.counted += 1
        self.sent.append(Sent(method, chat, text, given, arrives))
        return {"message_id": an_id(), "date": int(time.time() * 1000)}

    async def fetch(self, url: str) -> None:
        """Fetch a picture from its public address, as the server does before it answers."""
        if url.startswith("https://") and self.webhook_transport is None:
            return  # somewhere else in the world
        async with self._client() as client:
            response = await client.get(url)
        if not response.is_success:
            raise RefusedError(400, f"Bad request: photo {response.status_code}")
        self.fetched.append(response.content)

    # What tests wait for

    def texts(self, chat: Person | str) -> list[str]:
        name = chat.id if isinstance(chat, Person) else chat
        return [sent.text for sent in self.sent if sent.chat == name]

    async def next_message(self, chat: Person | str, timeout: float = PATIENCE) -> Sent:
        """Wait for the next message in a chat that no test has waited for."""
        name = chat.id if isinstance(chat, Person) else chat
        at = self._read.get(name, 0)
        await self.wait_for(lambda: len(self.texts(name)) > at, f"message {at + 1}", timeout)
        self._read[name] = at + 1
        return [sent for sent in self.sent if sent.chat == name][at]

    async def silent(self, chat: Person | str, seconds: float = 0.4) -> None:
        """Fail where the bot writes there in the next moment."""
        with suppress(AssertionError):
            sent = await self.next_message(chat, seconds)
            raise RuntimeError(f"unexpected: {sent.text}")
