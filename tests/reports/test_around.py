"""What stands around a report: nothing in it is read as a task, a target, a finding."""

from __future__ import annotations

from itertools import chain

import pytest

from reports import Report, Span, read_report

NEWS = """Xã Tân Lộc họp đánh giá tháng 9
Ngày 3/10/2017, UBND xã Tân Lộc tổ chức hội nghị đánh giá công tác tháng 9.
Thu ngân sách đạt 2,5 tỷ đồng. Tuy nhiên, việc thu gom rác ở các ấp còn chậm.
Kết luận hội nghị, Chủ tịch UBND xã yêu cầu các ấp đôn đốc thu quỹ trước ngày 20/10.
"""
NOTICE = """ỦY BAN NHÂN DÂN
XÃ TÂN LỘC
Số: 45/TB-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Tân Lộc, ngày 5 tháng 10 năm 2017

THÔNG BÁO
Kết luận của Chủ tịch UBND xã tại cuộc họp giao ban tháng 9

I. Đánh giá
1. Kết quả: Thu ngân sách đạt 2,5 tỷ đồng.
2. Hạn chế:
- Việc thu gom rác ở các ấp còn chậm.
II. Nhiệm vụ
1. Các ấp đôn đốc thu quỹ trước ngày 20/10.
2. Công an xã tăng cường tuần tra ban đêm.
"""
LISTED = """Hội nghị giao ban tháng 9 xã Tân Lộc
Ngày 3/10/2017, UBND xã Tân Lộc họp giao ban. Thu ngân sách đạt 2,5 tỷ đồng.
Chủ tịch UBND xã yêu cầu:
- Các ấp đôn đốc thu quỹ;
- Công an xã tăng cường tuần tra ban đêm.
"""
HEADLINES = (
    "Huyện Tân Lập đẩy mạnh thu ngân sách, phấn đấu đạt 100 tỷ đồng",
    "Xã Bình Hòa còn nhiều khó khăn trong xây dựng nông thôn mới",
    "Yêu cầu các sở, ngành kiểm tra các cơ sở giết mổ",
    "Sản lượng lúa đạt 5.000 tấn, tăng 12%",
)
LISTS = ("Các tin khác", "Tin liên quan:", "TIN CŨ HƠN", "Bài viết cùng chuyên mục", "Có thể bạn quan tâm",
         "Các tin đã đăng:", "Tin đọc nhiều", ">> Xem thêm:", "Những bài viết liên quan")  # fmt: skip
SHAPES = ("{}", "- {}", "• {}.", "{} (12/03/2020)")
TAILS = (
    "Nơi nhận:\n- Như trên;\n- Các phòng chuyên môn (phối hợp thực hiện trước 20/10);\n- Lưu: VT, TH (05).",
    "NƠI NHẬN\nThường trực Huyện ủy (để báo cáo);\nUBND các xã tập trung thực hiện;\nLưu: VT.",
    "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(Đã ký)\nNguyễn Văn Bảy",
    "TL. BỘ TRƯỞNG\nCHÁNH VĂN PHÒNG\nĐã ký\nTrần Thị Tám",
    "Tin, ảnh: Hoàng Nam",
    "Bài, ảnh: Thu Kém",
    "Nguồn tin: Sở Y tế kiểm tra",
    "Tác giả bài viết: Phòng Kinh tế triển khai",
    "(Theo Báo Tân Lập)",
    "Lượt xem: 1.234 lượt",
    *("\n".join((name, *map(shape.format, HEADLINES))) for name in LISTS for shape in SHAPES),
)
CAPTIONS = (
    "Quang cảnh hội nghị.",
    "Nhiều tuyến đường đã xuống cấp (Ảnh: Hải Nam).",
    "Công nhân khẩn trương thi công đoạn đường còn chậm tiến độ. Ảnh: H.N",
    "Thu hoạch lúa hè thu ở xã Bình Hòa đạt 6,5 tấn/ha - Ảnh: NAM ANH",
    "Trong ảnh: Nông dân xã Bình Hòa gặp khó khăn vì hạn hán.",
    "Ảnh 1: Đoàn kiểm tra yêu cầu các hộ tháo dỡ lều quán.",
    "Hình 2. Sản lượng tôm đạt 500 tấn.",
    "Chủ tịch UBND huyện yêu cầu đẩy nhanh tiến độ tại buổi kiểm tra. (Ảnh: X.H)",
    "Cán bộ kiểm tra tiến độ thi công cầu còn chậm. Ảnh minh họa",
    "Mô hình trồng cam cho thu nhập 300 triệu đồng/ha. Ảnh Hồng Hạnh",
    "Video: Chủ tịch huyện yêu cầu khắc phục hậu quả bão",
)


def read(report: Report) -> list[Span]:
    """Give all that is read as a task, a target or a finding."""
    tasks = (task.text for task in report.tasks)
    targets = (target.name for target in report.targets)
    return [*chain(tasks, targets, report.limitations, report.causes, report.strengths)]


@pytest.mark.parametrize("body", [NEWS, NOTICE, LISTED], ids=["news", "notice", "listed"])
@pytest.mark.parametrize("tail", TAILS, ids=lambda tail: tail.partition("\n")[0])
def test_what_stands_below_a_report_is_no_part_of_it(body: str, tail: str) -> None:
    spans = read(read_report(body + "\n" + tail))

    assert [span.text for span in spans] == [span.text for span in read(read_report(body))]


@pytest.mark.parametrize("body", [NEWS, NOTICE, LISTED], ids=["news", "notice", "listed"])
@pytest.mark.parametrize("caption", CAPTIONS)
def test_a_caption_is_no_part_of_a_report(body: str, caption: str) -> None:
    lines = body.splitlines()
    lines.insert(len(lines) - 1, caption)
    spans = read(read_report("\n".join(lines)))

    assert [span.text for span in spans] == [span.text for span in read(read_report(body))]


def test_a_caption_inside_a_report_pasted_as_one_line_is_no_part_of_it() -> None:
    caption = "Nhà đất sử dụng sai mục đích đã xuống cấp. Ảnh: Hải Nam"
    report = read_report(f"{NEWS.replace(chr(10), ' ')} {caption} Xã đã họp xong. ")

    assert [span.text for span in read(report) if span.text in caption] == []


def test_a_letterhead_is_no_part_of_a_report() -> None:
    report = read_report(NOTICE)
    begin = NOTICE.index("I. Đánh giá")

    assert read(report)
    assert [span.text for span in read(report) if span.start < begin] == []
