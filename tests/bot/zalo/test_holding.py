"""What Zalo handed out is held on to; what is offered stays offered; a wrong address ends with a word."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bot.running import PollingError
from handlers.chat import Reply
from handlers.richtext import RichText
from tests.bot.zalo.running import ADMIN, OFFICIAL, running, starting
from tests.bot.zalo.test_flow import REPORT
from tests.fake_zalo import FakeZalo, Fault


async def test_an_unasked_word_leaves_the_numbers_as_they_are(fake: FakeZalo, book: Path) -> None:
    admin = fake.user("Quản trị", ADMIN)
    async with running(fake, book) as bot:
        fake.says(admin, REPORT)
        assert "[1] Lưu" in (await fake.next_message(admin)).text
        async with bot.service.context() as context:
            await bot.service.tell_admins(context.session, lambda _: Reply(RichText("Đã dùng 80%")))
        bot.service.wake_tellers()
        await fake.next_message(admin)
        fake.says(admin, "1")

        assert (await fake.next_message(admin)).text.startswith("Đã lưu")


@pytest.mark.parametrize("stopped", [True, False], ids=["stopped meanwhile", "running on"])
async def test_an_update_that_was_handed_out_is_stored_when_the_database_is_free(
    fake: FakeZalo, book: Path, *, stopped: bool
) -> None:
    minh = fake.user("Minh", OFFICIAL)
    async with starting(fake, book) as bot:
        await fake.wait_for(lambda: fake.called("getUpdates") > 0, "the first poll")
        with closing(sqlite3.connect(book, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            fake.says(minh, "/whoami")
            await fake.wait_for(lambda: not fake.updates, "what was handed out")
            await asyncio.sleep(0.3)
            if stopped:
                bot.stop.set()
                await asyncio.sleep(0.3)
            other.execute("ROLLBACK")
        if not stopped:
            assert (await fake.next_message(minh)).text
        await bot.until("SELECT count(*) FROM inbox", [(1,)])


async def test_half_a_letter_in_a_name_does_not_keep_somebody_out(fake: FakeZalo, book: Path) -> None:
    minh = fake.user("Minh \ud83d", OFFICIAL)
    async with running(fake, book) as bot:
        fake.wrote.add(minh.id)
        message = fake.message(minh, text="/whoami")
        await bot.runner.store([{"event_name": "message.text.received", "message": message}])

        assert f"zalo:{minh.id}" in (await fake.next_message(minh)).text


async def test_a_webhook_address_that_zalo_refuses_ends_with_a_clear_word(fake: FakeZalo, book: Path) -> None:
    settings = {"webhook_url": "https://xa.example", "webhook_secret": "mot-khoa-du-dai-1"}
    fake.fail_next("setWebhook", Fault.BAD_REQUEST, 9)
    with pytest.raises(PollingError, match="WEBHOOK_URL: Zalo không nhận địa chỉ"):
        await _run_until_it_ends(fake, book, settings)


async def _run_until_it_ends(fake: FakeZalo, book: Path, settings: dict[str, Any]) -> None:
    async with starting(fake, book, **settings) as bot:
        async with asyncio.timeout(10):
            await bot.task
