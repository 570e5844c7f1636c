"""What brings nothing that can be read: files, stickers, recordings. Each answer counts, so there is one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.answering import TOLD, TOLD_FOR
from storage import records
from storage.times import stamp
from tests.bot.zalo.running import GROUP, OFFICIAL, STAFF, running
from tests.fake_zalo import FakeZalo, Person

WORDS = "Ở đây bot chỉ nhận được chữ và ảnh"
Send = Callable[[FakeZalo, Person, str], object]


def something_else(fake: FakeZalo, who: Person, group: str = "") -> None:
    fake.sends_something_else(who, group)


def sticker(fake: FakeZalo, who: Person, group: str = "") -> None:
    message = fake.message(who, group, sticker="bfe458bf64fa8da4d4eb", url="https://zalo.example/1.png")
    fake.arrives("message.sticker.received", message)


def recording(fake: FakeZalo, who: Person, group: str = "") -> None:
    fake.arrives("message.voice.received", fake.message(who, group, voice_url="https://zalo.example/1.aac"))


EVERY = pytest.mark.parametrize("send", [something_else, sticker, recording])


@EVERY
async def test_it_is_answered_by_what_to_send_once(fake: FakeZalo, book: Path, send: Send) -> None:
    lan, minh = fake.user("Lan", STAFF), fake.user("Minh", OFFICIAL)
    async with running(fake, book) as bot:
        for _ in range(3):
            send(fake, lan, "")
        assert (await fake.next_message(lan)).text.startswith(WORDS)
        send(fake, minh, "")  # another chat has its own answer
        assert (await fake.next_message(minh)).text.startswith(WORDS)
        await bot.idle()
        await fake.silent(lan)
        fake.says(lan, "/whoami")  # and words are answered as ever
        assert STAFF in (await fake.next_message(lan)).text


async def test_after_a_restart_it_is_still_told_and_after_an_hour_told_again(
    fake: FakeZalo, book: Path
) -> None:
    lan = fake.user("Lan", STAFF)
    async with running(fake, book) as bot:
        something_else(fake, lan)
        await fake.next_message(lan)
        await bot.idle()
    async with running(fake, book) as bot:
        sticker(fake, lan)
        await fake.silent(lan)
        async with bot.service.context() as context:
            await records.set_fact(context.session, f"{TOLD} zalo {lan.id}", stamp(context.now - TOLD_FOR))
        recording(fake, lan)

        assert (await fake.next_message(lan)).text.startswith(WORDS)


async def test_a_stranger_learns_their_id_by_a_file_too_and_once(fake: FakeZalo, book: Path) -> None:
    stranger = fake.user("Khách")
    async with running(fake, book) as bot:
        something_else(fake, stranger)
        assert f"zalo:{stranger.id}" in (await fake.next_message(stranger)).text
        something_else(fake, stranger)
        await bot.idle()
        await fake.silent(stranger)


@EVERY
async def test_in_a_group_it_is_met_with_silence(fake: FakeZalo, book: Path, send: Send) -> None:
    group, anyone = fake.group(GROUP), fake.user("Ai đó")
    async with running(fake, book) as bot:
        send(fake, anyone, group)
        await bot.until("SELECT count(*) FROM inbox WHERE state = 'done'", [(1,)])
        await fake.silent(group)
