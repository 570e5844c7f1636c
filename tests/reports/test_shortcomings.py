"""Limitations told as plain statements, and sentences with the same words that tell none."""

from __future__ import annotations

import pytest

from reports import read_report

OPENING = "Ngày 3/10/2017, UBND xã Tân Lộc tổ chức hội nghị. "

WHOLE_SENTENCES = [
    "Hoạt động của hợp tác xã có phần chững lại.",
    "Phong trào văn nghệ ở các ấp chững lại.",
    "Nhiều tuyến đường liên ấp xuống cấp.",
    "Tình trạng đổ rác ra kênh tái diễn.",
    "Tình trạng lấn chiếm vỉa hè tái diễn ở chợ Tân Lộc.",
    "Công tác gia đình chưa được quan tâm đúng mức.",
    "Ở một số ấp còn tình trạng uống rượu gây mất trật tự.",
    "Còn tình trạng học sinh bỏ học giữa chừng.",
    "Chăn nuôi gia cầm giảm sút.",
    "Tiến độ thu quỹ chậm hơn cùng kỳ năm trước.",
    "Tai nạn giao thông diễn biến phức tạp.",
    "Một bộ phận cán bộ ngại va chạm, né tránh trách nhiệm.",
    "Sự phối hợp giữa ấp và trạm y tế thiếu nhịp nhàng.",
    "Chất lượng sinh hoạt chi bộ không đồng đều.",
    "Công tác tuyên truyền đôi lúc mang tính hình thức.",
    "Việc xử lý vi phạm xây dựng thiếu kiên quyết.",
    "Công tác nắm tình hình dư luận có lúc, có nơi chưa kịp thời.",
    "Kết quả thu phí chưa tương xứng với tiềm năng.",
    "Hệ thống loa truyền thanh hỏng nhiều, chưa được sửa chữa.",
    "Tiến độ xây nhà văn hóa ì ạch.",
    "Đội ngũ cộng tác viên vừa thiếu, vừa yếu.",
    "Việc báo cáo của các ấp không kịp thời, số liệu thiếu chính xác.",
    "Nguồn thu của xã hạn hẹp, phụ thuộc vào cấp trên.",
    "Nợ đọng thuế có xu hướng tăng.",
    "Hiệu quả của tổ hòa giải không cao.",
    "Một số chỉ tiêu đạt thấp so với kế hoạch.",
    "Tội phạm trộm cắp gia tăng.",
    "Cơ sở vật chất của trạm y tế lạc hậu.",
    "Nhận thức của người dân về phân loại rác có mặt hạn chế.",
    "Việc ứng dụng công nghệ thông tin ở các ấp lúng túng.",
    "Ý thức chấp hành của một số hộ chưa cao.",
    "Rác thải sinh hoạt tồn đọng nhiều ngày ở bến chợ.",
    "Hồ sơ đất đai trễ hẹn vẫn chiếm tỷ lệ lớn.",
    "Các khoản thu ngoài thuế rất hạn chế.",
    "Việc thanh toán chế độ cho dân quân bị chậm trả.",
    "Lực lượng làm công tác văn thư mỏng, phải kiêm nhiệm nhiều việc.",
    "Máy bơm của trạm thủy nông hay trục trặc.",
    "Một số hộ dân không hợp tác trong đo đạc.",
    "Giá lúa xuống thấp khiến nông dân thua lỗ.",
    "Vẫn còn 12 hộ chưa có nước sạch.",
    "Tỷ lệ đảng viên dự sinh hoạt thấp.",
    "Công tác dân vận ở ấp Bàu Sen chưa thật sự hiệu quả.",
    "Nhiều hội viên không mặn mà với sinh hoạt.",
    "Kinh phí cho hoạt động hè quá ít ỏi.",
    "Cán bộ không chuyên trách nghỉ việc nhiều.",
    "Trường mẫu giáo thiếu hai phòng học.",
    "Quy hoạch treo làm dân không xây được nhà.",
    "Sản phẩm của hợp tác xã khó tiêu thụ.",
    "Việc lấy ý kiến dân chỉ làm cho có.",
    "Công tác kiểm tra, giám sát thiếu chủ động.",
    "Một số đoàn thể hoạt động cầm chừng.",
    "Số vụ đánh nhau tăng hơn quý trước.",
    "Người dân còn thờ ơ với tiêm phòng.",
    "Nhiều nơi để xảy ra cháy rừng.",
    "Các chỉ tiêu về môi trường không đạt.",
    "Chợ đêm vắng khách.",
    "Việc công khai tài chính ở hai ấp không minh bạch.",
]

NONE = [
    "Một số hộ không tham gia cờ bạc.",
    "Nhiều em học sinh không hút thuốc lá.",
    "Nhiều hộ dân không vi phạm lấn chiếm đất.",
    "Các đại biểu đã thẳng thắn chỉ ra những hạn chế, yếu kém, nguyên nhân, bài học, nhất là về thu quỹ.",
    "Mặc dù còn nhiều khó khăn, song với sự chỉ đạo của Đảng ủy, xã đã hoàn thành các chỉ tiêu.",
    "Báo cáo nêu rõ, mặc dù còn nhiều khó khăn, thách thức, song với sự quan tâm của huyện, xã "
    "đã cơ bản hoàn thành các chỉ tiêu chủ yếu.",
    "Cây trồng phát triển tốt, không có dịch bệnh xảy ra làm ảnh hưởng đến năng suất.",
    "Đường liên ấp xuống cấp đã được sửa chữa.",
    "Tình trạng trộm cắp không còn tái diễn.",
    "Xã đã khắc phục tình trạng xả rác bừa bãi.",
    "Các ấp cần chấm dứt tình trạng họp muộn.",
    "Nhiều tuyến đường xuống cấp đã được nâng cấp.",
    "Xã trích quỹ làm lại tuyến đường xuống cấp.",
    "Các lực lượng ngăn ngừa tội phạm tái diễn.",
    "Công an xã tuần tra để tội phạm không tái diễn.",
    "Số vụ trộm cắp có xu hướng giảm.",
    "Xã đã xử lý tình trạng lấn chiếm tái diễn ở chợ.",
    "Năng suất lúa gia tăng nhờ giống mới.",
    "Hộ có thu nhập không cao được hỗ trợ vay vốn.",
    "Hội nghị bàn cách giải quyết tình trạng rác thải kéo dài.",
    "Nguồn vốn tuy hạn hẹp nhưng xã vẫn hoàn thành các công trình.",
    "Tội phạm không gia tăng.",
    "Xã đã chấn chỉnh lối làm việc mang tính hình thức.",
    "Trong tháng không có tai nạn xảy ra làm ảnh hưởng đến sản xuất.",
    "Các ấp đã chấm dứt tình trạng thu phí thiếu thường xuyên.",
    "Lãnh đạo xã kiểm tra các tuyến đường xuống cấp.",
    "Mặt đường hỏng đã được vá.",
    "Nếu hiệu quả không cao thì dừng mô hình.",
    "Xã lập phương án phòng ngừa tội phạm gia tăng dịp Tết.",
    "Ở nhiều nơi, nông dân đã chuyển sang giống chịu hạn.",
    "Đôi khi nước lên, xã đã cử người trực đê.",
    "Có việc khó, tổ hòa giải đều giải quyết xong.",
    "Dịch bệnh kéo dài nhưng sản xuất vẫn ổn định.",
    "Cuộc họp kéo dài hai giờ.",
    "Tình trạng thiếu nước kéo dài đã chấm dứt.",
]


def limitations(words: str) -> list[str]:
    return [span.text for span in read_report(OPENING + words).limitations]


@pytest.mark.parametrize("words", WHOLE_SENTENCES)
def test_a_shortcoming_is_told_as_a_plain_statement(words: str) -> None:
    assert limitations(words) == [words.rstrip(".")]


@pytest.mark.parametrize("words", NONE)
def test_the_same_words_also_tell_of_what_was_mended_avoided_or_conceded(words: str) -> None:
    assert limitations(words) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Đáng lo ngại là trẻ em bỏ học tăng.", ["trẻ em bỏ học tăng"]),
        ("Điều đáng buồn nhất là sân bóng bị bỏ hoang.", ["sân bóng bị bỏ hoang"]),
        (
            "Một bộ phận hội viên còn vay nặng lãi. Một bộ phận hội viên còn được cấp giống.",
            ["Một bộ phận hội viên còn vay nặng lãi"],
        ),
        (
            "Tuy nhiên, vẫn có mấy khó khăn, tồn tại cần xử lý như: việc đề xuất với huyện về chợ mới có khi "
            "còn chậm; kho thóc còn thiếu.",
            ["việc đề xuất với huyện về chợ mới có khi còn chậm", "kho thóc còn thiếu"],
        ),
        (
            "Đảng ủy thẳng thắn chỉ rõ những hạn chế, khuyết điểm trong việc điều hành, kiểm tra và thực "
            "hiện nhiệm vụ của các ấp từ đầu vụ đến nay, đó là: Thu quỹ chậm; trực ban lỏng lẻo.",
            ["Thu quỹ chậm", "trực ban lỏng lẻo"],
        ),
        (
            "Tuy nhiên, sản lượng muối chỉ đạt 80 tấn; giá trị chăn nuôi ước đạt 9 tỷ đồng; chợ vắng khách.",
            ["sản lượng muối chỉ đạt 80 tấn", "chợ vắng khách"],
        ),
        (
            "Trên cơ sở chỉ ra nguyên nhân của những hạn chế, Bí thư nêu rõ: các ấp phải kiểm điểm và khắc "
            "phục hạn chế.",
            [],
        ),
        ("Đại biểu phản ánh đường vào ấp lầy lội, khó đi.", ["đường vào ấp lầy lội, khó đi"]),
        (
            "Tuy nhiên, số hộ bỏ nghề tuy có giảm nhưng vẫn ở mức cao.",
            ["số hộ bỏ nghề tuy có giảm nhưng vẫn ở mức cao"],
        ),
    ],
)
def test_a_shortcoming_stands_behind_what_introduces_it(words: str, expected: list[str]) -> None:
    assert limitations(words) == expected
