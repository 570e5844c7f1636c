"""The fake server as a process: `python -m tests.fake_telegram --port 8081`."""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys

from tests.fake_telegram.fake import FakeTelegram


def read_arguments(arguments: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fake_telegram", description=__doc__)
    parser.add_argument(
        "--port", type=int, default=0, help="0 takes a free one; the first line printed tells"
    )
    parser.add_argument("--token", default="123456789:FAKE-token-of-the-tests")
    parser.add_argument("--username", default="sohop_bot")
    parser.add_argument("--flood", action="store_true", help="answer 429 above Telegram's limits")
    parser.add_argument("--no-privacy", action="store_true", help="the bot sees all messages in groups")
    return parser.parse_args(arguments)


async def serve(options: argparse.Namespace) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    fake = FakeTelegram(
        token=options.token, username=options.username, flood=options.flood, privacy=not options.no_privacy
    )
    async with fake.serve(options.port):
        sys.stdout.write(f"{fake.url}\n")
        sys.stdout.flush()
        await stop.wait()


if __name__ == "__main__":
    asyncio.run(serve(read_arguments()))
