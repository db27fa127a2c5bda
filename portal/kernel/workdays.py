"""วันทำการ: weekdays on which the country is not on holiday, and the hours in which somebody may be
written to. Holidays are rows, kept by hand."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from portal.kernel.models import Holiday

SATURDAY = 5
MORNING = time(9, 0)
EARLIEST, LATEST = time(7, 0), time(20, 0)
A_DAY = timedelta(days=1)
NEAR = timedelta(days=90)


class Calendar:
    """The working days around a day, in one query."""

    def __init__(self, *, around: date) -> None:
        near = (around - NEAR, around + NEAR)
        self.holidays = set(Holiday.objects.filter(on__range=near).values_list("on", flat=True))

    def is_workday(self, day: date) -> bool:
        return day.weekday() < SATURDAY and day not in self.holidays

    def workday(self, day: date, step: timedelta) -> date:
        """``day``, or the nearest working day in the direction of ``step``."""
        while not self.is_workday(day):
            day += step
        return day

    def workdays_before(self, day: date, count: int) -> date:
        """The last day that leaves ``count`` working days before ``day``, itself the first."""
        for _each in range(count):
            day = self.workday(day - A_DAY, -A_DAY)
        return day

    def is_quiet(self, at: datetime) -> bool:
        """Nobody is written to between 20.00 and 07.00, nor at weekends or on holidays."""
        local = timezone.localtime(at)
        return not self.is_workday(local.date()) or not EARLIEST <= local.time() < LATEST

    def next_moment(self, at: datetime) -> datetime:
        """``at``, or the first morning after it on which somebody may be written to."""
        if not self.is_quiet(at):
            return at
        local = timezone.localtime(at)
        day = local.date() if local.time() < EARLIEST else local.date() + A_DAY
        return morning_of(self.workday(day, A_DAY))


def is_workday(day: date) -> bool:
    return Calendar(around=day).is_workday(day)


def workdays_before(day: date, count: int) -> date:
    return Calendar(around=day).workdays_before(day, count)


def morning_of(day: date) -> datetime:
    return at_time(MORNING, day)


def at_time(clock: time, day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, clock))
