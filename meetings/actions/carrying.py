"""เรื่องสืบเนื่อง: take up what is unfinished, leave one out with a reason, and settle each."""

from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import F, Max, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from meetings.models import ActionItem, CarriedItem, Meeting, Minutes
from meetings.queries.carried import SETTLING, TAKING_UP, seen_words, uncarried
from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken
from portal.kernel.models import User

from .carrying_requests import carry_requests
from .record_rules import note_held, writes_record

Outcome = CarriedItem.Outcome


def carry_over(meeting: Meeting) -> list[CarriedItem]:
    """Write down what the meeting takes up by today and has no row for yet. Whatever turns a
    meeting that has not begun does this; between two turns its page adds the rest by itself.
    What regions asked and the centre owes them still comes with it."""
    carry_requests(meeting)
    waiting = list(uncarried(meeting.pk, on=timezone.localdate()))
    last = meeting.carried_items.aggregate(last=Max("position"))["last"] or 0
    rows = [
        CarriedItem(meeting=meeting, action_item=item, position=position)
        for position, item in enumerate(waiting, start=last + 1)
    ]
    # Two at once write the same: the later one leaves what stands.
    return CarriedItem.objects.bulk_create(rows, ignore_conflicts=True)


# -- Before the meeting -----------------------------------------------------------------


@transaction.atomic
def leave_out(meeting: Meeting, item: ActionItem, *, reason: str, by: User) -> CarriedItem:
    """Take one off the agenda. Its row stays, so that it is counted as carried all the same."""
    row = _row_to_come(meeting, item)
    if row.removed_at:
        raise RuleBroken(_("มีผู้นำเรื่องนี้ออกจากวาระไปแล้ว"), code="already-removed")
    now = timezone.now()
    _write(row, removed_at=now, removed_by=by, removed_because=reason)
    record("carried_item.removed", row, by=by, reason=reason)
    return row


@transaction.atomic
def put_back(meeting: Meeting, item: ActionItem, *, by: User) -> CarriedItem:
    """Take one up after all."""
    row = _row_to_come(meeting, item)
    if row.removed_at is None:
        raise RuleBroken(_("เรื่องนี้อยู่ในวาระแล้ว"), code="not-removed")
    _write(row, removed_at=None, removed_by=None, removed_because="")
    record("carried_item.returned", row, by=by)
    return row


# -- In session ---------------------------------------------------------------------------


@writes_record
def finish_carried_item(meeting: Meeting, item: ActionItem, *, seen: str, by: User) -> CarriedItem:
    """เสร็จ: the meeting holds it done; where nobody had said so, it is done from now on."""
    row, at = _row_to_settle(meeting, item, seen), timezone.now()
    if row.action_item.withdrawn_at:
        raise _refused(row)
    _open_one(row).update(done_at=at, done_by=by, version=F("version") + 1)
    return _settle(row, Outcome.DONE, at=at, by=by)


@writes_record
def continue_carried_item(
    meeting: Meeting, item: ActionItem, *, seen: str, by: User
) -> CarriedItem:
    """ดำเนินการต่อ: it waits still, and the next meeting takes it up again."""
    row = _row_to_settle(meeting, item, seen)
    if not row.action_item.is_open:
        raise _refused(row)
    return _settle(row, Outcome.CONTINUED, at=timezone.now(), by=by)


@dataclass(frozen=True)
class Task:
    """What an item asks and by when, and which urgent workstream it moves, if one."""

    title: str
    due_on: date
    due_precision: str = ActionItem.Precision.DAY
    workstream: str = ""


@writes_record
def change_carried_item(
    meeting: Meeting, item: ActionItem, task: Task, *, seen: str, by: User
) -> CarriedItem:
    """เปลี่ยน: another day, or other words; what stood before is kept beside it."""
    row, at = _row_to_settle(meeting, item, seen), timezone.now()
    before = row.action_item
    edited = {"version": F("version") + 1, "edited_at": at, "edited_by": by}
    if not _open_one(row).update(**asdict(task), **edited):
        raise _refused(row)
    told = {"due_before": before.due_on.isoformat(), "due_after": task.due_on.isoformat()}
    return _settle(row, Outcome.CHANGED, at=at, by=by, **told)


@writes_record
def withdraw_carried_item(
    meeting: Meeting, item: ActionItem, *, reason: str, seen: str, by: User
) -> CarriedItem:
    """ยกเลิก: nobody waits for it any more; it stays, and says why."""
    row, at = _row_to_settle(meeting, item, seen), timezone.now()
    withdrawn = {"withdrawn_at": at, "withdrawn_by": by, "withdrawn_because": reason}
    if not _open_one(row).update(**withdrawn, version=F("version") + 1):
        raise _refused(row)
    return _settle(row, Outcome.WITHDRAWN, at=at, by=by, reason=reason)


# -- The gate ------------------------------------------------------------------------------


def _row_to_come(meeting: Meeting, item: ActionItem) -> CarriedItem:
    """Ours until the transaction ends, of a meeting that has not begun."""
    meeting = _held(meeting)
    if meeting.state not in TAKING_UP:
        raise RuleBroken(_("การประชุมเริ่มแล้ว ใช้ปุ่มของแต่ละเรื่องแทนการนำออกจากวาระ"), code="begun")
    carry_over(meeting)
    return _row(meeting, item)


def _row_to_settle(meeting: Meeting, item: ActionItem, seen: str) -> CarriedItem:
    """The same, of a meeting in session or closed whose minutes are not adopted; what this
    meeting itself had settled before is undone, unless somebody settled it since ``seen``."""
    meeting = _held(meeting)
    if meeting.state not in SETTLING or meeting.source:
        raise RuleBroken(_("บันทึกผลได้ตั้งแต่เริ่มประชุม"), code="not-begun")
    if Minutes.objects.filter(meeting=meeting, state=Minutes.State.ADOPTED).exists():
        raise RuleBroken(_("รับรองรายงานการประชุมแล้ว จึงแก้ไม่ได้"), code="adopted")
    row = _row(meeting, item)
    _refuse_settled_otherwise(row, meeting, seen)
    note_held(meeting)
    _undo(row)
    return row


def _refuse_settled_otherwise(row: CarriedItem, meeting: Meeting, seen: str) -> None:
    if row.removed_at:
        raise RuleBroken(_("เรื่องนี้นำออกจากวาระไปแล้ว"), code="already-removed")
    if seen_words(row.settled_at) != seen:
        raise RuleBroken(_("มีผู้บันทึกผลของเรื่องนี้ไปก่อนท่าน โปรดดูผลล่าสุด"), code="stale")
    later = CarriedItem.objects.filter(
        action_item=row.action_item_id, meeting__starts_on__gt=meeting.starts_on
    )
    if later.exclude(outcome="").exists():
        raise RuleBroken(_("การประชุมครั้งหลังบันทึกผลของเรื่องนี้แล้ว แก้ได้ในครั้งนั้น"), code="settled-later")


def _held(meeting: Meeting) -> Meeting:
    return Meeting.objects.select_for_update(of=["self"]).get(pk=meeting.pk)


def _row(meeting: Meeting, item: ActionItem) -> CarriedItem:
    rows = CarriedItem.objects.select_for_update().select_related("action_item")
    return rows.get(meeting=meeting, action_item=item)


def _undo(row: CarriedItem) -> None:
    """What the outcome did to the item carries its very moment; what others did stays."""
    item = ActionItem.objects.filter(pk=row.action_item_id)
    if row.outcome == Outcome.DONE:
        item.filter(done_at=row.settled_at).update(done_at=None, done_by=None)
    if row.outcome == Outcome.WITHDRAWN:
        item.filter(withdrawn_at=row.settled_at).update(
            withdrawn_at=None, withdrawn_by=None, withdrawn_because=""
        )
    row.action_item.refresh_from_db()


def _open_one(row: CarriedItem) -> QuerySet[ActionItem]:
    return ActionItem.objects.open().filter(pk=row.action_item_id)


def _refused(row: CarriedItem) -> RuleBroken:
    words = _("มีผู้บันทึกว่างานนี้เสร็จแล้ว") if row.action_item.done_at else _("งานนี้ยกเลิกไปแล้ว")
    return RuleBroken(words, code="not-open")


def _settle(row: CarriedItem, outcome: str, *, at: datetime, by: User, **told) -> CarriedItem:
    _write(row, outcome=outcome, settled_at=at, settled_by=by)
    record("carried_item.settled", row, by=by, outcome=str(outcome), **told)
    return row


def _write(row: CarriedItem, **changes) -> None:
    CarriedItem.objects.filter(pk=row.pk).update(**changes)
    row.refresh_from_db()
