"""The vendor's own SDK against the fake: a check of its shapes by something that we did not write."""

import asyncio
import warnings
from collections.abc import AsyncIterator

import pytest

from tests.fake_zalo import FakeZalo

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from zalo_bot import Bot


@pytest.fixture
async def bot(fake: FakeZalo) -> AsyncIterator[Bot]:
    made = Bot(fake.token, base_url=fake.url)
    await made.initialize()
    yield made
    await made.shutdown()


async def test_it_greets(bot: Bot, fake: FakeZalo) -> None:
    me = await bot.get_me()

    assert (me.id, me.account_name) == (fake.id, "bot.Mau")


async def test_it_reads_a_text(bot: Bot, fake: FakeZalo) -> None:
    an = fake.user("An")
    said = fake.says(an, "/latest")

    update = await bot.get_update(timeout=1)

    assert update.message.text == "/latest"
    assert update.message.message_id == said["message"]["message_id"]
    assert update.message.chat.id == update.message.from_user.id == an.id


async def test_it_sees_nothing_in_an_idle_poll(bot: Bot, fake: FakeZalo) -> None:
    assert await bot.get_update(timeout=1) is None


async def test_it_sends(bot: Bot, fake: FakeZalo) -> None:
    an = fake.user("An")
    fake.says(an, "chào")

    sent = await bot.send_message(an.id, "Kính chào anh/chị")
    await bot.send_photo(an.id, "biểu đồ", "https://xa-mau.vn/1.png")
    await bot.send_sticker(an.id, "bfe458bf64fa8da4d4eb")
    await bot.send_chat_action(an.id, "typing")

    assert len(sent.message_id) == 20
    assert fake.texts(an) == ["Kính chào anh/chị", "biểu đồ", "bfe458bf64fa8da4d4eb"]
    assert fake.violations == []


async def test_it_sets_and_deletes_a_webhook(bot: Bot, fake: FakeZalo) -> None:
    fake.takes_local = False
    await asyncio.to_thread(bot.set_webhook, "https://bot.xa-mau.vn/zalo", "mot-bi-mat-dai")

    assert fake.webhook["url"] == "https://bot.xa-mau.vn/zalo"

    await asyncio.to_thread(bot.delete_webhook)

    assert fake.webhook["url"] == ""
