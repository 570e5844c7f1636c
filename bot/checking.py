"""Show the settings as understood, secrets hidden, and try each token."""

from __future__ import annotations

from pathlib import Path

from dotenv import dotenv_values
from pydantic import SecretStr
from telegram.error import InvalidToken, TelegramError

from bot.logs import redact, set_up_logs
from bot.reading import ocr_state
from bot.settings import EXAMPLES, Settings
from bot.telegram.client import build_bot
from bot.zalo.client import build_bot as build_zalo_bot
from bot.zalo.errors import ApiError, ZaloError
from bot.zalo_oa import linking
from documents import ocr
from storage import records
from storage.db import open_database


async def check(settings: Settings) -> int:
    """Print every setting, the state of the database, and what each platform says; returns the exit code."""
    set_up_logs("ERROR", settings.log_format)
    for name in type(settings).model_fields:
        _print(f"{name.upper()} = {_shown(getattr(settings, name))}")
    for name in _unknown_names(Path(".env")):
        _print(f"⚠ .env: không có cấu hình tên {name}; xem .env.example.")
    _print("")
    _print(await _database(settings))
    _print(ocr_state(settings.ocr, there=ocr.is_there()))
    if not settings.has_platform:
        _print("Chưa đặt TELEGRAM_TOKEN, ZALO_BOT_TOKEN hay ZALO_OA_APP_ID, `sohop run` sẽ mở chat tại chỗ.")
    states = [await _telegram(settings), await _zalo(settings), await linking.state(settings)]
    for _, sentence in states:
        _print(sentence)
    return 0 if all(right for right, _ in states) else 1


def _unknown_names(file: Path) -> list[str]:
    """List the names of `.env` that are no settings: misspelt, most likely."""
    if not file.is_file():
        return []
    return [name for name in dotenv_values(file) if name.upper() not in EXAMPLES]


def _shown(value: object) -> str:
    """Write a setting's value, without what nobody should read over a shoulder."""
    if value is None:
        return "(chưa đặt)"
    if isinstance(value, SecretStr):
        return redact(value.get_secret_value()) if "://" in value.get_secret_value() else "***"
    if isinstance(value, frozenset):
        return ", ".join(sorted(value)) or "(chưa đặt)"
    return str(value)


async def _database(settings: Settings) -> str:
    database = await open_database(settings.database_path)
    try:
        async with database.session() as session:
            integrity = await records.integrity(session)
            reports = (await records.state(session)).counts["report"]
    finally:
        await database.close()
    return f"Cơ sở dữ liệu {settings.database_path}: kiểm tra {integrity}, {reports} báo cáo."


async def _telegram(settings: Settings) -> tuple[bool, str]:
    if settings.telegram_token is None:
        return True, "Telegram: chưa đặt TELEGRAM_TOKEN."
    bot = build_bot(settings)
    try:
        await bot.initialize()
    except InvalidToken:
        return False, "Telegram: mã không đúng. Lấy mã từ @BotFather và đặt lại TELEGRAM_TOKEN."
    except TelegramError as error:
        return False, f"Telegram: không kết nối được ({redact(str(error))}). Kiểm tra mạng và PROXY_URL."
    else:
        return True, f"Telegram: mã đúng, bot là @{bot.username}."
    finally:
        await bot.shutdown()


async def _zalo(settings: Settings) -> tuple[bool, str]:
    if settings.zalo_bot_token is None:
        return True, "Zalo: chưa đặt ZALO_BOT_TOKEN."
    bot = build_zalo_bot(settings)
    try:
        me = await bot.get_me()
    except ZaloError as error:
        if isinstance(error, ApiError) and error.is_unauthorized:
            return False, "Zalo: mã không đúng. Lấy mã trong Zalo Bot Creator và đặt lại ZALO_BOT_TOKEN."
        return False, f"Zalo: không kết nối được ({error}). Kiểm tra mạng và PROXY_URL."
    else:
        groups = "vào nhóm được" if me.can_join_groups else "chưa vào nhóm được"
        return True, f"Zalo: mã đúng, bot là {' '.join(me.names)} ({groups})."
    finally:
        await bot.close()


def _print(line: str) -> None:
    print(line)  # noqa: T201 what the command is for
