"""Every sentence the bot says, in Vietnamese and in English."""

from __future__ import annotations

from typing import Literal

from handlers.asking.sentences import SENTENCES as ASKING
from handlers.charts.words import WORDS as CHARTS
from handlers.correcting.words import WORDS as CORRECTING
from handlers.exports.words import WORDS as EXPORTS
from handlers.overtime.words import WORDS as OVER_TIME
from handlers.wording.account import WORDS as ACCOUNT
from handlers.wording.answers import WORDS as ANSWERS
from handlers.wording.everyone import WORDS as EVERYONE
from handlers.wording.files import WORDS as FILES
from handlers.wording.posting import WORDS as POSTING
from handlers.wording.running import WORDS as RUNNING

Language = Literal["vi", "en"]
Sentences = dict[str, tuple[str, str]]

TEXTS: Sentences = EVERYONE | FILES | ANSWERS | POSTING | RUNNING | ACCOUNT
TEXTS |= CORRECTING | OVER_TIME | CHARTS | EXPORTS | ASKING


class Texts:
    """The sentences in one language; `instead` are those that are said in other words where they are said.

    >>> Texts("vi")("error.no_report", number=12)
    'Không có báo cáo 12. Gõ /reports để xem danh sách.'
    """

    def __init__(self, language: Language, instead: Sentences | None = None):
        self.language = language
        self.instead = instead or {}
        self._column = 0 if language == "vi" else 1
        self._table = TEXTS | self.instead if instead else TEXTS

    def __call__(self, key: str, **values: object) -> str:
        """Fill in a sentence. Raises KeyError for a sentence or a value that is not there."""
        return self._table[key][self._column].format(**values)
