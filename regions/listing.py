"""The list of reports as its page shows it: the reader's own place first, then by round.

Provinces stand under the region that gathers them.
"""

from collections.abc import Iterable
from datetime import date

from django.core.paginator import Paginator
from django.db.models import Case, Count, F, Q, QuerySet, Value, When

from portal.kernel.models import User

from .models import RegionalReport, ReportingUnit, ReportRound, rights_of
from .permissions import OFFICE, can_edit_report, can_review_report, can_see_submissions
from .standing import holder_of, standing_of

PAGE = 24
Kind, State = ReportingUnit.Kind, RegionalReport.State
IN_ORDER = [
    "-round__month",
    F("region__number").asc(nulls_last=True),
    "unit__province__sort_key",
    "pk",
]


def counted(reports: QuerySet) -> dict[str, int]:
    """How many reports stand in each state: one query."""
    return reports.aggregate(
        **{state: Count("pk", filter=Q(state=state)) for state in State.values}
    )


def paged(reports: QuerySet, counts: dict[str, int], page, *, user: User, on: date):
    """One page of the list, dressed; the counts spare it a count of its own: two queries."""
    rights = rights_of(user)
    own = Q(unit__province__in=rights.provinces) | Q(unit__region__in=rights.regions)
    gathered = Q(region__in=rights.regions)
    rank = Case(When(own, then=Value(0)), When(gathered, then=Value(1)), default=Value(2))
    # Over no place the case is a constant, which SQL would read as the number of a column.
    order = [rank, *IN_ORDER] if rights.provinces or rights.regions else IN_ORDER
    paginator = Paginator(reports.for_list(on=on).order_by(*order), PAGE)
    paginator.count = sum(counts.values())
    return paginator.get_page(page)


def gathered(user: User, *, on: date) -> list[RegionalReport]:
    """What the provinces of the reader's regional office owe of the latest round: two queries."""
    offices = rights_of(user).regions_as(*OFFICE)
    if not offices:
        return []
    latest = ReportRound.objects.latest_opened(on=on).values("pk")[:1]
    reports = RegionalReport.objects.filter(
        round__in=latest, region__in=offices, unit__kind=Kind.PROVINCE
    )
    return list(reports.for_list(on=on).order_by(*IN_ORDER))


def grouped(reports: Iterable[RegionalReport], *, user: User, on: date) -> list[dict]:
    """Rows under the reader's own place, then under each round, provinces also by region."""
    groups = {}
    for report in reports:
        groups.setdefault(_group_of(report, user), []).append(row_of(report, user=user, on=on))
    return [
        {
            "own": own,
            "round": of,
            "region": region,
            "may_gather": region and can_see_submissions(user, region),
            "rows": rows,
        }
        for (own, of, region), rows in groups.items()
    ]


def _group_of(report: RegionalReport, user: User) -> tuple:
    """(own place, round, region that gathers): what a group has none of is None."""
    rights, unit = rights_of(user), report.unit
    if unit.province_id in rights.provinces or unit.region_id in rights.regions:
        return unit, None, None
    return None, report.round, report.region if unit.kind == Kind.PROVINCE else None


def row_of(report: RegionalReport, *, user: User, on: date) -> dict:
    s, words = standing_of(report, on=on)
    may_edit = can_edit_report(user, report)
    is_near = may_edit or report.region_id in rights_of(user).regions
    return {
        "report": report,
        "s": s,
        "words": words,
        "holder": holder_of(report),
        "may_read": report.state != State.DRAFT or is_near,
        "may_fill": may_edit and report.takes_answers(on=on),
        "may_review": report.state in RegionalReport.WAITING and can_review_report(user, report),
    }
