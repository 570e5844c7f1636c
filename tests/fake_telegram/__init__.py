"""A strict Bot API server of our own: what Telegram would refuse is refused here, in its words."""

from tests.fake_telegram.errors import ApiError
from tests.fake_telegram.fake import FakeTelegram
from tests.fake_telegram.faults import Break
from tests.fake_telegram.proxy import Proxy
from tests.fake_telegram.requests import Call
from tests.fake_telegram.server import Query
from tests.fake_telegram.simulation import PNG, Attachment
from tests.fake_telegram.splitting import split_like_a_client
from tests.fake_telegram.world import Chat, Message, User

__all__ = [
    "PNG",
    "ApiError",
    "Attachment",
    "Break",
    "Call",
    "Chat",
    "FakeTelegram",
    "Message",
    "Proxy",
    "Query",
    "User",
    "split_like_a_client",
]
