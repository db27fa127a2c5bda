"""Official documents of a meeting, made when they are asked for."""

import logging

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from meetings import permissions
from meetings.documents.files import make
from meetings.models import Meeting
from meetings.paperwork import NoLetterhead, Paperwork
from meetings.queries.documents import invited, letterhead_of, template_in_use
from portal.kernel.files import DOCX, PDF, file_name
from portal.kernel.papers.files import FORMATS
from portal.kernel.papers.pdf import PACKAGE, NoThaiFace, has_thai_face

log = logging.getLogger(__name__)
KINDS = {"docx": DOCX, "pdf": PDF}


@require_safe
def document_list(request, pk):
    work = asked(request, pk)
    context = {
        "meeting": work.meeting,
        "work": work,
        "resolutions": work.meeting.resolutions.order_by("number"),
        "may_replace": permissions.can_replace_word_templates(request.user),
        "package": "" if has_thai_face() else PACKAGE,
        "digits": digits(work.thai_digits),
        "query": "?digits=thai" if work.thai_digits else "",
        **(letters(work) if work.may_write_letters else {}),
    }
    return render(request, "meetings/document_list.html", context)


def digits(is_thai):
    return [
        {"url": "?", "label": _("เลขอารบิก 1 2 3"), "is_current": not is_thai},
        {"url": "?digits=thai", "label": _("เลขไทย ๑ ๒ ๓"), "is_current": is_thai},
    ]


def letters(work):
    return {
        "letterhead": letterhead_of(work.meeting.committee),
        "invited": invited(work.meeting),
    }


@require_safe
def document_file(request, pk, kind, suffix):
    work = asked(request, pk, suffix)
    try:
        return handed(request, work.document(kind), work.meeting, suffix)
    except NoLetterhead:
        return redirect("meetings:letterhead-edit", pk)


@require_safe
def document_extract(request, pk, number, suffix):
    """สำเนามติ of one resolution."""
    work = asked(request, pk, suffix)
    return handed(request, work.extract(number), work.meeting, suffix)


@require_safe
def document_letter(request, pk, invitation_pk, suffix):
    """หนังสือเชิญ of one person."""
    work = asked(request, pk, suffix)
    try:
        return handed(request, work.letter(invitation_pk), work.meeting, suffix)
    except NoLetterhead:
        return redirect("meetings:letterhead-edit", pk)


def asked(request, pk, suffix=FORMATS[0]):
    """What the reader may have of the meeting; in no other format."""
    if suffix not in FORMATS:
        raise Http404
    visible = Meeting.objects.visible_to(request.user)
    found = visible.select_related("committee", "province", "summary", "minutes")
    is_thai = request.GET.get("digits") == "thai"
    return Paperwork(get_object_or_404(found, pk=pk), request.user, thai_digits=is_thai)


def handed(request, document, meeting, suffix):
    """The file to keep, or a page that says why there is none and what there is instead."""
    own = own_template(request, document.template) if suffix == "docx" else None
    try:
        made = make(document, suffix, template=own and read(own))
    except NoThaiFace:
        return refused(request, meeting, "no_face", 503)
    except Exception:
        if own is None:
            raise
        log.exception("the template of kind %s does not fit %s", document.template, meeting.pk)
        return refused(request, meeting, "no_template", 409)
    return attached(made.content, file_name(made.name, KINDS[suffix]), made.content_type)


def attached(content, name, content_type):
    headers = {
        "Content-Disposition": content_disposition_header(True, name),
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(content, content_type=content_type, headers=headers)


def refused(request, meeting, why, status):
    address, given = request.path.removesuffix("pdf").removesuffix("docx"), request.GET.copy()
    if why == "no_template":
        given["template"] = "ours"
    word = f"{address}docx?{given.urlencode()}"
    context = {"meeting": meeting, "package": PACKAGE, "word": word}
    return render(request, f"meetings/document_{why}.html", context, status=status)


def own_template(request, kind):
    """The secretariat's, unless ours is asked for by ``?template=ours``."""
    return template_in_use(kind) if request.GET.get("template") != "ours" else None


def read(template):
    with template.file.open() as file:
        return file.read()
