"""Bodies (cơ quan, tổ chức) by the shape of their names: a head, and what goes on in capitals behind it."""

from __future__ import annotations

import re
from functools import lru_cache

from .lexicon import UPPER, alternation, phrases, trie, vocabulary
from .names import is_place, is_surname
from .rules import compile_pattern, strip_accents
from .text import Text

HEAD = r"\b{bodies}"


@lru_cache(maxsize=2)
def _tail(bare: bool) -> re.Pattern[str]:
    """Compile what may follow a head: "Tư pháp", words in capitals, "tỉnh", "xã" and the like."""
    write = strip_accents if bare else str
    joints, bodies, positions = (alternation(name, bare=bare) for name in ("joints", "bodies", "positions"))
    fields = trie(write(field[0].upper() + field[1:]) for field in phrases("fields"))
    heads = tuple(f"{head} " for head in phrases("bodies"))  # "Ban Phòng thủ dân sự" is one name
    parted = trie(
        write(field[0].upper() + field[1:])
        for field in phrases("fields")
        if "," in field or field.startswith(heads)
    )
    acts = _acts(bare)
    nouns = trie(write(field) for field in phrases("fields") if "," not in field and write(field) not in acts)
    deeds = trie(write(deed[0].upper() + deed[1:]) for deed in phrases("namedeeds"))
    objects = trie(
        {write(thing) for thing in (*phrases("nameobjects"), *phrases("fields")) if thing not in _NO_OBJECT}
        - acts
    )
    verbs, tasks = alternation("fields", bare=bare), alternation("taskverbs", bare=bare)
    papers = write("BÁO[ ]CÁO|BIÊN[ ]BẢN|THÔNG[ ]BÁO|KẾT[ ]LUẬN|NGHỊ[ ]QUYẾT")  # its title goes on with it
    office = "[Bb]" + write("ộ[ ]phận")
    places = trie(write(joint[0].upper() + joint[1:]) for joint in phrases("joints") if " " in joint)
    name = rf"""
        (?: (?:{parted})\b | (?:{deeds})\b (?: (?:[ ]và|,)?[ ](?:{objects})\b )+
          | (?=[{UPPER}])(?i:{bodies}) | (?:{fields}|{places}|{deeds})\b | số[ ]\d+
          | {joints} (?=[ ]|[,.;:)]|$) | [{UPPER}\d][\w.&/-]* )
    """
    return re.compile(
        rf"""
        (?: [ ](?:{nouns})\b                          # "Khối nội chính quận 8", in lower letters
          | (?<={office})[ ]{verbs} (?=[ ]{tasks}|:) )?     # "Bộ phận tổng hợp tham mưu …"
        (?: (?:[ ]?[-&][ ]?|[ ]) (?! (?i:{positions}) | (?:{papers})\b ) {name}
          | [ ]\([^\W\d_a-z][^()\s]{{1,14}}(?:[ ][^()\s]{{1,12}})?\)    # "Bảo hiểm xã hội (BHXH) Hà Nội"
            (?=[ ] {name})
        )*
        """,
        re.VERBOSE,
    )


@lru_cache(maxsize=2)
def _acts(bare: bool) -> frozenset[str]:
    """Give the words that are verbs in lower letters: "Sở tổ chức …", "UBND xã kiểm tra …"."""
    names = ("taskverbs", "nounverbs", "speech", "saying")
    return frozenset().union(*(vocabulary(name, bare=bare) for name in names))


_NO_OBJECT = ("nhà báo", "nhà văn")  # "Phòng Quản lý nhà báo cáo …"
_AND = re.compile(rf"[ ]và[ ](?=[{UPPER}])|,[ ](?=[{UPPER}])|[ ]va[ ](?=[{UPPER}])")
_LAST_POINT = re.compile(r"[.,\s-]+$")
_LAST_WORDS = re.compile(r"\S+")
_OPENS_ANOTHER = re.compile(r"(?<!hai)(?<!các)(?<!cac)(?<!ba)(?<!\d) (?:cấp|cap)\Z")
LONGEST_FIRST_HALF = 60
LONGEST_BODY = 200


# Names of companies and schools are free: "Công ty Cổ phần Cấp nước Hồng Lam".
_FREE_NAME = r"""
    (?: công_ty | tổng_công_ty | tập_đoàn | ngân_hàng | nhà_máy | xí_nghiệp | trường | bệnh_viện
      | hợp_tác_xã ) \Z
"""
_FREE_LINK = r"""
    _(?! (?: {taskverbs} | {speech} | họp | mở | có | đã | và | với | tại | của | về | cùng | do | là )\b )
    \w+ (?=_\w)
"""
_CAPITAL = re.compile(rf"[ ][{UPPER}]")


def body_end(text: Text, head_end: int, end: int) -> int:
    """Find where the name of a body ends whose head ends at `head_end`."""
    at = head_end
    end = min(end, head_end + LONGEST_BODY)
    for _ in range(3):
        tail = _tail(text.bare).match(text.plain, at, end)
        at = tail.end() if tail else at
        at = _over_a_free_link(text, head_end, at, end)
        joined = _AND.match(text.plain, at, end)
        if not joined or not _inside_a_name(text, head_end, joined, end):
            break
        following = _tail(text.bare).match(text.plain, joined.end() - 1, end)
        at = following.end() if following else at
    if _OPENS_ANOTHER.search(text.low, head_end, at):
        at -= len(" cấp")  # "… cấp căn cước": a verb, for no name ends so
    point = _LAST_POINT.search(text.plain, head_end, at)
    return _without_person(text, head_end, point.start() if point else at)


def _over_a_free_link(text: Text, head_end: int, at: int, end: int) -> int:
    """Go over one word in lower letters inside a free name."""
    if not compile_pattern(_FREE_NAME, bare=text.bare).search(text.low, max(0, head_end - 20), head_end):
        return at
    link = compile_pattern(_FREE_LINK, bare=text.bare).match(text.low, at, end)
    if not link or not _CAPITAL.match(text.plain, link.end()):
        return at
    tail = _tail(text.bare).match(text.plain, link.end(), end)
    return tail.end() if tail else at


def _inside_a_name(text: Text, head_end: int, joined: re.Match[str], end: int) -> bool:
    """Tell "Sở Nông nghiệp và Môi trường" and "Văn hóa, Thể thao và Du lịch" from "HĐND và UBND"."""
    if joined.start() - head_end > LONGEST_FIRST_HALF or joined.start() == head_end:
        return False
    if compile_pattern(HEAD, bare=text.bare).match(text.low, joined.end(), end):
        return False
    if compile_pattern(r"{positions}|{titles}", bare=text.bare).match(text.low, joined.end(), end):
        return False
    field = _tail(text.bare).match(text.plain, joined.end() - 1, end)
    first = text.low[joined.end() : field.end()] if field else ""
    return any(first.startswith(name) for name in phrases("fields"))


def _without_person(text: Text, head_end: int, at: int) -> int:
    """Leave out the name of the person that follows a body ("UBND huyện Gò Sậy Tạ Hữu Mễ")."""
    words = [m.span() for m in _LAST_WORDS.finditer(text.plain, head_end, at)]
    for number in range(max(0, len(words) - 4), len(words) - 1):
        if not is_surname(text.plain[slice(*words[number])], text) or not _all_capital(text, words[number:]):
            continue
        if len(words) - number < SHORTEST_NAME and _acts_behind(text, at):
            return at
        if _leaves_half_a_place(text, words, number):
            continue
        before = text.low[head_end : words[number][0]].rstrip()
        if _is_named_after(text, words[number][0] - 1):
            return at
        if not _names_its_place(text, before, words[number:]):
            return words[number - 1][1] if number else head_end
    return at


LONGEST_TYPE = 60
_NAMED_AFTER = r"""
    \b(?: trường | bệnh_viện | học_viện )
    (?: _(?: thpt | thcs | th | tiểu_học | mầm_non | mẫu_giáo | trung_học (?:_cơ_sở|_phổ_thông)?
      | phổ_thông | đại_học | cao_đẳng | trung_cấp | chuyên | nội_trú | đa_khoa | quốc_tế | chính_trị
      | và | & | - ) )* \Z
"""


def _is_named_after(text: Text, end: int) -> bool:
    """Tell whether a school or hospital ends here that has a person's name ("Trường THPT Phan Văn Trị")."""
    pattern = compile_pattern(_NAMED_AFTER, bare=text.bare)
    return bool(pattern.search(text.low, max(0, end - LONGEST_TYPE), end))


def _leaves_half_a_place(text: Text, words: list[tuple[int, int]], number: int) -> bool:
    """Tell "tỉnh An Sơn Chu Bá Tước" cut behind "An", where the next word begins a whole name too."""
    rest = words[number + 1 :]
    if number < 2 or len(rest) < SHORTEST_NAME or not is_surname(text.plain[slice(*rest[0])], text):
        return False
    place, joint = text.plain[slice(*words[number - 1])], text.plain[slice(*words[number - 2])]
    return place[0].isupper() and joint[0].islower()


SHORTEST_NAME = 3  # behind a head or a joint two words in capitals name a place: "Tỉnh ủy Hà Nam"
_OPEN_PLACE = r"(?: ^ | ủy | {joints} ) \Z"
_OPEN_PROVINCE = r"(?: tỉnh | ủy ) \Z"


_ACTS_BEHIND = r"""
    _(?: đã_ | vừa_ | long_trọng_ )* (?: tổ_chức | giao_ban | họp | sơ_kết | tổng_kết | phối_hợp | khai_mạc
      | diễn_ra | bế_mạc | kết_thúc | được_tổ_chức
      | tiến_hành | ban_hành | ra_nghị_quyết )\b
"""


def _acts_behind(text: Text, end: int) -> bool:
    """Tell "Sở Y tế Hà Sơn tổ chức …", where two words in capitals name the place."""
    return bool(compile_pattern(_ACTS_BEHIND, bare=text.bare).match(text.low, end))


def _names_its_place(text: Text, before: str, words: list[tuple[int, int]]) -> bool:
    """Tell the place of a body ("Huyện ủy Hà Trung", "xã Lê Văn Thọ") from a person behind it."""
    if is_place(text, words[0][0], words[-1][1]):
        return True
    if not compile_pattern(_OPEN_PLACE, bare=text.bare).search(before):
        return False
    province = compile_pattern(_OPEN_PROVINCE, bare=text.bare).search(before)
    return len(words) < SHORTEST_NAME or bool(before and not province)


def _all_capital(text: Text, words: list[tuple[int, int]]) -> bool:
    """Tell words in capitals from words all of capitals."""
    written = [text.plain[a:b] for a, b in words]
    return all(word[0].isupper() and word.isalpha() for word in written) and not all(
        map(str.isupper, written)
    )


def body_at(text: Text, start: int, end: int) -> tuple[int, int] | None:
    """Read the body that begins at `start`."""
    head = compile_pattern(HEAD, bare=text.bare).match(text.low, start, end)
    if not head:
        return None
    return start, body_end(text, head.end(), end)
