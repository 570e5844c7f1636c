"""The table of methods against aiogram's own description of the Bot API."""

from __future__ import annotations

import aiogram.methods
import aiogram.types
import pytest
from aiogram.enums import ChatAction, MessageEntityType
from aiogram.methods import TelegramMethod
from aiogram.types.base import TelegramObject

from tests.fake_telegram import entities, keyboards, messages, server, table
from tests.fake_telegram.answers import ANSWERS

DESCRIBED = {
    described.__api_method__: described
    for described in vars(aiogram.methods).values()
    if isinstance(described, type)
    and issubclass(described, TelegramMethod)
    and described is not TelegramMethod
}


def test_every_method_of_the_bot_api_is_known() -> None:
    assert {name.lower() for name in DESCRIBED} == table.METHODS.keys() | table.KNOWN_BUT_MISSING.keys()


def test_every_method_of_the_table_has_an_answer() -> None:
    assert ANSWERS.keys() == table.PARAMETERS.keys()


@pytest.mark.parametrize("method", table.PARAMETERS)
def test_every_parameter_of_a_method_exists(method: str) -> None:
    assert table.PARAMETERS[method] <= DESCRIBED[method].model_fields.keys()


@pytest.mark.parametrize("method", table.PARAMETERS)
def test_the_same_parameters_are_required(method: str) -> None:
    required = {name for name, field in DESCRIBED[method].model_fields.items() if field.is_required()}
    # aiogram leaves the text of an edit open, for rich messages; those the fake does not model.
    assert set(table.REQUIRED[method]) - {"text"} == required - {"text"}


def test_every_kind_of_update_is_known() -> None:
    kinds = aiogram.types.Update.model_fields.keys() - {"update_id"}
    assert set(table.UPDATE_KINDS) == kinds


def test_every_field_of_an_inline_button_is_known() -> None:
    assert aiogram.types.InlineKeyboardButton.model_fields.keys() == keyboards.ACTIONS | keyboards.LOOKS


@pytest.mark.parametrize(
    ("kind", "described"),
    [
        ("inline_keyboard", aiogram.types.InlineKeyboardMarkup),
        ("keyboard", aiogram.types.ReplyKeyboardMarkup),
        ("remove_keyboard", aiogram.types.ReplyKeyboardRemove),
        ("force_reply", aiogram.types.ForceReply),
    ],
)
def test_every_field_of_a_markup_is_known(kind: str, described: type[TelegramObject]) -> None:
    assert described.model_fields.keys() == keyboards.KINDS[kind]


def test_every_field_and_kind_of_an_entity_is_known() -> None:
    assert aiogram.types.MessageEntity.model_fields.keys() == entities.ENTITY_KEYS
    assert {kind.value for kind in MessageEntityType} == entities.FORMATS | entities.FOUND_BY_TELEGRAM


def test_every_field_of_an_answer_and_of_a_preview_is_known() -> None:
    answered = aiogram.types.ReplyParameters.model_fields.keys()
    assert answered >= server.REPLY_FIELDS
    assert aiogram.types.LinkPreviewOptions.model_fields.keys() == messages.PREVIEW_FIELDS


def test_every_chat_action_is_known() -> None:
    assert {action.value for action in ChatAction} == messages.CHAT_ACTIONS
