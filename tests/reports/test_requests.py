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
        "Bà Lò Thị Sen giao Ban Kinh tế Hội Nông dân liên hệ nơi bán bưởi trong tháng 10/2017.",
        [("Ban Kinh tế Hội Nông dân", "Ban Kinh tế Hội Nông dân liên hệ nơi bán bưởi trong tháng 10/2017")],
    ),
    (
        "Về thuế, theo Thường trực Đảng ủy, những thôn còn nợ đọng nhiều phải lập danh sách từng hộ.",
        [
            (
                "những thôn còn nợ đọng nhiều",
                "Về thuế, theo Thường trực Đảng ủy, những thôn còn nợ đọng nhiều phải lập danh sách từng hộ",
            )
        ],
    ),
    (
        "Đảng đoàn HĐND huyện được giao lãnh đạo các ban bám sát cơ sở.",
        [
            (
                "Đảng đoàn HĐND huyện",
                "Đảng đoàn HĐND huyện được giao lãnh đạo các ban bám sát cơ sở",
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
        "Yêu cầu đặt ra đối với các trường là phải chủ động đổi mới cách làm.",
        [("các trường", "chủ động đổi mới cách làm")],
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
        "Bà Chu Thị Mận cho biết, thời gian tới, đơn vị sẽ mở 4 lớp tập huấn.",
        [("đơn vị", "đơn vị sẽ mở 4 lớp tập huấn")],
    ),
    ("Muốn hết cảnh ngập úng phải buộc chủ đầu tư khơi cống.", None),
    (
        "Quý tới, ông Viện trưởng nêu các việc trọng tâm, gồm: (1) số hóa hồ sơ; (2) mở lớp kỹ năng;"
        " và (3) sửa nhà kho.",
        [(None, "số hóa hồ sơ"), (None, "mở lớp kỹ năng"), (None, "sửa nhà kho")],
    ),
    (
        "Cuộc họp xác định tiếp tục sắp xếp lại các tổ; chấn chỉnh nền nếp trực ban.",
        [(None, "tiếp tục sắp xếp lại các tổ"), (None, "chấn chỉnh nền nếp trực ban")],
    ),
    (
        "Ban Giám đốc Bệnh viện đề ra các giải pháp như phối hợp với tuyến dưới; sửa quy trình đón tiếp.",
        [
            ("Ban Giám đốc Bệnh viện", "phối hợp với tuyến dưới"),
            ("Ban Giám đốc Bệnh viện", "sửa quy trình đón tiếp"),
        ],
    ),
    (
        "Chi cục Thủy lợi đưa ra hai giải pháp trong mùa mưa tới: nạo vét cống; trực 24/24 giờ.",
        [("Chi cục Thủy lợi", "nạo vét cống"), ("Chi cục Thủy lợi", "trực 24/24 giờ")],
    ),
    (
        "Bà Bí thư còn nêu vài việc như phủ sóng truyền thanh.",
        [(None, "phủ sóng truyền thanh")],
    ),
    (
        "Mục tiêu đặt ra là hoàn thành việc kê khai nhà đất.",
        [(None, "hoàn thành việc kê khai nhà đất")],
    ),
    (
        "Nhiệm vụ của ngành Giáo dục là xóa hết phòng học tạm.",
        [("ngành Giáo dục", "xóa hết phòng học tạm")],
    ),
    (
        "Yêu cầu đặt ra với cấp ủy các chi bộ phải nắm vững chủ trương; làm tốt công tác tư tưởng.",
        [
            ("cấp ủy các chi bộ", "cấp ủy các chi bộ phải nắm vững chủ trương"),
            ("cấp ủy các chi bộ", "làm tốt công tác tư tưởng"),
        ],
    ),
    (
        "Chủ tịch xã đề nghị các đơn vị giữ vững đoàn kết. Trong đó, (1) tập trung tuyển sinh;"
        " (2) đẩy mạnh nghiên cứu.",
        [
            ("các đơn vị", "các đơn vị giữ vững đoàn kết"),
            ("các đơn vị", "tập trung tuyển sinh"),
            ("các đơn vị", "đẩy mạnh nghiên cứu"),
        ],
    ),
    (
        "Thời gian tới, Ngân hàng Nhà nước sẽ tạo điều kiện cho vay. Đồng thời, thông qua quản lý"
        " tín dụng, sẽ tiếp tục đồng hành cùng thành phố.",
        [
            ("Ngân hàng Nhà nước", "Ngân hàng Nhà nước sẽ tạo điều kiện cho vay"),
            (
                "Ngân hàng Nhà nước",
                "thông qua quản lý tín dụng, sẽ tiếp tục đồng hành cùng thành phố",
            ),
        ],
    ),
    (
        "Các dự án phải khởi công trong quý IV, hoàn thành vào năm sau.",
        [(None, "Các dự án phải khởi công trong quý IV, hoàn thành vào năm sau")],
    ),
    (
        "Việc đào tạo nhân lực số cần được tập trung.",
        [(None, "Việc đào tạo nhân lực số cần được tập trung")],
    ),
    (
        "Ông Bí thư cho rằng, Đảng ủy Công an tỉnh cần cải tiến quy chế; đáp ứng kịp thời yêu cầu công tác.",
        [
            ("Đảng ủy Công an tỉnh", "Đảng ủy Công an tỉnh cần cải tiến quy chế"),
            ("Đảng ủy Công an tỉnh", "đáp ứng kịp thời yêu cầu công tác"),
        ],
    ),
    (
        "Chi cục trưởng yêu cầu các trạm trong huyện làm ngay mấy việc sau: các chủ vườn phun thuốc"
        " hai đợt; kiểm đếm cây bệnh.",
        [
            ("các chủ vườn", "các chủ vườn phun thuốc hai đợt"),
            ("các trạm trong huyện", "kiểm đếm cây bệnh"),
        ],
    ),
    (
        "Về phía Cục Kiểm lâm, Cục cần phối hợp với các tỉnh. Về phía các doanh nghiệp cần trồng lại rừng.",
        [
            ("Cục Kiểm lâm", "Cục Kiểm lâm, Cục cần phối hợp với các tỉnh"),
            ("các doanh nghiệp", "các doanh nghiệp cần trồng lại rừng"),
        ],
    ),
    (
        "Chủ tịch tỉnh yêu cầu, ngay sau hội nghị, các xã khẩn trương phổ biến nghị quyết.",
        [("các xã", "ngay sau hội nghị, các xã khẩn trương phổ biến nghị quyết")],
    ),
    (
        "Ông Lê An, Bí thư Huyện ủy, cho biết huyện sẽ tiếp tục đào tạo lái xe; chuyển giao kinh nghiệm.",
        [("huyện", "huyện sẽ tiếp tục đào tạo lái xe"), ("huyện", "chuyển giao kinh nghiệm")],
    ),
    (
        "Ban Tuyên giáo Huyện ủy đề nghị đẩy mạnh tuyên truyền phòng dịch.",
        [(None, "đẩy mạnh tuyên truyền phòng dịch")],
    ),
    (
        "Giám đốc Công an tỉnh chỉ đạo Phòng Cảnh sát hình sự phối hợp đấu tranh với tội phạm.",
        [("Phòng Cảnh sát hình sự", "Phòng Cảnh sát hình sự phối hợp đấu tranh với tội phạm")],
    ),
    (
        "Ông Bình nói, đường núi khó đi nên Sở Giao thông cần mở thêm tuyến.",
        [("Sở Giao thông", "đường núi khó đi nên Sở Giao thông cần mở thêm tuyến")],
    ),
    (
        "Để có thợ giỏi thì doanh nghiệp phải chủ động đào tạo.",
        [("doanh nghiệp", "Để có thợ giỏi thì doanh nghiệp phải chủ động đào tạo")],
    ),
    (
        "Bí thư đề nghị các chi bộ tiếp tục quán triệt nghị quyết của cấp trên; các chủ trương, đường lối"
        " mới; chú trọng kết nạp đảng viên.",
        [
            (
                "các chi bộ",
                "các chi bộ tiếp tục quán triệt nghị quyết của cấp trên; các chủ trương, đường lối mới",
            ),
            ("các chi bộ", "chú trọng kết nạp đảng viên"),
        ],
    ),
    (
        "Phó Bí thư yêu cầu Hội Nông dân lập tổ vay vốn; các chi hội nộp danh sách hộ nghèo.",
        [
            ("Hội Nông dân", "Hội Nông dân lập tổ vay vốn"),
            ("các chi hội", "các chi hội nộp danh sách hộ nghèo"),
        ],
    ),
    (
        "Bà Chủ tịch đề nghị trong 6 tháng cuối năm các cấp công đoàn tập trung vào 3 nhóm nhiệm vụ. Một là,"
        " chăm lo việc làm. Hai là, mỗi công đoàn cơ sở giới thiệu 2 đoàn viên. Ba là, tổ chức hội thao.",
        [
            ("các cấp công đoàn", "chăm lo việc làm"),
            ("mỗi công đoàn cơ sở", "mỗi công đoàn cơ sở giới thiệu 2 đoàn viên"),
            ("các cấp công đoàn", "tổ chức hội thao"),
        ],
    ),
    (
        "Đại diện Ban Tổng Giám đốc hứa sẽ hỗ trợ quỹ tương trợ 500 triệu đồng.",
        [("Đại diện Ban Tổng Giám đốc", "sẽ hỗ trợ quỹ tương trợ 500 triệu đồng")],
    ),
    ("Bình Yên phải mạnh dạn hơn nữa.", [("Bình Yên", "Bình Yên phải mạnh dạn hơn nữa")]),
    (
        "Chủ tịch đề nghị các xã ra quân. Ngoài ra, các cơ quan tuyên truyền các ngày lễ lớn: Tuyên truyền"
        " Quốc khánh; Tuyên truyền ngày hội văn hóa; Tuyên truyền ngày pháp luật.",
        [
            ("các xã", "các xã ra quân"),
            ("các cơ quan", "Tuyên truyền Quốc khánh"),
            ("các cơ quan", "Tuyên truyền ngày hội văn hóa"),
            ("các cơ quan", "Tuyên truyền ngày pháp luật"),
        ],
    ),
    (
        "Cán bộ nên trực tiếp xuống thôn hướng dẫn bà con.",
        [("Cán bộ", "Cán bộ nên trực tiếp xuống thôn hướng dẫn bà con")],
    ),
    (
        "Chủ tịch xã đề nghị các thôn họp dân. Đối với 08 tuyến đường chưa làm: Tập trung hoàn thiện hồ sơ.",
        [
            ("các thôn", "các thôn họp dân"),
            ("các thôn", "Đối với 08 tuyến đường chưa làm: Tập trung hoàn thiện hồ sơ"),
        ],
    ),
    (
        "Hội nghị cũng đã xác định phương hướng năm 2018 là: Mở 2 lớp học mới; sửa lại trường cũ.",
        [(None, "Mở 2 lớp học mới"), (None, "sửa lại trường cũ")],
    ),
    (
        "Kết luận, Bí thư đề nghị các chi bộ đánh giá lại việc sinh hoạt quý qua.",
        [("các chi bộ", "các chi bộ đánh giá lại việc sinh hoạt quý qua")],
    ),
    (
        "Đối với hộ nghèo, cận nghèo, khó khăn, UBND xã sẽ cấp vốn vay.",
        [("UBND xã", "Đối với hộ nghèo, cận nghèo, khó khăn, UBND xã sẽ cấp vốn vay")],
    ),
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
        "Trại giống đã trao đổi tinh phôi với nhiều viện nghiên cứu.",
        "Chủ tịch cho biết, cử tri thành phố đề nghị cần có giải pháp xử lý dứt điểm.",
        "Lâu nay học sinh phải lội qua suối.",
        "Huyện ủy ra Chỉ thị số 9 về tiếp tục chấn chỉnh việc cưới, việc tang.",
        "Chia sẻ quan điểm này, Phó Chủ tịch xã nói, mỗi bên có cách nhìn riêng.",
        "Công ty đã đề ra nhiều giải pháp như cắt giảm chi phí, mở rộng thị trường.",
        "Nhiệm vụ của trạm này là theo dõi mực nước các hồ.",
        "Hợp tác xã có thể bán rau trên mạng, mở quầy ở phố huyện.",
        "Bệnh viện Đa khoa hiện được giao phát triển ba chuyên khoa.",
        "Trung tâm triển khai hàng chục lớp kỹ năng sống.",
        "Bà Thu nhấn mạnh mấy điểm cần lưu ý khi chia lại địa bàn.",
        "Công tác vệ sinh còn phải làm nhiều việc.",
        "Báo cáo tập trung vào các mảng: thu phí; bảo trì và thay thế máy bơm; chăm sóc khách hàng.",
        "Giám đốc Sở đã chỉ đạo các phòng rà soát hồ sơ.",
        "Mỗi chiến sĩ phụ trách bản còn phối hợp với già làng vận động.",
        "Mở đầu, Chủ tịch đề nghị các thôn nhìn nhận thẳng thắn việc thu quỹ thời gian qua.",
        "Chủ tọa đề nghị đại biểu đọc kỹ tờ trình; góp ý thẳng thắn, đúng trọng tâm.",
        "Mỗi đảng viên là một người gương mẫu trong tiêm chủng.",
        "Phó Viện trưởng cũng nhận định hoạt động công tố phải thực hiện sớm.",
        "Việt Nam phải trở thành cường quốc.",
        "Nhiều đại biểu cho rằng, HĐND nên lập đoàn khảo sát.",
        "Báo cáo sơ kết một năm thực hiện nghị quyết nêu rõ: cơ sở đã phổ biến đầy đủ.",
        "Giao diện cổng thông tin còn khó tra cứu.",
        "Thực hiện mục tiêu giảm nghèo, từ đầu năm, các xã đã tích cực triển khai.",
        "Nhiều dự án vẫn phải chờ phê duyệt.",
        "Chủ tịch xã kết luận:\nI. Về kết quả thực hiện nhiệm vụ tháng 9\n"
        "Thu ngân sách trên địa bàn đạt 4,2 tỷ đồng, bằng 78% kế hoạch năm.",
        "Giao 12/12 thanh niên nhập ngũ, đạt 100% chỉ tiêu; 02 thanh niên viết đơn tình nguyện.",
        "Đại biểu Sáu chưa đồng tình, cho rằng cần giao trạm bơm cho đơn vị khác quản lý.",
        "Đại biểu Ngô Tám (Tổ số 2) đề nghị UBND xã sửa cầu.",
        "Chủ tọa yêu cầu:\n- Hội đồng thống nhất thông qua nghị quyết với 21/21 đại biểu tán thành.",
        "Chủ tọa kết luận:\n- Đại hội thành viên dự kiến cuối tháng 3/2027.",
        "Chủ tịch xã kết luận: Thu thuế đất đạt 310 triệu đồng, tăng 4% so với cùng kỳ.",
        "Toàn huyện xây xong 124 căn, đạt 62% chỉ tiêu Chính phủ giao năm 2017 (200 căn).",
        "Trồng rừng được 30 ha, bằng 80% kế hoạch UBND tỉnh giao năm nay.",
        "Người dân không thiếu cần cù, cái thiếu là hợp đồng mua.",
        "Chi bộ nhất trí 41/41; 39 đồng chí đồng ý đề nghị tặng Huy hiệu (2 đồng chí đề nghị xác minh thêm).",
    ],
)
def test_discussion_decisions_and_stories_are_no_tasks(words: str) -> None:
    assert tasks_of(words) == []


def test_what_the_standfirst_tells_beforehand_is_one_task() -> None:
    report = read_report(
        "Xã Tân Lộc họp giao ban\n3/10/2017\n\nChủ tịch xã yêu cầu Phòng Kinh tế rà soát các chợ xuống cấp.\n"
        "Sáng 3/10, UBND xã Tân Lộc họp giao ban.\nCác phòng báo cáo kết quả tháng 9.\n"
        "Kết luận, Chủ tịch xã yêu cầu Phòng Kinh tế khẩn trương rà soát các chợ xuống cấp trên địa bàn.\n"
        "Cuộc họp kết thúc lúc 11 giờ."
    )

    assert [task.text.text for task in report.tasks] == [
        "Phòng Kinh tế khẩn trương rà soát các chợ xuống cấp trên địa bàn"
    ]


def test_the_same_words_under_two_addressees_are_two_tasks() -> None:
    report = read_report(
        OPENING + "Chủ tịch yêu cầu:\n1. Phòng Kinh tế:\n- Báo cáo kết quả hằng tuần.\n2. Công an xã:\n"
        "- Báo cáo kết quả hằng tuần."
    )

    assert [task.assignee.text if task.assignee else None for task in report.tasks] == [
        "Phòng Kinh tế",
        "Công an xã",
    ]


LISTED = "\n\nIII. NHIỆM VỤ\n- Phòng Kinh tế lập bảng kê trước ngày 20/10/2017.\n- {}\n"


@pytest.mark.parametrize(
    "line",
    [
        "BIỂU QUYẾT",
        "Ý kiến của nhà thầu: ông Nam xin tạm ứng thêm 4 tỷ đồng.",
        "Giám đốc Ban đồng ý tạm ứng 2,5 tỷ đồng.",
        "Biểu quyết: 17/17 đảng viên nhất trí với nghị quyết.",
        "Hội đồng nhất trí 62/62.",
        "Họp giao ban tháng 11 dự kiến ngày 04/12/2017.",
        "Kỳ rà soát sau dự kiến ngày 05/01/2018.",
        "Chốt: tháng sau họp tối 30/10, địa điểm báo sau.",
        "Trong quý xảy ra 3 ổ dịch tại 2 thôn, phải tiêu hủy 132 con.",
        "Tổ Ngoại ngữ thiếu 1 giáo viên từ đầu năm, phải dạy tăng tiết.",
        "Tỷ lệ tham gia bảo hiểm y tế 96%.",
        "Thu ngân sách xã 30,5 tỷ đồng.",
        "Kinh phí mua máy hút ẩm 96 triệu đồng lấy từ nguồn phí để lại.",
        "Dự án chợ Tân Lộc chậm tiến độ 02 tháng do nhà thầu thiếu thợ.",
        "Khen thưởng: Huyện tặng Giấy khen cho 5 tập thể; ấp 3 dẫn đầu thi đua khối ấp.",
        "Trong quý IV thực hiện các việc sau.",
        "Tổn thất nước không quá 14%.",
        "Trưởng phòng nào để việc quá hạn thì không xét thi đua.",
        "Đề nghị của xã An Lạc về dịch lịch tưới: không chấp thuận.",
        'Giám đốc Ban nhấn mạnh: "Có mặt bằng mà không có máy thì tôi cắt hợp đồng."',
    ],
)
def test_what_stands_among_tasks_and_asks_for_nothing_is_none(line: str) -> None:
    assert tasks_of(LISTED.format(line)) == [
        ("Phòng Kinh tế", "Phòng Kinh tế lập bảng kê trước ngày 20/10/2017")
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Họp dân lấy ý kiến xong trước ngày 04/12/2017.",
        "Tiêu hủy xong 132 con lợn bệnh trước ngày 20/10/2017.",
        "Đề nghị của xã An Lạc về trạm bơm: giao Phòng Kinh tế khảo sát.",
        'Giám đốc nhấn mạnh: "Các đội phải thêm máy ngay."',
        "Giảm tỷ lệ hộ nghèo, xóa xong 12 nhà tạm trước Tết.",
    ],
)
def test_what_looks_like_it_and_asks_for_something_is_a_task(line: str) -> None:
    assert len(tasks_of(LISTED.format(line))) > 1


def test_what_the_people_say_below_a_heading_of_opinions_is_no_task() -> None:
    words = LISTED.format("Công an xã tuần tra đêm.") + (
        "\nÝ kiến các bạn:\n- Bạn Sáu: mỗi suất 1 triệu đồng, danh sách chưa gửi.\n"
        "- Chị Bảy: cần chăm lo việc làm cho thanh niên.\n"
        "\nPhát biểu của đồng chí Lê Văn Tám: ghi nhận nền nếp; yêu cầu chi ủy lập sổ theo dõi.\n"
    )

    assert [who for who, _ in tasks_of(words)] == ["Phòng Kinh tế", "Công an xã", "chi ủy"]


def test_who_was_reproved_is_asked_for_nothing() -> None:
    assert tasks_of("\n\nII. HẠN CHẾ\n- Con ông Sửu tổ chức đám cưới dùng loa quá giờ, bị nhắc nhở.\n") == []


@pytest.mark.parametrize(
    "words",
    [
        "Chủ tịch Công đoàn Lê Thị Sen đề nghị tăng tiền ăn lên 40.000 đồng; Giám đốc đồng ý từ quý tới.",
        "Bà Lò Thị Sen đề nghị HTX ứng trước vật tư. Giám đốc HTX tiếp thu, hứa xem lại.",
        "Đại diện nhà thầu, bà Lò Thị Sen, đề nghị tạm ứng 2 tỷ đồng, Giám đốc Ban chưa chấp thuận.",
    ],
)
def test_what_somebody_proposes_and_another_one_answers_is_no_task(words: str) -> None:
    assert [what for _, what in tasks_of(words) if "tiền ăn" in what or "ứng" in what] == []
    listed = [what for _, what in tasks_of(LISTED.format(words))]
    assert [what for what in listed if "tiền ăn" in what or "tạm ứng" in what] == []


def test_what_a_list_of_goals_names_in_figures_is_a_target_and_no_task() -> None:
    report = read_report(
        "XÃ TÂN LỘC\nTân Lộc, ngày 18 tháng 12 năm 2017\nBÁO CÁO\nTổng kết năm 2017\n"
        "Phần thứ nhất\nKẾT QUẢ\nThu ngân sách 3 tỷ đồng.\nPhần thứ hai\n"
        "PHƯƠNG HƯỚNG NĂM 2018\nChỉ tiêu chủ yếu năm 2018:\n"
        "(1) Xây 40 nhà tình thương.\n(2) Giảm số vụ tảo hôn xuống dưới 10 vụ.\n"
        "(3) Lập quỹ khuyến học trước ngày 30/6/2018.\n(4) Ban Văn hóa mở 3 lớp thêu.\n"
    )

    assert [task.text.text for task in report.tasks] == [
        "Lập quỹ khuyến học trước ngày 30/6/2018",
        "Ban Văn hóa mở 3 lớp thêu",
    ]
    assert [target.goal.written.text for target in report.targets if target.goal][:2] == [
        "40 nhà tình thương",
        "dưới 10 vụ",
    ]
