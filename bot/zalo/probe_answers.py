"""Each question about Zalo that nobody answered in writing, with what the probe saw of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from bot.calls import Json
from bot.zalo.errors import QUOTA

Seen = dict[str, list[Json]]
Tell = Callable[[Seen], str]


def answers_in(seen: Sequence[Json]) -> Iterator[Json]:
    """Answer every question, also where nothing was seen of it."""
    by_name: Seen = {}
    for entry in seen:
        by_name.setdefault(str(entry["asked"]), []).append(entry)
    for question, tell in QUESTIONS.items():
        yield {"question": question, "answer": tell(by_name)}


def told(entry: Json) -> str:
    """Tell what came of a call.

    >>> told({"asked": "x", "status": 200, "answer": {"ok": False, "error_code": 401, "description": "No"}})
    'HTTP 200, error 401 No'
    """
    for key, words in (("failed", "no answer ({})"), ("skipped", "not asked: {}")):
        if key in entry:
            return words.format(entry[key])
    answer = entry.get("answer")
    if not isinstance(answer, dict):
        return "nothing came"
    if answer.get("ok") is True:
        return f"HTTP {entry.get('status')}, ok"
    code = answer.get("error_code", answer.get("errorCode", "without a code"))
    return f"HTTP {entry.get('status')}, error {code} {answer.get('description', '')}".rstrip()


def _of(*names: str) -> Tell:
    """Tell what came of these calls, by name where they are several."""

    def tell(seen: Seen) -> str:
        if len(names) == 1:
            return _last(seen, names[0], told)
        return "; ".join(f"{name}: {_last(seen, name, told)}" for name in names)

    return tell


def _last(seen: Seen, name: str, tell: Callable[[Json], str]) -> str:
    return tell(seen[name][-1]) if name in seen else "not asked"


def _message(entry: Json) -> Json:
    """Take the message out of what a poll brought."""
    answer = entry.get("answer")
    result = answer.get("result") if isinstance(answer, dict) else None
    message = result.get("message") if isinstance(result, dict) else None
    return message if isinstance(message, dict) else {}


def _came(entry: Json) -> str:
    """Tell of what came: its event, and the fields of its message."""
    message = _message(entry)
    if not message:
        return told(entry)
    answer = entry["answer"]
    event = answer["result"].get("event_name") if isinstance(answer, dict) else ""
    return f"{event}, fields {', '.join(sorted(message))}"


def _update(name: str) -> Tell:
    return lambda seen: _last(seen, name, _came)


def _photo(entry: Json) -> str:
    fields = [field for field in ("photo_url", "photo") if field in _message(entry)]
    return " and ".join(fields) or _came(entry)


def _fields(entry: Json) -> str:
    answer = entry.get("answer")
    result = answer.get("result") if isinstance(answer, dict) else None
    return ", ".join(result) if isinstance(result, dict) else told(entry)


def _mention(entry: Json) -> str:
    if entry["begins_with_at"]:
        return "at its beginning, behind @"
    return "behind an @ further on" if entry["has_at"] else "not at all"


def _statuses(seen: Seen) -> str:
    entries = [entry for entries in seen.values() for entry in entries]
    quota = [e for e in entries if isinstance(a := e.get("answer"), dict) and a.get("error_code") == QUOTA]
    last = told(quota[0]) if quota else "not asked, it takes the month's messages"
    return f"{_of('a wrong method', 'a wrong token')(seen)}; {QUOTA}: {last}"


def _deliveries(tell: Callable[[list[Json]], str]) -> Tell:
    """Tell of what came by webhook."""

    def answer(seen: Seen) -> str:
        if "a delivery" in seen:
            return tell(seen["a delivery"])
        return _last(seen, "a webhook", told) if "a webhook" in seen else "nothing came"

    return answer


def _wrapped(deliveries: list[Json]) -> str:
    shapes = {"wrapped" if d["wrapped"] else "flat" for d in deliveries if not _is_try(d)}
    return " and ".join(sorted(shapes)) or "no message came"


def _secret_on_try(deliveries: list[Json]) -> str:
    tries = [f"{d['secret']} ({d['agent']})" for d in deliveries if _is_try(d)]
    return ", ".join(sorted(set(tries))) or "no try came"


def _again(deliveries: list[Json]) -> str:
    messages = [d for d in deliveries if not _is_try(d)]
    if not messages:
        return "no message came"
    if len(messages) == 1:
        return "not while the probe waited"
    return f"yes, after {float(str(messages[1]['after'])) - float(str(messages[0]['after'])):.1f} seconds"


def _is_try(delivery: Json) -> bool:
    return delivery["event"] in ("", "webhook.test")


QUESTIONS: dict[str, Tell] = {
    "Which fields has getMe?": lambda seen: _last(seen, "getMe", _fields),
    "What does an idle poll answer, and does a number do as its timeout?": _of(
        "an idle poll, timeout as a text", "an idle poll, timeout as a number"
    ),
    "Does a message come that was sent while nobody polled?": _update("sent while nobody polled"),
    "What does getUpdates answer behind a webhook?": lambda seen: _last(
        seen, "a webhook" if "a webhook" in seen else "getUpdates behind a webhook", told
    ),
    "What does deleteWebhook answer where none is set?": _of("deleteWebhook where none is set"),
    "Which field holds a photo?": lambda seen: _last(seen, "a photo", _photo),
    "What comes of a sticker?": _update("a sticker"),
    "What comes of a PDF?": _update("a PDF"),
    "How long may a text be, and how are emoji counted?": _of(
        "2000 characters",
        "2001 characters",
        "1001 emoji: 1001 characters, 2002 UTF-16 units",
        "2000 emoji: 2000 characters, 4000 UTF-16 units",
    ),
    "Is a stray brace refused under parse_mode?": _of("a stray brace, plain", "a stray brace, markdown"),
    "Does sendPhoto take an upload?": _of("a picture as multipart"),
    "Can somebody be written to who never wrote?": _of("to somebody who never wrote"),
    "Which HTTP status have the errors 400, 401 and 429?": _statuses,
    "Are the bodies of a webhook wrapped or flat?": _deliveries(_wrapped),
    "Does the try of a webhook carry the secret?": _deliveries(_secret_on_try),
    "Does a delivery come again after a 500?": _deliveries(_again),
    "How many seconds does typing show?": lambda seen: _last(
        seen, "seconds that typing shows", lambda entry: str(entry["number"] or "nobody counted")
    ),
    "Where does a mention stand in a group's text?": lambda seen: _last(
        seen, "the mention in its text", _mention
    ),
}
