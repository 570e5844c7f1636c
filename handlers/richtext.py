"""Text with styled places instead of markup: nothing out of a report can be read as formatting."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

Measure = Callable[[str], int]
"""How a platform counts a text: `len` (code points) or `utf16_units`."""


class Style(StrEnum):
    """How a piece of text is shown."""

    BOLD = "bold"
    ITALIC = "italic"
    CODE = "code"
    QUOTE = "quote"
    MARK = "mark"  # a word that was searched for


@dataclass(frozen=True, slots=True)
class Styled:
    """A styled place, offsets in code points of its text."""

    start: int
    end: int
    style: Style


@dataclass(frozen=True, slots=True)
class RichText:
    """A text and its styled places; add them up with `+`."""

    text: str = ""
    places: tuple[Styled, ...] = ()

    def __add__(self, other: RichText | str) -> RichText:
        more = plain(other)
        shift = len(self.text)
        moved = tuple(replace(p, start=p.start + shift, end=p.end + shift) for p in more.places)
        return RichText(self.text + more.text, self.places + moved)

    def __bool__(self) -> bool:
        return bool(self.text)

    def slice(self, start: int, end: int) -> RichText:
        """Cut out `text[start:end]` with the places inside, clipped at its edges."""
        places = tuple(
            Styled(max(p.start, start) - start, min(p.end, end) - start, p.style)
            for p in self.places
            if p.start < end and p.end > start
        )
        return RichText(self.text[start:end], places)


def plain(text: RichText | str) -> RichText:
    """Take text as it is."""
    return text if isinstance(text, RichText) else RichText(text)


def styled(text: str, style: Style) -> RichText:
    """Style a whole text."""
    return RichText(text, (Styled(0, len(text), style),) if text else ())


def bold(text: str) -> RichText:
    """Style as bold."""
    return styled(text, Style.BOLD)


def italic(text: str) -> RichText:
    """Style as italic."""
    return styled(text, Style.ITALIC)


def code(text: str) -> RichText:
    """Style as code: shown as it is, easy to copy."""
    return styled(text, Style.CODE)


def join(parts: Iterable[RichText | str], separator: str = "\n") -> RichText:
    """Join what is not empty."""
    texts: list[str] = []
    places: list[Styled] = []
    length = 0
    for part in map(plain, parts):
        if not part:
            continue
        if texts:
            texts.append(separator)
            length += len(separator)
        texts.append(part.text)
        places += [replace(p, start=p.start + length, end=p.end + length) for p in part.places]
        length += len(part.text)
    return RichText("".join(texts), tuple(places))


def utf16_units(text: str) -> int:
    """Count UTF-16 units, as Telegram's entities and Zalo's limits do."""
    return len(text) + sum(character > "\uffff" for character in text)


# Where a long text is cut, best first: between paragraphs, lines, sentences, words.
_BREAKS = tuple(re.compile(pattern) for pattern in (r"\n\s*\n", r"\n", r"(?<=[.!?;:…])\s", r"\s"))


def cut(rich: RichText, limit: int, measure: Measure = len) -> tuple[RichText, ...]:
    """Cut into parts that each measure at most `limit`; only white space at the cuts is left out.

    A part is never empty, and no surrogate pair or combining sequence is split unless one alone is
    longer than the limit.
    """
    parts: list[RichText] = []
    rest = _strip(rich)
    while measure(rest.text) > limit:
        at = _cut_point(rest.text, _longest_prefix(rest.text, limit, measure))
        parts.append(_strip(rest.slice(0, at)))
        rest = _strip(rest.slice(at, len(rest.text)))
    return tuple(part for part in (*parts, rest) if part)


def _strip(rich: RichText) -> RichText:
    stripped = rich.text.strip()
    if len(stripped) == len(rich.text):
        return rich
    start = rich.text.index(stripped) if stripped else 0
    return rich.slice(start, start + len(stripped))


def _longest_prefix(text: str, limit: int, measure: Measure) -> int:
    """Find how many code points fit: at most `limit`, fewer where some measure two."""
    count = min(limit, len(text))
    while (over := measure(text[:count]) - limit) > 0:
        count -= (over + 1) // 2  # a code point measures at most two
    return max(count, 1)


def _cut_point(text: str, most: int) -> int:
    """Choose the last good break in the second half of what fits, else a whole character's edge."""
    window = text[: most + 1]
    for pattern in _BREAKS:
        breaks = [m.start() for m in pattern.finditer(window, most // 2) if _is_boundary(text, m.end())]
        if breaks and 0 < breaks[-1] <= most:
            return breaks[-1]
    return _character_edge(text, most) or most


def _character_edge(text: str, at: int) -> int:
    """Go back to the last place that splits no character as people see it."""
    while at > 0 and not _is_boundary(text, at):
        at -= 1
    return at


def _is_boundary(text: str, at: int) -> bool:
    """Tell whether the characters on both sides of `at`, inside the text, stand for themselves."""
    return not (extends(text[at]) or text[at - 1] == "\u200d" or _is_flag(text[at - 1 : at + 1]))


def extends(character: str) -> bool:
    """Tell whether a character belongs to the one before it (accents, joiners, variants, skin tones)."""
    return (
        unicodedata.category(character) in ("Mn", "Me", "Mc")
        or character in "\u200d\ufe0e\ufe0f"
        or "\U0001f3fb" <= character <= "\U0001f3ff"  # skin tones
        or "\U000e0020" <= character <= "\U000e007f"  # tags that spell a region's flag
    )


def _is_flag(pair: str) -> bool:
    """Tell whether two letters may be one country's flag; a row of flags is kept together."""
    return all("\U0001f1e6" <= letter <= "\U0001f1ff" for letter in pair)


def shorten(text: str, most: int) -> str:
    """Fold white space, and shorten to `most` characters at a word's edge with an ellipsis.

    >>> shorten("Đẩy nhanh tiến độ", 12)
    'Đẩy nhanh…'
    """
    folded = " ".join(text.split())
    if len(folded) <= most:
        return folded
    head = folded[: most - 1]
    if folded[most - 1] != " ":
        head = head.rpartition(" ")[0] or folded[: _character_edge(folded, most - 1)]
    return head.rstrip(" ,;:-–") + "…"
