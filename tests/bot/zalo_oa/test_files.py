"""Files and photos in, from public addresses alone; exports and charts out, in the kinds that Zalo takes."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.zalo_oa.keeping import MOST_OF_A_FILE, MOST_OF_A_PICTURE
from documents.opening import Opener
from handlers.chat import Attachment, Reply
from handlers.context import MAX_REPORT_CHARS
from handlers.richtext import RichText
from storage.db import Session
from tests.bot.zalo_oa.running import OFFICIAL, STAFF, Running, running
from tests.bot.zalo_oa.test_flow import REPORT
from tests.documents.making import FILES
from tests.documents.test_ocr import needs_tesseract
from tests.fake_telegram import PNG
from tests.fake_zalo_oa import FakeOa, Fault

NOTICE = (FILES / "thong-bao-21-viec.pdf").read_bytes()
READS = Opener(ocr=True, characters=MAX_REPORT_CHARS)


@pytest.mark.parametrize("name", ["thong-bao-21-viec.pdf", "du-thao-20-viec.docx", "libreoffice.odt"])
async def test_a_file_is_read_and_shown_before_it_is_stored(fake: FakeOa, book: Path, name: str) -> None:
    lan = fake.user("Lan", STAFF)
    async with running(fake, book) as bot:
        await fake.sends_file(lan, name, (FILES / name).read_bytes())
        preview = await fake.next_message(lan)
        if not name.endswith(".odt"):
            await fake.taps(lan, preview, "Lưu")
            await fake.next_message(lan)
            await bot.until("SELECT count(*) FROM report", [(1,)])

    assert ("Xem trước" in preview.text) == (not name.endswith(".odt"))


async def test_an_officials_file_is_not_fetched(fake: FakeOa, book: Path) -> None:
    minh = fake.user("Minh", OFFICIAL)
    async with running(fake, book):
        await fake.sends_file(minh, "bao-cao.pdf", NOTICE)

        assert "bot không đọc tệp của anh/chị" in (await fake.next_message(minh)).text


async def test_a_file_that_is_gone_or_lies_inside_is_told(fake: FakeOa, book: Path) -> None:
    lan = fake.user("Lan", STAFF)
    inside = {"url": "http://169.254.169.254/latest/meta-data", "name": "bao-cao.pdf"}
    async with running(fake, book):
        await fake.sends_file(lan, "bao-cao.pdf", b"")
        assert (await fake.next_message(lan)).text.startswith("bao-cao.pdf: không tải được tệp từ Zalo.")
        attachments = [{"type": "file", "payload": inside}]
        await fake.does(lan, fake.message(lan, "user_send_file", attachments=attachments))
        assert (await fake.next_message(lan)).text.startswith("bao-cao.pdf: không tải được tệp từ Zalo.")


@needs_tesseract
async def test_a_photo_of_a_report_is_read(fake: FakeOa, book: Path) -> None:
    lan = fake.user("Lan", STAFF)
    async with running(fake, book, opener=READS):
        await fake.shows(lan, (FILES / "trang-giay.png").read_bytes())

        assert "57/TB-VP" in (await fake.next_message(lan, 60)).text


async def test_a_photo_is_not_read_where_that_is_off(fake: FakeOa, book: Path) -> None:
    lan = fake.user("Lan", STAFF)
    async with running(fake, book):
        await fake.shows(lan, b"\xff\xd8\xff")

        assert (await fake.next_message(lan)).text.startswith("Ảnh: đây là ảnh hoặc bản quét")


async def test_a_link_is_opened_like_one_that_was_typed(fake: FakeOa, book: Path) -> None:
    lan = fake.user("Lan", STAFF)
    async with running(fake, book):
        await fake.sends_link(lan, "http://127.0.0.1/tin/12")

        assert "mạng nội bộ" in (await fake.next_message(lan)).text


async def send(bot: Running, *files: Attachment) -> None:
    """Send what an export would."""
    teller = bot.service.tellers["zalo_oa"]
    async with bot.service.database.session() as session:
        await teller.keep(session, OFFICIAL, Reply(RichText("Nhiệm vụ tháng 10"), files=files))
    teller.wake()


WORD = Attachment("Nhiệm vụ.docx", b"PK docx")
BOOK = Attachment("Nhiệm vụ.xlsx", b"PK xlsx")


async def test_files_that_zalo_takes_go_out_as_files_and_pictures_as_pictures(
    fake: FakeOa, book: Path
) -> None:
    minh = fake.user("Minh", OFFICIAL)
    fake.interacted[minh.id] = fake.now()
    async with running(fake, book) as bot:
        await send(bot, Attachment("bieu-do.png", PNG, picture=True), WORD, Attachment("a.csv", b"a;b"))
        said = [await fake.next_message(minh) for _ in range(4)]
        await bot.idle()
        assert await bot.rows("SELECT count(*) FROM outgoing_file") == [(0,)]

    assert [said[0].text, said[1].picture] == ["Nhiệm vụ tháng 10", PNG]
    assert [sent.file[1] for sent in said[2:] if sent.file] == [b"PK docx", b"a;b"]
    assert fake.violations == []


async def test_kinds_that_zalo_does_not_take_are_told_of_with_the_way_out(fake: FakeOa, book: Path) -> None:
    minh = fake.user("Minh", OFFICIAL)
    fake.interacted[minh.id] = fake.now()
    large = Attachment("lon.docx", b"PK" + b"x" * MOST_OF_A_FILE)
    async with running(fake, book) as bot:
        await send(bot, WORD, BOOK, large)
        said, file = await fake.next_message(minh), await fake.next_message(minh)

    assert "Zalo không nhận gửi loại tệp này (Nhiệm vụ.xlsx, lon.docx)" in said.text
    assert file.file
    assert fake.violations == []


async def test_with_a_public_address_they_go_out_as_links(fake: FakeOa, book: Path) -> None:
    minh = fake.user("Minh", OFFICIAL)
    fake.interacted[minh.id] = fake.now()
    large = Attachment("lon.png", b"\x89PNG" + b"x" * MOST_OF_A_PICTURE, picture=True)

    async def publish(_: Session, file: Attachment) -> str:
        return f"https://bot.xa.example/files/1/{file.name}"

    async with running(fake, book, publish=publish) as bot:
        await send(bot, BOOK, large)
        said = (await fake.next_message(minh)).text

    assert "https://bot.xa.example/files/1/Nhiệm vụ.xlsx" in said
    assert "https://bot.xa.example/files/1/lon.png" in said


async def test_a_file_that_zalo_refuses_after_all_is_told_of(fake: FakeOa, book: Path) -> None:
    minh = fake.user("Minh", OFFICIAL)
    fake.interacted[minh.id] = fake.now()
    async with running(fake, book) as bot:
        fake.fail_next("upload/file", Fault.UNSUPPORTED)
        await send(bot, WORD)
        await fake.next_message(minh)

        assert "Zalo không nhận gửi loại tệp này (Nhiệm vụ.docx)" in (await fake.next_message(minh)).text


async def test_an_upload_whose_token_was_refused_is_made_again(fake: FakeOa, book: Path) -> None:
    minh = fake.user("Minh", OFFICIAL)
    fake.interacted[minh.id] = fake.now()
    async with running(fake, book) as bot:
        fake.fail_next("upload/file", Fault.INVALID_TOKEN)
        await send(bot, WORD)
        await fake.next_message(minh)
        file = (await fake.next_message(minh)).file

    assert file
    assert file[1] == b"PK docx"


async def test_an_export_that_somebody_asks_for_arrives(fake: FakeOa, book: Path) -> None:
    minh = fake.user("Minh", OFFICIAL)
    async with running(fake, book) as bot:
        await bot.store(REPORT)
        await fake.says(minh, "/export 1 csv")
        sent = await fake.next_message(minh)
        while sent.file is None:
            sent = await fake.next_message(minh)

    assert sent.file[1].startswith(b"\xef\xbb\xbf")
    assert fake.violations == []
