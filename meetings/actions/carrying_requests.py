"""คำขอของภาคที่ส่วนกลางยังไม่ตอบ: taken up by themselves, left out with a reason (B5)."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from meetings.models import CarriedRequest, Meeting
from meetings.queries.carried import TAKING_UP
from meetings.queries.carried_requests import overdue_requests, takes_requests_up
from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken
from portal.kernel.models import User
from regions.models import SupportRequest


def carry_requests(meeting: Meeting) -> None:
    """Write down what the meeting takes up by today, and let go what was answered meanwhile."""
    if not takes_requests_up(meeting):
        return
    overdue = list(overdue_requests(on=timezone.localdate()))
    meeting.carried_requests.filter(removed_at=None).exclude(request__in=overdue).delete()
    rows = [CarriedRequest(meeting=meeting, request=request) for request in overdue]
    # Two at once write the same: the later one leaves what stands.
    CarriedRequest.objects.bulk_create(rows, ignore_conflicts=True)


@transaction.atomic
def leave_request_out(
    meeting: Meeting, request: SupportRequest, *, reason: str, by: User
) -> CarriedRequest:
    """Take one off the agenda. Its row stays and says why; the centre owes the answer still."""
    row = _row_to_come(meeting, request)
    if row.removed_at:
        raise RuleBroken(_("มีผู้นำเรื่องนี้ออกจากวาระไปแล้ว"), code="already-removed")
    _write(row, removed_at=timezone.now(), removed_by=by, removed_because=reason)
    record("carried_request.removed", row, by=by, reason=reason)
    return row


@transaction.atomic
def put_request_back(meeting: Meeting, request: SupportRequest, *, by: User) -> CarriedRequest:
    """Take one up after all."""
    row = _row_to_come(meeting, request)
    if row.removed_at is None:
        raise RuleBroken(_("เรื่องนี้อยู่ในวาระแล้ว"), code="not-removed")
    _write(row, removed_at=None, removed_by=None, removed_because="")
    record("carried_request.returned", row, by=by)
    return row


def _row_to_come(meeting: Meeting, request: SupportRequest) -> CarriedRequest:
    """Ours until the transaction ends, of a meeting that has not begun."""
    meeting = Meeting.objects.select_for_update(of=["self"]).get(pk=meeting.pk)
    if meeting.state not in TAKING_UP:
        raise RuleBroken(_("การประชุมเริ่มแล้ว จึงนำออกจากวาระไม่ได้"), code="begun")
    carry_requests(meeting)
    rows = CarriedRequest.objects.select_for_update().filter(meeting=meeting, request=request)
    row = rows.first()
    if row is None:
        raise RuleBroken(_("ส่วนกลางตอบคำขอนี้แล้ว จึงไม่อยู่ในวาระ"), code="answered")
    return row


def _write(row: CarriedRequest, **changes) -> None:
    CarriedRequest.objects.filter(pk=row.pk).update(**changes)
    row.refresh_from_db()
