"""How long the bot waits for a platform; a test waits less."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Patience:
    """Every wait, in seconds."""

    long_poll: int = 50  # Telegram holds a request open so long when there is nothing new (its maximum)
    idle: float = 20.0  # beyond the poll's own time, for the answer to a poll of Zalo
    answer: float = 10.0  # for a connection, and for an answer to anything but a poll
    download: float = 60.0  # for the bytes of a file
    upload: float = 60.0  # the same on their way out
    tokens: float = 60.0  # for new tokens: an answer that is not waited for is lost, and with it the way in
    relink: float = 20.0  # between looks whether somebody has given permission anew
    tell_after: float = 1.0  # of opening a file or a link, after which the chat is told what goes on
    pool: float = 10.0  # for one of our own connections to be free
    grace: float = 15.0  # beyond its own time-outs, after which a request is taken for stalled
    stalled_after: float = 180.0  # without an answered poll, after which the process ends, to be started anew
    newcomer_for: float = 10.0  # after its start, in which an instance gives way to another
    look_every: float = 600.0  # behind a webhook, to see whether the token still holds
    first_pause: float = 1.0  # after a failure, growing
    longest_pause: float = 30.0
    finish_within: float = 10.0  # for what is in hand at a stop; the rest stays stored for the next start
    tidy_first: float = 30.0  # after the start, when what came in the meantime has been handled
    tidy_every: float = 3600.0
