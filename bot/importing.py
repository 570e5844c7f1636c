"""`sohop import`: store files without chat, each in a transaction of its own, the run as a batch."""

from __future__ import annotations

import asyncio
import signal
import sys
import tempfile
from collections import deque
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.files import FileError, check, files_in, open_readable
from bot.logs import set_up_logs
from bot.outcomes import Fate, Outcome, shown, table
from bot.progress import progress
from bot.reading import build_opener
from bot.restoring import ENDING, read_export
from bot.service import Service
from bot.serving import only_instance, open_service
from bot.settings import Settings
from documents.opening import Opener
from handlers.context import Context
from handlers.exports.as_json import Entry
from handlers.files import LONGEST_NAME, judge
from handlers.preview import reading_warnings, warnings
from handlers.richtext import shorten
from handlers.show import title_of
from reports import Report, WarningKind, read_report
from storage import batches, meetings, records, reports
from storage.errors import StorageError
from storage.reports import AlreadyStoredError, Known, text_key

POSTED_BY = "console:import"
DONE, FAILED, INTERRUPTED = 0, 1, 130
AHEAD = 4
"""Files that are read or wait to be stored at once; so many texts are in memory."""
_TITLE_SHOWN = 90


@dataclass(frozen=True, slots=True)
class Read:
    """A file's text, and what should be known of the reading."""

    text: str
    looks: tuple[str, ...] = ()


Taken = Read | tuple[Entry, ...] | FileError
"""A text, or the reports of an export, or why there is neither."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What the person at the terminal asked for."""

    forced: bool = False
    dry: bool = False


class Busy(Exception):  # noqa: N818 said to the person at the terminal
    """Another import goes on."""


@dataclass
class Run:
    """One run over many files."""

    service: Service
    opener: Opener
    choices: Choices
    outcomes: list[Outcome] = field(default_factory=list)
    done: int = 0
    """Files; an export of several reports has an outcome for each."""
    batch: int | None = None
    seen: dict[str, Path] = field(default_factory=dict)
    """Texts of a dry run, which nothing else remembers."""

    async def over(self, paths: Sequence[Path], stop: asyncio.Event) -> None:
        """Read the files and store them in their order, until all are done or `stop` is set."""
        with progress(len(paths), "Đang đọc") as one_more:
            async for path, read in self._read_ahead(paths, stop):
                async for outcome in self._outcomes(path, read):
                    self.outcomes.append(outcome)
                self.done += 1
                one_more()

    async def _read_ahead(
        self, paths: Sequence[Path], stop: asyncio.Event
    ) -> AsyncIterator[tuple[Path, Taken]]:
        """Give files in order, while the next ones are being read."""
        left = iter(paths)
        waiting: deque[tuple[Path, asyncio.Task[Taken]]] = deque()
        stopped = asyncio.create_task(stop.wait())
        try:
            while not stop.is_set():
                while len(waiting) < AHEAD and (path := next(left, None)):
                    waiting.append((path, asyncio.create_task(self._read(path))))
                if not waiting:
                    return
                path, task = waiting[0]
                await asyncio.wait([task, stopped], return_when=asyncio.FIRST_COMPLETED)
                if task.done():
                    waiting.popleft()
                    yield path, task.result()
        finally:
            await _cancel(stopped, *(task for _, task in waiting))

    async def _read(self, path: Path) -> Taken:
        try:
            if path.suffix.lower() == ENDING:
                return await read_export(path)
            file = await judge(await open_readable(self.opener, path, self.service.settings))
            check(file, path, self.service.settings)
        except FileError as error:
            return error
        return Read(file.text, tuple(reading_warnings(file, self.service.texts)))

    async def _outcomes(self, path: Path, taken: Taken) -> AsyncIterator[Outcome]:
        if isinstance(taken, tuple):
            for entry in taken:
                yield await self._restored(path, entry)
        else:
            yield await self._outcome(path, taken)

    async def _restored(self, path: Path, entry: Entry) -> Outcome:
        """Store a report as it was exported, nothing of it read anew."""
        async with self.service.context() as context:
            known = await reports.known(context.session, entry.report.source)
        if known:
            return _known(path, known)
        if self.choices.dry:
            return await self._would_store(path, entry.report, ())
        return await self._store(path, entry.report, (), entry)

    async def _outcome(self, path: Path, read: Read | FileError) -> Outcome:
        if isinstance(read, FileError):
            return Outcome(path, Fate.REFUSED, words=_reason(read, path))
        async with self.service.context() as context:
            known = await reports.known(context.session, read.text)
        if known:
            return _known(path, known)
        report = await asyncio.to_thread(read_report, read.text)
        if not self.choices.forced and any(w.kind is WarningKind.NOT_A_REPORT for w in report.warnings):
            reason = "không giống báo cáo họp nên không lưu. Vẫn muốn lưu: thêm --force."
            return Outcome(path, Fate.REFUSED, words=reason)
        if self.choices.dry:
            return await self._would_store(path, report, read.looks)
        return await self._store(path, report, read.looks)

    async def _store(
        self, path: Path, report: Report, looks: Sequence[str], entry: Entry | None = None
    ) -> Outcome:
        """Store one report, as part of the batch; the first one opens the batch."""
        async with self.service.context() as context:
            session = context.session
            looks = [*looks, *await _same(report, context)]
            try:
                number = await reports.add(
                    session,
                    report,
                    posted_by=POSTED_BY,
                    at=entry.posted_at if entry else context.now,
                    address=entry.address if entry else None,
                )
            except AlreadyStoredError:  # somebody posted it in the meantime
                known = await reports.known(session, report.source)
                return _known(path, known) if known else Outcome(path, Fate.REFUSED)
            batch = self.batch or await batches.start(session, POSTED_BY, context.now)
            await batches.put(session, batch, number)
            await records.note(
                session,
                POSTED_BY,
                "store",
                f"report {number}",
                context.now,
                file=shown(path.name),
                batch=batch,
            )
            outcome = _with_title(path, Fate.STORED, report, looks, context, number)
        self.batch = batch
        return outcome

    async def _would_store(self, path: Path, report: Report, looks: Sequence[str]) -> Outcome:
        first = self.seen.setdefault(text_key(report.source), path)
        if first is not path:
            return Outcome(path, Fate.KNOWN, words=f"cùng văn bản với {shown(first)}")
        async with self.service.context() as context:
            looks = [*looks, *await _same(report, context)]
            return _with_title(path, Fate.WOULD_BE_STORED, report, looks, context)

    def end(self) -> str:
        """Tell how the run can be taken back."""
        if self.choices.dry:
            return "Chạy thử: chưa lưu gì vào sổ."
        if self.batch is None:
            return "Không có báo cáo mới nào được lưu."
        count = self.count(Fate.STORED)
        return f"Lô {self.batch}: {count} báo cáo. Gỡ lại: sohop import --undo {self.batch}"

    def count(self, fate: Fate) -> int:
        """Count the files of a fate."""
        return sum(outcome.fate is fate for outcome in self.outcomes)


async def _cancel(*tasks: asyncio.Task[Any]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def _reason(error: FileError, path: Path) -> str:
    """Take the file's name off a reason: it stands in the table already."""
    return str(error).removeprefix(f"{path}: ").removeprefix(f"{shorten(str(path), LONGEST_NAME)}: ")


def _known(path: Path, known: Known) -> Outcome:
    if known.deleted_at:
        return Outcome(path, Fate.DELETED, known.id, f"khôi phục trong chat: /restore {known.id}")
    return Outcome(path, Fate.KNOWN, known.id)


async def _same(report: Report, context: Context) -> list[str]:
    """Tell which report in the book is of the same meeting, it seems."""
    same = await meetings.same_meeting(context.session, report)
    return [f"giống báo cáo {same.id} (cùng cơ quan, ngày)"] if same else []


def _with_title(  # noqa: PLR0913, PLR0917 all that is told of a report
    path: Path,
    fate: Fate,
    report: Report,
    looks: Sequence[str],
    context: Context,
    number: int | None = None,
) -> Outcome:
    title = title_of(report.title, context.texts, _TITLE_SHOWN)
    return Outcome(path, fate, number, title, (*looks, *warnings(report, context)))


async def import_files(settings: Settings, given: Sequence[Path], choices: Choices) -> int:
    """Store each file as a report, and print what became of all; returns the exit code."""
    set_up_logs(settings.log_level, settings.log_format)
    paths = await asyncio.to_thread(lambda: list(files_in(given, every=True)))
    opener = await build_opener(settings)
    async with _book(settings, choices) as service:
        run, stop = Run(service, opener, choices), _interrupted()
        fault: StorageError | None = None
        try:
            await run.over(paths, stop)
        except StorageError as error:
            fault = error
    for line in [*table(run.outcomes), run.end()]:
        print(line)  # noqa: T201 what the command is for
    return _code(run, len(paths), fault, stopped=stop.is_set())


def _code(run: Run, given: int, fault: StorageError | None, *, stopped: bool) -> int:
    """Tell on stderr what is left to do, and give the exit code."""
    left = given - run.done
    if stopped and left:
        say(f"đã dừng; {left} tệp chưa đọc. Chạy lại lệnh để tiếp, tệp đã lưu không lưu lần nữa.")
        return INTERRUPTED
    if fault:
        say(f"{fault} {left} tệp chưa lưu; tệp đã lưu không lưu lần nữa.")
    out = run.count(Fate.REFUSED) + run.count(Fate.DELETED)
    if out:
        say(f"{out} tệp không vào sổ, lý do ở trên.")
    return FAILED if out or fault else DONE


def say(sentence: str) -> None:
    """Say something to the person at the terminal."""
    print(f"sohop: {sentence}", file=sys.stderr)  # noqa: T201


def _interrupted() -> asyncio.Event:
    """Give what Ctrl-C sets: the file in hand is finished. The second Ctrl-C ends at once."""
    stop, loop = asyncio.Event(), asyncio.get_running_loop()

    def first() -> None:
        stop.set()
        loop.remove_signal_handler(signal.SIGINT)

    with suppress(ValueError):  # not in the main thread
        loop.add_signal_handler(signal.SIGINT, first)
    return stop


@asynccontextmanager
async def _book(settings: Settings, choices: Choices) -> AsyncIterator[Service]:
    """Open the book, for nobody else's import; a dry run makes none where there is none."""
    if not choices.dry:
        async with alone(settings) as service:
            yield service
    elif settings.database_path.exists():
        async with open_service(settings) as service:
            yield service
    else:
        with tempfile.TemporaryDirectory() as folder:
            elsewhere = settings.model_copy(update={"database_path": Path(folder) / "sohop.db"})
            async with open_service(elsewhere) as service:
                yield service


@asynccontextmanager
async def alone(settings: Settings) -> AsyncIterator[Service]:
    """Open the book, and hold off other imports. Raises Busy where one goes on."""
    path = settings.database_path
    with only_instance(path.with_name(f"{path.name}.import")) as first:
        if not first:
            raise Busy(f"một lệnh sohop import khác đang chạy với {path}. Đợi lệnh kia xong rồi chạy lại.")
        async with open_service(settings) as service:
            yield service
