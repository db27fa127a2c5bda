"""What exists in demonstration mode only: becoming one of the cast, and reading the letters."""

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from portal.kernel.joining_letters import invitation_words, letter_body
from portal.kernel.models import AccountInvitation, Outbox, User
from portal.kernel.thai import containing, normalise
from portal.shell.demo.cast import CAST

INVITATION = "kernel.send_account_invitation"


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
    words = containing(query, "payload__to", "payload__subject", "payload__body")
    letters = Q(kind="kernel.send_letter") & words | Q(kind=INVITATION) & to_whom(query)
    found = Outbox.objects.filter(letters).order_by("-created_at", "-pk")
    page = Paginator(found, 25).get_page(request.GET.get("page"))
    write_invitations(page)
    return render(request, "shell/letters.html", {"page": page, "letter_query": query})


def to_whom(query):
    """Promises of invitations hold no words, so they are found by their reader."""
    asked = containing(query, "email", "person__first_name", "person__last_name")
    invited = AccountInvitation.objects.filter(asked) if query else AccountInvitation.objects.all()
    return Q(payload__invitation__in=list(invited.values_list("pk", flat=True)))


def write_invitations(page):
    """Their words, code included, are written when they are read: they are kept nowhere."""
    promised = {row.payload["invitation"]: row for row in page if row.kind == INVITATION}
    people = AccountInvitation.objects.select_related("person", "invited_by__person")
    for pk, invitation in people.in_bulk(promised).items():
        words = invitation_words(invitation)
        said = {"subject": words.subject, "body": letter_body(words)}
        promised[pk].payload = {"to": invitation.email, **said}
