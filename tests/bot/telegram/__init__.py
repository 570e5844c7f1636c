"""The whole bot over Telegram, on the fake server of `tests/fake_telegram`: real sockets, real SQLite.

Where each trap of Telegram and its library is tried:

| trap | file |
| --- | --- |
| a crash loses queued updates, or handles them twice | test_kills, test_delivery |
| a time-out does not mean "not sent"; 429, 5xx, resets, garbage; blocked bots | test_sending |
| updates of unknown kinds, or that cannot be read | test_delivery |
| parts of a long paste: joined, late, repeated, edited, among others | test_pastes |
| order in a chat, chats side by side, limits in every span of time | test_order |
| stalled proxies, idle connections, silence, two instances, webhooks | test_network |
| the token in the log; a stop that finishes what is in hand | test_process |
| groups that move, deleted topics, messages to edit that are gone or the same | test_places |
| roles in groups, mentions, other bots, channels, anonymous admins, forged buttons | test_access |
| files: captions, several, uploads that fail, restarts, sizes | test_uploads |
| menus by scope and language, "chat not found" | test_menus |
"""
