"""The command line: `sohop run`, `chat`, `extract`, `import`, `check`, `probe-zalo`, `zalo-oa`."""

from __future__ import annotations

import argparse
import asyncio
import os
import stat
import sys
from collections.abc import Sequence
from pathlib import Path

from bot import __version__
from bot.settings import EXAMPLES, Settings, SettingsError, load_settings
from storage.errors import StorageError

FAILED = 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns the exit code."""
    given = _parser().parse_args(arguments)
    try:
        return int(given.command(given))
    except (SettingsError, StorageError) as error:
        print(f"sohop: {error}", file=sys.stderr)  # noqa: T201 said to the person at the terminal
        return FAILED
    except BrokenPipeError:  # `sohop extract … | head`: whoever read has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="sohop",
        description="Sổ Họp: đọc báo cáo họp, trả lời ngay trong chat.",
        epilog="Cấu hình bằng biến môi trường hoặc tệp .env; xem .env.example.",
    )
    parser.add_argument("--version", action="version", version=f"sohop {__version__}")
    commands = parser.add_subparsers(title="lệnh", required=True, metavar="LỆNH")

    run = commands.add_parser("run", help="chạy bot (chưa có mã Telegram hay Zalo thì mở chat tại chỗ)")
    run.set_defaults(command=_run)

    chat = commands.add_parser("chat", help="chat tại chỗ, hoặc: sohop chat < dialog.txt")
    chat.add_argument(
        "--as", dest="role", choices=("official", "staff", "admin"), default="admin", help="vai trò"
    )
    chat.set_defaults(command=_chat)

    extract = commands.add_parser(
        "extract", help="đọc tệp và thư mục (.docx, .pdf, .txt, .html), in mỗi báo cáo một dòng JSON"
    )
    extract.add_argument("files", nargs="+", type=Path, metavar="FILE")
    extract.add_argument("--explain", action="store_true", help="in từng câu và quy tắc đã đọc câu đó")
    extract.set_defaults(command=_extract)

    _import_options(
        commands.add_parser(
            "import",
            help="lưu tệp và thư mục (.docx, .pdf, .txt, .html) vào sổ, không qua chat",
            epilog="Mã thoát: 0 xong; 1 có tệp không vào sổ, hoặc báo cáo giữ lại; 2 gọi sai; "
            "130 dừng bằng Ctrl-C.",
        )
    )
    probe = commands.add_parser(
        "probe-zalo", help="hỏi máy chủ Zalo những điều tài liệu không nói, ghi vào probe-zalo.jsonl"
    )
    probe.add_argument("--wait", type=int, default=60, metavar="GIÂY", help="chờ mỗi việc nhờ làm (60)")
    probe.set_defaults(command=_probe)

    _account_steps(
        commands.add_parser("zalo-oa", help="cấp quyền cho bot gửi tin qua Zalo Official Account (OA)")
    )
    check = commands.add_parser("check", help="in cấu hình đã hiểu, thử từng mã")
    check.set_defaults(command=_check)
    return parser


def _import_options(stored: argparse.ArgumentParser) -> None:
    stored.add_argument("files", nargs="*", type=Path, metavar="FILE")
    stored.add_argument(
        "--force",
        action="store_true",
        help="lưu cả văn bản không giống báo cáo họp; với --undo: gỡ cả báo cáo đã có người sửa",
    )
    stored.add_argument("--dry-run", action="store_true", help="đọc hết, nói sẽ lưu gì, không lưu")
    back = stored.add_mutually_exclusive_group()
    back.add_argument("--undo", type=_batch, metavar="LÔ", help="gỡ các báo cáo của một lần nạp")
    back.add_argument("--redo", type=_batch, metavar="LÔ", help="đưa lại các báo cáo mà --undo đã gỡ")
    stored.set_defaults(command=_import, refuse=stored.error)


def _account_steps(account: argparse.ArgumentParser) -> None:
    steps = account.add_subparsers(title="bước", required=True, metavar="BƯỚC")
    steps.add_parser("link", help="in địa chỉ để quản trị OA đồng ý").set_defaults(command=_link)
    code = steps.add_parser("code", help="nhận mã mà trình duyệt được chuyển tới")
    code.add_argument("given", metavar="ĐỊA_CHỈ", help="toàn bộ địa chỉ, hoặc chỉ mã trong đó")
    code.set_defaults(command=_take_code)


def _run(given: argparse.Namespace) -> int:
    settings = load_settings()
    if not settings.has_platform:
        if _nobody_talks():
            raise SettingsError(
                "TELEGRAM_TOKEN, ZALO_BOT_TOKEN, ZALO_OA_APP_ID: chưa đặt, "
                "và không có ai ở bàn phím để chat tại chỗ. "
                f"Ví dụ: TELEGRAM_TOKEN={EXAMPLES['TELEGRAM_TOKEN']}"
            )
        return _chat(given)
    from bot.serving import serve  # noqa: PLC0415 `extract` starts without a database

    return asyncio.run(serve(settings))


def _nobody_talks() -> bool:
    """Tell whether standard input is neither a terminal nor a script: so a supervisor starts a service."""
    if sys.stdin is None or sys.stdin.closed:
        return True
    return stat.S_ISCHR(os.fstat(sys.stdin.fileno()).st_mode) and not sys.stdin.isatty()


def _chat(given: argparse.Namespace) -> int:
    from bot.serving import serve_console  # noqa: PLC0415 `extract` starts without a database

    settings = load_settings()
    asyncio.run(serve_console(settings, getattr(given, "role", "admin")))
    return 0


def _extract(given: argparse.Namespace) -> int:
    from bot.files import extract  # noqa: PLC0415 see above

    return asyncio.run(extract(load_settings(), given.files, explained=given.explain))


def _import(given: argparse.Namespace) -> int:
    from bot.importing import Busy, Choices, import_files  # noqa: PLC0415 see above
    from bot.undoing import redo, undo  # noqa: PLC0415

    batch = given.undo or given.redo
    if bool(batch) == bool(given.files):
        given.refuse("cho biết tệp hoặc thư mục cần lưu; hoặc --undo LÔ, --redo LÔ, không kèm tệp")
    if batch and (given.dry_run or (given.redo and given.force)):
        given.refuse("--dry-run chỉ dùng khi nạp tệp; --force dùng khi nạp tệp hoặc với --undo")
    settings = load_settings()
    try:
        if given.undo:
            return asyncio.run(undo(settings, batch, forced=given.force))
        if given.redo:
            return asyncio.run(redo(settings, batch))
        return asyncio.run(import_files(settings, given.files, Choices(given.force, given.dry_run)))
    except Busy as error:
        print(f"sohop: {error}", file=sys.stderr)  # noqa: T201 said to the person at the terminal
        return FAILED


def _batch(given: str) -> int:
    """Read a batch's number; argparse says what is wrong with another word."""
    if not (given.isdecimal() and len(given) < 10 and int(given)):
        raise argparse.ArgumentTypeError(f"“{given}” không phải số lô. Ví dụ: sohop import --undo 3")
    return int(given)


def _probe(given: argparse.Namespace) -> int:
    from bot.logs import set_up_logs  # noqa: PLC0415 see above
    from bot.zalo.probing import probe  # noqa: PLC0415

    settings = load_settings()
    set_up_logs("ERROR", settings.log_format)
    return asyncio.run(probe(settings, print, given.wait))


def _link(_: argparse.Namespace) -> int:
    from bot.zalo_oa.linking import link  # noqa: PLC0415 see above

    return asyncio.run(link(load_settings(), print))


def _take_code(given: argparse.Namespace) -> int:
    from bot.zalo_oa.linking import take_code  # noqa: PLC0415 see above

    return asyncio.run(take_code(load_settings(), given.given, print))


def _check(_: argparse.Namespace) -> int:
    from bot.checking import check  # noqa: PLC0415 see above

    settings: Settings = load_settings()
    return asyncio.run(check(settings))
