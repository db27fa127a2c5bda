"""One number of one region in one fiscal year, as the pages of shared targets show it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Max
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from portal.kernel.models import User
from portal.kernel.rates import Rate

from .explaining import counted_in
from .figures import Asked
from .models import Indicator, IndicatorTarget, Region, ReportRound, RolledFigure
from .permissions import can_answer_target, can_propose_target, can_withdraw_target
from .queries.rounds import months_of_year
from .queries.targets import NOTHING, Standing, by_number, standing_targets

HUNDRED = 100  # Rate counts whole things; a mean has hundredths


@dataclass(frozen=True)
class Joint:
    """What both sides want of a number, what one of them proposes, and how far it is."""

    region: Region
    indicator: Indicator
    year: int
    user: User  # who reads
    standing: Standing = NOTHING
    rolled: RolledFigure | None = None
    month: date | None = None  # the latest with a round in the year

    @property
    def agreed(self) -> IndicatorTarget | None:
        return self.standing.agreed

    @property
    def waiting(self) -> IndicatorTarget | None:
        return self.standing.waiting

    @property
    def url(self) -> str:
        return target_url(self.region, self.indicator, self.year)

    @property
    def confirmed_by_region(self) -> bool:
        return bool(self.agreed) and not self.agreed.by_region

    @property
    def list_url(self) -> str:
        """All numbers of the region in the year."""
        return f"{reverse('regions:target-list')}?year={self.year}&region={self.region.code}"

    @property
    def may_answer(self) -> bool:
        return bool(self.waiting) and can_answer_target(self.user, self.waiting)

    @property
    def may_withdraw(self) -> bool:
        return bool(self.waiting) and can_withdraw_target(self.user, self.waiting)

    @property
    def may_propose(self) -> bool:
        """Unless the other side waits for an answer."""
        return can_propose_target(self.user, self.region) and (
            self.waiting is None or self.may_withdraw
        )

    # -- How far it is ---------------------------------------------------------------------

    @property
    def asked(self) -> Asked:
        return Asked(self.indicator, self.month, self.year, region=self.region)

    @property
    def figure_url(self) -> str:
        """The list behind what stands so far."""
        return self.asked.url()

    @property
    def counted_in(self) -> str | Promise:
        return counted_in(self.asked)

    @property
    def reached(self) -> str:
        """How far in words; nothing where there is no target or no number."""
        if self.agreed is None or self.rolled is None or self.rolled.value is None:
            return ""
        return reached(self.rolled.value, self.agreed.value)


def reached(value: Decimal, target: int) -> str:
    """A percentage only as long as it is a part of the target."""
    if value > target:
        return _("เกินเป้าหมาย")
    if value == target:
        return _("ถึงเป้าหมาย")
    rate = Rate(int(value * HUNDRED), target * HUNDRED)
    return _("%(percent)s%% ของเป้าหมาย") % {"percent": rate.percent}


def target_url(region: Region, indicator: Indicator, year: int) -> str:
    return reverse("regions:target-detail", args=[region.code, indicator.key, year])


def joints_of(
    regions: Iterable[Region],
    indicators: Iterable[Indicator],
    year: int,
    *,
    targets: Iterable[IndicatorTarget],
    user: User,
) -> list[tuple[Region, list[Joint]]]:
    """Each region with each number: three queries, however many."""
    regions, indicators = list(regions), list(indicators)
    standing = by_number(targets)
    rolled = rolled_of(regions, year)
    month = ReportRound.objects.filter(month__range=months_of_year(year)).aggregate(m=Max("month"))

    def joint(region, indicator):
        key = region.pk, indicator.pk
        told = standing.get(key, NOTHING), rolled.get(key), month["m"]
        return Joint(region, indicator, year, user, *told)

    return [(region, [joint(region, each) for each in indicators]) for region in regions]


def rolled_of(regions: list[Region], year: int) -> dict[tuple[int, int], RolledFigure]:
    """What the regions' own reports of the year come to so far."""
    found = RolledFigure.objects.filter(
        basis=RolledFigure.Basis.REGIONS, fiscal_year=year, region__in=regions
    )
    return {(row.region_id, row.indicator_id): row for row in found}


def joint_of(region: Region, indicator: Indicator, year: int, *, user: User) -> Joint:
    targets = standing_targets(user).filter(region=region, indicator=indicator, fiscal_year=year)
    [(_region, [joint])] = joints_of([region], [indicator], year, targets=targets, user=user)
    return joint
