"""The flood limits by a clock that the test turns."""

from __future__ import annotations

from tests.fake_telegram.limits import FloodLimits
from tests.fake_telegram.world import Chat


def send(limits: FloodLimits, kind: str, *times: float, one_chat: bool = True) -> list[str]:
    """Send at these times, to one chat or each to its own; the violations of it."""
    for number, time in enumerate(times):
        limits.clock = lambda time=time: time  # type: ignore[misc]
        limits.count(Chat(1 if one_chat else number, kind), "sendMessage")
    return limits.violations


def test_a_message_a_second_is_allowed() -> None:
    assert send(FloodLimits(), "private", 0, 1, 2, 2.95) == []


def test_two_messages_in_a_second_are_not() -> None:
    assert send(FloodLimits(), "private", 0, 0.5, 1.5) == [
        "sendMessage to chat 1: more than 1 message a second to a chat"
    ]


def test_thirty_a_second_are_allowed_and_thirty_one_are_not() -> None:
    thirty = [number / 40 for number in range(30)]

    assert send(FloodLimits(), "private", *thirty, one_chat=False) == []
    assert send(FloodLimits(), "private", *thirty, 0.8, one_chat=False) == [
        "sendMessage to chat 30: more than 30 messages a second"
    ]


def test_a_group_takes_twenty_a_minute() -> None:
    assert send(FloodLimits(), "supergroup", *range(0, 40, 2)) == []
    assert send(FloodLimits(), "supergroup", *range(0, 42, 2)) == [
        "sendMessage to chat 1: more than 20 messages a minute to a group"
    ]
    assert send(FloodLimits(), "private", *range(0, 42, 2)) == []
