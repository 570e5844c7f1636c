"""`sohop import --undo N`: take a batch of reports back, and `--redo N`: put it back again."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from bot.importing import DONE, FAILED, POSTED_BY, alone, say
from bot.logs import set_up_logs
from bot.service import Service
from bot.settings import Settings
from handlers.context import Context
from handlers.richtext import shorten
from handlers.show import moment
from storage import batches, changes, deletions, records, reports
from storage.batches import Batch, Member
from storage.changes import Action

AT_ONCE = 50
"""Reports in one transaction, so that a running bot never waits long."""
BATCHES_SHOWN = 5
_TITLE_SHOWN = 90


@dataclass
class Moved:
    """What became of a batch's reports."""

    done: list[Member] = field(default_factory=list)
    touched: list[Member] = field(default_factory=list)
    left: list[Member] = field(default_factory=list)
    """Those that there was nothing to do about."""


Move = Callable[[Context, Member, Moved], Awaitable[None]]
"""Hides a report or shows it again, and tells which."""


async def undo(settings: Settings, number: int, *, forced: bool = False) -> int:
    """Hide the reports of a batch that nobody changed since; returns the exit code."""

    async def hide(context: Context, member: Member, moved: Moved) -> None:
        if member.deleted_at:
            moved.left.append(member)
        elif member.touched and not forced:
            moved.touched.append(member)
        else:
            await reports.hide(context.session, member.id, context.now)
            await _remember(context, member, number, Action.DELETE)
            moved.done.append(member)

    moved = await _each(settings, number, hide)
    if moved is None:
        return FAILED
    _print(f"Lô {number}: đã gỡ {len(moved.done)} báo cáo.")
    if moved.done:
        days = deletions.KEPT.days
        _print(
            f"Khôi phục trong {days} ngày: /restore N trong chat, hoặc cả lô: sohop import --redo {number}"
        )
    _list("Có người đã sửa sau khi nạp nên giữ lại", moved.touched, "Gỡ cả: thêm --force.")
    _list("Đã xóa từ trước", moved.left)
    return FAILED if moved.touched else DONE


async def redo(settings: Settings, number: int) -> int:
    """Put back the reports of a batch that its undoing hid; returns the exit code."""

    async def show(context: Context, member: Member, moved: Moved) -> None:
        if member.taken_back and await reports.show(context.session, member.id):
            await _remember(context, member, number, Action.RESTORE)
            moved.done.append(member)
        elif member.deleted_at:
            moved.left.append(member)

    moved = await _each(settings, number, show)
    if moved is None:
        return FAILED
    _print(f"Lô {number}: đã khôi phục {len(moved.done)} báo cáo.")
    _list("Do người khác xóa nên để nguyên; khôi phục trong chat: /restore N", moved.left)
    return DONE


async def _each(settings: Settings, number: int, move: Move) -> Moved | None:
    """Move each report of a batch, many in one transaction, in which nobody else changes them.

    Gives what became of them, None where there is no such batch.
    """
    set_up_logs(settings.log_level, settings.log_format)
    async with alone(settings) as service:
        batch = await _batch(service, number)
        if batch is None:
            return None
        moved, last = Moved(), 0
        while True:
            async with service.context() as context:
                await context.session.begin()
                members = await batches.members(context.session, batch, after=last, limit=AT_ONCE)
                for member in members:
                    await move(context, member, moved)
            if len(members) < AT_ONCE:
                return moved
            last = members[-1].id


async def _batch(service: Service, number: int) -> Batch | None:
    """Find a batch; where there is none of that number, tell which there are."""
    async with service.context() as context:
        if batch := await batches.find(context.session, number):
            return batch
        last = await batches.last(context.session, limit=BATCHES_SHOWN)
    say(f"không có lô {number}. " + ("Các lô gần đây:" if last else "Chưa có lô nào."))
    for batch in last:
        when = moment(batch.at.astimezone(service.settings.zone))
        say(f"lô {batch.id}: {batch.reports} báo cáo, {when}")
    return None


async def _remember(context: Context, member: Member, batch: int, action: Action) -> None:
    await changes.add(context.session, member.id, action, actor=POSTED_BY, at=context.now)
    await records.note(context.session, POSTED_BY, action, f"report {member.id}", context.now, batch=batch)


def _list(title: str, members: list[Member], remedy: str = "") -> None:
    if not members:
        return
    _print(f"\n{title} ({len(members)})")
    for member in members:
        _print(f"{member.id:>6}  {shorten(member.title or '', _TITLE_SHOWN)}".rstrip())
    if remedy:
        _print(remedy)


def _print(line: str) -> None:
    print(line)  # noqa: T201 what the command is for
