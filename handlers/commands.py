"""The one table of commands: routing, roles, /help, the Telegram menu and the README come from it."""

from __future__ import annotations

from dataclasses import dataclass

from handlers import (
    deciding,
    deleting,
    demo,
    draft_list,
    exporting,
    freezing,
    guide,
    history,
    people,
    posting,
    reports,
    search,
    source,
    status,
    supplementing,
)
from handlers.asking import answering, filtering, listing
from handlers.charts import answering as charts
from handlers.chat import Request, Role
from handlers.context import Handler
from handlers.correcting import acts, asking, line
from handlers.overtime import compare, joining, versus

CONSOLE = "console"


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its English name, its Vietnamese one without accents, whose it is, what answers it.

    `public` commands answer everybody; `local` ones only the console; what is not `typed` stands
    only behind buttons. Its line of help is the text "command.<name>".
    """

    name: str
    alias: str
    role: Role
    handler: Handler
    public: bool = False
    local: bool = False
    typed: bool = True

    def is_at(self, platform: str) -> bool:
        """Tell whether a platform has the command."""
        return platform == CONSOLE or not self.local

    def is_for(self, role: Role, platform: str) -> bool:
        """Tell whether the command is for a role on a platform."""
        return (self.public or role >= self.role) and self.is_at(platform)

    def may_use(self, request: Request) -> bool:
        """Tell whether the command is for this request's sender, here."""
        return self.is_for(request.role, request.place.platform)


OFFICIAL, STAFF, ADMIN = Role.OFFICIAL, Role.STAFF, Role.ADMIN

COMMANDS = (
    Command("start", "batdau", OFFICIAL, guide.show_help),
    Command("latest", "moinhat", OFFICIAL, reports.latest),
    Command("reports", "baocao", OFFICIAL, filtering.list_reports),
    Command("report", "xem", OFFICIAL, reports.open_report),
    Command("tasks", "nhiemvu", OFFICIAL, filtering.list_tasks),
    Command("targets", "chitieu", OFFICIAL, filtering.list_targets),
    Command("compare", "sosanh", OFFICIAL, compare.compare_reports),
    Command("series", "chuoi", OFFICIAL, compare.show_series, typed=False),
    Command("versus", "doichieu", OFFICIAL, versus.show_pair, typed=False),
    Command("chart", "bieudo", OFFICIAL, charts.chart),
    Command("draw", "ve", OFFICIAL, charts.draw_series, typed=False),
    Command("limits", "hanche", OFFICIAL, filtering.list_limitations),
    Command("people", "thanhphan", OFFICIAL, people.list_people),
    Command("text", "toanvan", OFFICIAL, source.show_text),
    Command("source", "nguon", OFFICIAL, source.show_source),
    Command("search", "tim", OFFICIAL, search.search_words),
    Command("find", "timtrang", OFFICIAL, search.search_page, typed=False),
    Command("question", "cauhoi", OFFICIAL, answering.turn, typed=False),
    Command("listed", "danhsach", OFFICIAL, listing.as_file, typed=False),
    Command("freeze", "luusolieu", OFFICIAL, freezing.freeze, typed=False),
    Command("frozen", "solieu", OFFICIAL, freezing.show_frozen),
    Command("export", "xuat", OFFICIAL, exporting.export),
    Command("post", "dang", STAFF, posting.start),
    Command("done", "xong", STAFF, deciding.done),
    Command("cancel", "huy", STAFF, deciding.cancel),
    Command("save", "luu", STAFF, deciding.save, typed=False),
    Command("details", "chitiet", STAFF, deciding.show_details, typed=False),
    Command("drafts", "bannhap", STAFF, draft_list.list_drafts),
    Command("preview", "xemtruoc", STAFF, deciding.done, typed=False),
    Command("discard", "bobannhap", STAFF, draft_list.discard, typed=False),
    Command("differ", "sosanhbannhap", STAFF, supplementing.compare, typed=False),
    Command("supplement", "bosung", STAFF, supplementing.replace_text, typed=False),
    Command("edit", "sua", STAFF, line.edit),
    Command("join", "gop", STAFF, joining.join_targets),
    Command("part", "tach", STAFF, joining.part_targets),
    Command("history", "lichsu", STAFF, history.show_history),
    Command("undo", "laylai", STAFF, history.undo),
    Command("items", "cacmuc", STAFF, acts.show_items, typed=False),
    Command("ask", "hoi", STAFF, asking.ask, typed=False),
    Command("put", "dat", STAFF, asking.put, typed=False),
    Command("walk", "lanluot", STAFF, asking.lead, typed=False),
    Command("drop", "bo", STAFF, acts.drop, typed=False),
    Command("merge", "gopmuc", STAFF, acts.merge, typed=False),
    Command("cut", "tachmuc", STAFF, acts.cut, typed=False),
    Command("delete", "xoa", STAFF, deleting.ask),
    Command("hide", "dongyxoa", STAFF, deleting.hide, typed=False),
    Command("keep", "khongxoa", STAFF, deleting.keep, typed=False),
    Command("restore", "khoiphuc", STAFF, deleting.restore),
    Command("status", "tinhtrang", ADMIN, status.show_status),
    Command("demo", "mau", STAFF, demo.load_samples, local=True),
    Command("undemo", "gomau", STAFF, demo.unload_samples, local=True, typed=False),
    Command("help", "trogiup", OFFICIAL, guide.show_help),
    Command("whoami", "toila", OFFICIAL, guide.whoami, public=True),
)

_BY_NAME = {name: command for command in COMMANDS for name in (command.name, command.alias)}


def find_command(name: str) -> Command | None:
    """Find a command by its name or alias, in any case."""
    return _BY_NAME.get(name.lower())


def names(request: Request) -> tuple[str, ...]:
    """List all names that this request's sender can type here."""
    return tuple(name for name, command in _BY_NAME.items() if command.typed and command.may_use(request))
