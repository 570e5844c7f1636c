"""What is corrected: somebody's draft, or a report of the book; and which item and field of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers.chat import Choice, Request
from handlers.codes import Code
from handlers.context import Context
from handlers.deciding import draft_of, read_draft
from handlers.errors import Mistake
from handlers.find import missing
from handlers.texts import Texts
from reports.edits import HEAD, Edit, Item, Key, apply, find_item, highest, marked
from reports.model import ItemKind, Report
from storage import changes, drafts, edits, records, reports
from storage.drafts import Draft
from storage.reports import StoredReport

_AIM = re.compile(r"(d?)([1-9]\d{0,8})(?:[.,]([chnup]?)(\d{1,5}))?")
NEW = 0
"""The ordinal of an item that is to be added."""


@dataclass(frozen=True, slots=True)
class Aim:
    """A place to correct, as buttons and questions name it: "12", "12.3", "d7.c2" (d: a draft)."""

    drafted: bool
    number: int
    key: Key = HEAD

    def __str__(self) -> str:
        item = "" if self.key.kind is None else f".{self.key}"
        return f"{self.subject}{item}"

    @property
    def subject(self) -> str:
        """Name the draft or report alone."""
        return f"{'d' if self.drafted else ''}{self.number}"

    def at(self, key: Key) -> Aim:
        """Aim at another item of the same draft or report."""
        return replace(self, key=key)

    @classmethod
    def parse(cls, text: str) -> Aim | None:
        """Read an aim, None where it is none."""
        match = _AIM.fullmatch(text.strip().lower())
        if match is None:
            return None
        key = HEAD if match[4] is None else Key(ItemKind(match[3]), int(match[4]))
        return cls(bool(match[1]), int(match[2]), key)


@dataclass(frozen=True, slots=True)
class Subject:
    """A draft or a stored report with what was corrected so far; `history` are all its edits."""

    aim: Aim
    report: Report
    history: tuple[Edit, ...] = ()
    draft: Draft | None = None
    stored: StoredReport | None = None

    @property
    def item(self) -> Item | None:
        """Give the item that is aimed at."""
        return find_item(self.report, self.aim.key)

    @property
    def is_new(self) -> bool:
        """Tell whether an item is aimed at that is still to be added."""
        return self.aim.key.kind is not None and self.aim.key.ordinal == NEW

    def check_item(self, *, also_new: bool = True) -> None:
        """Raise Mistake where the item that is aimed at is gone; one that is to be added may be, or not."""
        added = also_new and self.is_new
        if self.aim.key.kind is not None and not added and self.item is None:
            raise Mistake("edit.no_item", code=self.code(self.aim.key))

    def new_key(self, kind: ItemKind) -> Key:
        """Give the key of an item that is added: one that was never used."""
        return Key(kind, highest(self.report, kind, self.history) + 1)

    def name(self, texts: Texts) -> str:
        """Name it for a heading."""
        return texts("edit.draft") if self.draft else texts("report.name", number=self.aim.number)

    def code(self, key: Key) -> str:
        """Name an item: in a draft by its number alone, for it has no code yet."""
        if self.draft or key.kind is None:
            return str(key) or str(self.aim.number)
        return str(Code(self.aim.number, key.kind, key.ordinal))

    def back(self, texts: Texts) -> Choice:
        """Offer the way back: to the preview, or to the report."""
        if self.draft:
            return Choice(texts("button.preview"), f"done {self.draft.id}")
        return Choice(texts("button.open", number=self.aim.number), f"report {self.aim.number}")


async def load_to_change(aim: Aim, request: Request, context: Context) -> Subject:
    """Load what is to be changed: nobody else changes it between the reading and the writing."""
    await context.session.begin()
    return await load(aim, request, context)


async def load(aim: Aim, request: Request, context: Context) -> Subject:
    """Load what is aimed at. Raises Mistake where it is gone, or somebody else's draft."""
    if aim.drafted:
        draft = await draft_of(request, context, aim.number)
        report = await read_draft(context, draft)
        return Subject(aim, report, await edits.of_draft(context.session, draft.id), draft=draft)
    stored = await reports.load(context.session, aim.number)
    if stored is None:
        raise await missing(context, aim.number)
    history = changes.all_edits(await changes.history(context.session, aim.number))
    return Subject(aim, stored.report, history, stored=stored)


async def correct(
    subject: Subject, made: Sequence[Edit], request: Request, context: Context
) -> tuple[Subject, bool]:
    """Put edits over the subject; tells also whether any of them changed anything."""
    told = [edit for edit in made if edit.before != edit.after]
    if not told:
        return subject, False
    made = list(marked(subject.report, told))
    session, who = context.session, request.sender.identity
    if subject.draft:
        await edits.put_of_draft(session, subject.draft.id, made, at=context.now)
        await drafts.touch(session, subject.draft.id, at=context.now)
        report = apply(subject.report, made)
        return replace(subject, report=report, history=(*subject.history, *made)), True
    if subject.stored is None:
        return subject, False
    stored = await changes.change(session, subject.stored, made, actor=who, at=context.now)
    await records.note(
        session, who, "edit", f"report {stored.id}", context.now, items=sorted({str(e.key) for e in made})
    )
    return replace(subject, report=stored.report, stored=stored, history=(*subject.history, *made)), True


def words_of_button(arguments: str, least: int) -> list[str]:
    """Split what stands behind a button. Raises Mistake where it is less than the bot ever wrote."""
    words = arguments.split()
    if len(words) < least:
        raise Mistake("error.old_button")
    return words
