"""People (nhân sự): who is named, with which position, and what they did at the meeting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from .folding import fold
from .layout import Sentence, sentences
from .lists import Place
from .model import Person, PersonRole
from .names import find_names, name_at
from .page import Page
from .roles import roles_of, speaks
from .rules import Rule, compile_pattern, search_first
from .text import Text

R = PersonRole

LONGEST_POSITION = 190
_TITLE = r"\b{titles}_ (?: {ranks} \.?_ )*"
_TITLED = r"\b(?: {titles}_? (?: {ranks}\.?_ )? | {ranks}\.?_? ) \Z"
_POSITION = r"\b(?:{positions})"
_AT_ONCE = r"""
    _(?:cũng_|đã_)?
    (?: phát_biểu | kết_luận | yêu_cầu | đề_nghị | cho_biết | cho_rằng | nhấn_mạnh | khẳng_định
      | chủ_trì | chu_tri | tiếp_thu )\b
"""

# A position behind a name goes on over commas and dashes while a position or the rest of a body follows.
_OPENS_BEHIND = r"\s?[,(:-]\s? (?= (?:đồng_chí_)? (?:quyền_|nguyên_)? (?:{positions}) )"
_GOES_ON = r"(?! (?:quyền_|nguyên_)? (?:{positions}|{fields}) )"
_STOPS = rf"""
    [;:()\n"] | \. (?=_|$)
  | ,_ {_GOES_ON} | _-_ {_GOES_ON}
  | _(?: {{positionends}} | vừa(?!_(?:tỉnh|và|thành|huyện)) | và_(?:các_)?(?: {{titles}} | {{ranks}} )
    | tại_(?:hội|buổi|cuộc) ) (?=\s|$)
"""
_NO_NAME = r"(?: {positions} | {fields} | {bodies} )\b"  # "Đoàn Đại biểu …", "Phó Bí thư …"
_SPEECH = r"\b(?:{speech})\b"
_BREAKS = r"""
    [;:()\n"] | {titles}_
  | ,_ (?! (?:{positions}) )
  | \b(?: của | cùng | với | gồm | có | là | và | do | bởi | theo | cho )_
"""
_NOT_A_HEAD = ("ban ", "đại diện ")


@dataclass(frozen=True, slots=True)
class Mention:
    """A person as named in one place."""

    start: int
    end: int
    position: Place | None


@dataclass(slots=True)
class Found:
    """A person over all mentions."""

    key: str
    start: int
    end: int
    position: Place | None = None
    roles: list[PersonRole] = field(default_factory=list)
    said: list[Place] = field(default_factory=list)


@dataclass(slots=True)
class People:
    """The people found so far, by full and by given name ("ông Quân")."""

    by_name: dict[str, Found] = field(default_factory=dict)
    by_given_name: dict[str, Found] = field(default_factory=dict)

    def take(self, found: Found) -> Found:
        """Add a person, or give the one known by this name."""
        known = self.by_name.setdefault(found.key, found)
        self.by_given_name[found.key.rsplit(" ", 1)[-1]] = known
        return known


def read_people(page: Page) -> tuple[Person, ...]:
    """Read the people of a report, in the order they are first named."""
    people = People()
    last: Found | None = None
    for sentence in sentences(page.text):
        if not _is_read(page, sentence):
            continue
        mentions = list(_mentions(page.text, sentence))
        for number, mention in enumerate(mentions):
            following = mentions[number + 1].start if number + 1 < len(mentions) else sentence.end
            last = _add(page, people, mention, sentence, following)
        if not mentions:
            last = _go_on(page.text, people, sentence, last)
    _add_signature(page, people)
    return tuple(_person(page, found) for found in people.by_name.values())


def _is_read(page: Page, sentence: Sentence) -> bool:
    """Leave out the tail, and the title of a news report."""
    frame = page.frame
    if sentence.line >= frame.tail:
        return False
    return frame.title is None or frame.notice or not frame.title[0] <= sentence.start < frame.title[1]


def _mentions(text: Text, sentence: Sentence) -> Iterator[Mention]:
    names = _named(text, sentence)
    for number, (start, end) in enumerate(names):
        since = names[number - 1][1] if number else sentence.start
        until = names[number + 1][0] if number + 1 < len(names) else sentence.end
        position = _position(text, (since, start), (end, until), sentence.end)
        if position or _is_titled(text, since, start) or _speaks_at_once(text, end, sentence.end):
            yield Mention(start, end, position)


def _named(text: Text, sentence: Sentence) -> list[Place]:
    """Find the names of a sentence by their shape, and whatever stands in capitals behind "đồng chí"."""
    names = dict(find_names(text, sentence.start, sentence.end))
    if not search_first(TITLES, text, sentence.start, sentence.end):
        return sorted(place for place in names.items() if not _names_a_thing(text, place))
    for title in compile_pattern(_TITLE, bare=text.bare).finditer(text.low, sentence.start, sentence.end):
        end = name_at(text, title.end(), sentence.end)
        if (
            end
            and " " in text.clean[title.end() : end]
            and not any(title.end() <= known < end for known in names)
        ):
            names[title.end()] = end
    return sorted(place for place in names.items() if not _names_a_thing(text, place))


def _names_a_thing(text: Text, place: Place) -> bool:
    """Tell "Đoàn Đại biểu …" and "Phó Bí thư …" from a name; "Đoàn Thị Hải" is one."""
    other = compile_pattern(_NO_NAME, bare=text.bare).match(text.low, place[0])
    if not other:
        return False
    return other.end() > place[1] or text.clean[other.end() + 1 : other.end() + 2].islower()


TITLES: tuple[Rule[str], ...] = (
    Rule(
        "đồng chí …, ông …, bà …",
        r"\b{titles}_",
        "đồng chí bí thư phát biểu",
        "hội đồng chí công",
        "title",
        needs=("đồng chí ", "ông ", "bà ", "anh ", "chị ", "đ/c ", "đc ", "ngài "),
    ),
)


def _is_titled(text: Text, since: int, name: int) -> bool:
    before = text.low[max(since, name - 30) : name]
    return bool(compile_pattern(_TITLED, bare=text.bare).search(before))


def _speaks_at_once(text: Text, end: int, stop: int) -> bool:
    return bool(compile_pattern(_AT_ONCE, bare=text.bare).match(text.low, end, stop))


def _position(text: Text, before: Place, behind: Place, stop: int) -> Place | None:
    """Read the position of a name: right before it, else behind it, if it is not the next name's."""
    ahead = _position_before(text, *before)
    touching = ahead and text.low[ahead[1] : before[1]].strip() == ""
    if ahead and touching:
        return ahead
    after = _position_behind(text, behind[0], stop)
    if after and after[1] > behind[1]:
        after = None
    if after and behind[1] < stop and text.low[after[1] : behind[1]].strip() == "":
        after = None
    return after or ahead


def _position_behind(text: Text, end: int, stop: int) -> Place | None:
    """Read "…, Phó Chủ tịch UBND tỉnh" behind a name."""
    opened = compile_pattern(_OPENS_BEHIND, bare=text.bare).match(text.low, end, stop)
    if not opened:
        return None
    start = opened.end()
    limit = min(stop, start + LONGEST_POSITION)
    head = compile_pattern(_POSITION, bare=text.bare).match(text.low, start, limit)
    at = head.end() if head else start
    stops = compile_pattern(_STOPS, bare=text.bare).search(text.low, at, limit)
    spoken = _spoken(text, at, limit)
    return _trimmed(text, start, min(stops.start() if stops else limit, limit if spoken is None else spoken))


def _spoken(text: Text, start: int, end: int) -> int | None:
    """Find a verb of speaking; in capitals it belongs to a name ("Ban Chỉ đạo")."""
    for match in compile_pattern(_SPEECH, bare=text.bare).finditer(text.low, start, end):
        if text.clean[match.start()].islower():
            return match.start()
    return None


def _trimmed(text: Text, start: int, end: int) -> Place | None:
    while end > start and text.clean[end - 1] in " ,-–—:(":
        end -= 1
    return (start, end) if end - start > 2 else None


def _position_before(text: Text, since: int, name: int) -> Place | None:
    """Read "Chủ tịch UBND TP Hà Nội" before a name."""
    at = max(since, name - LONGEST_POSITION)
    for match in compile_pattern(_BREAKS, bare=text.bare).finditer(text.low, at, name):
        at = match.end()
    for head in compile_pattern(_POSITION, bare=text.bare).finditer(text.low, at, name):
        if _heads(text, head.start(), head.end(), name):
            return _trimmed(text, head.start(), name)
    return None


def _heads(text: Text, start: int, end: int, name: int) -> bool:
    """Tell whether a position before a name belongs to it: nobody speaks, nothing else is told in between."""
    if text.low.endswith(_NOT_A_HEAD, max(0, start - 10), start) or _spoken(text, end, name) is not None:
        return False
    between = text.clean[end:name]
    return text.bare or text.clean[start].isupper() or "," not in between


def _add(page: Page, people: People, mention: Mention, sentence: Sentence, following: int) -> Found:
    key = fold(page.text.clean[mention.start : mention.end])
    found = people.take(Found(key, mention.start, mention.end))
    found.position = found.position or mention.position
    behind = mention.end
    if mention.position and mention.position[0] >= mention.end:
        behind = mention.position[1]
    before = mention.start
    if mention.position and mention.position[1] <= mention.start:
        before = mention.position[0]
    for role in roles_of(page, sentence, before, (behind, following)):
        _take_role(found, role, sentence)
    return found


def _take_role(found: Found, role: PersonRole, sentence: Sentence) -> None:
    if role not in found.roles:
        found.roles.append(role)
    if role is R.SPEAKER:
        found.said.append((sentence.start, sentence.end))


_PRONOUN = r"(?: đồng_chí | ông | bà | anh | chị )_ (?: cũng_|đã_|còn_ )? (?:{speech})\b"
_SHORT_NAME = r"\b(?: ông | bà | anh | chị | đồng_chí | a | chi )_ (?P<name>[^\W\d_]+)\b"
SPEAKS_NEAR = 60


def _go_on(text: Text, people: People, sentence: Sentence, last: Found | None) -> Found | None:
    """Take "Ông Quân cho rằng …" and "Đồng chí cũng lưu ý …" as said by who was named before."""
    if not people.by_name or not search_first(TITLES, text, sentence.start, sentence.end):
        return last
    for match in compile_pattern(_SHORT_NAME, bare=text.bare).finditer(
        text.low, sentence.start, sentence.end
    ):
        found = people.by_given_name.get(fold(match["name"]))
        if found and speaks(text, match.end(), min(sentence.end, match.end() + SPEAKS_NEAR)):
            _take_role(found, R.SPEAKER, sentence)
            return found
    if last and compile_pattern(_PRONOUN, bare=text.bare).match(text.low, sentence.start, sentence.end):
        _take_role(last, R.SPEAKER, sentence)
    return last


def _add_signature(page: Page, people: People) -> None:
    """Take who signed a notice: a line that is only a name, below a line with their position in capitals."""
    if not page.frame.notice:
        return
    text, tail = page.text, page.frame.lines[page.frame.tail :]
    position: Place | None = None
    for line in tail:
        words = text.clean[line.body : line.end]
        name = next(find_names(text, line.body, line.end), None)
        if name == (line.body, line.end) and not words.isupper() and position:
            people.take(Found(fold(words), line.body, line.end, position, [R.OTHER]))
            return
        if words.isupper() and compile_pattern(_POSITION, bare=text.bare).search(
            text.low, line.body, line.end
        ):
            position = _signed_position(text, line.body, line.end)


def _signed_position(text: Text, start: int, end: int) -> Place:
    head = compile_pattern(_POSITION, bare=text.bare).search(text.low, start, end)
    return (head.start() if head else start), end


_ORDER = (R.CHAIR, R.SPEAKER, R.ATTENDEE, R.OTHER)


def _person(page: Page, found: Found) -> Person:
    roles = tuple(sorted(found.roles, key=_ORDER.index)) or (R.OTHER,)
    name = page.note("people.name", "họ và tên", found.start, found.end)
    position = None
    if found.position:
        position = page.note("people.position", "chức vụ cạnh họ tên", *found.position)
    return Person(name, position, roles, tuple(page.text.span(*place) for place in found.said))
