"""The fake server as tests use it: the people's side, what the bot did, what goes wrong."""

# ruff: noqa: ASYNC109 - a wait takes its timeout, so that none is without end
from __future__ import annotations

import secrets
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from tests.fake_zalo_oa.app import make_app
from tests.fake_zalo_oa.faults import Fault
from tests.fake_zalo_oa.methods import RefusedError
from tests.fake_zalo_oa.oauth import OAuth
from tests.fake_zalo_oa.pusher import Pusher
from tests.served import PATIENCE, Served

Json = dict[str, Any]
HOUR, DAY = 3600, 86_400
APP_ID, APP_SECRET = "3600000000000000001", "app-secret-of-the-tests"
SECRET_KEY, OA_ID = "oa-secret-key-of-the-tests", "4100000000000000001"


def an_id() -> str:
    """People's ids are numbers, for one account only."""
    return str(secrets.randbelow(9 * 10**18) + 10**18)


@dataclass(frozen=True)
class Person:
    name: str
    id: str


@dataclass(frozen=True)
class Sent:
    """A message that the bot sent: its text and buttons, the file or picture in it."""

    chat: str
    text: str
    buttons: tuple[Json, ...] = ()
    file: tuple[str, bytes] | None = None
    picture: bytes | None = None
    quota: str = "reply"

    @property
    def titles(self) -> list[str]:
        return [button["title"] for button in self.buttons]

    def payload(self, title: str) -> str:
        return next(str(b["payload"]) for b in self.buttons if b["title"] == title)


class FakeOa(Served[Fault], Pusher):
    """An Official Account, with the app that it has authorised."""

    def __init__(self, *, name: str = "UBND xã Mẫu", billed_most: int = 100):
        Served.__init__(self, "http://fake-zalo-oa")
        Pusher.__init__(self, APP_ID, SECRET_KEY)
        self.name = name
        self.later = 0.0
        self.oauth = OAuth(APP_ID, APP_SECRET, OA_ID, self.now)
        self.billed, self.billed_most = 0, billed_most
        self.sent: list[Sent] = []
        self.violations: list[str] = []
        self.people: dict[str, Person] = {}
        self.followers: set[str] = set()
        self.interacted: dict[str, float] = {}
        self.gone: dict[str, int] = {}  # who cannot be reached, by error
        self.images: dict[str, bytes] = {}
        self.tokens: dict[str, tuple[str, bytes]] = {}
        self.media: dict[str, bytes] = {}
        self._read: dict[str, int] = {}
        self.app = make_app(self)

    def now(self) -> float:
        return time.time() + self.later

    def settings(self) -> dict[str, str]:
        """Give what goes into the bot's settings."""
        return {
            "zalo_oa_app_id": APP_ID,
            "zalo_oa_app_secret": APP_SECRET,
            "zalo_oa_secret_key": SECRET_KEY,
            "zalo_oa_refresh_token": self.oauth.refresh,
            "zalo_oa_api_url": self.url,
            "zalo_oa_oauth_url": self.url,
        }

    def note(self, name: str, given: Json) -> None:
        self.calls.append((name, given))
        self.changed.fire()

    # People

    def user(self, name: str, number: str = "") -> Person:
        person = Person(name, number or an_id())
        self.people[person.id] = person
        return person

    def event(self, name: str, **more: Any) -> Json:
        timestamp = str(int(self.now() * 1000))
        return {"app_id": self.app_id, "event_name": name, **more, "timestamp": timestamp}

    def message(self, who: Person, name: str, **message: Any) -> Json:
        """Write an event of somebody's message as it comes in life."""
        return self.event(
            name,
            sender={"id": who.id},
            user_id_by_app=f"9{who.id}",
            recipient={"id": self.oauth.oa_id},
            message={"msg_id": secrets.token_hex(16), **message},
        )

    async def says(self, who: Person, text: str) -> Json:
        return await self.does(who, self.message(who, "user_send_text", text=text))

    async def taps(self, who: Person, on: Sent, title: str) -> Json:
        """Tap a button: its payload comes back as a text, and nothing tells that it was no text."""
        return await self.says(who, on.payload(title))

    async def shows(self, who: Person, data: bytes, text: str = "") -> Json:
        payload = {"url": self.hosts(data), "thumbnail": f"{self.url}/thumbnail"}
        attachments = [{"type": "image", "payload": payload}]
        more = {"text": text} if text else {}
        event = self.message(who, "user_send_image", attachments=attachments, **more)
        return await self.does(who, event)

    async def sends_file(self, who: Person, name: str, data: bytes) -> Json:
        payload = {"url": self.hosts(data), "name": name, "size": str(len(data)), "type": name[-3:]}
        attachments = [{"type": "file", "payload": payload}]
        return await self.does(who, self.message(who, "user_send_file", attachments=attachments))

    async def sends_link(self, who: Person, url: str) -> Json:
        attachments = [{"type": "link", "payload": {"url": url, "thumbnail": "", "description": "một trang"}}]
        return await self.does(who, self.message(who, "user_send_link", attachments=attachments, text=url))

    async def sends(self, who: Person, kind: str) -> Json:
        """Send something else: a sticker, a video, a place."""
        attachments = [{"type": kind, "payload": {"url": f"{self.url}/media/none", "id": "1"}}]
        return await self.does(who, self.message(who, f"user_send_{kind}", attachments=attachments))

    async def follows(self, who: Person) -> Json:
        self.followers.add(who.id)
        event = self.event("follow", oa_id=self.oauth.oa_id, follower={"id": who.id}, source="zalo")
        return await self.does(who, event)

    async def unfollows(self, who: Person) -> Json:
        self.followers.discard(who.id)
        self.gone[who.id] = -213
        event = self.event("unfollow", oa_id=self.oauth.oa_id, follower={"id": who.id}, source="zalo")
        assert await self.push(event) == 200
        return event

    async def does(self, who: Person, event: Json) -> Json:
        """Do something that counts as an interaction, and have it delivered."""
        self.interacted[who.id] = self.now()
        self.gone.pop(who.id, None)
        status = await self.push(event)
        assert status == 200, status
        return event

    def hosts(self, data: bytes) -> str:
        name = secrets.token_hex(8)
        self.media[name] = data
        return f"{self.url}/media/{name}"

    # What the bot does

    def admits(self, user: str) -> str:
        """Tell by which quota a message goes out now: the windows count from the last interaction."""
        if user in self.gone:
            raise RefusedError(self.gone[user], "the person cannot be reached")
        if user not in self.interacted:
            raise RefusedError(-232, "no interaction")
        passed = self.now() - self.interacted[user]
        if passed > 7 * DAY:
            raise RefusedError(-230, "no interaction in the last 7 days")
        if passed <= 48 * HOUR:
            return "reply"
        if self.billed >= self.billed_most:
            raise RefusedError(-211, "out of quota")
        self.billed += 1
        return "sub_quota"

    def keeps(self, user: str, message: Json, quota: str) -> Json:
        payload = (message.get("attachment") or {}).get("payload") or {}
        elements = payload.get("elements") or [{}]
        sent = Sent(
            user,
            message.get("text") or "",
            tuple(payload.get("buttons") or ()),
            self.tokens.get(payload.get("token", "")),
            self.images.get(elements[0].get("attachment_id", "")),
            quota,
        )
        self.sent.append(sent)
        return {
            "message_id": secrets.token_hex(16),
            "user_id": user,
            "sent_time": str(int(self.now() * 1000)),
            "quota": {"quota_type": quota},
        }

    # What tests wait for

    def messages(self, who: Person) -> list[Sent]:
        return [sent for sent in self.sent if sent.chat == who.id]

    async def next_message(self, who: Person, timeout: float = PATIENCE) -> Sent:
        """Wait for the next message to somebody that no test has waited for."""
        at = self._read.get(who.id, 0)
        await self.wait_for(lambda: len(self.messages(who)) > at, f"message {at + 1}", timeout)
        self._read[who.id] = at + 1
        return self.messages(who)[at]

    async def silent(self, who: Person, seconds: float = 0.4) -> None:
        """Fail where the bot writes to somebody in the next moment."""
        with suppress(AssertionError):
            sent = await self.next_message(who, seconds)
            raise RuntimeError(f"unexpected: {sent.text}")
