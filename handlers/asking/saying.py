"""Write a reading as the words of a question, so that a button can ask it."""

from __future__ import annotations

from collections.abc import Iterator

from handlers.asking.reading import Flag, Reading
from handlers.periods import period_name
from handlers.texts import Texts
from reports.folding import fold
from reports.model import PersonRole, TargetStatus
from storage.itemkeys import Kind

_KINDS = {
    Kind.TASK: "viec",
    Kind.TARGET: "chi tieu",
    Kind.COUNT: "chi tieu",
    Kind.LIMITATION: "han che",
    Kind.CAUSE: "nguyen nhan",
    Kind.STRENGTH: "uu diem",
    Kind.MEETING: "bao cao",
    Kind.PERSON: "nhung nguoi",
}
_STATUSES = {
    TargetStatus.BEHIND: "chua dat",
    TargetStatus.NEAR: "xap xi dat",
    TargetStatus.MET: "dat",
    TargetStatus.EXCEEDED: "vuot",
    TargetStatus.PENDING: "chua den ky danh gia",
    TargetStatus.PLANNED: "phan dau",
}
_FLAGS = {
    Flag.OVERDUE: "qua han",
    Flag.SOON: "sap den han",
    Flag.RUNNING: "chua den han",
    Flag.NO_UNIT: "chua ro don vi",
    Flag.NO_DEADLINE: "chua co han",
    Flag.RECURRING: "dinh ky",
}
_ROLES = {PersonRole.CHAIR: "chu tri", PersonRole.SPEAKER: "phat bieu"}
_VIETNAMESE = Texts("vi")


def words_of(reading: Reading) -> str:
    """Write a reading in words; days are left out."""
    return " ".join(filter(None, _parts(reading)))


def _parts(reading: Reading) -> Iterator[str]:
    yield "so sanh" if reading.others else ""
    yield _KINDS[reading.kinds[0]] if len(reading.kinds) == 1 else ""
    yield from (_STATUSES[status] for status in reading.statuses[:1] if status)
    yield from (_FLAGS[flag] for flag in sorted(reading.flags) if flag in _FLAGS)
    yield _ROLES.get(reading.role, "") if reading.role else ""
    for name in (reading.unit, reading.body):
        yield f"cua {name}" if name else ""
    yield from (f"voi {name}" for name in reading.others)
    yield from reading.topic
    yield from (fold(period_name(period, _VIETNAMESE)) for period in reading.periods)
    yield f"bao cao {reading.report}" if reading.report else ""
