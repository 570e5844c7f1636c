"""Delete a report and restore it: hidden from everyone at once, taken out for good after 30 days."""

from __future__ import annotations

from datetime import datetime

from handlers import show
from handlers.chat import Choice, Reply, Request
from handlers.context import Arguments, Context
from handlers.errors import Mistake
from handlers.find import missing, report_asked_for, report_number, restorable_until
from handlers.pages import open_choice
from handlers.reports import report_line
from handlers.richtext import RichText, bold, join, plain
from storage import changes, deletions, records, reports
from storage.changes import Action
from storage.reports import Known, Listed

LISTED = 8


async def ask(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer `/delete N`: ask whether it is to be deleted, and show which report that is."""
    stored = await report_asked_for(context, _given(arguments, "delete"), "delete")
    texts = context.texts
    text = join(
        [
            bold(texts("delete.ask", number=stored.id)),
            show.heading(stored.id, stored.report, texts),
            texts("delete.what_it_means", days=deletions.KEPT.days),
        ],
        "\n\n",
    )
    choices = (
        Choice(texts("button.delete"), f"hide {stored.id}"),
        Choice(texts("button.keep"), f"keep {stored.id}"),
    )
    return Reply(text, (choices,))


async def hide(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer the button "Xóa": hide the report, and tell how it comes back."""
    stored = await report_asked_for(context, _given(arguments, "delete"), "delete")
    if not await reports.hide(context.session, stored.id, context.now):
        raise await missing(context, stored.id)
    await _remember(request, context, stored.id, Action.DELETE)
    texts = context.texts
    title = show.title_of(stored.report.title, texts)
    text = join(
        [bold(texts("delete.done", number=stored.id)), title, _way_back(stored.id, context.now, context)]
    )
    return Reply(text, ((restore_choice(stored.id, context),),))


async def keep(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer the button "Không": nothing is deleted."""
    stored = await report_asked_for(context, _given(arguments, "delete"), "delete")
    kept = plain(context.texts("delete.kept", number=stored.id))
    return Reply(kept, ((open_choice(stored.id, context.texts),),))


async def restore(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer `/restore [N]`: put a deleted report back, or list those that can be."""
    given = arguments.strip()
    if not given:
        return await _list_deleted(context)
    number = report_number(given, "restore")
    was_deleted = await reports.show(context.session, number)
    stored = await reports.load(context.session, number)
    if stored is None:
        raise await missing(context, number)
    if not was_deleted:
        raise Mistake("restore.not_deleted", number=number)
    await _remember(request, context, number, Action.RESTORE)
    title = show.title_of(stored.report.title, context.texts)
    text = join([bold(context.texts("restore.done", number=number)), title])
    return Reply(text, ((open_choice(number, context.texts),),))


def known_already(known: Known, context: Context) -> Reply:
    """Answer who posts a text that is stored already, or that was deleted and can be restored."""
    if known.deleted_at is None:
        text = plain(context.texts("post.known", number=known.id))
        return Reply(text, ((open_choice(known.id, context.texts),),))
    return _deleted("post.known_deleted", known, known.deleted_at, context)


def edited_later(known: Known, context: Context) -> Reply:
    """Answer who edits a message of a report that is stored, or was deleted."""
    if known.deleted_at is None:
        text = plain(context.texts("post.edited_later", number=known.id))
        return Reply(text, ((open_choice(known.id, context.texts),),))
    return _deleted("post.edited_deleted", known, known.deleted_at, context)


def restore_choice(number: int, context: Context) -> Choice:
    """Offer to restore a deleted report."""
    return Choice(context.texts("button.restore", number=number), f"restore {number}")


def _deleted(key: str, known: Known, since: datetime, context: Context) -> Reply:
    told = context.texts(key, number=known.id, day=show.day(_here(since, context)))
    text = join([told, _way_back(known.id, since, context)])
    return Reply(text, ((restore_choice(known.id, context),),))


def _way_back(number: int, since: datetime, context: Context) -> str:
    return context.texts("restore.way", number=number, until=restorable_until(since, context))


def _given(arguments: Arguments, command: str) -> str:
    """Read which report is meant; it is never guessed, not even as the newest."""
    if not arguments.strip():
        raise Mistake("error.which_report", command=command)
    return arguments.strip()


async def _remember(request: Request, context: Context, number: int, action: Action) -> None:
    """Keep in the report's history and in the audit who did it."""
    actor = request.sender.identity
    await changes.add(context.session, number, action, actor=actor, at=context.now)
    await records.note(context.session, actor, action, f"report {number}", context.now)


async def _list_deleted(context: Context) -> Reply:
    """List what can be restored, the last deleted first."""
    count = await deletions.count(context.session)
    if not count:
        return Reply(RichText(context.texts("restore.nothing")))
    deleted = await deletions.page(context.session, limit=LISTED)
    title = bold(context.texts("restore.title", count=show.grouped(count)))
    lines = [_line(line, since, context) for line, since in deleted]
    choices = tuple(restore_choice(line.id, context) for line, _ in deleted)
    rows = (choices[: LISTED // 2], choices[LISTED // 2 :])
    return Reply(join([title, *lines], "\n\n"), tuple(row for row in rows if row))


def _line(line: Listed, since: datetime, context: Context) -> RichText:
    when = show.moment(_here(since, context))
    until = restorable_until(since, context)
    return join([report_line(line, context.texts), context.texts("restore.line", when=when, until=until)])


def _here(time: datetime, context: Context) -> datetime:
    return time.astimezone(context.now.tzinfo)
