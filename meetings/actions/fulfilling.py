"""What a meeting assigned, and what came of it."""

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from meetings.models import ActionItem
from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken
from portal.kernel.models import User


@transaction.atomic
def complete_action_item(item: ActionItem, *, result: str, by: User) -> ActionItem:
    """Say that what the meeting assigned is done, and what came of it."""
    if not item.is_current(on=timezone.localdate()):
        raise RuleBroken(_("งานนี้เป็นของคณะชุดก่อน บันทึกผลภายหลังไม่ได้"), code="earlier-generation")
    won = (
        ActionItem.objects.open()
        .filter(pk=item.pk)
        .update(done_at=timezone.now(), done_by=by, result=result, version=F("version") + 1)
    )
    item.refresh_from_db()
    if not won and item.withdrawn_at:
        raise RuleBroken(_("งานนี้ยกเลิกไปแล้ว"), code="withdrawn")
    if not won:
        raise RuleBroken(_("มีผู้บันทึกผลของงานนี้แล้ว"), code="already-done")
    record("action_item.completed", item, by=by)
    return item
