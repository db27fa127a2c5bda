"""An item of the agenda while the meeting sits: raised, taken up, discussed, noted."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from meetings.actions.record_rules import writes_record
from meetings.models import AgendaItem, Meeting
from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken
from portal.kernel.models import User

from .gate import at_the_end, hold_begun, keep, made_once


@writes_record
def raise_item(meeting: Meeting, *, section: int, title: str, token: UUID, by: User) -> AgendaItem:
    """Put what comes up in the meeting at the end of its heading; the others keep their numbers."""
    meeting = hold_begun(meeting.pk)
    items = AgendaItem.objects.filter(meeting=meeting)

    def make() -> AgendaItem:
        last = at_the_end(items.filter(section=section))
        return items.create(meeting=meeting, section=section, position=last, title=title)

    item, is_new = made_once(token, items, make)
    if is_new:
        record("agenda_item.raised", item, by=by)
    return item


@transaction.atomic
def take_up_item(item: AgendaItem, *, by: User) -> None:
    """The meeting is at this item now: that is what the screen of the room shows."""
    meeting = hold_begun(item.meeting_id)
    if meeting.state != Meeting.State.IN_SESSION:
        raise RuleBroken(_("การประชุมเลิกแล้ว"), code="not-in-session")
    record("meeting.turned", meeting, by=by, item=item.pk)


@writes_record
def keep_discussion(item: AgendaItem, text: str, *, version: int, by: User) -> AgendaItem:
    """สรุปการอภิปราย"""
    hold_begun(item.meeting_id)
    keep(item, version, by=by, discussion=text)
    return item


@writes_record
def note_item(item: AgendaItem, *, is_noted: bool, by: User) -> AgendaItem:
    """ที่ประชุมรับทราบ, or not after all. It is one word, so the last one stands."""
    hold_begun(item.meeting_id)
    others = AgendaItem.objects.filter(pk=item.pk).exclude(is_noted=is_noted)
    if others.update(is_noted=is_noted):
        record("agenda_item.noted" if is_noted else "agenda_item.unnoted", item, by=by)
    item.refresh_from_db()
    return item
