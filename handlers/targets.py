"""Targets (chỉ tiêu) by status with their figures, and what the text states against what it lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from handlers import pages, show
from handlers.chat import Choice, Reply, Request
from handlers.codes import Code
from handlers.context import Arguments, Context
from handlers.find import report_asked_for
from handlers.pages import Section
from handlers.richtext import RichText, bold, code, italic, join
from handlers.texts import Texts
from reports.edits import is_typed
from reports.model import Figure, ItemKind, Report, Target, TargetCount, TargetStatus

EACH = 12
# What a reader must act on comes first.
ORDER = (
    TargetStatus.BEHIND,
    TargetStatus.NEAR,
    TargetStatus.PENDING,
    TargetStatus.MET,
    TargetStatus.EXCEEDED,
    TargetStatus.PLANNED,
    None,
)
# Orange and blue are told apart by everybody, red and green are not.
_SQUARES: dict[TargetStatus | None, str] = {
    TargetStatus.BEHIND: "🟧",
    TargetStatus.NEAR: "🟨",
    TargetStatus.PENDING: "⬜",
    TargetStatus.MET: "🟦",
    TargetStatus.EXCEEDED: "🟪",
    TargetStatus.PLANNED: "🔲",
    None: "◽",
}
WIDEST = 20
"""Squares that stand in one line of a phone."""
MEASURES = ("actual", "plan_ratio", "change", "goal")


async def list_targets(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer `/targets [N]`: the targets of the newest report or of report N."""
    words = arguments.split()
    stored = await report_asked_for(context, words[0] if words else "", "targets")
    texts, report = context.texts, stored.report
    head = show.short_heading(stored.id, report, texts("section.targets"), texts)
    if not (report.targets or report.counts):
        return Reply(join([head, texts("none.targets")], "\n\n"))
    return pages.paged(
        join([head, summary(report, texts), bar(_counts(report))]),
        list(target_sections(stored.id, report, texts)),
        command="targets",
        report=stored.id,
        page=pages.page_of(words, 1),
        each=EACH,
        context=context,
        leads_on=(Choice(texts("button.chart"), f"chart {stored.id}"),),
        in_file=True,
    )


def summary(report: Report, texts: Texts) -> str:
    """Count the targets by status: as the text states them, else as they are listed."""
    counts, stated = _counts(report), bool(report.counts)
    if not counts:
        return ""
    told = texts("targets.stated" if stated else "targets.listed", bands=_bands(counts, texts))
    typed = sum(is_typed(target.name) or target.status_typed for target in report.targets)
    return f"{told} {texts('targets.by_staff', count=typed)}" if typed and not stated else told


def _counts(report: Report) -> Counter[TargetStatus | None]:
    stated: Counter[TargetStatus | None] = Counter()
    for count in report.counts:
        stated[count.status] += count.stated
    return stated or Counter(target.status for target in report.targets)


def bar(counts: Counter[TargetStatus | None]) -> str:
    """Draw how many have each status, in the order of the words above it: at most about `WIDEST` squares.

    >>> bar(Counter({TargetStatus.MET: 3, TargetStatus.BEHIND: 1}))
    '🟧🟦🟦🟦'
    """
    total = counts.total()
    if len(counts) < 2:
        return ""
    share = min(1.0, WIDEST / total)
    return "".join(
        _SQUARES[status] * max(1, round(counts[status] * share)) for status in ORDER if counts[status]
    )


def _bands(counts: Counter[TargetStatus | None], texts: Texts) -> str:
    """Write how many have each status, and their sum, which the text itself may not state."""
    key = "targets.band" if len(counts) > 1 else "targets.only_band"
    bands = " · ".join(
        texts(key, count=counts[status], status=status_name(status, texts))
        for status in ORDER
        if status in counts
    )
    return texts("targets.sum", bands=bands, count=counts.total()) if len(counts) > 1 else bands


def status_name(status: TargetStatus | None, texts: Texts) -> str:
    """Name a status in the words offices use."""
    return texts(f"status.{status or 'none'}")


def status_told(status: TargetStatus | None, typed: bool, texts: Texts) -> str:
    """Name a status, and tell where it is staff's word."""
    if typed and status is None:
        return show.nothing(texts("status.emptied"), True, texts)
    name = status_name(status, texts)
    return f"{name} {texts('by.staff')}" if typed else name


def target_sections(number: int | None, report: Report, texts: Texts) -> Iterator[Section]:
    """Write the targets of each status under a heading that tells how many the text states."""
    for status in ORDER:
        lines = tuple(_line(number, target, texts) for target in report.targets if target.status is status)
        counts = [count for count in report.counts if count.status is status]
        if lines or counts:
            heading = _heading(status, len(lines), counts, texts)
            yield Section(join([heading, *_phrases(counts, texts)]), lines)


def _heading(status: TargetStatus | None, listed: int, counts: list[TargetCount], texts: Texts) -> RichText:
    name = show.capitalised(status_name(status, texts))
    stated = sum(count.stated for count in counts)
    if not stated:
        told = texts("targets.only_listed", listed=listed)
    elif listed:
        told = texts("targets.counted", stated=stated, listed=listed)
    else:
        told = texts("targets.unnamed", stated=stated)
    return bold(name) + f" ({told})"


def _phrases(counts: list[TargetCount], texts: Texts) -> Iterator[RichText]:
    for count in counts:
        phrase = italic(f"“{show.quoted(count.phrase, texts, 120)}”")
        if count.readings:
            readings = either(count.readings, texts)
            phrase += " ⚠ " + texts("targets.open", readings=readings)
        yield phrase


def either(numbers: tuple[int, ...], texts: Texts) -> str:
    """Write alternatives: "2 hoặc 3"."""
    return f" {texts('or')} ".join(map(str, numbers))


def _line(number: int | None, target: Target, texts: Texts) -> RichText:
    figures = figures_of(target, texts)
    name = show.quoted(target.name, texts, 160)
    mark = code(str(Code(number, ItemKind.TARGET, target.ordinal))) if number else RichText("•")
    return mark + f" {name}" + (f": {figures}" if figures else "") + _by_staff(target, texts)


def _by_staff(target: Target, texts: Texts) -> str:
    """Tell that the heading which a target stands under is staff's word."""
    if not target.status_typed:
        return ""
    if target.status is None:
        return f" · {status_told(None, True, texts)}"
    return f" ({texts('targets.status_typed', status=status_name(target.status, texts))})"


def figures_of(target: Target, texts: Texts) -> str:
    """Write a target's figures as the report writes them."""
    figures = ((measure, getattr(target, measure)) for measure in MEASURES)
    return "; ".join(
        texts(f"figure.{measure}", written=_with_unit(figure, show.quoted(figure.written, texts, 80)))
        for measure, figure in figures
        if figure
    )


def _with_unit(figure: Figure, written: str) -> str:
    """Add the unit that stands in another column of the report's table."""
    unit = figure.unit or ""
    if not unit or unit.lower() in figure.written.text.lower():
        return written
    return f"{written}%" if unit == "%" else f"{written} {unit}"


def told(target: Target, texts: Texts, without: str = "targets.only_named") -> str:
    """Tell what a report says of a target: its status, and its figures; where it says none, that."""
    shown = target.status or target.status_typed
    status = status_told(target.status, target.status_typed, texts) if shown else ""
    figures = figures_of(target, texts)
    if not figures and target.figures_emptied:
        figures = show.nothing(texts("targets.no_figures"), True, texts)
    return "; ".join(filter(None, [status, figures])) or texts(without)
