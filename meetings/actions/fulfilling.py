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
def complete_action_item(
    item: ActionItem, *, result: str, by: User, because: str = ""
) -> ActionItem:
    """Say that what the meeting assigned is done, and what came of it; of a region's work, which
    its report answers, also ``because`` of what there is none. Both stand in the result."""
    _refuse_untold(item, because)
    told = {"result": "\n".join(filter(None, [result, because])), "version": F("version") + 1}
    open_one = ActionItem.objects.open().filter(pk=item.pk)
    won = open_one.update(done_at=timezone.now(), done_by=by, **told)
    item.refresh_from_db()
    if not won:
        raise _refused(item)
    record("action_item.completed", item, by=by)
    return item


def _refuse_untold(item: ActionItem, because: str) -> None:
    if not item.is_current(on=timezone.localdate()):
        raise RuleBroken(_("งานนี้เป็นของคณะชุดก่อน บันทึกผลภายหลังไม่ได้"), code="earlier-generation")
    if item.region_id and not because:
        raise RuleBroken({"because": _("บอกเหตุที่ไม่ได้มาในรายงานภาค")}, code="no-reason")


def _refused(item: ActionItem) -> RuleBroken:
    if item.withdrawn_at:
        return RuleBroken(_("งานนี้ยกเลิกไปแล้ว"), code="withdrawn")
    return RuleBroken(_("มีผู้บันทึกผลของงานนี้แล้ว"), code="already-done")
