"""Choices as numbered answers, where a platform has no buttons."""

from __future__ import annotations

from collections.abc import Iterable

from handlers.chat import Reply
from handlers.richtext import RichText


def numbered(replies: Iterable[Reply], between: str) -> tuple[list[RichText], list[str]]:
    """Write replies with their choices below, numbered on through all of them; gives the actions too."""
    texts: list[RichText] = []
    actions: list[str] = []
    for reply in replies:
        choices = [choice for row in reply.choices for choice in row]
        lines = [f"[{n}] {choice.label}" for n, choice in enumerate(choices, len(actions) + 1)]
        texts.append(reply.text + (f"\n\n{between.join(lines)}" if lines else ""))
        actions += [choice.action for choice in choices]
    return texts, actions
