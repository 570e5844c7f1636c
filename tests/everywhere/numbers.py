"""Choose by numbers: what stands below the last answer."""

from __future__ import annotations

import re

_NUMBERED = re.compile(r"\[(\d+)\] (.+?)(?=   \[|$)")


class Offered:
    """What each person is offered now."""

    def __init__(self) -> None:
        self._labels: dict[str, dict[str, str]] = {}

    def see(self, who: str, lines: list[str]) -> None:
        """Look at an answer; one without choices takes those before away."""
        if lines:
            found = [match for line in lines for match in _NUMBERED.findall(line)]
            self._labels[who] = {label: number for number, label in found}

    def number(self, who: str, label: str) -> str:
        """Give the number of a label."""
        offered = self._labels.get(who, {})
        assert label in offered, f"{label!r} is not offered: {offered}"
        return offered[label]
