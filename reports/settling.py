"""What is settled among opinions (ý kiến, thảo luận): a conclusion, an assignment, a promise."""

from __future__ import annotations

from .rules import Rule, match_first
from .text import Text

_WHO = r"""
    (?: {titles} | {ranks} | {positions} | {speakers} | (?:người_)?chủ_trì | chủ_tọa | hội_nghị | cuộc_họp )\b
"""

# True: what is said is a task by itself; False: a verb that asks tells where it begins.
SETTLES: tuple[Rule[bool], ...] = (
    Rule(
        "Kết luận, đồng chí … yêu cầu …",
        r"""
        (?: phát_biểu_)? (?: kết_luận | chốt_lại )
        (?: _(?: hội_nghị | cuộc_họp | buổi_họp | phiên_họp | giao_ban | nội_dung | phần | buổi | thảo_luận
          | này | vấn_đề ) ){0,3} \s? [,:]
        """,
        "kết luận hội nghị, đồng chí lê văn tám yêu cầu các tổ nộp sổ",
        "kết luận thanh tra số 5 chưa được thực hiện",
        False,
        needs=("kết luận", "chốt lại"),
    ),
    Rule(
        "Chủ tịch giao …; Trưởng ban kết luận: …",
        _WHO
        + r"""
        [^;:.]{0,110}? (?<!không)(?<!chưa) _(?:đã_)?
        (?: kết_luận | phân_công | chốt_lại
          | giao (?=_(?:cho_)?(?:{bodies}|{doers}|{positions}|{titles}|{ranks}|các)\b)
          | chỉ_đạo (?=_(?:{bodies}|{positions}|các)\b)
          | (?:phê_bình|nhắc_nhở)_ [^;:.]{3,120} ,_ (?:và_)? yêu_cầu )\b
        """,
        "chủ tịch giao phòng kinh tế kiểm đếm",
        "ông lê văn tám đề nghị thêm đèn",
        False,
        needs=("kết luận", "giao", "phân công", "chốt lại", "chỉ đạo", "yêu cầu"),
    ),
    Rule(
        "Trưởng phòng … cam kết …; bà …: sẽ …",
        _WHO
        + r"""
        [^;.]{0,110}? (?<!ký)(?<!bản)(?<!giữ)(?<!đúng)
        _(?:hứa|cam_kết)_ (?! (?:của|với|hẹn)\b )
        """,
        "ông lê văn tám, trưởng phòng, cam kết trong quý này trả hết hồ sơ",
        "ông lê văn tám nói đã ký cam kết",
        False,
        needs=("hứa", "cam kết"),
    ),
    Rule(
        "bà …: sẽ …",
        _WHO + r" [^;:.]{0,110}? (?: \s? : (?:_tôi)? | _(?:trả_lời|tiếp_thu),? ) _sẽ_ (?={taskverbs}\b)",
        "bà lê thị sáu: sẽ đề xuất cấp kinh phí",
        "bà lê thị sáu: đã đề xuất cấp kinh phí",
        True,
        needs=("sẽ",),
    ),
    Rule(
        "Văn phòng … theo dõi, đôn đốc …",
        r"""
        (?: giao_)? {bodies}\b [^;:.,]{0,60}? _ (?: (?:có|chịu)_trách_nhiệm_ )?
        (?: theo_dõi,_(?:và_)?đôn_đốc | đôn_đốc,_(?:và_)?theo_dõi )\b
        """,
        "văn phòng ubnd xã theo dõi, đôn đốc việc thực hiện",
        "văn phòng ubnd xã đã được theo dõi",
        True,
        needs=("đôn đốc",),
    ),
)


def settles(text: Text, start: int, end: int) -> Rule[bool] | None:
    """Find by which rule a sentence among opinions settles something: it concludes, assigns or promises.

    The value of the rule tells whether the sentence is a task without a verb that asks.
    """
    found = match_first(SETTLES, text, start, end)
    return found[0] if found else None
