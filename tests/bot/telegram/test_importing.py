"""`sohop import` into the book of a bot that runs."""

from __future__ import annotations

import asyncio
from pathlib import Path

from handlers.demo import samples
from tests.bot.commands import a_file, environment, sohop_command
from tests.bot.telegram.conftest import Office
from tests.bot.telegram.running import LONG, running
from tests.bot.telegram.texts import short_report
from tests.fake_telegram import FakeTelegram

MANY = 20
TITLE = "họp giao ban tháng 9 năm 2026"


async def test_staff_post_and_officials_ask_while_files_are_imported(
    fake: FakeTelegram, book: Path, tmp_path: Path, office: Office
) -> None:
    for number in range(MANY):
        a_file(tmp_path, samples()[2].replace(TITLE, f"{TITLE}, lần {number}"), f"{number}.txt")
    async with running(fake, book) as bot:
        importing = await asyncio.create_subprocess_exec(
            *sohop_command("import", *(f"{number}.txt" for number in range(MANY))),
            cwd=tmp_path,
            env=environment(DATABASE_PATH=str(book)),
            stdout=asyncio.subprocess.PIPE,
        )
        fake.say(office.staff, short_report())
        await fake.message_with("Xem trước", office.staff, LONG)
        fake.press(office.staff, "Lưu")
        await fake.message_with("Đã lưu thành báo cáo", office.staff, LONG)
        for person in office.others[:10]:
            fake.say(person, "/reports")
            await fake.next_message(person, LONG)
        said, _ = await asyncio.wait_for(importing.communicate(), LONG)
        fake.say(office.official, "/reports")
        await fake.message_with(f"Báo cáo đã lưu ({MANY + 1})", office.official, LONG)

        assert importing.returncode == 0
        assert f"Lô 1: {MANY} báo cáo." in said.decode()
        assert await bot.rows("SELECT count(*) FROM batch_report") == [(MANY,)]
        assert await bot.rows("SELECT id FROM fault") == []
