"""Questions in everyday words, of which reports write others."""

import pytest

from handlers.asking.synonyms import alike, says_what_is_done
from handlers.asking.tokens import tokens_of
from reports import read_report
from storage.db import Database
from tests.handlers.asking import Book
from tests.questions.everyday import ANSWERED, REFUSED, REPORT

NOT_THERE = ("Không có trong", "Chưa hiểu")


@pytest.fixture
async def tan_hanh(db: Database) -> Book:
    """Keep a report."""
    book = Book(db)
    await book.keep(read_report(REPORT))
    return book


@pytest.mark.parametrize(("question", "told"), ANSWERED)
async def test_what_reports_write_otherwise_is_found(tan_hanh: Book, question: str, told: str) -> None:
    answer = await tan_hanh.says(question)

    assert told in answer
    assert not answer.startswith(NOT_THERE)


async def test_what_is_not_there_of_a_question_is_told(tan_hanh: Book) -> None:
    answer = await tan_hanh.says("tiền xây nhà văn hóa ấp Giồng bao nhiêu")

    assert "1,2 tỷ" in answer
    assert "không thấy chữ “xây”" in answer


BOTH = """THỊ ỦY HÒA LƯƠNG
Hội nghị sơ kết quý III năm 2026

Ngày 05/10/2026, Thị ủy Hòa Lương họp sơ kết quý III. \
Có 03 chỉ tiêu đạt và vượt nghị quyết là: tuyển quân; thu ngân sách; trồng rừng.
"""
MET = BOTH.replace("đạt và vượt", "đạt")


async def test_what_a_report_counts_as_met_or_exceeded_is_told_as_that(db: Database) -> None:
    book = Book(db)
    await book.keep(read_report(BOTH))

    answer = await book.says("hòa lương chỉ tiêu nào vượt nghị quyết")

    assert answer.startswith("Chỉ tiêu · Hòa Lương · đạt, vượt\n3 chỉ tiêu")
    assert "Báo cáo 1 nêu: “03 chỉ tiêu đạt và vượt nghị quyết" in answer


async def test_what_is_met_is_not_told_as_exceeded(db: Database) -> None:
    book = Book(db)
    await book.keep(read_report(MET))

    assert "tuyển quân:" not in await book.says("hòa lương chỉ tiêu nào vượt nghị quyết")


DAYLESS = """Tỉnh ủy Vân Đồng kiểm tra công tác phòng cháy

Ngày 22/9, Bí thư Tỉnh ủy Lục Văn Đạt dự hội nghị sơ kết phong trào phòng cháy do Công an tỉnh \
Vân Đồng tổ chức.
"""


async def test_the_day_of_a_meeting_without_a_year_is_quoted(db: Database) -> None:
    book = Book(db)
    await book.keep(read_report(DAYLESS))

    answer = await book.says("hội nghị phòng cháy vân đồng họp hôm nào")

    assert "chưa rõ ngày họp" in answer
    assert "Ngày 22/9" in answer


async def test_a_title_alone_is_no_answer(tan_hanh: Book) -> None:
    answer = await tan_hanh.says("ủy ban nhân dân xã tân hạnh giao ban thế nào")

    assert "văn bản có câu" not in answer
    assert not answer.startswith("Văn bản viết")


@pytest.mark.parametrize("question", REFUSED)
async def test_a_word_for_another_thing_is_never_found(tan_hanh: Book, question: str) -> None:
    assert (await tan_hanh.says(question)).startswith(NOT_THERE)


def test_a_word_with_its_accents_stands_for_no_other() -> None:
    def others(question: str) -> set[str]:
        return {" ".join(t.typed for t in one) for _, some in alike(tokens_of(question)) for one in some}

    assert "lợn" in others("nuôi heo")
    assert "lợn" not in others("héo")
    assert others("tiền") == others("tien") > {"kinh phí", "vốn"}


def test_what_is_done_is_told_by_its_accents_too() -> None:
    assert says_what_is_done(tokens_of("nộp"))
    assert says_what_is_done(tokens_of("keo dai"))
    assert not says_what_is_done(tokens_of("nợp"))
    assert not says_what_is_done(tokens_of("kênh"))
