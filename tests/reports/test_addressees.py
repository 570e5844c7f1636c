"""Whom a task is given to: the unit before its verb, the label of a line, the line that leads to a list."""

from __future__ import annotations

import pytest

from reports.addressees import is_label, read_addressee
from reports.outline import lead_addressee
from reports.text import clean

ADDRESSEES = [
    ("Phòng Văn hóa - Xã hội xây dựng phương án thay loa cũ", "Phòng Văn hóa - Xã hội"),
    ("Phòng Văn hóa - Xã hội tổ chức lớp học trong tháng 11", "Phòng Văn hóa - Xã hội"),
    ("Chủ tịch UBND các xã chỉ đạo các phòng chuyên môn", "Chủ tịch UBND các xã"),
    ("Ban Quản lý dự án đầu tư xây dựng số 2 chủ trì lập hồ sơ", "Ban Quản lý dự án đầu tư xây dựng số 2"),
    ("lãnh đạo cấp ủy, lãnh đạo các đơn vị tập trung chỉ đạo", "lãnh đạo cấp ủy, lãnh đạo các đơn vị"),
    ("Văn phòng Đảng ủy: hoàn thiện Quy chế làm việc", "Văn phòng Đảng ủy"),
    ("Ban Cán sự Đảng UBND thành phố được giao chỉ đạo các ngành", "Ban Cán sự Đảng UBND thành phố"),
    ("Giám đốc các bệnh viện, trung tâm y tế rà soát lại", "Giám đốc các bệnh viện, trung tâm y tế"),
    ("UBND xã Tân Lâm 2: Rà soát toàn bộ hồ sơ đất đai", "UBND xã Tân Lâm 2"),
    ("Sở Xây dựng: Tiếp tục duy trì chế độ họp giao ban", "Sở Xây dựng"),
    ("Công an thành phố: Khẩn trương điều tra vụ việc", "Công an thành phố"),
    ("UBND các xã: Tân Lâm, Phú Lộc vận động các hộ dân", "UBND các xã: Tân Lâm, Phú Lộc"),
    ("Hiệu trưởng các trường THCS chịu trách nhiệm", "Hiệu trưởng các trường THCS"),
    ("Trung đoàn 82 tổ chức huấn luyện", "Trung đoàn 82"),
    ("Cục Thi hành án dân sự tỉnh tập trung thi hành án", "Cục Thi hành án dân sự tỉnh"),
    ("người lao động nỗ lực, nêu cao tinh thần trách nhiệm", "người lao động"),
    ("từng địa phương quy rõ trách nhiệm", "từng địa phương"),
    ("các đơn vị cung cấp điện phải tính toán", "các đơn vị cung cấp điện"),
    ("các đơn vị trong ngành thực hiện một số việc", "các đơn vị trong ngành"),
    ("Tổ chức rà soát các văn bản đã ban hành", None),
    (
        "Các Bộ: Công Thương, Tài chính, Nội vụ và các tỉnh chỉ đạo",
        "Các Bộ: Công Thương, Tài chính, Nội vụ và các tỉnh",
    ),
    ("địa phương đã triển khai nhiều giải pháp", "địa phương"),
    ("Lãnh đạo, chỉ đạo hoàn thành các mục tiêu", None),
    ("Cấp kinh phí đào tạo cho công nhân", None),
    ("Phòng, chống dịch bệnh, tuyên truyền sâu rộng", None),
    ("Cấp phát gạo kịp thời, hướng dẫn người dân", None),
    ("Trường hợp trốn tránh phải xử phạt", None),
]


@pytest.mark.parametrize(("task", "expected"), ADDRESSEES)
def test_the_unit_before_its_verb_is_read(task: str, expected: str | None) -> None:
    text = clean(task)
    found = read_addressee(text, 0, len(text.clean))

    assert (text.clean[found.start : found.end] if found else None) == expected


LEADS = [
    ("Giao Sở Nội vụ:", "Sở Nội vụ"),
    ("Giao Sở Tư pháp chủ trì, phối hợp với các đơn vị liên quan:", "Sở Tư pháp"),
    ("Trách nhiệm của các sở, ngành, UBND các xã, phường", "các sở, ngành, UBND các xã, phường"),
    ("Đối với Công an xã:", "Công an xã"),
    ("Yêu cầu UBND các xã: Tân Lập, Hòa Bình:", "UBND các xã: Tân Lập, Hòa Bình"),
    ("Về dự thảo đề án, giao Sở Tài chính:", "Sở Tài chính"),
    ("đồng chí Bí thư yêu cầu các chi bộ tập trung:", "các chi bộ"),
    ("Đồng chí Bí thư kết luận, yêu cầu thực hiện:", None),
    ("Về cải cách thể chế", None),
    ("Đối với tiến độ giải ngân:", None),
    ("Công tác xây dựng Đảng", None),
]


@pytest.mark.parametrize(("line", "expected"), LEADS)
def test_a_line_that_leads_names_who_is_asked(line: str, expected: str | None) -> None:
    text = clean(line)
    found = lead_addressee(text, 0, len(text.clean))

    assert (text.clean[slice(*found)] if found else None) == expected


def test_a_line_with_a_verb_is_no_label() -> None:
    label, task = clean("Giao Sở Tài chính"), clean("Sở Tài chính bố trí kinh phí")

    assert is_label(label, 0, len(label.clean))
    assert not is_label(task, 0, len(task.clean))
