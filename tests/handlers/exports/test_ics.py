"""Deadlines as a calendar, read back by the library and looked at byte by byte."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

import icalendar
import pytest

from handlers.exports import as_ics
from handlers.exports.as_ics import Event
from reports.model import Deadline, DeadlineKind, Report, Span, Task
from storage.calendars import Given
from storage.reports import StoredReport
from tests.handlers.exports.givens import MENDED, NOW, STATED, TEXTS, dangerous, stored, typed
from tests.storage.examples import FULL


def events_of(*reports: StoredReport, before: tuple[Given, ...] = ()) -> list[Event]:
    return as_ics.revised(as_ics.dated(reports, TEXTS), before, TEXTS)


def written(events: list[Event]) -> bytes:
    return as_ics.write(events, "b00c", NOW, TEXTS)


def read(data: bytes) -> list[icalendar.Event]:
    calendar = icalendar.Calendar.from_ical(data)
    assert isinstance(calendar, icalendar.Calendar)
    assert calendar.errors == []
    return list(calendar.events)


def changed(**task: object) -> StoredReport:
    """The report with its first task changed."""
    first, *others = FULL.tasks
    return stored(replace(FULL, tasks=(replace(first, **task), *others)))  # type: ignore[arg-type]


def test_a_task_with_a_day_is_an_event_of_that_day_and_others_are_none() -> None:
    [event] = read(written(events_of(STATED)))

    assert event["UID"] == "12.1@b00c.sohop"
    assert (event.start, event.end) == (date(2026, 3, 20), date(2026, 3, 21))
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert event["SUMMARY"] == "Hạn 12.1: Phòng Kinh tế: rà soát hộ nghèo"
    assert str(event["DESCRIPTION"]).splitlines() == [
        "rà soát hộ nghèo",
        "Đơn vị: Phòng Kinh tế",
        "Phối hợp: Công an xã",
        "Hạn: 20/03/2026 (“trước ngày 20/3/2026”)",
        "Báo cáo 12 · Xã Tân Thuận giao ban tháng 02/2026",
    ]
    assert event.categories == ["Phòng Kinh tế"]
    assert (event["SEQUENCE"], event["STATUS"], event["TRANSP"]) == (0, "CONFIRMED", "TRANSPARENT")


def test_what_staff_added_is_told() -> None:
    [event] = read(written(events_of(MENDED)))

    assert "Đơn vị: Phòng Tư pháp (do văn phòng bổ sung)" in str(event["DESCRIPTION"]).splitlines()
    assert "Hạn: 30/04/2026 (“trước 30/4”) (do văn phòng bổ sung)" in str(event["DESCRIPTION"]).splitlines()


def test_it_reminds_the_morning_before_and_on_the_morning() -> None:
    [event] = read(written(events_of(STATED)))
    triggers = [alarm.TRIGGER for alarm in event.walk("VALARM") if isinstance(alarm, icalendar.Alarm)]

    assert triggers == [timedelta(hours=-16, minutes=-30), timedelta(hours=7, minutes=30)]
    assert {alarm["ACTION"] for alarm in event.walk("VALARM")} == {"DISPLAY"}


def test_lines_are_folded_and_ended_as_the_standard_has_it() -> None:
    data = written(events_of(dangerous()))

    assert data.count(b"\n") == data.count(b"\r\n")
    assert data.count(b"\r") == data.count(b"\r\n")
    assert max(map(len, data.split(b"\r\n"))) <= 75
    data.decode()  # no letter is cut in two
    for line in data.split(b"\r\n"):
        line.removeprefix(b" ").decode()


def test_no_word_of_a_task_ends_its_line_or_its_event() -> None:
    text = "một; hai, ba\\n bốn\nEND:VEVENT\nBEGIN:VEVENT\nATTACH:file:///etc/passwd"
    span = Span(0, len(text), text)
    task = Task(1, span, span, deadline=Deadline(span, DeadlineKind.FIXED, date(2026, 3, 20)))
    data = written(events_of(stored(Report(text, tasks=(task,)))))
    [event] = read(data)

    assert str(event["DESCRIPTION"]).splitlines()[0] == " ".join(text.split())
    assert b"\nATTACH" not in data.replace(b"\r\n ", b"")
    assert event.categories == [" ".join(text.split())]


@pytest.mark.parametrize(
    ("change", "sequence"),
    [
        ({}, 4),
        ({"text": typed("rà soát hộ cận nghèo")}, 5),
        ({"assignee": None}, 5),
        ({"cooperating": ()}, 5),
        ({"deadline": Deadline(typed("30/4"), DeadlineKind.FIXED, date(2026, 4, 30))}, 5),
    ],
)
def test_an_event_counts_on_where_it_says_something_else(change: dict[str, object], sequence: int) -> None:
    [event] = events_of(STATED)
    before = replace(as_ics.given(event), sequence=4)
    [now] = read(written(events_of(changed(**change), before=(before,))))

    assert (now["UID"], now["SEQUENCE"]) == ("12.1@b00c.sohop", sequence)


def test_a_deadline_that_is_gone_is_cancelled_once_and_may_come_back() -> None:
    [first] = events_of(STATED)
    without = changed(deadline=None)
    [cancelled] = events_of(without, before=(as_ics.given(first),))
    [again] = events_of(without, before=(as_ics.given(cancelled),))
    [back] = events_of(STATED, before=(as_ics.given(again),))
    [event] = read(written([cancelled]))

    assert (event["STATUS"], event["SEQUENCE"], event.start) == ("CANCELLED", 1, date(2026, 3, 20))
    assert event["SUMMARY"] == "Đã bỏ hạn 12.1"
    assert list(event.walk("VALARM")) == []
    assert [e.sequence for e in (first, cancelled, again, back)] == [0, 1, 1, 2]
    assert not back.cancelled


def test_times_are_of_the_world_and_the_calendar_has_a_name() -> None:
    data = written(events_of(STATED))

    assert b"DTSTAMP:20261020T010000Z" in data
    assert re.search(rb"METHOD:PUBLISH\r\n", data)
    assert (
        "X-WR-CALNAME:Hạn nhiệm vụ\\, Sổ Họp" in data.decode()
        or "X-WR-CALNAME:Hạn nhiệm vụ, Sổ Họp" in data.decode()
    )
