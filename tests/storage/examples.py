"""A report with every field filled, cut from a text of our own."""

from datetime import UTC, date, datetime
from decimal import Decimal

from reports.model import (
    Day,
    Deadline,
    DeadlineKind,
    Figure,
    Finding,
    MeetingKind,
    Period,
    Person,
    PersonRole,
    ReadingWarning,
    Report,
    Span,
    Target,
    TargetCount,
    TargetStatus,
    Task,
    WarningKind,
)

AT = datetime(2026, 3, 9, 7, 30, tzinfo=UTC)

SOURCE = """Xã Tân Thuận giao ban tháng 02/2026
05/3/2026, 8:05 (GMT+7)
Số: 07/TB-UBND
Ngày 03/3/2026, tại Hội trường UBND xã, UBND xã Tân Thuận họp giao ban tháng 02/2026.
Dự có: Thường trực Đảng ủy; các ban, ngành. Đồng chí Lê Văn Bốn - Chủ tịch UBND xã chủ trì,
nhấn mạnh cần làm sớm.
02 chỉ tiêu đạt: thu ngân sách đạt trên 12,5 tỷ đồng, bằng từ 50% - 90% kế hoạch, tăng 8%; trồng rừng.
Ưu điểm: đường làng sạch. Hạn chế: giải ngân còn chậm. Nguyên nhân: thiếu vốn.
Giao Phòng Kinh tế phối hợp Công an xã rà soát hộ nghèo trước ngày 20/3/2026; phấn đấu trồng 40 ha.
"""


def span(text: str) -> Span:
    start = SOURCE.index(text)
    return Span(start, start + len(text), text)


def finding(text: str, ordinal: int) -> Finding:
    place = span(text)
    return Finding(place.start, place.end, place.text, ordinal)


FULL = Report(
    source=SOURCE,
    title=span("Xã Tân Thuận giao ban tháng 02/2026"),
    number=span("07/TB-UBND"),
    organisation=span("UBND xã Tân Thuận"),
    place=span("Hội trường UBND xã"),
    held_on=Day(span("Ngày 03/3/2026"), date(2026, 3, 3)),
    published=Day(span("05/3/2026"), date(2026, 3, 5)),
    period=Period(span("tháng 02/2026"), "2026-02"),
    kind=MeetingKind.MEETING,
    people=(
        Person(
            name=span("Lê Văn Bốn"),
            position=span("Chủ tịch UBND xã"),
            roles=(PersonRole.CHAIR, PersonRole.SPEAKER),
            said=(span("nhấn mạnh cần làm sớm"),),
            ordinal=1,
        ),
    ),
    participants=(span("Thường trực Đảng ủy"), span("các ban, ngành")),
    targets=(
        Target(
            name=span("thu ngân sách"),
            status=TargetStatus.MET,
            actual=Figure(span("trên 12,5 tỷ đồng"), Decimal("12.5"), unit="tỷ đồng", qualifier="trên"),
            plan_ratio=Figure(span("từ 50% - 90%"), Decimal(50), Decimal(90), "%", "từ"),
            change=Figure(span("tăng 8%"), Decimal(8), unit="%", qualifier="tăng"),
            goal=Figure(span("40 ha")),
            ordinal=1,
        ),
        Target(name=span("trồng rừng"), ordinal=2),
    ),
    counts=(TargetCount(span("02 chỉ tiêu đạt"), 2, TargetStatus.MET, 2, (2, 3)),),
    tasks=(
        Task(
            ordinal=1,
            text=span("rà soát hộ nghèo"),
            assignee=span("Phòng Kinh tế"),
            cooperating=(span("Công an xã"),),
            deadline=Deadline(span("trước ngày 20/3/2026"), DeadlineKind.FIXED, date(2026, 3, 20)),
        ),
        Task(ordinal=2, text=span("trồng 40 ha")),
    ),
    strengths=(finding("đường làng sạch", 1),),
    limitations=(finding("giải ngân còn chậm", 1),),
    causes=(finding("thiếu vốn", 1),),
    warnings=(ReadingWarning(WarningKind.OPEN_LIST, span("02 chỉ tiêu đạt"), 2, (2, 3)),),
)


def short(text: str, held_on: date | None = None) -> Report:
    """A report with a text and perhaps a day, nothing else."""
    day = Day(Span.cut(text, 0, 1), held_on) if held_on else None
    return Report(source=text, title=Span.cut(text, 0, len(text)), held_on=day)
