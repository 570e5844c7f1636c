"""End a connection the hard way."""

from __future__ import annotations

import asyncio
import socket
import struct

_NO_TIME_TO_LINGER = struct.pack("ii", 1, 0)


def reset(transport: asyncio.WriteTransport) -> None:
    """Close with RST in place of FIN: the other side sees an error, and its socket is closed too."""
    connection = transport.get_extra_info("socket")
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_TIME_TO_LINGER)
    transport.abort()
