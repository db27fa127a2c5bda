"""Months of the calendar."""

from datetime import date


def first_of_month(day: date, *, later: int = 0) -> date:
    """The first day of the month of ``day``, or of one so many months later (or, minus, before)."""
    years, month = divmod(day.month - 1 + later, 12)
    return date(day.year + years, month + 1, 1)
