"""Limitations (hạn chế) and their causes (nguyên nhân), as the report tells them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handlers import pages, show
from handlers.chat import Reply, Request
from handlers.codes import Code, ItemKind
from handlers.context import Arguments, Context
from handlers.find import report_asked_for
from handlers.pages import Section
from handlers.richtext import RichText, bold, code, join
from handlers.texts import Texts
from reports.model import Report, Span

EACH = 10


async def list_limitations(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer `/limits [N]`: limitations and causes of the newest report or of report N."""
    words = arguments.split()
    stored = await report_asked_for(context, words[0] if words else "", "limits")
    texts = context.texts
    head = show.short_heading(stored.id, stored.report, texts("section.findings"), texts)
    sections = list(limitation_sections(stored.id, stored.report, texts))
    if not sections:
        return Reply(join([head, texts("none.findings")], "\n\n"))
    return pages.paged(
        head,
        sections,
        command="limits",
        report=stored.id,
        page=pages.page_of(words, 1),
        each=EACH,
        context=context,
    )


def limitation_sections(number: int | None, report: Report, texts: Texts) -> Iterator[Section]:
    """Write limitations, then causes, each with its code."""
    yield from finding_section(
        number, ItemKind.LIMITATION, report.limitations, texts("section.limitations"), texts
    )
    yield from finding_section(number, ItemKind.CAUSE, report.causes, texts("section.causes"), texts)


def finding_section(
    number: int | None, kind: ItemKind, findings: Sequence[Span], title: str, texts: Texts
) -> Iterator[Section]:
    """Write findings of one kind under its heading; nothing where there are none."""
    lines = tuple(
        (code(str(Code(number, kind, ordinal))) if number else RichText("•")) + " " + show.quoted(finding)
        for ordinal, finding in enumerate(findings, 1)
    )
    if lines:
        yield Section(bold(texts("counted", name=title, count=len(lines))), lines)
