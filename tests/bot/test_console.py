"""The console at a terminal: prompt_toolkit's own pipe takes the keyboard's place."""

import resource
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from bot.console import Console, coloured, shown, talk, unstyled, write_beside
from bot.links.opening import LinkOpener
from bot.service import Service
from bot.serving import open_service
from bot.settings import Settings
from handlers.chat import Attachment, Choice, Reply, Role
from handlers.demo import samples
from handlers.richtext import RichText, Style, Styled, bold
from tests.bot.telegram.running import without_ocr
from tests.dialogs.portal import portal_fetcher


@pytest.fixture
async def service(tmp_path: Path) -> AsyncIterator[Service]:
    async with open_service(Settings(database_path=tmp_path / "sohop.db")) as opened:
        yield opened


async def test_a_pasted_text_of_many_lines_is_one_message(service: Service) -> None:
    console = Console(service)
    (preview,) = await console.answer(samples()[0])
    assert preview.text.startswith("Xem trước, chưa lưu")

    (saved,) = await console.answer("1")
    assert saved.text.startswith("Đã lưu thành báo cáo 1.")


async def test_a_number_means_what_was_offered_last_and_nothing_older(service: Service) -> None:
    console = Console(service)
    await console.answer("/demo")
    (opened,) = await console.answer("1")
    assert opened.text.startswith("Báo cáo ")

    await console.answer("/whoami")
    (searched,) = await console.answer("1")
    assert searched.text.startswith("Tìm “1”")


async def test_a_line_that_is_a_number_inside_a_report_is_text(service: Service) -> None:
    console = Console(service)
    for line in (
        "/post",
        "Hội nghị sơ kết",
        "1",
        "2",
        "Đảng ủy xã Tân Lộc tổ chức hội nghị tại Hội trường xã trong buổi sáng",
    ):
        await console.answer(line)
    (preview,) = await console.answer("/done")

    assert "Hội nghị sơ kết" in preview.text


async def test_a_number_right_after_offered_choices_is_the_choice_also_while_a_text_comes_in(
    service: Service,
) -> None:
    console = Console(service)
    for line in ("/demo", "/post", "Hội nghị sơ kết", "/delete 1"):
        await console.answer(line)
    (deleted,) = await console.answer("1")
    await console.answer("Đảng ủy xã Tân Lộc tổ chức hội nghị tại Hội trường xã trong buổi sáng")
    said = await console.answer("2")
    (preview,) = await console.answer("/done")

    assert deleted.text.startswith("Đã xóa báo cáo 1")
    assert said == ()
    assert "Hội nghị sơ kết" in preview.text


async def test_a_number_behind_a_text_that_post_took_goes_on_with_it(service: Service) -> None:
    console = Console(service)
    await console.answer("/post Hội nghị sơ kết")

    assert await console.answer("1") == ()


@pytest.mark.parametrize(
    "named",
    [
        "bao-cao/khong-co.docx",
        "khong-co.PDF",
        "file:///etc/passwd",
        "/khong/co",
        "./bao cao",
        "~khong_ai/a.txt",
    ],
)
async def test_a_file_that_is_not_there_opens_no_draft(service: Service, named: str) -> None:
    console = Console(service)
    (refused,) = await console.answer(f"/post {named}")
    (drafts,) = await console.answer("/drafts")

    assert refused.text.startswith(f"Không thấy tệp {Path(named)}, hoặc tệp không được phép đọc.")
    assert "Ví dụ: /post bao-cao.docx" in refused.text
    assert "[1]" not in drafts.text


async def test_words_about_a_file_are_a_text(service: Service) -> None:
    (taken,) = await Console(service).answer("/post Họp về tệp bao-cao.docx")

    assert "Không thấy tệp" not in taken.text


async def test_an_official_at_the_console_cannot_post(service: Service) -> None:
    (refused,) = await Console(service, Role.OFFICIAL).answer("/post")

    assert "dành cho văn phòng" in refused.text


@pytest.mark.parametrize("keys", ["/demo\r/quit\r", "/latest\r\x04", "/tasks\r\x03"])
async def test_a_talk_at_the_terminal_ends_as_people_end_it(service: Service, keys: str) -> None:
    with create_pipe_input() as keyboard:
        keyboard.send_text(keys)
        with create_app_session(input=keyboard, output=DummyOutput()):
            await talk(Console(service))


def test_a_file_is_written_beside_those_that_are_there(tmp_path: Path) -> None:
    folder = tmp_path / "exports"
    written = [write_beside(folder, Attachment("bao-cao-1.xlsx", b"%d" % n)) for n in range(3)]

    assert [path.name for path in written] == ["bao-cao-1.xlsx", "bao-cao-1 (2).xlsx", "bao-cao-1 (3).xlsx"]
    assert [path.read_bytes() for path in written] == [b"0", b"1", b"2"]
    assert {path.stat().st_mode & 0o077 for path in (folder, *written)} == {0}


def test_a_file_goes_nowhere_but_into_its_folder(tmp_path: Path) -> None:
    path = write_beside(tmp_path / "exports", Attachment("../../etc/a.csv", b""))

    assert path == tmp_path / "exports" / "a.csv"


def test_a_file_that_cannot_be_written_whole_is_not_left_behind(tmp_path: Path) -> None:
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (9, limit[1]))
        with pytest.raises(OSError, match="File too large"):
            write_beside(tmp_path, Attachment("a.csv", bytes(99)))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)

    assert list(tmp_path.iterdir()) == []


def test_what_is_told_of_files_stands_before_the_choices() -> None:
    reply = Reply(RichText("Báo cáo 1"), ((Choice("Xem", "report 1"),),))

    assert unstyled(shown(reply, ["Tệp: exports/a.csv"])) == "Báo cáo 1\nTệp: exports/a.csv\n\n[1] Xem"


def test_styles_become_colours_in_their_places() -> None:
    rich = bold("Nhiệm vụ") + " (7)" + RichText(" nước sạch", (Styled(1, 10, Style.MARK),))

    assert list(coloured(rich)) == [
        ("bold", "Nhiệm vụ"),
        ("", " (7) "),
        ("bold reverse", "nước sạch"),
    ]


def test_places_that_overlap_are_shown_once() -> None:
    rich = RichText("nước sạch", (Styled(0, 9, Style.BOLD), Styled(0, 4, Style.MARK)))

    assert list(coloured(rich)) == [("bold", "nước sạch")]


def test_without_colours_only_what_was_looked_for_is_marked() -> None:
    rich = bold("Tìm") + RichText(" nước sạch!", (Styled(1, 10, Style.MARK),))

    assert unstyled(rich) == "Tìm «nước sạch»!"


async def test_a_link_is_opened_for_staff_and_for_nobody_else(service: Service) -> None:
    links = LinkOpener(without_ocr(), portal_fetcher())
    console = Console(service, Role.STAFF, links)
    (refused,) = await Console(service, Role.OFFICIAL, links).answer("https://xa.example/tin/newspaper")
    (preview,) = await console.answer("/post https://xa.example/tin/newspaper")
    await console.answer("1")
    (again,) = await console.answer("https://xa.example/cu")

    assert refused.text.startswith("Báo cáo do văn phòng đăng")
    assert preview.text.startswith("Xem trước, chưa lưu\nNguồn: https://xa.example/tin/newspaper\n")
    assert again.text.startswith("Văn bản này đã được lưu là báo cáo 1")


async def test_the_console_reaches_nothing_of_its_own_network(service: Service) -> None:
    (refused,) = await Console(service).answer("http://127.0.0.1/")

    assert "mạng nội bộ" in refused.text
