"""To whom a task is given (đơn vị được giao): units and people, by the shape of "X, Y và các Z"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from .bodies import body_end
from .lexicon import UPPER, phrases, vocabulary
from .names import is_place, is_surname
from .personal import read_person
from .rules import compile_pattern, strip_accents
from .text import Text

LONGEST_ADDRESSEE = 230
LONGEST_LABEL = 260
MOST_UNITS = 12
LONGEST_NAME_LEFT = 22  # so much of a name may be in lower letters ("Ban Kiểm toán nội bộ")

# Words that only look like a unit: "trường hợp", "hội nghị", "phòng chống", "cơ sở dữ liệu".
_NO_UNIT = r"""
    (?: báo_(?:cáo|động|hiệu) | trường_(?:hợp|xuyên) | hội_(?:nghị|họp|thảo|trường|nhập|thi|thao|trại|chợ)
      | đội_ngũ | khối_lượng | đoàn_kết
      | tổ_chức (?=,) | tổ_chức_(?!đảng|chính_trị|đoàn|hội|thành_viên) | tổ_(?:quốc|hợp)
      | phòng_?(?:và_|,_)?(?:chống|ngừa|cháy|tránh|bệnh|dịch|vệ|thủ) | ban_(?:hành|đầu)
      | bộ_(?:máy|mặt|luật|sưu)
      | nhóm_(?:vấn_đề|nội_dung|giải_pháp|nhiệm_vụ|chỉ_tiêu|ý_kiến|lĩnh_vực|việc)
      | chi_(?=\d) | chi_(?:phí|tiết|trả|tiêu|ngân_sách|đạo|thường_xuyên|đầu_tư|hỗ_trợ) | ngành_nghề
      | cơ_sở_(?:hạ_tầng|vật_chất|dữ_liệu|pháp_lý|đó|này) | cấp_(?:bách|phát|phép|nước|giấy|thiết|cứu|kinh)
      | cấp_(?:thêm|bổ|lại|đủ|mới|đổi|vốn|thẻ|bằng|chứng|sổ|mã|tốc|thời|quyền)
      | lãnh_đạo,_chỉ_đạo
      | lãnh_đạo_(?:tổ_chức|thực_hiện|triển_khai|hoàn_thành|công_tác|nhân_dân|việc|làm|xây_dựng|chỉ_đạo)
      | xã_hội | tỉnh_táo | khu_vực | đơn_vị_tính | bệnh_viện_phí
    )\b
"""
_DETERMINER = r"(?: (?:các|những|toàn_thể|tất_cả(?:_các)?|toàn|từng|mỗi|một_số|hai|cả|mấy|nhóm) | \d{1,3} )_"
_PLACE = (
    r"(?: xã | phường | thị_trấn | đặc_khu | huyện | quận | thị_xã | tỉnh | thành_phố | thôn | ấp | bản )"
)
_PLACES = rf"(?: {_PLACE}\b (?:,_{_PLACE}\b)* (?:_và_{_PLACE}\b)? )"
_PERSON = r"(?: {titles} | cô | thầy )"
_UNIT = rf"""
    (?: (?:phía_)? (?P<many>{_DETERMINER})? (?:cơ_quan_)?
        (?: (?:đại_diện|lãnh_đạo|thủ_trưởng|trưởng|người_đứng_đầu|{{positions}})_(?:các_|của_)? )?
        (?: (?!(?<!các_){_NO_UNIT}) (?: (?P<body>{{bodies}}) | {{doers}} | {{groups}} )
          | {_PERSON}(?=_\w)
        )
        (?: _các_{_PLACES} )?                  # "UBND các xã, phường"
    )\b
"""
_ADDRESSEE = rf"(?: (?:đồng_thời_)? (?:yêu_cầu|đề_nghị|giao|phân_công)_(?:cho_)? )? (?P<who> {_UNIT} )"
_NEXT = rf"(?: ,_(?:và_|cùng_)? (?!{{titles}}_) | ;_ | _(?:và|cùng|cùng_với|với)_ ) (?P<who> {_UNIT} )"
_VERB = r"\b(?: {taskverbs} | nên (?=_{taskverbs}) )\b"
_NOUN_BEFORE = r"(?<!xã_)\b{nounheads}_\Z"
_OFTEN_NOUN = r"{nounverbs}"
# With these behind it a verb acts: "các trạm trong huyện thực hiện mấy việc".
_HAS_OBJECT = r"""
    _(?: tốt | nghiêm | các | những | một_số | ngay | hiệu_quả | có_hiệu_quả | đồng_bộ | quyết_liệt
      | việc | \d | lại | kỹ | đúng | đủ | đầy_đủ | sớm | xong | dứt_điểm | từng | toàn_diện | thường_xuyên
      | kịp_thời | chặt_chẽ )\b
"""
# The second half of another word: "quá trình", "công lập", "chủ chốt".
_COMPOUND = r"""
    \b(?: (?:quá|công|chương|quy|lộ|tờ|giáo|hành|tiến|lịch)_trình | (?:công|độc|đối|trung|sáng)_lập
      | chủ_chốt | (?:cung|trung|cao|sơ|đẳng|cùng|các|phân|ba|hai)_cấp | nguồn_thu | việc_làm | chế_tạo
      | đầu_tư_xây_dựng | hội_đồng_quản_trị | hồi_sức_tích_cực
      | (?:đàn|bảo)_giao | đảng_đưa | chính_phủ )\Z
"""
# Behind these every verb is a noun: "có tỷ lệ giải ngân thấp", "làm công tác tuyên truyền".
_NAMES_A_DEED = r"""
    \b(?: tỷ_lệ | tiến_độ | kết_quả | công_tác | việc | mức | khả_năng | quá_trình | nhu_cầu | nghề | năng_lực
      | thời_hạn | lĩnh_vực ) _ \Z
"""
# Where words that belong to the task begin although no verb stands there yet.
_ASIDE = r"""
    _(?: trong_(?:quá_trình|thời_gian|quý|tháng|năm|những|công) | khi | nếu | là | cũng | đều | thời_gian_tới
      | từ_nay | nhất_là | sau_khi | ngay_từ | để | nhằm | vì | mà | nên ) \b
      | _(?: đã | đang | hiện | vừa | luôn | dự_kiến ) \s* \Z
"""
# Words that tell what one body does, or who heads it: its name has ended before them.
_DOES = r"""
    _(?: không\b | chưa\b | trước_mắt | đồng_ý | thay_(?!mặt) | vay_ | chuyển_(?!đổi) | dự_thảo
      | (?P<any> mỗi_ | do_(?:{titles}|{ranks}|{positions})\b ) )
"""
_SEVERAL = r"(?: các | những | mọi | toàn | tất_cả | từng | mỗi | một_số | người | hộ | cán_bộ | đơn_vị )_"
_SAYS = r"""
    \b(?: cho_biết | cho_rằng | cho_hay | cho_phép | nói | thông_tin_thêm | phát_biểu | nhấn_mạnh
      | khẳng_định | nhận_định | trăn_trở | bày_tỏ | kiến_nghị | mong_muốn | đến_dự | có_thể )\b
"""
_BORDER = re.compile(r"[;:!?\n]|\.(?=\s|$)")
_NO_ADDRESSEE_END = (" và", " của", " cho", " về", " tại", " trong", " do", " từ", " được")


@dataclass(frozen=True, slots=True)
class Addressee:
    """Who is asked, and where what they have to do begins."""

    start: int
    end: int
    verb: int


@dataclass(frozen=True, slots=True)
class Units:
    """The units that stand together; `named` is where the last name ends, before which no verb stands."""

    start: int
    end: int
    named: int


def read_units(text: Text, start: int, end: int) -> Units | None:
    """Read the units that begin at `start`: "Sở Y tế, các sở, ngành và UBND các xã: A, B"."""
    found = compile_pattern(_ADDRESSEE, bare=text.bare).match(text.low, start, end)
    if not found:
        return _abbreviated(text, start, end) or _place_named(text, start, end)
    first = found.start("who")
    for _ in range(MOST_UNITS):
        at, named = _unit_end(text, found, end)
        if _is_any(text, first, at):
            return None
        following = compile_pattern(_NEXT, bare=text.bare).match(text.low, at, end)
        if not following:
            return Units(first, at, named)
        found = following
    return Units(first, at, named)


def _is_any(text: Text, start: int, end: int) -> bool:
    """Tell "trưởng phòng nào", whoever that is."""
    plain = text.low[start : end + len(" nào")]
    return bool(re.search(r"\bn[àa]o\b", plain))


# A body by its initials: "BTL Quân khu 3", "VKSND quận 8", "EVNGENCO3"; not what is measured or managed.
_INITIALS = re.compile(
    rf"(?:[Cc]ác |[Hh]ai )?(?P<initials>[A-ZĐ]{{2,}}\w*)"
    rf"(?: (?:[{UPPER}\d][\w.]*|tỉnh|huyện|xã|quận|phường|thành phố))*"
)


# A place by its name alone, which is bound to do something: "Tân Lộc phải …", "An Sơn sẽ …".
_NAMED = re.compile(rf"[{UPPER}][^\W\d_]+(?: [{UPPER}][^\W\d_]+){{1,2}}(?= (?:sẽ|phải|cần|se|phai|can) )")
_NO_DOER = ("việt nam", "viet nam")


def _place_named(text: Text, start: int, end: int) -> Units | None:
    found = _NAMED.match(text.plain, start, end)
    if not found or text.low.startswith(_NO_DOER, start):
        return None
    if not is_place(text, start, found.end()) and is_surname(found[0].split(" ")[0], text):
        return None
    return Units(start, found.end(), found.end())


def _abbreviated(text: Text, start: int, end: int) -> Units | None:
    found = _INITIALS.match(text.plain, start, end)
    if not found or found["initials"].isdigit() or text.plain[start:end].isupper():
        return None
    if found["initials"].lower() in vocabulary("nobodies", bare=text.bare):
        return None
    return Units(start, found.end(), found.end())


@lru_cache(maxsize=2)
def _names_follow(bare: bool) -> re.Pattern[str]:
    """Compile ": Công Thương, Tài chính, Nông nghiệp và Môi trường", the names behind a head for several."""
    fields = "|".join(re.escape(field[0].upper() + field[1:]) for field in phrases("fields"))
    fields = strip_accents(fields) if bare else fields
    name = rf"(?:(?:{fields})\b|[{UPPER}][\w-]*)"
    return re.compile(rf"\s?: (?=[{UPPER}])(?:{name}[ ,]{{0,2}}|(?:và|va) (?=[{UPPER}]))+(?<![ ,])")


def _unit_end(text: Text, found: re.Match[str], end: int) -> tuple[int, int]:
    """Find where a unit ends, and from where on a verb may stand."""
    at = found.end()
    named = found.start("who")
    if found["body"]:
        at = body_end(text, found.end(), end)
        named = at if at > found.end() or _is_whole_name(text, found) else named
    listed = _names_follow(text.bare).match(text.plain, at, end) if found["many"] or found["body"] else None
    if listed and (found["many"] or "," in listed[0]) and not _opens_work(text, at, end):
        return listed.end(), listed.end()
    return at, named


def _is_whole_name(text: Text, found: re.Match[str]) -> bool:
    """Tell a name that the vocabulary knows whole ("Hội Làm vườn") from a mere head ("Ban", "UBND")."""
    words = text.clean[slice(*found.span("body"))].split(" ")
    return len(words) > 1 and sum(word[:1].isupper() for word in words) > 1


_WORK_BEHIND_COLON = (
    r"\s?:_ (?: {taskverbs} | {actionverbs} | tiếp_tục | khẩn_trương | chủ_động | tập_trung )\b"
)


def _opens_work(text: Text, start: int, end: int) -> bool:
    """Tell "Sở Xây dựng: Rà soát …" from "UBND các xã: Tân Lâm, Phú Lộc …"."""
    return bool(compile_pattern(_WORK_BEHIND_COLON, bare=text.bare).match(text.low, start, end))


# Words that may go on with a unit; before any other word in lower letters its name has ended.
_MODIFIES = r"""
    _(?!xin_lỗi\b)(?: và | cùng | với | của | tại | trên | ở | trực_thuộc | thuộc | các | liên_quan | có
      | là | được | đã
      | đang | trong | cấp | những | do | theo | khi | nếu | không | chưa | vừa | sẽ | {speech} ) \b
"""


# Who gives the task to another: "Giám đốc Sở giao Phó Giám đốc Lê Văn Tám …".
_GIVES = r"""
    (?: {positions} | {bodies} ) (?: _(?!{taskverbs})[^\s,;:.]+ ){0,4}? _(?: giao | phân_công )_(?:cho_)?
    (?= {positions} | {titles} | {ranks} | {bodies} | các_ )
"""


# Who speaks up: "Bà Sáu (tổ 3): đề nghị lắp thêm đèn".
_ASKS_FOR = r"""
    {titles}_ [^:;.\n]{2,70}? \s? : \s? (?: đề_nghị | kiến_nghị | đề_xuất | xin | mong | hỏi )\b
"""


def read_actor(text: Text, start: int, end: int) -> Addressee | None:
    """Read who opens a known task; behind the name of a body or a person any word may be their verb."""
    if gives := compile_pattern(_GIVES, bare=text.bare).match(text.low, start, end):
        start = gives.end()
    if compile_pattern(_ASKS_FOR, bare=text.bare).match(text.low, start, end):
        return None
    if person := read_person(text, start, end):
        return Addressee(*person, person[1] + 1)
    units = read_units(text, start, end)
    return _unit_acting(text, units, end) if units else None


# The names of these have no words in lower letters behind: "UBND xã thay máy bơm", "HTX vay 2 tỷ đồng".
_CLOSED = r"""
    (?: ubnd | ủy_ban_nhân_dân | hđnd | htx | công_an | trạm_y_tế )
    (?: _(?: tỉnh | huyện | xã | phường ) )?
"""


# A name with a verb in it before its colon: "Phòng Quản lý xây dựng: rà soát …".
_NAME_LABEL = re.compile(r"(?P<rest>(?:(?: [-–])? [^\W\d_][^\s:;.,()\n]*){1,6}): (?=\w)")
_DOES_BEHIND = r"(?: {taskverbs} | {actionverbs} | {countverbs} )\b"
_IN_NO_NAME = r"""
    _(?: {speech} | cần | phải | sẽ | nên | đã | đang | khẩn_trương | tiếp_tục | tập_trung | chủ_động
      | chủ_trì | các | những | một_số | sau )\b
"""


def _named_before_colon(text: Text, units: Units, end: int) -> Addressee | None:
    """Read a whole label before a colon, where a body has a verb in its name."""
    label = _NAME_LABEL.match(text.plain, units.end, end)
    if not label or is_person(text, units.start):
        return None
    if compile_pattern(_IN_NO_NAME, bare=text.bare).search(text.low, units.end, label.end("rest")):
        return None
    if compile_pattern(_HEADED_BY, bare=text.bare).search(text.low, units.start, label.end("rest")):
        return None
    does = compile_pattern(_DOES_BEHIND, bare=text.bare).match(text.low, label.end(), end)
    return Addressee(units.start, label.end("rest"), label.end()) if does else None


_DONE_BY = r"_do_"


def _unit_acting(text: Text, units: Units, end: int) -> Addressee | None:
    return _named_before_colon(text, units, end) or _acting(text, units, end)


def _acting(text: Text, units: Units, end: int) -> Addressee | None:
    named = _before_its_verb(text, units, end)
    alone = Addressee(units.start, units.end, units.end + 1)
    closed = compile_pattern(_CLOSED, bare=text.bare).fullmatch(text.low, units.start, units.end)
    if closed and named and named.end > units.end and _goes_on_lower(text, units.end):
        return alone
    headed = named and compile_pattern(_DONE_BY, bare=text.bare).match(text.low, named.end)
    if named and headed and named.end - units.end < LONGEST_NAME_LEFT:
        return named
    if named and (named.verb - units.end < LONGEST_NAME_LEFT or is_bound(text, named.verb)):
        return named
    if not named and (labelled := _labelled(text, units, end)):
        return labelled
    if compile_pattern(_SAYS, bare=text.bare).search(text.low, units.end, min(end, units.end + SOON)):
        return named
    return alone if units.named == units.end and _goes_on_lower(text, units.end) else named


def _labelled(text: Text, units: Units, end: int) -> Addressee | None:
    """Read "Khoa Dược: bốc lại kho thuốc", and "Phòng Kỹ thuật (ông Lê Văn Tám) thay van"."""
    if headed := _HEADED.match(text.plain, units.end, end):
        return Addressee(units.start, units.end, headed.end())
    label = _LABEL.match(text.plain, units.end, end) or _office_label(text, units, end)
    if not label:
        return None
    aside = _ASIDE_OF_LABEL.search(text.plain, units.start, label.start("colon"))
    return Addressee(units.start, aside.start() if aside else label.start("colon"), label.end())


def _goes_on_lower(text: Text, at: int) -> bool:
    """Tell that a word in lower letters follows which is not part of a name ("xã có rừng", "xã và …")."""
    if not text.clean[at + 1 : at + 2].islower() or text.clean[at] != " ":
        return False
    return not compile_pattern(_MODIFIES, bare=text.bare).match(text.low, at)


SOON = 20
# An office by its work, in lower letters: "Đội mạng lưới số 2: trực đêm", not "Tổ bầu cử báo cáo: …".
_OFFICE = r"(?: đội | tổ | phòng | bộ_phận | ban | khoa | trạm | xưởng | phân_xưởng | xí_nghiệp | nhóm )"
_OFFICE_LABEL = re.compile(r" [^\W\d_][^:;.,\n]{1,36}(?P<colon>:) (?=\S)")


def _office_label(text: Text, units: Units, end: int) -> re.Match[str] | None:
    """Match the rest of an office that heads its task as a label."""
    if not compile_pattern(_OFFICE, bare=text.bare).fullmatch(text.low, units.start, units.end):
        return None
    label = _OFFICE_LABEL.match(text.plain, units.end, end)
    verb = label and compile_pattern(_VERB, bare=text.bare).search(text.low, units.end, label.start("colon"))
    return None if verb else label


# Who heads a unit stands behind it in a label: "Khoa Dược (dược sĩ Trần Thị Sen): bốc lại kho".
_ASIDE_OF_LABEL = re.compile(r" \([^()\n]{3,90}\) ?\Z")
_HEADED = re.compile(r" \([^()\n]{3,90}\)(?=:| [a-zà-ỹđ]):? ?")
_LABEL = re.compile(rf"(?: [{UPPER}][^:;.,\n]{{0,40}}|(?=:))(?P<colon>:) (?=\S)")
_BOUND = r"(?: cần | phải | sẽ | có_trách_nhiệm | chịu_trách_nhiệm | được_giao | khẩn_trương | chủ_động )\b"


def is_bound(text: Text, verb: int) -> bool:
    """Tell a word that binds who stands before it, however long their name ("… đa biên cần chú trọng")."""
    return bool(compile_pattern(_BOUND, bare=text.bare).match(text.low, verb))


def read_addressee(text: Text, start: int, end: int) -> Addressee | None:
    """Read the unit or person with which a task begins ("Phòng Tài chính tham mưu …")."""
    units = read_units(text, start, end)
    return _before_its_verb(text, units, end) if units else None


def _before_its_verb(text: Text, units: Units, end: int) -> Addressee | None:
    limit = min(end, units.end + LONGEST_ADDRESSEE)
    border = _BORDER.search(text.low, units.end, limit)
    stop = border.start() if border else limit
    for verb in compile_pattern(_VERB, bare=text.bare).finditer(text.low, units.end, stop):
        if _is_verb(text, units, verb):
            return _addressee(text, units.start, verb.start())
    if border and border[0] == ":" and border.start() - units.start < LONGEST_LABEL:
        behind = compile_pattern(r":_(?:{taskverbs})\b", bare=text.bare).match(text.low, border.start(), end)
        return _addressee(text, units.start, border.start()) if behind else None
    return None


def _is_verb(text: Text, units: Units, verb: re.Match[str]) -> bool:
    """Tell a verb from the same word inside a name, a bracket or a noun."""
    at = verb.start()
    if not text.clean[at].islower():
        return False
    if text.low.count("(", units.end, at) > text.low.count(")", units.end, at):
        return False
    if compile_pattern(_COMPOUND, bare=text.bare).search(text.low, max(0, at - 12), verb.end()):
        return False
    if compile_pattern(_NAMES_A_DEED, bare=text.bare).search(text.low, max(units.start, at - 14), at):
        return False
    often_noun = compile_pattern(_OFTEN_NOUN, bare=text.bare).fullmatch(verb[0])
    if not often_noun or compile_pattern(_HAS_OBJECT, bare=text.bare).match(text.low, verb.end()):
        return True
    before = text.low[max(units.named, at - 18) : at]
    return not compile_pattern(_NOUN_BEFORE, bare=text.bare).search(before)


def _addressee(text: Text, start: int, verb: int) -> Addressee | None:
    bracket = text.clean.find(" (", start, verb)
    stop = bracket if bracket > start else verb
    headed = compile_pattern(_HEADED_BY, bare=text.bare).search(text.low, start, stop)
    if headed and not is_person(text, start):
        stop = headed.start()
    if text.low.endswith((" còn ", " con "), start, verb):  # "Các xã còn tổ chức …": it tells
        return None
    if compile_pattern(_SAYS, bare=text.bare).search(text.low, start, verb):
        return None
    aside = compile_pattern(_ASIDE, bare=text.bare).search(text.low, start, stop)
    if aside and aside[0] in (" là", " la"):  # "Mỗi đảng viên là một người gương mẫu": it describes
        return None
    stop = aside.start() if aside else stop
    does = compile_pattern(_DOES, bare=text.bare).search(text.low, start, stop)
    if does and (does["any"] or not compile_pattern(_SEVERAL, bare=text.bare).match(text.low, start)):
        stop = does.start()
    while stop > start and text.clean[stop - 1] in " ,:":
        stop -= 1
    again = text.clean.rfind(", ", start, stop)  # "Cục Kiểm lâm, Cục cần …"
    if again > start and text.clean.startswith(text.clean[again + 2 : stop] + " ", start):
        stop = again
    if stop - start < 2 or text.low[start:stop].endswith(_NO_ADDRESSEE_END):
        return None
    return Addressee(start, stop, verb)


# Who heads a unit stands behind its dash: "Tổ An ninh - Đại úy Sầm Văn Tư: rà soát …".
_HEADED_BY = r"_-_(?: {titles} | {ranks} | {positions} )_(?=\w)"
_LABEL_LEAD = r"(?: (?: trách_nhiệm_của | đối_với | về_phía | riêng_(?:đối_với_)? | nhiệm_vụ_của )_ )?"


def read_label(text: Text, start: int, end: int) -> tuple[int, int] | None:
    """Read the addressee that a line names as a label ("Giao Sở Nội vụ:", "Trách nhiệm của các xã")."""
    lead = compile_pattern(_LABEL_LEAD, bare=text.bare).match(text.low, start, end)
    start = lead.end() if lead else start
    named = read_addressee(text, start, end)
    if named:
        return named.start, named.end
    return _whole_label(text, start, end)


def is_person(text: Text, start: int) -> bool:
    """Tell whether a person stands at `start` ("Đồng chí Bí thư …"), who asks rather than is asked."""
    return bool(compile_pattern(r"(?:{titles}|{positions}|{ranks})\b", bare=text.bare).match(text.low, start))


def is_label(text: Text, start: int, end: int) -> bool:
    """Tell a line that names units and nothing else."""
    lead = compile_pattern(_LABEL_LEAD, bare=text.bare).match(text.low, start, end)
    start = lead.end() if lead else start
    return not read_addressee(text, start, end) and _whole_label(text, start, end) is not None


def _whole_label(text: Text, start: int, end: int) -> tuple[int, int] | None:
    units = read_units(text, start, end)
    if not units:
        return None
    stop = end
    while stop > units.start and text.clean[stop - 1] in " :;.,":
        stop -= 1
    if stop - units.start > LONGEST_LABEL or _BORDER.search(text.low[units.end : stop] + " "):
        return None
    return units.start, stop
