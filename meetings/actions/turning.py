"""The one way a meeting changes: still in its state, and as it was when it was read."""

from django.db.models import F
from django.utils.translation import gettext as _

from meetings.models import Meeting
from portal.kernel.errors import RuleBroken


def turn(meeting: Meeting, state: str, version: int, /, **changes) -> None:
    """Change a meeting that is still in ``state`` and as it was when ``version`` was read."""
    won = Meeting.objects.filter(pk=meeting.pk, state=state, version=version).update(
        version=F("version") + 1, **changes
    )
    meeting.refresh_from_db()
    if not won and meeting.state != state:
        raise RuleBroken(
            _("การประชุมนี้เปลี่ยนเป็น “%(state)s” แล้ว") % {"state": meeting.get_state_display()},
            code="wrong-state",
        )
    if not won:
        raise RuleBroken(_("มีผู้แก้ไขไว้หลังจากท่านเปิดหน้านี้"), code="stale")
