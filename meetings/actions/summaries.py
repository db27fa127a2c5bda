"""สรุปเชิงบริหาร: a document of its own, written, checked, and public once published (S4)."""

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from meetings.models import ExecutiveSummary, Meeting
from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken
from portal.kernel.models import User

State = Meeting.State


@transaction.atomic
def write_summary(meeting: Meeting, text: str, *, version: int, by: User) -> ExecutiveSummary:
    """What was checked is checked anew once it is rewritten; what is public is withdrawn first,
    so that nobody reads two texts under one address without being told."""
    meeting = Meeting.objects.select_for_update(of=["self"], no_key=True).get(pk=meeting.pk)
    if meeting.source or meeting.state not in (State.IN_SESSION, State.CLOSED):
        raise RuleBroken(_("เขียนสรุปได้ตั้งแต่เริ่มประชุม"), code="not-begun")
    summary = ExecutiveSummary.objects.filter(meeting=meeting).first()
    if summary and summary.published_at:
        raise RuleBroken(_("สรุปนี้เผยแพร่แล้ว ถอนการเผยแพร่ก่อนจึงแก้ได้"), code="published")
    summary = summary or ExecutiveSummary.objects.create(meeting=meeting, text="")
    _turn(
        summary, version, edited_at=timezone.now(), edited_by=by, text=text,
        checked_at=None, checked_by=None,
    )  # fmt: skip
    record("summary.written", summary, by=by)
    return summary


@transaction.atomic
def check_summary(summary: ExecutiveSummary, *, version: int, by: User) -> ExecutiveSummary:
    """Read through and found right; from here it may be published."""
    if summary.published_at:
        raise RuleBroken(_("สรุปนี้เผยแพร่แล้ว"), code="published")
    _turn(summary, version, checked_at=timezone.now(), checked_by=by)
    record("summary.checked", summary, by=by)
    return summary


@transaction.atomic
def publish_summary(summary: ExecutiveSummary, *, version: int, by: User) -> ExecutiveSummary:
    """From here everybody reads it, also strangers."""
    if summary.published_at or not summary.checked_at:
        raise RuleBroken(_("เผยแพร่ได้เมื่อตรวจแล้ว และยังไม่ได้เผยแพร่"), code="wrong-state")
    _turn(summary, version, published_at=timezone.now())
    record("summary.published", summary, by=by)
    return summary


@transaction.atomic
def withdraw_summary(
    summary: ExecutiveSummary, *, reason: str, version: int, by: User
) -> ExecutiveSummary:
    """No longer public, and a draft again; the history says why."""
    if not summary.published_at or summary.meeting.source:
        raise RuleBroken(_("ถอนได้เฉพาะสรุปที่เผยแพร่แล้วและเขียนในระบบนี้"), code="wrong-state")
    _turn(summary, version, published_at=None, checked_at=None, checked_by=None)
    record("summary.withdrawn", summary, by=by, reason=reason)
    return summary


def _turn(summary: ExecutiveSummary, version: int, /, **changes) -> None:
    """Change what is still as it was when ``version`` was read."""
    won = ExecutiveSummary.objects.filter(pk=summary.pk, version=version)
    if not won.update(version=F("version") + 1, **changes):
        raise RuleBroken(_("มีผู้แก้สรุปนี้หลังจากท่านเปิดหน้านี้"), code="stale")
    summary.refresh_from_db()
