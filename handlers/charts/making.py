"""Make charts of what reports tell: pure functions from stored values to rows."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from handlers import show
from handlers.charts.model import COLOURS, PLAIN, UNKNOWN, Chart, Mark, Row
from handlers.errors import Mistake
from handlers.richtext import shorten
from handlers.targets import ORDER, status_name, status_told
from handlers.texts import Texts
from reports.comparing import COMPARED, figure_of, status_of, unit_of, value_of
from reports.folding import fold
from reports.model import Figure, Report, Target, TargetCount, TargetStatus
from storage.series import Series, Told

MOST_NAMES = 20
"""Of more targets only the first of each status are named: a picture is no list."""
NAMES, NAMES_OF_MANY = 8, 3
UNITS = 14
NAME_SHOWN = 120
WORDS_SHOWN = 60
WHOLE_PLAN = 100.0


def statuses(number: int, report: Report, texts: Texts) -> Chart:
    """Draw how many targets have each status: as the text states it, else as it lists them."""
    rows = tuple(_statuses(report, texts))
    if not rows:
        raise Mistake("chart.no_targets", number=number)
    return Chart(texts("chart.statuses"), _about(report, texts), rows, _source(number, report, texts))


def _statuses(report: Report, texts: Texts) -> Iterator[Row]:
    names = NAMES if len(report.targets) <= MOST_NAMES else NAMES_OF_MANY
    for status in ORDER:
        listed = [target for target in report.targets if target.status is status]
        count = _count(status, report.counts, len(listed))
        if count is None:
            if listed:  # the text counts others, and not these
                words = texts("chart.not_counted", count=len(listed))
                yield _status(status, None, words, _named(listed, names, texts), texts)
        elif count:
            words = texts("chart.targets", count=count)
            notes = (*_phrases(status, report.counts, texts), *_named(listed, names, texts))
            yield _status(status, float(count), words, notes, texts)


def _count(status: TargetStatus | None, counts: Sequence[TargetCount], listed: int) -> int | None:
    """Count a status as the text states it; None where it states others alone."""
    if not counts:
        return listed
    stated = [count.stated for count in counts if count.status is status]
    return sum(stated) if stated else None


def _phrases(status: TargetStatus | None, counts: Sequence[TargetCount], texts: Texts) -> Iterator[str]:
    """Quote how the text states a count: it may count two statuses in one."""
    for count in counts:
        if count.status is status:
            yield f"“{show.quoted(count.phrase, texts, NAME_SHOWN)}”"


def _named(listed: Sequence[Target], most: int, texts: Texts) -> tuple[str, ...]:
    """Name the first targets of a status, and tell how many more there are."""
    names = [f"• {show.quoted(target.name, texts, NAME_SHOWN)}" for target in listed[:most]]
    more = [texts("chart.more_targets", count=len(listed) - most)] if len(listed) > most else []
    return (*names, *more)


def _status(
    status: TargetStatus | None, value: float | None, words: str, names: tuple[str, ...], texts: Texts
) -> Row:
    return Row(show.capitalised(status_name(status, texts)), words, value, COLOURS[status], names)


def over_time(one: Series, told: Sequence[Told], texts: Texts) -> Chart:
    """Draw what reports say of one target, the oldest first, in the one measure that most of them tell.

    Raises Mistake where there are no figures, or none in one unit.
    """
    measure = _measure(told, texts)
    known = any(status_of(one_told.targets) for one_told in told)
    colours = COLOURS if known else {**COLOURS, None: PLAIN}
    rows = tuple(_report(one_told, measure, colours, texts) for one_told in reversed(told))
    reports = ", ".join(str(one_told.report) for one_told in reversed(told))
    ends = [show.when(one_told.dates, texts) for one_told in (told[-1], told[0])]
    days = " - ".join(dict.fromkeys(ends))
    mark = Mark(WHOLE_PLAN, texts("chart.whole_plan")) if measure == "plan_ratio" else None
    return Chart(
        show.capitalised(show.quoted(one.name, texts, NAME_SHOWN)),
        f"{show.body_of(one, texts)} · {texts(f'chart.{measure}')}",
        rows,
        (texts("chart.reports", numbers=reports, days=days),),
        mark,
    )


def _measure(told: Sequence[Told], texts: Texts) -> str:
    """Choose the measure that most reports tell in one unit; shares of the plan where as many tell both."""
    several: set[str] = set()
    numbers: dict[str, int] = {}
    for measure in COMPARED:
        figures = [figure for one in told for target in one.targets if (figure := getattr(target, measure))]
        units = {unit_of(figure): figure.unit or texts("chart.no_unit") for figure in figures}
        if len(units) > 1:
            several |= set(units.values())
        else:
            numbers[measure] = sum(_value(one, measure) is not None for one in told)
    best = max(numbers, key=lambda measure: numbers[measure], default=None)
    if best and numbers[best]:
        return best
    if several:
        raise Mistake("chart.other_units", units="; ".join(shorten(unit, 30) for unit in sorted(several)[:6]))
    raise Mistake("chart.no_figures")


def _value(told: Told, measure: str) -> float | None:
    figure = figure_of(told.targets, measure)
    value = float(value_of(figure)) if figure else None
    return value if value is not None and math.isfinite(value) else None


def _report(told: Told, measure: str, colours: Mapping[TargetStatus | None, str], texts: Texts) -> Row:
    period = show.reviewed(told.period, texts) if told.period else ""
    name = " · ".join(filter(None, [show.capitalised(period), show.when(told.dates, texts)]))
    status = status_of(told.targets)
    value = _value(told, measure)
    written = (getattr(target, measure) for target in told.targets)
    figure: Figure | None = figure_of(told.targets, measure) or next(filter(None, written), None)
    words = show.quoted(figure.written, texts, WORDS_SHOWN) if figure else texts("chart.gap")
    typed = any(target.status_typed for target in told.targets)
    standing = f" ({status_told(status, typed, texts)})" if status else ""
    return Row(name + standing, words, value, colours[status])


def by_unit(number: int, report: Report, texts: Texts) -> Chart:
    """Draw how many tasks of a report each unit has, the most first; those without a unit last."""
    if not report.tasks:
        raise Mistake("chart.no_tasks", number=number)
    names: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for task in report.tasks:
        if task.assignee:
            key = " ".join(fold(task.assignee.text).split())
            names.setdefault(key, show.quoted(task.assignee, texts, NAME_SHOWN))
            counts[key] += 1
    rows = [
        Row(show.capitalised(names[key]), texts("chart.tasks", count=count), float(count))
        for key, count in islice(counts.most_common(), UNITS)
    ]
    others = counts.most_common()[UNITS:]
    if others:
        tasks = texts("chart.tasks", count=sum(count for _, count in others))
        rows.append(Row(texts("chart.more_units", count=len(others)), tasks, None))
    if unknown := len(report.tasks) - counts.total():
        emptied = sum(task.assignee is None and task.assignee_emptied for task in report.tasks)
        notes = (texts("chart.emptied", count=emptied),) if emptied else ()
        tasks = texts("chart.tasks", count=unknown)
        rows.append(Row(texts("task.no_assignee"), tasks, float(unknown), UNKNOWN, notes))
    return Chart(texts("chart.by_unit"), _about(report, texts), tuple(rows), _source(number, report, texts))


def _about(report: Report, texts: Texts) -> str:
    return show.title_of(report.title, texts, show.TITLE_SHOWN)


def _source(number: int, report: Report, texts: Texts) -> tuple[str, ...]:
    """Tell out of which report, of which day, of whom."""
    day = show.when(show.dates_of(report), texts)
    body = show.quoted(report.organisation, texts, NAME_SHOWN) if report.organisation else ""
    return (
        texts(
            "chart.source", told=" · ".join(filter(None, [texts("report.name", number=number), day, body]))
        ),
    )


def in_words(chart: Chart, most: int) -> str:
    """Say what the picture shows, for those who cannot see it."""
    lines: list[str] = []
    for row in chart.rows:
        line = f"{shorten(row.name, 80)}: {row.words}"
        if sum(map(len, lines)) + len(lines) + len(line) > most:
            lines.append("…")
            break
        lines.append(line)
    return "\n".join(lines)
