"""Leaves: plain arguments in, one action out, safe to run twice and by hand."""

from datetime import date

from celery import shared_task


@shared_task(name="regions.open_round")
def open_round(slot):
    """Open the round of a month (2026-06)."""
    from .actions import open_round  # noqa: PLC0415 -- task is a leaf

    open_round(date.fromisoformat(f"{slot}-01"))


@shared_task(name="regions.roll_up")
def roll_up(report_round):
    """Write anew what the month of one round comes to."""
    from .actions import roll_up_month  # noqa: PLC0415 -- task is a leaf
    from .models import ReportRound  # noqa: PLC0415 -- task is a leaf

    roll_up_month(ReportRound.objects.get(pk=report_round))
