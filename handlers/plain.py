"""What is said in other words where a chat has neither buttons nor files (Zalo Bot), or few (Zalo OA)."""

from __future__ import annotations

PLAIN: dict[str, tuple[str, str]] = {
    "help.example.official": (
        "Gõ từ cần tìm, có dấu hay không dấu; gõ mã ở đầu mục để xem câu gốc. "
        "Dưới câu trả lời có [1], [2]…: gõ số để chọn.",
        "Type words to look for, with or without accents; type an item's code to see its sentence. "
        "Below an answer stand [1], [2]…: type the number to choose.",
    ),
    "help.example.staff": (
        "Dán nguyên văn báo cáo, hay gửi địa chỉ trang (https://…) vào đây, bot sẽ hỏi trước khi lưu; "
        "hoặc gõ /post, gửi nhiều tin, rồi /done.",
        "Paste a report, or send its web address (https://…), and the bot asks before it stores; "
        "or say /post, send messages, then /done.",
    ),
    "error.attachment": (
        "Ở đây bot chỉ nhận được chữ và ảnh, không nhận được tệp, ghi âm, video hay hình dán. "
        "Dán nội dung vào đây, gửi địa chỉ trang (https://…) của báo cáo, hoặc chụp ảnh văn bản rồi gửi.",
        "Only text and photos arrive here; files, recordings, videos and stickers do not. "
        "Paste the text here, send the report's web address (https://…), or send a photo of the paper.",
    ),
    "error.old_button": (
        "Lựa chọn này không còn dùng được. Gõ /help để xem các lệnh.",
        "This choice works no more. Type /help for the commands.",
    ),
    "freeze.none": (
        "Chưa lưu số liệu nào. Chọn Lưu số liệu này dưới một câu trả lời.",
        "No figures are kept yet. Choose Keep these figures under an answer.",
    ),
    "file.not_staff": (
        "Báo cáo do văn phòng đăng; bot không đọc ảnh của anh/chị. Gõ từ cần tìm, hoặc /help.",
        "Reports are posted by staff; your photo is not read. Type words to look for, or /help.",
    ),
    "file.picture": (
        "{name}: bot chưa đọc được chữ trong ảnh. Dán nội dung vào đây, hoặc gửi địa chỉ trang (https://…) "
        "của báo cáo.",
        "{name}: words in pictures are not read here. Paste the text, or send the report's web address.",
    ),
    "file.unreadable": (
        "{name}: không đọc ra chữ trong ảnh. Chụp thẳng, rõ, đủ sáng rồi gửi lại; tốt nhất là dán nội dung.",
        "{name}: no words were found in the picture. Send a sharper one, or better paste the text.",
    ),
    "file.too_large": (
        "{name}: ảnh quá 20 MB. Gửi ảnh nhỏ hơn, hoặc dán nội dung vào đây.",
        "{name}: the picture is over 20 MB. Send a smaller one, or paste the text here.",
    ),
    "file.too_slow": (
        "{name}: đọc quá lâu nên bot đã dừng. Gửi ảnh nhỏ hơn, hoặc dán nội dung vào đây.",
        "{name}: reading took too long and was stopped. Send a smaller picture, or paste the text here.",
    ),
    "file.unavailable": (
        "{name}: không tải được ảnh từ Zalo. Xin gửi lại sau ít phút, hoặc dán nội dung vào đây.",
        "{name}: the picture could not be fetched. Send it again in a few minutes, or paste the text here.",
    ),
    "file.link_too_large": (
        "{name}: trang quá 5 MB. Mở trang, chép nội dung rồi dán vào đây.",
        "{name}: the page is over 5 MB. Copy its text and paste it here.",
    ),
    "refused.signs": (
        "Văn bản hầu hết là ký tự lạ, không đọc được, nên không được nhận. Chép lại từ bản gốc.",
        "Nearly all of the text are signs that cannot be read; it was not taken. "
        "Copy it from the original again.",
    ),
    "refused.foreign": (
        "Văn bản không phải tiếng Việt hoặc bị lỗi phông chữ nên không được nhận. "
        "Gửi bản tiếng Việt, có dấu hay không dấu, phông Unicode.",
        "The text is not Vietnamese, or its font is broken; it was not taken. "
        "Send it in Vietnamese, with or without accents, in a Unicode font.",
    ),
    "preview.same": (
        "Đã có báo cáo {number} của cùng cơ quan, ngày {day}: {title}. Nếu là cùng cuộc họp, chọn "
        "So với báo cáo {number} rồi thay bản gốc, không lưu thành hai.",
        "There is report {number} of the same body, {day}: {title}. If it is the same meeting, choose "
        "Compare with report {number} and put this text in its place, so that it is not stored twice.",
    ),
}

FEW: dict[str, tuple[str, str]] = {
    "help.example.official": (
        "Gõ từ cần tìm, có dấu hay không dấu; gõ mã ở đầu mục để xem câu gốc. "
        "Câu trả lời có nhiều lựa chọn thì thay cho nút có [1], [2]…: gõ số để chọn.",
        "Type words to look for, with or without accents; type an item's code to see its sentence. "
        "Where an answer has many choices, [1], [2]… stand below in place of buttons: type the number.",
    ),
    "file.unavailable": (
        "{name}: không tải được tệp từ Zalo. Xin gửi lại sau ít phút, hoặc dán nội dung vào đây.",
        "{name}: the file could not be fetched from Zalo. Send it again soon, or paste the text here.",
    ),
    "file.out_not_here": (
        "Zalo không nhận gửi loại tệp này ({names}). Chọn bản Word (.docx) hay CSV, hoặc nhận qua Telegram.",
        "Zalo does not take this kind of file ({names}). Choose Word (.docx) or CSV, or get it on Telegram.",
    ),
}
"""A chat with up to five buttons, and with files of a few kinds."""
