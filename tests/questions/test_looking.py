"""Reports are looked through once for a question, however often it is asked of them."""

from dataclasses import replace
from datetime import timedelta

from handlers.asking.asked import understand
from handlers.asking.looking import Looked, look
from handlers.asking.ranking import has_all, ranked
from handlers.context import Program
from reports import read_report
from storage import reports
from storage.db import Database
from tests.handlers.asking import NOW, Book

REPORT = """UBND XÃ TÂN MỸ
Kết luận giao ban tháng 9 năm 2026

Kênh Rạch Sen được nạo vét xong 2,5 km.
Đường ấp Bình An chưa có đèn, người dân phản ánh nhiều lần.
"""
OTHER = REPORT.replace("nạo vét", "khơi thông")
QUESTION = "kênh Rạch Sen nạo vét bao nhiêu km"


async def looked_through(book: Book) -> Looked:
    async with book.db.session() as session:
        context = book.context(session, Program("1.0", NOW - timedelta(days=2)))
        looked = await look(context, await understand(context, QUESTION))
    assert looked
    return looked


async def test_reports_are_taken_apart_once_for_the_same_words(own_book: Book) -> None:
    assert await looked_through(own_book) is await looked_through(own_book)


async def test_reports_that_were_edited_are_taken_apart_anew(db: Database) -> None:
    book = Book(db)
    number = await book.keep(read_report(REPORT))
    before = await looked_through(book)
    async with db.session() as session:
        stored = await reports.load(session, number)
        assert stored
        await session.write("UPDATE source SET text = ? WHERE report_id = ?", [OTHER, number])
    after = await looked_through(book)

    assert before.documents[0].source == stored.report.source
    assert after.documents[0].source == OTHER


async def test_sentences_are_ranked_with_or_without_those_of_reports_that_lack_words(db: Database) -> None:
    book = Book(db)
    for text in (REPORT, OTHER.replace("Rạch Sen", "Rạch Sậy")):
        await book.keep(read_report(text))
    looked = await looked_through(book)
    fresh = replace(looked)

    assert looked.ranked(lacks=True) == ranked(looked.documents, looked.terms, lacks=True)
    assert fresh.ranked() == ranked(looked.documents, looked.terms)
    assert {one.at for one in looked.ranked()} < {one.at for one in looked.ranked(lacks=True)}
    assert [has_all(doc, looked.terms) for doc in looked.documents].count(True) == 1
