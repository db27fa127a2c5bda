"""What meetings assigned, and what came of it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from meetings.filters import Shown
from meetings.forms import CompletionForm
from meetings.found import found_items
from meetings.models import ActionItem
from meetings.permissions import can_complete_action_item
from portal.kernel.http import asks, require
from portal.kernel.kept_text import typed

from .meetings import part_or_page
from .tallies import progress, tally

PER_PAGE = 60


@require_safe
@vary_on_headers("HX-Target")
def action_item_list(request):
    today = timezone.localdate()
    found = found_items(request)
    items = found.qs.for_register().most_urgent_first(on=today)
    page = Paginator(items, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "filter": found,
        "page": page,
        "rows": rows_of(page, request.user, on=today),
        **counted(found, on=today),
    }
    return render(request, part_or_page(request, "meetings/action_item_list.html"), context)


def rows_of(items, user, *, on):
    """Each with how it stands, and whether ``user`` may complete it."""
    return [(item, item.standing(on=on), may_complete(user, item, on=on)) for item in items]


@asks
def action_item_completion(request, pk):
    items = ActionItem.objects.visible_to(request.user).for_list()
    item = get_object_or_404(items, pk=pk)
    require(
        can_complete_action_item(request.user, item) and item.is_current(on=timezone.localdate())
    )
    form = CompletionForm(typed(request), item=item, by=request.user)
    if form.saved():
        messages.success(request, _("บันทึกผลของงานแล้ว"))
        return redirect("meetings:action-item-list")
    return render(request, "meetings/action_item_completion.html", {"form": form, "item": item})


def may_complete(user, item, *, on):
    """A button only where pressing it leads somewhere."""
    return item.is_open and item.is_current(on=on) and can_complete_action_item(user, item)


def counted(found, *, on):
    """The standings, and the urgent workstreams, with how many items there are of each."""
    counts = found.of_any.counted(on=on)
    chosen = found.form.cleaned_data.get("workstream")
    told = [row for stream, row in counts.items() if chosen in ("", None, stream)]
    words = {shown: shown.label for shown in Shown} | {Shown.CURRENT: _("ทั้งหมด")}
    rows = [(shown.value, words[shown], sum(row[shown.value] for row in told)) for shown in Shown]
    address = reverse("meetings:action-item-list")
    return {
        "counts": tally(address, found.data, ("q", "owner", "workstream"), rows),
        "workstreams": progress(address, found.data, counts),
    }
