"""มอบหมาย: who does what by when, each owner an item of their own."""

from collections.abc import Sequence
from dataclasses import asdict
from uuid import UUID

from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from committees.models import Committee
from meetings.actions.carrying import Task
from meetings.actions.record_rules import writes_record
from meetings.models import ActionItem, Meeting, Resolution
from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken
from portal.kernel.models import Once, Person, User
from regions.models import Region

from .gate import at_the_end, hold_begun, keep, refuse_changed

Owner = Region | Committee | Person
COLUMNS = {Region: "region", Committee: "unit", Person: "person"}
Precision = ActionItem.Precision


@writes_record
def assign(
    resolution: Resolution, task: Task, owners: Sequence[Owner], *, token: UUID, by: User
) -> list[ActionItem]:
    """One item for each owner, so that each is answered by itself. Sent twice, it is one."""
    meeting = hold_begun(resolution.meeting_id)
    resolution.refresh_from_db()
    _refuse_past(meeting, task)
    _once, is_new = Once.objects.get_or_create(token=token)
    if not is_new:
        return []
    first = at_the_end(resolution.action_items.all())
    items = [
        ActionItem.objects.create(
            resolution=resolution, position=first + at,
            **{COLUMNS[type(owner)]: owner}, **asdict(task),
        )
        for at, owner in enumerate(owners)
    ]  # fmt: skip
    for item in items:
        record("action_item.assigned", item, by=by)
    return items


@writes_record
def rewrite_assignment(item: ActionItem, task: Task, *, version: int, by: User) -> ActionItem:
    """Other words or another day. Another owner is another item."""
    meeting = hold_begun(item.resolution.meeting_id)
    _refuse_past(meeting, task)
    keep(item, version, by=by, **asdict(task))
    record("action_item.rewritten", item, by=by)
    return item


@writes_record
def remove_assignment(item: ActionItem, *, version: int, by: User) -> None:
    """Take off what was written down by mistake. What somebody answered, carried over or
    finished stays."""
    hold_begun(item.resolution.meeting_id)
    refuse_changed(item, version)
    resolution, number = item.resolution, item.pk
    try:
        if not item.is_open:
            raise ProtectedError("settled", {item})
        item.delete()
    except ProtectedError as refusal:
        text = _("งานนี้มีผู้ตอบหรือบันทึกผลแล้ว นำออกไม่ได้")
        raise RuleBroken(text, code="in-use") from refusal
    record("action_item.removed", resolution, by=by, item=number)


def _refuse_past(meeting: Meeting, task: Task) -> None:
    if task.due_on < meeting.starts_on:
        field = "due_month" if task.due_precision == Precision.MONTH else "due_on"
        raise RuleBroken({field: _("กำหนดเสร็จต้องไม่ก่อนวันประชุม")}, code="past")
