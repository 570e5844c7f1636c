import unicodedata

import pytest

from reports.secrecy import is_secret


@pytest.mark.parametrize(
    "text",
    [
        "MẬT\nTHÔNG BÁO",
        "THÔNG BÁO\n  TỐI MẬT  \nKết luận",
        "[TUYỆT MẬT]",
        "M Ậ T\nBáo cáo",
        "T U Y Ệ T  M Ậ T",
        "Độ mật: Tối mật",
        "* Mật *",
        "Văn bản đóng dấu TUYỆT MẬT ngày 03/3/2026",
        "MAT\nBao cao",
        "TOI MAT",
        unicodedata.normalize("NFD", "TỐI MẬT\nBáo cáo"),
        "TuyÖt mËt\nHéi nghÞ Ban ChÊp hµnh §¶ng bé x·",  # TCVN3
        "TOÁI MAÄT\nHoäi nghò Ñaûng boä xaõ, thöïc hieän nhieäm vuï",  # VNI
    ],
)
def test_a_stamp_of_secrecy_is_noticed(text: str) -> None:
    assert is_secret(text)


@pytest.mark.parametrize(
    "text",
    [
        "Công tác bảo mật thông tin được quan tâm",
        "BẢO MẬT",
        "Bảo vệ bí mật nhà nước",
        "Trồng mật ong; mật độ dân số",
        "mat\ntrận Tổ quốc",
        "Tôi mất\nviệc",
        "Giải phóng\nmặt\nbằng",
        "",
    ],
)
def test_words_that_only_sound_like_it_are_no_stamp(text: str) -> None:
    assert not is_secret(text)
