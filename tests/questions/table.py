"""Read the tables of questions, and tell which are answered as they should be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Expected:
    """A question and what its answer says: how it was understood, how many there are, words."""

    question: str
    understood: str
    count: str
    words: tuple[str, ...]

    def misses(self, answer: str) -> list[str]:
        """List what is not as it should be in an answer."""
        lines = [*answer.splitlines(), "", ""]
        wrong = [] if lines[0].casefold() == self.understood.casefold() else [f"understood: {lines[0]}"]
        wrong += [] if lines[1] == self.count else [f"count: {lines[1]}"]
        return wrong + [f"lacks: {word}" for word in self.words if word not in answer]


def answered() -> Iterator[Expected]:
    """Read the questions that have an answer."""
    understood, count = "", ""
    words: tuple[str, ...] = ()
    for line in _lines("answered.txt"):
        if line.startswith("== "):
            understood, count, told = (part.strip() for part in line.removeprefix("== ").split("|"))
            words = tuple(word.strip() for word in told.split(";"))
        else:
            yield Expected(line, understood, count, words)


@dataclass(frozen=True, slots=True)
class Told:
    """A question, and the words that stand in its answer and those that do not."""

    question: str
    words: tuple[str, ...]

    def misses(self, answer: str) -> list[str]:
        """List what is not as it should be in an answer."""
        there = [word for word in self.words if (word.removeprefix("!") in answer) == word.startswith("!")]
        return [f"has {word[1:]}" if word.startswith("!") else f"lacks {word}" for word in there]


def others() -> Iterator[Told]:
    """Read the questions over the other reports."""
    for line in _lines("others.txt"):
        question, told = line.split("|")
        yield Told(question.strip(), tuple(word.strip() for word in told.split(";")))


@dataclass(frozen=True, slots=True)
class Strange:
    """Questions one after the other, and what the last answer has: one of each group; nothing where empty."""

    questions: tuple[str, ...]
    groups: tuple[tuple[str, ...], ...]
    banned: tuple[str, ...]

    def is_right(self, answer: str) -> bool:
        """Tell whether an answer says what it should: something, or that it is not there."""
        if not self.groups:
            return answer.startswith(("Không có", "Chưa hiểu"))
        refuses = answer.startswith(("Không có trong các báo cáo", "Chưa hiểu"))
        folded = answer.casefold()
        told = all(any(word.casefold() in folded for word in group) for group in self.groups)
        return told and not refuses and not any(word.casefold() in folded for word in self.banned)


def strangers(name: str = "strangers") -> Iterator[Strange]:
    """Read the questions of a stranger."""
    return _strange(f"{name}.txt")


def english(name: str) -> Iterator[Strange]:
    """Read the questions in English over the reports of a folder."""
    return _strange(f"english/{name}.txt")


def _strange(name: str) -> Iterator[Strange]:
    for line in _lines(name):
        asked, told = line.rsplit(" | ", 1)
        words = () if told == "-" else tuple(word.strip() for word in told.split("; "))
        groups = tuple(tuple(word.split(" / ")) for word in words if not word.startswith("!"))
        banned = tuple(word[1:] for word in words if word.startswith("!"))
        yield Strange(tuple(asked.split(" >> ")), groups, banned)


def strangers_reports(name: str = "strangers") -> list[str]:
    """Give the texts of the reports that a stranger asked about."""
    return _texts(name)


def readings() -> Iterator[tuple[str, str]]:
    """Read the questions over the reports of `readings/`, each with what it is understood as."""
    for line in _lines("readings.txt"):
        question, meant = line.split("|")
        yield question.strip(), meant.strip()


def unanswerable() -> list[str]:
    """Read the questions that have none."""
    return list(_lines("unanswerable.txt"))


def _lines(name: str) -> Iterator[str]:
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.strip()


def reports() -> list[str]:
    """Give the texts of the fixed reports, in the order of their numbers."""
    return _texts("reports")


def others_reports() -> list[str]:
    """Give the texts of reports of other offices and fields."""
    return _texts("others")


def readings_reports() -> list[str]:
    """Give the texts of the reports that readings are made over."""
    return _texts("readings")


def _texts(folder: str) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted((FOLDER / folder).glob("*.txt"))]
