"""Tasks (nhiệm vụ): what the meeting sets for the time to come, who is to do it, and by when."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import accumulate, chain

from .addressees import read_actor, read_addressee, read_units
from .aims import goal_places, measured_first
from .cutting import SHORTEST_TASK, requested
from .dashed import names_who, read_dashed
from .deadlines import read_deadline
from .directives import PROMISE, Request, find_request, list_opening, proposes
from .duties import Duty, read_cell, read_duties
from .labelled import Fields, read_fields
from .layout import clauses, inline_items, trim
from .model import Span, Task
from .outline import (
    HALF,
    Item,
    Lead,
    Place,
    children,
    heads_paragraphs,
    is_theme,
    lead_addressee,
    opens_list,
    runs,
)
from .page import Page
from .personal import named_at
from .refusals import FOR_ALL, NO_TASKS
from .repeats import told_once
from .rules import compile_pattern, match_first
from .sections import Part
from .text import Text
from .urging import find_actor, is_imperative, is_numbered, is_thing, promise_told, skip_connectors

ASKED_WINDOW = 260


@dataclass(frozen=True, slots=True)
class Draft:
    """A task before its fields are read; `addressee` is who was asked for several at once."""

    start: int
    end: int
    rule: str
    addressee: Place | None = None
    actor: tuple[str, Place] | None = None  # who is named in it, and by which rule
    searched: bool = False  # whether the actor has been looked for


_LEADING = (
    r"(?: (?:giải_pháp|biện_pháp|hướng)(?:_(?:khắc_phục|xử_lý|giải_quyết|tháo_gỡ))?\s?:\s )?"
    + r"(?: (?:yêu_cầu|đề_nghị|cần|phải|rằng|thêm|là|và|,|:|-) \s+ )*"
)


def read_tasks(page: Page) -> tuple[Task, ...]:
    """Read the tasks of a report, in order."""
    duties = read_duties(page)
    by_run = [list(_Run(page, run).drafts()) for run in runs(page)]
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


class _Run:
    """Go through the lines of one task section; a line that only leads gives way to those below it."""

    def __init__(self, page: Page, run: list[Item]) -> None:
        self.page = page
        self.run = run
        self.leads: list[Lead] = []
        self.carried: Place | None = None  # whom the sentences before addressed

    def drafts(self) -> Iterator[Draft]:
        number = 0
        while number < len(self.run):
            step, drafts = self._item(number) if self.run[number].level else self._paragraph(number)
            yield from drafts
            number += step

    def _above(self) -> Place | None:
        """Give who is asked by the lines that lead to this one, the nearest first."""
        return next((lead.addressee for lead in reversed(self.leads) if lead.addressee), None)

    def _leave(self, level: float) -> None:
        while self.leads and self.leads[-1].level >= level:
            self.leads.pop()

    def _item(self, number: int) -> tuple[int, list[Draft]]:
        text, item = self.page.text, self.run[number]
        self._leave(item.level)
        self.leads = [replace(lead, direct=False) for lead in self.leads]
        self.carried = None
        if not is_theme(text, self.run, number):
            below = children(self.run, number)
            return below + 1, list(_from_item(self.page, item, self.run[number + below].end, self._above()))
        addressee = None if item.is_heading else lead_addressee(text, item.start, item.end)
        if addressee and self._goes_on(number):
            return 2, [Draft(item.start, self.run[number + 1].end, item.rule, addressee)]
        colon = text.clean[item.start : item.end].rstrip().endswith(":")
        self.leads.append(Lead(item.level, addressee, opens=colon and not item.is_heading))
        return 1, self._before_the_lead(item)

    def _goes_on(self, number: int) -> bool:
        """Tell "a) Giao Sở Tài chính" whose task stands in the next paragraph."""
        text, item = self.page.text, self.run[number]
        following = self.run[number + 1] if number + 1 < len(self.run) else item
        if following.level or text.clean[item.start : item.end].rstrip().endswith(":"):
            return False
        return is_imperative(text, following.start, following.end) and not text.clean[
            following.start : following.end
        ].rstrip().endswith(":")

    def _before_the_lead(self, item: Item) -> list[Draft]:
        """Read the sentences of a leading line before the one that leads."""
        drafts: list[Draft] = []
        for part in item.parts[:-1]:
            drafts += self._sentence(part)
        return drafts

    def _paragraph(self, number: int) -> tuple[int, list[Draft]]:
        item = self.run[number]
        if opens_list(self.page.text, self.run, number):
            return 1, self._lead(item)
        if heads_paragraphs(self.page.text, self.run, number):
            self.carried = None
            return 1, self._lead(item)
        direct = self.leads[-1] if self.leads and self.leads[-1].direct else None
        if direct is None:
            self._leave(HALF)
        elif self.carried is None or direct.opens:
            self.carried = direct.addressee
        whole = bool(direct and direct.opens)
        drafts: list[Draft] = []
        for part in self._grouped(item.parts) if whole else item.parts:
            drafts += self._sentence(part, whole=whole)
        return 1, drafts

    def _grouped(self, parts: tuple[Part, ...]) -> Iterator[Part]:
        """Join the sentences of a paragraph that is an item; one that names its own actor stands alone."""
        text = self.page.text
        first = parts[0]
        for part in parts[1:]:
            if part.request or read_addressee(text, skip_connectors(text, part.start, part.end), part.end):
                yield first
                first = part
            else:
                first = replace(first, end=part.end)
        yield first

    def _lead(self, item: Item) -> list[Draft]:
        """Take a paragraph that leads to the list below it."""
        if self.leads and not float(self.leads[-1].level).is_integer():
            self.leads.pop()
        level = self.leads[-1].level if self.leads else 0
        drafts = self._before_the_lead(item)
        last = item.parts[-1]
        self.leads.append(
            Lead(level + HALF, lead_addressee(self.page.text, last.start, last.end), opens=True)
        )
        return drafts

    def _sentence(self, part: Part, *, whole: bool = False) -> list[Draft]:
        drafts, self.carried = _from_sentence(self.page, part, self.carried, whole=whole)
        return drafts


def _from_sentence(
    page: Page, part: Part, carried: Place | None, *, whole: bool = False
) -> tuple[list[Draft], Place | None]:
    """Read the tasks of a sentence, and who stays addressed behind it."""
    text, start = page.text, part.start
    request = None
    if not is_numbered(text, part.start, part.end):
        request = part.request or find_request(text, part.start, part.end)
    rule = request.rule if request else part.rule
    if request:
        start = request.start
        carried = _asked_by(text, request)
    elif promised := promise_told(text, part.start, part.end):
        start = promised
    elif lists := list_opening(text, part.start, part.end):
        start = lists
        carried = lead_addressee(text, part.start, lists) or carried
    elif text.low.startswith(('"', "'"), part.start):
        carried = None  # what somebody says in their own words is a request of its own
    carried = _on_behalf(page, part) or carried
    if read_fields(text, start, part.end) or names_who(text, start, part.end):
        return [Draft(start, part.end, rule, carried)], carried
    lead_end, items = inline_items(text, start, part.end)
    if len(items) > 1 or (items and lead_end <= start + 2):
        return [Draft(a, b, rule, carried) for a, b in items], None if len(items) > 1 else carried
    if text.clean[part.end - 1] == ":":  # it leads to the paragraphs below
        return [], lead_addressee(text, part.start, part.end) or carried
    places = [(start, part.end)] if whole else list(requested(text, start, part.end))
    if places and places[0][0] > start:  # a list behind a colon
        carried = lead_addressee(text, start, places[0][0]) or carried
    return _from_clauses(page, places, rule, carried, listed=bool(request and request.opens_list))


def _asked_by(text: Text, request: Request) -> Place | None:
    """Find whom the lead of a request addresses; who promises something has to do it."""
    named = lead_addressee(text, *request.lead) if request.opens_list or request.names else None
    if request.rule == PROMISE and not named:
        return named_at(text, *request.lead)
    return named or _rebuked(text, request)


def _rebuked(text: Text, request: Request) -> Place | None:
    """Find who is rebuked and asked at once: "phê bình Phòng Kinh tế để hồ sơ trễ, yêu cầu …"."""
    found = compile_pattern(_REBUKES, bare=text.bare).search(text.low, request.lead[0], request.start)
    units = read_units(text, found.end(), request.start) if found else None
    return (units.start, units.end) if units else None


_REBUKES = r"\b(?: phê_bình | nhắc_nhở | kiểm_điểm )_ (?= [^;:.]{3,140} ,_ (?:và_)? yêu_cầu\b )"


def _from_clauses(
    page: Page, places: list[Place], rule: str, carried: Place | None, *, listed: bool
) -> tuple[list[Draft], Place | None]:
    """Make a task of each clause; who is named in one is asked for the next too, but not in a list."""
    drafts = []
    for a, b in places:
        begin = skip_connectors(page.text, a, b)
        named = _actor(page, begin, b)
        if named and not listed:
            carried = named[1]
        asked = None if is_thing(page.text, begin, b) else carried
        drafts.append(Draft(begin, b, rule, asked, named, searched=True))
    return drafts, carried


_ON_BEHALF = r"thay_mặt_ (?=[^,;:]{3,120},)"


def _on_behalf(page: Page, part: Part) -> Place | None:
    """Find for whom a promise is made ("Thay mặt Ban Thường trực, ông … hứa sẽ …")."""
    text = page.text
    match = compile_pattern(_ON_BEHALF, bare=text.bare).match(text.low, part.start, part.end)
    if not match:
        return None
    units = read_units(text, match.end(), part.end)
    return (units.start, units.end) if units else None


def _from_item(page: Page, item: Item, end: int, above: Place | None) -> Iterator[Draft]:
    lead_end, inner = inline_items(page.text, item.start, item.end)
    if len(inner) > 1 and lead_end > item.start + 2:
        asked = lead_addressee(page.text, item.start, lead_end) or above
        yield from (Draft(a, b, item.rule, asked) for a, b in inner)
        return
    chair = compile_pattern(_CHAIR_ASKS, bare=page.text.bare).match(page.text.low, item.start, item.end)
    yield Draft(chair.end() if chair else item.start, end, item.rule, above)


# An item of minutes: "2. Chủ tịch UBND xã yêu cầu các ấp …"; "Chủ tịch các xã …" is asked, and asks not.
_CHAIR_ASKS = r"""
    (?: (?:đồng_chí|đ/c|ông|bà)_ [^,;:.]{0,40}? | chủ_(?:tọa|trì) | hội_nghị | cuộc_họp )?
    _? (?: {positions} (?: (?!_(?:các|mỗi|từng)_) [^,;:.] ){0,60}? )?
    (?<=\w) _ (?: yêu_cầu | đề_nghị | nhắc (?:_nhở)? | lưu_ý )_ (?= (?:{bodies}|các|từng|mỗi|toàn)\b )
"""


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
        elif not refused and (proposes(page.text, start, end) or _is_goal(page, draft, goals)):
            continue
        elif not refused and end - start >= SHORTEST_TASK and not page.text.clean[start:end].isupper():
            yield draft


def _given_behind(page: Page, draft: Draft) -> Iterator[Draft]:
    """Read whom a decision gives work in a further clause: "Thống nhất bổ sung vốn; UBND xã lập hồ sơ"."""
    for start, end in list(clauses(page.text, draft.start, draft.end))[1:]:
        if match_first(NO_TASKS, page.text, start, end):
            continue
        if (named := _actor(page, start, end)) and named[1][0] == start:
            yield Draft(start, end, draft.rule, None, named, searched=True)


BETWEEN_CLAUSES = 3


def _is_goal(page: Page, draft: Draft, goals: list[Place]) -> bool:
    """Tell a goal with its figure: "tổn thất dưới 4%", or an item below "Chỉ tiêu năm 2026:"."""
    text, start, end = page.text, *trim(page.text, draft.start, draft.end)
    if measured_first(text, start, end) >= end:
        return True
    listed = any(a <= start < b for a, b in goals) and bool(_FIGURE.search(text.clean, start, end))
    return listed and not _actor(page, start, end) and not read_deadline(text, start, end, page.reference)


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
    return Task(0, span, assignee, _cooperating(page, start, end), deadline[0] if deadline else None)


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
_WITH = r"\bphối_hợp_(?:chặt_chẽ_)?(?:với_|cùng_|cùng_với_)?"


def _cooperating(page: Page, start: int, end: int) -> tuple[Span, ...]:
    """Read with whom it is to be done ("phối hợp với Kho bạc Nhà nước huyện …"), as written."""
    text = page.text
    found = []
    for joint in compile_pattern(_WITH, bare=text.bare).finditer(text.low, start, end):
        unit = read_actor(text, joint.end(), end)
        if unit:
            found.append(page.note("tasks.cooperating", "phối hợp với …", unit.start, unit.end))
    return tuple(found)


_LABELLED = r"[^.:;]{3,160} : _ (?= (?:giao|đề_nghị|yêu_cầu|phân_công)_ )"
_GIAO_BAN = (
    r"(?: dưới | tháng | tuần | quý | đầu | cuối | định_kỳ | thường_kỳ | trực_tuyến | công_tác | với | tại )"
)
_ASKED_INSIDE = rf"\b(?: giao(?!_ban_{_GIAO_BAN}\b) | phân_công | đề_nghị | yêu_cầu )_(?:cho_)?"


def _assignee(page: Page, draft: Draft, start: int, end: int) -> Span | None:
    """Read who is to do it: named at the start, asked inside ("…, giao Sở Tài chính …"), or asked for all."""
    named = draft.actor if draft.searched else _actor(page, start, end)
    if named and not _is_short_for(page.text, named[1], draft.addressee):
        return page.note("tasks.assignee", named[0], *named[1])
    if labelled := _labelled(page.text, start, end):
        return page.note("tasks.assignee", "Phụ trách: …", *labelled)
    if draft.addressee:
        return page.note("tasks.assignee", "yêu cầu chung cho nhiều việc", *draft.addressee, weak=True)
    return None


_DUTY = r"""
    (?: (?<=[.;(,]_) | (?<=\() | \n ) (?: (?:người|đơn_vị|bộ_phận|cán_bộ)_ )?
    (?: phụ_trách | chủ_trì | thực_hiện | chịu_trách_nhiệm ) (?:_chính)? \s? : \s? (?P<who> [^.;:()\n]{3,90} )
"""


# "… thi đấu bóng chuyền. Cô Lê Thị Thắm - Chủ tịch Công đoàn phụ trách."
_IN_CHARGE = r"""
    [.;,(]_ (?P<who> (?: {titles} | {ranks} | {positions} )_ [^.;:,()\n]{3,90}? )
    _(?: phụ_trách | chủ_trì | chịu_trách_nhiệm (?= (?P<goes>_(?!về_|trước_)\w) )? ) (?:_chính)?
    (?(goes) | \s* [.)]? \s* \Z )
"""


def _labelled(text: Text, start: int, end: int) -> Place | None:
    """Read who is named behind a task: "… trước 30/9. Phụ trách: bác sĩ Trần Bảo Quốc."."""
    line = text.clean.find("\n", end)
    stop = min(line if line >= 0 else len(text.clean), end + LABEL_WINDOW)
    if charged := compile_pattern(_IN_CHARGE, bare=text.bare).search(text.low, start, end):
        return trim(text, *charged.span("who"))
    labelled = text.low.find(":", start, stop) >= 0
    match = compile_pattern(_DUTY, bare=text.bare).search(text.low, start, stop) if labelled else None
    if not match or (match.start() > end and _ENDED.search(text.clean, end, match.start())):
        return None
    return trim(text, *match.span("who"))


LABEL_WINDOW = 60
_ENDED = re.compile(r"[.;] *\S.*[.;]")
"""More than one end of a sentence: the label belongs to another task."""


def _is_short_for(text: Text, named: Place, addressee: Place | None) -> bool:
    """Tell "Cục cần …" said of the "Cục Xúc tiến thương mại" that was addressed."""
    if not addressee or named == addressee:
        return False
    return text.clean[slice(*addressee)].startswith(text.clean[slice(*named)] + " ")


# Who comes to look has nothing to do: "Đoàn kiểm tra sẽ về ngày 03/12; các tổ hoàn thiện hồ sơ".
_VISITS = r"""
    (?: đoàn | tổ_công_tác ) \b [^;:.\n]{0,120}? _sẽ_(?: về | đến | tới | lên | xuống )_
    [^;:\n]{0,80} (?: ;_ | $ )
"""


def _actor(page: Page, start: int, end: int) -> tuple[str, Place] | None:
    """Find who is to do a task by its own words, and by which rule."""
    text = page.text
    if visits := compile_pattern(_VISITS, bare=text.bare).match(text.low, start, end):
        start = visits.end()
    named = find_actor(text, start, end)
    if named:
        return "đơn vị đứng đầu việc", (named.start, named.end)
    label = compile_pattern(_LABELLED, bare=text.bare).match(text.low, start, end)
    asked_at = label.end() if label else start
    window = start if is_imperative(text, asked_at, end) and not label else min(end, asked_at + ASKED_WINDOW)
    for asked in compile_pattern(_ASKED_INSIDE, bare=text.bare).finditer(text.low, asked_at, window):
        inside = read_actor(text, asked.end(), end)
        if inside:
            return "giao … chủ trì", (inside.start, inside.end)
    return None
