"""Our client against the fake: every function, every way a call fails, and tokens that never show."""

import logging
from collections.abc import AsyncIterator

import pytest

from bot.calls import CallError, DecodeError, GatewayError, TransportError
from bot.patience import Patience
from bot.zalo_oa.client import ZaloOa
from bot.zalo_oa.errors import MEANINGS, ApiError, Do
from tests.fake_telegram import PNG
from tests.fake_zalo_oa import DAY, HOUR, FakeOa, Fault

QUICK = Patience(answer=0.3, pool=0.3, grace=0.2, upload=1)
PDF = b"%PDF-1.7 a file"


class Given:
    """Gives the tokens that the fake gave out."""

    def __init__(self, fake: FakeOa) -> None:
        self.fake = fake
        self.now = ""
        self.asked = 0

    async def token(self) -> str:
        return self.now or await self.another("")

    async def another(self, refused: str) -> str:
        self.asked += 1
        self.now = str(self.fake.oauth.pair()["access_token"])
        return self.now


@pytest.fixture
async def access(fake: FakeOa) -> Given:
    return Given(fake)


@pytest.fixture
async def account(fake: FakeOa, access: Given) -> AsyncIterator[ZaloOa]:
    made = ZaloOa(fake.url, access, patience=QUICK)
    yield made
    await made.close()


async def test_everything_that_can_be_sent_is_sent(account: ZaloOa, fake: FakeOa) -> None:
    an = fake.user("Nguyễn Văn An")
    fake.interacted[an.id] = fake.now()
    buttons = [{"title": "Lịch họp", "type": "oa.query.hide", "payload": "#abc"}]

    posted = await account.send(an.id, {"text": "Kính chào"})
    chosen = {"type": "template", "payload": {"buttons": buttons}}
    await account.send(an.id, {"text": "Chọn:", "attachment": chosen})
    token = await account.upload("file", "Nhiệm vụ.pdf", PDF)
    await account.send(an.id, {"attachment": {"type": "file", "payload": {"token": token}}})
    picture = await account.upload("image", "bieu-do.png", PNG)
    media = {
        "template_type": "media",
        "elements": [{"media_type": "image", "attachment_id": picture}],
    }
    await account.send(an.id, {"attachment": {"type": "template", "payload": media}})

    said, asked, file, shown = fake.messages(an)
    assert (said.text, posted.quota) == ("Kính chào", "reply")
    assert asked.titles == ["Lịch họp"]
    assert file.file
    assert file.file[1] == PDF
    assert shown.picture == PNG
    assert await account.name() == "UBND xã Mẫu"
    assert await account.name_of(an.id) == "Nguyễn Văn An"
    assert fake.violations == []


async def test_the_windows_count_from_what_a_person_did_last(account: ZaloOa, fake: FakeOa) -> None:
    an = fake.user("An")
    with pytest.raises(ApiError, match="-232"):
        await account.send(an.id, {"text": "chào"})
    fake.interacted[an.id] = fake.now()

    fake.later = 47 * HOUR
    fake.oauth.lives = 10 * DAY
    assert (await account.send(an.id, {"text": "chào"})).quota == "reply"
    fake.later = 49 * HOUR
    assert (await account.send(an.id, {"text": "chào"})).quota == "sub_quota"
    fake.later = 8 * DAY
    with pytest.raises(ApiError) as caught:
        await account.send(an.id, {"text": "chào"})

    assert (caught.value.code, caught.value.do) == (-230, Do.LEAVE)
    assert fake.billed == 1


@pytest.mark.parametrize(
    ("fault", "error", "told"),
    [
        (Fault.GATEWAY, GatewayError, "message/cs: HTTP 502"),
        (Fault.GARBAGE, DecodeError, "message/cs: not an answer"),
        (Fault.RESET, TransportError, "message/cs: "),
        (Fault.STALL, TransportError, "message/cs: "),
        (Fault.RATE, ApiError, "message/cs: -32 too many requests in this minute"),
        (Fault.QUOTA, ApiError, "message/cs: -211 the quota is used up"),
        (Fault.NOT_VERIFIED, ApiError, "message/cs: -221 the account is not verified"),
        (Fault.UNHEARD_OF, ApiError, "message/cs: -9999 unknown"),
    ],
)
async def test_every_fault_is_an_error_of_ours(
    account: ZaloOa, fake: FakeOa, access: Given, *, fault: Fault, error: type[CallError], told: str
) -> None:
    an = fake.user("An")
    fake.interacted[an.id] = fake.now()
    fake.fail_next("message/cs", fault)

    with pytest.raises(error) as caught:
        await account.send(an.id, {"text": "Kính chào"})

    assert str(caught.value).startswith(told)
    assert access.now not in repr(caught.value)
    assert caught.value.__cause__ is None
    assert fake.called("message/cs") == 1  # sending again is the outbox's affair


@pytest.mark.parametrize("fault", [Fault.INVALID_TOKEN, Fault.EXPIRED_TOKEN])
async def test_a_refused_token_is_renewed_and_the_call_made_once_more(
    account: ZaloOa, fake: FakeOa, access: Given, fault: Fault
) -> None:
    fake.fail_next("getoa", fault)

    assert await account.name() == "UBND xã Mẫu"
    assert (access.asked, fake.called("getoa")) == (2, 2)


async def test_a_token_that_is_refused_twice_is_an_error(account: ZaloOa, fake: FakeOa) -> None:
    fake.fail_next("getoa", Fault.INVALID_TOKEN, 2)

    with pytest.raises(ApiError, match="-216"):
        await account.name()


async def test_a_token_of_yesterday_has_ended(account: ZaloOa, fake: FakeOa, access: Given) -> None:
    await account.name()
    fake.later = 26 * HOUR

    assert await account.name() == "UBND xã Mẫu"
    assert access.asked == 2


async def test_a_sent_message_without_data_is_sent(account: ZaloOa, fake: FakeOa) -> None:
    an = fake.user("An")
    fake.interacted[an.id] = fake.now()
    fake.fail_next("message/cs", Fault.NO_DATA)

    assert (await account.send(an.id, {"text": "Kính chào"})).message_id == ""


async def test_an_upload_without_a_name_to_call_it_by_is_no_upload(account: ZaloOa, fake: FakeOa) -> None:
    fake.fail_next("upload/file", Fault.NO_DATA)

    with pytest.raises(DecodeError, match="nothing to call it by"):
        await account.upload("file", "a.pdf", PDF)


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [("a.xlsx", b"PK", -201), ("a.pdf", b"%PDF" + b"x" * (5 << 20), -210)],
)
async def test_the_fake_takes_no_more_than_the_real_one(
    account: ZaloOa, name: str, data: bytes, code: int
) -> None:
    with pytest.raises(ApiError, match=str(code)):
        await account.upload("file", name, data)


async def test_no_token_stands_in_a_log_or_a_repr(
    account: ZaloOa, fake: FakeOa, access: Given, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    for name in ("httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)  # as `set_up_logs` does
    fake.fail_next("getoa", Fault.STALL)

    with pytest.raises(TransportError):
        await account.name()

    assert access.now not in caplog.text + repr(account)


def test_what_an_administrator_can_mend_has_a_sentence_that_says_how() -> None:
    assert all(bool(meaning.sentence) == (meaning.do is Do.HOLD) for meaning in MEANINGS.values())
