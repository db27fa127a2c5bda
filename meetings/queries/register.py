"""ทะเบียนมติ: resolutions with what each asks of whom, as a grid of the regions (B4)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Q, QuerySet

from committees.models import Committee
from meetings.models import ActionItem, CarriedItem, Resolution, ResolutionChange
from portal.kernel.models import Activity, User
from regions.models import Region

from .fulfilment import ACCEPTED, Fulfilment, Told, fulfilment_of, told_of, with_evidence
from .quorum import Quorum
from .roll_asked import roll_of

# How an obligation is woven: the densest last, so that a cell of several shows the least done.
WEAVES = {
    Fulfilment.UNANSWERED: "none",
    Fulfilment.UNRECORDED: "none",
    Fulfilment.DOING: "draft",
    Fulfilment.CLAIMED: "wait",
    Fulfilment.HELD: "held",
    Fulfilment.DONE: "done",
}
CLOSED = (Fulfilment.HELD, Fulfilment.DONE)
ORDER = list(WEAVES)


@dataclass(frozen=True)
class Obligation:
    """One item with its evidence."""

    item: ActionItem
    fulfilment: Fulfilment
    told: Told | None
    is_readable: bool
    is_late: bool

    @property
    def settled(self) -> list[CarriedItem]:
        """What meetings said of it since."""
        return self.item.settled


class Task(NamedTuple):
    """What it asks of several, said once above the rows."""

    title: str
    due: str
    obligations: list[Obligation]


class Cell(NamedTuple):
    """A region in the grid: everything the resolution asks of it as one."""

    region: Region
    fulfilment: Fulfilment
    obligations: list[Obligation]

    @property
    def weave(self) -> str:
        return WEAVES[self.fulfilment]


@dataclass(frozen=True)
class Entry:
    """One row of the register."""

    resolution: Resolution
    obligations: list[Obligation]

    @cached_property
    def cells(self) -> list[Cell]:
        """The regions it asks something of, in their order; what was withdrawn asks nothing."""
        asked: dict[Region, list[Obligation]] = {}
        for one in self.obligations:
            if one.item.region and one.fulfilment != Fulfilment.WITHDRAWN:
                asked.setdefault(one.item.region, []).append(one)
        cells = [Cell(region, least(ones), ones) for region, ones in asked.items()]
        return sorted(cells, key=lambda cell: cell.region.number)

    @property
    def tasks(self) -> list[Task]:
        alike = groupby(self.obligations, key=lambda one: one.item.asked)
        return [Task(title, due, list(ones)) for (title, due, _stream), ones in alike]

    @property
    def weaves(self) -> list[str]:
        return [cell.weave for cell in self.cells]

    @property
    def done(self) -> int:
        return sum(cell.fulfilment in CLOSED for cell in self.cells)

    @property
    def others(self) -> list[Obligation]:
        """What it asks of units and people."""
        return [one for one in self.obligations if one.item.region is None]

    @property
    def others_done(self) -> int:
        return sum(one.fulfilment == Fulfilment.DONE for one in self.others)

    @property
    def is_unrecorded(self) -> bool:
        """Of an earlier generation: nobody wrote what came of it."""
        return any(one.fulfilment == Fulfilment.UNRECORDED for one in self.obligations)


def least(obligations: Iterable[Obligation]) -> Fulfilment:
    return min((one.fulfilment for one in obligations), key=ORDER.index)


def entries(resolutions: Iterable[Resolution], *, on: date, reader: User | None) -> list[Entry]:
    """Four statements, however many resolutions there are."""
    resolutions = list(resolutions)
    items = ActionItem.objects.filter(resolution__in=resolutions).select_related(
        "resolution__meeting__committee", "region", "unit", "person", "answered_by"
    )
    asked: dict[int, list[Obligation]] = {}
    for item in with_evidence(items).order_by("position", "pk"):
        asked.setdefault(item.resolution_id, []).append(_obligation(item, on=on, reader=reader))
    return [Entry(resolution, asked.get(resolution.pk, [])) for resolution in resolutions]


def _obligation(item: ActionItem, *, on: date, reader: User | None) -> Obligation:
    told = told_of(item)
    item.answer_has_passed = bool(item.answered_by) and item.answered_by.state == ACCEPTED
    return Obligation(
        item=item,
        fulfilment=fulfilment_of(item, told, on=on),
        told=told,
        is_readable=told is not None and told.is_readable(reader),
        is_late=item.is_overdue(on=on),
    )


def quorum_at_vote(resolution: Resolution) -> Quorum | None:
    """That of the moment it was put (promise 11); none where nobody says when."""
    at = resolution.decided_at
    return roll_of(resolution.meeting).quorum_at_vote(at) if at else None


# -- What changed it ---------------------------------------------------------------------


class Supersession(NamedTuple):
    """One change with its reason, and who entered it when."""

    change: ResolutionChange
    told: Activity | None

    @property
    def reason(self) -> str:
        return self.told.detail.get("reason", "") if self.told else ""


def supersessions(changes: QuerySet[ResolutionChange]) -> list[Supersession]:
    """Each with its reason: two statements."""
    rows = list(changes.select_related("resolution__meeting", "earlier__meeting").order_by("pk"))
    kind = ContentType.objects.get_for_model(ResolutionChange)
    told = Activity.objects.filter(subject_type=kind, subject_id__in=[row.pk for row in rows])
    by_change = {entry.subject_id: entry for entry in told.select_related("by__person")}
    return [Supersession(row, by_change.get(row.pk)) for row in rows]


class TakenBack(NamedTuple):
    """A change that was entered by mistake: which it was, and why it was taken back."""

    kind: str
    later: Resolution
    earlier: Resolution
    told: Activity

    @property
    def reason(self) -> str:
        return self.told.detail["reason"]


def taken_back(resolution: Resolution) -> list[TakenBack]:
    """What it is no longer said to have done or suffered, the latest first: two statements. The
    history of the rows has what each change was."""
    ends = Q(resolution=resolution) | Q(earlier=resolution)
    events = ResolutionChange.pgh_event_model.objects.filter(ends, pgh_label="delete")
    gone = events.select_related("resolution__meeting", "earlier__meeting").order_by("-pgh_id")
    told = Activity.objects.filter(verb="resolution.reinstated", detail__has_key="change")
    kind = ContentType.objects.get_for_model(Resolution)
    about = told.filter(subject_type=kind, subject_id__in=[row.earlier_id for row in gone])
    by_change = {entry.detail["change"]: entry for entry in about.select_related("by__person")}
    return [
        TakenBack(row.get_kind_display(), row.resolution, row.earlier, by_change[row.pgh_obj_id])
        for row in gone
        if row.pgh_obj_id in by_change
    ]


def changeable_by(resolution: Resolution) -> list[Resolution]:
    """Earlier ones that it may amend or revoke: of the same body, also in generations before,
    and not revoked yet; the latest first."""
    revoked = ResolutionChange.objects.filter(kind=ResolutionChange.Kind.REVOKES)
    own = resolution.changes.values("earlier")
    found = (
        Resolution.objects.filter(_of_the_same_body(resolution.meeting.committee))
        .exclude(pk__in=revoked.values("earlier"))
        .exclude(pk__in=own)
        .select_related("meeting")
        .order_by(F("meeting__starts_on").desc(nulls_last=True), "-meeting", "number")
    )
    return [earlier for earlier in found if earlier.moment < resolution.moment]


def _of_the_same_body(body: Committee) -> Q:
    """Each generation has a row of its own."""
    columns = ["kind", "issue", "region", "province"]
    if body.kind in (body.Kind.UNIT, body.Kind.SECRETARIAT, body.Kind.BOARD):
        columns.append("name")
    return Q(**{f"meeting__committee__{name}": getattr(body, name) for name in columns})
