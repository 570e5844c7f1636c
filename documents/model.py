"""What comes of a file: its text, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

MAX_BYTES = 20 << 20
"""The largest file that is opened: the most that Telegram hands out, too."""
MAX_PAGES = 500


class Problem(StrEnum):
    """Why a file is not read; each has its sentence with the remedy in `handlers.texts`."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    TOO_LONG = "too_long"  # more characters than a report may have
    TOO_MANY_PAGES = "too_many_pages"
    OTHER_TYPE = "other_type"
    WRONG_TYPE = "wrong_type"  # the name says one thing, the content another
    OLD_WORD = "old_word"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    BOMB = "bomb"  # small, and huge when it is unpacked
    ENTITIES = "entities"  # XML that defines words of its own: Word never writes it
    PICTURE = "picture"  # a photo, or a scan without a text layer, where nothing can read it
    UNREADABLE = "unreadable"  # a picture in which no words were found
    LOGIN = "login"  # a page that asks for a password before it shows anything
    NO_ARTICLE = "no_article"  # a page of menus, or one that a browser builds
    TOO_SLOW = "too_slow"
    KILLED = "killed"  # the process that opened it did not live to tell


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a file.

    `unread` counts the pages that are pictures which nothing here could read. `aside` is what the file
    shows around its text (footers, menus), as far as a stamp may stand there. `published` is the day that
    a page states beside its text.
    """

    text: str
    pages: int | None = None
    by_ocr: bool = False
    unread: int = 0
    aside: str = ""
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why there is no text; `values` fill in the sentence."""

    problem: Problem
    values: dict[str, int | str] = field(default_factory=dict)


class RefusedError(Exception):
    """A file is not to be read."""

    def __init__(self, problem: Problem, **values: int | str):
        super().__init__(problem)
        self.refusal = Refusal(problem, values)
