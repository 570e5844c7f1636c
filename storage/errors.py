"""What can be wrong with the database, in sentences for the person who starts the program.

* StorageError
  x DatabaseUnreadableError
  x DatabaseNewerError
"""

from __future__ import annotations

from pathlib import Path


class StorageError(Exception):
    """The database cannot be used."""


class DatabaseUnreadableError(StorageError):
    """The file is no database, is damaged, or may not be opened."""

    def __init__(self, path: Path, reason: Exception):
        super().__init__(
            f"DATABASE_PATH: cannot open {path} ({reason}). "
            "Give a path that this user may write, e.g. data/sohop.db, or restore the file from a backup."
        )


class DatabaseNewerError(StorageError):
    """A newer program wrote the file."""

    def __init__(self, path: Path):
        super().__init__(
            f"DATABASE_PATH: {path} was written by a newer sohop. Start that version, or use another file."
        )
