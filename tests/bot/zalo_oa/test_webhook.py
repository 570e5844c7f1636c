"""The way in: only what bears the account's signature, once, and 200 only after it is stored."""

from __future__ import annotations

import json
import time
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.web import MOST_BYTES
from bot.zalo_oa.updates import STALE, is_signed
from tests.bot.zalo_oa.running import OFFICIAL, running
from tests.fake_zalo_oa import FakeOa
from tests.fake_zalo_oa.fake import APP_ID, SECRET_KEY
from tests.fake_zalo_oa.pusher import signature

NOTHING: list[tuple[object, ...]] = []


async def test_what_is_not_signed_by_the_account_is_refused(fake: FakeOa, book: Path) -> None:
    minh = fake.user("Minh", OFFICIAL)
    event = fake.message(minh, "user_send_text", text="/latest")
    body = json.dumps(event).encode()
    right = signature(APP_ID, body, event["timestamp"], SECRET_KEY)
    wrong = [
        "",
        "mac=",
        "mac=" + "0" * 64,
        right[:-1],
        "đ" * 64,
        signature(APP_ID, body, event["timestamp"], "another-key"),
        signature(APP_ID, body, "1", SECRET_KEY),
        signature("1", body, event["timestamp"], SECRET_KEY),
    ]
    async with running(fake, book) as bot:
        for given_signature in wrong:
            assert await fake.push_raw(body, event, signed=given_signature) == 403
        assert await fake.push_raw(body + b" ", event, signed=right) == 403  # every byte counts
        assert await bot.rows("SELECT * FROM inbox") == NOTHING
        assert await fake.push_raw(body, event, signed=right) == 200
        assert bot.service.watches["zalo_oa"].deliveries == {403: len(wrong) + 1, 200: 1}


async def test_a_try_of_the_address_is_answered_and_nothing_is_done(fake: FakeOa, book: Path) -> None:
    async with running(fake, book) as bot:
        for body in (b"", b"{}", b'{"event_name": "test"}'):
            assert await fake.push_raw(body, {}, signed="") == 200
        assert await bot.rows("SELECT * FROM inbox") == NOTHING


async def test_an_event_of_another_app_is_refused_whoever_signed_it(fake: FakeOa, book: Path) -> None:
    minh = fake.user("Minh", OFFICIAL)
    async with running(fake, book):
        event = fake.message(minh, "user_send_text", text="/latest") | {"app_id": "99"}

        assert await fake.push(event) == 403


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"{", "application/json", 403),
        (b"[]", "application/json", 403),
        (b"[" * 100_000, "application/json", 403),
        (b"\xff\xfe", "application/json", 403),
        (b"{}", "text/plain", 415),
        (b" " * (MOST_BYTES + 1), "application/json", 413),
    ],
)
async def test_what_is_no_event_is_refused(
    fake: FakeOa, book: Path, body: bytes, kind: str, status: int
) -> None:
    async with running(fake, book) as bot:
        assert await fake.push_raw(body, {}, kind=kind) == status
        assert await bot.rows("SELECT * FROM inbox") == NOTHING


async def test_nothing_is_acknowledged_that_is_not_stored(fake: FakeOa, book: Path) -> None:
    minh = fake.user("Minh", OFFICIAL)
    event = fake.message(minh, "user_send_text", text="/whoami")
    async with running(fake, book) as bot:
        async with bot.service.database.session() as session:
            await session.write("ALTER TABLE contact RENAME TO hidden")
        assert await fake.push(event) == 503
        assert await bot.rows("SELECT * FROM inbox") == NOTHING

        async with bot.service.database.session() as session:
            await session.write("ALTER TABLE hidden RENAME TO contact")
        await fake.does(minh, event)
        assert OFFICIAL in (await fake.next_message(minh)).text


async def test_a_delivery_is_answered_long_before_zalo_loses_patience(fake: FakeOa, book: Path) -> None:
    minh = fake.user("Minh", OFFICIAL)
    async with running(fake, book):
        started = time.monotonic()
        for number in range(20):
            await fake.says(minh, f"việc {number}")

        assert (time.monotonic() - started) / 20 < 1  # two seconds are documented


@pytest.mark.parametrize(("age", "taken"), [(timedelta(hours=30), 1), (STALE + timedelta(hours=1), 0)])
async def test_a_late_event_is_taken_and_one_that_may_be_a_replay_is_not(
    fake: FakeOa, book: Path, age: timedelta, taken: int
) -> None:
    """What came again is known by its id for two weeks; after that only its age tells."""
    minh = fake.user("Minh", OFFICIAL)
    event = fake.message(minh, "user_send_text", text="/whoami")
    fake.later = age.total_seconds()
    fake.interacted[minh.id] = fake.now()
    async with running(fake, book) as bot:
        assert await fake.push(event) == 200
        await bot.idle()

        assert await bot.rows("SELECT count(*) FROM inbox") == [(taken,)]
        assert bot.service.watches["zalo_oa"].errors["stale"] == 1 - taken


async def test_whoever_gave_permission_is_told_what_to_do_with_the_address(fake: FakeOa, book: Path) -> None:
    async with running(fake, book) as bot, bot.http() as http:
        told = await http.get("/zalo-oa", params={"code": "abc", "oa_id": "1", "state": "x"})

    assert told.status_code == 200
    assert "sohop zalo-oa code" in told.text
    assert "abc" not in told.text


async def test_it_is_ready_when_zalo_answers(fake: FakeOa, book: Path) -> None:
    async with running(fake, book) as bot, bot.http() as http:
        assert (await http.get("/readyz")).json() == {"database": True, "zalo_oa": True}


async def test_it_is_not_ready_without_permission(fake: FakeOa, book: Path) -> None:
    async with running(fake, book, zalo_oa_refresh_token=None) as bot, bot.http() as http:
        ready = await http.get("/readyz")

    assert (ready.status_code, ready.json()["zalo_oa"]) == (503, False)


@given(st.binary(max_size=200), st.text(max_size=80))
def test_nothing_is_taken_for_a_signature_that_is_none(body: bytes, given_signature: str) -> None:
    assert not is_signed(given_signature, body, APP_ID, SECRET_KEY)


@given(st.text(max_size=50), st.integers(0, 10**13))
def test_what_is_signed_is_known_whatever_it_says(text: str, timestamp: int) -> None:
    body = json.dumps({"app_id": APP_ID, "text": text, "timestamp": str(timestamp)}).encode()
    mac = signature(APP_ID, body, str(timestamp), SECRET_KEY)

    assert is_signed(mac, body, APP_ID, SECRET_KEY)
    assert is_signed(mac.removeprefix("mac=").upper(), body, APP_ID, SECRET_KEY)
    assert not is_signed(mac, body, APP_ID, SECRET_KEY + "x")
