"""The synthesis of a month: the list, the text to read, the paper, beginning and publishing it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from portal.kernel.http import announce, asks, require
from portal.kernel.papers.files import FORMATS, make
from portal.kernel.papers.pdf import PACKAGE, NoThaiFace

from ..actions import draft_synthesis
from ..forms.synthesis import PublicationForm
from ..models import RegionalReport, ReportRound, Synthesis, rights_of
from ..permissions import can_write_synthesis
from ..queries.synthesis import not_accepted, rounds_to_draft
from ..synthesis_page import told_in
from ..synthesis_paper import paper_of

LIST = "regions:synthesis-list"


@login_not_required
@require_safe
def synthesis_list(request):
    found = list(Synthesis.objects.visible_to(request.user).select_related("round"))
    may_write = can_write_synthesis(request.user)
    to_draft = []
    if may_write:
        taken = [synthesis.round_id for synthesis in found]
        to_draft = rounds_to_draft(on=timezone.localdate(), taken=taken)
    context = {"syntheses": found, "to_draft": to_draft, "may_write": may_write}
    return render(request, "regions/synthesis_list.html", context)


@login_not_required
@require_safe
def synthesis_detail(request, month):
    synthesis = get_synthesis(request, month)
    context = {
        "synthesis": synthesis,
        "told": dressed(request, synthesis),
        "may_write": can_write_synthesis(request.user) and not synthesis.published_at,
        "says_who": rights_of(request.user).sees_everything,
    }
    return render(request, "regions/synthesis_detail.html", context)


def dressed(request, synthesis):
    """Links only to what the reader may open."""
    reports = RegionalReport.objects.visible_to(request.user).filter(round=synthesis.round_id)
    is_in = request.user.is_authenticated
    readable = set(reports.values_list("pk", flat=True)) if is_in else ()
    return told_in(synthesis, readable=readable, links=is_in)


@login_not_required
@require_safe
def synthesis_document(request, month, suffix):
    synthesis = get_synthesis(request, month)
    if suffix not in FORMATS:
        raise Http404
    is_thai = request.GET.get("digits") == "thai"
    try:
        made = make(paper_of(synthesis, thai_digits=is_thai), suffix)
    except NoThaiFace:
        word = request.path.removesuffix(suffix) + "docx"
        context = {"synthesis": synthesis, "package": PACKAGE, "word": word}
        return render(request, "regions/synthesis_no_face.html", context, status=503)
    return handed(made)


def handed(made):
    headers = {
        "Content-Disposition": content_disposition_header(True, made.name),
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(made.content, content_type=made.content_type, headers=headers)


@require_POST
def synthesis_draft(request, month):
    """Begun, or added to."""
    require(can_write_synthesis(request.user))
    report_round = get_object_or_404(ReportRound, month=month)
    with announce(request, _("ร่างแล้ว แก้ รวม และเรียงย่อหน้าได้")):
        draft_synthesis(report_round, by=request.user)
    began = Synthesis.objects.filter(round=report_round, published_at=None).exists()
    return (
        redirect("regions:synthesis-edit", month) if began else redirect("regions:synthesis-list")
    )


@asks
def synthesis_publish(request, month):
    synthesis = get_draft(request, month)
    form = PublicationForm(request.POST or None, row=synthesis, by=request.user)
    if form.saved():
        messages.success(request, _("เผยแพร่แล้ว ทุกคนอ่านได้ และไม่เปลี่ยนอีก"))
        return redirect(synthesis)
    told = told_in(synthesis)
    used = [point for point in told.points if not point.is_left_out]
    context = {
        "synthesis": synthesis, "form": form, "told": told, "count": len(used),
        "reopened": not_accepted(used),
    }  # fmt: skip
    status = 409 if form.is_stale else 200
    return render(request, "regions/synthesis_publication.html", context, status=status)


# -- Found -------------------------------------------------------------------------------


def get_synthesis(request, month):
    visible = Synthesis.objects.visible_to(request.user)
    return get_object_or_404(visible.select_related("round", "published_by__person"),
                             round__month=month)  # fmt: skip


def get_draft(request, month, *, has_text=False):
    """To be written in: the secretariat's, as long as it is not published. Text that is sent too
    late comes back: the action refuses it, and the form shows both."""
    synthesis = get_synthesis(request, month)
    is_open = not synthesis.published_at or (has_text and request.method == "POST")
    require(can_write_synthesis(request.user) and is_open)
    return synthesis
