"""The program itself: samples, its status, the console."""

WORDS: dict[str, tuple[str, str]] = {
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
    "platform.left": (
        "Bot đã dừng trên {platform}: {platform} không nhận {setting}. Ở đây bot vẫn trả lời. "
        "Đặt lại {setting} rồi khởi động lại bot.",
        "The bot stopped on {platform}, which does not take {setting}. Here it goes on answering. "
        "Set {setting} anew and restart the bot.",
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
}
