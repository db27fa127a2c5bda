"""When a meeting was opened and closed in the portal."""

from django.utils import timezone

from meetings.models import Meeting
from portal.kernel import thai
from portal.kernel.models import Activity


def closed_today(meeting: Meeting) -> bool:
    """Whether somebody closed it in the portal today, whatever hour was written down."""
    if meeting.state != Meeting.State.CLOSED or meeting.opened_at is None:
        return False
    told = Activity.objects.about(meeting).filter(verb="meeting.closed").order_by("-pk").first()
    return told is not None and thai.day_of(told.at) == timezone.localdate()
