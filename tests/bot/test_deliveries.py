"""What is delivered by webhook: who may, in which shape, and that it is stored before it is acknowledged."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.web import MOST_BYTES, PROBE_BYTES
from tests.bot.web import SECRET, Office, office
from tests.bot.zalo.running import OFFICIAL
from tests.dialogs.stage import text_named
from tests.fake_zalo.pusher import PROBE

REPORT = text_named("1-thi-uy-quy-iii")
TELEGRAM = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
ZALO = {"X-Bot-Api-Secret-Token": SECRET}
JSON = {"Content-Type": "application/json"}


@pytest.mark.parametrize("wrapped", [True, False])
async def test_both_shapes_of_zalos_bodies_are_taken(hooked: Office, wrapped: bool) -> None:
    minh = hooked.zalo.user("Minh", OFFICIAL)

    assert await hooked.zalo.push(hooked.zalo.says(minh, "/whoami"), wrapped=wrapped) == 200

    assert OFFICIAL in (await hooked.zalo.next_message(minh)).text


async def test_the_probe_gets_its_200_and_no_answer(hooked: Office) -> None:
    assert (await hooked.zalo.probe())["outcome"] == "webhook.ok"
    assert await hooked.zalo.push(PROBE) == 200
    assert await hooked.zalo.push_raw(b"") == 200
    assert await hooked.zalo.push({}) == 200
    assert await hooked.rows("SELECT * FROM inbox") == []


async def test_a_message_without_the_secret_is_refused_and_counted(hooked: Office) -> None:
    minh = hooked.zalo.user("Minh", OFFICIAL)
    update = hooked.zalo.says(minh, "/whoami")

    assert await hooked.zalo.push(update, secret="another-secret-of-someone") == 403
    assert await hooked.zalo.push(update, secret="") == 403
    assert await hooked.zalo.push(update, secret="", wrapped=False) == 403
    async with hooked.http() as http:
        given: dict[str, Any] = {"update_id": 1, "message": {}}
        assert (await http.post("/telegram", json=given)).status_code == 403
        wrong = {b"X-Telegram-Bot-Api-Secret-Token": "đ".encode()}
        assert (await http.post("/telegram", json=given, headers=wrong)).status_code == 403
        numbers = (await http.get("/metrics")).text.splitlines()

    assert await hooked.rows("SELECT * FROM inbox") == []
    assert 'sohop_deliveries_total{platform="zalo",status="403"} 3.0' in numbers
    assert 'sohop_deliveries_total{platform="telegram",status="403"} 2.0' in numbers


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 200),
        (b" {} ", 200),
        (json.dumps(PROBE).encode(), 200),
        (json.dumps({"ok": True, "result": PROBE}).encode(), 200),
        (json.dumps(PROBE | {"more": "x" * PROBE_BYTES}).encode(), 403),
        (b" " * (PROBE_BYTES + 1), 403),
        (b"{", 403),
        (b"[]", 403),
        (b"[" * PROBE_BYTES, 403),
        (b"\xff\xfe", 403),
    ],
)
async def test_without_the_secret_only_a_try_of_the_address_gets_its_200(
    hooked: Office, body: bytes, status: int
) -> None:
    assert await hooked.zalo.push_raw(body, secret="", kind="text/plain") == status
    assert await hooked.rows("SELECT * FROM inbox") == []


@pytest.mark.parametrize(
    ("headers", "body", "status"),
    [
        (JSON, b"{", 400),
        (JSON, b"[]", 400),
        (JSON, b'"x"', 400),
        (JSON, b"[" * 100_000, 400),
        (JSON, b"\xff\xfe", 400),
        (JSON, b'{"update_id": "1"}', 400),
        (JSON, b'{"update_id": true}', 400),
        ({"Content-Type": "text/plain"}, b"{}", 415),
        ({"Content-Type": "application/x-www-form-urlencoded"}, b"update_id=1", 415),
        ({}, b"{}", 415),
        (JSON, b" " * (MOST_BYTES + 1), 413),
    ],
)
async def test_what_is_no_update_is_refused(
    hooked: Office, headers: dict[str, str], body: bytes, status: int
) -> None:
    async with hooked.http() as http:
        answer = await http.post("/telegram", content=body, headers=headers | TELEGRAM)

    assert answer.status_code == status
    assert await hooked.rows("SELECT * FROM inbox") == []


async def test_a_body_that_hides_its_size_is_cut_off(hooked: Office) -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(30):
            yield b" " * 100_000

    async with hooked.http() as http:
        answer = await http.post("/zalo", content=endless(), headers=JSON | ZALO)

    assert answer.status_code == 413


@pytest.mark.parametrize("size", ["1000001", "99999999999", "9" * 400])
async def test_a_body_that_says_it_is_too_large_is_not_waited_for(hooked: Office, size: str) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", hooked.web.port)
    head = [f"POST /zalo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {size}"]
    head += [f"{name}: {value}" for name, value in ZALO.items()]
    writer.write("\r\n".join(head).encode() + b"\r\n\r\n")

    answer = await asyncio.wait_for(reader.readline(), 5)

    writer.close()
    assert answer.split()[1] in (b"413", b"400")


async def test_half_a_surrogate_pair_is_stored_like_anything_else(hooked: Office) -> None:
    minh = hooked.zalo.user("Minh", OFFICIAL)

    assert await hooked.zalo.push(hooked.zalo.says(minh, "/whoami \ud800")) == 200

    await hooked.zalo.next_message(minh)


async def both_answer(hooked: Office) -> None:
    """Wait until both platforms have started, so that nobody looks into the inbox unasked."""
    an, ba = hooked.zalo.user("An"), hooked.telegram.user("Ba")
    await hooked.zalo.push(hooked.zalo.says(an, "/whoami"))
    await hooked.zalo.next_message(an)
    hooked.telegram.say(ba, "/whoami")
    await hooked.telegram.next_message(ba)


async def test_nothing_is_acknowledged_that_is_not_stored(hooked: Office) -> None:
    minh = hooked.zalo.user("Minh", OFFICIAL)
    await both_answer(hooked)
    update = hooked.zalo.says(minh, "/whoami")
    async with hooked.service.database.session() as session:
        await session.write("ALTER TABLE inbox RENAME TO hidden")

    assert await hooked.zalo.push(update) == 503

    async with hooked.service.database.session() as session:
        await session.write("ALTER TABLE hidden RENAME TO inbox")
    assert await hooked.zalo.push(update) == 200
    assert OFFICIAL in (await hooked.zalo.next_message(minh)).text


async def test_an_update_that_is_delivered_twice_is_answered_once(hooked: Office) -> None:
    minh = hooked.zalo.user("Minh", OFFICIAL)
    update = hooked.zalo.says(minh, "/whoami")

    assert await asyncio.gather(*(hooked.zalo.push(update) for _ in range(5))) == [200] * 5

    await hooked.zalo.next_message(minh)
    await hooked.zalo.silent(minh)


async def test_many_updates_at_once_are_all_stored(hooked: Office) -> None:
    people = [hooked.zalo.user(f"Người {n}") for n in range(40)]
    updates = [hooked.zalo.says(who, "/whoami") for who in people]

    statuses = await asyncio.gather(*map(hooked.zalo.push, updates))

    assert statuses == [200] * 40
    assert await hooked.rows("SELECT count(*) FROM inbox") == [(40,)]


async def test_without_a_webhook_nobody_can_deliver(tmp_path: Path) -> None:
    async with office(tmp_path / "sohop.db") as running, running.http() as http:
        answer = await http.post("/telegram", json={"update_id": 1}, headers=TELEGRAM)

        assert answer.status_code == 404


async def test_an_address_that_is_told_as_it_is_written(hooked: Office) -> None:
    update = hooked.zalo.says(hooked.zalo.user("Minh", OFFICIAL), "/whoami")
    async with hooked.http() as http:
        headers = {"content-type": "application/json; charset=utf-8"} | ZALO
        assert (await http.post("/zalo", content=json.dumps(update), headers=headers)).status_code == 200
        assert (await http.get("/zalo")).status_code == 405
        assert (await http.get("/")).status_code == 404
