"""Quote what reports note and no field is read for: the hour, who was absent, the next meeting, a phone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from handlers.asking import words
from handlers.asking.asked import Understood
from handlers.asking.evidence import Answer, Evidence
from handlers.asking.finding import find
from handlers.asking.looking import look
from handlers.asking.ranking import has_all
from handlers.asking.reading import Intent, Reading
from handlers.asking.telling import tells_any_number
from handlers.context import Context
from reports import sentences_of
from reports.folding import fingerprint, fold
from reports.model import PersonRole
from reports.rules import compile_pattern
from storage import search
from storage.itemkeys import Kind
from storage.items import Found
from storage.reports import Listed

MEETINGS = 3
"""Meetings of which it is told."""
SENTENCES = 2
PETITIONS = 4
"""Sentences of one report; those that petition are several."""
_PETITIONS = re.compile(r"\b(?:kien nghi|de xuat|de nghi|xin)\b")
_BEGS = re.compile(r"\bxin (?:\w+ ){0,4}gi\b")
_MEETS = r"(?:họp|hội_nghị|hội_thảo|giao_ban|phiên|kỳ_họp|buổi_làm_việc|sinh_hoạt|ngày_làm_việc)"
_HOUR = r"(?<!trước_)(?<!nhất_)(?<!hạn_)(?<!\d)\d{1,2}\s?(?:giờ|h|g)(?:\s?\d{2})?\b(?!_hành_chính)"
_HELD = r"(?:thời_gian|bắt_đầu|khai_mạc|kết_thúc|bế_mạc|hôm_nay|hồi|lúc|sáng|chiều)"
_NEXT = r"(?:tới|sau|tiếp_theo|kế_tiếp|dự_kiến)"
_DAY = r"(?:\d{1,2}/\d{1,2}|ngày_\d|thứ_(?:hai|ba|tư|năm|sáu|bảy)|chủ_nhật|đầu_tháng|cuối_tháng|tuần)"
_PEOPLE = (
    r"(?:đồng_chí|đại_biểu|người|ủy_viên|hội_viên|đảng_viên|thành_viên|giáo_viên|đoàn_viên|cử_tri|cán_bộ)"
)
_COUNT = r"\d+(?:\s?/\s?\d+)?"
_CAME = r"(?:có_mặt|tham_dự|dự|tham_gia)"
_CAME_OR_MET = re.compile(r"\b(?:du|tham du|co mat|tham gia|thanh phan)\b")
_PATTERNS = {
    words.HOUR: rf"\b(?:{_MEETS}|{_HELD})\b.{{0,80}}{_HOUR}|{_HOUR}.{{0,40}}\b(?:{_MEETS}|ngày)\b",
    words.SYMBOL: r"^\W*số\s?:?\s?\d{1,5}\s?[-/]\s?[\w-]{2,}",
    words.ISSUED: r"^[^\d.;:]{2,60},_ngày_\d{1,2}_tháng_\d{1,2}_năm_\d{4}\W*$",
    words.ABSENT: r"\bvắng(?=_(?:mặt|họp|do|vì|có|\d|ông|bà|đồng_chí|các)|\s?[:,.(]|$)|\b(?:xin|báo)_nghỉ\b"
    r"|\bkhông_(?:tham_)?dự\b",
    words.FUTURE: rf"\b{_MEETS}_(?!nay).{{0,50}}\b{_NEXT}\b.{{0,60}}{_DAY}"
    rf"|\b{_NEXT}_{_MEETS}\b.{{0,60}}{_DAY}",
    words.ATTENDANCE: rf"{_COUNT}_{_PEOPLE}.{{0,40}}\b{_CAME}\b|\b{_CAME}\b[^.;\d]{{0,40}}{_COUNT}_{_PEOPLE}"
    rf"|\bcó_mặt\s?:?\s?_?{_COUNT}",
    words.PETITION: r"\bkiến_nghị\b|\bđề_xuất\b|\bxin_(?!lỗi|ý_kiến|nghỉ|phép|thôi|chuyển|ra|vào)"
    r"|^\W*đề_nghị_(?:cấp|ubnd|ủy_ban|hđnd|tỉnh|sở|bộ|chính_phủ|trung_ương)\b",
    words.CONTACT: r"\b0\d{2}[\d\s.]{6,9}\d\b|[\w.]+@[\w.]+\w|\b1[89]00[\s.]?\d{2,6}\b",
}
"""How reports write it (in the notation of `reports.rules`)."""


async def noted(context: Context, asked: Understood) -> Answer | None:
    """Find the sentences of the meetings asked about that note what no field is read for; None for none."""
    reading = _reading(asked)
    if reading.lacking not in words.NOTED:
        return None
    told = [
        (line, sentence)
        for line, source in await search.with_sources(
            context.session, await _meetings(context, replace(asked, readings=(reading,)))
        )
        for sentence in _telling(line, source, reading)
    ]
    if not told:
        return None
    shown = replace(reading, kinds=(Kind.MEETING,), intent=Intent.LIST)
    return Answer(shown, Found(0, ()), Evidence(tuple(told), (), (), tells=True))


def _reading(asked: Understood) -> Reading:
    """Take "giao ban tháng sau ngày nào" for the next meeting, "xã A kiến nghị gì" for petitions."""
    reading = asked.readings[0]
    if _petitions(reading, asked.words):
        return replace(reading, lacking=words.PETITION)
    if reading.role is PersonRole.ATTENDEE and reading.intent in {Intent.COUNT, Intent.HOW_MUCH}:
        return replace(reading, lacking=words.ATTENDANCE)
    asks_day = reading.intent is Intent.WHEN and reading.kinds == (Kind.MEETING,) and reading.periods
    return replace(reading, lacking=words.FUTURE) if asks_day and not reading.lacking else reading


def is_noted(asked: Understood) -> bool:
    """Tell whether it is asked what a body asks of those above, or how many came."""
    return _reading(asked).lacking in {words.PETITION, words.ATTENDANCE}


def _petitions(reading: Reading, said: str) -> bool:
    """Tell whether it is asked what a body asks of those above."""
    plain = fold(said)
    asks = reading.intent is Intent.SAID and _PETITIONS.search(plain)
    return not reading.person and bool(asks or _BEGS.search(plain))


async def _meetings(context: Context, asked: Understood) -> list[int]:
    """Find the meetings that are asked about: those named, else the newest."""
    said = asked.readings[0]
    whose = said.body or said.unit
    reading = replace(
        said, lacking="", intent=Intent.LIST, kinds=(Kind.MEETING,), role=None, body=whose, unit=""
    )
    if said.lacking == words.FUTURE:
        reading = replace(reading, periods=(), held=None, held_yearless=None)
    numbers = [place.report for place in (await find(context, reading)).places]
    if not numbers and (reading.topic or reading.person or whose):
        looked = await look(context, replace(asked, readings=(reading,)))
        ready = enumerate(looked.documents) if looked else ()
        numbers = [looked.number(at) for at, doc in ready if looked and has_all(doc, looked.terms)]
    if not numbers and whose and reading.topic:  # "bác sĩ nào vắng họp giao ban bệnh viện"
        numbers = [p.report for p in (await find(context, replace(reading, topic=(), typed=()))).places]
    is_named = set(reading.given()) - {"kinds"}
    return numbers[:MEETINGS] if is_named and not said.latest else numbers[:1]


def _telling(line: Listed, source: str, reading: Reading) -> Iterator[str]:
    """Yield the sentences of a report that note it.

    A telephone is told of whom it was asked for only, that somebody was absent of a person who was asked for;
    what somebody asks for in a sentence that names them, where there is one.
    """
    sentences = [one.text for one in sentences_of(source) if not one.text.isupper()]
    own = set(reading.person.split()) if reading.lacking in {words.CONTACT, words.ABSENT} else set()
    if reading.lacking in {words.CONTACT, words.PETITION}:
        own |= {word for topic in reading.topic for word in topic.split()}
        own -= {
            word
            for span in (line.title, line.organisation)
            if span
            for word in fingerprint(span.text).split()
        }
    if reading.lacking == words.PETITION:
        theirs = [text for text in sentences if _asks_for(text, own)]
        if theirs:
            yield from theirs[:PETITIONS]
            return
        own = set()
    found = [text for text in sentences if _notes(text, reading.lacking)]
    if reading.lacking == words.ATTENDANCE:
        found = _of_those(reading.topic, sentences) or found
    most = PETITIONS if reading.lacking == words.PETITION else SENTENCES
    yield from [text for text in found if own <= set(fingerprint(text).split())][:most]


def _of_those(topics: Sequence[str], sentences: Sequence[str]) -> list[str]:
    """Find the sentences that tell how many of those came who were asked for: "mấy trưởng thôn dự"."""
    asked = {word for topic in topics for word in topic.split()}
    ready = [text for text in sentences if asked and asked <= set(fingerprint(text).split())]
    return [text for text in ready if _CAME_OR_MET.search(fold(text)) and tells_any_number(text)]


def _asks_for(sentence: str, whose: set[str]) -> bool:
    """Tell whether a sentence has the words of who asks, or what for, and says that it is asked for."""
    plain = fingerprint(sentence)
    return bool(whose) and whose <= set(plain.split()) and bool(_PETITIONS.search(plain))


def _notes(sentence: str, what: str) -> bool:
    return bool(compile_pattern(_PATTERNS[what], bare=sentence.isascii()).search(sentence.lower()))
