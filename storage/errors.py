"""What can be wrong with the database, in sentences for the person who starts the program.

* StorageError
  x DatabaseBusyError
  x DatabaseUnreadableError
  x DatabaseNewerError
"""

from __future__ import annotations

from pathlib import Path


class StorageError(Exception):
    """The database cannot be used."""


class DatabaseBusyError(StorageError):
    """Another process writes, and does not let go."""

    def __init__(self, seconds: int):
        super().__init__(
            f"DATABASE_PATH: cơ sở dữ liệu đang bị một chương trình khác ghi, đã chờ {seconds} giây. "
            "Đợi chương trình kia xong rồi chạy lại."
        )


class DatabaseUnreadableError(StorageError):
    """The file is no database, is damaged, or may not be opened."""

    def __init__(self, path: Path, reason: Exception):
        super().__init__(
            f"DATABASE_PATH: không mở được {path} ({reason}). "
            "Đặt đường dẫn ghi được, ví dụ DATABASE_PATH=data/sohop.db, hoặc khôi phục tệp từ bản sao lưu."
        )


class DatabaseNewerError(StorageError):
    """A newer program wrote the file."""

    def __init__(self, path: Path):
        super().__init__(
            f"DATABASE_PATH: {path} do bản sohop mới hơn ghi. Chạy bản đó, hoặc đặt đường dẫn khác."
        )
