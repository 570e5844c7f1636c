"""A body's own account on Zalo (OA): what its administrator has to do, and what messages cost."""

WORDS: dict[str, tuple[str, str]] = {
    "platform.zalo": ("Zalo", "Zalo"),
    "platform.zalo_oa": ("Zalo OA", "Zalo OA"),
    # what to do
    "oa.todo.link": (
        "Zalo OA: bot chưa được cấp quyền, hoặc quyền đã hết, nên chưa gửi được tin; tin chờ giữ 24 giờ. "
        "Cần cấp quyền lại: trên máy chạy bot gõ sohop zalo-oa link, quản trị OA mở địa chỉ hiện ra, đồng ý, "
        "rồi gõ sohop zalo-oa code 'ĐỊA_CHỈ' với địa chỉ mà trình duyệt chuyển tới. Không cần khởi động lại.",
        "Zalo OA: the bot has no permission, or it ended; nothing is sent, what waits is kept for 24 hours. "
        "Give permission again: on the bot's machine run sohop zalo-oa link, let the account's administrator "
        "open the address and agree, then run sohop zalo-oa code 'ADDRESS' with the address that the browser "
        "ends at. The bot need not be restarted.",
    ),
    "oa.todo.account": (
        "Zalo OA: Zalo báo tài khoản OA không còn, hoặc loại tài khoản này không gửi được tin. "
        "Kiểm tra OA tại oa.zalo.me.",
        "Zalo OA: Zalo says that the account is no more, or not of a kind that sends. Look at oa.zalo.me.",
    ),
    "oa.todo.app": (
        "Zalo OA: ứng dụng chưa hoạt động, đã bị gỡ hoặc chưa đăng ký API này. Tại developers.zalo.me: kích "
        "hoạt ứng dụng, liên kết lại với OA, xin quyền gửi tin tư vấn; xem lại ZALO_OA_APP_ID.",
        "Zalo OA: the app is not active, was removed, or has not registered this function. At "
        "developers.zalo.me activate it, link the account, ask for the permission to send; check "
        "ZALO_OA_APP_ID.",
    ),
    "oa.todo.verify": (
        "Zalo OA: tài khoản OA chưa được xác thực nên chưa gửi được tin. Xác thực OA tại oa.zalo.me.",
        "Zalo OA: the account is not verified, so nothing can be sent. Verify it at oa.zalo.me.",
    ),
    "oa.todo.permit": (
        "Zalo OA: OA chưa cho ứng dụng quyền này. Cấp lại bằng sohop zalo-oa link, chọn đủ các quyền.",
        "Zalo OA: the account has not allowed the app this. Give it by sohop zalo-oa link.",
    ),
    "oa.todo.package": (
        "Zalo OA: gói dịch vụ OA hiện tại không cho gửi tin này. Nâng gói tại oa.zalo.me.",
        "Zalo OA: the account's package does not allow this message. Take a larger one at oa.zalo.me.",
    ),
    "oa.todo.quota": (
        "Zalo OA: đã hết hạn mức tin. Tin chờ được giữ 24 giờ. Mua thêm tại oa.zalo.me.",
        "Zalo OA: the quota is used up. What waits is kept for 24 hours. Buy more at oa.zalo.me.",
    ),
    "oa.todo.money": (
        "Zalo OA: tài khoản thanh toán chưa liên kết hoặc hết tiền. Nạp tiền, liên kết tại oa.zalo.me.",
        "Zalo OA: the billing account is not linked, or has no money. See to it at oa.zalo.me.",
    ),
    "oa.too_late": (
        "Zalo OA: không gửi được tin cho {who} vì người này không nhắn gì cho OA hơn 7 ngày; tin đã bỏ. "
        "Nhờ người ấy nhắn cho OA một tin.",
        "Zalo OA: a message to {who} could not be sent, for they wrote nothing for more than 7 days; it was "
        "dropped. Ask them to write to the account once.",
    ),
    # what it cost
    "status.prices": (
        "{platform} tháng {month}: {free} tin miễn phí · {billed} tin tính phí (sau 48 giờ) · "
        "{refused} tin không gửi được (quá 7 ngày)",
        "{platform} in {month}: {free} messages free · {billed} billed (after 48 hours) · "
        "{refused} not sent (after 7 days)",
    ),
    "status.reach": (
        "{platform}: {now} người đang trong 48 giờ, {soon} người trong 7 ngày",
        "{platform}: {now} people within 48 hours, {soon} within 7 days",
    ),
    # the command line
    "oa.link.open": (
        "1. Quản trị OA mở địa chỉ này trong trình duyệt, chọn OA và đồng ý:",
        "1. Let the account's administrator open this address in a browser, choose the account and agree:",
    ),
    "oa.link.then": (
        "2. Trong 10 phút, chép toàn bộ địa chỉ mà trình duyệt chuyển tới, đặt vào chỗ … của lệnh này:",
        "2. Within 10 minutes copy the whole address that the browser ends at, and put it in place of …:",
    ),
    "oa.code.another": (
        "Mã này không thuộc lần cấp quyền gần nhất. Gõ sohop zalo-oa link rồi làm lại từ đầu.",
        "This code is not of the last link that was given out. Run sohop zalo-oa link and begin anew.",
    ),
    "oa.code.refused": (
        "Zalo không nhận mã này ({error}). Mã dùng một lần, trong 10 phút: gõ lại sohop zalo-oa link.",
        "Zalo does not take this code ({error}). It works once, for 10 minutes: run sohop zalo-oa link.",
    ),
    "oa.code.unasked": (
        "Không hỏi được Zalo ({error}). Kiểm tra mạng và PROXY_URL, rồi gõ lại lệnh này.",
        "Zalo could not be asked ({error}). Look at the network and PROXY_URL, and run this again.",
    ),
    "oa.code.taken": (
        "Đã được cấp quyền. Bot đang chạy sẽ tự dùng ngay; chưa chạy thì gõ sohop run.",
        "Permission is given. A bot that runs takes it up by itself; else run sohop run.",
    ),
    "oa.check.unset": ("Zalo OA: chưa đặt ZALO_OA_APP_ID.", "Zalo OA: ZALO_OA_APP_ID is not set."),
    "oa.check.unlinked": (
        "Zalo OA: chưa được cấp quyền. Gõ sohop zalo-oa link.",
        "Zalo OA: there is no permission yet. Run sohop zalo-oa link.",
    ),
    "oa.check.first": (
        "Zalo OA: sẽ dùng ZALO_OA_REFRESH_TOKEN khi chạy lần đầu.",
        "Zalo OA: ZALO_OA_REFRESH_TOKEN will be used at the first run.",
    ),
    "oa.check.ended": (
        "Zalo OA: mã truy cập đã hết lúc {until}, bot sẽ xin mã mới khi chạy.",
        "Zalo OA: the access token ended at {until}; the bot asks for another when it runs.",
    ),
    "oa.check.right": (
        "Zalo OA: {name}, mã truy cập dùng được đến {until}.",
        "Zalo OA: {name}, the access token is good until {until}.",
    ),
    "oa.check.wrong": ("Zalo OA: không hỏi được ({error}).", "Zalo OA: it could not be asked ({error})."),
    "oa.callback": (
        "Đã cấp quyền. Chép toàn bộ địa chỉ trên thanh địa chỉ của trình duyệt, rồi trên máy chạy bot gõ: "
        "sohop zalo-oa code 'ĐỊA_CHỈ' (trong 10 phút).",
        "Permission was given. Copy the whole address of this page, and on the bot's machine run: "
        "sohop zalo-oa code 'ADDRESS' (within 10 minutes).",
    ),
}
