"""How pupils and others are rated (xếp loại): "tốt 18,6%, khá 47,2%, chưa đạt 4,3%" tells no status."""

from __future__ import annotations

import re

from .figures import Found
from .lists import Place
from .measures import OF_PLAN
from .rows import Row
from .rules import compile_pattern
from .text import Text

_RATING = r"(?: xuất_sắc | giỏi | tốt | khá | trung_bình | yếu | kém | (?:chưa_|không_)?đạt )"
_RATED = rf"[^,;:]* \b{_RATING} \s* \Z"
_NEXT = rf"""
    \s? [,;] \s (?: và_ | còn_ )? (?P<rating>{_RATING})
    (?: _(?: đạt | chiếm | là | còn | có ) )? (?: _tỷ_lệ )? _ (?: (?: khoảng | gần | hơn | trên )_ )? \Z
"""
_FAILS = r"\b (?: chưa | không )_đạt_ (?: chiếm_ | là_ | còn_ )? \d"
_REACHED = ("đạt", "dat")


def read_rating(text: Text, since: int, found: Found, before: Row | None, end: int) -> Place | None:
    """Read the name of the next of a row of ratings, which stands between two figures of one unit."""
    if not before or not before.figures or before.figures[0].unit != found.unit:
        return None
    if not compile_pattern(_RATED, bare=text.bare).match(text.low, *before.name):
        return None
    named = compile_pattern(_NEXT, bare=text.bare).fullmatch(text.low, since, found.start)
    if not named or compile_pattern(OF_PLAN, bare=text.bare).match(text.low, found.end, end):
        return None
    if named["rating"] in _REACHED and not _goes_on(text, found.end, end):
        return None  # "Tỷ lệ học sinh khá 45%, đạt 90% kế hoạch"
    return named.span("rating")


def _goes_on(text: Text, start: int, end: int) -> bool:
    """Tell whether those who failed are rated too."""
    fails: re.Pattern[str] = compile_pattern(_FAILS, bare=text.bare)
    return bool(fails.search(text.low, start, end))


_EACH = rf"\b{_RATING} (?: _(?: chiếm | là | đạt | còn ) )? \s? :? _? \d[\d.,]* \s? %"
FEWEST = 2


def tells_ratings(text: Text, part: Place, clause: Place) -> bool:
    """Tell "…; khá 41%; đạt 38,2%; chưa đạt 2,3%", which blames nobody."""
    fails = compile_pattern(r"\b(?: chưa | không )_đạt (?:_chiếm|_là|_còn)? _ \d", bare=text.bare)
    if not fails.search(text.low, *clause):
        return False
    each = compile_pattern(_EACH, bare=text.bare).finditer(text.low, *part)
    return sum(1 for _ in each) > FEWEST
