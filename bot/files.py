"""Read files without chat: `sohop extract`, and what `sohop import` stores."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from bot.reading import build_opener, open_path
from bot.settings import Settings
from documents.kinds import READABLE
from documents.opening import Opener
from handlers.chat import File
from handlers.files import problem
from handlers.texts import Texts
from reports import as_record, explain, read_report
from reports.secrecy import is_secret

_NOT_OPENED: dict[type[OSError], str] = {
    FileNotFoundError: "không có tệp này",
    IsADirectoryError: "đây là thư mục, không phải tệp",
    PermissionError: "không có quyền đọc",
}
_TEXTS = Texts("vi")


class FileError(Exception):
    """A file cannot be taken; its words say why and what to do."""


def not_opened(path: Path, error: OSError) -> FileError:
    """Say why a file cannot be opened."""
    return FileError(f"{path}: {_NOT_OPENED.get(type(error), 'không mở được')}.")


_BY_SYSTEMS = frozenset({"thumbs.db", "desktop.ini"})


def files_in(given: Sequence[Path], *, every: bool = False) -> Iterator[Path]:
    """Give files as they are, and of folders all that may be reports; Word's own lock files are none.

    `every` gives the other files of the folders too, so that it can be told why they are not taken.
    """
    for path in given:
        if not path.is_dir():
            yield path
            continue
        for found in sorted(path.rglob("*")):
            hidden = any(part.startswith((".", "~$")) for part in found.relative_to(path).parts)
            wanted = found.suffix.lower() in READABLE or (every and found.name.lower() not in _BY_SYSTEMS)
            if wanted and not hidden and found.is_file():
                yield found


async def open_readable(opener: Opener, path: Path, settings: Settings) -> File:
    """Open a file that has a text that may be read. Raises FileError."""
    try:
        file = await open_path(opener, path)
    except OSError as error:
        raise not_opened(path, error) from error
    check(file, path, settings)
    if is_secret(file.text) or is_secret(file.aside):
        raise FileError(f"{path}: văn bản có dấu mật nên không được nhận.")
    return file


def check(file: File, path: Path, settings: Settings) -> None:
    """Raise FileError where a file has a problem."""
    if file.problem:
        raise FileError(problem(replace(file, name=str(path)), _TEXTS, settings.max_report_chars))


async def extract(settings: Settings, files: Sequence[Path], *, explained: bool) -> int:
    """Print what is read of each file: JSON lines, or each sentence with the rule that read it."""
    failed = 0
    opener = await build_opener(settings)
    for path in files_in(files):
        try:
            file = await open_readable(opener, path, settings)
        except FileError as error:
            failed = _complain(error)
            continue
        report = read_report(file.text)
        if explained:
            _print(f"# {path}")
            for line in explain(report):
                _print(line)
        else:
            _print(json.dumps(as_record(report, str(path)), ensure_ascii=False))
    return failed


def _complain(error: FileError) -> int:
    print(f"sohop: {error}", file=sys.stderr)  # noqa: T201 said to the person at the terminal
    return 1


def _print(line: str) -> None:
    print(line)  # noqa: T201 what the command is for
