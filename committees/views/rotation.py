from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from committees.beside import shown_on
from committees.forms.day import asked_day
from committees.permissions import can_change_roster
from committees.queries.rotation import rotation_of
from committees.queries.turns_calendar import turns_calendar


@require_safe
def rotation(request):
    """Who of the 67 sits on which outside board on a day, how it spread, who waits."""
    day = asked_day(request)
    found = rotation_of(on=day.on)
    context = {
        "day": day,
        "rotation": found,
        "calendar": turns_calendar(found),
        "jumps": jumps(found),
        "can_change": day.is_today and can_change_roster(request.user),
        "beside": shown_on("rotation", user=request.user, on=day.on),
    }
    return render(request, "committees/rotation.html", context)


def jumps(found):
    """On a phone the page is long."""
    if not any(turns.services for turns in found.boards):
        return []
    return [
        {"url": "#calendar", "label": _("ปฏิทินหมุนเวียน")},
        {"url": "#waiting", "label": _("ยังไม่เคยหมุนเวียน")},
    ]
