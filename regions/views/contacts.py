"""เตือน and บันทึกว่าโทรแล้ว: what a reviewer does about a report that does not come."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.kernel.http import asked_next, asks, require

from ..forms.contacts import LetterForm, PhoneCallForm
from ..history import shown
from ..letters import nudge_subject, nudge_text
from ..models import RegionalReport, ReportContact
from ..permissions import can_contact_filers
from ..queries import filers_of
from ..report_history import contacted
from ..standing import holder_of
from .review import get_listed_report

Way = ReportContact.Way


@asks
def report_contact(request, pk):
    """Whom a letter would reach and what it would say, whom to ring, and who did so before."""
    report = get_awaited_report(request, pk)
    way = request.POST.get("way")
    people = filers_of(report, on=timezone.localdate())
    letter = LetterForm(
        sent(request, way == Way.LETTER), report=report, people=reached(people), by=request.user
    )
    call = PhoneCallForm(sent(request, way == Way.PHONE), report=report, by=request.user)
    for form, words in ((letter, _("ส่งจดหมายเตือนแล้ว")), (call, _("บันทึกการโทรแล้ว"))):
        if form.is_bound and form.saved():
            messages.success(request, words)
            return redirect(asked_next(request) or way_back(request, report))
    return contact_page(request, report, people, letter=letter, call=call)


def get_awaited_report(request, pk):
    """Also a draft, of which whoever waits for it knows that it is there, not what it says."""
    report = get_object_or_404(RegionalReport.objects.for_page(on=timezone.localdate()), pk=pk)
    if not can_contact_filers(request.user, report):
        get_listed_report(request, pk)
        require(False)
    return report


def sent(request, is_meant):
    return request.POST if request.method == "POST" and is_meant else None


def way_back(request, report):
    """To the report; where a draft may not be read, to this page."""
    readable = RegionalReport.objects.visible_to(request.user).filter(pk=report.pk).exists()
    return report.get_absolute_url() if readable else request.path


def reached(people):
    return [person for person in people if person.email]


def contact_page(request, report, people, **forms):
    to = reached(people)
    sender = request.user.person.full_name
    context = {
        "report": report,
        "people": people,
        "reached": to,
        "subject": nudge_subject(report),
        "text": nudge_text(report, sender=sender, name=to[0].address_name) if to else "",
        "contacts": shown(map(contacted, report.contacts.select_related("by__person"))),
        "holder": holder_of(report),
        "next": asked_next(request),
        **forms,
    }
    status = 422 if any(form.errors for form in forms.values()) else 200
    return render(request, "regions/report_contact.html", context, status=status)
