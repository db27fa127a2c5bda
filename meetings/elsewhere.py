"""Beside the page of a person: whether they came to the meetings of their region (S71)."""

from datetime import date

from django.utils.translation import gettext as _

from committees.beside import show_on
from portal.kernel.models import Person, User

from .queries.elsewhere import meetings_elsewhere
from .queries.rates import noted, rate_of


def elsewhere(*, person: Person, user: User, on: date) -> dict | None:
    """One statement for whoever is signed in; nothing for strangers, and where there was none."""
    if not user.is_authenticated:
        return None
    meetings = list(meetings_elsewhere(person, user, on=on))
    if not meetings:
        return None
    rate = rate_of(noted(meeting.noted) for meeting in meetings)
    jumps = [{"url": "#elsewhere", "label": _("เวทีภาคและจังหวัด")}]
    return {"meetings": meetings, "rate": rate, "jumps": jumps}


def contribute():
    """The page of a person belongs to ``committees``, which may not know meetings."""
    show_on("person", "meetings/_person_elsewhere.html", elsewhere)
