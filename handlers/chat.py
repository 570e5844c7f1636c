"""What travels between a platform and a handler: requests in, replies out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum

from handlers.richtext import RichText


class Role(IntEnum):
    """What a person may do; each role may do what stands below it."""

    UNKNOWN = 0
    OFFICIAL = 1  # cán bộ, lãnh đạo: asks
    STAFF = 2  # văn thư, văn phòng: posts and corrects
    ADMIN = 3  # quản trị: looks after the program


@dataclass(frozen=True, slots=True)
class Place:
    """Where a conversation goes on: a chat of a platform, and the topic in it."""

    platform: str
    chat: str
    thread: int | None = None
    private: bool = True


@dataclass(frozen=True, slots=True)
class Sender:
    """Who wrote; `identity` is how the settings name them ("telegram:123")."""

    platform: str
    id: str
    name: str = ""

    @property
    def identity(self) -> str:
        """Give the id as it goes into the settings."""
        return f"{self.platform}:{self.id}"


@dataclass(frozen=True, slots=True)
class Request:
    """One message, pressed button or elapsed wait, of any platform.

    `text` is as typed. `pressed` is the action of a button; `pressed_on` the message it stood under.
    `position` orders the messages of a chat. `splits_at` is the length (UTF-16 units) at which this
    platform's clients cut a long text into several messages, None where they do not.
    `addressed` is False in a group when nobody spoke to the bot. `time` is aware.
    """

    place: Place
    sender: Sender
    time: datetime
    role: Role = Role.UNKNOWN
    text: str = ""
    position: int = 0
    edited: bool = False
    addressed: bool = True
    pressed: str | None = None
    pressed_on: int | None = None
    attachment: str | None = None
    splits_at: int | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """A button, or a numbered answer; `action` is at most 64 bytes ("page tasks 12 2")."""

    label: str
    action: str


@dataclass(frozen=True, slots=True)
class Reply:
    """What is answered: rich text and rows of choices.

    `replaces` asks to put the reply in the place of the message whose button was pressed.
    """

    text: RichText
    choices: tuple[tuple[Choice, ...], ...] = ()
    replaces: bool = field(default=False, kw_only=True)
