"""What every change to the record of a meeting asks first, and what it leaves behind."""

from collections.abc import Callable
from contextvars import ContextVar
from functools import wraps

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from meetings.models import Block, Meeting
from portal.kernel.errors import RuleBroken
from portal.kernel.models import User

from .minutes.versions import keep_version

_held: ContextVar[dict[int, Meeting] | None] = ContextVar("held", default=None)


def writes_record(action: Callable) -> Callable:
    """Wrap an action that writes to the record of a meeting: one transaction, at whose end the
    minutes keep a version of what the record has become (promise 1)."""

    @wraps(action)
    @transaction.atomic
    def written(*args, by: User, **kwargs) -> object:
        token = _held.set({})
        try:
            done = action(*args, by=by, **kwargs)
            for meeting in _held.get().values():
                keep_version(meeting, by=by)
        finally:
            _held.reset(token)
        return done

    return written


def note_held(meeting: Meeting) -> Meeting:
    """The row of this meeting is locked, and its record is about to change."""
    if (held := _held.get()) is not None:
        held[meeting.pk] = meeting
    return meeting


def hold_record(meeting_pk: int) -> Meeting:
    """The meeting's row, locked: its record is open until its minutes are adopted, and one
    taken from a document has what the document says."""
    meeting = Meeting.objects.select_for_update(no_key=True).get(pk=meeting_pk)
    refuse_adopted(meeting)
    if not meeting.takes_record:
        raise RuleBroken(_("การประชุมนี้ยังไม่รับบันทึก หรือเป็นบันทึกจากเอกสารเดิม"), code="wrong-state")
    return note_held(meeting)


def refuse_adopted(meeting: Meeting) -> None:
    if meeting.has_adopted_minutes:
        raise RuleBroken(_("รับรองรายงานการประชุมแล้ว แก้ได้ด้วยใบแก้ไขเท่านั้น"), code="adopted")


def rewrite(block: Block, version: int, /, *, by: User, **changes) -> None:
    """Change a block that is still as it was when ``version`` was read; its row is locked by
    this, and whoever comes second is refused as stale."""
    won = type(block).objects.filter(pk=block.pk, version=version)
    if not won.update(version=version + 1, edited_at=timezone.now(), edited_by=by, **changes):
        raise RuleBroken(_("มีผู้แก้ข้อความนี้หลังจากท่านเปิดหน้านี้"), code="stale")
    block.refresh_from_db()
