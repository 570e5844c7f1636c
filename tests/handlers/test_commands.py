import inspect
import re

import pytest

from handlers.chat import Role
from handlers.commands import COMMANDS, Command, find_command
from handlers.texts import TEXTS

TYPED = [command for command in COMMANDS if command.typed]


def test_names_and_aliases_are_all_different() -> None:
    names = [name for command in COMMANDS for name in (command.name, command.alias)]

    assert len(names) == len(set(names))


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_names_are_what_telegram_takes(command: Command) -> None:
    assert re.fullmatch(r"[a-z][a-z0-9_]{0,31}", command.name)
    assert re.fullmatch(r"[a-z][a-z0-9_]{0,31}", command.alias)


@pytest.mark.parametrize("command", TYPED, ids=lambda command: command.name)
def test_each_command_has_one_line_of_help_in_both_languages(command: Command) -> None:
    for line in TEXTS[f"command.{command.name}"]:
        assert 3 <= len(line) <= 60
        assert "\n" not in line


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_each_command_has_a_handler_of_the_shared_signature(command: Command) -> None:
    assert inspect.iscoroutinefunction(command.handler)
    assert list(inspect.signature(command.handler).parameters) == ["request", "context", "arguments"]


def test_commands_are_found_by_name_and_alias_in_any_case() -> None:
    assert find_command("TASKS") is find_command("nhiemvu") is find_command("NhiemVu")
    assert find_command("nothing") is None


def test_what_looks_after_the_program_is_for_its_administrator() -> None:
    assert [command.name for command in COMMANDS if command.role is Role.ADMIN] == ["status"]
