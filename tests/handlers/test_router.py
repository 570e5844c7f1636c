"""Where words, numbers, commands and buttons lead."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handlers.chat import Place, Role
from handlers.commands import COMMANDS
from storage import people, records
from tests.handlers.asking import NOW, Book, actions
from tests.storage.examples import FULL

GROUP = Place("telegram", "-5", private=False)


async def offer(book: Book, *choices: str) -> None:
    async with book.db.session() as session:
        await people.offer(session, "telegram", "101", "telegram:101", choices)


@pytest.mark.parametrize("typed", ["2", " 2 ", "02"])
async def test_a_number_is_the_choice_offered_under_it(typed: str, book: Book) -> None:
    await book.keep(FULL)
    await offer(book, "tasks 1", "limits 1")

    assert (await book.says(typed)).startswith("Hạn chế, nguyên nhân\n")


async def test_a_number_that_was_not_offered_says_so_in_words(book: Book) -> None:
    await offer(book, "tasks 1")

    assert await book.says("2") == "Không có lựa chọn số 2. Gõ một trong các số đang hiện, hoặc /help."


async def test_after_a_pause_was_answered_a_number_is_a_choice(book: Book) -> None:
    await book.says("/post")
    await offer(book, "cancel 1")
    await book.says("dòng đầu")
    assert await book.says("1") == ""
    async with book.db.session() as session:
        await session.write("UPDATE draft SET settle_at = NULL")
    await offer(book, "done 1", "cancel 1")

    assert await book.says("2") == "Đã bỏ bản nháp."


async def test_in_a_group_only_what_is_for_the_bot_is_answered(book: Book) -> None:
    await book.keep(FULL)
    book.place = GROUP
    said = replace(book.request("thu ngân sách"), addressed=False)

    assert await book.answers(said) == ()
    assert await book.answers(replace(said, text="7")) == ()
    assert await book.answers(replace(said, text="", attachment="photo")) == ()
    assert len(await book.answers(replace(said, addressed=True))) == 1


@pytest.mark.parametrize(
    ("pressed", "in_place"),
    [
        ("tasks 1 2", True),
        ("reports 2", True),
        ("find ngan 1", True),
        ("tasks 1", False),
        ("report 1", False),
    ],
)
async def test_another_page_takes_the_place_of_the_one_before(
    pressed: str, in_place: bool, book: Book
) -> None:
    await book.keep(FULL)

    assert (await book.presses(pressed)).replaces is in_place


@pytest.mark.parametrize("role", [Role.OFFICIAL, Role.STAFF, Role.ADMIN])
async def test_a_word_close_to_a_command_suggests_one_that_may_be_used(role: Role, book: Book) -> None:
    book.role = role
    allowed = {n for c in COMMANDS if c.role <= role and c.typed and not c.local for n in (c.name, c.alias)}

    for typed in ("/statsu", "/psot", "/demoo", "/svae", "/chitieuu"):
        answer = await book.says(typed)
        if "Có phải" in answer:
            assert answer.removesuffix("?").rsplit("/", 1)[1] in allowed


async def test_blank_words_are_not_answered(book: Book) -> None:
    assert await book.says("  \n ") == ""


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from([command.name for command in COMMANDS if command.name != "demo"]),
    arguments=st.text(max_size=30) | st.from_regex(r"\A\d{1,25}( \d{1,25})?\Z"),
)
async def test_no_button_however_made_up_is_a_fault(name: str, arguments: str, book: Book) -> None:
    given_back = await book.answers(replace(book.request(), pressed=f"{name} {arguments}", pressed_on=1))

    assert all(len(action.encode()) <= 64 for reply in given_back for action in actions(reply))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60) | st.from_regex(r"/\w+ .*")
)
async def test_nothing_that_is_typed_is_a_fault(text: str, book: Book) -> None:
    await book.answers(book.request(text))


async def test_the_state_of_the_program_names_its_faults(book: Book) -> None:
    async with book.db.session() as session:
        await records.fault(session, "AB12CD", "KeyError (tasks.py:12)", NOW)

    answer = await book.says("/status")

    assert "Sổ Họp 1.0, chạy được 2 ngày" in answer
    assert answer.endswith("Lỗi gần đây\n08:00 20/10/2026 · AB12CD · KeyError (tasks.py:12)")
