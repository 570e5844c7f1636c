"""Items as terms, and what is asked for as terms: tried on FTS5 itself."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.itemkeys import BETWEEN, Indexed, Kind
from storage.itemterms import bodies_in, matching, parts_of, terms_of

WORDS = st.lists(st.sampled_from(["a", "b", "c"]), min_size=1, max_size=6).map(" ".join)
TASK = Indexed(Kind.TASK, 1, "thu gom rac", f"phong kinh te{BETWEEN}cong an xa", "", "ktask dnone y2026")


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
