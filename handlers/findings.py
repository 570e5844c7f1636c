"""Limitations (hạn chế) and their causes (nguyên nhân), as the report tells them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import MappingProxyType

from handlers import pages, show
from handlers.chat import Reply, Request
from handlers.codes import Code
from handlers.context import Arguments, Context
from handlers.find import report_asked_for
from handlers.overtime.recurring import Notes, told_again
from handlers.pages import Section
from handlers.richtext import RichText, bold, code, italic, join
from handlers.texts import Texts
from reports.model import Finding, ItemKind, Report

EACH = 10
FINDING_SHOWN = 400
"""What is weak often stands at a sentence's end."""


async def list_limitations(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer `/limits [N]`: limitations, causes, then strengths, of the newest report or of report N."""
    words = arguments.split()
    stored = await report_asked_for(context, words[0] if words else "", "limits")
    texts = context.texts
    head = show.short_heading(stored.id, stored.report, texts("section.findings"), texts)
    again = await told_again(context, stored, "limitation")
    sections = list(limitation_sections(stored.id, stored.report, texts, again))
    if sections and not stored.report.causes:
        sections.append(Section(italic(texts("none.causes"))))
    sections += finding_section(
        stored.id, ItemKind.STRENGTH, stored.report.strengths, texts("section.strengths"), texts
    )
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
        in_file=True,
    )


def limitation_sections(
    number: int | None, report: Report, texts: Texts, again: Notes | None = None
) -> Iterator[Section]:
    """Write limitations, with how often each was told until now, then causes, each with its code."""
    yield from finding_section(
        number, ItemKind.LIMITATION, report.limitations, texts("section.limitations"), texts, again or {}
    )
    yield from finding_section(number, ItemKind.CAUSE, report.causes, texts("section.causes"), texts)


def finding_section(  # noqa: PLR0913, PLR0917 what stands in a section, and how it is written
    number: int | None,
    kind: ItemKind,
    findings: Sequence[Finding],
    title: str,
    texts: Texts,
    again: Notes = MappingProxyType({}),
) -> Iterator[Section]:
    """Write findings of one kind under its heading; nothing where there are none."""
    codes = [Code(number, kind, finding.ordinal) if number else None for finding in findings]
    lines = tuple(
        (code(str(name)) if name else RichText("•"))
        + f" {show.item(finding, name, texts, FINDING_SHOWN)}"
        + _again(again.get(finding.ordinal))
        for name, finding in zip(codes, findings, strict=True)
    )
    if lines:
        yield Section(bold(texts("counted", name=title, count=len(lines))), lines)


def _again(note: str | None) -> RichText:
    """Write how often something was told until now."""
    return RichText(" · ") + italic(note) if note else RichText()
