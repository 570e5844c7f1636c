"""Ask a real server what nobody wrote down, once, with a first real token: `sohop probe-zalo`.

What is seen is written as JSON Lines: codes, keys and kinds of what comes, never words, names or ids; below
it stands each question with its answer. A question that fails is written down as such, and the next is asked.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from bot.calls import Json
from bot.settings import EXAMPLES, Settings, SettingsError
from bot.zalo import HOOK
from bot.zalo.errors import TIMEOUT, UNAUTHORIZED
from bot.zalo.polling import no_such_token
from bot.zalo.probe_answers import answers_in
from bot.zalo.probe_hook import receiving
from bot.zalo.updates import unwrap

OUT = Path("probe-zalo.jsonl")
TOLD = frozenset(
    {
        "event_name",
        "message_type",
        "chat_type",
        "error_code",
        "errorCode",
        "description",
        "ok",
        "is_bot",
        "account_type",
        "outcome",
        "status_code",
        "latency_ms",
    }
)
"""Keys whose values say nothing of anybody."""
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c63f8cfc0f01f00050001ff56c72f0d0000000049454e44ae426082"
)
STRANGER = "0" * 20

Say = Callable[[str], None]


def shape(value: object, key: str = "") -> object:
    """Tell the kinds of what stands in an answer, and only harmless values.

    >>> shape({"ok": True, "result": {"text": "xin chào", "date": 1}})
    {'ok': True, 'result': {'text': 'str 8', 'date': 'int 1 digits'}}
    """
    if isinstance(value, dict):
        return {name: shape(part, name) for name, part in value.items()}
    if isinstance(value, list):
        return [shape(part) for part in value[:3]]
    if key in TOLD or value is None or isinstance(value, bool):
        return value[:200] if isinstance(value, str) else value
    if isinstance(value, int):
        return f"int {len(str(abs(value)))} digits"
    return f"{type(value).__name__} {len(value)}" if isinstance(value, str) else type(value).__name__


@dataclass
class Probe:
    """Calls without any mending, and what came of them."""

    http: httpx.AsyncClient
    token: str
    url: str
    say: Say
    wait: float
    seen: list[Json] = field(default_factory=list)
    chat: str = ""

    async def call(
        self, name: str, method: str, given: Json | None = None, *, token: str = "", **more: object
    ) -> Json:
        """Call a method and write down what came; gives the answer."""
        address = f"{self.url}/bot{token or self.token}/{method}"
        started = time.monotonic()
        try:
            if "files" in more:
                files = {"photo": ("1.png", PIXEL, "image/png")}
                response = await self.http.post(address, data={"chat_id": self.chat}, files=files)
            else:
                response = await self.http.post(address, json=given or {})
            body = _json(response)
            self.note(name, status=response.status_code, answer=shape(body))
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            body = {}
            self.note(name, failed=type(error).__name__)
        self.seen[-1]["seconds"] = round(time.monotonic() - started, 1)
        return body

    def note(self, name: str, **seen: object) -> None:
        """Write down what was seen."""
        self.seen.append({"asked": name, **seen})
        self.say(f"{name}: {json.dumps(seen, ensure_ascii=False)[:300]}")

    async def until_sent(self, name: str, instruction: str) -> Json:
        """Ask the person to do something, and write down the update that comes of it."""
        self.say(f"→ {instruction} (chờ {self.wait:.0f} giây)")
        end = time.monotonic() + self.wait
        while (left := end - time.monotonic()) > 0:
            body = await self.call("getUpdates", "getUpdates", {"timeout": str(max(1, min(20, int(left))))})
            update = unwrap(body) if body.get("ok") else {}
            if update.get("message"):
                self.seen[-1]["asked"] = name
                return update
            self.seen.pop()
            await asyncio.sleep(0.2 if body.get("error_code") == TIMEOUT else 1)  # no storm where it fails
        self.note(name, nothing=True)
        return {}


def _json(response: httpx.Response) -> Json:
    try:
        body = response.json()
    except ValueError:
        return {"no json": response.headers.get("content-type", "")[:60]}
    return body if isinstance(body, dict) else {"no object": shape(body)}


async def _alone(probe: Probe) -> None:
    """Ask what needs nobody."""
    await probe.call("a wrong token", "getMe", token="1:wrong")  # noqa: S106 none at all
    await probe.call("a wrong method", "getMeNot")
    await probe.call("a method in lower case", "getme")
    await probe.call("deleteWebhook", "deleteWebhook")
    await probe.call("deleteWebhook where none is set", "deleteWebhook")
    await probe.call("getWebhookInfo where none is set", "getWebhookInfo")
    await probe.call("an idle poll, timeout as a text", "getUpdates", {"timeout": "2"})
    await probe.call("an idle poll, timeout as a number", "getUpdates", {"timeout": 2})
    await probe.call("to somebody who never wrote", "sendMessage", {"chat_id": STRANGER, "text": "x"})


async def _in_chat(probe: Probe) -> None:
    """Ask what needs a chat."""
    greeted = await probe.until_sent("a text", "Nhắn “xin chào” cho bot")
    message = greeted.get("message")
    chat = message.get("chat") if isinstance(message, dict) else None
    probe.chat = str(chat.get("id", "")) if isinstance(chat, dict) else ""
    if not probe.chat:
        return
    for name, text in _lengths():
        await probe.call(name, "sendMessage", {"chat_id": probe.chat, "text": text})
    for name, more in _MARKED.items():
        await probe.call(name, "sendMessage", {"chat_id": probe.chat, "text": "a {b **c", **more})
    await probe.call("a picture as multipart", "sendPhoto", files=True)
    await probe.call("typing", "sendChatAction", {"chat_id": probe.chat, "action": "typing"})
    counted = _text_of(await probe.until_sent("how long typing shows", _TYPING))
    probe.note("seconds that typing shows", number=int(counted) if counted.isdecimal() else None)


_TYPING = "Xem dòng “đang soạn tin” hiện bao nhiêu giây, rồi nhắn số giây (chỉ gõ số)"
_MARKED: dict[str, Json] = {
    "a stray brace, plain": {},
    "a stray brace, markdown": {"parse_mode": "markdown"},
    "text_styles": {"text_styles": [{"start": 0, "len": 1, "st": ["b"]}]},
    "text_styles beyond the end": {"text_styles": [{"start": 0, "len": 99, "st": ["b"]}]},
}


def _lengths() -> Iterator[tuple[str, str]]:
    yield "2000 characters", "ế" * 2000
    yield "2001 characters", "ế" * 2001
    yield "1001 emoji: 1001 characters, 2002 UTF-16 units", "📌" * 1001
    yield "2000 emoji: 2000 characters, 4000 UTF-16 units", "📌" * 2000


_IN_GROUP = "Trong nhóm, chọn tên bot ở danh sách @ rồi nhắn một câu"


async def _by_hand(probe: Probe) -> None:
    """Ask what somebody has to send."""
    for name, instruction in (
        ("a photo", "Gửi một ảnh có chú thích"),
        ("a sticker", "Gửi một hình dán"),
        ("a PDF", "Gửi một tệp PDF"),
        ("a recording", "Gửi một tin thoại"),
        ("a long text", "Dán một văn bản dài hơn 5.000 ký tự"),
    ):
        await probe.until_sent(name, instruction)
    text = _text_of(await probe.until_sent("a mention in a group", _IN_GROUP))
    if text:
        probe.note("the mention in its text", begins_with_at=text.startswith("@"), has_at="@" in text)
    probe.say(f"→ Nhắn “khi tắt” cho bot ngay bây giờ; bot không hỏi trong {probe.wait / 2:.0f} giây")
    await asyncio.sleep(probe.wait / 2)
    await probe.until_sent("sent while nobody polled", "Không nhắn gì thêm")


def _text_of(update: Json) -> str:
    message = update.get("message")
    return str(message.get("text") or "").strip()[:5000] if isinstance(message, dict) else ""


async def _behind_webhook(probe: Probe, settings: Settings) -> None:
    """Ask what comes by webhook; only where an address of our own is known."""
    if settings.webhook_url is None or settings.webhook_secret is None:
        probe.note("a webhook", skipped="WEBHOOK_URL and WEBHOOK_SECRET are not set")
        return
    secret = settings.webhook_secret.get_secret_value()
    async with receiving(settings, secret) as receiver:
        given: Json = {"url": f"{settings.webhook_url}{HOOK}", "secret_token": secret}
        await probe.call("setWebhook", "setWebhook", given)
        await probe.call("getUpdates behind a webhook", "getUpdates", {"timeout": "2"})
        await probe.call("testWebhook", "testWebhook")
        probe.say(f"→ Nhắn “xin chào” cho bot lần nữa, một lần thôi (chờ {probe.wait:.0f} giây)")
        await receiver.wait_for_two(probe.wait)
        for delivery in receiver.deliveries:
            probe.note("a delivery", **delivery)
    await probe.call("deleteWebhook of one that is set", "deleteWebhook")


async def probe(settings: Settings, say: Say, wait: float, out: Path = OUT) -> int:
    """Run through the list; returns the exit code."""
    if settings.zalo_bot_token is None:
        raise SettingsError(f"ZALO_BOT_TOKEN: chưa đặt. Ví dụ: ZALO_BOT_TOKEN={EXAMPLES['ZALO_BOT_TOKEN']}")
    proxy = settings.proxy_url.get_secret_value() if settings.proxy_url else None
    token = settings.zalo_bot_token.get_secret_value()
    async with httpx.AsyncClient(timeout=60, trust_env=False, proxy=proxy) as http:
        one = Probe(http, token, settings.zalo_api_url.rstrip("/"), say, wait)
        if (await one.call("getMe", "getMe")).get("error_code") == UNAUTHORIZED:
            raise SettingsError(str(no_such_token()))
        try:
            await _ask_all(one, settings)
        finally:
            await asyncio.to_thread(_write, one, out)
    return 0


async def _ask_all(probe: Probe, settings: Settings) -> None:
    steps: tuple[tuple[str, Callable[[], Awaitable[None]]], ...] = (
        ("alone", lambda: _alone(probe)),
        ("in a chat", lambda: _in_chat(probe)),
        ("by hand", lambda: _by_hand(probe)),
        ("behind a webhook", lambda: _behind_webhook(probe, settings)),
    )
    for name, step in steps:
        try:
            await step()
        except Exception as error:  # noqa: BLE001 one question must not keep the others from being asked
            probe.note(f"the rest of what is asked {name}", failed=type(error).__name__)


def _write(probe: Probe, out: Path) -> None:
    """Write what was seen, and the answers; nothing that a server echoes gives the token or the chat away."""
    answers = list(answers_in(probe.seen))
    lines = "\n".join(json.dumps(line, ensure_ascii=False) for line in [*probe.seen, *answers])
    for private in filter(None, (probe.token, probe.chat)):
        lines = lines.replace(private, "…")
    out.write_text(lines + "\n", encoding="utf-8")
    for answer in answers:
        probe.say(f"{answer['question']} {answer['answer']}")
    told = len(probe.seen) + len(answers)
    probe.say(f"Đã ghi {told} điều thấy được vào {out}; không có chữ, tên hay mã của ai.")
