"""What the accepted reports come to: of one report's path, of a month, of a year."""

from collections.abc import Iterable

from django.db import connection, transaction
from django.utils import timezone

from portal.kernel.outbox import promise
from portal.kernel.thai import fiscal_year
from regions import rollup
from regions.models import RegionalReport, ReportRound
from regions.rollup import Outcome

# Names our advisory locks among all others of the database: of rounds, and of fiscal years.
ROUND_LOCK, YEAR_LOCK = 2550, 2551


def promise_roll_up(report: RegionalReport) -> None:
    """What was accepted, or is no longer, counts anew; once for each change of the report."""
    key = f"report:{report.pk}:roll-up:{report.version}"
    promise("regions.roll_up", key, {"report": report.pk})


def promise_expected(report_round: ReportRound) -> None:
    """What a round that opens owes stands in N from the first day, in every place."""
    year = fiscal_year(report_round.month)
    promise("regions.roll_up_year", f"figures:round:{report_round.pk}", {"year": year})


@transaction.atomic
def promise_sweep(slot: str) -> None:
    """Every fiscal year by itself, so that none waits for all the others."""
    for year in rollup.years_with_rounds():
        promise("regions.roll_up_year", f"figures:{slot}:{year}", {"year": year})


@transaction.atomic
def roll_up_report(report: RegionalReport) -> Outcome:
    """Its own path and nothing else: its place, its region and the nation, of its month and year.

    Two at once wait for each other here, so the later one counts what the earlier could not see
    yet. Locks are taken in the order of the rounds, then of the year: nobody waits in a circle.
    """
    year, now = fiscal_year(report.round.month), timezone.now()
    _hold(ROUND_LOCK, [report.round_id])
    month = rollup.write_months([report.round_id], at=now, path=rollup.path_of(report))
    _hold(YEAR_LOCK, [year])
    return month + rollup.write_year(year, at=now, path=rollup.path_in_year(report))


@transaction.atomic
def roll_up_month(report_round: ReportRound) -> int:
    """Every place of one month, and of its year; how many rows were not right."""
    return _roll_up([report_round.pk], fiscal_year(report_round.month)).changed


@transaction.atomic
def roll_up_year(year: int) -> Outcome:
    """Every place of every month of a fiscal year, and of the year itself."""
    return _roll_up(rollup.rounds_of(year).values_list("pk", flat=True), year)


def _roll_up(rounds: Iterable[int], year: int) -> Outcome:
    rounds, now = list(rounds), timezone.now()
    _hold(ROUND_LOCK, rounds)
    months = rollup.write_months(rounds, at=now)
    _hold(YEAR_LOCK, [year])
    return months + rollup.write_year(year, at=now)


def _hold(lock: int, numbers: Iterable[int]) -> None:
    """Until the transaction ends. Who comes later waits as long as a statement may take: the
    patience of a page, after which a lock is given up, is too short beside a year at work."""
    with connection.cursor() as cursor:
        for number in numbers:
            cursor.execute(
                "SELECT set_config('lock_timeout', '0', true), pg_advisory_xact_lock(%s, %s)",
                [lock, number],
            )
