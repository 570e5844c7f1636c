"""What became of a target from one report to another, in words."""

from __future__ import annotations

from collections.abc import Iterator

from handlers import show, targets
from handlers.texts import Texts
from reports.comparing import Change, Moved, Under, Verdict, comparable, compare
from storage.keying import split_period
from storage.series import Told

_MARKS = {Verdict.BETTER: "▲", Verdict.WORSE: "▼", Verdict.SAME: "=", Verdict.CHANGED: "↕"}

_WAYS = {"risen": "↑", "fallen": "↓"}


def change_between(before: Told, after: Told) -> Change | None:
    """Tell what became of a target; None where the two periods cannot be held against each other."""
    return compare(before.targets, after.targets) if comparable(_under(before), _under(after)) else None


def _under(told: Told) -> Under:
    return Under(split_period(told.period.value)[0] if told.period else None, told.year)


def since(change: Change | None, texts: Texts) -> str:
    """Tell a change in words: what became of the target, then by what that was told."""
    if change is None:
        return texts("change.period")
    key = "unit" if change.verdict is Verdict.OPEN and change.units_differ else _way(change)
    mark = _WAYS.get(key, _MARKS.get(change.verdict, ""))
    words = " ".join(filter(None, [mark, texts(f"change.{key}")]))
    return ": ".join(filter(None, [words, "; ".join(_grounds(change, texts))]))


def _way(change: Change) -> str:
    """Tell whether what was reached rose or fell, where no text says that it is better or worse."""
    ways = [moved.way for moved in change.moved if moved.measure == "actual"]
    if change.verdict is not Verdict.CHANGED or len(ways) != len(change.moved):
        return change.verdict
    return "risen" if ways[0] > 0 else "fallen"


def _grounds(change: Change, texts: Texts) -> Iterator[str]:
    if change.before is not change.after and change.before and change.after:
        statuses = ((change.before, change.typed[0]), (change.after, change.typed[1]))
        before, after = (targets.status_told(status, typed, texts) for status, typed in statuses)
        yield f"{before} → {after}"
    yield from (moved_told(moved, texts) for moved in change.moved)


def moved_told(moved: Moved, texts: Texts) -> str:
    """Write a figure of both reports, each as it is written there."""
    before, after = (show.quoted(figure.written, texts, 60) for figure in (moved.before, moved.after))
    return texts(f"figure.{moved.measure}", written=f"{before} → {after}")
