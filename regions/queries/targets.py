"""Targets that a region and the centre share: what is agreed, what waits, and for whom."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from portal.kernel.composed import composed
from portal.kernel.models import Person, User
from portal.kernel.thai import fiscal_year
from regions.figures import Asked, Basis
from regions.models import (
    IndicatorTarget,
    RegionalPost,
    RegionalReport,
    ReportingUnit,
    RolledFigure,
    rights_of,
)

from .people import Place, PostHolders

YEARS_AHEAD = 1  # who plans further ahead than the next fiscal year plans for others


def open_years() -> range:
    """Of which fiscal years a target is still proposed and confirmed: this one and the next."""
    now = fiscal_year(timezone.localdate())
    return range(now, now + YEARS_AHEAD + 1)


class Standing(NamedTuple):
    """Of one number in one year: what both sides agreed on, and what one of them proposes."""

    agreed: IndicatorTarget | None = None
    waiting: IndicatorTarget | None = None

    @property
    def version(self) -> str:
        """What somebody has seen who proposes another number."""
        return f"{self.agreed.pk if self.agreed else 0}-{self.waiting.pk if self.waiting else 0}"


NOTHING = Standing()


def standing_targets(user: User) -> QuerySet[IndicatorTarget]:
    """Agreed and waiting, each with who proposed and who confirmed."""
    targets = IndicatorTarget.objects.visible_to(user).filter(ended_at=None)
    return targets.select_related(
        "indicator", "region", "proposed_by__person", "confirmed_by__person"
    )


def with_reached(targets: QuerySet[IndicatorTarget]) -> QuerySet[IndicatorTarget]:
    """``.reached``: what the region's own reports of the year come to, for a file of many."""
    rolled = RolledFigure.objects.filter(
        basis=Basis.REGIONS,
        indicator=OuterRef("indicator"),
        region=OuterRef("region"),
        fiscal_year=OuterRef("fiscal_year"),
    )
    return targets.annotate(reached=Subquery(rolled.values("value")[:1]))


def by_number(targets: Iterable[IndicatorTarget]) -> dict[tuple[int, int], Standing]:
    """How each number of each region stands, of targets of one year."""
    found: dict[tuple[int, int], Standing] = {}
    for target in targets:
        key = target.region_id, target.indicator_id
        part = {"agreed" if target.confirmed_at else "waiting": target}
        found[key] = found.get(key, NOTHING)._replace(**part)
    return found


def agreed_for(report: RegionalReport, *, year: int) -> dict[int, IndicatorTarget]:
    """By indicator, what stands beside a region's numbers: one query. Others share no target."""
    if report.unit.kind != ReportingUnit.Kind.REGION:
        return {}
    agreed = _agreed(region=report.region_id, year=year)
    return {target.indicator_id: target for target in agreed}


@composed
def _agreed(*, region: int, year: int) -> QuerySet[IndicatorTarget]:
    agreed = IndicatorTarget.objects.agreed().filter(region=region, fiscal_year=year)
    return agreed.select_related("region")


def agreed_target(asked: Asked) -> IndicatorTarget | None:
    """Of what a region's own reports come to in a year, one query; nothing else has a target."""
    if not (asked.year and asked.region) or asked.basis != Basis.REGIONS:
        return None
    agreed = IndicatorTarget.objects.agreed().filter(
        indicator=asked.indicator, region=asked.region, fiscal_year=asked.year
    )
    return agreed.first()


def targets_to_answer(user: User) -> QuerySet[IndicatorTarget]:
    """What the other side proposed for a year that is not over, as ``can_answer_target`` says."""
    rights = rights_of(user)
    own = rights.regions_as(*RegionalPost.OFFICE)
    mine = Q(by_region=False, region__in=own)
    if rights.is_secretariat:
        mine |= Q(by_region=True) & ~Q(region__in=rights.regions)
    waiting = IndicatorTarget.objects.waiting().filter(fiscal_year__in=open_years())
    return waiting.filter(mine).exclude(proposed_by=user.pk)


# -- Who hears of a proposal -----------------------------------------------------------


def people_beside(target: IndicatorTarget, *, on: date) -> list[Person]:
    """Of the other side all whose post may confirm; ``can_answer_target`` says whether each may."""
    places = [Place(RegionalPost.Role.CENTRAL_OFFICER)]
    if not target.by_region:
        places = [Place(role, "region_id", target.region_id) for role in RegionalPost.OFFICE]
    return PostHolders(on=on, places=places).all_of(places)


def oldest_waiting_beside(target: IndicatorTarget) -> IndicatorTarget:
    """Of all that the same side proposes for the region and has no answer to."""
    waiting = IndicatorTarget.objects.waiting().filter(
        region=target.region_id, by_region=target.by_region
    )
    return waiting.earliest("proposed_at", "pk")
