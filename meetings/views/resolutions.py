"""The register of resolutions, the page of one, and what a later one did to it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from meetings.forms.superseding import SupersedingForm, TakingBackForm
from meetings.found import found_resolutions
from meetings.models import Resolution, ResolutionChange
from meetings.permissions import can_supersede_resolution
from meetings.queries.register import entries, quorum_at_vote, supersessions, taken_back
from portal.kernel.http import asks, require
from portal.kernel.kept_text import typed

from .action_items import may_complete
from .meetings import part_or_page
from .tallies import tally

PER_PAGE = 25


@require_safe
@vary_on_headers("HX-Target")
def resolution_list(request):
    found = found_resolutions(request)
    page = Paginator(found.qs.for_register(), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "filter": found,
        "page": page,
        "entries": entries(page, on=found.on, reader=request.user),
        "counts": counted(found),
    }
    return render(request, part_or_page(request, "meetings/resolution_list.html"), context)


@require_safe
def resolution_detail(request, pk):
    resolution, today = get_resolution(request, pk), timezone.localdate()
    [entry] = entries([resolution], on=today, reader=request.user)
    context = {
        "entry": entry,
        "completable": completable(entry, request.user, on=today),
        "may_supersede": can_supersede_resolution(request.user),
        **told_of(resolution, on=today),
        **changes_of(resolution),
    }
    return render(request, "meetings/resolution_detail.html", context)


def told_of(resolution, *, on):
    return {
        "resolution": resolution,
        "meeting": resolution.meeting,
        "quorum": quorum_at_vote(resolution),
        "generation": resolution.meeting.former_generation(on=on),
    }


@asks
def resolution_change_create(request, pk):
    resolution = get_resolution(request, pk)
    require(can_supersede_resolution(request.user))
    form = SupersedingForm(typed(request), resolution=resolution, by=request.user)
    if form.saved():
        messages.success(request, _("บันทึกแล้ว มติก่อนแสดงว่าแก้ไขหรือยกเลิกโดยมตินี้"))
        return redirect(resolution)
    context = {"form": form, "resolution": resolution, "meeting": resolution.meeting}
    return render(request, "meetings/resolution_change.html", context)


@asks
def resolution_change_removal(request, pk, change_pk):
    resolution = get_resolution(request, pk)
    changes = ResolutionChange.objects.select_related("resolution", "earlier__meeting")
    change = get_object_or_404(changes, pk=change_pk, resolution=resolution)
    require(can_supersede_resolution(request.user))
    form = TakingBackForm(typed(request), change=change, by=request.user)
    if form.saved():
        messages.success(request, _("นำออกแล้ว มติก่อนกลับมาเป็นอย่างเดิม"))
        return redirect(resolution)
    context = {"form": form, "change": change, "resolution": resolution}
    return render(request, "meetings/resolution_change_removal.html", context)


def get_resolution(request, pk):
    return get_object_or_404(Resolution.objects.visible_to(request.user).for_register(), pk=pk)


def changes_of(resolution):
    """What a later one did to it, what it did to earlier ones, and what was entered by mistake."""
    return {
        "changed_by": supersessions(resolution.changed_by.all()),
        "changes": supersessions(resolution.changes.all()),
        "taken_back": taken_back(resolution),
    }


def completable(entry, user, *, on):
    """The items whose result the reader may write down."""
    return {one.item.pk for one in entry.obligations if may_complete(user, one.item, on=on)}


def counted(found):
    """The standings with how many resolutions there are of each."""
    counts = found.of_any_standing.counted()
    choices = [(one.value, one.label, counts[one.value]) for one in Resolution.Standing]
    rows = [*choices, ("", _("ทั้งหมด"), counts["all"])]
    kept = ("q", "year", "region", "body")
    return tally(reverse("meetings:resolution-list"), found.data, kept, rows)
