"""When a meeting was opened and closed in the portal."""

from datetime import date

from meetings.models import Meeting
from portal.kernel import thai
from portal.kernel.models import Activity


def was_closed(meeting: Meeting, *, on: date) -> bool:
    """Whether somebody closed it in the portal that day, whatever hour was written down."""
    if meeting.state != Meeting.State.CLOSED or meeting.opened_at is None:
        return False
    told = Activity.objects.about(meeting).filter(verb="meeting.closed").order_by("-pk").first()
    return told is not None and thai.day_of(told.at) == on


def may_be_followed(meeting: Meeting) -> bool:
    """In session or closed in the portal, and nothing follows it yet, not even a plan."""
    is_held = meeting.state in (Meeting.State.IN_SESSION, Meeting.State.CLOSED)
    return is_held and not meeting.source and not Meeting.objects.filter(previous=meeting).exists()
