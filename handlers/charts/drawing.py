"""Draw a chart as PNG: as wide as a phone shows without zooming, as high as its rows need."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from pathlib import Path

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, get_font

from handlers.charts.model import Chart, Row

WIDTH = 1080
LEAST_HEIGHT = 600
"""A flatter picture would be shown small."""
MARGIN = 56
INSIDE = WIDTH - 2 * MARGIN
DPI = 100
BAR = 38
GAP = 16
LONGEST_WORDS = 0.5
"""The share of the width that words behind a bar may take."""
INK, GREY, PAPER = "#1A1A1A", "#5A5A5A", "#FFFFFF"
_FONTS = Path(mpl.get_data_path()) / "fonts" / "ttf"


@dataclass(frozen=True, slots=True)
class Type:
    """How words are set: height in pixels, bold or not, how many lines at most."""

    size: int
    lines: int
    bold: bool = False
    colour: str = INK


TITLE = Type(46, 3, bold=True)
ABOUT = Type(32, 3, colour=GREY)
NAME = Type(33, 3)
WORDS = Type(32, 1, bold=True)
NOTE = Type(29, 2, colour="#333333")
SOURCE = Type(27, 2, colour=GREY)


@cache
def _font(size: int, bold: bool) -> FontProperties:
    """Load DejaVu Sans, which has all letters of Vietnamese and comes with matplotlib."""
    return FontProperties(fname=_file(bold=bold), size=size * 72 / DPI)


def _file(*, bold: bool) -> Path:
    return _FONTS / ("DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf")


@cache
def _letters() -> frozenset[int]:
    return frozenset(get_font(_FONTS / "DejaVuSans.ttf").get_charmap())


def printable(text: str) -> str:
    """Leave out what the font has no letter for, and what is no letter."""
    return "".join(letter for letter in text if letter.isprintable() and ord(letter) in _letters())


@cache
def width(text: str, kind: Type) -> float:
    """Measure words in pixels."""
    font = get_font(_file(bold=kind.bold))
    font.set_size(kind.size * 72 / DPI, DPI)
    font.set_text(text)
    return font.get_width_height()[0] / 64  # it counts in 64ths of a pixel


def wrap(text: str, kind: Type, most: float) -> list[str]:
    """Break into lines that fit the width; the last one that is allowed ends with an ellipsis."""
    lines: list[str] = []
    words = printable(text).split()
    while words and len(lines) < kind.lines:
        count = _fitting(words, kind, most)
        if count == 0:  # one word is wider than the line
            cut = _cut(words[0], kind, most)
            lines.append(cut)
            words = [words[0][len(cut) :], *words[1:]] if len(cut) < len(words[0]) else words[1:]
        else:
            lines.append(" ".join(words[:count]))
            words = words[count:]
    if words and lines:
        lines[-1] = _cut(lines[-1], kind, most - width("…", kind)).rstrip(" ,;:–-") + "…"
    return lines


def _fitting(words: list[str], kind: Type, most: float) -> int:
    count = 0
    while count < len(words) and width(" ".join(words[: count + 1]), kind) <= most:
        count += 1
    return count


def _cut(text: str, kind: Type, most: float) -> str:
    """Cut to the width; at least one letter stays."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if width(text[:middle], kind) <= most else (low, middle - 1)
    return text[:low]


@dataclass(slots=True)
class Sheet:
    """A paper that grows downwards: what is to be drawn, and where the next thing goes."""

    y: float = MARGIN
    marks: list[Callable[[Axes], object]] = field(default_factory=list)

    def put(self, text: str, kind: Type, *, x: float = MARGIN, most: float = INSIDE) -> None:
        """Put words, line by line."""
        for line in wrap(text, kind, most):
            self.at(line, kind, x, self.y + kind.size)
            self.y += kind.size * 1.3

    def at(self, line: str, kind: Type, x: float, baseline: float) -> None:
        """Put one line at a place, on paper that covers what is behind."""
        self.marks.append(
            lambda axes: axes.text(
                x,
                baseline,
                line,
                fontproperties=_font(kind.size, kind.bold),
                color=kind.colour,
                va="baseline",
                parse_math=False,
                zorder=3,
                bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 1},
            )
        )


@dataclass(frozen=True, slots=True)
class Scale:
    """Where a value stands between the margins; room for words is kept behind the longest bar."""

    low: float
    high: float
    length: float

    def x(self, value: float) -> float:
        """Tell the place of a value."""
        share = (value - self.low) / (self.high - self.low) if self.high > self.low else 0.0
        return MARGIN + share * self.length


def draw(chart: Chart) -> bytes:
    """Draw a chart."""
    sheet = Sheet()
    sheet.put(chart.title, TITLE)
    sheet.y += GAP / 2
    sheet.put(chart.about, ABOUT)
    sheet.y += GAP * 1.5
    scale = _scale(chart)
    if chart.mark:
        _head_mark(sheet, chart, scale)
    top = sheet.y
    for row in chart.rows:
        _row(sheet, row, scale)
    if chart.mark:
        _line(sheet, scale.x(chart.mark.value), top - GAP / 2, sheet.y - GAP)
    foot = Sheet()
    for source in chart.sources:
        foot.put(source, SOURCE)
    sheet.y = max(sheet.y + GAP, LEAST_HEIGHT - MARGIN - (foot.y - MARGIN))
    for source in chart.sources:
        sheet.put(source, SOURCE)
    return _png(sheet, sheet.y + MARGIN)


def _scale(chart: Chart) -> Scale:
    values = [row.value for row in chart.rows if row.value is not None]
    marks = [chart.mark.value] if chart.mark else []
    low, high = min([0.0, *values]), max([0.0, *values, *marks])
    room = max(
        (min(width(printable(row.words), WORDS), INSIDE * LONGEST_WORDS) for row in chart.rows), default=0
    )
    return Scale(low, high, INSIDE - room - 2 * GAP)


def _row(sheet: Sheet, row: Row, scale: Scale) -> None:
    sheet.put(row.name, NAME)
    sheet.y += 4
    top = sheet.y
    end = float(MARGIN)
    if row.value is not None:
        left, right = sorted((scale.x(0), scale.x(row.value)))
        end = right + GAP
        _bar(sheet, left, top, max(right - left, 3), row.colour)
    kind = WORDS if row.value is not None else Type(WORDS.size, 1, colour=GREY)
    most = max(WIDTH - MARGIN - end, INSIDE * LONGEST_WORDS)
    for line in wrap(row.words, kind, most):
        sheet.at(line, kind, min(end, WIDTH - MARGIN - width(line, kind)), top + BAR - 7)
    sheet.y = top + BAR + 6
    for note in row.notes:
        sheet.put(note, NOTE, x=MARGIN + 12, most=INSIDE - 12)
    sheet.y += GAP * 1.4


def _bar(sheet: Sheet, left: float, top: float, width: float, colour: str) -> None:
    sheet.marks.append(lambda axes: axes.barh(top + BAR / 2, width, BAR, left=left, color=colour, zorder=2))


def _head_mark(sheet: Sheet, chart: Chart, scale: Scale) -> None:
    """Write what the dashed line means above it."""
    assert chart.mark is not None  # noqa: S101 asked before
    x, words = scale.x(chart.mark.value), chart.mark.words
    left = min(max(x - width(words, SOURCE) / 2, MARGIN), WIDTH - MARGIN - width(words, SOURCE))
    sheet.put(words, SOURCE, x=left)
    sheet.y += GAP


def _line(sheet: Sheet, x: float, top: float, bottom: float) -> None:
    sheet.marks.append(
        lambda axes: axes.plot([x, x], [top, bottom], color=GREY, linewidth=2, linestyle="--", zorder=1)
    )


def _png(sheet: Sheet, height: float) -> bytes:
    figure = Figure(figsize=(WIDTH / DPI, round(height) / DPI), dpi=DPI, facecolor=PAPER)
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
    axes.set_axis_off()
    for mark in sheet.marks:
        mark(axes)
    axes.set_xlim(0, WIDTH)
    axes.set_ylim(round(height), 0)
    file = BytesIO()
    figure.savefig(file, format="png", dpi=DPI, facecolor=PAPER, metadata={"Software": None})
    return file.getvalue()
