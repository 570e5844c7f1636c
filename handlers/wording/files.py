"""Files and links: why one is not read and what to do, and files that go out."""

WORDS: dict[str, tuple[str, str]] = {
    # files: why one is not read, and what to do
    "file.not_staff": (
        "Báo cáo do văn phòng đăng; bot không đọc tệp của anh/chị. Gõ từ cần tìm, hoặc /help.",
        "Reports are posted by staff; your file is not read. Type words to look for, or /help.",
    ),
    "file.not_there": (
        "Không thấy tệp {name}, hoặc tệp không được phép đọc. Xem lại đường dẫn rồi gõ lại. "
        "Ví dụ: /post bao-cao.docx. Muốn dán văn bản thì gõ /post không kèm gì.",
        "There is no file {name}, or it may not be read. Look at the path and type it again. "
        "Example: /post bao-cao.docx. To paste a text, type /post alone.",
    ),
    "file.reading": ("Đang đọc {name} …", "Reading {name} …"),
    "file.photo": ("Ảnh", "The photo"),
    "file.unnamed": ("Tệp không tên", "A file without a name"),
    "file.empty": (
        "{name}: tệp không có chữ nào. Mở tệp kiểm tra rồi gửi lại.",
        "{name}: the file has no words. Look at it and send it again.",
    ),
    "file.short": (
        "{name}: văn bản chỉ có {characters} ký tự, ít quá để là báo cáo (ít nhất {least}). "
        "Mở tệp kiểm tra rồi gửi lại.",
        "{name}: the text has only {characters} characters; a report has at least {least}. "
        "Look at the file and send it again.",
    ),
    "file.signs": (
        "{name}: hầu hết là ký tự lạ, không đọc được. Mở tệp gốc, lưu lại dạng .docx rồi gửi; "
        "hoặc dán nội dung vào đây.",
        "{name}: nearly all of it are signs that cannot be read. Save the original as .docx and send that, "
        "or paste the text here.",
    ),
    "file.foreign": (
        "{name}: văn bản không phải tiếng Việt hoặc bị lỗi phông chữ nên không được nhận. "
        "Gửi bản tiếng Việt, có dấu hay không dấu.",
        "{name}: the text is not Vietnamese, or its font is broken. "
        "Send it in Vietnamese, with or without accents.",
    ),
    "file.too_large": (
        "{name}: tệp quá 20 MB. Bỏ bớt ảnh rồi lưu lại, hoặc dán nội dung vào đây.",
        "{name}: the file is over 20 MB. Save it with fewer pictures, or paste the text here.",
    ),
    "file.too_long": (
        "{name}: văn bản dài {characters} ký tự, quá giới hạn {limit}. Chia thành từng báo cáo rồi gửi lại.",
        "{name}: the text has {characters} characters; the limit is {limit}. Send it report by report.",
    ),
    "file.too_many_pages": (
        "{name}: tệp có {pages} trang, quá giới hạn {limit} trang. Tách lấy phần báo cáo rồi gửi lại.",
        "{name}: the file has {pages} pages; the limit is {limit}. Send the report's pages alone.",
    ),
    "file.other_type": (
        "{name}: bot không đọc được loại tệp này. Mở tệp, lưu lại dạng .docx hoặc .pdf rồi gửi; "
        "hoặc dán nội dung vào đây.",
        "{name}: this type of file is not read. Save it as .docx or .pdf, or paste the text here.",
    ),
    "file.wrong_type": (
        "{name}: nội dung không phải loại tệp như tên ghi. Mở tệp gốc, lưu lại dạng .docx rồi gửi.",
        "{name}: the content is not what the name says. Open the original and save it as .docx.",
    ),
    "file.old_word": (
        "{name}: tệp Word kiểu cũ (.doc) chưa đọc được. Mở bằng Word, chọn Lưu thành (Save As), "
        "lưu lại dạng .docx rồi gửi.",
        "{name}: old Word files (.doc) are not read. Open it in Word, save it as .docx, and send that.",
    ),
    "file.encrypted": (
        "{name}: tệp có mật khẩu nên không đọc được. Bỏ mật khẩu, lưu lại rồi gửi.",
        "{name}: the file has a password. Save it without one and send it again.",
    ),
    "file.damaged": (
        "{name}: tệp hỏng hoặc thiếu. Mở bằng Word, lưu lại dạng .docx rồi gửi; hoặc dán nội dung vào đây.",
        "{name}: the file is damaged. Open it in Word, save it as .docx, or paste the text here.",
    ),
    "file.bomb": (
        "{name}: tệp nén bất thường, mở ra quá lớn, nên không được nhận. Lưu lại dạng .docx rồi gửi.",
        "{name}: the file unpacks to far too much and is refused. Save it as .docx and send that.",
    ),
    "file.entities": (
        "{name}: tệp chứa mã XML không an toàn nên không được nhận. Mở bằng Word, lưu lại dạng .docx.",
        "{name}: the file holds unsafe XML and is refused. Open it in Word, save it as .docx.",
    ),
    "file.picture": (
        "{name}: đây là ảnh hoặc bản quét, bot chưa đọc được chữ trong ảnh. "
        "Gửi tệp .docx hoặc .pdf có chữ, hoặc dán nội dung vào đây.",
        "{name}: this is a picture or a scan; words in pictures are not read here. "
        "Send a .docx, a .pdf with text, or paste the text here.",
    ),
    "file.unreadable": (
        "{name}: không đọc ra chữ trong ảnh. Chụp thẳng, rõ, đủ sáng rồi gửi lại; tốt nhất là gửi tệp .docx.",
        "{name}: no words were found in the picture. Send a sharper one, or better the .docx.",
    ),
    "file.login": (
        "{name}: trang đòi đăng nhập nên không có nội dung. Mở trang, chép nội dung rồi dán vào đây.",
        "{name}: the page asks for a login and shows no text. Open it, copy the text and paste it here.",
    ),
    "file.no_article": (
        "{name}: không thấy bài viết trong trang. Mở trang, chép nội dung rồi dán vào đây.",
        "{name}: there is no article on the page. Open it, copy the text and paste it here.",
    ),
    "file.too_slow": (
        "{name}: đọc quá lâu nên bot đã dừng. Lưu lại dạng .docx, hoặc dán nội dung vào đây.",
        "{name}: reading took too long and was stopped. Save it as .docx, or paste the text here.",
    ),
    "file.killed": (
        "{name}: tệp làm hỏng việc đọc nên không được nhận. Lưu lại dạng .docx, hoặc dán nội dung vào đây.",
        "{name}: the file broke its reading and is refused. Save it as .docx, or paste the text here.",
    ),
    "file.unavailable": (
        "{name}: không tải được tệp từ Telegram. Xin gửi lại sau ít phút, hoặc dán nội dung vào đây.",
        "{name}: the file could not be fetched. Send it again in a few minutes, or paste the text here.",
    ),
    # links: why one is not read, and what to do
    "link.reading": ("Đang mở {address} …", "Opening {address} …"),
    "link.not_staff": (
        "Báo cáo do văn phòng đăng; bot không mở liên kết của anh/chị. Gõ từ cần tìm, hoặc /help.",
        "Reports are posted by staff; your link is not opened. Type words to look for, or /help.",
    ),
    "link.alone": (
        "Muốn đăng bài từ liên kết, gửi riêng một địa chỉ trong một tin, không kèm chữ khác. "
        "Ví dụ: https://xa.example/tin/12",
        "To post a page, send its address alone in a message. Example: https://xa.example/tin/12",
    ),
    "file.link_address": (
        "{name}: địa chỉ này không mở được. Gửi địa chỉ như trên thanh địa chỉ của trình duyệt, ví dụ "
        "https://xa.example/tin/12; hoặc mở trang, chép nội dung rồi dán vào đây.",
        "{name}: this address cannot be opened. Send it as a browser shows it, e.g. "
        "https://xa.example/tin/12; or open the page, copy its text and paste it here.",
    ),
    "file.link_port": (
        "{name}: bot chỉ mở trang ở cổng 80 và 443. Mở trang, chép nội dung rồi dán vào đây.",
        "{name}: only ports 80 and 443 are opened. Open the page, copy its text and paste it here.",
    ),
    "file.link_private": (
        "{name}: địa chỉ này nằm trong mạng nội bộ, bot không mở. Mở trang, chép nội dung rồi dán vào đây.",
        "{name}: this address lies in an internal network and is not opened. Open the page, copy its text "
        "and paste it here.",
    ),
    "file.link_unknown_host": (
        "{name}: không tìm thấy máy chủ có tên này. Kiểm tra lại địa chỉ; nếu trình duyệt mở được thì "
        "chép nội dung rồi dán vào đây.",
        "{name}: there is no server of this name. Check the address; if a browser opens it, copy its text "
        "and paste it here.",
    ),
    "file.link_unreachable": (
        "{name}: không kết nối được với trang. Thử lại sau ít phút; hoặc mở trang, chép nội dung rồi dán "
        "vào đây.",
        "{name}: the page cannot be reached. Try again in a few minutes; or open it, copy its text and "
        "paste it here.",
    ),
    "file.link_tls": (
        "{name}: chứng thư bảo mật (https) của trang không hợp lệ nên bot không mở. Mở trang, chép nội "
        "dung rồi dán vào đây.",
        "{name}: the page's certificate (https) is not valid, so it is not opened. Open the page, copy "
        "its text and paste it here.",
    ),
    "file.link_too_slow": (
        "{name}: trang trả lời quá chậm (quá 15 giây). Thử lại sau ít phút; hoặc mở trang, chép nội dung "
        "rồi dán vào đây.",
        "{name}: the page took over 15 seconds. Try again in a few minutes; or open it, copy its text and "
        "paste it here.",
    ),
    "file.link_redirects": (
        "{name}: trang chuyển hướng quá nhiều lần. Mở trang, chép nội dung rồi dán vào đây.",
        "{name}: the page redirects too many times. Open the page, copy its text and paste it here.",
    ),
    "file.link_not_found": (
        "{name}: trang này không có (lỗi 404). Kiểm tra lại địa chỉ; hoặc mở trang, chép nội dung rồi dán "
        "vào đây.",
        "{name}: there is no such page (404). Check the address; or open the page, copy its text and "
        "paste it here.",
    ),
    "file.link_forbidden": (
        "{name}: trang không cho bot xem, có thể phải đăng nhập. Mở trang, chép nội dung rồi dán vào đây.",
        "{name}: the page may not be seen without a login. Open the page, copy its text and paste it here.",
    ),
    "file.link_failed": (
        "{name}: máy chủ của trang báo lỗi. Thử lại sau ít phút; hoặc mở trang, chép nội dung rồi dán vào "
        "đây.",
        "{name}: the page's server reports a fault. Try again in a few minutes; or open it, copy its text "
        "and paste it here.",
    ),
    "file.link_broken": (
        "{name}: trang trả lời không đầy đủ hoặc không đúng chuẩn. Mở trang, chép nội dung rồi dán vào đây.",
        "{name}: the page's answer is incomplete or malformed. Open the page, copy its text and paste it "
        "here.",
    ),
    "file.link_too_large": (
        "{name}: trang quá 5 MB. Tải tệp về rồi gửi vào đây (tối đa 20 MB); hoặc mở trang, chép nội dung "
        "rồi dán vào đây.",
        "{name}: the page is over 5 MB. Download the file and send it here (up to 20 MB); or copy its "
        "text and paste it here.",
    ),
    "file.link_other_type": (
        "{name}: liên kết này không phải trang tin, tệp .docx, .pdf hay văn bản. Mở trang, chép nội dung "
        "rồi dán vào đây.",
        "{name}: this is neither a page nor a .docx, .pdf or text file. Open the page, copy its text and "
        "paste it here.",
    ),
    "file.link_empty": (
        "{name}: không thấy nội dung trong trang; có thể trang chỉ hiện bài viết trong trình duyệt. Mở "
        "trang, chép nội dung rồi dán vào đây.",
        "{name}: there is no text on the page; maybe only a browser shows it. Open the page, copy its "
        "text and paste it here.",
    ),
    # files: that go out
    "file.out_too_large": (
        "Tệp {name} quá {limit} MB nên Telegram không nhận. Hãy chọn ít báo cáo hơn.",
        "The file {name} is over {limit} MB, more than Telegram takes. Choose fewer reports.",
    ),
    "file.out_not_written": (
        "Không ghi được tệp {name} vào thư mục {folder}. Kiểm tra quyền ghi và chỗ trống, rồi thử lại.",
        "The file {name} could not be written to {folder}. Check its rights and free space, then try again.",
    ),
    "file.out_not_here": (
        "Ở đây bot chưa gửi được tệp ({names}). Xin nhận qua Telegram, hoặc hỏi văn phòng.",
        "Files cannot be sent here ({names}). Get them on Telegram, or ask the office.",
    ),
    "file.out_linked": (
        "Tệp {name}, mở được trong 24 giờ: {address}",
        "File {name}, for 24 hours: {address}",
    ),
    "file.out_written": ("Tệp: {path}", "File: {path}"),
    "error.unexpected": (
        "Có lỗi ngoài dự kiến, việc vừa rồi chưa được thực hiện. Xin thử lại; "
        "nếu còn lỗi, báo quản trị mã {reference}.",
        "Something unexpected went wrong and nothing was changed. Try again; "
        "if it stays, tell the administrator code {reference}.",
    ),
    "error.no_choice": (
        "Không có lựa chọn số {number}. Gõ một trong các số đang hiện, hoặc /help.",
        "There is no choice {number}. Type one of the numbers shown, or /help.",
    ),
}
