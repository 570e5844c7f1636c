"""Tasks (nhiệm vụ): what the meeting sets for the time to come, who is to do it, and by when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from .cues import Section
from .deadlines import read_deadline
from .directives import find_request, is_imperative, is_numbered, read_addressee, skip_connectors
from .layout import clauses, inline_items, trim
from .model import Span, Task
from .page import Page
from .rules import Rule, compile_pattern, match_first
from .sections import Part

SHORTEST_TASK = 12
ASKED_WINDOW = 260


@dataclass(frozen=True, slots=True)
class Draft:
    """A task before its fields are read; `addressee` is who was asked for several at once."""

    start: int
    end: int
    rule: str
    addressee: tuple[int, int] | None = None


# Sentences inside a request that ask for nothing.
NO_TASKS: tuple[Rule[str], ...] = (
    Rule(
        "… nêu bốn việc phải làm",
        r"""
        .{0,200}? \b(?: nêu | đề_ra | xác_định | giao | thống_nhất | có )_
        (?: \d+ | một_số | hai | ba | bốn | năm | sáu | bảy )_ (?:nhóm_)? (?: việc | nhiệm_vụ
          | nội_dung | giải_pháp )\b
        [^:;]{0,80} [.:]? $
        """,
        "bà chủ tịch nêu bốn việc phải làm trong tháng cuối năm.",
        "giao phòng nội vụ rà soát hồ sơ.",
        "lead",
    ),
    Rule(
        "đồng chí biểu dương …",
        r"""
        .{0,160}? \b(?: biểu_dương | ghi_nhận | đánh_giá_cao | hoan_nghênh | chúc_mừng | cảm_ơn )\b
        (?! .* \b(?:yêu_cầu|đề_nghị)\b )
        """,
        "đồng chí bí thư biểu dương các đơn vị.",
        "đồng chí ghi nhận kết quả và yêu cầu khắc phục tồn tại.",
        "praise",
    ),
    Rule(
        "nếu … sẽ xử lý nghiêm",
        r"""
        (?: nếu | trường_hợp_nào )\b .{0,160}?
        \b(?: kỷ_luật | cách_chức | chịu_trách_nhiệm | xử_lý_nghiêm | phê_bình )\b
        """,
        "nếu xã nào để xảy ra, sẽ xử lý nghiêm",
        "nếu có vướng mắc thì báo cáo ngay",
        "threat",
    ),
    Rule(
        "… thông báo để các đơn vị biết, thực hiện",
        r"""
        .{0,160}? \b(?: thông_báo | truyền_đạt )\b .{0,160}? \b(?: để | đến )\b .{0,120}?
        \b(?: biết | thực_hiện )\b .{0,60} \.? /? \.? $
        """,
        "văn phòng thông báo để các đơn vị biết, thực hiện./.",
        "thông báo kết quả cho người dân biết rồi mới thu",
        "closing",
    ),
)

_LEADING = r"(?: (?:yêu_cầu|đề_nghị|cần|phải|rằng|thêm|là|và|,|:|-) \s+ )+"
_BARE_ASK = r"(?: yêu_cầu | đề_nghị ) _"


def read_tasks(page: Page) -> tuple[Task, ...]:
    """Read the tasks of a report, in order."""
    drafts = [draft for draft in _drafts(page) if _is_task(page, draft)]
    return tuple(_task(page, number, draft) for number, draft in enumerate(drafts, start=1))


def _drafts(page: Page) -> Iterator[Draft]:
    """Go through the task sections: list items by line, prose by sentence."""
    items: list[Part] = []
    carried: tuple[int, int] | None = None
    for part in page.within(Section.TASKS):
        if part.level:
            items.append(part)
            continue
        yield from _from_items(page, items, carried)
        items = []
        drafts, carried = _from_sentence(page, part, carried)
        yield from drafts
    yield from _from_items(page, items, carried)


def _from_sentence(
    page: Page, part: Part, carried: tuple[int, int] | None
) -> tuple[list[Draft], tuple[int, int] | None]:
    """Read the tasks of a sentence, and who stays addressed behind it."""
    text, start = page.text, part.start
    request = None if is_numbered(text, part.start, part.end) else find_request(text, part.start, part.end)
    rule = request.rule if request else part.rule
    if request:
        start = request.start
        carried = _lead_addressee(page, request.lead) if request.opens_list else None
    lead_end, items = inline_items(text, start, part.end)
    if len(items) > 1 or (items and lead_end <= start + 2):
        return [Draft(a, b, rule, carried) for a, b in items], None if len(items) > 1 else carried
    drafts = []
    for a, b in _requested(page, start, part.end):
        begin = skip_connectors(text, a, b)
        named = read_addressee(text, begin, b)
        if named:
            carried = (named.start, named.end)
        drafts.append(Draft(begin, b, rule, carried))
    return drafts, carried


_ASKED_AGAIN = r",?_(?:và|đồng_thời|đồng_thời,)_(?:cũng_)?(?:đề_nghị|yêu_cầu|giao)_(?=\S)"


def _requested(page: Page, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a request at its semicolons and where it asks again ("…, và đề nghị …")."""
    text = page.text
    for a, b in clauses(text, start, end):
        begin = a
        for again in compile_pattern(_ASKED_AGAIN, bare=text.bare).finditer(text.low, a, b):
            yield begin, again.start()
            begin = again.end()
        yield begin, b


def _lead_addressee(page: Page, lead: tuple[int, int]) -> tuple[int, int] | None:
    """Find who is asked for a whole list ("yêu cầu các sở, ngành tập trung …:")."""
    text = page.text
    asked = compile_pattern(_BARE_ASK, bare=text.bare).search(text.low, *lead)
    if not asked:
        return None
    named = read_addressee(text, asked.end(), lead[1])
    return (named.start, named.end) if named else None


def _from_items(page: Page, items: list[Part], carried: tuple[int, int] | None) -> Iterator[Draft]:
    """Take list items; a parent that is only a theme or an addressee gives way to its items."""
    lines = _join_lines(items)
    addressees: dict[int, tuple[int, int] | None] = {}
    number = 0
    while number < len(lines):
        item = lines[number]
        children = _children(lines, number)
        addressees = {level: who for level, who in addressees.items() if level < item.level}
        above = next(iter([addressees[level] for level in sorted(addressees, reverse=True)]), None) or carried
        if children and _is_theme(page, item):
            addressees[item.level] = _theme_addressee(page, item)
            number += 1
            continue
        last = lines[number + children]
        yield from _from_item(page, item, last.end, above)
        number += children + 1


@dataclass(frozen=True, slots=True)
class Item:
    """A list item: its sentences joined."""

    start: int
    end: int
    level: int
    line: int
    rule: str


def _join_lines(items: list[Part]) -> list[Item]:
    joined: list[Item] = []
    for part in items:
        start = part.label[0] if part.label else part.start
        if joined and joined[-1].line == part.line:
            joined[-1] = replace(joined[-1], end=part.end)
        else:
            joined.append(Item(start, part.end, part.level, part.line, part.rule))
    return joined


def _children(lines: list[Item], number: int) -> int:
    """Count the items below an item."""
    count = 0
    while number + count + 1 < len(lines) and lines[number + count + 1].level > lines[number].level:
        count += 1
    return count


LONGEST_THEME = 260


def _is_theme(page: Page, item: Item) -> bool:
    """Tell a parent that only names a theme or an addressee from one that sets a task itself."""
    words = page.text.clean[item.start : item.end].rstrip()
    return words.endswith(":") or (len(words) < LONGEST_THEME and not words.endswith((".", ";")))


def _theme_addressee(page: Page, item: Item) -> tuple[int, int] | None:
    text = page.text
    start = skip_connectors(text, item.start, item.end)
    named = read_addressee(text, start, item.end)
    if named:
        return named.start, named.end
    match = compile_pattern(_ADDRESSEE_LABEL, bare=text.bare).match(text.low, start, item.end)
    if not match:
        return None
    return trim(text, match.start("who"), item.end)


_ADDRESSEE_LABEL = r"""
    (?: (?:yêu_cầu|đề_nghị|giao) _ )?
    (?P<who> (?: (?:các|những|toàn_thể)_ )? (?: {bodies} | {groups} )\b [^.;:]{0,160} ) :? \s* $
"""


def _from_item(page: Page, item: Item, end: int, above: tuple[int, int] | None) -> Iterator[Draft]:
    lead_end, inner = inline_items(page.text, item.start, item.end)
    if len(inner) > 1 and lead_end > item.start + 2:
        yield from (Draft(a, b, item.rule, above) for a, b in inner)
        return
    yield Draft(item.start, end, item.rule, above)


def _is_task(page: Page, draft: Draft) -> bool:
    start, end = trim(page.text, draft.start, draft.end)
    if end - start < SHORTEST_TASK:
        return False
    return not match_first(NO_TASKS, page.text, start, draft.end)


def _task(page: Page, number: int, draft: Draft) -> Task:
    text = page.text
    start, end = trim(text, draft.start, draft.end)
    leading = compile_pattern(_LEADING, bare=text.bare).match(text.low, start, end)
    start = leading.end() if leading else start
    span = page.note("tasks.text", draft.rule, start, end)
    deadline = read_deadline(text, start, end, page.reference)
    if deadline:
        written = deadline[0].written
        page.note("tasks.deadline", deadline[1], text.find(written.start), text.find(written.end - 1) + 1)
    assignee = _assignee(page, draft, start, end)
    return Task(number, span, assignee, _cooperating(page, start, end), deadline[0] if deadline else None)


_WITH = r"\bphối_hợp_(?:chặt_chẽ_)?(?:với_|cùng_|cùng_với_)?"


def _cooperating(page: Page, start: int, end: int) -> tuple[Span, ...]:
    """Read with whom it is to be done ("phối hợp với Kho bạc Nhà nước huyện …"), as written."""
    text = page.text
    found = []
    for joint in compile_pattern(_WITH, bare=text.bare).finditer(text.low, start, end):
        unit = read_addressee(text, joint.end(), end)
        if unit:
            found.append(page.note("tasks.cooperating", "phối hợp với …", unit.start, unit.end))
    return tuple(found)


_ASKED_INSIDE = r"\b(?: giao | phân_công | đề_nghị | yêu_cầu )_(?:cho_)?"


def _assignee(page: Page, draft: Draft, start: int, end: int) -> Span | None:
    """Read who is to do it: named at the start, asked inside ("…, giao Sở Tài chính …"), or asked for all."""
    text = page.text
    named = read_addressee(text, start, end)
    if named:
        return page.note("tasks.assignee", "đơn vị đứng đầu việc", named.start, named.end)
    window = start if is_imperative(text, start, end) else min(end, start + ASKED_WINDOW)
    for asked in compile_pattern(_ASKED_INSIDE, bare=text.bare).finditer(text.low, start, window):
        inside = read_addressee(text, asked.end(), end)
        if inside:
            return page.note("tasks.assignee", "giao … chủ trì", inside.start, inside.end)
    if draft.addressee:
        return page.note("tasks.assignee", "yêu cầu chung cho nhiều việc", *draft.addressee, weak=True)
    return None
