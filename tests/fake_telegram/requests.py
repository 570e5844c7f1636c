"""Read a request into typed parameters: query, form, JSON and multipart."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from starlette.requests import Request

from tests.fake_telegram import table
from tests.fake_telegram.errors import bad_request, not_modelled, unknown_method
from tests.fake_telegram.world import Json, Upload

_QUOTED = re.compile(r'(\w+\*?)="?([^";]*)"?')
_TRUE = frozenset({"true", "yes", "1"})
_FALSE = frozenset({"false", "no", "0", ""})


@dataclass
class Call:
    """One request to the Bot API and what became of it; `answer` is None while it is in hand."""

    method: str
    params: Json
    files: dict[str, Upload] = field(default_factory=dict)
    at: float = 0.0
    answer: Json | None = None

    @property
    def ok(self) -> bool:
        return bool(self.answer and self.answer["ok"])

    def __repr__(self) -> str:
        said = "…" if self.answer is None else "ok" if self.ok else self.answer["description"]
        return f"<{self.method} {json.dumps(self.params, ensure_ascii=False)} -> {said}>"


async def read_call(method: str, request: Request) -> Call:
    """Find the method and check names and types of what came with it."""
    name = find_method(method)
    raw, files = await _read_body(request)
    raw = {**dict(request.query_params), **raw}
    params = {key: _typed(key, value) for key, value in raw.items() if value is not None}
    call = Call(name, params, files)
    _check_names(call)
    return call


def find_method(name: str) -> str:
    if name.lower() in table.KNOWN_BUT_MISSING:
        raise not_modelled(table.KNOWN_BUT_MISSING[name.lower()])
    if name.lower() not in table.METHODS:
        raise unknown_method()
    return table.METHODS[name.lower()]


def _check_names(call: Call) -> None:
    given = call.params.keys() | (call.files.keys() - _attached(call.params))
    for name in sorted(given - table.PARAMETERS[call.method]):
        if name in table.UNMODELLED_PARAMETERS:
            raise not_modelled(f"the parameter {name} of {call.method}")
        raise bad_request(f"unknown parameter {name!r} of {call.method} (the real server ignores it)")
    for name in table.REQUIRED[call.method]:
        if call.params.get(name) in (None, "") and name not in call.files:
            raise bad_request(table.MISSING.get(name, f'Parameter "{name}" is required'))


def _attached(params: Json) -> set[str]:
    """Names of the uploads that parameters refer to as attach://NAME."""
    return set(re.findall(r"attach://([\w.-]+)", json.dumps(params)))


async def _read_body(request: Request) -> tuple[Json, dict[str, Upload]]:
    body = await request.body()
    kind = request.headers.get("content-type", "")
    if not body:
        return {}, {}
    if kind.startswith("application/json"):
        return _read_json(body), {}
    if kind.startswith("multipart/form-data"):
        return read_multipart(body, kind)
    if kind.startswith("application/x-www-form-urlencoded"):
        return dict(parse_qsl(body.decode(), keep_blank_values=True)), {}
    raise bad_request(f"unsupported Content-Type {kind!r}")


def _read_json(body: bytes) -> Json:
    try:
        value = json.loads(body)
    except ValueError:
        raise bad_request("can't parse JSON object") from None
    if not isinstance(value, dict):
        raise bad_request("expected an Object")
    return value


def read_multipart(body: bytes, content_type: str) -> tuple[Json, dict[str, Upload]]:
    """Split a multipart body at its boundary; parts with a file name are uploads."""
    boundary = dict(_QUOTED.findall(content_type)).get("boundary", "")
    texts: Json = {}
    files: dict[str, Upload] = {}
    for part in (b"\r\n" + body).split(b"\r\n--" + boundary.encode())[1:]:
        head, found, data = part.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        if not found:
            continue
        headers = _part_headers(head.decode())
        about = dict(_QUOTED.findall(headers.get("content-disposition", "")))
        if "filename" in about:
            mime = headers.get("content-type", "application/octet-stream")
            files[about["name"]] = Upload(about["filename"], mime, data)
        else:
            texts[about["name"]] = data.decode()
    return texts, files


def _part_headers(head: str) -> dict[str, str]:
    lines = [line.partition(":") for line in head.split("\r\n")]
    return {name.strip().lower(): value.strip() for name, _, value in lines}


def _typed(name: str, value: Any) -> Any:
    if name in table.INTEGERS:
        return _integer(name, value)
    if name in table.BOOLEANS:
        return _boolean(name, value)
    if name in table.OBJECTS:
        return _object(name, value)
    return value if isinstance(value, int | dict) else str(value)


def _integer(name: str, value: Any) -> int:
    if isinstance(value, bool) or not re.fullmatch(r"-?\d+", str(value)):
        raise bad_request(f"{name} must be an Integer, not {value!r} (the real server reads 0)")
    return int(value)


def _boolean(name: str, value: Any) -> bool:
    word = str(value).lower()
    if word not in _TRUE | _FALSE:
        raise bad_request(f"{name} must be a Boolean, not {value!r}")
    return word in _TRUE


def _object(name: str, value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value) if value else None
    except ValueError:
        raise bad_request(f"can't parse {name} JSON object") from None
