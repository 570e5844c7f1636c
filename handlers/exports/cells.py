"""What stands in a table's cell: words on one line, exact numbers, days, and where a value comes from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from handlers.richtext import shorten
from handlers.texts import Texts
from reports.edits import EARLIER, UNPLACED
from reports.folding import fold
from reports.model import OUTSIDE, Figure, Span

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


ORIGINS = {UNPLACED: "origin.staff", EARLIER: "origin.earlier", OUTSIDE: "origin.outside"}
"""Where a value comes from that does not stand in the report's text, by where its span begins."""


def is_typed(span: Span | None) -> bool:
    """Tell whether a value stands nowhere in the text: staff typed it, or it comes from elsewhere."""
    return span is not None and span.start < 0


def least_sure(spans: Iterable[Span | None]) -> Span | None:
    """Give of several words some that do not stand in the text; where all do, the first."""
    there = [span for span in spans if span]
    return next(filter(is_typed, there), there[0] if there else None)


def origin(fields: Mapping[str, Span | None], texts: Texts) -> str:
    """Tell which values come from the text, and where the others come from."""
    there = {name: span for name, span in fields.items() if span is not None}
    told = [] if there and all(map(is_typed, there.values())) else [texts("origin.text")]
    for start, key in ORIGINS.items():
        names = [name for name, span in there.items() if span.start == start]
        if names:
            alone = len(names) == len(there)
            told.append(texts(key) if alone else f"{texts(key)}: {', '.join(names)}")
    return "; ".join(told)
