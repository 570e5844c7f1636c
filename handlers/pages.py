"""Lists that are longer than a screen: pages of sections, and the buttons between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from handlers import show
from handlers.chat import Choice, Reply
from handlers.context import Context
from handlers.richtext import RichText, join
from handlers.texts import Texts

Choices = tuple[tuple[Choice, ...], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a heading; a heading without lines stands for itself."""

    heading: RichText
    lines: tuple[RichText, ...] = ()
    between: str = "\n"

    def __len__(self) -> int:
        return len(self.lines) or 1

    def text(self) -> RichText:
        """Write the heading and its lines."""
        return join([self.heading, join(self.lines, self.between)])


def page_of(arguments: Sequence[str], at: int) -> int:
    """Read a page's number from the arguments; the first where none is given."""
    given = arguments[at] if len(arguments) > at else ""
    return max(int(given), 1) if given.isdecimal() and len(given) < 7 else 1


def pages(count: int, each: int) -> int:
    """Count the pages."""
    return max((count + each - 1) // each, 1)


def page_choices(command: str, page: int, last: int, texts: Texts) -> tuple[Choice, ...]:
    """Offer the pages before and behind; `command` is completed by the page's number."""
    choices = []
    if page > 1:
        choices.append(Choice(texts("page.previous"), f"{command} {page - 1}"))
    if page < last:
        choices.append(Choice(texts("page.next"), f"{command} {page + 1}"))
    return tuple(choices)


def number(page: int, last: int, texts: Texts) -> str:
    """Tell which page this is, where there are several."""
    return texts("page", page=page, pages=last) if last > 1 else ""


def paged(  # noqa: PLR0913 a page is what, of which report, and how much of it
    head: RichText,
    sections: Sequence[Section],
    *,
    command: str,
    report: int,
    page: int,
    each: int,
    context: Context,
    leads_on: Sequence[Choice] = (),
    in_file: bool = False,
) -> Reply:
    """Answer with one page of a report's sections under a head, buttons to the others and to the report.

    `leads_on` are further buttons; with `in_file` a list of several pages can also be had as a file.
    """
    count = sum(map(len, sections))
    each = max(count, 1) if context.whole else each
    last = pages(count, each)
    page = min(page, last)
    shown = [section.text() for section in window(sections, (page - 1) * each, page * each)]
    text = join([head, *shown, number(page, last, context.texts), show.as_of(context)], "\n\n")
    turns = page_choices(f"{command} {report}", page, last, context.texts)
    file = [file_choice(f"export {report} xlsx", context.texts)] if in_file and last > 1 else []
    choices = (*([turns] if turns else []), (open_choice(report, context.texts), *leads_on, *file))
    return Reply(text, choices, asked=f"{command} {report}")


def open_choice(report: int, texts: Texts) -> Choice:
    """Offer to open a report that is not a line of a list."""
    return Choice(texts("button.open", number=report), f"report {report}")


def file_choice(action: str, texts: Texts) -> Choice:
    """Offer a long list as a file."""
    return Choice(texts("button.in_file"), action)


def text_choice(report: int, texts: Texts) -> Choice:
    """Offer a report's own words."""
    return Choice(texts("button.text"), f"text {report}")


def window(sections: Sequence[Section], start: int, end: int) -> Iterator[Section]:
    """Cut lines `start` to `end` out of all sections; a section that goes on repeats its heading."""
    lines = [(section, line) for section in sections for line in section.lines or (RichText(),)]
    for _, group in groupby(lines[start:end], key=lambda pair: id(pair[0])):
        of_section = list(group)
        section = of_section[0][0]
        yield Section(section.heading, tuple(line for _, line in of_section), section.between)
