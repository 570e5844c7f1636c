"""The sentence behind an item, in its place."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.console import unstyled
from handlers.source import AROUND, SENTENCE_SHOWN, in_place
from reports.edits import UNPLACED
from reports.model import Report, Span, Task
from tests.handlers.asking import Book
from tests.storage.examples import FULL

SENTENCES = st.lists(
    st.sampled_from(["Rà soát hộ nghèo.", "Ấp 3; ấp 4.", "- Sửa đường;", "\n", "(1) Vốn"]), min_size=1
)


def shown(source: str, words: str) -> list[str]:
    """Show words in their place; gives the paragraphs."""
    start = source.index(words)
    return unstyled(in_place(source, Span.cut(source, start, start + len(words)))).split("\n\n")


def test_a_sentence_stands_between_its_neighbours() -> None:
    source = "Câu trước.\nGiao Công an xã tuần tra ban đêm. Câu sau."

    assert shown(source, "tuần tra") == [
        "Câu trước.",
        "Giao Công an xã «tuần tra» ban đêm.",
        "Câu sau.",
    ]


@pytest.mark.parametrize("mark", ["- ", "+ ", "• ", "1. ", "12) ", "(3) ", "a) ", "a/ "])
def test_an_item_of_a_list_keeps_its_mark(mark: str) -> None:
    source = f"Nhiệm vụ:\n{mark}Rà soát hộ nghèo.\nCâu sau."

    assert shown(source, "Rà soát hộ nghèo")[1] == f"{mark}«Rà soát hộ nghèo»."


def test_neighbours_are_cut_at_words() -> None:
    source = "đầu này " * 60 + "hết. Rà soát hộ nghèo. " + "đuôi kia " * 60

    before, sentence, behind = shown(source, "Rà soát")

    assert sentence == "«Rà soát» hộ nghèo."
    assert before.startswith("…")
    assert before.endswith("này hết.")
    assert len(before) <= AROUND
    assert behind.startswith("đuôi kia")
    assert behind.endswith("…")
    assert len(behind) <= AROUND


def test_a_sentence_longer_than_a_screen_is_shown_around_the_item() -> None:
    words = "một việc rất dài " * 300
    _, sentence, _ = ["", *shown(f"{words}rà soát hộ nghèo {words}", "rà soát hộ nghèo"), ""]

    assert sentence.startswith("…")
    assert sentence.endswith("…")
    assert "dài «rà soát hộ nghèo» một" in sentence
    assert len(sentence) <= SENTENCE_SHOWN + 40


@given(SENTENCES, st.data())
def test_the_item_is_marked_wherever_it_stands(sentences: list[str], data: st.DataObject) -> None:
    source = " ".join(sentences)
    start = data.draw(st.integers(0, len(source) - 1))
    end = data.draw(st.integers(start + 1, min(start + 40, len(source))))
    rich = in_place(source, Span.cut(source, start, end))
    (marked,) = [p for p in rich.places if p.style == "mark"]

    assert rich.text[marked.start : marked.end] == source[start:end]


async def test_what_staff_added_has_no_place_in_the_text(book: Book) -> None:
    added = Task(ordinal=1, text=Span(UNPLACED, UNPLACED, "việc do văn phòng thêm"))
    await book.keep(replace(FULL, tasks=(added,)))

    answer = await book.says("/source 1.1")

    assert "\n\nviệc do văn phòng thêm\n\n" in answer
    assert answer.endswith("Mục này do văn phòng bổ sung, không có trong văn bản.")


async def test_an_empty_place_of_a_text_is_no_fault(book: Book) -> None:
    await book.keep(Report(source="1. \n2. "))

    assert await book.says("/source 1") == (
        "Nguồn của báo cáo 1\n\nKhông đọc thấy tiêu đề, cơ quan, ngày họp hay kỳ báo cáo."
    )


async def test_a_head_that_staff_typed_is_shown_without_a_sentence(book: Book) -> None:
    await book.keep(replace(FULL, title=Span(UNPLACED, UNPLACED, "Họp giao ban đầu xuân")))

    answer = await book.says("/source 1")

    assert "Tiêu đề: Họp giao ban đầu xuân (do văn phòng bổ sung)\n" in answer
    assert "Cơ quan: Ngày 03/3/2026, tại Hội trường UBND xã, UBND xã Tân Thuận họp" in answer


async def test_a_long_text_is_read_page_by_page(book: Book) -> None:
    lines = [f"Dòng {number} của báo cáo họp." for number in range(1, 301)]
    await book.keep(Report(source="\n".join(lines)))

    pages = [await book.says(f"/text 1 {number}") for number in (1, 2, 3)]

    assert [page.splitlines()[-1] for page in pages] == ["Trang 1/3", "Trang 2/3", "Trang 3/3"]
    assert [line for page in pages for line in page.splitlines() if line in lines] == lines
    assert await book.says("/text 1 99") == pages[-1]
