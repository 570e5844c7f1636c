import json
import logging
import sys

import pytest

from bot.logs import JsonFormatter, TextFormatter, redact, set_up_logs

TOKEN = "123456789:AAE-abc_defghij"


def record(message: str, *values: object, error: BaseException | None = None) -> logging.LogRecord:
    caught = (type(error), error, error.__traceback__) if error else None
    return logging.LogRecord("bot", logging.WARNING, "x.py", 1, message, values, caught)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"POST https://api.telegram.org/bot{TOKEN}/getMe", "POST https://api.telegram.org/bot***/getMe"),
        ("socks5://an:mat-khau@127.0.0.1:1080", "socks5://***@127.0.0.1:1080"),
        ("báo cáo 12 lúc 14:05 03/10/2017", "báo cáo 12 lúc 14:05 03/10/2017"),
    ],
)
def test_secrets_are_hidden_and_nothing_else(text: str, shown: str) -> None:
    assert redact(text) == shown


@pytest.mark.parametrize("formatter", [TextFormatter(), JsonFormatter()])
def test_a_token_reaches_no_log_in_message_values_or_traceback(formatter: logging.Formatter) -> None:
    line = formatter.format(record(f"GET {TOKEN} %s", TOKEN, error=ValueError(TOKEN)))

    assert TOKEN not in line


def test_json_logs_are_one_object_a_line() -> None:
    line = JsonFormatter().format(record("đã %s", "lưu", error=ValueError("hỏng\ndòng hai")))

    entry = json.loads(line)
    assert "\n" not in line
    assert (entry["level"], entry["logger"], entry["message"]) == ("WARNING", "bot", "đã lưu")
    assert "ValueError" in entry["traceback"]


@pytest.mark.parametrize("form", ["text", "json"])
def test_the_library_that_writes_addresses_is_kept_quiet(form: str) -> None:
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    try:
        set_up_logs("DEBUG", form)

        assert not logging.getLogger("httpx").isEnabledFor(logging.INFO)
        assert logging.getLogger("bot").isEnabledFor(logging.DEBUG)
        assert [h.stream for h in root.handlers if isinstance(h, logging.StreamHandler)] == [sys.stderr]
    finally:
        root.handlers[:] = before
        root.setLevel(level)
