"""Targets that a region and the centre share: what is agreed, what waits, and for whom."""

from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import Q, QuerySet

from portal.kernel.models import User
from regions.figures import Asked, Basis
from regions.models import IndicatorTarget, RegionalPost, RegionalReport, ReportingUnit, rights_of


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
    agreed = IndicatorTarget.objects.agreed().filter(region=report.region_id, fiscal_year=year)
    return {target.indicator_id: target for target in agreed.select_related("region")}


def agreed_target(asked: Asked) -> IndicatorTarget | None:
    """Of what a region's own reports come to in a year, one query; nothing else has a target."""
    if not (asked.year and asked.region) or asked.basis != Basis.REGIONS:
        return None
    agreed = IndicatorTarget.objects.agreed().filter(
        indicator=asked.indicator, region=asked.region, fiscal_year=asked.year
    )
    return agreed.first()


def targets_to_answer(user: User) -> QuerySet[IndicatorTarget]:
    """What the other side proposed, as ``can_answer_target`` says."""
    rights = rights_of(user)
    own = rights.regions_as(*RegionalPost.OFFICE)
    mine = Q(by_region=False, region__in=own)
    if rights.is_secretariat:
        mine |= Q(by_region=True) & ~Q(region__in=rights.regions)
    return IndicatorTarget.objects.waiting().filter(mine).exclude(proposed_by=user.pk)
