import asyncio
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from benchmarks.__main__ import PARTS, main
from benchmarks.book import fill, kept, store_in_bulk
from benchmarks.measuring import Effort, Measure, percentile
from benchmarks.shelf import f1_of, labelled_texts, named, our_people
from benchmarks.table import table
from benchmarks.texts import sample, templates, variant
from reports import read_report
from storage.db import open_database


def test_quick_mode_measures_every_part(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "figures" / "benchmarks.json"

    assert main(["--quick", "--sizes", "3,8", "--json", str(path)]) == 0

    measures = json.loads(path.read_text(encoding="utf-8"))["measures"]
    assert {measure["part"] for measure in measures} == set(PARTS)
    assert {measure["size"] for measure in measures if measure["name"] == "/latest"} == {3, 8}
    assert all(measure["value"] > 0 for measure in measures)
    printed = capsys.readouterr().out
    assert all(part.upper() in printed for part in PARTS)


@pytest.mark.parametrize(
    ("arguments", "words"), [(["--only", "sleep"], "no part sleep"), (["--sizes", "0"], "at least 1")]
)
def test_wrong_arguments_are_refused(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(arguments)

    assert words in capsys.readouterr().err


def test_the_made_up_sample_is_as_long_as_the_real_one() -> None:
    assert 7_500 < len(sample().encode()) < 8_100


def test_the_made_up_sample_is_understood() -> None:
    report = read_report(sample())

    assert report.held_on
    assert min(map(len, (report.targets, report.tasks, report.strengths, report.limitations))) >= 5


def test_variants_have_their_spans_in_their_own_source() -> None:
    original = templates(1)[0]
    one, two = variant(original, 1), variant(original, 2)

    assert len({original.source, one.source, two.source}) == 3
    for report in (one, two):
        assert all(report.source[s.start : s.end] == s.text for s in report.spans())


def test_percentiles_are_values_that_were_taken() -> None:
    assert percentile([3, 1, 2], 0.5) == 2
    assert percentile(range(1, 101), 0.99) == 99


def test_an_effort_ends_by_rounds_and_by_time() -> None:
    effort = Effort(rounds=5, seconds=0)

    assert effort.goes_on(2, since=0)
    assert not effort.goes_on(3, since=0)
    assert not Effort(rounds=5, seconds=1e9).goes_on(5, since=0)


def test_a_table_leaves_what_was_not_taken_empty() -> None:
    measures = [
        Measure("reading", "a report", 12.345, "ms", p99=1234.5, ratio=2.5, against="itself", cpu=9.8),
        Measure("start", "memory", 40.0, "MB"),
    ]

    lines = [line.split() for line in table(measures).splitlines() if line]

    assert lines[1:5] == [
        ["READING"],
        ["a", "report", "12.3", "1,234", "9.8", "ms", "x2.5", "itself"],
        ["START"],
        ["memory", "40.0", "MB"],
    ]


def test_names_are_joined_from_the_tokens_of_the_library() -> None:
    tokens = [
        ("Bà", "N", "B-NP", "O"),
        ("Lê", "Np", "B-NP", "B-PER"),
        ("Thị Hoa", "Np", "I-NP", "I-PER"),
        ("và", "C", "O", "O"),
        ("Vinh", "Np", "B-NP", "B-PER"),
        ("Đông", "Np", "B-NP", "B-LOC"),
        ("Tây", "Np", "B-NP", "I-PER"),
    ]

    assert named(tokens) == ["Lê Thị Hoa", "Vinh"]


def test_f1_counts_a_name_once_in_each_text() -> None:
    read = [frozenset({"lê thị hoa", "vinh"}), frozenset[str]()]
    gold = [frozenset({"lê thị hoa"}), frozenset({"trần an"})]

    assert f1_of(read, gold) == 0.5


def test_the_examples_are_texts_to_compare_on() -> None:
    texts = labelled_texts()

    assert len(texts) >= 5
    assert any(text.people & {name.casefold() for name in our_people(text.text)} for text in texts)


async def test_a_book_filled_in_bulk_is_the_same_as_one_filled_by_posts(tmp_path: Path) -> None:
    filled, posted = tmp_path / "filled.db", tmp_path / "posted.db"
    await asyncio.to_thread(store_in_bulk, filled, 1, 40)
    database = await open_database(posted)
    await fill(database, 40, 40)
    await database.close()

    assert told(filled) == told(posted)
    assert len(told(filled)["report"]) == 40


def told(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Read all tables of a book; of its indexes of words each word with its places."""
    with closing(sqlite3.connect(path)) as connection:
        tables = [
            name
            for (name,) in connection.execute(
                "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' ORDER BY name"
            )
        ]
        indexes = [
            name
            for (name,) in connection.execute("SELECT name FROM pragma_table_list WHERE type = 'virtual'")
        ]
        for name in indexes:
            connection.execute(f"CREATE VIRTUAL TABLE temp.v_{name} USING fts5vocab(main, {name}, instance)")
        return {
            name: sorted(connection.execute(f"SELECT * FROM {name}").fetchall(), key=repr) for name in tables
        } | {name: sorted(connection.execute(f"SELECT * FROM v_{name}").fetchall()) for name in indexes}


def test_a_book_once_filled_is_kept_and_filled_on(tmp_path: Path) -> None:
    small = kept(6, tmp_path)
    written = small.stat().st_mtime_ns

    large = kept(9, tmp_path)

    assert kept(6, tmp_path) == small
    assert small.stat().st_mtime_ns == written
    assert [number for number, *_ in told(large)["source"]] == list(range(1, 10))
    assert not list(tmp_path.glob("*.part"))
