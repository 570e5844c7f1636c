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
        "TUYET MAT",
        "TUYỆT  MẬT",
        "M  Ậ  T",
        "M.Ậ.T",
        "T-Ố-I   M-Ậ-T",
        "M\xa0Ậ\xa0T",
        "M\u200bẬ\u200bT",
        "— MẬT —",
        "【MẬT】",
        "«Tối mật»",
        "Mức độ mật: MẬT",
        "Độ mật : Mật.",
        "DO MAT: TOI MAT",
        "TÀI LIỆU MẬT",
        "TAI LIEU MAT",
        "MẬT - KHẨN",
        "HỎA TỐC / TỐI MẬT",
        "TỐI\nMẬT",
        "TOI\nMAT",
        "MẬT\r\nBáo cáo",
        "ĐẢNG BỘ XÃ TÂN LỘC\tMẬT",
        "MẬT      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "| ỦY BAN NHÂN DÂN | MAT |",
        "Số: 15-BC/TU (MẬT)",
        "BÁO CÁO THÁNG 9 - MẬT",
        "Văn bản đóng dấu MẬT, gửi các đồng chí",
        "MẬT Số: 15-BC/TU",
        "Van ban dong dau TOI MAT ngay 03/3/2026",
        "Kết luận (T Ố I  M Ậ T) của Thường trực",
        "BAO CAO TOI MAT VE AN NINH",
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
        "Đặt mật khẩu cho máy tính; mật ong; mật mã; tố giác bí mật; thân mật",
        "Luật Bảo vệ bí mật nhà nước; tài liệu tối mật, tuyệt mật phải vào sổ riêng",
        "CÔNG TÁC BẢO VỆ BÍ MẬT NHÀ NƯỚC",
        "MẬT ĐỘ DÂN SỐ XÃ HƯƠNG MẬT",
        "SẢN LƯỢNG ĐƯỜNG, MẬT, SÁP ONG",
        "AN TOÀN, BẢO MẬT",
        "Danh mục\tĐộ mật\tGhi chú",
        "Độ mật: Không",
        "Mật ong\t500 lít",
        "Mật độ",
        "DUA NGHI QUYET DI TOI MAT TRAN TO QUOC CAC CAP",
        "GIAI PHONG MAT BANG",
        "Mat tran To quoc",
        "Tiến tới mặt bằng chung",
        "m a t",
        "",
    ],
)
def test_words_that_only_sound_like_it_are_no_stamp(text: str) -> None:
    assert not is_secret(text)


def test_a_text_of_any_length_is_looked_through_in_linear_time() -> None:
    """Each of these takes minutes where a pattern tries again at every place."""
    for piece in ("\n", " ", "M ", "MẬT MẬT ", "M.A.", "TỐI ", "|", "\t", "_", "- "):
        assert not is_secret((piece * 300_000)[:300_000] + "x")
