"""Tell people what they can do here, and who they are for the settings."""

from __future__ import annotations

from handlers.chat import Reply, Request, Role
from handlers.context import Arguments, Context
from handlers.richtext import RichText, bold, code, join
from handlers.texts import Texts
from storage import reports


async def show_help(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer `/start` and `/help`: the commands of this person's role, with examples."""
    from handlers.commands import COMMANDS  # noqa: PLC0415 the table names this handler

    texts = context.texts
    lines = [
        f"/{command.name} /{command.alias}: {texts(f'command.{command.name}')}"
        for command in COMMANDS
        if command.typed and command.may_use(request) and command.name != "start"
    ]
    return Reply(
        join(
            [
                bold(texts("help.title")),
                texts("help.role", role=role_name(request.role, texts)),
                join(lines),
                join([bold(texts("help.examples")), *_examples(request.role, texts)]),
                await _first_step(request, context),
            ],
            "\n\n",
        )
    )


def _examples(role: Role, texts: Texts) -> list[RichText | str]:
    """Give examples; as code they are copied whole, a chat would send only their first word when tapped."""
    asked: list[RichText | str] = [
        *(code(example) for example in ("/tasks 12", "/search bao hiem y te", "12.3")),
        texts("help.example.official"),
    ]
    return asked + ([texts("help.example.staff")] if role >= Role.STAFF else [])


async def _first_step(request: Request, context: Context) -> str:
    """Tell a stranger at an empty console how to see something."""
    from handlers.commands import find_command  # noqa: PLC0415 the table names this handler

    demo = find_command("demo")
    if demo and demo.may_use(request) and not await reports.count(context.session):
        return context.texts("help.empty_book")
    return ""


async def whoami(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer `/whoami`: ids as they go into the settings, and the role here."""
    texts = context.texts
    place = request.place
    group = f"{place.platform}:{place.chat}"
    return Reply(
        join(
            [
                texts("whoami.person", identity=request.sender.identity),
                "" if place.private else texts("whoami.group", identity=group),
                texts("whoami.role", role=role_name(request.role, texts)),
                "" if request.role > Role.UNKNOWN else texts("whoami.send"),
            ]
        )
    )


def unknown_person(request: Request, texts: Texts) -> Reply:
    """Tell somebody without a role their id, and nothing else."""
    return Reply(RichText(texts("unknown.person", identity=request.sender.identity)))


def role_name(role: Role, texts: Texts) -> str:
    """Name a role."""
    return texts(f"role.{role.name.lower()}")
