"""One target over time, and two periods side by side, asked through the router."""

from __future__ import annotations

from datetime import UTC

from reports.model import TargetStatus
from storage import reports
from tests.handlers.asking import NOW, Book, actions
from tests.storage.telling import report, told

MET, BEHIND = TargetStatus.MET, TargetStatus.BEHIND


async def test_a_target_of_many_reports_is_told_page_by_page(book: Book) -> None:
    for month in range(1, 10):
        await book.keep(
            report(
                told("thu ngân sách", actual=f"{month},5 tỷ đồng"),
                day=f"2026-{month:02}-20",
                period=f"2026-{month:02}",
            )
        )
    first = await book.reply("/compare thu ngan sach")
    (turn,) = [action for action in actions(first) if action.endswith(" 2")]
    second = await book.presses(turn)

    assert "Được nêu trong 9 báo cáo" in first.text.text
    assert "↑ số liệu tăng: đạt 8,5 tỷ đồng → 9,5 tỷ đồng (so với báo cáo 8)" in first.text.text
    assert "↑ số liệu tăng: đạt 3,5 tỷ đồng → 4,5 tỷ đồng (so với báo cáo 3)" in first.text.text
    assert second.replaces
    assert "Trang 2/2" in second.text.text
    assert second.text.text.count("so với báo cáo") == 2
    assert (await book.presses(turn.removesuffix("2") + "99")).text == second.text


async def test_targets_of_several_bodies_are_offered_to_be_chosen(book: Book) -> None:
    for body in ("UBND xã Tân Mỹ", "UBND xã Tân An", None):
        await book.keep(report("thu ngân sách", organisation=body))
    reply = await book.reply("/compare thu ngân sách")

    assert "Có nhiều chỉ tiêu khớp “thu ngân sách”" in reply.text.text
    assert "2.c1 thu ngân sách · UBND xã Tân An · 02/10/2026" in reply.text.text
    assert "3.c1 thu ngân sách · chưa rõ cơ quan" in reply.text.text
    chosen = await book.presses(actions(reply)[1])
    assert "UBND xã Tân An" in chosen.text.text
    assert (await book.says("/compare thu ngân sách Tân An")) == chosen.text.text


async def test_of_very_many_bodies_the_first_are_offered(book: Book) -> None:
    for number in range(12):
        await book.keep(report("thu ngân sách", organisation=f"UBND xã Tân {'ABCDEFGHIKLM'[number]}"))
    reply = await book.reply("/compare thu ngân sách")

    assert len(actions(reply)) == 8
    assert "Còn nữa" in reply.text.text


async def test_a_name_that_is_only_near_is_not_taken_for_what_was_asked(book: Book) -> None:
    await book.keep(report("thu ngân sách từ đất"))

    answer = await book.says("/compare thu ngân sách từ rừng")

    assert answer.startswith("Không có chỉ tiêu “thu ngân sách từ rừng”. Tên gần giống:")


async def test_a_target_of_a_like_name_is_told_apart_and_mentioned(book: Book) -> None:
    await book.keep(report("thu ngân sách", "thu ngân sách từ đất"))

    answer = await book.says("/compare 1.c1")

    assert "Chỉ tiêu tên gần giống, tính riêng\n1.c2 thu ngân sách từ đất" in answer
    assert "có nêu tên, không kèm số liệu" in answer


async def test_figures_in_other_units_are_not_compared(book: Book) -> None:
    await book.keep(
        report(told("thu ngân sách", actual="11,2 tỷ đồng"), day="2026-07-02", period="2026-Q2"),
    )
    await book.keep(report(told("thu ngân sách", actual="18600 triệu đồng")))

    assert "không so sánh được vì khác đơn vị" in await book.says("/compare thu ngân sách")
    versus = await book.says("/compare quý 3 quý 2")
    assert "trước: đạt 11,2 tỷ đồng; nay: đạt 18600 triệu đồng (không so sánh được vì khác đơn vị)" in versus


async def test_what_was_reached_under_another_plan_is_not_compared(book: Book) -> None:
    await book.keep(report(told("thu ngân sách", MET), day="2025-12-20", period="2025"))
    await book.keep(report(told("thu ngân sách", BEHIND), day="2026-04-02", period="2026-Q1"))

    assert "không so sánh được vì khác kỳ của kế hoạch" in await book.says("/compare thu ngân sách")
    versus = await book.says("/compare quý 1 2026 năm 2025")
    assert "Không so sánh được (1)" in versus
    assert "kém hơn" not in versus


async def test_a_target_that_is_told_no_more_keeps_its_code(book: Book) -> None:
    await book.keep(report("thu ngân sách", told("tuyển quân", MET), day="2026-07-02", period="2026-Q2"))
    await book.keep(report("thu ngân sách"))

    answer = await book.says("/compare quý 2 quý 3")

    assert answer.startswith("Quý III/2026 (02/10/2026) so với quý II/2026 (02/07/2026)")
    assert "Không còn nêu (1)\n1.c2 tuyển quân: đạt" in answer


async def test_many_targets_are_compared_page_by_page(book: Book) -> None:
    names = [f"chỉ tiêu số {number}" for number in range(500)]
    await book.keep(report(*names, day="2026-07-02", period="2026-Q2"))
    await book.keep(report(*names))

    reply = await book.reply("/compare 1 2")
    turn = actions(reply)[0]
    last = await book.presses(turn.removesuffix("2") + "50")

    assert len(reply.text.text) < 2500
    assert turn == "versus 2 1 2"
    assert "Trang 50/50" in last.text.text


async def test_reports_of_two_bodies_have_nothing_in_common(book: Book) -> None:
    await book.keep(report("thu ngân sách", organisation="UBND xã Tân Mỹ"))
    await book.keep(report("thu ngân sách", organisation="UBND xã Tân An"))
    await book.keep(report())
    await book.keep(report())

    assert "Không có chỉ tiêu nào chung" in await book.says("/compare 1 2")
    assert "Hai báo cáo không nêu chỉ tiêu nào." in await book.says("/compare 3 4")


async def test_reports_without_a_period_are_told_by_their_days(book: Book) -> None:
    await book.keep(report("thu ngân sách", day="2026-07-02", period=None))
    await book.keep(report("thu ngân sách", period=None))

    assert (await book.says("/compare 1 2")).startswith("02/10/2026 so với 02/07/2026")


async def test_words_beside_two_periods_are_a_body_or_else_a_target(book: Book) -> None:
    for body in ("UBND xã Tân Mỹ", "UBND xã Tân An"):
        await book.keep(report("thu ngân sách", organisation=body, day="2026-07-02", period="2026-Q2"))
        await book.keep(report("thu ngân sách", organisation=body))

    assert "Báo cáo 2 ·" in await book.says("/compare quý 3 quý 2 xã Tân Mỹ")
    assert "Có nhiều chỉ tiêu khớp" in await book.says("/compare thu ngân sách quý 3 quý 2")


async def test_a_deleted_report_is_compared_no_more(book: Book) -> None:
    await book.keep(report("thu ngân sách", day="2026-07-02", period="2026-Q2"))
    await book.keep(report("thu ngân sách"))
    async with book.db.session() as session:
        await reports.hide(session, 1, NOW.astimezone(UTC))

    assert "Được nêu trong 1 báo cáo" in await book.says("/compare thu ngân sách")
    assert "Không có báo cáo nào ghi kỳ quý II" in await book.says("/compare quý 3 quý 2")
    assert "đã được xóa" in await book.says("/compare 2 1")


async def test_buttons_with_anything_in_them_are_answered(book: Book) -> None:
    await book.keep(report("thu ngân sách"))

    for action in ("series", "series x", "series 99 1", "versus", "versus 1", "versus 1 x"):
        assert (await book.presses(action)).text.text


async def test_a_name_of_thousands_of_characters_is_shown_short(book: Book) -> None:
    await book.keep(report("thu ngân sách " + "rất dài " * 300))

    answer = await book.says("/compare 1.c1")

    assert len(answer) < 500
    assert "Không có" in await book.says("/compare " + "xa lạ " * 2000)


async def test_a_comparison_is_kept_whole(book: Book) -> None:
    names = [f"chỉ tiêu số {number}" for number in range(30)]
    await book.keep(report(*names, day="2026-07-02", period="2026-Q2"))
    await book.keep(report(*names))

    periods = await book.reply("/compare quý 3 quý 2")
    kept = await book.presses(next(action for action in actions(periods) if action.startswith("freeze")))
    over_time = await book.presses("freeze compare 2.c1")

    assert kept.text.text.count("chỉ tiêu số") == 30
    assert "Được nêu trong 2 báo cáo" in over_time.text.text
