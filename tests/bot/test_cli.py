"""The commands as a person at a terminal runs them: real processes, real files."""

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from bot.settings import EXAMPLES
from handlers.demo import samples
from tests.bot.commands import ROOT, Run, a_file
from tests.documents.making import FILES, p, pdf, word


def test_a_scripted_dialog_is_printed_line_by_line_with_its_answers(sohop: Run) -> None:
    done = sohop("chat", said="/whoami\n\n/nosuch\n")

    assert done.returncode == 0
    assert done.stdout == (
        "> /whoami\nMã của anh/chị: console:local\nVai trò: quản trị\n\n"
        ">\n"
        "> /nosuch\nKhông có lệnh /nosuch. Gõ /help để xem các lệnh.\n\n"
    )
    assert done.stderr == ""


def test_without_a_token_run_is_the_console_chat(sohop: Run, tmp_path: Path) -> None:
    done = sohop("run", said="/demo\n/latest\n")

    assert done.returncode == 0
    assert "Báo cáo 2 ·" in done.stdout
    assert (tmp_path / "data" / "sohop.db").exists()


def test_a_report_pasted_into_a_script_is_stored_and_found_in_bare_letters(sohop: Run) -> None:
    dialog = f"/post\n{samples()[0]}\n/done\n1\n/search nha o cho ho ngheo\n"
    done = sohop("chat", said=dialog)

    assert "Đã lưu thành báo cáo 1." in done.stdout
    assert "«nhà ở cho hộ nghèo»" in done.stdout


@pytest.mark.parametrize(
    ("role", "command", "answer"),
    [
        ("official", "/post", "Lệnh /post dành cho văn phòng"),
        ("staff", "/post", "Gửi nội dung báo cáo"),
        ("staff", "/status", "Lệnh /status dành cho quản trị"),
        ("admin", "/status", "Sổ Họp 0."),
    ],
)
def test_the_local_person_can_be_narrowed_to_a_role(sohop: Run, role: str, command: str, answer: str) -> None:
    assert answer in sohop("chat", "--as", role, said=command).stdout


def test_bytes_that_are_no_text_do_not_end_a_dialog(sohop: Run, tmp_path: Path) -> None:
    (tmp_path / "dialog.txt").write_bytes(b"\xff\xfe\x00/x\n/whoami")
    environment = {name: value for name, value in os.environ.items() if name not in EXAMPLES}
    with (tmp_path / "dialog.txt").open("rb") as dialog:
        done = subprocess.run(
            [sys.executable, "-m", "bot", "chat"],
            stdin=dialog,
            cwd=tmp_path,
            env={**environment, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            timeout=60,
            check=True,
        )

    assert "console:local" in done.stdout.decode()


def test_extract_prints_one_json_object_a_file(sohop: Run, tmp_path: Path) -> None:
    names = [a_file(tmp_path, text, f"{n}.txt") for n, text in enumerate(samples())]
    done = sohop("extract", *names)

    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert [record["file"] for record in records] == names
    for record, text in zip(records, samples(), strict=True):
        start, end = record["offsets"]["title"]
        assert text[start:end] == record["title"]
        for task, place in zip(record["tasks"], record["offsets"]["tasks"], strict=True):
            assert text[slice(*place["text"])] == task["text"]


def test_extract_explains_each_sentence_by_its_rule(sohop: Run, tmp_path: Path) -> None:
    done = sohop("extract", "--explain", a_file(tmp_path, samples()[1]))

    assert done.returncode == 0
    assert "held_on ←" in done.stdout
    assert "tasks" in done.stdout


def test_files_of_every_type_and_whole_folders_are_read(sohop: Run, tmp_path: Path) -> None:
    folder = tmp_path / "bao-cao" / "2026"
    folder.mkdir(parents=True)
    (folder / "b.DOCX").write_bytes(word("".join(map(p, samples()[2].split("\n")))))
    (folder / "a.txt").write_text(samples()[1], encoding="utf-16")
    (folder / "~$b.docx").write_bytes(b"khoa")
    (folder / ".an.txt").write_text("x", encoding="utf-8")
    (folder / "bang.xlsx").write_bytes(b"x")
    shutil.copy(FILES / "thong-bao.pdf", tmp_path / "thong-bao.pdf")
    read = sohop("extract", "bao-cao", "thong-bao.pdf")
    stored = sohop("import", "bao-cao", "thong-bao.pdf")

    records = [json.loads(line) for line in read.stdout.splitlines()]
    names = ["bao-cao/2026/a.txt", "bao-cao/2026/b.DOCX", "thong-bao.pdf"]
    assert [record["file"] for record in records] == names
    assert records[1]["held_on"] == "2026-09-29"
    assert [line.split()[:2] for line in stored.stdout.splitlines() if re.match(r" +\d", line)] == [
        [str(number), name] for number, name in enumerate(names, 1)
    ]
    assert "bao-cao/2026/bang.xlsx" in stored.stdout
    assert (read.stderr, stored.stderr) == ("", "sohop: 1 tệp không vào sổ, lý do ở trên.\n")


def test_what_was_not_read_of_a_file_is_told(sohop: Run, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf([samples()[2].split("\n")[:4], []]))
    stored = sohop("import", "--force", "a.pdf", OCR="off")

    assert "⚠ 1 trang là ảnh, chưa đọc được" in stored.stdout


def test_a_stamp_around_the_text_is_noticed_too(sohop: Run, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(word(p("Hội nghị"), {"footer1": p("MẬT")}))

    assert "a.docx: văn bản có dấu mật" in sohop("extract", "a.docx").stderr


def test_the_local_person_posts_a_file_by_its_path(sohop: Run, tmp_path: Path) -> None:
    shutil.copy(FILES / "thong-bao.pdf", tmp_path / "thông báo.pdf")
    done = sohop("chat", said="/post thông báo.pdf\n1\n/post khong-co.pdf\n/cancel\n/dang 'thông báo.pdf'\n")
    official = sohop("chat", "--as", "official", said="/post thông báo.pdf\n")

    assert "Tệp: thông báo.pdf" in done.stdout
    assert "Đã lưu thành báo cáo 1." in done.stdout
    assert "Không thấy tệp khong-co.pdf" in done.stdout
    assert "đã được lưu là báo cáo 1" in done.stdout
    assert "Lệnh /post dành cho văn phòng" in official.stdout


def test_the_console_tells_at_its_start_which_drafts_it_dropped(sohop: Run, tmp_path: Path) -> None:
    assert "(1)" in sohop("chat", said="/post Họp giao ban tuần 46\n/drafts\n").stdout
    with closing(sqlite3.connect(tmp_path / "data" / "sohop.db")) as book, book:
        book.execute("UPDATE draft SET created_at = ?1, updated_at = ?1", ["2026-11-01T01:00:00.000+00:00"])
    later, again = (sohop("chat", said="/drafts\n").stdout for _ in range(2))

    assert later == (
        "Bản nháp “Họp giao ban tuần 46” gửi 01/11/2026 quá 7 ngày chưa lưu nên đã bỏ. "
        "Còn cần thì gửi lại.\n\n> /drafts\nAnh/chị không có bản nháp nào chưa lưu.\n\n"
    )
    assert again == "> /drafts\nAnh/chị không có bản nháp nào chưa lưu.\n\n"


@pytest.mark.parametrize(
    ("setting", "programs", "said"),
    [
        ("off", True, "OCR: tắt (OCR=off)"),
        ("auto", True, "OCR: bật"),
        ("auto", False, "OCR: không có tesseract với tiếng Việt"),
    ],
)
def test_check_says_whether_pictures_are_read(
    sohop: Run, tmp_path: Path, setting: str, programs: bool, said: str
) -> None:
    if programs:
        (tmp_path / "tesseract").write_text("#!/bin/sh\necho vie\n", encoding="utf-8")
        (tmp_path / "tesseract").chmod(0o755)

    assert said in sohop("check", OCR=setting, PATH=f"{tmp_path}:/bin" if programs else str(tmp_path)).stdout


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "tệp không có chữ nào"),
        (bytes(range(64)) * 9, "nội dung không phải loại tệp như tên ghi"),
        ("TỐI MẬT\nHội nghị".encode(), "văn bản có dấu mật"),
        (b"hop " * 80_000, "văn bản dài 320.000 ký tự, quá giới hạn 300.000"),
    ],
)
@pytest.mark.parametrize("command", ["import", "extract"])
def test_a_file_that_cannot_be_taken_is_told_with_the_reason_and_the_others_go_on(
    sohop: Run, tmp_path: Path, command: str, content: bytes, why: str
) -> None:
    (tmp_path / "hong.txt").write_bytes(content)
    done = sohop(command, "hong.txt", "khong-co.txt", a_file(tmp_path, samples()[2]))

    told = done.stdout if command == "import" else done.stderr
    assert done.returncode == 1
    assert f"hong.txt: {why}" in told
    assert "khong-co.txt: không có tệp này." in told
    assert "bao-cao.txt" in done.stdout


@pytest.mark.parametrize("command", ["import", "extract"])
def test_the_longest_report_is_a_setting(sohop: Run, tmp_path: Path, command: str) -> None:
    name = a_file(tmp_path, samples()[2])
    done = sohop(command, name, MAX_REPORT_CHARS="1000")

    told = done.stdout if command == "import" else done.stderr
    assert done.returncode == 1
    assert f"{name}: văn bản dài {len(samples()[2]):,} ký tự".replace(",", ".") in told
    assert "quá giới hạn 1.000" in told


def test_the_longest_report_holds_in_the_console_too(sohop: Run) -> None:
    done = sohop("chat", said=f"/post\n{samples()[2]}\n", MAX_REPORT_CHARS="1000")

    assert "quá giới hạn 1.000. Chia thành từng báo cáo rồi gửi lại." in done.stdout


@pytest.mark.parametrize(
    ("setting", "why"), [("off", "bot chưa đọc được chữ trong ảnh"), ("auto", "tệp hỏng hoặc thiếu")]
)
def test_extract_reads_pictures_only_where_the_setting_says_so(
    sohop: Run, tmp_path: Path, setting: str, why: str
) -> None:
    """The program that reads them is asked for its languages, and gives up on the picture."""
    (tmp_path / "tesseract").write_text('#!/bin/sh\n[ "$1" = --list-langs ] && echo vie\n', encoding="utf-8")
    (tmp_path / "tesseract").chmod(0o755)
    shutil.copy(FILES / "trang-giay.png", tmp_path / "anh.png")
    done = sohop("extract", "anh.png", OCR=setting, PATH=f"{tmp_path}:/usr/bin:/bin")

    assert why in done.stderr


def test_check_shows_the_settings_and_hides_secrets(sohop: Run) -> None:
    done = sohop(
        "check",
        TELEGRAM_TOKEN="123456789:AAE-abc_defghij",
        TELEGRAM_API_URL="http://127.0.0.1:9",
        PROXY_URL="http://an:matkhau@127.0.0.1:9",
        STAFF="telegram:2,telegram:1",
    )

    assert "STAFF = telegram:1, telegram:2" in done.stdout
    assert "TELEGRAM_TOKEN = ***" in done.stdout
    assert "PROXY_URL = http://***@127.0.0.1:9" in done.stdout
    assert "kiểm tra ok, 0 báo cáo" in done.stdout
    assert "Telegram: không kết nối được" in done.stdout
    assert done.returncode == 1
    assert "AAE-abc" not in done.stdout + done.stderr
    assert "matkhau" not in done.stdout + done.stderr


def test_check_without_a_token_is_right(sohop: Run) -> None:
    done = sohop("check")

    assert done.returncode == 0
    assert "chưa đặt TELEGRAM_TOKEN" in done.stdout


@pytest.mark.parametrize("command", ["run", "chat", "check", "extract bao-cao.txt"])
def test_a_wrong_setting_stops_the_start_with_one_sentence(sohop: Run, command: str) -> None:
    done = sohop(*command.split(), ACCESS="all")

    assert done.returncode == 1
    assert done.stderr == "sohop: ACCESS: phải là 'private' hoặc 'open'. Ví dụ: ACCESS=private\n"
    assert done.stdout == ""


def test_a_database_that_cannot_be_opened_stops_the_start_with_one_sentence(sohop: Run) -> None:
    done = sohop("chat", DATABASE_PATH="/proc/sohop.db")

    assert done.returncode == 1
    assert done.stderr.startswith("sohop: DATABASE_PATH: không mở được /proc/sohop.db")
    assert done.stderr.count("\n") == 1


def test_help_and_version_are_there(sohop: Run) -> None:
    assert "extract" in sohop("--help").stdout
    assert sohop("--version").stdout.startswith("sohop 0.")


def test_a_command_that_does_not_exist_is_refused(sohop: Run) -> None:
    assert sohop("fly").returncode == 2


def test_a_service_without_a_token_and_without_anybody_to_talk_ends_with_a_sentence(tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name not in EXAMPLES}
    done = subprocess.run(
        [sys.executable, "-m", "bot", "run"],
        stdin=subprocess.DEVNULL,
        cwd=tmp_path,
        env={**environment, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )

    assert done.returncode == 1
    assert done.stderr.startswith("sohop: TELEGRAM_TOKEN, ZALO_BOT_TOKEN, ZALO_OA_APP_ID: chưa đặt")


def test_a_reader_that_has_read_enough_ends_extract_quietly(sohop: Run, tmp_path: Path) -> None:
    names = [a_file(tmp_path, text * 9, f"{n}.txt") for n, text in enumerate(samples() * 4)]
    reader = subprocess.Popen(
        f"{sys.executable} -m bot extract --explain {' '.join(names)} | head -1",
        shell=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    said, complained = reader.communicate(timeout=60)

    assert said == "# 0.txt\n"
    assert complained == ""


def test_check_names_what_is_misspelt_in_the_settings_file(sohop: Run, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("ADMIN=telegram:1\nSTAFF=telegram:2\n", encoding="utf-8")
    done = sohop("check")

    assert "⚠ .env: không có cấu hình tên ADMIN; xem .env.example." in done.stdout
    assert "STAFF = telegram:2" in done.stdout


def test_the_book_is_for_its_user_alone(sohop: Run, tmp_path: Path) -> None:
    sohop("chat", said="/whoami")

    assert (tmp_path / "data" / "sohop.db").stat().st_mode & 0o077 == 0
