"""A question in four spellings: with accents, without, mistyped, with short forms; always the same."""

from __future__ import annotations

import random
import re

from reports.folding import fold

SHORT = (
    ("bảo hiểm y tế", "BHYT"),
    ("giải phóng mặt bằng", "GPMB"),
    ("cải cách hành chính", "CCHC"),
    ("chuyển đổi số", "CĐS"),
    ("phòng tài chính kế hoạch", "phòng TCKH"),
    ("phòng văn hóa xã hội", "phòng VHXH"),
    ("ban quản lý dự án", "BQLDA"),
    ("ban chỉ huy quân sự", "BCH quân sự"),
    ("công an xã", "CAX"),
    ("nhiệm vụ", "nv"),
    ("chỉ tiêu", "CT"),
    ("hạn chế", "HC"),
    ("báo cáo", "bc"),
    ("thu ngân sách", "thu NS"),
    ("bao nhiêu", "bn"),
    ("hội nghị", "HN"),
    ("phụ trách", "ptrách"),
    ("chủ trì", "ctri"),
    ("quá hạn", "QH"),
    ("không", "ko"),
    ("khi nào", "kn"),
    ("được", "dc"),
    ("đơn vị", "đv"),
)
_WORD = re.compile(r"[a-z]{4,}")


def spellings(question: str) -> dict[str, str]:
    """Give the four spellings."""
    return {
        "accents": question,
        "none": fold(question),
        "typos": mistyped(question),
        "short": shortened(question),
    }


def shortened(question: str) -> str:
    """Write short forms where there are any."""
    for long, short in SHORT:
        question = re.sub(rf"\b{long}\b", short, question, flags=re.IGNORECASE)
    return question


def mistyped(question: str) -> str:
    """Mistype one word of four letters or more of the folded question, chosen by the question itself."""
    chance = random.Random(question)
    folded = fold(question)
    words = list(_WORD.finditer(folded))
    if not words:
        return folded
    word = chance.choice(words)
    return folded[: word.start()] + _slip(word[0], chance) + folded[word.end() :]


def _slip(word: str, chance: random.Random) -> str:
    """Leave out, double or swap a letter, or join it with what an input method leaves."""
    at = chance.randrange(1, len(word) - 1)
    kind = chance.choice(("double", "swap", "tone", "leave"))
    if kind == "swap" and word[at] != word[at + 1]:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if kind == "tone":
        return word + chance.choice("sfrxj")
    if kind == "leave" and len(word) > 4:
        return word[:at] + word[at + 1 :]
    return word[:at] + word[at] + word[at:]
