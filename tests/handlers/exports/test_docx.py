"""Drafts in their legal layout, read back by the library that staff's own files are read by."""

from __future__ import annotations

import io
from dataclasses import replace

import docx
import pytest

from handlers.context import DocumentStyle
from handlers.exports import as_docx
from handlers.exports.drafts import Kind
from reports.edits import EARLIER
from reports.model import Report, Span
from storage.reports import StoredReport
from tests.handlers.exports.givens import MENDED, NOW, STATED, dangerous, sample, stored
from tests.storage.examples import FULL


def text_of(given: StoredReport, kind: Kind, style: DocumentStyle = "state") -> str:
    document = docx.Document(io.BytesIO(as_docx.write(given, kind, style, NOW)))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_a_notice_of_a_state_body_has_the_parts_of_the_decree() -> None:
    text = text_of(STATED, Kind.NOTICE)

    for part in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "UBND XÃ TÂN THUẬN",
        "Số: 07/TB-UBND",
        "THÔNG BÁO",
        "Ngày 03/03/2026, tại Hội trường UBND xã, UBND xã Tân Thuận tổ chức cuộc họp.",
        "đồng chí Lê Văn Bốn - Chủ tịch UBND xã",
        "a) Rà soát hộ nghèo (đơn vị thực hiện: Phòng Kinh tế; phối hợp: Công an xã; "
        "thời hạn: trước ngày 20/3/2026).",
        "[CẦN BỔ SUNG: đơn vị thực hiện, thời hạn]",
        "Nơi nhận:",
        "- Lưu: VT, [CẦN BỔ SUNG].",
    ):
        assert part in text
    assert text.rstrip().count("./.") == 1


def test_a_notice_of_a_party_body_has_the_parties_own_parts() -> None:
    text = text_of(STATED, Kind.NOTICE, "party")

    for part in ("ĐẢNG CỘNG SẢN VIỆT NAM", "*", "Số 07/TB-UBND", "-----", "- Lưu "):
        assert part in text
    assert "CỘNG HÒA" not in text
    assert "./." not in text


def test_a_report_has_its_targets_in_an_annex() -> None:
    text = text_of(STATED, Kind.REPORT)

    assert "I. KẾT QUẢ" in text
    assert "PHỤ LỤC" in text
    assert "trên 12,5 tỷ đồng" in text
    assert "Kính gửi: [CẦN BỔ SUNG: cơ quan nhận báo cáo]" in text
    assert "07/TB-UBND" not in text  # the number of a notice is none of a report


def test_what_does_not_stand_in_the_text_says_whose_it_is() -> None:
    earlier = replace(FULL, place=Span(EARLIER, EARLIER, "Nhà văn hóa ấp 3"))

    assert "tại Nhà văn hóa ấp 2 (do văn phòng bổ sung)," in text_of(MENDED, Kind.NOTICE)
    assert "tại Nhà văn hóa ấp 3 (theo bản trước)," in text_of(stored(earlier), Kind.NOTICE)


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("style", ["state", "party"])
@pytest.mark.parametrize(
    "given", [stored(Report("x")), dangerous(), sample("1-thi-uy-quy-iii")], ids=["empty", "hostile", "own"]
)
def test_every_report_becomes_a_page_of_a4(kind: Kind, style: DocumentStyle, given: StoredReport) -> None:
    document = docx.Document(io.BytesIO(as_docx.write(given, kind, style, NOW)))
    page = document.sections[0]

    sides = (page.page_width, page.page_height, page.left_margin, page.right_margin)
    assert [round(side.mm) for side in sides if side] == [210, 297, 30, 15]
    assert {style.font.name for style in document.styles if style.name == "Normal"} == {"Times New Roman"}


def test_more_tasks_than_letters_are_numbered() -> None:
    many = tuple(replace(FULL.tasks[0], ordinal=n) for n in range(1, 40))
    text = text_of(stored(replace(FULL, tasks=many)), Kind.NOTICE)

    assert "(39) Rà soát hộ nghèo" in text
