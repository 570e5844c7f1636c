"""What holds for every text: no fault, every span in its place, linear time."""

from __future__ import annotations

import gc
import time
import tracemalloc
from collections.abc import Iterator
from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports import explain, read_report
from reports.layout import lines, sentences
from reports.text import clean

PIECES = (
    "Ngày 3/10/2017, ",
    "UBND xã Tân Lộc ",
    "tổ chức hội nghị. ",
    "05 chỉ tiêu đạt và vượt là ",
    "thu ngân sách; ",
    "tỷ lệ hộ nghèo và ",
    "đồng chí Lê Văn Tám – Chủ tịch UBND xã ",
    "yêu cầu ",
    "các ban, ngành rà soát ",
    "trước ngày 20/8/2026",
    "Hạn chế: ",
    "Nguyên nhân: ",
    "còn chậm. ",
    "\n\n",
    "\n- ",
    "\n+ ",
    "I. ",
    "a) ",
    "(1) ",
    "(",
    ")",
    ";",
    "Nơi nhận:",
    "TL. CHỦ TỊCH",
    "đạt 65% kế hoạch, tăng 3,2% ",
    "\xa0",
    "\u200b",
    "…",
    "“",
    "3.000 ha ",
)
REPORTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def read_and_check(source: str) -> None:
    report = read_report(source)

    assert report.source == source
    assert all(source[span.start : span.end] == span.text for span in report.spans())
    assert list(explain(report)) == list(explain(report))


@settings(max_examples=150)
@given(REPORTS)
def test_a_shuffled_report_is_read_without_fault(source: str) -> None:
    read_and_check(source)


@settings(max_examples=150)
@given(st.text(max_size=300))
def test_any_text_is_read_without_fault(source: str) -> None:
    read_and_check(source)


HOSTILE = {
    "brackets": "(((a) [b] ",
    "digits": "1.234,5% ",
    "bullets": "- a\n+ b\n* c\n",
    "counts": "5 chỉ tiêu đạt 5%, ",
    "capitals": "Ban Ban Tổ Chức ",
    "names": "Nguyễn Văn An, ",
    "commas": "các ban, ngành, ",
    "requests": "đồng chí yêu cầu cần ",
    "points": "... … . ",
    "levels": "I. II. 1. a) (1) ",
    "days": "ngày 1/2, ",
    "ands": " và tỷ lệ x",
    "positions": "Chủ tịch UBND xã, ",
    "titled": "ông An Bình và bà Lê Thị Sáu, ",
    "attending": "Tham dự có ông Lê Văn Tám, Bí thư; các phòng; ",
    "sides": "họp giữa các xã với ",
    "offices": "Bí thư Huyện ủy Lê Văn Tám yêu cầu; Chủ tịch UBND xã đề nghị ",
    "letterheads": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Số: 5/TB-UBND ",
    "old encoding": "Céng hßa x· héi chñ nghÜa ViÖt Nam ",
    "marks": "e\u0301\u0323a",
    "places": "như: xã Phú 5 hộ, ",
    "goals": "phấn đấu đạt 5 tỷ đồng (tăng 5%), ",
    "deadlines": "trước ngày 20/8, trong tháng 5 ",
    "cue words": "Hạn chế: còn chậm. ",
    "causes": "Nguyên nhân do, vì ",
    "tasks": "Giao Sở Nội vụ: rà soát; ",
    "labels": "Sở Y tế: ",
    "ordinals": "Một là, làm. Hai là, ",
    "cells": "a\tb\t5\n",
    "white space": " \t ",
    "shares": "5%",
    "slashes": "1/",
    "one letter": "a",
    "capital": "A",
    "one digit": "1",
    "joined": "a_",
    "open brackets": "(",
}


TRIES = 20  # a busy machine can only slow a reading down, so the quickest of several tells its time
SIZE = 10_000
SLACK = 0.02  # seconds; what is read in no time at all takes as long as the machine likes


def cpu_seconds(source: str) -> float:
    for cached in (clean, lines, sentences):
        cached.cache_clear()
    start = time.process_time()
    read_report(source)
    return time.process_time() - start


def takes_twelve_times_at_most(short: str, long: str) -> bool:
    """Tell whether ten times the text takes at most twelve times the time; measured until it does."""
    once = ten_times = inf
    for _ in range(TRIES):
        once = min(once, cpu_seconds(short), cpu_seconds(short))
        ten_times = min(ten_times, cpu_seconds(long))
        if ten_times <= 12 * once + SLACK:
            return True
    return False


@pytest.fixture
def _no_collection() -> Iterator[None]:
    """Keep the collector still: what it walks through is what other tests left."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("_no_collection")
@pytest.mark.parametrize("piece", HOSTILE.values(), ids=list(HOSTILE))
def test_ten_times_the_text_takes_ten_times_the_time(piece: str) -> None:
    short = (piece * SIZE)[:SIZE]
    cpu_seconds(short)  # compiles the patterns

    assert takes_twelve_times_at_most(short, short * 10)


@pytest.mark.usefixtures("_no_collection")
def test_a_million_hostile_signs_are_read_in_linear_time() -> None:
    runs = "".join((piece * 40)[:400] for piece in HOSTILE.values())
    short = (runs * 20)[: SIZE * 10]

    assert len(short * 10) == 1_000_000
    assert takes_twelve_times_at_most(short, short * 10)


PEOPLE = "".join(
    f"đồng chí {family} {middle} {given} phát biểu, "
    for family in ("Nguyễn", "Trần", "Lê", "Phạm", "Vũ", "Bùi", "Đỗ", "Ngô")
    for middle in ("Văn", "Thị", "Đức", "Minh", "Quang", "Thanh", "Ngọc", "Xuân")
    for given in ("An", "Bình", "Dũng", "Hà", "Hải", "Lan", "Mai", "Nam", "Sơn", "Vinh")
)
MOST_BYTES = 300  # for each sign of a text


@pytest.mark.parametrize(
    "piece",
    [PEOPLE, *(HOSTILE[name] for name in ("titled", "offices", "attending", "counts", "bullets", "causes"))],
    ids=["people", "titled", "offices", "attending", "counts", "bullets", "causes"],
)
def test_memory_grows_with_the_text(piece: str) -> None:
    source = "Biên bản.\n" + (piece * SIZE)[: SIZE * 2]
    read_report(source[: SIZE // 5])  # compiles the patterns
    tracemalloc.start()
    try:
        before, _ = tracemalloc.get_traced_memory()
        read_report(source)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert peak - before < MOST_BYTES * len(source)
