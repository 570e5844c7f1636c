"""What can go wrong with a call of the Bot API.

ZaloError
  x ApiError        the server said no, in its envelope
  x GatewayError    something before the server said no, without an envelope
  x TransportError  no answer came
  x DecodeError     an answer came that is none of the API's

None of them holds the address of the call: the token stands in it.
"""

from __future__ import annotations

UNAUTHORIZED = 401
INTERNAL = 403  # documented as "Internal server error", not as "forbidden"
NOT_FOUND = 404
TIMEOUT = 408
TOO_MANY_TESTS = 426
QUOTA = 429


class ZaloError(Exception):
    """A call failed."""


class ApiError(ZaloError):
    """The server answered `ok: false`."""

    def __init__(self, method: str, code: int, description: str):
        super().__init__(f"{method}: {code} {description}")
        self.method = method
        self.code = code
        self.description = description

    @property
    def is_unauthorized(self) -> bool:
        """Tell whether the token is not known (any more)."""
        return self.code == UNAUTHORIZED

    @property
    def is_quota(self) -> bool:
        """Tell whether there were too many calls: it takes a while, how long is not documented."""
        return self.code in (QUOTA, TOO_MANY_TESTS)

    @property
    def is_doubtful(self) -> bool:
        """Tell whether nobody knows if the call took effect."""
        return self.code in (INTERNAL, TIMEOUT) or self.code >= 500


class GatewayError(ZaloError):
    """An HTTP error without an envelope: for two hours in August 2026 every bot got 502 and 504."""

    def __init__(self, method: str, status: int):
        super().__init__(f"{method}: HTTP {status}")
        self.status = status


class TransportError(ZaloError):
    """No answer came; `sent` tells whether the request may have arrived."""

    def __init__(self, method: str, what: str, *, sent: bool):
        super().__init__(f"{method}: {what}")
        self.sent = sent


class DecodeError(ZaloError):
    """The answer is not JSON, or not of the shape that is documented."""
