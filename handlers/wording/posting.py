"""Posting: what is collected and shown, drafts that wait, deleting and restoring."""

WORDS: dict[str, tuple[str, str]] = {
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
}
