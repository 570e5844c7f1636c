"""Read pictures by tesseract, where it is installed with Vietnamese."""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
from collections.abc import Sequence
from itertools import groupby, pairwise

from .lines import Line, paragraphs
from .model import Problem, RefusedError

PROGRAM = "tesseract"
LANGUAGE = "vie"
FEWEST_LETTERS = 10
WIDE_GAP = 2.0
"""Words so far apart, in heights of their line, stand in two columns."""
_WORD = "5"  # the level of words in tesseract's table
_LINE_OF = ("page_num", "block_num", "par_num", "line_num")
PATIENCE = 20.0  # for the list of languages


def is_there() -> bool:
    """Tell whether tesseract and its Vietnamese are installed."""
    program = shutil.which(PROGRAM)
    if program is None:
        return False
    try:
        done = subprocess.run(  # noqa: S603 our own words
            [program, "--list-langs"], capture_output=True, text=True, timeout=PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return LANGUAGE in done.stdout.split()


def look(picture: bytes) -> Sequence[Line]:
    """Read a picture, each line with its place. Raises RefusedError where it is none that can be opened."""
    done = subprocess.run(  # noqa: S603 our own words; the picture comes by standard input
        [PROGRAM, "stdin", "stdout", "-l", LANGUAGE, "--psm", "3", "tsv"],
        input=picture,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},  # its threads wait for each other more than they help
        check=False,
    )
    if done.returncode:
        raise RefusedError(Problem.DAMAGED)
    rows = csv.DictReader(
        io.StringIO(done.stdout.decode("utf-8", errors="replace")), delimiter="\t", quoting=csv.QUOTE_NONE
    )
    words = [row for row in rows if row["level"] == _WORD and (row["text"] or "").strip()]
    return [_line(list(group)) for _, group in groupby(words, lambda word: [word[key] for key in _LINE_OF])]


def _line(words: list[dict[str, str]]) -> Line:
    left, right = int(words[0]["left"]), int(words[-1]["left"]) + int(words[-1]["width"])
    top = min(int(word["top"]) for word in words)
    bottom = max(int(word["top"]) + int(word["height"]) for word in words)
    text = words[0]["text"].strip()
    for before, word in pairwise(words):
        apart = int(word["left"]) - int(before["left"]) - int(before["width"])
        text += ("\t" if apart > (bottom - top) * WIDE_GAP else " ") + word["text"].strip()
    return Line(text, left, right, top, bottom, int(words[0]["width"]))


def read(picture: bytes) -> str:
    """Read a photo of a page. Raises RefusedError where no words are in it."""
    text = paragraphs([look(picture)])
    if sum(sign.isalpha() for sign in text) < FEWEST_LETTERS:
        raise RefusedError(Problem.UNREADABLE)
    return text
