"""Links over Telegram: opened beside everything else, answered once, whatever stands there."""

from __future__ import annotations

import asyncio
import signal
from dataclasses import replace
from pathlib import Path

from bot.links.opening import LinkOpener
from handlers.chat import File
from tests.bot.links.sites import Asked, Site, fetcher, http, serving
from tests.bot.telegram.conftest import Office
from tests.bot.telegram.running import (
    GROUP,
    LONG,
    QUICK,
    SOON,
    calls_of,
    process,
    running,
    texts,
    without_ocr,
)
from tests.bot.telegram.texts import short_report
from tests.dialogs.portal import portal_fetcher
from tests.documents.articles import NEWS
from tests.documents.portals import page
from tests.fake_telegram import FakeTelegram

ADDRESS = "https://xa.example/tin/newspaper"
PREVIEW = "Xem trước, chưa lưu\nNguồn: "
PAGE = http(page("newspaper", NEWS))


def portal() -> LinkOpener:
    return LinkOpener(without_ocr(), portal_fetcher())


def opener(site: Site) -> LinkOpener:
    return LinkOpener(without_ocr(), fetcher(site))


async def test_a_link_is_shown_and_stored_like_a_pasted_text(
    fake: FakeTelegram, book: Path, office: Office
) -> None:
    async with running(fake, book, links=portal()) as bot:
        fake.say(office.staff, ADDRESS)
        preview = await fake.message_with(PREVIEW, office.staff, LONG)
        shown = preview.text
        fake.press(office.staff, "Lưu")
        await fake.message_with("Đã lưu thành báo cáo 1.", office.staff, LONG)
        fake.say(office.official, "/source 1")
        source = await fake.next_message(office.official, LONG)
        kept = await bot.rows("SELECT address FROM source")
        left = await bot.rows("SELECT name FROM draft_file")

    assert shown.startswith(f"{PREVIEW}{ADDRESS}\nTrang ghi ngày đăng: 06/10/2026")
    assert f"Nguồn: {ADDRESS}" in source.text
    assert (kept, left) == ([(ADDRESS,)], [])
    assert calls_of(fake, "sendChatAction")
    assert all(call["link_preview_options"]["is_disabled"] for call in calls_of(fake, "sendMessage"))
    assert fake.violations == []


async def test_a_page_that_says_something_else_now_is_a_draft_that_tells_so(
    fake: FakeTelegram, book: Path, office: Office
) -> None:
    answers = [PAGE, http(page("newspaper", replace(NEWS, lead=f"{NEWS.lead} Tin đã sửa.")))]

    async def answer(asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(answers[min(len(site.asked), 2) - 1])

    async with serving(answer) as site, running(fake, book, links=opener(site)):
        fake.say(office.staff, site.url("/tin"))
        await fake.message_with(PREVIEW, office.staff, LONG)
        fake.press(office.staff, "Lưu")
        await fake.message_with("Đã lưu thành báo cáo 1.", office.staff, LONG)
        fake.say(office.staff, site.url("/tin"))
        again = await fake.message_with(PREVIEW, office.staff, LONG)

    assert "⚠ Báo cáo 1 cũng lấy từ liên kết này; nay trang có nội dung khác." in again.text


async def test_others_are_answered_while_links_are_opened(
    fake: FakeTelegram, book: Path, office: Office
) -> None:
    """Also with more links in work than there are places for chats."""
    may_go_on = asyncio.Event()

    async def answer(asked: Asked, writer: asyncio.StreamWriter) -> None:
        await may_go_on.wait()
        writer.write(PAGE)

    staff = [fake.user(f"Văn thư {number}", id=700 + number) for number in range(12)]
    listed = frozenset(f"telegram:{person.id}" for person in staff)
    async with serving(answer) as site, running(fake, book, links=opener(site), staff=listed) as bot:
        for person in staff:
            fake.say(person, site.url("/tin"))
        await fake.wait_for(lambda: len(site.asked) == 3, LONG, "links in work")
        fake.say(office.official, "/help")
        await fake.message_with("Sổ Họp", office.official, LONG)
        waiting = await bot.rows("SELECT count(*) FROM inbox WHERE state = 'new'")
        at_once = len(site.asked)
        may_go_on.set()
        await bot.idle()

    assert waiting == [(12,)]
    assert at_once == 3
    assert all(text.startswith(PREVIEW) for person in staff for text in texts(fake, person))


async def test_what_takes_a_moment_is_told_and_the_answer_takes_its_place(
    fake: FakeTelegram, book: Path, office: Office
) -> None:
    may_go_on = asyncio.Event()

    async def answer(asked: Asked, writer: asyncio.StreamWriter) -> None:
        await may_go_on.wait()
        writer.write(PAGE)

    patience = replace(QUICK, tell_after=0.05)
    async with serving(answer) as site, running(fake, book, links=opener(site), patience=patience) as bot:
        fake.say(office.staff, site.url("/tin"))
        telling = await fake.next_message(office.staff, LONG)
        told = telling.text
        may_go_on.set()
        await fake.message_with(PREVIEW, office.staff, LONG)
        await bot.idle()

    assert told == f"Đang mở {site.url('/tin')} …"
    assert [message.id for message in fake.messages(office.staff)] == [telling.id]


async def test_whoever_may_not_post_makes_the_bot_fetch_nothing(
    fake: FakeTelegram, book: Path, office: Office
) -> None:
    async with serving(PAGE) as site, running(fake, book, links=opener(site)) as bot:
        for person in (office.official, office.stranger):
            fake.say(person, site.url("/tin"))
            fake.say(person, f"/post {site.url('/tin')}")
        fake.say(office.staff, f"Xem {site.url('/tin')} nhé")
        await fake.message_with("gửi riêng một địa chỉ", office.staff, LONG)
        await bot.idle()

    assert site.asked == []


async def test_in_a_group_only_what_is_for_the_bot_is_fetched(
    fake: FakeTelegram, book: Path, office: Office
) -> None:
    async with serving(PAGE) as site, running(fake, book, links=opener(site)):
        group = fake.group("Tổ văn phòng", office.staff, bot="administrator")
        group.id = GROUP
        fake.server.world.add_chat(group)
        fake.say(office.staff, site.url("/chuyen-phiem"), chat=group)
        fake.say(office.staff, f"/post {site.url('/tin')}", chat=group)
        await fake.message_with(PREVIEW, group, LONG)

    assert [asked.path for asked in site.asked] == ["/tin"]


async def test_post_in_answer_to_a_link_opens_it_also_somebody_elses(
    fake: FakeTelegram, book: Path, office: Office
) -> None:
    async with serving(PAGE) as site, running(fake, book, links=opener(site)):
        group = fake.group("Tổ văn phòng", office.staff, office.official, bot="administrator")
        group.id = GROUP
        fake.server.world.add_chat(group)
        [said] = fake.say(office.official, site.url("/tin"), chat=group)
        fake.say(office.official, "/post", chat=group, reply_to=said)
        await fake.message_with("dành cho văn phòng", group, LONG)
        before = len(site.asked)
        fake.say(office.staff, "/post", chat=group, reply_to=said)
        await fake.message_with(f"{PREVIEW}{site.url('/tin')}", group, LONG)

    assert before == 0
    assert len(site.asked) == 1


async def test_an_edited_address_is_opened_anew_and_the_same_one_is_not(
    fake: FakeTelegram, book: Path, office: Office
) -> None:
    async with serving(PAGE) as site, running(fake, book, links=opener(site)) as bot:
        [sent] = fake.say(office.staff, site.url("/tin"))
        await fake.message_with(PREVIEW, office.staff, LONG)
        fake.edit(sent, f"{site.url('/tin')} ")
        await bot.idle()
        as_before = len(site.asked)
        fake.edit(sent, site.url("/tin?ban=2"))
        await fake.message_with("Xem trước theo tin đã sửa, chưa lưu\nNguồn: ", office.staff, LONG)
        fake.edit(sent, short_report("Hòa Lộc"))
        typed = await fake.message_with("Xem trước theo tin đã sửa, chưa lưu\n\n", office.staff, LONG)

    assert as_before == 1
    assert [asked.path for asked in site.asked] == ["/tin", "/tin?ban=2"]
    assert "Nguồn" not in typed.text


async def test_a_link_that_is_not_read_leaves_nothing_but_why(
    fake: FakeTelegram, book: Path, office: Office
) -> None:
    secret = http("<article><h1>Thông báo</h1><p>TUYỆT MẬT</p><p>Hội nghị bàn việc.</p></article>" * 9)
    async with serving(secret) as site, running(fake, book, links=opener(site)) as bot:
        fake.say(office.staff, "http://192.168.1.1/")
        private = await fake.next_message(office.staff, LONG)
        fake.say(office.staff, site.url("/mat"))
        await fake.message_with("dấu mật", office.staff, LONG)
        await bot.idle()
        kept = await bot.rows("SELECT id FROM draft UNION SELECT report_id FROM source")
        noted = await bot.rows("SELECT action, detail FROM audit ORDER BY id")
        came = await bot.rows("SELECT DISTINCT state, payload FROM inbox")

    assert "bot chỉ mở trang ở cổng 80 và 443" in private.text
    assert (kept, came) == ([], [("done", None)])
    assert noted[0] == ("refuse link", '{"problem": "link_port"}')
    assert "việc" not in str(noted)


class Faulty(LinkOpener):
    """Has a fault of its own."""

    async def open(self, address: str) -> File:
        raise RuntimeError("bí mật")


async def test_a_fault_while_opening_is_answered_and_marked(
    fake: FakeTelegram, book: Path, office: Office
) -> None:
    async with running(fake, book, links=Faulty(without_ocr())) as bot:
        fake.say(office.staff, ADDRESS)
        answer = await fake.next_message(office.staff, LONG)
        await bot.idle()
        [(fault,)] = await bot.rows("SELECT summary FROM fault")

    assert answer.text.startswith("Có lỗi ngoài dự kiến")
    assert "bí mật" not in fault


async def test_a_stop_while_a_link_is_opened_leaves_it_for_the_next_start(
    fake: FakeTelegram, book: Path, office: Office
) -> None:
    async def stall(asked: Asked, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(60)

    patience = replace(QUICK, finish_within=0.1)
    async with serving(stall) as site, running(fake, book, links=opener(site), patience=patience):
        fake.say(office.staff, site.url("/tin"))
        await fake.wait_for(lambda: bool(site.asked), LONG, "the link in work")
    async with serving(PAGE, port=site.port) as again, running(fake, book, links=opener(again)) as bot:
        await fake.message_with(PREVIEW, office.staff, LONG)
        await bot.idle()

    assert len(fake.messages(office.staff)) == 1


async def test_the_program_itself_opens_nothing_of_its_own_network_and_survives_a_kill(
    fake: FakeTelegram, tmp_path: Path, office: Office
) -> None:
    """`sohop run` with nothing loosened; the update of a link is done again after a kill."""
    async with serving(PAGE) as site, process(fake, tmp_path) as bot:
        await bot.ready()
        fake.say(office.staff, "http://127.0.0.1/")
        answer = await fake.message_with("mạng nội bộ", office.staff, LONG)
        fake.say(office.staff, "http://localhost/")
        assert await bot.end(signal.SIGKILL) == -signal.SIGKILL
        await bot.ready()
        await fake.message_with("http://localhost/: địa chỉ này nằm trong mạng nội bộ", office.staff, LONG)
        await asyncio.sleep(SOON)
        assert await bot.end() == 0

    assert "127.0.0.1" in answer.text
    assert site.asked == []
    assert sum("localhost" in text and "nội bộ" in text for text in texts(fake, office.staff)) == 1
