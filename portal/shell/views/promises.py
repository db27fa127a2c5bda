"""What the portal promised and could not keep: the secretariat sees it and tries again (R9)."""

from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from portal.kernel.http import announce, require
from portal.kernel.models import Outbox
from portal.kernel.outbox import replay_promise
from regions.models import rights_of

MOST_SHOWN = 100


@require_safe
def promise_list(request):
    require(rights_of(request.user).sees_everything)
    broken = Outbox.objects.broken().order_by("-settled_at")
    context = {
        "promises": broken[:MOST_SHOWN],
        "may_replay": rights_of(request.user).is_secretariat,
    }
    return render(request, "shell/promise_list.html", context)


@require_POST
def promise_replay(request, pk):
    require(rights_of(request.user).is_secretariat)
    promise = get_object_or_404(Outbox, pk=pk)
    with announce(request, _("จะลองส่งอีกครั้งเดี๋ยวนี้")):
        replay_promise(promise, by=request.user)
    return redirect("promise-list")
