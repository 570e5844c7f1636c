"""Labelled fields behind a task: "Đối thoại với 22 hộ. Đơn vị: UBND xã. Thời hạn: 05/9/2025"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from .duties import COLUMNS
from .layout import sentences, trim
from .lists import Place
from .rules import compile_pattern, match_first
from .text import Text

LONGEST_FIELD_NAME = 34
_KINDS = ("who", "with", "deadline", "other")
# Where a field may begin: behind a stop, a bar, a bracket, a dash, on a line of its own.
_BORDER = re.compile(r"(?:[.;,|(\n/]|(?:^|(?<=\s))[-–—+*•>→])[\s\-–—+*•>→]*")
_COLON = re.compile(r"\s?:(?=\s)")
# What may stand behind the name of a field that its column would not have: "Giao trách nhiệm chính:".
_REST = r"(?: (?:_|,_|/) (?: chính | thực_hiện | chủ_trì | hoàn_thành | xử_lý | phụ_trách | tham_mưu ) )* \s*"


@dataclass(frozen=True, slots=True)
class Field:
    """What a field is of, where it begins with its name, and where what was filled in stands."""

    kind: str
    start: int
    value: Place


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields at the end of a task, which itself ends at `start`."""

    start: int
    found: tuple[Field, ...]

    def value(self, kind: str) -> Place | None:
        """Give what was filled into the first field of a kind."""
        return next((field.value for field in self.found if field.kind == kind), None)


def is_field(text: Text, start: int, end: int) -> bool:
    """Tell a sentence or a line that is one field or several, and no task of its own."""
    return _begins_with_a_field(text, start, end) and bool(_values(text, list(_names(text, start, end)), end))


def _begins_with_a_field(text: Text, start: int, end: int) -> bool:
    first = next(_names(text, start, end), None)
    return first is not None and trim(text, start, first[1])[0] >= first[1]


def read_fields(text: Text, start: int, end: int) -> Fields | None:
    """Read the fields with which a task ends; None where there are none, or something follows them."""
    names = [name for name in _names(text, start, end) if trim(text, start, name[1])[1] > start]
    while names and not (values := _values(text, names, end)):
        names.pop(0)
    if not names:
        return None
    first = trim(text, start, names[0][1])[1]
    while first > start and text.clean[first - 1] in " (|/>→":
        first -= 1
    return Fields(trim(text, start, first)[1], tuple(values)) if first > start else None


def _names(text: Text, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Find the names of fields: the kind, where the name begins and where the value may begin."""
    for colon in _COLON.finditer(text.clean, start, end):
        window = max(start, colon.start() - LONGEST_FIELD_NAME)
        borders = [border.end() for border in _BORDER.finditer(text.clean, window, colon.start())]
        if not borders and window > start:
            continue
        begin = borders[-1] if borders else trim(text, start, colon.start())[0]
        found = match_first(COLUMNS, text, begin, colon.start())
        if not found or found[0].value not in _KINDS:
            continue
        rest = compile_pattern(_REST, bare=text.bare)
        if rest.fullmatch(text.low, found[1].end(), colon.start()):
            yield found[0].value, begin, colon.end()


def _values(text: Text, names: list[tuple[str, int, int]], end: int) -> list[Field]:
    """Cut what was filled in; nothing where more follows it than the next field."""
    fields = []
    for number, (kind, start, value) in enumerate(names):
        stop = names[number + 1][1] if number + 1 < len(names) else end
        place = _filled(text, value, stop)
        if place[0] >= place[1] or _goes_on(text, value, stop):
            return []
        fields.append(Field(kind, start, place))
    return fields


def _filled(text: Text, start: int, end: int) -> Place:
    place = trim(text, start, end)
    last = place[1]
    while last > place[0] and text.clean[last - 1] in " |(/>→;,.\n-–—+":
        last -= 1
    if text.clean[last - 1 : last] == ")" and "(" not in text.clean[place[0] : last]:
        last -= 1
    return place[0], last


def _goes_on(text: Text, start: int, end: int) -> bool:
    """Tell that another sentence, line or clause stands behind what was filled in."""
    read = sentences(text)
    ends = read[bisect_right(read, start, key=attrgetter("start")) - 1].end
    behind = text.clean[min(ends, end) : end]
    if any(map(str.isalnum, behind)):
        return True
    clause = text.clean[start : min(ends, end)].rstrip(" ;,.|/-–—+*•(\n")
    return ";" in clause or "\n" in clause
