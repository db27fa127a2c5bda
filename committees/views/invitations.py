"""The secretariat invites people into the portal and hands out printed letters."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from committees.forms.invitations import InvitationForm
from committees.permissions import can_invite_person
from committees.queries.invitations import account_state, may_be_invited
from portal.kernel.http import announce, asks, require
from portal.kernel.joining import withdraw_invitation
from portal.kernel.joining_letters import invitation_words
from portal.kernel.kept_text import typed
from portal.kernel.models import AccountInvitation, Person


@asks
def person_invitation(request, pk):
    state = get_state(request, pk)
    form = InvitationForm(typed(request), state=state, by=request.user)
    if form.saved():
        return invited(request, form.invitation)
    if form.is_bound and form.is_overtaken():
        messages.warning(request, " ".join(form.non_field_errors()))
        return redirect("committees:person-invitation", pk)
    may_invite = may_be_invited(state.person, on=timezone.localdate())
    context = {"account": state, "form": form, "may_be_invited": may_invite}
    return render(request, "committees/person_invitation.html", context)


def invited(request, invitation):
    if invitation.channel == AccountInvitation.Channel.PAPER:
        messages.success(request, _("เชิญแล้ว พิมพ์หนังสือฉบับนี้มอบให้เจ้าตัว"))
        return redirect("committees:person-invitation-letter", invitation.person_id)
    words = _("เชิญแล้ว จดหมายจะถึง %(email)s ในไม่กี่นาที") % {"email": invitation.email}
    messages.success(request, words)
    return redirect("committees:person-invitation", invitation.person_id)


@require_safe
@never_cache
def person_invitation_letter(request, pk):
    """The printed letter, as often as it is wanted while its code opens something."""
    state = get_state(request, pk)
    if not (state.is_open and state.is_printed):
        raise Http404
    words = invitation_words(state.invitation)
    context = {"account": state, "letter": words}
    return render(request, "committees/print/invitation_letter.html", context)


@require_POST
def person_invitation_withdrawal(request, pk):
    state = get_state(request, pk)
    if state.invitation is None:
        raise Http404
    with announce(request, _("ยกเลิกคำเชิญแล้ว รหัสเดิมใช้ไม่ได้อีก")):
        withdraw_invitation(state.invitation, by=request.user)
    return redirect("committees:person-invitation", pk)


def get_state(request, pk):
    person = get_object_or_404(Person, pk=pk)
    require(can_invite_person(request.user))
    return account_state(person, at=timezone.now())
