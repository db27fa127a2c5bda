"""A roster from a file: uploaded, looked at row by row, then carried out or thrown away."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from committees.actions.imports import discard_import
from committees.forms.imports import UploadForm, WritingForm
from committees.imports.columns import COLUMNS
from committees.imports.report import Report
from committees.imports.template import FILE_NAME, template_bytes
from committees.models import RosterImport
from committees.permissions import can_change_roster
from committees.queries.imports import earlier_imports
from portal.kernel.http import announce, asks, require
from portal.kernel.tables import XLSX


@asks
def import_create(request):
    require(can_change_roster(request.user))
    form = UploadForm(request.POST or None, request.FILES or None, by=request.user)
    if form.saved():
        return redirect("committees:import-detail", form.roster_import.token)
    context = {"form": form, "columns": COLUMNS, "earlier": earlier_imports()}
    return render(request, "committees/import_form.html", context)


@asks
def import_detail(request, token):
    require(can_change_roster(request.user))
    roster_import = get_import(token)
    if request.method == "POST":
        return write(request, roster_import)
    report = Report(roster_import.rows) if roster_import.rows else None
    context = {"import": roster_import, "report": report}
    if report and report.right:
        first = {"rows": report.right_rows, "seen": report.seen}
        context["form"] = WritingForm(roster_import=roster_import, by=request.user, initial=first)
    return render(request, "committees/import_detail.html", context)


def write(request, roster_import):
    """The page itself says what was written; what was not, it says with the report of now."""
    form = WritingForm(request.POST, roster_import=roster_import, by=request.user)
    if not form.saved():
        for refusal in form.non_field_errors() or [_("อ่านคำสั่งนำเข้าไม่ได้ โปรดดูผลตรวจแล้วกดอีกครั้ง")]:
            messages.error(request, refusal)
    return redirect("committees:import-detail", roster_import.token)


@require_POST
def import_discard(request, token):
    require(can_change_roster(request.user))
    with announce(request, _("ทิ้งไฟล์แล้ว ไม่มีอะไรถูกบันทึก")):
        discard_import(get_import(token), by=request.user)
    return redirect("committees:import-create")


@require_safe
def import_template(request):
    require(can_change_roster(request.user))
    response = HttpResponse(template_bytes(), content_type=XLSX)
    response["Content-Disposition"] = content_disposition_header(True, FILE_NAME)
    return response


def get_import(token):
    imports = RosterImport.objects.select_related("uploaded_by__person")
    return get_object_or_404(imports, token=token)
