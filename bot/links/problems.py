"""Why a link is not read."""

from __future__ import annotations

from enum import StrEnum


class Problem(StrEnum):
    """Each has its sentence with the remedy in `handlers.texts` ("file.<problem>")."""

    ADDRESS = "link_address"  # none that can be opened: a name and a password in it, an odd form of number
    PORT = "link_port"
    PRIVATE = "link_private"  # it leads into a network of one's own, or to the machine itself
    UNKNOWN_HOST = "link_unknown_host"
    UNREACHABLE = "link_unreachable"
    TLS = "link_tls"
    TOO_SLOW = "link_too_slow"
    REDIRECTS = "link_redirects"
    NOT_FOUND = "link_not_found"
    FORBIDDEN = "link_forbidden"
    FAILED = "link_failed"  # the server told of a fault of its own
    BROKEN = "link_broken"  # the answer is none of HTTP, or ended too early
    TOO_LARGE = "link_too_large"
    OTHER_TYPE = "link_other_type"
    EMPTY = "link_empty"  # no article in the page


class LinkError(Exception):
    """A link is not to be read."""

    def __init__(self, problem: Problem):
        super().__init__(problem)
        self.problem = problem
