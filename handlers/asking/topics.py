"""Find what is left of a question as its topics: words that stand side by side in the book."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from handlers.asking import forms, words
from handlers.asking.bodies import heads
from handlers.asking.phrasing import Parsed, Said
from handlers.asking.reading import Intent, Reading
from handlers.asking.tokens import Token
from handlers.asking.words import phrases_in
from reports.folding import fold
from storage import items
from storage import search as texts_with
from storage.db import Session
from storage.itemkeys import Kind

_DONE = frozenset({"xu ly", "giai quyet", "khac phuc", "lo lieu", "dam trach", "tiep nhan", "dam duong"})
"""What may be done of anything."""
_HEADS_OF_NAMES = frozenset(
    ["duong", "cau", "cho", "suoi", "ho", "kenh", "truong", "xa", "phuong", "thon", "ap"]
)
"""What stands before the name of a place or a school."""
_DOING = frozenset({"lam", "thuc hien", "trien khai", "lo lieu"})
"""What is done of any task."""
_CLASSIFIERS = phrases_in(
    "chuyện, phần, mảng, lĩnh vực, khâu, vụ, vụ việc, vấn đề, mục, khoản, mặt, công việc, mức, mức độ, sự, "
    "số liệu, con số, công tác, việc, nội dung, tình hình, đầu việc, việc làm"
)
"""Words before a topic that say nothing of it, where no item has them there: "chuyện hiến đất"."""


async def with_topics(
    session: Session,
    reading: Reading,
    parsed: Parsed,
    parts: Sequence[Sequence[Token]],
    pairs: frozenset[str],
) -> Reading | None:
    """Add to a reading what it is about; None where that leaves out what was said."""
    topics: list[str] = []
    typed: list[str] = []
    light: list[str] = []
    for part in parts:
        for chain in await _without_classifiers(session, _chains(parsed, part, pairs)):
            if reading.kinds == (Kind.TASK,) and " ".join(token.word for token in chain) in _DOING:
                continue
            trimmed = await _trimmed(session, parsed, chain)
            if trimmed is None:
                return None
            words_of = " ".join(token.word for token in trimmed)
            topics += [words_of] if trimmed else []
            light += [words_of] if trimmed and _says_what_is_done(parsed, trimmed) else []
            typed += [" ".join(token.typed for token in trimmed)] if trimmed else []
    accented = tuple(words for words in dict.fromkeys(typed) if not words.isascii())
    return replace(reading, topic=tuple(dict.fromkeys(topics)), typed=accented, light=tuple(light))


async def _without_classifiers(session: Session, chains: list[list[Token]]) -> list[list[Token]]:
    """Leave out the words before a topic that say nothing of it."""
    left: list[list[Token]] = []
    chains = _joined_classifiers(chains)
    for at, chain in enumerate(chains):
        size = 0 if left else _classifier(chain)
        behind = chain[size:] or (chains[at + 1] if at + 1 < len(chains) else [])
        if size and (not behind or await _goes_with(session, chain[:size], chain, behind[0])):
            size = 0
        if size < len(chain):
            left.append(chain[size:])
    return left


def _joined_classifiers(chains: list[list[Token]]) -> list[list[Token]]:
    """Join two words of one classifier that stand side by side nowhere in the book: "lĩnh vực"."""
    joined: list[list[Token]] = []
    for chain in chains:
        before = joined[-1] if joined else []
        if len(before) == 1 and _classifier([*before, chain[0]]) == len(before) + 1:
            joined[-1] = [*before, *chain]
        else:
            joined.append(chain)
    return joined


async def _goes_with(session: Session, some: Sequence[Token], chain: Sequence[Token], behind: Token) -> bool:
    """Tell whether words that may say nothing are of a topic: an item has them there, or a text before it."""
    if len(chain) > len(some) and await _stands_somewhere(session, chain):
        return True
    together = " ".join(token.word for token in (*some, behind))
    return bool(await texts_with.matching(session, f'"{together}"', 1))


def _classifier(chain: Sequence[Token]) -> int:
    """Count the words of a classifier with which a topic begins; "vụ mùa" is one word."""
    for size in (2, 1):
        some = chain[:size]
        beside = " ".join(token.word for token in chain[size - 1 : size + 1])
        if len(some) == size and not (len(chain) > size and beside in forms.joined_pairs()):
            plain = " ".join(token.word for token in some)
            for written in _CLASSIFIERS:
                if plain == fold(written) and all(
                    words.same_word(token.typed, word)
                    for token, word in zip(some, written.split(), strict=True)
                ):
                    return size
    return 0


def _says_what_is_done(parsed: Parsed, chain: Sequence[Token]) -> bool:
    """Tell whether words right behind "ai" say only that something is done: "ai xử lý"."""
    at = parsed.place(chain[0])
    asked = any(said.end == at and said.meanings == (Intent.WHO,) for said in parsed.said)
    return asked and " ".join(token.word for token in chain) in _DONE


async def _trimmed(session: Session, parsed: Parsed, chain: Sequence[Token]) -> list[Token] | None:
    """Take words off a topic that say what they say; None where one of them says more than nothing."""
    least = [at for at, token in enumerate(chain) if parsed.place(token) not in parsed.given_back]
    if not least:
        off = chain
        kept: Sequence[Token] = ()
    else:
        first, last = least[0], least[-1] + 1
        spans = [(a, b) for a in range(first + 1) for b in range(len(chain), last - 1, -1)]
        spans.sort(key=lambda span: span[0] - span[1])
        for a, b in spans:
            if (a, b) == (first, last) or await _stands_somewhere(session, chain[a:b]):
                first, last = a, b
                break
        kept, off = chain[first:last], [*chain[:first], *chain[last:]]
    if any(_tells(parsed.given_back[parsed.place(token)]) for token in off):
        return None
    return [] if all(words.is_soft(token.typed) for token in kept) else list(kept)


async def _stands_somewhere(session: Session, chain: Sequence[Token]) -> bool:
    """Tell whether words stand side by side in an item, or in the name of a body: "Nguyễn Du"."""
    if await items.exists(session, _phrase(chain)):
        return True
    name = " ".join(token.word for token in chain)
    return " " in name and await items.is_named(session, "body", name)


def _phrase(chain: Sequence[Token]) -> str:
    return 'words : "' + " ".join(token.word for token in chain) + '"'


def _tells(said: Said) -> bool:
    return not {words.NOTHING, words.OWNER, words.HONORIFIC, words.REST, Kind.TASK} & set(said.meanings)


def _chains(parsed: Parsed, part: Sequence[Token], pairs: frozenset[str]) -> list[list[Token]]:
    """Cut words where two stand side by side that do so nowhere in the book."""
    chains = [[part[0]]]
    for at, (before, token) in enumerate(pairwise(part), 1):
        together = f"{before.word} {token.word}"
        known = together in pairs or together in forms.joined_pairs() or _is_ordinal(parsed, before, token)
        named = token.capital and (before.capital or before.word in _HEADS_OF_NAMES)
        if named or ((known or token.form == "") and not _begins_name(part, at)):
            chains[-1].append(token)
        else:
            chains.append([token])
    return chains


_SESSIONS = frozenset({"hop", "ky", "phien", "lan"})


def _is_ordinal(parsed: Parsed, first: Token, second: Token) -> bool:
    """Tell whether two words number a session: "kỳ họp thứ Hai"."""
    if first.word != "thu" or second.word not in words.ORDINALS:
        return False
    at = parsed.place(first)
    return at > 0 and parsed.tokens[at - 1].word in _SESSIONS


def _begins_name(part: Sequence[Token], at: int) -> bool:
    """Tell "thi công | trường Nguyễn Du" from "công trường", by the capital behind the word."""
    goes_on = at + 1 < len(part) and part[at + 1].capital and not part[at].capital
    whole = " ".join(token.word for token in part[max(at - 2, 0) : at]) in words.compounds()
    return goes_on and whole and part[at].word in heads()
