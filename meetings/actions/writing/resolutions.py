"""มติ: numbered within the meeting, put at a moment of it."""

from datetime import datetime
from uuid import UUID

from django.db.models import Max, ProtectedError
from django.utils import timezone
from django.utils.translation import gettext as _

from meetings.actions.record_rules import writes_record
from meetings.models import AgendaItem, Meeting, Resolution
from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken
from portal.kernel.models import User

from .gate import hold_begun, keep, made_once, refuse_changed


@writes_record
def put_resolution(
    item: AgendaItem, text: str, *, at: datetime | None, token: UUID, by: User
) -> Resolution:
    """Resolve something. Its number is the next of the meeting, also after one that was taken
    off; without a moment it is put now, while the meeting sits, and otherwise nobody says when."""
    meeting = hold_begun(item.meeting_id)
    _refuse_outside(meeting, at)
    rows = Resolution.objects.filter(item=item)
    if at is None and meeting.state == Meeting.State.IN_SESSION:
        at = timezone.now()

    def make() -> Resolution:
        number = _last_number(meeting) + 1
        return rows.create(meeting=meeting, item=item, number=number, text=text, decided_at=at)

    row, is_new = made_once(token, rows, make)
    if is_new:
        record("resolution.put", row, by=by)
    return row


@writes_record
def rewrite_resolution(
    row: Resolution, text: str, *, at: datetime | None, version: int, by: User
) -> Resolution:
    meeting = hold_begun(row.meeting_id)
    if at != row.decided_at:
        _refuse_outside(meeting, at)
    keep(row, version, by=by, text=text, decided_at=at)
    return row


@writes_record
def remove_resolution(row: Resolution, *, version: int, by: User) -> None:
    """Take off what was never decided. What it assigned goes first, one by one; its number is
    not given again."""
    hold_begun(row.meeting_id)
    refuse_changed(row, version)
    if row.action_items.exists():
        raise RuleBroken(_("มตินี้มีงานที่มอบหมาย นำงานออกก่อน แล้วจึงนำมติออก"), code="has-assignments")
    record("resolution.removed", row.item, by=by, number=row.number)
    try:
        row.delete()
    except ProtectedError as refusal:
        text = _("มีมติอื่นอ้างถึงมตินี้ว่าแก้ไขหรือยกเลิก จึงนำออกไม่ได้")
        raise RuleBroken(text, code="cited") from refusal


def _last_number(meeting: Meeting) -> int:
    """The highest that was ever given in it, as the history of the rows has it."""
    given = Resolution.objects.filter(meeting=meeting)
    ever = Resolution.pgh_event_model.objects.filter(meeting_id=meeting.pk)
    numbers = [rows.aggregate(last=Max("number"))["last"] or 0 for rows in (given, ever)]
    return max(numbers)


def _refuse_outside(meeting: Meeting, at: datetime | None) -> None:
    """Nothing is decided before the meeting was opened, after it closed, or in the future."""
    if at is None:
        return
    if at > timezone.now():
        raise RuleBroken({"clock": _("เวลานี้ยังมาไม่ถึง")}, code="future")
    # The hours are written by the minute.
    opened, closed = meeting.opened_at, meeting.closed_at
    if (opened and at < opened.replace(second=0, microsecond=0)) or (closed and at > closed):
        raise RuleBroken({"clock": _("เวลาลงมติต้องอยู่ระหว่างเริ่มและเลิกประชุม")}, code="outside")
