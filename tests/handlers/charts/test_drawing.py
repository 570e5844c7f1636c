"""What a picture looks like: its size, its colours, its words; whatever the words and numbers are."""

from __future__ import annotations

import struct
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.image import imread

from handlers.charts.drawing import (
    INSIDE,
    LEAST_HEIGHT,
    NAME,
    NOTE,
    TITLE,
    WIDTH,
    Type,
    draw,
    printable,
    width,
    wrap,
)
from handlers.charts.model import COLOURS, PLAIN, Chart, Mark, Row
from reports.model import TargetStatus

LETTERS = "aàáảãạăằắẳẵặâầấẩẫậđeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ"


def chart(*rows: Row, mark: Mark | None = None) -> Chart:
    return Chart("Chỉ tiêu", "Báo cáo của xã", rows, ("Nguồn: báo cáo 1",), mark)


def size(png: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def has_colour(png: bytes, colour: str) -> int:
    """Count the pixels of a colour."""
    pixels = (imread(BytesIO(png))[:, :, :3] * 255).round().astype(int)
    wanted = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    return int((pixels == wanted).all(axis=2).sum())


def test_the_font_has_every_letter_of_vietnamese() -> None:
    assert printable(LETTERS + LETTERS.upper()) == LETTERS + LETTERS.upper()


def test_what_the_font_has_no_letter_for_is_left_out() -> None:
    assert printable("thu\u0007 汉 $a_b^2$\u202e") == "thu  $a_b^2$"


@pytest.mark.parametrize("count", [1, 5, 16, 40])
def test_a_picture_is_as_wide_as_a_phone_and_as_high_as_its_rows_need(count: int) -> None:
    rows = [Row(f"Chỉ tiêu {number}", f"{number} %", float(number)) for number in range(1, count + 1)]
    width, height = size(draw(chart(*rows)))

    assert width == WIDTH
    assert max(LEAST_HEIGHT, 80 * count) <= height <= 500 + 120 * count


def test_a_gap_has_no_bar_and_a_zero_has_a_thin_one() -> None:
    gap, zero, one = (
        has_colour(draw(chart(Row("Chỉ tiêu", "x", value))), PLAIN) for value in (None, 0.0, 1.0)
    )

    assert gap == 0
    assert 0 < zero < one / 20


def test_bars_are_as_long_as_their_values() -> None:
    two = has_colour(draw(chart(Row("a", "x", 100.0), Row("b", "x", 50.0))), PLAIN)
    one = has_colour(draw(chart(Row("a", "x", 100.0))), PLAIN)

    assert two / one == pytest.approx(1.5, abs=0.05)


def test_a_value_below_zero_goes_to_the_left_of_zero() -> None:
    png = draw(chart(Row("a", "giảm 5%", -5.0, COLOURS[TargetStatus.BEHIND]), Row("b", "tăng 5%", 5.0)))

    lost, won = has_colour(png, COLOURS[TargetStatus.BEHIND]), has_colour(png, PLAIN)
    assert lost == pytest.approx(won, rel=0.05)


def test_every_status_has_a_colour_and_only_what_is_unknown_shares_one() -> None:
    assert set(COLOURS) == {*TargetStatus, None}
    assert len(set(COLOURS.values())) == len(COLOURS) - 1


words = st.text(max_size=300) | st.sampled_from(["x" * 2000, "$\\frac{1}{0}$", "tỷ lệ " * 400, "\n\t\0", ""])
numbers = (
    st.none() | st.floats(allow_nan=False, allow_infinity=False) | st.sampled_from([1e308, -1e308, 5e-324])
)
rows = st.builds(
    Row, words, words, numbers, st.sampled_from(list(COLOURS.values())), st.lists(words).map(tuple)
)


@settings(max_examples=25, deadline=None)
@given(
    st.builds(
        Chart,
        words,
        words,
        st.lists(rows, max_size=8).map(tuple),
        st.lists(words, max_size=3).map(tuple),
        st.none() | st.just(Mark(100.0, "100%")),
    )
)
def test_any_words_and_numbers_are_drawn(given_chart: Chart) -> None:
    png = draw(Chart.from_json(given_chart.to_json()))

    assert size(png)[0] == WIDTH


@given(words, st.sampled_from([TITLE, NAME, NOTE]))
def test_no_line_is_wider_than_the_paper_and_no_more_lines_than_allowed(text: str, kind: Type) -> None:
    lines = wrap(text, kind, INSIDE)

    assert len(lines) <= kind.lines
    assert all(width(line, kind) <= INSIDE for line in lines)


def test_a_chart_is_kept_by_what_is_in_it() -> None:
    one, same, other = chart(Row("a", "x", 1.0)), chart(Row("a", "x", 1.0)), chart(Row("a", "x", 1.5))

    assert one.key == same.key != other.key
