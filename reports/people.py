"""People (nhân sự): who is named, with which position, and what they did at the meeting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from .absence import is_absent
from .cues import Section
from .folding import fold
from .layout import Line, Sentence, sentences
from .lists import Place
from .minuted import noted_of
from .model import Person, PersonRole, Span
from .names import find_names, name_at
from .page import Page
from .positions import POSITION, position_of
from .roles import is_chair, roles_of, speaks
from .rules import Rule, compile_pattern, search_first
from .speakers import Found, speaking_holders
from .text import Text

R = PersonRole

_TITLE = r"\b{titles} \s?:?_ (?: {ranks} \.?_ )*"
# "em", "bị can" and the like are no titles, but a name behind them is a person's.
_TITLED = r"""
    \b(?: {titles}_?:?_? (?: {ranks}\.?_ )? | {ranks}\.?_?
      | (?: em | cháu | bị_can | bị_cáo | bị_hại | nạn_nhân | đối_tượng | nghi_phạm | công_dân | học_sinh
        | sinh_viên | chủ_hộ | hộ | nông_dân | công_nhân | nghệ_sĩ | (?:như|trong|là|các)_vụ | vụ_án
        | liên_quan_đến | gia_đình | y_tá | điều_dưỡng | kế_toán | thủ_quỹ | thủ_kho | giáo_viên | nhân_viên
        | chuyên_viên | kỹ_thuật_viên | văn_thư | lái_xe | nhân_viên_y_tế )_ ) \Z
"""
_AT_ONCE = r"""
    _(?:cũng_|đã_)?
    (?: phát_biểu | kết_luận | yêu_cầu | đề_nghị | cho_biết | cho_rằng | nhấn_mạnh | khẳng_định
      | chủ_trì | chu_tri | tiếp_thu )\b
"""

_NO_NAME = r"(?: {positions} | {fields} | {bodies} )\b"  # "Đoàn Đại biểu …", "Phó Bí thư …"


@dataclass(frozen=True, slots=True)
class Mention:
    """A person as named in one place."""

    start: int
    end: int
    position: Place | None

    @property
    def extent(self) -> Place:
        """Bound the name with its position."""
        if not self.position:
            return self.start, self.end
        return min(self.start, self.position[0]), max(self.end, self.position[1])


@dataclass(slots=True)
class People:
    """The people found so far, by full and by given name ("ông Quân")."""

    by_name: dict[str, Found] = field(default_factory=dict)
    by_given_name: dict[str, Found] = field(default_factory=dict)
    by_last_words: dict[str, Found] = field(default_factory=dict)

    def take(self, found: Found) -> Found:
        """Add a person, or give the one known by this name."""
        known = self.by_name.get(found.key) or self.by_last_words.get(found.key)
        known = known or self.by_name.setdefault(found.key, found)
        self.by_last_words.setdefault(" ".join(known.key.split(" ")[-2:]), known)  # "bà Hải Vân"
        self.by_given_name[found.key.rsplit(" ", 1)[-1]] = known
        return known


def read_people(page: Page) -> tuple[Person, ...]:
    """Read the people of a report, in the order they are first named."""
    people = People()
    last: Found | None = None
    read = [sentence for sentence in sentences(page.text) if _is_read(page, sentence)]
    taken: list[Place] = []
    for sentence in read:
        mentions = list(_mentions(page, sentence))
        taken += [mention.extent for mention in mentions]
        for found in _add_all(page, people, mentions, sentence):
            last = found
        if not mentions:
            last = _go_on(page.text, people, sentence, last)
    for found, sentence in speaking_holders(page.text, read, list(people.by_name.values()), taken):
        _take_role(found, R.SPEAKER, sentence)
    _add_signature(page, people)
    told = {place for found in people.by_name.values() for place in found.said}
    spans = {place: page.text.span(*place) for place in told}  # a long sentence is cut once for all it names
    return tuple(_person(page, found, spans) for found in people.by_name.values())


def _is_read(page: Page, sentence: Sentence) -> bool:
    """Leave out the tail, and the title of a news report."""
    frame = page.frame
    if sentence.line >= frame.tail:
        return False
    return frame.title is None or frame.notice or not frame.title[0] <= sentence.start < frame.title[1]


def _mentions(page: Page, sentence: Sentence) -> Iterator[Mention]:
    text, part = page.text, page.part_of(sentence)
    item = part is not None and part.section is Section.PARTICIPANTS and part.level > 0
    names = _named(text, sentence)
    shared: Place | None = None
    for number, (start, end) in enumerate(names):
        since = names[number - 1][1] if number else sentence.start
        shared = _shared_position(text, since, start, shared)
        until = names[number + 1][0] if number + 1 < len(names) else sentence.end
        position = position_of(text, (since, start), (end, until), sentence.end)
        if shared and not (position and position[0] > start):  # behind the name stands an office of one's own
            position = shared
        mention = Mention(start, end, position)
        known = position or _is_titled(text, since, start) or _speaks_at_once(text, end, sentence.end)
        known = known or (item and start == sentence.start)
        if (
            known
            and not _names_a_street(text, sentence.start, start)
            and not _is_remembered(text, sentence.start, mention.extent[0])
        ):
            yield mention


_STREET = (
    r"\b(?: đường | phố | đại_lộ | ngõ | hẻm | ngã_tư | ngã_ba | vòng_xoay | quảng_trường | công_viên )_ \Z"
)


def _names_a_street(text: Text, since: int, name: int) -> bool:
    """Tell "đường Hoàng Diệu" from who is called so."""
    before = max(since, name - 20), name
    return bool(compile_pattern(_STREET, bare=text.bare).search(text.low, *before))


_OF_ALL = r"""
    \b(?: các_ | (?P<counted> \d{1,2} | hai | ba )_ ) (?:đồng_chí_)?
    (?P<position> {positions} (?:_(?!(?:là|gồm)\b)[^\s,.;:]+){0,8}? )
    (?(counted) (?: _(?:là|gồm(?:_có)?) | _?: ) | (?: _(?:là|gồm(?:_có)?) )? (?:_?:)? )
    _ (?: {titles}\s?:?_ | {ranks}\.?_ )* \Z
"""
MOST_WORDS_OF_A_HEAD = 2  # "Bí thư", "Bộ trưởng"
_NEXT = r"\s? (?: , | _và ) \s* (?: {titles}_ | {ranks}\.?_ )* \Z"


def _shared_position(text: Text, since: int, start: int, shared: Place | None) -> Place | None:
    """Read what several are together: "các Thứ trưởng: Lê Văn Tám, Vũ Nam"."""
    if shared:
        return shared if compile_pattern(_NEXT, bare=text.bare).fullmatch(text.low, since, start) else None
    opened = compile_pattern(_OF_ALL, bare=text.bare).search(text.low, max(since, start - 90), start)
    return opened.span("position") if opened else None


_REMEMBERED = r"""
    \b(?: ngày_sinh | năm_sinh | sinh_nhật | tư_tưởng | di_chúc | tấm_gương | gương | anh_hùng | liệt_sĩ | bác
      | tượng | mộ | lăng | phong_cách )_ (?: của_ | cố_ | đồng_chí_ | liệt_sĩ_ )* \Z
  | \bcố_ (?: đồng_chí_ )? \Z
"""


def _is_remembered(text: Text, since: int, start: int) -> bool:
    """Tell who is only remembered: "110 năm ngày sinh đồng chí …"."""
    before = max(since, start - 50), start
    if text.bare:  # "cố" and "có" are the same there
        return False
    return bool(compile_pattern(_REMEMBERED).search(text.low, *before))


def _named(text: Text, sentence: Sentence) -> list[Place]:
    """Find the names of a sentence by their shape, and whatever stands in capitals behind "đồng chí"."""
    names = dict(find_names(text, sentence.start, sentence.end))
    if not search_first(TITLES, text, sentence.start, sentence.end):
        return sorted(place for place in names.items() if not _names_a_thing(text, place))
    for title in compile_pattern(_TITLE, bare=text.bare).finditer(text.low, sentence.start, sentence.end):
        start = title.start() if _is_a_family_name(text, title.start()) else title.end()
        end = name_at(text, start, sentence.end)
        if end and " " in text.clean[start:end]:
            for inside in range(start, end):
                names.pop(inside, None)
            names[start] = end
    return sorted(place for place in names.items() if not _names_a_thing(text, place))


_OF_WOMEN = ("ông thị ", "ong thi ")


def _is_a_family_name(text: Text, start: int) -> bool:
    """Tell the family name of "Ông Thị Kiều" from a title."""
    return text.clean[start].isupper() and text.low.startswith(_OF_WOMEN, start)


def _names_a_thing(text: Text, place: Place) -> bool:
    """Tell "Đoàn Đại biểu …" and "Phó Bí thư …" from a name; "Đoàn Thị Hải" is one."""
    other = compile_pattern(_NO_NAME, bare=text.bare).match(text.low, place[0])
    if not other:
        return False
    return other.end() > place[1] or text.clean[other.end() + 1 : other.end() + 2].islower()


TITLES: tuple[Rule[str], ...] = (
    Rule(
        "đồng chí …, ông …, bà …",
        r"\b{titles}\s?:?_",
        "đồng chí bí thư phát biểu",
        "hội đồng chí công",
        "title",
        needs=(
            "ông ",
            "đồng chí",
            "bà ",
            "anh ",
            "chị ",
            "đ/c",
            "đc ",
            "ngài ",
            "thầy ",
            "cô ",
            "ông:",
            "bà:",
        ),
    ),
)


def _is_titled(text: Text, since: int, name: int) -> bool:
    before = text.low[max(since, name - 30) : name]
    return bool(compile_pattern(_TITLED, bare=text.bare).search(before))


def _speaks_at_once(text: Text, end: int, stop: int) -> bool:
    return bool(compile_pattern(_AT_ONCE, bare=text.bare).match(text.low, end, stop))


_JOINED = r"\s* \)? \s* (?: [,;]\s* )? (?: (?: và | cùng_với | cùng )_ )? (?: {titles}_ | {ranks}\.?_ )* \Z"


def _add_all(page: Page, people: People, mentions: list[Mention], sentence: Sentence) -> Iterator[Found]:
    """Add the people of a sentence; who is named together does together what is told of them."""
    last = 0
    for group in _groups(page.text, mentions):
        last += len(group)
        following = mentions[last].start if last < len(mentions) else sentence.end
        roles = _roles_of_each(page, sentence, group, following)
        for mention, told in zip(group, roles, strict=True):
            found = _add(page, people, mention)
            if noted := noted_of(page, sentence, mention.extent):
                _take_role(found, R.SPEAKER, replace(sentence, start=noted[0], end=noted[1]))
                yield found
                continue
            absent = is_absent(page.text, _line_start(page, sentence), mention.extent, sentence.end)
            for role in () if absent else told:
                _take_role(found, role, sentence)
            yield found


def _line_start(page: Page, sentence: Sentence) -> int:
    """Find where a sentence begins, with the label before it ("Vắng: …")."""
    part = page.part_of(sentence)
    return part.label[0] if part and part.label else sentence.start


def _roles_of_each(
    page: Page, sentence: Sentence, group: list[Mention], following: int
) -> list[list[PersonRole]]:
    """Tell the roles of those named together: the same for all, but semicolons part who speaks."""
    first, last = group[0].extent[0], group[-1].extent[1]
    if ";" not in page.text.clean[first:last]:
        return [roles_of(page, sentence, first, (last, following))] * len(group)
    ends = [mention.start for mention in group[1:]] + [following]
    each = [
        roles_of(page, sentence, mention.extent[0], (mention.extent[1], end))
        for mention, end in zip(group, ends, strict=True)
    ]
    if not is_chair(page.text, sentence, first, last, following):
        return each
    return [[R.CHAIR, *_beside_chairing(roles)] for roles in each]


def _beside_chairing(roles: list[PersonRole]) -> Iterator[PersonRole]:
    """Keep what is told of who chairs; of the others the list says only that they chair as well."""
    return (role for role in roles if role is R.SPEAKER or (role is R.ATTENDEE and R.CHAIR in roles))


def _groups(text: Text, mentions: list[Mention]) -> list[list[Mention]]:
    """Put together who is joined by nothing but commas and "và"."""
    groups: list[list[Mention]] = []
    joined = compile_pattern(_JOINED, bare=text.bare)
    for mention in mentions:
        before = groups[-1][-1].extent[1] if groups else 0
        if groups and joined.match(text.low, before, mention.extent[0]):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    return groups


def _add(page: Page, people: People, mention: Mention) -> Found:
    key = fold(page.text.clean[mention.start : mention.end])
    found = people.take(Found(key, mention.start, mention.end))
    if mention.position and _is_fuller(page.text, mention.position, found.position):
        found.position = mention.position
    return found


def _is_fuller(text: Text, position: Place, known: Place | None) -> bool:
    """Tell a position that says what a known one leaves out: "Bí thư" is "Bí thư Huyện ủy" elsewhere."""
    if not known:
        return True
    words, before = fold(text.clean[slice(*position)]), fold(text.clean[slice(*known)])
    bare = before.count(" ") < MOST_WORDS_OF_A_HEAD
    return bare and words.startswith(before + " ") and "," not in words


def _take_role(found: Found, role: PersonRole, sentence: Sentence) -> None:
    if role not in found.roles:
        found.roles.append(role)
    if role is R.SPEAKER:
        place = sentence.start, sentence.end
        if place not in found.said[-1:]:  # named twice in it
            found.said.append(place)


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
        name = _signing_name(text, line)
        beside = bool(name) and _stands_beside(text, line.body, name[0]) if name else False
        if name and (beside or position):
            if beside:
                position = _signed_position(text, line.body, name[0] - 1)
            people.take(Found(fold(text.clean[slice(*name)]), *name, position, [R.OTHER]))
            return
        capitals = text.clean[line.body : line.end].isupper()
        if capitals and compile_pattern(POSITION, bare=text.bare).search(text.low, line.body, line.end):
            position = _signed_position(text, line.body, line.end)


_RANKED = r"(?: {ranks} \.?_? )*"


def _signing_name(text: Text, line: Line) -> Place | None:
    """Read a line that is only a name, with a degree or behind a position in capitals."""
    name = next(find_names(text, line.body, line.end), None)
    if not name or name[1] != line.end or text.clean[slice(*name)].isupper():
        return None
    before = text.clean[line.body : name[0]].rstrip()
    ranked = compile_pattern(_RANKED, bare=text.bare).fullmatch(text.low, line.body, name[0])
    return name if ranked or before.isupper() else None


def _stands_beside(text: Text, start: int, name: int) -> bool:
    """Tell a position in capitals before a name from a mere degree ("BSCKII. Lê Văn Tám")."""
    if compile_pattern(_RANKED, bare=text.bare).fullmatch(text.low, start, name):
        return False
    return text.clean[start:name].strip().isupper()


def _signed_position(text: Text, start: int, end: int) -> Place:
    head = compile_pattern(POSITION, bare=text.bare).search(text.low, start, end)
    return (head.start() if head else start), end


_ORDER = (R.CHAIR, R.SPEAKER, R.ATTENDEE, R.OTHER)


def _person(page: Page, found: Found, spans: dict[Place, Span]) -> Person:
    roles = tuple(sorted(found.roles, key=_ORDER.index)) or (R.OTHER,)
    name = page.note("people.name", "họ và tên", found.start, found.end)
    position = None
    if found.position:
        position = page.note("people.position", "chức vụ cạnh họ tên", *found.position)
    return Person(name, position, roles, tuple(spans[place] for place in found.said))
