"""Who may do what: roles come from the settings, and from nowhere else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from handlers.chat import Place, Role, Sender


@dataclass(frozen=True, slots=True)
class Identities:
    """The people and groups of each role, as the settings name them ("telegram:123")."""

    admins: frozenset[str] = frozenset()
    staff: frozenset[str] = frozenset()
    officials: frozenset[str] = frozenset()

    def role(self, identity: str) -> Role:
        """Give the highest role that an id is listed with."""
        if identity in self.admins:
            return Role.ADMIN
        if identity in self.staff:
            return Role.STAFF
        return Role.OFFICIAL if identity in self.officials else Role.UNKNOWN


@dataclass(frozen=True, slots=True)
class Access:
    """Decides a sender's role in a place.

    A group is served only when it is listed: else an official's question there would show the answer
    to people without a role. In a listed group everyone has the group's role, and those with a higher
    role of their own keep it.
    """

    identities: Identities
    open_to_all: bool = False

    def role(self, place: Place, sender: Sender, earlier_chats: Iterable[str] = ()) -> Role:
        """Give the role of `sender` in `place`; `earlier_chats` are ids that a moved group had before."""
        least = Role.OFFICIAL if self.open_to_all else Role.UNKNOWN
        own = max(self.identities.role(sender.identity), least)
        if place.private:
            return own
        chats = (place.chat, *earlier_chats)
        group = max(least, *(self.identities.role(f"{place.platform}:{chat}") for chat in chats))
        return max(group, own) if group > Role.UNKNOWN else Role.UNKNOWN

    def listed(self, platform: str) -> dict[str, Role]:
        """Give every id of a platform that is listed, with its role."""
        everyone = self.identities.admins | self.identities.staff | self.identities.officials
        mine = (i.partition(":")[2] for i in everyone if i.startswith(f"{platform}:"))
        return {i: self.identities.role(f"{platform}:{i}") for i in sorted(mine)}
