"""Items as terms, and what is asked for as terms: tried on FTS5 itself."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.asking.expressions import expression
from handlers.asking.reading import Reading
from handlers.calendar import Days
from storage.itemkeys import BETWEEN, EARLIEST, LATEST, Indexed, Kind, day_keys
from storage.itemterms import bodies_in, matching, parts_of, terms_of

WORDS = st.lists(st.sampled_from(["a", "b", "c"]), min_size=1, max_size=6).map(" ".join)
TASK = Indexed(Kind.TASK, 1, "thu gom rac", f"phong kinh te{BETWEEN}cong an xa", "", "ktask dnone y2026")
DUE = replace(TASK, keys="ktask d2026 d202603 d20260310 dx03 dx0310 y2026")


def finds(item: Indexed, expression: str, bodies: dict[str, list[int]] | None = None) -> bool:
    """Tell whether an index with one item, of bodies 3 and 4, finds it."""
    match = matching(parts_of(expression), bodies or {})
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(
            """CREATE VIRTUAL TABLE one USING fts5 (
                terms, content = '', tokenize = "unicode61 remove_diacritics 0 tokenchars '_'"
            )"""
        )
        connection.execute("INSERT INTO one (rowid, terms) VALUES (1, ?)", [terms_of(item, [3, 4])])
        return bool(match and connection.execute("SELECT 1 FROM one WHERE one MATCH ?", [match]).fetchall())


@pytest.mark.parametrize(
    "expression",
    [
        'words : "gom"',
        'words : ("do rac" OR "thu gom rac")',
        'unit : "kinh te"',
        '{words unit} : ("cong an xa")',
        '{words unit} : ("gom rac")',
        "keys : ktask",
        "keys : (ktarget OR ktask) AND keys : (d2026 OR dnone)",
        "keys : y2026",
        'words : "rac" AND unit : "phong kinh te" AND body : ("xa a" OR "xa b") AND keys : ktask',
    ],
)
def test_an_item_is_found_by_what_it_says_and_is(expression: str) -> None:
    assert finds(TASK, expression, {"xa a": [], "xa b": [7, 4]})


@pytest.mark.parametrize(
    "expression",
    [
        'words : "thu rac"',
        'words : "kinh te"',
        'unit : "kinh te cong"',  # two names are no phrase together
        "keys : ktarget",
        "keys : smet",
        "keys : (dnone) AND keys : ktarget",
        'body : "xa c" AND keys : ktask',
        'body : "xa d"',
    ],
)
def test_an_item_is_not_found_by_anything_else(expression: str) -> None:
    assert not finds(TASK, expression, {"xa c": [9], "xa d": []})


@pytest.mark.parametrize(
    ("expression", "found"),
    [
        ("keys : ddated", True),
        ("keys : d202603", True),
        ("keys : (d202604 OR d2027)", False),
        ("keys : ddated AND no keys : (d202603 OR d2027)", False),
        ("keys : ddated AND no keys : (d202604 OR d2027)", True),
        ('words : "rac" AND unit : "kinh te" AND body : "xa a" AND keys : y2026 AND keys : ddated', True),
        ('words : "rac" AND unit : "xay dung" AND keys : ddated', False),
        ("keys : (d202604 OR y2026)", True),
        ("keys : ktarget AND keys : ddated", False),
    ],
)
def test_a_task_with_a_last_day_is_found_by_it_among_its_like(expression: str, found: bool) -> None:
    assert finds(DUE, expression, {"xa a": [3]}) is found
    assert finds(TASK, expression, {"xa a": [3]}) is (expression == "keys : (d202604 OR y2026)")


@given(st.dates(date(1999, 1, 1), date(2061, 1, 1)), st.dates())
def test_what_is_due_until_a_day_is_told_by_the_days_behind_it(day: date, last: date) -> None:
    item = replace(DUE, keys=" ".join(["ktask", *day_keys("d", day)]))
    told = expression(Reading(kinds=(Kind.TASK,), due=Days(None, last)), date(2026, 11, 27))

    assert finds(item, told) == (EARLIEST <= day <= min(last, LATEST))


@given(WORDS, WORDS, st.sampled_from(Kind))
def test_a_phrase_is_found_where_its_words_stand_side_by_side(text: str, phrase: str, kind: Kind) -> None:
    item = Indexed(kind, 1, text, "", "", f"k{kind.name.lower()}")

    assert finds(item, f'words : "{phrase}"') == (f" {phrase} " in f" {text} ")


def test_names_of_bodies_are_told_before_they_are_looked_for() -> None:
    asked = parts_of('body : ("xa a" OR "xa b") AND keys : ktask')

    assert bodies_in(asked) == ["xa a", "xa b"]
    assert matching(asked, {"xa a": [1, 2], "xa b": []}) == '(("5b1" OR "5b2"))'


def test_what_is_no_expression_is_a_fault_of_the_program() -> None:
    with pytest.raises(ValueError, match="words"):
        parts_of("words")
