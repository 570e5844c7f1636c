"""What the fake refuses, it refuses as the server does: HTTP 200, and the code in the envelope."""

from __future__ import annotations

import json

import httpx
import pytest

from tests.fake_zalo import FakeZalo

REFUSED = {"ok": False, "description": "Bad request", "error_code": 400}


async def call(fake: FakeZalo, method: str, body: bytes, kind: str = "application/json") -> httpx.Response:
    async with httpx.AsyncClient(trust_env=False) as http:
        return await http.post(
            f"{fake.url}/bot{fake.token}/{method}", content=body, headers={"Content-Type": kind}
        )


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"{", "application/json"),
        (b"\xff", "application/json"),
        (b"text=%ff\xff", "application/x-www-form-urlencoded"),
        (b"", "application/json"),
    ],
)
async def test_parameters_that_cannot_be_read_are_a_bad_request(
    fake: FakeZalo, body: bytes, kind: str
) -> None:
    answer = await call(fake, "sendMessage", body, kind)

    assert (answer.status_code, answer.json()) == (200, REFUSED)
    assert fake.violations


@pytest.mark.parametrize(
    "styles",
    [
        "b",
        ["b"],
        [{"start": 0}],
        [{"start": "0", "len": 1, "st": ["b"]}],
        [{"start": 0, "len": 1, "st": "b"}],
        [{"start": 0, "len": 1, "st": [["b"]]}],
        [{"start": 0, "len": 1, "st": []}],
        [{"start": 0, "len": 9, "st": ["b"]}],
    ],
)
async def test_styles_of_another_shape_are_a_bad_request(fake: FakeZalo, styles: object) -> None:
    an = fake.user("An")
    fake.says(an, "chào")
    given = {"chat_id": an.id, "text": "chào", "text_styles": styles}

    answer = (await call(fake, "sendMessage", json.dumps(given).encode())).json()

    assert (answer["ok"], answer["error_code"]) == (False, 400)
    assert fake.sent == []


@pytest.mark.parametrize("method", ["getme", "sendDocument", "editMessageText"])
async def test_a_method_that_is_not_there_is_a_bad_request(fake: FakeZalo, method: str) -> None:
    assert (await call(fake, method, b"{}")).json() == REFUSED
