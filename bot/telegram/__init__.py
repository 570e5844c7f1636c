"""Telegram: its updates become requests, replies become its messages."""

import os

# Opt in to timedeltas, as python-telegram-bot 22 asks; read when an answer is parsed.
os.environ.setdefault("PTB_TIMEDELTA", "1")

PLATFORM = "telegram"
