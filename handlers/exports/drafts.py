"""What a drafted document says: pieces of a report between fixed words, and marks where something is missing.

Pure: how it looks is told in `layouts`, how it becomes a file in `as_docx`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from handlers import show
from handlers.context import DocumentStyle
from handlers.exports.cells import is_typed, words
from handlers.exports.layouts import LAYOUTS, MISSING, Layout, missing
from handlers.targets import status_told
from handlers.texts import Texts
from reports.folding import fold
from reports.model import MeetingKind, PersonRole, Report, Span, Target, Task

_TEXTS = Texts("vi")


class Kind(StrEnum):
    """What is drafted."""

    NOTICE = "notice"  # thông báo kết luận
    REPORT = "report"  # báo cáo


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the first or second level."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; an item of a list begins with its mark."""

    text: str


Block = Heading | Paragraph


@dataclass(frozen=True, slots=True)
class Draft:
    """A document before it is laid out; `superior` is None where the body writes none above itself."""

    superior: str | None
    body: str
    number: str
    date: str
    type: str
    subject: str
    addressee: str | None
    blocks: tuple[Block, ...]
    annex: tuple[tuple[str, ...], ...]
    recipients: tuple[str, ...]


_TYPES = {Kind.NOTICE: "THÔNG BÁO", Kind.REPORT: "BÁO CÁO"}
_SYMBOLS = {Kind.NOTICE: re.compile(r"\b(?:TB|KL)\b"), Kind.REPORT: re.compile(r"\bBC\b")}
_MEETINGS = {
    MeetingKind.CONFERENCE: "hội nghị",
    MeetingKind.MEETING: "cuộc họp",
    MeetingKind.SITTING: "phiên họp",
    MeetingKind.SESSION: "kỳ họp",
    MeetingKind.CONGRESS: "đại hội",
}
_NAMES_A_MEETING = re.compile(
    r"(?:hội nghị|cuộc họp|phiên họp|kỳ họp|buổi làm việc|đại hội)\b", re.IGNORECASE
)
_NO_SUPERIOR = ("ubnd", "uy ban nhan dan", "hdnd", "hoi dong nhan dan")
"""Councils and people's committees write no body above themselves."""
_ROMAN = ("I", "II", "III")
_LETTERS = "abcdđeghiklmnopqrstuvxy"
ANNEX_HEAD = ("STT", "Chỉ tiêu", "Mức đạt", "Kết quả", "So kế hoạch", "Biến động", "Đề ra")


def draft(report: Report, kind: Kind, style: DocumentStyle) -> Draft:
    """Draft a document of a report."""
    layout = LAYOUTS[style]
    return Draft(
        superior=_superior(report, style),
        body=_marked(words(report.organisation.text).upper(), report.organisation)
        if report.organisation
        else MISSING,
        number=layout.number.format(number=_number(report, kind)),
        date=missing("nơi, ngày ban hành"),
        type=_TYPES[kind],
        subject=_subject(report, kind, style),
        addressee=missing("cơ quan nhận báo cáo") if kind is Kind.REPORT else None,
        blocks=tuple(_notice(report, style) if kind is Kind.NOTICE else _report(report, layout)),
        annex=tuple(_annex(report)) if kind is Kind.REPORT else (),
        recipients=_recipients(report, layout, kind),
    )


# The head


def _superior(report: Report, style: DocumentStyle) -> str | None:
    if style == "state" and report.organisation and fold(report.organisation.text).startswith(_NO_SUPERIOR):
        return None
    return MISSING


def _number(report: Report, kind: Kind) -> str:
    """Take the report's own number where it is one of such a document."""
    if report.number and _SYMBOLS[kind].search(report.number.text):
        return _told(report.number)
    return MISSING


def _subject(report: Report, kind: Kind, style: DocumentStyle) -> str:
    """Tell what the document is about, by the meeting's own name."""
    title = words(report.title.text) if report.title else ""
    own = {Kind.NOTICE: "kết luận", Kind.REPORT: "báo cáo"}[kind]
    if fold(title).startswith(fold(own)):
        said = title.removeprefix(title[: len(own)]).strip() if kind is Kind.REPORT else title
    else:
        said = {Kind.NOTICE: "Kết luận tại ", Kind.REPORT: "Kết quả "}[kind] + _meeting(report, title)
    subject = f"về {_lowered(said)}" if style == "party" else show.capitalised(said)
    return _marked(subject, report.title)


def _meeting(report: Report, title: str) -> str:
    """Name the meeting inside a sentence."""
    if not title:
        return f"{_kind(report)} {missing('tên')}"
    return _lowered(title) if _NAMES_A_MEETING.match(title) else f"{_kind(report)} “{title}”"


def _kind(report: Report) -> str:
    return _MEETINGS[report.kind or MeetingKind.MEETING]


def _lowered(text: str) -> str:
    """Begin with a small letter, unless the first word is a name or in capitals throughout."""
    begins = _NAMES_A_MEETING.match(text) or fold(text).startswith(("ket luan", "ket qua"))
    return text[:1].lower() + text[1:] if begins and not text[:2].isupper() else text


def _recipients(report: Report, layout: Layout, kind: Kind) -> tuple[str, ...]:
    of_committee = report.organisation and fold(report.organisation.text).startswith("dang uy")
    keeper = "Đảng ủy" if of_committee else MISSING
    first = "- Như trên" if kind is Kind.REPORT else f"- {MISSING}"
    return first + ("," if layout.star else ";"), layout.recipients_end.format(keeper=keeper)


# The body


def _notice(report: Report, style: DocumentStyle) -> Iterator[Block]:
    layout = LAYOUTS[style]
    names = {
        "state": ("Đánh giá", "Nhiệm vụ", "Tổ chức thực hiện"),
        "party": (
            "Đánh giá tình hình",
            "Ý kiến kết luận và phân công nhiệm vụ",
            "Trách nhiệm tổ chức thực hiện",
        ),
    }[style]
    groups = (
        ("Ưu điểm", report.strengths),
        ("Hạn chế", report.limitations),
        ("Nguyên nhân", report.causes),
    )
    sections: tuple[list[Block], ...] = (
        [block for name, spans in groups for block in _group(name, spans)],
        [Paragraph(text) for text in _tasks(report, layout)],
        [Paragraph(missing("tổ chức thực hiện"))],
    )
    yield Paragraph(_opening(report))
    yield Paragraph("Nội dung kết luận như sau:")
    for number, (name, blocks) in enumerate(zip(names, sections, strict=True), 1):
        yield Heading(2, layout.subsection.format(number=number, words=name))
        yield from blocks or [Paragraph(missing(name.lower()))]
    yield Paragraph(f"Thông báo để các cơ quan, đơn vị biết, thực hiện{layout.end}")


def _report(report: Report, layout: Layout) -> Iterator[Block]:
    yield Paragraph(_opening(report))
    parts = (
        ("KẾT QUẢ", (("Ưu điểm", _listed(report.strengths)), ("Chỉ tiêu", _targets(report)))),
        (
            "HẠN CHẾ, NGUYÊN NHÂN",
            (("Hạn chế", _listed(report.limitations)), ("Nguyên nhân", _listed(report.causes))),
        ),
        ("NHIỆM VỤ TRỌNG TÂM", (("", _tasks(report, layout)),)),
    )
    for roman, (name, sections) in zip(_ROMAN, parts, strict=True):
        yield Heading(1, layout.section.format(number=roman, words=name))
        for number, (title, lines) in enumerate(sections, 1):
            if title:
                yield Heading(2, layout.subsection.format(number=number, words=title))
            yield from map(Paragraph, lines or [missing((title or name).lower())])
    yield Paragraph(f"Trên đây là báo cáo kết quả {_kind(report)}{layout.end}")


def _opening(report: Report) -> str:
    """Tell when, where, who held it, who chaired and who came."""
    day = show.dated(report.held_on, _TEXTS) if report.held_on else missing("ngày họp")
    place = _told(report.place) or missing("địa điểm")
    organisation = _told(report.organisation) or missing("cơ quan tổ chức")
    chairs = [person for person in report.people if PersonRole.CHAIR in person.roles]
    chair = "; ".join(
        f"đồng chí {_told(person.name)}"
        + (f" - {_told(person.position)}" if person.position else "")
        + (f" ({_TEXTS('people.roles_typed')})" if person.roles_typed else "")
        for person in chairs
    )
    sentences = [
        f"Ngày {day}, tại {place}, {organisation} tổ chức {_kind(report)}.",
        f"Chủ trì: {chair or missing('người chủ trì')}.",
        f"Thành phần dự: {'; '.join(map(_told, report.participants)) or missing('thành phần dự')}.",
    ]
    return " ".join(sentences)


def _group(name: str, spans: Sequence[Span]) -> Iterator[Block]:
    if spans:
        yield Paragraph(f"{name}:")
        yield from map(Paragraph, _listed(spans))


def _listed(spans: Sequence[Span]) -> list[str]:
    return [f"- {_ended(show.capitalised(_told(span)))}" for span in spans]


def _targets(report: Report) -> list[str]:
    """Quote what the text states of its targets; their names are in the annex."""
    phrases = [_told(count.phrase) for count in report.counts]
    lines = [_ended("- " + "; ".join(phrases))] if phrases else []
    return lines + (["- Chi tiết tại Phụ lục."] if report.targets else [])


def _tasks(report: Report, layout: Layout) -> list[str]:
    marks = [layout.letter.format(letter=letter) for letter in _LETTERS]
    if len(report.tasks) > len(marks):
        marks = [f"({number}) " for number in range(1, len(report.tasks) + 1)]
    return [mark + _task(task) for mark, task in zip(marks, report.tasks, strict=False)]


def _task(task: Task) -> str:
    """Write a task's words, what of it stands elsewhere in the text, and what nobody said."""
    beside = [
        f"{name}: {_told(span)}"
        for name, spans in (
            ("đơn vị thực hiện", (task.assignee,)),
            ("phối hợp", task.cooperating),
            ("thời hạn", (task.deadline.written if task.deadline else None,)),
        )
        for span in spans
        if span and (is_typed(span) or span.text not in task.text.text)
    ]
    lacking = [
        name
        for name, there in (("đơn vị thực hiện", task.assignee), ("thời hạn", task.deadline))
        if there is None
    ]
    text = _ended(show.capitalised(_told(task.text)) + (f" ({'; '.join(beside)})" if beside else ""))
    return f"{text} {missing(', '.join(lacking))}" if lacking else text


def _told(span: Span | None) -> str:
    """Give a span's words, marked where they do not stand in the text."""
    return _marked(words(span.text), span) if span else ""


def _marked(told: str, span: Span | None) -> str:
    """Mark what is told where the words behind it do not stand in the text."""
    return f"{told} {show.origin(span, _TEXTS)}".rstrip() if span else told


def _ended(text: str) -> str:
    return text.rstrip(" .;,:") + "."


def _annex(report: Report) -> Iterator[tuple[str, ...]]:
    for number, target in enumerate(report.targets, 1):
        yield (str(number), *_target(target))


def _status(target: Target) -> str:
    if target.status is None and not target.status_typed:
        return ""
    return show.capitalised(status_told(target.status, target.status_typed, _TEXTS))


def _target(target: Target) -> tuple[str, ...]:
    figures = (target.actual, target.plan_ratio, target.change, target.goal)
    status = _status(target)
    return (
        show.capitalised(_told(target.name)),
        status,
        *(_told(figure.written) if figure else "" for figure in figures),
    )
