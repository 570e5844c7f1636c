"""The record and the explanation of a report."""

from __future__ import annotations

import doctest
import importlib
import json
import pkgutil
import sys
from pathlib import Path

import pytest

import reports
from reports import as_record, explain, read_report
from reports.__main__ import main
from reports.layout import sentences
from reports.text import clean

EXAMPLE = Path(__file__).parent / "examples" / "party-news.txt"
TEXT = EXAMPLE.read_text(encoding="utf-8")
GUIDE_FIELDS = [
    "title",
    "number",
    "organisation",
    "held_on",
    "place",
    "period",
    "people",
    "participants",
    "targets",
    "counts",
    "tasks",
    "limitations",
    "causes",
]


def strings(value: object) -> list[str]:
    """Flatten the strings of a record in order."""
    if isinstance(value, dict):
        return [text for part in value.values() for text in strings(part)]
    if isinstance(value, list):
        return [text for part in value for text in strings(part)]
    return [value] if isinstance(value, str) else []


def test_a_record_has_the_fields_of_the_guide_and_is_plain_json() -> None:
    record = as_record(read_report(TEXT), "party-news.txt")

    assert set(record) == {*GUIDE_FIELDS, "file", "strengths", "offsets"}
    assert json.loads(json.dumps(record)) == record


@pytest.mark.parametrize(
    "field", ["title", "organisation", "participants", "limitations", "causes", "strengths"]
)
def test_the_offsets_of_a_field_lead_to_its_strings(field: str) -> None:
    record = as_record(read_report(TEXT), "party-news.txt")
    offsets = record["offsets"]
    assert isinstance(offsets, dict)
    places = offsets[field] if isinstance(record[field], list) else [offsets[field]]

    assert [TEXT[start:end] for start, end in places] == strings(record[field])


@pytest.mark.parametrize("field", ["people", "tasks", "targets", "counts"])
def test_the_offsets_of_rows_lead_to_their_strings(field: str) -> None:
    record = as_record(read_report(TEXT), "party-news.txt")
    offsets, rows = record["offsets"], record[field]
    assert isinstance(offsets, dict)
    assert isinstance(rows, list)

    for row, places in zip(rows, offsets[field], strict=True):
        assert {key: TEXT[p[0] : p[1]] if p else None for key, p in places.items()} == {
            key: row[key] for key in places
        }


def test_an_explanation_shows_every_sentence_and_the_rules_that_read_it() -> None:
    told = list(explain(read_report(TEXT)))

    assert any(line.startswith("    tasks.deadline ← trước ngày 20/8/2026: trước ngày 20/7") for line in told)
    assert any(line.startswith("· Các tin khác") for line in told)
    assert sum(line.startswith(("|", "·")) for line in told) == len(sentences(clean(TEXT)))


def test_an_explanation_shows_the_sections_and_what_told_them() -> None:
    told = list(explain(read_report(TEXT)))

    assert any(line.startswith("= Hạn chế ← ") for line in told)
    assert any(line.startswith("= Nhiệm vụ ← ") for line in told)
    assert not any(line.startswith("*") for line in told)


@pytest.mark.parametrize(
    ("posted", "cleaned"),
    [
        ("Héi nghÞ cña Uû ban nh©n d©n tØnh vÒ c«ng t¸c c¶i c¸ch hµnh chÝnh n¨m 2026.", "* bảng mã cũ"),
        ("Uy ban nhan dan xa hop giao ban thang 9 nam 2026 ve chi tieu dat va vuot.", "* văn bản không dấu"),
        ("Phòng Kinh tế rà soát danh sách\ncủa các hộ nghèo.", "* 1 chỗ ngắt dòng"),
        ("Phòng Kinh tế  rà soát\u200b danh sách.", "* 34 ký tự gốc, 32 sau"),
    ],
)
def test_an_explanation_tells_what_was_cleaned(posted: str, cleaned: str) -> None:
    assert any(line.startswith(cleaned) for line in explain(read_report(posted)))


def test_the_module_prints_a_json_line_for_each_file(capsys: pytest.CaptureFixture[str]) -> None:
    main([str(EXAMPLE), str(EXAMPLE)])

    printed = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [record["file"] for record in printed] == ["party-news.txt", "party-news.txt"]


def test_the_module_explains_when_asked(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--explain", str(EXAMPLE)])

    assert "organisation ← X tổ chức hội nghị: Đảng ủy xã Vĩnh Khê" in capsys.readouterr().out


@pytest.mark.parametrize(
    "name", [m.name for m in pkgutil.iter_modules(reports.__path__) if m.name != "__main__"]
)
def test_the_examples_in_docstrings_hold(name: str) -> None:
    module = importlib.import_module(f"reports.{name}")

    assert doctest.testmod(module).failed == 0
    assert module.__name__ in sys.modules
