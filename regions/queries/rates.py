"""The list behind a rate: every report owed, and on which side of it the report stands."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from regions.models import RegionalReport
from regions.rates import with_days
from regions.standing import standing_of

State = RegionalReport.State


@dataclass(frozen=True)
class RateLine:
    """``counts``: True stands in n, False only in N, None in neither because it is not due."""

    report: RegionalReport
    counts: bool | None
    s: str
    words: str


def rate_lines(reports: QuerySet[RegionalReport], name: str, *, on: date) -> list[RateLine]:
    """Whoever does not count comes first, in order of the places: one statement."""
    rows = (
        with_days(reports)
        .select_related("round", "unit__region", "unit__province")
        .order_by("region__number", "unit__province__sort_key")
    )
    lines = [
        RateLine(report, counts_in(report, name, on=on), *standing_of(report, on=on))
        for report in rows
    ]
    return sorted(lines, key=lambda line: {False: 0, None: 1, True: 2}[line.counts])


def counts_in(report: RegionalReport, name: str, *, on: date) -> bool | None:
    """Of a report dressed ``with_days``: what the statement of the rate counts."""
    is_sent = report.state != State.DRAFT
    if name == "completeness" or is_sent:
        return is_sent and (name == "completeness" or report.sent_on <= report.due_on)
    return False if report.due_on < on else None
