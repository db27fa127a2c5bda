"""What home pages ask of meetings."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from committees.models import Committee
from meetings.models import ActionItem, ExecutiveSummary, Invitation, Meeting
from portal.kernel.models import Person, User
from regions.models import rights_of

from .replies import with_own_invitation
from .responsible import asked_of


def concerning(user: User) -> Q:
    """Of the many meetings one may read, those for one's own pages: of the 67, of one's regions,
    and those one is invited to."""
    invited = Invitation.objects.filter(person__user=user, meeting=OuterRef("pk"))
    the_67 = Q(committee__kind=Committee.Kind.SUBCOMMITTEE)
    return the_67 | Q(committee__region__in=rights_of(user).regions) | Q(Exists(invited))


def next_meeting(user: User, *, on: date) -> Meeting | None:
    """The called meeting that is under way or comes next, else one that was put off, with
    ``.own``: what brings ``own_invitation``."""
    mine = Meeting.objects.visible_to(user).filter(concerning(user))
    return mine.for_list().annotate(own=with_own_invitation(user)).awaited(on=on).first()


def open_items_for(user: User, *, on: date) -> QuerySet[ActionItem]:
    """What still waits: everything for the centre, for others what is asked of their regions, of
    their bodies and of themselves."""
    items = ActionItem.objects.visible_to(user).pending(on=on).for_list()
    rights = rights_of(user)
    if rights.sees_everything:
        return items
    return items.filter(
        Q(region__in=rights.regions) | asked_of(Person.objects.filter(user=user), on=on)
    )


def overdue_count(user: User, *, on: date) -> int:
    return open_items_for(user, on=on).filter(due_on__lt=on).count()


def latest_summary() -> ExecutiveSummary | None:
    """The newest published summary of the centre's bodies: anybody may read it."""
    published = ExecutiveSummary.objects.filter(
        published_at__isnull=False, meeting__committee__region=None
    )
    return published.select_related("meeting__province").order_by("-meeting__starts_on").first()


def summary_awaited(*, after: ExecutiveSummary | None) -> Meeting | None:
    """The latest meeting of the 67 that was closed in the portal, where its summary is still being
    written; nothing where the newest published one is of it or of a later one (promise 9)."""
    held = Meeting.objects.held().filter(committee__kind=Committee.Kind.SUBCOMMITTEE, source="")
    latest = held.select_related("summary").first()
    is_told = latest is None or latest.published_summary is not None
    is_older = after and latest and after.meeting.starts_on >= latest.starts_on
    return None if is_told or is_older else latest
