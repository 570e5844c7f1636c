"""`sohop probe-zalo` against the fake: it asks the whole list, and writes down nothing of anybody."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.settings import Settings, SettingsError
from bot.zalo import SECRET_HEADER
from bot.zalo.probe_hook import Receiver, receiving
from bot.zalo.probing import probe
from tests.bot.web import SECRET, TlsEnds
from tests.bot.zalo.running import OFFICIAL
from tests.fake_zalo import FakeZalo, Fault, Person
from tests.fake_zalo.fake import TOKEN


def settings_for(fake: FakeZalo, **more: Any) -> Settings:
    return Settings(_env_file=None, zalo_bot_token=fake.token, zalo_api_url=fake.url, **more)


Obey = Callable[[str], None]


def somebody(fake: FakeZalo, minh: Person, group: str) -> Obey:
    """Somebody who does what is asked for."""

    def obey(said: str) -> None:
        if "lần nữa" in said:
            fake.says(minh, "xin chào bí mật")
            pushing.add(asyncio.create_task(push_until_taken(fake, fake.updates.pop())))
        elif "xin chào" in said:
            fake.says(minh, "xin chào bí mật")
        elif "số giây" in said:
            fake.says(minh, " 5 ")
        elif "một ảnh" in said:
            fake.shows(minh, b"jpg", "chú thích bí mật")
        elif "hình dán" in said:
            fake.arrives("message.sticker.received", fake.message(minh, sticker="bí mật", url="bí mật"))
        elif "tệp PDF" in said:
            fake.sends_something_else(minh)
        elif "Trong nhóm" in said:
            fake.says(minh, "một câu", group)

    pushing = set[asyncio.Task[None]]()
    return obey


async def push_until_taken(fake: FakeZalo, update: dict[str, Any]) -> None:
    """Deliver again what was not taken, as nobody wrote down whether Zalo does."""
    while await fake.push(update) != 200:  # noqa: ASYNC110 so it does, if it does
        await asyncio.sleep(0.1)


async def run(
    fake: FakeZalo, tmp_path: Path, *, obeys: bool = True, **more: Any
) -> tuple[dict[str, dict[str, Any]], dict[str, str]]:
    """Run through the list; gives what was seen, and the answers."""
    minh, group = fake.user("Nguyễn Văn Minh", OFFICIAL), fake.group()
    obey = somebody(fake, minh, group) if obeys else lambda _: None

    await probe(settings_for(fake, **more), obey, 0.5, tmp_path / "seen.jsonl")

    lines = (tmp_path / "seen.jsonl").read_text(encoding="utf-8")
    for secret in ("bí mật", "Minh", OFFICIAL, TOKEN.partition(":")[2], SECRET):
        assert secret not in lines
    found = [json.loads(line) for line in lines.splitlines()]
    return (
        {entry["asked"]: entry for entry in found if "asked" in entry},
        {entry["question"]: entry["answer"] for entry in found if "question" in entry},
    )


async def test_each_question_gets_its_answer(fake: FakeZalo, tmp_path: Path) -> None:
    fake.takes_local = True
    port = free_port()
    fake.webhook_transport = way_in = TlsEnds()
    way_in.port = port
    hooked: dict[str, Any] = {"webhook_url": "https://bot.example", "webhook_secret": SECRET, "port": port}

    seen, answers = await run(fake, tmp_path, **hooked)
    await way_in.inside.aclose()

    again = answers.pop("Does a delivery come again after a 500?")
    assert again.startswith("yes, after 0.")
    assert answers == {
        "Which fields has getMe?": "id, account_name, account_type, can_join_groups, display_name",
        "What does an idle poll answer, and does a number do as its timeout?": (
            "an idle poll, timeout as a text: HTTP 200, error 408 Request timeout; "
            "an idle poll, timeout as a number: HTTP 200, error 408 Request timeout"
        ),
        "Does a message come that was sent while nobody polled?": "nothing came",
        "What does getUpdates answer behind a webhook?": "HTTP 200, error 400 Bad request",
        "What does deleteWebhook answer where none is set?": "HTTP 200, ok",
        "Which field holds a photo?": "photo_url",
        "What comes of a sticker?": (
            "message.sticker.received, fields chat, date, from, message_id, sticker, url"
        ),
        "What comes of a PDF?": "message.unsupported.received, fields chat, date, from, message_id",
        "How long may a text be, and how are emoji counted?": (
            "2000 characters: HTTP 200, ok; "
            "2001 characters: HTTP 200, error 400 Bad request: text is too long; "
            "1001 emoji: 1001 characters, 2002 UTF-16 units: "
            "HTTP 200, error 400 Bad request: text is too long; "
            "2000 emoji: 2000 characters, 4000 UTF-16 units: "
            "HTTP 200, error 400 Bad request: text is too long"
        ),
        "Is a stray brace refused under parse_mode?": (
            "a stray brace, plain: HTTP 200, ok; a stray brace, markdown: HTTP 200, ok"
        ),
        "Does sendPhoto take an upload?": ("HTTP 200, error 400 Bad request: photo is required"),
        "Can somebody be written to who never wrote?": ("HTTP 200, error 400 Bad request: chat not found"),
        "Which HTTP status have the errors 400, 401 and 429?": (
            "a wrong method: HTTP 200, error 400 Bad request; "
            "a wrong token: HTTP 200, error 401 Unauthorized; "
            "429: not asked, it takes the month's messages"
        ),
        "Are the bodies of a webhook wrapped or flat?": "wrapped",
        "Does the try of a webhook carry the secret?": "none (Java/21)",
        "How many seconds does typing show?": "5",
        "Where does a mention stand in a group's text?": "at its beginning, behind @",
    }
    assert [entry["secret"] for name, entry in seen.items() if name == "a delivery"] == ["right"]
    assert not fake.webhook["url"]


async def test_without_somebody_and_an_address_each_question_says_so(fake: FakeZalo, tmp_path: Path) -> None:
    seen, answers = await run(fake, tmp_path, obeys=False)

    assert "2000 characters" not in seen
    assert answers["Which field holds a photo?"] == "nothing came"
    assert answers["How many seconds does typing show?"] == "not asked"
    for question in (
        "What does getUpdates answer behind a webhook?",
        "Are the bodies of a webhook wrapped or flat?",
        "Does the try of a webhook carry the secret?",
        "Does a delivery come again after a 500?",
    ):
        assert answers[question] == "not asked: WEBHOOK_URL and WEBHOOK_SECRET are not set"


@pytest.mark.parametrize("fault", [Fault.GATEWAY, Fault.GARBAGE, Fault.RESET, Fault.QUOTA, Fault.NO_RESULT])
async def test_a_question_that_fails_is_written_down_and_the_next_is_asked(
    fake: FakeZalo, tmp_path: Path, fault: Fault
) -> None:
    for method in ("getMe", "deleteWebhook", "getWebhookInfo", "getUpdates", "sendMessage", "sendPhoto"):
        fake.fail_next(method, fault, times=2)

    _, answers = await run(fake, tmp_path)

    told = answers["Which fields has getMe?"], answers["Can somebody be written to who never wrote?"]
    assert set(told) <= {
        "HTTP 502, error without a code",
        "HTTP 200, error without a code",
        "no answer (ReadError)",
        "HTTP 200, error 429 Quota exceeded",
        "HTTP 200, ok",
        "HTTP 200, error 400 Bad request: chat not found",  # the fault came after that
    }
    assert answers["Which field holds a photo?"] == "photo_url"
    statuses = answers["Which HTTP status have the errors 400, 401 and 429?"]
    assert statuses.endswith("429: HTTP 200, error 429 Quota exceeded") is (fault is Fault.QUOTA)


async def test_a_port_that_is_taken_is_written_down(fake: FakeZalo, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        hooked: dict[str, Any] = {"webhook_url": "https://bot.example", "webhook_secret": SECRET}
        port = taken.getsockname()[1]
        seen, answers = await run(fake, tmp_path, **hooked, port=port)

    assert seen["the rest of what is asked behind a webhook"]["failed"] == "PollingError"
    assert answers["Are the bodies of a webhook wrapped or flat?"] == "nothing came"


async def test_what_comes_by_webhook_is_kept_by_its_shape() -> None:
    async with receiver_at() as (receiver, http), http:
        for body in (b"", b"[1]", b"{", b"[" * 70_000, b'{"event_name": "webhook.test"}'):
            assert (await http.post("/zalo", content=body)).status_code == 200
        flat = {"event_name": "message.text.received", "message": {}}
        assert (await http.post("/zalo", json=flat, headers={SECRET_HEADER: "x"})).status_code == 500
        assert (await http.post("/zalo", json={"result": flat})).status_code == 200

    assert [(d["event"], d["wrapped"], d["secret"]) for d in receiver.deliveries[-3:]] == [
        ("webhook.test", False, "none"),
        ("message.text.received", False, "wrong"),
        ("message.text.received", True, "none"),
    ]


@asynccontextmanager
async def receiver_at() -> AsyncIterator[tuple[Receiver, httpx.AsyncClient]]:
    port = free_port()
    async with receiving(Settings(_env_file=None, port=port), SECRET) as receiver:
        yield receiver, httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", trust_env=False)


async def test_a_wrong_token_says_what_to_set(fake: FakeZalo, tmp_path: Path) -> None:
    settings = Settings(_env_file=None, zalo_bot_token="1459000000000000001:another", zalo_api_url=fake.url)

    with pytest.raises(SettingsError, match=r"^ZALO_BOT_TOKEN: Zalo không nhận mã này"):
        await probe(settings, print, 1, tmp_path / "seen.jsonl")


async def test_without_a_token_it_says_what_to_set() -> None:
    with pytest.raises(SettingsError, match="ZALO_BOT_TOKEN: chưa đặt"):
        await probe(Settings(_env_file=None), print, 1)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])
