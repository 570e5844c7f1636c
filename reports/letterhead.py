"""Who issued a notice (cơ quan ban hành): the last body in the left column of its letterhead."""

from __future__ import annotations

from dataclasses import replace

from .bodies import HEAD
from .layout import Line
from .rules import compile_pattern
from .text import Text

Place = tuple[int, int]

# The right column, the number and the ornaments between the lines of the left one.
_ASIDE = r"""
    \s* (?: cộng_hòa_xã_hội | độc_lập \s?-\s? tự_do | đảng_cộng_sản_việt_nam | số \s* :? [^a-z]* [/-]
      | [*_=+./-] | (?: khóa | khoá )_[ivxlc\d]{1,6}\b | nhiệm_kỳ_\d
      | mẫu_số | phụ_lục | dự_thảo | hỏa_tốc | thượng_khẩn | khẩn \s* $ | (?:\w+[,_]+){1,6}_?ngày\b
      | [^,]{2,40},_(?:ngày|tháng)\b )
"""
_SUPERIOR = r"""
    (?: {bodies} ) \b .{0,60}? \b (?: tỉnh | thành_phố | tp | huyện | quận | thị_xã | xã | phường | đặc_khu )
    _\w+ (?:_\w+){0,3}? _
    (?= (?: đảng_ủy | sở | phòng | ban | chi_bộ | trung_tâm | trường | văn_phòng | hội | ủy_ban )\b )
"""
# An organ that only writes for the body above it.
_ORGAN = r"""
    \s* (?: (?: (?:tổ_chức|đơn_vị) \s? : \s? )? (?: ban_thường_trực | ban_thường_vụ | ban_chấp_hành
        | thường_trực | văn_phòng | tổ_thư_ký | hội_đồng_sư_phạm )
      | hội_nghị_ [^:]{3,80} ) \s* \Z
"""


# Where the right column begins, when both stand in one line.
_RIGHT_COLUMN = r"""
    \b(?: cộng_hòa_xã_hội | độc_lập \s?-\s? tự_do | đảng_cộng_sản_việt_nam | [^,]{2,40},_ngày_ )
"""


def _left_column(text: Text, line: Line) -> Line:
    """Cut a line before its right column: "ỦY BAN NHÂN DÂN    CỘNG HÒA XÃ HỘI …"."""
    right = compile_pattern(_RIGHT_COLUMN, bare=text.bare).search(text.low, line.body, line.end)
    if not right or right.start() <= line.body:
        return line
    end = right.start()
    while end > line.body and text.clean[end - 1] in " *-_":
        end -= 1
    return replace(line, end=end)


def read_issuer(text: Text, lines: tuple[Line, ...]) -> tuple[Place, ...]:
    """Find the pieces of the issuer's name; the other column may stand between them."""
    groups: list[list[Place]] = []
    for line in (_left_column(text, line) for line in lines):
        if not text.clean[line.body : line.end].isupper() or _is_aside(text, line):
            continue
        if compile_pattern(HEAD, bare=text.bare).match(text.low, line.body, line.end):
            groups += [[piece] for piece in _split_superior(text, line)]
        elif groups:
            groups[-1].append((line.body, line.end))
    while len(groups) > 1 and _is_organ(text, groups[-1]):
        groups.pop()
    return _joined(text, groups[-1]) if groups else ()


def _is_aside(text: Text, line: Line) -> bool:
    return bool(compile_pattern(_ASIDE, bare=text.bare).match(text.low, line.body, line.end))


def _split_superior(text: Text, line: Line) -> list[Place]:
    """Split "ĐẢNG BỘ TỈNH A ĐẢNG ỦY XÃ B *", two lines run into one."""
    end = line.end
    while end > line.body and text.clean[end - 1] in " *-_":
        end -= 1
    superior = compile_pattern(_SUPERIOR, bare=text.bare).match(text.low, line.body, end)
    if not superior:
        return [(line.body, end)]
    return [(line.body, superior.end() - 1), (superior.end(), end)]


def _is_organ(text: Text, group: list[Place]) -> bool:
    words = " ".join(text.low[a:b] for a, b in group)
    return bool(compile_pattern(_ORGAN, bare=text.bare).match(words))


def _joined(text: Text, group: list[Place]) -> tuple[Place, ...]:
    """Join pieces with nothing but white space between them."""
    joined = [group[0]]
    for start, end in group[1:]:
        if text.clean[joined[-1][1] : start].strip() == "":
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return tuple(joined)
