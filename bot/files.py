"""Read and store files without chat: `sohop extract`, `sohop import`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from bot.logs import set_up_logs
from bot.reading import build_opener, open_path
from bot.service import Service
from bot.serving import open_service
from bot.settings import Settings
from documents.kinds import READABLE
from documents.opening import Opener
from handlers.files import problem
from handlers.preview import reading_warnings, warnings
from handlers.show import title_of
from handlers.texts import Texts
from reports import WarningKind, as_record, explain, read_report
from reports.secrecy import is_secret
from storage import records, reports

POSTED_BY = "console:import"


_NOT_OPENED: dict[type[OSError], str] = {
    FileNotFoundError: "không có tệp này",
    IsADirectoryError: "đây là thư mục, không phải tệp",
    PermissionError: "không có quyền đọc",
}
_TEXTS = Texts("vi")


class FileError(Exception):
    """A file cannot be taken; its words say why and what to do."""


def files_in(given: Sequence[Path]) -> Iterator[Path]:
    """Give files as they are, and of folders all that may be reports; Word's own lock files are none."""
    for path in given:
        if not path.is_dir():
            yield path
            continue
        for found in sorted(path.rglob("*")):
            hidden = any(part.startswith((".", "~$")) for part in found.relative_to(path).parts)
            if found.suffix.lower() in READABLE and found.is_file() and not hidden:
                yield found


async def read_text(opener: Opener, path: Path) -> tuple[str, list[str]]:
    """Read a file's text, and what should be known of the reading. Raises FileError."""
    try:
        file = await open_path(opener, path)
    except OSError as error:
        raise FileError(f"{path}: {_NOT_OPENED.get(type(error), 'không mở được')}.") from error
    if file.problem:
        raise FileError(problem(replace(file, name=str(path)), _TEXTS))
    if is_secret(file.text) or is_secret(file.aside):
        raise FileError(f"{path}: văn bản có dấu mật nên không được nhận.")
    return file.text, list(reading_warnings(file, _TEXTS))


async def extract(files: Sequence[Path], *, explained: bool) -> int:
    """Print what is read of each file: JSON lines, or each sentence with the rule that read it."""
    failed = 0
    opener = await build_opener("auto")
    for path in files_in(files):
        try:
            text, _ = await read_text(opener, path)
        except FileError as error:
            failed = _complain(error)
            continue
        report = read_report(text)
        if explained:
            _print(f"# {path}")
            for line in explain(report):
                _print(line)
        else:
            _print(json.dumps(as_record(report, str(path)), ensure_ascii=False))
    return failed


async def import_files(settings: Settings, files: Sequence[Path], *, forced: bool = False) -> int:
    """Store each file as a report; tell what was stored, what was known, what was refused and why."""
    set_up_logs(settings.log_level, settings.log_format)
    failed = 0
    opener = await build_opener(settings.ocr)
    async with open_service(settings) as service:
        for path in files_in(files):
            try:
                text, looks = await read_text(opener, path)
                stored = await _store(text, path, service, forced=forced)
                _print("\n".join([stored, *(f"  ⚠ {look}" for look in looks)]))
            except FileError as error:
                failed = _complain(error)
    return failed


async def _store(text: str, path: Path, service: Service, *, forced: bool) -> str:
    """Store one text; returns what became of it, and what should be looked at. Raises FileError."""
    async with service.context() as context:
        known = await reports.known(context.session, text)
        if known is not None:
            return f"{path}: đã có, là báo cáo {known.id}."
        report = read_report(text)
        if not forced and any(w.kind is WarningKind.NOT_A_REPORT for w in report.warnings):
            raise FileError(f"{path}: không giống báo cáo họp nên không lưu. Vẫn muốn lưu: thêm --force.")
        number = await reports.add(context.session, report, posted_by=POSTED_BY, at=context.now)
        await records.note(
            context.session, POSTED_BY, "store", f"report {number}", context.now, file=path.name
        )
        title = title_of(report.title, context.texts)
        looks = (f"  ⚠ {warning}" for warning in warnings(report, context))
        return "\n".join([f"{path}: đã lưu thành báo cáo {number}. {title}", *looks])


def _complain(error: FileError) -> int:
    print(f"sohop: {error}", file=sys.stderr)  # noqa: T201 said to the person at the terminal
    return 1


def _print(line: str) -> None:
    print(line)  # noqa: T201 what the command is for
