"""The next meeting, what is unfinished, and what was decided last."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Case, Count, Exists, Min, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import JSONObject

from committees.models import Committee
from meetings.models import (
    ActionItem,
    AgendaItem,
    ExecutiveSummary,
    Invitation,
    Meeting,
    Resolution,
)
from portal.kernel.models import User
from regions.models import Region
from regions.models.reader import composed_for


class Prepared(NamedTuple):
    """How far a meeting is prepared."""

    items: int = 0
    letters: int = 0
    to_phone: int = 0
    phoned: int = 0
    askable: int = 0  # invited by name, so somebody can answer
    answered: int = 0
    coming: int = 0


BY_PHONE = Q(channel=Invitation.Channel.PHONE)
INVITED = JSONObject(
    letters=Count("pk", filter=Q(channel=Invitation.Channel.LETTER)),
    to_phone=Count("pk", filter=BY_PHONE & Q(phoned_at=None)),
    phoned=Count("pk", filter=BY_PHONE & Q(phoned_at__isnull=False)),
    askable=Count("person"),
    answered=Count("pk", filter=~Q(answer="")),
    coming=Count("pk", filter=Q(answer=Invitation.Answer.COMING)),
)


def coming_meeting(user: User, *, on: date) -> Meeting | None:
    """The next meeting of the centre, also one only planned, with ``.prepared``: one query."""
    meeting = next(iter(first_coming(user, on=on)), None)
    if meeting:
        meeting.prepared = Prepared(items=meeting.item_count or 0, **(meeting.invited or {}))
    return meeting


@composed_for
def first_coming(user: User, *, on: date) -> QuerySet[Meeting]:
    """It alone, with what was ``.invited`` and its ``.item_count``."""
    items = AgendaItem.objects.filter(meeting=OuterRef("pk")).order_by().values("meeting")
    invitations = Invitation.objects.filter(meeting=OuterRef("pk")).order_by().values("meeting")
    coming = still_to_be_held(user, on=on).annotate(
        item_count=Subquery(items.values(count=Count("pk"))),
        invited=Subquery(invitations.values(counts=INVITED)),
    )
    return coming.fixed_first()[:1]


def still_to_be_held(user: User, *, on: date) -> QuerySet[Meeting]:
    """Meetings of the centre, and what their card says of the ones before them."""
    return (
        Meeting.objects.visible_to(user)
        .filter(
            Q(ends_on=None) | Q(ends_on__gte=on),
            state__in=[Meeting.State.PLANNED, Meeting.State.POSTPONED, *Meeting.ANNOUNCED],
            source="",
            committee__region=None,
        )
        .select_related("province", "previous__summary", "previous__minutes", "previous__committee")
    )


@composed_for
def put_off(user: User) -> QuerySet[Meeting]:
    """Meetings of the centre that everybody was told of and that have no day any more."""
    postponed = Meeting.objects.visible_to(user).filter(state=Meeting.State.POSTPONED)
    return postponed.filter(committee__region=None).fixed_first()


class Unfinished(NamedTuple):
    """A resolution of today's committee with work still open."""

    resolution: Resolution
    weaves: list[str]
    due: ActionItem  # the open one due first
    late: int

    @property
    def done(self) -> int:
        return self.weaves.count("done")


WEAVE = Case(
    When(action_items__done_at__isnull=False, then=Value("done")),
    When(action_items__answered_by__isnull=False, then=Value("wait")),
    default=Value("none"),
)


def unfinished_resolutions(user: User, *, on: date) -> list[Unfinished]:
    """Resolutions of today's generation with open work, the one due first on top: one query."""
    return [unfinished(resolution) for resolution in with_open_work(user, on=on)]


@composed_for
def with_open_work(user: User, *, on: date) -> QuerySet[Resolution]:
    """Each with ``.due_on``, how many are ``.late``, its ``.weaves`` and ``.precisions``."""
    sitting = Committee.objects.in_force(on=on)
    asked = Q(action_items__withdrawn_at=None)
    still_open = asked & Q(action_items__done_at=None)
    return (
        Resolution.objects.filter(
            meeting__in=Meeting.objects.visible_to(user).filter(committee__in=sitting)
        )
        .annotate(
            due_on=Min("action_items__due_on", filter=still_open),
            late=Count("action_items", filter=still_open & Q(action_items__due_on__lt=on)),
            weaves=ArrayAgg(
                WEAVE, filter=asked, order_by=["action_items__region__number", "action_items__pk"]
            ),
            precisions=ArrayAgg(
                "action_items__due_precision", filter=still_open, order_by=["action_items__due_on"]
            ),
        )
        .filter(due_on__isnull=False)
        .select_related("meeting")
        .order_by("due_on", "pk")
    )


def unfinished(resolution: Resolution) -> Unfinished:
    due = ActionItem(due_on=resolution.due_on, due_precision=resolution.precisions[0])
    return Unfinished(resolution, resolution.weaves, due, resolution.late)


@dataclass(frozen=True)
class Result:
    """The last meeting held, its resolutions, and which of them concern the reader's region."""

    meeting: Meeting
    resolutions: list[Resolution]

    @property
    def of_my_region(self) -> list[Resolution]:
        return [resolution for resolution in self.resolutions if resolution.is_mine]

    @property
    def opening(self) -> str:
        """The first paragraph of the summary."""
        return self.summary.text.partition("\n")[0]

    @property
    def summary(self) -> ExecutiveSummary | None:
        return self.meeting.published_summary


def latest_result(user: User, region: Region | None, *, on: date) -> Result | None:
    """What the last meeting of the centre decided: two queries.

    An earlier generation assigned nothing to the regions of today.
    """
    held = Meeting.objects.visible_to(user).held().filter(committee__region=None)
    meeting = held.select_related("summary", "committee").first()
    if meeting is None:
        return None
    assigned = ActionItem.objects.current(on=on).filter(resolution=OuterRef("pk"))
    mine = assigned.filter(region=region) if region else assigned.none()
    resolutions = meeting.resolutions.annotate(is_mine=Exists(mine)).order_by("number")
    return Result(meeting, list(resolutions))
