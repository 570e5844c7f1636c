"""Tasks (nhiệm vụ): who has to do what by when, as far as the report says."""

from __future__ import annotations

import re
from datetime import date

from handlers import pages, show
from handlers.chat import Choice, Reply, Request
from handlers.codes import Code
from handlers.context import Arguments, Context
from handlers.find import report_asked_for
from handlers.overtime.recurring import told_again
from handlers.pages import Section
from handlers.richtext import RichText, bold, code, italic, join, shorten
from handlers.texts import Texts
from reports.model import Report, Task

EACH = 6


async def list_tasks(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer `/tasks [N]`: all tasks of the newest report or of report N."""
    words = arguments.split()
    stored = await report_asked_for(context, words[0] if words else "", "tasks")
    texts, report = context.texts, stored.report
    head = show.short_heading(
        stored.id,
        report,
        texts("counted", name=texts("section.tasks"), count=len(report.tasks)),
        texts,
    )
    if not report.tasks:
        return Reply(join([head, texts("none.tasks")], "\n\n"))
    again = await told_again(context, stored, "task")
    blocks = tuple(
        join([task_block(stored.id, task, texts), italic(again.get(task.ordinal, ""))])
        for task in report.tasks
    )
    return pages.paged(
        join([head, italic(lacking(report, texts))]),
        [Section(RichText(), blocks, "\n\n")],
        command="tasks",
        report=stored.id,
        page=pages.page_of(words, 1),
        each=EACH,
        context=context,
        leads_on=(Choice(texts("button.by_unit"), f"chart đơn vị {stored.id}"),),
        in_file=True,
    )


def lacking(report: Report, texts: Texts) -> str:
    """Count the tasks that nobody can be asked about: without assignee, without deadline."""
    counts = {
        "tasks.no_assignee": sum(task.assignee is None for task in report.tasks),
        "tasks.no_deadline": sum(task.deadline is None for task in report.tasks),
    }
    return " · ".join(texts(key, count=count) for key, count in counts.items() if count)


def task_block(number: int | None, task: Task, texts: Texts, most: int = show.ITEM_SHOWN) -> RichText:
    """Write one task: its words, then whose it is and by when."""
    name = Code(number, ordinal=task.ordinal) if number else None
    mark = code(str(name)) if name else bold(f"{task.ordinal}.")
    words = show.item(task.text, name, texts, most)
    return join([mark + " " + words, _who_and_when(task, words, texts)])


def _who_and_when(task: Task, words: str, texts: Texts) -> str:
    parts = [
        texts("task.assignee", unit=show.quoted(task.assignee, texts, 120))
        if task.assignee
        else show.nothing(texts("task.no_assignee"), task.assignee_emptied, texts),
        texts("task.cooperating", units="; ".join(show.quoted(unit, texts, 120) for unit in task.cooperating))
        if task.cooperating
        else "",
        _deadline(task, words, texts),
    ]
    return " · ".join(filter(None, parts))


def _deadline(task: Task, words: str, texts: Texts) -> str:
    """Write the day, and the report's own words for it unless they stand in the task's words above."""
    deadline = task.deadline
    if deadline is None:
        return show.nothing(texts("task.no_deadline"), task.deadline_emptied, texts)
    written = shorten(deadline.written.text, 80)
    if deadline.last_day is None:
        told = texts("task.deadline_as_written", written=written)
    else:
        plain = written in words or _is_just(written, deadline.last_day)
        key = "task.deadline_day" if plain else "task.deadline"
        told = texts(key, day=show.day(deadline.last_day), written=written)
    return " ".join(filter(None, [told, show.origin(deadline.written, texts)]))


def _is_just(written: str, day: date) -> bool:
    """Tell whether words are a day and nothing else ("20/8/2026", "20-08-2026")."""
    numbers = [int(number) for number in re.findall(r"\d{1,4}", written)]
    return numbers == [day.day, day.month, day.year] and not any(sign.isalpha() for sign in written)
