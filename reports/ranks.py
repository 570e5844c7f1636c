"""Ranks (thứ hạng): "Chỉ số PCI xếp thứ 12/63 tỉnh", "phấn đấu đưa chỉ số … vào nhóm 10 tỉnh dẫn đầu"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from .figures import Found
from .rules import compile_pattern
from .text import Text

_MAY_RANK = re.compile(r"thứ \d|hạng \d|vị trí \d|thu \d|hang \d|vi tri \d|top |tốp |nhóm |nhom ")
_WHOLE = r"""
    (?: tỉnh | thành_phố | tp | quốc_gia | nước | địa_phương | đơn_vị | sở | bộ | ngành | huyện | quận | xã
      | phường | thị_xã | trường | bệnh_viện | doanh_nghiệp | chi_nhánh | vùng | khu_vực | nền_kinh_tế )
"""
_RANK = rf"""
    \b (?P<verb> (?: (?:được_)?xếp | đứng | giữ | nằm | lọt | lên | vào | ở | trong | thuộc | đạt )
       (?:_(?: hạng | lên | đứng | nằm | vào | ở | trong | vị_trí ))* _ )
    (?P<rank> (?P<place> (?: hạng_|vị_trí_ )? (?: thứ | hạng | vị_trí | số )_ (?P<number>\d{{1,3}})
        (?! [\d.,]?\d | \s?% ) (?: \s?/\s?\d{{1,3}} )? (?: _{_WHOLE}(?:,_{_WHOLE})* )? )
      | (?: top | tốp | nhóm )_ [^;:.()]{{0,24}}? (?: \d{{1,3}} | {_WHOLE} | dẫn_đầu | khá | tốt )\b
        (?: (?!_(?:và|đồng_thời|với|đã|vừa)_) [^,;:.()] ){{0,40}} )
"""
# "đưa thứ hạng … vào top 10", but not "đã đưa … lên vị trí thứ 5"
_RAISES = r"(?<!đã_) \b(?: đưa | nâng )_ [^,;:]* \Z"
# What can be ranked.
RANKED = r"""
    (?: (?:các_)?chỉ_số | thứ_hạng | vị_trí | điểm | mức_độ | kết_quả | năng_lực | pci | papi | par | sipas
      | ddci | dti | ict | thu | tổng | tốc_độ | tăng_trưởng | grdp | kim_ngạch | quy_mô | tỷ_lệ
      | tỉ_lệ | công_tác
      | chuyển_đổi_số | cải_cách_hành_chính )\b
"""
LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class Rank:
    """A rank as a figure, and where the words begin that tell it; an open one ("top 10") is only aimed at."""

    found: Found
    verb: int
    open: bool
    aimed: bool  # "đưa chỉ số … vào top 10"


def find_ranks(text: Text, start: int, end: int) -> Iterator[Rank]:
    """Find the ranks told in a place."""
    if not _MAY_RANK.search(text.low, start, end):
        return
    for match in compile_pattern(_RANK, bare=text.bare).finditer(text.low, start, end):
        begin, stop = match.span("rank")
        while text.low[stop - 1] == " ":
            stop -= 1
        number = match.start("number") if match["number"] else begin
        value = Decimal(match["number"]) if match["number"] else None
        found = Found(begin, stop, number, value, None, "hạng", None, False)
        verb = match.start("verb")
        since = max(start, verb - LONGEST_NAME)
        aimed = compile_pattern(_RAISES, bare=text.bare).search(text.low, since, verb)
        yield Rank(found, verb, not match["place"], bool(aimed))


def is_ranked(text: Text, start: int, end: int) -> bool:
    """Tell the name of what can be ranked ("chỉ số …"), not a body or a person."""
    return bool(compile_pattern(RANKED, bare=text.bare).match(text.low, start, end))
