"""Beside the pages of a person and of a body: whether the one came to the meetings of their region
(S71), and which meetings the other held."""

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from committees.beside import show_on
from committees.models import Committee
from portal.kernel.models import Person, User

from .attended import OF_PLACES, explained_attendance
from .filters import THE_67
from .models import Meeting
from .permissions import can_plan_for
from .queries.elsewhere import meetings_elsewhere
from .queries.places import has_seats
from .queries.rates import noted, rate_of

MOST = 5  # of a body's meetings; the rest stands in the list


def elsewhere(*, person: Person, user: User, on: date) -> dict | None:
    """One statement for whoever is signed in; nothing for strangers, and where there was none."""
    if not user.is_authenticated:
        return None
    meetings = list(meetings_elsewhere(person, user, on=on))
    if not meetings:
        return None
    rate = rate_of(noted(meeting.noted) for meeting in meetings)
    jumps = [{"url": "#elsewhere", "label": _("เวทีภาคและจังหวัด")}]
    explained = explained_attendance(person, rate, of=OF_PLACES, on=on)
    return {"meetings": meetings, "rate": rate, "explained": explained, "jumps": jumps}


def held_by(*, body: Committee, user: User, on: date) -> dict | None:
    """The latest meetings of a body, and the way to plan one for who may: two statements."""
    if not user.is_authenticated or body.kind == Committee.Kind.SECRETARIAT:
        return None
    meetings = Meeting.objects.visible_to(user).filter(committee=body).for_list()
    meetings = list(meetings.in_calendar_order(on=on)[:MOST])
    may_plan = body.is_in_force(on=timezone.localdate()) and can_plan_for(user, body)
    if not meetings and not may_plan:
        return None
    chosen = THE_67 if has_seats(body) else body.code
    return {"body": body, "meetings": meetings, "may_plan": may_plan, "chosen": chosen}


def contribute():
    """The pages belong to ``committees``, which may not know meetings."""
    show_on("person", "meetings/_person_elsewhere.html", elsewhere)
    show_on("body", "meetings/_body_meetings.html", held_by)
