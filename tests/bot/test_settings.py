import itertools
import re
from pathlib import Path

import pytest

from bot.access import Access, Identities
from bot.settings import EXAMPLES, Settings, SettingsError, load_settings
from handlers.chat import Place, Role, Sender

ROOT = Path(__file__).parents[2]
TOKEN = "123456789:AAE-abc_defghij"


@pytest.fixture(autouse=True)
def _an_empty_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(Settings.model_config, "env_file", ".env")


def names_in_example() -> list[str]:
    lines = (ROOT / ".env.example").read_text(encoding="utf-8").splitlines()
    return [line.split("=")[0] for line in lines if re.match(r"[A-Z_]+=", line)]


def test_every_setting_stands_in_the_example_file_and_nothing_else() -> None:
    settings = [name.upper() for name in Settings.model_fields]

    assert names_in_example() == settings
    assert list(EXAMPLES) == settings


def test_every_setting_of_the_example_file_has_a_comment_before_it() -> None:
    lines = (ROOT / ".env.example").read_text(encoding="utf-8").splitlines()
    bare = [b for a, b in itertools.pairwise(lines) if re.match(r"[A-Z_]+=", b) and a[:1] != "#"]

    assert bare == []


def test_the_example_file_gives_the_defaults(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text((ROOT / ".env.example").read_text(encoding="utf-8"), encoding="utf-8")
    with_example = load_settings()
    (tmp_path / ".env").unlink()

    assert with_example == load_settings()


def test_the_environment_wins_over_the_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("LANGUAGE=en\nACCESS=open\n", encoding="utf-8")
    monkeypatch.setenv("ACCESS", "private")

    settings = load_settings()

    assert (settings.language, settings.access) == ("en", "private")


@pytest.mark.parametrize("locale", ["en_US:en", "vi_VN:vi", "en_GB.UTF-8"])
def test_a_desktops_locale_is_not_taken_for_the_language_setting(
    monkeypatch: pytest.MonkeyPatch, locale: str
) -> None:
    monkeypatch.setenv("LANGUAGE", locale)

    assert load_settings().language == "vi"


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("TELEGRAM_TOKEN", "abc", "TELEGRAM_TOKEN: đây không phải mã bot. Ví dụ: TELEGRAM_TOKEN=123456789:"),
        ("TELEGRAM_API_URL", "ftp://x", "TELEGRAM_API_URL: đây không phải địa chỉ http(s). Ví dụ:"),
        ("PROXY_URL", "127.0.0.1:1080", "PROXY_URL: đây không phải địa chỉ http hay socks5. Ví dụ:"),
        ("ADMINS", "123", "ADMINS: “123” không phải mã của người hay nhóm. Ví dụ: ADMINS=telegram:123456789"),
        ("STAFF", "telegram:1,viber:2", "STAFF: “viber:2” không phải mã của người hay nhóm. Ví dụ:"),
        ("OFFICIALS", "telegram:abc", "OFFICIALS: “telegram:abc” không phải mã"),
        ("STAFF", "zalo:12", "STAFF: “zalo:12” không phải mã của người hay nhóm. Ví dụ:"),
        ("ADMINS", "telegram:0", "ADMINS: “telegram:0” không phải mã"),
        ("ACCESS", "all", "ACCESS: phải là 'private' hoặc 'open'. Ví dụ: ACCESS=private"),
        (
            "TIMEZONE",
            "Asia/Hanoi",
            "TIMEZONE: không có múi giờ “Asia/Hanoi”. Ví dụ: TIMEZONE=Asia/Ho_Chi_Minh",
        ),
        ("LANGUAGE", "fr", "LANGUAGE: phải là 'vi' hoặc 'en'. Ví dụ: LANGUAGE=vi"),
        ("LOG_LEVEL", "loud", "LOG_LEVEL: phải là 'DEBUG', 'INFO', 'WARNING' hoặc 'ERROR'. Ví dụ:"),
        ("MAX_REPORT_CHARS", "999", "MAX_REPORT_CHARS: phải là số nguyên từ 1000 trở lên, viết liền. Ví dụ:"),
        ("MAX_REPORT_CHARS", "300.000", "MAX_REPORT_CHARS: phải là số nguyên từ 1000 trở lên, viết liền."),
        ("MAX_REPORT_CHARS", "", "MAX_REPORT_CHARS: phải là số nguyên từ 1000 trở lên, viết liền."),
        ("LOG_FORMAT", "xml", "LOG_FORMAT: phải là 'text' hoặc 'json'. Ví dụ: LOG_FORMAT=text"),
    ],
)
def test_a_wrong_value_is_one_sentence_with_an_example(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, sentence: str
) -> None:
    monkeypatch.setenv(name, value)

    with pytest.raises(SettingsError) as caught:
        load_settings()

    assert str(caught.value).startswith(sentence)
    assert "\n" not in str(caught.value)


def test_a_wrong_token_is_not_repeated_in_its_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_TOKEN", "secret with a space")

    with pytest.raises(SettingsError) as caught:
        load_settings()

    assert "secret" not in str(caught.value)


def test_a_settings_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"\xff\xfe\x00LANGUAGE")

    with pytest.raises(SettingsError, match=r"^\.env: không đọc được"):
        load_settings()


def test_secrets_do_not_show_when_settings_are_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_TOKEN", TOKEN)
    monkeypatch.setenv("PROXY_URL", "socks5://an:matkhau@127.0.0.1:1080")

    shown = repr(load_settings())

    assert TOKEN not in shown
    assert "matkhau" not in shown


@pytest.mark.parametrize("separator", [",", ", ", ";", " ", "\n"])
def test_ids_may_be_separated_as_people_do(monkeypatch: pytest.MonkeyPatch, separator: str) -> None:
    monkeypatch.setenv("STAFF", separator.join(["telegram:1", "telegram:-1005"]) + separator)

    assert load_settings().staff == {"telegram:1", "telegram:-1005"}


@pytest.mark.parametrize(
    ("name", "written", "understood"),
    [
        ("LOG_LEVEL", "warning", "WARNING"),
        ("LOG_FORMAT", "JSON", "json"),
        ("ACCESS", " OPEN ", "open"),
        ("LANGUAGE", "EN", "en"),
        ("DATABASE_PATH", "", Path("data/sohop.db")),
        ("TELEGRAM_TOKEN", " ", None),
        ("PROXY_URL", "", None),
    ],
)
def test_what_people_write_is_understood(
    monkeypatch: pytest.MonkeyPatch, name: str, written: str, understood: object
) -> None:
    monkeypatch.setenv(name, written)

    assert getattr(load_settings(), name.lower()) == understood


def test_white_space_around_a_token_is_taken_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_TOKEN", f" {TOKEN}\n")
    token = load_settings().telegram_token

    assert token is not None
    assert token.get_secret_value() == TOKEN


ACCESS = Access(
    Identities(
        admins=frozenset({"telegram:1"}),
        staff=frozenset({"telegram:2", "telegram:-20"}),
        officials=frozenset({"telegram:3", "telegram:-30", "zalo:3", "telegram:1"}),
    )
)
PRIVATE = None


@pytest.mark.parametrize(
    ("sender", "group", "role"),
    [
        ("1", PRIVATE, Role.ADMIN),
        ("2", PRIVATE, Role.STAFF),
        ("3", PRIVATE, Role.OFFICIAL),
        ("9", PRIVATE, Role.UNKNOWN),
        ("9", "-30", Role.OFFICIAL),
        ("9", "-20", Role.STAFF),
        ("2", "-30", Role.STAFF),
        ("1", "-30", Role.ADMIN),
        ("3", "-99", Role.UNKNOWN),
        ("1", "-99", Role.UNKNOWN),
    ],
)
def test_roles_come_from_the_settings_and_unlisted_groups_have_none(
    sender: str, group: str | None, role: Role
) -> None:
    place = Place("telegram", group or sender, private=group is None)

    assert ACCESS.role(place, Sender("telegram", sender)) == role


def test_a_group_that_moved_keeps_its_role() -> None:
    place = Place("telegram", "-1009", private=False)

    assert ACCESS.role(place, Sender("telegram", "9"), earlier_chats=["-30"]) == Role.OFFICIAL


def test_an_id_of_another_platform_is_another_person() -> None:
    assert ACCESS.role(Place("zalo", "1"), Sender("zalo", "1")) == Role.UNKNOWN
    assert ACCESS.role(Place("zalo", "3"), Sender("zalo", "3")) == Role.OFFICIAL


@pytest.mark.parametrize("private", [True, False])
def test_open_access_lets_everyone_ask_and_nobody_post(private: bool) -> None:
    everyone = Access(ACCESS.identities, open_to_all=True)
    place = Place("telegram", "-99", private=private)

    assert everyone.role(place, Sender("telegram", "9")) == Role.OFFICIAL


def test_the_ids_of_a_platform_are_listed_with_their_highest_role() -> None:
    assert ACCESS.listed("telegram") == {
        "-20": Role.STAFF,
        "-30": Role.OFFICIAL,
        "1": Role.ADMIN,
        "2": Role.STAFF,
        "3": Role.OFFICIAL,
    }


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("ZALO_BOT_TOKEN", "abc", "ZALO_BOT_TOKEN: đây không phải mã bot. Ví dụ: ZALO_BOT_TOKEN=1234567890:"),
        ("ZALO_MONTHLY_MESSAGES", "3.000", "ZALO_MONTHLY_MESSAGES: phải là số nguyên, viết liền; 0 là"),
        ("WEBHOOK_URL", "http://xa-mau.vn", "WEBHOOK_URL: đây không phải địa chỉ https công khai. Ví dụ:"),
        ("PUBLIC_URL", "https://xa-mau.vn?a=1", "PUBLIC_URL: đây không phải địa chỉ https công khai."),
        ("WEBHOOK_SECRET", "ngắn", "WEBHOOK_SECRET: đây không phải chuỗi 16 đến 256 chữ"),
        ("LISTEN", "localhost", "LISTEN: đây không phải địa chỉ IP. Ví dụ: LISTEN=127.0.0.1"),
        ("PORT", "65536", "PORT: phải là số cổng từ 0 đến 65535. Ví dụ: PORT=8080"),
        ("PORT", "web", "PORT: phải là số cổng từ 0 đến 65535. Ví dụ: PORT=8080"),
        ("WEBHOOK_URL", "https://xa-mau.vn", "WEBHOOK_SECRET: phải đặt khi có WEBHOOK_URL"),
        ("ZALO_OA_APP_ID", "xa-mau", "ZALO_OA_APP_ID: đây không phải mã ứng dụng (dãy số). Ví dụ:"),
        ("ZALO_OA_SECRET_KEY", "có dấu cách", "ZALO_OA_SECRET_KEY: đây không phải chuỗi liền không dấu"),
        ("ZALO_OA_APP_ID", "123456", "ZALO_OA_APP_SECRET: phải đặt cùng với ZALO_OA_APP_ID, ZALO_OA_SECRET"),
        ("ZALO_OA_APP_SECRET", "abcdefgh", "ZALO_OA_APP_ID: phải đặt cùng với ZALO_OA_APP_SECRET, ZALO_OA"),
    ],
)
def test_a_wrong_setting_of_zalo_or_the_web_is_one_sentence_with_an_example(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, sentence: str
) -> None:
    monkeypatch.setenv(name, value)

    with pytest.raises(SettingsError) as caught:
        load_settings()

    assert str(caught.value).startswith(sentence)


def test_people_of_zalo_are_named_by_their_ids_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STAFF", "telegram:12, zalo:704aebb9aff246ac1fe3")

    assert load_settings().staff == {"telegram:12", "zalo:704aebb9aff246ac1fe3"}


def test_the_web_is_served_only_where_something_is_to_be_had(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not load_settings().serves_web
    for name, value in (("PORT", "8080"), ("PUBLIC_URL", "https://xa-mau.vn/")):
        monkeypatch.setenv(name, value)
        assert load_settings().serves_web
        monkeypatch.delenv(name)
