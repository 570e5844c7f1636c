"""What a handler needs besides the request."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

from handlers.chat import Reply, Request
from handlers.texts import Texts
from storage.db import Session

MAX_REPORT_CHARS = 300_000
DocumentStyle = Literal["state", "party"]
"""Whose layout drafts of documents have: Nghị định 30/2020, or Hướng dẫn 05-HD/VPTW of the Party."""


@dataclass(frozen=True, slots=True)
class Program:
    """What the program knows of itself: its version, and since when it runs (aware).

    `monthly` are the platforms whose messages are counted, each with its limit (0 is none); `priced` are
    those that bill by how long ago a person wrote.
    """

    version: str
    started_at: datetime
    monthly: Mapping[str, int] = field(default_factory=dict)
    priced: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """One piece of work: where to read and write, how to speak, and what time it is (aware, local)."""

    session: Session
    texts: Texts
    now: datetime
    program: Program
    join_after: timedelta = timedelta(seconds=2)
    """How long a pause ends a paste that came in several messages."""
    whole: bool = False
    """Give lists whole, not page by page: what is kept must not end at a page."""
    most_characters: int = MAX_REPORT_CHARS
    """How long a report may be."""
    document_style: DocumentStyle = "state"
    short_forms: Mapping[str, str] = field(default_factory=dict)
    """Short forms of this office besides those that the program knows, both folded."""


Arguments = str
Handler = Callable[[Request, Context, Arguments], Awaitable[Reply | None]]
