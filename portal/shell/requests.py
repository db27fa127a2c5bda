"""What apps above ``regions`` know of its requests: by when the centre answers."""

from datetime import date

from committees.models import Committee
from meetings.models import Meeting
from regions.cycle import know_next_meeting

# With a day that holds as far as anybody knows.
FIXED = (Meeting.State.PLANNED, *Meeting.ANNOUNCED)


def day_of_next_meeting(*, after: date) -> date | None:
    """The first day of the next meeting of the 67, called or only planned: one statement."""
    meetings = Meeting.objects.filter(
        committee__kind=Committee.Kind.SUBCOMMITTEE,
        state__in=FIXED,
        source="",
        starts_on__gt=after,
    )
    return meetings.order_by("starts_on").values_list("starts_on", flat=True).first()


def contribute():
    know_next_meeting(day_of_next_meeting)
