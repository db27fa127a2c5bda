"""What writing the record asks each time: is it open, is the block as it was read, was this
form sent before.

The meeting's row is the queue: whoever writes in one meeting writes one after the other.
"""

from collections.abc import Callable
from uuid import UUID

from django.db.models import Max, QuerySet
from django.utils.translation import gettext as _

from meetings.actions.record_rules import hold_record, rewrite
from meetings.models import Block, Meeting
from portal.kernel.errors import RuleBroken
from portal.kernel.models import Once, User


def hold_begun(meeting_pk: int) -> Meeting:
    """The meeting's row, locked: it has begun, and its minutes are not adopted."""
    meeting = hold_record(meeting_pk)
    if not meeting.takes_writing:
        raise RuleBroken(_("เริ่มประชุมก่อน แล้วจึงจดบันทึก"), code="not-begun")
    return meeting


def keep(block: Block, version: int, /, *, by: User, **values) -> None:
    """Write what was typed, unless it stands there already: the same saved twice is saved once,
    whichever version it was read with. The history of the rows has every version, so that
    nobody is told of a sentence that is half typed."""
    block.refresh_from_db()
    if any(getattr(block, name) != value for name, value in values.items()):
        rewrite(block, version, by=by, **values)


def refuse_changed(block: Block, version: int) -> None:
    """Somebody asks to take off what they read; not what others wrote since."""
    block.refresh_from_db()
    if block.version != version:
        raise RuleBroken(_("มีผู้แก้ข้อความนี้หลังจากท่านเปิดหน้านี้"), code="stale")


def made_once(token: UUID, made: QuerySet, make: Callable[[], Block]) -> tuple[Block, bool]:
    """What the form of this token made, now or before, and whether it was now."""
    once, is_new = Once.objects.get_or_create(token=token)
    if not is_new:
        return made.get(pk=once.result or None), False
    row = make()
    Once.objects.filter(token=token).update(result=str(row.pk))
    return row, True


def at_the_end(rows: QuerySet) -> int:
    return (rows.aggregate(last=Max("position"))["last"] or 0) + 1
