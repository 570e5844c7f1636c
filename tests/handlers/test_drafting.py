"""A long text arrives as a client cut it, and becomes one text again; typed messages stay apart."""

from __future__ import annotations

import itertools
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.demo import samples
from handlers.drafting import DROPPED, PAUSE, continues, day_of_publication, joined, may_continue
from reports.folding import fingerprint
from storage.drafts import Part
from tests.fake_telegram.splitting import LIMIT, split_like_a_client

AT = datetime(2026, 10, 20, 1, 0, tzinfo=UTC)
PARAGRAPHS = st.lists(
    st.integers(1, 1500).map(lambda length: ("việc của xã, của ấp. " * 80)[:length]), min_size=8, max_size=14
)


def parts_of(texts: list[str], apart: timedelta = timedelta(0)) -> list[Part]:
    return [Part(number, text, AT + number * apart) for number, text in enumerate(texts, 1)]


@given(PARAGRAPHS, st.sampled_from(["\n\n", "\n", " "]))
def test_a_text_cut_by_a_client_is_put_together_again(paragraphs: list[str], between: str) -> None:
    text = between.join(paragraphs)
    parts = parts_of([text[start:end] for start, end in split_like_a_client(text)])

    assert all(continues(before, part, LIMIT) for before, part in itertools.pairwise(parts))
    assert fingerprint(joined(parts)) == fingerprint(text)


def test_a_text_over_the_limit_by_the_blank_line_where_it_is_cut_is_one_text() -> None:
    text = f"{'a' * (LIMIT - 5)}\n\ntiếp"
    parts = parts_of([text[start:end] for start, end in split_like_a_client(text)])

    assert len(parts) == 2
    assert continues(parts[0], parts[1], LIMIT)


@given(st.lists(st.integers(1, LIMIT // 2 - DROPPED), min_size=2, max_size=5))
def test_messages_that_were_typed_stay_apart(lengths: list[int]) -> None:
    parts = parts_of(["a" * length for length in lengths])

    assert not any(continues(before, part, LIMIT) for before, part in itertools.pairwise(parts))


EARLIER = AT - timedelta(days=9)


@pytest.mark.parametrize(
    ("first", "second", "one_paste"),
    [
        (EARLIER, EARLIER, True),
        (EARLIER, EARLIER + PAUSE, True),
        (EARLIER, EARLIER + PAUSE * 2, False),  # two messages of another day, forwarded in one go
        (EARLIER, EARLIER - PAUSE * 2, False),
        (EARLIER, None, False),  # a message of one's own behind a forwarded one
        (None, EARLIER, False),
    ],
)
def test_what_is_forwarded_in_one_go_was_a_paste_when_it_was_sent_as_one(
    first: datetime | None, second: datetime | None, one_paste: bool
) -> None:
    before, part = Part(1, "a" * 4000, AT, first), Part(2, "b" * 3000, AT, second)

    assert continues(before, part, LIMIT) is one_paste


@pytest.mark.parametrize(
    ("first_sent", "day"),
    [
        ([None, None], None),
        ([datetime(2026, 9, 12, 16, 59, tzinfo=UTC)], date(2026, 9, 12)),
        ([datetime(2026, 9, 12, 17, 0, tzinfo=UTC)], date(2026, 9, 13)),  # midnight in Vietnam
        ([None, AT, EARLIER], EARLIER.date()),
    ],
)
def test_the_day_of_publication_is_the_local_day_of_the_first_part_that_was_sent_elsewhere(
    first_sent: list[datetime | None], day: date | None
) -> None:
    parts = [Part(number, "a", AT, first) for number, first in enumerate(first_sent, 1)]

    assert day_of_publication(parts, timezone(timedelta(hours=7))) == day


LONG_REPORT = samples()[0].strip()


@pytest.mark.parametrize(
    "second",
    [
        f"Họp giao ban tháng 9\n\n{'Nội dung cuộc họp. ' * 200}",
        f"Họp giao ban tháng 9\n30/9/2026, 16:40 (GMT+7)\n{'Nội dung cuộc họp. ' * 200}",
        f"Số: 12/TB-UBND\nThông báo kết luận\n{'Nội dung cuộc họp. ' * 200}",
    ],
    ids=["a blank line where there was room", "published on a day", "a number of its own"],
)
def test_a_second_report_sent_at_once_is_not_taken_for_the_rest_of_the_first(second: str) -> None:
    first, other = parts_of([LONG_REPORT, second[:LIMIT]])

    assert len(LONG_REPORT) > LIMIT // 2
    assert len(first.text) + len(other.text) > LIMIT
    assert not continues(first, other, LIMIT)


@pytest.mark.parametrize(
    ("before", "part", "apart", "one_paste"),
    [
        (2049, 2048, timedelta(0), True),
        (2049, 2047 - DROPPED, timedelta(0), False),  # both would have fitted into one message
        (2048, 4000, timedelta(0), False),  # no client cuts before the middle
        (4096, 1, PAUSE, True),
        (4096, 1, PAUSE + timedelta(seconds=1), False),
    ],
)
def test_lengths_and_the_time_between_tell_a_paste(
    before: int, part: int, apart: timedelta, one_paste: bool
) -> None:
    first, second = parts_of(["a" * before, "b" * part], apart)

    assert continues(first, second, LIMIT) is one_paste


def test_a_part_that_came_before_is_not_the_next_one() -> None:
    first, second = parts_of(["a" * 4000, "b" * 4000])

    assert not continues(second, first, LIMIT)
    assert not continues(first, first, LIMIT)


def test_emoji_count_as_clients_count_them() -> None:
    assert may_continue(Part(1, "🙂" * 1025, AT), LIMIT)
    assert not may_continue(Part(1, "🙂" * 1024, AT), LIMIT)


def test_where_nothing_is_cut_nothing_continues() -> None:
    first, second = parts_of(["a" * 4000, "b" * 4000])

    assert not may_continue(first, None)
    assert not continues(first, second, None)
