"""Limitations (hạn chế) and their causes (nguyên nhân), as the report tells them."""

from __future__ import annotations

from collections.abc import Sequence

from handlers import show
from handlers.chat import Reply, Request
from handlers.codes import Code, ItemKind
from handlers.context import Arguments, Context
from handlers.find import report_asked_for
from handlers.richtext import RichText, bold, code, join
from handlers.texts import Texts
from reports.model import Report, Span

EACH = 10


async def list_limitations(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer `/limits [N]`: limitations and causes of the newest report or of report N."""
    words = arguments.split()
    stored = await report_asked_for(context, words[0] if words else "", "limits")
    texts = context.texts
    head = show.short_heading(stored.id, stored.report, texts("section.limitations"), texts)
    blocks = limitation_blocks(stored.id, stored.report, texts)
    if not blocks:
        return Reply(join([head, texts("none.findings")], "\n\n"))
    return show.paged(
        head,
        blocks,
        page=show.page_of(words, 1),
        each=EACH,
        command=f"limits {stored.id}",
        context=context,
    )


def limitation_blocks(number: int | None, report: Report, texts: Texts) -> list[RichText]:
    """Write limitations, then causes, each with its code."""
    limitations = finding_blocks(
        number, ItemKind.LIMITATION, report.limitations, texts("section.limitations"), texts
    )
    causes = finding_blocks(number, ItemKind.CAUSE, report.causes, texts("section.causes"), texts)
    if limitations and causes:
        causes[0] = RichText("\n") + causes[0]
    return limitations + causes


def finding_blocks(
    number: int | None, kind: ItemKind, findings: Sequence[Span], title: str, texts: Texts
) -> list[RichText]:
    """Write findings of one kind, the first under the kind's heading."""
    lines = [
        (code(str(Code(number, kind, ordinal))) if number else RichText("•")) + " " + show.quoted(finding)
        for ordinal, finding in enumerate(findings, 1)
    ]
    if lines:
        lines[0] = join([bold(texts("counted", name=title, count=len(lines))), lines[0]])
    return lines
