"""Figures (số liệu): a number with its qualifier, range and unit, as written and as a Decimal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache

from .folding import fold
from .lexicon import phrases
from .model import Figure
from .rules import compile_pattern
from .text import Text

_NUMBER = r"(?:\d{1,3}(?:[.]\d{3})+(?:,\d+)?|\d+(?:[,.]\d{1,2}(?!\d))?(?:,\d+)?)"
_FIGURE = rf"""
    (?<![\w/.,-]) (?<!\d\+) (?<!\ \d\ -\ ) (?P<number>{_NUMBER})
    (?: \s?/\s? (?P<whole>{_NUMBER}) (?![\d/]) )?                        # 16/25 nội dung
    (?P<percent>\s?%)?
    (?: \s?(?:-|đến)\s? (?P<upper>{_NUMBER}) (?![\d/]) (?:\s?%)? )?      # 50 - 90%, 50% - 90%
"""
_QUALIFIER = r"""
    (?: từ_trên | (?<!cấp_)trên
      | (?<!cao_)(?<!thấp_)(?<!nhiều_)(?<!ít_)(?<!nhỉnh_)hơn  # "cao hơn 4 tỷ" is a change
      | gần | khoảng | dưới | xấp_xỉ | ước_khoảng | ít_nhất | tối_thiểu | tối_đa
      | chỉ_còn | không_(?: quá | (?:thấp|ít|nhỏ)_hơn | dưới ) | chưa_(?:đến|tới|đầy)
      | từ | đến | còn | bình_quân ) (?:_khoảng|_trên)? _ \Z
"""
_DIGITS = re.compile(r"\d+")  # the text is scanned for digits first
_KEPT_QUALIFIERS = (
    "trên",
    "hơn",
    "gần",
    "khoảng",
    "dưới",
    "xấp xỉ",
    "ít nhất",
    "tối thiểu",
    "tối đa",
    "từ trên",
    "không quá",
    "không thấp hơn",
    "không ít hơn",
    "không nhỏ hơn",
    "không dưới",
    "chưa đến",
    "chưa tới",
    "chưa đầy",
)
_OPEN_END = r"_trở_(?:lên|xuống)"

# Digits that measure nothing: a year, a day, an ordinal, a number of a document.
_NO_MEASURE_BEFORE = r"""
    (?: (?<!hằng_)(?<!hàng_)(?<!mỗi_)năm | tháng | ngày | quý
      | (?<!tổng_)(?<!quân_)(?<!dân_)(?<!sĩ_)số | thứ | lần | khóa
      | (?<!cùng_)kỳ | điều | khoản | (?<!dứt_)(?<!trọng_)(?<!thời_)(?<!cao_)điểm | km | nhiệm_kỳ
      | giai_đoạn | nq | quyết_định | nghị_quyết | nghị_định | chỉ_thị | kết_luận | thông_báo | quốc_lộ
      | thành_phần | gói_thầu | lô | loại | mức_độ | cấp_độ | chương | phụ_lục | mẫu_số | trụ_sở | fax
      | đt | điện_thoại | tổ | khu_phố | khu | phường | quận | vòng | đợt | mùng | hạng | covid
      | cấp | các_(?:tháng|quý)_\d{1,2}(?:_và|,)
      | ban_chỉ_đạo | bcđ | đề_án | quy_chế | thông_tư | công_điện | công_văn | tờ_trình | (?<!đúng_)quy_định
      | quân_khu | quân_đoàn | binh_đoàn | sư_đoàn | lữ_đoàn | trung_đoàn | tiểu_đoàn | đại_đội
      | trưởng_vụ | trưởng_phòng | trưởng_khoa | đội_trưởng_đội
      | hẻm | ngõ | ngách | kiệt | khu_vực | vành_đai | (?<![^\W\d]) (?: lớp | khối | bước | phi )
      | điện_tử_mức(?:_độ)?
      | hải_đoàn | đồn | tiểu_khu | khoảnh | thửa | đường_tỉnh | đt\. | tl | ql
      ) _? [-.]? \Z
"""
_LARGE = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d+")
_SPAN_OF_TIME = re.compile(r"(?:tháng|năm|quý|kỳ|thang|nam|quy|ky) \Z")
_SCALE_OF_MAP = re.compile(r"1/\d\d{2,}|1/\d{1,2}\.\d{3}")  # "quy hoạch 1/2.000"
_VERSION = re.compile(r"[1-9]\.0(?![\d.,%])")  # "công nghiệp 4.0"
_NO_MEASURE_BEHIND = r"(?: [/-]\w*[a-zđ] | \s?h\d* \b | _giờ\b | \s?/\s?\d | _tháng_\d | t\d | [:h]\d )"


@dataclass(frozen=True, slots=True)
class Found:
    """A figure in a cleaned text; `number` is where its digits begin."""

    start: int
    end: int
    number: int
    value: Decimal | None
    upper: Decimal | None
    unit: str | None
    qualifier: str | None
    share: bool  # "16/25 nội dung"

    def figure(self, text: Text) -> Figure:
        """Give the value that is stored."""
        return Figure(text.span(self.start, self.end), self.value, self.upper, self.unit, self.qualifier)


def parse_number(written: str) -> Decimal | None:
    """Read a number with the Vietnamese decimal comma and thousands point.

    >>> parse_number("3.000"), parse_number("145,12"), parse_number("1.234,5")
    (Decimal('3000'), Decimal('145.12'), Decimal('1234.5'))
    """
    plain = written.replace(".", "") if re.search(r"\.\d{3}(?!\d)", written) else written
    try:
        return Decimal(plain.replace(",", "."))
    except InvalidOperation:
        return None


@cache
def _kept_qualifiers(bare: bool) -> tuple[str, ...]:
    return tuple(map(fold, _KEPT_QUALIFIERS)) if bare else _KEPT_QUALIFIERS


@cache
def _units(bare: bool) -> dict[str, list[str]]:
    """Load the units by their first word, folded for texts without accents; the longest come first."""
    table: dict[str, list[str]] = {}
    for unit in phrases("units"):
        written = fold(unit) if bare else unit
        table.setdefault(written.split(" ")[0].rstrip(","), []).append(written)
    return table


_UNIT_WORD = re.compile(r"%|[^\W\d_][\w&]*")
# Words that scale a number; a unit of its own may stand behind them ("2,35 triệu m3").
SCALES = (
    "trăm",
    "nghìn",
    "ngàn",
    "vạn",
    "triệu",
    "tỷ",
    "tỉ",
    "tram",
    "nghin",
    "ngan",
    "van",
    "trieu",
    "ty",
    "ti",
)
# What cannot belong to a noun that is counted without being a known unit ("12 mẹ Việt Nam anh hùng").
_NO_COUNTED = r"""
    (?: và | hoặc | so | của | trong | trên | dưới | tại | ở | từ | đến | là | được | bị | đã | đang
      | sẽ | có | còn
      | với | cho | theo | do | vì | để | nhằm | thì | mà | nên | về | vào | ra | lên | xuống | tăng
      | giảm | đạt
      | bằng | vượt | chiếm | gồm | bao_gồm | như | khi | sau | trước | này | đó | trở | cùng | qua
      | giữa | đối
      | đi
      | không | chưa | đều | tương | bảo_đảm | đảm_bảo | thuộc | góp_phần | tham_gia | nhưng | song | tổ_chức
      | tính | đúng | giai_đoạn | trị_giá | vay
      | kết_quả )\b
"""
_COUNTED_WORD = rf"_ (?! {_NO_COUNTED} ) [^\W\d_][\w/]*"
_DOING = r"_ (?: {countverbs} | {actionverbs} )"  # "5 quy trình | giải quyết công việc"
MOST_COUNTED_WORDS = 6


def read_unit(text: Text, start: int, end: int) -> tuple[str | None, int]:
    """Read the unit that begins at `start`, and tell where it ends; the longest one known."""
    unit, stop = _known_unit(text, start, end)
    if unit and unit.lower() in SCALES:
        scaled, further = _known_unit(text, stop, end)
        if scaled and scaled != "%":
            return text.clean[stop - len(unit) : further], further
    return unit, stop


def _known_unit(text: Text, start: int, end: int) -> tuple[str | None, int]:
    low = text.low
    at = start + 1 if low[start : start + 1] == " " else start
    word = _UNIT_WORD.match(low, at, end)
    if not word:
        return None, start
    for unit in _units(text.bare).get(word[0], ()):
        stop = at + len(unit)
        if low.startswith(unit, at) and stop <= end and not low[stop : stop + 1].isalnum():
            return text.clean[at:stop], _with_rate(low, stop, end)
    return None, start


def read_counted(text: Text, start: int, end: int) -> int:
    """Find where the noun ends that is counted by the number before `start`; `start` where none is."""
    pattern = compile_pattern(_COUNTED_WORD, bare=text.bare)
    doing = compile_pattern(_DOING, bare=text.bare)
    at = start
    for _ in range(MOST_COUNTED_WORDS):
        word = pattern.match(text.low, at, end)
        if not word or (at > start and text.clean[at + 1].islower() and doing.match(text.low, at, end)):
            break
        at = word.end()
    return at


_RATE = re.compile(
    r"/(?!\d|kh\b|nq\b)(?:lao động|(?:hội|đoàn|đảng|giáo|học) viên|học sinh|cán bộ|gia đình|doanh nghiệp"
    r"|công nhân|đơn vị|bệnh nhân|ngày đêm|hợp tác xã|nhân khẩu|lượt \w+|\w+(?: đồng)?)(?![^\W\d_])"
    r"| mỗi (?:năm|tháng|quý|ngày)"
)
_BY_TIME = re.compile(r" ?/ ?(?:năm|tháng|ngày|quý|vụ|nam|thang|ngay|quy|vu)(?![^\W\d_])")
_ONE_WORD = re.compile(r" [^\W\d_]+")
_SECOND = re.compile(r"/\d{1,3}(?:\.\d{3})*(?=\s)")


def _with_second(text: Text, stop: int, end: int) -> int:
    """Go on over the second figure of "15 hộ/51 khẩu"."""
    second = _SECOND.match(text.low, stop, end)
    if not second:
        return stop
    unit, after = read_unit(text, second.end(), end)
    word = _ONE_WORD.match(text.low, second.end(), end)
    return after if unit else (word.end() if word else stop)


def _with_rate(low: str, stop: int, end: int) -> int:
    rate = _RATE.match(low, stop, end)
    time = _BY_TIME.match(low, rate.end() if rate else stop, end)
    return time.end() if time else rate.end() if rate else stop


def _measures(text: Text, match: re.Match[str]) -> bool:
    """Tell a measure from a year, a day or the number of a document."""
    before = compile_pattern(_NO_MEASURE_BEFORE, bare=text.bare).search(
        text.low[max(0, match.start() - 14) : match.start()]
    )
    if before and before[0][0] == "c" and before[0].strip() in ("cấp", "cap") and len(match["number"]) > 1:
        before = None  # """cấp 3" is a rank, "cấp 240 giấy chứng nhận" is not
    if before and _CLASSES.match(before[0]) and _is_above(match["number"], HIGHEST_CLASS):
        before = None  # "mỗi lớp 45 em"
    counted = before and (match["whole"] or match["percent"])
    if counted and _MONTHS_COUNTED.search(text.low, max(0, match.start() - 12), match.start()):
        before = None  # "giải ngân 10 tháng 414/601 tỷ đồng"
    if before and match["percent"] and _OF_A_YEAR.search(text.low, max(0, match.start() - 24), match.start()):
        before = None  # "chỉ tiêu năm 95%"
    if before and _LARGE.fullmatch(match["number"]) and _SPAN_OF_TIME.search(before[0]):
        before = None  # "thu ngân sách 9 tháng 12.450 tỷ đồng"
    if before:
        return False
    behind = compile_pattern(_NO_MEASURE_BEHIND, bare=text.bare).match(text.low, match.end())
    if match["number"][0] == "0" and len(match["number"]) > LONGEST_PADDED and "," not in match["number"]:
        return False  # a telephone
    if text.low.endswith("tầng ", 0, match.start()):
        return False  # not where accents are missing, for "tang" is more often "tăng"
    if _is_called(text, match) or _is_version(text, match) or _ROUND_THE_CLOCK.match(text.low, match.start()):
        return False
    return (not behind or match[0].endswith("%")) and not _is_day(text, match)


def _is_called(text: Text, match: re.Match[str]) -> bool:
    """Tell "chi hội 2, chi hội 9 và chi hội 14", which are called by their numbers, and an address."""
    if _IS_NAMED.match(text.clean, match.end()):
        return True
    called = compile_pattern(_CALLED, bare=text.bare).search(
        text.low, max(0, match.start() - 12), match.start()
    )
    return bool(called) and bool(_BEHIND_CALLED.match(text.low, match.end())) and match[0].isdigit()


def _is_above(number: str, highest: int) -> bool:
    value = parse_number(number)
    return value is not None and value > highest


def _is_version(text: Text, match: re.Match[str]) -> bool:
    """Tell "công nghiệp 4.0" from "đạt 4.0 tấn", and the scale of a map."""
    if match["whole"] and _SCALE_OF_MAP.fullmatch(match[0]):
        return True
    if (
        ".0" not in match[0]
        or not _VERSION.fullmatch(match[0])
        or not text.low[max(0, match.start() - 2) : match.start()].strip()
    ):
        return False
    return read_unit(text, match.end(), len(text.low))[0] is None


def _is_day(text: Text, match: re.Match[str]) -> bool:
    """Tell a day ("đến 7/11") from a share ("đạt 6/9 khu phố"), and years ("2013-2015") from a range."""
    if match["upper"] and not match["percent"]:
        return all(_YEARS.fullmatch(match[name]) for name in ("number", "upper"))
    if not match["whole"] or match["percent"]:
        return False
    day, month = match["number"], match["whole"]
    if day.isdigit() and int(day) <= MONTHS and _YEARS.fullmatch(month):
        return True
    if not (day.isdigit() and month.isdigit() and 0 < int(day) <= MONTH_DAYS and 0 < int(month) <= MONTHS):
        return False
    before = text.low[max(0, match.start() - 10) : match.start()].split()
    if before and before[-1] in _BEFORE_A_DAY:
        return True
    reached = bool(before) and before[-1] in ("được", "đạt", "thành", "duoc", "dat", "thanh", "có", "co")
    return not reached and text.low[match.end() : match.end() + 2].strip()[:1] in _PUNCTUATION


_OF_A_YEAR = re.compile(
    r"(?:chỉ tiêu|kế hoạch|mục tiêu|nghị quyết|chi tieu|ke hoach|muc tieu|nghi quyet)"
    r" (?:cả |ca )?(?:năm|nam) \Z"
)
_IS_NAMED = re.compile(r" (?:đường|phố|đại lộ) (?=[A-ZĐ])")  # "27 đường Bạch Vân"
_CALLED = r"\b(?: chi_hội | chi_bộ | chi_đoàn | thôn | ấp | xóm | bản | buôn | đội | nhóm | trạm | cụm )_ \Z"
_BEHIND_CALLED = re.compile(r"\s?(?:[,;:.)](?!\d)|(?:và|va) |\Z)")
MONTH_DAYS, MONTHS = 31, 12
HIGHEST_CLASS = 12
_MONTHS_COUNTED = re.compile(r"\b\d{1,2} (?:tháng|thang) \Z")
_CLASSES = re.compile(r"l[ớo]p |kh[ốo]i ")
_ROUND_THE_CLOCK = re.compile(r"24\s?/\s?(?:24|7)(?=\s?(?:giờ|gio|h)\b|\s?[.,;)]|\s?\Z)")
LONGEST_PADDED = 3
_YEARS = re.compile(r"(?:19|20)\d\d")
_BEFORE_A_DAY = (
    *("đến", "ngày", "trước", "từ", "hết", "sáng", "chiều", "tối", "den", "ngay", "truoc", "tu"),
    *("tới", "toi", "mưa", "mua", "bão", "bao", "đêm", "dem", "dịp", "dip", "mừng", "mung", "niệm", "niem"),
)
_PUNCTUATION = ("", ",", ".", ";", ")", "(", ":", "-")


def _read(text: Text, match: re.Match[str], end: int) -> Found:
    stop = match.end()
    unit: str | None = None
    if text.low[stop - 1] == "%":
        unit, stop = "%", _with_rate(text.low, stop, end)
    else:
        unit, stop = read_unit(text, stop, end)
        stop = _with_second(text, stop, end) if unit else stop
    window = max(0, match.start() - 16)
    before = compile_pattern(_QUALIFIER, bare=text.bare).search(text.low[window : match.start()])
    qualifier = before[0].strip() if before else None
    start = match.start()
    opened = compile_pattern(_OPEN_END, bare=text.bare).match(text.low, stop, end)
    ranged = qualifier in ("từ", "tu") and (match["upper"] or opened)
    if before and (ranged or qualifier in _kept_qualifiers(text.bare)):
        start = window + before.start()
    if opened:
        stop, qualifier = opened.end(), qualifier or opened[0].strip()
    upper = parse_number(match["upper"]) if match["upper"] else None
    value = parse_number(match["number"])
    on = _GOES_ON.match(text.low, stop, end) if unit in ("triệu", "trieu", "tỷ", "ty") else None
    if on and value is not None and not upper:  # "18 triệu 600 ngàn"
        value, stop = value + Decimal(on["rest"]) / THOUSAND, on.end()
        unit = f"{unit}{on['currency'] or ''}"
    return Found(
        start,
        stop,
        match.start(),
        value,
        upper,
        unit,
        qualifier,
        bool(match["whole"]),
    )


THOUSAND = Decimal(1000)
_GOES_ON = re.compile(
    r" (?P<rest>\d{1,3}) (?:ngàn|nghìn|ngan|nghin|triệu|trieu)(?P<currency> (?:đồng|dong))?(?!\w)"
)


def find_figures(text: Text, start: int, end: int) -> Iterator[Found]:
    """Find the figures of a place, in order, without years, days and document numbers."""
    pattern = compile_pattern(_FIGURE, bare=text.bare)
    done = start
    for digits in _DIGITS.finditer(text.low, start, end):
        match = pattern.match(text.low, digits.start(), end) if digits.start() >= done else None
        if match:
            done = match.end()
            if _measures(text, match):
                found = _read(text, match, end)
                done = max(done, found.end)
                yield found
