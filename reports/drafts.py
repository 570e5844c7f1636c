"""Which words of a report are tasks, and whom the lines above and the sentences before address."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from .addressees import read_addressee, read_units
from .charged import own_actor
from .cutting import requested
from .dashed import names_who
from .directives import PROMISE, Request, find_request, list_opening
from .labelled import read_fields
from .layout import inline_items
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
)
from .page import Page
from .personal import named_at
from .rules import compile_pattern
from .sections import Part
from .text import Text
from .urging import is_imperative, is_numbered, is_thing, promise_told, skip_connectors


@dataclass(frozen=True, slots=True)
class Draft:
    """A task before its fields are read; `addressee` is who was asked for several at once."""

    start: int
    end: int
    rule: str
    addressee: Place | None = None
    actor: tuple[str, Place] | None = None  # who is named in it, and by which rule
    searched: bool = False  # whether the actor has been looked for


class Run:
    """Go through the lines of one task section; a line that only leads gives way to those below it."""

    def __init__(self, page: Page, run: list[Item]) -> None:
        self.page = page
        self.run = run
        self.leads: list[Lead] = []
        self.carried: Place | None = None  # whom the sentences before addressed

    def drafts(self) -> Iterator[Draft]:
        """Yield the drafts of the section, in order."""
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
        named = own_actor(page, begin, b)
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
