"""What stands in pictures and beside them, in Vietnamese and in English."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "command.chart": ("biểu đồ: chỉ tiêu, đơn vị", "charts: targets, units"),
    "button.chart": ("Biểu đồ", "Chart"),
    "button.by_unit": ("Biểu đồ theo đơn vị", "Chart by unit"),
    "button.words": ("Xem bằng chữ", "In words"),
    "chart.statuses": ("Chỉ tiêu theo mức đạt", "Targets by status"),
    "chart.emptied": ("{count} do văn phòng để trống", "{count} left empty by staff"),
    "chart.by_unit": ("Nhiệm vụ theo đơn vị", "Tasks by unit"),
    "chart.targets": ("{count} chỉ tiêu", "targets: {count}"),
    "chart.not_counted": (
        "{count} chỉ tiêu, văn bản không nêu số",
        "{count} listed, not counted in the text",
    ),
    "chart.more_targets": ("• và {count} chỉ tiêu khác", "• and {count} more"),
    "chart.tasks": ("{count} nhiệm vụ", "tasks: {count}"),
    "chart.more_units": ("{count} đơn vị khác", "{count} other units"),
    "chart.plan_ratio": ("so kế hoạch", "share of the plan"),
    "chart.actual": ("kết quả đạt", "reached"),
    "chart.change": ("biến động", "change"),
    "chart.whole_plan": ("100% kế hoạch", "100% of the plan"),
    "chart.gap": ("không nêu", "not told"),
    "chart.no_unit": ("không ghi đơn vị", "no unit"),
    "chart.source": ("Nguồn: {told}", "Source: {told}"),
    "chart.reports": ("Nguồn: báo cáo {numbers} · {days}", "Source: reports {numbers} · {days}"),
    "chart.not_drawn": (
        "Chưa vẽ được hình; số liệu ở trên. Xin thử lại sau ít phút.",
        "The picture could not be drawn; the figures stand above. Try again in a few minutes.",
    ),
    "chart.no_targets": (
        "Báo cáo {number} không nêu chỉ tiêu nào để vẽ. Ví dụ: /chart 12, /chart thu ngân sách",
        "Report {number} names no targets to draw. Example: /chart 12, /chart thu ngan sach",
    ),
    "chart.no_tasks": (
        "Báo cáo {number} không có nhiệm vụ nào để vẽ. Ví dụ: /chart đơn vị 12",
        "Report {number} has no tasks to draw. Example: /chart don vi 12",
    ),
    "chart.no_figures": (
        "Các báo cáo không ghi số liệu nào của chỉ tiêu này có thể vẽ. Gõ /compare và tên để xem bằng chữ.",
        "No report has a figure of this target to draw. Type /compare and its name to read it in words.",
    ),
    "chart.other_units": (
        "Không vẽ chung được vì các báo cáo ghi đơn vị khác nhau: {units}. "
        "Gõ /compare và tên để xem từng báo cáo.",
        "Not drawn, because reports tell it in other units: {units}. "
        "Type /compare and its name to see each report.",
    ),
}
