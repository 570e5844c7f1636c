"""Every dialog in tests/dialogs, replayed on real SQLite; `tests.dialogs.script` tells how to write one."""

import difflib
import re
from pathlib import Path

import pytest

from handlers.texts import Language
from tests.dialogs.elsewhere import NOT_ON_ZALO, on_zalo
from tests.dialogs.script import Dialog, filled, matches, read_dialog
from tests.dialogs.stage import open_stage

DIALOGS = sorted((Path(__file__).parent / "dialogs").glob("*.txt"))


async def replay(dialog: Dialog, folder: Path, platform: str = "") -> None:
    """Fail at the first answer that is not the one written down, and show both."""
    async with open_stage(dialog, folder, platform) as stage:
        for turn in dialog.turns:
            answer = await stage.play(turn)
            if not matches(turn.answer, answer):
                pytest.fail(compared(turn.line, turn.answer, answer), pytrace=False)


def compared(line: str, expected: list[str], actual: list[str]) -> str:
    differences = difflib.ndiff(filled(expected, actual), actual)
    return "\n".join([line, *(d.rstrip() for d in differences if not d.startswith("?"))])


@pytest.mark.parametrize("path", DIALOGS, ids=lambda path: path.stem)
async def test_dialog(path: Path, tmp_path: Path) -> None:
    await replay(read_dialog(path), tmp_path)


@pytest.mark.parametrize(
    "path",
    [
        pytest.param(path, id=path.stem)
        for path in DIALOGS
        if path.stem not in NOT_ON_ZALO and "platform" not in read_dialog(path).header
    ],
)
async def test_the_same_dialog_on_zalo(path: Path, tmp_path: Path) -> None:
    dialog = read_dialog(path)
    language: Language = "en" if dialog.header.get("language") == "en" else "vi"
    for turn in dialog.turns:
        turn.answer = on_zalo(turn.answer, language)

    await replay(dialog, tmp_path, "zalo")


def test_what_is_not_played_on_zalo_is_a_dialog_of_what_zalo_has_not() -> None:
    lacking = re.compile(r"edits|sends|forwards|answers")
    by_name = {path.stem: read_dialog(path).turns for path in DIALOGS}

    for name in NOT_ON_ZALO:
        turns = by_name[name]
        unaddressed = any(turn.place and turn.does for turn in turns)
        number = any((turn.said or "").isdecimal() for turn in turns)
        assert unaddressed or number or any(lacking.match(turn.does or "") for turn in turns), name


def test_dots_stand_for_any_words_and_alone_for_any_lines() -> None:
    answer = ["Nhiệm vụ (7)", "Báo cáo 1", "1.1 Rà soát"]

    assert matches(["Nhiệm vụ (…)", "…", "1.1 …"], answer)
    assert matches(["…"], answer)
    assert not matches(["Nhiệm vụ (…)"], answer)
    assert not matches(["…", "1.2 …"], answer)


def test_no_answer_written_down_means_silence() -> None:
    assert matches([], ["(silence)"])
    assert not matches([], ["Xin chào"])


async def test_a_wrong_answer_is_shown_beside_the_right_one(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("people: Minh official\n\nMinh> /whoami\n< Mã…\n< Vai trò: quản trị\n", encoding="utf-8")

    with pytest.raises(pytest.fail.Exception) as failure:
        await replay(read_dialog(wrong), tmp_path)

    assert str(failure.value).splitlines() == [
        "Minh> /whoami",
        "  Mã của anh/chị: telegram:101",
        "- Vai trò: quản trị",
        "+ Vai trò: cán bộ, lãnh đạo (xem và hỏi)",
    ]


@pytest.mark.parametrize("line", ["Lan", "| nothing said before", "< nobody asked", "(some time later)"])
def test_a_line_that_is_none_of_a_dialog_is_refused(line: str, tmp_path: Path) -> None:
    path = tmp_path / "odd.txt"
    path.write_text(line, encoding="utf-8")

    with pytest.raises(ValueError, match=r"odd\.txt:1"):
        read_dialog(path)
