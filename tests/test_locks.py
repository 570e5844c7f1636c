"""What is started is what was tested: the locks agree, carry hashes and name no index."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
RUN, TESTED, MEASURED = (ROOT / f"requirements{kind}.lock" for kind in ("", "-dev", "-bench"))


def pins(lock: Path) -> set[str]:
    return set(re.findall(r"^[a-z][^ ]*==[^ ]+", lock.read_text(encoding="utf-8"), re.MULTILINE))


@pytest.mark.parametrize("lock", [TESTED, MEASURED], ids=lambda lock: lock.name)
def test_a_larger_lock_has_the_versions_that_are_started(lock: Path) -> None:
    assert pins(RUN)
    assert not pins(RUN) - pins(lock)


@pytest.mark.parametrize("lock", [RUN, TESTED, MEASURED], ids=lambda lock: lock.name)
def test_a_lock_carries_hashes_and_names_no_address(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    blocks = re.split(r"^(?=[a-z])", text, flags=re.MULTILINE)[1:]

    assert all("--hash=sha256:" in block for block in blocks)
    assert "://" not in text
