"""What exists in demonstration mode only: becoming one of the cast, and reading the letters."""

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from portal.kernel.models import Outbox, User
from portal.kernel.thai import containing, normalise
from portal.shell.demo.cast import CAST


@require_POST
@login_not_required
def sign_in(request):
    """Become one of the cast; the session is a new one each time."""
    person = next((person for person in CAST if person.who == request.POST.get("who")), None)
    if person is None:
        raise Http404
    user = get_object_or_404(User, email=person.email, is_active=True)
    login(request, user, backend=settings.AUTHENTICATION_BACKENDS[0])
    return redirect(safe_address(request))


def safe_address(request):
    address = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(
        address, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    ):
        return address
    return "home"


@require_safe
@login_not_required
def letters(request):
    """Every letter the portal promised, newest first: the post office of the demonstration."""
    query = normalise(request.GET.get("q", ""))
    found = (
        Outbox.objects.filter(kind="kernel.send_letter")
        .filter(containing(query, "payload__to", "payload__subject", "payload__body"))
        .order_by("-created_at", "-pk")
    )
    page = Paginator(found, 25).get_page(request.GET.get("page"))
    return render(request, "shell/letters.html", {"page": page, "letter_query": query})
