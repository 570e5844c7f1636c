"""Tables of names, written as one line of words."""

from __future__ import annotations


def names(words: str) -> frozenset[str]:
    """A set of names.

    >>> sorted(names("url text"))
    ['text', 'url']
    """
    return frozenset(words.split())
