"""A better text of a meeting keeps the codes and the corrections of the first; nothing is doubled or lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports import read_report
from reports.edits import (
    EARLIER,
    HEAD,
    LISTS,
    UNPLACED,
    WHOLE,
    Edit,
    Item,
    Key,
    apply,
    edit_of,
    highest,
    items,
    marked,
    typed,
    words_of,
)
from reports.model import ItemKind, Report, TargetStatus, Task
from reports.supplementing import carried, differences, supplement

NEWS = """UBND xã Hòa Lộc họp giao ban tháng 10
Sáng 6/10/2026, tại hội trường xã, UBND xã Hòa Lộc họp giao ban tháng 10.
Cùng dự có lãnh đạo các phòng, các trưởng thôn.
Chủ tịch UBND xã Hòa Lộc yêu cầu:
- Phòng Kinh tế rà soát các hộ nuôi cá lồng trước ngày 20/10/2026.
- Công an xã tuần tra ban đêm tại bến phà.
- Trạm Y tế phun thuốc diệt muỗi ở thôn Hạ.
"""
NOTICE = """UBND XÃ HÒA LỘC
Số: 41/TB-UBND
THÔNG BÁO
Kết luận của Chủ tịch UBND xã Hòa Lộc tại cuộc họp giao ban tháng 10 năm 2026
Ngày 06/10/2026, Chủ tịch UBND xã chủ trì cuộc họp giao ban tháng 10. Chủ tịch UBND xã yêu cầu:
1. Văn phòng UBND xã công khai lịch tiếp dân.
2. Phòng Kinh tế rà soát các hộ nuôi cá lồng trước ngày 15/10/2026.
3. Công an xã tuần tra ban đêm tại bến phà và chợ cá.
"""
NEWS_READ, NOTICE_READ = read_report(NEWS), read_report(NOTICE)
FISH, PATROL, MOSQUITOS = (Key(ItemKind.TASK, number) for number in (1, 2, 3))


def told(report: Report) -> dict[int, str]:
    return {task.ordinal: task.text.text for task in report.tasks}


def test_the_same_tasks_keep_their_codes_and_new_ones_get_codes_of_their_own() -> None:
    merged = supplement(NEWS_READ, NOTICE_READ, (), ())

    assert told(NEWS_READ).keys() == {1, 2, 3}
    assert told(merged) == {
        1: "Phòng Kinh tế rà soát các hộ nuôi cá lồng trước ngày 15/10/2026",
        2: "Công an xã tuần tra ban đêm tại bến phà và chợ cá",
        4: "Văn phòng UBND xã công khai lịch tiếp dân",
    }
    assert merged.source == NOTICE
    assert merged.number
    assert merged.number.text == "41/TB-UBND"


def test_what_the_better_text_does_not_tell_at_all_stays_marked_as_of_the_earlier_text() -> None:
    merged = supplement(NEWS_READ, NOTICE_READ, (), ())

    assert merged.place
    assert (merged.place.text, merged.place.start) == ("hội trường xã", EARLIER)
    assert [who.text for who in merged.participants] == [who.text for who in NEWS_READ.participants]


CORRECTIONS = [
    edit_of(NEWS_READ, FISH, "assignee", typed("Phòng Kinh tế và Trạm Thú y")),
    Edit(PATROL, WHOLE, NEWS_READ.tasks[1], None),
    edit_of(NEWS_READ, MOSQUITOS, "cooperating", (typed("thôn Hạ"),)),
    Edit(Key(ItemKind.TASK, 4), WHOLE, None, Task(4, typed("Báo cáo lại vào thứ Sáu"))),
    edit_of(NEWS_READ, HEAD, "title", typed("Giao ban tháng 10")),
]


def test_what_staff_corrected_stays_what_they_dropped_stays_dropped_and_what_they_added_stays() -> None:
    corrected = apply(NEWS_READ, CORRECTIONS)

    merged = supplement(corrected, NOTICE_READ, CORRECTIONS, CORRECTIONS)

    assert merged.title == typed("Giao ban tháng 10")
    assert told(merged) == {
        1: "Phòng Kinh tế rà soát các hộ nuôi cá lồng trước ngày 15/10/2026",
        3: "Trạm Y tế phun thuốc diệt muỗi ở thôn Hạ",  # corrected, so it stays though the notice has it not
        4: "Báo cáo lại vào thứ Sáu",
        5: "Văn phòng UBND xã công khai lịch tiếp dân",
    }
    tasks = {task.ordinal: task for task in merged.tasks}
    assert tasks[1].assignee == typed("Phòng Kinh tế và Trạm Thú y")
    assert tasks[3].text.start == EARLIER
    assert tasks[4].text.start == UNPLACED


def test_what_the_new_text_says_itself_is_not_marked_as_typed() -> None:
    corrections = [edit_of(NEWS_READ, HEAD, "number", typed("41/TB-UBND"))]

    merged = supplement(apply(NEWS_READ, corrections), NOTICE_READ, corrections, corrections)

    assert merged.number == NOTICE_READ.number


def test_a_status_that_staff_gave_stays_theirs_until_a_text_gives_it() -> None:
    first = read_report(NEWS + "Tỷ lệ hộ nghèo đạt 2,1%.\n")
    key = Key(ItemKind.TARGET, 1)
    corrections = list(marked(first, [edit_of(first, key, "status", TargetStatus.BEHIND)]))
    corrected = apply(first, corrections)
    silent = read_report(NOTICE + "Tỷ lệ hộ nghèo đạt 2,1%.\n")
    telling = read_report(NOTICE + "Tỷ lệ hộ nghèo đạt 2,1%, chưa đạt kế hoạch.\n")

    given, told = (
        supplement(corrected, fresh, corrections, corrections).targets[0] for fresh in (silent, telling)
    )

    assert (given.status, given.status_typed) == (TargetStatus.BEHIND, True)
    assert (told.status, told.status_typed) == (TargetStatus.BEHIND, False)


def test_a_code_that_a_text_took_away_is_not_used_again_by_the_next() -> None:
    second = supplement(NEWS_READ, NOTICE_READ, (), ())
    history = [Edit(HEAD, WHOLE, NEWS_READ, second)]
    third = supplement(second, read_report(NOTICE + "4. Phòng Văn hóa treo cờ ngày 2/9.\n"), (), history)

    assert set(told(second)) == {1, 2, 4}
    assert set(told(third)) == {1, 2, 4, 5}
    assert highest(third, ItemKind.TASK, history) == 5


def test_a_task_that_comes_back_with_a_third_text_has_its_code_again() -> None:
    second = supplement(NEWS_READ, NOTICE_READ, (), ())
    history = [Edit(HEAD, WHOLE, NEWS_READ, second)]
    third = supplement(
        second, read_report(NOTICE + "4. Trạm Y tế phun thuốc diệt muỗi ở thôn Hạ.\n"), (), history
    )

    assert told(third)[3] == "Trạm Y tế phun thuốc diệt muỗi ở thôn Hạ"


def test_differences_are_told_field_by_field() -> None:
    merged = supplement(NEWS_READ, NOTICE_READ, (), ())
    found = {(str(edit.key), edit.field) for edit in differences(NEWS_READ, merged)}

    assert ("1", "deadline") in found
    assert ("3", WHOLE) in found
    assert ("4", WHOLE) in found
    assert ("", "number") in found
    assert ("", "place") not in found
    assert list(differences(merged, merged)) == []


def test_the_same_text_twice_changes_nothing() -> None:
    again = supplement(NEWS_READ, read_report(NEWS), (), ())

    assert again == replace(NEWS_READ, readings=())


PARAGRAPHS = st.permutations(NEWS.splitlines()[4:]).map(
    lambda tasks: "\n".join([*NEWS.splitlines()[:4], *tasks])
)


@given(PARAGRAPHS, st.permutations(CORRECTIONS), st.integers(0, len(CORRECTIONS)))
def test_corrections_go_with_the_words_wherever_an_edited_text_puts_them(
    text: str, corrections: list[Edit], count: int
) -> None:
    made = corrections[:count]
    fresh = read_report(text)
    before, after = apply(NEWS_READ, made), apply(fresh, carried(made, NEWS_READ, fresh))

    for kind in LISTS:
        assert sorted(map(_words, items(before, kind))) == sorted(map(_words, items(after, kind)))
    assert before.title
    assert after.title
    assert before.title.text == after.title.text


def _words(item: Item) -> str:
    if isinstance(item, Task):
        units = [unit.text for unit in (item.assignee, *item.cooperating) if unit]
        return " | ".join([item.text.text, *units])
    return words_of(item).text


@pytest.mark.parametrize("gone", [NEWS.splitlines()[4], NEWS.splitlines()[6]])
def test_a_corrected_item_whose_words_left_the_text_stays_as_it_was_corrected(gone: str) -> None:
    fresh = read_report(NEWS.replace(gone + "\n", ""))
    corrected = apply(fresh, carried(CORRECTIONS, NEWS_READ, fresh))

    assert {task.text.text for task in corrected.tasks} == {
        task.text.text for task in apply(NEWS_READ, CORRECTIONS).tasks
    }
