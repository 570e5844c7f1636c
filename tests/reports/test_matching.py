"""The same target in other reports: names that are one, and names that only look alike."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reports.matching import MOST_WORDS, NameKey, Own, is_misspelling, name_key
from reports.samebody import body_key, body_of, own_of
from reports.syllables import is_syllable, spelt
from tests.reports.test_comparing import report_of

OWN = own_of(body_key("Đảng ủy xã Tân Hòa Đông"))

SAME = [
    ("thu ngân sách trên địa bàn", "Thu ngân sách trên địa bàn"),
    ("Tỷ lệ hộ nghèo", "tỉ lệ hộ nghèo"),
    ("tỷ lệ người dân tham gia BHYT", "Tỷ lệ người dân tham gia bảo hiểm y tế"),
    ("tỷ lệ người dân tham gia các hình thức bảo hiểm y tế", "tỷ lệ người dân tham gia bảo hiểm y tế"),
    ("số lao động được giải quyết việc làm", "số lao động giải quyết việc làm"),
    ("công tác tuyển quân", "tuyển quân"),
    ("chỉ tiêu về y tế", "y tế"),
    ("Giá trị sản xuất CN-TTCN", "giá trị sản xuất công nghiệp - tiểu thủ công nghiệp"),
    ("giá trị sản xuất công nghiệp và xây dựng", "giá trị sản xuất công nghiệp, xây dựng"),
    ("đầu tư XDCB", "đầu tư xây dựng cơ bản"),
    ("số hộ nghèo toàn xã", "số hộ nghèo của xã"),
    ("tổng số hộ nghèo", "số hộ nghèo"),
    ("thu ngân sách trên địa bàn xã Tân Hòa Đông", "thu ngân sách trên địa bàn"),
    ("tổng mức bán lẻ trên địa bàn xã", "tổng mức bán lẻ"),
    ("GRDP của xã Tân Hòa Đông", "GRDP"),
    ("tỷ lệ trẻ em dưới 06 tuổi được tiêm chủng", "tỷ lệ trẻ em dưới 6 tuổi được tiêm chủng"),
    ("chỉ số giá tiêu dùng tháng 5", "chỉ số giá tiêu dùng trong tháng 06/2026"),
    ("doanh thu quý III", "doanh thu quý 2/2026"),
    ("tốc độ tăng trưởng kinh tế năm 2026", "tốc độ tăng trưởng kinh tế trong năm 2025"),
    ("Hoà giải ở cơ sở", "hòa giải ở cơ sở"),
    ("thu ngan sach tren dia ban", "thu ngan sach tren dia ban xa"),
    ("ty le BHYT", "tỷ lệ bảo hiểm y tế"),
]

DIFFERENT = [
    ("thu ngân sách trên địa bàn", "thu ngân sách từ đất"),
    ("thu ngân sách trên địa bàn", "thu ngân sách xã"),
    ("thu ngân sách trên địa bàn", "chi ngân sách trên địa bàn"),
    ("tổng thu ngân sách", "thu ngân sách"),
    ("số hộ nghèo", "số hộ cận nghèo"),
    ("số hộ nghèo", "tỷ lệ hộ nghèo"),
    ("số hộ nghèo", "số hộ thoát nghèo"),
    ("tăng thu ngân sách", "giảm thu ngân sách"),
    ("số vụ tai nạn giao thông", "số người chết vì tai nạn giao thông"),
    ("diện tích trồng dừa", "diện tích trồng dưa"),
    ("diện tích trồng lúa", "diện tích trồng dứa"),
    ("đất trồng", "đất trống"),
    ("trẻ dưới 5 tuổi", "trẻ dưới 6 tuổi"),
    ("xã đạt chuẩn nông thôn mới", "xã đạt chuẩn nông thôn mới nâng cao"),
    ("chỉ số giá tiêu dùng tháng 5", "chỉ số giá tiêu dùng"),
    ("doanh số cho vay", "doanh số vay"),
    ("kết nạp đảng viên", "kết nạp đoàn viên"),
    ("lúa Đông Xuân", "lúa Hè Thu"),
    ("vốn thực hiện", "vốn đăng ký"),
    ("tỷ lệ giải ngân", "giải ngân"),
    ("thu ngân sách huyện", "thu ngân sách của xã"),
]

MISSPELT = [
    ("giải ngân vốn đầu tư công", "giải ngâan vốn đầu tư công"),
    ("kết nạp đảng viên", "kêt nạp đảng viên"),
    ("số hộ nghèo", "số hộ ngheèo"),
    ("tỷ lệ hồ sơ trực tuyến", "tỷ lệ hồ sơ trưcj tuyến"),
]

NOT_MISSPELT = [
    ("diện tích lúa", "diện tích dứa"),
    ("đất trồng", "đất trống"),
    ("số hộ nghèo", "số hộ nghề"),
    ("sản phẩm OCOP", "sản phẩm cọp"),
    ("vốn FDI", "vốn ODA"),
    ("giải ngân vốn đầu tư công", "giải ngâan vốn đầu tư"),
    ("giải ngân vốn đầu tư công", "giải ngâan vốn đầu tư xã"),
    ("tuyển quân", "tuyển quâan nhân"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_what_a_name_may_have_or_not_does_not_tell_targets_apart(one: str, other: str) -> None:
    if one.isascii() == other.isascii():
        assert name_key(one, OWN).words == name_key(other, OWN).words
    assert name_key(one, OWN).bare == name_key(other, OWN).bare


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_a_word_that_distinguishes_tells_targets_apart(one: str, other: str) -> None:
    assert name_key(one, OWN).words != name_key(other, OWN).words
    assert not is_misspelling(name_key(one, OWN), name_key(other, OWN))


@pytest.mark.parametrize(("right", "wrong"), MISSPELT)
def test_a_word_that_is_no_syllable_is_a_misspelling_of_its_neighbour(right: str, wrong: str) -> None:
    assert is_misspelling(name_key(right), name_key(wrong))
    assert is_misspelling(name_key(wrong), name_key(right))


@pytest.mark.parametrize(("one", "other"), NOT_MISSPELT)
def test_a_word_that_means_something_is_no_misspelling(one: str, other: str) -> None:
    assert not is_misspelling(name_key(one), name_key(other))
    assert not is_misspelling(name_key(other), name_key(one))


@pytest.mark.parametrize(
    ("name", "own", "bare"),
    [
        ("GRDP cả năm của tỉnh Sơn Lâm", "Tỉnh ủy Sơn Lâm", "tong san pham ca nam"),
        ("tăng trưởng kinh tế Sơn Lâm", "UBND tỉnh Sơn Lâm", "tang truong kinh te"),
        ("thu ngân sách của huyện", "UBND tỉnh Sơn Lâm", "thu ngan sach huyen"),
        ("trẻ dưới 8 tuổi", "UBND phường 8", "tre duoi 8 tuoi"),
        ("doanh thu toàn tập đoàn", "Tập đoàn Hải Vân", "doanh thu"),
        ("số hộ nghèo toàn xã", "", "so ho ngheo toan xa"),
    ],
)
def test_a_body_may_name_its_own_place_or_not(name: str, own: str, bare: str) -> None:
    assert name_key(name, own_of(body_key(own))).bare == bare


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("UBND xã Tân Mỹ", "ỦY BAN NHÂN DÂN XÃ TÂN MỸ"),
        ("UBND TP. Sơn Lâm", "Uỷ ban nhân dân thành phố Sơn Lâm"),
        ("BCH Đảng bộ huyện Tân Khê", "Huyện ủy Tân Khê"),
        ("Ban Chấp hành Đảng bộ xã Tân Mỹ", "Đảng ủy xã Tân Mỹ"),
        ("Ban Thường vụ Tỉnh ủy Sơn Lâm", "Tỉnh ủy Sơn Lâm"),
        ("Thường trực HĐND xã Tân Mỹ", "Hội đồng nhân dân xã Tân Mỹ"),
        ("Ủy ban MTTQ Việt Nam phường Yên Khê", "MTTQ phường Yên Khê"),
    ],
)
def test_forms_of_a_name_are_one_body(one: str, other: str) -> None:
    assert body_key(one) == body_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Đảng ủy xã Tân Mỹ", "UBND xã Tân Mỹ"),
        ("UBND xã Tân An", "UBND xã Tân Ân"),
        ("UBND xã Tân Mỹ", "UBND phường Tân Mỹ"),
        ("Sở Y tế", "Sở Y tế tỉnh Sơn Lâm"),
    ],
)
def test_bodies_that_only_look_alike_are_two(one: str, other: str) -> None:
    assert body_key(one).words != body_key(other).words


def test_a_letterhead_of_two_lines_is_one_body() -> None:
    head = "ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nPHƯỜNG AN KHÊ\n"
    party = "ĐẢNG BỘ TỈNH SƠN LÂM\nĐẢNG ỦY PHƯỜNG AN KHÊ\n"

    assert body_of(report_of(head, organisation="PHƯỜNG AN KHÊ")) == body_key("UBND phường An Khê")
    assert body_of(report_of(party, organisation="ĐẢNG ỦY PHƯỜNG AN KHÊ")) == body_key(
        "Đảng ủy phường An Khê"
    )
    assert body_of(report_of("UBND xã Tân Mỹ họp", organisation="UBND xã Tân Mỹ")) == body_key(
        "UBND xã Tân Mỹ"
    )
    assert body_of(report_of("họp", organisation=None)) == body_key("")


@pytest.mark.parametrize("word", ["nghèo", "khuỷu", "quyết", "giếng", "gì", "xuyên", "khuya", "kết", "ngoằn"])
def test_syllables_are_told(word: str) -> None:
    assert is_syllable(spelt(word))


@pytest.mark.parametrize("word", ["ngheèo", "sáhc", "kêt", "ngâan", "nghoè", "cì", "covid", "ftth"])
def test_what_is_no_syllable_is_told(word: str) -> None:
    assert not is_syllable(spelt(word))


def test_a_word_typed_without_accents_can_be_a_syllable() -> None:
    assert is_syllable(spelt("ket"))
    assert is_syllable(spelt("ngheo"))


def test_very_long_names_differ_by_their_ends() -> None:
    long = " ".join(["số hộ"] * MOST_WORDS)

    assert name_key(f"{long} nghèo") == name_key(f"{long}  nghèo")
    assert name_key(f"{long} nghèo") != name_key(f"{long} giàu")
    assert len(name_key(f"{long} nghèo").words.split()) == MOST_WORDS + 1


@given(st.text(max_size=60))
def test_every_name_has_a_key_and_composing_does_not_change_it(name: str) -> None:
    key = name_key(name, Own("xã", "tân mỹ"))

    assert isinstance(key, NameKey)
    assert key == name_key(
        unicodedata.normalize("NFD", unicodedata.normalize("NFC", name)), Own("xã", "tân mỹ")
    )


@given(
    st.lists(
        st.sampled_from(["số", "hộ", "nghèo", "của", "các", "xã", "năm 2026", "BHYT"]),
        min_size=1,
    )
)
def test_a_key_is_its_own_key(words: list[str]) -> None:
    key = name_key(" ".join(words))
    assume(len(key.bare.split()) <= MOST_WORDS)  # of a longer one the rest is one word

    assert name_key(key.bare).bare == key.bare or "nam" in key.bare
