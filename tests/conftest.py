import os
from collections.abc import Iterator

import hypothesis
import pytest

from bot.settings import EXAMPLES, Settings

# How long an example takes says more of the machine than of the code; benchmarks measure time.
hypothesis.settings.register_profile("sohop", deadline=None)
hypothesis.settings.load_profile("sohop")


@pytest.fixture(scope="session", autouse=True)
def _no_settings_of_this_machine() -> Iterator[None]:
    """Tests run alike on a machine where the bot is set up: no variables, no `.env`."""
    with pytest.MonkeyPatch.context() as patch:
        for name in EXAMPLES.keys() & os.environ.keys():
            patch.delenv(name)
        patch.setitem(Settings.model_config, "env_file", None)
        yield
