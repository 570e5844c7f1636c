"""Photos of documents: fetched and read where that is on, else told what to send instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from documents.opening import Opener
from handlers.context import MAX_REPORT_CHARS
from tests.bot.zalo.running import OFFICIAL, STAFF, running
from tests.documents.making import FILES
from tests.documents.test_ocr import needs_tesseract
from tests.fake_zalo import FakeZalo

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


async def test_a_photo_that_is_too_large_is_told(
    fake: FakeZalo, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.zalo.pictures.MAX_BYTES", 1000)
    lan = fake.user("Lan", STAFF)
    async with running(fake, book, opener=READS):
        fake.shows(lan, PHOTO)

        assert (await fake.next_message(lan)).text.startswith("Ảnh: ảnh quá 20 MB.")
