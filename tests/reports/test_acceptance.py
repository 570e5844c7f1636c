"""What may be a Vietnamese report, and what cannot be one."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.acceptance import FEWEST_CHARACTERS, Unfit, is_vietnamese, share_of_syllables, unfit
from reports.encodings import decode
from tests.reports.test_corpus import TEXTS, needs_corpus

EXAMPLES = sorted((Path(__file__).parent / "examples").glob("*.txt"))


def without_accents(text: str) -> str:
    """Write a text as people type it who have no Vietnamese keyboard."""
    apart = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


VIETNAMESE = {
    "names": (
        "Dự họp có: Nguyễn Thị Hoàng Yến, Lý Quốc Khuê, Đoàn Phước Nghĩa, Huỳnh Xuân Quyên, Y Blem "
        "Niê, H'Hương Êban, Rơ Châm Nglơng, Thạch Sôphia."
    ),
    "figures": (
        "Thu 145,12 tỷ đồng (72,5%); chi 98,7 tỷ đồng; gieo cấy 3.005 ha; 1.250 hộ; 12 vụ, giảm 3 "
        "vụ; 98,2% dân số; 45 km đường; 17/19 tiêu chí."
    ),
    "a table": (
        "STT\tChỉ tiêu\tĐVT\tKH 2026\tTH 9T\t%\n1\tThu NSNN\ttỷ đ\t120\t98\t81,7\n2\tBHYT\t%\t95\t93,1\t98\n"
        "3\tHộ nghèo\thộ\t40\t38\t95"
    ),
    "abbreviations": (
        "UBND, HĐND, UBMTTQ xã, BCHQS, CAX, TYT, BTC, KH-ĐT, TN&MT, LĐTBXH, GPMB, XDCB, BHYT, BHXH, "
        "OCOP, PAKN, DVCTT, CCHC và VPUB báo cáo TTr HĐND."
    ),
    "foreign words": (
        "Đội ngũ vận hành fanpage Facebook, nhóm Zalo, ứng dụng VNeID, iHanoi; đăng 12 video, 3 "
        "infographic và livestream hai buổi, giao lưu online với doanh nghiệp FDI."
    ),
    "a translation beside it": (
        "Hội nghị sơ kết công tác quý III đánh giá kết quả thực hiện nhiệm vụ.\nThe conference "
        "reviewed the work of the third quarter and its results."
    ),
    "an address": (
        "Xem toàn văn báo cáo của xã tại "
        "https://tanhoadong.example.vn/announcements/third-quarter-review-2026.html hoặc gửi thư về "
        "vanthu@tanhoadong.example.vn nhé."
    ),
    "TCVN3": (
        "Ngµy 3/10/2024, UBND x· T©n Léc tæ chøc héi nghÞ. ¤ng Lª V¨n T¸m, Chñ tÞch UBND x· chñ tr×, "
        "kÕt luËn."
    ),
    "VNI": (
        "Ngaøy 3/10/2024, UBND xaõ Taân Loäc toå chöùc hoäi nghò. OÂng Leâ Vaên Taùm, Chuû tòch xaõ "
        "chuû trì hoäi nghò."
    ),
}


@pytest.mark.parametrize("text", VIETNAMESE.values(), ids=list(VIETNAMESE))
def test_a_vietnamese_text_may_be_a_report(text: str) -> None:
    assert unfit(text) is None


@pytest.mark.parametrize("path", EXAMPLES, ids=[path.stem for path in EXAMPLES])
@pytest.mark.parametrize("written", [str, without_accents, str.upper, str.lower])
def test_a_report_in_any_spelling_may_be_one(path: Path, written: type[str]) -> None:
    assert unfit(written(path.read_text(encoding="utf-8"))) is None


def test_a_report_with_its_marks_apart_may_be_one() -> None:
    assert unfit(unicodedata.normalize("NFD", EXAMPLES[0].read_text(encoding="utf-8"))) is None


FOREIGN = {
    "English": (
        "The meeting was held on 3 October 2026 in the hall of the commune. The chairman asked the "
        "departments to finish the work before the end of the year."
    ),
    "English in capitals": (
        "MINUTES OF THE MEETING ON THE BUDGET OF THE THIRD QUARTER HELD IN THE HALL OF THE CITY. THE "
        "MAYOR ASKED ALL TO GO ON."
    ),
    "simple English": (
        "We had a good time at the beach, the sun was hot and the sea was calm. My son and I ate a "
        "lot of fish, then we sat in the sand till the moon came up."
    ),
    "French": (
        "Le conseil municipal a tenu sa réunion le 3 octobre à la mairie. Le maire a présenté le "
        "bilan du troisième trimestre et a demandé de terminer les travaux."
    ),
    "German": (
        "Der Gemeinderat tagte am 3. Oktober im Rathaus. Die Vorsitzende stellte die Ergebnisse des "
        "dritten Quartals vor und dankte allen für ihre Arbeit."
    ),
    "Indonesian": (
        "Rapat diadakan pada tanggal 3 Oktober di kantor desa. Kepala desa meminta semua bagian "
        "untuk menyelesaikan pekerjaan sebelum akhir tahun ini."
    ),
    "Chinese": (
        "会议于十月三日在镇政府礼堂举行。镇长听取了第三季度工作汇报，要求各部门在年底前完成任务，并向委员会报告进"
        "展情况。与会代表讨论了道路建设、供水工程和扶贫工作，一致同意加快进度，确保按时完成全年各项指标。"
    ),
    "Chinese in Latin letters": (
        "Huiyi yu shi yue san ri zai zhen zhengfu litang juxing, zhenzhang yaoqiu ge bumen zai "
        "niandi qian wancheng renwu, bing xiang weiyuanhui baogao."
    ),
    "Lorem ipsum": (
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt "
        "ut labore et dolore magna aliqua."
    ),
    "Russian": (
        "Заседание состоялось третьего октября в зале администрации. Председатель поручил отделам "
        "завершить работу до конца года."
    ),
    "a configuration": (
        "root:x:0:0:root:/root:/bin/bash\ndaemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin\nmail:x:8:8:m"
        "ail:/var/mail:/usr/sbin/nologin"
    ),
    "figures alone": (
        "12 345 678; 98,7%; 2026; 17/19; 3.005; 45 - 46 - 47 - 48 - 49 - 50 - 51 - 52 - 53 - 54 - 55 - 56"
    ),
}


@pytest.mark.parametrize("text", FOREIGN.values(), ids=list(FOREIGN))
def test_a_text_in_another_language_is_none(text: str) -> None:
    assert unfit(text) is Unfit.FOREIGN


@pytest.mark.parametrize("text", ["", " \n\t\xa0", "\u200b\u200f\ufeff" * 40, "\x00\x01\x02" * 99])
def test_a_text_with_nothing_to_be_seen_is_empty(text: str) -> None:
    assert unfit(text) is Unfit.EMPTY


@pytest.mark.parametrize(
    "text",
    [
        "\ue000\ue001\uf8ff" * 40,
        "\ufffd" * 200,
        "☐☑✓★→" * 40,
        "⠓⠕⠏" * 60,
        "\U000f0000 \U00100000 " * 60,
        "🙂🎉" * 50,
    ],
    ids=["private use", "replacements", "symbols", "braille", "private planes", "emoji"],
)
def test_a_text_of_unknown_signs_cannot_be_read(text: str) -> None:
    assert unfit(text) is Unfit.SIGNS
    assert unfit(f"{text} họp") is Unfit.SIGNS


def test_unknown_signs_beside_words_are_borne() -> None:
    """Up to 95 of 100; white space is not counted."""
    report = "\n".join(EXAMPLES[0].read_text(encoding="utf-8").split()[:40])
    letters = sum(map(len, report.split()))

    assert unfit(report + "\ue000" * 19 * letters) is None
    assert unfit(report + "\ue000" * 20 * letters) is Unfit.SIGNS


def test_a_text_is_short_by_the_characters_it_shows() -> None:
    report = "Hội nghị giao ban tháng 9 năm 2026 của UBND xã Tân Mỹ họp tại Phòng họp số 2 nay"

    assert len(report) == FEWEST_CHARACTERS
    assert unfit(report) is None
    assert unfit(report[:-1]) is Unfit.SHORT
    assert unfit(report[:40] + " \n" * 80) is Unfit.SHORT


WORDS = sorted({word for path in EXAMPLES for word in path.read_text(encoding="utf-8").split()})
ENGLISH = sorted(set(" ".join(FOREIGN[name] for name in ("English", "simple English")).split()))


@given(st.lists(st.sampled_from(WORDS), min_size=40), st.sampled_from([str, without_accents, str.upper]))
def test_words_of_reports_in_any_order_are_vietnamese(words: list[str], written: type[str]) -> None:
    """A draw of figures alone has no language."""
    text = written(" ".join([*words, "hội nghị", "nhiệm vụ"]))

    assert is_vietnamese(text)


@given(st.permutations(ENGLISH), st.sampled_from([str, str.upper]))
def test_words_of_another_language_in_any_order_are_not(words: list[str], written: type[str]) -> None:
    assert not is_vietnamese(written(" ".join(words)))


@given(st.text(max_size=400))
def test_any_text_is_told(text: str) -> None:
    """Twice the text says no less."""
    assert unfit(text) in {None, *Unfit}
    assert 0 <= share_of_syllables(text) <= 1
    if unfit(text) is None:
        assert unfit(f"{text}\n{text}") is None


@needs_corpus
@pytest.mark.parametrize("path", TEXTS, ids=[path.stem for path in TEXTS])
def test_no_real_report_is_refused_and_none_nearly(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    for written in (text, without_accents(text), text.upper(), without_accents(text).upper()):
        assert unfit(written) is None
        assert share_of_syllables(decode(unicodedata.normalize("NFC", written))[0]) > 0.95
