"""Each rule against the example that it must match and the one that it must not."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import pytest

import reports
from reports.rules import Rule
from reports.text import Text, clean


def all_rules() -> Iterator[tuple[str, Rule[object]]]:
    for module in pkgutil.iter_modules(reports.__path__):
        if module.name == "__main__":
            continue
        for name, value in vars(importlib.import_module(f"reports.{module.name}")).items():
            if isinstance(value, tuple) and value and all(isinstance(row, Rule) for row in value):
                yield from ((f"{module.name}.{name}: {rule.name}", rule) for rule in value)


RULES = dict(all_rules())


def matches(rule: Rule[object], words: str) -> bool:
    text: Text = clean(words + " " * words.endswith(" "))
    return rule.search(text, 0, len(words)) is not None


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_a_rule_matches_its_example(rule: Rule[object]) -> None:
    assert matches(rule, rule.example)


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_a_rule_leaves_its_counter_example_alone(rule: Rule[object]) -> None:
    text = clean(rule.counter)

    assert rule.match(text, 0, len(text.clean)) is None


def test_there_are_many_rules_and_each_has_a_name_of_its_own() -> None:
    names = [name.split(": ")[1] for name in RULES]

    assert len(RULES) > 80
    assert all(name.strip() for name in names)
