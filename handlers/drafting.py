"""Put the parts of a pasted text together again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta, tzinfo

from handlers.chat import Place
from handlers.richtext import utf16_units
from reports import read_report
from storage.drafts import Draft, Part

DROPPED = 8
"""White space that a client leaves out where it cuts, at most."""
SMALL_ROOM = 400
"""Some clients cut at the last break within so many units before the limit, whatever break it is."""
HEAD = 600
"""Characters in which a text of its own says its number or when it was published."""

PAUSE = timedelta(seconds=2)
"""The parts of one paste are sent at most so far apart."""


def may_continue(part: Part, splits_at: int | None) -> bool:
    """Tell whether a client may have cut this part off a longer text.

    Clients cut at the last good break behind the middle, so a part that is not the last is longer
    than half of what fits into a message.
    """
    return splits_at is not None and utf16_units(part.text) > splits_at // 2


def continues(before: Part, part: Part, splits_at: int | None) -> bool:
    """Tell whether `part` is the next piece of the paste that `before` belongs to.

    Both are the same sender's next messages in the chat. Two that were typed would have fitted into
    one, or stand further apart in time. Message numbers do not help: in private chats all of a bot's
    conversations share one row of them.
    """
    return (
        splits_at is not None
        and may_continue(before, splits_at)
        and part.position > before.position
        and part.sent_at - before.sent_at <= PAUSE
        and _were_sent_together(before, part)
        and utf16_units(before.text) + DROPPED + utf16_units(part.text) > splits_at
        and not _is_another_text(before, part, splits_at)
    )


def _were_sent_together(before: Part, part: Part) -> bool:
    """Tell whether both were first sent by one paste; what is forwarded in one go may be several texts."""
    if before.first_sent_at is None or part.first_sent_at is None:
        return before.first_sent_at is part.first_sent_at
    return abs(part.first_sent_at - before.first_sent_at) <= PAUSE


def _is_another_text(before: Part, part: Part, splits_at: int) -> bool:
    """Tell whether a client would not have cut here, or what follows has a head of its own.

    Clients cut at the last good break that fits. So where `before` left room, and a blank line stands
    within that room, the cut would have been there.
    """
    room = splits_at - DROPPED - utf16_units(before.text)
    if room < SMALL_ROOM:
        return False
    head = read_report(part.text[:HEAD])
    return "\n\n" in part.text[:room].strip() or bool(head.number or head.published)


def is_at_hand(draft: Draft, place: Place, owner: str) -> bool:
    """Tell whether a draft can be shown and decided on here: where it was posted, or alone with its owner."""
    alone = place.private and draft.owner == owner
    return draft.platform == place.platform and (alone or draft.chat == place.chat)


def day_of_publication(parts: Sequence[Part], zone: tzinfo | None) -> date | None:
    """Give the day on which the first of the parts was first sent, where they came by another way."""
    first = [part.first_sent_at for part in parts if part.first_sent_at]
    return min(first).astimezone(zone).date() if first else None


def joined(parts: Sequence[Part]) -> str:
    """Join parts to one text, a line each."""
    return "\n".join(part.text for part in parts)
