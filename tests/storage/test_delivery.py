import sqlite3
from datetime import timedelta

import pytest

from storage import drafts, inbox, outbox, people
from storage.db import Database
from storage.drafts import DraftState, Part
from tests.storage.examples import AT


async def test_an_update_that_comes_again_is_kept_once(db: Database) -> None:
    async with db.session() as session:
        await inbox.put(session, "telegram", [("1", "a"), ("2", "b"), ("1", "again")], AT)
        await inbox.put(session, "telegram", [("2", "again"), ("3", "c")], AT)
        await inbox.put(session, "zalo", [("1", "z")], AT)

        waiting = await inbox.new(session, "telegram", after=0, limit=9)

    assert [(update.update_id, update.payload) for update in waiting] == [("1", "a"), ("2", "b"), ("3", "c")]


async def test_what_is_done_waits_no_more_even_if_it_comes_again(db: Database) -> None:
    async with db.session() as session:
        await inbox.put(session, "telegram", [("1", "a"), ("2", "b")], AT)
        first, second = await inbox.new(session, "telegram", after=0, limit=9)
        await inbox.finish(session, first.id, AT)
        await inbox.finish(session, second.id, AT, failed=True)
        await inbox.put(session, "telegram", [("1", "a"), ("2", "b")], AT)

        assert await inbox.new(session, "telegram", after=0, limit=9) == []
        assert await session.value("SELECT count(*) FROM inbox WHERE payload IS NOT NULL") == 0


async def test_what_is_in_hand_is_not_taken_twice(db: Database) -> None:
    async with db.session() as session:
        await inbox.put(session, "telegram", [(str(n), "x") for n in range(5)], AT)
        taken = await inbox.new(session, "telegram", after=0, limit=2)
        rest = await inbox.new(session, "telegram", after=taken[-1].id, limit=9)

    assert [update.update_id for update in (*taken, *rest)] == ["0", "1", "2", "3", "4"]


async def test_messages_go_out_in_order_until_sent_or_given_up(db: Database) -> None:
    async with db.session() as session:
        await outbox.put(session, "telegram", "5", ["one", "two", "three"], AT)
        one, two, three = await outbox.new(session, "telegram", after=0, limit=9)
        await outbox.sent(session, one.id, AT)
        await outbox.drop(session, two.id, AT, "Forbidden")
        await outbox.delay(session, three.id, AT + timedelta(seconds=3), "Timed out")

        (left,) = await outbox.new(session, "telegram", after=0, limit=9)

    assert (left.payload, left.attempts, left.due_at) == ("three", 1, AT + timedelta(seconds=3))


async def test_a_file_is_kept_beside_its_message_until_that_is_sent_or_given_up(db: Database) -> None:
    async with db.session() as session:
        numbers = await outbox.put(session, "telegram", "5", ["one", "two", "three"], AT)
        for number in numbers:
            await outbox.attach(session, number, b"%d" % number)
        one, two, three = await outbox.new(session, "telegram", after=0, limit=9)
        await outbox.sent(session, one.id, AT)
        await outbox.drop(session, two.id, AT, "Forbidden")
        await outbox.delay(session, three.id, AT, "Timed out")

        assert [await outbox.file_of(session, number) for number in numbers] == [None, None, b"3"]
        assert await session.value("SELECT count(*) FROM outgoing_file") == 1


async def test_a_message_follows_its_chat_with_its_file(db: Database) -> None:
    async with db.session() as session:
        [number] = await outbox.put(session, "telegram", "-5", ["one"], AT)
        await outbox.attach(session, number, b"file")
        [message] = await outbox.new(session, "telegram", after=0, limit=9)
        await outbox.follow(session, "telegram", message, "-1005", AT)
        [moved] = await outbox.new(session, "telegram", after=0, limit=9)

        assert (moved.chat, moved.payload) == ("-1005", "one")
        assert await outbox.file_of(session, moved.id) == b"file"
        assert await outbox.file_of(session, number) is None


async def test_what_is_old_is_forgotten_and_what_waits_is_not(db: Database) -> None:
    later = AT + timedelta(days=30)
    async with db.session() as session:
        await inbox.put(session, "telegram", [("1", "a"), ("2", "b")], AT)
        done, _ = await inbox.new(session, "telegram", after=0, limit=9)
        await inbox.finish(session, done.id, AT)
        await outbox.put(session, "telegram", "5", ["one", "two"], AT)
        one, _ = await outbox.new(session, "telegram", after=0, limit=9)
        await outbox.sent(session, one.id, AT)

        await inbox.forget_old(session, later)
        await outbox.forget_old(session, later)

        assert [u.update_id for u in await inbox.new(session, "telegram", after=0, limit=9)] == ["2"]
        assert [m.payload for m in await outbox.new(session, "telegram", after=0, limit=9)] == ["two"]
        assert await session.value("SELECT count(*) FROM inbox") == 1
        assert await session.value("SELECT count(*) FROM outbox") == 1


async def a_draft(db: Database) -> int:
    async with db.session() as session:
        draft = await drafts.start(
            session, "telegram", "5", "telegram:7", thread=None, state=DraftState.COLLECTING, at=AT
        )
        return draft.id


async def test_parts_stand_in_the_order_of_the_chat_whatever_comes_first(db: Database) -> None:
    number = await a_draft(db)
    async with db.session() as session:
        for position, text in ((12, "b"), (11, "a"), (13, "c"), (12, "b, sửa")):
            await drafts.put_part(session, number, Part(position, text, AT))

        assert [part.text for part in await drafts.parts(session, number)] == ["a", "b, sửa", "c"]


async def test_one_draft_is_open_and_those_shown_stay_beside_it(db: Database) -> None:
    shown = await a_draft(db)
    async with db.session() as session:
        await drafts.put_part(session, shown, Part(1, "một", AT))
    with pytest.raises(sqlite3.IntegrityError):
        await a_draft(db)
    async with db.session() as session:
        await drafts.move(session, shown, DraftState.PREVIEWED, at=AT)
    opened = await a_draft(db)

    async with db.session() as session:
        last = await drafts.last_of(session, "telegram", "5", "telegram:7")
        holding = await drafts.holding(session, "telegram", "5", "telegram:7", 1)
        assert await drafts.holding(session, "telegram", "5", "telegram:8", 1) is None
    assert last is not None
    assert holding is not None
    assert (last.id, holding.id) == (opened, shown)


async def test_a_draft_has_a_new_revision_when_its_words_change_and_only_then(db: Database) -> None:
    number = await a_draft(db)
    revisions = []
    async with db.session() as session:
        for text in ("một", "một", "hai", "hai"):
            await drafts.put_part(session, number, Part(1, text, AT))
            draft = await drafts.find(session, number)
            revisions.append(draft.revision if draft else None)

    assert revisions == [2, 2, 3, 3]


async def test_a_refused_draft_keeps_when_its_parts_came_and_no_word_of_them(db: Database) -> None:
    number = await a_draft(db)
    async with db.session() as session:
        await drafts.put_part(session, number, Part(1, "mật", AT))
        await drafts.empty(session, number)

        assert await drafts.parts(session, number) == [Part(1, "", AT)]


async def test_a_paste_that_may_go_on_is_listed_until_it_settles(db: Database) -> None:
    number = await a_draft(db)
    soon = AT + timedelta(seconds=2)
    async with db.session() as session:
        await drafts.move(session, number, DraftState.JOINING, at=AT, settle_at=soon)
        assert [(d.id, d.settle_at) for d in await drafts.waiting(session, "telegram")] == [(number, soon)]

        await drafts.move(session, number, DraftState.PREVIEWED, at=soon)
        assert await drafts.waiting(session, "telegram") == []

        await drafts.drop(session, number)
        assert await drafts.last_of(session, "telegram", "5", "telegram:7") is None
        assert await session.value("SELECT count(*) FROM draft_part") == 0


async def test_numbers_mean_what_was_offered_last(db: Database) -> None:
    async with db.session() as session:
        await people.offer(session, "console", "me", "console:me", ["save 1", "cancel 1"])
        await people.offer(session, "console", "me", "console:me", ["next"])

        assert await people.chosen(session, "console", "me", "console:me", 1) == "next"
        assert await people.chosen(session, "console", "me", "console:me", 2) is None
        assert await people.chosen(session, "console", "me", "console:other", 1) is None


async def test_somebody_who_comes_back_is_not_blocked_any_more(db: Database) -> None:
    async with db.session() as session:
        await people.saw(session, "telegram", "7", "Lan", AT)
        await people.blocked(session, "telegram", "7", AT)
        assert await session.value("SELECT blocked_at FROM seen_user") is not None
        await people.saw(session, "telegram", "7", "Lan Nguyễn", AT)
        row = await session.row("SELECT name, blocked_at FROM seen_user")

    assert row is not None
    assert tuple(row) == ("Lan Nguyễn", None)


@pytest.mark.parametrize("moves", [1, 3])
async def test_a_group_that_moved_is_known_by_its_earlier_ids(db: Database, moves: int) -> None:
    number = await a_draft(db)
    async with db.session() as session:
        await outbox.put(session, "telegram", "5", ["one"], AT)
        for step in range(moves):
            old, new = str(5 + step), str(6 + step)
            await people.move_chat(session, "telegram", old, new, AT)
            await outbox.move_chat(session, "telegram", old, new)

        newest = str(5 + moves)
        assert await people.earlier_ids(session, "telegram", newest) == [
            str(n) for n in range(4 + moves, 4, -1)
        ]
        draft = await drafts.find(session, number)
        assert draft is not None
        assert draft.chat == newest
        assert [m.chat for m in await outbox.new(session, "telegram", after=0, limit=1)] == [newest]


async def test_a_move_told_twice_makes_no_circle(db: Database) -> None:
    async with db.session() as session:
        await people.move_chat(session, "telegram", "5", "6", AT)
        await people.move_chat(session, "telegram", "6", "5", AT)

        assert await people.earlier_ids(session, "telegram", "6") == ["5", "6"]
