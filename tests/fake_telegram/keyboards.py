"""Reply markup: what Telegram accepts below a message."""

from __future__ import annotations

from typing import Any

from tests.fake_telegram.entities import why_url_is_wrong
from tests.fake_telegram.errors import ApiError, bad_request, not_modelled
from tests.fake_telegram.names import names
from tests.fake_telegram.world import Json

ACTIONS = names(
    "url callback_data web_app login_url switch_inline_query switch_inline_query_current_chat "
    "switch_inline_query_chosen_chat copy_text callback_game pay"
)
LOOKS = frozenset({"text", "style", "icon_custom_emoji_id", "disabled"})
STYLES = frozenset({"primary", "success", "danger"})
MAX_BUTTONS = 100
MAX_ROW = 8
# Kind of markup: the fields it may have; every field but the rows and the placeholder is a Boolean.
KINDS = {
    "inline_keyboard": frozenset({"inline_keyboard", "force_reply"}),
    "keyboard": names(
        "keyboard is_persistent resize_keyboard one_time_keyboard input_field_placeholder selective "
        "force_reply"
    ),
    "remove_keyboard": frozenset({"remove_keyboard", "selective"}),
    "force_reply": frozenset({"force_reply", "input_field_placeholder", "selective"}),
}
_NOT_BOOLEAN = frozenset({"inline_keyboard", "keyboard", "input_field_placeholder"})


def check_markup(markup: Any, *, inline_only: bool = False) -> Json | None:
    """Refuse what Telegram refuses; an empty keyboard is no keyboard."""
    if markup is None:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if not markup:
        return None
    kind = next((kind for kind in KINDS if kind in markup), None)
    if kind is None or (inline_only and kind != "inline_keyboard"):
        raise bad_request("inline keyboard expected" if inline_only else "can't parse reply markup")
    _check_fields(markup, KINDS[kind])
    if kind in {"inline_keyboard", "keyboard"}:
        rows = _check_rows(kind, markup[kind])
        return {**markup, kind: rows} if rows else None
    return markup


def _check_fields(markup: Json, allowed: frozenset[str]) -> None:
    if unknown := markup.keys() - allowed:
        raise bad_request(f"can't parse reply markup: unknown field {min(unknown)!r}")
    for name in markup.keys() - _NOT_BOOLEAN:
        if not isinstance(markup[name], bool):
            raise bad_request(f'field "{name}" must be of type Boolean')


def _check_rows(kind: str, rows: Any) -> list[list[Any]]:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request(f'field "{kind}" must be of type Array')
    check = _check_inline_button if kind == "inline_keyboard" else _check_reply_button
    for row in rows:
        for button in row:
            check(button)
    if sum(map(len, rows)) > MAX_BUTTONS or any(len(row) > MAX_ROW for row in rows):
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    return [row for row in rows if row]


def _check_reply_button(button: Any) -> None:
    text = button.get("text") if isinstance(button, dict) else button
    if not isinstance(text, str) or not text:
        raise bad_request('can\'t parse keyboard button: Field "text" must be of type String')


def _button_error(words: str) -> ApiError:
    return bad_request(f"can't parse inline keyboard button: {words}")


def _check_inline_button(button: Any) -> None:
    if not isinstance(button, dict):
        raise _button_error("InlineKeyboardButton must be an Object")
    if "text" not in button:
        raise _button_error('Can\'t find field "text"')
    if not isinstance(button["text"], str):
        raise _button_error('Field "text" must be of type String')
    if not button["text"].strip():
        raise bad_request("inline keyboard button text must be non-empty")
    if unknown := button.keys() - ACTIONS - LOOKS:
        raise _button_error(f"unknown field {min(unknown)!r}")
    if button.get("style") not in STYLES | {None}:
        raise _button_error("Invalid button style specified")
    _check_action(button)


def _check_action(button: Json) -> None:
    actions = [name for name in ACTIONS & button.keys() if button[name] or name.startswith("switch_")]
    if not actions:
        raise _button_error("Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise _button_error("exactly one action is allowed in a button")
    _check_value(actions[0], button[actions[0]])


def _check_value(action: str, value: Any) -> None:
    match action:
        case "callback_data":
            if not isinstance(value, str) or len(value.encode()) > 64:
                raise bad_request("BUTTON_DATA_INVALID")
        case "url":
            if why := why_url_is_wrong(value):
                raise bad_request(f"inline keyboard button URL '{value}' is invalid: {why}")
        case "copy_text":
            if not 1 <= len(value.get("text", "")) <= 256:
                raise bad_request("BUTTON_COPY_TEXT_INVALID")
        case "switch_inline_query" | "switch_inline_query_current_chat":
            pass
        case _:
            raise not_modelled(f"{action} buttons")
