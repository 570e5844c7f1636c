"""Show what was understood of a text, and what its poster should look at before storing it."""

from __future__ import annotations

from collections.abc import Iterator

from handlers import show
from handlers.chat import File
from handlers.context import Context
from handlers.richtext import RichText, bold, join
from handlers.targets import either, summary
from handlers.texts import Texts
from reports.model import ReadingWarning, Report
from storage.drafts import DraftFile


def preview(report: Report, title: str, context: Context, file: DraftFile | None = None) -> RichText:
    """Write the preview: the file it is from, header, numbers of each kind, every warning."""
    texts = context.texts
    looks = [f"⚠ {warning}" for warning in (*reading_warnings(file, texts), *warnings(report, context))]
    return join(
        [
            join([bold(title), texts("preview.file", name=file.name) if file else ""]),
            show.heading(None, report, texts),
            join([summary(report, texts), _found(report, texts)]),
            join([bold(texts("preview.look")), *looks]) if looks else "",
        ],
        "\n\n",
    )


def reading_warnings(file: DraftFile | File | None, texts: Texts) -> Iterator[str]:
    """Tell what the reading of a file leaves open."""
    if file and file.by_ocr:
        yield texts("warning.by_ocr")
    if file and file.unread_pages:
        yield texts("warning.unread_pages", count=file.unread_pages)


def _found(report: Report, texts: Texts) -> str:
    return texts(
        "preview.found",
        targets=len(report.targets),
        tasks=len(report.tasks),
        limitations=len(report.limitations),
        causes=len(report.causes),
        people=len(report.people),
        participants=len(report.participants),
    )


def warnings(report: Report, context: Context) -> Iterator[str]:
    """Tell what staff should look at: what the reading doubts, and a day that has not come."""
    texts = context.texts
    for warning in report.warnings:
        yield _warning(warning, texts)
    if report.held_on and report.held_on.day > context.now.date():
        yield texts("warning.future", day=show.day(report.held_on.day))
    weak = dict.fromkeys(reading.field.split(".")[0] for reading in report.readings if reading.weak)
    if weak:
        yield texts("warning.weak", fields=", ".join(_field(name, texts) for name in weak))


def _field(name: str, texts: Texts) -> str:
    return texts(f"field.{name}")


def _warning(warning: ReadingWarning, texts: Texts) -> str:
    return texts(
        f"warning.{warning.kind}",
        phrase=show.quoted(warning.span, texts, 120) if warning.span else "",
        stated=warning.stated,
        listed=either(warning.listed, texts),
    )
