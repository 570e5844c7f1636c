"""Pictures, where tesseract and its Vietnamese are installed; and where they are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from documents import ocr
from documents.model import Document, Problem, Refusal
from documents.opening import Opener
from reports import read_report
from tests.documents.making import FILES, pdf

HERE = ocr.is_there()
needs_tesseract = pytest.mark.skipif(
    not HERE,
    reason="tesseract with Vietnamese is not installed (apt install tesseract-ocr tesseract-ocr-vie)",
)


@needs_tesseract
@pytest.mark.parametrize("name", ["ban-quet.pdf", "trang-giay.png"])
async def test_a_scan_and_a_photo_are_read(name: str) -> None:
    opened = await Opener(ocr=True, characters=10_000).open((FILES / name).read_bytes(), name)

    assert isinstance(opened, Document)
    assert opened.by_ocr
    report = read_report(opened.text)
    assert report.number
    assert report.number.text == "57/TB-VP"
    assert [task.deadline.written.text for task in report.tasks if task.deadline] == [
        "trước ngày 31/12/2026",
        "trước ngày 25/10/2026",
        "trong tháng 10/2026",
    ]


@needs_tesseract
@pytest.mark.parametrize(
    ("data", "problem"),
    [(b"\x89PNG\r\n\x1a\n" + bytes(64), Problem.DAMAGED), (pdf([[]]), Problem.UNREADABLE)],
    ids=["no picture behind its mark", "a picture without words"],
)
async def test_what_holds_no_words_is_refused(data: bytes, problem: Problem) -> None:
    opened = await Opener(ocr=True, characters=10_000).open(data, "a.png")

    assert opened == Refusal(problem)


@needs_tesseract
def test_a_photo_without_words_is_refused() -> None:
    with pytest.raises(Exception, match="unreadable"):
        ocr.read(b"P5 200 200 255\n" + b"\xff" * 40_000)


def a_program(folder: Path, script: str) -> None:
    program = folder / "tesseract"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)


@pytest.mark.parametrize(
    ("script", "there"),
    [("echo List of languages; echo eng; echo vie", True), ("echo eng", False), (None, False)],
    ids=["with Vietnamese", "without", "not installed"],
)
def test_whether_pictures_can_be_read(
    script: str | None, there: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin" if script else str(tmp_path))
    if script:
        a_program(tmp_path, script)

    assert ocr.is_there() is there


HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
WORDS = [
    "4\t1\t1\t1\t1\t0\t0\t0\t500\t20\t-1\t",
    "5\t1\t1\t1\t1\t1\t0\t0\t100\t20\t96\tNơi",
    "5\t1\t1\t1\t1\t2\t105\t0\t100\t20\t96\tnhận:",
    "5\t1\t1\t1\t1\t3\t400\t0\t100\t20\t96\tCHỦ",
    "5\t1\t1\t1\t1\t4\t505\t0\t100\t20\t96\tTỊCH",
    '5\t1\t1\t1\t2\t1\t0\t30\t100\t20\t96\t"Lưu',
]


def test_the_table_of_words_becomes_lines_with_columns_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "words").write_text("\n".join([HEAD, *WORDS]) + "\n", encoding="utf-8")
    a_program(tmp_path, f"cat > /dev/null; cat '{tmp_path}/words'")
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")

    assert [line.text for line in ocr.look(b"P5")] == ["Nơi nhận:\tCHỦ TỊCH", '"Lưu']
    assert ocr.read(b"P5") == 'Nơi nhận:\tCHỦ TỊCH\n"Lưu'


def test_a_reader_that_fails_is_a_damaged_picture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    a_program(tmp_path, "cat > /dev/null; exit 1")
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")

    with pytest.raises(Exception, match="damaged"):
        ocr.look(b"P5")
