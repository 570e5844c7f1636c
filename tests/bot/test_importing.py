"""`sohop import` as a person at a terminal runs it: whole folders, tried, interrupted, killed, taken back."""

from __future__ import annotations

import os
import pty
import re
import signal
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from bot.serving import only_instance
from handlers.demo import samples
from handlers.exports import as_json
from reports.model import Report
from storage.reports import StoredReport
from storage.times import stamp
from tests.bot.commands import Run, a_file, environment, sohop_command
from tests.dialogs.stage import text_named
from tests.storage.examples import AT, FULL

FILES = Path(__file__).parents[1] / "documents" / "files"
WARNED = "          ⚠ Phần hạn chế: bot đọc chưa chắc, xin đối chiếu với văn bản."
TITLE = "Công ty Cấp nước Sông Trà họp giao ban tháng 9 năm 2026"
MANY = 40


def rows(folder: Path, sql: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(folder / "data" / "sohop.db")) as book, book:
        return book.execute(sql).fetchall()


def column(folder: Path, sql: str) -> list[Any]:
    return [value for (value,) in rows(folder, sql)]


def in_the_book(folder: Path) -> list[int]:
    return [
        number for (number,) in rows(folder, "SELECT id FROM report WHERE deleted_at IS NULL ORDER BY id")
    ]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Five files: three to store, one of them twice, one that is no report."""
    folder = tmp_path / "bao-cao"
    folder.mkdir()
    for name, text in zip(("a", "b", "c"), samples(), strict=True):
        a_file(folder, text, f"{name}.txt")
    a_file(folder, samples()[0].upper(), "d.txt")
    a_file(folder, text_named("chuyen-phiem"), "e.txt")
    return folder


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """More files than can be read in a moment."""
    folder = tmp_path / "nhieu"
    folder.mkdir()
    for number in range(1, MANY + 1):
        a_file(folder, samples()[2].replace(TITLE, f"{TITLE}, lần {number}"), f"{number:02}.txt")
    return folder


def test_at_the_end_a_table_tells_what_became_of_each_file(sohop: Run, folder: Path) -> None:
    done = sohop("import", "bao-cao", "khong-co.txt")

    assert done.stdout.splitlines()[0] == "Đã lưu (3)"
    assert done.stdout.splitlines()[4:] == [
        f"     3  bao-cao/c.txt  {TITLE}",
        WARNED,
        "",
        "Đã có trong sổ (1)",
        "     1  bao-cao/d.txt",
        "",
        "Không nhận (2)",
        "  bao-cao/e.txt: không giống báo cáo họp nên không lưu. Vẫn muốn lưu: thêm --force.",
        "  khong-co.txt: không có tệp này.",
        "",
        "Lô 1: 3 báo cáo. Gỡ lại: sohop import --undo 1",
    ]
    assert done.stderr == "sohop: 2 tệp không vào sổ, lý do ở trên.\n"
    assert done.returncode == 1


def test_what_is_stored_already_is_no_fault(sohop: Run, tmp_path: Path) -> None:
    name = a_file(tmp_path, samples()[2])
    sohop("import", name)
    again = sohop("import", name)

    assert again.stdout == f"Đã có trong sổ (1)\n     1  {name}\n\nKhông có báo cáo mới nào được lưu.\n"
    assert (again.stderr, again.returncode) == ("", 0)
    assert rows(tmp_path, "SELECT id FROM batch") == [(1,)]


def test_what_is_no_report_is_stored_where_it_is_forced(sohop: Run, tmp_path: Path) -> None:
    name = a_file(tmp_path, text_named("chuyen-phiem"))
    done = sohop("import", "--force", name)

    assert done.returncode == 0
    assert done.stdout.splitlines()[1].startswith(f"     1  {name}  ")
    assert "          ⚠ Không thấy ngày họp.\n" in done.stdout


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Họp giao ban tuần 40", "văn bản chỉ có 20 ký tự, ít quá để là báo cáo (ít nhất 80). Mở tệp"),
        ("root:x:0:0:root:/root:/bin/bash\n" * 9, "văn bản không phải tiếng Việt hoặc bị lỗi phông chữ"),
        ("\uf0b7\uf0a7 \ufffd" * 99, "hầu hết là ký tự lạ, không đọc được. Mở tệp gốc"),
        (" \n\t\n", "tệp không có chữ nào."),
    ],
)
def test_what_cannot_be_a_report_is_refused_also_by_force(
    sohop: Run, tmp_path: Path, text: str, why: str
) -> None:
    name = a_file(tmp_path, text)
    done = sohop("import", "--force", name)

    assert done.returncode == 1
    assert done.stdout.startswith(f"Không nhận (1)\n  {name}: {why}")
    assert rows(tmp_path, "SELECT id FROM report") == []


def test_a_dry_run_tells_what_would_be_stored_and_stores_nothing(
    sohop: Run, folder: Path, tmp_path: Path
) -> None:
    tried = sohop("import", "--dry-run", "bao-cao")
    made = (tmp_path / "data").exists()
    sohop("import", "bao-cao/b.txt")
    again = sohop("import", "--dry-run", "bao-cao")

    assert not made
    assert tried.stdout.startswith("Sẽ lưu (3)\n  bao-cao/a.txt: Hội nghị Ban Chấp hành")
    assert "Đã có trong sổ (1)\n  bao-cao/d.txt: cùng văn bản với bao-cao/a.txt\n" in tried.stdout
    assert tried.stdout.endswith("\nChạy thử: chưa lưu gì vào sổ.\n")
    assert tried.returncode == again.returncode == 1
    assert "Đã có trong sổ (2)\n     1  bao-cao/b.txt\n" in again.stdout
    assert in_the_book(tmp_path) == [1]


# Taken back


def test_a_batch_is_taken_back_and_put_back(sohop: Run, folder: Path, tmp_path: Path) -> None:
    sohop("import", "bao-cao")
    undone = sohop("import", "--undo", "1")
    left = in_the_book(tmp_path)
    known = sohop("import", "bao-cao/a.txt")
    again = sohop("import", "--undo", "1")
    redone = sohop("import", "--redo", "1")

    assert undone.stdout == (
        "Lô 1: đã gỡ 3 báo cáo.\n"
        "Khôi phục trong 30 ngày: /restore N trong chat, hoặc cả lô: sohop import --redo 1\n"
    )
    assert left == []
    assert known.stdout.startswith(
        "Đã xóa trước đây, không lưu lại (1)\n     1  bao-cao/a.txt  khôi phục trong chat: /restore 1\n"
    )
    assert known.returncode == 1
    assert again.stdout.startswith("Lô 1: đã gỡ 0 báo cáo.\n\nĐã xóa từ trước (3)\n     1  Hội nghị")
    assert redone.stdout == "Lô 1: đã khôi phục 3 báo cáo.\n"
    assert (undone.returncode, again.returncode, redone.returncode) == (0, 0, 0)
    assert in_the_book(tmp_path) == [1, 2, 3]
    assert sohop("import", "--undo", "1").stdout.startswith("Lô 1: đã gỡ 3 báo cáo.")
    assert rows(tmp_path, "SELECT action, actor FROM change WHERE report_id = 2 ORDER BY id") == [
        (action, "console:import") for action in ("delete", "restore", "delete")
    ]


def test_a_report_that_was_taken_back_is_restored_in_chat(sohop: Run, folder: Path, tmp_path: Path) -> None:
    sohop("import", "bao-cao")
    sohop("import", "--undo", "1")
    chat = sohop("chat", said="/report 3\n/restore 3\n/search song tra\n")

    assert "Báo cáo 3 đã được xóa ngày" in chat.stdout
    assert "Đã khôi phục báo cáo 3." in chat.stdout
    assert "Tìm “song tra”: 1 báo cáo" in chat.stdout


def test_what_somebody_changed_since_stays_unless_it_is_forced(
    sohop: Run, folder: Path, tmp_path: Path
) -> None:
    sohop("import", "bao-cao")
    sohop("chat", said="/delete 2\n1\n/restore 2\n/delete 3\n1\n")
    undone = sohop("import", "--undo", "1")
    kept = in_the_book(tmp_path)
    forced = sohop("import", "--undo", "1", "--force")
    redone = sohop("import", "--redo", "1")

    assert undone.returncode == 1
    assert undone.stdout.splitlines()[2:] == [
        "",
        "Có người đã sửa sau khi nạp nên giữ lại (1)",
        "     2  Kết luận của Chủ tịch UBND phường tại cuộc họp giao ban về trật tự đô thị và chuyển đổi số",
        "Gỡ cả: thêm --force.",
        "",
        "Đã xóa từ trước (1)",
        f"     3  {TITLE}",
    ]
    assert kept == [2]
    assert forced.stdout.startswith("Lô 1: đã gỡ 1 báo cáo.")
    assert redone.stdout == (
        "Lô 1: đã khôi phục 2 báo cáo.\n\n"
        "Do người khác xóa nên để nguyên; khôi phục trong chat: /restore N (1)\n"
        f"     3  {TITLE}\n"
    )
    assert in_the_book(tmp_path) == [1, 2]


@pytest.mark.parametrize("way", ["--undo", "--redo"])
def test_where_there_is_no_such_batch_the_last_ones_are_named(sohop: Run, folder: Path, way: str) -> None:
    none = sohop("import", way, "1")
    sohop("import", "bao-cao")
    wrong = sohop("import", way, "9")

    assert none.stderr == "sohop: không có lô 1. Chưa có lô nào.\n"
    assert re.fullmatch(
        r"sohop: không có lô 9\. Các lô gần đây:\nsohop: lô 1: 3 báo cáo, \d\d:\d\d \d\d/\d\d/\d{4}\n",
        wrong.stderr,
    )
    assert (none.returncode, wrong.returncode) == (1, 1)


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--undo", "1", "a.txt"],
        ["--undo", "1", "--redo", "1"],
        ["--undo", "0"],
        ["--undo", "mot"],
        ["--undo", "99999999999999999999"],
        ["--undo", "1", "--dry-run"],
        ["--redo", "1", "--force"],
    ],
)
def test_a_wrong_call_is_refused_before_anything_is_opened(
    sohop: Run, tmp_path: Path, arguments: list[str]
) -> None:
    done = sohop("import", *arguments)

    assert done.returncode == 2
    assert done.stdout == ""
    assert not (tmp_path / "data").exists()


def test_a_wrong_call_tells_what_each_option_is_for(sohop: Run) -> None:
    done = sohop("import", "--undo", "1", "--dry-run")

    assert "--dry-run chỉ dùng khi nạp tệp; --force dùng khi nạp tệp hoặc với --undo" in done.stderr


def test_what_a_folder_holds_beside_reports_is_listed_as_not_taken(sohop: Run, tmp_path: Path) -> None:
    folder = tmp_path / "tron"
    folder.mkdir()
    a_file(folder, samples()[2], "a.txt")
    (folder / "b.rtf").write_bytes(b"{\\rtf1 x}")
    (folder / "c.doc").write_bytes((FILES / "libreoffice.doc").read_bytes())
    for name in (".an.rtf", "~$c.doc", "Thumbs.db"):
        (folder / name).write_bytes(b"{\\rtf1 x}")
    done = sohop("import", "tron")

    assert done.stdout.startswith("Đã lưu (1)\n")
    assert "Không nhận (2)\n  tron/b.rtf: " in done.stdout
    assert "\n  tron/c.doc: " in done.stdout
    assert done.returncode == 1


@pytest.mark.parametrize("options", [[], ["--dry-run"]])
def test_a_report_of_a_meeting_that_is_in_the_book_is_told(
    sohop: Run, tmp_path: Path, options: list[str]
) -> None:
    sohop("import", a_file(tmp_path, samples()[2], "a.txt"))
    done = sohop("import", *options, a_file(tmp_path, f"{samples()[2]}\nHết giờ họp.", "b.txt"))

    assert "          ⚠ giống báo cáo 1 (cùng cơ quan, ngày)\n" in done.stdout
    assert done.returncode == 0


# Interrupted, killed, side by side


@contextmanager
def importing(folder: Path, *arguments: str, **more: Any) -> Iterator[subprocess.Popen[str]]:
    """An import that goes on beside the test."""
    process = subprocess.Popen(
        sohop_command("import", *arguments),
        cwd=folder,
        env=environment(),
        encoding="utf-8",
        **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **more},
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def until_stored(folder: Path, count: int) -> None:
    """Wait until so many reports are stored."""
    deadline = time.monotonic() + 40
    while time.monotonic() < deadline:
        with suppress(sqlite3.OperationalError):
            if len(in_the_book(folder)) >= count:
                return
        time.sleep(0.05)
    raise TimeoutError(f"{count} reports were not stored")


def check_whole(folder: Path) -> None:
    """Fail where a report is there without its words, its place in the search, or its batch."""
    numbers = in_the_book(folder)
    assert column(folder, "SELECT report_id FROM source ORDER BY 1") == numbers
    assert column(folder, "SELECT report_id FROM batch_report ORDER BY 1") == numbers
    indexed = "SELECT rowid & 4294967295 FROM report_words WHERE report_words MATCH 'nuoc' ORDER BY 1"
    assert column(folder, indexed) == numbers
    rows(folder, "INSERT INTO report_words (report_words) VALUES ('integrity-check')")


def test_ctrl_c_ends_with_whole_reports_and_tells_how_to_go_on(
    sohop: Run, many: Path, tmp_path: Path
) -> None:
    with importing(tmp_path, "nhieu") as process:
        until_stored(tmp_path, 3)
        process.send_signal(signal.SIGINT)
        said, complained = process.communicate(timeout=40)

    stored = len(in_the_book(tmp_path))
    assert process.returncode == 130
    assert 3 <= stored < MANY
    assert said.startswith(f"Đã lưu ({stored})\n")
    assert said.endswith(f"\nLô 1: {stored} báo cáo. Gỡ lại: sohop import --undo 1\n")
    assert complained == (
        f"sohop: đã dừng; {MANY - stored} tệp chưa đọc. "
        "Chạy lại lệnh để tiếp, tệp đã lưu không lưu lần nữa.\n"
    )
    check_whole(tmp_path)
    assert sohop("import", "--undo", "1").stdout.startswith(f"Lô 1: đã gỡ {stored} báo cáo.")


def test_a_killed_import_leaves_whole_reports_and_goes_on_in_a_batch_of_its_own(
    sohop: Run, many: Path, tmp_path: Path
) -> None:
    with importing(tmp_path, "nhieu") as process:
        until_stored(tmp_path, 3)
        process.kill()
        process.wait()
    stored = len(in_the_book(tmp_path))
    check_whole(tmp_path)
    rest = sohop("import", "nhieu")

    assert rest.returncode == 0
    assert rest.stdout.endswith(f"\nLô 2: {MANY - stored} báo cáo. Gỡ lại: sohop import --undo 2\n")
    assert len(in_the_book(tmp_path)) == MANY
    check_whole(tmp_path)


def test_a_second_import_into_the_same_book_waits_for_the_first_to_end(sohop: Run, folder: Path) -> None:
    with only_instance(folder.parent / "data" / "sohop.db.import") as alone:
        refused = sohop("import", "bao-cao")
        tried = sohop("import", "--dry-run", "bao-cao")

    assert alone
    assert refused.returncode == 1
    assert refused.stderr.startswith("sohop: một lệnh sohop import khác đang chạy với ")
    assert tried.stdout.startswith("Sẽ lưu (3)")


def test_an_import_waits_for_another_writer(sohop: Run, folder: Path, tmp_path: Path) -> None:
    sohop("import", "bao-cao/a.txt")
    with (
        closing(sqlite3.connect(tmp_path / "data" / "sohop.db", isolation_level=None)) as other,
        importing(tmp_path, "bao-cao/b.txt") as process,
    ):
        other.execute("BEGIN IMMEDIATE")
        time.sleep(2)
        waits = process.poll() is None
        other.execute("COMMIT")
        process.communicate(timeout=40)

    assert waits
    assert process.returncode == 0
    assert in_the_book(tmp_path) == [1, 2]


def test_a_writer_that_does_not_let_go_ends_an_import_with_a_sentence(
    sohop: Run, folder: Path, tmp_path: Path
) -> None:
    sohop("import", "bao-cao/a.txt")
    with closing(sqlite3.connect(tmp_path / "data" / "sohop.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        done = sohop("import", "bao-cao")

    assert done.returncode == 1
    assert done.stdout.startswith("Đã có trong sổ (1)\n     1  bao-cao/a.txt\n")
    assert done.stderr == (
        "sohop: DATABASE_PATH: cơ sở dữ liệu đang bị một chương trình khác ghi, đã chờ 10 giây. "
        "Đợi chương trình kia xong rồi chạy lại. 4 tệp chưa lưu; tệp đã lưu không lưu lần nữa.\n"
    )
    assert in_the_book(tmp_path) == [1]


# At a terminal


def test_at_a_terminal_a_bar_shows_how_far_it_is(folder: Path, tmp_path: Path) -> None:
    terminal, stderr = pty.openpty()
    try:
        with importing(tmp_path, "bao-cao", stderr=stderr) as process:
            said = process.communicate(timeout=40)[0]
        shown = os.read(terminal, 1 << 16).decode()
    finally:
        os.close(terminal)
        os.close(stderr)

    assert "Đang đọc" in shown
    assert "5/  5" in shown
    assert "\x1b[6n" not in shown, "the terminal would answer into the shell's next line"
    assert said.startswith("Đã lưu (3)\n")


def test_names_that_a_terminal_would_obey_are_shown_without_it(sohop: Run, tmp_path: Path) -> None:
    names = [b"xoa\x1b[2J.txt", b"dong\nmoi.txt", b"khong-utf8\xff.txt"]
    for number, name in enumerate(names):
        (tmp_path / os.fsdecode(name)).write_text(samples()[number], encoding="utf-8")
    done = sohop("import", *map(os.fsdecode, names))

    assert re.findall(r"^ +\d  (\S+)  ", done.stdout, re.MULTILINE) == [
        "xoa?[2J.txt",
        "dong?moi.txt",
        "khong-utf8?.txt",
    ]
    assert done.stderr == ""
    assert rows(tmp_path, "SELECT json_extract(detail, '$.file') FROM audit ORDER BY id LIMIT 1") == [
        ("xoa?[2J.txt",)
    ]


def test_what_was_exported_comes_back_in_another_book(sohop: Run, tmp_path: Path) -> None:
    address = "https://xa.example/tin/12"
    export = as_json.write([StoredReport(12, FULL, "telegram:7", AT, address=address)], AT)
    name = a_file(tmp_path, export.decode(), "bao-cao.json")
    tried = sohop("import", "--dry-run", name)
    first = sohop("import", name)
    again = sohop("import", name)

    assert tried.stdout.endswith("Chạy thử: chưa lưu gì vào sổ.\n")
    assert (first.returncode, first.stdout.splitlines()[0]) == (0, "Đã lưu (1)")
    assert (again.returncode, again.stdout.splitlines()[0]) == (0, "Đã có trong sổ (1)")
    assert column(tmp_path, "SELECT posted_at FROM report") == [stamp(AT)]
    assert column(tmp_path, "SELECT text FROM source") == [FULL.source]
    assert column(tmp_path, "SELECT address FROM source") == [address]
    assert column(tmp_path, "SELECT text FROM task") == [task.text.text for task in FULL.tasks]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("{}", "không phải tệp do Sổ Họp xuất"),
        ("{", "không phải JSON đọc được"),
        (
            as_json.write([StoredReport(5, Report("TỐI MẬT\nBáo cáo họp"), "telegram:7", AT)], AT).decode(),
            "báo cáo 5 có dấu mật",
        ),
    ],
)
def test_what_is_no_export_is_refused_with_the_remedy(
    sohop: Run, tmp_path: Path, source: str, said: str
) -> None:
    run = sohop("import", a_file(tmp_path, source, "x.json"))

    assert run.returncode == 1
    assert said in run.stdout


def test_an_export_that_is_not_there_is_said(sohop: Run) -> None:
    assert "không có tệp này" in sohop("import", "x.json").stdout
