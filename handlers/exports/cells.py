"""What stands in a table's cell: words on one line, exact numbers, days, and where a value comes from."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from handlers.richtext import shorten
from handlers.texts import Texts
from reports.edits import EARLIER
from reports.folding import fold
from reports.model import Figure, Span

Cell = str | int | Decimal | date | None

MOST = 32_000
"""Characters of a cell; Excel takes 32,767 and cuts no word."""
_NOT_FOR_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")
_EXACT = frozenset({None, "còn", "con"})
_DIRECTIONS = {"tang": 1, "giam": -1}


def words(text: str, most: int = MOST) -> str:
    """Put a text on one line, without what no file can hold."""
    return shorten(_NOT_FOR_XML.sub("", text), most)


def starts_a_formula(text: str) -> bool:
    """Tell whether a spreadsheet may take a text for a formula."""
    return text.startswith(_FORMULA_STARTS)


def words_of(span: Span | None) -> str | None:
    """Give a span's words, None where there is none: an empty cell says that it is not known."""
    return words(span.text) if span else None


def listed(spans: Sequence[Span]) -> str | None:
    """Join several spans in one cell."""
    return words("; ".join(span.text for span in spans)) or None


def exact(figure: Figure | None) -> Decimal | None:
    """Give a figure's number, only where the report gives just this number: no bound, no range, no share.

    >>> exact(Figure(Span(0, 7, "trên 12"), Decimal(12), qualifier="trên")) is None
    True
    """
    if figure is None or figure.upper is not None or figure.qualifier not in _EXACT:
        return None
    return None if "/" in figure.written.text else figure.value


def percent(figure: Figure | None) -> Decimal | None:
    """Give a figure's exact number where it is a percentage."""
    return exact(figure) if figure and figure.unit == "%" else None


def change(figure: Figure | None) -> Decimal | None:
    """Give a change in percent, below zero where it went down; None where the text gives no direction."""
    if figure is None or figure.value is None or figure.upper is not None or figure.unit != "%":
        return None
    sign = _DIRECTIONS.get(fold(figure.qualifier or ""))
    return sign * figure.value if sign else None


def is_typed(span: Span | None) -> bool:
    """Tell whether staff added a value: it stands nowhere in the text."""
    return span is not None and span.start < 0 and span.start != EARLIER


def origin(fields: Mapping[str, Span | bool | None], texts: Texts) -> str:
    """Tell whether values come from the text, from an earlier one, or were added by staff, and which.

    A field without words of its own is told by whether staff gave it.
    """
    there = {name: value for name, value in fields.items() if value is not None and value is not False}
    typed = [name for name, value in there.items() if value is True or is_typed(_span(value))]
    earlier = [name for name, value in there.items() if (span := _span(value)) and span.start == EARLIER]
    told = []
    if typed:
        whole = len(typed) == len(there)
        told.append(texts("origin.staff") if whole else texts("origin.parts", parts=", ".join(typed)))
    if earlier:
        told.append(texts("origin.earlier", parts=", ".join(earlier)))
    return "; ".join(told) or texts("origin.text")


def _span(value: Span | bool) -> Span | None:
    return value if isinstance(value, Span) else None
