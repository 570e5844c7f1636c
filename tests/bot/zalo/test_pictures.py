"""Photos of documents: fetched and read where that is on, else told what to send instead."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.attached import attached_fetcher
from bot.links.fetching import Fetcher
from bot.links.reach import Policy
from documents.model import MAX_BYTES
from documents.opening import Opener
from handlers.context import MAX_REPORT_CHARS
from tests.bot.links.sites import (
    HOST,
    OTHER_HOST,
    Asked,
    Names,
    admitting,
    everywhere,
    http,
    redirect,
    serving,
)
from tests.bot.zalo.running import OFFICIAL, QUICK, STAFF, running
from tests.documents.making import FILES
from tests.documents.test_ocr import needs_tesseract
from tests.fake_zalo import FakeZalo, Person

PHOTO = (FILES / "trang-giay.png").read_bytes()
READS = Opener(ocr=True, characters=MAX_REPORT_CHARS)


@needs_tesseract
@pytest.mark.parametrize("field", ["photo_url", "photo"])
async def test_a_photo_of_a_report_is_read_and_nothing_is_said_in_between(
    fake: FakeZalo, book: Path, field: str
) -> None:
    lan = fake.user("Lan", STAFF)
    async with running(fake, book, opener=READS) as bot:
        fake.shows(lan, PHOTO, field=field)
        preview = (await fake.next_message(lan, 60)).text
        await bot.idle()

    assert "57/TB-VP" in preview
    assert len(fake.texts(lan)) == 1
    assert fake.called("sendChatAction")


async def test_a_photo_is_not_read_where_that_is_off(fake: FakeZalo, book: Path) -> None:
    lan = fake.user("Lan", STAFF)
    async with running(fake, book):
        fake.shows(lan, PHOTO, "giấy mời")

        said = (await fake.next_message(lan)).text

    assert said.startswith("Ảnh: bot chưa đọc được chữ trong ảnh. Dán nội dung vào đây")


async def test_an_officials_photo_is_not_fetched(fake: FakeZalo, book: Path) -> None:
    minh = fake.user("Minh", OFFICIAL)
    async with running(fake, book, opener=READS):
        fake.shows(minh, PHOTO)

        assert "bot không đọc ảnh của anh/chị" in (await fake.next_message(minh)).text


async def test_a_photo_that_is_gone_is_told(fake: FakeZalo, book: Path) -> None:
    lan = fake.user("Lan", STAFF)
    async with running(fake, book, opener=READS):
        fake.shows(lan, b"")

        assert (await fake.next_message(lan)).text.startswith("Ảnh: không tải được ảnh từ Zalo.")


async def test_a_photo_that_is_too_large_is_told(fake: FakeZalo, book: Path) -> None:
    lan = fake.user("Lan", STAFF)
    async with running(fake, book, opener=READS) as bot:
        fake.shows(lan, b"x" * (MAX_BYTES + 1))
        await bot.idle()

        assert (await fake.next_message(lan)).text.startswith("Ảnh: ảnh quá 20 MB.")


def shows_what_is_at(fake: FakeZalo, who: Person, address: str) -> None:
    fake.arrives("message.image.received", fake.message(who, photo_url=address))


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/photo.jpg",
        "http://127.0.0.1:9/photo.jpg",
        "http://localhost/photo.jpg",
        "http://[::1]/photo.jpg",
        "http://2130706433/photo.jpg",
        "http://169.254.169.254/latest/meta-data",
        "http://10.0.0.7/photo.jpg",
        "ftp://xa.example/photo.jpg",
        "file:///etc/passwd",
        "no address",
    ],
)
async def test_an_update_leads_nobody_into_a_network_of_ones_own(
    fake: FakeZalo, book: Path, address: str
) -> None:
    lan = fake.user("Lan", STAFF)
    async with running(fake, book, opener=READS, photos=attached_fetcher(QUICK)):
        shows_what_is_at(fake, lan, address)

        assert (await fake.next_message(lan)).text.startswith("Ảnh: không tải được ảnh từ Zalo.")


async def test_neither_does_a_redirect_nor_a_name_that_leads_there(fake: FakeZalo, book: Path) -> None:
    lan = fake.user("Lan", STAFF)
    async with (
        serving(http(PHOTO), OTHER_HOST) as inner,
        serving(redirect(f"http://{OTHER_HOST}:{inner.port}/")) as outer,
    ):
        names = Names(
            {"anh.example": [["127.0.0.1"]], OTHER_HOST: [[OTHER_HOST]], "doi.example": [[OTHER_HOST]]}
        )
        policy = Policy(admitting(HOST), frozenset({inner.port, outer.port}))
        async with running(fake, book, opener=READS, photos=Fetcher(policy, names, types=None)):
            for name, port in (("anh.example", outer.port), ("doi.example", inner.port)):
                shows_what_is_at(fake, lan, f"http://{name}:{port}/photo.jpg")
                told = (await fake.next_message(lan)).text
                assert told.startswith("Ảnh: không tải được ảnh từ Zalo.")

    assert len(outer.asked) == 1
    assert inner.asked == []


async def test_a_photo_whose_server_stumbles_is_asked_for_again(fake: FakeZalo, book: Path) -> None:
    lan = fake.user("Lan", STAFF)
    answers = [http(status="502 Bad Gateway"), http(b"no picture", Content_Type="image/jpg")]

    async def stumble(asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(answers.pop(0))

    async with serving(stumble) as site:
        policy = Policy(admitting(HOST), frozenset({site.port}))
        photos = Fetcher(policy, everywhere(HOST), types=None)
        async with running(fake, book, opener=READS, photos=photos):
            shows_what_is_at(fake, lan, site.url("/photo.jpg"))
            said = (await fake.next_message(lan)).text

    assert len(site.asked) == 2
    assert "không tải được" not in said
