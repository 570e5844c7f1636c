"""Permission: given by commands, missed without taking anything else down, taken up while the bot runs."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.settings import Settings, SettingsError
from bot.zalo_oa import messages
from bot.zalo_oa.linking import link, read_code, state, take_code
from tests.bot.zalo_oa.running import ADMIN, OFFICIAL, running, settings_for
from tests.fake_zalo_oa import HOUR, FakeOa, Fault

TROUBLE = "SELECT value FROM fact WHERE name = 'trouble zalo_oa'"
HERE: dict[str, Any] = {"webhook_url": "https://bot.xa.example", "webhook_secret": "mot-khoa-du-dai-1"}


async def permitted(fake: FakeOa, settings: Settings) -> tuple[int, list[str]]:
    """Run both commands, with an administrator at the browser in between."""
    said: list[str] = []
    assert await link(settings, said.append) == 0
    [address] = [line for line in said if line.startswith(fake.url)]
    return await take_code(settings, fake.oauth.consents(address), said.append), said


async def test_two_commands_give_permission(fake: FakeOa, book: Path) -> None:
    settings = settings_for(fake, book, zalo_oa_refresh_token=None, **HERE)
    assert (await state(settings))[0] is False

    code, said = await permitted(fake, settings)

    assert code == 0
    assert said[-1].startswith("Đã được cấp quyền.")
    right, sentence = await state(settings)
    assert right
    assert sentence.startswith("Zalo OA: UBND xã Mẫu, mã truy cập dùng được đến")
    minh = fake.user("Minh", OFFICIAL)
    async with running(fake, book, zalo_oa_refresh_token=None):
        await fake.says(minh, "/whoami")
        await fake.next_message(minh)


async def test_without_permission_what_comes_in_waits_and_is_answered_once_it_is_given(
    fake: FakeOa, book: Path, caplog: pytest.LogCaptureFixture
) -> None:
    minh = fake.user("Minh", OFFICIAL)
    async with running(fake, book, zalo_oa_refresh_token=None, **HERE) as bot:
        await fake.says(minh, "/whoami")
        await bot.until("SELECT value FROM fact WHERE name = 'trouble zalo_oa'", [("oa.todo.link",)])
        assert not bot.task.done()
        assert "sohop zalo-oa link" in caplog.text
        assert (await permitted(fake, bot.service.settings))[0] == 0
        await bot.until("SELECT count(*) FROM fact WHERE name = 'trouble zalo_oa'", [(0,)])


async def test_a_permission_that_is_taken_back_is_told_and_stops_nothing_else(
    fake: FakeOa, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messages, "AFTER_LINK", timedelta(seconds=0.1))
    minh = fake.user("Minh", OFFICIAL)
    async with running(fake, book, **HERE) as bot:
        await fake.says(minh, "/whoami")
        await fake.next_message(minh)
        fake.oauth.revoke()
        await fake.says(minh, "/whoami")
        await bot.until(TROUBLE, [("oa.todo.link",)])
        for _ in range(10):  # and it stays so, though the old token has not ended
            await asyncio.sleep(0.05)
            assert await bot.rows(TROUBLE) == [("oa.todo.link",)]
        async with bot.http() as http:
            assert (await http.get("/healthz")).status_code == 200
            assert (await http.get("/readyz")).json()["zalo_oa"] is False
        refused = fake.called("oauth")
        assert (await permitted(fake, bot.service.settings))[0] == 0
        assert OFFICIAL in (await fake.next_message(minh)).text
        await bot.idle()
        await bot.until("SELECT count(*) FROM fact WHERE name = 'trouble zalo_oa'", [(0,)])

        assert fake.called("oauth") == refused + 1  # a refused token was not tried again


async def test_tokens_are_renewed_while_nobody_writes(fake: FakeOa, book: Path) -> None:
    minh = fake.user("Minh", OFFICIAL)
    async with running(fake, book) as bot:
        await fake.says(minh, "/whoami")
        await fake.next_message(minh)
        fake.later = 20 * HOUR
        fake.fail_next("oauth", Fault.GATEWAY, 2)
        await fake.wait_for(lambda: fake.called("oauth") == 4, "the next, after two faults")
        assert not bot.task.done()


@pytest.mark.parametrize(
    "given", ["https://bot.xa.example/zalo-oa?code=abc&oa_id=1&state=other", "abc", "  abc\n"]
)
async def test_a_code_that_nobody_waits_for_is_refused(fake: FakeOa, book: Path, given: str) -> None:
    said: list[str] = []

    assert await take_code(settings_for(fake, book, **HERE), given, said.append) == 1

    assert said == ["Mã này không thuộc lần cấp quyền gần nhất. Gõ sohop zalo-oa link rồi làm lại từ đầu."]
    assert fake.called("oauth") == 0


async def test_a_code_of_another_link_or_that_is_too_old_is_told(fake: FakeOa, book: Path) -> None:
    settings, said = settings_for(fake, book, **HERE), list[str]()
    await link(settings, said.append)
    [address] = [line for line in said if line.startswith(fake.url)]
    given = fake.oauth.consents(address)

    assert await take_code(settings, given.replace("state=", "state=x"), said.append) == 1
    fake.fail_next("oauth", Fault.GATEWAY)
    assert await take_code(settings, given, said.append) == 1
    assert said[-1].startswith("Không hỏi được Zalo")
    fake.later = HOUR
    assert await take_code(settings, read_code(given)[0], said.append) == 1
    assert said[-1].startswith("Zalo không nhận mã này")


async def test_what_has_to_be_set_is_told(fake: FakeOa, book: Path) -> None:
    with pytest.raises(SettingsError, match=r"^WEBHOOK_URL: phải đặt"):
        await link(settings_for(fake, book), print)
    with pytest.raises(SettingsError, match=r"^ZALO_OA_APP_ID: chưa đặt"):
        await link(Settings(_env_file=None, database_path=book), print)


async def test_the_check_tells_each_state_and_uses_no_token_up(fake: FakeOa, book: Path) -> None:
    settings = settings_for(fake, book, **HERE)
    assert await state(Settings(_env_file=None)) == (True, "Zalo OA: chưa đặt ZALO_OA_APP_ID.")
    assert await state(settings) == (True, "Zalo OA: sẽ dùng ZALO_OA_REFRESH_TOKEN khi chạy lần đầu.")
    assert fake.called("oauth") == 0

    await permitted(fake, settings)
    fake.fail_next("getoa", Fault.INVALID_TOKEN)
    right, sentence = await state(settings)
    assert (right, sentence.startswith("Zalo OA: không hỏi được")) == (False, True)
    assert fake.called("oauth") == 1


async def test_administrators_on_the_account_alone_see_it_in_the_status(fake: FakeOa, book: Path) -> None:
    admin = fake.user("Quản trị", ADMIN)
    async with running(fake, book, zalo_oa_refresh_token=None, **HERE) as bot:
        await bot.until("SELECT count(*) FROM fact WHERE name = 'trouble zalo_oa'", [(1,)])
        await fake.says(admin, "/status")
        await bot.until("SELECT count(*) FROM outbox", [(1,)])
        [(payload,)] = await bot.rows("SELECT payload FROM outbox")

    assert "sohop zalo-oa link" in payload
