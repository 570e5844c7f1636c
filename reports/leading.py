r"""Write patterns anew so that each alternative begins with its letter: `re` then skips to such letters.

    \b(?:hội_nghị|họp)      →   (?:h(?<!\wh)ội_nghị|h(?<!\wh)ọp)
    (?<!bàn_)\bgiao\b       →   g(?<!bàn_g)(?<!\wg)iao\b

What is looked back at before the letter is looked back at behind it. Such a search takes half the time: `re`
tries a pattern that begins with anything but letters at every sign of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_SIGN = re.compile(
    r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]", re.DOTALL
)  # in escapes and classes brackets are none
_LETTERS = re.compile(r"(?:[^\W\d_]{1,2}|\\\W|[,;:\"])(?!\s*[?*+{])")
LONGEST_COPY = 400  # what follows a group is written once for each of its alternatives: not if it is long
_REPEATS = ("?", "*", "+", "{")
_TAKES = re.compile(r"(?<!\\)\((?:\?P<|(?!\?))")  # a group that is kept
_REPEAT = re.compile(r"\s*([?*+][?+]?|\{)")


def letters_first(pattern: str) -> str:
    """Write a verbose pattern so that it begins with letters, or leave it alone where it cannot be."""
    seen, opened = _looks_back(pattern)
    branches, rest = None, ""
    if len(_split(pattern)) == 1 and opened.startswith("(?:"):
        inside, rest = _group(opened)
        branches = None if rest.lstrip().startswith(_REPEATS) else _branches(inside, seen)
    if branches is None:
        branches, rest = _branches(pattern, []), ""
    return f"(?:{'|'.join(branches)}){rest}" if branches else pattern


def _branches(pattern: str, before: list[str]) -> list[str] | None:
    """Write the alternatives of a pattern, letter first; None where one does not begin with a letter."""
    return _all(_branch(alternative, before) for alternative in _split(pattern))


def _all(found: Iterable[list[str] | None]) -> list[str] | None:
    """Join what was found; None where nothing was found of one."""
    joined: list[str] = []
    for branches in found:
        if branches is None:
            return None
        joined += branches
    return joined or None


def _branch(alternative: str, before: list[str]) -> list[str] | None:
    seen, rest = _looks_back(alternative)
    seen = before + seen
    if rest.startswith("(?:"):
        options, rest = _options(rest)
        copied = [option + rest for option in options] if _may_be_copied(rest, len(options)) else []
        return _all(_branch(option, seen) for option in copied)
    letters = _LETTERS.match(rest)
    if not letters:
        return None
    return [letters[0] + "".join(f"{look}{letters[0]})" for look in seen) + rest[letters.end() :]]


def _options(pattern: str) -> tuple[list[str], str]:
    """Give what a group that opens a pattern may stand for ("" where it may be left out), and the rest."""
    inside, rest = _group(pattern)
    options, repeats = _split(inside), _REPEAT.match(rest)
    if repeats and repeats[1] == "?":
        return [*options, ""], rest[repeats.end() :]
    return ([] if repeats else options), rest


def _may_be_copied(rest: str, times: int) -> bool:
    return times == 1 or not rest.strip() or (len(rest) * times <= LONGEST_COPY and not _TAKES.search(rest))


def _looks_back(pattern: str) -> tuple[list[str], str]:
    r"""Take the looks back (`\b`, `(?<!…)`) off the beginning of a pattern; each is left open at its end."""
    seen: list[str] = []
    while (pattern := pattern.lstrip()).startswith(("\\b", "(?<!", "(?<=")):
        if pattern.startswith("\\b"):
            seen.append(r"(?<!\w")
            pattern = pattern[2:]
        else:
            inside, rest = _group(pattern)
            seen.append(f"{pattern[:4]}(?:{inside})")
            pattern = rest
    return seen, pattern


def _group(pattern: str) -> tuple[str, str]:
    """Give what stands inside the group that opens a pattern, without its opening sign, and the rest."""
    end = next(at for at, depth, sign in _signs(pattern) if sign == ")" and depth == 0)
    return pattern[4 if pattern.startswith("(?<") else 3 : end], pattern[end + 1 :]


def _split(pattern: str) -> list[str]:
    """Split a pattern into its alternatives."""
    bars = [at for at, depth, sign in _signs(pattern) if sign == "|" and depth == 0]
    return [pattern[a + 1 : b] for a, b in zip([-1, *bars], [*bars, len(pattern)], strict=True)]


def _signs(pattern: str) -> Iterator[tuple[int, int, str]]:
    """Find the brackets and bars of a pattern, each with how deep it stands."""
    depth = 0
    for sign in _SIGN.finditer(pattern):
        if sign[0] in "()|":
            depth -= sign[0] == ")"
            yield sign.start(), depth, sign[0]
            depth += sign[0] == "("
