"""Findings (đánh giá): limitations (hạn chế) and their causes (nguyên nhân)."""

from __future__ import annotations

from collections.abc import Iterator

from .asides import SHORTEST, without_asides
from .conceding import before_the_remedy, behind_the_concession
from .cues import Section
from .layout import clauses, trim
from .lists import Place
from .model import Span
from .page import Page
from .ratings import tells_ratings
from .rules import compile_pattern, match_first
from .sections import ALONE, BY_WORDS, HOWEVER, Part
from .seeming import ANNOUNCES
from .tables import stands_in_a_table
from .weakness import behind_the_turn, is_weak_alone, sounds_weak

# What introduces a limitation inside its sentence.
_LIMIT_WORD = r"""
    (?: hạn_chế | tồn_tại | khuyết_điểm | chưa_được | yếu_kém | bất_cập | khó_khăn | vướng_mắc | thiếu_sót
      | điểm_yếu | khâu_yếu | mặt_yếu | sai_sót
      | (?<=mặt_)chưa_làm_(?:được|tốt) | (?<=điểm_)chưa_làm_(?:được|tốt) )
"""
_LIMIT_WORDS = rf"{_LIMIT_WORD} (?: (?:,|_và)_ (?: {_LIMIT_WORD} | thách_thức ) ){{0,3}}"
_LEAD = rf"""
    (?: [^:;.]{{0,200}}? \b(?<!tự_)phê_bình_(?!và_)
      | [^:;.]{{0,150}} \b{_LIMIT_WORDS}\b [^:;.]{{0,60}} : \s*                           # "… những hạn chế:"
      | [^:;.]{{0,150}} \b{_LIMIT_WORDS}\b [^:;.]{{0,150}}
        _(?: đó_là | như | như_sau | sau_đây | cụ_thể ) \s? : \s*
      | [^:;.]{{0,150}}? \b{_LIMIT_WORDS}\b [^:;.,]{{0,30}}
        ,?_(?: đó_là | như | cụ_thể_là | gồm | (?:được_)?thể_hiện_(?:ở|qua) | là )_ (?!_do)
    )
"""
_CAUSE_LEAD = r"""
    (?: (?: phân_tích | đánh_giá | lý_giải | nói | đề_cập | giải_thích | làm_rõ )_(?:về_|rõ_)?(?:những_|các_)?
        nguyên_nhân\b [^:;.]{0,220}?
        \b (?: (?:cho_rằng|cho_biết|chỉ_ra),?_(?:là_)?(?:do_)? | (?:là_)?(?:do|bởi)_ )
      | [^:;.]{0,120}? \b(?: lý_giải | giải_thích )\b [^:;.]{0,220}? \b(?:là_)?(?: do | bởi | (?<!thay_)vì )_
      | [^:;.]{0,200}? \b(?:còn_)?có_nguyên_nhân_(?:là_)?(?:do|từ)_
      | [^:;.]{0,120}? \b(?:những|các)_(?:hạn_chế|tồn_tại|khuyết_điểm|yếu_kém|khó_khăn|bất_cập)\b
        [^:;.]{0,60}? _(?: là_do | do | bởi | xuất_phát_từ | bắt_nguồn_từ )_
      | sở_dĩ_ [^:;.]{0,160}? _(?: là_(?:do|vì|bởi) | do | vì | bởi )_
      | [^:;.]{0,120}? \b (?:tình_trạng|thực_trạng|vấn_đề|điều|chậm_trễ)_(?: này | trên | đó | nêu_trên )
        _ (?: \w+_ ){0,3}? (?: là_do | do | bởi | (?<!thay_)vì | xuất_phát_từ | bắt_nguồn_từ )_
      | (?:sự_)? việc_chậm [^:;.,]{0,90}? _(?:là_)?do_
      | [^:;.]{0,220}? \blà_do \s? : \s*
      | nguyên_nhân (?:_(?!là\b|do\b)\w+){1,4} \s? : \s*
      | (?:một_trong_)?(?:những_|các_)?nguyên_nhân\b [^:;.,]{0,90}? _(?: là_do | là | do )_
      | (?: [^:;.]{0,120}? , _ )??
        (?:về_)? (?:một_trong_)?(?:những_|một_số_|các_)? (?: nguyên_nhân | lý_do | lí_do ) \b
        (?: ,? _(?: được_nêu | được_xác_định | được_chỉ_ra | của | chủ_yếu | chính | khách_quan
          | chủ_quan | một_phần | phần_lớn | trên | hạn_chế | những | các | yếu_kém | khuyết_điểm | này
               | tồn_tại | dẫn_đến | cơ_bản | là | do | bởi | (?<!thay_)vì | xuất_phát_từ ) ){0,8} [,:]? \s*
      | (?: phần_lớn | một_phần | chủ_yếu | mặt_khác | đồng_thời | bên_cạnh_đó
      | về_(?:khách|chủ)_quan | khách_quan
          | chủ_quan | bởi ) \s* (?: [,:] | _?(?:là_)?(?:do|vì)_ ) \s*
      | (?: là_do | do | là | bởi | vì )_(?! (?:đó|vậy|thế)\b )
    )+
"""


def read_limitations(page: Page) -> tuple[Span, ...]:
    """Read what is said to be weak, late or missing."""
    told = [*_read(page, Section.LIMITATIONS, "limitations", _LEAD), *_explained(page)]
    return tuple(sorted(told, key=lambda span: span.start))


# What is explained in the same sentence: "Hồ sơ đất đai trễ hạn, nguyên nhân là dữ liệu chưa đồng bộ".
_EXPLAINED = r"""
    (?P<told> [^;.:]{12,220}? ) \s? [,(] _? (?:mà_)?
    (?: nguyên_nhân | lý_do | lí_do ) (?: _\w+ ){0,6}? (?: _(?:là|do) | \s? : )
"""


def _explained(page: Page) -> Iterator[Span]:
    """Read the limitation before its cause."""
    text = page.text
    pattern = compile_pattern(_EXPLAINED, bare=text.bare)
    for part in page.within(Section.CAUSES):
        found = pattern.match(text.low, part.start, part.end)
        if found and sounds_weak(text, *found.span("told")):
            start, end = without_asides(text, *trim(text, *found.span("told")))
            yield page.note("limitations", "…, nguyên nhân là …", start, end)


def read_causes(page: Page) -> tuple[Span, ...]:
    """Read the stated causes of the limitations."""
    return tuple(_read(page, Section.CAUSES, "causes", _CAUSE_LEAD))


def _read(page: Page, section: Section, name: str, lead: str) -> Iterator[Span]:
    for part in page.within(section):
        if part.end <= part.start or match_first(ANNOUNCES, page.text, part.start, part.end):
            continue
        if section is Section.LIMITATIONS and (_leads_on(page, part) or stands_in_a_table(page, part.start)):
            continue
        told = part.rule not in BY_WORDS  # what goes on with a weak clause may be told in fewer words
        for clause, said in _clauses(page, part, lead):
            if section is Section.CAUSES and _promises(page, *said):
                continue
            if part.rule == HOWEVER and _only_counts(page, *clause):
                continue
            if part.rule in BY_WORDS and tells_ratings(page.text, (part.start, part.end), clause):
                continue
            if part.rule in BY_WORDS and not _is_weak(page, part, *clause, told=told):
                continue
            told = True
            yield page.note(name, part.rule, *_point(page, part, *said), weak=part.rule.endswith("…"))


_REACHES = r".* \b(?: ước_ )? đạt_ (?!thấp) [^\d]{0,20} \d"


def _only_counts(page: Page, start: int, end: int) -> bool:
    """Tell "giá trị sản xuất ước đạt 53 tỷ đồng" between what is weak behind "Tuy nhiên, …"."""
    text = page.text
    counts = compile_pattern(_REACHES, bare=text.bare).match(text.low, start, end)
    return bool(counts) and not sounds_weak(text, start, end)


_PROMISE = r"""
    [^,;:]{0,80}? \bsẽ_ (?: tiếp_tục_ | sớm_ )?
    (?: chỉ_đạo | hoàn_thành | khắc_phục | ban_hành | tổ_chức | rà_soát )\b
"""


def _promises(page: Page, start: int, end: int) -> bool:
    """Tell "Ban Quản lý sẽ chỉ đạo khắc phục", which explains nothing."""
    return bool(compile_pattern(_PROMISE, bare=page.text.bare).match(page.text.low, start, end))


def _point(page: Page, part: Part, start: int, end: int) -> Place:
    """Bound what a clause comes to: behind its concession, before what was done about it."""
    told = behind_the_concession(page.text, start, end)
    if part.rule in BY_WORDS:
        told = behind_the_turn(page.text, told, end)
    return trim(page.text, told, before_the_remedy(page.text, told, end))


def _is_weak(page: Page, part: Part, start: int, end: int, *, told: bool) -> bool:
    """Tell whether a clause of a sentence that is a limitation by its words is one itself."""
    if told or part.rule != ALONE:
        return sounds_weak(page.text, start, end)
    return is_weak_alone(page.text, start, end)


_GENERIC = r"""
    .{0,200} \b(?: hạn_chế | tồn_tại | khó_khăn | bất_cập | khuyết_điểm | yếu_kém | vướng_mắc )
    (?: _nhất_định )? [.:] \Z
"""
_SPELLED_OUT = r"\s* (?: cụ_thể | đó_là | trong_đó | điển_hình ) \b"


def _leads_on(page: Page, part: Part) -> bool:
    """Tell "… còn một số hạn chế. Cụ thể, …", which is told by what follows it."""
    text = page.text
    generic = compile_pattern(_GENERIC, bare=text.bare).match(text.low, part.start, part.end)
    return bool(generic and compile_pattern(_SPELLED_OUT, bare=text.bare).match(text.low, part.end))


def _clauses(page: Page, part: Part, lead: str) -> Iterator[tuple[Place, Place]]:
    """Cut a sentence at its semicolons; give each piece, and what it says without what introduces it."""
    text = page.text
    pattern = compile_pattern(lead, bare=text.bare)
    for clause in clauses(text, part.start, part.end):
        start, end = without_asides(text, *trim(text, *clause))
        while (found := pattern.match(text.low, start, end)) and end - found.end() >= SHORTEST:
            start, end = without_asides(text, found.end(), end)
        if end - start >= SHORTEST:
            yield clause, (start, end)
