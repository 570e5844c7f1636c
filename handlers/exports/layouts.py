"""The two families of legal layout, as tables: the state's and the Party's.

State: Nghị định 30/2020/NĐ-CP, appendix I. Party: Quy định 399-QĐ/TW and Hướng dẫn 05-HD/VPTW (2026).
These words are the law's; they stand here in Vietnamese alone, whatever language the bot speaks.
"""

from __future__ import annotations

from dataclasses import dataclass

from handlers.context import DocumentStyle

MISSING = "[CẦN BỔ SUNG]"


def missing(what: str) -> str:
    """Mark what a document needs and the report does not say."""
    return f"[CẦN BỔ SUNG: {what}]"


@dataclass(frozen=True, slots=True)
class Layout:
    """What a page looks like; lengths in millimetres, sizes of letters in points.

    `ruled` is the width of the line below the head on the right; `line` the exact distance of lines of the
    body, None for one that follows the letters.
    """

    margins: tuple[float, float, float, float]  # top, bottom, left, right
    head: tuple[tuple[str, float], ...]  # on the right: words and their size
    ruled: float
    left: float  # width of the head's left half
    body_name: float
    superior: float
    star: bool
    number: str
    number_size: float
    date_size: float
    type_size: float
    subject_size: float
    dashes: str  # below the subject; "" for a drawn line
    first_line: float
    line: float | None
    after: float  # points behind a paragraph
    section: str  # how headings are numbered: "{number}. {words}"
    subsection: str
    letter: str  # of an item: "{letter}) "
    end: str
    recipients_bold: bool
    recipients_size: float
    recipients_end: str
    position_bold: bool


STATE = Layout(
    margins=(20, 20, 30, 15),
    head=(("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13), ("Độc lập - Tự do - Hạnh phúc", 14)),
    ruled=61,
    left=65,
    body_name=13,
    superior=13,
    star=False,
    number="Số: {number}",
    number_size=13,
    date_size=14,
    type_size=14,
    subject_size=14,
    dashes="",
    first_line=12.7,
    line=None,
    after=6,
    section="{number}. {words}",
    subsection="{number}. {words}",
    letter="{letter}) ",
    end="./.",
    recipients_bold=True,
    recipients_size=11,
    recipients_end="- Lưu: VT, [CẦN BỔ SUNG].",
    position_bold=True,
)
PARTY = Layout(
    margins=(20, 20, 30, 15),
    head=(("ĐẢNG CỘNG SẢN VIỆT NAM", 15),),
    ruled=74,
    left=75,
    body_name=14,
    superior=14,
    star=True,
    number="Số {number}",
    number_size=14,
    date_size=14,
    type_size=16,
    subject_size=14,
    dashes="-----",
    first_line=10,
    line=18,
    after=6,
    section="{number}- {words}",
    subsection="{number}- {words}",
    letter="{letter}) ",
    end=".",
    recipients_bold=False,
    recipients_size=12,
    recipients_end="- Lưu {keeper}.",
    position_bold=False,
)
LAYOUTS: dict[DocumentStyle, Layout] = {"state": STATE, "party": PARTY}
