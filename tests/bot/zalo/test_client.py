"""Our client against the fake: every method, every way a call fails, and a token that never shows."""

import logging
from collections.abc import AsyncIterator

import httpx
import pytest
from pydantic import SecretStr

from bot.patience import Patience
from bot.zalo.client import ZaloBot
from bot.zalo.errors import ApiError, DecodeError, GatewayError, TransportError, ZaloError
from tests.fake_zalo import FakeZalo, Fault
from tests.fake_zalo.fake import TOKEN

QUICK = Patience(answer=0.3, idle=0.5, pool=0.3, grace=0.2)
SECRET = SecretStr("mot-bi-mat-du-dai")


@pytest.fixture
async def bot(fake: FakeZalo) -> AsyncIterator[ZaloBot]:
    made = ZaloBot(SecretStr(fake.token), fake.url, patience=QUICK)
    yield made
    await made.close()


async def test_it_greets(bot: ZaloBot, fake: FakeZalo) -> None:
    me = await bot.get_me()

    assert me.names == ("Bot Xã Mẫu", "bot.Mau")
    assert me.can_join_groups


async def test_a_poll_gives_one_update_at_a_time_and_then_none(bot: ZaloBot, fake: FakeZalo) -> None:
    an = fake.user("An")
    first, second = fake.says(an, "một"), fake.says(an, "hai")

    assert [await bot.get_updates(1), await bot.get_updates(1)] == [[first], [second]]
    assert await bot.get_updates(1) == []
    assert {given["timeout"] for method, given in fake.calls if method == "getUpdates"} == {"1"}


async def test_everything_that_can_be_sent_is_sent(bot: ZaloBot, fake: FakeZalo) -> None:
    an = fake.user("An")
    fake.says(an, "chào")

    posted = await bot.send_message(an.id, "Kính chào", [{"start": 0, "len": 4, "st": ["b"]}])
    await bot.send_photo(an.id, "https://xa-mau.vn/1.png", "biểu đồ")
    await bot.send_photo(an.id, "https://xa-mau.vn/2.png")
    await bot.send_sticker(an.id, "bfe458bf64fa8da4d4eb")
    await bot.send_voice(an.id, "https://xa-mau.vn/1.aac")
    await bot.send_chat_action(an.id)

    assert len(posted.message_id) == 20
    assert [sent.method for sent in fake.sent] == [
        "sendMessage",
        "sendPhoto",
        "sendPhoto",
        "sendSticker",
        "sendVoice",
    ]
    assert "caption" not in fake.sent[2].given
    assert fake.violations == []


async def test_a_webhook_is_set_shown_tried_and_taken_back(bot: ZaloBot, fake: FakeZalo) -> None:
    fake.takes_local = False

    webhook = await bot.set_webhook("https://bot.xa-mau.invalid/zalo", SECRET)

    assert webhook.url == "https://bot.xa-mau.invalid/zalo"
    assert webhook.verification
    assert (webhook.verification.ok, webhook.verification.outcome) == (False, "webhook.err.conn")
    assert (await bot.get_webhook_info()).url == webhook.url
    assert (await bot.test_webhook()).outcome == "webhook.err.conn"
    assert (await bot.delete_webhook()).url == ""
    assert (await bot.get_webhook_info()).url == ""


@pytest.mark.parametrize("code", [400, 404])
async def test_no_webhook_to_take_back_is_no_fault_whatever_the_server_says(
    bot: ZaloBot, fake: FakeZalo, code: int
) -> None:
    fake.none_set = code

    assert (await bot.delete_webhook()).url == (await bot.get_webhook_info()).url == ""


async def test_the_webhook_cannot_be_tried_as_often_as_one_likes(bot: ZaloBot, fake: FakeZalo) -> None:
    fake.tests = fake.most_tests

    with pytest.raises(ApiError) as caught:
        await bot.test_webhook()

    assert (caught.value.code, caught.value.is_quota) == (426, True)  # spelt errorCode there


@pytest.mark.parametrize(
    ("fault", "error", "told"),
    [
        (Fault.GATEWAY, GatewayError, "sendMessage: HTTP 502"),
        (Fault.SLOW_GATEWAY, GatewayError, "sendMessage: HTTP 504"),
        (Fault.GARBAGE, DecodeError, "sendMessage: not an answer"),
        (Fault.RESET, TransportError, "sendMessage: ReadError"),
        (Fault.STALL, TransportError, "sendMessage: "),
        (Fault.INTERNAL, ApiError, "sendMessage: 403 Internal server error"),
        (Fault.QUOTA, ApiError, "sendMessage: 429 Quota exceeded"),
        (Fault.BAD_REQUEST, ApiError, "sendMessage: 400 Bad request"),
        (Fault.UNAUTHORIZED, ApiError, "sendMessage: 401 Unauthorized"),
    ],
)
async def test_every_fault_is_an_error_of_ours(
    bot: ZaloBot, fake: FakeZalo, fault: Fault, error: type[ZaloError], told: str
) -> None:
    an = fake.user("An")
    fake.says(an, "chào")
    fake.fail_next("sendMessage", fault)

    with pytest.raises(error) as caught:
        await bot.send_message(an.id, "Kính chào")

    assert str(caught.value).startswith(told)
    assert TOKEN not in repr(caught.value)
    assert caught.value.__cause__ is None
    assert fake.called("sendMessage") == 1  # a call is made once: sending again is the outbox's affair


async def test_a_sent_message_without_a_result_is_sent(bot: ZaloBot, fake: FakeZalo) -> None:
    an = fake.user("An")
    fake.says(an, "chào")
    fake.fail_next("sendMessage", Fault.NO_RESULT)

    assert (await bot.send_message(an.id, "Kính chào")).message_id == ""


async def test_what_never_left_is_told_apart_from_what_may_have_arrived(fake: FakeZalo) -> None:
    nobody = ZaloBot(SecretStr(TOKEN), "http://127.0.0.1:9", patience=QUICK)

    with pytest.raises(TransportError) as caught:
        await nobody.get_me()
    await nobody.close()

    assert not caught.value.sent


async def test_a_wrong_token_is_told_though_the_status_is_200(fake: FakeZalo) -> None:
    stranger = ZaloBot(SecretStr("99:another-token"), fake.url, patience=QUICK)

    with pytest.raises(ApiError) as caught:
        await stranger.get_me()
    await stranger.close()

    assert caught.value.is_unauthorized


async def test_a_proxy_that_stalls_is_left_behind(fake: FakeZalo) -> None:
    class Never(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            raise httpx.PoolTimeout("none free", request=request)

    bot = ZaloBot(SecretStr(TOKEN), fake.url, transport=Never(), patience=QUICK)
    before = bot._caller.client

    with pytest.raises(TransportError, match="no connection was free"):
        await bot.get_me()

    assert bot._caller.client is not before
    await bot.close()


async def test_the_token_stands_in_no_log_and_no_repr(
    bot: ZaloBot, fake: FakeZalo, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    for name in ("httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)  # as `set_up_logs` does
    fake.fail_next("getMe", Fault.STALL)

    with pytest.raises(TransportError):
        await bot.get_me()

    assert TOKEN.partition(":")[2] not in caplog.text + repr(bot) + str(vars(bot))
