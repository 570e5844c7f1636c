"""What is drawn: bars in rows, each with its words beside it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import Any

from reports.model import TargetStatus

VERSION = 1
"""Goes up when pictures of the same rows are drawn otherwise, so that none is taken from before."""
# Okabe and Ito's colours, told apart by eyes that see no red or no green; words tell the same beside them.
COLOURS: dict[TargetStatus | None, str] = {
    TargetStatus.BEHIND: "#D55E00",
    TargetStatus.NEAR: "#E69F00",
    TargetStatus.PENDING: "#8C8C8C",
    TargetStatus.MET: "#009E73",
    TargetStatus.EXCEEDED: "#0072B2",
    TargetStatus.PLANNED: "#56B4E9",
    None: "#8C8C8C",
}
PLAIN = "#0072B2"
UNKNOWN = "#8C8C8C"


@dataclass(frozen=True, slots=True)
class Row:
    """A bar: its name above it, its `value` as length, its words behind it, more words under it.

    A value that is not known is None: a gap, never a bar of no length.
    """

    name: str
    words: str
    value: float | None
    colour: str = PLAIN
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """A value that the bars are held against: "100% kế hoạch"."""

    value: float
    words: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture: title, what it is about, rows, and whose words these are."""

    title: str
    about: str
    rows: tuple[Row, ...]
    sources: tuple[str, ...]
    mark: Mark | None = None

    def to_json(self) -> str:
        """Write down for the process that draws."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Chart:
        """Read what was written down."""
        told: dict[str, Any] = json.loads(text)
        rows = tuple(Row(**{**row, "notes": tuple(row["notes"])}) for row in told["rows"])
        mark = Mark(**told["mark"]) if told["mark"] else None
        return cls(told["title"], told["about"], rows, tuple(told["sources"]), mark)

    @property
    def key(self) -> str:
        """Tell by what the picture is kept: whatever is in it."""
        return hashlib.sha256(f"{VERSION} {self.to_json()}".encode()).hexdigest()
