"""The body of an answer, counted as it comes and as it is unpacked."""

from __future__ import annotations

import zlib

import httpx

from bot.links.problems import LinkError, Problem

_PLAIN = ("", "identity")
_PACKED = ("gzip", "x-gzip", "deflate")
_ANY_HEAD = 32 + zlib.MAX_WBITS  # gzip's, or zlib's
_NO_HEAD = -zlib.MAX_WBITS  # what some servers call "deflate"


async def read_body(response: httpx.Response, most: int) -> bytes:
    """Read a body of at most so many bytes, packed and unpacked. Raises LinkError.

    The library unpacks a piece whole before anybody can count it: a piece of 64 kB may hold 64 MB.
    """
    told = response.headers.get("Content-Length", "")
    if told.isdecimal() and int(told) > most:
        raise LinkError(Problem.TOO_LARGE)
    unpacking = _unpacking(response)
    data, on_the_wire = bytearray(), 0
    async for piece in response.aiter_raw():
        on_the_wire += len(piece)
        data += unpacking.unpack(piece, most + 1 - len(data)) if unpacking else piece
        if max(on_the_wire, len(data)) > most:
            raise LinkError(Problem.TOO_LARGE)
    if unpacking and not unpacking.is_whole:
        raise LinkError(Problem.BROKEN)
    return bytes(data)


def _unpacking(response: httpx.Response) -> _Unpacking | None:
    encoding = response.headers.get("Content-Encoding", "").strip().lower()
    if encoding in _PLAIN:
        return None
    if encoding not in _PACKED:
        raise LinkError(Problem.BROKEN)  # nobody asked for it
    return _Unpacking()


class _Unpacking:
    """Unpacks gzip and deflate, never more than there is room for."""

    def __init__(self) -> None:
        self._reader = zlib.decompressobj(_ANY_HEAD)
        self._begun = False

    @property
    def is_whole(self) -> bool:
        """Tell whether the end has come; nothing at all is whole, too."""
        return self._reader.eof or not self._begun

    def unpack(self, piece: bytes, room: int) -> bytes:
        """Unpack a piece. Raises LinkError where it is none."""
        try:
            made = self._begin(piece, room) if not self._begun else self._reader.decompress(piece, room)
        except zlib.error as error:
            raise LinkError(Problem.BROKEN) from error
        self._begun = True
        return made

    def _begin(self, piece: bytes, room: int) -> bytes:
        try:
            return self._reader.decompress(piece, room)
        except zlib.error:
            self._reader = zlib.decompressobj(_NO_HEAD)
            return self._reader.decompress(piece, room)
