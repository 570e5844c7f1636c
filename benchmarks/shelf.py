"""Measure our reading beside what one takes off the shelf: underthesea's sentence split and named entities.

The same texts for both: the example reports of the tests, and the labelled corpus where it stands beside the
repository. Where underthesea is not installed only ours is measured (`make bench` installs it).
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.measuring import MILLI, Measure
from reports import read_report

PART = "shelf"
ROOT = Path(__file__).parents[1]
FOLDERS = ((ROOT / "tests/reports/examples", "*.json"), (ROOT.parent / "shared/corpus/dev", "*.gold.json"))
CHARACTERS = 8000  # times are told for a report of this length
LIBRARY = "underthesea"

Names = frozenset[str]
Reader = Callable[[str], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A report, and the people that a clerk found in it (folded names)."""

    text: str
    people: Names


def measure(*, quick: bool) -> list[Measure]:
    """Read each text with both, twice: the first time models are loaded and patterns compiled."""
    texts = labelled_texts()[: 3 if quick else None]
    readers: dict[str, Reader] = {"sohop": our_people}
    if importlib.util.find_spec(LIBRARY):
        readers[LIBRARY] = shelf_reader()
    taken = {name: _take(reader, texts) for name, reader in readers.items()}
    ours = taken["sohop"][0]
    return [measure for name, (cpu, f1) in taken.items() for measure in _measures(name, cpu, f1, ours)]


def labelled_texts() -> list[Labelled]:
    """Load every text that has a gold file."""
    return [
        Labelled(_text_of(path).read_text(encoding="utf-8"), _people_of(path))
        for folder, pattern in FOLDERS
        for path in sorted(folder.glob(pattern))
    ]


def our_people(text: str) -> list[str]:
    """Read the whole report, every field of it, and give its people."""
    return [person.name.text for person in read_report(text).people]


def shelf_reader() -> Reader:
    """Make the reader of sentences and names of people."""
    library = importlib.import_module(LIBRARY)

    def people(text: str) -> list[str]:
        sentences = library.sent_tokenize(text)
        return [name for sentence in sentences for name in named(library.ner(sentence))]

    return people


def named(tokens: Iterable[tuple[str, str, str, str]]) -> list[str]:
    """Join the tokens (word, class, phrase, entity) that make up a person's name."""
    names: list[list[str]] = []
    inside = False
    for word, _, _, entity in tokens:
        if entity == "B-PER":
            names.append([word])
        elif entity == "I-PER" and inside:
            names[-1].append(word)
        inside = entity.endswith("-PER")
    return [" ".join(words) for words in names]


def f1_of(read: Iterable[Names], gold: Iterable[Names]) -> float:
    """Give F1 over all texts, a name counting once in each."""
    pairs = list(zip(read, gold, strict=True))
    right = sum(len(found & there) for found, there in pairs)
    total = sum(len(found) + len(there) for found, there in pairs)
    return 2 * right / total if total else 1.0


def _take(reader: Reader, texts: list[Labelled]) -> tuple[float, float]:
    """Give CPU milliseconds for 8,000 characters (median over the texts), and F1 of people."""
    for given in texts:
        reader(given.text)
    times: list[float] = []
    read: list[Names] = []
    for given in texts:
        text = given.text + "\n"  # not the same: a text once read is remembered
        start = time.process_time()
        names = reader(text)
        times.append((time.process_time() - start) * CHARACTERS / len(text))
        read.append(_folded(names))
    return median(times) * MILLI, f1_of(read, (given.people for given in texts))


def _measures(name: str, cpu: float, f1: float, ours: float) -> list[Measure]:
    ratio, against = (None, "") if name == "sohop" else (cpu / ours, "sohop")
    return [
        Measure(PART, f"{name}: {CHARACTERS:,} characters", cpu, "ms", ratio=ratio, against=against),
        Measure(PART, f"{name}: F1 of people", f1, ""),
    ]


def _text_of(gold: Path) -> Path:
    return gold.with_name(gold.name.removesuffix(".json").removesuffix(".gold") + ".txt")


def _people_of(gold: Path) -> Names:
    return _folded(person["name"] for person in json.loads(gold.read_text(encoding="utf-8"))["people"])


def _folded(names: Iterable[str]) -> Names:
    return frozenset(" ".join(name.casefold().split()) for name in names)
