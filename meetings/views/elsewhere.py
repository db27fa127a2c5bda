"""Who of the 67 came to the meetings of their region (S71)."""

from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from meetings.queries.elsewhere import attendance_in
from regions.models import Region


@require_safe
def region_attendance(request, code):
    """Who came stands on each meeting's page for the whole house, so whoever is signed in reads."""
    today = timezone.localdate()
    region = get_object_or_404(Region.objects.in_force(on=today), code=code)
    found = attendance_in(region, request.user, on=today)
    return render(request, "meetings/region_attendance.html", {"region": region, "found": found})
