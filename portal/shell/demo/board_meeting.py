"""A board that meets on the very day of the 67: whoever sits on both has to choose."""

from datetime import time

from committees.models import Committee
from meetings.models import Meeting
from portal.kernel.thai import be_year

from .committee import House
from .people import MARK


def load_board_meeting(house: House):
    """Only announced, with no agenda, and on the day of the later of the two meetings to come:
    so it is nobody's next meeting."""
    planned = house.committee.meetings.get(state=Meeting.State.PLANNED)
    Meeting.objects.create(
        committee=Committee.objects.get(code="board-codi"),
        title=f"ประชุมบอร์ด พอช. {MARK}",
        be_year=be_year(planned.starts_on),
        starts_on=planned.starts_on,
        ends_on=planned.ends_on,
        starts_at=time(13, 30),
    )
