"""By when the centre answers what a region asks: the next meeting, or one cycle of reports later.

``regions`` knows no meetings. An app above says once, when it starts, how the next one is found::

    know_next_meeting(day_of_next_meeting)      # def day_of_next_meeting(*, after): date | None
"""

from collections.abc import Callable
from datetime import date, timedelta

from .models import RegionalReport
from .queries import months_before, rule_of

A_MONTH = timedelta(days=30)  # where no rule says more

Ask = Callable[..., date | None]
_ASKED: list[Ask] = []


def know_next_meeting(ask: Ask) -> None:
    """Find the next meeting by ``ask(after=…)``: its first day as it is known, or None."""
    if ask not in _ASKED:
        _ASKED.append(ask)


def answer_due(report: RegionalReport, *, on: date) -> date:
    """The day of the next meeting after ``on``, or one cycle later where none is known."""
    known = [day for ask in _ASKED if (day := ask(after=on))]
    return min(known) if known else one_cycle_after(report.round.month, on=on)


def one_cycle_after(month: date, *, on: date) -> date:
    """The day until which the next month's reports are on time; if it is past, a later month's."""
    following = months_before(month, -1)
    rule = rule_of(following)
    if rule is None:
        return on + A_MONTH
    day = rule.days_for(following)["on_time_until"]
    return day if day > on else one_cycle_after(following, on=on)
