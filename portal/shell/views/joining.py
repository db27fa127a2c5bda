"""Accepting an invitation: the code of a letter sets the first password."""

from allauth.account.utils import perform_login
from allauth.core import ratelimit
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from committees.queries.service import first_day_of_service
from portal.kernel.account_forms import JoinForm
from portal.kernel.http import asks
from portal.kernel.thai import long_date, normalise


@asks
@login_not_required
@never_cache
@sensitive_post_parameters("code", "password1", "password2")
def join(request):
    if request.method == "POST" and is_too_fast(request):
        return ratelimit.respond_429(request)
    form = JoinForm(request.POST or None)
    if form.saved():
        return welcome(request, form.user)
    return render(request, "account/join.html", {"form": form})


def is_too_fast(request):
    """By the network it comes from and by whom it names: a code has ten digits, not a hundred."""
    named = normalise(request.POST.get("identifier", ""))
    return not ratelimit.consume(request, action="join", key=named)


def welcome(request, user):
    """In at once, or told from which day on."""
    today = timezone.localdate()
    begins = first_day_of_service(user.person, on=today)
    if begins is None or begins == today:
        messages.success(request, _("ตั้งรหัสผ่านแล้ว ครั้งต่อไปเข้าสู่ระบบด้วยรหัสผ่านนี้"))
        return perform_login(request, user, email_verification="none")
    day = long_date(begins)
    messages.success(
        request, _("ตั้งรหัสผ่านแล้ว บัญชีใช้ได้ตั้งแต่วันที่ %(day)s ซึ่งเป็นวันเริ่มดำรงตำแหน่ง") % {"day": day}
    )
    return redirect("account_login")
