"""Zalo Bot Platform: its updates become requests, replies become its messages.

What is documented, observed and unknown of it is marked in the code. "Unknown" means that nobody wrote it
down; `sohop probe-zalo` asks the real server.
"""

PLATFORM = "zalo"
HOOK = "/zalo"
"""Where Zalo delivers updates to, behind WEBHOOK_URL."""
SECRET_HEADER = "X-Bot-Api-Secret-Token"  # noqa: S105 a header's name
