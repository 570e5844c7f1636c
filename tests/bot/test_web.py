"""Webhooks of both platforms over real HTTP, health, metrics, and links to files."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from bot.running import PollingError
from bot.serving import open_service
from bot.web import Web
from handlers.chat import Attachment, Reply
from handlers.richtext import RichText
from tests.bot.telegram.running import ADMIN as TELEGRAM_ADMIN
from tests.bot.telegram.running import OFFICIAL as TELEGRAM_OFFICIAL
from tests.bot.telegram.running import STAFF as TELEGRAM_STAFF
from tests.bot.web import HOOKED, SECRET, Office, office, settings_for
from tests.bot.zalo.running import OFFICIAL, QUICK, STAFF
from tests.dialogs.stage import text_named
from tests.fake_telegram import PNG, FakeTelegram
from tests.fake_zalo import FakeZalo, Fault

REPORT = text_named("1-thi-uy-quy-iii")
TELEGRAM = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
ZALO = {"X-Bot-Api-Secret-Token": SECRET}
JSON = {"Content-Type": "application/json"}


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


async def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    async with office(tmp_path / "sohop.db") as running:
        settings = settings_for(FakeTelegram(), FakeZalo(), tmp_path / "other.db", port=running.web.port)
        async with open_service(settings) as service:
            with pytest.raises(PollingError, match=rf"^PORT: không mở được cổng {running.web.port}"):
                await Web(service, []).run(asyncio.Event())
