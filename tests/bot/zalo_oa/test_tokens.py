"""Tokens: used up by one use, kept before they are used, renewed ahead of time, and never by two at once."""

from __future__ import annotations

import asyncio
import os
import signal
import stat
import sys
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.calls import CallError
from bot.patience import Patience
from bot.zalo_oa.errors import LinkNeededError
from bot.zalo_oa.journal import Journal, Kept
from bot.zalo_oa.oauth import App, OAuth, new_secret, read_pair
from bot.zalo_oa.tokens import Tokens, UnkeptError
from tests.fake_zalo_oa import HOUR, FakeOa, Fault
from tests.fake_zalo_oa.fake import APP_ID, APP_SECRET

ROOT = Path(__file__).parents[3]
QUICK = Patience(answer=0.5, pool=0.5, grace=0.2, tokens=1)
Made = Callable[..., Tokens]


def oauth_of(fake: FakeOa, secret: str = APP_SECRET) -> OAuth:
    return OAuth(fake.url, App(APP_ID, SecretStr(secret)), patience=QUICK)


@pytest.fixture
async def make(fake: FakeOa, book: Path) -> AsyncIterator[Made]:
    """Make tokens as a start of the program does."""
    async with AsyncExitStack() as stack:

        def made(first: str | None = "refresh-0") -> Tokens:
            def clock() -> datetime:
                return datetime.fromtimestamp(fake.now(), UTC)

            given = SecretStr(first) if first else None
            tokens = Tokens(oauth_of(fake), Journal(book), clock, first=given, patience=QUICK)
            stack.push_async_callback(tokens.close)
            return tokens

        yield made


async def test_the_first_token_is_of_the_settings_and_the_next_follow_from_it(
    fake: FakeOa, make: Made
) -> None:
    tokens = make()
    first = await tokens.token()

    fake.later = 26 * HOUR
    second = await tokens.token()

    assert first != second
    assert {first, second} == set(fake.oauth.access)
    assert fake.called("oauth") == 2


async def test_a_restart_goes_on_with_what_was_kept_and_not_with_the_settings(
    fake: FakeOa, make: Made
) -> None:
    token = await make().token()

    assert await make().token() == token
    fake.later = 26 * HOUR
    assert await make().token() != token
    assert "refresh-0" in fake.oauth.used
    assert fake.called("oauth") == 2


async def test_many_who_ask_at_once_are_answered_by_one_refresh(fake: FakeOa, make: Made) -> None:
    tokens = make()

    given = await asyncio.gather(*(tokens.token() for _ in range(20)))
    refused = await asyncio.gather(*(tokens.another(given[0]) for _ in range(20)))

    assert len(set(given)) == len(set(refused)) == 1
    assert given[0] != refused[0]
    assert fake.called("oauth") == 2


async def test_two_programs_on_one_journal_do_not_use_a_token_twice(fake: FakeOa, make: Made) -> None:
    one, other = make(), make()

    given = await asyncio.gather(one.token(), other.token())

    assert given[0] == given[1]
    assert fake.called("oauth") == 1


@pytest.mark.parametrize(("hours", "times"), [(18, 1), (20, 2)])
async def test_they_are_renewed_six_hours_ahead(fake: FakeOa, make: Made, hours: int, times: int) -> None:
    tokens = make()
    await tokens.keep_fresh()
    fake.later = hours * HOUR

    await tokens.keep_fresh()

    assert fake.called("oauth") == times


async def test_the_file_is_for_its_owner_alone(fake: FakeOa, make: Made, book: Path) -> None:
    old = os.umask(0)
    try:
        await make().token()
    finally:
        os.umask(old)

    kept = [path for path in book.parent.iterdir() if path.name.startswith("sohop.db.zalo-oa")]
    assert [stat.S_IMODE(path.stat().st_mode) for path in kept] == [0o600] * 2
    assert fake.oauth.refresh in book.with_name("sohop.db.zalo-oa").read_text()


async def test_a_kill_between_the_answer_and_its_use_does_not_lock_the_office_out(
    fake: FakeOa, make: Made, book: Path
) -> None:
    """The old token is used up by then: only what the journal kept leads on."""
    program = f"""
import asyncio, os, signal
from datetime import UTC, datetime
from pathlib import Path
from pydantic import SecretStr
from bot.patience import Patience
from bot.zalo_oa import tokens
from bot.zalo_oa.journal import Journal
from bot.zalo_oa.oauth import App, OAuth

def dies(*_):
    os.kill(os.getpid(), signal.SIGKILL)

tokens.read_pair = dies
oauth = OAuth({fake.url!r}, App({APP_ID!r}, SecretStr({APP_SECRET!r})))
made = tokens.Tokens(oauth, Journal(Path({str(book)!r})), lambda: datetime.now(UTC),
                     first=SecretStr("refresh-0"), patience=Patience())
asyncio.run(made.token())
"""
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", program, cwd=ROOT)
    assert await asyncio.wait_for(process.wait(), 20) == -signal.SIGKILL
    assert "refresh-0" in fake.oauth.used

    token = await make().token()

    assert token in fake.oauth.access
    assert fake.called("oauth") == 1


async def test_a_kill_in_the_middle_of_writing_keeps_one_of_the_two_whole(
    fake: FakeOa, make: Made, book: Path
) -> None:
    token = await make().token()
    kept, new = book.with_name("sohop.db.zalo-oa"), book.with_name("sohop.db.zalo-oa.new")

    new.write_bytes(kept.read_bytes()[:50])  # only its beginning
    assert await make().token() == token
    kept.rename(new)  # whole, and not in its place
    assert await make().token() == token
    fake.later = 26 * HOUR
    assert await make().token() in fake.oauth.access
    assert not new.exists()


async def test_nothing_is_asked_for_that_could_not_be_kept(fake: FakeOa, make: Made, book: Path) -> None:
    in_the_way = book.with_name("sohop.db.zalo-oa.new")
    in_the_way.mkdir()
    tokens = make()
    with pytest.raises(UnkeptError, match="could not be kept"):
        await tokens.token()
    assert fake.called("oauth") == 0

    in_the_way.rmdir()
    assert await tokens.token() in fake.oauth.access


async def test_a_disk_that_fails_between_the_proof_and_the_answer_loses_nothing(
    fake: FakeOa, make: Made, book: Path
) -> None:
    in_the_way = book.with_name("sohop.db.zalo-oa.new")
    pair = fake.oauth.pair

    def fails_meanwhile() -> dict[str, object]:
        in_the_way.mkdir()
        return pair()

    fake.oauth.pair = fails_meanwhile  # type: ignore[method-assign]
    tokens = make()
    token = await tokens.token()
    assert await tokens.token() == token
    in_the_way.rmdir()
    assert await tokens.token() == token

    assert await make().token() == token
    assert fake.called("oauth") == 1


async def test_many_who_ask_while_an_answer_waits_to_be_kept_do_not_hold_each_other_up(
    fake: FakeOa, make: Made, book: Path
) -> None:
    in_the_way = book.with_name("sohop.db.zalo-oa.new")
    pair = fake.oauth.pair

    def fails_meanwhile() -> dict[str, object]:
        in_the_way.mkdir()
        return pair()

    fake.oauth.pair = fails_meanwhile  # type: ignore[method-assign]
    tokens = make()
    token = await tokens.token()
    loop = asyncio.get_running_loop()
    loop.set_default_executor(ThreadPoolExecutor(max_workers=2))
    in_the_way.rmdir()

    async with asyncio.timeout(20):
        assert set(await asyncio.gather(*(tokens.token() for _ in range(12)))) == {token}
    assert await make().token() == token


async def test_a_lock_that_cannot_be_had_is_told_like_any_fault(fake: FakeOa, make: Made, book: Path) -> None:
    in_the_way = book.with_name("sohop.db.zalo-oa.lock")
    in_the_way.mkdir()
    tokens = make()

    with pytest.raises(UnkeptError, match="could not be kept"):
        await tokens.token()

    in_the_way.rmdir()
    assert await tokens.token() in fake.oauth.access


async def test_whoever_stops_waiting_for_the_lock_lets_go_of_it(book: Path) -> None:
    journal = Journal(book)

    async def hold() -> None:
        async with journal.locked():
            pass

    async with journal.locked():
        waiting = asyncio.create_task(hold())
        await asyncio.sleep(0.1)
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)

    async with asyncio.timeout(20):
        await hold()


async def test_a_refusal_that_names_the_token_is_kept_for_none(fake: FakeOa, make: Made, book: Path) -> None:
    fake.oauth.refused = lambda code, what: {  # type: ignore[method-assign]
        "error": code,
        "error_description": "Invalid refresh_token",
    }
    fake.oauth.revoke()
    tokens = make()

    with pytest.raises(LinkNeededError):
        await tokens.token()

    assert Journal(book).read() == Kept()


async def test_a_renewal_between_a_link_and_its_code_leaves_the_link_good(make: Made, book: Path) -> None:
    Journal(book).expect("verifier", "state")

    await make().token()

    kept = Journal(book).read()
    assert (kept.verifier, kept.state, len(kept.answers)) == ("verifier", "state", 1)


async def test_whoever_stops_waiting_does_not_lose_the_answer(fake: FakeOa, make: Made) -> None:
    tokens = make()
    asked = asyncio.create_task(tokens.token())
    await fake.wait_for(lambda: fake.called("oauth"), "the refresh")
    asked.cancel()
    await asyncio.gather(asked, return_exceptions=True)
    await tokens.close()

    assert await make().token() in fake.oauth.access
    assert fake.called("oauth") == 1


@pytest.mark.parametrize(
    "fault", [Fault.GATEWAY, Fault.DOWN, Fault.GARBAGE, Fault.RESET, Fault.STALL, Fault.RATE]
)
async def test_a_fault_on_the_way_is_none_of_the_token(fake: FakeOa, make: Made, fault: Fault) -> None:
    tokens = make()
    fake.fail_next("oauth", fault)
    with pytest.raises(CallError) as caught:
        await tokens.token()

    assert not isinstance(caught.value, LinkNeededError)
    assert await tokens.token() in fake.oauth.access


async def test_an_old_token_serves_while_new_ones_are_not_to_be_had(fake: FakeOa, make: Made) -> None:
    tokens = make()
    token = await tokens.token()
    fake.later = 20 * HOUR
    fake.fail_next("oauth", Fault.GATEWAY, 9)

    with pytest.raises(CallError):
        await tokens.keep_fresh()

    assert await tokens.token() == token


async def test_what_can_be_renewed_no_more_is_told_while_the_old_token_serves(
    fake: FakeOa, make: Made
) -> None:
    tokens = make()
    token = await tokens.token()
    fake.later = 20 * HOUR
    fake.oauth.used.add(fake.oauth.refresh)

    for _ in range(2):
        with pytest.raises(LinkNeededError):
            await tokens.keep_fresh()

    assert await tokens.token() == token
    assert fake.called("oauth") == 2


@pytest.mark.parametrize("plain", [True, False])
async def test_a_refused_token_is_not_tried_again_until_somebody_gives_permission(
    fake: FakeOa, make: Made, book: Path, plain: bool
) -> None:
    tokens = make()
    token = await tokens.token()
    fake.oauth.plain_errors = plain
    fake.oauth.revoke()
    for _ in range(3):
        with pytest.raises(LinkNeededError):
            await tokens.another(token)
    assert fake.called("oauth") == 2

    oauth, journal, verifier = oauth_of(fake), Journal(book), new_secret()
    address = fake.oauth.consents(oauth.permission("https://xa.example/zalo-oa", verifier, "s"))
    code = address.partition("code=")[2].partition("&")[0]
    async with journal.locked():
        journal.add(await oauth.by_code(code, verifier), datetime.now(UTC))
    await oauth.close()

    assert await tokens.token() in fake.oauth.access


async def test_without_any_token_permission_is_needed(make: Made) -> None:
    with pytest.raises(LinkNeededError, match="there is no token"):
        await make(None).token()


async def test_the_codes_of_a_permission_work_once_and_only_with_their_verifier(fake: FakeOa) -> None:
    oauth, verifier = oauth_of(fake), new_secret()
    for wrong in (True, False):
        address = fake.oauth.consents(oauth.permission("https://xa.example/zalo-oa", verifier, "s"))
        code = address.partition("code=")[2].partition("&")[0]
        if wrong:
            with pytest.raises(LinkNeededError, match="verifier"):
                await oauth.by_code(code, new_secret())
    assert b"refresh_token" in await oauth.by_code(code, verifier)
    with pytest.raises(LinkNeededError):
        await oauth.by_code(code, verifier)
    await oauth.close()


async def test_another_apps_secret_is_refused(fake: FakeOa) -> None:
    oauth = oauth_of(fake, "another-secret")

    with pytest.raises(LinkNeededError):
        await oauth.by_refresh(SecretStr("refresh-0"))
    await oauth.close()


@pytest.mark.parametrize(
    ("lives", "seconds"),
    [('"90000"', 90_000), ("3600", 3600), ('"soon"', 90_000), ('"999999999999"', 90_000)],
)
def test_how_long_a_token_lives_is_read_from_a_string_or_a_number(lives: str, seconds: int) -> None:
    now = datetime(2026, 11, 26, tzinfo=UTC)
    pair = read_pair(f'{{"access_token": "a", "refresh_token": "b", "expires_in": {lives}}}', now)

    assert (pair.until - now).total_seconds() == seconds


def test_a_file_that_is_none_is_no_journal_and_is_put_aside(book: Path) -> None:
    broken = '{"answers": [{"at": 1}]}'
    book.with_name("sohop.db.zalo-oa").write_text(broken)
    journal = Journal(book)

    assert journal.read() == Kept()
    journal.add(b"{}", datetime.now(UTC))
    assert len(journal.read().answers) == 1
    assert book.with_name("sohop.db.zalo-oa.broken").read_text() == broken
