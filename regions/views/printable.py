"""The form of a report on paper."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from portal.kernel.files import PDF
from portal.kernel.http import require
from portal.kernel.papers.pdf import PACKAGE, NoThaiFace, form_pdf_of

from ..parts import parts_of
from ..permissions import can_edit_section
from ..printable import form_on_paper
from .report_page import get_report, may_type


@require_safe
def report_paper(request, pk):
    """Blank to be filled in with a pen; ``?filled=1`` as the draft stands, to be checked."""
    report = get_report(request, pk)
    parts = parts_of(report, user=request.user)
    require(may_type(report) and any(can_edit_section(request.user, part.row) for part in parts))
    filled = request.GET.get("filled") == "1"
    paper = form_on_paper(report, parts, by=request.user, filled=filled)
    try:
        return handed(form_pdf_of(paper), f"{paper.title}.pdf")
    except NoThaiFace:
        context = {"report": report, "package": PACKAGE}
        return render(request, "regions/paper_no_face.html", context, status=503)


def handed(content, name):
    headers = {
        "Content-Disposition": content_disposition_header(False, name),
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(content, content_type=PDF.content_type, headers=headers)
