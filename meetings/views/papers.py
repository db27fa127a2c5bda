"""The papers of a meeting: read and taken by whoever reads the meeting, kept by the secretariat."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from meetings.actions.papers import note_download
from meetings.forms.papers import PapersForm, PlaceForm, RemovalForm, TitleForm, VersionForm
from meetings.models import Meeting, Paper, PaperVersion
from meetings.permissions import can_keep_papers, can_read_downloads, worked_for
from meetings.queries.papers import downloads_of, is_far, open_to_papers, versions_of
from portal.kernel.files import download
from portal.kernel.http import asks, read_pk, require
from portal.kernel.kept_text import take_kept_text

MEETINGS_PER_PAGE = 24


@asks
def paper_create(request, pk):
    visible = Meeting.objects.visible_to(request.user).select_related("committee", "province")
    meeting = get_object_or_404(visible, pk=pk)
    require(can_keep_papers(request.user, meeting))
    if meeting.state == Meeting.State.CANCELLED:
        return redirect(meeting)
    item = asked_item(request, meeting)
    form = PapersForm(*sent(request), meeting=meeting, item=item, by=request.user)
    if form.saved():
        return filed(request, form)
    context = {"form": form, "meeting": meeting, "item": item, **doubts(meeting)}
    return render(request, "meetings/paper_create.html", context)


def filed(request, form):
    count = len(form.papers)
    text = ngettext("เพิ่มเอกสาร %(n)s รายการแล้ว", "เพิ่มเอกสาร %(n)s รายการแล้ว", count)
    messages.success(request, text % {"n": count})
    return redirect(place_of(form.meeting, form.item))


@require_safe
def paper_detail(request, pk, paper_pk):
    """A paper with all its versions; where it was before leads to where it is now."""
    paper = find_paper(request, paper_pk)
    if paper.meeting_id != pk:
        return redirect(address_of(paper))
    context = {
        "paper": paper,
        "versions": versions_of(paper),
        "may_keep": can_keep_papers(request.user, paper.meeting),
        "place": place_of(paper.meeting, paper.item),
    }
    return render(request, "meetings/paper_detail.html", context | readings(request.user, paper))


def readings(user, paper):
    """Who took it, for whoever may read that."""
    may_read = can_read_downloads(user, paper.meeting)
    return {"may_read_downloads": may_read, "downloads": downloads_of(paper) if may_read else []}


@asks
def paper_version_create(request, pk, paper_pk):
    return paper_form(request, pk, paper_pk, VersionForm, "version", _("เพิ่มฉบับใหม่แล้ว"))


@asks
def paper_edit(request, pk, paper_pk):
    return paper_form(request, pk, paper_pk, TitleForm, "edit", _("เปลี่ยนชื่อเอกสารแล้ว"))


@asks
def paper_removal(request, pk, paper_pk):
    return paper_form(request, pk, paper_pk, RemovalForm, "removal", _("นำเอกสารออกแล้ว"))


@asks
def paper_move(request, pk, paper_pk):
    paper = keep_paper(request, pk, paper_pk)
    meetings = open_meetings(request.user)
    meeting = asked_meeting(request, meetings, paper)
    form = PlaceForm(*sent(request), paper=paper, meeting=meeting, by=request.user)
    if form.saved():
        return done(request, paper, _("ย้ายเอกสารแล้ว"))
    page = Paginator(meetings, MEETINGS_PER_PAGE).get_page(request.GET.get("page"))
    context = {"form": form, "paper": paper, "target": meeting, "page": page, **doubts(meeting)}
    return render(request, "meetings/paper_move.html", context)


@require_safe
def paper_download(request, pk):
    """The file itself. Reading is written down for the audit; nothing of the paper changes, so
    it stays a plain link that works everywhere. A probe by HEAD takes nothing."""
    papers = Paper.objects.visible_to(request.user)
    version = get_object_or_404(PaperVersion, pk=pk, paper__in=papers)
    response = download(request, version.file, version.file_name)
    if response.status_code == 200 and request.method == "GET":
        note_download(version, by=request.user)
    return response


def paper_form(request, pk, paper_pk, form_class, name, text):
    """A form about one paper, then back to where the paper stands."""
    paper = keep_paper(request, pk, paper_pk)
    form = form_class(*sent(request), paper=paper, by=request.user)
    if form.saved():
        return done(request, paper, text)
    return render(request, f"meetings/paper_{name}.html", {"form": form, "paper": paper})


def done(request, paper, text):
    messages.success(request, text)
    return redirect(place_of(paper.meeting, paper.item) if paper.removed_at else address_of(paper))


def find_paper(request, pk):
    papers = Paper.objects.visible_to(request.user)
    place = ("meeting__committee", "meeting__province", "item")
    return get_object_or_404(papers.select_related(*place), pk=pk)


def keep_paper(request, pk, paper_pk):
    """A paper to change; under the address of another meeting it is not found."""
    paper = find_paper(request, paper_pk)
    require(can_keep_papers(request.user, paper.meeting))
    if paper.meeting_id != pk:
        raise Http404
    return paper


def asked_item(request, meeting):
    """The item of ``?item=``; without one, the paper is the meeting's."""
    asked = request.GET.get("item", "")
    return get_object_or_404(meeting.items, pk=read_pk(asked)) if asked else None


def asked_meeting(request, meetings, paper):
    """The meeting of ``?meeting=``; without one, that of the paper."""
    asked = request.GET.get("meeting", "")
    return get_object_or_404(meetings, pk=read_pk(asked)) if asked else paper.meeting


def open_meetings(user):
    """Where this reader may put a paper: meetings whose papers they keep."""
    found = open_to_papers(user, on=timezone.localdate())
    return found.filter(worked_for(user, "committee__"))


def sent(request):
    """Words and files sent just now, or the words typed before the session ended. Not ``typed``:
    a form without fields sends nothing, and is sent all the same."""
    if request.method == "POST":
        return request.POST, request.FILES
    return take_kept_text(request), None


def doubts(meeting):
    """Why another meeting may be meant (promise 8)."""
    today = timezone.localdate()
    return {"is_over": meeting.is_over(on=today), "is_far": is_far(meeting, on=today)}


def place_of(meeting, item):
    """Where on the meeting's page the papers of an item, or of the meeting, stand."""
    part = f"item-{item.section}-{item.position}" if item else "papers"
    return f"{meeting.get_absolute_url()}#{part}"


def address_of(paper):
    return reverse("meetings:paper-detail", args=[paper.meeting_id, paper.pk])
