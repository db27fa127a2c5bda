"""Who said it, with the position held that day (S6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from meetings.actions.record_rules import rewrite, writes_record
from meetings.models import AgendaItem, Meeting, Speaker, Statement
from meetings.queries.speakers import day_spoken, position_of
from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken
from portal.kernel.models import Person, User

from .gate import at_the_end, hold_begun, made_once


@dataclass(frozen=True)
class Voice:
    """One who speaks: somebody of the register, or only a position. Where the position is left
    out, it is the one the register knows of that day."""

    person: Person | None = None
    held_position: str = ""


@writes_record
def add_statement(
    item: AgendaItem, text: str, voices: Sequence[Voice], *, token: UUID, by: User
) -> Statement:
    meeting = hold_begun(item.meeting_id)
    _refuse_nobody(voices)
    rows = Statement.objects.filter(item=item)

    def make() -> Statement:
        row = rows.create(item=item, position=at_the_end(rows), text=text)
        _write_speakers(row, _named(voices, meeting))
        return row

    row, is_new = made_once(token, rows, make)
    if is_new:
        record("statement.added", row, by=by)
    return row


@writes_record
def rewrite_statement(
    statement: Statement, text: str, voices: Sequence[Voice], *, version: int, by: User
) -> Statement:
    """Say anew what was said and who said it, in their order."""
    meeting = hold_begun(statement.item.meeting_id)
    _refuse_nobody(voices)
    statement.refresh_from_db()
    named = _named(voices, meeting)
    standing = list(statement.speakers.values_list("person", "held_position"))
    if (statement.text, standing) == (text, named):
        return statement
    rewrite(statement, version, by=by, text=text)
    if standing != named:
        statement.speakers.all().delete()
        _write_speakers(statement, named)
        record("statement.attributed", statement, by=by)
    return statement


def _refuse_nobody(voices: Sequence[Voice]) -> None:
    if not voices:
        raise RuleBroken({"speaker": _("เลือกผู้พูด หรือพิมพ์ตำแหน่ง")}, code="nobody")


def _named(voices: Sequence[Voice], meeting: Meeting) -> list[tuple[int | None, str]]:
    """Whom each voice is, with the position held that day where none was written."""
    on = day_spoken(meeting, today=timezone.localdate())
    return [
        (
            voice.person and voice.person.pk,
            voice.held_position or (position_of(voice.person, on=on) if voice.person else ""),
        )
        for voice in voices
    ]


def _write_speakers(statement: Statement, named: list[tuple[int | None, str]]) -> None:
    Speaker.objects.bulk_create(
        Speaker(statement=statement, order=order, person_id=person, held_position=position)
        for order, (person, position) in enumerate(named, start=1)
    )
