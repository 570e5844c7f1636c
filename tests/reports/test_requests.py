"""What a meeting asks for in plain prose, what somebody promises, and what only looks like it."""

from __future__ import annotations

import pytest

from reports import read_report

OPENING = "Ngày 3/10/2017, UBND xã Tân Lộc tổ chức hội nghị. "


def tasks_of(words: str) -> list[tuple[str | None, str]]:
    return [
        (t.assignee.text if t.assignee else None, t.text.text) for t in read_report(OPENING + words).tasks
    ]


REQUESTS = [
    (
        "Về vốn, theo Thường trực Huyện ủy, các đơn vị có tỷ lệ giải ngân thấp cần có giải pháp.",
        [
            (
                "các đơn vị có tỷ lệ giải ngân thấp",
                "Về vốn, theo Thường trực Huyện ủy, các đơn vị có tỷ lệ giải ngân thấp cần có giải pháp",
            )
        ],
    ),
    (
        "Ban Cán sự Đảng UBND tỉnh được giao chỉ đạo các ngành tiếp tục đổi mới.",
        [
            (
                "Ban Cán sự Đảng UBND tỉnh",
                "Ban Cán sự Đảng UBND tỉnh được giao chỉ đạo các ngành tiếp tục đổi mới",
            )
        ],
    ),
    (
        "Trong 6 tháng cuối năm, ngành tập trung các nội dung: Mở rộng sản xuất; tuyển sinh đủ chỉ tiêu.",
        [("ngành", "Mở rộng sản xuất"), ("ngành", "tuyển sinh đủ chỉ tiêu")],
    ),
    (
        "Thay mặt Ban Thường trực Mặt trận xã, bà Lan khẳng định sẽ cụ thể hóa thành kế hoạch.",
        [("Ban Thường trực Mặt trận xã", "sẽ cụ thể hóa thành kế hoạch")],
    ),
    ("Công ty cam kết sẽ tiếp tục hỗ trợ giống.", [("Công ty", "Công ty cam kết sẽ tiếp tục hỗ trợ giống")]),
    (
        "Yêu cầu đặt ra đối với cơ sở là phải chủ động đổi mới cách làm.",
        [("cơ sở", "chủ động đổi mới cách làm")],
    ),
    (
        "Chủ tịch yêu cầu các xã khẩn trương sơ tán dân, đồng thời khẳng định sẽ cách chức nếu chủ quan.",
        [("các xã", "các xã khẩn trương sơ tán dân")],
    ),
    (
        "Kết luận hội nghị, Chủ tịch xã giao: Việc điều chỉnh vốn: Giao Ban Quản lý dự án rà soát, báo cáo.",
        [("Ban Quản lý dự án", "Việc điều chỉnh vốn: Giao Ban Quản lý dự án rà soát, báo cáo")],
    ),
    (
        "Ông Lê Hoàng Phi cho biết, thời gian tới, đơn vị sẽ mở 4 lớp tập huấn.",
        [("đơn vị", "đơn vị sẽ mở 4 lớp tập huấn")],
    ),
    ("Để khắc phục tình trạng này phải gắn trách nhiệm người đứng đầu.", None),
]


@pytest.mark.parametrize(("words", "expected"), REQUESTS)
def test_a_request_or_a_promise_sets_tasks(words: str, expected: list[tuple[str | None, str]] | None) -> None:
    found = tasks_of(words)

    assert found == expected if expected is not None else len(found) == 1


@pytest.mark.parametrize(
    "words",
    [
        "Chủ tịch đề nghị các đại biểu tập trung thảo luận dự thảo báo cáo.",
        "Chủ tịch kết luận: Thống nhất với đề xuất của Phòng Kinh tế về việc mở chợ.",
        "Người dân không phải đóng góp chi phí nào cho việc di dời.",
        "HĐND huyện sẽ xem xét, thông qua các nghị quyết.",
        "Đơn vị đã chuyển giao kỹ thuật với các bệnh viện lớn.",
        "Chủ tịch cho biết, cử tri thành phố đề nghị cần có giải pháp xử lý dứt điểm.",
        "Hiện nay người dân phải đi xuống lòng đường.",
        "Ban Chấp hành ban hành Kết luận số 12 về tiếp tục xây dựng đội ngũ cán bộ.",
        "Chia sẻ quan điểm này, Phó Chủ tịch xã nói, mỗi bên có cách nhìn riêng.",
    ],
)
def test_discussion_decisions_and_stories_are_no_tasks(words: str) -> None:
    assert tasks_of(words) == []
