"""Load the words of questions before the first is asked: they stay as they are while the program runs."""

from __future__ import annotations

from handlers.asking import bodies, english_words, forms, synonyms, words

_KEPT = (
    words.phrases,
    words.longest,
    words.own_words,
    forms.own_pairs,
    words.asking_pairs,
    words.telling_words,
    words.telling_pairs,
    words.compounds,
    words.compound_pairs,
    forms.joined_pairs,
    english_words.from_english,
    english_words.said_in_english,
    forms.accented_forms,
    forms.meanings_of_forms,
    bodies.heads,
)


def load() -> None:
    """Read the lists of words, each once."""
    for kept in _KEPT:
        kept()
    synonyms.load()
