"""Reading events: whatever one holds, it is read or left alone."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.calls import Json
from bot.moments import moment_of
from bot.zalo_oa.updates import (
    ATTACHMENTS,
    LONGEST_ID,
    UNFOLLOW,
    delivered,
    dump,
    key_of,
    person_of,
    read_message,
    request_of,
    time_of,
)
from tests.fake_zalo_oa import FakeOa

NOW = datetime(2026, 11, 26, 8, tzinfo=UTC)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "text", "msg_id", "attachments", "payload", "url", "name", "type"]), inner
        )
    ),
    max_leaves=12,
)
EVENTS = st.fixed_dictionaries(
    {"event_name": st.sampled_from([*ATTACHMENTS, UNFOLLOW, "user_send_unheard_of", "oa_send_text"])},
    optional=dict.fromkeys(("sender", "follower", "message", "timestamp", "app_id"), ANYTHING),
)


@given(EVENTS)
def test_whatever_an_event_holds_it_is_read_or_left_alone(event: Json) -> None:
    taken = delivered(event)
    message = read_message(event, NOW)

    assert len(key_of(event)) <= LONGEST_ID
    assert time_of(event, NOW) <= NOW
    assert json.loads(dump(event))["update"] == event
    if message:
        assert taken is event
        assert message.chat == person_of(event)
        assert request_of(message, 1, "", UTC, None).place.chat == message.chat


@pytest.mark.parametrize(
    ("text", "token"),
    [
        ("#abcdefghijkl", "abcdefghijkl"),
        (" #AB-_efghijk0\n", "AB-_efghijk0"),
        ("#abcdefghijk", ""),
        ("#abcdefghijklm", ""),
        ("# bcdefghijkl", ""),
        ("#ăâcdefghijkl", ""),
        ("lịch #abcdefghijkl", ""),
    ],
)
def test_only_a_payload_alone_is_a_button(text: str, token: str) -> None:
    fake = FakeOa()
    message = read_message(fake.message(fake.user("An"), "user_send_text", text=text), NOW)

    assert message
    assert message.token == token


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("https://xa.example/tin/12", "https://xa.example/tin/12"),
        ("xem https://xa.example/tin/12 nhé", "xem https://xa.example/tin/12 nhé"),
        ("", "https://xa.example/tin/12"),
        ("Tin mới", "Tin mới\nhttps://xa.example/tin/12"),
    ],
)
def test_the_address_of_a_link_is_read_whether_it_stands_in_the_text_or_not(text: str, said: str) -> None:
    fake = FakeOa()
    attachments = [{"type": "link", "payload": {"url": "https://xa.example/tin/12"}}]
    event = fake.message(fake.user("An"), "user_send_link", text=text, attachments=attachments)
    message = read_message(event, NOW)

    assert message
    assert message.text == said


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("1789033572455", datetime(2026, 9, 10, 9, 46, 12, 455000, UTC)),
        (1789033572, datetime(2026, 9, 10, 9, 46, 12, tzinfo=UTC)),
        (str(10**15), NOW),
        ("9" * 30, NOW),
        ("-1", NOW),
        ("٣", NOW),
        (0, NOW),
        (None, NOW),
        (True, datetime(1970, 1, 1, 0, 0, 1, tzinfo=UTC)),
    ],
)
def test_times_come_as_numbers_and_as_digits(value: object, moment: datetime) -> None:
    assert moment_of(value, NOW) == moment


def test_what_comes_from_the_future_happened_now() -> None:
    later = NOW + timedelta(days=3)

    assert time_of({"timestamp": str(int(later.timestamp() * 1000))}, NOW) == NOW
