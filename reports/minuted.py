"""What minutes note of who said what, a line each: "- Đ/c Lưu Văn Thưởng (cán bộ hưu trí): mương tắc …"."""

from __future__ import annotations

from .cues import Section
from .layout import Sentence
from .lists import Place
from .page import Page
from .rules import compile_pattern

LEAST_LETTERS = 25
"""Letters behind the colon; less is a vote, or what somebody is."""
_ONLY_TITLES = r"(?: {titles}_?:?_? | {ranks}\.?_ )*"
_TELLS = r"""
    (?: \s* \( [^()]{1,80} \) | \s* [)\]] )? \s* :
    (?! \s* (?: \d | (?: {positions} | vắng | có_mặt | nghỉ | không_dự | dự_họp | phụ_trách | chịu_trách_nhiệm
      | được_giao | giao | theo_dõi )\b ) )
    \s*
"""
_DOES = r"(?: trực_tiếp_ | chủ_động_ | tiếp_tục_ )* (?: {taskverbs} | {actionverbs} )\b"


def noted_of(page: Page, sentence: Sentence, extent: Place) -> Place | None:
    """Find what a line notes of who it begins with, from their name to its end; None for nothing.

    `extent` bounds the name with its position.
    """
    part = page.part_of(sentence)
    section = part.section if part else None
    if not sentence.opens_line or section is Section.PARTICIPANTS:
        return None
    text, line = page.text, page.frame.lines[sentence.line]
    told = compile_pattern(_TELLS, bare=text.bare).match(text.low, extent[1], sentence.end)
    if told is None or line.end - told.end() < LEAST_LETTERS:
        return None
    if section is Section.TASKS and compile_pattern(_DOES, bare=text.bare).match(text.low, told.end()):
        return None
    titles = compile_pattern(_ONLY_TITLES, bare=text.bare)
    begins = titles.fullmatch(text.low, sentence.start, min(extent[0], sentence.end))
    return (sentence.start, line.end) if begins else None
