"""Tell what a sentence ought to hold to answer a question."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.asking.asked import Understood
from handlers.asking.ranking import IN_TEXT, NAME_IN_TEXT, Term
from handlers.asking.understanding import Token
from handlers.asking.widening import firm


def terms_of(asked: Understood) -> list[Term]:
    """Give the words of a question that name what it is about, in their order."""
    reading = asked.readings[0]
    names = list(filter(None, [reading.unit, reading.body, reading.person]))
    tokens = asked.tokens or [Token(word, word) for word in " ".join([*reading.topic, *names]).split()]
    named = {at for name in names for at in _run(tokens, name)}
    unit = _run(tokens, reading.unit)
    runs = [_run(tokens, phrase) for phrase in (*names, *reading.topic)]
    last = {run[-1] for run in runs if run}
    wanted = {at for run in runs for at in run}
    firmly = named | {at for run in runs for at in _firm(tokens, run)}
    return [
        Term(
            tokens[at],
            joined=at not in last,
            follows=at - 1 in wanted,
            far=IN_TEXT if at not in named else 0 if at in unit else NAME_IN_TEXT,
            name=at in named,
            little=at not in firmly,
        )
        for at in sorted(wanted)
    ]


def _run(tokens: Sequence[Token], phrase: str) -> range:
    """Find where the words of a phrase stand one after another."""
    plain = phrase.split()
    if not plain:
        return range(0)
    for start in range(len(tokens) - len(plain) + 1):
        if [token.word for token in tokens[start : start + len(plain)]] == plain:
            return range(start, start + len(plain))
    return range(0)


def _firm(tokens: Sequence[Token], run: range) -> range:
    """Leave of a topic what says something."""
    some = [tokens[at] for at in run]
    plain = firm(" ".join(token.word for token in some), [" ".join(token.typed for token in some)])
    inside = _run(some, plain)
    return range(run.start + inside.start, run.start + inside.stop)
