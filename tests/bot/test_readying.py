import gc
import subprocess
import sys

from bot.readying import get_ready

READ_AFTER = """
import asyncio
from bot.readying import get_ready
from handlers.asking import words
from reports import lexicon
before = lexicon.phrases.cache_info().currsize, words.phrases.cache_info().currsize
asyncio.run(get_ready(0))
print(*before, lexicon.phrases.cache_info().currsize, words.phrases.cache_info().currsize)
"""


async def test_what_stays_is_left_alone_by_the_garbage_collector() -> None:
    before = gc.get_freeze_count()
    try:
        await get_ready(0)
        assert gc.get_freeze_count() > before + 1000
    finally:
        gc.unfreeze()


def test_the_rules_and_words_are_loaded_before_the_first_report_and_question_come() -> None:
    done = subprocess.run([sys.executable, "-c", READ_AFTER], capture_output=True, text=True, check=True)

    rules, words, rules_after, words_after = map(int, done.stdout.split())
    assert rules_after > rules
    assert words_after > words == 0
