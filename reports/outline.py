"""The outline of a task section: its lines, which of them only lead to others, and whom they address."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from .addressees import is_label, is_person, read_label
from .cues import Section
from .directives import find_request
from .labelled import is_field
from .layout import SIGNS_FROM
from .page import Page
from .rules import compile_pattern
from .sections import Part
from .text import Text
from .urging import find_actor, is_imperative, skip_connectors, tells_itself

Place = tuple[int, int]

LONGEST_THEME = 260
HALF = 0.5  # a paragraph that leads to a list stands between its item and the list


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a task section: its sentences, how deep it is, and the words that it begins with."""

    start: int
    end: int
    level: int
    line: int
    parts: tuple[Part, ...]

    @property
    def is_heading(self) -> bool:
        """Tell a line that only names its section ("3. Tổ chức thực hiện")."""
        return all(part.start >= part.end for part in self.parts)

    @property
    def rule(self) -> str:
        """Name the rule that told its section."""
        return self.parts[0].rule


@dataclass(frozen=True, slots=True)
class Lead:
    """A line that leads to those below it: its level, and who is asked in it for all of them."""

    level: float
    addressee: Place | None = None
    opens: bool = False  # it ends with ":", the paragraphs below it are its items
    direct: bool = True  # nothing but paragraphs has come since


def runs(page: Page) -> Iterator[list[Item]]:
    """Give the lines of each task section, one list a section."""
    run: list[Item] = []
    for part in page.parts:
        if part.section is Section.TASKS:
            _append(page.text, run, part)
        elif part.section is not Section.CAPTION and run and part.line != run[-1].line:
            yield run
            run = []
    if run:
        yield run


def _append(text: Text, run: list[Item], part: Part) -> None:
    start = part.label[0] if part.label else part.start
    if run and not run[-1].is_heading and is_field(text, start, part.end):
        last = run[-1]
        parts = *last.parts[:-1], replace(last.parts[-1], end=part.end)
        run[-1] = Item(last.start, part.end, last.level, part.line, parts)
    elif run and run[-1].line == part.line:
        last = run[-1]
        run[-1] = Item(last.start, part.end, last.level, last.line, (*last.parts, part))
    else:
        run.append(Item(start, part.end, part.level, part.line, (part,)))


def children(run: list[Item], number: int) -> int:
    """Count the items below an item."""
    count = 0
    while number + count + 1 < len(run) and run[number + count + 1].level > run[number].level:
        count += 1
    return count


_THEME_HEAD = r"""
    (?: về | đối_với | công_tác | lĩnh_vực | trách_nhiệm_của | tổ_chức_thực_hiện | nhiệm_vụ | giải_pháp
      | mục_tiêu | một_số | các_(?:nhiệm_vụ|giải_pháp|nội_dung) | nhóm_(?:nhiệm_vụ|giải_pháp) )\b
"""


def is_theme(text: Text, run: list[Item], number: int) -> bool:
    """Tell an item that only names a theme or an addressee from one that sets a task itself."""
    item = run[number]
    if item.is_heading:
        return True
    words = text.clean[item.start : item.end].rstrip()
    below = run[number + 1].level if number + 1 < len(run) else None
    deeper = below is not None and below > item.level
    if words.endswith(":"):
        return (deeper or below == 0) and not _tells_more(text, item)
    if len(words) >= LONGEST_THEME or words.endswith((".", ";", ",", "!")):
        return False
    return deeper or _heads_prose(text, run, number) or _names_a_theme(text, item, followed=below == 0)


_MORE = r",?_(?:trong_đó|cụ_thể)(?:_(?:cần_)?(?:tập_trung|chú_trọng|lưu_ý|ưu_tiên))?\s?:\s*\Z"
SHORTEST_PARENT = 60


def _tells_more(text: Text, item: Item) -> bool:
    """Tell a task that its items only go into ("Chủ trì giải phóng mặt bằng …, trong đó:") from a lead."""
    if item.end - item.start < SHORTEST_PARENT or not is_imperative(text, item.start, item.end):
        return False
    low = text.low[item.start : item.end]
    lists = compile_pattern(_LEADS_TO, bare=text.bare).search(low)
    return not lists and bool(compile_pattern(_MORE, bare=text.bare).search(low, max(0, len(low) - 40)))


_LEADS_TO = r"""
    \b(?: các | những | một_số | \d+ )_ (?:\w+_){0,2}?
    (?: nhiệm_vụ | nội_dung | giải_pháp | việc | công_việc )\b
"""
MOST_OF_A_TITLE = 160


def _heads_prose(text: Text, run: list[Item], number: int) -> bool:
    """Tell "1. Nâng cao chất lượng giám sát" over a paragraph that says how, from a task of its own."""
    item = run[number]
    following = run[number + 1] if number + 1 < len(run) else item
    numbered = 0 < item.level < SIGNS_FROM and text.clean[item.start].isupper()
    if following.level or not numbered or item.end - item.start > MOST_OF_A_TITLE:
        return False
    prose = text.clean[following.start : following.end].rstrip().endswith(".")
    asked = following.parts[0].request
    return prose and not asked and is_imperative(text, following.start, following.end)


def _names_a_theme(text: Text, item: Item, *, followed: bool) -> bool:
    """Tell "3. Về quốc phòng, an ninh" and "a) Giao Sở Tài chính" from a task without a closing point."""
    if compile_pattern(_THEME_HEAD, bare=text.bare).match(text.low, item.start, item.end):
        return True
    return followed and is_label(text, skip_connectors(text, item.start, item.end), item.end)


def opens_list(text: Text, run: list[Item], number: int) -> bool:
    """Tell a paragraph that leads to the list below it."""
    item = run[number]
    below = number + 1 < len(run) and run[number + 1].level > 0
    return below and text.clean[item.start : item.end].rstrip().endswith(":")


def heads_paragraphs(text: Text, run: list[Item], number: int) -> bool:
    """Tell a line that only names who is asked in the paragraphs below it ("Sở Xây dựng")."""
    item = run[number]
    if number + 1 == len(run) or text.clean[item.start : item.end].rstrip().endswith(
        (".", ";", ",", ":", "!")
    ):
        return False
    return is_label(text, item.start, item.end)


_ASKED = r"""
    \b(?: yêu_cầu | đề_nghị | giao(?!_(?:thông|dịch|lưu|ước|thương)\b) | phân_công | lưu_ý | nhắc
      | kêu_gọi | mong_muốn )_(?:cho_)?
"""


def lead_addressee(text: Text, start: int, end: int) -> Place | None:
    """Find who is asked for all that follows ("yêu cầu các sở, ngành tập trung …:", "Giao Sở Nội vụ:")."""
    start = skip_connectors(text, start, end)
    asked = False
    for verb in compile_pattern(_ASKED, bare=text.bare).finditer(text.low, start, end):
        asked = asked or verb.start() > start
        named = read_label(text, verb.end(), end)
        if named:
            return named
        actor = find_actor(text, verb.end(), end)
        if actor:
            return actor.start, actor.end
    if asked and find_request(text, start, end):
        return None
    label = None if is_person(text, start) else read_label(text, start, end)
    actor = None if label else find_actor(text, start, end)
    if actor and tells_itself(text, actor):
        return None
    return (actor.start, actor.end) if actor else label
