"""วันทำการ: weekdays on which the country is not on holiday. Holidays are rows, kept by hand."""

from datetime import date, timedelta

from portal.kernel.models import Holiday

SATURDAY = 5


def is_workday(day: date) -> bool:
    return day.weekday() < SATURDAY and not Holiday.objects.filter(on=day).exists()


def workdays_before(day: date, count: int) -> date:
    """The last day that leaves ``count`` working days before ``day``, itself the first of them."""
    holidays = set(Holiday.objects.filter(on__lt=day).values_list("on", flat=True))
    while count:
        day -= timedelta(days=1)
        count -= day.weekday() < SATURDAY and day not in holidays
    return day
