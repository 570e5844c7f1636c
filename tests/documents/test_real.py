"""The same notice as different programs keep it: the same is read of each."""

from __future__ import annotations

import pytest

from documents.model import Document, Problem, Refusal
from documents.opening import Opener
from reports import read_report
from tests.documents.making import FILES

OPENER = Opener(ocr=False, characters=10_000)
TASKS = [
    ("Phòng Kinh tế", "trước ngày 31/12/2026"),
    ("Phòng Văn hóa - Xã hội", "trước ngày 25/10/2026"),
    ("Phòng Văn hóa - Xã hội", "trước ngày 20/11/2026"),
]


@pytest.mark.parametrize("kind", ["docx", "pdf", "html"])
async def test_a_notice_that_libreoffice_wrote(kind: str) -> None:
    opened = await OPENER.open((FILES / f"libreoffice.{kind}").read_bytes(), f"giao-ban.{kind}")

    assert isinstance(opened, Document)
    report = read_report(opened.text)
    assert report.number
    assert report.number.text == "57/TB-VP"
    assert report.title
    assert report.title.text == "Kết luận của Chủ tịch UBND xã tại cuộc họp giao ban tháng 9 năm 2026"
    assert [
        (task.assignee.text, task.deadline.written.text)
        for task in report.tasks
        if task.assignee and task.deadline
    ] == TASKS
    assert {"Lý Thị Kim Ngân", "Tạ Minh Khôi"} == {person.name.text for person in report.people}


@pytest.mark.parametrize("kind", ["docx", "html"])
async def test_its_table_is_read_where_cells_are_told_apart(kind: str) -> None:
    opened = await OPENER.open((FILES / f"libreoffice.{kind}").read_bytes(), f"giao-ban.{kind}")

    assert isinstance(opened, Document)
    [target] = [t for t in read_report(opened.text).targets if t.name.text == "Kết nạp đảng viên"]
    assert target.actual
    assert target.goal
    assert (target.actual.written.text, target.goal.written.text) == ("13", "12")


@pytest.mark.parametrize(("kind", "problem"), [("doc", Problem.OLD_WORD), ("odt", Problem.OTHER_TYPE)])
async def test_what_is_not_read_is_told(kind: str, problem: Problem) -> None:
    opened = await OPENER.open((FILES / f"libreoffice.{kind}").read_bytes(), "giao-ban.docx")

    assert opened == Refusal(problem)
