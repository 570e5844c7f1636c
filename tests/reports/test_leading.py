"""A pattern written letters first finds what it found before."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reports.folding import fold
from reports.leading import letters_first
from reports.rules import expand
from reports.text import clean

from .test_rules import all_rules

READ = [
    clean(path.read_text(encoding="utf-8")) for path in sorted(Path(__file__).parent.glob("examples/*.txt"))
]
LOWERED = {False: [text.low for text in READ], True: [fold(text.low) for text in READ]}


@pytest.mark.parametrize(
    ("pattern", "written"),
    [
        (r"\b(?:hội|họp)\b", r"(?:hộ(?<!\whộ)i|họ(?<!\whọ)p)\b"),
        (r"(?<!bàn\ )\bgiao", r"(?:gi(?<!(?:bàn\ )gi)(?<!\wgi)ao)"),
        (r"sẽ | (?:cần|phải)\ làm | ,\ ", r"(?:sẽ |cần\ làm |phải\ làm |,\ )"),
        (r"a(?:bc|bd)", r"(?:a(?:bc|bd))"),
        (r"\b(?:đã|sẽ)? họp", r"(?:đã(?<!\wđã) họp|sẽ(?<!\wsẽ) họp|họ(?<!\whọ)p)"),
        (r"(?:đã|(?<!sẽ)) họp", r"(?:đã họp|họ(?<!(?:sẽ)họ)p)"),
    ],
)
def test_the_letter_comes_before_what_is_looked_back_at(pattern: str, written: str) -> None:
    assert letters_first(pattern) == written


@pytest.mark.parametrize(
    "pattern", [r"\b(?:đã\ )*họp", r"(?:đã\ )??họp", r"\d+", "a|", "x?y", r"(?:a|b)?(c)", "[ab]c", ".*a"]
)
def test_what_does_not_begin_with_letters_stays(pattern: str) -> None:
    assert letters_first(pattern) == pattern


@pytest.mark.parametrize("pattern", [r"\b(?:a(?P<x>b)|c)(?P<y>d)", r"(?:a|b)(?P<x>c)|d"])
def test_groups_keep_their_names(pattern: str) -> None:
    assert re.compile(letters_first(pattern)).groupindex == re.compile(pattern).groupindex


@pytest.mark.parametrize("bare", [False, True])
def test_every_rule_finds_the_same(bare: bool) -> None:
    changed = 0
    for _, rule in all_rules():
        plain = expand(rule.pattern, bare=bare)
        written = letters_first(plain)
        if written == plain:
            continue
        changed += 1
        before, now = re.compile(plain, re.VERBOSE), re.compile(written, re.VERBOSE)
        for text in (fold(rule.example) if bare else rule.example, *LOWERED[bare]):
            found = [(match.span(), match.groups()) for match in before.finditer(text)]
            assert [(match.span(), match.groups()) for match in now.finditer(text)] == found, rule.name
    assert changed > 50
