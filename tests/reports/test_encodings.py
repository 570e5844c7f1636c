"""Texts in the encodings of old Vietnamese fonts are read like any other; their source stays as posted."""

from __future__ import annotations

import pytest

from reports import read_report
from reports.encodings import decode

DECODED = [
    ("Céng hßa x· héi chñ nghÜa ViÖt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
    ("§ång chÝ BÝ th­ §¶ng ñy ph­êng yªu cÇu", "Đồng chí Bí thư Đảng ủy phường yêu cầu"),
    ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
    ("Ñoàng chí Bí thö Ñaûng uûy phöôøng yeâu caàu", "Đồng chí Bí thư Đảng ủy phường yêu cầu"),
    ("UÛY BAN NHAÂN DAÂN TÆNH ÑAÉK LAÉK", "ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK"),
]


@pytest.mark.parametrize(("written", "expected"), DECODED)
def test_an_old_encoding_is_told_and_decoded(written: str, expected: str) -> None:
    decoded, places = decode(written)

    assert decoded == expected
    assert places is not None
    assert len(places) == len(decoded) + 1
    assert places[-1] == len(written)


@pytest.mark.parametrize(
    "written",
    [
        "Hội nghị sơ kết công tác quý III",
        "hoi nghi so ket cong tac quy III",
        "Le café est fermé à midi, rendez-vous à l'hôtel",
        "Ông Müller và đoàn thăm xã",
        "Ông Tám và bà Hà là chú và cô",
        "",
    ],
)
def test_other_texts_are_left_alone(written: str) -> None:
    assert decode(written) == (written, None)


PLAIN = "Ngày 3/10/2024, UBND xã Tân Lộc tổ chức hội nghị. Ông Lê Văn Tám, Chủ tịch UBND xã chủ trì."
TCVN3 = "Ngµy 3/10/2024, UBND x· T©n Léc tæ chøc héi nghÞ. ¤ng Lª V¨n T¸m, Chñ tÞch UBND x· chñ tr×."
VNI = "Ngaøy 3/10/2024, UBND xaõ Taân Loäc toå chöùc hoäi nghò. OÂng Leâ Vaên Taùm, Chuû tòch xaõ chuû trì."


@pytest.mark.parametrize(
    ("source", "organisation", "name"),
    [
        (PLAIN, "UBND xã Tân Lộc", "Lê Văn Tám"),
        (TCVN3, "UBND x· T©n Léc", "Lª V¨n T¸m"),
        (VNI, "UBND xaõ Taân Loäc", "Leâ Vaên Taùm"),
    ],
)
def test_a_report_in_an_old_encoding_is_read_and_its_spans_cut_the_source(
    source: str, organisation: str, name: str
) -> None:
    report = read_report(source)

    assert report.organisation is not None
    assert report.organisation.text == organisation
    assert [person.name.text for person in report.people] == [name]
    assert all(source[span.start : span.end] == span.text for span in report.spans())
