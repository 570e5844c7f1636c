"""Every sentence the bot says, in Vietnamese and in English."""

from __future__ import annotations

from typing import Literal

from handlers.asking.sentences import SENTENCES as ASKING
from handlers.charts.words import WORDS as CHARTS
from handlers.correcting.words import WORDS as CORRECTING
from handlers.exports.words import WORDS as EXPORTS
from handlers.overtime.words import WORDS as OVER_TIME
from handlers.plain import PLAIN

Language = Literal["vi", "en"]

TEXTS: dict[str, tuple[str, str]] = {
    # what everyone may read
    "unknown.person": (
        "Anh/chị chưa được cấp quyền dùng sổ họp này.\nMã của anh/chị: {identity}\n"
        "Gửi mã này cho quản trị để được cấp quyền.",
        "You have no access to this meeting book.\nYour id: {identity}\n"
        "Send it to the administrator to get access.",
    ),
    "whoami.person": ("Mã của anh/chị: {identity}", "Your id: {identity}"),
    "whoami.send": (
        "Gửi mã này cho quản trị để được cấp quyền.",
        "Send this id to the administrator to get access.",
    ),
    "whoami.group": ("Mã của nhóm này: {identity}", "This group's id: {identity}"),
    "whoami.role": ("Vai trò: {role}", "Role: {role}"),
    "role.unknown": ("chưa được cấp quyền", "no access"),
    "role.official": ("cán bộ, lãnh đạo (xem và hỏi)", "official (asks)"),
    "role.staff": ("văn phòng (đăng báo cáo)", "staff (posts reports)"),
    "role.admin": ("quản trị", "administrator"),
    # help
    "help.title": (
        "Sổ Họp: báo cáo họp, tra cứu ngay trong chat",
        "Sổ Họp: meeting reports, answered in chat",
    ),
    "help.role": ("Vai trò của anh/chị: {role}", "Your role: {role}"),
    "help.examples": ("Ví dụ", "Examples"),
    "help.example.official": (
        "Gõ từ cần tìm, có dấu hay không dấu; gõ mã ở đầu mục để xem câu gốc.",
        "Type words to look for, with or without accents; type an item's code to see its sentence.",
    ),
    "help.example.staff": (
        "Dán nguyên văn báo cáo, hoặc gửi tệp .docx, .pdf, .txt, .html, hay địa chỉ trang (https://…) "
        "vào đây, bot sẽ hỏi trước khi lưu; hoặc gõ /post, gửi nhiều tin, rồi /done.",
        "Paste a report, or send it as a .docx, .pdf, .txt or .html file, or its web address (https://…), "
        "and the bot asks before it stores; or say /post, send messages, then /done.",
    ),
    "help.empty_book": (
        "Sổ chưa có báo cáo nào. Gõ /demo để nạp báo cáo mẫu và xem thử.",
        "The book is empty. Type /demo to load sample reports.",
    ),
    "command.start": ("bắt đầu", "begin"),
    "command.help": ("anh/chị làm được gì ở đây", "what you can do here"),
    "command.whoami": ("mã và vai trò của anh/chị", "your id and role"),
    "command.latest": ("cuộc họp mới nhất", "the newest meeting"),
    "command.reports": ("danh sách báo cáo", "all reports"),
    "command.report": ("xem báo cáo số N", "open report N"),
    "command.tasks": ("nhiệm vụ, đơn vị, thời hạn", "tasks, assignees, deadlines"),
    "command.targets": ("chỉ tiêu theo mức đạt", "targets by status"),
    "command.limits": ("hạn chế, nguyên nhân", "limitations and causes"),
    "command.people": ("ai chủ trì, phát biểu, dự", "who chaired, spoke, attended"),
    "command.frozen": ("số liệu đã lưu, ví dụ BC-2026-1020-01", "kept figures, e.g. BC-2026-1020-01"),
    "button.freeze": ("Lưu số liệu này", "Keep these figures"),
    "freeze.done": ("Đã lưu số liệu, số {number}", "Kept the figures as {number}"),
    "freeze.how": (
        "Dù báo cáo được sửa sau này, /frozen {number} vẫn trả lại nguyên văn dưới đây.",
        "Whatever is changed later, /frozen {number} gives back the words below.",
    ),
    "freeze.kept": ("lưu lúc {at}, trả lời {asked}", "kept at {at}, the answer to {asked}"),
    "freeze.title": ("Số liệu đã lưu gần đây", "Figures kept lately"),
    "freeze.none": (
        "Chưa lưu số liệu nào. Bấm Lưu số liệu này dưới một câu trả lời.",
        "No figures are kept yet. Press Keep these figures under an answer.",
    ),
    "freeze.too_many": (
        "Hôm nay anh/chị đã lưu {most} số liệu, mức tối đa một ngày. Xem lại: /frozen",
        "You have kept {most} answers today, the most in a day. See /frozen",
    ),
    "freeze.usage": (
        "Gõ /frozen và số, ví dụ /frozen BC-2026-1020-01. Gõ /frozen để xem các số đã lưu.",
        "Type /frozen and the number, e.g. /frozen BC-2026-1020-01. /frozen alone lists them.",
    ),
    "freeze.unknown": (
        "Không có số liệu {number}. Gõ /frozen để xem các số đã lưu.",
        "There are no figures {number}. Type /frozen to see which are kept.",
    ),
    "inline.open": ("Mở Sổ Họp", "Open Sổ Họp"),
    "command.text": ("toàn văn báo cáo số N", "the whole text of report N"),
    "command.source": ("câu gốc của một mục, ví dụ 12.3", "the sentence behind an item, e.g. 12.3"),
    "command.search": ("tìm từ, có dấu hay không dấu", "find words, with or without accents"),
    "command.export": (
        "xuất tệp Excel, Word, lịch, ví dụ /export 12 xlsx",
        "a file: Excel, Word, calendar, …",
    ),
    "command.post": ("đăng báo cáo", "post a report"),
    "command.done": ("đã gửi hết báo cáo", "the report is complete"),
    "command.cancel": ("bỏ bản nháp", "drop the draft"),
    "command.drafts": ("bản nháp chưa lưu của anh/chị", "your drafts, not stored yet"),
    "command.delete": ("xóa báo cáo số N", "delete report N"),
    "command.restore": ("khôi phục báo cáo đã xóa", "restore a deleted report"),
    "command.status": ("tình trạng chương trình", "how the program is"),
    "command.demo": ("nạp báo cáo mẫu", "load sample reports"),
    # mistakes, each with its remedy
    "error.forbidden": (
        "Lệnh /{command} dành cho {role}. Gõ /help để xem các lệnh của anh/chị.",
        "/{command} is for the role: {role}. Type /help for what you can do.",
    ),
    "error.unknown_command": (
        "Không có lệnh /{command}. Gõ /help để xem các lệnh.",
        "There is no /{command}. Type /help for the commands.",
    ),
    "error.similar_command": (
        "Không có lệnh /{command}. Có phải anh/chị muốn gõ /{similar}?",
        "There is no /{command}. Did you mean /{similar}?",
    ),
    "error.number": (
        "Không hiểu số báo cáo “{given}”. Ví dụ: /{command} 12",
        "“{given}” is no report number. Example: /{command} 12",
    ),
    "error.no_report": (
        "Không có báo cáo {number}. Gõ /reports để xem danh sách.",
        "There is no report {number}. Type /reports for the list.",
    ),
    "error.which_report": (
        "Gõ số báo cáo sau lệnh. Ví dụ: /{command} 12",
        "Type the report's number behind the command. Example: /{command} 12",
    ),
    "error.deleted": (
        "Báo cáo {number} đã được xóa ngày {day}.",
        "Report {number} was deleted on {day}.",
    ),
    "error.deleted_to_staff": (
        "Báo cáo {number} đã được xóa ngày {day}. Khôi phục được đến {until}: /restore_{number}",
        "Report {number} was deleted on {day}. It can be restored until {until}: /restore_{number}",
    ),
    "error.empty_book": (
        "Sổ chưa có báo cáo nào. Văn phòng dán báo cáo vào đây hoặc gõ /post.",
        "The book is empty. Staff paste a report here or type /post.",
    ),
    "error.code": (
        "Không hiểu mã “{given}”. Mã đứng đầu mỗi mục. Ví dụ: /source 12.3",
        "“{given}” is no code. Each item starts with its code. Example: /source 12.3",
    ),
    "error.no_item": (
        "Báo cáo {number} không có mục {code}. Gõ /report_{number} để xem các mục.",
        "Report {number} has no item {code}. Type /report_{number} for its items.",
    ),
    "error.no_code": (
        "Gõ mã của mục sau lệnh; mã đứng đầu mỗi mục. Ví dụ: /source 12.3",
        "Type an item's code; each item starts with its code. Example: /source 12.3",
    ),
    "error.many_words": (
        "Câu này dài quá để tìm. Gõ vài từ chính, nhiều nhất {most} từ. Báo cáo do văn phòng đăng.",
        "Too long to look for. Type a few words, at most {most}. Reports are posted by staff.",
    ),
    "error.many_words_or_post": (
        "Câu này dài quá để tìm. Gõ vài từ chính, nhiều nhất {most} từ; "
        "nếu đây là báo cáo, gõ /post rồi gửi lại.",
        "Too long to look for. Type a few words, at most {most}; "
        "if this is a report, type /post and send it again.",
    ),
    "error.no_words": (
        "Gõ từ cần tìm sau lệnh. Ví dụ: /search thu ngân sách",
        "Type the words to look for. Example: /search thu ngan sach",
    ),
    "error.old_button": (
        "Nút này không còn dùng được. Gõ /help để xem các lệnh.",
        "This button works no more. Type /help for the commands.",
    ),
    "error.attachment": (
        "Bot không nghe, không xem được ghi âm, video hay hình dán. "
        "Gửi tệp .docx, .pdf, .txt, .html, hoặc dán nội dung vào đây.",
        "Recordings, videos and stickers are not read. "
        "Send a .docx, .pdf, .txt or .html file, or paste the text here.",
    ),
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
    # a report's parts
    "report.name": ("Báo cáo {number}", "Report {number}"),
    "report.untitled": ("(không có tiêu đề)", "(no title)"),
    "report.undated": ("chưa rõ ngày họp", "day unknown"),
    "report.published": ("chưa rõ ngày họp, đăng ngày {day}", "day unknown, published {day}"),
    "report.period": ("kỳ: {period}", "period: {period}"),
    "report.document": ("số {number}", "no. {number}"),
    "by.staff": ("(do văn phòng bổ sung)", "(added by staff)"),
    "by.earlier": ("(theo bản trước)", "(from an earlier text)"),
    "by.outside": ("(không ghi trong văn bản)", "(not in the text)"),
    "as_of": ("Số liệu tính đến {time}", "As of {time}"),
    "section.tasks": ("Nhiệm vụ", "Tasks"),
    "section.targets": ("Chỉ tiêu", "Targets"),
    "section.strengths": ("Ưu điểm", "Strengths"),
    "section.findings": ("Hạn chế, nguyên nhân", "Limitations and causes"),
    "section.limitations": ("Hạn chế", "Limitations"),
    "section.causes": ("Nguyên nhân", "Causes"),
    "section.text": ("Toàn văn", "Whole text"),
    "section.people": ("Thành phần", "People"),
    "section.participants": ("Đơn vị, thành phần dự", "Participants"),
    "counted": ("{name} ({count})", "{name} ({count})"),
    "more": ("Còn {count} mục: /{command}_{number}", "{count} more: /{command}_{number}"),
    "none.content": (
        "Không đọc thấy chỉ tiêu, nhiệm vụ hay hạn chế nào trong báo cáo này.",
        "No targets, tasks or limitations were found in this report.",
    ),
    "none.tasks": ("Báo cáo này không nêu nhiệm vụ.", "This report sets no tasks."),
    "none.targets": ("Báo cáo này không nêu chỉ tiêu.", "This report tells no targets."),
    "none.findings": ("Báo cáo này không nêu hạn chế, nguyên nhân.", "This report tells no limitations."),
    "none.causes": (
        "Văn bản không nêu nguyên nhân của hạn chế.",
        "The text states no causes of limitations.",
    ),
    "none.people": ("Báo cáo này không nêu tên người hay thành phần dự.", "This report names no people."),
    # tasks
    "task.no_assignee": ("Chưa rõ đơn vị", "No assignee stated"),
    "task.no_deadline": ("Chưa có hạn", "No deadline"),
    "task.assignee": ("Đơn vị: {unit}", "Assignee: {unit}"),
    "task.cooperating": ("Phối hợp: {units}", "With: {units}"),
    "task.deadline": ("Hạn: {day} (“{written}”)", "Deadline: {day} (“{written}”)"),
    "task.deadline_day": ("Hạn: {day}", "Deadline: {day}"),
    "task.deadline_as_written": ("Hạn: “{written}”", "Deadline: “{written}”"),
    "tasks.no_assignee": ("{count} việc chưa rõ đơn vị", "{count} without assignee"),
    "tasks.no_deadline": ("{count} việc chưa có hạn", "{count} without deadline"),
    # targets
    "status.exceeded": ("vượt", "exceeded"),
    "status.met": ("đạt", "met"),
    "status.near": ("xấp xỉ đạt", "nearly met"),
    "status.behind": ("chưa đạt", "behind"),
    "status.pending": ("chưa đến kỳ đánh giá", "not due yet"),
    "status.planned": ("đề ra", "planned"),
    "status.none": ("không nêu mức đạt", "no status stated"),
    "targets.stated": (
        "Văn bản nêu: {bands}",
        "The text states: {bands}",
    ),
    "targets.listed": (
        "Văn bản liệt kê: {bands}",
        "The text lists: {bands}",
    ),
    "targets.band": ("{count} {status}", "{count} {status}"),
    "targets.only_band": ("{count} chỉ tiêu {status}", "targets {status}: {count}"),
    "targets.sum": ("{bands} (cộng {count} chỉ tiêu)", "{bands} ({count} targets in all)"),
    "targets.counted": ("nêu {stated}, liệt kê {listed}", "stated {stated}, listed {listed}"),
    "targets.unnamed": ("nêu {stated}, không nêu tên", "stated {stated}, none named"),
    "targets.only_listed": ("{listed}", "{listed}"),
    "targets.open": ("có thể đọc thành {readings}", "can be read as {readings}"),
    "or": ("hoặc", "or"),
    "figure.actual": ("đạt {written}", "reached {written}"),
    "figure.plan_ratio": ("so kế hoạch: {written}", "of plan: {written}"),
    "figure.change": ("biến động: {written}", "change: {written}"),
    "figure.goal": ("đề ra: {written}", "goal: {written}"),
    # people
    "people.chair": ("Chủ trì", "Chair"),
    "people.speaker": ("Phát biểu, báo cáo, chỉ đạo", "Spoke"),
    "people.attendee": ("Dự", "Attended"),
    "people.other": ("Được nêu tên", "Named"),
    # lists
    "reports.title": ("Báo cáo đã lưu ({count})", "Stored reports ({count})"),
    "page": ("Trang {page}/{pages}", "Page {page}/{pages}"),
    "page.next": ("Trang sau", "Next page"),
    "page.previous": ("Trang trước", "Previous page"),
    # source
    "source.address": ("Nguồn: {address}", "From: {address}"),
    "source.title": ("Nguồn của {code}", "Source of {code}"),
    "source.no_header": (
        "Không đọc thấy tiêu đề, cơ quan, ngày họp hay kỳ báo cáo.",
        "No title, organisation, day or period was found.",
    ),
    "source.place": (
        "Vị trí: ký tự {start}–{end} trong {length} của nguyên văn đã lưu.",
        "Place: characters {start}–{end} of {length} of the stored text.",
    ),
    "source.staff": (
        "Mục này do văn phòng bổ sung, không có trong văn bản.",
        "Added by staff; not in the text.",
    ),
    "source.earlier": (
        "Mục này theo bản trước của báo cáo; văn bản đang lưu không có câu này.",
        "From an earlier text of this report; the stored text does not have it.",
    ),
    # search
    "search.title": ("Tìm “{words}”: {count} báo cáo", "Reports with “{words}”: {count}"),
    "search.many": ("hơn {count}", "more than {count}"),
    "search.near": ("Không có nguyên cụm; các từ đứng gần nhau:", "Not as a phrase; words near each other:"),
    "search.all": ("Không có nguyên cụm; báo cáo có đủ các từ:", "Not as a phrase; reports with all words:"),
    "search.none": (
        "Không có “{words}” trong các báo cáo đã lưu. Thử ít từ hơn, hoặc /reports để xem danh sách.",
        "“{words}” is in none of the stored reports. Try fewer words, or /reports for the list.",
    ),
    "search.elsewhere": ("và {count} chỗ khác", "more places: {count}"),
    # posting
    "post.started": (
        "Gửi nội dung báo cáo, một hoặc nhiều tin. Xong gõ /done, bỏ gõ /cancel.",
        "Send the report, in one or more messages. Then /done, or /cancel to drop it.",
    ),
    "post.goes_on": (
        "Bản nháp đang có {parts} tin, {characters} ký tự. Gửi tiếp, xong gõ /done, bỏ gõ /cancel.",
        "The draft has {parts} messages, {characters} characters. Go on, then /done, or /cancel.",
    ),
    "post.nothing": (
        "Chưa có nội dung nào. Gõ /post, dán báo cáo, rồi /done.",
        "There is nothing yet. Type /post, paste the report, then /done.",
    ),
    "post.short": (
        "Bản nháp mới có {characters} ký tự, ít quá để là báo cáo (ít nhất {least}). "
        "Gửi tiếp phần còn lại rồi gõ /done, hoặc gõ /cancel để bỏ.",
        "The draft has only {characters} characters; a report has at least {least}. "
        "Send the rest and type /done, or /cancel to drop it.",
    ),
    "post.dropped": ("Đã bỏ bản nháp.", "The draft was dropped."),
    "post.another": (
        "Còn một bản nháp chưa lưu: “{beginning}”",
        "Another draft is not stored yet: “{beginning}”",
    ),
    "post.edited_deleted": (
        "Tin này thuộc báo cáo {number}, đã xóa ngày {day}; sửa tin không làm đổi báo cáo.",
        "This message belongs to report {number}, deleted on {day}; editing it changes nothing.",
    ),
    "post.edited_later": (
        "Tin này thuộc báo cáo {number} đã lưu; sửa tin không làm đổi báo cáo.",
        "This message belongs to report {number}, which is stored; editing it changes nothing.",
    ),
    "post.no_draft": (
        "Không có bản nháp nào. Dán báo cáo vào đây hoặc gõ /post để bắt đầu.",
        "There is no draft. Paste a report here or type /post.",
    ),
    "post.gone": (
        "Bản nháp này đã được lưu hoặc đã bỏ. Gõ /latest để xem báo cáo mới nhất.",
        "This draft was stored or dropped already. Type /latest for the newest report.",
    ),
    "post.not_yours": (
        "Bản nháp này của người khác; chỉ người gửi được lưu hoặc bỏ.",
        "This draft is somebody else's; only who sent it may store or drop it.",
    ),
    "post.saved": ("Đã lưu thành báo cáo {number}.", "Stored as report {number}."),
    "post.known": (
        "Văn bản này đã được lưu là báo cáo {number}; không lưu thêm lần nữa.",
        "This text is stored already as report {number}; it is not stored again.",
    ),
    "post.known_deleted": (
        "Văn bản này là báo cáo {number}, đã xóa ngày {day}; không lưu thêm lần nữa.",
        "This text is report {number}, deleted on {day}; it is not stored again.",
    ),
    "post.too_long": (
        "Văn bản dài {characters} ký tự, quá giới hạn {limit}. Chia thành từng báo cáo rồi gửi lại.",
        "The text has {characters} characters; the limit is {limit}. Send it report by report.",
    ),
    "refused.empty": (
        "Văn bản không có chữ nào nên không được nhận. Dán lại toàn văn báo cáo vào đây.",
        "The text has no words and was not taken. Paste the whole report here again.",
    ),
    "refused.short": (
        "Văn bản chỉ còn {characters} ký tự, ít quá để là báo cáo (ít nhất {least}); bản nháp đã bỏ. "
        "Dán lại toàn văn báo cáo vào đây.",
        "Only {characters} characters are left; a report has at least {least}. The draft was dropped. "
        "Paste the whole report here again.",
    ),
    "refused.signs": (
        "Văn bản hầu hết là ký tự lạ, không đọc được, nên không được nhận. "
        "Chép lại từ bản gốc, hoặc gửi tệp .docx.",
        "Nearly all of the text are signs that cannot be read; it was not taken. "
        "Copy it from the original again, or send the .docx.",
    ),
    "refused.foreign": (
        "Văn bản không phải tiếng Việt hoặc bị lỗi phông chữ nên không được nhận. "
        "Gửi bản tiếng Việt, có dấu hay không dấu; nếu lỗi phông chữ, gửi tệp .docx.",
        "The text is not Vietnamese, or its font is broken; it was not taken. "
        "Send it in Vietnamese, with or without accents; where the font is broken, send the .docx.",
    ),
    "post.secret": (
        "Văn bản có dấu mật nên không được nhận, nội dung không được lưu. "
        "Không gửi văn bản mật qua ứng dụng trò chuyện.",
        "The text is marked secret: it was refused and not kept. Do not send secret texts over chat.",
    ),
    # drafts that wait
    "drafts.title": ("Bản nháp chưa lưu của anh/chị ({count})", "Your drafts, not stored yet ({count})"),
    "drafts.none": ("Anh/chị không có bản nháp nào chưa lưu.", "You have no draft that is not stored."),
    "drafts.elsewhere": (
        "Còn {count} bản nháp ở nơi khác: gõ /drafts trong khung chat riêng với bot để xem.",
        "Drafts elsewhere: {count}. Type /drafts in the private chat with the bot to see them.",
    ),
    "drafts.not_yours": (
        "Đây là bản nháp của người khác. Gõ /drafts để xem bản nháp của anh/chị.",
        "These are somebody else's drafts. Type /drafts for yours.",
    ),
    "drafts.empty": ("(chưa có nội dung)", "(nothing yet)"),
    "drafts.size": ("{characters} ký tự, {parts} tin", "{characters} characters, messages: {parts}"),
    "drafts.in_group": ("gửi trong nhóm", "posted in a group"),
    "drafts.when": ("Gửi {when}, tự bỏ sau {left}", "Sent {when}, dropped in {left}"),
    "drafts.soon": ("chưa đầy một giờ", "less than an hour"),
    "drafts.dropped": (
        "Bản nháp “{beginning}” gửi {day} quá {days} ngày chưa lưu nên đã bỏ.",
        "The draft “{beginning}”, sent on {day}, was not stored within {days} days and was dropped.",
    ),
    "drafts.send_again": ("Còn cần thì gửi lại.", "If you still need it, send it again."),
    "draft.joining": ("đang ghép các tin", "messages are being joined"),
    "draft.collecting": ("đang gửi, chưa gõ /done", "being sent, /done not said yet"),
    "draft.previewed": ("đã xem trước", "previewed"),
    # deleting and restoring
    "delete.ask": ("Xóa báo cáo {number}?", "Delete report {number}?"),
    "delete.what_it_means": (
        "Xóa rồi thì không ai xem, tìm thấy báo cáo này nữa; số liệu đã lưu (/frozen) thì vẫn còn. "
        "Trong {days} ngày còn khôi phục được.",
        "Once deleted nobody can open or find it; answers that were kept (/frozen) stay. "
        "It can be restored within {days} days.",
    ),
    "delete.done": ("Đã xóa báo cáo {number}.", "Report {number} was deleted."),
    "delete.kept": ("Không xóa báo cáo {number}.", "Report {number} is not deleted."),
    "restore.way": (
        "Khôi phục được đến {until}: /restore_{number}",
        "It can be restored until {until}: /restore_{number}",
    ),
    "restore.done": ("Đã khôi phục báo cáo {number}.", "Report {number} was restored."),
    "restore.not_deleted": (
        "Báo cáo {number} không bị xóa, vẫn ở trong sổ: /report_{number}",
        "Report {number} is not deleted: /report_{number}",
    ),
    "restore.nothing": (
        "Không có báo cáo đã xóa nào để khôi phục.",
        "There is no deleted report to restore.",
    ),
    "restore.title": ("Báo cáo đã xóa ({count})", "Deleted reports ({count})"),
    "restore.line": (
        "Xóa lúc {when}, khôi phục được đến {until}",
        "Deleted at {when}, can be restored until {until}",
    ),
    "preview.title": ("Xem trước, chưa lưu", "Preview, not stored yet"),
    "preview.changed": ("Xem trước theo tin đã sửa, chưa lưu", "Preview of the edited text, not stored yet"),
    "preview.found": (
        "{targets} chỉ tiêu · {tasks} nhiệm vụ · {limitations} hạn chế · {causes} nguyên nhân · "
        "{people} người · {participants} thành phần",
        "{targets} targets · {tasks} tasks · {limitations} limitations · {causes} causes · "
        "{people} people · {participants} participants",
    ),
    "preview.published": ("Trang ghi ngày đăng: {day}", "The page says it was published on {day}"),
    "preview.file": ("Tệp: {name}", "File: {name}"),
    "preview.look": ("Xin xem lại", "Please check"),
    "warning.count_mismatch": (
        "“{phrase}”: văn bản nêu {stated}, liệt kê {listed}.",
        "“{phrase}”: the text states {stated} and lists {listed}.",
    ),
    "warning.open_list": (
        "“{phrase}”: văn bản nêu {stated}, danh sách có thể đọc thành {listed}.",
        "“{phrase}”: the text states {stated}; the list can be read as {listed}.",
    ),
    "warning.no_date": ("Không thấy ngày họp.", "No day of the meeting found."),
    "warning.no_organisation": ("Không thấy cơ quan tổ chức họp.", "No organisation found."),
    "warning.no_content": (
        "Không thấy chỉ tiêu, nhiệm vụ hay hạn chế nào.",
        "No targets, tasks or limitations found.",
    ),
    "warning.not_a_report": (
        "Văn bản này không giống báo cáo họp.",
        "This does not look like a meeting report.",
    ),
    "warning.missing": ("Không thấy: {fields}.", "Not found: {fields}."),
    "warning.tasks": ("Nhiệm vụ: {lacking}.", "Tasks: {lacking}."),
    "warning.future": ("Ngày họp {day} còn ở phía trước.", "The meeting's day {day} is in the future."),
    "warning.weak": (
        "Phần {fields}: bot đọc chưa chắc, xin đối chiếu với văn bản.",
        "{fields}: not read for certain, please compare with the text.",
    ),
    "warning.same_address": (
        "Báo cáo {number} cũng lấy từ liên kết này; nay trang có nội dung khác.",
        "Report {number} came from this link, too; the page says something else now.",
    ),
    "warning.by_ocr": (
        "Đọc từ ảnh bằng máy (OCR), có thể sai chữ và số: xin đối chiếu kỹ với bản gốc.",
        "Read off a picture (OCR): words and figures may be wrong, please compare with the original.",
    ),
    "warning.unread_pages": (
        "{count} trang là ảnh, chưa đọc được; phần đó không có trong bản xem trước.",
        "Pages that are pictures and were not read: {count}; they are missing here.",
    ),
    "button.save": ("Lưu", "Store"),
    "button.details": ("Xem chi tiết", "Details"),
    "button.cancel": ("Hủy", "Cancel"),
    "button.done": ("Xong", "Done"),
    "button.view": ("Xem {number}", "Open {number}"),
    "button.latest": ("Cuộc họp mới nhất", "Newest meeting"),
    "button.text": ("Toàn văn", "Whole text"),
    "button.preview": ("Xem trước", "Preview"),
    "button.delete": ("Xóa", "Delete"),
    "button.keep": ("Không", "No"),
    "button.restore": ("Khôi phục {number}", "Restore {number}"),
    "button.preview_of": ("Xem trước {number}", "Preview {number}"),
    "button.discard": ("Hủy {number}", "Drop {number}"),
    "button.unload": ("Gỡ báo cáo mẫu", "Remove the samples"),
    "button.open": ("Xem báo cáo {number}", "Open report {number}"),
    "field.title": ("tiêu đề", "title"),
    "field.organisation": ("cơ quan", "organisation"),
    "field.held_on": ("ngày họp", "day"),
    "field.published": ("ngày đăng", "publication day"),
    "field.kind": ("loại cuộc họp", "kind of meeting"),
    "field.period": ("kỳ", "period"),
    "field.place": ("địa điểm", "place"),
    "field.number": ("số văn bản", "number"),
    "field.people": ("người", "people"),
    "field.participants": ("thành phần", "participants"),
    "field.targets": ("chỉ tiêu", "targets"),
    "field.counts": ("số chỉ tiêu nêu", "stated counts"),
    "field.tasks": ("nhiệm vụ", "tasks"),
    "field.strengths": ("ưu điểm", "strengths"),
    "field.limitations": ("hạn chế", "limitations"),
    "field.causes": ("nguyên nhân", "causes"),
    # demo
    "demo.refused": (
        "Sổ đã có báo cáo thật nên không nạp báo cáo mẫu. Muốn xem thử: DATABASE_PATH=thu.db sohop chat",
        "The book holds real reports, so no samples are loaded. To try: DATABASE_PATH=try.db sohop chat",
    ),
    "demo.unloaded": ("Đã gỡ các báo cáo mẫu ({count}).", "Samples removed: {count}."),
    "demo.loaded": (
        "Đã nạp {count} báo cáo mẫu. Thử: /latest, /tasks, /targets, /search nuoc sach",
        "Loaded {count} sample reports. Try /latest, /tasks, /targets, /search nuoc sach",
    ),
    "demo.known": (
        "Các báo cáo mẫu đã có trong sổ. Thử: /latest, /tasks, /targets, /search nuoc sach",
        "The sample reports are stored already. Try /latest, /tasks, /targets, /search nuoc sach",
    ),
    # status
    "status.title": ("Sổ Họp {version}, chạy được {uptime}", "Sổ Họp {version}, up {uptime}"),
    "status.database": (
        "Cơ sở dữ liệu: {size}, kiểm tra: {integrity}",
        "Database: {size}, check: {integrity}",
    ),
    "status.too_large": ("tệp lớn, dùng `sohop check`", "large file, use `sohop check`"),
    "status.rows": (
        "{report} báo cáo · {task} nhiệm vụ · {target} chỉ tiêu · "
        "{draft} bản nháp · {seen_user} người đã nhắn",
        "{report} reports · {task} tasks · {target} targets · {draft} drafts · {seen_user} people seen",
    ),
    "status.queues": (
        "Chờ xử lý: {inbox} · chờ gửi: {outbox}",
        "Waiting in: {inbox} · waiting out: {outbox}",
    ),
    "status.messages": (
        "Tin {platform} tháng {month}: {count}{most}",
        "Messages on {platform} in {month}: {count}{most}",
    ),
    "quota.told": (
        "Zalo: đã dùng {used}% số tin của tháng ({count}/{most}). Từ {stop}% bot chỉ trả lời, không tự nhắn. "
        "Nâng gói thì đặt lại ZALO_MONTHLY_MESSAGES.",
        "Zalo: {used}% of the month's messages are used ({count}/{most}). From {stop}% on the bot only "
        "answers. With a larger plan, set ZALO_MONTHLY_MESSAGES.",
    ),
    "status.faults": ("Lỗi gần đây", "Last errors"),
    "status.no_faults": ("Không có lỗi nào được ghi.", "No errors recorded."),
    "uptime.days": ("{count} ngày", "{count} d"),
    "uptime.hours": ("{count} giờ", "{count} h"),
    "uptime.minutes": ("{count} phút", "{count} min"),
    "uptime.short": ("chưa đầy một phút", "less than a minute"),
    # the console
    "console.hints": (
        "Dữ liệu: {path}. Dán cả báo cáo vào đây cũng được. Thoát: Ctrl-D.",
        "Data: {path}. Whole reports can be pasted here. Leave: Ctrl-D.",
    ),
} | CORRECTING
TEXTS |= OVER_TIME | CHARTS | EXPORTS | ASKING


class Texts:
    """The sentences in one language; `plain` for a chat without buttons and files.

    >>> Texts("vi")("error.no_report", number=12)
    'Không có báo cáo 12. Gõ /reports để xem danh sách.'
    """

    def __init__(self, language: Language, *, plain: bool = False):
        self.language = language
        self._column = 0 if language == "vi" else 1
        self._table = TEXTS | PLAIN if plain else TEXTS

    def __call__(self, key: str, **values: object) -> str:
        """Fill in a sentence. Raises KeyError for a sentence or a value that is not there."""
        return self._table[key][self._column].format(**values)
