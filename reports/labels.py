"""Labels of lines: heading of a section ("II. Hạn chế"), field of a form, caption of a picture."""

from __future__ import annotations

import re

from .cues import CAPTIONS, HEADINGS, Section
from .layout import Line, Sentence
from .rules import Rule, compile_pattern, match_first
from .text import Text

LONGEST_CAPTION = 230
LONGEST_LABEL = 110

_LABEL_END = re.compile(r":(?=\s|$)")


def _label(text: Text, line: Line) -> int | None:
    """Find where the label of a line ends ("+ Hạn chế: …"); a short line may be a label as a whole."""
    colon = _LABEL_END.search(text.clean, line.body, min(line.end, line.body + LONGEST_LABEL))
    if colon:
        return colon.end()
    words = text.clean[line.body : line.end]
    short = len(words) <= LONGEST_LABEL and not words.endswith((".", ";", ","))
    if short and (line.level or words.isupper()):
        return line.end
    if short and len(words) <= 60 and words[:1].isupper():
        return line.end
    return None


_LETTERED = re.compile(r"[A-HĐ][.)/-] ?(?=[A-ZĐ])")  # "B. Kế hoạch", which might be a name's initial


def heading(text: Text, line: Line) -> tuple[Rule[Section], int] | None:
    """Read the label of a line as the heading of a section, and tell where it ends."""
    end = _label(text, line)
    if end is None:
        return None
    lettered = _LETTERED.match(text.clean, line.body, end)
    start = lettered.end() if lettered else line.body
    found = match_first(HEADINGS, text, start, end, bare=_is_bare_in_capitals(text.clean[start:end]))
    if not found:
        return None
    rule, match = found
    whole_line = end >= line.end
    said = end - match.end()
    if rule.value is Section.BODY and not whole_line and not (line.level and _tells_results(text, line)):
        return None
    return (rule, end) if whole_line or said <= 60 else None


def _is_bare_in_capitals(words: str) -> bool:
    """Tell a heading typed in capitals without the accents that the lines below it have: "PHAN CONG"."""
    return words.isascii() and words.isupper() and " " in words


_RESULTS = r"(?:về_)? (?:kết_quả|tình_hình|đánh_giá)\b"


def _tells_results(text: Text, line: Line) -> bool:
    """Tell "1. Về kết quả tuần 19: Cơ bản thống nhất …"."""
    return bool(compile_pattern(_RESULTS, bare=text.bare).match(text.low, line.body, line.end))


def is_caption(text: Text, line: Line) -> bool:
    """Tell whether a line of its own is the caption of a picture."""
    if line.level or line.end - line.start > LONGEST_CAPTION:
        return False
    return bool(match_first(CAPTIONS, text, line.body, line.end))


def is_glued(text: Text, sentence: Sentence, credit: int) -> bool:
    """Tell a heading or caption that is glued to the sentence behind it ("… sử dụng đấtPhân tích …")."""
    if sentence.end - sentence.start >= LONGEST_CAPTION:
        return False
    after = text.clean[sentence.end - 1 : sentence.end + 1]
    return after.isalpha() or text.low.startswith(("ảnh:", "ảnh :", "(ảnh"), credit)


# What the form of minutes asks for, a line each: "Địa điểm: Hội trường UBND xã".
_FORM_FIELD = r"""
    (?: thời_gian | địa_điểm | (?:nơi|ngày|giờ)_họp | họp_ngày | ngày(?=\s?[:,]) | chủ_(?:trì|tọa) | thư_ký
      | thành_phần | tham_dự | dự_họp | có_mặt | vắng | đại_biểu | nội_dung ) \b [^:.;]{0,30} : \s \S
"""


def is_form_field(text: Text, line: Line) -> bool:
    """Tell a line of a form with what was filled in."""
    return bool(compile_pattern(_FORM_FIELD, bare=text.bare).match(text.low, line.body, line.end))
