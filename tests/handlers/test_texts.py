"""The table of sentences: each is used, each used one is there, both languages say the same."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from bot.links.problems import Problem as LinkProblem
from documents.model import Problem
from handlers.chat import Role
from handlers.commands import COMMANDS
from handlers.correcting.fields import FIELDS
from handlers.exports.as_xlsx import SHEETS
from handlers.exports.making import Format
from handlers.overtime.versus import GONE, NEW
from handlers.texts import TEXTS, Texts
from reports.acceptance import Unfit
from reports.comparing import COMPARED, Verdict
from reports.edits import LISTS
from reports.model import DeadlineKind, PersonRole, TargetStatus, WarningKind
from storage.changes import Action
from storage.drafts import DraftState
from storage.search import Closeness

ROOT = Path(__file__).parents[2]
SOURCES = [*(ROOT / "handlers").rglob("*.py"), *(ROOT / "bot").rglob("*.py")]
_LOOKS_LIKE_A_KEY = re.compile(r"[a-z]+\.[a-z_.]+")

FAMILIES = {
    "command": [command.name for command in COMMANDS if command.typed],
    "platform": ["zalo", "zalo_oa"],
    "role": [role.name.lower() for role in Role],
    "status": [*TargetStatus, "none"],
    "draft": [state for state in DraftState if state is not DraftState.REFUSED],
    "people": list(PersonRole),
    "warning": list(WarningKind),
    "search": [Closeness.NEAR, Closeness.ALL],
    "file": [*Problem, *Unfit, *LinkProblem, "unavailable", "not_there"],
    "refused": list(Unfit),
    "button": [*(known for known in Format if known is not Format.DOCX), "notice", "report_file"],
    "cell": [*DeadlineKind, "limitation", "cause", "strength"],
    "column": [column.name for table in SHEETS for column in table.columns],
    "export": list(Format),
    "sheet": [table.name for table in SHEETS],
    "figure": ["actual", "plan_ratio", "change", "goal"],
    "field": [*LISTS.values(), *{field.name for fields in FIELDS.values() for field in fields}],
    "item": list(LISTS.values()),
    "history": list(Action),
    "supplement": ["changed", "added", "dropped"],
    "change": [*Verdict, "unit", "period", "risen", "fallen"],
    "chart": list(COMPARED),
    "group": [*Verdict, NEW, GONE],
    "example": list({field.sample or field.name for fields in FIELDS.values() for field in fields}),
}


def calls() -> Iterator[ast.expr]:
    """Yield what is asked of the table: the first argument of texts(…) and Mistake(…)."""
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and _name(node.func) in ("texts", "Mistake"):
                yield from _either(node.args[0])


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _either(argument: ast.expr) -> Iterator[ast.expr]:
    if isinstance(argument, ast.IfExp):
        yield from (argument.body, argument.orelse)
    else:
        yield argument


def literals() -> Iterator[str]:
    """Yield every string of the program that may be a key, and the beginning of every composed one."""
    for path in SOURCES:
        if path.name in ("texts.py", "words.py"):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_every_sentence_asked_for_is_there() -> None:
    asked = {call.value for call in calls() if isinstance(call, ast.Constant)}

    assert len(asked) > 80
    assert asked <= TEXTS.keys()


@pytest.mark.parametrize("family", FAMILIES)
def test_every_member_of_a_family_has_its_sentence(family: str) -> None:
    assert {f"{family}.{member}" for member in FAMILIES[family]} <= TEXTS.keys()


def test_no_sentence_is_left_unused() -> None:
    used = set(literals())
    composed = {f"{family}.{member}" for family, members in FAMILIES.items() for member in members}
    fields = {key for key in TEXTS if key.startswith(("field.", "section."))}

    assert TEXTS.keys() - used - composed - fields == set()


@pytest.mark.parametrize("key", TEXTS)
def test_both_languages_have_the_same_places_to_fill(key: str) -> None:
    vietnamese, english = TEXTS[key]

    assert vietnamese
    assert english
    assert placeholders(vietnamese) == placeholders(english)


@pytest.mark.parametrize("key", TEXTS)
def test_commands_named_in_a_sentence_exist(key: str) -> None:
    names = {name for command in COMMANDS for name in (command.name, command.alias)}
    for text in TEXTS[key]:
        assert set(re.findall(r"(?<![\w/}])/([a-z]{3,})(?!\w)", text)) <= names | {"chị"}


def test_a_sentence_is_filled_in_as_it_is() -> None:
    assert Texts("en")("error.number", given="{0}", command="tasks") == (
        "“{0}” is no report number. Example: /tasks 12"
    )


def test_a_sentence_that_is_not_there_is_a_fault() -> None:
    with pytest.raises(KeyError):
        Texts("vi")("no.such_sentence")
