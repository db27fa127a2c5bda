"""One number of one region in one fiscal year, as the pages of shared targets show it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from django.db.models import Max
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from portal.kernel.models import User
from portal.kernel.rates import Rate

from .explaining import counted_in, formula_of, shown
from .figures import Adds, Asked
from .models import Indicator, IndicatorTarget, Region, ReportRound, RolledFigure
from .permissions import can_answer_target, can_propose_target, can_withdraw_target
from .queries.rounds import months_of_year
from .queries.targets import (
    NOTHING,
    Standing,
    by_number,
    open_years,
    standing_targets,
    targets_to_answer,
)

HUNDRED = 100  # Rate counts whole things; a mean has hundredths


AIMS = {
    Adds.SUM: _lazy("เป้าหมายรวมทั้งปีงบประมาณ"),
    Adds.LATEST: _lazy("เป้าหมายเมื่อสิ้นปีงบประมาณ"),
    Adds.MAXIMUM: _lazy("เป้าหมายค่าสูงสุดในปีงบประมาณ"),
    Adds.MEAN: _lazy("เป้าหมายค่าเฉลี่ยของปีงบประมาณ"),
    Adds.RATIO: _lazy("เป้าหมายร้อยละของปีงบประมาณ"),
}


@dataclass(frozen=True)
class Progress:
    """How far a number is, in words and as a meter that never shows more than the whole."""

    words: str
    is_reached: bool
    value: Decimal
    total: int
    need: int | None
    label: str


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
    is_open: bool = True  # whether a target may still be set

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
    def aim(self) -> str | Promise:
        """What the target is of: a sum over the year, what stands at its end, a share…"""
        return AIMS[self.indicator.adds]

    @property
    def list_url(self) -> str:
        """All numbers of the region in the year."""
        return f"{reverse('regions:target-list')}?year={self.year}&region={self.region.code}"

    @property
    def may_answer(self) -> bool:
        may_answer = self.waiting and can_answer_target(self.user, self.waiting)
        return bool(may_answer and self.is_open)

    @property
    def may_withdraw(self) -> bool:
        return bool(self.waiting) and can_withdraw_target(self.user, self.waiting)

    @property
    def may_propose(self) -> bool:
        """Unless the other side waits for an answer."""
        is_free = self.waiting is None or self.may_withdraw
        return self.is_open and is_free and can_propose_target(self.user, self.region)

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
    def formula(self) -> str:
        return formula_of(self.asked)

    @property
    def is_part(self) -> bool:
        """Whether how far it is is told as a percentage of the target."""
        return bool(self.progress) and not self.progress.is_reached and not self.is_share

    @property
    def is_share(self) -> bool:
        return self.indicator.adds == Adds.RATIO

    @property
    def progress(self) -> Progress | None:
        """Nothing where there is no target or no number."""
        if self.agreed is None or self.rolled is None or self.rolled.value is None:
            return None
        return progress_of(self.indicator, self.rolled.value, self.agreed.value)


def progress_of(indicator: Indicator, value: Decimal, target: int) -> Progress:
    """A share is drawn of a hundred with a tick at its target, a count of its target."""
    label = _("ผล %(value)s เป้าหมาย %(target)s %(unit)s")
    label %= {"value": shown(value), "target": shown(target), "unit": indicator.unit}
    is_reached, is_share = value >= target, indicator.adds == Adds.RATIO
    words = reached(value, target, is_share=is_share)
    if is_share:
        return Progress(words, is_reached, value, HUNDRED, target, label)
    total = target or 1  # of nought wanted all is there
    return Progress(words, is_reached, total if is_reached else value, total, None, label)


def reached(value: Decimal, target: int, *, is_share: bool = False) -> str:
    """A percentage only as long as it is a part of the target, and of a share none: a percentage
    of a percentage says nothing."""
    if value > target:
        return _("เกินเป้าหมาย")
    if value == target:
        return _("ถึงเป้าหมาย")
    if is_share:
        return _("ยังไม่ถึงเป้าหมาย")
    rate = Rate(int(value * HUNDRED), target * HUNDRED)
    return _("%(percent)s%% ของเป้าหมาย") % {"percent": rate.percent}


def target_url(region: Region, indicator: Indicator, year: int) -> str:
    return reverse("regions:target-detail", args=[region.code, indicator.key, year])


class Group(NamedTuple):
    """The numbers of one region: those with a target or a proposal, and those without."""

    region: Region
    joints: list[Joint]

    @property
    def told(self) -> list[Joint]:
        return [joint for joint in self.joints if joint.standing != NOTHING]

    @property
    def untold(self) -> list[Joint]:
        return [joint for joint in self.joints if joint.standing == NOTHING]

    @property
    def agreed(self) -> int:
        return sum(1 for joint in self.joints if joint.agreed)


def joints_of(
    regions: Iterable[Region],
    indicators: Iterable[Indicator],
    year: int,
    *,
    targets: Iterable[IndicatorTarget],
    user: User,
) -> list[Group]:
    """Each region with each number: three queries, however many."""
    regions, indicators = list(regions), list(indicators)
    standing = by_number(targets)
    rolled = rolled_of(regions, year)
    month = ReportRound.objects.filter(month__range=months_of_year(year)).aggregate(m=Max("month"))

    def joint(region, indicator):
        key = region.pk, indicator.pk
        told = standing.get(key, NOTHING), rolled.get(key), month["m"]
        return Joint(region, indicator, year, user, *told, is_open=is_open(region, year))

    return [Group(region, [joint(region, each) for each in indicators]) for region in regions]


def is_open(region: Region, year: int) -> bool:
    return year in open_years() and region.is_in_force(on=timezone.localdate())


def joints_to_answer(user: User) -> list[Joint]:
    """What waits for the reader's own word, of every region and year, oldest first: one query."""
    people = ("region", "indicator", "proposed_by__person")
    targets = targets_to_answer(user).select_related(*people).order_by("proposed_at", "pk")
    return [
        Joint(each.region, each.indicator, each.fiscal_year, user, Standing(waiting=each))
        for each in targets
    ]


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
