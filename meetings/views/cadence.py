"""Which body met in which month, and which missed one (S83)."""

from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from meetings.permissions import bodies_planned_by
from meetings.queries.cadence import bodies_with_rhythm, late_bodies, months_until, rows_of
from portal.kernel import thai


@require_safe
def cadence(request):
    """Meetings that were called are open to the house, so whoever is signed in reads who met."""
    today = timezone.localdate()
    rows = rows_of(bodies_with_rhythm(on=today), on=today)
    late = late_bodies(rows, on=today)
    context = {
        "rows": rows,
        "months": months_until(today),
        "lead": lead_of(rows, late, on=today),
        "plannable": set(bodies_planned_by(request.user, on=today).values_list("pk", flat=True)),
    }
    return render(request, "meetings/cadence.html", context)


def lead_of(rows, late, *, on):
    """The month that ended last, in a sentence."""
    if not rows:
        return ""
    month = thai.month_and_year(months_until(on, count=2)[0].first)
    if not late:
        return _("เดือน%(month)s ไม่มีคณะใดขาดประชุม") % {"month": month}
    words = ngettext(
        "เดือน%(month)s ขาดประชุม %(n)s จาก %(total)s คณะ",
        "เดือน%(month)s ขาดประชุม %(n)s จาก %(total)s คณะ",
        len(late),
    )
    return words % {"month": month, "n": len(late), "total": len(rows)}
