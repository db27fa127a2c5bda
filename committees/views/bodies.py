"""The tree of bodies and one body: what anybody may read, and what the secretariat changes."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from committees.beside import shown_on
from committees.forms.bodies import ClosureForm
from committees.forms.day import Day, asked_day, seen_day
from committees.forms.fields import by_hand
from committees.forms.kinds_of_bodies import form_to_revise, form_to_set_up
from committees.models import Committee
from committees.permissions import can_change_roster
from committees.queries.bodies import tree
from committees.queries.body_page import kind_words, page_of, words_to_add
from committees.queries.generations import day_of_its_time, documented_days
from portal.kernel.http import asks, require
from portal.kernel.kept_text import typed

from .corrections import corrections_for

Kind = Committee.Kind


@login_not_required
@require_safe
def body_list(request):
    day, may_change = seen_day(request), can_change_roster(request.user)
    context = {
        "day": day,
        "tree": tree(on=day.on),
        "may_change": may_change,
        "add_urls": urls_to_add(day) if may_change else {},
    }
    return render(request, "committees/body_list.html", context)


@login_not_required
@require_safe
def body_detail(request, code):
    day, today = seen_day(request), timezone.localdate()
    body = get_seen_body(request, code, today)
    its_day = day_of_its_time(body, today=today, told=documented_days())
    context = {
        "day": day,
        "body": body,
        "kind": kind_words(body.kind),
        "page": page_of(body, on=day.on),
        "its_day": Day(day.form, its_day, is_today=False),
        "beside": shown_on("body", body=body, user=request.user, on=day.on),
        "may_change": can_change_roster(request.user),
        "corrections": corrections_for(request.user, body),
    }
    return render(request, "committees/body_detail.html", context)


@asks
def body_create(request):
    """``?kind=`` says what is set up; what does not stand beside the 67 belongs to the generation
    of the day."""
    require(can_change_roster(request.user))
    kind, day = asked_kind(request), asked_day(request)
    parent = None if kind in Committee.BESIDE_THE_67 else get_generation(day.on)
    form = form_to_set_up(kind)(
        typed(request), kind=kind, parent=parent, on=day.on, by=request.user
    )
    if form.saved():
        return done(request, form.body, _("ตั้งคณะแล้ว เพิ่มรายชื่อได้เลย"))
    context = {
        "form": form,
        "title": words_to_add(kind),
        "kind": kind,
        "parent": parent,
        "day": day,
    }
    return render(request, "committees/body_form.html", context)


@asks
def body_edit(request, code):
    body = get_body_to_change(request, code)
    form = form_to_revise(body)(typed(request), body=body, by=request.user)
    if form.saved():
        return done(request, body, _("บันทึกแล้ว"))
    return render(request, "committees/body_edit.html", {"form": form, "body": body})


@asks
def body_closure(request, code):
    body, day = get_body_to_change(request, code), asked_day(request)
    if body.kind == Kind.SUBCOMMITTEE:
        raise Http404
    form = ClosureForm(typed(request), body=body, on=day.on, **by_hand(request, ClosureForm))
    if form.saved():
        return done(request, body, _("บันทึกวันสิ้นสุดของคณะแล้ว"))
    context = {"form": form, "body": body, "open_now": page_of(body, on=day.on).members.still_open}
    return render(request, "committees/body_closure.html", context)


def urls_to_add(day):
    """Where one more body of each kind is set up, for the day that is looked at."""
    url, on = reverse("committees:body-create"), day.query.replace("?", "&")
    kinds = (Kind.UNIT, Kind.ISSUE, *Committee.BESIDE_THE_67)
    return {kind: f"{url}?kind={kind}{on}" for kind in kinds}


def get_body(code):
    return get_object_or_404(
        Committee.objects.select_related("parent", "issue", "region", "province"), code=code
    )


def get_seen_body(request, code, today):
    """For a stranger no body that is yet to come."""
    body = get_body(code)
    if body.starts_on > today and not request.user.is_authenticated:
        raise Http404
    return body


def get_body_to_change(request, code):
    body = get_body(code)
    require(can_change_roster(request.user))
    return body


def get_generation(on):
    """The 67 of that day; on a day without them nothing can be set up below them."""
    generation = Committee.objects.the_67(on=on).first()
    if generation is None:
        raise Http404
    return generation


def asked_kind(request):
    kind = request.GET.get("kind", Kind.UNIT)
    if kind not in Kind.values or kind == Kind.SUBCOMMITTEE:
        raise Http404
    return kind


def done(request, body, text):
    """Back to the body, on the day that was looked at or one on which the body is there."""
    messages.success(request, text)
    day = asked_day(request)
    if not body.is_in_force(on=day.on):
        day = Day(day.form, body.starts_on, is_today=False)
    return redirect(reverse("committees:body-detail", args=[body.code]) + day.query)
