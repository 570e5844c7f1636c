"""Show how a report was read, step by step: what was cleaned, the sections, each sentence with its rules."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from .cues import Section
from .encodings import decode
from .layout import sentences
from .model import Reading, Report
from .page import open_page
from .sections import Part
from .text import Text

CLEANED = "*"  # before what was done to the text as a whole
SECTION = "="  # before the name of a section and the rule that told it
UNREAD = "·"  # before a sentence that no rule has touched
READ = "|"
NAMES = {
    Section.AROUND: "Quanh nội dung (đầu, cuối văn bản)",
    Section.CAPTION: "Chú thích ảnh, tiêu đề giữa bài",
    Section.OPENING: "Mở đầu",
    Section.PARTICIPANTS: "Thành phần",
    Section.BODY: "Tình hình, kết quả",
    Section.STRENGTHS: "Ưu điểm",
    Section.STRENGTH_CAUSES: "Nguyên nhân của ưu điểm",
    Section.LIMITATIONS: "Hạn chế",
    Section.CAUSES: "Nguyên nhân của hạn chế",
    Section.TASKS: "Nhiệm vụ",
    Section.PETITIONS: "Kiến nghị với cấp trên",
}


def explain(report: Report) -> Iterator[str]:
    """Yield the lines of an explanation (giải thích): sentence by sentence, with field, rule and words."""
    page = open_page(report.source)
    yield from _cleaned(page.text)
    readings = sorted(report.readings, key=lambda reading: reading.span.start)
    first, told = 0, ""
    for sentence in sentences(page.text):
        span = page.text.span(sentence.start, sentence.end)
        last = bisect_left(readings, span.end, lo=first, key=lambda reading: reading.span.start)
        inside, first = readings[first:last], last
        section = _section(page.part_of(sentence))
        if section != told:
            yield section
        told = section
        yield f"{READ if inside else UNREAD} {page.text.clean[sentence.start : sentence.end]}"
        yield from map(_told, inside)


def _cleaned(text: Text) -> Iterator[str]:
    """Tell what was cleaned; nothing where the text stands as it was posted."""
    if decode(text.source)[1] is not None:
        yield f"{CLEANED} bảng mã cũ (TCVN3 hoặc VNI) đã đổi sang Unicode"
    if text.bare:
        yield f"{CLEANED} văn bản không dấu: đọc bằng mẫu không dấu"
    joined = sum(
        sign == " " and "\n" in text.source[start:end]
        for sign, start, end in zip(text.clean, text.starts, text.ends, strict=False)
    )
    if joined:
        yield f"{CLEANED} {joined} chỗ ngắt dòng giữa câu đã nối"
    if len(text.clean) < len(text.source):
        yield f"{CLEANED} {len(text.source)} ký tự gốc, {len(text.clean)} sau khi làm sạch"


def _section(part: Part | None) -> str:
    if part is None:
        return f"{SECTION} {NAMES[Section.AROUND]}"
    return f"{SECTION} {NAMES[part.section]}" + (
        f" ← {part.rule}" if part.rule and part.section is not Section.BODY else ""
    )


def _told(reading: Reading) -> str:
    doubt = " (cần xem lại)" if reading.weak else ""
    return f"    {reading.field} ← {reading.rule}{doubt}: {' '.join(reading.span.text.split())}"
