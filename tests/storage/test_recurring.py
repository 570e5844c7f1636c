"""What earlier reports of the same body told."""

from datetime import UTC, datetime

from storage import recurring, reports
from storage.db import Database
from tests.storage.telling import report

AT = datetime(2026, 10, 6, 1, 15, tzinfo=UTC)


async def test_earlier_items_are_those_of_the_same_body_before_this_report(db: Database) -> None:
    async with db.session() as session:
        for one in (
            report(
                limitations=("rác ở chợ", "nợ thuế"),
                tasks=("thu gom rác",),
                day="2026-07-02",
                period="2026-Q2",
            ),
            report(limitations=("đường hư",), day="2026-10-02"),
            report(limitations=("nước đục",), organisation="UBND xã Tân An", day="2026-07-02"),
            report(limitations=("rác ven kênh",), day="2026-04-02", period=None),
            report(limitations=("họp muộn",), organisation=None),
            report(limitations=("họp muộn lắm",), organisation=None, day="2026-12-02"),
        ):
            await reports.add(session, one, posted_by="telegram:1", at=AT)

    async with db.session() as session:
        told = await recurring.earlier(session, 2, "limitation")
        assert [(item.report, item.text, item.period and item.period.value) for item in told] == [
            (1, "rác ở chợ", "2026-Q2"),
            (1, "nợ thuế", "2026-Q2"),
            (4, "rác ven kênh", None),
        ]
        assert [item.text for item in await recurring.earlier(session, 2, "task")] == ["thu gom rác"]
        assert await recurring.earlier(session, 4, "limitation") == []
        assert await recurring.earlier(session, 6, "limitation") == []


async def test_of_two_reports_of_one_day_the_first_stored_is_earlier(db: Database) -> None:
    async with db.session() as session:
        for text in ("rác ở chợ", "rác ở bến xe"):
            await reports.add(session, report(limitations=(text,)), posted_by="telegram:1", at=AT)

        assert [item.text for item in await recurring.earlier(session, 2, "limitation")] == ["rác ở chợ"]
        assert await recurring.earlier(session, 1, "limitation") == []


async def test_a_deleted_report_is_no_earlier_one(db: Database) -> None:
    async with db.session() as session:
        for text in ("rác ở chợ", "rác ở bến xe"):
            await reports.add(session, report(limitations=(text,)), posted_by="telegram:1", at=AT)
        await reports.hide(session, 1, AT)

        assert await recurring.earlier(session, 2, "limitation") == []
