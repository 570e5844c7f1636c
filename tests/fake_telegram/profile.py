"""Methods about the bot itself: who it is, its updates, its commands, names and menu button."""

from __future__ import annotations

import re
from typing import Any

from tests.fake_telegram.answers import answers
from tests.fake_telegram.errors import bad_request
from tests.fake_telegram.requests import Call
from tests.fake_telegram.server import Server
from tests.fake_telegram.world import Json

# Kind of scope: the ids it must name.
SCOPES: dict[str, tuple[str, ...]] = {
    "default": (),
    "all_private_chats": (),
    "all_group_chats": (),
    "all_chat_administrators": (),
    "chat": ("chat_id",),
    "chat_administrators": ("chat_id",),
    "chat_member": ("chat_id", "user_id"),
}
MOST_COMMANDS = 100
LONGEST = {"name": 64, "description": 512, "short_description": 120}


@answers("getMe")
def get_me(server: Server, call: Call) -> Json:
    flags = ("can_connect_to_business", "has_main_web_app", "has_topics_enabled")
    return {
        **server.world.bot.to_json(),
        "can_join_groups": True,
        "can_read_all_group_messages": not server.privacy,
        "supports_inline_queries": True,
        **dict.fromkeys(flags, False),
    }


# Updates


@answers("getUpdates")
async def get_updates(server: Server, call: Call) -> list[Json]:
    return await server.updates.poll(call.params)


@answers("setWebhook")
def set_webhook(server: Server, call: Call) -> bool:
    return server.updates.set_webhook(call.params)


@answers("deleteWebhook")
def delete_webhook(server: Server, call: Call) -> bool:
    return server.updates.set_webhook({**call.params, "url": ""})


@answers("getWebhookInfo")
def get_webhook_info(server: Server, call: Call) -> Json:
    return server.updates.webhook_info()


# Commands


@answers("setMyCommands")
def set_my_commands(server: Server, call: Call) -> bool:
    key = _list_key(server, call.params)
    commands = call.params["commands"]
    if not isinstance(commands, list):
        raise bad_request("expected an Array of BotCommand")
    if len(commands) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    server.commands[key] = [_check_command(command) for command in commands]
    server.changed.fire()
    return True


@answers("getMyCommands")
def get_my_commands(server: Server, call: Call) -> list[Json]:
    return server.commands.get(_list_key(server, call.params), [])


@answers("deleteMyCommands")
def delete_my_commands(server: Server, call: Call) -> bool:
    server.commands.pop(_list_key(server, call.params), None)
    server.changed.fire()
    return True


def _check_command(command: Any) -> Json:
    for field in ("command", "description"):
        if not isinstance(command.get(field), str):
            raise bad_request(f"can't parse BotCommand: Can't find field \"{field}\"")
    name = command["command"].removeprefix("/")
    if not re.fullmatch(r"[a-z0-9_]{1,32}", name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(command["description"].strip()) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": command["description"].strip()}


def _list_key(server: Server, params: Json) -> tuple[str, str]:
    """The list's place: its scope with the ids, and its language."""
    scope, language = params.get("scope") or {"type": "default"}, params.get("language_code", "")
    kind = scope.get("type")
    if kind not in SCOPES:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    if language and not re.fullmatch(r"[a-z]{2}", language):
        raise bad_request("LANG_CODE_INVALID")
    if scope.keys() != {"type", *SCOPES[kind]}:
        raise bad_request(f"can't parse BotCommandScope: {kind} needs {SCOPES[kind]}, not {sorted(scope)}")
    return scope_name(kind, *_scope_ids(server, kind, scope)), language


def scope_name(kind: str, *ids: int) -> str:
    return " ".join([kind, *map(str, ids)])


def _scope_ids(server: Server, kind: str, scope: Json) -> list[int]:
    if not SCOPES[kind]:
        return []
    chat = server.find_chat(scope["chat_id"])
    if chat.user is not None and not chat.user.opened:
        raise bad_request("chat not found")
    if kind != "chat" and not chat.is_group:
        raise bad_request("can't use the scope outside of groups and supergroups")
    return [chat.id, *([int(scope["user_id"])] if "user_id" in scope else [])]


# Names and texts


@answers("setMyName", "setMyDescription", "setMyShortDescription")
def set_text(server: Server, call: Call) -> bool:
    field = _field_of(call.method)
    text = call.params.get(field, "")
    if len(text) > LONGEST[field]:
        raise bad_request(f"{field} is too long")
    server.profile[field, call.params.get("language_code", "")] = text
    return True


@answers("getMyName", "getMyDescription", "getMyShortDescription")
def get_text(server: Server, call: Call) -> Json:
    field = _field_of(call.method)
    default = server.world.bot.name if field == "name" else ""
    return {field: server.profile.get((field, call.params.get("language_code", "")), default)}


def _field_of(method: str) -> str:
    """setMyShortDescription is about short_description."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", method[len("setMy") :]).lower()


# Menu button


@answers("setChatMenuButton")
def set_chat_menu_button(server: Server, call: Call) -> bool:
    button = call.params.get("menu_button") or {"type": "default"}
    if button.get("type") not in {"default", "commands"}:
        raise bad_request("can't parse menu button: Unsupported type specified")
    if "chat_id" in call.params:
        server.open_chat(call.params["chat_id"]).menu_button = button
    else:
        server.menu_button = button
    return True


@answers("getChatMenuButton")
def get_chat_menu_button(server: Server, call: Call) -> Json:
    if "chat_id" in call.params:
        return server.open_chat(call.params["chat_id"]).menu_button
    return server.menu_button
