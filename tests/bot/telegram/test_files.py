"""Files over Telegram: fetched, opened beside everything else, answered once, whatever they are."""

from __future__ import annotations

import asyncio
import signal
from dataclasses import replace
from pathlib import Path

import pytest

from bot.telegram.files import ATTEMPTS
from documents.model import Document, Refusal
from documents.opening import Opener
from tests.bot.telegram.conftest import Office
from tests.bot.telegram.running import (
    GROUP,
    LONG,
    QUICK,
    Running,
    calls_of,
    process,
    running,
    texts,
    without_ocr,
)
from tests.bot.telegram.texts import short_report
from tests.documents.making import FILES, p, pdf, word
from tests.fake_telegram import Attachment, FakeTelegram
from tests.fake_telegram.faults import Break
from tests.fake_telegram.world import Message

NOTICE = Attachment("Thông báo kết luận.pdf", (FILES / "thong-bao.pdf").read_bytes())
PREVIEW = "Xem trước, chưa lưu\nTệp: "
DOWNLOADS = "getFile"


def document(commune: str = "Mỹ Hòa Tây") -> Attachment:
    """A report as Word keeps it."""
    return Attachment(f"{commune}.docx", word("".join(map(p, short_report(commune).split("\n")))))


class Slow(Opener):
    """Opens files when it is told to."""

    def __init__(self) -> None:
        super().__init__(ocr=False, characters=300_000)
        self.may_go_on = asyncio.Event()
        self.opening = 0

    async def open(self, data: bytes, name: str) -> Document | Refusal:
        self.opening += 1
        await self.may_go_on.wait()
        return await super().open(data, name)


class Faulty(Opener):
    """Has a fault of its own."""

    async def open(self, data: bytes, name: str) -> Document | Refusal:
        raise RuntimeError("bí mật")


async def test_a_file_is_shown_and_stored_like_a_pasted_text(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    fake.send(office.staff, NOTICE)
    preview = await fake.message_with(PREVIEW, office.staff, LONG)
    shown = preview.text
    fake.press(office.staff, "Lưu")
    await fake.message_with("Đã lưu thành báo cáo 1.", office.staff, LONG)
    fake.say(office.official, "/tasks")

    assert shown.startswith(f"{PREVIEW}{NOTICE.name}\n\nXin xem lại\n")
    assert "\n\nKết luận của Chủ tịch UBND xã" in shown
    assert preview.buttons == [
        ["Xem báo cáo 1"],
        ["Nhiệm vụ", "Chỉ tiêu"],
        ["Hạn chế", "Thành phần", "Toàn văn"],
    ]
    assert "Phòng Kinh tế rà soát" in (await fake.next_message(office.official, LONG)).text
    assert calls_of(fake, "sendChatAction")
    assert await bot.rows("SELECT name FROM draft_file") == []
    assert await bot.rows("SELECT json_extract(detail, '$.file') FROM audit") == [(NOTICE.name,)]
    assert fake.violations == []


async def test_several_files_in_one_go_are_a_draft_each(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    files = [document(f"Xã {name}") for name in ("Một", "Hai", "Ba")]
    fake.send(office.staff, *files, caption="Gửi ba báo cáo")
    for file in files:
        await fake.message_with(f"{PREVIEW}{file.name}", office.staff, LONG)
    for message in fake.messages(office.staff):
        fake.press(office.staff, "Lưu", message=message)
    await bot.until("SELECT count(*) FROM report", [(3,)])
    await bot.idle()

    assert len(texts(fake, office.staff)) == 3


async def test_a_second_person_reads_on_while_a_file_is_opened(
    fake: FakeTelegram, book: Path, office: Office
) -> None:
    """Also with more files in work than there are places for chats."""
    opener = Slow()
    staff = [fake.user(f"Văn thư {number}", id=700 + number) for number in range(20)]
    listed = frozenset(f"telegram:{person.id}" for person in staff)
    async with running(fake, book, opener=opener, staff=listed) as bot:
        for person in staff:
            fake.send(person, document())
        await fake.wait_for(lambda: opener.opening > 0, LONG, "a file in work")
        fake.say(office.official, "/help")
        await fake.message_with("Sổ Họp", office.official, LONG)
        waiting = await bot.rows("SELECT count(*) FROM inbox WHERE state = 'new'")
        opener.may_go_on.set()
        await bot.idle()

    assert waiting == [(20,)]
    assert all(text.startswith(PREVIEW) for person in staff for text in texts(fake, person))


async def test_what_takes_a_moment_is_told_and_the_answer_takes_its_place(
    fake: FakeTelegram, book: Path, office: Office
) -> None:
    opener = Slow()
    group = fake.supergroup("Văn phòng", office.staff)
    patience = replace(QUICK, tell_after=0.05)
    async with running(
        fake, book, opener=opener, patience=patience, officials=frozenset({f"telegram:{group.id}"})
    ) as bot:
        [sent] = fake.send(office.staff, NOTICE, chat=group, caption="@sohop_bot")
        telling = await fake.next_message(group, LONG)
        told = telling.text
        opener.may_go_on.set()
        await fake.message_with(PREVIEW, group, LONG)
        await bot.idle()

    assert told == f"Đang đọc {NOTICE.name} …"
    assert telling.reply_to is not None
    assert telling.reply_to.id == sent.id
    assert [message.id for message in fake.messages(group)] == [telling.id]
    assert telling.text.startswith(PREVIEW)


async def test_what_was_told_late_is_still_taken_back(fake: FakeTelegram, book: Path, office: Office) -> None:
    """The file is done while the word of it is still on its way."""
    opener = Slow()
    async with running(fake, book, opener=opener, patience=replace(QUICK, tell_after=0.0)):
        fake.faults.delay(0.5, method="sendMessage")
        fake.send(office.staff, NOTICE)
        await fake.wait_for(lambda: opener.opening > 0, LONG, "a file in work")
        opener.may_go_on.set()
        await fake.message_with(PREVIEW, office.staff, LONG)

    assert len(fake.messages(office.staff)) == 1


async def test_typing_and_telling_may_fail(fake: FakeTelegram, book: Path, office: Office) -> None:
    async with running(fake, book, patience=replace(QUICK, tell_after=0.0)):
        fake.faults.error(400, "Bad Request", method="sendChatAction")
        fake.faults.error(400, "Bad Request", method="sendMessage", contains="Đang đọc")
        fake.send(office.staff, NOTICE)

        await fake.message_with(PREVIEW, office.staff, LONG)


OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")
REFUSED = [
    (Attachment("to.pdf", size=(20 << 20) + 1), "to.pdf: tệp quá 20 MB", 0),
    (Attachment("Ảnh.jpg", b"\xff\xd8\xff", kind="photo"), "Ảnh: đây là ảnh hoặc bản quét", 0),
    (Attachment("cu.doc", OLD_WORD), "lưu lại dạng .docx", 1),
    (Attachment("x.docx", b"PK\x03\x04"), "x.docx: tệp hỏng hoặc thiếu", 1),
    (Attachment("x.txt", "TUYỆT MẬT\nHội nghị bàn".encode()), "Văn bản có dấu mật", 1),
    (Attachment("x.docx", word(p("Hội nghị bàn"), {"header1": p("MẬT")})), "Văn bản có dấu mật", 1),
    (Attachment("y.docx", word(p("Hội nghị"), {"footer1": p("TỐI MẬT")})), "Văn bản có dấu mật", 1),
    (Attachment("x.pdf", pdf([["Trang"]] * 501)), "tệp có 501 trang, quá giới hạn 500 trang", 1),
    (Attachment("x.txt", "họp ".encode() * 80_000), "văn bản dài 320.000 ký tự, quá giới hạn 300.000", 1),
]  # fmt: skip


@pytest.mark.parametrize("row", REFUSED, ids=[f"{file.name} {words}" for file, words, _ in REFUSED])
async def test_refused_files_are_answered_and_nothing_is_kept(
    fake: FakeTelegram, bot: Running, office: Office, row: tuple[Attachment, str, int]
) -> None:
    file, words, fetched = row
    fake.send(office.staff, file)
    answer = await fake.next_message(office.staff, LONG)
    await bot.idle()

    assert words in answer.text
    assert len(calls_of(fake, DOWNLOADS)) == fetched
    assert await bot.rows("SELECT id FROM draft UNION SELECT report_id FROM source") == []
    assert await bot.rows("SELECT state, payload FROM inbox") == [("done", None)]
    assert [action.split()[0] for (action,) in await bot.rows("SELECT action FROM audit")] == ["refuse"]


async def test_a_file_whose_size_was_not_told_may_be_too_large(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    [message] = fake.send(office.staff, Attachment("to.pdf", size=(20 << 20) + 1), chat=office.staff.id)
    await fake.next_message(office.staff, LONG)
    update = {**message.to_json(), "message_id": message.id + 1000}
    update["document"] = {
        key: value for key, value in update["document"].items() if key not in ("file_size", "file_name")
    }
    fake.inject("message", update)

    await fake.message_with("Tệp không tên: tệp quá 20 MB", office.staff, LONG)


async def test_whoever_may_not_post_makes_the_bot_fetch_nothing(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    fake.send(office.official, NOTICE)
    fake.send(office.stranger, NOTICE)
    official = await fake.next_message(office.official, LONG)
    stranger = await fake.next_message(office.stranger, LONG)

    assert official.text.startswith("Báo cáo do văn phòng đăng")
    assert "chưa được cấp quyền" in stranger.text
    assert calls_of(fake, DOWNLOADS) == []


async def test_a_network_that_fails_for_a_moment_costs_no_file(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    fake.faults.error(502, method=DOWNLOADS, times=ATTEMPTS - 1)
    fake.send(office.staff, NOTICE)

    await fake.message_with(PREVIEW, office.staff, LONG)


@pytest.mark.parametrize(("code", "asked"), [(502, ATTEMPTS), (400, 1)])
async def test_a_file_that_cannot_be_fetched_is_answered(
    fake: FakeTelegram, bot: Running, office: Office, code: int, asked: int
) -> None:
    fake.faults.error(code, "Bad Request: wrong file_id", method=DOWNLOADS, times=None)
    fake.send(office.staff, NOTICE)
    answer = await fake.next_message(office.staff, LONG)
    await bot.idle()

    assert answer.text.startswith(f"{NOTICE.name}: không tải được tệp từ Telegram.")
    assert len(calls_of(fake, DOWNLOADS)) == asked


async def test_a_fault_while_opening_is_answered_and_marked(
    fake: FakeTelegram, book: Path, office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    async with running(fake, book, opener=Faulty(ocr=False, characters=1)) as bot:
        fake.send(office.staff, NOTICE)
        answer = await fake.next_message(office.staff, LONG)
        await bot.idle()
        [(fault,)] = await bot.rows("SELECT summary FROM fault")

    assert answer.text.startswith("Có lỗi ngoài dự kiến")
    assert fault.startswith("RuntimeError (test_files.py:")
    assert "bí mật" not in fault


async def test_a_file_that_ends_the_process_that_reads_it_is_answered(
    fake: FakeTelegram, book: Path, office: Office
) -> None:
    async with running(fake, book, opener=without_ocr(memory=1 << 20)) as bot:
        fake.send(office.staff, NOTICE)
        answer = await fake.next_message(office.staff, LONG)
        await bot.idle()
        fake.say(office.official, "/help")
        await fake.next_message(office.official, LONG)

    assert answer.text.startswith(f"{NOTICE.name}: tệp làm hỏng việc đọc")


async def test_another_file_in_an_edited_message_takes_the_place_of_the_first(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    [message] = fake.send(office.staff, document(), caption="Bản 1")
    await fake.message_with(PREVIEW, office.staff, LONG)
    fake.edit(message, "Bản một")
    await bot.idle()
    as_before = len(fake.messages(office.staff))
    changed(fake, message, NOTICE)
    await fake.message_with(f"Xem trước theo tin đã sửa, chưa lưu\nTệp: {NOTICE.name}", office.staff, LONG)
    fake.press(office.staff, "Lưu")
    await fake.message_with("Đã lưu", office.staff, LONG)
    fake.edit(message, "Bản cuối")

    await fake.message_with("Tin này thuộc báo cáo 1 đã lưu", office.staff, LONG)
    assert as_before == 1


def changed(fake: FakeTelegram, message: Message, file: Attachment) -> None:
    message.content = {**fake._file_content(file), "caption": "Bản khác"}
    fake.edit(message, "Bản khác")


async def test_in_a_group_only_what_is_for_the_bot_is_fetched(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    group = fake.group("Tổ văn phòng", office.staff, bot="administrator")
    group.id = GROUP
    fake.server.world.add_chat(group)
    fake.send(office.staff, document(), chat=group)
    fake.say(office.staff, "/post", chat=group)
    await fake.message_with("Gửi nội dung báo cáo", group, LONG)
    fake.send(office.staff, NOTICE, chat=group)
    await fake.message_with(PREVIEW, group, LONG)

    assert len(calls_of(fake, DOWNLOADS)) == 1


async def test_a_kill_while_a_file_is_read_loses_nothing_and_answers_once(
    fake: FakeTelegram, tmp_path: Path, office: Office
) -> None:
    stalled = fake.faults.connection(Break.STALL, method=DOWNLOADS)
    async with process(fake, tmp_path) as bot:
        await bot.ready()
        fake.send(office.staff, NOTICE)
        await fake.wait_for(lambda: stalled.hits > 0, LONG, "the file is being fetched")
        assert await bot.end(signal.SIGKILL) == -signal.SIGKILL
        before = [text for text in texts(fake, office.staff) if PREVIEW in text]
        await bot.ready()
        await fake.message_with(PREVIEW, office.staff, LONG)
        assert await bot.end() == 0

    assert before == []
    assert len([text for text in texts(fake, office.staff) if PREVIEW in text]) == 1
    assert "; pictures and scans are" in bot.words


async def test_a_stop_while_a_file_is_read_leaves_it_for_the_next_start(
    fake: FakeTelegram, book: Path, office: Office
) -> None:
    opener = Slow()
    async with running(fake, book, opener=opener, patience=replace(QUICK, finish_within=0.1)):
        fake.send(office.staff, NOTICE)
        await fake.wait_for(lambda: opener.opening > 0, LONG, "a file in work")
    async with running(fake, book) as bot:
        await fake.message_with(PREVIEW, office.staff, LONG)
        await bot.idle()

    assert len(fake.messages(office.staff)) == 1
