"""One report on one screen, and the list of all."""

from __future__ import annotations

from handlers import pages, show
from handlers.chat import Choice, Reply, Request
from handlers.context import Arguments, Context
from handlers.find import report_asked_for
from handlers.findings import finding_section, limitation_sections
from handlers.pages import Section
from handlers.people import people_sections
from handlers.richtext import RichText, bold, italic, join
from handlers.targets import status_name, summary, target_sections
from handlers.tasks import lacking, task_block
from handlers.texts import Texts
from reports.model import ItemKind, Report, TargetStatus
from storage import reports
from storage.reports import Listed

EACH = 8
TITLE_LISTED = 120
FIRST_TARGETS = 5
FIRST_TASKS = 3
FIRST_FINDINGS = 3


async def latest(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer `/latest`: the newest meeting."""
    return await open_report(request, context, "")


async def open_report(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer `/report N`: one report on one screen, with ways to more."""
    stored = await report_asked_for(context, arguments.strip(), "report")
    text = overview(stored.id, stored.report, context.texts)
    address = stored.address
    from_page = context.texts("source.address", address=show.address(address)) if address else ""
    told = join([text, from_page, show.as_of(context)], "\n\n")
    return Reply(told, ways_on(stored.id, stored.report, context.texts), asked=f"report {stored.id}")


def overview(number: int, report: Report, texts: Texts) -> RichText:
    """Tell a report on one screen: what is behind first, then tasks, then what is weak."""
    parts = [
        _targets(number, report, texts),
        _tasks(number, report, texts),
        _limitations(number, report, texts),
    ]
    if not any(parts):
        parts = [RichText(texts("none.content"))]
    return join([show.heading(number, report, texts), *parts], "\n\n")


def ways_on(number: int, report: Report, texts: Texts) -> pages.Choices:
    """Offer the sections that the report has; where it has none, its own words."""
    sections = (
        ("tasks", bool(report.tasks)),
        ("targets", bool(report.targets or report.counts)),
        ("limits", bool(report.limitations or report.causes or report.strengths)),
        ("people", bool(report.people or report.participants)),
    )
    keys = {"limits": "limitations"}
    choices = [
        Choice(texts(f"section.{keys.get(command, command)}"), f"{command} {number}")
        for command, there in sections
        if there
    ]
    choices.append(pages.text_choice(number, texts))
    return tuple(filter(None, (tuple(choices[:2]), tuple(choices[2:]))))


def _targets(number: int, report: Report, texts: Texts) -> RichText:
    if not (report.targets or report.counts):
        return RichText()
    behind = [target for target in report.targets if target.status is TargetStatus.BEHIND]
    names = "; ".join(show.quoted(target.name, texts, 120) for target in behind[:FIRST_TARGETS])
    line = f"{show.capitalised(status_name(TargetStatus.BEHIND, texts))}: {names}" if behind else ""
    more = _more(len(behind) - FIRST_TARGETS, "targets", number, texts)
    return join([bold(texts("section.targets")), summary(report, texts), line, more])


def _tasks(number: int, report: Report, texts: Texts) -> RichText:
    if not report.tasks:
        return RichText()
    title = texts("counted", name=texts("section.tasks"), count=len(report.tasks))
    first = [task_block(number, task, texts, 160) for task in report.tasks[:FIRST_TASKS]]
    return join(
        [
            bold(title),
            italic(lacking(report, texts)),
            *first,
            _more(len(report.tasks) - FIRST_TASKS, "tasks", number, texts),
        ]
    )


def _limitations(number: int, report: Report, texts: Texts) -> RichText:
    if not report.limitations:
        return RichText()
    title = texts("counted", name=texts("section.limitations"), count=len(report.limitations))
    first = [f"• {show.quoted(finding, texts, 140)}" for finding in report.limitations[:FIRST_FINDINGS]]
    return join(
        [bold(title), *first, _more(len(report.limitations) - FIRST_FINDINGS, "limits", number, texts)]
    )


def _more(count: int, command: str, number: int, texts: Texts) -> str:
    return texts("more", count=count, command=command, number=number) if count > 0 else ""


def has_content(report: Report) -> bool:
    """Tell whether anything was read besides the header."""
    found = (report.targets, report.counts, report.tasks, report.limitations, report.causes)
    return any((*found, report.strengths, report.people, report.participants))


def details(report: Report, texts: Texts) -> RichText:
    """Tell all that was read of a draft, section by section; its items have no codes yet."""
    tasks = tuple(task_block(None, task, texts) for task in report.tasks)
    title = bold(texts("counted", name=texts("section.tasks"), count=len(tasks)))
    sections = (
        *target_sections(None, report, texts),
        *([Section(title, tasks)] if tasks else []),
        *limitation_sections(None, report, texts),
        *finding_section(None, ItemKind.STRENGTH, report.strengths, texts("section.strengths"), texts),
        *people_sections(None, report, texts),
    )
    return join([show.heading(None, report, texts), *(section.text() for section in sections)], "\n\n")


async def list_reports(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer `/reports`: all reports, newest meeting first."""
    count = await reports.count(context.session)
    if not count:
        return Reply(RichText(context.texts("error.empty_book")))
    last = pages.pages(count, EACH)
    page = min(pages.page_of(arguments.split(), 0), last)
    lines = await reports.page(context.session, limit=EACH, offset=(page - 1) * EACH)
    text = join(
        [
            bold(context.texts("reports.title", count=show.grouped(count))),
            join([report_line(line, context.texts) for line in lines], "\n\n"),
            pages.number(page, last, context.texts),
            show.as_of(context),
        ],
        "\n\n",
    )
    views = tuple(view(line.id, context.texts) for line in lines)
    file = (pages.file_choice("export all xlsx", context.texts),) if last > 1 else ()
    rows = (views[:4], views[4:], pages.page_choices("reports", page, last, context.texts), file)
    return Reply(text, tuple(row for row in rows if row))


def view(number: int, texts: Texts) -> Choice:
    """Offer to open a report of a list."""
    return Choice(texts("button.view", number=number), f"report {number}")


def report_line(line: Listed, texts: Texts) -> RichText:
    """Write a report's line in a list."""
    facts = [
        show.when(line.dates, texts),
        show.quoted(line.organisation, texts, 80) if line.organisation else "",
    ]
    title = show.title_of(line.title, texts, TITLE_LISTED)
    return join([bold(f"{line.id} · ") + title, " · ".join(filter(None, facts))])
