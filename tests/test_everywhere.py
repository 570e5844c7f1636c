"""Every dialog of tests/everywhere, on every platform: the real bot over real HTTP, and the console."""

from __future__ import annotations

from contextlib import aclosing
from pathlib import Path

import pytest

from tests.dialogs.script import matches
from tests.everywhere.playing import DRIVERS, play
from tests.everywhere.script import CHOICES, platforms_of, read_for
from tests.test_dialogs import compared

DIALOGS = sorted((Path(__file__).parent / "everywhere").glob("*.txt"))


@pytest.mark.parametrize("platform", DRIVERS)
@pytest.mark.parametrize("path", DIALOGS, ids=lambda path: path.stem)
async def test_a_dialog_goes_the_same_way(path: Path, platform: str, tmp_path: Path) -> None:
    async with aclosing(play(path, platform, tmp_path)) as turns:
        async for turn, answer in turns:
            if not matches(turn.answer, answer):
                pytest.fail(compared(turn.line, turn.answer, answer), pytrace=False)


@pytest.mark.parametrize("path", DIALOGS, ids=lambda path: path.stem)
def test_what_is_a_platforms_own_is_one_that_is_played(path: Path) -> None:
    assert platforms_of(path) <= set(DRIVERS) == set(CHOICES)


def test_a_line_of_one_platform_is_seen_there_alone_and_choices_as_they_are_shown(tmp_path: Path) -> None:
    path = tmp_path / "small.txt"
    path.write_text(
        "people: Lan staff\n\nLan> /post\n< Gửi\n{telegram} < (in place)\n< [Xong] [Hủy]\n"
        "{zalo} Lan> 1\n< Xong\n",
        encoding="utf-8",
    )

    seen = {name: [(t.said, t.answer) for t in read_for(path, name).turns] for name in DRIVERS}

    assert seen == {
        "telegram": [("/post", ["Gửi", "(in place)", "[Xong] [Hủy]"])],
        "zalo": [("/post", ["Gửi", "", "[1] Xong", "[2] Hủy"]), ("1", ["Xong"])],
        "zalo_oa": [("/post", ["Gửi", "[Xong] [Hủy]"])],
        "console": [("/post", ["Gửi", "", "[1] Xong   [2] Hủy"])],
    }


async def test_an_answer_that_is_another_than_told_fails(tmp_path: Path) -> None:
    path = tmp_path / "wrong.txt"
    path.write_text("people: Lan staff\n\nLan> /cancel\n< Đã bỏ bản nháp.\n", encoding="utf-8")

    with pytest.raises(pytest.fail.Exception, match=r"\+ Không có bản nháp nào"):
        await test_a_dialog_goes_the_same_way(path, "console", tmp_path)
