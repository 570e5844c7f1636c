"""Every sentence and heading of the files that go out; `handlers.texts` takes them in."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    # what the bot says
    "export.title": ("Xuất {what}", "Export {what}"),
    "export.choose": ("Chọn dạng tệp:", "Choose a type of file:"),
    "export.report": ("báo cáo {number}", "report {number}"),
    "export.all": ("tất cả {count} báo cáo", "all {count} reports"),
    "export.xlsx": (
        "bảng tính: báo cáo, nhiệm vụ, chỉ tiêu, hạn chế",
        "spreadsheet: report, tasks, targets, limitations",
    ),
    "export.docx": (
        "bản thảo thông báo kết luận hoặc báo cáo, theo thể thức văn bản",
        "draft of a notice of conclusions or a report, in the legal layout",
    ),
    "export.ics": ("lịch: mỗi nhiệm vụ có hạn là một ngày", "calendar: a day for each task with a deadline"),
    "export.csv": ("danh sách nhiệm vụ", "list of tasks"),
    "export.json": ("dữ liệu đầy đủ, nạp lại được bằng sohop import", "all data, for `sohop import`"),
    "export.contents": (
        "{tasks} nhiệm vụ · {targets} chỉ tiêu · {findings} hạn chế, nguyên nhân, ưu điểm",
        "{tasks} tasks · {targets} targets · {findings} limitations, causes, strengths",
    ),
    "export.tasks": ("{count} nhiệm vụ", "{count} tasks"),
    "export.events": (
        "{count} ngày hạn; nhắc trước một ngày và sáng ngày hạn, lúc 7:30. "
        "Nạp lại tệp mới thì lịch được cập nhật, không bị lặp.",
        "{count} deadlines; reminders a day before and on the morning, at 7:30. "
        "A newer file updates the calendar and repeats nothing.",
    ),
    "export.cancelled": (
        "{count} hạn đã bỏ được xóa khỏi lịch.",
        "Deadlines taken off the calendar: {count}.",
    ),
    "export.draft": (
        "Đây là bản thảo. Điền các chỗ [CẦN BỔ SUNG] được tô vàng trước khi ký.",
        "This is a draft. Fill in what is marked [CẦN BỔ SUNG] before it is signed.",
    ),
    "export.unknown": (
        "Không hiểu “{given}”. Ví dụ: /export 12 xlsx; /export all xlsx. "
        "Các dạng tệp: xlsx, docx, ics, csv, json.",
        "“{given}” is not understood. Examples: /export 12 xlsx; /export all xlsx. "
        "Types of file: xlsx, docx, ics, csv, json.",
    ),
    "export.one_only": (
        "Tệp .docx chỉ xuất từng báo cáo. Ví dụ: /export 12 docx",
        "A .docx is of one report. Example: /export 12 docx",
    ),
    "export.too_many": (
        "Sổ có {reports} báo cáo với {tasks} nhiệm vụ, quá nhiều cho một tệp "
        "(nhiều nhất {most_reports} báo cáo, {most_tasks} nhiệm vụ). "
        "Xuất từng báo cáo, ví dụ: /export 12 xlsx",
        "The book holds {reports} reports with {tasks} tasks, too many for one file "
        "(at most {most_reports} reports, {most_tasks} tasks). Export one report, e.g. /export 12 xlsx",
    ),
    "export.failed": (
        "Chưa tạo được tệp của cả sổ. Thử lại sau ít phút, hoặc xuất từng báo cáo, ví dụ: /export 12 xlsx",
        "The file of the whole book could not be made. Try again in a few minutes, or export one report, "
        "e.g. /export 12 xlsx",
    ),
    "export.no_days": (
        "Không có nhiệm vụ nào ghi ngày hạn cụ thể nên không có lịch để xuất. Gõ /tasks để xem nhiệm vụ.",
        "No task has a day as its deadline, so there is no calendar. Type /tasks for the tasks.",
    ),
    "button.notice": ("Thông báo kết luận (.docx)", "Notice of conclusions (.docx)"),
    "button.report_file": ("Báo cáo (.docx)", "Report (.docx)"),
    "button.xlsx": ("Excel (.xlsx)", "Excel (.xlsx)"),
    "button.ics": ("Lịch (.ics)", "Calendar (.ics)"),
    "button.csv": ("CSV", "CSV"),
    "button.json": ("JSON", "JSON"),
    # sheets and their columns
    "sheet.reports": ("Báo cáo", "Reports"),
    "sheet.tasks": ("Nhiệm vụ", "Tasks"),
    "sheet.targets": ("Chỉ tiêu", "Targets"),
    "sheet.findings": ("Hạn chế", "Limitations"),
    "column.ordinal": ("STT", "No."),
    "column.meeting": ("Số hội nghị", "Meeting number"),
    "column.document": ("Số TB/KL", "Document number"),
    "column.issued": ("Ngày ban hành", "Issued on"),
    "column.assignee": ("Chủ trì theo dõi", "Assignee"),
    "column.branch": ("Ngành/lĩnh vực", "Branch"),
    "column.submitter": ("Cơ quan/đơn vị trình", "Submitted by"),
    "column.field": ("Lĩnh vực chi tiết", "Field"),
    "column.task": ("Nội dung kết luận/Văn bản trình", "Task"),
    "column.deadline_kind": ("Loại thời hạn", "Kind of deadline"),
    "column.deadline": ("Hạn xử lý", "Deadline"),
    "column.progress": ("Tiến độ", "Progress"),
    "column.result": ("Kết quả thực hiện/Minh chứng", "Result, evidence"),
    "column.implementing": ("Văn bản triển khai", "Implementing document"),
    "column.code": ("Mã nhiệm vụ", "Code"),
    "column.updated": ("Ngày cập nhật gần nhất", "Updated on"),
    "column.cooperating": ("Đơn vị phối hợp", "Co-operating units"),
    "column.deadline_written": ("Hạn ghi trong văn bản", "Deadline as written"),
    "column.origin": ("Nguồn", "Origin"),
    "column.number": ("Báo cáo số", "Report"),
    "column.title": ("Tiêu đề", "Title"),
    "column.organisation": ("Cơ quan", "Organisation"),
    "column.held_on": ("Ngày họp", "Held on"),
    "column.place": ("Địa điểm", "Place"),
    "column.period": ("Kỳ", "Period"),
    "column.chair": ("Chủ trì", "Chair"),
    "column.participants": ("Thành phần", "Participants"),
    "column.published": ("Ngày đăng", "Published on"),
    "column.posted": ("Ngày lưu", "Stored on"),
    "column.task_count": ("Số nhiệm vụ", "Tasks"),
    "column.target_count": ("Số chỉ tiêu liệt kê", "Targets listed"),
    "column.finding_count": ("Số hạn chế", "Limitations"),
    "column.stated": ("Chỉ tiêu, văn bản nêu", "Targets as stated"),
    "column.item_code": ("Mã", "Code"),
    "column.target": ("Chỉ tiêu", "Target"),
    "column.status": ("Mức đạt", "Status"),
    "column.actual": ("Kết quả", "Actual"),
    "column.actual_unit": ("Đơn vị tính", "Unit"),
    "column.actual_written": ("Kết quả (nguyên văn)", "Actual as written"),
    "column.plan_ratio": ("So kế hoạch (%)", "Of plan (%)"),
    "column.plan_ratio_written": ("So kế hoạch (nguyên văn)", "Of plan as written"),
    "column.change": ("Biến động (%)", "Change (%)"),
    "column.change_written": ("Biến động (nguyên văn)", "Change as written"),
    "column.goal": ("Đề ra", "Goal"),
    "column.goal_unit": ("Đơn vị tính (đề ra)", "Unit of the goal"),
    "column.goal_written": ("Đề ra (nguyên văn)", "Goal as written"),
    "column.kind": ("Loại", "Kind"),
    "column.finding": ("Nội dung", "Words"),
    # what stands in cells
    "cell.fixed": ("Có hạn cụ thể", "A day"),
    "cell.recurring": ("Định kỳ", "Recurring"),
    "cell.relative": ("Tính từ mốc khác", "From another event"),
    "cell.limitation": ("Hạn chế", "Limitation"),
    "cell.cause": ("Nguyên nhân", "Cause"),
    "cell.strength": ("Ưu điểm", "Strength"),
    "origin.text": ("văn bản", "the text"),
    "origin.staff": ("văn phòng bổ sung", "added by staff"),
    "origin.earlier": ("theo văn bản trước", "from an earlier text"),
    "origin.outside": ("không có trong văn bản", "not in the text"),
    "sheet.page": ("Trang {page}/{pages}", "Page {page}/{pages}"),
    # a calendar
    "event.summary": ("Hạn {code}: {task}", "Due {code}: {task}"),
    "event.assigned": ("{unit}: {task}", "{unit}: {task}"),
    "event.cancelled": ("Đã bỏ hạn {code}", "No longer due: {code}"),
    "event.calendar": ("Hạn nhiệm vụ, Sổ Họp", "Deadlines, Sổ Họp"),
    # what is wrong with a file to import
    "import.not_json": (
        "không phải JSON đọc được. Xuất lại bằng /export N json rồi thử lại.",
        "no JSON that can be read. Export it again by /export N json.",
    ),
    "import.too_large": (
        "quá {limit} MB. Xuất ít báo cáo hơn rồi thử lại.",
        "over {limit} MB. Export fewer reports.",
    ),
    "import.other_format": (
        "không phải tệp do Sổ Họp xuất, hoặc do bản mới hơn xuất. Xuất lại bằng /export N json.",
        "not exported by Sổ Họp, or by a newer one. Export it again by /export N json.",
    ),
    "import.wrong": (
        "tệp đã bị sửa: chỗ {place} không đúng. Không báo cáo nào được lưu. Xuất lại bằng /export N json.",
        "the file was changed: {place} is wrong. Nothing was stored. Export it again by /export N json.",
    ),
    "import.secret": (
        "báo cáo {number} có dấu mật nên không được nhận.",
        "report {number} is marked secret and is refused.",
    ),
}
