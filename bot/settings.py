"""Settings from the environment and `.env`; a wrong value is one sentence with an example."""

from __future__ import annotations

import re
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator, BeforeValidator, SecretStr, ValidationError
from pydantic_settings import (
    BaseSettings,
    EnvSettingsSource,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from bot.access import Access, Identities
from handlers.context import MAX_REPORT_CHARS
from reports.shortforms import Forms, read_forms


class SettingsError(Exception):
    """A setting is wrong; its words name the variable, what is wrong and an example."""


EXAMPLES = {
    "TELEGRAM_TOKEN": "123456789:AAE-abc_def (lấy từ @BotFather)",
    "TELEGRAM_API_URL": "http://127.0.0.1:8081",
    "ZALO_BOT_TOKEN": "1234567890:abcDEF_xyz (lấy từ Zalo Bot Creator)",
    "ZALO_API_URL": "https://bot-api.zaloplatforms.com",
    "ZALO_MONTHLY_MESSAGES": "3000",
    "ZALO_OA_APP_ID": "1234567890123456789",
    "ZALO_OA_APP_SECRET": "khoa-bi-mat-cua-ung-dung",
    "ZALO_OA_SECRET_KEY": "khoa-bi-mat-cua-oa",
    "ZALO_OA_REFRESH_TOKEN": "ma-lam-moi-dau-tien",
    "ZALO_OA_API_URL": "https://openapi.zalo.me",
    "ZALO_OA_OAUTH_URL": "https://oauth.zaloapp.com",
    "WEBHOOK_URL": "https://bot.xa-mau.vn",
    "WEBHOOK_SECRET": "mot-chuoi-ngau-nhien-tu-32-ky-tu",
    "PUBLIC_URL": "https://bot.xa-mau.vn",
    "LISTEN": "127.0.0.1",
    "PORT": "8080",
    "PROXY_URL": "socks5://127.0.0.1:1080",
    "DATABASE_PATH": "data/sohop.db",
    "ADMINS": "telegram:123456789",
    "STAFF": "telegram:123456789,telegram:-1001234567890",
    "OFFICIALS": "telegram:123456789,telegram:-1001234567890",
    "ACCESS": "private",
    "TIMEZONE": "Asia/Ho_Chi_Minh",
    "LANGUAGE": "vi",
    "OCR": "auto",
    "MAX_REPORT_CHARS": "300000",
    "DOCUMENT_STYLE": "state",
    "ABBREVIATIONS_FILE": "viet-tat.txt",
    "LOG_LEVEL": "INFO",
    "LOG_FORMAT": "text",
}

_ACCOUNT = ("ZALO_OA_APP_ID", "ZALO_OA_APP_SECRET", "ZALO_OA_SECRET_KEY")
"""What belongs together."""
DATABASE = "data/sohop.db"
LEAST_REPORT_CHARS = 1000

_IDENTITY = re.compile(r"telegram:-?[1-9]\d{0,18}|zalo:[0-9A-Za-z_-]{4,64}|zalo_oa:\d{4,30}")
_TOKEN = re.compile(r"\d{3,20}:[\w-]{10,100}")
_ZALO_TOKEN = re.compile(r"\d{3,30}:[\w.-]{4,200}")
_WEB_URL = re.compile(r"https?://[^\s/]+\S*")
_PUBLIC_URL = re.compile(r"https://[^\s/@?#]+(?:/[^\s?#]*)?")
_SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")  # Telegram takes no other characters
_SIGNS = "chuỗi 16 đến 256 chữ không dấu, số, _ và -"
_APP_ID = re.compile(r"\d{4,30}")
_KEY = re.compile(r"[!-~]{8,4000}")  # whatever it is made of, it is printed and has no spaces
_KEY_SIGNS = "chuỗi liền không dấu, từ 8 ký tự"
_ADDRESS = re.compile(r"[0-9a-fA-F.:]{2,45}")
_PROXY_URL = re.compile(r"(?:https?|socks5h?)://\S+")


def _identities(value: Any) -> Any:
    """Split "telegram:1, telegram:2" at commas, semicolons or spaces."""
    if not isinstance(value, str):
        return value
    parts = [part for part in re.split(r"[,;\s]+", value) if part]
    if wrong := next((part for part in parts if not _IDENTITY.fullmatch(part)), None):
        raise ValueError(f"“{wrong}” không phải mã của người hay nhóm")
    return frozenset(parts)


def _trimmed(value: Any) -> Any:
    """Take off the white space that copying leaves; an empty value is not set."""
    return (value.strip() or None) if isinstance(value, str) else value


def _readable(value: Path | None) -> Path | None:
    """Take a file of lines "short = long" that can be read."""
    if value is None:
        return None
    try:
        lines = value.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        raise ValueError(f"không đọc được tệp “{value}” dạng văn bản UTF-8") from None
    given = [line for line in lines if line.split("#")[0].strip()]
    if len(read_forms(given)) < len({line.partition("=")[0].strip() for line in given}):
        raise ValueError("mỗi dòng của tệp phải có dạng “viết tắt = viết đủ”")
    return value


def _time_zone(value: str) -> str:
    if value not in available_timezones():
        raise ValueError(f"không có múi giờ “{value}”")
    return value


def _matching(pattern: re.Pattern[str], what: str) -> AfterValidator:
    def check(value: SecretStr | str | None) -> SecretStr | str | None:
        text = value.get_secret_value() if isinstance(value, SecretStr) else value
        if text and not pattern.fullmatch(text):
            raise ValueError(f"đây không phải {what}")
        return value

    return AfterValidator(check)


_BARE = AfterValidator(lambda value: value.rstrip("/") if value else value)


def _or_default(value: Any) -> Any:
    """Take an empty path as the default: it would be the folder itself."""
    return DATABASE if isinstance(value, str) and not value.strip() else value


def _number(value: Any) -> Any:
    """Read a whole number of at least a thousand. No points: 300.000 might be meant as three hundred."""
    digits = str(value).strip()
    if not digits.isdecimal() or int(digits) < LEAST_REPORT_CHARS:
        raise ValueError(f"phải là số nguyên từ {LEAST_REPORT_CHARS} trở lên, viết liền")
    return int(digits)


def _count(value: Any) -> Any:
    """Read a whole number; 0 is no limit."""
    digits = str(value).strip()
    if not digits.isdecimal() or len(digits) > 9:
        raise ValueError("phải là số nguyên, viết liền; 0 là không giới hạn")
    return int(digits)


def _port(value: Any) -> Any:
    digits = str(value).strip()
    if value is None or (digits.isdecimal() and len(digits) < 6 and int(digits) < 65536):
        return value if value is None else int(digits)
    raise ValueError("phải là số cổng từ 0 đến 65535")


def _upper(value: Any) -> Any:
    return value.strip().upper() if isinstance(value, str) else value


def _lower(value: Any) -> Any:
    return value.strip().lower() if isinstance(value, str) else value


IdentitySet = Annotated[frozenset[str], NoDecode, BeforeValidator(_identities)]
Optional = BeforeValidator(_trimmed)
PublicUrl = Annotated[str | None, Optional, _matching(_PUBLIC_URL, "địa chỉ https công khai"), _BARE]


class Settings(BaseSettings):
    """All settings; each is explained in `.env.example`."""

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8-sig", extra="ignore", frozen=True
    )

    telegram_token: Annotated[SecretStr | None, Optional, _matching(_TOKEN, "mã bot")] = None
    telegram_api_url: Annotated[str, _matching(_WEB_URL, "địa chỉ http(s)")] = "https://api.telegram.org"
    zalo_bot_token: Annotated[SecretStr | None, Optional, _matching(_ZALO_TOKEN, "mã bot")] = None
    zalo_api_url: Annotated[str, _matching(_WEB_URL, "địa chỉ http(s)")] = "https://bot-api.zaloplatforms.com"
    zalo_monthly_messages: Annotated[int, BeforeValidator(_count)] = 3000
    zalo_oa_app_id: Annotated[str | None, Optional, _matching(_APP_ID, "mã ứng dụng (dãy số)")] = None
    zalo_oa_app_secret: Annotated[SecretStr | None, Optional, _matching(_KEY, _KEY_SIGNS)] = None
    zalo_oa_secret_key: Annotated[SecretStr | None, Optional, _matching(_KEY, _KEY_SIGNS)] = None
    zalo_oa_refresh_token: Annotated[SecretStr | None, Optional, _matching(_KEY, _KEY_SIGNS)] = None
    zalo_oa_api_url: Annotated[str, _matching(_WEB_URL, "địa chỉ http(s)")] = "https://openapi.zalo.me"
    zalo_oa_oauth_url: Annotated[str, _matching(_WEB_URL, "địa chỉ http(s)")] = "https://oauth.zaloapp.com"
    webhook_url: PublicUrl = None
    webhook_secret: Annotated[SecretStr | None, Optional, _matching(_SECRET, _SIGNS)] = None
    public_url: PublicUrl = None
    listen: Annotated[str, _matching(_ADDRESS, "địa chỉ IP")] = "127.0.0.1"
    port: Annotated[int | None, BeforeValidator(_port), Optional] = None
    proxy_url: Annotated[SecretStr | None, Optional, _matching(_PROXY_URL, "địa chỉ http hay socks5")] = None
    database_path: Annotated[Path, BeforeValidator(_or_default)] = Path(DATABASE)
    admins: IdentitySet = frozenset()
    staff: IdentitySet = frozenset()
    officials: IdentitySet = frozenset()
    access: Annotated[Literal["private", "open"], BeforeValidator(_lower)] = "private"
    timezone: Annotated[str, AfterValidator(_time_zone)] = "Asia/Ho_Chi_Minh"
    language: Annotated[Literal["vi", "en"], BeforeValidator(_lower)] = "vi"
    ocr: Annotated[Literal["auto", "off"], BeforeValidator(_lower)] = "auto"
    max_report_chars: Annotated[int, BeforeValidator(_number)] = MAX_REPORT_CHARS
    document_style: Annotated[Literal["state", "party"], BeforeValidator(_lower)] = "state"
    abbreviations_file: Annotated[Path | None, Optional, AfterValidator(_readable)] = None
    log_level: Annotated[Literal["DEBUG", "INFO", "WARNING", "ERROR"], BeforeValidator(_upper)] = "INFO"
    log_format: Annotated[Literal["text", "json"], BeforeValidator(_lower)] = "text"

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Take what is passed first, then the environment, then `.env`."""
        return init_settings, _Environment(settings_cls), dotenv_settings

    @cached_property
    def zone(self) -> ZoneInfo:
        """Give the time zone of days and times."""
        return ZoneInfo(self.timezone)

    @property
    def serves_web(self) -> bool:
        """Tell whether anything is to be had over HTTP."""
        return bool(self.webhook_url or self.public_url or self.port is not None or self.serves_oa)

    @property
    def serves_oa(self) -> bool:
        """Tell whether a Zalo Official Account is served."""
        return self.zalo_oa_app_id is not None

    @property
    def has_platform(self) -> bool:
        """Tell whether any chat platform is set up."""
        return bool(self.telegram_token or self.zalo_bot_token or self.serves_oa)

    @cached_property
    def short_forms(self) -> Forms:
        """Give the office's own short forms."""
        if self.abbreviations_file is None:
            return {}
        return read_forms(self.abbreviations_file.read_text(encoding="utf-8-sig").splitlines())

    @cached_property
    def roles(self) -> Access:
        """Give who may do what."""
        return Access(
            Identities(admins=self.admins, staff=self.staff, officials=self.officials),
            open_to_all=self.access == "open",
        )


class _Environment(EnvSettingsSource):
    """The environment, without what a desktop's locale puts into it (LANGUAGE=en_US:en)."""

    def __call__(self) -> dict[str, Any]:
        values = super().__call__()
        if re.match(r"[a-z]{2,3}_[A-Z]{2}", str(values.get("language", ""))):
            del values["language"]
        return values


def load_settings() -> Settings:
    """Read the settings. Raises SettingsError for the first wrong one."""
    try:
        return _whole(Settings())
    except ValidationError as error:
        raise SettingsError(_sentence(error)) from None  # the cause would show the value, maybe a secret
    except (UnicodeDecodeError, OSError) as error:
        reason = type(error).__name__
        raise SettingsError(
            f".env: không đọc được dạng văn bản UTF-8 ({reason}). Lưu lại dạng UTF-8."
        ) from None


def _whole(settings: Settings) -> Settings:
    """Check what belongs together. Raises SettingsError."""
    if settings.webhook_url and settings.webhook_secret is None:
        raise SettingsError(
            "WEBHOOK_SECRET: phải đặt khi có WEBHOOK_URL, để không ai khác gửi tin giả. "
            f"Ví dụ: WEBHOOK_SECRET={EXAMPLES['WEBHOOK_SECRET']}"
        )
    _check_account(settings)
    return settings


def _check_account(settings: Settings) -> None:
    """Check that an Official Account is set up whole, or not at all. Raises SettingsError."""
    given = {name: getattr(settings, name.lower()) for name in _ACCOUNT}
    missing = [name for name, value in given.items() if value is None]
    if missing and len(missing) < len(given):
        raise SettingsError(
            f"{missing[0]}: phải đặt cùng với {', '.join(name for name in given if name != missing[0])}. "
            f"Ví dụ: {missing[0]}={EXAMPLES[missing[0]]}"
        )


def _sentence(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_input=False)[0]
    name = str(first["loc"][0]).upper()
    what = first["msg"].removeprefix("Value error, ")
    if first["type"] == "literal_error":
        what = f"phải là {first['ctx']['expected'].replace(' or ', ' hoặc ')}"
    return f"{name}: {what}. Ví dụ: {name}={EXAMPLES[name]}"
