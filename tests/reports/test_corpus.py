"""Real reports, where they are at hand: skipped without the shared corpus beside the repository."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reports import WarningKind, as_record, read_report

SHARED = Path(__file__).resolve().parents[3] / "shared" / "corpus"
needs_corpus = pytest.mark.skipif(not SHARED.is_dir(), reason=f"no shared corpus at {SHARED}")
TEXTS = sorted(SHARED.glob("*/*.txt")) if SHARED.is_dir() else []
SAMPLE = "long-my-2017-q3"


@needs_corpus
def test_the_sample_is_read_exactly_as_its_gold_says() -> None:
    text = (SHARED / "dev" / f"{SAMPLE}.txt").read_text(encoding="utf-8")
    gold = json.loads((SHARED / "dev" / f"{SAMPLE}.gold.json").read_text(encoding="utf-8"))

    record = as_record(read_report(text), SAMPLE)

    fields = [field for field in gold if field not in ("source", "genre", "note")]
    assert {field: record[field] for field in fields} == {field: gold[field] for field in fields}


@needs_corpus
def test_the_open_band_of_the_sample_is_told_to_staff() -> None:
    text = (SHARED / "dev" / f"{SAMPLE}.txt").read_text(encoding="utf-8")

    [warning] = read_report(text).warnings

    assert (warning.kind, warning.stated, warning.listed) == (WarningKind.OPEN_LIST, 2, (2, 3))


@needs_corpus
@pytest.mark.parametrize("path", TEXTS, ids=[path.stem for path in TEXTS])
def test_every_string_stands_in_a_real_text(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert all(text[span.start : span.end] == span.text for span in read_report(text).spans())
