"""Inline mode: what the asker may see is offered in any chat, and nothing to strangers."""

from __future__ import annotations

import pytest

from tests.bot.telegram.conftest import Office
from tests.bot.telegram.running import LONG, Running
from tests.bot.telegram.texts import short_report
from tests.fake_telegram import FakeTelegram


@pytest.mark.parametrize(
    ("asked", "title", "words"),
    [
        ("", "Báo cáo 1 · Hội nghị", ["Số liệu tính đến"]),
        ("nuoc sach cho", "nuoc sach cho", ["nước sạch cho", "1 · Hội nghị Ban Chấp hành"]),
        ("1.2", "Nguồn của 1.2", ["Báo cáo 1 ("]),
    ],
)
async def test_an_official_is_offered_an_answer_with_its_source(  # noqa: PLR0917 a row is three of them
    fake: FakeTelegram, bot: Running, office: Office, asked: str, title: str, words: list[str]
) -> None:
    await bot.store(short_report())
    query = fake.inline_query(office.official, asked)
    answer = await fake.answer_of(query, LONG)

    assert answer is not None
    (result,) = answer["results"]
    assert title in result["title"]
    assert all(word in result["input_message_content"]["message_text"] for word in words)
    assert (answer["is_personal"], answer["cache_time"]) == (True, 0)


@pytest.mark.parametrize("asked", ["", "nước sạch", "1.2"])
async def test_a_stranger_is_offered_nothing_but_the_way_to_the_bot(
    fake: FakeTelegram, bot: Running, office: Office, asked: str
) -> None:
    await bot.store(short_report())
    answer = await fake.answer_of(fake.inline_query(office.stranger, asked), LONG)

    assert answer is not None
    assert answer["results"] == []
    assert answer["button"]["text"] == "Mở Sổ Họp"


@pytest.mark.parametrize("asked", ["/post", "/delete 1", "không ai nói tới chuyện này", "x" * 256])
async def test_a_word_that_is_typed_for_another_chat_presses_posts_and_stores_nothing(
    fake: FakeTelegram, bot: Running, office: Office, asked: str
) -> None:
    await bot.store(short_report())
    fake.say(office.staff, "/tasks")
    await fake.next_message(office.staff, LONG)
    answer = await fake.answer_of(fake.inline_query(office.staff, asked), LONG)

    assert answer is not None
    assert answer["results"] == []
    assert await bot.rows("SELECT id FROM draft") == []
    assert len(fake.messages(office.staff)) == 1
