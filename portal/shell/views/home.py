"""The first page, by who comes: the public, the centre, a region's people, a member."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from meetings.queries import own_invitation
from meetings.views.replies import reply_form
from portal.shell import dashboard, front, my_home
from regions.models import rights_of


@require_safe
@login_not_required
def home(request):
    today = timezone.localdate()
    if not request.user.is_authenticated:
        return render(request, "shell/front_page.html", front.page(on=today))
    if rights_of(request.user).sees_everything:
        asked = request.GET.get("metric", "")
        return render(
            request, "shell/dashboard.html", dashboard.page(request.user, asked, on=today)
        )
    context = my_home.my_page(request.user, on=today)
    context["reply"] = my_reply(request, context["meeting"])
    return render(request, "shell/my_home.html", context)


def my_reply(request, meeting):
    """The first thing asked of whoever is invited to the next meeting."""
    return reply_form(request, own_invitation(meeting.own, meeting)) if meeting else None
