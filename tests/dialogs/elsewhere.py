"""What is answered in a dialog, as it is seen on Zalo: numbers for buttons, and a few other sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial
from string import Formatter

from handlers.plain import PLAIN
from handlers.texts import TEXTS, Language

BUTTONS = re.compile(r"(?:\[[^\[\]]+\] ?)+")
_MARKS = re.compile(r"\((?:in place|(?:picture|file) .+)\)")

NOT_ON_ZALO = {
    "collecting": "a bare number is a choice, not a line of a text",
    "drafts": "a file does not arrive; a bare number is a choice",
    "groups": "from a group only what names the bot arrives",
    "answered": "a command cannot answer somebody's message: nothing tells which",
    "files": "files do not arrive",
    "forwarded": "nothing tells that a message was forwarded",
}
"""Dialogs of what Zalo has not, each with the reason."""


def on_zalo(answer: list[str], language: Language) -> list[str]:
    """Write an answer of Telegram as Zalo shows it."""
    told = "\n".join(numbered_lines(line for line in answer if not _MARKS.fullmatch(line)))
    told = told.replace("telegram:", "zalo:")
    column = 0 if language == "vi" else 1
    for key, plain in PLAIN.items():
        told = re.sub(_pattern(TEXTS[key][column]), partial(_said, plain[column]), told)
    return told.splitlines()


def _pattern(sentence: str) -> str:
    """Write a sentence as a pattern, each value once as a group and then as the same again."""
    pattern, seen = "", set[str]()
    for literal, name, _, _ in Formatter().parse(sentence):
        pattern += re.escape(literal)
        if name:
            pattern += f"(?P={name})" if name in seen else f"(?P<{name}>.+?)"
            seen.add(name)
    return pattern


def _said(plain: str, match: re.Match[str]) -> str:
    return plain.format(**match.groupdict())


def numbered_lines(lines: Iterable[str]) -> Iterable[str]:
    """Number the buttons of an answer, an empty line before those of each message."""
    number, before = 0, False
    for line in lines:
        labels = re.findall(r"\[([^\[\]]+)\]", line) if BUTTONS.fullmatch(line) else []
        if labels and not before:
            yield ""
        for label in labels:
            number += 1
            yield f"[{number}] {label}"
        if not labels:
            yield line
        before = bool(labels)
