"""Staff join and part targets, and it stands in the audit."""

from __future__ import annotations

from tests.handlers.asking import Book, actions
from tests.storage.telling import report


async def test_targets_that_staff_join_are_told_together_and_the_audit_has_it(book: Book) -> None:
    await book.keep(report("thu ngân sách", day="2026-07-02"))
    await book.keep(report("tổng thu ngân sách nhà nước"))

    reply = await book.reply("/gop 1.c1, 2.c1")

    assert "Từ nay coi là một chỉ tiêu" in reply.text.text
    assert "Được nêu trong 2 báo cáo" in (await book.presses(actions(reply)[0])).text.text
    async with book.db.session() as session:
        rows = await session.rows("SELECT actor, action, subject FROM audit")
    assert [tuple(row) for row in rows] == [("telegram:101", "join", "1.c1 2.c1")]


async def test_a_target_is_parted_from_the_other_name_first(book: Book) -> None:
    for day, name in (
        ("2026-04-02", "thu ngân sách"),
        ("2026-07-02", "thu ngân sách"),
        ("2026-10-02", "tổng thu"),
    ):
        await book.keep(report(name, day=day))
    await book.says("/join 1.c1 3.c1")

    assert "Từ nay coi là hai chỉ tiêu" in await book.says("/part 3.c1")
    assert "Được nêu trong 2 báo cáo" in await book.says("/compare 1.c1")
    assert "Từ nay coi là hai chỉ tiêu" in await book.says("/part 2.c1")
    assert await book.says("/part 2.c1") == "2.c1 đứng riêng, không gộp với chỉ tiêu nào."


async def test_what_is_no_pair_of_targets_is_answered_with_an_example(book: Book) -> None:
    await book.keep(report("thu ngân sách", "tuyển quân", tasks=("rà soát hộ nghèo",)))

    for text in ("/join", "/join 1.c1", "/join 1 2", "/join 1.c1 1.c2 1.c1", "/join thu ngân sách"):
        assert await book.says(text) == "Gõ mã của hai chỉ tiêu. Ví dụ: /join 12.c2 9.c5"
    assert await book.says("/join 1.c1 1.c1") == "Hai mã này đã là một chỉ tiêu."
    assert "không phải mã chỉ tiêu" in await book.says("/join 1.c1 1.1")
    assert "không có mục 7.c1" in await book.says("/join 1.c1 7.c1")
    assert "Gõ mã chỉ tiêu cần tách" in await book.says("/part 1.c1 1.c2 1.c1")
    assert await book.says("/part 1.c1 1.c1") == "Hai mã này đã là hai chỉ tiêu khác nhau."
