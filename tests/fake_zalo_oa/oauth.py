"""OAuth v4: consent by the account's administrator, codes with PKCE, refresh tokens that are used up."""

from __future__ import annotations

import base64
import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

Json = dict[str, Any]
CODE_LIVES = 600
PERMISSION = "/v4/oa/permission"


@dataclass
class Code:
    challenge: str
    until: float


class OAuth:
    """The side that gives out tokens."""

    def __init__(self, app_id: str, app_secret: str, oa_id: str, now: Callable[[], float]) -> None:
        self.app_id = app_id
        self.app_secret = app_secret
        self.oa_id = oa_id
        self.now = now
        self.lives = 90_000
        self.codes: dict[str, Code] = {}
        self.access: dict[str, float] = {}  # token -> its end
        self.refresh = "refresh-0"
        self.used: set[str] = set()
        self.as_number = False  # expires_in is documented as a string
        self.plain_errors = False  # and errors come in two shapes

    def consents(self, address: str) -> str:
        """Open the permission page and agree: gives the address that the browser is sent to."""
        parts = urlsplit(address)
        asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
        assert parts.path == PERMISSION
        assert asked["app_id"] == self.app_id
        assert len(asked["code_challenge"]) == 43
        code = secrets.token_hex(16)
        self.codes[code] = Code(asked["code_challenge"], self.now() + CODE_LIVES)
        query = urlencode({"code": code, "oa_id": self.oa_id, "state": asked["state"]})
        return f"{asked['redirect_uri']}?{query}"

    def grant(self, given: Json, secret: str) -> Json:
        """Answer a form that asks for tokens."""
        if secret != self.app_secret or given.get("app_id") != self.app_id:
            return self.refused(-14003, "Invalid app_id or secret")
        match given.get("grant_type"):
            case "authorization_code":
                return self._by_code(given)
            case "refresh_token":
                return self._by_refresh(given)
        return self.refused(-14004, "Invalid grant type")

    def _by_code(self, given: Json) -> Json:
        code = self.codes.pop(str(given.get("code")), None)
        if code is None or code.until < self.now():
            return self.refused(-14019, "Authorized code is invalid or expired")
        digest = hashlib.sha256(str(given.get("code_verifier")).encode()).digest()
        if base64.urlsafe_b64encode(digest).rstrip(b"=").decode() != code.challenge:
            return self.refused(-14020, "Invalid code verifier")
        return self.pair()

    def _by_refresh(self, given: Json) -> Json:
        token = str(given.get("refresh_token"))
        if token != self.refresh or token in self.used:
            return self.refused(-14014, "Invalid refresh token")
        return self.pair()

    def pair(self) -> Json:
        """Give a new pair; the old refresh token is used up."""
        self.used.add(self.refresh)
        self.refresh, access = f"refresh-{secrets.token_hex(8)}", f"access-{secrets.token_hex(8)}"
        self.access[access] = self.now() + self.lives
        lives: object = self.lives if self.as_number else str(self.lives)
        return {"access_token": access, "refresh_token": self.refresh, "expires_in": lives}

    def refused(self, code: int, what: str) -> Json:
        if self.plain_errors:
            return {"error_name": what, "error_description": what}
        return {"error": code, "error_name": what, "error_reason": what}

    def revoke(self) -> None:
        """Take everything back, as the account's administrator may."""
        self.access.clear()
        self.used.add(self.refresh)
