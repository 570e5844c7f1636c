"""Whole reports in our own words, one for each layout, against what a careful clerk would put down."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reports import WarningKind, as_record, read_report

EXAMPLES = Path(__file__).parent / "examples"
NAMES = sorted(path.stem for path in EXAMPLES.glob("*.txt"))


def load(name: str) -> tuple[str, dict[str, object]]:
    text = (EXAMPLES / f"{name}.txt").read_text(encoding="utf-8")
    return text, json.loads((EXAMPLES / f"{name}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", NAMES)
def test_an_example_is_read_as_a_clerk_would(name: str) -> None:
    text, expected = load(name)
    kind, warnings = expected.pop("kind"), expected.pop("warnings")

    report = read_report(text)
    record = as_record(report, name)
    told = [{"kind": w.kind.value, "stated": w.stated, "listed": list(w.listed)} for w in report.warnings]

    assert {field: record[field] for field in expected} == expected
    assert report.kind is not None
    assert report.kind.value == kind
    assert told == warnings


@pytest.mark.parametrize("name", NAMES)
def test_every_span_of_an_example_stands_in_its_text(name: str) -> None:
    text, _ = load(name)

    assert all(text[span.start : span.end] == span.text for span in read_report(text).spans())


@pytest.mark.parametrize("name", NAMES)
def test_the_tail_of_an_example_gives_no_task_target_or_finding(name: str) -> None:
    text, _ = load(name)
    report = read_report(text)
    tail = min(
        (text.find(cue) for cue in ("Nơi nhận", "Văn phòng Đảng ủy xã (", "Tin, ảnh") if cue in text),
        default=len(text),
    )

    read = (
        *(t.text for t in report.tasks),
        *(t.name for t in report.targets),
        *report.limitations,
        *report.strengths,
    )

    assert all(span.end <= tail for span in read)


def test_the_meeting_day_is_not_the_day_of_publication() -> None:
    report = read_report(load("party-news")[0])

    assert report.held_on is not None
    assert report.published is not None
    assert (report.held_on.day.isoformat(), report.published.day.isoformat()) == ("2023-07-05", "2023-07-06")


def test_a_list_that_fits_its_count_only_unsplit_is_told_as_open() -> None:
    text = load("party-news")[0].replace("03 chỉ tiêu đạt từ 60%", "02 chỉ tiêu đạt từ 60%")

    report = read_report(text)

    [warning] = report.warnings
    assert (warning.kind, warning.stated, warning.listed) == (WarningKind.OPEN_LIST, 2, (2, 3))
    assert report.counts[1].readings == (2, 3)


def test_a_list_shorter_than_its_count_is_told() -> None:
    text = load("party-news")[0].replace("06 chỉ tiêu đạt và vượt", "07 chỉ tiêu đạt và vượt")

    [warning] = read_report(text).warnings

    assert (warning.kind, warning.stated, warning.listed) == (WarningKind.COUNT_MISMATCH, 7, (6,))
