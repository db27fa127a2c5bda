"""The form as a workbook: taken away, filled in, sent in, looked at, and written by section."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from portal.kernel.files import XLSX
from portal.kernel.http import asks, require

from ..forms.elsewhere import incoming
from ..forms.uploads import ImportForm
from ..forms.workbook import WorkbookForm
from ..parts import parts_of
from ..permissions import can_edit_section
from ..queries.uploads import earlier_uploads, uploads_of
from ..workbook.writing import form_workbook, name_of
from .report_page import get_report, may_type


@require_safe
def report_workbook(request, pk):
    """What this reader may type in, with what the draft holds."""
    report, parts = get_typable(request, pk)
    content = form_workbook(report, parts, by=request.user)
    name = content_disposition_header(True, f"{name_of(report)}.xlsx")
    headers = {"Content-Disposition": name, "Cache-Control": "private, no-store"}
    return HttpResponse(content, content_type=XLSX.content_type, headers=headers)


@asks
def upload_create(request, pk):
    report, parts = get_report_to_type(request, pk)
    data, files = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = WorkbookForm(data, files, report=report, parts=parts, by=request.user)
    if form.saved():
        return redirect("regions:upload-detail", pk, form.kept.token)
    earlier = earlier_uploads(request.user, report)
    mine = typable(request, parts)
    context = {"report": report, "parts": mine, "form": form, "earlier": earlier}
    status = 422 if form.is_bound else 200
    return render(request, "regions/upload_form.html", context, status=status)


@asks
def upload_detail(request, pk, token):
    """What would change, section by section; pressed, what was chosen is written."""
    upload, parts, sections = get_upload(request, pk, token)
    data = request.POST if request.method == "POST" else None
    form = ImportForm(data, upload=upload, sections=sections, by=request.user)
    if data is not None and form.saved():
        messages.success(request, written_words(form.written))
        return redirect("regions:upload-detail", pk, token)
    if form.is_bound:  # what stands may have changed while it was pressed
        upload, parts, sections = get_upload(request, pk, token)
    context = {"upload": upload, "report": upload.report, "form": form}
    context |= shown(upload, parts, sections, form)
    status = 422 if form.is_bound else 200
    return render(request, "regions/upload_detail.html", context, status=status)


def shown(upload, parts, sections, form):
    """What differs, each with its box to tick; what does not, and what the file leaves out."""
    return {
        "differing": [(one, asked_of(form, one)) for one in sections if one.is_shown],
        "quiet": [one for one in sections if not one.is_shown],
        "absent": [part for part in parts if part.section.key not in upload.answers],
        "offers": any(one.is_offered for one in sections),
    }


def asked_of(form, section):
    """Whether to write it, with what forbade that a moment ago; nothing where it is not offered."""
    name = f"take_{section.key}"
    return form[name] if name in form.fields and section.is_offered else None


def get_report_to_type(request, pk):
    """The report and all its parts, of which this reader may type in one at least."""
    report = get_report(request, pk)
    parts = parts_of(report, user=request.user)
    require(may_type(report) and typable(request, parts))
    return report, parts


def get_typable(request, pk):
    """The report, and those of its parts that this reader may type in now."""
    report, parts = get_report_to_type(request, pk)
    return report, typable(request, parts)


def typable(request, parts):
    mine = [part for part in parts if can_edit_section(request.user, part.row)]
    return [part for part in mine if not part.row.is_locked]


def get_upload(request, pk, token):
    """One's own upload of a report one reads, its parts, and what the upload tells of them."""
    report = get_report(request, pk)
    upload = get_object_or_404(uploads_of(request.user, report), token=token)
    upload.report = report
    parts = parts_of(report, user=request.user)
    return upload, parts, incoming(upload, parts, by=request.user, may_type=may_type(report))


def written_words(keys):
    """Pressed twice, the second time nothing is left to write."""
    count = len(keys)
    return ngettext("นำเข้า %(count)s ส่วนลงร่างแล้ว", "นำเข้า %(count)s ส่วนลงร่างแล้ว", count) % {
        "count": count
    }
