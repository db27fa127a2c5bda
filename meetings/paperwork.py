"""Which official documents a meeting has for a reader, and what each is made of."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.kernel.http import require
from portal.kernel.models import User
from portal.kernel.papers.paper import Document

from . import permissions
from .documents.agenda import agenda
from .documents.form11 import minutes
from .documents.letter import invitations
from .documents.resolutions import NOT_ADOPTED, UNKNOWN, decisions, extract, has_resolution
from .documents.summary import summary
from .models import ExecutiveSummary, Invitation, Meeting
from .queries.documents import (
    Told,
    blank_letter,
    has_letters,
    invited,
    is_recorded,
    letter_to,
    letterhead_of,
    told_of,
)

State = Meeting.State
DRAFT = "ร่าง"
TAKEN_OVER = "เรียบเรียงจากเอกสาร"


class NoLetterhead(Exception):
    """Who sends the letters of this body is not written down yet."""


class Offer(NamedTuple):
    kind: str
    label: str
    is_draft: bool = False


@dataclass(frozen=True)
class Paperwork:
    """Not there for this reader: 404; there, but not theirs: 403."""

    meeting: Meeting
    reader: User
    thai_digits: bool = False

    @cached_property
    def told(self) -> Told:
        return told_of(self.meeting, on=timezone.localdate())

    @property
    def _about(self) -> dict:
        return {"author": self.meeting.committee.name, "thai_digits": self.thai_digits}

    # -- What there is

    @property
    def offers(self) -> list[Offer]:
        """What can be made of the meeting as it stands."""
        is_plan = self.meeting.state == State.PLANNED
        told = getattr(self.meeting, "summary", None)
        every = [
            (self.has_agenda, Offer("agenda", _("ระเบียบวาระการประชุม"), is_plan)),
            (self.has_minutes, Offer("minutes", _("รายงานการประชุม"), self._is_draft)),
            (is_recorded(self.meeting), Offer("decisions", _("สรุปมติ"))),
            (self._may_read(told), Offer("summary", _("สรุปเชิงบริหาร"), not _is_out(told))),
        ]
        return [offer for is_there, offer in every if is_there]

    @property
    def has_agenda(self) -> bool:
        return self.meeting.state != State.CANCELLED

    @property
    def has_minutes(self) -> bool:
        return is_recorded(self.meeting) and self._may_read_minutes

    @property
    def may_write_letters(self) -> bool:
        may = permissions.can_write_letters(self.reader, self.meeting)
        return may and has_letters(self.meeting)

    @property
    def _is_draft(self) -> bool:
        return not (self.meeting.has_adopted_minutes or self.meeting.source)

    @property
    def _standing(self) -> str:
        """What is to be said of the minutes behind a paper; of a past record nobody knows."""
        if self.told.is_adopted:
            return ""
        return UNKNOWN if self.meeting.source else NOT_ADOPTED

    @property
    def _may_read_minutes(self) -> bool:
        """From circulation on whoever reads the meeting; before, who writes or audits them."""
        kept = getattr(self.meeting, "minutes", None)
        if permissions.can_read_draft_minutes(self.reader, self.meeting):
            return True
        return kept is not None and permissions.can_read_minutes(self.reader, kept)

    def _may_read(self, told: ExecutiveSummary | None) -> bool:
        may_read_draft = permissions.can_read_draft_summary(self.reader, self.meeting)
        return _is_out(told) or (told is not None and may_read_draft)

    # -- What each is made of

    def document(self, kind: str) -> Document:
        match kind:
            case "agenda":
                return self.agenda()
            case "minutes":
                return self.minutes()
            case "decisions":
                return self.decisions()
            case "summary":
                return self.summary()
            case "invitations":
                return self.letters(invited(self.meeting))
            case "blank-invitation":
                return self.letters([])
        raise Http404

    def agenda(self) -> Document:
        _there(self.has_agenda)
        mark = DRAFT if self.meeting.state == State.PLANNED else ""
        return agenda(self.told.body, mark=mark, **self._about)

    def minutes(self) -> Document:
        _there(is_recorded(self.meeting))
        require(self._may_read_minutes)
        mark = TAKEN_OVER if self.meeting.source else DRAFT
        mark = "" if self.told.is_adopted else mark
        return minutes(self.told.body, mark=mark, **self._about)

    def decisions(self) -> Document:
        _there(is_recorded(self.meeting))
        return decisions(self.told.body, standing=self._standing, **self._about)

    def extract(self, number: int) -> Document:
        """สำเนามติ"""
        _there(has_resolution(self.told.body, number))
        made = extract(self.told.body, number, standing=self._standing, **self._about)
        return made._replace(name=f"{made.name} มติที่ {number}")

    def summary(self) -> Document:
        told = getattr(self.meeting, "summary", None)
        _there(self._may_read(told))
        mark = "" if _is_out(told) else DRAFT
        return summary(self.told.body, told.text, mark=mark, **self._about)

    def letters(self, to: list[Invitation]) -> Document:
        """One for each; for nobody, one in which whom it is for is written by hand."""
        require(permissions.can_write_letters(self.reader, self.meeting))
        _there(has_letters(self.meeting))
        letterhead = letterhead_of(self.meeting.committee)
        if letterhead is None:
            raise NoLetterhead
        letters = [letter_to(one, self.meeting, letterhead) for one in to]
        letters = letters or [blank_letter(self.meeting, letterhead)]
        return invitations(letters, self.told.body, **self._about)

    def letter(self, pk: int) -> Document:
        """One person's, under their name."""
        to = [one for one in invited(self.meeting) if one.pk == pk]
        _there(bool(to))
        made = self.letters(to)
        return made._replace(name=f"{made.name} {to[0].person.full_name}")


def _is_out(told: ExecutiveSummary | None) -> bool:
    return told is not None and told.published_at is not None


def _there(is_there: bool) -> None:
    if not is_there:
        raise Http404
