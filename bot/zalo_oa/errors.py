"""What the OpenAPI says where it says no, and what is to be done about it.

ApiError             what Zalo says, by its code
LinkNeededError      the account's administrator has to give permission (again)

No answer, a page instead of one, or another shape are the errors of any call.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from bot.calls import CallError


class Do(Enum):
    """What to do about an error."""

    RENEW = "ask with a new access token"
    WAIT = "ask again in a while"
    ONCE_MORE = "ask once more: it may have taken effect"
    HOLD = "keep what waits, for a day: an administrator can mend it"
    LEAVE = "the person cannot be reached"
    NEVER = "it will not be taken"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a code means; `sentence` tells the administrator what to do."""

    what: str
    do: Do
    sentence: str = ""


_NEVER, _LEAVE, _HOLD = Do.NEVER, Do.LEAVE, Do.HOLD
MEANINGS = {
    -32: Meaning("too many requests in this minute", Do.WAIT),
    -100: Meaning("the attachment is not kept any more", Do.ONCE_MORE),
    -200: Meaning("sending failed", Do.ONCE_MORE),
    -201: Meaning("a parameter is wrong", _NEVER),
    -202: Meaning("the signature is wrong", _NEVER),
    -204: Meaning("the account was deleted", _HOLD, "oa.todo.account"),
    -205: Meaning("there is no such account", _HOLD, "oa.todo.account"),
    -209: Meaning("the app is not active", _HOLD, "oa.todo.app"),
    -210: Meaning("a parameter is over its limit", _NEVER),
    -211: Meaning("the quota is used up", _HOLD, "oa.todo.quota"),
    -212: Meaning("the app has not registered this function", _HOLD, "oa.todo.app"),
    -213: Meaning("the person does not follow the account", _LEAVE),
    -214: Meaning("an article is in work", Do.WAIT),
    -216: Meaning("the access token is invalid", Do.RENEW),
    -217: Meaning("the person takes no invitations", _LEAVE),
    -218: Meaning("the person has got as much as they may", _LEAVE),
    -219: Meaning("the app was removed", _HOLD, "oa.todo.app"),
    -220: Meaning("the access token has ended", Do.RENEW),
    -221: Meaning("the account is not verified", _HOLD, "oa.todo.verify"),
    -223: Meaning("the account has not allowed this function", _HOLD, "oa.todo.permit"),
    -224: Meaning("the account's package is too small", _HOLD, "oa.todo.package"),
    -227: Meaning("the person's account is locked or not used", _LEAVE),
    -230: Meaning("the person did nothing here for 7 days", _LEAVE),
    -232: Meaning("the person has not written, or too long ago", _LEAVE),
    -233: Meaning("this kind of message is not taken", _NEVER),
    -234: Meaning("not at night", Do.WAIT),  # only for promotion, which is not used
    -235: Meaning("not for this kind of account", _HOLD, "oa.todo.account"),
    -240: Meaning("this version of the interface is shut", _NEVER),
    -242: Meaning("the app asks for a proof of its secret", _HOLD, "oa.todo.app"),
    -244: Meaning("the person does not want such messages", _LEAVE),
    -248: Meaning("against the rules of Zalo", _NEVER),
    -320: Meaning("no billing account is linked", _HOLD, "oa.todo.money"),
    -321: Meaning("the billing account has no money", _HOLD, "oa.todo.money"),
}
"""The documented codes of the account's own host; that of ZNS uses the same numbers for other things."""
TOO_LATE = frozenset({-230, -232})
UNKNOWN = Meaning("unknown", Do.NEVER)


class ApiError(CallError):
    """The server answered with an error, as HTTP 200."""

    def __init__(self, method: str, code: int, message: str):
        self.code = code
        self.meaning = MEANINGS.get(code, UNKNOWN)
        super().__init__(f"{method}: {code} {self.meaning.what}: {message[:200]}")

    @property
    def do(self) -> Do:
        """Tell what is to be done about it."""
        return self.meaning.do

    @property
    def is_doubtful(self) -> bool:
        """Tell whether nobody knows if the call took effect."""
        return self.do is Do.ONCE_MORE


class LinkNeededError(CallError):
    """Nobody has given permission yet, or it was taken back; only a person can give it."""

    def __init__(self, why: str):
        super().__init__(f"permission is needed: {why[:200]}")
