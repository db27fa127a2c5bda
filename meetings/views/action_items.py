"""What meetings assigned, and what came of it."""

from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from django.views.decorators.vary import vary_on_headers

from meetings.filters import ActionItemFilter, Shown
from meetings.forms import CompletionForm
from meetings.models import ActionItem
from meetings.permissions import can_complete_action_item
from portal.kernel.http import require
from portal.kernel.kept_text import take_kept_text

from .meetings import part_or_page

PER_PAGE = 60


@require_safe
@vary_on_headers("HX-Target")
def action_item_list(request):
    today = timezone.localdate()
    found = ActionItemFilter(request.GET, queryset=ActionItem.objects.visible_to(request.user))
    items = found.qs.for_register().most_urgent_first(on=today)
    page = Paginator(items, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "filter": found,
        "page": page,
        "rows": [
            (item, item.standing(on=today), may_complete(request.user, item, on=today))
            for item in page
        ],
        "counts": tally(found.of_any_standing.counted(on=today), found.data),
    }
    return render(request, part_or_page(request, "meetings/action_item_list.html"), context)


@require_http_methods(["GET", "HEAD", "POST"])
def action_item_completion(request, pk):
    items = ActionItem.objects.visible_to(request.user).for_list()
    item = get_object_or_404(items, pk=pk)
    require(
        can_complete_action_item(request.user, item) and item.is_current(on=timezone.localdate())
    )
    form = CompletionForm(request.POST or take_kept_text(request), item=item, by=request.user)
    if form.saved():
        messages.success(request, _("บันทึกผลของงานแล้ว"))
        return redirect("meetings:action-item-list")
    return render(request, "meetings/action_item_completion.html", {"form": form, "item": item})


def may_complete(user, item, *, on):
    """A button only where pressing it leads somewhere."""
    return item.is_open and item.is_current(on=on) and can_complete_action_item(user, item)


def tally(counts, asked):
    """Counts that are filters; they keep what else was asked."""
    address = reverse("meetings:action-item-list")
    others = {name: asked[name] for name in ("q", "owner") if asked.get(name)}
    chosen = asked.get("standing")
    return [
        {
            "value": counts[shown.value],
            "words": words,
            "url": f"{address}?{urlencode({'standing': shown.value, **others})}",
            "is_current": chosen == shown.value,
        }
        for shown, words in (
            (Shown.PENDING, Shown.PENDING.label),
            (Shown.OVERDUE, Shown.OVERDUE.label),
            (Shown.DONE, Shown.DONE.label),
            (Shown.WITHDRAWN, Shown.WITHDRAWN.label),
            (Shown.CURRENT, _("ทั้งหมด")),
            (Shown.FORMER, Shown.FORMER.label),
        )
    ]
