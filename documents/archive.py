"""Look into a zip archive without being led astray by it."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from .model import Problem, RefusedError

MAX_UNPACKED = 150 << 20
MAX_RATIO = 200
"""A page of Word is packed some ten times; a table of thousands of like rows fifty times."""
FREE = 10 << 20  # so much may be packed as tightly as it likes
MAX_PARTS = 10_000
_DEFINES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ENCRYPTED = 0x1


class Archive:
    """The parts of an archive that was looked over. Raises RefusedError where it is hostile or damaged."""

    def __init__(self, data: bytes):
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise RefusedError(Problem.DAMAGED) from error
        self._check(len(data))
        self.names = frozenset(self._zip.namelist())

    def _check(self, packed: int) -> None:
        parts = self._zip.infolist()
        if any(part.flag_bits & _ENCRYPTED for part in parts):
            raise RefusedError(Problem.ENCRYPTED)
        unpacked = sum(part.file_size for part in parts)
        if len(parts) > MAX_PARTS or unpacked > max(FREE, min(MAX_UNPACKED, packed * MAX_RATIO)):
            raise RefusedError(Problem.BOMB)

    def read(self, name: str) -> bytes:
        """Unpack a part; never more of it than the archive owned up to."""
        try:
            return self._zip.read(name)
        except (
            KeyError,
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            NotImplementedError,
            RuntimeError,
            OSError,
        ) as error:
            raise RefusedError(Problem.DAMAGED) from error

    def read_xml(self, name: str) -> bytes:
        """Unpack a part that is XML; one that defines entities is refused, in any encoding."""
        data = self.read(name)
        if _DEFINES.search(data) or (b"\0" in data and _DEFINES.search(data.replace(b"\0", b""))):
            raise RefusedError(Problem.ENTITIES)
        return data


def names_of(data: bytes) -> frozenset[str]:
    """List the parts of an archive."""
    return Archive(data).names
