"""Webhooks of both platforms over real HTTP, health, metrics, and links to files."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.running import PollingError
from bot.serving import open_service
from bot.web import MOST_BYTES, PROBE_BYTES, Web
from handlers.chat import Attachment, Reply
from handlers.richtext import RichText
from tests.bot.telegram.running import ADMIN as TELEGRAM_ADMIN
from tests.bot.telegram.running import OFFICIAL as TELEGRAM_OFFICIAL
from tests.bot.telegram.running import STAFF as TELEGRAM_STAFF
from tests.bot.web import PUBLIC, SECRET, Office, office, settings_for
from tests.bot.zalo.running import OFFICIAL, QUICK, STAFF
from tests.dialogs.stage import text_named
from tests.fake_telegram import PNG, FakeTelegram
from tests.fake_zalo import FakeZalo, Fault
from tests.fake_zalo.pusher import PROBE

REPORT = text_named("1-thi-uy-quy-iii")
HOOKED: dict[str, Any] = {"webhook_url": PUBLIC, "webhook_secret": SECRET, "public_url": PUBLIC}
TELEGRAM = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
ZALO = {"X-Bot-Api-Secret-Token": SECRET}
JSON = {"Content-Type": "application/json"}


@pytest.fixture
async def hooked(tmp_path: Path) -> AsyncIterator[Office]:
    """A bot that both platforms deliver to."""
    async with office(tmp_path / "sohop.db", **HOOKED) as running:
        await running.zalo.wait_for(lambda: running.zalo.webhook["url"], "the webhook of Zalo")
        await running.telegram.wait_for(lambda: running.telegram.server.updates.webhook.url, 10, "Telegram's")
        yield running


async def test_what_staff_post_on_telegram_an_official_asks_for_on_zalo(hooked: Office) -> None:
    lan = hooked.telegram.user("Lan", id=TELEGRAM_STAFF)
    minh = hooked.zalo.user("Minh", OFFICIAL)
    hooked.telegram.say(lan, "/start")
    await hooked.telegram.next_message(lan)
    hooked.telegram.say(lan, REPORT)
    await hooked.telegram.message_with("Xem trước", lan)
    hooked.telegram.press(lan, "Lưu")
    await hooked.telegram.message_with("Đã lưu", lan)

    assert await hooked.zalo.push(hooked.zalo.says(minh, "/latest")) == 200

    latest = (await hooked.zalo.next_message(minh)).text
    assert "sơ kết công tác quý III" in latest
    assert hooked.telegram.violations == hooked.zalo.violations == []


async def test_the_same_works_while_both_are_polled(tmp_path: Path) -> None:
    async with office(tmp_path / "sohop.db") as running:
        lan = running.zalo.user("Lan", STAFF)
        minh = running.telegram.user("Minh", id=TELEGRAM_OFFICIAL)
        running.zalo.says(lan, REPORT)
        await running.zalo.next_message(lan)
        running.zalo.says(lan, "1")
        await running.zalo.next_message(lan)
        running.telegram.say(minh, "/latest")

        assert "sơ kết công tác quý III" in (await running.telegram.next_message(minh)).text
        assert not running.zalo.webhook["url"]


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


async def test_it_is_up_and_ready(hooked: Office) -> None:
    async with hooked.http() as http:
        health, ready = await http.get("/healthz"), await http.get("/readyz")

    assert (health.status_code, health.text) == (200, "ok")
    assert (ready.status_code, ready.json()) == (200, {"database": True, "telegram": True, "zalo": True})


async def test_whoever_asks_often_does_not_make_the_platforms_be_asked_each_time(hooked: Office) -> None:
    before = hooked.zalo.called("getMe")
    async with hooked.http() as http:
        for _ in range(5):
            await http.get("/readyz")

    assert hooked.zalo.called("getMe") == before + 1


async def test_it_is_not_ready_where_a_platform_does_not_answer(hooked: Office) -> None:
    hooked.zalo.token = "1:reset"
    async with hooked.http() as http:
        ready = await http.get("/readyz")

    assert (ready.status_code, ready.json()["zalo"], ready.json()["telegram"]) == (503, False, True)


async def test_a_token_that_is_reset_behind_a_webhook_is_noticed_and_its_platform_not_ready(
    tmp_path: Path,
) -> None:
    patience = replace(QUICK, look_every=0.2)
    async with office(tmp_path / "sohop.db", patience=patience, **HOOKED) as running:
        await running.zalo.wait_for(lambda: running.zalo.webhook["url"], "the webhook of Zalo")
        admin = running.telegram.user("Quản trị", id=TELEGRAM_ADMIN)
        running.telegram.say(admin, "/whoami")
        await running.telegram.message_with("Mã của", admin)
        running.zalo.fail_next("getMe", Fault.GATEWAY)  # which is no reason to stop
        running.zalo.token = "1:reset"
        await running.telegram.message_with("Bot đã dừng trên Zalo", admin)
        async with running.http() as http:
            ready = await http.get("/readyz")

    assert (ready.status_code, ready.json()["zalo"], ready.json()["telegram"]) == (503, False, True)


async def test_the_numbers_tell_what_went_through_and_nothing_of_it(hooked: Office) -> None:
    minh = hooked.zalo.user("Minh", OFFICIAL)
    await hooked.zalo.push(hooked.zalo.says(minh, "/whoami"))
    await hooked.zalo.next_message(minh)
    await asyncio.sleep(0.2)
    async with hooked.http() as http:
        answer = await http.get("/metrics")

    lines = answer.text.splitlines()
    assert 'sohop_updates_total{platform="zalo"} 1.0' in lines
    assert 'sohop_answers_total{platform="zalo"} 1.0' in lines
    assert 'sohop_answer_seconds_count{platform="zalo"} 1.0' in lines
    assert 'sohop_queue{queue="inbox"} 0.0' in lines
    assert 'sohop_month_messages{platform="zalo"} 2.0' in lines
    assert 'sohop_month_quota{platform="zalo"} 3000.0' in lines
    assert OFFICIAL not in answer.text
    assert answer.headers["content-type"].startswith("text/plain")


async def test_a_chart_goes_out_by_a_link_that_zalo_fetches_and_a_file_by_one_to_open(hooked: Office) -> None:
    minh = hooked.zalo.user("Minh", OFFICIAL)
    await hooked.zalo.push(hooked.zalo.says(minh, "/whoami"))
    await hooked.zalo.next_message(minh)
    await send_files(hooked)

    said, picture = await hooked.zalo.next_message(minh), await hooked.zalo.next_message(minh)

    assert (picture.method, hooked.zalo.fetched) == ("sendPhoto", [PNG])
    assert "Tệp Nhiệm vụ.docx, mở được trong 24 giờ: https://127.0.0.1/files/" in said.text
    async with hooked.http() as http:
        file = await http.get(said.text.rpartition(" ")[2])
        assert (file.status_code, file.content) == (200, b"PK docx")
        assert file.headers["content-disposition"].startswith("attachment; ")
        assert file.headers["x-content-type-options"] == "nosniff"
        for wrong in ("1-" + "0" * 32, "2-" + "a" * 32, "1", "x", "99999999999999999999-" + "0" * 32):
            assert (await http.get(f"/files/{wrong}/a.docx")).status_code == 404
        async with hooked.service.database.session() as session:
            await session.write("UPDATE linked_file SET expires_at = '2020-01-01T00:00:00+00:00'")
        assert (await http.get(said.text.rpartition(" ")[2])).status_code == 404


async def send_files(running: Office) -> None:
    """Send what an export would."""
    files = (Attachment("bieu-do.png", PNG, picture=True), Attachment("Nhiệm vụ.docx", b"PK docx"))
    teller = running.service.tellers["zalo"]
    async with running.service.database.session() as session:
        await teller.keep(session, OFFICIAL, Reply(RichText("Nhiệm vụ tháng 10"), files=files))
    teller.wake()


async def test_without_a_public_address_files_are_told_of(tmp_path: Path) -> None:
    async with office(tmp_path / "sohop.db") as running:
        minh = running.zalo.user("Minh", OFFICIAL)
        running.zalo.says(minh, "/whoami")
        await running.zalo.next_message(minh)
        await send_files(running)

        said = (await running.zalo.next_message(minh)).text

    assert said.endswith(
        "Ở đây bot chưa gửi được tệp (Nhiệm vụ.docx). Xin nhận qua Telegram, hoặc hỏi văn phòng."
    )


async def test_without_a_webhook_nobody_can_deliver(tmp_path: Path) -> None:
    async with office(tmp_path / "sohop.db") as running, running.http() as http:
        answer = await http.post("/telegram", json={"update_id": 1}, headers=TELEGRAM)

        assert answer.status_code == 404


async def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    async with office(tmp_path / "sohop.db") as running:
        settings = settings_for(FakeTelegram(), FakeZalo(), tmp_path / "other.db", port=running.web.port)
        async with open_service(settings) as service:
            with pytest.raises(PollingError, match=rf"^PORT: không mở được cổng {running.web.port}"):
                await Web(service, []).run(asyncio.Event())


async def test_an_address_that_is_told_as_it_is_written(hooked: Office) -> None:
    update = hooked.zalo.says(hooked.zalo.user("Minh", OFFICIAL), "/whoami")
    async with hooked.http() as http:
        headers = {"content-type": "application/json; charset=utf-8"} | ZALO
        assert (await http.post("/zalo", content=json.dumps(update), headers=headers)).status_code == 200
        assert (await http.get("/zalo")).status_code == 405
        assert (await http.get("/")).status_code == 404
