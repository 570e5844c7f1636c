"""From text to values: pure, synchronous, no clock, no database, no network."""

from .explain import explain
from .model import (
    Day,
    Deadline,
    DeadlineKind,
    Figure,
    Finding,
    MeetingKind,
    Period,
    Person,
    PersonRole,
    Reading,
    ReadingWarning,
    Report,
    Span,
    Target,
    TargetCount,
    TargetStatus,
    Task,
    WarningKind,
)
from .reader import read_report
from .record import as_record
from .text import sentence_at, sentences_of

__all__ = [
    "Day",
    "Deadline",
    "DeadlineKind",
    "Figure",
    "Finding",
    "MeetingKind",
    "Period",
    "Person",
    "PersonRole",
    "Reading",
    "ReadingWarning",
    "Report",
    "Span",
    "Target",
    "TargetCount",
    "TargetStatus",
    "Task",
    "WarningKind",
    "as_record",
    "explain",
    "read_report",
    "sentence_at",
    "sentences_of",
]
