"""Papers and photographs beside a section: attached, read by whoever reads the report, removed."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from portal.kernel.files import download
from portal.kernel.http import announce, asks, require
from portal.kernel.thumbnails import download_small

from ..actions.attaching import remove_attachment
from ..forms import AttachmentForm
from ..models import RegionalReport, ReportAttachment
from ..parts import parts_of
from ..permissions import can_edit_section
from .report_page import get_report, may_type
from .sections import part_named


@asks
def section_attachments(request, pk, key):
    """What is attached to one section, and one more."""
    report = get_report(request, pk)
    part = part_named(parts_of(report, user=request.user), key)
    require(can_edit_section(request.user, part.row) and may_type(report))
    data, files = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = AttachmentForm(data, files, part=part, by=request.user)
    if form.saved():
        messages.success(request, _("แนบไฟล์แล้ว"))
        return redirect(request.path)
    context = {"report": report, "part": part, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "regions/section_attachments.html", context, status=status)


@require_safe
def attachment_file(request, token):
    attachment = get_attachment(request, token)
    return kept_a_while(attachment, download(request, attachment.file, attachment.name))


@require_safe
def attachment_small(request, token):
    """What a page shows of a photograph; a paper has nothing to show."""
    attachment = get_attachment(request, token)
    if not attachment.is_picture:
        raise Http404
    return kept_a_while(attachment, download_small(request, attachment.file, attachment.name))


def kept_a_while(attachment, response):
    """A picture may be kept by the browser for an hour, so that a page of them is not sent anew."""
    if response.status_code == 200 and attachment.is_picture:
        response["Cache-Control"] = "private, max-age=3600"
    return response


@require_POST
def attachment_removal(request, token):
    attachment = get_attachment(request, token)
    section = attachment.section
    require(can_edit_section(request.user, section))
    with announce(request, _("นำไฟล์ออกแล้ว ประวัติยังเก็บไว้")):
        remove_attachment(attachment, by=request.user)
    if not may_type(section.report):
        return redirect(section.report)
    return redirect("regions:section-attachments", section.report_id, section.key)


def get_attachment(request, token):
    """Read by whoever reads its report; what was taken away is read no more."""
    visible = RegionalReport.objects.visible_to(request.user)
    attachments = ReportAttachment.objects.filter(section__report__in=visible, removed_at=None)
    related = attachments.select_related("section__report__round", "section__report__unit")
    return get_object_or_404(related, token=token)
