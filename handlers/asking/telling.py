"""Tell whether a sentence says what was asked for: how much, who, or when."""

from __future__ import annotations

import re
from collections.abc import Sequence

from handlers.asking.bodies import heads
from handlers.asking.ranking import Term
from handlers.asking.reading import Intent, Reading
from handlers.asking.text import Text
from handlers.asking.tokens import Token
from reports.folding import fingerprint, fold
from storage.itemkeys import Kind

CLOSE = 4
"""Words between a number and what it counts."""
LAST_MONTH, FIRST_YEAR = 12, 1900
"""Between these no number behind a stroke is of a day."""
_FIGURE = re.compile(r"[^\W_]+(?:[.,/-]\d+)*")
_ORDINAL = re.compile(r"[(\[]\d{1,2}[)\]]|(?:^|: )\W*\d{1,2} ?\|")
"""A number that only counts on: "(2)", the mark of a note "[9]", that of a row "| 6 |"."""
_DAYS = re.compile(
    r"\bngay \d{1,2} (?:den|toi) (?:het )?(?:ngay )?\d{1,2}\b(?![./,%])"
    r"|\b\d{1,2} thang (?=dau nam|cuoi nam|nam (?:19|20)\d\d)"
    r"|\b(?:sang|trua|chieu|toi|dem|ngay|hom) \d{1,2}[-.]\d{1,2}\b(?![.,-]?\d| ?%)"
)
"""Days from one to another, the months of a part of a year, and a day written as "sáng 31-7", "ngày 31.5"."""
_WEAK = re.compile(
    r"\b(?:chua|khong|con|han che|ton tai|kho khan|vuong|bat cap|yeu|thieu|cham|thap|kem|lung tung|ach tac"
    r"|hinh thuc|anh huong|giam|qua tai|xuong cap|hu hong|vi pham|sai|tre|no dong|o nhiem|khuyet diem)\b"
)
"""What a sentence about something weak has one of."""
_DOCUMENT = re.compile(
    r"\b(?:nghi dinh|quyet dinh|thong tu|nghi quyet|chi thi|luat so|cong van) (?:so )?\d+(?:[./-]\d+)*"
    r"|\b4\.0\b"
)
"""A number that is a document's: "Nghị định 49"; and that of an age of industry."""
_ITEM_END = re.compile(r";|\(\d{1,2}\)")
_DAY = re.compile(
    r"\d{1,2}/\d{1,2}|\d{1,2}-\d{1,2}-\d{4}|tháng \d|quý [IV1-4]"
    r"|\b(?i:ngày|ngay|sáng|sang|trưa|chiều|chieu|tối|hôm) \d{1,2}[-.]\d{1,2}\b(?![.,-]?\d| ?%)"
)
_LABELS = (
    "ap thon to khu phuong quan so dieu khoan muc dot quy thang nam lan lop duong tuyen ngay khoa thu ky dao"
)
NUMBERED = frozenset(_LABELS.split())
"""Words whose number is a name: "ấp 5", "Ban Chỉ đạo 138"."""
_YEAR = re.compile(r"(?:19|20)\d\d(?:-(?:19|20)?\d\d)?")
_SOMEBODY = re.compile(
    r"\b(?i:đồng chí|đ/c|ông|bà|chủ tịch|bí thư|bộ trưởng|thứ trưởng|giám đốc|trưởng|hiệu trưởng|phó)\b"
    r"[^.;,:]{0,60}?(?: [A-ZÀ-ỸĐ][a-zà-ỹ]+){2,4}"
)
"""A title, and a name of two words or more not far behind it."""
_ASKS_FOR = "đề nghị|phản ánh|kiến nghị|đề xuất|thắc mắc|hỏi|xin"
_PROPOSES = re.compile(rf"\W*(?:{_SOMEBODY.pattern}|[^.;:]{{2,60}}:)[^.;:]{{0,60}}?:? ?(?:{_ASKS_FOR})\b")
"""Somebody who asks for what others are to do: "Bà Phùng Thị Yến: đề nghị đóng cống"."""
_CAME = re.compile(
    r"\W*(?:(?:cùng |tham )?dự(?: họp| có)*|thành phần|khách mời|có mặt|vắng)\b", re.IGNORECASE
)
"""A list of those who came."""
_ASKS_WHO_ASKS = re.compile(
    rf"\b(?:ai|nao)(?: \w+)? (?:{fold(_ASKS_FOR)}|du|co mat|vang|noi|keu|neu|bao|than|phan nan)\b"
)
_NO_PERSON = (
    "Bộ|Sở|Ban|Phòng|Cục|Chi cục|Ủy ban|Uỷ ban|Hội|Đảng|Trung tâm|Trung ương|Công (?:ty|an|đoàn)|Viện|Tổng"
    "|Đài|Báo|Thành (?:phố|ủy)|Tỉnh|Huyện|Xã|Phường|Nghị|Quyết|Luật|Chỉ thị|Tháng|Quý|Mặt trận|Việt Nam"
    "|Đoàn Thanh niên"
)
"""What a name of two capitals is none of a person with."""
_NAMED = re.compile(
    r"(?:^|[:;,(–-] ?|(?i:đ/c|thầy|cô|anh|chị|bs\.|ông|bà) )"
    rf"(?!(?:{_NO_PERSON})\b)(?:[A-ZÀ-ỸĐ][a-zà-ỹ]+ ){{1,3}}[A-ZÀ-ỸĐ][a-zà-ỹ]+"
)
_ASKS_BODY = re.compile(
    r"\b(?:chu dau tu|nha thau|don vi|co quan|cong ty|doanh nghiep|nha tai tro|to chuc|ben nao)\b"
)
_SOME_BODY = re.compile(
    r"\b(?:Công ty|Tập đoàn|Tổng công ty|Liên danh|Ban|Sở|Phòng|Cục|Chi cục|Trung tâm|UBND|Viện|Ngân hàng)"
    r"(?: [\w-]+){0,3} [A-ZÀ-ỸĐ]"
)
_ASKS_COMPANY = re.compile(
    r"\b(?:cong ty|cty|doanh nghiep|nha thau|tap doan|(?:^|do|cua|may|xe|thuoc) hang) nao\b"
    r"|\bwhich (?:cong ty|doanh nghiep|nha thau)\b"
)
_COMPANY = re.compile(
    r"\b(?:cong ty|cty|doanh nghiep|nha thau|tap doan|lien danh|hop tac xa|htx|tnhh|co phan|chi nhanh|nha may"
    r"|ngan hang|xi nghiep|don vi thi cong|chu dau tu|dien luc|co so|hang (?!nam|thang|quy|tuan|ngay)"
    r"|cua hang)\b"
)
_LABELLED = re.compile(
    r"(?:^|: )\W*(?i:đơn vị|nhà thầu|chủ đầu tư|cơ quan|bộ phận|người|tư vấn|phụ trách)\b"
    r"[^:;.]{0,30}: *[A-ZÀ-ỸĐ]"
)
"""A line that names somebody behind what they do: "Đơn vị thi công: Công ty …"."""
_POSITION = re.compile(r"\b(?:chu tich|bi thu|giam doc|truong|hieu truong|thu truong|bo truong)\b")
"""What somebody is, which is told of people alone."""
_POSITIONS = (
    r"(?:tong giam doc|giam doc|chu tich|bi thu|(?:chi )?cuc truong|(?:hieu|vien|tram|doi) truong|chu nhiem"
    r"|truong (?:phong|ban|khoa)|chanh (?:van phong|thanh tra)|tong bien tap|tu lenh)\b"
)
"""Those that have deputies."""
_HIGHEST = re.compile(rf"\b{_POSITIONS}")
_DEPUTY = re.compile(rf"\bpho {_POSITIONS}")
ASKING = frozenset({Intent.HOW_MUCH, Intent.COUNT, Intent.WHO, Intent.WHEN})


def tells(reading: Reading, sentences: Sequence[str], terms: Sequence[Term]) -> bool:
    """Tell whether sentences answer what was asked: with a number, with who does it, or by when."""
    sought = [term.token for term in terms]
    if reading.intent in {Intent.HOW_MUCH, Intent.COUNT}:
        return all(_tells_number(sentence, [token.word for token in sought]) for sentence in sentences)
    if reading.kinds == (Kind.MEETING,) and reading.intent is Intent.WHEN:
        return all(map(_DAY.search, sentences))
    if reading.kinds != (Kind.TASK,) or reading.intent not in {Intent.WHO, Intent.WHEN}:
        return False
    if reading.intent is Intent.WHEN and all(map(_DAY.search, sentences)):
        return True
    if reading.intent is Intent.WHO and _name_somebody(sentences, sought):
        return True
    return all(_assigns(sentence, reading.intent, sought) for sentence in sentences)


def _name_somebody(sentences: Sequence[str], sought: Sequence[Token]) -> bool:
    """Tell whether sentences name who does it behind a label, or by a title where none is asked for."""
    if all(map(_LABELLED.search, sentences)):
        return True
    plain = " ".join(token.word for token in sought)
    return not _POSITION.search(plain) and all(map(_names_by_title, sentences))


def _assigns(sentence: str, intent: Intent, sought: Sequence[Token]) -> bool:
    """Tell whether an item of a list in a sentence says what was asked for, and whose it is or by when."""
    return any(
        all(map(Text(item).has, sought))
        and (_begins_with_name(item) if intent is Intent.WHO else bool(_DAY.search(item)))
        for item in _ITEM_END.split(sentence)
    )


def _begins_with_name(item: str) -> bool:
    plain = fingerprint(item).removeprefix("giao ").split()
    return any(" ".join(plain[:size]) in heads() for size in (3, 2, 1))


def _tells_number(sentence: str, plain: Sequence[str]) -> bool:
    """Tell whether a number stands close to a word that was asked for; a day or a year is none."""
    told = list(_FIGURE.finditer(_DAYS.sub(" ", _ORDINAL.sub(" ", fold(sentence)))))
    words = ["", *(match[0] for match in told)]
    numbers = [at for at in range(len(told)) if _is_count(words[at + 1]) and not _is_label(words, at + 1)]
    return any(
        match[0] in plain and any(abs(at - number) <= CLOSE for number in numbers)
        for at, match in enumerate(told)
    )


def _names_by_title(sentence: str) -> bool:
    """Tell whether a sentence names somebody by a title; "_" may join the words of a text."""
    return bool(_SOMEBODY.search(sentence.replace("_", " ")))


def names_no_doer(question: str, sentence: str) -> bool:
    """Tell whether a sentence names only who came, or wants it done, and not who has to do something.

    >>> names_no_doer("giao ai dong cong", "Bà Phùng Thị Yến: đề nghị đóng cống ngăn mặn")
    True
    >>> names_no_doer("ai de nghi dong cong", "Bà Phùng Thị Yến: đề nghị đóng cống ngăn mặn")
    False
    """
    return not _ASKS_WHO_ASKS.search(question) and bool(_PROPOSES.match(sentence) or _CAME.match(sentence))


def lists_who_came(sentence: str) -> bool:
    """Tell whether a sentence is a list of those who came."""
    return bool(_CAME.match(sentence))


def names_day(sentence: str) -> bool:
    """Tell whether a sentence names a day, a month or a quarter."""
    return bool(_DAY.search(sentence))


def names_somebody(sentence: str) -> bool:
    """Tell whether a sentence names somebody by a title or as a person is named: "Thư ký: Lý Trung Kiên".

    >>> names_somebody("Thư ký: Lý Trung Kiên"), names_somebody("Về phát thanh, Bộ Thông tin coi trọng")
    (True, False)
    """
    return bool(_SOMEBODY.search(sentence) or _NAMED.search(sentence) or sentence.isascii())


def names_whom(question: str, sentence: str) -> bool:
    """Tell whether a sentence names somebody, or some body where a folded question asks for one.

    >>> names_whom("chu dau tu nha may la ai", "Nhà máy do Tập đoàn Sông Xanh làm chủ đầu tư")
    True
    """
    if names_somebody(sentence):
        return True
    return bool(_ASKS_BODY.search(question) and _SOME_BODY.search(sentence))


def names_another(question: str, text: str) -> bool:
    """Tell whether a text names those in other positions than a folded question asks for, as deputies are.

    >>> names_another("tong giam doc la ai", "Khách mời: ông Kim - Phó Tổng Giám đốc")
    True
    >>> names_another("giam doc la ai", "Tổng Giám đốc: bà Lim"), names_another("ai la chu tich", "ông Minh")
    (False, False)
    """
    if _DEPUTY.search(question) or not (asked := _HIGHEST.search(question)):
        return False
    plain = fingerprint(text)
    return bool(_HIGHEST.search(plain)) and asked[0] not in _DEPUTY.sub("", plain)


def without_documents(text: str) -> str:
    """Leave the numbers of documents out of a text, which comes back folded."""
    return _DOCUMENT.sub(" ", fold(text))


_STOCK = re.compile(r"\b(?:co|hien) (?:nay |gio |tai |dang |co |tat ca |tong cong )*(?:bao nhieu|may|bn)\b")
_FLOW = re.compile(r"\b(?:ket nap|tuyen|bo sung|ke them|khai tru|cong suat)\b")
"""What is done to some of those there are, or told of their use."""
_AWAY = re.compile(rf"{_FLOW.pattern}[^.;\n]{{0,60}}")


def asks_all(question: str) -> bool:
    """Tell whether a folded question asks how many there are, and not what became of any.

    >>> asks_all("chi bo co bao nhieu dang vien"), asks_all("co bao nhieu dang vien moi ket nap")
    (True, False)
    """
    return bool(_STOCK.search(question)) and not _FLOW.search(question)


def counts_all(text: str) -> bool:
    """Tell whether the first sentence of a text counts anything but what was added, or a share of it.

    >>> counts_all("| 6 | Công suất giường | % | 90 |")
    False
    >>> counts_all("Kết nạp 27 đảng viên"), counts_all("Kết nạp 2 đảng viên; chi bộ có 41 đảng viên")
    (False, True)
    """
    first, *_ = text.split(". ")
    return bool(re.search(r"\d", _AWAY.sub(" ", _ORDINAL.sub(" ", fold(first)))))


_UNITS = (
    "hoc ky|ky|thang|nam|ngay|gio|tuan|nguoi|ho|khau|hoc sinh|em|chau|ha|sao|tan|kg|lit|khoi|met|con|suat"
    "|chuyen|tiet|buoi|cai|chiec|luot|dem"
)
_RATE = re.compile(rf"\b(?:mot|moi|1) (?P<unit>{_UNITS})\b.* (?:bao nhieu|may)\b")
_SAME_UNIT = {
    "khoi": ("khoi", "m3"),
    "nguoi": ("nguoi", "khau"),
    "khau": ("khau", "nguoi"),
    "met": ("met", "m"),
    "em": ("em", "hoc sinh", "chau"),
}


def rate_asked(question: str) -> tuple[str, ...]:
    """Give the units, folded, one of which has to be told: "học phí một kỳ bao nhiêu"; nothing for any."""
    match = _RATE.search(fold(question))
    return _SAME_UNIT.get(match["unit"], (match["unit"],)) if match else ()


def tells_rate(text: str, units: Sequence[str]) -> bool:
    """Tell whether a text tells anything of one of some units."""
    return any(f" {unit} " in f" {fingerprint(text)} " for unit in units)


def asks_company(question: str) -> bool:
    """Tell whether a question asks for a company: "cty nào thi công"."""
    return bool(_ASKS_COMPANY.search(fold(question)))


def names_company(text: str) -> bool:
    """Tell whether a text tells of any company.

    >>> names_company("Nhà thầu Minh Phát bỏ dở"), names_company("Cầu Đông dừng thi công")
    (True, False)
    """
    return bool(_COMPANY.search(fingerprint(text)))


def tells_any_number(sentence: str) -> bool:
    """Tell whether a sentence tells how many or how much of anything; a day, a year or a name is none.

    >>> tells_any_number("Kỷ luật 03 người"), tells_any_number("Ngày 5/6/2024, họp tổ 5")
    (True, False)
    >>> tells_any_number("Theo Nghị định 49 về khóa SIM"), tells_any_number("Quyết định số 100 của Giám đốc")
    (False, False)
    >>> tells_any_number("Ngày 31.5, xã họp"), tells_any_number("Có 4-5 hộ")
    (False, True)
    >>> tells_any_number("Giao ban từ ngày 15 đến 20 hằng tháng"), tells_any_number("Mỗi thôn 5 triệu đồng")
    (False, True)
    >>> tells_any_number("Sáng 31-7, họp với đoàn viên"), tells_any_number("Giá 31-70 nghìn đồng")
    (False, True)
    >>> tells_any_number("Trúng cử với 25/26 phiếu"), tells_any_number("Họp ngày 25/12, báo cáo tháng 9/2026")
    (True, False)
    >>> tells_any_number("Tai nạn tăng [9]"), tells_any_number("Kết quả 6 tháng đầu năm, phương hướng")
    (False, False)
    >>> tells_any_number("Rà soát danh mục 72 dự án"), tells_any_number("Theo mục 5 của quy chế")
    (True, False)
    """
    plain = without_documents(_DAYS.sub(" ", _ORDINAL.sub(" ", fold(sentence))))
    told = ["", *(match[0] for match in _FIGURE.finditer(plain))]
    return any(_is_count(told[at]) and not _is_label(told, at) for at in range(1, len(told)))


_PLACE = re.compile(r"\b(?:xa|phuong|thi tran|huyen|quan|tinh|thon|ban|ap|khu pho) \w+ \w+")
_SOME_PLACE = re.compile(r"\b(?i:xã|phường|thị trấn|huyện|quận|tỉnh|thôn|bản|ấp|khu phố) [A-ZÀ-ỸĐ]")


def is_of_another_place(question: str, sentence: str) -> bool:
    """Tell whether a sentence tells numbers of other places only, though it names the one that is asked for.

    >>> is_of_another_place("xa an lac xay may nha", "Xã Tân Mỹ xây 12 nhà; xã An Lạc cải cách")
    True
    >>> is_of_another_place("xa an lac xay may nha", "Xã An Lạc dồn sức; xây 12 nhà; xã Tân Mỹ ổn định")
    False
    """
    clauses = sentence.split(";")
    numbered = [clause for clause in clauses if tells_any_number(clause)]
    return any(
        any(place in fold(clause) for clause in clauses)
        and all(place not in fold(clause) and _SOME_PLACE.search(clause) for clause in numbered)
        for place in _PLACE.findall(question)
    )


def tells_weakness(sentence: str) -> bool:
    """Tell whether a sentence may say that something is weak.

    >>> tells_weakness("Công tác xã hội hóa còn chậm"), tells_weakness("Hội nghị nhất trí cao với kết quả")
    (True, False)
    """
    return bool(_WEAK.search(fold(sentence)))


_COUNTED = frozenset({"danh muc", "tong so", "trong so", "dan so", "quan so", "si so"})
"""Words whose number counts, though it would be a name behind the second alone: "danh mục 72 dự án"."""
_MONEY = frozenset({"nghin", "ngan", "trieu", "ty", "dong"})


def _is_label(words: Sequence[str], at: int) -> bool:
    """Tell whether a number is part of a name, as in "tổ 5"; that of "mỗi thôn 5 triệu" is not."""
    behind = words[at + 1] if at + 1 < len(words) else ""
    if " ".join(words[max(at - 2, 0) : at]) in _COUNTED:
        return False
    return words[at - 1] in NUMBERED and words[at].isdecimal() and behind not in _MONEY


_OF_ALL = re.compile(r"(\d{1,4})/(\d{1,4})")


def _is_count(word: str) -> bool:
    """Tell whether a word counts: "25/26" of a whole does, a day and a month with its year do not."""
    if part := _OF_ALL.fullmatch(word):
        some, whole = int(part[1]), int(part[2])
        return LAST_MONTH < whole < FIRST_YEAR and some <= whole
    return word[0].isdigit() and "/" not in word and not _YEAR.fullmatch(word)
