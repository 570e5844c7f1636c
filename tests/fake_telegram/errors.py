"""How the server says no, in Telegram's words."""

from __future__ import annotations

from typing import Any


class ApiError(Exception):
    """A request refused, with the code and the words of the answer."""

    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(f"{code} {description}")
        self.code = code
        self.description = description
        self.parameters = parameters

    def to_json(self) -> dict[str, Any]:
        answer: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            answer["parameters"] = self.parameters
        return answer


def bad_request(words: str) -> ApiError:
    """A 400; like the real server it shows the first letter in lower case, unless it is a CODE_LIKE_THIS."""
    shown = words if words[:2].isupper() else words[:1].lower() + words[1:]
    return ApiError(400, f"Bad Request: {shown}")


def forbidden(words: str) -> ApiError:
    return ApiError(403, f"Forbidden: {words}")


def conflict(words: str) -> ApiError:
    return ApiError(409, f"Conflict: {words}")


def too_many_requests(retry_after: int) -> ApiError:
    return ApiError(429, f"Too Many Requests: retry after {retry_after}", retry_after=retry_after)


def chat_upgraded(new_id: int) -> ApiError:
    words = "Bad Request: group chat was upgraded to a supergroup chat"
    return ApiError(400, words, migrate_to_chat_id=new_id)


def unauthorized() -> ApiError:
    return ApiError(401, "Unauthorized")


def unknown_method() -> ApiError:
    return ApiError(404, "Not Found: method not found")


def not_modelled(what: str) -> ApiError:
    """Known to the Bot API and missing here: loud, so that a test does not pass by accident."""
    return ApiError(501, f"Not Implemented: the fake server does not model {what}")
