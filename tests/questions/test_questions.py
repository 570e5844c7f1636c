"""The tables of questions, each in four spellings, over the reports of this folder."""

from collections import Counter
from datetime import timedelta

import pytest

from handlers.chat import Sender
from tests.handlers.asking import Book, actions
from tests.questions.spellings import mistyped, shortened, spellings
from tests.questions.table import answered, unanswerable

LEAST_RIGHT = 0.95
NOT_THERE = ("Không có", "Chưa hiểu")


async def test_nearly_all_questions_are_answered_right_in_every_spelling(book: Book) -> None:
    asked, right, wrong = Counter[str](), Counter[str](), []
    for expected in answered():
        for spelling, question in spellings(expected.question).items():
            asked[spelling] += 1
            misses = expected.misses(await says_alone(book, question))
            right[spelling] += not misses
            wrong += [f"{spelling}: {question}: {'; '.join(misses)}"] if misses else []

    assert asked["accents"] >= 300
    assert {s for s in asked if right[s] / asked[s] < LEAST_RIGHT} == set(), "\n".join(wrong)


async def test_what_the_reports_do_not_say_is_never_answered(book: Book) -> None:
    questions = [spelt for question in unanswerable() for spelt in spellings(question).values()]
    answers = {question: await says_alone(book, question) for question in questions}

    assert len(unanswerable()) >= 60
    assert [(q, a) for q, a in answers.items() if not a.startswith(NOT_THERE)] == []


async def says_alone(book: Book, question: str) -> str:
    """Ask as somebody who asked nothing before."""
    book.sender = Sender("telegram", str(book.position), "Minh")
    return await book.says(question)


@pytest.mark.parametrize(
    ("questions", "understood"),
    [
        (("chỉ tiêu chưa đạt", "còn quý III?"), "Chỉ tiêu · chưa đạt · quý III"),
        (("chỉ tiêu chưa đạt quý III", "năm ngoái thì sao?"), "Chỉ tiêu · chưa đạt · năm 2025"),
        (("việc của phòng kinh tế", "còn công an xã?"), "Nhiệm vụ · Công an xã"),
        (("hạn chế về giải phóng mặt bằng", "ai làm?"), "Nhiệm vụ · “giải phóng mặt bằng”"),
        (("hộ nghèo còn bao nhiêu", "còn năm 2024?"), "Chỉ tiêu · “hộ nghèo” · năm 2024"),
        (("việc quá hạn", "còn phòng tài chính?"), "Nhiệm vụ · Phòng Tài chính · quá hạn"),
    ],
)
async def test_a_question_may_go_on_with_the_one_before(
    book: Book, questions: tuple[str, ...], understood: str
) -> None:
    answers = [await book.says(question) for question in questions]

    assert answers[-1].splitlines()[0] == understood


async def test_after_ten_minutes_a_question_stands_for_itself(book: Book) -> None:
    await book.says("chỉ tiêu chưa đạt")
    book.now += timedelta(minutes=11)

    assert (await book.says("còn quý III?")).splitlines()[0] == "Báo cáo · quý III"


async def test_pages_are_turned_by_buttons_and_figures_can_be_kept(book: Book) -> None:
    first = await book.reply("việc của xã Tân Mỹ")
    (turn,) = [action for action in actions(first) if action.startswith("question 2")]
    second = await book.presses(turn)

    assert "Trang 1/2" in first.text.text
    assert "Trang 2/2" in second.text.text
    assert second.replaces
    assert "freeze question 1 việc của xã tân mỹ" in actions(first)


async def test_a_long_question_is_named_by_a_number(book: Book) -> None:
    first = await book.reply("liệt kê các nhiệm vụ của Thị ủy Hòa Thuận có thời hạn trước ngày 31/12/2026")
    (turn,) = [action for action in actions(first) if action.startswith("question 2")]

    assert turn == "question 2 #1"
    assert "Trang 2/" in (await book.presses(turn)).text.text
    assert (await book.presses("question 2 #99")).text.text.startswith("Nút này không còn dùng được")


@pytest.mark.parametrize(
    ("command", "understood"),
    [
        ("/tasks phòng kinh tế quý 4", "Nhiệm vụ · Phòng Kinh tế · quý IV (kỳ hoặc hạn)"),
        ("/tasks qua han", "Nhiệm vụ · quá hạn"),
        ("/targets chưa đạt 2025", "Chỉ tiêu · chưa đạt · năm 2025"),
        ("/targets 2025", "Chỉ tiêu · năm 2025"),
        ("/limits thị ủy 2025", "Hạn chế, nguyên nhân · Thị ủy · năm 2025"),
        ("/reports thị ủy 2025", "Báo cáo · Thị ủy · năm 2025"),
        ("/reports 2026", "Báo cáo · năm 2026"),
        ("/nhiemvu công an xã", "Nhiệm vụ · Công an xã"),
    ],
)
async def test_commands_take_filters_in_words(book: Book, command: str, understood: str) -> None:
    assert (await book.says(command)).splitlines()[0] == understood


async def test_numbers_behind_commands_mean_what_they_meant(book: Book) -> None:
    assert "Báo cáo 5" in (await book.says("/tasks 5")).splitlines()[1]
    assert (await book.says("/tasks xyz")).startswith("Không hiểu số báo cáo")
    assert (await book.says("/reports 1")).startswith("Báo cáo đã lưu (8)")


@pytest.mark.parametrize("said", ["cảm ơn", "ok", "OK em", "chào bot", "hello"])
async def test_thanks_and_greetings_are_no_search(book: Book, said: str) -> None:
    assert (await book.says(said)).startswith(("Dạ", "Chào"))


async def test_what_is_not_understood_is_said_with_examples(book: Book) -> None:
    answer = await book.says("???!")

    assert answer.startswith("Chưa hiểu câu hỏi")
    assert len(answer.splitlines()) == 4


async def test_words_alone_are_looked_for_as_before(book: Book) -> None:
    assert (await book.says("vỉa hè")).startswith("Tìm “vỉa hè”")


def test_a_question_is_mistyped_the_same_way_each_time() -> None:
    assert mistyped("việc quá hạn") == mistyped("việc quá hạn") != "viec qua han"
    assert shortened("ai phụ trách giải phóng mặt bằng") == "ai ptrách GPMB"


async def test_in_english_too(book: Book) -> None:
    book.language = "en"

    assert (await book.says("which tasks are overdue")).splitlines()[:2] == ["Tasks · overdue", "9 tasks"]
    assert (await book.says("targets behind in 2025")).splitlines()[0] == "Targets · behind · 2025"
    assert "Lâm Văn Tài" in await book.says("who chaired the latest meeting")
