"""What the web part has to know of a platform that delivers by webhook."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


class OddUpdateError(ValueError):
    """A body is JSON, and no update."""


@dataclass(frozen=True, slots=True)
class Hook:
    """Where a platform delivers, and what becomes of it.

    `header` holds the secret. `read` turns a body into an update: None for what is only a try, and
    OddUpdateError for what is none. `store` returns once updates are stored. `probes` tells that the platform
    tries an address without the secret and wants 200; an update without it is refused all the same.
    Where `signed` is set, the header holds no secret but a signature, and that tells whether a body bears it.
    """

    path: str
    header: str
    read: Callable[[Json], Json | None]
    store: Callable[[list[Json]], Awaitable[None]]
    probes: bool = False
    signed: Callable[[str, bytes], bool] | None = None
