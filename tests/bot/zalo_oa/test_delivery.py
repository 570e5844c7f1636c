"""What became of a message that was sent: again where that is right, and told where a person has to help."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.zalo_oa import messages
from bot.zalo_oa.errors import Do
from handlers.chat import Place, Request, Sender
from handlers.status import show_status
from tests.bot.zalo_oa.running import ADMIN, OFFICIAL, running
from tests.fake_zalo_oa import FakeOa, Fault

REQUEST = Request(Place("zalo_oa", ADMIN), Sender("zalo_oa", ADMIN), datetime.now(UTC))


@pytest.fixture(autouse=True)
def _no_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    soon = timedelta(seconds=0.1)
    monkeypatch.setattr(messages, "AFTER_DOUBT", soon)
    monkeypatch.setattr(messages, "AFTER_QUOTA", soon)
    monkeypatch.setattr(messages, "AGAIN", dict.fromkeys([Do.WAIT, Do.RENEW], soon))


@pytest.mark.parametrize(
    ("fault", "times", "copies"),
    [
        (Fault.RATE, 4, 1),
        (Fault.NIGHT, 2, 1),
        (Fault.QUOTA, 3, 1),
        (Fault.NOT_VERIFIED, 2, 1),
        (Fault.INVALID_TOKEN, 1, 1),
        (Fault.EXPIRED_TOKEN, 1, 1),
        (Fault.INVALID_TOKEN, 3, 1),
        (Fault.NOT_FOLLOWED, 1, 0),
        (Fault.BANNED, 1, 0),
        (Fault.TOO_LATE, 1, 0),
        (Fault.NONE_YET, 1, 0),
        (Fault.UNSUPPORTED, 1, 0),
        (Fault.UNHEARD_OF, 1, 0),
        (Fault.SENDING, 1, 1),  # nobody knows: once more
        (Fault.SENDING, 2, 0),
        (Fault.GATEWAY, 1, 1),
        (Fault.GATEWAY, 2, 0),
        (Fault.GARBAGE, 1, 1),
        (Fault.RESET_AFTER, 1, 2),
        (Fault.RESET_AFTER, 2, 2),
        (Fault.STALL_AFTER, 1, 2),
        (Fault.NO_DATA, 1, 1),  # it is there
    ],
)
async def test_a_message_is_sent_again_only_where_that_is_right(
    fake: FakeOa, book: Path, fault: Fault, times: int, copies: int
) -> None:
    minh = fake.user("Minh", OFFICIAL)
    async with running(fake, book) as bot:
        fake.fail_next("message/cs", fault, times)
        await fake.says(minh, "/whoami")
        await fake.wait_for(lambda: fake.called("message/cs") >= times, "the fault")
        await bot.idle()

    assert len(fake.messages(minh)) == copies


@pytest.mark.parametrize(("fault", "told"), [(Fault.QUOTA, "hạn mức"), (Fault.NOT_VERIFIED, "xác thực")])
async def test_what_an_administrator_can_mend_is_shown_until_it_is_mended(
    fake: FakeOa, book: Path, fault: Fault, told: str
) -> None:
    minh = fake.user("Minh", OFFICIAL)
    async with running(fake, book) as bot:
        fake.fail_next("message/cs", fault)
        await fake.says(minh, "/whoami")
        await bot.until("SELECT count(*) FROM fact WHERE name = 'trouble zalo_oa'", [(1,)])
        await fake.next_message(minh)
        await bot.until("SELECT count(*) FROM fact WHERE name = 'trouble zalo_oa'", [(0,)])

        fake.fail_next("message/cs", fault, 6)
        await fake.says(minh, "/whoami")
        await bot.until("SELECT count(*) FROM fact WHERE name = 'trouble zalo_oa'", [(1,)])
        async with bot.service.context() as context:
            status = (await show_status(REQUEST, context, "")).text.text
        await fake.next_message(minh)

    assert told in status
