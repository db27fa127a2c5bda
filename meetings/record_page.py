"""The page on which one item is written: each block with its form, its address, and whether
somebody else is at it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.forms import Form
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from portal.kernel.kept_text import take_kept_text
from portal.kernel.thai import time_of_day

from .forms.statements import NewStatementForm
from .forms.writing import (
    DiscussionForm,
    NewRemarkForm,
    NewResolutionForm,
    RemarkForm,
    ResolutionForm,
)
from .models import AgendaItem, Block, Opinion, Proposal, Resolution, Statement
from .queries.quorum import Quorum
from .queries.speakers import day_spoken, speaker_choices
from .queries.writing import ItemPage, is_fresh

KINDS = {
    "discussion": AgendaItem,
    "statements": Statement,
    "opinions": Opinion,
    "proposals": Proposal,
    "resolutions": Resolution,
}
SLUGS = {kind: slug for slug, kind in KINDS.items()}
FORMS = {AgendaItem: DiscussionForm, Resolution: ResolutionForm}
NEW_FORMS = {Statement: NewStatementForm, Resolution: NewResolutionForm}


def label_of(kind: type[Block], number: int | None = None) -> str:
    """What a block of this kind is called, with its number where it has one."""
    words = {
        AgendaItem: _("สรุปการอภิปราย"),
        Statement: _("คำพูด"),
        Opinion: _("ข้อคิดเห็น"),
        Proposal: _("ข้อเสนอ"),
        Resolution: pgettext("record", "มติ"),
    }[kind]
    return words if number is None else _("%(what)sที่ %(n)s") % {"what": words, "n": number}


def address_of(name: str, item: AgendaItem, kind: type[Block], *more: int) -> str:
    return reverse(f"meetings:{name}", args=[item.meeting_id, item.pk, SLUGS[kind], *more])


@dataclass(frozen=True)
class Written:
    """A block that stands, as the page shows it."""

    row: Block
    form: Form
    url: str
    fresh: str
    quorum: Quorum | None = None

    @property
    def anchor(self) -> str:
        return anchor_of(self.row)


def anchor_of(row: Block) -> str:
    return f"{row._meta.model_name}-{row.pk}"


def fresh_words(row: Block, request: HttpRequest, *, at: datetime) -> str:
    """Who else wrote in it just now."""
    if not is_fresh(row, reader=request.user, at=at):
        return ""
    return _("%(who)s เพิ่งแก้ช่องนี้เมื่อ %(clock)s") % {
        "who": writer_of(row),
        "clock": time_of_day(row.edited_at),
    }


def writer_of(row: Block) -> str:
    person = getattr(row.edited_by, "person", None)
    return person.full_name if person else _("ผู้อื่น")


@dataclass(frozen=True)
class RecordPage:
    """``sent`` is the form that came back with errors; it stands in the place of its own."""

    page: ItemPage
    request: HttpRequest
    sent: Form | None = None

    @property
    def item(self) -> AgendaItem:
        return self.page.item

    @cached_property
    def at(self) -> datetime:
        return timezone.now()

    # -- What stands

    @cached_property
    def discussion(self) -> Written:
        return self._written(self.item, None)

    @cached_property
    def statements(self) -> list[Written]:
        return self._numbered(self.page.statements)

    @cached_property
    def opinions(self) -> list[Written]:
        return self._numbered(self.page.opinions)

    @cached_property
    def proposals(self) -> list[Written]:
        return self._numbered(self.page.proposals)

    @cached_property
    def resolutions(self) -> list[Written]:
        return [self._written(row, row.number) for row in self.page.resolutions]

    @property
    def rows(self) -> list[Block]:
        page = self.page
        kinds = (page.statements, page.opinions, page.proposals, page.resolutions)
        return [self.item, *(row for rows in kinds for row in rows)]

    @property
    def fresh(self) -> Iterator[tuple[str, str]]:
        """Of every block: who else is at it, in words, or nothing."""
        for row in self.rows:
            yield anchor_of(row), fresh_words(row, self.request, at=self.at)

    @property
    def saved_at(self) -> str:
        edited = [row.edited_at for row in self.rows if row.edited_at]
        return time_of_day(max(edited)) if edited else ""

    def _numbered(self, rows: list[Block]) -> list[Written]:
        return [self._written(row, number) for number, row in enumerate(rows, start=1)]

    def _written(self, row: Block, number: int | None) -> Written:
        kind = type(row)
        url = address_of("block-save", self.item, kind, row.pk)
        form = self._standing(FORMS.get(kind, RemarkForm), url, row=row)
        form.fields[form.words].label = label_of(kind, number)
        return Written(
            row, form, url, fresh_words(row, self.request, at=self.at), self._quorum(row)
        )

    def _quorum(self, row: Block) -> Quorum | None:
        is_put = isinstance(row, Resolution)
        return self.page.roll.quorum_at_vote(row.decided_at) if is_put else None

    # -- What may be added

    @cached_property
    def new_statement(self) -> Form:
        return self._new(Statement, choices=self.choices)

    @cached_property
    def new_opinion(self) -> Form:
        return self._new(Opinion)

    @cached_property
    def new_proposal(self) -> Form:
        return self._new(Proposal)

    @cached_property
    def new_resolution(self) -> Form:
        return self._new(Resolution)

    @cached_property
    def choices(self) -> list:
        return choices_for(self.page.meeting)

    def _new(self, kind: type[Block], **more) -> Form:
        url = address_of("block-create", self.item, kind)
        about = {"kind": kind, "item": self.item, **more}
        form = self._standing(NEW_FORMS.get(kind, NewRemarkForm), url, **about)
        form.fields["text"].label = _("เพิ่ม%(what)s") % {"what": label_of(kind)}
        form.url = url
        return form

    def _standing(self, form: type[Form], url: str, **about) -> Form:
        """As it was sent and came back, as it was typed before the session ended, or as it is."""
        fresh = form(None, by=self.request.user, **about)
        if self.sent is not None and self.sent.auto_id == fresh.auto_id:
            return self.sent
        typed = take_kept_text(self.request, url)
        return form(typed, by=self.request.user, **about) if typed else fresh


def choices_for(meeting) -> list:
    return speaker_choices(meeting, on=day_spoken(meeting, today=timezone.localdate()))
