"""Leaves: plain arguments in, one action out, safe to run twice and by hand."""

from datetime import date

from celery import shared_task
from django.utils import timezone


@shared_task(name="regions.open_round")
def open_round(slot):
    """Open the round of a month (2026-06)."""
    from .actions import open_round  # noqa: PLC0415 -- task is a leaf

    open_round(date.fromisoformat(f"{slot}-01"))


@shared_task(name="regions.roll_up")
def roll_up(report):
    """Write anew what one report counts in."""
    from .actions import roll_up_report  # noqa: PLC0415 -- task is a leaf
    from .models import RegionalReport  # noqa: PLC0415 -- task is a leaf

    found = RegionalReport.objects.select_related("round", "unit").get(pk=report)
    return roll_up_report(found)._asdict()


@shared_task(name="regions.roll_up_year")
def roll_up_year(year):
    """Repair whatever differs in the months of a fiscal year (2569) and in the year."""
    from .actions import roll_up_year  # noqa: PLC0415 -- task is a leaf

    return roll_up_year(year)._asdict()


@shared_task(name="regions.sweep_figures")
def sweep_figures(slot):
    """Promise the repair of every fiscal year, for the night of ``slot`` (ISO)."""
    from .actions import promise_sweep  # noqa: PLC0415 -- task is a leaf

    promise_sweep(slot)


@shared_task(name="regions.remind_of_reports")
def remind_of_reports(slot):
    """Say by letter what is due at ``slot`` (``reports:2026-07-03T09:00:00``), and whatever an
    earlier slot could not."""
    from .actions import remind_of_reports  # noqa: PLC0415 -- task is a leaf

    remind_of_reports(at=timezone.now())
