"""What a person's region asked of the centre, and what its provinces sent: for their home."""

from datetime import date
from typing import NamedTuple

from django.urls import reverse

from portal.kernel.models import User
from portal.shell.who import Who
from regions.listing import gathered
from regions.models import RegionalReport, SupportRequest
from regions.permissions import can_begin_review
from regions.queries.requests import requests_of

MOST_REQUESTS = 3
MOST_PROVINCES = 3


class Gathered(NamedTuple):
    """The provinces of an office in the latest round; ``waiting`` are those it may check now."""

    month: date
    reports: list[RegionalReport]
    waiting: list[RegionalReport]
    url: str

    @property
    def sent(self) -> int:
        return sum(report.submitted_at is not None for report in self.reports)

    @property
    def named(self) -> list[RegionalReport]:
        return self.waiting[:MOST_PROVINCES]

    @property
    def waiting_url(self) -> str:
        return f"{self.url}?state=mine"


def asked_by(who: Who, *, on: date) -> list[SupportRequest]:
    """The latest of what the region asked, with the answers: two statements."""
    return requests_of(who.region, on=on, most=MOST_REQUESTS) if who.region else []


def gathered_by(user: User, who: Who, *, on: date) -> Gathered | None:
    """Of whoever works in the office of a region: two statements, of others none."""
    reports = [one for one in gathered(user, on=on) if one.region_id == who.region.pk]
    if not reports:
        return None
    waiting = [report for report in reports if can_begin_review(user, report)]
    waiting.sort(key=lambda report: report.sent_at)
    month = reports[0].round.month
    url = reverse("regions:province-submissions", args=[who.region.code, month])
    return Gathered(month, reports, waiting, url)
