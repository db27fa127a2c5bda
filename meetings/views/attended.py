"""The list behind how often somebody came (B17)."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from committees.forms.day import asked_day
from committees.views.people import get_person
from meetings.attended import MEETINGS, TITLES, behind, behind_region
from portal.kernel.names import named
from regions.models import Region


@require_safe
def attendance_rate(request, pk):
    """``?of=seats`` of the 67, ``?of=places`` of regions and provinces, or of one ``?region=``;
    for the day ``?on=``. Who came stands on each meeting's page, so whoever is signed in reads."""
    on = asked_day(request).on
    person = get_person(request, pk, on=on)
    title, found = asked(request, person, on=on)
    if not found.told:
        raise Http404
    context = {"person": person, "title": title, "found": found, "on": on}
    return render(request, "meetings/attendance_rate.html", context)


def asked(request, person, *, on):
    code, of = request.GET.get("region"), request.GET.get("of")
    if code:
        region = get_object_or_404(Region.objects.in_force(on=on), code=code)
        title = _("การมาประชุมของ%(region)s") % {"region": named(region)}
        return title, behind_region(person, request.user, region=region, on=on)
    if of not in MEETINGS:
        raise Http404
    return TITLES[of], behind(person, request.user, of=of, on=on)
