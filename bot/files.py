"""Read and store files without chat: `sohop extract`, `sohop import`."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from bot.logs import set_up_logs
from bot.service import Service
from bot.serving import open_service
from bot.settings import Settings
from handlers.posting import MAX_REPORT_CHARACTERS
from handlers.preview import warnings
from handlers.show import title_of
from reports import WarningKind, as_record, explain, read_report
from reports.secrecy import is_secret
from storage import records, reports

POSTED_BY = "console:import"


_NOT_OPENED: dict[type[OSError], str] = {
    FileNotFoundError: "không có tệp này",
    IsADirectoryError: "đây là thư mục, không phải tệp",
    PermissionError: "không có quyền đọc",
}


class FileError(Exception):
    """A file cannot be taken; its words say why and what to do."""


def read_text(path: Path) -> str:
    """Read a text file in UTF-8, with or without a mark. Raises FileError."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise FileError(f"{path}: {_NOT_OPENED.get(type(error), 'không mở được')}.") from error
    except UnicodeDecodeError as error:
        raise FileError(f"{path}: không phải văn bản UTF-8. Lưu lại dạng UTF-8 (.txt).") from error
    if is_secret(text):
        raise FileError(f"{path}: văn bản có dấu mật nên không được nhận.")
    if not text.strip():
        raise FileError(f"{path}: tệp trống.")
    if len(text) > MAX_REPORT_CHARACTERS:
        raise FileError(f"{path}: dài {len(text)} ký tự, quá giới hạn {MAX_REPORT_CHARACTERS}.")
    return text


def extract(files: Sequence[Path], *, explained: bool) -> int:
    """Print what is read of each file: JSON lines, or each sentence with the rule that read it."""
    failed = 0
    for path in files:
        try:
            report = read_report(read_text(path))
        except FileError as error:
            failed = _complain(error)
            continue
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
    async with open_service(settings) as service:
        for path in files:
            try:
                _print(await _store(read_text(path), path, service, forced=forced))
            except FileError as error:
                failed = _complain(error)
    return failed


async def _store(text: str, path: Path, service: Service, *, forced: bool) -> str:
    """Store one text; returns what became of it, and what should be looked at. Raises FileError."""
    async with service.context() as context:
        known = await reports.known(context.session, text)
        if known is not None:
            return f"{path}: đã có, là báo cáo {known}."
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
