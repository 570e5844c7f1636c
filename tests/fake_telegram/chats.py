"""Methods about chats and who is in them, files, callback and inline queries, reactions."""

from __future__ import annotations

from typing import Any

from tests.fake_telegram.answers import answers
from tests.fake_telegram.errors import bad_request
from tests.fake_telegram.names import names
from tests.fake_telegram.requests import Call
from tests.fake_telegram.server import Server, find_message
from tests.fake_telegram.world import PRESENT, Chat, Json, User

LARGEST_DOWNLOAD = 20 << 20
MOST_RESULTS = 50
LONGEST_ANSWER = 200
REACTIONS = names(
    "👍 👎 ❤ 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 "
    "💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 "
    "😘 💊 🙊 😎 👾 🤷 😡"
)
PERMISSIONS = names(
    "can_send_messages can_send_audios can_send_documents can_send_photos can_send_videos "
    "can_send_video_notes can_send_voice_notes can_send_polls can_send_other_messages "
    "can_add_web_page_previews can_change_info can_invite_users can_pin_messages can_manage_topics "
    "can_edit_tag can_react_to_messages"
)
ADMIN_RIGHTS = names(
    "can_be_edited is_anonymous can_manage_chat can_delete_messages can_manage_video_chats "
    "can_restrict_members can_promote_members can_change_info can_invite_users can_post_stories "
    "can_edit_stories can_delete_stories can_send_welcome_messages"
)


def member_json(user: User, status: str) -> Json:
    """A ChatMember with the fields its status must have."""
    member: Json = {"user": user.to_json(), "status": status}
    match status:
        case "administrator":
            member |= dict.fromkeys(ADMIN_RIGHTS, True) | {"can_be_edited": False, "is_anonymous": False}
        case "creator":
            member["is_anonymous"] = False
        case "kicked":
            member["until_date"] = 0
    return member


def _people(server: Server, chat: Chat) -> dict[int, str]:
    if chat.user is not None:
        return {chat.user.id: "member", server.world.bot.id: "member"}
    return {**chat.members, server.world.bot.id: chat.bot_status}


def _user(server: Server, user_id: int) -> User:
    return server.world.bot if user_id == server.world.bot.id else server.world.users[user_id]


@answers("getChat")
def get_chat(server: Server, call: Call) -> Json:
    chat = server.find_chat(call.params["chat_id"])
    gifts = (
        "unlimited_gifts",
        "limited_gifts",
        "unique_gifts",
        "premium_subscription",
        "gifts_from_channels",
    )
    about: Json = {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(gifts, chat.user is not None),
    }
    if chat.is_group:
        about["permissions"] = dict.fromkeys(PERMISSIONS, True)
    return chat.to_json() | about


@answers("getChatMember")
def get_chat_member(server: Server, call: Call) -> Json:
    people = _people(server, server.find_chat(call.params["chat_id"]))
    user_id = call.params["user_id"]
    if user_id not in people and user_id not in server.world.users:
        raise bad_request("PARTICIPANT_ID_INVALID")
    return member_json(_user(server, user_id), people.get(user_id, "left"))


@answers("getChatAdministrators")
def get_chat_administrators(server: Server, call: Call) -> list[Json]:
    chat = server.find_chat(call.params["chat_id"])
    if chat.user is not None:
        raise bad_request("there are no administrators in the private chat")
    return [
        member_json(_user(server, user_id), status)
        for user_id, status in _people(server, chat).items()
        if status in {"administrator", "creator"} and user_id != server.world.bot.id
    ]


@answers("getChatMemberCount")
def get_chat_member_count(server: Server, call: Call) -> int:
    people = _people(server, server.find_chat(call.params["chat_id"]))
    return sum(status in PRESENT for status in people.values())


@answers("leaveChat")
def leave_chat(server: Server, call: Call) -> bool:
    chat = server.find_chat(call.params["chat_id"])
    if chat.user is not None:
        raise bad_request("chat member status can't be changed in private chats")
    chat.bot_status = "left"
    server.changed.fire()
    return True


# Files


@answers("getFile")
def get_file(server: Server, call: Call) -> Json:
    file = server.world.files.get(call.params["file_id"])
    if file is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if file.size > LARGEST_DOWNLOAD:
        raise bad_request("file is too big")
    about = {"file_id": file.id, "file_unique_id": file.unique_id, "file_size": file.size}
    return {**about, "file_path": file.path}


# Queries


@answers("answerCallbackQuery")
def answer_callback_query(server: Server, call: Call) -> bool:
    if len(call.params.get("text", "")) > LONGEST_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    query = server.find_query(call.params["callback_query_id"])
    query.answer = {key: value for key, value in call.params.items() if key != "callback_query_id"}
    server.changed.fire()
    return True


@answers("answerInlineQuery")
def answer_inline_query(server: Server, call: Call) -> bool:
    query, results = server.find_query(call.params["inline_query_id"]), call.params["results"]
    if not isinstance(results, list) or len(results) > MOST_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    ids = [_result_id(result) for result in results]
    if len(set(ids)) < len(ids):
        raise bad_request("RESULT_ID_DUPLICATE")
    query.answer = {key: value for key, value in call.params.items() if key != "inline_query_id"}
    server.changed.fire()
    return True


def _result_id(result: Any) -> str:
    for field in ("type", "id"):
        if not isinstance(result.get(field), str):
            raise bad_request(f"can't parse inline query result: Can't find field \"{field}\"")
    if not 1 <= len(result["id"].encode()) <= 64:
        raise bad_request("RESULT_ID_INVALID")
    if result["type"] == "article" and not result.get("title"):
        raise bad_request("ARTICLE_TITLE_EMPTY")
    if result["type"] == "article" and not result.get("input_message_content", {}).get("message_text"):
        raise bad_request("message text is empty")
    return str(result["id"])


# Reactions


@answers("setMessageReaction")
def set_message_reaction(server: Server, call: Call) -> bool:
    chat = server.open_chat(call.params["chat_id"])
    message = find_message(chat, call.params["message_id"], "react")
    reaction = call.params.get("reaction") or []
    if len(reaction) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    if any(one.get("type") != "emoji" or one.get("emoji") not in REACTIONS for one in reaction):
        raise bad_request("REACTION_INVALID")
    message.reactions = reaction
    server.changed.fire()
    return True
