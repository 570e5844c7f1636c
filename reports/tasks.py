"""Tasks (nhiệm vụ): what the meeting sets for the time to come, who is to do it, and by when."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import accumulate, chain

from .aims import goal_places, measured_first
from .charged import is_short_for, labelled_behind, own_actor, read_cooperating
from .cutting import SHORTEST_TASK
from .dashed import read_dashed
from .deadlines import read_deadline
from .directives import proposes
from .drafts import Draft, Run
from .duties import Duty, read_cell, read_duties
from .labelled import Fields, read_fields
from .layout import clauses, trim
from .model import Span, Task
from .outline import Place, runs
from .page import Page
from .refusals import FOR_ALL, NO_TASKS
from .repeats import told_once
from .rules import compile_pattern, match_first
from .text import Text

_LEADING = (
    r"(?: (?:giải_pháp|biện_pháp|hướng)(?:_(?:khắc_phục|xử_lý|giải_quyết|tháo_gỡ))?\s?:\s )?"
    + r"(?: (?:yêu_cầu|đề_nghị|cần|phải|rằng|thêm|là|và|,|:|-) \s+ )*"
)


def read_tasks(page: Page) -> tuple[Task, ...]:
    """Read the tasks of a report, in order."""
    duties = read_duties(page)
    by_run = [list(Run(page, run).drafts()) for run in runs(page)]
    kept = [[d for d in _asking(page, drafts) if not _stands_in(duties, d)] for drafts in by_run]
    once = told_once(page, [(d.start, d.end, d.addressee) for d in chain.from_iterable(kept)])
    kept = [[*_without_decided(page.text, (d for d in drafts if d.start in once))] for drafts in kept]
    shared = _shared_deadlines(page, kept)
    told = [_task(page, draft, shared.get(draft.start)) for draft in chain.from_iterable(kept)]
    told += [_tabled(page, duty) for duty in duties]
    ordered = sorted(told, key=lambda task: task.text.start)
    return tuple(
        Task(number, task.text, task.assignee, task.cooperating, task.deadline)
        for number, task in enumerate(ordered, start=1)
    )


# What is decided, what holds for anybody, and when one meets again: nobody who was named before has to do it.
_DECIDES = r"""
    (?: (?: thống_nhất | đồng_ý | nhất_trí | chấp_thuận | cho_phép )
        _(?! yêu_cầu | giao | phân_công | đề_nghị )
      | (?: không | chưa )_(?: thống_nhất | đồng_ý | nhất_trí | chấp_thuận | xem_xét )\b
      | [^.;:,]{3,40} _nào_(?: để | không | chưa | mà | có )\b
      | (?: kỳ | phiên | cuộc | buổi | lần ) _ (?:\w+_){0,2}? (?: sau | tới | tiếp_theo )
        _(?: dự_kiến | vào | họp )\b )
"""


def _without_decided(text: Text, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Leave out who was asked before from where something is decided: "…; thống nhất mở cửa buổi tối"."""
    line, decided = -1, False
    for draft in drafts:
        at = text.clean.rfind("\n", 0, draft.start)
        decided = (decided and at == line) or bool(
            compile_pattern(_DECIDES, bare=text.bare).match(text.low, draft.start, draft.end)
        )
        line = at
        yield replace(draft, addressee=None) if decided else draft


def _stands_in(duties: tuple[Duty, ...], draft: Draft) -> bool:
    """Tell what was read from the cells of a table as if it were prose."""
    return any(duty.place[0] <= draft.start < duty.place[1] for duty in duties)


def _tabled(page: Page, duty: Duty) -> Task:
    """Make a task of a row of a table."""
    rule = "bảng phân công"
    span = page.note("tasks.text", rule, *trim(page.text, *duty.task))
    assignee = page.note("tasks.assignee", rule, *duty.who) if duty.who else None
    along = (page.note("tasks.cooperating", rule, *duty.along),) if duty.along else ()
    return Task(0, span, assignee, along, duty.deadline)


_NAMES_ALL = (
    *("việc này", "việc trên", "vụ này", "vụ trên", "dung này", "dung trên", "êu trên", "ói trên"),
    *("cầu này", "cầu trên", "viec nay", "viec tren", "vu nay", "vu tren", "dung nay", "dung tren"),
    *("eu tren", "oi tren", "cau nay", "cau tren"),
)


def _shared_deadlines(page: Page, by_run: list[list[Draft]]) -> dict[int, Place]:
    """Find for which tasks a sentence behind them sets the last day ("Các việc này phải xong trước 25/7")."""
    text = page.text
    shared: dict[int, Place] = {}
    if not any(words in text.low for words in _NAMES_ALL):
        return shared
    starts = [draft.start for drafts in by_run for draft in drafts]
    runs_from = list(accumulate(map(len, by_run), initial=0))
    for match in compile_pattern(FOR_ALL, bare=text.bare).finditer(text.low):
        line = text.clean.rfind("\n", 0, match.start()) + 1
        stop = text.clean.find("\n", match.end())
        last = bisect_left(starts, match.start())
        first = bisect_left(starts, line)
        if first == last and last:  # a line of its own: for the whole run before it
            first = runs_from[bisect_left(runs_from, last) - 1]
        place = match.start(), stop if stop >= 0 else len(text.clean)
        shared.update((start, place) for start in starts[first:last])
    return shared


def _asking(page: Page, drafts: list[Draft]) -> Iterator[Draft]:
    """Leave out what asks for nothing, and what goes on with a clause about the discussion."""
    goals = goal_places(page)
    discussed = -1  # where the next clause of such a sentence would begin
    for draft in drafts:
        start, end = trim(page.text, draft.start, draft.end)
        refused = match_first(NO_TASKS, page.text, start, draft.end)
        goes_on = draft.start <= discussed and not draft.actor
        if goes_on or (refused and refused[0].value == "discussion"):
            discussed = draft.end + BETWEEN_CLAUSES
        elif refused and refused[0].value == "decision":
            yield from _given_behind(page, replace(draft, end=end))
        elif refused and refused[0].value == "goal" and labelled_behind(page.text, start, end):
            yield draft
        elif not refused and (proposes(page.text, start, end) or _is_goal(page, draft, goals)):
            continue
        elif not refused and end - start >= SHORTEST_TASK and not page.text.clean[start:end].isupper():
            yield draft


def _given_behind(page: Page, draft: Draft) -> Iterator[Draft]:
    """Read whom a decision gives work in a further clause: "Thống nhất bổ sung vốn; UBND xã lập hồ sơ"."""
    for start, end in list(clauses(page.text, draft.start, draft.end))[1:]:
        if match_first(NO_TASKS, page.text, start, end):
            continue
        if (named := own_actor(page, start, end)) and named[1][0] == start:
            yield Draft(start, end, draft.rule, None, named, searched=True)


BETWEEN_CLAUSES = 3


def _is_goal(page: Page, draft: Draft, goals: list[Place]) -> bool:
    """Tell a goal with its figure: "tổn thất dưới 4%", or an item below "Chỉ tiêu năm 2026:"."""
    text, start, end = page.text, *trim(page.text, draft.start, draft.end)
    if measured_first(text, start, end) >= end:
        return True
    listed = any(a <= start < b for a, b in goals) and bool(_FIGURE.search(text.clean, start, end))
    return listed and not own_actor(page, start, end) and not read_deadline(text, start, end, page.reference)


_FIGURE = re.compile(r"\d")


def _task(page: Page, draft: Draft, shared: Place | None) -> Task:
    text = page.text
    start, end = trim(text, draft.start, draft.end)
    leading = compile_pattern(_LEADING, bare=text.bare).match(text.low, start, end)
    start = leading.end() if leading else start
    if text.low.endswith(_AND_LAST, start, end):  # "…; và (3) …"
        _, end = trim(text, start, end - len(_AND_LAST[0]))
    if fields := read_fields(text, start, end):
        return _with_fields(page, replace(draft, start=start, end=fields.start), fields)
    dashed = read_dashed(text, start, end)
    span = page.note("tasks.text", draft.rule, start, end)
    deadline = read_deadline(text, start, end, page.reference)
    if dashed and dashed.when and not deadline and (by_cell := read_cell(page, dashed.when)):
        deadline = by_cell, "việc - hạn"
    if not deadline and shared:
        deadline = read_deadline(text, *shared, page.reference)
    if deadline:
        written = deadline[0].written
        page.note("tasks.deadline", deadline[1], text.find(written.start), text.find(written.end - 1) + 1)
    named = dashed.who if dashed else None
    noted = page.note("tasks.assignee", "đơn vị - việc - hạn", *named) if named else None
    assignee = noted or _assignee(page, draft, start, end)
    return Task(0, span, assignee, read_cooperating(page, start, end), deadline[0] if deadline else None)


def _with_fields(page: Page, draft: Draft, fields: Fields) -> Task:
    """Make a task of the words before its labelled fields and of what was filled into these."""
    task = _task(page, draft, None)
    rule = "Đơn vị: …, Thời hạn: …"
    who, along, cell = (fields.value(kind) for kind in ("who", "with", "deadline"))
    deadline = read_cell(page, cell)
    return Task(
        0,
        task.text,
        page.note("tasks.assignee", rule, *who) if who else task.assignee,
        (page.note("tasks.cooperating", rule, *along),) if along else task.cooperating,
        deadline or task.deadline,
    )


_AND_LAST = ("; và", ", và", "; va", ", va")


def _assignee(page: Page, draft: Draft, start: int, end: int) -> Span | None:
    """Read who is to do it: named at the start, asked inside ("…, giao Sở Tài chính …"), or asked for all."""
    named = draft.actor if draft.searched else own_actor(page, start, end)
    if named and not is_short_for(page.text, named[1], draft.addressee):
        return page.note("tasks.assignee", named[0], *named[1])
    if labelled := labelled_behind(page.text, start, end):
        return page.note("tasks.assignee", "Phụ trách: …", *labelled)
    if draft.addressee:
        return page.note("tasks.assignee", "yêu cầu chung cho nhiều việc", *draft.addressee, weak=True)
    return None
