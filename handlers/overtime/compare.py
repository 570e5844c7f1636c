"""One target over time: what each report says of it, and what changed from one to the next."""

from __future__ import annotations

from collections.abc import Sequence

from handlers import pages, show, targets
from handlers.calendar import AskedPeriods, asked_periods
from handlers.chat import Choice, Reply, Request
from handlers.codes import Code, parse_code
from handlers.context import Arguments, Context
from handlers.errors import Mistake
from handlers.find import report_number
from handlers.overtime import versus
from handlers.overtime.changing import change_between, since
from handlers.richtext import RichText, bold, code, italic, join, shorten
from handlers.texts import Texts
from reports.matching import name_key
from reports.model import ItemKind
from reports.samebody import body_key
from storage import periods, series
from storage.keying import split_period
from storage.periods import Wanted
from storage.series import Asked, Closeness, Series, Told

EACH = 6
KEPT = 100
"""Reports of one target that are kept in one answer: the newest."""
LISTED = 8
"""Targets among which somebody chooses."""
NEAR = 3
NAME_SHOWN = 120
MOST_ASKED = 400
"""Characters of a question that are looked at."""


async def compare_reports(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer `/compare NAME`, `/compare CODE`, `/compare PERIOD PERIOD` and `/compare N N`."""
    words = shorten(arguments, MOST_ASKED)
    if not words:
        raise Mistake("error.compare_what")
    if (item := parse_code(words)) and item.ordinal is not None:
        return await _of_code(context, item)
    asked = asked_periods(words, context.now.date())
    if len(asked.periods) >= 2:
        return await _of_periods(context, asked)
    numbers = words.split()
    if len(numbers) == 2 and all(number.isdecimal() for number in numbers):
        one, other = (report_number(number, "compare") for number in numbers)
        return await versus.between(context, one, other)
    if asked.periods and not asked.rest:
        raise Mistake("error.compare_one_period")
    return await _of_name(context, words)


async def series_asked_for(context: Context, words: str, action: str = "series {id} 1") -> Series | Reply:
    """Find the one target that is meant; else the answer that lists which there are, each with a button."""
    asked = await series.find(context.session, name_key(words), limit=LISTED + 1)
    if not asked.series:
        raise Mistake("error.no_target", words=shorten(words, NAME_SHOWN))
    if len(asked.series) == 1 and asked.closeness is not Closeness.SOME:
        return asked.series[0]
    return choose(words, asked, context, action)


async def series_of_code(context: Context, item: Code) -> Series:
    """Find the series that a target's code is in. Raises Mistake where there is no such target."""
    if item.kind is not ItemKind.TARGET or item.ordinal is None:
        raise Mistake("error.target_code", given=str(item))
    found = await series.series_of(context.session, item.report, item.ordinal)
    if found is None:
        raise Mistake("error.no_item", number=item.report, code=str(item))
    return found


async def show_series(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer a button: page P of series S."""
    given = arguments.split()
    number = pages.page_of(given, 0)
    (found,) = await series.describe(context.session, [number], limit=1) or (None,)
    if found is None:
        raise Mistake("error.old_button")
    return await over_time(context, found, pages.page_of(given, 1))


async def _of_code(context: Context, item: Code) -> Reply:
    return await over_time(context, await series_of_code(context, item))


async def _of_name(context: Context, words: str) -> Reply:
    found = await series_asked_for(context, words)
    return found if isinstance(found, Reply) else await over_time(context, found)


async def _of_periods(context: Context, asked: AskedPeriods) -> Reply:
    """Compare two periods, of the body whose name was said; other words are taken for a target's name."""
    said = body_key(asked.rest).bare
    bodies = await periods.bodies_named(context.session, said) if said else None
    if bodies == []:
        return await _of_name(context, asked.rest)
    return await versus.of_periods(context, asked.periods[0], asked.periods[1], bodies)


def choose(words: str, asked: Asked, context: Context, action: str = "series {id} 1") -> Reply:
    """List the targets that may be meant, with a button for each."""
    texts = context.texts
    shown = asked.series[:LISTED]
    key = "compare.near" if asked.closeness is Closeness.SOME else "compare.which"
    head = bold(texts(key, words=shorten(words, NAME_SHOWN)))
    more = texts("compare.more") if len(asked.series) > LISTED else ""
    lines = [line_of(one, texts) for one in shown]
    choices = [Choice(str(_code(one)), action.format(id=one.id)) for one in shown]
    rows = tuple(tuple(choices[at : at + 4]) for at in range(0, len(choices), 4))
    return Reply(join([head, join(lines), more, show.as_of(context)], "\n\n"), rows)


def _code(one: Series) -> Code:
    return Code(one.report, ItemKind.TARGET, one.target)


def line_of(one: Series, texts: Texts) -> RichText:
    """Write a target in a list: its newest code, its name, whose it is, and its day."""
    name = show.quoted(one.name, texts, NAME_SHOWN)
    told = f" {name} · {show.body_of(one, texts)} · {show.when(one.dates, texts)}"
    return code(str(_code(one))) + told


async def in_periods(context: Context, one: Series, later: Wanted, earlier: Wanted) -> Reply | None:
    """Tell a target in two periods, whichever was named first; None where not both have it."""
    texts = context.texts
    told = await series.told(context.session, one.id, limit=KEPT)
    both = [[at for at, this in enumerate(told) if _is_of(this, wanted)] for wanted in (later, earlier)]
    pairs = [(a, b) for a in both[0] for b in both[1] if a != b]
    if not pairs:
        return None
    same = [(a, b) for a, b in pairs if _part(told[a]) == _part(told[b])]
    pair = [told[at] for at in sorted((same or pairs)[0])]
    text = join(
        [_head(one, 2, texts), _block(pair, 0, texts), _block(pair, 1, texts), show.as_of(context)], "\n\n"
    )
    opens = tuple(pages.open_choice(this.report, texts) for this in pair)
    return Reply(text, ((Choice(texts("button.all_times"), f"series {one.id} 1"),), opens))


def _is_of(told: Told, wanted: Wanted) -> bool:
    """Tell whether a report is of a period, or of any period of a year."""
    return wanted.part in {"", _part(told)} and wanted.year in {None, told.year}


def _part(told: Told) -> str:
    return split_period(told.period.value)[0] if told.period else ""


async def over_time(context: Context, one: Series, page: int = 1) -> Reply:
    """Tell one page of a target's reports, the newest first."""
    texts = context.texts
    count = await series.count(context.session, one.id)
    each = KEPT if context.whole else EACH
    last = pages.pages(min(count, series.COUNTED_AT_MOST), each)
    page = min(page, last)
    told = await series.told(context.session, one.id, limit=each + 1, offset=(page - 1) * each)
    blocks = [_block(told, at, texts) for at in range(min(len(told), each))]
    near = await series.near(context.session, one.id, limit=NEAR) if page == 1 else ()
    text = join(
        [
            _head(one, count, texts),
            *blocks,
            join([italic(texts("compare.others")), *(line_of(other, texts) for other in near)])
            if near
            else "",
            pages.number(page, last, texts),
            show.as_of(context),
        ],
        "\n\n",
    )
    chart = Choice(texts("button.chart"), f"draw {one.id}")
    turns = pages.page_choices(f"series {one.id}", page, last, texts)
    choices = (*([turns] if turns else []), (chart, pages.open_choice(one.report, texts)))
    return Reply(text, choices, asked=f"compare {_code(one)}")


def _head(one: Series, count: int, texts: Texts) -> RichText:
    most = series.COUNTED_AT_MOST
    number = texts("search.many", count=show.grouped(most)) if count > most else show.grouped(count)
    name = bold(show.quoted(one.name, texts, NAME_SHOWN))
    return join([name, show.body_of(one, texts), texts("compare.reports", count=number)])


def _block(told: Sequence[Told], at: int, texts: Texts) -> RichText:
    """Tell what one report says, and what changed since the one before it."""
    this = told[at]
    head = " · ".join(
        filter(None, [show.when(this.dates, texts), show.reviewed(this.period, texts) if this.period else ""])
    )
    lines = [
        code(str(Code(this.report, ItemKind.TARGET, number))) + f" {said}"
        for number, target in this.items
        if (said := targets.told(target, texts))
    ]
    if at + 1 < len(told):
        before = told[at + 1]
        changed = since(change_between(before, this), texts)
        lines.append(RichText(f"{changed} ({texts('compare.since', number=before.report)})"))
    return join([bold(head), *lines])
