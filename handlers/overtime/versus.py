"""Two periods side by side: which targets got worse or better, which are new, which are told no more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handlers import pages, show, targets
from handlers.chat import Choice, Reply, Request
from handlers.codes import Code
from handlers.context import Arguments, Context
from handlers.errors import Mistake
from handlers.find import missing, report_number
from handlers.overtime.changing import change_between, since
from handlers.pages import Section
from handlers.periods import period_name
from handlers.richtext import RichText, bold, code, join
from handlers.texts import Texts
from reports.comparing import Change, Verdict
from reports.model import ItemKind
from storage import periods, reports, series
from storage.periods import Wanted
from storage.reports import StoredReport
from storage.series import Told

EACH = 10
NAME_SHOWN = 140
# What a reader must act on comes first.
ORDER = (Verdict.WORSE, Verdict.BETTER, Verdict.CHANGED, Verdict.SAME, Verdict.OPEN)
NEW, GONE = "new", "gone"


@dataclass(frozen=True, slots=True)
class Pair:
    """A target in two reports, in one of which it may not be told; what changed where both tell of it."""

    before: Told | None
    after: Told | None
    change: Change | None = None

    @property
    def group(self) -> str:
        """Tell what became of it."""
        if self.before and self.after:
            return self.change.verdict if self.change else Verdict.OPEN
        return NEW if self.after else GONE


def paired(before: Told | None, after: Told | None) -> Pair:
    """Put what two reports tell of a target side by side."""
    return Pair(before, after, change_between(before, after) if before and after else None)


async def of_periods(
    context: Context, one: Wanted, other: Wanted, bodies: Sequence[int] | None = None
) -> Reply:
    """Compare the reports of two periods that one body has."""
    found = await periods.pair(context.session, one, other, bodies)
    for number, wanted in zip(found, (one, other), strict=True):
        if number is None:
            raise Mistake("error.no_period", period=period_name(wanted, context.texts))
    return await between(context, found[0] or 0, found[1] or 0)


async def of_newest(context: Context, bodies: Sequence[int], wanted: Wanted | None = None) -> Reply | None:
    """Compare the newest report of one body with that of a period, else with the one before.

    None where there is but one report.
    """
    named = await periods.newest(context.session, wanted, bodies) if wanted else None
    if wanted and named is None:
        raise Mistake("error.no_period", period=period_name(wanted, context.texts))
    two = await periods.last_two(context.session, bodies, named)
    if named:
        two = [*[number for number in two if number != named][:1], named]
    return await between(context, two[0], two[1]) if len(two) == 2 else None


async def show_pair(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer a button: page P of reports A and B."""
    words = arguments.split()
    if len(words) < 2:
        raise Mistake("error.old_button")
    one, other = (report_number(word, "compare") for word in words[:2])
    return await between(context, one, other, pages.page_of(words, 2))


async def between(context: Context, one: int, other: int, page: int = 1) -> Reply:
    """Compare two reports, the earlier meeting with the later, whichever was named first."""
    if one == other:
        raise Mistake("error.compare_itself", number=one)
    stored = [await _load(context, number) for number in (one, other)]
    earlier, later = sorted(stored, key=_when)
    before = await series.told_by(context.session, earlier.id)
    after = await series.told_by(context.session, later.id)
    pairs = [paired(before.get(key), after.get(key)) for key in dict.fromkeys([*after, *before])]
    return _reply(context, earlier, later, pairs, page)


async def _load(context: Context, number: int) -> StoredReport:
    stored = await reports.load(context.session, number)
    if stored is None:
        raise await missing(context, number)
    return stored


def _when(stored: StoredReport) -> tuple[str, int]:
    report = stored.report
    dated = report.held_on or report.published
    return (dated.day if dated else stored.posted_at.date()).isoformat(), stored.id


def _reply(
    context: Context, earlier: StoredReport, later: StoredReport, pairs: Sequence[Pair], page: int
) -> Reply:
    texts = context.texts
    sections = list(_sections(pairs, texts))
    count = sum(map(len, sections))
    each = max(count, 1) if context.whole else EACH
    last = pages.pages(count, each)
    page = min(page, last)
    shown = [section.text() for section in pages.window(sections, (page - 1) * each, page * each)]
    counts = " · ".join(
        f"{sum(pair.group == group for pair in pairs)} {texts(f'group.{group}')}"
        for group in (*ORDER, NEW, GONE)
        if any(pair.group == group for pair in pairs)
    )
    shared = any(pair.before and pair.after for pair in pairs)
    note = "" if shared or not pairs else texts("versus.none_shared")
    head = join([_heading(earlier, later, texts), counts or texts("versus.nothing"), note])
    text = join([head, *shown, pages.number(page, last, texts), show.as_of(context)], "\n\n")
    turns = pages.page_choices(f"versus {later.id} {earlier.id}", page, last, texts)
    opens = tuple(
        Choice(texts("button.view", number=number), f"report {number}") for number in (later.id, earlier.id)
    )
    choices = (*([turns] if turns else []), opens)
    return Reply(text, choices, asked=f"compare {later.id} {earlier.id}")


def _heading(earlier: StoredReport, later: StoredReport, texts: Texts) -> RichText:
    """Name both reports; where they are of two bodies, say so."""
    title = texts("versus.title", later=_period_of(later, texts), earlier=_period_of(earlier, texts))
    lines = [
        " · ".join([texts("report.name", number=stored.id), show.title_of(stored.report.title, texts, 80)])
        for stored in (later, earlier)
    ]
    return join([bold(show.capitalised(title)), *lines])


def _period_of(stored: StoredReport, texts: Texts) -> str:
    """Tell a report by its period and its day."""
    report = stored.report
    if report.period:
        return show.with_day(show.reviewed(report.period, texts), report.held_on, texts)
    if report.held_on:
        return show.dated(report.held_on, texts)
    return texts("report.name", number=stored.id).lower()


def _sections(pairs: Sequence[Pair], texts: Texts) -> Iterator[Section]:
    for group in (*ORDER, NEW, GONE):
        lines = tuple(_line(pair, texts) for pair in pairs if pair.group == group)
        if lines:
            name = show.capitalised(texts(f"group.{group}"))
            yield Section(bold(texts("counted", name=name, count=len(lines))), lines)


def _line(pair: Pair, texts: Texts) -> RichText:
    told = pair.after or pair.before
    assert told is not None  # noqa: S101 one of the two tells of it
    number, target = told.items[0]
    mark = code(str(Code(told.report, ItemKind.TARGET, number)))
    name = f" {show.quoted(target.name, texts, NAME_SHOWN)}: "
    if pair.group in (NEW, GONE):
        return mark + name + _said(told, texts)
    grounds = since(pair.change, texts)
    if pair.group != Verdict.OPEN:
        return mark + name + grounds
    before, after = (_said(one, texts) for one in (pair.before, pair.after))
    return mark + name + texts("versus.both", before=before, after=after, why=grounds)


def _said(told: Told | None, texts: Texts) -> str:
    """Tell all that a report says of a target."""
    return " / ".join(targets.told(target, texts) for target in told.targets) if told else ""
