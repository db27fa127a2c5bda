"""What the pages that look over all apps know. Each function says what it costs."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from math import ceil
from typing import NamedTuple, Self

from django.contrib.postgres.aggregates import ArrayAgg
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import JSONObject
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from certification.queries import number_in_province
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
from portal.kernel.names import is_english
from portal.kernel.pictures import Tile
from regions import tiles
from regions.models import (
    Region,
    RegionalPost,
    RegionalReport,
    ReportingUnit,
    ReportRound,
    ReportSection,
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
    """The latest round opened by ``on``, region by region, each with ``.weaves_now``: one query."""
    latest = ReportRound.objects.latest_opened(on=on)
    coordinator = RegionalPost.objects.of(RegionalPost.Role.COORDINATOR, on=on).filter(
        region=OuterRef("unit__region")
    )
    sections = ReportSection.objects.filter(report=OuterRef("pk")).order_by("position")
    reports = list(
        RegionalReport.objects.listed_for(user)
        .filter(
            Q(round=Subquery(latest.values("pk")[:1])) | Q(state=State.SUBMITTED),
            unit__kind=ReportingUnit.Kind.REGION,
        )
        .select_related("round", "unit__region")
        .annotate(
            coordinator_phone=Subquery(coordinator.values("person__phone")[:1]),
            told=ArraySubquery(
                sections.values(row=JSONObject(verdict="verdict", version="version"))
            ),
        )
        .order_by("unit__region__number", "round__month")
    )
    for report in reports:
        report.weaves_now = [ReportSection(report=report, **told).progress for told in report.told]
    current = max((report.round for report in reports), key=lambda found: found.month, default=None)
    return Month(
        on=on,
        round=current,
        reports=[report for report in reports if report.round == current],
        earlier=[report for report in reports if report.round != current],
    )


# -- Figures -------------------------------------------------------------------

FIGURES_SECTION = "certification"


class Place(NamedTuple):
    """As much of a region as a table of figures prints."""

    code: str
    mark: str
    name: str


class Figure(NamedTuple):
    """One number of one place and month; ``url`` is the list behind it."""

    indicator: str
    month: date
    region: Place | None
    value: Decimal | None
    reported: int
    expected: int
    url: str


class Figures(NamedTuple):
    """The certification numbers of one month: the nation's, and each region's in the same order."""

    nation: list[Figure]
    regions: list[tuple[Place, list[Figure]]]

    @property
    def month(self) -> date:
        return self.nation[0].month


def latest_figures() -> Figures | None:
    """Of the latest month rolled up: one query."""
    latest = RolledFigure.objects.order_by("-round__month").values("round")[:1]
    rows = RolledFigure.objects.filter(round=Subquery(latest)).order_by("region__number")
    by_region = {}
    for figure in figures_from(rows):
        by_region.setdefault(figure.region, []).append(figure)
    nation = by_region.pop(None, None)
    return Figures(nation, list(by_region.items())) if nation else None


def figures_of(region: Region | None) -> list[Figure]:
    """Of the latest month in which the region (without one, the nation) has numbers: one query."""
    told = RolledFigure.objects.filter(region=region, value__isnull=False)
    latest = told.order_by("-round__month").values("round")[:1]
    return figures_from(RolledFigure.objects.filter(region=region, round=Subquery(latest)))


def figures_from(rows: QuerySet[RolledFigure]) -> list[Figure]:
    """Plain rows, because a table of 27 numbers needs no models."""
    name, short_name = ("name_en", "name_en") if is_english() else ("name", "short_name")
    asked = rows.filter(indicator__section=FIGURES_SECTION).order_by(
        *rows.query.order_by, "indicator__position"
    )
    urls = {}
    return [
        figure_from(urls, *row)
        for row in asked.values_list(
            "indicator__key", f"indicator__{name}", "round__month",
            "region__code", "region__mark", f"region__{short_name}",
            "value", "reported", "expected",
        )
    ]  # fmt: skip


def figure_from(
    urls: dict[str, str],
    key: str,
    name: str,
    month: date,
    code: str,
    mark: str,
    place: str,
    *numbers,
) -> Figure:
    url = urls.setdefault(key, reverse("regions:figure-detail", args=[key, month]))
    if code is None:
        return Figure(name, month, None, *numbers, url)
    return Figure(name, month, Place(code, mark, place), *numbers, f"{url}?region={code}")


# -- Meetings and what they decided ----------------------------------------------


class Prepared(NamedTuple):
    """How far a meeting is prepared."""

    items: int = 0
    letters: int = 0
    to_phone: int = 0
    phoned: int = 0


def coming_meeting(user: User, *, on: date) -> Meeting | None:
    """The next meeting, also one only planned, with ``.prepared``: one query."""
    items = AgendaItem.objects.filter(meeting=OuterRef("pk")).order_by().values("meeting")
    invitations = Invitation.objects.filter(meeting=OuterRef("pk")).order_by().values("meeting")
    by_phone = Q(channel=Invitation.Channel.PHONE)
    invited = JSONObject(
        letters=Count("pk", filter=Q(channel=Invitation.Channel.LETTER)),
        to_phone=Count("pk", filter=by_phone & Q(phoned_at=None)),
        phoned=Count("pk", filter=by_phone & Q(phoned_at__isnull=False)),
    )
    coming = (
        Meeting.objects.visible_to(user)
        .filter(
            Q(ends_on=None) | Q(ends_on__gte=on),
            state__in=[Meeting.State.PLANNED, Meeting.State.CALLED],
            source="",
        )
        .select_related("province", "previous__summary")
        .annotate(
            item_count=Subquery(items.values(count=Count("pk"))),
            invited=Subquery(invitations.values(counts=invited)),
        )
    )
    meeting = coming.order_by(F("starts_on").asc(nulls_last=True), "pk").first()
    if meeting:
        meeting.prepared = Prepared(items=meeting.item_count or 0, **(meeting.invited or {}))
    return meeting


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
    When(action_items__answered_by__isnull=False, then=Value("draft")),
    default=Value("none"),
)


def unfinished_resolutions(user: User, *, on: date) -> list[Unfinished]:
    """Resolutions of today's generation with open work, the one due first on top: one query."""
    sitting = Committee.objects.in_force(on=on)
    still_open = Q(action_items__done_at=None)
    resolutions = (
        Resolution.objects.filter(
            meeting__in=Meeting.objects.visible_to(user).filter(committee__in=sitting)
        )
        .annotate(
            due_on=Min("action_items__due_on", filter=still_open),
            late=Count("action_items", filter=still_open & Q(action_items__due_on__lt=on)),
            weaves=ArrayAgg(WEAVE, order_by=["action_items__region__number", "action_items__pk"]),
            precisions=ArrayAgg(
                "action_items__due_precision", filter=still_open, order_by=["action_items__due_on"]
            ),
        )
        .filter(due_on__isnull=False)
        .select_related("meeting")
        .order_by("due_on", "pk")
    )
    return [unfinished(resolution) for resolution in resolutions]


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
    """What the last meeting decided: two queries.

    An earlier generation assigned nothing to the regions of today.
    """
    meeting = Meeting.objects.visible_to(user).held().select_related("summary", "committee").first()
    if meeting is None:
        return None
    assigned = ActionItem.objects.current(on=on).filter(resolution=OuterRef("pk"))
    mine = assigned.filter(region=region) if region else assigned.none()
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
    provinces = list(tiles.provinces_for_tiles(on=on, figure=number_in_province(metric)))
    scale = Scale.of(province.figure for province in provinces)
    read = cache(lambda value: (scale.level(value), organizations_in_words(value)))
    drawn = tiles.tiles(provinces, on=on, read=lambda province: read(province.figure))
    return Map(metric, metric_label(metric), drawn, scale.words)


def organizations_in_words(count: int) -> str:
    return ngettext("%(count)s องค์กร", "%(count)s องค์กร", count) % {"count": count}
