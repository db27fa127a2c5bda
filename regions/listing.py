"""The list of reports as its page shows it: the reader's own region first, then by round."""

from datetime import date

from django.core.paginator import Paginator
from django.db.models import Case, Count, Q, QuerySet, Value, When

from portal.kernel.models import User

from .models import RegionalReport, rights_of
from .permissions import can_edit_report, can_review_report
from .standing import holder_of, standing_of

PAGE = 24
State = RegionalReport.State


def counted(reports: QuerySet) -> dict[str, int]:
    """How many reports stand in each state: one query."""
    return reports.aggregate(
        **{state: Count("pk", filter=Q(state=state)) for state in State.values}
    )


def paged(reports: QuerySet, counts: dict[str, int], page, *, user: User, on: date):
    """One page of the list, dressed; the counts spare it a count of its own: two queries."""
    order = ["-round__month", "unit__region__number"]
    # Over no region the case is a constant, which SQL would read as the number of a column.
    if own := rights_of(user).regions:
        order.insert(0, Case(When(unit__region__in=own, then=Value(0)), default=Value(1)))
    rows = reports.for_list(on=on).order_by(*order)
    paginator = Paginator(rows, PAGE)
    paginator.count = sum(counts.values())
    return paginator.get_page(page)


def grouped(reports, *, user: User, on: date) -> list[dict]:
    """Rows under the reader's own region, then under each round."""
    own = rights_of(user).regions
    groups = {}
    for report in reports:
        region = report.unit.region if report.unit.region_id in own else None
        key = (region, None) if region else (None, report.round)
        groups.setdefault(key, []).append(row_of(report, user=user, on=on))
    return [{"region": region, "round": of, "rows": rows} for (region, of), rows in groups.items()]


def row_of(report: RegionalReport, *, user: User, on: date) -> dict:
    s, words = standing_of(report, on=on)
    return {
        "report": report,
        "s": s,
        "words": words,
        "holder": holder_of(report),
        "may_read": report.state != State.DRAFT or report.unit.region_id in rights_of(user).regions,
        "may_fill": can_edit_report(user, report) and report.takes_answers(on=on),
        "may_review": report.state == State.SUBMITTED and can_review_report(user, report),
    }
