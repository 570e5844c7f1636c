"""Where a request is cut into tasks: at semicolons, and where it asks again ("…, và đề nghị …")."""

from __future__ import annotations

from collections.abc import Iterator

from .layout import clauses
from .rules import compile_pattern
from .text import Text
from .urging import is_imperative

Place = tuple[int, int]

SHORTEST_TASK = 9

_SPEAKS_ON = (
    r'"\s?[,-]?\s?(?:-_)?(?:ông|bà|đồng_chí|{positions})\b | '  # “…”, bà Thanh nhấn mạnh
    r",?_(?:đồng_thời|và)_(?:cũng_)?(?:nhấn_mạnh|khẳng_định|cho_biết|biểu_dương|ghi_nhận|cảm_ơn|chúc)\b"
)
_ASKED_AGAIN = r",?_(?:và|đồng_thời|đồng_thời,)_(?:cũng_)?(?:đề_nghị|yêu_cầu|giao)_(?=\S)"


# A clause that begins with these goes on with the one before its semicolon.
_GOES_ON = r"""
    (?: (?: (?:các|những|một_số) (?!_(?:{bodies}|{doers}|{groups})\b) | chất_lượng | hệ_thống | tội_phạm
          | tình_trạng | hiện_tượng | nạn | vấn_đề | nội_dung | lĩnh_vực | chính_sách | quy_định ) \b
        (?! [^;]{0,160} \b(?: phải | cần | sẽ | có_trách_nhiệm | chủ_trì | phối_hợp | khẩn_trương | tăng_cường
          | tập_trung | tiếp_tục | tổ_chức | thực_hiện )\b )
      | và | hoặc | của | với | nhất_là | như | gồm | để(?![^;]{0,120}\b(?:phải|cần)_) | nhằm | từ_đó
      | kể_cả | qua_đó | góp_phần | trọng_tâm
      | trên_cơ_sở | về_(?![^,;:]{2,60}:) | trong_đó_(?!yêu_cầu|đề_nghị|giao|cần|phải) ) \b
"""


def _joined(text: Text, places: list[Place]) -> Iterator[Place]:
    """Join clauses that only go on with the one before ("…; về nhiệm vụ …", "…; góp phần …")."""
    goes_on = compile_pattern(_GOES_ON, bare=text.bare)
    for number, (start, end) in enumerate(places):
        if number and goes_on.match(text.low, start, end):
            continue
        last = number
        while last + 1 < len(places) and goes_on.match(text.low, *places[last + 1]):
            last += 1
        yield start, places[last][1]


FEWEST = 3


def _behind_colon(text: Text, places: list[Place]) -> int | None:
    """Find where a list begins behind a colon ("… tuyên truyền các ngày lễ lớn: Tuyên truyền …; …")."""
    if len(places) < FEWEST:
        return None
    colon = text.clean.find(": ", *places[0])
    starts = [colon + 2, *(start for start, _ in places[1:])]
    return starts[0] if colon >= 0 and all(is_imperative(text, at, at + 60) for at in starts) else None


def requested(text: Text, start: int, end: int) -> Iterator[Place]:
    """Cut a request at its semicolons and where it asks again ("…, và đề nghị …")."""
    places = list(_joined(text, list(clauses(text, start, end))))
    if lists := _behind_colon(text, places):
        places[0] = lists, places[0][1]
    for a, b in places:
        begin = a
        onward = compile_pattern(_SPEAKS_ON, bare=text.bare).search(text.low, a + SHORTEST_TASK, b)
        stop = onward.start() if onward else b
        for again in compile_pattern(_ASKED_AGAIN, bare=text.bare).finditer(text.low, a, stop):
            yield begin, again.start()
            begin = again.end()
        yield begin, stop
