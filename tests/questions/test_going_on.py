"""What follows an answer: opened, compared, near things by buttons, examples that work."""

from __future__ import annotations

from datetime import timedelta

import pytest

from handlers import router
from handlers.asking.asked import understand
from handlers.asking.reading import Flag, Reading
from handlers.asking.saying import words_of
from handlers.chat import Reply
from handlers.context import Program
from reports.model import TargetStatus
from storage.db import Database
from storage.itemkeys import Kind
from storage.periods import Wanted
from tests.handlers.asking import NOW, Book, actions


async def test_details_open_what_was_answered(book: Book) -> None:
    first = await book.reply("việc của công an xã")
    opened = await book.says("chi tiết")
    (button,) = [action for action in actions(first) if action.endswith("chi tiết")]

    assert "thực hiện tốt các nhiệm vụ sau: (1) Công an xã kiểm tra" in opened
    assert "(2) Trạm Y tế xã phối hợp" in opened
    assert (await book.presses(button)).text.text == opened


@pytest.mark.parametrize("words", ["cụ thể hơn", "nói rõ hơn", "rõ hơn", "chi tiết đi"])
async def test_details_are_asked_for_in_many_words(book: Book, words: str) -> None:
    await book.says("hộ nghèo còn bao nhiêu")

    assert "→ Báo cáo tại cuộc họp" in await book.says(words)


async def test_details_of_many_come_a_few_at_a_time(book: Book) -> None:
    await book.says("việc quá hạn")
    opened = await book.reply("chi tiết")

    assert "Trang 1/3" in opened.text.text
    assert "question 2 việc quá hạn ; chi tiết" in actions(opened)


async def test_after_details_a_question_goes_on_with_what_was_asked(book: Book) -> None:
    await book.says("việc quá hạn")
    await book.says("chi tiết")

    assert (await book.says("còn phòng tài chính?")).splitlines()[0] == "Nhiệm vụ · Phòng Tài chính · quá hạn"


async def test_details_of_nothing_are_not_understood(book: Book) -> None:
    await book.says("việc quá hạn")
    book.now += timedelta(minutes=11)

    assert (await book.says("chi tiết")).startswith("Chưa hiểu câu hỏi")


@pytest.mark.parametrize(
    ("questions", "understood"),
    [
        (("việc quá hạn", "còn bệnh viện thì sao?"), "Nhiệm vụ · Bệnh viện · quá hạn"),
        (("việc quá hạn của thị ủy", "còn hạn chế?"), "Hạn chế · Thị ủy"),
        (("thu ngân sách quý III đạt bao nhiêu", "thế năm ngoái?"), "Chỉ tiêu · “thu ngân sách” · năm 2025"),
        (("hạn chế về giải phóng mặt bằng", "bao giờ xong?"), "Nhiệm vụ · “giải phóng mặt bằng”"),
    ],
)
async def test_what_was_said_of_another_kind_is_left_out(
    book: Book, questions: tuple[str, ...], understood: str
) -> None:
    answers = [await book.says(question) for question in questions]

    assert answers[-1].splitlines()[0] == understood


async def test_tasks_with_a_deadline_have_one(book: Book) -> None:
    answer = await book.says("nhiệm vụ có hạn")

    assert answer.splitlines()[1] == "23 việc"
    assert "Chưa có hạn" not in answer


async def test_near_things_are_buttons_that_find_them(book: Book) -> None:
    missed = await book.reply("việc về vỉa hè của phòng nội vụ")
    near = [choice for row in missed.choices for choice in row if choice.label.startswith("“vỉa hè”")]

    assert missed.nothing
    assert missed.text.text.startswith("Không có trong các báo cáo đã lưu\nNhiệm vụ")
    assert [choice.label for choice in near] == ["“vỉa hè” (2)"]
    assert (await book.presses(near[0].action)).text.text.splitlines()[:2] == ["Mọi mục · “vỉa hè”", "2 mục"]


async def test_examples_work_on_what_is_stored(book: Book) -> None:
    reply = await book.reply("???")
    examples = [choice.action for (choice,) in reply.choices]

    assert reply.text.text.splitlines()[1:] == [choice.label for (choice,) in reply.choices]
    assert len(examples) == 3
    assert any(choice.label.startswith("việc của") for (choice,) in reply.choices)
    for action in examples:
        assert not (await book.presses(action)).nothing


async def test_an_empty_book_has_examples_too(db: Database) -> None:
    reply = await Book(db).reply("???")

    assert "ai chủ trì cuộc họp gần nhất" in reply.text.text


async def test_only_what_was_found_is_shared(book: Book) -> None:
    assert len(await shared(book, "việc quá hạn")) == 1
    assert await shared(book, "việc về vỉa hè của phòng nội vụ") == ()
    assert await shared(book, "???") == ()


async def shared(book: Book, question: str) -> tuple[Reply, ...]:
    async with book.db.session() as session:
        context = book.context(session, Program("1.0", NOW - timedelta(days=2)))
        return await router.share(book.request(question), context)


READINGS = [
    Reading(kinds=(Kind.TASK,), unit="phong kinh te"),
    Reading(kinds=(Kind.TASK,), flags=frozenset({Flag.NO_DEADLINE})),
    Reading(kinds=(Kind.TARGET,), topic=("ho ngheo",), periods=(Wanted("Q3"),)),
    Reading(kinds=(Kind.TARGET,), statuses=(TargetStatus.BEHIND,), body="xa tan my"),
    Reading(kinds=(Kind.LIMITATION,), topic=("giai phong mat bang",)),
    Reading(kinds=(Kind.TASK,), report=5),
]


@pytest.mark.parametrize("reading", READINGS)
async def test_a_reading_can_be_said_and_understood_again(book: Book, reading: Reading) -> None:
    async with book.db.session() as session:
        context = book.context(session, Program("1.0", NOW))
        asked = await understand(context, words_of(reading))

    assert asked.readings[0] == reading


async def test_why_tells_that_no_cause_is_stated(book: Book) -> None:
    answer = await book.says("tại sao thu ngân sách không đạt")

    assert "Báo cáo không nêu riêng nguyên nhân của điều này." in answer
    assert "4.h1 Thu ngân sách trên địa bàn chưa đạt tiến độ" in answer


async def test_a_comparison_within_one_report_lists_what_that_report_tells(book: Book) -> None:
    answer = await book.says("chỉ tiêu thu ngân sách của báo cáo 1 tăng hay giảm")

    assert answer.splitlines()[0] == "Chỉ tiêu · so sánh · “thu ngân sách” · báo cáo 1"
    assert "1.c11 Thu ngân sách trên địa bàn" in answer
    assert "Báo cáo 5" not in answer
    assert "Chỉ một báo cáo nêu" not in answer


async def test_stated_counts_are_told_where_no_target_is_named(book: Book) -> None:
    answer = await book.says("chỉ tiêu chưa đến kỳ đánh giá của thị ủy năm 2026")

    assert "Không nêu tên, chỉ nêu số lượng (1 chỗ)" in answer
    assert "“3 chỉ tiêu đến cuối năm đánh giá”" in answer


async def test_sentences_answer_where_nothing_was_read(book: Book) -> None:
    reply = await book.reply("giám đốc mấy xí nghiệp dự họp")

    assert reply.text.text.startswith("Văn bản viết (không thành mục riêng):")
    assert "giám đốc 5 xí nghiệp" in reply.text.text
    assert "report 3" in actions(reply)


async def test_sentences_that_only_hold_the_words_say_so(book: Book) -> None:
    answer = await book.says("trưởng các khu phố dự họp với ai")

    assert answer.startswith("Không có mục riêng; văn bản có câu:")
    assert "trưởng các khu phố" in answer


@pytest.mark.parametrize(
    "question", ["giá xí nghiệp bao nhiêu", "ai phụ trách đường ấp 9", "lương giám đốc bao nhiêu"]
)
async def test_a_word_that_is_nowhere_is_never_left_out(book: Book, question: str) -> None:
    assert (await book.reply(question)).nothing
