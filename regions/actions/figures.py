"""What the accepted reports of a month come to."""

from django.db import connection, transaction
from django.utils import timezone

from regions.models import ReportRound, RolledFigure
from regions.rollup import roll_up

# Names our advisory locks among all others of the database.
ROLL_UP_LOCK = 2550


@transaction.atomic
def roll_up_month(report_round: ReportRound) -> int:
    """Write what the month comes to, and return how many rows that changed.

    Two at once wait for each other here, so the later one counts what the earlier
    could not see yet. Rows that are right already are left alone.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [ROLL_UP_LOCK, report_round.pk])
    standing = {
        (row.indicator_id, row.region_id): row
        for row in RolledFigure.objects.filter(round=report_round)
    }
    now = timezone.now()
    changed = []
    for row in roll_up(report_round):
        stood = standing.pop((row.indicator_id, row.region_id), None)
        if stood is None or _content(stood) != _content(row):
            row.rolled_at = now
            changed.append(row)
    RolledFigure.objects.bulk_create(
        changed,
        update_conflicts=True,
        unique_fields=["indicator", "basis", "round", "fiscal_year", "region", "province"],
        update_fields=["value", "reported", "expected", "rolled_at"],
    )
    RolledFigure.objects.filter(pk__in=[row.pk for row in standing.values()]).delete()
    return len(changed) + len(standing)


def _content(row: RolledFigure) -> tuple:
    return row.value, row.reported, row.expected
