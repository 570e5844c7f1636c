"""Log to stderr, as text or JSON lines, and let no secret through."""

from __future__ import annotations

import json
import logging
import re
import sys
from datetime import UTC, datetime

# Whatever looks like a bot token, also inside an address ("/bot123:ABC/getMe").
_TOKEN = re.compile(r"\d{3,30}:[\w-]{10,200}|(?<=/bot)\d{3,30}:[^/\s]+")
_PASSWORD = re.compile(r"(?<=://)[^\s/@]+@")


def redact(text: str) -> str:
    """Hide tokens, and passwords in addresses.

    >>> redact("POST https://api/bot123456:AAE-abc_defghi/getMe")
    'POST https://api/bot***/getMe'
    """
    return _PASSWORD.sub("***@", _TOKEN.sub("***", text))


class TextFormatter(logging.Formatter):
    """One line for people, with the traceback below."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """Write a record, without secrets."""
        return redact(super().format(record))


class JsonFormatter(logging.Formatter):
    """One JSON object a line, for machines."""

    def format(self, record: logging.LogRecord) -> str:
        """Write a record, without secrets."""
        entry = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            entry["traceback"] = self.formatException(record.exc_info)
        return redact(json.dumps(entry, ensure_ascii=False))


def set_up_logs(level: str, form: str) -> None:
    """Send the logs of the whole process to stderr."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonFormatter() if form == "json" else TextFormatter())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in ("httpx", "httpcore", "aiosqlite", "asyncio"):  # httpx writes tokens in addresses at INFO
        logging.getLogger(name).setLevel(logging.WARNING)
    if level == "DEBUG":  # then it would write every message that comes in or goes out
        logging.getLogger("telegram.ext.ExtBot").setLevel(logging.INFO)
