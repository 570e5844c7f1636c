"""Text with entities: offsets in UTF-16 units, Telegram's checks, what Telegram finds by itself."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from tests.fake_telegram.errors import bad_request
from tests.fake_telegram.names import names
from tests.fake_telegram.world import Json

FORMATS = names(
    "bold italic underline strikethrough spoiler blockquote expandable_blockquote code pre text_link "
    "text_mention custom_emoji date_time"
)
FOUND_BY_TELEGRAM = names("mention hashtag cashtag bot_command url email phone_number")
ENTITY_KEYS = names("type offset length url user language custom_emoji_id unix_time date_time_format")
MAX_ENTITIES = 100
_NEEDED = {"text_link": "url", "text_mention": "user", "custom_emoji": "custom_emoji_id"}
_VERBATIM = frozenset({"code", "pre", "text_link", "text_mention"})
_FINDERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("url", re.compile(r"\bhttps?://[^\s<>\"]+[^\s<>\".,:;!?)\]]", re.IGNORECASE)),
    ("email", re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b")),
    ("bot_command", re.compile(r"(?<![\w/@.])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/@])")),
    ("mention", re.compile(r"(?<![\w@])@[A-Za-z0-9_]{4,32}(?!\w)")),
    ("hashtag", re.compile(r"(?<![\w#])#(?!\d+\b)\w{1,256}")),
)


def utf16_length(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)


def utf16_slice(text: str, offset: int, length: int) -> str:
    """The part an entity covers."""
    return text.encode("utf-16-le")[2 * offset : 2 * (offset + length)].decode("utf-16-le", "replace")


def check_entities(text: str, entities: Any) -> list[Json]:
    """Refuse what Telegram refuses; return the entities in order, without those it would find by itself."""
    if not isinstance(entities, list):
        raise bad_request("entities must be an Array")
    kept = [_check_entity(text, entity) for entity in entities]
    kept = [entity for entity in kept if entity["length"] and entity["type"] in FORMATS]
    kept.sort(key=lambda entity: (entity["offset"], -entity["length"]))
    _check_nesting(kept)
    if len(kept) > MAX_ENTITIES:
        raise bad_request("the fake allows at most 100 entities (the real server drops the rest)")
    return kept


def _check_entity(text: str, entity: Any) -> Json:
    if not isinstance(entity, dict):
        raise bad_request("can't parse MessageEntity: expected an Object")
    if unknown := entity.keys() - ENTITY_KEYS:
        raise bad_request(f"can't parse MessageEntity: unknown field {min(unknown)!r}")
    kept: Json = {key: value for key, value in entity.items() if value is not None}
    kind, offset, length = (kept.get(key) for key in ("type", "offset", "length"))
    if kind not in FORMATS | FOUND_BY_TELEGRAM:
        raise bad_request("can't parse MessageEntity: Unsupported type specified")
    for name, value in (("offset", offset), ("length", length)):
        if value is None:
            raise bad_request(f"can't parse MessageEntity: Can't find field \"{name}\"")
        if not isinstance(value, int) or isinstance(value, bool):
            raise bad_request(f'can\'t parse MessageEntity: Field "{name}" must be of type Number')
        if not 0 <= value <= 1_000_000:
            raise bad_request(f"receive an entity with incorrect {name} {value}")
    assert isinstance(offset, int)
    assert isinstance(length, int)
    _check_bounds(text, offset, length)
    _check_field(kept)
    return kept


def _check_bounds(text: str, offset: int, length: int) -> None:
    size = utf16_length(text)
    if length and offset >= size:
        raise bad_request(f"entity begins after the end of the text at UTF-16 offset {offset}")
    if offset + length > size:
        raise bad_request(
            f"entity beginning at UTF-16 offset {offset} ends after the end of the text"
            f" at UTF-16 offset {offset + length}"
        )
    units = text.encode("utf-16-le")
    for place, words in ((offset, "begins"), (offset + length, "ends")):
        if 2 * place < len(units) and 0xDC <= units[2 * place + 1] <= 0xDF:
            raise bad_request(f"entity {words} in a middle of a UTF-16 symbol at UTF-16 offset {place}")


def _check_field(entity: Json) -> None:
    field = _NEEDED.get(entity["type"])
    if field and field not in entity:
        raise bad_request(f"can't parse MessageEntity: Can't find field \"{field}\"")
    if entity["type"] == "text_link":
        if why := why_url_is_wrong(entity["url"]):
            raise bad_request(f"entity URL '{entity['url']}' is invalid: {why}")
        entity["url"] = whole_url(entity["url"])


def _check_nesting(entities: list[Json]) -> None:
    """Entities may stand inside each other, and may not overlap."""
    open_ends: list[int] = []
    for entity in entities:
        start, end = entity["offset"], entity["offset"] + entity["length"]
        while open_ends and open_ends[-1] <= start:
            open_ends.pop()
        if open_ends and end > open_ends[-1]:
            raise bad_request(
                f"entity beginning at UTF-16 offset {start} ends after the end of the text"
                f" at UTF-16 offset {end} (entities overlap)"
            )
        open_ends.append(end)


def why_url_is_wrong(url: str) -> str | None:
    """Telegram's reason to refuse an address, if there is one."""
    parts = urlsplit(url)
    if not url:
        return "URL host is empty"
    if parts.scheme and parts.scheme not in {"http", "https", "tg", "ton"} and "://" in url:
        return "Unsupported URL protocol"
    host = parts.hostname or url.split("/", maxsplit=1)[0]
    return None if "." in host or parts.scheme == "tg" else "Wrong HTTP URL"


def whole_url(url: str) -> str:
    """As the server keeps an address: with its scheme, and a path at least of "/"."""
    parts = urlsplit(url if "://" in url else f"http://{url}")
    if parts.scheme not in {"http", "https"}:
        return url
    return urlunsplit(parts._replace(netloc=parts.netloc.lower(), path=parts.path or "/"))


def find_entities(text: str, given: list[Json]) -> list[Json]:
    """Add what Telegram finds by itself (commands, links, mentions) outside of what is verbatim."""
    taken = [(e["offset"], e["offset"] + e["length"]) for e in given if e["type"] in _VERBATIM]
    found: list[Json] = []
    for kind, pattern in _FINDERS:
        for match in pattern.finditer(text):
            start = utf16_length(text[: match.start()])
            end = start + utf16_length(match[0])
            if all(end <= a or start >= b for a, b in taken):
                taken.append((start, end))
                found.append({"type": kind, "offset": start, "length": end - start})
    return sorted([*given, *found], key=lambda entity: (entity["offset"], -entity["length"]))


def trim(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Take white space off both ends, as the server does, and move the entities along."""
    trimmed = text.strip()
    if trimmed == text:
        return text, entities
    lead = utf16_length(text[: len(text) - len(text.lstrip())])
    return trimmed, cut_entities(entities, lead, lead + utf16_length(trimmed))


def cut_entities(entities: list[Json], start: int, end: int) -> list[Json]:
    """The entities of a part of a text, with offsets of that part; in UTF-16 units."""
    cut = []
    for entity in entities:
        first = max(entity["offset"], start)
        last = min(entity["offset"] + entity["length"], end)
        if first < last:
            cut.append({**entity, "offset": first - start, "length": last - first})
    return cut
