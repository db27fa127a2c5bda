"""The draft of a report as a file."""

from django.http import HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.kernel.files import JSON

from ..draft_file import draft_file
from ..workbook.writing import name_of
from .uploads import get_typable


@require_safe
def report_draft(request, pk):
    """What this reader may type in, as it stands; read again by ``upload_create``."""
    report, parts = get_typable(request, pk)
    content = draft_file(report, parts, by=request.user, at=timezone.now())
    name = _("ร่าง%(report)s") % {"report": name_of(report)}
    headers = {
        "Content-Disposition": content_disposition_header(True, f"{name}.json"),
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(content, content_type=JSON.content_type, headers=headers)
