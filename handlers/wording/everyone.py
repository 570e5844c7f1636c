"""What everyone may read: who they are, help, and mistakes, each with its remedy."""

WORDS: dict[str, tuple[str, str]] = {
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
}
