"""What may be left out of a question where nothing has all of it."""

from dataclasses import replace

import pytest

from handlers.asking.answers import counted
from handlers.asking.reading import Reading
from handlers.asking.widening import wider
from reports.model import TargetStatus
from storage.itemkeys import Kind


def test_no_word_of_a_thing_that_is_asked_about_is_dropped() -> None:
    asked = Reading(kinds=(Kind.TARGET,), topic=("dien tich trong nam",), typed=("diện tích trồng nấm",))

    topics = {reading.topic for reading in wider(asked, names_kind=True)}

    assert topics == {("dien tich trong nam",)}


@pytest.mark.parametrize("owner", ["unit", "body"])
def test_whose_tasks_are_asked_for_are_told_whoever_gave_them(owner: str) -> None:
    asked = Reading(kinds=(Kind.TASK,), topic=("giam doc",))
    named = replace(asked, unit="ban du an") if owner == "unit" else replace(asked, body="ban du an")

    assert () in {reading.topic for reading in wider(named, names_kind=True)}
    assert () not in {reading.topic for reading in wider(asked, names_kind=True)}


def test_counts_are_told_only_where_a_status_is_asked_for() -> None:
    named = Reading(kinds=(Kind.TARGET,), topic=("vuot nghi quyet",))
    of_status = Reading(kinds=(Kind.TARGET,), statuses=(TargetStatus.EXCEEDED,))

    assert list(counted(named)) == []
    assert [reading.kinds for reading in counted(of_status)] == [(Kind.COUNT,)]
    assert (Kind.COUNT,) not in {reading.kinds for reading in wider(named, names_kind=True)}
