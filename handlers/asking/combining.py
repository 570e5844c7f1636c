"""Put together what the phrases and times of a question mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from handlers.asking import forms, words
from handlers.asking.phrasing import Parsed, Said
from handlers.asking.reading import Flag, Intent, Reading
from handlers.asking.tokens import pairs_of
from handlers.asking.words import Meaning
from handlers.calendar import DayOfYear, Days, Timed, When, days_of
from reports.model import PersonRole, TargetStatus
from storage.itemkeys import Kind
from storage.periods import Wanted

SOON = timedelta(days=7)
_LACKING = frozenset(
    {
        words.FINISHED,
        words.HOUR,
        words.SYMBOL,
        words.ISSUED,
        words.CONTACT,
        words.ABSENT,
        words.FUTURE,
        words.FORECAST,
        words.JUDGED,
    }
)
# Of several wishes the first of these counts.
_INTENTS = (
    Intent.WHY,
    Intent.SAID,
    Intent.COMPARE,
    Intent.WHO,
    Intent.WHERE,
    Intent.WHEN,
    Intent.COUNT,
    Intent.HOW_MUCH,
    Intent.HOW,
)
_WEAKNESSES = (Kind.LIMITATION, Kind.CAUSE)
_NUMBERED = frozenset({Intent.HOW_MUCH, Intent.COUNT})
_STATUSES = {TargetStatus.MET: (TargetStatus.MET, TargetStatus.EXCEEDED)}


def combined(parsed: Parsed, today: date, kinds: tuple[Kind, ...] = ()) -> Reading:
    """Read a question without its names and topics; `kinds` are those that a command asks for."""
    meant = list(parsed.meant())
    intent = _intent(parsed)
    reading = Reading(
        kinds=kinds or _kinds_said(meant),
        intent=intent,
        role=next((m for m in meant if isinstance(m, PersonRole)), _signer(parsed)),
        statuses=tuple(
            dict.fromkeys(s for m in meant if isinstance(m, TargetStatus) for s in _STATUSES.get(m, (m,)))
        ),
        flags=frozenset(m for m in meant if isinstance(m, Flag)),
        report=parsed.report,
        latest=words.LATEST in meant and not _is_of_the_past(parsed),
        lacking=next((str(m) for m in meant if m in _LACKING), ""),
    )
    reading = _issued(reading, meant)
    overdue = Flag.OVERDUE in reading.flags  # what is late is not finished
    if reading.lacking == words.FINISHED and (intent is Intent.WHY or overdue or _asks_what_is_left(parsed)):
        reading = replace(reading, lacking="")
    if reading.statuses and intent in {Intent.LIST, *_NUMBERED} and _asks_whether(parsed):
        wish = Intent.HOW if intent is Intent.LIST else intent  # "được mấy %, đã đạt kế hoạch chưa"
        reading = replace(reading, statuses=(), kinds=kinds or (Kind.TARGET,), intent=wish)
    if reading.role is PersonRole.SPEAKER and intent in {Intent.WHEN, Intent.WHERE} and not reading.kinds:
        reading = replace(reading, role=None)  # "trình bày hôm nào"
    if reading.statuses and not _BLAMED.isdisjoint(_pairs(parsed)):  # "bị phê bình vì chậm"
        reading = replace(reading, statuses=())
    if Flag.OVERDUE in reading.flags and Kind.TASK not in meant and _is_of_files(parsed):
        reading = replace(reading, flags=reading.flags - {Flag.OVERDUE})
    if reading.role is PersonRole.CHAIR and reading.intent is Intent.WHO:  # "ai làm chủ tọa"
        reading = replace(reading, kinds=(Kind.PERSON,))
    if reading.role is PersonRole.ATTENDEE and reading.kinds == (Kind.TARGET,):
        reading = replace(reading, role=None)  # "đã đủ chỉ tiêu", typed without accents
    reading = _settled(_met_if_done(reading, parsed))
    if reading.kinds == (Kind.PERSON,):  # who chairs what is held "hằng tuần"
        reading = replace(reading, flags=reading.flags - {Flag.RECURRING})
    if reading.intent in {Intent.WHEN, Intent.WHERE}:  # "Thủ tướng dự họp hôm nào", "bao giờ làm xong"
        not_finished = "" if reading.lacking == words.FINISHED else reading.lacking
        role = None if reading.role is PersonRole.ATTENDEE else reading.role
        reading = replace(reading, role=role, lacking=not_finished)
    return _timed(reading, parsed, today)


def _signer(parsed: Parsed) -> PersonRole | None:
    """Give the role of who signed a report, where that is asked, of whom it tells no more: "do ai ký"."""
    asked = [one for one in parsed.said if Intent.WHO in one.meanings]
    signed = any(token.word == "ky" for one in asked for token in parsed.tokens[one.start : one.end])
    return PersonRole.OTHER if signed and Kind.MEETING in parsed.meant() else None


def _issued(reading: Reading, meant: Sequence[Meaning]) -> Reading:
    """Ask when something was issued that is no report: "kế hoạch kiểm tra ban hành khi nào"."""
    if reading.lacking != words.ISSUED or Kind.MEETING in meant:
        return reading
    kinds = reading.kinds or (Kind.TASK,)
    return replace(reading, lacking="", intent=Intent.WHEN, kinds=kinds)


def _met_if_done(reading: Reading, parsed: Parsed) -> Reading:
    """Take targets that are finished for met: "chỉ tiêu nào đã hoàn thành", and not "làm xong chưa"."""
    if reading.lacking != words.FINISHED or reading.kinds != (Kind.TARGET,):
        return reading
    done = next(said for said in parsed.said if words.FINISHED in said.meanings)
    plain = [token.word for token in parsed.tokens]
    if plain[done.start] == "chua":
        return replace(reading, lacking="", statuses=(TargetStatus.BEHIND,))
    return reading if "chua" in plain else replace(reading, lacking="", statuses=_STATUSES[TargetStatus.MET])


_BLAMED = frozenset(
    {"phe binh", "kiem diem", "nhac nho", "bieu duong", "tuyen duong", "khen thuong", "bi khen"}
)


_LATELY = frozenset({"vua roi", "moi day", "gan day", "cuoi cung"})


def _is_of_the_past(parsed: Parsed) -> bool:
    """Tell "vụ hè thu vừa rồi", "cuối cùng được duyệt mấy giường" from the newest meeting."""
    if any(isinstance(meaning, Kind | PersonRole) for meaning in parsed.meant()):
        return False
    said = [one for one in parsed.said if words.LATEST in one.meanings]
    return bool(parsed.left) and all(
        " ".join(token.word for token in parsed.tokens[one.start : one.end]) in _LATELY for one in said
    )


_FILES = frozenset({"ho so", "don thu", "giay phep", "giay to", "thu tuc"})
NEAR = 6
"""Words between what is late and that."""


def _is_of_files(parsed: Parsed) -> bool:
    """Tell "hồ sơ trễ hạn", "trễ hẹn mấy hồ sơ", "nợ thuế quá hạn", which texts count, from late tasks."""
    late = next(said for said in parsed.said if Flag.OVERDUE in said.meanings)
    behind = parsed.tokens[late.end : late.end + NEAR] if _intent(parsed) in _NUMBERED else []
    before = parsed.tokens[max(0, late.start - NEAR) : late.start]
    owed = any(token.word == "no" and words.same_word(token.typed, "nợ") for token in before)
    return owed or not _FILES.isdisjoint([*pairs_of(before), *pairs_of(behind)])


def _pairs(parsed: Parsed) -> set[str]:
    return set(pairs_of(parsed.tokens))


def _intent(parsed: Parsed) -> Intent:
    """Choose the wish; "bao nhiêu việc" counts, "đạt bao nhiêu" does not."""
    intents = {m for m in parsed.meant() if isinstance(m, Intent)}
    if Intent.HOW_MUCH in intents and _counts(parsed.said, parsed):
        intents.add(Intent.COUNT)
    if intents & {Intent.HOW_MUCH, Intent.HOW} and _holds_against(parsed):
        intents.add(Intent.COMPARE)
    elif Intent.HOW_MUCH in intents and len(parsed.times) <= 1:  # "là bao nhiêu, tăng hay giảm"
        intents.discard(Intent.COMPARE)
    return next((intent for intent in _INTENTS if intent in intents), Intent.LIST)


def _asks_what_is_left(parsed: Parsed) -> bool:
    """Tell "còn mấy khoa chưa làm", "còn tiêu chí nào chưa xong" from "việc nào chưa xong"."""
    plain = [token.word for token in parsed.tokens]
    left = "con" in plain and not {"nao", "may", "nhieu", "gi"}.isdisjoint(plain)
    return left and Kind.TASK not in parsed.meant()


_WHETHER = frozenset({"chua", "khong"})
_POLITE = frozenset({"a", "vay", "nhi", "ta", "em", "anh", "chi", "the", "ha", "roi"})
"""Words behind the last of a question that say nothing."""


def _asks_whether(parsed: Parsed) -> bool:
    """Tell "có đạt kế hoạch không", "đạt chỉ tiêu chưa", which ask how far it is, from "chỉ tiêu nào đạt"."""
    plain = [token.word for token in parsed.tokens]
    while plain and plain[-1] in _POLITE:
        plain.pop()
    return bool(plain) and plain[-1] in _WHETHER and "nao" not in plain


def _holds_against(parsed: Parsed) -> bool:
    """Tell whether periods are held against each other: "năm nay hơn năm ngoái", "so quý trước"."""
    of_periods = [start for start, _, time in parsed.times if isinstance(time.when, Wanted)]
    plain = [token.word for token in parsed.tokens]
    before = {plain[start - 1] for start in of_periods if start}
    if any(" ".join(plain[start - 2 : start]) in forms.joined_pairs() for start in of_periods if start > 1):
        before -= {"so"}  # "hồ sơ tháng 10", "thiểu số năm 2022"
    return bool(before & {"hon", "kem", "thua", "voi", "bang", "so"})


def _counts(said: Sequence[Said], parsed: Parsed) -> bool:
    for first, second in pairwise(said):
        asked = [token.word for token in parsed.tokens[first.start : first.end]][-2:]
        how_many = asked in (["bao", "nhieu"], ["may"], ["co", "may"])
        if how_many and first.end == second.start and isinstance(second.meanings[-1], Kind):
            return True
    return False


def _kinds_said(meant: Sequence[Meaning]) -> tuple[Kind, ...]:
    """Give the kinds that were named; "báo cáo" beside another names only where it stands."""
    said = tuple(dict.fromkeys(m for m in meant if isinstance(m, Kind)))
    others = tuple(kind for kind in said if kind is not Kind.MEETING)
    return others or said


def _settled(reading: Reading) -> Reading:
    """Derive the kinds from the rest where none, or only "cuộc họp", was named."""
    of_cause = Kind.CAUSE in reading.kinds
    weak = bool(reading.kinds) and set(reading.kinds) <= {*_WEAKNESSES, *((Kind.TARGET,) if of_cause else ())}
    if weak and (reading.statuses or (reading.flags and of_cause)):
        intent = Intent.WHY if of_cause else reading.intent  # "nguyên nhân giải ngân chậm"
        flags = frozenset() if of_cause else reading.flags
        return replace(reading, kinds=_WEAKNESSES, statuses=(), flags=flags, intent=intent)
    if reading.kinds == (Kind.TARGET,) and Flag.OVERDUE in reading.flags:  # "chỉ tiêu chậm tiến độ"
        return replace(reading, statuses=(TargetStatus.BEHIND,), flags=reading.flags - {Flag.OVERDUE})
    if reading.intent is Intent.WHY:
        return replace(reading, kinds=_WEAKNESSES, statuses=(), flags=frozenset())
    if reading.kinds in ((), (Kind.MEETING,)) and (kind := _derived(reading)) is not None:
        return replace(reading, kinds=(kind,))
    if reading.kinds == (Kind.TASK,) and reading.statuses:  # nothing says how far tasks are
        return replace(reading, statuses=(), lacking=words.FINISHED)
    return reading


def _derived(reading: Reading) -> Kind | None:
    """Tell what is asked for by what is said of it."""
    unnamed = reading.kinds == ()
    if reading.role is PersonRole.ATTENDEE and reading.intent in {Intent.WHEN, Intent.WHERE}:
        return Kind.MEETING
    told = (
        (reading.role is PersonRole.ATTENDEE, Kind.MEETING),
        (reading.role or reading.intent is Intent.SAID, Kind.PERSON),
        (reading.flags, Kind.TASK),
        (reading.statuses, Kind.TARGET),
        (unnamed and reading.intent is Intent.WHERE, Kind.MEETING),
        (unnamed and reading.intent in {Intent.WHO, Intent.WHEN}, Kind.TASK),
        (unnamed and reading.latest, Kind.MEETING),
    )
    return next((kind for is_so, kind in told if is_so), None)


def _timed(reading: Reading, parsed: Parsed, today: date) -> Reading:
    if parsed.times:  # "đến hạn tuần sau" is that week
        reading = replace(reading, flags=reading.flags - {Flag.SOON})
    due = list(_flagged_days(reading, today))
    for start, time in _merged(parsed, today):
        before = _marks_before(parsed, start)
        of_deadline = words.DUE in before or Flag.DATED in reading.flags or Flag.SOON in parsed.meant()
        is_task = reading.kinds == (Kind.TASK,)
        if of_deadline and words.HELD not in before:
            due.append(_bounded(time, today))
            reading = (
                reading
                if is_task or reading.kinds not in ((), (Kind.MEETING,))
                else replace(reading, kinds=(Kind.TASK,))
            )
        elif isinstance(time.when, Wanted) and (not time.bound or _is_of_figure(reading, time)):
            reading = replace(reading, periods=(*reading.periods, time.when))
        elif is_task and words.HELD not in before:
            due.append(_bounded(time, today))
        elif isinstance(time.when, DayOfYear) and not time.bound:
            reading = replace(reading, held_yearless=time.when)
        else:
            reading = _held(reading, time, today)
    if reading.intent is Intent.COMPARE:
        reading = replace(reading, compared=reading.periods)
    if reading.intent is Intent.COMPARE and len(reading.periods) == 1:
        reading = replace(reading, periods=())  # with what is now, whatever its period
    if Flag.OVERDUE in reading.flags and _is_empty(_common(due)):  # "ngày mai việc nào hết hạn"
        reading = replace(reading, flags=reading.flags - {Flag.OVERDUE})
        due = due[1:]
    return replace(reading, due=_common(due)) if due else reading


def _is_of_figure(reading: Reading, time: Timed) -> bool:
    """Tell whether a bound is of a figure and not of meetings: "đến hết tháng 6 nợ bao nhiêu"."""
    figure = reading.intent in {Intent.HOW_MUCH, Intent.COUNT, Intent.LIST, Intent.HOW, Intent.COMPARE}
    return time.bound == "until" and figure and reading.kinds in ((), (Kind.TARGET,))


def _held(reading: Reading, time: Timed, today: date) -> Reading:
    """Ask for meetings of some days; nobody met yet "từ năm sau", which the text tells of anything else.

    What became of something since a day is told by all reports of it.
    """
    if time.bound == "since" and reading.intent is Intent.COMPARE:
        return reading
    days = _bounded(time, today)
    to_come = time.bound == "since" and bool(days.first and days.first > today)
    return reading if to_come and reading.kinds != (Kind.MEETING,) else replace(reading, held=days)


def _merged(parsed: Parsed, today: date) -> Iterator[tuple[int, Timed]]:
    """Join "từ A" and "đến B" that stand side by side."""
    pending: tuple[int, int, Timed] | None = None
    for start, end, time in parsed.times:
        if pending and pending[2].bound == "since" and time.bound == "until" and pending[1] == start:
            begins = _in_year_of(pending[2].when, time.when, today)
            first, last = days_of(begins, today), days_of(time.when, today)
            yield pending[0], Timed(0, 0, Days(first.first, last.last), "between")
            pending = None
            continue
        if pending:
            yield pending[0], pending[2]
        pending = (start, end, time)
    if pending:
        yield pending[0], pending[2]


def _in_year_of(first: When, last: When, today: date) -> When:
    """Give a time without a year that of the one up to which it goes: "từ tháng 9 đến tháng 10/2024"."""
    end = days_of(last, today).last
    yearless = isinstance(first, DayOfYear) or (isinstance(first, Wanted) and first.year is None)
    if end is None or not yearless or (isinstance(last, Wanted) and last.year is None):
        return first
    years = (days_of(first, today.replace(year=year, day=1)) for year in (end.year, end.year - 1))
    return next((days for days in years if days.first and days.first <= end), first)


def _bounded(time: Timed, today: date) -> Days:
    days = days_of(time.when, today)
    if time.bound == "until":
        return Days(None, days.last)
    if time.bound == "after":
        return Days((days.last + timedelta(days=1)) if days.last else None, None)
    return Days(days.first, None) if time.bound == "since" else days


def _flagged_days(reading: Reading, today: date) -> Iterator[Days]:
    if Flag.OVERDUE in reading.flags:
        yield Days(None, today - timedelta(days=1))
    if Flag.SOON in reading.flags:
        yield Days(today, today + SOON)
    if Flag.RUNNING in reading.flags:
        yield Days(today, None)


def _common(ranges: Sequence[Days]) -> Days:
    """Give the days that are in all ranges; "đến hạn tuần này" means that week alone."""
    firsts = [days.first for days in ranges if days.first]
    lasts = [days.last for days in ranges if days.last]
    return Days(max(firsts, default=None), min(lasts, default=None))


def _is_empty(days: Days) -> bool:
    return bool(days.first and days.last and days.first > days.last)


def _marks_before(parsed: Parsed, start: int) -> tuple[Meaning, ...]:
    """Give what the phrases right before a time mean; words that say nothing may stand between."""
    meanings: list[Meaning] = []
    end = start
    for said in reversed([said for said in parsed.said if said.end <= start]):
        if said.end != end:
            break
        meanings += said.meanings
        end = said.start
        if words.NOTHING not in said.meanings:
            break
    if Kind.MEETING in meanings:
        meanings.append(words.HELD)
    if Kind.TASK in meanings and Intent.WHEN in meanings:
        meanings.append(words.DUE)
    return tuple(meanings)
