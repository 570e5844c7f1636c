"""Show what was understood of a text, and what its poster should look at before storing it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from handlers import show
from handlers.chat import File
from handlers.context import Context
from handlers.richtext import RichText, bold, join
from handlers.targets import either, summary
from handlers.tasks import lacking
from handlers.texts import Texts
from reports.model import ReadingWarning, Report, WarningKind
from storage.drafts import DraftFile


def preview(
    report: Report, title: str, context: Context, file: DraftFile | None = None, earlier: int | None = None
) -> RichText:
    """Write the preview: where it is from, what is weak or missing, header, numbers of each kind.

    `earlier` is a report that came from the same web address.
    """
    texts = context.texts
    doubts = (*reading_warnings(file, texts), *warnings(report, context), *_missing(report, texts))
    again = [texts("warning.same_address", number=earlier)] if earlier else []
    looks = [f"⚠ {doubt}" for doubt in (*again, *doubts)]
    return join(
        [
            join([bold(title), _origin(file, texts) if file else ""]),
            join([bold(texts("preview.look")), *looks]) if looks else "",
            show.heading(None, report, texts),
            join([summary(report, texts), _found(report, texts)]),
        ],
        "\n\n",
    )


def _missing(report: Report, texts: Texts) -> Iterator[str]:
    """Tell which fields of the head and of the tasks the text does not give."""
    head = [texts(f"field.{name}") for name in ("title", "period") if getattr(report, name) is None]
    if head:
        yield texts("warning.missing", fields=", ".join(head))
    if tasks := lacking(report, texts):
        yield texts("warning.tasks", lacking=tasks)


def _origin(file: DraftFile, texts: Texts) -> str:
    """Tell where a text is from: a page's address, and the day that it states; else a file's name."""
    if file.address is None:
        return texts("preview.file", name=file.name)
    told = texts("source.address", address=show.address(file.address))
    return f"{told}\n{texts('preview.published', day=show.day(file.published))}" if file.published else told


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
        if not _is_mended(warning, report):
            yield _warning(warning, texts)
    if report.held_on and report.held_on.day > context.now.date():
        yield texts("warning.future", day=show.dated(report.held_on, texts))
    kept = {(span.start, span.end) for span in replace(report, readings=()).spans()}
    doubted = (reading for reading in report.readings if reading.weak)
    weak = dict.fromkeys(
        reading.field.split(".")[0] for reading in doubted if (reading.span.start, reading.span.end) in kept
    )
    if weak:
        yield texts("warning.weak", fields=", ".join(_field(name, texts) for name in weak))


def _is_mended(warning: ReadingWarning, report: Report) -> bool:
    """Tell whether staff have given what the reading missed."""
    given = {WarningKind.NO_DATE: report.held_on, WarningKind.NO_ORGANISATION: report.organisation}
    return given.get(warning.kind) is not None


def _field(name: str, texts: Texts) -> str:
    return texts(f"field.{name}")


def _warning(warning: ReadingWarning, texts: Texts) -> str:
    return texts(
        f"warning.{warning.kind}",
        phrase=show.quoted(warning.span, texts, 120) if warning.span else "",
        stated=warning.stated,
        listed=either(warning.listed, texts),
    )
