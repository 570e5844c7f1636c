"""The fake server as tests use it: a socket or none, the people's side, what the bot did."""

# ruff: noqa: ASYNC109 - a wait takes its timeout, so that none is without end
from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any, Self, TypeVar

import httpx
import uvicorn
from starlette.types import Scope
from uvicorn.protocols.http.h11_impl import H11Protocol

from tests.fake_telegram.app import make_app
from tests.fake_telegram.errors import ApiError
from tests.fake_telegram.faults import Faults
from tests.fake_telegram.limits import FloodLimits
from tests.fake_telegram.requests import Call
from tests.fake_telegram.server import Query, Server
from tests.fake_telegram.signals import Signal
from tests.fake_telegram.simulation import People
from tests.fake_telegram.tls import server_context
from tests.fake_telegram.updates import Updates
from tests.fake_telegram.world import Chat, Json, Message, User, World

T = TypeVar("T")
PATIENCE = 5.0


class FakeTelegram(People):
    """A Bot API server with one bot, and all the people in its chats."""

    def __init__(
        self,
        *,
        token: str = "123456789:FAKE-token-of-the-tests",
        name: str = "Sổ Họp",
        username: str = "sohop_bot",
        flood: bool = False,
        privacy: bool = True,
        webhook_transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        super().__init__()
        violations: list[str] = []
        changed = Signal()
        bot = User(int(token.partition(":")[0]), name, username=username, is_bot=True)
        self.server = Server(
            token=token,
            world=World(bot),
            updates=Updates(webhook_transport, changed=changed, violations=violations),
            limits=FloodLimits(flood, violations),
            faults=Faults(),
            changed=changed,
            violations=violations,
            privacy=privacy,
        )
        self.url = "http://fake-telegram"
        self._uvicorn: uvicorn.Server | None = None
        self._seen: dict[tuple[str, Any], int] = {}
        self.app = make_app(self)

    # Where it is

    @property
    def token(self) -> str:
        return self.server.token

    @property
    def base_url(self) -> str:
        """For python-telegram-bot's `base_url`."""
        return f"{self.url}/bot"

    @property
    def base_file_url(self) -> str:
        return f"{self.url}/file/bot"

    @asynccontextmanager
    async def serve(self, port: int = 0, *, tls: bool = False) -> AsyncIterator[Self]:
        """Listen on 127.0.0.1, in the loop of the test; with `tls`, clients need `tls.client_context()`."""
        listening = socket.create_server(("127.0.0.1", port))
        config = uvicorn.Config(
            self.app,
            http="h11",
            log_config=None,
            lifespan="off",
            timeout_graceful_shutdown=2,
            timeout_keep_alive=75,  # longer than any client's, as in life: who lets go first is the client
        )
        config.load()
        config.ssl = server_context() if tls else None
        server = uvicorn.Server(config)
        server.lifespan = config.lifespan_class(config)
        await server.startup(sockets=[listening])
        self._uvicorn, before = server, self.url
        self.url = f"{'https' if tls else 'http'}://127.0.0.1:{listening.getsockname()[1]}"
        try:
            yield self
        finally:
            await self.close()
            await shut_down(server)
            self._uvicorn, self.url = None, before

    async def __aenter__(self) -> Self:
        """Without a socket: for httpx.ASGITransport(app=fake.app)."""
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Let go whatever waits here."""
        self.faults.clear()
        await self.server.updates.close()

    def transport_of(self, scope: Scope) -> asyncio.Transport | None:
        """The connection of a request; None when there is no socket."""
        if self._uvicorn is None:
            return None
        connections = [c for c in self._uvicorn.server_state.connections if isinstance(c, H11Protocol)]
        return next((c.transport for c in connections if c.client == scope["client"]), None)

    # What the bot did

    @property
    def sent(self) -> list[Message]:
        """Every message the bot sent, as it stands now."""
        return self.server.sent

    @property
    def calls(self) -> list[Call]:
        return self.server.calls

    @property
    def violations(self) -> list[str]:
        """What a bot should not do: floods, unknown parameters, methods that are not modelled."""
        return self.server.violations

    @property
    def faults(self) -> Faults:
        return self.server.faults

    @property
    def changed(self) -> Signal:
        return self.server.changed

    @property
    def pending(self) -> int:
        """Updates the bot has not confirmed yet."""
        return len(self.server.updates.queue)

    def note_refusal(self, method: str, error: ApiError) -> None:
        """Requests that could not even be read are mistakes of the bot's code."""
        self.violations.append(f"{method}: {error.description}")
        self.changed.fire()

    def messages(self, chat: Chat | User | int | None = None) -> list[Message]:
        """What the bot has sent to a chat and not deleted."""
        place = None if chat is None else self.place(chat)
        return [m for m in self.sent if not m.deleted and place in (None, m.chat)]

    def last(self, chat: Chat | User | int | None = None) -> Message:
        messages = self.messages(chat)
        assert messages, "the bot has sent nothing"
        return messages[-1]

    # Waiting

    async def wait_for(
        self, condition: Callable[[], T | None], timeout: float = PATIENCE, what: str = ""
    ) -> T:
        """What the condition gives, once it gives something; asked again whenever anything changes."""
        value = await self.changed.until(condition, timeout)
        if value is None:
            raise AssertionError(
                f"waited {timeout} s for {what or 'a condition'}; the bot did:\n{self._recent()}"
            )
        return value

    def _recent(self) -> str:
        return "\n".join(map(repr, [call for call in self.calls if call.method != "getUpdates"][-10:]))

    async def next_message(self, chat: Chat | User | int | None = None, timeout: float = PATIENCE) -> Message:
        """The next message of the bot (in this chat) that no earlier call has given."""
        place = None if chat is None else self.place(chat)
        key = ("message", place)

        def unseen() -> Message | None:
            messages = [m for m in self.sent if place in (None, m.chat)]
            return messages[self._seen.get(key, 0)] if len(messages) > self._seen.get(key, 0) else None

        message = await self.wait_for(unseen, timeout, f"a message in {place.id if place else 'any chat'}")
        self._seen[key] = self._seen.get(key, 0) + 1
        return message

    async def next_call(self, method: str, timeout: float = PATIENCE) -> Call:
        """The next finished call of a method that no earlier call has given."""
        key = ("call", method)

        def unseen() -> Call | None:
            calls = [c for c in self.calls if c.method == method and c.answer]
            return calls[self._seen.get(key, 0)] if len(calls) > self._seen.get(key, 0) else None

        call = await self.wait_for(unseen, timeout, f"a call of {method}")
        self._seen[key] = self._seen.get(key, 0) + 1
        return call

    async def message_with(
        self, words: str, chat: Chat | User | int | None = None, timeout: float = PATIENCE
    ) -> Message:
        """The newest message of the bot that has these words, after an edit too."""

        def found() -> Message | None:
            return next((m for m in reversed(self.messages(chat)) if words in m.text), None)

        return await self.wait_for(found, timeout, f"a message with {words!r}")

    async def answer_of(self, query: Query, timeout: float = PATIENCE) -> Json:
        """How the bot answered a pressed button or an inline query."""
        await self.wait_for(lambda: query.answer is not None, timeout, f"an answer to query {query.id}")
        assert query.answer is not None
        return query.answer

    async def drained(self, timeout: float = PATIENCE) -> None:
        """Every update is confirmed by the bot."""
        await self.wait_for(lambda: not self.pending, timeout, "all updates to be confirmed")

    # Everything as JSON

    def state(self) -> Json:
        world = self.server.world
        return {
            "pending": [queued.update for queued in self.server.updates.queue],
            "sent": [outbox_json(message) for message in self.sent],
            "calls": [{"method": c.method, "params": c.params, "answer": c.answer} for c in self.calls],
            "violations": self.violations,
            "commands": [
                {"scope": scope, "language": language, "commands": commands}
                for (scope, language), commands in self.server.commands.items()
            ],
            "webhook": self.server.updates.webhook_info(),
            "chats": [{**chat.to_json(), "bot": chat.bot_status} for chat in world.chats.values()],
            "files": [{"file_id": f.id, "name": f.name, "size": f.size} for f in world.files.values()],
        }


async def shut_down(server: uvicorn.Server) -> None:
    """Do as uvicorn does, without its pause of a tenth of a second that every test would wait for."""
    for listener in server.servers:
        listener.close()
    state = server.server_state
    for connection in list(state.connections):
        connection.shutdown()
    with suppress(TimeoutError):
        async with asyncio.timeout(2):
            while state.connections or state.tasks:  # noqa: ASYNC110 their end wakes nobody
                await asyncio.sleep(0.002)
    for task in state.tasks:
        task.cancel()


def outbox_json(message: Message) -> Json:
    """A sent message with all that was stored, also a reply keyboard and whether it was deleted."""
    return {**message.to_json(), "reply_markup": message.markup, "deleted": message.deleted}
