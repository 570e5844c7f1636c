"""Tell in what a question asks how much something is, and whether a text or a target tells that."""

from __future__ import annotations

import re

from reports.model import Target

PERCENT = re.compile(r"%|phần trăm|phan tram", re.IGNORECASE)
_HOW_MUCH = re.compile(r"\b(?:bn|bnh|bnhieu)\b")
_SHARE = re.compile(r"\b(?:phan tram|ty le|ti le)\b")
_ASKED = re.compile(r"\b(?:bao nhieu|may) (tien|dong|trieu|ty|ha|hecta|tan|ta|km|kwh|mw|m2|m3|met)\b")
_SUM = re.compile(r"\b(?:so tien|tong muc dau tu|tong von dau tu|muc luong|tien luong)\b")
_MONEY = r"\d\s*(?:nghìn |ngàn |triệu |tỷ |tỉ )?(?:đồng|triệu|tỷ|tỉ|usd|đ\b|nghin|dong|trieu|ty)"
_WRITTEN = {
    **dict.fromkeys(("tien", "dong", "trieu", "ty"), _MONEY),
    **dict.fromkeys(("ha", "hecta"), r"\d\s*(?:ha|héc ?ta|hecta)\b"),
    "tan": r"\d\s*(?:nghìn |triệu |vạn )?(?:tấn|tan)\b",
    "ta": r"\d\s*(?:tạ|ta)\b",
    "met": r"\d\s*(?:m|mét|met)\b",
    **{unit: rf"\d\s*(?:triệu |tỷ |nghìn )?{unit}\b" for unit in ("km", "kwh", "mw", "m2", "m3")},
}
"""How texts write a number of what a question asks for."""
_EACH = re.compile(
    r"\b(?:bao nhieu|may)(?: \w+){0,2} (?:mot|1|moi) (khoi|m3|lit|kg|can|nguoi|thang|ngay|gio|m2|suat|ve)\b"
)
_WRITTEN_EACH = {"khoi": "m3|m³|khối", "m3": "m3|m³|khối", "can": "kg|cân", "gio": "giờ", "lit": "lít|lit"}
_WRITTEN_EACH |= {
    "nguoi": "người|nguoi",
    "thang": "tháng|thang",
    "ngay": "ngày|ngay",
    "suat": "suất",
    "ve": "vé",
}
"""What something costs each, as texts write that: "9.800 đồng/m3"."""


def written_as(question: str) -> re.Pattern[str] | None:
    """Give how texts write what a folded question asks for; None where any number will do.

    >>> bool(written_as("ban duoc may tan").search("đạt 2.884 tấn")), written_as("may nguoi")
    (True, None)
    """
    question = _HOW_MUCH.sub("bao nhieu", question)
    if _SHARE.search(question):
        return PERCENT
    if each := _EACH.search(question):
        unit = _WRITTEN_EACH.get(each[1], each[1])
        return re.compile(rf"\d[^.;]{{0,20}}(?:/|một |mỗi |mot |moi ?)(?:{unit})\b", re.IGNORECASE)
    if _SUM.search(question):
        return re.compile(_MONEY, re.IGNORECASE)
    asked = _ASKED.search(question)
    return re.compile(_WRITTEN[asked[1]], re.IGNORECASE) if asked else None


def is_measured(item: object, number: re.Pattern[str] | None) -> bool:
    """Tell whether an item tells a number as it was asked for; of what is no target none is asked."""
    if number is None or not isinstance(item, Target):
        return True
    figures = (item.actual, item.plan_ratio, item.change, item.goal)
    return any(figure and number.search(figure.written.text) for figure in figures)
