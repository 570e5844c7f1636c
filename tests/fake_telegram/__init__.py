"""A strict Bot API server of our own: what Telegram would refuse is refused here, in its words.

    async with FakeTelegram().serve() as fake:  # for the bot: fake.base_url, base_file_url, token
        an = fake.user("An")
        fake.say(an, "/start")                      # becomes an update; a long text becomes several
        hello = await fake.next_message(an)         # what the bot sent, as stored
        fake.press(an, "Lưu")                       # the inline button that says so
        await fake.message_with("Đã lưu", an)       # after an edit too
        fake.faults.too_many_requests(3, method="sendMessage")
        assert fake.transcript(an) == "An: /start\\nSổ Họp: …"
        assert fake.violations == []

Without a socket: `httpx.ASGITransport(app=fake.app)`. As a process: `python -m tests.fake_telegram`.
"""

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
