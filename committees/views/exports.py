"""The directory taken out as a file, and the sheet on which a meeting signs in."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from committees.actions.exporting import record_export
from committees.exports import dictionary_table, directory_table, metadata
from committees.forms.day import asked_day
from committees.forms.sign_in import SignInForm
from committees.models import Committee
from committees.permissions import can_change_roster
from committees.queries.directory import entries_of
from committees.queries.sign_in import organisers_sheets, sign_in_sheets
from committees.views.people import found_people, kept_filters
from portal.kernel.exports import FORMS, file_response, metadata_response


@never_cache
@require_safe
def person_export(request, form):
    if form not in FORMS:
        raise Http404
    on = asked_day(request).on
    entries = entries_of(found_people(request, asked_day(request)).qs)
    table = directory_table(entries, on=on)
    if request.method == "GET":
        tell_of_export(request, form, entries, on=on)
    about = reverse("committees:person-export-metadata") + kept_filters(request)
    name = f"people-{on.isoformat()}"
    return file_response(form, name, table, dictionary_table(on=on), about=about)


def tell_of_export(request, form, entries, *, on):
    restricted = sum(entry.has_contact and entry.person.is_in_reach for entry in entries)
    record_export(by=request.user, file=form, on=on, people=len(entries), contacts=restricted)


@require_safe
def person_export_metadata(request):
    """What the columns of the CSV file mean, for programs."""
    url = reverse("committees:person-export", args=["csv"]) + kept_filters(request)
    return metadata_response(metadata(url=url, on=asked_day(request).on))


@never_cache
@require_safe
def sign_in_sheet(request):
    form = SignInForm(request.GET or None)
    form.is_valid()
    asked = getattr(form, "cleaned_data", {})
    may_ask = can_change_roster(request.user)
    has_phones = may_ask and bool(asked.get("phones"))
    body = asked_body(request)
    sheets = sheets_for(request.user, asked, body, has_phones=has_phones)
    context = {
        "form": form, "asked": asked, "body": body, "day": asked_day(request),
        "may_ask": may_ask, "has_phones": has_phones, "sheets": sheets,
    }  # fmt: skip
    return render(request, "committees/sign_in_sheet.html", context)


def asked_body(request):
    """The body without seats of ``?body=``; nothing asks for the 67."""
    code = request.GET.get("body", "")
    seated = [Committee.Kind.SUBCOMMITTEE, Committee.Kind.SECRETARIAT]
    bodies = Committee.objects.exclude(kind__in=seated).select_related("region")
    return get_object_or_404(bodies, code=code) if code else None


def sheets_for(user, asked, body, *, has_phones):
    today = timezone.localdate()
    days = {"first": asked.get("on") or today, "days": asked.get("days") or 1, "body": body}
    return organisers_sheets(user, today=today, **days) if has_phones else sign_in_sheets(**days)
