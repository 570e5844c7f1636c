"""Strengths (ưu điểm): what is said to go well, under its heading or in sentences that praise results."""

from __future__ import annotations

from collections.abc import Iterator

from .asides import SHORTEST, without_asides
from .cues import Section
from .layout import clauses, trim
from .lists import Place
from .model import Span
from .page import Page
from .rules import Rule, compile_pattern, match_first, search_first
from .sections import Part
from .weakness import is_weak_alone

# Without a heading, a clause is a strength when it praises.
PRAISES: tuple[Rule[str], ...] = (
    Rule(
        "… được duy trì, được thực hiện kịp thời …",
        r"""
        được (?<!không_được)(?<!chưa_được)
        (?: _(?: các_cấp | quan_tâm | tiếp_tục | tập_trung | thường_xuyên | chú_trọng | không_ngừng ) ){0,3} _
        (?: duy_trì | quan_tâm | chú_trọng | tăng_cường | nâng_(?:lên|cao) | giữ_vững | đẩy_mạnh | củng_cố
          | bảo_đảm | đảm_bảo | cải_thiện | mở_rộng | kiềm_chế | kiểm_soát | phát_huy | nhân_rộng | khôi_phục
          | đổi_mới | hoàn_thiện | kiện_toàn | phục_hồi | mùa | giá | khen_thưởng | công_nhận | ghi_nhận
          | sửa_chữa | xây_dựng | nâng_cấp | đầu_tư | hoàn_thành | đưa_vào | thay_mới
          | (?: thực_hiện | triển_khai | giải_quyết | chăm_lo | tổ_chức | xử_lý ) (?: _\w+ ){0,4}?
            _(?: tốt | kịp_thời | hiệu_quả | nghiêm_túc | đúng | đầy_đủ | đồng_bộ | chu_đáo | chặt_chẽ
               | quyết_liệt | sâu_rộng ) )\b
        """,
        "an ninh trật tự được giữ vững",
        "hồ sơ được chuyển đến sở",
        "kept",
        weak=True,
        needs=("được",),
    ),
    Rule(
        "… tiếp tục phát triển, có nhiều đổi mới …",
        r"""
        (?: tiếp_tục | có | đã | từng_bước | cơ_bản | khá | luôn | ngày_càng | phục_hồi | chuyển_biến )_
        (?: có_ | nhiều_ | những_ | bước_ | sự_ ){0,3}
        (?: phát_triển(?!_(?:mới|được)) | chuyển_biến | khởi_sắc | đổi_mới | tiến_bộ | tăng_trưởng | ổn_định
          | tích_cực | rõ_nét | cải_thiện | nâng_lên | thành_công | được_mùa | sáng_tạo | hiệu_quả | kịp_thời
          | chủ_động | làm_tốt | thường_xuyên )\b
        """,
        "kinh tế của xã tiếp tục phát triển",
        "phát triển chăn nuôi bò",
        "grown",
        weak=True,
    ),
    Rule(
        "… thực hiện tốt, bảo đảm đủ …",
        r"""
        (?: thực_hiện | hoàn_thành | làm | triển_khai | tổ_chức | đạt | mang_lại | phát_huy | bảo_đảm | đúng
          | vượt )_
        (?: rất_ | có_ | nhiều_ )? (?: tốt | xuất_sắc | thắng_lợi | nghiêm | toàn_diện | hiệu_quả | thành_công
          | kịp_thời | đồng_bộ | quyết_liệt | kết_quả | đủ | đúng | an_toàn | tiến_độ | kế_hoạch | quy_định
          | chỉ_tiêu )\b
        """,
        "chi bộ thực hiện tốt quy chế",
        "thực hiện quy chế",
        "done well",
        weak=True,
    ),
    Rule(
        "… được giữ vững, ổn định …",
        r"""
        (?: ổn_định(?<!không_ổn_định) (?= \s* (?: [,;.] | $ ) ) | đi_vào_nền_nếp | giữ_vững
          | thành_công_tốt_đẹp | không_để_xảy_ra )
        """,
        "tư tưởng cán bộ ổn định",
        "quy định mới",
        "steady",
        weak=True,
    ),
)

# What praises nothing although it has the words: plans, requests, what the meeting itself did.
NO_PRAISE: tuple[Rule[str], ...] = (
    Rule(
        "cần tiếp tục …",
        r"""
        .{0,300}? \b(?: đề_nghị | yêu_cầu | cần | phải | sẽ | mong | kêu_gọi | phấn_đấu | lưu_ý | truyền_đạt
          | thời_gian_tới | chỉ_đạo(?=_(?:các|phòng|sở|ubnd)) | nhiệm_kỳ_tới | trong_bối_cảnh | quyết_định:
          | còn_lại )\b
        """,
        "các đơn vị cần tiếp tục phát huy kết quả đạt được",
        "kinh tế tiếp tục phát triển",
        "asked",
    ),
    Rule(
        "để đạt hiệu quả, …",
        r"""
        (?: tiếp_tục | tăng_cường | đẩy_mạnh | chuẩn_bị | để | nhằm
          | nếu | khi | qua_đó | từ_đó | tuy_nhiên | song | mặc_dù | căn_cứ | theo_đó )\b
        """,
        "để phiên họp đạt kết quả",
        "an ninh được giữ vững",
        "condition",
    ),
    Rule(
        "hội nghị đã thành công tốt đẹp",
        r"""
        (?: (?: tại | kết_thúc | phát_biểu | sau | trước_khi | trước_đó )\b
          | (?:các_|những_)? (?: hội_nghị | cuộc_họp | buổi_làm_việc | kỳ_họp | phiên_họp | buổi_lễ | đại_biểu
              | ý_kiến | ban_tổ_chức | sự_kiện | nội_dung | chương_trình_làm_việc )\b
          | nhiều_(?:ý_kiến|đại_biểu) | (?:sáng|chiều|tối|ngày)_(?:ngày_)?\d )
        """,
        "hội nghị đã thành công tốt đẹp",
        "an ninh được giữ vững",
        "meeting",
    ),
)
_LEAD = (
    r"(?: nhìn_chung | tuy_nhiên | đồng_thời | bên_cạnh_đó | ngoài_ra | nổi_bật_là | trong_đó ) \s* [,:]? \s*"
)


def read_strengths(page: Page) -> tuple[Span, ...]:
    """Read what is said to go well: under its heading, else the clauses that praise results."""
    told = _told_as_figures(page)
    told_of = list(page.within(Section.STRENGTHS))
    within = [part for part in told_of if not names_what_follows(page, part)]
    headed = [(part, said) for part in within for said in _clauses(page, part)]
    kept = [(part, said) for part, said in headed if not _is_row(page, said, told)]
    if not kept and len(within) == len(told_of):  # below a heading for each field of work stand mere results
        kept = headed
    if kept:
        return tuple(page.note("strengths", part.rule, *said) for part, said in kept)
    return tuple(
        page.note("strengths", rule, *said, weak=True)
        for part in page.within(Section.BODY)
        for rule, said in _praised(page, part, told)
    )


LONGEST_TITLE = 110
_TITLE = r"(?: về | công_tác | lĩnh_vực | đối_với | tình_hình | kết_quả )_"


def names_what_follows(page: Page, part: Part) -> bool:
    """Tell "1. Về kinh tế", an item that only names what is told below it."""
    words = page.text.clean[part.start : part.end].rstrip()
    alone = words != "" and not words.endswith((".", ";", ",", "!")) and len(words) <= LONGEST_TITLE
    if not alone or not compile_pattern(_TITLE, bare=page.text.bare).match(page.text.low, part.start):
        return False
    return page.text.clean[part.end : part.end + 1] in ("\n", "") and not is_weak_alone(
        page.text, part.start, part.end
    )


def _told_as_figures(page: Page) -> frozenset[int]:
    """Give where the names of targets and the counts of targets begin in the source."""
    return frozenset(
        reading.span.start for reading in page.readings if reading.field.startswith(("targets", "counts"))
    )


def _is_row(page: Page, said: Place, told: frozenset[int]) -> bool:
    """Tell a clause that begins with the name of a target and is kept as one, also behind when and who."""
    begins = page.text.starts[said[0] : min(said[0] + LONGEST_LEAD_IN, said[1])]
    return not told.isdisjoint(begins)


LONGEST_LEAD_IN = 50  # "Trong 15 chỉ tiêu nghị quyết năm 2026, có (06 chỉ tiêu đạt)"


def _praised(page: Page, part: Part, told: frozenset[int]) -> Iterator[tuple[str, Place]]:
    """Find the clauses of a sentence that praise; what holds figures of targets is told as such."""
    if not search_first(PRAISES, page.text, part.start, part.end):
        return
    for start, end in _clauses(page, part):
        found = search_first(PRAISES, page.text, start, end)
        if (
            not found
            or match_first(NO_PRAISE, page.text, start, end)
            or page.text.clean[end : end + 1] == ":"
        ):
            continue
        places = page.text.starts[start : max(start + 1, end)]
        if told.isdisjoint(range(places[0], places[-1] + 1)) and not is_weak_alone(page.text, start, end):
            yield found[0].name, (start, end)


def _clauses(page: Page, part: Part) -> Iterator[Place]:
    text = page.text
    pattern = compile_pattern(_LEAD, bare=text.bare)
    for clause in clauses(text, part.start, part.end):
        start, end = without_asides(text, *trim(text, *clause))
        found = pattern.match(text.low, start, end)
        if found and end - found.end() >= SHORTEST:
            start, end = trim(text, found.end(), end)
        if end - start >= SHORTEST:
            yield start, end
