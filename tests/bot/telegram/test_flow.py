"""The main job, end to end: a report comes in as people paste it, officials ask for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.pacing import Limits
from tests.bot.telegram.conftest import Office
from tests.bot.telegram.running import LONG, Running, places, running
from tests.bot.telegram.texts import long_report, short_report
from tests.fake_telegram import FakeTelegram

TITLE = "Hội nghị Ban Chấp hành Đảng bộ xã Mỹ Hòa Tây lần thứ 7, sơ kết công tác quý III năm 2026"

# What officials ask, and words of the answer.
QUESTIONS = [
    ("/latest", TITLE),
    ("/tasks", "Phòng Kinh tế rà soát danh sách hộ nghèo"),
    ("/nhiemvu", "Chưa rõ đơn vị"),
    ("/targets", "thu ngân sách trên địa bàn"),
    ("/people", "Nguyễn Thị Bích Thủy"),
    ("/limits", "Mặt bằng trạm cấp nước bàn giao trễ"),
    ("/search nuoc sach cho cac ap", "nước sạch"),
    ("nuoc sach cho cac ap", "nước sạch"),
    ("/source 1.2", "Phòng Kinh tế rà soát danh sách hộ nghèo trước ngày 15/11/2026"),
]


@pytest.mark.parametrize("socket", [True, False], ids=["socket", "asgi"])
async def test_a_report_of_two_messages_is_posted_once_and_asked_for(
    fake: FakeTelegram, book: Path, office: Office, *, socket: bool
) -> None:
    async with running(fake, book, socket=socket, limits=Limits()) as bot:
        parts = fake.say(office.staff, long_report())
        buttons = (await fake.message_with("Xem trước, chưa lưu", office.staff, LONG)).buttons
        fake.press(office.staff, "Lưu")
        await fake.message_with("Đã lưu thành báo cáo 1.", office.staff, LONG)
        for person, (question, _) in zip(office.others, QUESTIONS, strict=False):
            fake.say(person, question)
        for person, (_, words) in zip(office.others, QUESTIONS, strict=False):
            assert words in (await fake.next_message(person, LONG)).text.replace("\n", " ")
        stored = await bot.rows("SELECT text FROM source")

    assert len(parts) == 2
    assert buttons == [["Lưu", "Sửa", "Xem chi tiết", "Hủy"]]
    assert [text for (text,) in stored] == ["\n".join(part.text for part in parts)]
    assert len(fake.messages(office.staff)) == 1
    assert fake.violations == []


async def test_styles_stand_where_they_belong(fake: FakeTelegram, bot: Running, office: Office) -> None:
    await bot.store(short_report("Mỹ Hòa Tây 🏛"))
    fake.say(office.official, "/latest")
    fake.say(office.others[0], "/search NUOC SACH CHO")
    fake.say(office.others[1], "/source 1.3")
    latest = await fake.next_message(office.official, LONG)
    found = await fake.next_message(office.others[0], LONG)
    source = await fake.next_message(office.others[1], LONG)

    assert places(latest, "bold")[0].startswith("Báo cáo 1 · Hội nghị")
    assert "1.1" in places(latest, "code")
    assert "nước sạch cho" in " ".join(places(found, "bold"))
    assert "Vận động nhân dân tham gia bảo hiểm y tế" in places(source, "bold")


async def test_pages_are_turned_in_their_message(fake: FakeTelegram, bot: Running, office: Office) -> None:
    await bot.store(short_report())
    fake.say(office.official, "/tasks")
    first = await fake.next_message(office.official, LONG)
    shown = first.text
    query = fake.press(office.official, "Trang sau")
    await fake.message_with("Các chi bộ trực thuộc củng cố", office.official, LONG)
    second = first.text
    fake.press(office.official, "Trang trước")
    await fake.message_with("Đẩy nhanh tiến độ cấp nước sạch", office.official, LONG)

    assert await fake.answer_of(query) is not None
    assert "Trang 1/2" in shown
    assert "Trang 2/2" in second
    assert len(fake.messages(office.official)) == 1


async def test_what_was_understood_is_shown_before_it_is_stored(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    fake.say(office.staff, short_report())
    await fake.message_with("Xem trước", office.staff, LONG)
    fake.press(office.staff, "Xem chi tiết")
    await fake.message_with("Công an xã tăng cường tuần tra ban đêm", office.staff, LONG)
    fake.press(office.staff, "Hủy")
    await fake.message_with("Đã bỏ bản nháp", office.staff, LONG)

    assert await bot.rows("SELECT id FROM report UNION SELECT id FROM draft") == []


async def test_a_pressed_button_of_a_stored_draft_says_so(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    fake.say(office.staff, short_report())
    preview = await fake.message_with("Xem trước", office.staff, LONG)
    save = preview.button("Lưu")
    assert save is not None
    fake.press(office.staff, "Lưu")
    await fake.message_with("Đã lưu", office.staff, LONG)
    fake.call_back(office.staff, preview, save["callback_data"])
    await fake.message_with("đã được lưu", office.staff, LONG)

    assert await bot.rows("SELECT count(*) FROM report") == [(1,)]


async def test_everybody_is_answered_in_the_language_of_the_settings(
    fake: FakeTelegram, book: Path, office: Office
) -> None:
    async with running(fake, book, language="en"):
        fake.say(office.official, "/latest")
        fake.say(office.stranger, "/latest")

        assert "The book is empty" in (await fake.next_message(office.official, LONG)).text
        assert "You have no access" in (await fake.next_message(office.stranger, LONG)).text


async def test_a_draft_is_corrected_in_its_message_and_by_what_is_typed(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    fake.say(office.staff, short_report())
    await fake.message_with("Xem trước", office.staff, LONG)
    fake.press(office.staff, "Sửa")
    await fake.message_with("Chọn phần cần sửa", office.staff, LONG)
    fake.press(office.staff, "Tiêu đề")
    await fake.message_with("hoặc gõ vào đây", office.staff, LONG)
    shown = len(fake.messages(office.staff))
    fake.say(office.staff, "Họp giao ban quý III")
    await fake.message_with("Họp giao ban quý III (do văn phòng bổ sung)", office.staff, LONG)
    fake.press(office.staff, "Xem trước")
    await fake.message_with("Xem trước", office.staff, LONG)
    fake.press(office.staff, "Lưu")
    await fake.message_with("Đã lưu thành báo cáo 1.", office.staff, LONG)

    assert shown == 1
    assert await bot.rows("SELECT title, title_start FROM report") == [("Họp giao ban quý III", -1)]
    assert await bot.rows("SELECT field FROM change_edit") == [("title",)]
