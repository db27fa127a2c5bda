"""What home pages ask of meetings."""

from datetime import date

from django.db.models import Q, QuerySet

from meetings.models import ActionItem, ExecutiveSummary, Meeting
from portal.kernel.models import User
from regions.models import rights_of

from .replies import with_own_invitation


def next_meeting(user: User, *, on: date) -> Meeting | None:
    """The called meeting that is under way or comes next, with ``.own``: what brings
    ``own_invitation``."""
    return (
        Meeting.objects.visible_to(user)
        .upcoming(on=on)
        .for_list()
        .annotate(own=with_own_invitation(user))
        .order_by("starts_on", "pk")
        .first()
    )


def open_items_for(user: User, *, on: date) -> QuerySet[ActionItem]:
    """What still waits: everything for the centre, for others their regions' and their own."""
    items = ActionItem.objects.visible_to(user).pending(on=on).for_list()
    rights = rights_of(user)
    if rights.sees_everything:
        return items
    return items.filter(Q(region__in=rights.regions) | Q(person__user=user))


def overdue_count(user: User, *, on: date) -> int:
    return open_items_for(user, on=on).filter(due_on__lt=on).count()


def latest_summary() -> ExecutiveSummary | None:
    """The newest published summary: anybody may read it."""
    published = ExecutiveSummary.objects.filter(published_at__isnull=False)
    return published.select_related("meeting__province").order_by("-meeting__starts_on").first()
