"""เตือน and บันทึกว่าโทรแล้ว: what a reviewer does about a report that does not come."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.kernel.http import asked_next, asks, require

from ..forms.contacts import LetterForm, PhoneCallForm
from ..letters import nudge_text
from ..models import RegionalReport, ReportContact
from ..permissions import can_contact_filers
from ..queries import filers_of
from .review import get_listed_report

Way = ReportContact.Way


@asks
def report_contact(request, pk):
    """Whom a letter would reach and what it would say, whom to ring, and who did so before.

    Also of a draft, of which only whoever waits for it knows that it is there.
    """
    report = get_listed_report(request, pk)
    require(can_contact_filers(request.user, report))
    way = request.POST.get("way")
    letter = LetterForm(sent(request, way == Way.LETTER), report=report, by=request.user)
    call = PhoneCallForm(sent(request, way == Way.PHONE), report=report, by=request.user)
    for form, words in ((letter, _("ส่งจดหมายเตือนแล้ว")), (call, _("บันทึกการโทรแล้ว"))):
        if form.is_bound and form.saved():
            messages.success(request, words)
            return redirect(asked_next(request) or way_back(request, report))
    return contact_page(request, report, letter=letter, call=call)


def sent(request, is_meant):
    return request.POST if request.method == "POST" and is_meant else None


def way_back(request, report):
    """To the report; where a draft may not be read, to this page."""
    readable = RegionalReport.objects.visible_to(request.user).filter(pk=report.pk).exists()
    return report.get_absolute_url() if readable else request.path


def contact_page(request, report, **forms):
    people = filers_of(report, on=timezone.localdate())
    sender = request.user.person.full_name
    reached = [person for person in people if person.email]
    context = {
        "report": report,
        "people": people,
        "reached": reached,
        "text": nudge_text(report, sender=sender, name=reached[0].address_name) if reached else "",
        "contacts": report.contacts.select_related("by__person"),
        **forms,
    }
    status = 422 if any(form.errors for form in forms.values()) else 200
    return render(request, "regions/report_contact.html", context, status=status)
