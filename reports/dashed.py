"""Lines of who, what and by when between dashes: "Phòng Vật tư - mua 14 van - trước 31/3"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .addressees import is_label
from .layout import trim
from .lists import Place
from .personal import is_named
from .rules import compile_pattern
from .text import Text

_DASH = re.compile(r" (?:[-–—→>]|->|=>) ")
_WHEN = r"""
    (?: (?: xong | hoàn_thành | trình | nộp | báo_cáo | gửi | thực_hiện | làm | phải | ngay | hạn | thời_hạn
        | bắt_đầu | triển_khai ) _ )*
    (?: (?: trước | trong | đến | hết | cuối | đầu | giữa | chậm_nhất | muộn_nhất | từ | ngày ) _
      | \d{1,2} \s?/\s? \d
      | (?:tháng|quý|tuần)_(?: \d | [ivx] | này | tới | sau ) | hằng | hàng | thường_xuyên | định_kỳ | mỗi )
"""
LONGEST_WHO, LONGEST_WHEN = 70, 60
FEWEST_PIECES = 2


@dataclass(frozen=True, slots=True)
class Dashed:
    """Who does it and by when, where these stand between the dashes of a line."""

    who: Place | None
    when: Place | None


def read_dashed(text: Text, start: int, end: int) -> Dashed | None:
    """Read "Phòng Vật tư - mua 14 van - trước 31/3" and "Mua 14 van - Phòng Vật tư - trước 31/3"."""
    start, end = trim(text, start, end)
    if "\n" in text.clean[start:end]:
        return None
    cuts = [dash.span() for dash in _DASH.finditer(text.clean, start, end)]
    pieces = list(
        zip((start, *(stop for _, stop in cuts)), (*(begin for begin, _ in cuts), end), strict=True)
    )
    if len(pieces) < FEWEST_PIECES:
        return None
    when = pieces[-1] if _is_when(text, pieces[-1]) else None
    who = _who_first(text, pieces)
    if not who and when and len(pieces) > FEWEST_PIECES and _is_who(text, pieces[-2]):
        who = pieces[-2]
    return Dashed(who, when) if who or when else None


def _who_first(text: Text, pieces: list[Place]) -> Place | None:
    """Take the pieces before one in lower letters ("Phòng Văn hóa - Xã hội - rà soát …")."""
    for number, piece in enumerate(pieces[1:], 1):
        if not text.clean[piece[0]].isupper():
            place = pieces[0][0], pieces[number - 1][1]
            return place if _is_who(text, place) and not _is_when(text, piece) else None
    return None


def _is_when(text: Text, place: Place) -> bool:
    short = place[1] - place[0] <= LONGEST_WHEN
    return short and bool(compile_pattern(_WHEN, bare=text.bare).match(text.low, *place))


def _is_who(text: Text, place: Place) -> bool:
    if place[1] - place[0] > LONGEST_WHO:
        return False
    return (text.clean[place[0]].isupper() and is_label(text, *place)) or is_named(text, *place)


def names_who(text: Text, start: int, end: int) -> bool:
    """Tell a line between whose dashes somebody stands."""
    dashed = read_dashed(text, start, end)
    return dashed is not None and dashed.who is not None
