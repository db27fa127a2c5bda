"""Targets that a region and the centre share: read by all, proposed by one side, confirmed by
the other."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from portal.kernel.http import announce, asks, require
from portal.kernel.kept_text import take_kept_text, typed

from ..actions import withdraw_target
from ..forms.targets import TargetAnswerForm, TargetForm
from ..found import found_targets
from ..models import Indicator, IndicatorTarget, Region
from ..permissions import can_answer_target, can_propose_target, can_withdraw_target
from ..target_filter import years_offered
from ..targets import joint_of, joints_of, joints_to_answer, target_url


@require_safe
def target_list(request):
    """What waits for the reader; each number of each region asked for, with or without a target."""
    found = found_targets(request)
    year, code = found.year_asked, found.region_asked
    regions = Region.objects.in_force(on=timezone.localdate())
    regions = regions.filter(code=code) if code else regions
    targets = found.qs.filter(fiscal_year=year)
    groups = joints_of(regions, Indicator.objects.all(), year, targets=targets, user=request.user)
    told, untold = [each for each in groups if each.told], [each for each in groups if each.untold]
    context = {"filter": found, "year": year, "groups": groups, "told": told, "untold": untold}
    context["mine"] = joints_to_answer(request.user)
    return render(request, "regions/target_list.html", context)


@asks
def target_detail(request, code, key, year):
    """What is agreed, what waits and what was before; who may, proposes here."""
    joint = get_joint(request, code, key, year)
    may_propose = can_propose_target(request.user, joint.region)
    if request.method == "POST":
        require(may_propose)
    form = TargetForm(typed(request), joint=joint, by=request.user)
    if form.saved():
        messages.success(request, _("บันทึกข้อเสนอแล้ว เป็นเป้าหมายเมื่ออีกฝ่ายยืนยัน"))
        return redirect(joint.url)
    is_shown = may_propose and (form.is_bound or joint.may_propose)
    return detail_page(request, joint, form=form if is_shown else None)


@asks
def target_answer(request, pk):
    """The other side confirms, or says why not."""
    target = get_target(request, pk)
    require(can_answer_target(request.user, target))
    if request.method != "POST":
        return redirect(f"{address_of(target)}#decide")
    answer = TargetAnswerForm(request.POST, target=target, by=request.user)
    if answer.saved():
        messages.success(request, _("บันทึกคำตอบแล้ว"))
        return redirect(address_of(target))
    joint = get_joint(request, target.region.code, target.indicator.key, target.fiscal_year)
    return detail_page(request, joint, answer=answer)


@require_POST
def target_withdrawal(request, pk):
    target = get_target(request, pk)
    require(can_withdraw_target(request.user, target))
    with announce(request, _("ถอนข้อเสนอแล้ว")):
        withdraw_target(target, by=request.user)
    return redirect(address_of(target))


def get_target(request, pk):
    targets = IndicatorTarget.objects.visible_to(request.user)
    return get_object_or_404(targets.select_related("region", "indicator"), pk=pk)


def get_joint(request, code, key, year):
    if year not in years_offered():
        raise Http404
    region = get_object_or_404(Region, code=code)
    indicator = get_object_or_404(Indicator.objects.select_related("part", "whole"), key=key)
    return joint_of(region, indicator, year, user=request.user)


def address_of(target):
    return target_url(target.region, target.indicator, target.fiscal_year)


def answer_form(request, joint, sent):
    """Of what waits now, with what was typed: just sent in vain, or before signing in again."""
    if joint.may_answer and sent:
        sent.turn_to(joint.waiting)
    elif joint.may_answer:
        kept = take_kept_text(request, reverse("regions:target-answer", args=[joint.waiting.pk]))
        return TargetAnswerForm(kept, target=joint.waiting, by=request.user)
    return sent


def detail_page(request, joint, *, form=None, answer=None):
    """What was sent and comes back was not saved."""
    ended = IndicatorTarget.objects.visible_to(request.user).filter(
        region=joint.region, indicator=joint.indicator, fiscal_year=joint.year
    )
    people = ("proposed_by__person", "confirmed_by__person", "ended_by__person")
    context = {"joint": joint, "form": form, "answer": answer_form(request, joint, answer)}
    context["ended"] = ended.filter(ended_at__isnull=False).select_related(*people)
    status = 422 if request.method == "POST" else 200
    return render(request, "regions/target_detail.html", context, status=status)
