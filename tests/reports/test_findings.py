"""Limitations and causes: under headings, by cue, and by their own words in plain prose."""

from __future__ import annotations

import pytest

from reports import Report, read_report

OPENING = "Ngày 3/10/2017, UBND xã Tân Lộc tổ chức hội nghị. "


def read(words: str) -> Report:
    return read_report(OPENING + words)


def limitations(words: str) -> list[str]:
    return [span.text for span in read(words).limitations]


LIMITATIONS = [
    ("Công tác thu gom rác ở các ấp còn chậm.", ["Công tác thu gom rác ở các ấp còn chậm"]),
    ("Việc phối hợp giữa các ngành chưa chặt chẽ.", ["Việc phối hợp giữa các ngành chưa chặt chẽ"]),
    (
        "Mặc dù đã có nhiều cố gắng nhưng việc thu ngân sách vẫn gặp nhiều khó khăn.",
        ["việc thu ngân sách vẫn gặp nhiều khó khăn"],
    ),
    (
        "Xã đang đối mặt với nhiều khó khăn, thách thức. Đó là giá phân bón biến động; thị trường thu hẹp.",
        ["giá phân bón biến động", "thị trường thu hẹp"],
    ),
    (
        "Bên cạnh đó, còn bộc lộ một số khuyết điểm, hạn chế như: Giáo án chuẩn bị sơ sài; thể lực chưa đều.",
        ["Giáo án chuẩn bị sơ sài", "thể lực chưa đều"],
    ),
    (
        "Song, hoạt động công đoàn còn một số khó khăn, hạn chế. Cụ thể, cán bộ thiếu kỹ năng đối thoại.",
        ["cán bộ thiếu kỹ năng đối thoại"],
    ),
    ("Mặc dù vậy, thời gian chờ khám còn kéo dài.", ["thời gian chờ khám còn kéo dài"]),
    (
        "Chủ tịch nghiêm khắc phê bình các xã để dân khiếu nại vượt cấp.",
        ["các xã để dân khiếu nại vượt cấp"],
    ),
    (
        "Tuy nhiên, tiến độ làm đường chậm. Một số hộ bị ngập. Thu ngân sách đạt 5 tỷ đồng.",
        ["tiến độ làm đường chậm", "Một số hộ bị ngập"],
    ),
]


# How newspapers, minutes and reports tell what is weak: by a word, by whom, in mid-sentence, in pieces.
TOLD_IN_PROSE = [
    ("Trạm y tế chưa có bác sĩ.", ["Trạm y tế chưa có bác sĩ"]),
    ("Còn 9 hộ ở tổ 3 không cho đo đất.", ["Còn 9 hộ ở tổ 3 không cho đo đất"]),
    (
        "Tuy nhiên, việc đo đất chậm 20 ngày. Còn 9 hộ ở tổ 3 không cho đo đất. Việc xác minh hồ sơ kéo dài.",
        ["việc đo đất chậm 20 ngày", "Còn 9 hộ ở tổ 3 không cho đo đất", "Việc xác minh hồ sơ kéo dài"],
    ),
    ("Hiện vẫn còn một số hộ không nhận tiền.", ["Hiện vẫn còn một số hộ không nhận tiền"]),
    ("Xã còn 9 hộ, không có hộ nghèo.", []),
    ("Tỷ lệ hộ nghèo giảm còn 9%, không phát sinh hộ tái nghèo.", []),
    ("Một vài tổ dân phố chưa họp xong.", ["Một vài tổ dân phố chưa họp xong"]),
    ("Nhiều phòng học của trường đã xuống cấp.", ["Nhiều phòng học của trường đã xuống cấp"]),
    ("Khoa Nội thường xuyên quá tải.", ["Khoa Nội thường xuyên quá tải"]),
    ("Hợp tác xã vẫn gặp trở ngại khi vay vốn.", ["Hợp tác xã vẫn gặp trở ngại khi vay vốn"]),
    ("Doanh nghiệp gặp khó khi tuyển công nhân.", ["Doanh nghiệp gặp khó khi tuyển công nhân"]),
    ("Chuyến hàng sang biên giới bị gián đoạn.", ["Chuyến hàng sang biên giới bị gián đoạn"]),
    (
        "Ban Quản lý chấp hành không nghiêm quy chế; đã ký hợp đồng không đúng thẩm quyền.",
        ["Ban Quản lý chấp hành không nghiêm quy chế", "đã ký hợp đồng không đúng thẩm quyền"],
    ),
    (
        "Kỷ luật lao động chưa nghiêm; tình trạng xây nhà trái phép vẫn xảy ra.",
        ["Kỷ luật lao động chưa nghiêm", "tình trạng xây nhà trái phép vẫn xảy ra"],
    ),
    (
        "Quận đã xử lý 50 trường hợp, song tình trạng tái chiếm còn phổ biến.",
        ["tình trạng tái chiếm còn phổ biến"],
    ),
    ("Thu quỹ khá tốt, tuy nhiên việc chi còn bất cập.", ["việc chi còn bất cập"]),
    ("Trong khi ấp 1 làm khá tốt thì ấp 2 lại chậm.", ["ấp 2 lại chậm"]),
    ("Xã đạt 12 tiêu chí; công tác thu quỹ còn chậm.", ["công tác thu quỹ còn chậm"]),
    (
        "Công tác hỗ trợ, chia sẻ thông tin giữa các ngành còn hạn chế.",
        ["Công tác hỗ trợ, chia sẻ thông tin giữa các ngành còn hạn chế"],
    ),
]
SAID_TO_FAIL = [
    ("Tiến độ lắp đồng hồ nước ì ạch.", ["Tiến độ lắp đồng hồ nước ì ạch"]),
    ("Hồ sơ đất đai trễ hẹn vẫn ở mức cao.", ["Hồ sơ đất đai trễ hẹn vẫn ở mức cao"]),
    ("Vài tổ trưởng ngại va chạm, sợ trách nhiệm.", ["Vài tổ trưởng ngại va chạm, sợ trách nhiệm"]),
    ("Việc lập quy hoạch vùng ì trệ, lỡ hẹn hai lần.", ["Việc lập quy hoạch vùng ì trệ, lỡ hẹn hai lần"]),
    ("Hai phòng phối hợp có lúc thiếu nhịp nhàng.", ["Hai phòng phối hợp có lúc thiếu nhịp nhàng"]),
    ("Đường truyền chập chờn, phần mềm hay hỏng.", ["Đường truyền chập chờn, phần mềm hay hỏng"]),
    ("Hai trạm bơm vận hành không ổn định.", ["Hai trạm bơm vận hành không ổn định"]),
    ("Thu phí vệ sinh mới đạt 41% kế hoạch.", ["Thu phí vệ sinh mới đạt 41% kế hoạch"]),
    (
        "Ông Tám thừa nhận có tình trạng lơ là trong tuần tra rừng.",
        ["có tình trạng lơ là trong tuần tra rừng"],
    ),
    (
        "Các đại biểu thẳng thắn nhìn nhận: cán bộ kiêm nhiệm; nội dung sinh hoạt đơn giản.",
        ["cán bộ kiêm nhiệm", "nội dung sinh hoạt đơn giản"],
    ),
    (
        "Chỉ huy trưởng chỉ rõ những điểm yếu cần khắc phục: trực ban thiếu người; kho ẩm thấp.",
        ["trực ban thiếu người", "kho ẩm thấp"],
    ),
]
TOLD_BY_SOMEBODY = [
    ("Theo ông Tám, số hộ tham gia bảo hiểm còn thấp.", ["số hộ tham gia bảo hiểm còn thấp"]),
    ("Báo cáo cho thấy tiến độ thi công còn chậm.", ["tiến độ thi công còn chậm"]),
    (
        "Chủ tịch UBND xã nhấn mạnh: “Việc bàn giao đất chưa đạt yêu cầu.",
        ["Việc bàn giao đất chưa đạt yêu cầu"],
    ),
    (
        "“Nguồn nhân lực vẫn chưa đáp ứng nhu cầu”, bà Lê Thị Sáu nhìn nhận.",
        ["Nguồn nhân lực vẫn chưa đáp ứng nhu cầu"],
    ),
    ("Nhiều ý kiến cho rằng việc thu phí còn bất cập.", ["việc thu phí còn bất cập"]),
    ("Qua kiểm tra, một số chợ chưa bảo đảm vệ sinh.", ["một số chợ chưa bảo đảm vệ sinh"]),
    ("Tuy nhiên các tuyến kênh vẫn bị lấn chiếm.", ["các tuyến kênh vẫn bị lấn chiếm"]),
    ("Đặc biệt, việc báo cáo, đánh giá còn chậm.", ["việc báo cáo, đánh giá còn chậm"]),
    ("Vẫn còn nhiều khó khăn, thách thức như giá vật tư tăng cao.", ["giá vật tư tăng cao"]),
]


@pytest.mark.parametrize(("words", "expected"), LIMITATIONS + TOLD_IN_PROSE + SAID_TO_FAIL + TOLD_BY_SOMEBODY)
def test_a_limitation_is_read_without_a_heading(words: str, expected: list[str]) -> None:
    assert limitations(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Trong bối cảnh còn nhiều khó khăn, kinh tế của xã vẫn phát triển khá.",
        "Tuy còn nhiều khó khăn nhưng các chỉ tiêu đều đạt.",
        "Các ngành đã tháo gỡ nhiều khó khăn cho doanh nghiệp.",
        "Tuy nhiên, nhờ làm tốt công tác phòng ngừa, cả năm không để xảy ra cháy rừng.",
        "Nếu có gì còn thiếu sót, mong các đồng chí góp ý.",
        "Đại diện các hộ kiến nghị cấp trên tháo gỡ vướng mắc còn chậm.",
        "Còn 02 chỉ tiêu đi chậm là: phủ xanh đồi trọc; số người tham gia bảo hiểm.",
        "Số thôn chưa có nước máy còn 4 thôn, giảm 3 thôn.",
        "Nguồn thu chủ yếu từ đất.",
        "Số liệu này chưa bao gồm các trường tư.",
        "Qua giám sát chưa phát hiện vi phạm.",
        "Nhân dân chung tay làm đường, không trông chờ, ỷ lại.",
        "Người dân không còn bức xúc về trộm cắp.",
        "Hội xây 5 căn nhà cho hộ nghèo chưa có nhà ở.",
        "Các đại biểu thảo luận cách ứng phó với tình trạng thiếu nước.",
        "Chưa ghi nhận thiệt hại.",
        "Xã đang chuẩn bị đại hội, trang bị thêm máy tính.",
        "Thiếu tướng Lê Văn Tám dự hội nghị.",
        "Đơn vị nào còn chậm sẽ bị xử lý nghiêm.",
        "Quý IV dự báo sẽ gặp nhiều khó khăn.",
        "Năm đầu còn vướng mắc về mặt bằng nhưng nhà thầu đã nỗ lực bám sát tiến độ.",
        "Phường ra quân bóc xóa biển quảng cáo sai quy định.",
        "Số vụ trộm chó đã bớt hẳn.",
        "Mấy đoạn kênh chưa đào đang được lập hồ sơ.",
        "Không nên chủ quan, để công việc chậm trễ.",
        "Trong quá trình thực hiện, nếu gặp khó khăn, vướng mắc thì báo cáo ngay.",
    ],
)
def test_context_results_and_counts_are_no_limitations(words: str) -> None:
    assert limitations(words) == []


CAUSES = [
    ("Tiến độ còn chậm. Giải thích điều đó, chủ nhiệm nói rằng do giống về trễ.", ["giống về trễ"]),
    ("Tiến độ còn chậm. Nguyên nhân là do vốn cấp về trễ.", ["vốn cấp về trễ"]),
    ("Tiến độ còn chậm. Những tồn tại trên do năng lực nhà thầu yếu.", ["năng lực nhà thầu yếu"]),
    ("Tiến độ còn chậm. Theo bà Thu, lý do chính là khan cát sỏi.", ["khan cát sỏi"]),
    (
        "Hạn chế: Tiến độ còn chậm. Nguyên nhân, theo Ban, là vì mưa kéo dài.",
        ["mưa kéo dài"],
    ),
]


SEVERAL_CAUSES = [
    (
        "Tiến độ còn chậm. Phân tích nguyên nhân, ông Tám cho rằng do hồ sơ thiếu sót. Nhiều hộ chưa nhận.",
        ["hồ sơ thiếu sót", "Nhiều hộ chưa nhận"],
    ),
    (
        "Tiến độ còn chậm. Nói về nguyên nhân, đồng chí Chủ tịch cho rằng chủ đầu tư ngại va chạm.",
        ["chủ đầu tư ngại va chạm"],
    ),
    ("Tiến độ còn chậm. Ông Tám lý giải, công trình chậm là do thiếu nhân công.", ["thiếu nhân công"]),
    ("Tiến độ còn chậm. Tình trạng này chủ yếu do nhà thầu yếu.", ["nhà thầu yếu"]),
    ("Tiến độ còn chậm. Sở dĩ có việc này là vì vốn cấp về trễ.", ["vốn cấp về trễ"]),
    ("Tiến độ còn chậm. Nguyên nhân thì nhiều nhưng đáng kể nhất là giá cát tăng cao.", ["giá cát tăng cao"]),
    (
        "Tiến độ còn chậm. Một trong những nguyên nhân dẫn đến việc này là do mưa lũ kéo dài.",
        ["mưa lũ kéo dài"],
    ),
]


@pytest.mark.parametrize(("words", "expected"), CAUSES + SEVERAL_CAUSES)
def test_a_cause_stands_in_a_sentence_of_its_own(words: str, expected: list[str]) -> None:
    report = read("\n" + words)

    assert [span.text for span in report.causes] == expected
    assert [span.text for span in report.limitations] == ["Tiến độ còn chậm"]


def test_what_follows_from_a_cause_is_none() -> None:
    words = "Giá mía giảm. Nguyên nhân là do cung vượt cầu. Do đó, người trồng mía thiệt hại nặng."

    assert [span.text for span in read(words).causes] == ["cung vượt cầu"]


@pytest.mark.parametrize(
    "words",
    [
        "Đạt được kết quả trên là do sự đồng thuận của nhân dân.",
        "Nguyên nhân của những kết quả đạt được là sự đoàn kết của cấp ủy.",
    ],
)
def test_causes_of_results_are_none_of_limitations(words: str) -> None:
    assert read("Tiến độ còn chậm.\n" + words).causes == ()


def test_a_heading_glued_to_what_follows_it_ends_before_it() -> None:
    told = "Xã đã họp xong. " * 70
    glued = "Còn nhiều sai phạm trong sử dụng đấtPhân tích nguyên nhân, ông Tám cho rằng do hồ sơ thiếu sót."

    report = read("Tiến độ còn chậm. " + told + glued)

    assert [span.text for span in report.limitations] == ["Tiến độ còn chậm"]
    assert [span.text for span in report.causes] == ["hồ sơ thiếu sót"]


SCHOOL = """
A. Đánh giá tháng 9
1. Mặt làm được
- Nề nếp học sinh ổn định.
2. Những việc chưa làm được
- Sổ sách của tổ Xã hội nộp muộn;
- Ba giáo viên vào lớp trễ.
3. Lý do: kinh phí sửa chữa về muộn; tổ trưởng ít đôn đốc.
B. Kế hoạch tháng 10
- Tổ Xã hội hoàn thành sổ sách trước 15/10.
"""
STATION = """
+ Ưu: tuần tra đều.
+ Khuyết: hồ sơ vi phạm lập chậm, hai đồng chí quên ghi sổ trực.
+ N/nhân: lực lượng mỏng, nhiều đồng chí đi học.
+ Việc tuần tới: Đội Cảnh sát khu vực kiểm tra tạm trú.
"""


def test_headings_of_minutes_part_what_was_done_from_what_was_not() -> None:
    report = read(SCHOOL)

    assert [span.text for span in report.strengths] == ["Nề nếp học sinh ổn định"]
    assert [span.text for span in report.limitations] == [
        "Sổ sách của tổ Xã hội nộp muộn",
        "Ba giáo viên vào lớp trễ",
    ]
    assert [span.text for span in report.causes] == ["kinh phí sửa chữa về muộn", "tổ trưởng ít đôn đốc"]
    assert [task.text.text for task in report.tasks] == ["Tổ Xã hội hoàn thành sổ sách trước 15/10"]


def test_short_labels_are_read_like_headings() -> None:
    report = read(STATION)

    assert [span.text for span in report.limitations] == [
        "hồ sơ vi phạm lập chậm, hai đồng chí quên ghi sổ trực"
    ]
    assert [span.text for span in report.causes] == ["lực lượng mỏng, nhiều đồng chí đi học"]


EXPLAINED = [
    (
        "- Hồ sơ đất đai trễ hạn, nguyên nhân là dữ liệu chưa số hóa.",
        "Hồ sơ đất đai trễ hạn",
        "dữ liệu chưa số hóa",
    ),
    (
        "- Kết nạp đảng khó, 08 chi bộ chưa kết nạp được ai, nguyên nhân do thanh niên đi làm xa.",
        "Kết nạp đảng khó, 08 chi bộ chưa kết nạp được ai",
        "thanh niên đi làm xa",
    ),
    (
        "- Giải ngân chậm, lý do chủ yếu là vướng mặt bằng.",
        "Giải ngân chậm",
        "vướng mặt bằng",
    ),
]


@pytest.mark.parametrize(("words", "limitation", "cause"), EXPLAINED)
def test_what_is_explained_in_its_own_sentence_is_a_limitation_too(
    words: str, limitation: str, cause: str
) -> None:
    report = read("\n\nII. HẠN CHẾ\n" + words)

    assert [span.text for span in report.limitations] == [limitation]
    assert [span.text for span in report.causes] == [cause]


@pytest.mark.parametrize(
    "heading", ["4. Kế hoạch vụ Đông Xuân", "4. Lịch xuống giống", "4. Phong trào thi đua"]
)
def test_limitations_end_at_the_next_heading_of_the_same_level(heading: str) -> None:
    body = f"\n\n3. Tồn tại\n- Kênh N1 bồi lắng.\n{heading}\nGieo 478 ha, năng suất 63 tạ/ha.\n"

    assert limitations(body) == ["Kênh N1 bồi lắng"]


def test_an_item_of_the_level_of_its_heading_may_be_a_limitation() -> None:
    assert limitations("\n\n1. Hạn chế\n2. Giải ngân còn chậm\n") == ["Giải ngân còn chậm"]


CAUSES_INSIDE = [
    (
        "Công tác Hội còn một số mặt yếu: hai chi hội sinh hoạt thưa; việc bán hàng hầu như chưa có gì.",
        ["hai chi hội sinh hoạt thưa", "việc bán hàng hầu như chưa có gì"],
        [],
    ),
    (
        "Cuộc họp chỉ ra những mặt chưa làm được: tổ bảo vệ để chậm 6 ngày; việc giao rừng chưa xong.",
        ["tổ bảo vệ để chậm 6 ngày", "việc giao rừng chưa xong"],
        [],
    ),
    (
        "Bên cạnh kết quả đạt được, báo cáo chỉ rõ: máy sấy cũ, mẻ không đều; nợ trả chậm tới 8 triệu đồng.",
        ["máy sấy cũ, mẻ không đều", "nợ trả chậm tới 8 triệu đồng"],
        [],
    ),
    (
        "Việc chậm trễ chủ yếu do nguồn gốc đất phức tạp, bản đồ cũ sai lệch.",
        [],
        ["nguồn gốc đất phức tạp, bản đồ cũ sai lệch"],
    ),
    (
        "Về nền nếp: còn hiện tượng học sinh đi xe điện không đội mũ bảo hiểm.",
        ["Về nền nếp: còn hiện tượng học sinh đi xe điện không đội mũ bảo hiểm"],
        [],
    ),
    ("Trong đó phá rừng trái pháp luật 7 vụ, khai thác rừng trái phép 4 vụ.", [], []),
    (
        "II. HẠN CHẾ\nViệc cấp sổ đỏ còn chậm, nguyên nhân do bản đồ cũ sai lệch. "
        "Rác ở chợ chưa được thu gom hết. Một số ấp nộp báo cáo muộn.",
        ["Việc cấp sổ đỏ còn chậm", "Rác ở chợ chưa được thu gom hết", "Một số ấp nộp báo cáo muộn"],
        ["bản đồ cũ sai lệch"],
    ),
    (
        "Tiến độ nạo vét kênh chậm 10 ngày, lý do chủ yếu là mưa lớn kéo dài. Thu phí đạt 2 tỷ đồng.",
        ["Tiến độ nạo vét kênh chậm 10 ngày"],
        ["mưa lớn kéo dài"],
    ),
    (
        "Xảy ra 7 vụ tai nạn. Nguyên nhân chủ yếu do người lái uống rượu. "
        "Lập biên bản 28 trường hợp vi phạm; tạm giữ 5 xe.",
        [],
        ["người lái uống rượu"],
    ),
    (
        "Tiến độ còn chậm. Nguyên nhân do mưa kéo dài. Ban quản lý còn thiếu 2 kỹ sư.",
        ["Tiến độ còn chậm"],
        ["mưa kéo dài", "Ban quản lý còn thiếu 2 kỹ sư"],
    ),
]


@pytest.mark.parametrize(("words", "weak", "causes"), CAUSES_INSIDE)
def test_a_cause_inside_a_sentence_ends_with_it(words: str, weak: list[str], causes: list[str]) -> None:
    report = read(words if not words.startswith("II") else "\n" + words)
    assert [span.text for span in report.limitations] == weak
    assert [span.text for span in report.causes] == causes
