"""The demonstration: a made-up house at work today, and the real record of meeting 2/2550."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from committees.models import Committee
from portal.kernel import history
from portal.shell.reference import load_reference

from .board_meeting import load_board_meeting
from .committee import load_house
from .cycle import load_cycle
from .days import at_hour
from .filling import load_filling
from .forums import load_forums
from .groups import load_groups
from .in_session import load_sitting
from .letterhead import load_letterhead
from .minutes import load_minutes
from .obligations import load_obligations
from .observations import load_observations
from .record_2550 import load_record
from .register import load_register
from .reports import load_reports
from .requests import load_requests
from .reviewing import load_reviewing
from .synthesis import load_synthesis
from .targets import load_targets


@transaction.atomic
def load_demo(*, at: datetime) -> bool:
    """Load everything around the day of ``at``; nothing, and False, if a house is there."""
    if Committee.objects.exists():
        return False
    with history.context(command="load_demo"):
        load_everything(at)
    return True


def load_everything(at):
    today = timezone.localdate(at)
    load_reference(today=today)
    house = load_house(today=today)
    # The old record came into the portal on the first day of today's generation.
    load_record(published_at=at_hour(house.committee.starts_on, 9))
    load_reports(house, today=today)
    load_filling(house, today=today)
    load_cycle(house, today=today)
    load_requests(house, today=today)
    load_reviewing(house, today=today)
    load_observations(house, today=today)
    load_obligations(house)
    load_synthesis(house, today=today)
    load_targets(house, today=today)
    load_groups(house)
    load_letterhead(house)
    load_minutes(house, today=today)
    load_board_meeting(house)
    load_forums(house, today=today)
    load_sitting(house, at=at)
    load_register(today=today)
