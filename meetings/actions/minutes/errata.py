"""ใบแก้ไขรายงาน: what adopted minutes say wrongly, put right by a later meeting; the text stays."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from meetings.models import AgendaItem, Erratum, Meeting, Minutes
from meetings.queries.minutes import is_later, stands_in
from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken
from portal.kernel.models import User

from .versions import hold_minutes


@dataclass(frozen=True)
class Wrong:
    """What stands there, how it should read, and why."""

    wrong: str
    right: str
    reason: str
    item: AgendaItem | None = None


@transaction.atomic
def record_erratum(minutes: Minutes, told: Wrong, *, adopted_in: Meeting, by: User) -> Erratum:
    """Numbered after those there are; never changed itself: a later one puts it right."""
    held = hold_minutes(minutes)
    _refuse_misfit(held, told, adopted_in)
    last = held.errata.aggregate(last=Max("number"))["last"] or 0
    erratum = Erratum.objects.create(
        minutes=held, number=last + 1, item=told.item, wrong=told.wrong, right=told.right,
        reason=told.reason, adopted_in=adopted_in, recorded_at=timezone.now(), recorded_by=by,
    )  # fmt: skip
    record("erratum.recorded", erratum, by=by)
    return erratum


def _refuse_misfit(held: Minutes, told: Wrong, adopted_in: Meeting) -> None:
    if not held.is_adopted:
        raise RuleBroken(_("ใบแก้ไขมีได้เมื่อรับรองรายงานแล้ว ก่อนนั้นแก้ที่บันทึกการประชุม"), code="not-adopted")
    if not is_later(held.meeting, adopted_in):
        raise RuleBroken({"adopted_in": _("เลือกการประชุมครั้งต่อมาที่รับรองใบแก้ไข")}, code="no-meeting")
    if not stands_in(held, told.wrong):
        raise RuleBroken(
            {"wrong": _("ไม่พบข้อความนี้ในรายงานที่รับรองแล้ว คัดลอกจากหน้ารายงานมาวาง")}, code="not-there"
        )
    if held.errata.filter(wrong=told.wrong, right=told.right).exists():
        raise RuleBroken(_("บันทึกใบแก้ไขนี้ไว้แล้ว"), code="twice")
