"""Load the words of questions before the first is asked: they stay as they are while the program runs."""

from __future__ import annotations

from handlers.asking import naming, synonyms, words

_KEPT = (
    words.phrases,
    words.longest,
    words.own_words,
    words.own_pairs,
    words.asking_pairs,
    words.telling_words,
    words.telling_pairs,
    words.compounds,
    words.compound_pairs,
    words.joined_pairs,
    words.from_english,
    words.said_in_english,
    words.accented_forms,
    words.meanings_of_forms,
    naming.heads,
)


def load() -> None:
    """Read the lists of words, each once."""
    for kept in _KEPT:
        kept()
    synonyms.load()
