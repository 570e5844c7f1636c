"""What a report says, as frozen values; every extracted string keeps its place in the source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A piece of the stored source: `text == source[start:end]`, offsets in code points."""

    start: int
    end: int
    text: str

    @classmethod
    def cut(cls, source: str, start: int, end: int) -> Span:
        """Cut `source[start:end]`."""
        return cls(start, end, source[start:end])


OUTSIDE = -3
"""Start and end of what is known from outside the text, such as the day a message was first sent."""


@dataclass(frozen=True, slots=True, order=True)
class Finding(Span):
    """A strength, limitation or cause: its words, and its number among its kind in the report."""

    ordinal: int = 0


class MeetingKind(StrEnum):
    """What kind of meeting was held (loại cuộc họp)."""

    CONFERENCE = "conference"  # hội nghị
    MEETING = "meeting"  # cuộc họp, buổi làm việc
    SITTING = "sitting"  # phiên họp
    SESSION = "session"  # kỳ họp
    CONGRESS = "congress"  # đại hội


class PersonRole(StrEnum):
    """What a named person did at the meeting."""

    CHAIR = "chair"  # chủ trì
    SPEAKER = "speaker"  # phát biểu, báo cáo, kết luận, chỉ đạo
    ATTENDEE = "attendee"  # dự
    OTHER = "other"  # named or signed, nothing else


class TargetStatus(StrEnum):
    """How far a target (chỉ tiêu) is, as a band; prose gives bands, not values."""

    EXCEEDED = "exceeded"  # vượt
    MET = "met"  # đạt, đạt và vượt
    NEAR = "near"  # đạt 99% trở lên, xấp xỉ
    BEHIND = "behind"  # chưa đạt, đạt thấp, đạt 50% - 90%
    PENDING = "pending"  # cuối năm tổng kết
    PLANNED = "planned"  # phấn đấu


class DeadlineKind(StrEnum):
    """How a deadline is set; only `FIXED` has a last day."""

    FIXED = "fixed"  # trước ngày 20/8/2026, trong quý IV
    RECURRING = "recurring"  # trước ngày 25 hằng tháng
    RELATIVE = "relative"  # trong 10 ngày kể từ ngày ký


class ItemKind(StrEnum):
    """What a report's item is, as the letter of its code; tasks, the most asked for, need none."""

    TASK = ""
    TARGET = "c"  # chỉ tiêu
    LIMITATION = "h"  # hạn chế
    CAUSE = "n"  # nguyên nhân
    STRENGTH = "u"  # ưu điểm
    PERSON = "p"  # thành phần


class WarningKind(StrEnum):
    """What staff should look at before a reading is stored."""

    COUNT_MISMATCH = "count_mismatch"  # stated count against listed count
    OPEN_LIST = "open_list"  # a list that can be split in more than one way
    NO_DATE = "no_date"  # no day of the meeting found
    NO_ORGANISATION = "no_organisation"  # nobody who held it found
    NO_CONTENT = "no_content"  # neither targets, tasks nor findings found
    NOT_A_REPORT = "not_a_report"  # looks like no meeting report


@dataclass(frozen=True, slots=True)
class Day:
    """A day as written and as understood."""

    written: Span
    day: date


@dataclass(frozen=True, slots=True)
class Period:
    """The period under review: `2017`, `2017-Q3`, `-H1`, `-9M`, `2017-10`, `2017-W40`, `2015/2020`."""

    written: Span
    value: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as written ("trên 3.000 ha") and as a number with its unit (3000, "ha").

    `value` is None where the phrase holds no number ("gấp đôi"); `upper` is the end of a range
    ("từ 50% - 90%"); `qualifier` is the word before it ("trên", "gần", "khoảng", "tăng").
    """

    written: Span
    value: Decimal | None = None
    upper: Decimal | None = None
    unit: str | None = None
    qualifier: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A named person, without "đồng chí", and the words in which their utterance is told."""

    name: Span
    position: Span | None = None
    roles: tuple[PersonRole, ...] = (PersonRole.OTHER,)
    said: tuple[Span, ...] = ()
    ordinal: int = 0
    roles_typed: bool = False  # staff gave the roles, the text does not

    def spans(self) -> Iterator[Span]:
        """Yield every span of the person."""
        yield self.name
        if self.position:
            yield self.position
        yield from self.said


@dataclass(frozen=True, slots=True)
class Target:
    """A measured result or goal (chỉ tiêu)."""

    name: Span
    status: TargetStatus | None = None
    actual: Figure | None = None
    plan_ratio: Figure | None = None
    change: Figure | None = None
    goal: Figure | None = None
    ordinal: int = 0
    status_typed: bool = False  # staff gave the status, the text does not
    figures_emptied: bool = False  # staff left a figure empty, whatever the text says

    def spans(self) -> Iterator[Span]:
        """Yield every span of the target."""
        yield self.name
        figures = (self.actual, self.plan_ratio, self.change, self.goal)
        yield from (figure.written for figure in figures if figure)


@dataclass(frozen=True, slots=True)
class TargetCount:
    """A stated count of targets ("05 chỉ tiêu đạt và vượt") against how many are listed behind it.

    `listed` is how many names were taken; `readings` are the sizes that the list admits, where it
    can be split in more than one way. Nothing listed (0) is no contradiction.
    """

    phrase: Span
    stated: int
    status: TargetStatus
    listed: int = 0
    readings: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline as written; `last_day` only where the text sets one."""

    written: Span
    kind: DeadlineKind
    last_day: date | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """A task (nhiệm vụ) that the meeting set; what the text does not say is None."""

    ordinal: int
    text: Span
    assignee: Span | None = None
    cooperating: tuple[Span, ...] = ()
    deadline: Deadline | None = None
    assignee_emptied: bool = False  # staff left it empty, whatever the text says
    deadline_emptied: bool = False

    def spans(self) -> Iterator[Span]:
        """Yield every span of the task."""
        yield self.text
        if self.assignee:
            yield self.assignee
        yield from self.cooperating
        if self.deadline:
            yield self.deadline.written


@dataclass(frozen=True, slots=True)
class ReadingWarning:
    """Something staff should look at, with the place it is about."""

    kind: WarningKind
    span: Span | None = None
    stated: int | None = None
    listed: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """Which rule read which place as which field; what `--explain` prints."""

    field: str
    rule: str
    span: Span
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """A meeting report as read. Not found is None or empty, never a guess; order is the text's.

    Tasks, targets, people and findings have an ordinal each, counted from 1 for their kind: with the
    report's number it is their code, which never changes, so there are gaps where staff dropped one.
    """

    source: str
    title: Span | None = None
    number: Span | None = None
    organisation: Span | None = None
    place: Span | None = None
    held_on: Day | None = None
    published: Day | None = None
    period: Period | None = None
    kind: MeetingKind | None = None
    people: tuple[Person, ...] = ()
    participants: tuple[Span, ...] = ()
    targets: tuple[Target, ...] = ()
    counts: tuple[TargetCount, ...] = ()
    tasks: tuple[Task, ...] = ()
    strengths: tuple[Finding, ...] = ()
    limitations: tuple[Finding, ...] = ()
    causes: tuple[Finding, ...] = ()
    warnings: tuple[ReadingWarning, ...] = ()
    readings: tuple[Reading, ...] = field(default=(), repr=False)
    organisation_emptied: bool = False  # staff left it empty, whatever the text says
    held_on_emptied: bool = False
    place_emptied: bool = False

    def spans(self) -> Iterator[Span]:
        """Yield every span of the report, for checks that all of them stand in the source."""
        dated = (self.held_on, self.published, self.period)
        singles = (self.title, self.number, self.organisation, self.place, *(d.written for d in dated if d))
        yield from (span for span in singles if span)
        parts: tuple[Person | Target | Task, ...] = (*self.people, *self.targets, *self.tasks)
        for part in parts:
            yield from part.spans()
        yield from (*self.participants, *self.strengths, *self.limitations, *self.causes)
        yield from (count.phrase for count in self.counts)
        yield from (warning.span for warning in self.warnings if warning.span)
        yield from (reading.span for reading in self.readings)
