"""`sohop probe-zalo` against the fake: it asks the whole list, and writes down nothing of anybody."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError
from bot.zalo.probing import probe
from tests.bot.zalo.running import OFFICIAL
from tests.fake_zalo import FakeZalo
from tests.fake_zalo.fake import TOKEN


def settings_for(fake: FakeZalo, **more: str) -> Settings:
    return Settings(_env_file=None, zalo_bot_token=fake.token, zalo_api_url=fake.url, **more)  # type: ignore[arg-type]


async def run(fake: FakeZalo, tmp_path: Path, **more: str) -> dict[str, dict[str, object]]:
    """Run through the list with somebody who does what is asked."""
    minh, group = fake.user("Nguyễn Văn Minh", OFFICIAL), fake.group()

    def obey(said: str) -> None:
        if "xin chào" in said:
            fake.says(minh, "xin chào bí mật")
        elif "một ảnh" in said:
            fake.shows(minh, b"jpg", "chú thích bí mật")
        elif "tệp PDF" in said:
            fake.sends_something_else(minh)
        elif "Trong nhóm" in said:
            fake.says(minh, "một câu", group)

    await probe(settings_for(fake, **more), obey, 0.5, tmp_path / "seen.jsonl")
    lines = (tmp_path / "seen.jsonl").read_text(encoding="utf-8")
    for secret in ("bí mật", "Minh", OFFICIAL, TOKEN.partition(":")[2]):
        assert secret not in lines
    return {seen["asked"]: seen for seen in map(json.loads, lines.splitlines())}


async def test_it_writes_down_what_it_saw(fake: FakeZalo, tmp_path: Path) -> None:
    seen = await run(fake, tmp_path)

    assert seen["a wrong token"] | {"seconds": 0} == {
        "asked": "a wrong token",
        "status": 200,
        "answer": {"ok": False, "description": "Unauthorized", "error_code": 401},
        "seconds": 0,
    }
    photo = seen["a photo"]["answer"]
    assert isinstance(photo, dict)
    assert photo["result"]["event_name"] == "message.image.received"
    assert set(photo["result"]["message"]) >= {"photo_url", "caption"}
    assert seen["a sticker"]["nothing"] is True
    assert {"2000 characters", "2001 characters", "a stray brace, markdown", "a picture as multipart"} <= set(
        seen
    )
    assert "skipped" in seen["getUpdates behind a webhook"]


async def test_a_webhook_is_tried_where_there_is_an_address(fake: FakeZalo, tmp_path: Path) -> None:
    seen = await run(fake, tmp_path, webhook_url="https://127.0.0.1:9", webhook_secret="x" * 16)

    assert seen["setWebhook"]["status"] == 200
    assert "deleteWebhook of one that is set" in seen
    assert not fake.webhook["url"]


async def test_without_a_chat_the_rest_is_still_asked(fake: FakeZalo, tmp_path: Path) -> None:
    await probe(settings_for(fake), lambda _: None, 0.3, tmp_path / "seen.jsonl")

    asked = [json.loads(line)["asked"] for line in (tmp_path / "seen.jsonl").read_text().splitlines()]
    assert "getMe" in asked
    assert "2000 characters" not in asked


async def test_without_a_token_it_says_what_to_set() -> None:
    with pytest.raises(SettingsError, match="ZALO_BOT_TOKEN: chưa đặt"):
        await probe(Settings(_env_file=None), print, 1)
