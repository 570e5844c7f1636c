"""Who is charged with a task, by when, and in which position: where each of these ends."""

from __future__ import annotations

import pytest

from reports import read_report

HEAD = "UBND XÃ TÂN LẬP\n\nBIÊN BẢN HỌP GIAO BAN THÁNG 10/2026\n\nNgày họp: 06/10/2026\n\nKẾT LUẬN\n"


def charged(item: str) -> tuple[str | None, str | None]:
    task = read_report(f"{HEAD}- {item}\n- Phòng Kinh tế lập hồ sơ.\n").tasks[0]
    day = task.deadline.last_day.isoformat() if task.deadline and task.deadline.last_day else None
    return task.assignee.text if task.assignee else None, day


@pytest.mark.parametrize(
    ("item", "who", "day"),
    [
        (
            "Đài Khí tượng thủy văn (bà Nhan Thị Tố Như) sửa 2 trạm trước 05/12/2026.",
            "Đài Khí tượng thủy văn",
            "2026-12-05",
        ),
        ("Phòng Vật tư thiết bị (KS Bành Tuấn Kiệt) thay bóng máy CT.", "Phòng Vật tư thiết bị", None),
        (
            "Bảo vệ và nhân viên thiết bị: sửa 9 máy tính trước 28/11/2026.",
            "Bảo vệ và nhân viên thiết bị",
            "2026-11-28",
        ),
        ("Phòng Tổ chức cán bộ đăng tuyển 15 điều dưỡng.", "Phòng Tổ chức cán bộ", None),
        ("Trưởng các thôn, buôn dự trữ lương thực đủ 07 ngày.", "Trưởng các thôn, buôn", None),
        ("Tổ chức lễ kỷ niệm gọn nhẹ; Công đoàn chịu trách nhiệm.", "Công đoàn", None),
        ("Sửa mái nhà kho, Tổ Bảo vệ phụ trách.", "Tổ Bảo vệ", None),
        ("Phấn đấu kết nạp thêm 60 hội viên (phân công: chị Trương Mỹ Lệ).", "chị Trương Mỹ Lệ", None),
        ("Ông Đạt: thay mạng ống gang lắp trước năm 1998.", "Ông Đạt", None),
        (
            "Văn phòng: đôn đốc thu nợ; đến ngày 10/11/2026 mới thu 40%. Yêu cầu đến hết tháng 12 xong.",
            "Văn phòng",
            "2026-12-31",
        ),
    ],
)
def test_who_and_by_when(item: str, who: str, day: str | None) -> None:
    assert charged(item) == (who, day)


@pytest.mark.parametrize(
    ("item", "position"),
    [
        ("Giao ông Lê Văn Tám - Phó Chủ tịch UBND xã giải quyết dứt điểm 2 đơn.", "Phó Chủ tịch UBND xã"),
        ("Ông Lê Văn Tám, Phó Chủ tịch UBND xã phụ trách phân bổ hết số tiền.", "Phó Chủ tịch UBND xã"),
        ("Điều động đồng chí Lê Văn Tám, Phó Chánh Văn phòng giữ chức Bí thư.", "Phó Chánh Văn phòng"),
    ],
)
def test_a_position_ends_before_what_is_to_be_done(item: str, position: str) -> None:
    (person,) = read_report(f"{HEAD}- {item}\n").people

    assert person.position is not None
    assert person.position.text == position


def test_a_cause_begins_behind_its_label() -> None:
    report = read_report(
        HEAD.replace("KẾT LUẬN", "1. Kết quả") + "Trễ hạn 65 hồ sơ. Nguyên nhân trễ: phần mềm hay lỗi.\n"
    )

    assert [cause.text for cause in report.causes] == ["phần mềm hay lỗi"]
