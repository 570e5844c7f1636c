"""One report on one screen, and the list of all."""

from __future__ import annotations

from handlers import show
from handlers.chat import Choice, Reply, Request
from handlers.codes import ItemKind
from handlers.context import Arguments, Context
from handlers.find import report_asked_for
from handlers.findings import finding_blocks, limitation_blocks
from handlers.people import people_blocks
from handlers.richtext import RichText, bold, italic, join, shorten
from handlers.targets import status_name, summary, target_blocks
from handlers.tasks import lacking, task_block, task_blocks
from handlers.texts import Texts
from reports.model import Report, TargetStatus
from storage import reports
from storage.reports import Listed

EACH = 8
FIRST_TASKS = 3
FIRST_FINDINGS = 3


async def latest(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer `/latest`: the newest meeting."""
    return await open_report(request, context, "")


async def open_report(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer `/report N`: one report on one screen, with ways to more."""
    stored = await report_asked_for(context, arguments.strip(), "report")
    text = overview(stored.id, stored.report, context.texts)
    return Reply(join([text, show.as_of(context)], "\n\n"), ways_on(stored.id, stored.report, context.texts))


def overview(number: int, report: Report, texts: Texts) -> RichText:
    """Tell a report on one screen: what is behind first, then tasks, then what is weak."""
    return join(
        [
            show.heading(number, report, texts),
            _targets(report, texts),
            _tasks(number, report, texts),
            _limitations(number, report, texts),
        ],
        "\n\n",
    )


def ways_on(number: int, report: Report, texts: Texts) -> show.Choices:
    """Offer the sections that the report has."""
    sections = (
        ("tasks", bool(report.tasks)),
        ("targets", bool(report.targets or report.counts)),
        ("limits", bool(report.limitations or report.causes)),
        ("people", bool(report.people or report.participants)),
    )
    keys = {"limits": "limitations"}
    choices = [
        Choice(texts(f"section.{keys.get(command, command)}"), f"{command} {number}")
        for command, there in sections
        if there
    ]
    return tuple(filter(None, (tuple(choices[:2]), tuple(choices[2:]))))


def _targets(report: Report, texts: Texts) -> RichText:
    if not (report.targets or report.counts):
        return RichText()
    behind = [target for target in report.targets if target.status is TargetStatus.BEHIND]
    name = status_name(TargetStatus.BEHIND, texts)
    line = f"{name[0].upper()}{name[1:]}: " + "; ".join(show.quoted(target.name, 120) for target in behind)
    return join([bold(texts("section.targets")), summary(report, texts), line if behind else ""])


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
    first = [f"• {show.quoted(finding, 140)}" for finding in report.limitations[:FIRST_FINDINGS]]
    return join(
        [bold(title), *first, _more(len(report.limitations) - FIRST_FINDINGS, "limits", number, texts)]
    )


def _more(count: int, command: str, number: int, texts: Texts) -> str:
    return texts("more", count=count, command=command, number=number) if count > 0 else ""


def details(report: Report, texts: Texts) -> RichText:
    """Tell all that was read of a draft, section by section."""
    strengths = finding_blocks(None, ItemKind.STRENGTH, report.strengths, texts("section.strengths"), texts)
    tasks = task_blocks(None, report, texts)
    if tasks:
        title = texts("counted", name=texts("section.tasks"), count=len(tasks))
        tasks[0] = join([bold(title), tasks[0]])
    sections = (
        target_blocks(None, report, texts),
        tasks,
        limitation_blocks(None, report, texts),
        strengths,
        people_blocks(None, report, texts),
    )
    return join([show.heading(None, report, texts), *(join(section) for section in sections)], "\n\n")


async def list_reports(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer `/reports`: all reports, newest meeting first."""
    count = await reports.count(context.session)
    if not count:
        return Reply(RichText(context.texts("error.empty_book")))
    last = show.pages(count, EACH)
    page = min(show.page_of(arguments.split(), 0), last)
    lines = await reports.page(context.session, limit=EACH, offset=(page - 1) * EACH)
    text = join(
        [
            bold(context.texts("reports.title", count=show.grouped(count))),
            join([report_line(line, context.texts) for line in lines], "\n\n"),
            context.texts("page", page=page, pages=last) if last > 1 else "",
            show.as_of(context),
        ],
        "\n\n",
    )
    views = tuple(view(line.id, context.texts) for line in lines)
    rows = (views[:4], views[4:], show.page_choices("reports", page, last, context.texts))
    return Reply(text, tuple(row for row in rows if row))


def view(number: int, texts: Texts) -> Choice:
    """Offer to open a report of a list."""
    return Choice(texts("button.view", number=number), f"report {number}")


def report_line(line: Listed, texts: Texts) -> RichText:
    """Write a report's line in a list."""
    facts = [
        show.day(line.held_on) if line.held_on else texts("report.undated"),
        line.organisation and shorten(line.organisation, 80),
    ]
    return join([bold(f"{line.id} · ") + show.title_of(line.title, texts), " · ".join(filter(None, facts))])
