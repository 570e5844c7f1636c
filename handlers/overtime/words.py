"""What the bot says of a target over time, and of two periods, in Vietnamese and in English."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "command.compare": ("một chỉ tiêu qua các báo cáo; hai kỳ", "a target over time; two periods"),
    "command.join": ("gộp hai tên của một chỉ tiêu", "two names are one target"),
    "command.part": ("tách chỉ tiêu bị gộp nhầm", "part what is not one target"),
    "targets.no_figures": ("không có số liệu", "no figures"),
    "targets.only_named": ("có nêu tên, không kèm số liệu", "named, without figures"),
    "compare.which": (
        "Có nhiều chỉ tiêu khớp “{words}”. Chọn một:",
        "Several targets match “{words}”. Choose one:",
    ),
    "compare.near": (
        "Không có chỉ tiêu “{words}”. Tên gần giống:",
        "There is no target “{words}”. Names near it:",
    ),
    "compare.more": (
        "Còn nữa: gõ thêm từ của tên hoặc cơ quan.",
        "There are more: add words of name or body.",
    ),
    "compare.no_body": ("chưa rõ cơ quan", "body unknown"),
    "compare.reports": ("Được nêu trong {count} báo cáo, mới nhất trước", "Reports: {count}, newest first"),
    "button.all_times": ("Các kỳ khác", "All periods"),
    "compare.others": ("Chỉ tiêu tên gần giống, tính riêng", "Targets of like names, kept apart"),
    "compare.since": ("so với báo cáo {number}", "since report {number}"),
    "change.better": ("tốt hơn", "better"),
    "change.worse": ("kém hơn", "worse"),
    "change.same": ("không đổi", "unchanged"),
    "change.changed": ("số liệu thay đổi", "figures changed"),
    "change.risen": ("số liệu tăng", "figure rose"),
    "change.fallen": ("số liệu giảm", "figure fell"),
    "change.open": ("không đủ số liệu để so sánh", "not enough to compare"),
    "change.period": (
        "không so sánh được vì khác kỳ của kế hoạch",
        "not compared: other periods of the plan",
    ),
    "change.unit": ("không so sánh được vì khác đơn vị", "units differ, so not compared"),
    "group.better": ("tốt hơn", "better"),
    "group.worse": ("kém hơn", "worse"),
    "group.same": ("không đổi", "unchanged"),
    "group.changed": ("thay đổi số liệu", "with changed figures"),
    "group.open": ("không so sánh được", "not comparable"),
    "group.new": ("mới nêu", "new"),
    "group.gone": ("không còn nêu", "told no more"),
    "versus.title": ("{later} so với {earlier}", "{later} against {earlier}"),
    "versus.both": ("trước: {before}; nay: {after} ({why})", "before: {before}; now: {after} ({why})"),
    "versus.nothing": ("Hai báo cáo không nêu chỉ tiêu nào.", "Neither report names a target."),
    "versus.none_shared": (
        "Không có chỉ tiêu nào chung; hai báo cáo có thể của hai cơ quan khác nhau.",
        "No target is in both; the reports may be of two bodies.",
    ),
    "error.compare_what": (
        "Gõ tên chỉ tiêu, hoặc hai kỳ. Ví dụ: /compare thu ngân sách, /compare quý 3 quý 2",
        "Type a target's name, or two periods. Example: /compare thu ngan sach, /compare quy 3 quy 2",
    ),
    "error.compare_one_period": (
        "Cần hai kỳ để so sánh. Ví dụ: /compare quý 3 quý 2, /compare 9 tháng 2026 và 9 tháng 2025",
        "It takes two periods. Example: /compare quy 3 quy 2, /compare 9 thang 2026 va 9 thang 2025",
    ),
    "error.compare_itself": (
        "Hai số này cùng là báo cáo {number}. Ví dụ: /compare 12 9",
        "Both are report {number}. Example: /compare 12 9",
    ),
    "error.no_period": (
        "Không có báo cáo nào ghi kỳ {period} trong sổ. Gõ /reports để xem danh sách.",
        "No stored report is of {period}. Type /reports for the list.",
    ),
    "error.no_target": (
        "Không có chỉ tiêu “{words}” trong các báo cáo đã lưu. "
        "Thử ít từ hơn, hoặc /search để tìm trong nguyên văn.",
        "No target “{words}” in the stored reports. Try fewer words, or /search in the texts.",
    ),
    "error.target_code": (
        "“{given}” không phải mã chỉ tiêu. Mã chỉ tiêu có chữ c. Ví dụ: 12.c2",
        "“{given}” is no code of a target, which has a c. Example: 12.c2",
    ),
    "error.join_how": (
        "Gõ mã của hai chỉ tiêu. Ví dụ: /join 12.c2 9.c5",
        "Type the codes of two targets. Example: /join 12.c2 9.c5",
    ),
    "error.part_how": (
        "Gõ mã chỉ tiêu cần tách, có thể thêm mã chỉ tiêu mà nó tách ra. "
        "Ví dụ: /part 12.c2, /part 12.c2 9.c5",
        "Type the code of the target to part, and of what it parts from. "
        "Example: /part 12.c2, /part 12.c2 9.c5",
    ),
    "join.done": ("Từ nay coi là một chỉ tiêu, ở mọi báo cáo:", "One target from now on, in all reports:"),
    "join.already": ("Hai mã này đã là một chỉ tiêu.", "They are one target already."),
    "part.done": ("Từ nay coi là hai chỉ tiêu khác nhau:", "Two targets from now on:"),
    "part.already": ("Hai mã này đã là hai chỉ tiêu khác nhau.", "They are two targets already."),
    "part.alone": (
        "{code} đứng riêng, không gộp với chỉ tiêu nào.",
        "{code} stands alone; nothing is joined to it.",
    ),
    "recurring.origin": ("có kỳ hoặc ngày {mark}", "a period or day is {mark}"),
    "recurring.told": ("nhắc lại lần {count} ({periods})", "told {count} times ({periods})"),
    "period.months": ("{count} tháng", "{count} months"),
    "period.last_months": ("6 tháng cuối năm", "last 6 months"),
    "period.month": ("T{number}", "M{number}"),
    "period.week": ("tuần {number}", "week {number}"),
}
