"""What travels between a platform and a handler: requests in, replies out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
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
class File:
    """A file that came with a message, opened: its text, or the `problem` why there is none.

    `values` fill in the problem's sentence; `unread_pages` are pictures that were not read; `aside` is
    what stands around the text: looked through for stamps, and not kept. `address` is the web address it was
    fetched from, `published` the day that is stated beside the text.
    """

    name: str
    text: str = ""
    problem: str | None = None
    values: Mapping[str, int | str] = field(default_factory=dict)
    by_ocr: bool = False
    unread_pages: int = 0
    aside: str = ""
    address: str | None = None
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """The message that a command answers: perhaps somebody else's, sent or first sent at `first_sent_at`."""

    position: int
    text: str
    first_sent_at: datetime
    attachment: str | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """One message, pressed button or elapsed wait, of any platform.

    `text` is as typed. `pressed` is the action of a button; `pressed_on` the message it stood under.
    `position` orders the messages of a chat. `splits_at` is the length (UTF-16 units) at which this
    platform's clients cut a long text into several messages, None where they do not.
    `first_sent_at` is when it was first sent, where it is forwarded. `answered` is what a command answers.
    `addressed` is False in a group when nobody spoke to the bot. `time` is aware.
    `attachment` is the kind of what was sent with it; `file` is what came of it, where it was opened.
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
    file: File | None = None
    splits_at: int | None = None
    first_sent_at: datetime | None = None
    answered: Answered | None = None

    def taken(self) -> Request:
        """Take what it answers, if anything, as if the sender had sent that."""
        if self.answered is None:
            return self
        taken = self.answered
        return replace(
            self,
            text=taken.text,
            position=taken.position,
            attachment=taken.attachment,
            first_sent_at=taken.first_sent_at,
            answered=None,
        )


@dataclass(frozen=True, slots=True)
class Choice:
    """A button, or a numbered answer; `action` is at most 64 bytes ("page tasks 12 2")."""

    label: str
    action: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes out with a reply; a `picture` is shown in the chat, others are there to be opened."""

    name: str
    data: bytes
    picture: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """What is answered: rich text, rows of choices, and files.

    `replaces` asks to put the reply in the place of the message whose button was pressed; `asked` is the
    action that gives this answer again ("tasks 12"), of one with figures that can be kept. `nothing` tells
    that nothing was found.
    """

    text: RichText
    choices: tuple[tuple[Choice, ...], ...] = ()
    files: tuple[Attachment, ...] = ()
    replaces: bool = field(default=False, kw_only=True)
    asked: str = field(default="", kw_only=True)
    nothing: bool = field(default=False, kw_only=True)
