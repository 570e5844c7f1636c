from pathlib import Path

from docs.readme import README, rewritten

ROOT = Path(__file__).parents[1]


def test_the_readme_says_what_the_program_does() -> None:
    """Mend by `python docs/readme.py`."""
    text = README.read_text(encoding="utf-8")

    assert text == rewritten(text)


def test_every_file_that_the_readme_links_is_there() -> None:
    text = README.read_text(encoding="utf-8")
    links = [part.split(")")[0] for part in text.split("](")[1:]]

    assert [link for link in links if not (ROOT / link).exists()] == []
