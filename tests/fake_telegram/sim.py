"""The people's side over HTTP: `/sim/*`, for tests in a shell and for tests of the bot as a process."""

from __future__ import annotations

import base64
import inspect
from collections.abc import Callable
from dataclasses import is_dataclass
from typing import TYPE_CHECKING, Any

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from tests.fake_telegram.names import names
from tests.fake_telegram.server import Query
from tests.fake_telegram.simulation import Attachment
from tests.fake_telegram.world import Chat, Json, Message, User

if TYPE_CHECKING:
    from tests.fake_telegram.fake import FakeTelegram

# Acts that are called as in Python, with the JSON body as keyword arguments; ids stand for people and chats.
ACTS = names(
    "user topic promote say edit delete forward post press inline_query block unblock add_bot remove_bot "
    "migrate redeliver inject menu"
)
# Acts that take members or a title first.
PLACES = ("group", "supergroup", "channel")
FAULTS = ("too_many_requests", "error", "delay", "connection")


def routes(fake: FakeTelegram) -> list[Route]:
    async def act(request: Request) -> Response:
        body = await request.json() if await request.body() else {}
        return _reply(lambda: _act(fake, request.path_params["act"], body))

    async def fault(request: Request) -> Response:
        body = await request.json()
        return _reply(lambda: _order(fake, body))

    async def look(request: Request) -> Response:
        return await _look(fake, request)

    return [
        Route("/sim/fault", fault, methods=["POST"]),
        Route("/sim/{act}", act, methods=["POST"]),
        Route("/sim/{what}", look, methods=["GET"]),
    ]


def _reply(action: Callable[[], Any]) -> Response:
    try:
        return JSONResponse({"ok": True, "result": _plain(action())})
    except (AssertionError, KeyError, TypeError, ValueError) as error:
        return JSONResponse({"ok": False, "error": f"{type(error).__name__}: {error}"}, 400)


def _act(fake: FakeTelegram, act: str, body: Json) -> Any:
    if act in PLACES:
        title, members = body.pop("title", act), body.pop("members", [])
        return getattr(fake, act)(title, *members, **body)
    if act == "send":
        files = [_attachment(file) for file in body.pop("files")]
        return fake.send(body.pop("user"), *files, **body)
    if act == "clear_faults":
        return fake.faults.clear()
    if act == "flood":
        fake.server.limits.enforced = bool(body.get("on", True))
        return None
    if act not in ACTS:
        raise KeyError(act)
    return getattr(fake, act)(**_with_messages(fake, body))


def _with_messages(fake: FakeTelegram, body: Json) -> Json:
    """A message is named by its chat and id: {"message": [chat, id]}."""
    for name in {"message", "update"} & body.keys():
        if isinstance(body[name], list):
            chat, number = body[name]
            body[name] = fake.place(chat).messages[number]
    return body


def _attachment(file: Json) -> Attachment:
    """Data comes as `text` or in `base64`."""
    data = base64.b64decode(file.pop("base64")) if "base64" in file else file.pop("text", "...").encode()
    return Attachment(data=data, **file)


def _order(fake: FakeTelegram, body: Json) -> Any:
    kind = body.pop("kind")
    if kind not in FAULTS:
        raise KeyError(kind)
    getattr(fake.faults, kind)(**body)


async def _look(fake: FakeTelegram, request: Request) -> Response:
    """Look at once, or wait for something to be seen."""
    asked = request.query_params
    chat = int(asked["chat"]) if "chat" in asked else None
    timeout = float(asked.get("timeout", "5"))
    sights: dict[str, Callable[[], Any]] = {
        "outbox": lambda: fake.messages(chat),
        "state": fake.state,
        "violations": lambda: fake.violations,
        "transcript": lambda: fake.transcript(chat or 0),
        "next_message": lambda: fake.next_message(chat, timeout),
        "message_with": lambda: fake.message_with(asked["words"], chat, timeout),
        "answer": lambda: fake.answer_of(fake.server.queries[asked["query"]], timeout),
        "drained": lambda: fake.drained(timeout),
    }
    what = request.path_params["what"]
    if what not in sights:
        return JSONResponse({"ok": False, "error": f"there is {', '.join(sights)}"}, 404)
    return await _shown(what, sights[what])


async def _shown(what: str, sight: Callable[[], Any]) -> Response:
    try:
        value = sight()
        value = await value if inspect.isawaitable(value) else value
    except AssertionError as error:
        return JSONResponse({"ok": False, "error": str(error)}, 408)
    except (KeyError, ValueError) as error:
        return JSONResponse({"ok": False, "error": f"{type(error).__name__}: {error}"}, 400)
    if what == "transcript":
        return PlainTextResponse(f"{value}\n")
    return JSONResponse({"ok": True, "result": _plain(value)})


def _plain(value: Any) -> Any:
    """As JSON; messages with everything that was stored."""
    match value:
        case list():
            return [_plain(one) for one in value]
        case Message():
            return {**value.to_json(), "reply_markup": value.markup, "deleted": value.deleted}
        case Query():
            return {"id": value.id, "answer": value.answer}
        case User() | Chat():
            return value.to_json()
    return None if is_dataclass(value) else value
