"""What the pages that look over all apps know. Each function says what it costs."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from math import ceil
from typing import NamedTuple

from django.db.models import Count, Exists, F, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from certification.queries import counted
from meetings.models import ActionItem, Invitation, Meeting, Resolution
from portal.kernel.models import User
from portal.kernel.pictures import Tile
from regions import tiles
from regions.models import (
    Indicator,
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
    def sent(self):
        return [report for report in self.reports if report.submitted_at]

    @property
    def late(self):
        """Not sent, although the day has passed until which it was on time."""
        return [r for r in self.in_state(State.DRAFT) if r.is_late(on=self.on)]

    @property
    def to_review(self):
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


@dataclass(frozen=True)
class Figure:
    """One indicator of one month: of the nation, and of each region."""

    indicator: Indicator
    month: date
    nation: RolledFigure | None
    regions: list[RolledFigure]

    def of(self, region) -> RolledFigure | None:
        return next((row for row in self.regions if row.region_id == region.pk), None)

    @property
    def url(self):
        """The list behind the number."""
        return reverse("regions:figure-detail", args=[self.indicator.key, self.month])


def latest_figures() -> list[Figure]:
    """The certification numbers of the latest month rolled up: one query."""
    latest = RolledFigure.objects.order_by("-round__month").values("round")[:1]
    rolled = (
        RolledFigure.objects.filter(indicator__section=FIGURES_SECTION, round=Subquery(latest))
        .select_related("indicator", "round", "region")
        .order_by("indicator__position", "region__number")
    )
    return [figure_of(list(rows)) for _key, rows in groupby(rolled, lambda row: row.indicator_id)]


def figure_of(rows: list[RolledFigure]) -> Figure:
    return Figure(
        indicator=rows[0].indicator,
        month=rows[0].round.month,
        nation=next((row for row in rows if row.region_id is None), None),
        regions=[row for row in rows if row.region_id is not None],
    )


def by_region(figures: list[Figure]) -> list[tuple]:
    """Each region with its figures in the same order: what a table prints."""
    regions = {row.region_id: row.region for figure in figures for row in figure.regions}
    return [(region, [cell_of(figure, region) for figure in figures]) for region in regions.values()]


def cell_of(figure, region):
    row = figure.of(region)
    return {"value": row and row.value, "url": f"{figure.url}?region={region.code}"}


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


def invited(**only):
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
    def done(self):
        return sum(not item.is_open for item in self.items)

    @property
    def overdue(self):
        return [item for item in self.items if item.is_overdue(on=self.on)]

    @property
    def due(self) -> ActionItem:
        """The open item that is due first."""
        return next(item for item in self.items if item.is_open)

    @property
    def weaves(self):
        return [weave_of(item, on=self.on) for item in self.items]


def weave_of(item, *, on):
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
    def of_my_region(self):
        return [resolution for resolution in self.resolutions if resolution.is_mine]

    @property
    def opening(self):
        """The first paragraph of the summary."""
        return self.summary.text.partition("\n")[0]

    @property
    def summary(self):
        """The published summary, or None."""
        summary = getattr(self.meeting, "summary", None)
        return summary if summary and summary.published_at else None


def latest_result(user: User, region, *, on: date) -> Result | None:
    """What the last meeting decided: two queries. An earlier generation assigned today's regions nothing."""
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
    def of(cls, values: Iterable[int]):
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


def span(first, last):
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

    def read(province):
        value = getattr(province, metric)
        words = ngettext("%(count)s องค์กร", "%(count)s องค์กร", value) % {"count": value}
        return scale.level(value), words

    return Map(metric, metric_label(metric), tiles.tiles(provinces, on=on, read=read), scale.words)
