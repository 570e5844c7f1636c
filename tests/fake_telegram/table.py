"""Which methods there are, and which parameters each takes.

The names are facts of the Bot API (10.3); the rows are our own. A `!` marks what is required.
"""

from __future__ import annotations

from tests.fake_telegram.names import names

_PLACE = "message_thread_id disable_notification protect_content reply_parameters"
_SEND = f"chat_id! {_PLACE} reply_markup"
_CAPTION = "caption parse_mode caption_entities"
_FILE = f"{_SEND} {_CAPTION}"
_EDIT = "chat_id message_id reply_markup"
_LIST = "scope language_code"

_ROWS = {
    "getMe": "",
    "getUpdates": "offset limit timeout allowed_updates",
    "setWebhook": "url! max_connections allowed_updates drop_pending_updates secret_token",
    "deleteWebhook": "drop_pending_updates",
    "getWebhookInfo": "",
    "sendMessage": f"{_SEND} text! parse_mode entities link_preview_options",
    "sendDocument": f"{_FILE} document! thumbnail disable_content_type_detection",
    "sendPhoto": f"{_FILE} photo! show_caption_above_media has_spoiler",
    "sendVoice": f"{_FILE} voice! duration",
    "sendMediaGroup": f"chat_id! {_PLACE} media!",
    "sendChatAction": "chat_id! action! message_thread_id",
    "editMessageText": f"{_EDIT} text! parse_mode entities link_preview_options",
    "editMessageCaption": f"{_EDIT} {_CAPTION} show_caption_above_media",
    "editMessageReplyMarkup": _EDIT,
    "deleteMessage": "chat_id! message_id!",
    "deleteMessages": "chat_id! message_ids!",
    "forwardMessage": "chat_id! from_chat_id! message_id! message_thread_id disable_notification "
    "protect_content",
    "copyMessage": f"{_SEND} from_chat_id! message_id! {_CAPTION} show_caption_above_media",
    "getFile": "file_id!",
    "answerCallbackQuery": "callback_query_id! text show_alert url cache_time",
    "answerInlineQuery": "inline_query_id! results! cache_time is_personal next_offset button",
    "setMyCommands": f"commands! {_LIST}",
    "getMyCommands": _LIST,
    "deleteMyCommands": _LIST,
    "setMyName": "name language_code",
    "getMyName": "language_code",
    "setMyDescription": "description language_code",
    "getMyDescription": "language_code",
    "setMyShortDescription": "short_description language_code",
    "getMyShortDescription": "language_code",
    "setMessageReaction": "chat_id! message_id! reaction is_big",
    "getChat": "chat_id!",
    "getChatMember": "chat_id! user_id!",
    "getChatAdministrators": "chat_id!",
    "getChatMemberCount": "chat_id!",
    "leaveChat": "chat_id!",
    "setChatMenuButton": "chat_id menu_button",
    "getChatMenuButton": "chat_id",
}

PARAMETERS = {name: frozenset(row.replace("!", "").split()) for name, row in _ROWS.items()}
REQUIRED = {name: [p[:-1] for p in row.split() if p.endswith("!")] for name, row in _ROWS.items()}

# Parameters the Bot API knows and the fake does not model: answered 501, not silently ignored.
UNMODELLED_PARAMETERS = names(
    "business_connection_id direct_messages_topic_id inline_message_id allow_paid_broadcast "
    "message_effect_id suggested_post_parameters ephemeral_message_parameters receiver_user_id rich_message "
    "video_start_timestamp certificate ip_address return_bots"
)

INTEGERS = names(
    "offset limit timeout max_connections message_thread_id message_id user_id duration cache_time"
)
BOOLEANS = names(
    "drop_pending_updates disable_notification protect_content disable_content_type_detection "
    "show_caption_above_media has_spoiler show_alert is_personal is_big"
)
OBJECTS = names(
    "allowed_updates entities caption_entities link_preview_options reply_parameters reply_markup media "
    "message_ids results button commands scope reaction menu_button"
)

# What the server says when a required parameter is missing; else 'parameter "…" is required'.
MISSING = {
    "chat_id": "chat_id is empty",
    "from_chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "message_ids": "message identifiers are not specified",
    "user_id": "invalid user_id specified",
    "file_id": "file_id not specified",
    "action": "wrong parameter action in request",
    "document": "there is no document in the request",
    "photo": "there is no photo in the request",
    "voice": "there is no voice in the request",
}

_OTHER_METHODS = """
addStickerToSet answerChatJoinRequestQuery answerGuestQuery answerPreCheckoutQuery answerShippingQuery
answerWebAppQuery approveChatJoinRequest approveSuggestedPost banChatMember banChatSenderChat close
closeForumTopic closeGeneralForumTopic convertGiftToStars copyMessages createChatInviteLink
createChatSubscriptionInviteLink createForumTopic createInvoiceLink createNewStickerSet declineChatJoinRequest
declineSuggestedPost deleteAllMessageReactions deleteBusinessMessages deleteChatPhoto deleteChatStickerSet
deleteEphemeralMessage deleteForumTopic deleteMessageReaction deleteStickerFromSet
deleteStickerSet deleteStory
editChatInviteLink editChatSubscriptionInviteLink editEphemeralMessageCaption editEphemeralMessageMedia
editEphemeralMessageReplyMarkup editEphemeralMessageText editForumTopic editGeneralForumTopic
editMessageChecklist editMessageLiveLocation editMessageMedia editStory editUserStarSubscription
exportChatInviteLink forwardMessages getAvailableGifts getBusinessAccountGifts getBusinessAccountStarBalance
getBusinessConnection getChatGifts getCustomEmojiStickers getForumTopicIconStickers getGameHighScores
getManagedBotAccessSettings getManagedBotToken getMyDefaultAdministratorRights getMyStarBalance
getStarTransactions getStickerSet getUserChatBoosts getUserGifts getUserPersonalChatMessages
getUserProfileAudios getUserProfilePhotos giftPremiumSubscription hideGeneralForumTopic logOut pinChatMessage
postStory promoteChatMember readBusinessMessage refundStarPayment removeBusinessAccountProfilePhoto
removeChatVerification removeMyProfilePhoto removeUserVerification reopenForumTopic reopenGeneralForumTopic
replaceManagedBotToken replaceStickerInSet repostStory restrictChatMember revokeChatInviteLink
savePreparedInlineMessage savePreparedKeyboardButton sendAnimation sendAudio sendChatJoinRequestWebApp
sendChecklist sendContact sendDice sendGame sendGift sendInvoice sendLivePhoto sendLocation sendMessageDraft
sendPaidMedia sendPoll sendRichMessage sendRichMessageDraft sendSticker sendVenue sendVideo sendVideoNote
setBusinessAccountBio setBusinessAccountGiftSettings setBusinessAccountName setBusinessAccountProfilePhoto
setBusinessAccountUsername setChatAdministratorCustomTitle setChatDescription setChatMemberTag
setChatPermissions setChatPhoto setChatStickerSet setChatTitle setCustomEmojiStickerSetThumbnail setGameScore
setManagedBotAccessSettings setMyDefaultAdministratorRights setMyProfilePhoto setPassportDataErrors
setStickerEmojiList setStickerKeywords setStickerMaskPosition setStickerPositionInSet setStickerSetThumbnail
setStickerSetTitle setUserEmojiStatus stopMessageLiveLocation stopPoll transferBusinessAccountStars
transferGift unbanChatMember unbanChatSenderChat unhideGeneralForumTopic unpinAllChatMessages
unpinAllForumTopicMessages unpinAllGeneralForumTopicMessages unpinChatMessage upgradeGift uploadStickerFile
verifyChat verifyUser
"""

# Method names are read without regard to case, as the real server does.
METHODS = {name.lower(): name for name in PARAMETERS}
KNOWN_BUT_MISSING = {name.lower(): name for name in _OTHER_METHODS.split()}

UPDATE_KINDS = names(
    "message edited_message channel_post edited_channel_post business_connection business_message "
    "edited_business_message deleted_business_messages message_reaction message_reaction_count inline_query "
    "chosen_inline_result callback_query shipping_query pre_checkout_query purchased_paid_media poll "
    "poll_answer my_chat_member chat_member chat_join_request chat_boost removed_chat_boost "
    "guest_message managed_bot subscription stopped_message_generation"
)
ONLY_ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
