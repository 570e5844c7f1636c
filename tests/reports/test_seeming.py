"""What only seems weak: mentions, purposes, denials and concessions; and what is weak among such words."""

from __future__ import annotations

import pytest

from reports import read_report

OPENING = "Ngày 3/10/2017, UBND xã Tân Lộc tổ chức hội nghị. "
WEAK = "Công tác thu quỹ còn chậm"


def limitations(words: str) -> list[str]:
    return [span.text for span in read_report(OPENING + words).limitations]


WEAK_AMONG_SUCH_WORDS = [
    (
        "\n\nII. HẠN CHẾ\n- Một số đảng viên trẻ đi làm ca đêm nên ít phát biểu, ngại nhận việc.",
        ["Một số đảng viên trẻ đi làm ca đêm nên ít phát biểu, ngại nhận việc"],
    ),
    (
        "Hai chương trình chưa tạo được chuyển biến rõ nét, có nguy cơ không đạt chỉ tiêu.",
        ["Hai chương trình chưa tạo được chuyển biến rõ nét, có nguy cơ không đạt chỉ tiêu"],
    ),
    (
        "Hai dự án chưa khởi công, có nguy cơ mất vốn nếu không giải ngân kịp.",
        ["Hai dự án chưa khởi công, có nguy cơ mất vốn nếu không giải ngân kịp"],
    ),
    (
        "Tổ 4 do ghép ba xóm nên hoạt động gặp không ít khó khăn.",
        ["Tổ 4 do ghép ba xóm nên hoạt động gặp không ít khó khăn"],
    ),
    ("Do địa bàn rộng nên việc thu gom rác còn chậm.", ["Do địa bàn rộng nên việc thu gom rác còn chậm"]),
    ("Việc ban hành hướng dẫn thi hành luật chậm muộn.", ["Việc ban hành hướng dẫn thi hành luật chậm muộn"]),
    (
        "Ví dụ như việc gửi báo cáo tháng của một số tổ chậm muộn.",
        ["việc gửi báo cáo tháng của một số tổ chậm muộn"],
    ),
    (
        "Nhắc đến bến phà là người dân còn rất nhiều bức xúc.",
        ["Nhắc đến bến phà là người dân còn rất nhiều bức xúc"],
    ),
    (
        "Phòng khám còn một số thiếu sót như hồ sơ bệnh án ghi chưa đủ; thuốc cấp chậm.",
        ["hồ sơ bệnh án ghi chưa đủ", "thuốc cấp chậm"],
    ),
    (
        "Công tác kiểm kê còn có một số vướng mắc, Giám đốc đã cho ý kiến tháo gỡ ngay.",
        ["Công tác kiểm kê còn có một số vướng mắc"],
    ),
    (
        "Việc cấp phép còn chậm, Chủ tịch UBND huyện đã chỉ đạo các phòng rút ngắn thời gian.",
        ["Việc cấp phép còn chậm"],
    ),
    ("Dù có nhiều trường nghề nhưng huyện còn thiếu thợ lành nghề.", ["huyện còn thiếu thợ lành nghề"]),
    ("Tuy đã được nhắc nhở nhiều lần song một số hộ chưa chấp hành.", ["một số hộ chưa chấp hành"]),
    (
        "Đội ngũ y tế thôn tuy được tập huấn nhưng còn thiếu kinh nghiệm.",
        ["Đội ngũ y tế thôn tuy được tập huấn nhưng còn thiếu kinh nghiệm"],
    ),
    ("Mặc dù đã có nhiều cố gắng, việc thu quỹ vẫn chưa đạt yêu cầu.", ["việc thu quỹ vẫn chưa đạt yêu cầu"]),
    (
        "Tiến độ làm kênh còn chậm mặc dù huyện đã đôn đốc nhiều lần.",
        ["Tiến độ làm kênh còn chậm mặc dù huyện đã đôn đốc nhiều lần"],
    ),
    (
        "Đường dây xuống cấp nên điện thường xuyên bị gián đoạn.",
        ["Đường dây xuống cấp nên điện thường xuyên bị gián đoạn"],
    ),
    (
        "Hoạt động của chợ bị gián đoạn, không bảo đảm thu nhập cho tiểu thương.",
        ["Hoạt động của chợ bị gián đoạn, không bảo đảm thu nhập cho tiểu thương"],
    ),
    (
        "Công tác kiểm tra không để xảy ra sai phạm lớn nhưng việc lập hồ sơ còn chậm.",
        ["việc lập hồ sơ còn chậm"],
    ),
    (
        "Công tác phòng cháy còn hạn chế, vẫn để xảy ra 2 vụ cháy rừng.",
        ["Công tác phòng cháy còn hạn chế, vẫn để xảy ra 2 vụ cháy rừng"],
    ),
    (
        "Nhiều việc chưa làm được theo kế hoạch: sửa trạm bơm, nạo vét kênh.",
        ["Nhiều việc chưa làm được theo kế hoạch: sửa trạm bơm, nạo vét kênh"],
    ),
    ("Xã chưa làm được đường vào khu sản xuất.", ["Xã chưa làm được đường vào khu sản xuất"]),
    ("Phần mềm chưa làm được việc ký số.", ["Phần mềm chưa làm được việc ký số"]),
    ("Đây là xã duy nhất chưa có trạm y tế.", ["Đây là xã duy nhất chưa có trạm y tế"]),
    ("Dự án góp phần giảm ngập nhưng tiến độ còn chậm.", ["tiến độ còn chậm"]),
    (
        "Các xã miền núi dù được hỗ trợ vẫn còn nhiều khó khăn.",
        ["Các xã miền núi dù được hỗ trợ vẫn còn nhiều khó khăn"],
    ),
    (
        "Thời gian trả kết quả kéo dài, gây bức xúc cho người dân.",
        ["Thời gian trả kết quả kéo dài, gây bức xúc cho người dân"],
    ),
    ("Cho dù được cấp thêm máy, việc in sổ đỏ vẫn còn chậm.", ["việc in sổ đỏ vẫn còn chậm"]),
    ("Dù đã tuyên truyền nhiều, tỷ lệ hộ phân loại rác còn thấp.", ["tỷ lệ hộ phân loại rác còn thấp"]),
    ("Mặc dù tiến độ có khá hơn nhưng đường nội đồng vẫn chưa xong.", ["đường nội đồng vẫn chưa xong"]),
    (
        "Hợp tác xã không có kho lạnh nên nông sản thường xuyên bị gián đoạn.",
        ["Hợp tác xã không có kho lạnh nên nông sản thường xuyên bị gián đoạn"],
    ),
    ("Trạm không có bác sĩ, thuốc men còn thiếu.", ["Trạm không có bác sĩ, thuốc men còn thiếu"]),
    ("Không ít hộ còn thiếu nước sạch.", ["Không ít hộ còn thiếu nước sạch"]),
    (
        "Nhiều xã chưa có nhà văn hóa, không có sân chơi nào đạt chuẩn.",
        ["Nhiều xã chưa có nhà văn hóa, không có sân chơi nào đạt chuẩn"],
    ),
    (
        "Không chỉ đường xuống cấp mà điện cũng chập chờn.",
        ["Không chỉ đường xuống cấp mà điện cũng chập chờn"],
    ),
    ("Đường liên xã đã xuống cấp, chưa được sửa chữa.", ["Đường liên xã đã xuống cấp, chưa được sửa chữa"]),
    ("Vấn đề rác thải còn nhiều bất cập.", ["Vấn đề rác thải còn nhiều bất cập"]),
    ("Nhiệm vụ thu quỹ còn chậm.", ["Nhiệm vụ thu quỹ còn chậm"]),
    ("Đây là năm thứ ba thu ngân sách đạt thấp.", ["Đây là năm thứ ba thu ngân sách đạt thấp"]),
    ("Các đại biểu thảo luận cho rằng việc thu phí chợ còn lúng túng.", ["việc thu phí chợ còn lúng túng"]),
    (
        "Đại biểu Lê Văn Tám chất vấn: việc cấp nước còn chập chờn.",
        ["Đại biểu Lê Văn Tám chất vấn: việc cấp nước còn chập chờn"],
    ),
    (
        "Lao động chưa được đào tạo bài bản, năng suất còn thấp.",
        ["Lao động chưa được đào tạo bài bản, năng suất còn thấp"],
    ),
    ("Hội viên được hỗ trợ vốn nhưng hiệu quả sử dụng còn thấp.", ["hiệu quả sử dụng còn thấp"]),
    ("Dù thiếu giáo viên, nhà trường vẫn chưa tuyển được người.", ["nhà trường vẫn chưa tuyển được người"]),
    (
        "Tổ hòa giải hoạt động chưa đều, có nơi còn hình thức.",
        ["Tổ hòa giải hoạt động chưa đều, có nơi còn hình thức"],
    ),
    ("Thực tế, việc kiểm tra sau cấp phép còn bỏ ngỏ.", ["việc kiểm tra sau cấp phép còn bỏ ngỏ"]),
    (
        "Hệ thống thoát nước đầu tư đã lâu, bị hư hỏng nhiều.",
        ["Hệ thống thoát nước đầu tư đã lâu, bị hư hỏng nhiều"],
    ),
    (
        "Điển hình là xã An Lạc, đến nay chưa giải ngân được đồng nào.",
        ["xã An Lạc, đến nay chưa giải ngân được đồng nào"],
    ),
    (
        "Thu hút đầu tư chưa tương xứng tiềm năng, có nguy cơ tụt hậu so với các huyện bạn.",
        ["Thu hút đầu tư chưa tương xứng tiềm năng, có nguy cơ tụt hậu so với các huyện bạn"],
    ),
    ("Chỉ tiêu trồng rừng đề ra đầu năm chưa đạt.", ["Chỉ tiêu trồng rừng đề ra đầu năm chưa đạt"]),
    ("Giải ngân vốn đầu tư công mới đạt 32% kế hoạch.", ["Giải ngân vốn đầu tư công mới đạt 32% kế hoạch"]),
    (
        "Hết quý III, thu tiền sử dụng đất mới đạt 41% dự toán.",
        ["Hết quý III, thu tiền sử dụng đất mới đạt 41% dự toán"],
    ),
    ("Sản lượng điện thương phẩm thấp hơn kế hoạch 3%.", ["Sản lượng điện thương phẩm thấp hơn kế hoạch 3%"]),
    ("Nhiều dự án còn chậm tiến độ, đội vốn.", ["Nhiều dự án còn chậm tiến độ, đội vốn"]),
    ("Các công trình chậm tiến độ còn nhiều.", ["Các công trình chậm tiến độ còn nhiều"]),
    ("Việc thi hành các bản án hành chính còn chậm.", ["Việc thi hành các bản án hành chính còn chậm"]),
    ("Khoa Nhi thiếu bác sĩ, máy thở đã hư hỏng.", ["Khoa Nhi thiếu bác sĩ, máy thở đã hư hỏng"]),
    (
        "Công tác phối hợp giữa Công an và Viện kiểm sát có lúc chưa kịp thời.",
        ["Công tác phối hợp giữa Công an và Viện kiểm sát có lúc chưa kịp thời"],
    ),
    ("Số ca ngộ độc có chiều hướng gia tăng phức tạp.", ["Số ca ngộ độc có chiều hướng gia tăng phức tạp"]),
    (
        "Việc thu hồi đất của 5 hộ còn vướng mắc, chưa giải quyết xong.",
        ["Việc thu hồi đất của 5 hộ còn vướng mắc, chưa giải quyết xong"],
    ),
    (
        "Ý thức chấp hành luật giao thông của một bộ phận thanh niên chưa cao.",
        ["Ý thức chấp hành luật giao thông của một bộ phận thanh niên chưa cao"],
    ),
    (
        "Chất lượng nguồn nhân lực còn thấp, lao động qua đào tạo ít.",
        ["Chất lượng nguồn nhân lực còn thấp, lao động qua đào tạo ít"],
    ),
    ("Học sinh bỏ học giữa chừng vẫn còn.", ["Học sinh bỏ học giữa chừng vẫn còn"]),
    (
        "Cơ sở hạ tầng cụm công nghiệp chưa đồng bộ (đường vào mới xong giai đoạn 1).",
        ["Cơ sở hạ tầng cụm công nghiệp chưa đồng bộ (đường vào mới xong giai đoạn 1)"],
    ),
    ("Tỷ lệ thu hồi nợ xấu còn thấp.", ["Tỷ lệ thu hồi nợ xấu còn thấp"]),
    ("Việc rà soát các hộ nghèo còn chậm.", ["Việc rà soát các hộ nghèo còn chậm"]),
    ("Tỷ lệ khám phá tội phạm còn thấp.", ["Tỷ lệ khám phá tội phạm còn thấp"]),
    ("Cán bộ còn thiếu nên phải kiêm nhiệm nhiều việc.", ["Cán bộ còn thiếu nên phải kiêm nhiệm nhiều việc"]),
    (
        "Đơn hàng bị sụt giảm, hai phân xưởng phải cắt giảm ca.",
        ["Đơn hàng bị sụt giảm, hai phân xưởng phải cắt giảm ca"],
    ),
    (
        "Trường còn thiếu phòng nên học sinh phải học nhờ nhà văn hóa.",
        ["Trường còn thiếu phòng nên học sinh phải học nhờ nhà văn hóa"],
    ),
    ("Trạm còn thiếu thuốc, người bệnh phải mua ngoài.", ["Trạm còn thiếu thuốc, người bệnh phải mua ngoài"]),
]


@pytest.mark.parametrize(("words", "expected"), WEAK_AMONG_SUCH_WORDS)
def test_a_weakness_is_read_behind_its_concession_and_before_its_remedy(
    words: str, expected: list[str]
) -> None:
    assert limitations(words) == expected


ONLY_SEEMS_WEAK = [
    "Tổng đàn lợn 4.300 con; chưa phát sinh ổ dịch tả lợn.",
    "Đã khởi công 14/22 nhà tạm, nhà dột nát.",
    "STT | Chỉ tiêu | Kế hoạch | Thực hiện | Đánh giá\n1 | Thu ngân sách | 9 tỷ đồng | 5 tỷ đồng | Chưa đạt",
    "Hội nghị nghe các tổ báo cáo, phân tích những mặt làm được và chưa làm được để rút kinh nghiệm.",
    "Đoàn giám sát trao đổi về những việc đã làm được, những việc chưa làm được của ban quản lý chợ.",
    "Buổi họp đánh giá những điểm được và chưa được trong công tác thu quỹ.",
    "Các đại biểu sẽ chất vấn về những vấn đề chưa làm được của ngành y tế.",
    "Kinh tế phát triển nhưng còn nhiều việc chưa làm được nên các đại biểu sẽ thảo luận để tìm giải pháp.",
    "Việc thu gom rác còn nhiều bất cập, các đại biểu sẽ chất vấn giám đốc sở.",
    "Góp phần nâng cao nhận thức của người dân, nhằm hạn chế tình trạng còn xả rác xuống kênh.",
    "Qua đó góp phần khắc phục tình trạng cán bộ còn thiếu trách nhiệm.",
    "Với mục tiêu không để hộ nào còn thiếu nước sạch, xã lắp thêm 3 km ống.",
    "Chương trình hướng tới những hộ còn nhiều khó khăn.",
    "Hoạt động khám chữa bệnh không bị gián đoạn.",
    "Công tác tiếp dân không bị ảnh hưởng.",
    "Việc cung cấp điện không để xảy ra gián đoạn.",
    "Hoạt động thu gom rác vẫn được duy trì, không để xảy ra ách tắc.",
    "Kể cả những ngày nước ngập, đường bị chia cắt, bữa ăn của bệnh nhân vẫn được bảo đảm.",
    "Dù nhiều phòng học bị ngập, hệ thống điện bị ảnh hưởng, song việc dạy học vẫn được duy trì.",
    "Mặc dù giá vật tư tăng, nguồn cát bị gián đoạn, nhưng nhà thầu vẫn bảo đảm tiến độ.",
    "Mặc dù gặp nhiều khó khăn, nguồn vốn bị chậm, hợp tác xã vẫn hoàn thành kế hoạch.",
    "Tuy lực lượng còn mỏng, trang thiết bị còn thiếu nhưng trạm y tế vẫn thực hiện tốt nhiệm vụ.",
    "Xã vẫn giữ vững sản lượng dù một số nơi bị ảnh hưởng của hạn hán.",
    "Trong điều kiện kinh phí còn hạn hẹp, nhân lực còn thiếu, trường vẫn hoàn thành nhiệm vụ.",
    "Đây là vấn đề gây bức xúc trong nhân dân nên cần giải quyết dứt điểm.",
    "Đây là việc còn nhiều ý kiến khác nhau nên phải bàn kỹ.",
    "Đó là nhiệm vụ còn nhiều khó khăn, đòi hỏi các ngành cần vào cuộc.",
    "Đường sá cách trở song các tổ vẫn dốc sức, đưa đủ gạo tới mọi bản.",
    "Không có chuyến hàng nào bị gián đoạn.",
    "Thu ngân sách chưa bao giờ đạt thấp hơn kế hoạch.",
    "Không khoa nào còn thiếu thuốc.",
    "Trường không còn phòng học nào xuống cấp.",
    "Đến nay các tuyến đường bị xuống cấp đã được sửa chữa xong.",
    "Những vướng mắc còn tồn tại đã được tháo gỡ.",
    "Công tác quản lý chợ không xảy ra tình trạng buông lỏng.",
    "Ban Giám đốc sẽ trả lời những kiến nghị còn chậm giải quyết.",
    "Cử tri hỏi vì sao việc cấp sổ đỏ còn chậm.",
    "Nhiệm vụ trọng tâm là xóa tình trạng hộ nghèo còn thiếu đất sản xuất.",
    "Nhờ đó, việc đi lại của người dân không còn gặp khó khăn.",
    "Bất chấp thời tiết xấu, đường sá bị chia cắt, đội cứu hộ vẫn tiếp cận được các hộ dân.",
    "Cho dù còn thiếu nhân lực, khoa Cấp cứu vẫn trực đủ 24/24 giờ.",
    "Việc giao hàng diễn ra thông suốt, không xảy ra ùn tắc, chậm trễ.",
    "Công tác thi công không hề bị đình trệ.",
    "Hoạt động của bến xe không còn lộn xộn, chồng chéo.",
    "Trong năm, không có đảng viên nào vi phạm quy chế.",
    "Đến nay không còn xã nào chưa có nhà văn hóa.",
    "Tuyến kênh bị sạt lở đã cơ bản được gia cố.",
    "Ba vướng mắc còn tồn tại trong cấp phép đã được tháo gỡ.",
    "Từ đó góp phần chấm dứt tình trạng xây dựng trái phép còn xảy ra ở khu dân cư.",
    "Mục đích của đợt kiểm tra là phát hiện những nơi còn buông lỏng quản lý.",
    "Hội nghị sẽ thảo luận về tình trạng học sinh bỏ học còn cao.",
    "Đại biểu Lê Văn Tám chất vấn vì sao đường xuống cấp mà chưa sửa.",
    "Đây là khâu còn nhiều phức tạp, đòi hỏi cán bộ phải kiên trì.",
    "Vấn đề rác thải còn gây bức xúc nên cần xử lý sớm.",
    "Xã được đánh giá cao vì không để tồn đọng hồ sơ.",
    "Các tổ nêu những kết quả đã đạt được và những mặt còn chưa được để cùng rút kinh nghiệm.",
    "Tuy mới thành lập, cơ sở vật chất còn thiếu, trường đã hoàn thành tốt nhiệm vụ.",
    "Dù thiếu giáo viên, nhà trường đã tổ chức dạy đủ các môn.",
    "Mặc dù tiến độ ban đầu bị chậm nhưng nhà thầu đã bù kịp.",
    "Bên cạnh việc khắc phục những nơi còn yếu, xã xây thêm 2 cầu.",
    "Nhờ có trạm bơm mới, cánh đồng Mẫu không bị thiếu nước.",
    "Dự án nhằm giải quyết tình trạng giao thông còn ách tắc.",
    "Mô hình giúp người dân không phải chờ đợi lâu, hạn chế tình trạng hồ sơ bị trả lại.",
    "Người chưa tiêm vắc xin được hướng dẫn khai báo.",
    "Các em chưa đến tuổi đi học được vận động tới lớp.",
    "Học sinh có hoàn cảnh khó khăn, còn thiếu sách vở được tặng quà.",
    "Trao 20 suất quà cho các gia đình còn gặp nhiều khó khăn.",
    "Công an xã đã xử lý các trường hợp xây dựng sai quy định.",
    "Đề án tập trung vào các xã còn nhiều khó khăn.",
    "Không khí làm việc sôi nổi, không còn tình trạng né tránh, đùn đẩy.",
    "Phong trào dựng nông thôn mới đạt bước tiến dài.",
    "Công tác phát triển đảng viên mới đạt 110% chỉ tiêu.",
    "Diện tích trồng mới đạt 40 ha.",
    "Số doanh nghiệp thành lập mới đạt 1.200 doanh nghiệp.",
    "Đã dời 22 nhà ở xóm Bãi Lở (nay chưa dựng lại).",
    "Công ty sản xuất 3.000 tấn (cùng kỳ năm trước bị gián đoạn do dịch).",
    "Tổng kho còn 45 tấn thóc giống, đủ cho vụ tới.",
    "Lãi suất huy động ở mức thấp giúp doanh nghiệp vay vốn thuận lợi.",
    "Chi phí logistics thấp hơn so với kế hoạch.",
    "Tỷ lệ nợ xấu ở mức thấp.",
    "Số vụ phạm pháp hình sự ở mức thấp nhất trong 5 năm.",
    "Tai nạn lao động giảm mạnh, chỉ bằng 50% cùng kỳ.",
    "Bí thư Huyện ủy lưu ý các đơn vị không chủ quan khi dịch còn diễn biến phức tạp.",
    "Các đối tượng lợi dụng sơ hở của người dân còn thiếu cảnh giác để lừa đảo.",
    "Bệnh viện tiếp nhận 3 bệnh nhân bị thương, đến nay sức khỏe đã ổn định.",
    "Trường hợp hồ sơ còn thiếu, cán bộ hướng dẫn người dân bổ sung ngay.",
    "Phiên họp đã thẩm tra các nội dung còn ý kiến khác nhau.",
    "Thường trực HĐND xem xét những nội dung chưa thống nhất trước khi trình kỳ họp.",
    "Đoàn công tác kiểm tra các công trình chậm tiến độ trên địa bàn huyện.",
    "Chủ tịch xã đối thoại với các hộ chưa nhận tiền đền bù.",
    "Công an huyện ra quân xử lý xe quá tải.",
    "Tòa án đã xét xử 45 vụ, không có án quá hạn, không có án bị hủy.",
    "Tổ công tác giúp các dự án chậm tiến độ hoàn thành thủ tục.",
    "Nghị quyết ban hành nhằm khắc phục những bất cập trong quản lý đất đai.",
    "Sở đã ban hành văn bản đôn đốc các đơn vị còn chậm nộp báo cáo.",
    "Hội nghị tập trung thảo luận các giải pháp cho những nơi còn khó khăn.",
    "Tình hình thiếu nước sạch đã chấm dứt.",
    "Xã không có hộ nào bị đói, không ai bị bỏ lại phía sau.",
    "Giá xăng thấp hơn so với cùng kỳ.",
]


@pytest.mark.parametrize("words", ONLY_SEEMS_WEAK)
def test_what_only_seems_weak_is_no_limitation(words: str) -> None:
    assert limitations(words) == []
    assert limitations(f"{WEAK}. {words}") == [WEAK]  # nor behind a sentence that tells one


def test_what_will_be_done_is_no_cause() -> None:
    report = read_report(
        OPENING + "\nHạn chế: tiến độ còn chậm.\nNguyên nhân: vốn về muộn; Ban Quản lý sẽ chỉ đạo hoàn thành."
    )

    assert [span.text for span in report.causes] == ["vốn về muộn"]
