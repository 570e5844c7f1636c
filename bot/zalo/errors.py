"""What can go wrong with a call of the Bot API: the server says no in its envelope, or as any call fails."""

from __future__ import annotations

from bot.calls import CallError, DecodeError, GatewayError, TransportError

__all__ = ["ApiError", "DecodeError", "GatewayError", "TransportError", "ZaloError"]

UNAUTHORIZED = 401
INTERNAL = 403  # documented as "Internal server error", not as "forbidden"
NOT_FOUND = 404
TIMEOUT = 408
TOO_MANY_TESTS = 426
QUOTA = 429


ZaloError = CallError


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
