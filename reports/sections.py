"""Sections of a report, told by heading ("II. Hạn chế") and by cue ("Tuy nhiên, …", "đồng chí … yêu cầu")."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .addressees import is_label, is_person
from .cues import CUES, Section
from .dashed import read_dashed
from .directives import Request, find_request
from .frame import Frame
from .labels import LONGEST_LABEL, heading, is_caption, is_form_field, is_glued
from .layout import LEVELS, SIGNS_FROM, Line, Sentence, clauses, sentences
from .refusals import AT_THE_OPENING, NO_TASKS
from .rules import Rule, compile_pattern, match_first
from .settling import settles
from .text import Text
from .urging import (
    asks_several,
    goes_on_planning,
    is_due,
    is_imperative,
    looks_ahead,
    obliges,
    skip_connectors,
    sounds_like_a_task,
    will_do,
)
from .weakness import announces, gives_a_cause, is_weak_alone, sounds_weak, suffers

S = Section


@dataclass(frozen=True, slots=True)
class Part:
    """A sentence with its section; `start` is behind its label, `rule` is what told the section."""

    start: int
    end: int
    section: Section
    line: int
    level: int
    rule: str = ""
    label: tuple[int, int] | None = None
    listed: bool = False  # an item of a list that its section opened
    request: Request | None = None  # what the sentence asks for, where that told its section


TERMINAL = tuple('.:;!?…"”)»,')
_LIMITS = r"hạn_chế_(?: tối_đa | thấp_nhất | việc | sử_dụng | phát_sinh | tình_trạng | đến_mức )\b"  # a verb
_THEME = r"(?:về | đối_với | công_tác | lĩnh_vực | tình_hình )_"
SHORTEST_STORY = 3  # sentences of an item: its theme, what is told, what is asked
_FIELD_OF_WORK = r"(?:về_)? (?: công_tác | lĩnh_vực )\b"
OUTER = LEVELS["roman"]
NEAR = 40
MOST_BEHIND_A_LABEL = 8
SHORTEST_LIST = 30
FORGOTTEN = 3  # after so many sentences that ask for nothing, a request is over
HOWEVER = "Tuy nhiên, …"
ALONE, GOES_ON = "… còn chậm, chưa đạt …", "cụ thể …"
BY_WORDS = (ALONE, GOES_ON)
_ARTICLE = r"điều_\d"
"""What opens an article of a resolution, which is of its own kind: "Điều 3. Nhiệm vụ"."""
_COUNTED = r"(?: hai | ba | bốn | năm | sáu | bảy | tám | chín | mười )_là\b"
"""What goes on with a list that was opened by tasks, whatever it says: "Bốn là, Công an phường …"."""
_THAT_IS = ("đó là", "cụ thể là", "do la", "cu the la")
_THEREFORE = ("do đó", "do vậy", "vì vậy", "vì thế", "bởi vậy", "từ đó", "do do", "do vay", "vi vay")
_LEFT = ("còn ", "hiện còn ", "hiện nay còn ", "con ", "hien con ")
_EXPLAINS = ("Nguyên nhân", "Phân tích nguyên nhân")  # rules behind which several sentences tell causes
_TOLD = (S.LIMITATIONS, S.CAUSES, S.STRENGTH_CAUSES)
_OF_LIMITATIONS = r"""
    \b(?: hạn_chế | tồn_tại | khuyết_điểm | yếu_kém | bất_cập | khó_khăn | thiếu_sót | chậm_trễ )\b
"""
INSIDE = "…, nguyên nhân do …"
_EXPLAINED = r"""
    (?! (?: về_ | từ_ | do_ | phân_tích_ )? (?:những_|các_)? (?: nguyên_nhân | lý_do | lí_do )\b )
    (?P<told> [^:;.]{12,220}? ) ,_ (?= (?: nguyên_nhân | lý_do | lí_do ) (?: _\w+ ){0,6}? _(?: là | do )\b )
"""
_SIDES = {S.STRENGTHS: S.STRENGTH_CAUSES, S.BODY: S.CAUSES, S.LIMITATIONS: S.CAUSES}


class _Walk:
    """Go through the lines of a report and tell the section of every sentence."""

    def __init__(self, text: Text, frame: Frame) -> None:
        self.text = text
        self.frame = frame
        self.base = S.BODY  # what the last heading opened
        self.mode = S.BODY  # what the last cue opened, inside it
        self.rule = ""
        self.side = S.BODY  # whose causes "Nguyên nhân" names
        self.label_level: int | None = None  # the level of a label with words behind it
        self.listing = False  # the base was opened by "…:", its list follows
        self.heading_level = 0
        self.since_asked = FORGOTTEN  # sentences since the last task
        self.before = 0, 0  # the sentence before
        self.request: Request | None = None  # what this sentence asks for
        self.since_weak = FORGOTTEN  # sentences of this line since the last limitation
        self.planning = False  # whether this line told what is to be done in the time to come
        self.telling = False  # whether this item tells before it asks
        self.parts: list[Part] = []

    def walk(self) -> tuple[Part, ...]:
        by_line: dict[int, list[Sentence]] = {}
        for sentence in sentences(self.text):
            by_line.setdefault(sentence.line, []).append(sentence)
        for number, line in enumerate(self.frame.lines):
            inside = self.frame.body <= number < self.frame.tail and number != self.frame.publication_line
            if inside and not is_caption(self.text, line) and not self._is_subheading(line):
                self._line(line, by_line[number])
                continue
            if inside and self._is_in_capitals(line):
                self._close_section()
            for sentence in by_line[number]:
                self._add(sentence, sentence.start, S.CAPTION if inside else S.AROUND, "")
        return tuple(self.parts)

    def _add(self, sentence: Sentence, start: int, section: Section, rule: str) -> None:
        apart = self.base is S.PETITIONS or self.telling
        settled = section is S.TASKS and apart  # a sentence of its own, no item
        level = 0 if settled else self.frame.lines[sentence.line].level
        label = (sentence.start, start) if start > sentence.start else None
        asked = self.request if section is S.TASKS else None
        self.parts.append(
            Part(start, sentence.end, section, sentence.line, level, rule, label, self.listing, asked)
        )

    def _is_subheading(self, line: Line) -> bool:
        """Tell a line between paragraphs that only names what follows; a heading of a section is none."""
        words = self.text.clean[line.body : line.end]
        if self.base is S.TASKS and read_dashed(self.text, line.body, line.end):
            return False
        if self._names_who(line) or (
            line.level
            or self.listing
            or self.text.bare
            or not words[0].isupper()
            or len(words) > LONGEST_LABEL
            or is_form_field(self.text, line)
        ):
            return False
        return not words.endswith(TERMINAL) and len(words.split()) > 2 and not heading(self.text, line)

    def _names_who(self, line: Line) -> bool:
        """Tell a line among tasks that only names who is asked in those below ("Sở Xây dựng")."""
        return (
            self.base is S.TASKS
            and not line.level
            and not self.text.clean[line.start : line.end].endswith((".", ":", ";", ",", "!", "?"))
            and is_label(self.text, line.start, line.end)
        )

    def _bind(self, section: Section, start: int, end: int) -> Section:
        """Bind "Nguyên nhân" to strengths or limitations, whichever it names or was named last."""
        if section is S.CAUSES:
            named = compile_pattern(_OF_LIMITATIONS, bare=self.text.bare).search(self.text.low, start, end)
            return S.CAUSES if named else _SIDES[self.side]
        if section in (S.STRENGTHS, S.LIMITATIONS):
            self.side = section
        return section

    def _line(self, line: Line, found: list[Sentence]) -> None:
        head = None if self._tells_all(line, found) else heading(self.text, line)
        if head and not self._is_inside_the_tasks(line, head[0]):
            rule, end = head
            self._open_heading(self._bind(rule.value, line.body, end), rule.name, line, end)
            self._labelled(line, found, end)
            return
        self._new_line(line)
        asked = self.base, self.rule, self.listing
        self.telling = self._tells_first(line, found)
        if self.telling:
            self.base, self.mode, self.listing = S.BODY, S.BODY, False
        for number, sentence in enumerate(found):
            credit = found[number + 1].start if number + 1 < len(found) else line.end
            if sentence.end < line.end and is_glued(self.text, sentence, credit):
                self._add(sentence, sentence.start, S.CAPTION, "")
                continue
            self._sentence(line, sentence)
        if self.telling:
            self.base, self.rule, self.listing = asked
            self.mode, self.telling = self.base, False

    def _tells_first(self, line: Line, found: list[Sentence]) -> bool:
        """Tell "1. Về giải ngân. Đến nay mới đạt 40%. Yêu cầu …", of which only some sentences ask."""
        if self.base is not S.TASKS or not line.level or len(found) < SHORTEST_STORY:
            return False
        theme = found[0]
        if theme.end - theme.start > LONGEST_LABEL or self.text.clean[theme.end - 1] != ".":
            return False
        if not compile_pattern(_THEME, bare=self.text.bare).match(self.text.low, theme.start, theme.end):
            return False
        told = [not self._asks(sentence.start, sentence.end) for sentence in found[1:]]
        return told[0] or told.count(True) > 1

    def _asks(self, start: int, end: int) -> bool:
        """Tell a sentence that asks for something, or reads as if it did."""
        if match_first(NO_TASKS, self.text, start, end):
            return False
        asked = find_request(self.text, start, end)
        if asked:
            return not match_first(NO_TASKS, self.text, asked.start, end)
        return sounds_like_a_task(self.text, start, end) or obliges(self.text, start, end)

    def _tells_all(self, line: Line, found: list[Sentence]) -> bool:
        """Tell a report pasted as one paragraph: what it begins with, a title, heads no section."""
        first = line is self.frame.lines[self.frame.body]
        return first and not line.level and len(found) > MOST_BEHIND_A_LABEL

    def _is_inside_the_tasks(self, line: Line, rule: Rule[Section]) -> bool:
        """Tell "1. Công tác xây dựng Đảng" below "II. Nhiệm vụ", which names no other section."""
        if self.base is not S.TASKS or self.label_level is not None:
            return False
        if rule.value in (S.STRENGTHS, S.STRENGTH_CAUSES, S.LIMITATIONS, S.CAUSES, S.PARTICIPANTS):
            return bool(
                compile_pattern(_LIMITS, bare=self.text.bare).match(self.text.low, line.body, line.end)
            )
        if self.heading_level or not self.listing:
            return line.level > self.heading_level
        return bool(
            line.level
            and compile_pattern(_FIELD_OF_WORK, bare=self.text.bare).match(self.text.low, line.body)
        )

    def _open_heading(self, section: Section, rule: str, line: Line, end: int) -> None:
        self.base = self.mode = section
        self.rule = rule
        self.since_asked = FORGOTTEN
        self.listing = False
        self.heading_level = line.level
        self.label_level = line.level if end < line.end else None

    def _labelled(self, line: Line, found: list[Sentence], end: int) -> None:
        """Add the sentences of a line behind its label; behind the first a cue may open something else."""
        for number, sentence in enumerate(found):
            start = max(sentence.start, min(end, sentence.end))
            while start < sentence.end and self.text.clean[start] == " ":
                start += 1
            self.request = None
            more = start < sentence.end and (number or self.base is S.BODY)
            if more and not self._by_cue(start, sentence.end):
                self._by_likeness(line, start, sentence.end)
            self._add(sentence, start, self.mode, self.rule)

    def _new_line(self, line: Line) -> None:
        """Leave what ended with the line before."""
        self.since_weak = FORGOTTEN
        self.planning = False
        outer = self.label_level is not None and line.level <= self.label_level
        outer = outer or self._heads_something_else(line) or self._opens_an_article(line)
        above = self.heading_level and line.level and line.level < self.heading_level
        beside = self.base is S.PARTICIPANTS and self.heading_level and line.level == self.heading_level
        behind_label = self.base is S.PARTICIPANTS and self.label_level is not None and not self._leads()
        if (
            outer
            or above
            or (behind_label and 0 < line.level < SIGNS_FROM)
            or beside
            or self._after_the_participants(line)
            or self._behind_who_attended(line)
            or (self.listing and line.level == 0 and self.base is not S.TASKS)
            or self._is_in_capitals(line)
        ):
            self._close_section()
        if self.mode is not S.TASKS or self.base is not S.BODY:
            self.mode = self.base

    def _is_in_capitals(self, line: Line) -> bool:
        """Tell "NỘI DUNG 1: CHUYỂN ĐỔI SỐ", which ends what was told of who attended or what is weak."""
        return (
            self.base is not S.TASKS and not line.level and self.text.clean[line.start : line.end].isupper()
        )

    def _close_section(self) -> None:
        self.base, self.rule, self.listing = S.BODY, "", False
        self.label_level, self.heading_level = None, 0

    def _leads(self) -> bool:
        """Tell whether the last sentence leads to what is below it."""
        return bool(self.parts) and self.text.clean[self.parts[-1].end - 1] == ":"

    def _opens_an_article(self, line: Line) -> bool:
        """Tell "Điều 3. …" from "Điều chỉnh …"."""
        return bool(compile_pattern(_ARTICLE, bare=self.text.bare).match(self.text.low, line.start, line.end))

    def _heads_something_else(self, line: Line) -> bool:
        """Tell a heading of the outer levels ("IV. Văn nghệ") behind causes and the like, which it ends."""
        if self.base is S.BODY or self.base is S.TASKS or not 0 < line.level < SIGNS_FROM:
            return False
        if line.level > OUTER and not self._is_beside_the_heading(line):
            return False
        words = self.text.clean[line.body : line.end]
        short = len(words) <= LONGEST_LABEL and not words.endswith(TERMINAL)
        labelled = self.label_level is not None
        return short and (labelled or line.level <= self.heading_level)

    def _is_beside_the_heading(self, line: Line) -> bool:
        """Tell "5. Đời sống" behind "4. Khó khăn" and its dashes from the items of a numbered list."""
        if line.level != self.heading_level or self.base is S.PARTICIPANTS:
            return False
        inner = bool(self.parts) and self.parts[-1].level != line.level and self.label_level is None
        return inner or not sounds_weak(self.text, line.body, line.end)

    def _behind_who_attended(self, line: Line) -> bool:
        """Tell "1. Nhóm vấn đề nước sạch" behind "Thành phần: 23 đại biểu; lãnh đạo …", which is whole."""
        whole = self.label_level == 0 and bool(self.parts) and self.base is S.PARTICIPANTS
        if not whole or not 0 < line.level <= LEVELS["number"]:
            return False
        labelled = next((part for part in reversed(self.parts) if part.label), None)
        told = labelled is not None and labelled.end - labelled.start > SHORTEST_LIST
        return told and not is_person(self.text, line.body)

    def _after_the_participants(self, line: Line) -> bool:
        """Tell a paragraph below the list of who attended."""
        listed = bool(self.parts) and self.parts[-1].level > 0 and self.parts[-1].section is S.PARTICIPANTS
        return listed and self.base is S.PARTICIPANTS and line.level == 0

    def _sentence(self, line: Line, sentence: Sentence) -> None:
        start, end = sentence.start, sentence.end
        self.request = None
        if not self._by_cue(start, end):
            if self.mode is S.PARTICIPANTS and self.text.clean[end - 1] == ":" and not line.level:
                self._leave()  # what it leads to are no participants: "Sau khi nghe báo cáo, …:"
            if not self._by_request(line, start, end):
                self._by_likeness(line, start, end)
        self.before = start, end
        if self.mode is S.CAUSES and (behind := self._explained(start, end)):
            self._cause_inside(sentence, *behind)
            return
        self.since_asked = 0 if self.mode is S.TASKS else self.since_asked + 1
        self.since_weak = 0 if self.mode is S.LIMITATIONS else self.since_weak + 1
        self._add(sentence, start, self.mode, self.rule)
        if self.text.clean[end - 1] == ":" and end == line.end and self.mode is not S.BODY:
            self.heading_level = self.heading_level if self.base is self.mode else 0
            headed = self.heading_level and self.mode is not S.TASKS  # the heading holds for what follows too
            self.base, self.listing, self.label_level = self.mode, not headed, None

    def _explained(self, start: int, end: int) -> tuple[int, int] | None:
        """Find the comma of "Việc đo đất còn chậm, nguyên nhân do thiếu máy", and where the cause begins."""
        found = compile_pattern(_EXPLAINED, bare=self.text.bare).match(self.text.low, start, end)
        return (found.end("told"), found.end()) if found else None

    def _cause_inside(self, sentence: Sentence, comma: int, behind: int) -> None:
        """Part a sentence from its cause; what follows goes on with what stood before."""
        before = replace(sentence, end=comma)
        weak = sounds_weak(self.text, sentence.start, comma)
        limits = self.base is S.LIMITATIONS or weak
        self._add(before, before.start, S.LIMITATIONS if limits else S.BODY, INSIDE)
        self._add(replace(sentence, start=behind), behind, S.CAUSES, self.rule)
        self.mode, self.rule = self.base, ""
        self.since_weak = 0 if limits else self.since_weak + 1

    def _by_cue(self, start: int, end: int) -> bool:
        found = match_first(CUES, self.text, start, end)
        if not found:
            return False
        rule, match = found
        if self.base is S.TASKS and rule.value not in (S.BODY, S.PARTICIPANTS):
            return False
        if rule.weak and not self._sounds_weak(start, match.end(), end):
            return False
        if rule.value is S.BODY:
            self.base, self.listing = S.BODY, False
        self.mode, self.rule = self._bind(rule.value, start, match.end() + NEAR), rule.name
        return True

    def _sounds_weak(self, start: int, led: int, end: int) -> bool:
        """Tell whether a sentence tells something weak; behind a colon, what it leads to counts too."""
        leads = self.text.clean[led - 1] == ":" and led < end
        if sounds_weak(self.text, start, end):
            return True
        return leads and any(sounds_weak(self.text, *clause) for clause in clauses(self.text, led, end))

    def _by_request(self, line: Line, start: int, end: int) -> bool:
        if self.base is S.TASKS and line.level:
            return True
        settled = settles(self.text, start, end) if self.base is S.PETITIONS else None
        if self.base is S.PETITIONS and not settled:
            self.mode = S.PETITIONS if self.mode is S.TASKS else self.mode
            return False
        request = find_request(self.text, start, end)
        refused = request and not request.opens_list and match_first(NO_TASKS, self.text, request.start, end)
        opening = request and match_first(AT_THE_OPENING, self.text, start, end)
        if opening or (refused and refused[0].value != "lead"):
            self._leave()  # it asks for nothing that is to be done, but may tell what is weak
            return False
        self.request = request
        if settled and settled.value and not request:
            self.mode, self.rule = S.TASKS, settled.name
            return True
        if not request and not (self.mode is S.BODY and self._asks_by_itself(line, start, end)):
            return False
        self.mode, self.rule = S.TASKS, request.rule if request else "các đơn vị phải …"
        return True

    def _asks_by_itself(self, line: Line, start: int, end: int) -> bool:
        """Tell a sentence that says what a unit must do, or goes on with what was asked just before."""
        if obliges(self.text, start, end) and not suffers(self.text, start, end):
            self.planning = self.planning or looks_ahead(self.text, start, end)
            return True
        if is_due(self.text, start, end) or will_do(self.text, start, end):
            return True
        if self.planning and goes_on_planning(self.text, start, end):
            return not sounds_weak(self.text, start, end)
        begin = skip_connectors(self.text, start, end)
        goes_on = (
            self.since_asked < FORGOTTEN
            and not line.level
            and (is_imperative(self.text, begin, end) or asks_several(self.text, begin, end))
        )
        return goes_on and sounds_like_a_task(self.text, start, end)

    def _by_likeness(self, line: Line, start: int, end: int) -> None:
        """End a run of tasks or limitations at the first sentence that does not read like one."""
        if self.mode is S.TASKS:
            if self.base is S.TASKS and (line.level or not self.listing):
                return
            if self._names_who(line):  # it heads what is below, like a heading
                self.listing = False
                return
            if compile_pattern(_COUNTED, bare=self.text.bare).match(self.text.low, start, end):
                return
            if not sounds_like_a_task(self.text, start, end) and not obliges(self.text, start, end):
                self._leave()
                self.base, self.listing = S.BODY, False
        elif self.mode in _TOLD and self.mode is not self.base and not self._goes_on(start, end):
            self._leave()
            self._by_request(line, start, end)
        if self.mode is S.BODY and (rule := self._weak_by(start, end)):
            self.mode, self.rule = self._bind(S.LIMITATIONS, start, end), rule

    def _weak_by(self, start: int, end: int) -> str | None:
        """Tell by what a sentence is a limitation without a cue: its words, or one that stood just before."""
        if self.text.clean.count("|", start, end) > 1:  # a row of a table
            return None
        if self.text.low.startswith(_THAT_IS, start, end) and announces(self.text, *self.before):
            return "đó là …"
        if is_weak_alone(self.text, start, end):
            return None if announces(self.text, start, end) else ALONE
        return GOES_ON if self.since_weak < FORGOTTEN and sounds_weak(self.text, start, end) else None

    def _leave(self) -> None:
        self.mode, self.rule = S.BODY, ""

    def _goes_on(self, start: int, end: int) -> bool:
        """Tell whether a sentence goes on with the limitations or causes before it."""
        if self.mode is S.LIMITATIONS:
            return sounds_weak(self.text, start, end) or is_weak_alone(self.text, start, end)
        if gives_a_cause(self.text, start, end):
            return True
        if self.text.low.startswith(_THEREFORE, start, end):
            return False
        if self.text.low.startswith(_LEFT, start, end):
            return False
        counts = any(sign.isdigit() for sign in self.text.low[start:end])  # most figures tell results
        if not self.rule.startswith(_EXPLAINS) or "%" in self.text.low[start:end]:
            return False
        return (is_weak_alone if counts else sounds_weak)(self.text, start, end)


def read_parts(text: Text, frame: Frame) -> tuple[Part, ...]:
    """Tell the section of every sentence."""
    return _Walk(text, frame).walk()
