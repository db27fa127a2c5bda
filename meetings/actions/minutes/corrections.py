"""What members want put right before minutes are adopted, and what became of it."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from meetings.models import AgendaItem, CorrectionRequest, Minutes
from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken
from portal.kernel.models import User

from .versions import hold_minutes

Outcome = CorrectionRequest.Outcome


@transaction.atomic
def ask_for_correction(
    minutes: Minutes, *, text: str, item: AgendaItem | None, by: User
) -> CorrectionRequest:
    """ทักท้วง: said once however often it is sent."""
    held = hold_minutes(minutes)
    if not held.takes_requests(on=timezone.localdate()):
        raise RuleBroken(_("พ้นเวลาทักท้วงแล้ว หรือรายงานนี้ยังไม่ได้เวียน"), code="not-open")
    same = held.correction_requests.filter(text=text, item=item, asked_by=by, outcome="").first()
    if same:
        return same
    asked = CorrectionRequest.objects.create(
        minutes=held, item=item, text=text, asked_at=timezone.now(), asked_by=by
    )
    record("correction.asked", asked, by=by)
    return asked


@transaction.atomic
def settle_correction(
    asked: CorrectionRequest, *, outcome: str, reply: str, by: User
) -> CorrectionRequest:
    """Made, or declined with the reason; the one who asked reads it, and so does everybody."""
    hold_minutes(asked.minutes)
    if outcome == Outcome.DECLINED and not reply:
        raise RuleBroken({"reply": _("บอกเหตุที่ไม่แก้")}, code="no-reason")
    won = CorrectionRequest.objects.filter(pk=asked.pk, outcome="").update(
        outcome=outcome, reply=reply, settled_at=timezone.now(), settled_by=by
    )
    asked.refresh_from_db()
    if not won:
        raise RuleBroken(
            _("มีผู้ตอบคำขอนี้แล้วว่า “%(outcome)s”") % {"outcome": asked.get_outcome_display()},
            code="settled",
        )
    record("correction.settled", asked, by=by, outcome=str(outcome))
    return asked
