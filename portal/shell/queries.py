"""What the pages that look over all apps know. Each function says what it costs."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import groupby
from math import ceil
from typing import NamedTuple, Self

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from certification.queries import counted
from meetings.models import ActionItem, ExecutiveSummary, Invitation, Meeting, Resolution
from portal.kernel.models import User
from portal.kernel.pictures import Tile
from regions import tiles
from regions.models import (
    Indicator,
    Province,
    Region,
    RegionalReport,
    ReportingUnit,
    ReportRound,
    RolledFigure,
)

# -- Reports of the month -------------------------------------------------------

State = RegionalReport.State


@dataclass(frozen=True)
class Month:
    """The round of the month, and the reports that still wait from earlier ones."""

    on: date
    round: ReportRound | None
    reports: list[RegionalReport] = field(default_factory=list)
    earlier: list[RegionalReport] = field(default_factory=list)

    def in_state(self, *states) -> list[RegionalReport]:
        return [report for report in self.reports if report.state in states]

    @property
    def sent(self) -> list[RegionalReport]:
        return [report for report in self.reports if report.submitted_at]

    @property
    def late(self) -> list[RegionalReport]:
        """Not sent, although the day has passed until which it was on time."""
        return [r for r in self.in_state(State.DRAFT) if r.is_late(on=self.on)]

    @property
    def to_review(self) -> list[RegionalReport]:
        """Waiting for the secretariat, the longest first."""
        waiting = [*self.earlier, *self.in_state(State.SUBMITTED)]
        return sorted(waiting, key=lambda report: report.sent_at)


def month_of_reports(user: User, *, on: date) -> Month:
    """The latest round opened by ``on``, region by region: two queries."""
    latest = ReportRound.objects.latest_opened(on=on)
    reports = list(
        RegionalReport.objects.listed_for(user)
        .filter(
            Q(round=Subquery(latest.values("pk")[:1])) | Q(state=State.SUBMITTED),
            unit__kind=ReportingUnit.Kind.REGION,
        )
        .for_list(on=on)
        .order_by("unit__region__number", "round__month")
    )
    current = max((report.round for report in reports), key=lambda found: found.month, default=None)
    return Month(
        on=on,
        round=current,
        reports=[report for report in reports if report.round == current],
        earlier=[report for report in reports if report.round != current],
    )


# -- Figures -------------------------------------------------------------------

FIGURES_SECTION = "certification"


class Figure(NamedTuple):
    """One number of one place and month; ``url`` is the list behind it."""

    indicator: Indicator
    month: date
    region: Region | None
    value: Decimal | None
    reported: int
    expected: int

    @property
    def url(self) -> str:
        url = reverse("regions:figure-detail", args=[self.indicator.key, self.month])
        return f"{url}?region={self.region.code}" if self.region else url


class Figures(NamedTuple):
    """The certification numbers of one month: the nation's, and each region's in the same order."""

    nation: list[Figure]
    regions: list[tuple[Region, list[Figure]]]

    @property
    def month(self) -> date:
        return self.nation[0].month


def latest_figures() -> Figures | None:
    """Of the latest month rolled up: one query."""
    latest = RolledFigure.objects.order_by("-round__month").values("round")[:1]
    rows = rolled().filter(round=Subquery(latest)).order_by("region__number", "indicator__position")
    by_region = [
        (region, [figure_of(row) for row in group])
        for region, group in groupby(rows, key=lambda row: row.region)
    ]
    nation = next((figures for region, figures in by_region if region is None), None)
    if nation is None:
        return None
    return Figures(nation, [found for found in by_region if found[0] is not None])


def figures_of(region: Region | None) -> list[Figure]:
    """Of the latest month in which the region (without one, the nation) has numbers: one query."""
    told = RolledFigure.objects.filter(region=region, value__isnull=False)
    latest = told.order_by("-round__month").values("round")[:1]
    rows = rolled().filter(region=region, round=Subquery(latest)).order_by("indicator__position")
    return [figure_of(row) for row in rows]


def rolled() -> QuerySet[RolledFigure]:
    figures = RolledFigure.objects.filter(indicator__section=FIGURES_SECTION)
    return figures.select_related("indicator", "round", "region")


def figure_of(row: RolledFigure) -> Figure:
    return Figure(row.indicator, row.round.month, row.region, row.value, row.reported, row.expected)


# -- Meetings and what they decided ----------------------------------------------


def coming_meeting(user: User, *, on: date) -> Meeting | None:
    """The next meeting, also one only planned, with how far its calling is: one query."""
    coming = (
        Meeting.objects.visible_to(user)
        .filter(
            Q(ends_on=None) | Q(ends_on__gte=on),
            state__in=[Meeting.State.PLANNED, Meeting.State.CALLED],
            source="",
        )
        .select_related("committee", "province", "previous__summary")
        .annotate(
            item_count=Count("items", distinct=True),
            letter_count=invited(channel=Invitation.Channel.LETTER),
            to_phone_count=invited(channel=Invitation.Channel.PHONE, phoned_at=None),
            phoned_count=invited(channel=Invitation.Channel.PHONE, phoned_at__isnull=False),
        )
    )
    return coming.order_by(F("starts_on").asc(nulls_last=True), "pk").first()


def invited(**only) -> Count:
    return Count(
        "invitations",
        filter=Q(**{f"invitations__{name}": value for name, value in only.items()}),
        distinct=True,
    )


@dataclass(frozen=True)
class Unfinished:
    """A resolution of today's committee with work still open."""

    resolution: Resolution
    items: list[ActionItem]
    on: date

    @property
    def done(self) -> int:
        return sum(not item.is_open for item in self.items)

    @property
    def overdue(self) -> list[ActionItem]:
        return [item for item in self.items if item.is_overdue(on=self.on)]

    @property
    def due(self) -> ActionItem:
        """The open item that is due first."""
        return next(item for item in self.items if item.is_open)

    @property
    def weaves(self) -> list[str]:
        return [weave_of(item) for item in self.items]


def weave_of(item: ActionItem) -> str:
    if not item.is_open:
        return "done"
    return "draft" if item.answered_by_id else "none"


def unfinished_resolutions(user: User, *, on: date) -> list[Unfinished]:
    """Resolutions with open work, the one due first on top: one query."""
    waiting = ActionItem.objects.pending(on=on).filter(resolution=OuterRef("resolution"))
    items = ActionItem.objects.visible_to(user).filter(Exists(waiting)).for_list()
    by_resolution = {}
    for item in items:
        by_resolution.setdefault(item.resolution_id, []).append(item)
    found = [Unfinished(rows[0].resolution, rows, on) for rows in by_resolution.values()]
    return sorted(found, key=lambda unfinished: unfinished.due.due_on)


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
    """What the last meeting decided: two queries.

    An earlier generation assigned nothing to the regions of today.
    """
    meeting = Meeting.objects.visible_to(user).held().select_related("summary", "committee").first()
    if meeting is None:
        return None
    mine = ActionItem.objects.current(on=on).filter(resolution=OuterRef("pk"), region=region)
    resolutions = meeting.resolutions.annotate(is_mine=Exists(mine)).order_by("number")
    return Result(meeting, list(resolutions))


# -- The map -------------------------------------------------------------------

METRICS = ("certified", "found", "complete")


def metric_label(metric: str) -> str:
    return {
        "certified": _("องค์กรที่ได้รับการรับรอง"),
        "found": _("องค์กรที่ค้นพบ"),
        "complete": _("องค์กรครบสามจังหวะก้าว"),
    }[metric]


class Scale(NamedTuple):
    """Four steps from one to the greatest value, and nought below them."""

    steps: tuple[int, ...]

    @classmethod
    def of(cls, values: Iterable[int]) -> Self:
        top = max([4, *values])
        return cls(tuple(ceil(top * step / 4) for step in (1, 2, 3)))

    def level(self, value: int) -> int:
        return 0 if not value else 1 + sum(value > step for step in self.steps)

    @property
    def words(self) -> list[str]:
        first, second, third = self.steps
        return [
            _("ไม่มี"),
            span(1, first),
            span(first + 1, second),
            span(second + 1, third),
            _("%(number)s ขึ้นไป") % {"number": third + 1},
        ]


def span(first: int, last: int) -> str:
    return f"{first}–{last}" if last > first else str(last)


class Map(NamedTuple):
    """The provinces by one metric."""

    metric: str
    label: str
    tiles: list[Tile]
    levels: list[str]


def province_map(metric: str, *, on: date) -> Map:
    """Every province by how many of its organisations ``metric`` counts: one query."""
    provinces = list(counted(tiles.provinces_for_tiles(on=on)))
    scale = Scale.of(getattr(province, metric) for province in provinces)

    def read(province: Province) -> tuple[int, str]:
        value = getattr(province, metric)
        words = ngettext("%(count)s องค์กร", "%(count)s องค์กร", value) % {"count": value}
        return scale.level(value), words

    return Map(metric, metric_label(metric), tiles.tiles(provinces, on=on, read=read), scale.words)
