from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from handlers.context import Context, Program
from handlers.preview import preview, warnings
from handlers.texts import TEXTS, Language, Texts
from reports.edits import MARKS
from reports.model import Day, Reading, ReadingWarning, Report, WarningKind
from storage.db import Database
from tests.handlers.asking import NOW
from tests.storage.examples import FULL, span

PHRASE = span("02 chỉ tiêu đạt")


async def looks(report: Report, db: Database, language: Language = "vi") -> list[str]:
    async with db.session() as session:
        return list(warnings(report, Context(session, Texts(language), NOW, Program("1.0", NOW))))


@pytest.mark.parametrize(
    ("warning", "sentence"),
    [
        (
            ReadingWarning(WarningKind.COUNT_MISMATCH, PHRASE, 2, (3,)),
            "“02 chỉ tiêu đạt”: văn bản nêu 2, liệt kê 3.",
        ),
        (
            ReadingWarning(WarningKind.OPEN_LIST, PHRASE, 2, (2, 3)),
            "“02 chỉ tiêu đạt”: văn bản nêu 2, danh sách có thể đọc thành 2 hoặc 3.",
        ),
        (ReadingWarning(WarningKind.NO_CONTENT), "Không thấy chỉ tiêu, nhiệm vụ hay hạn chế nào."),
        (ReadingWarning(WarningKind.NOT_A_REPORT), "Văn bản này không giống báo cáo họp."),
    ],
)
async def test_each_doubt_is_told(warning: ReadingWarning, sentence: str, db: Database) -> None:
    assert await looks(replace(FULL, warnings=(warning,)), db) == [sentence]
    assert len(await looks(replace(FULL, warnings=(warning,)), db, "en")) == 1


@pytest.mark.parametrize(
    ("field", "kind", "sentence"),
    [
        ("held_on", WarningKind.NO_DATE, "Không thấy ngày họp."),
        ("organisation", WarningKind.NO_ORGANISATION, "Không thấy cơ quan tổ chức họp."),
    ],
)
async def test_what_was_not_found_is_told_until_staff_give_it(
    field: str, kind: WarningKind, sentence: str, db: Database
) -> None:
    found = replace(FULL, warnings=(ReadingWarning(kind),))
    missed: dict[str, Any] = {field: None}

    assert await looks(replace(found, **missed), db) == [sentence]
    assert await looks(found, db) == []


async def test_a_day_to_come_is_told(db: Database) -> None:
    def held_on(day: date) -> Report:
        return replace(FULL, warnings=(), held_on=Day(span("Ngày 03/3/2026"), day))

    assert await looks(held_on(date(2026, 10, 20)), db) == []
    assert await looks(held_on(date(2026, 10, 21)), db) == ["Ngày họp 21/10/2026 còn ở phía trước."]


async def test_fields_read_by_a_weak_sign_are_named_once(db: Database) -> None:
    readings = tuple(
        Reading(field, "rule", PHRASE, weak)
        for field, weak in (("title", True), ("tasks.assignee", True), ("tasks", True), ("people", False))
    )

    assert await looks(replace(FULL, warnings=(), readings=readings), db) == [
        "Phần tiêu đề, nhiệm vụ: bot đọc chưa chắc, xin đối chiếu với văn bản."
    ]


async def test_a_preview_counts_what_was_found(db: Database) -> None:
    async with db.session() as session:
        context = Context(session, Texts("vi"), NOW, Program("1.0", NOW))
        text = preview(replace(FULL, warnings=()), "Xem trước", context).text

    assert text.splitlines()[-1] == (
        "2 chỉ tiêu · 2 nhiệm vụ · 1 hạn chế · 1 nguyên nhân · 1 người · 2 thành phần"
    )


def test_every_field_that_a_rule_can_read_has_its_name() -> None:
    parts = set(Report.__dataclass_fields__) - {"source", "warnings", "readings", *MARKS.values()}

    assert {f"field.{part}" for part in parts} <= TEXTS.keys()
