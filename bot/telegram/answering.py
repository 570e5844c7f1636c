"""Answer stored updates: each in its chat's order, with its mark and its replies in one transaction."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from typing import Any

from telegram import ChatMember, InlineQueryResultsButton, Message, Update
from telegram.constants import ChatType
from telegram.error import TelegramError
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackContext,
    CallbackQueryHandler,
    ChatMemberHandler,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from bot.beside import Beside
from bot.links.opening import LinkOpener
from bot.patience import Patience
from bot.pauses import Pauses
from bot.service import Service, Settle
from bot.telegram import PLATFORM
from bot.telegram.client import RawBot
from bot.telegram.files import Files
from bot.telegram.inline import START, articles, inline_request
from bot.telegram.links import Links
from bot.telegram.menus import Menus
from bot.telegram.messages import keep, payloads
from bot.telegram.order import Pause, PerChatProcessor
from bot.telegram.telling import Telling
from bot.telegram.updates import button_request, message_request
from bot.telegram.uploads import sendable
from documents.opening import Opener
from handlers.chat import Place, Request
from handlers.posting import Replies
from storage import drafts, inbox, outbox, people
from storage.db import Session
from storage.inbox import Incoming

log = logging.getLogger(__name__)

Context = CallbackContext[Any, Any, Any, Any]
App = Application[Any, Any, Any, Any, Any, Any]


class Answering:
    """Hands each update to the handler of its kind, and its replies to the outbox."""

    def __init__(  # noqa: PLR0913, PLR0917 wired once, in the runner
        self,
        service: Service,
        bot: RawBot,
        menus: Menus,
        pauses: Pauses,
        beside: Beside,
        wake_outbox: Callable[[], None],
        opener: Opener,
        link_opener: LinkOpener,
        patience: Patience,
    ):
        self._service = service
        self._database = service.database
        self._bot = bot
        self._menus = menus
        self._pauses = pauses
        self._beside = beside
        self._wake_outbox = wake_outbox
        self._in_hand: dict[int, int] = {}  # update id -> row of the inbox
        processor = PerChatProcessor()
        self._telling = Telling(bot, patience)
        self._files = Files(bot, opener, service.texts, processor, self._telling, patience)
        self._links = Links(link_opener, service.texts, processor, self._telling)
        self.application: App = (
            ApplicationBuilder().bot(bot).updater(None).concurrent_updates(processor).build()
        )
        self.application.add_handlers(
            [
                MessageHandler(filters.UpdateType.MESSAGE, self._on_message),
                MessageHandler(filters.UpdateType.EDITED_MESSAGE, self._on_edit),
                CallbackQueryHandler(self._on_button),
                InlineQueryHandler(self._on_inline),
                ChatMemberHandler(self._on_membership, ChatMemberHandler.MY_CHAT_MEMBER),
            ]
        )
        self.application.add_error_handler(self._on_error)

    async def handle(self, incoming: Incoming) -> None:
        """Handle one stored update, and mark it even where no handler cared for it."""
        kept = json.loads(incoming.payload)
        if "pause" in kept:
            pause = Pause(kept["chat"], kept["pause"])
            await self.application.update_processor.process_update(pause, self._on_pause(pause, incoming.id))
            return
        try:
            update = Update.de_json(kept["update"], self._bot)
        except Exception:
            log.exception("update %s cannot be read", incoming.update_id)
            await self._finish(incoming.id, failed=True)
            return
        self._in_hand[update.update_id] = incoming.id
        await self.application.update_processor.process_update(
            update, self.application.process_update(update)
        )
        if update.update_id in self._in_hand:
            await self._finish(self._in_hand.pop(update.update_id))

    async def _finish(self, row: int, *, failed: bool = False) -> None:
        async with self._database.session() as session:
            await inbox.finish(session, row, self._service.clock(), failed=failed)

    async def _on_message(self, update: Update, _: Context) -> None:
        message = update.message
        if message is None:
            return
        if message.migrate_to_chat_id:
            await self._move_chat(message.chat.id, message.migrate_to_chat_id, update)
        elif message.migrate_from_chat_id:
            await self._move_chat(message.migrate_from_chat_id, message.chat.id, update)
        elif request := message_request(message, self._bot.bot, self._service.settings.zone):
            await self._respond(request, update, message)
            self._beside.start(self._first_menu(request))

    async def _on_edit(self, update: Update, _: Context) -> None:
        message = update.edited_message
        if message is None:
            return
        if request := message_request(message, self._bot.bot, self._service.settings.zone, edited=True):
            await self._respond(request, update, message)

    async def _on_button(self, update: Update, _: Context) -> None:
        query = update.callback_query
        if query is None:
            return
        self._beside.start(self._acknowledge(query.id))
        if request := button_request(query, self._service.clock()):
            await self._respond(request, update)

    async def _acknowledge(self, query: str) -> None:
        """Take the clock off a pressed button; too late is no fault."""
        try:
            await self._bot.answer_callback_query(query)
        except TelegramError as error:
            log.debug("a button could not be acknowledged: %s", error)

    async def _on_inline(self, update: Update, _: Context) -> None:
        """Offer answers to share in any chat; where Telegram does not want them any more, it is too late."""
        query = update.inline_query
        if query is None:
            return
        request = inline_request(query, self._service.clock())
        results = articles(await self._service.offers(request))
        opens = InlineQueryResultsButton(self._service.texts("inline.open"), start_parameter=START)
        try:
            await self._bot.answer_inline_query(
                query.id, results, cache_time=0, is_personal=True, button=None if results else opens
            )
        except TelegramError as error:
            log.debug("an inline query could not be answered: %s", error)

    async def _on_membership(self, update: Update, _: Context) -> None:
        """Remember who blocked the bot; in a group the same means that it was put out."""
        changed = update.my_chat_member
        if changed is None or changed.chat.type != ChatType.PRIVATE:
            return
        if changed.new_chat_member.status == ChatMember.BANNED:
            async with self._database.session() as session:
                await people.blocked(session, PLATFORM, str(changed.chat.id), self._service.clock())

    async def _on_pause(self, pause: Pause, row: int) -> None:
        async with self._database.session() as session:
            draft = await drafts.find(session, pause.draft)
        thread = draft.thread if draft else None
        place = Place(PLATFORM, pause.chat, thread, private=not pause.chat.startswith("-"))
        settle = self._settle(row, None, pause.chat, thread)
        await self._service.settle_draft(pause.draft, settle, place)
        self._wake_outbox()
        await self._pauses.wait_on(pause.draft)

    async def _move_chat(self, old: int, new: int, update: Update) -> None:
        """Follow a group that became a supergroup: its id is new, what waits for it goes along.

        Both chats tell it; chats go side by side, so whichever is first may not wait for the other.
        """
        log.warning("group %s is now %s; put the new id into the settings", old, new)
        now = self._service.clock()
        async with self._database.session() as session:
            await people.move_chat(session, PLATFORM, str(old), str(new), now)
            await outbox.move_chat(session, PLATFORM, str(old), str(new))
            await inbox.finish(session, self._in_hand.pop(update.update_id), now)

    async def _on_error(self, _: object, context: Context) -> None:
        """Log what no handler expected; the update is marked as done, it would fail again."""
        log.error("an update could not be handled", exc_info=context.error)

    async def _respond(self, request: Request, update: Update, message: Message | None = None) -> None:
        row, place = self._in_hand.pop(update.update_id), request.place
        told = None
        try:
            if message:
                request, told = await self._opened(request, message)
        except Exception as error:  # noqa: BLE001 logged and answered there
            await self._service.apologise(error, self._settle(row, request, place.chat, place.thread), place)
        else:
            settle = self._settle(row, request, place.chat, place.thread, told)
            given = await self._service.respond(request, settle)
            if told and not given:
                self._beside.start(self._telling.take_back(place, told))
        self._wake_outbox()
        await self._pauses.watch(request)

    async def _opened(self, request: Request, message: Message) -> tuple[Request, int | None]:
        """Open what a message brings, where it is to be opened; gives the message that told of the work."""
        if await self._service.takes_file(request):
            holder = message.reply_to_message if request.answered else None
            return await self._files.attach(request, holder or message)
        if address := await self._service.address_in(request):
            return await self._links.attach(request, address)
        return request, None

    def _settle(
        self, row: int, request: Request | None, chat: str, thread: int | None, told: int | None = None
    ) -> Settle:
        """Keep replies in the outbox and mark the update, with the work that caused them.

        The first reply takes the place of the message that `told` of the work.
        """

        async def settle(session: Session, replies: Replies) -> None:
            now = self._service.clock()
            messages = [
                payload
                for number, reply in enumerate(replies)
                for payload in payloads(
                    sendable(reply, self._service.texts), request, thread, told if number == 0 else None
                )
            ]
            await keep(session, chat, messages, now)
            await inbox.finish(session, row, now)

        return settle

    async def _first_menu(self, request: Request) -> None:
        """Set the menu of somebody who could not have one before they wrote."""
        try:
            await self._menus.update_for(request.place.chat)
        except TelegramError as error:
            log.warning("a command menu could not be set: %s", error)
