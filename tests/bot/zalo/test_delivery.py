"""What became of a message that was sent: again where that is safe, once more where nobody knows."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from bot.zalo import messages
from tests.bot.zalo.running import OFFICIAL, running
from tests.fake_zalo import FakeZalo, Fault


@pytest.fixture(autouse=True)
def _no_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "AFTER_DOUBT", timedelta(seconds=0.1))
    monkeypatch.setattr(messages, "AFTER_QUOTA", timedelta(seconds=0.1))


@pytest.mark.parametrize(
    ("fault", "times", "copies"),
    [
        (Fault.GATEWAY, 1, 1),
        (Fault.GATEWAY, 2, 0),  # nobody knows: once more, then no more copies
        (Fault.QUOTA, 4, 1),
        (Fault.UNAUTHORIZED, 2, 1),
        (Fault.INTERNAL, 1, 1),  # nobody knows: once more
        (Fault.INTERNAL, 2, 0),
        (Fault.SLOW_GATEWAY, 1, 1),
        (Fault.SLOW_GATEWAY, 2, 0),
        (Fault.GARBAGE, 1, 1),
        (Fault.RESET_AFTER, 1, 2),
        (Fault.RESET_AFTER, 2, 2),
        (Fault.STALL_AFTER, 1, 2),
        (Fault.NO_RESULT, 1, 1),  # it is there
        (Fault.BAD_REQUEST, 2, 0),  # it cannot arrive, with styles or without
        (Fault.BAD_REQUEST, 1, 1),  # only its styles could not
    ],
)
async def test_a_message_is_sent_again_only_where_that_is_right(
    fake: FakeZalo, book: Path, fault: Fault, times: int, copies: int
) -> None:
    minh = fake.user("Minh", OFFICIAL)
    async with running(fake, book) as bot:
        fake.fail_next("sendMessage", fault, times)
        fake.says(minh, "/help")
        await fake.wait_for(lambda: fake.called("sendMessage") >= times, "the fault")
        await bot.idle()

    assert len(fake.texts(minh)) == copies


async def test_a_lost_connection_is_not_taken_for_a_refusal(fake: FakeZalo, book: Path) -> None:
    minh = fake.user("Minh", OFFICIAL)
    async with running(fake, book) as bot:
        fake.fail_next("sendMessage", Fault.RESET, 2)
        fake.says(minh, "/whoami")
        await bot.until("SELECT state FROM outbox", [("dropped",)])
        [(error,)] = await bot.rows("SELECT error FROM outbox")

    assert error.endswith("it may have arrived")
