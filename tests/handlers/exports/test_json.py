"""Exports as JSON come back as the same report, and what was changed is refused by its place."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.context import MAX_REPORT_CHARS
from handlers.errors import Mistake
from handlers.exports import as_json
from reports.edits import EARLIER, UNPLACED
from reports.model import (
    OUTSIDE,
    Deadline,
    DeadlineKind,
    Figure,
    Finding,
    Person,
    PersonRole,
    Report,
    Span,
    Target,
    TargetStatus,
    Task,
)
from tests.handlers.exports.givens import MENDED, NOW, STATED, dangerous, sample, stored
from tests.storage.examples import FULL

SOURCE = 'Xã Đông, “họp”\n\u2028 ngày 3/3/2026: 12,5 tỷ \U0001f600 \\ " </script> ế'
OUTSIDE_TEXT = st.builds(
    lambda start, text: Span(start, start, text),
    st.sampled_from([UNPLACED, EARLIER, OUTSIDE]),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
)


@st.composite
def cuts(draw: st.DrawFn) -> Span:
    start = draw(st.integers(0, len(SOURCE)))
    return Span.cut(SOURCE, start, draw(st.integers(start, len(SOURCE))))


spans = cuts() | OUTSIDE_TEXT
numbers = st.none() | st.decimals(-(10**9), 10**9, places=2)
days = st.dates(date(1900, 1, 1))
figures = st.none() | st.builds(Figure, spans, numbers, numbers, st.none() | st.text("ha%", max_size=3))
deadlines = st.builds(Deadline, spans, st.sampled_from(DeadlineKind), st.none() | days)
reports = st.builds(
    lambda title, people, targets, tasks, findings: Report(
        SOURCE,
        title=title,
        people=tuple(replace(item, ordinal=2 * n) for n, item in enumerate(people, 1)),
        targets=tuple(replace(item, ordinal=2 * n) for n, item in enumerate(targets, 1)),
        tasks=tuple(replace(item, ordinal=2 * n) for n, item in enumerate(tasks, 1)),
        causes=tuple(Finding(s.start, s.end, s.text, n) for n, s in enumerate(findings, 1)),
    ),
    st.none() | spans,
    st.lists(
        st.builds(
            Person,
            spans,
            st.none() | spans,
            st.sampled_from([(PersonRole.CHAIR,), (PersonRole.CHAIR, PersonRole.SPEAKER)]),
            roles_typed=st.booleans(),
        ),
        max_size=2,
    ),
    st.lists(
        st.builds(
            Target,
            spans,
            st.none() | st.sampled_from(TargetStatus),
            figures,
            figures,
            status_typed=st.booleans(),
        ),
        max_size=3,
    ),
    st.lists(
        st.builds(
            Task,
            st.just(1),
            spans,
            st.none() | spans,
            st.lists(spans, max_size=2).map(tuple),
            st.none() | deadlines,
        ),
        max_size=3,
    ),
    st.lists(spans, max_size=2),
)


@given(reports)
def test_what_is_exported_comes_back_the_same(report: Report) -> None:
    [entry] = as_json.read(as_json.write([stored(report)], NOW))

    assert (entry.number, entry.posted_at, entry.report) == (12, NOW, report)


@pytest.mark.parametrize("given", [STATED, MENDED, dangerous(), sample("1-thi-uy-quy-iii")])
def test_stored_reports_come_back_without_the_rules_that_read_them(given: Any) -> None:
    [entry] = as_json.read(as_json.write([given], NOW))

    assert entry.report == replace(given.report, readings=())


def test_an_export_of_no_reports_and_of_several_is_json() -> None:
    assert json.loads(as_json.write([], NOW))["reports"] == []
    both = as_json.read(as_json.write([STATED, stored(replace(FULL, source=FULL.source + "x"), 13)], NOW))
    assert [entry.number for entry in both] == [12, 13]


def changed(*path: str | int, value: object) -> bytes:
    """An export with one value of its first report changed."""
    data = json.loads(as_json.write([STATED], NOW))
    place = data["reports"][0]
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return json.dumps(data).encode()


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        (("number",), 0, "reports.0.number"),
        (("report", "extra"), 1, "reports.0.report.extra"),
        (("report", "title"), {"start": 0, "end": 3, "text": "abc"}, "(…0, 3…)"),
        (("report", "title"), {"start": -1, "end": 5, "text": "abc"}, "(…-1, 5…)"),
        (("report", "title"), {"start": -4, "end": -4, "text": "abc"}, "(…-4, -4…)"),
        (("report", "title"), {"start": -1, "end": -1, "text": "a" * 10_001}, "(…-1, -1…)"),
        (("report", "source"), "x" * (MAX_REPORT_CHARS + 1), "report.source"),
        (("report", "period", "value"), "quý 3", "period.value"),
        (("report", "tasks", 1, "ordinal"), 1, "tasks.ordinal"),
        (("report", "tasks", 1, "ordinal"), 10**12, "tasks.ordinal"),
        (("report", "targets", 1, "ordinal"), 0, "targets.ordinal"),
        (("report", "targets", 0, "actual", "value"), "1e999", "report.targets"),
        (("report", "targets", 0, "actual", "value"), "NaN", "actual.value"),
        (("report", "counts", 0, "stated"), -1, "report.counts"),
        (("report", "held_on", "day"), "2026-13-01", "held_on.day"),
        (("posted_at",), "2026-03-09T07:30:00", "posted_at"),
        (("address",), "javascript:alert(1)", "address"),
        (("address",), "https://xa.example/\nx", "address"),
    ],
)
def test_an_export_that_was_changed_is_refused_by_its_place(
    path: tuple[str | int, ...], value: object, said: str
) -> None:
    with pytest.raises(Mistake) as refused:
        as_json.read(changed(*path, value=value))

    assert refused.value.key == "import.wrong"
    assert said in str(refused.value.values["place"])


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "import.not_json"),
        (b"{", "import.not_json"),
        (b"\xff\xfe\x00", "import.not_json"),
        (b"[" * 100_000, "import.not_json"),
        (b"[]", "import.other_format"),
        (b'{"format": "other", "version": 1, "reports": []}', "import.other_format"),
        (b'{"format": "sohop", "version": 2, "reports": []}', "import.other_format"),
        (b" " * (as_json.MOST_BYTES + 1), "import.too_large"),
    ],
)
def test_what_is_no_export_is_refused(data: bytes, key: str) -> None:
    with pytest.raises(Mistake) as refused:
        as_json.read(data)

    assert refused.value.key == key
