"""Who was at a meeting (thành phần): chair, speakers, attendees, bodies."""

from __future__ import annotations

from collections.abc import Iterator

from handlers import pages, show
from handlers.chat import Reply, Request
from handlers.codes import Code
from handlers.context import Arguments, Context
from handlers.find import report_asked_for
from handlers.pages import Section
from handlers.richtext import RichText, bold, code, join
from handlers.texts import Texts
from reports.model import ItemKind, Person, PersonRole, Report

EACH = 20
# Somebody with several roles is listed under the first of these.
ORDER = (PersonRole.CHAIR, PersonRole.SPEAKER, PersonRole.ATTENDEE, PersonRole.OTHER)


async def list_people(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer `/people [N]`: who chaired, spoke and attended."""
    words = arguments.split()
    stored = await report_asked_for(context, words[0] if words else "", "people")
    texts = context.texts
    head = show.short_heading(stored.id, stored.report, texts("section.people"), texts)
    sections = list(people_sections(stored.id, stored.report, texts))
    if not sections:
        return Reply(join([head, texts("none.people")], "\n\n"))
    return pages.paged(
        head,
        sections,
        command="people",
        report=stored.id,
        page=pages.page_of(words, 1),
        each=EACH,
        context=context,
    )


def people_sections(number: int | None, report: Report, texts: Texts) -> Iterator[Section]:
    """Write people by role, then the bodies and groups said to attend."""
    for role in ORDER:
        lines = tuple(_line(number, person, texts) for person in report.people if _main_role(person) is role)
        if lines:
            yield Section(bold(texts(f"people.{role}")), lines)
    bodies = tuple(RichText("• ") + show.quoted(body, texts, 200) for body in report.participants)
    if bodies:
        title = texts("counted", name=texts("section.participants"), count=len(bodies))
        yield Section(bold(title), bodies)


def _main_role(person: Person) -> PersonRole:
    return next(role for role in ORDER if role in person.roles or role is PersonRole.OTHER)


def _line(number: int | None, person: Person, texts: Texts) -> RichText:
    mark = code(str(Code(number, ItemKind.PERSON, person.ordinal))) if number else RichText("•")
    position = f", {show.quoted(person.position, texts, 160)}" if person.position else ""
    given = f" ({texts('people.roles_typed')})" if person.roles_typed else ""
    return mark + f" {show.quoted(person.name, texts)}{position}{given}"
