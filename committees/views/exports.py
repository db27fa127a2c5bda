"""The directory taken out as a file, and the sheet on which a meeting signs in."""

from django.http import Http404, HttpResponse, JsonResponse
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
from portal.kernel.tables import CSV, XLSX, to_csv, to_xlsx

CSV_METADATA = "application/csvm+json"


@never_cache
@require_safe
def person_export(request, form):
    if form not in ("csv", "xlsx"):
        raise Http404
    on = asked_day(request).on
    entries = entries_of(found_people(request, asked_day(request)).qs)
    table = directory_table(entries, on=on)
    if request.method == "GET":
        tell_of_export(request, form, entries, on=on)
    if form == "csv":
        return described(request, as_file(to_csv(table), CSV, f"people-{on.isoformat()}.csv"))
    return as_file(to_xlsx(table, dictionary_table(on=on)), XLSX, f"people-{on.isoformat()}.xlsx")


def tell_of_export(request, form, entries, *, on):
    restricted = sum(entry.has_contact and entry.person.is_in_reach for entry in entries)
    record_export(by=request.user, file=form, on=on, people=len(entries), contacts=restricted)


def as_file(content, content_type, name):
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=content_type, headers=headers)


def described(request, response):
    """Programs find what the columns mean, as the W3C's CSV on the Web has it."""
    page = reverse("committees:person-export-metadata") + kept_filters(request)
    response.headers["Link"] = f'<{page}>; rel="describedby"; type="{CSV_METADATA}"'
    return response


@require_safe
def person_export_metadata(request):
    """What the columns of the CSV file mean, for programs."""
    url = reverse("committees:person-export", args=["csv"]) + kept_filters(request)
    about = metadata(url=url, on=asked_day(request).on)
    return JsonResponse(about, content_type=CSV_METADATA, json_dumps_params={"ensure_ascii": False})


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
        "form": form,
        "asked": asked,
        "body": body,
        "may_ask": may_ask,
        "has_phones": has_phones,
    }
    context |= {"sheets": sheets, "day": asked_day(request)}
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
