"""Letters that leave by themselves about reports that wait, each occasion once (promise 18)."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from portal.kernel.models import Person
from regions import reminder_letters
from regions.models import RegionalReport, ReportContact
from regions.permissions import can_review_report
from regions.queries import PostHolders, checkers_of, filers_of
from regions.reminders import Occasion, due

from .gate import State


@transaction.atomic
def remind_of_reports(*, at: datetime) -> int:
    """Say whatever is due by ``at`` and was not said; return how many letters were promised.

    Whoever is reminded of several reports on one occasion gets one letter. A row of the ledger
    is written first: what it names is never said again, however often this runs.
    """
    letters: dict[tuple[str, Person], list[RegionalReport]] = {}
    holders = PostHolders(on=timezone.localdate())
    for occasion in due(at):
        to = addressees(occasion, holders)
        if to and _is_first(occasion, at=at):
            for person in to:
                letters.setdefault((occasion.kind, person), []).append(occasion.report)
    for (kind, person), reports in letters.items():
        reminder_letters.promise_reminder(kind, person, reports, at=at)
    return len(letters)


def addressees(occasion: Occasion, holders: PostHolders) -> list[Person]:
    """The filer first; of a returned report whoever sent it, if they still may; of one that
    waits whoever checks it. Only those who have an address."""
    report, today = occasion.report, timezone.localdate()
    if occasion.kind == "review":
        return _reachable(_checkers(report, holders))
    filers = filers_of(report, on=today, holders=holders)
    author = report.submitted_by.person if report.submitted_by else None
    return _reachable([author] if author in filers else filers)


def _checkers(report: RegionalReport, holders: PostHolders) -> Iterable[Person]:
    if report.state == State.IN_REVIEW:
        return [report.reviewer.person]
    candidates = checkers_of(report, on=timezone.localdate(), holders=holders)
    return [one for one in candidates if one.user and can_review_report(one.user, report)]


def _reachable(people: Iterable[Person]) -> list[Person]:
    return [person for person in people if person.email]


def _is_first(occasion: Occasion, *, at: datetime) -> bool:
    """Hold the report, see that it still waits in the same hands, and write the ledger's row."""
    report = occasion.report
    rows = RegionalReport.objects.select_for_update().filter(pk=report.pk)
    if rows.values_list("state", "version").first() != (report.state, report.version):
        return False
    way = ReportContact.Way.LETTER
    _row, is_new = ReportContact.objects.get_or_create(
        report=report, slot=occasion.slot, defaults={"way": way, "at": at}
    )
    return is_new
