"""ข้อสังเกตของขบวน: what readers confirm of accepted reports or remark on them, and the answers.
All can read all."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.kernel.http import asks, require
from portal.kernel.kept_text import take_kept_text, typed

from ..forms.observations import ObservationAnswerForm, ObservationForm
from ..found import found_observations
from ..models import Observation, RegionalReport, Revision
from ..observation_filter import STANDINGS
from ..permissions import can_answer_observation, can_observe
from ..queries.observations import counted, for_list, observations_of, read_at
from ..sections import section_of

PAGE = 24
ACCEPTED = RegionalReport.State.ACCEPTED


# -- On the page of a report -----------------------------------------------------------


def observed(request, report, parts):
    """What was said to it since it was first accepted, each confirmation with its part, and the
    boxes of who may say more."""
    if not report.reviewed_at:
        return {}
    said, is_accepted = observations_of(report), report.state == ACCEPTED
    places = {part.section.key: part for part in parts}
    for one in said:
        if one.is_confirmation:
            places[one.section].confirmations.append(one)
    return {
        "confirmed": [part for part in parts if part.confirmations],
        "observations": [remark(request, one, places) for one in said if not one.is_confirmation],
        "takes_observations": is_accepted,
        "observation_form": observation_form(request, report) if is_accepted else None,
    }


def remark(request, observation, places):
    """One of them, with the box for its answer where this reader owes it."""
    form = None
    if owes_answer(request, observation):
        kept = take_kept_text(request, reverse("regions:observation-answer", args=[observation.pk]))
        form = ObservationAnswerForm(kept, observation=observation, by=request.user)
    return {"observation": observation, "part": places[observation.section], "form": form}


def owes_answer(request, observation):
    return observation.is_unanswered and can_answer_observation(request.user, observation)


def observation_form(request, report):
    if not can_observe(request.user, report):
        return None
    kept = take_kept_text(request, reverse("regions:observation-create", args=[report.pk]))
    return ObservationForm(kept, report=report, by=request.user)


# -- Said, and answered ------------------------------------------------------------------


@asks
def observation_create(request, pk):
    report = get_observed(request, pk)
    require(can_observe(request.user, report))
    form = ObservationForm(typed(request), report=report, by=request.user)
    if form.saved():
        messages.success(request, thanks(form.observation))
        return redirect(form.observation)
    return form_page(request, form, report=report)


def thanks(observation):
    if observation.is_confirmation:
        return _("บันทึกการยืนยันผลแล้ว ขอบคุณที่ช่วยติดตาม")
    return _("บันทึกข้อสังเกตแล้ว ผู้กรอกรายงานจะตอบที่นี่")


def get_observed(request, pk):
    """What the reader reads, and what they read before it was opened again: what they typed
    meanwhile must come back to them."""
    readable = RegionalReport.objects.visible_to(request.user)
    opened = Revision.objects.filter(decided_at__isnull=False, refused_because="")
    asked = Q(pk__in=readable.values("pk")) | Q(pk__in=opened.values("report"))
    reports = RegionalReport.objects.filter(asked).for_page(on=timezone.localdate())
    return get_object_or_404(reports, pk=pk)


@asks
def observation_answer(request, pk):
    visible = for_list(Observation.objects.visible_to(request.user))
    observation = get_object_or_404(visible, pk=pk)
    require(can_answer_observation(request.user, observation))
    form = ObservationAnswerForm(typed(request), observation=observation, by=request.user)
    if form.saved():
        messages.success(request, _("บันทึกคำตอบแล้ว ทุกคนที่เข้าสู่ระบบอ่านได้"))
        return redirect(read_at(observation))
    section = section_of(observation.section)
    row = {"observation": observation, "section": section}
    return form_page(request, form, report=observation.report, row=row)


def form_page(request, form, **context):
    """A box of its own: what was refused comes back in it, and stays."""
    status = 422 if request.method == "POST" else 200
    context |= {"form": form, "is_accepted": context["report"].state == ACCEPTED}
    return render(request, "regions/observation_form.html", context, status=status)


# -- All of them -------------------------------------------------------------------------


@require_safe
def observation_list(request):
    found = found_observations(request)
    page = Paginator(for_list(found.qs), PAGE).get_page(request.GET.get("page"))
    counts = counted(found.base)
    context = {
        "filter": found,
        "page": page,
        "rows": [listed(request, one) for one in page],
        "tally": [tallied(request, value, words, counts[value]) for value, words in STANDINGS],
    }
    return render(request, "regions/observation_list.html", context)


def listed(request, observation):
    """A report that is open again is not everybody's to read, but may still be answered for."""
    return {
        "observation": observation,
        "section": section_of(observation.section),
        "is_readable": observation.report.state == ACCEPTED,
        "may_answer": owes_answer(request, observation),
    }


def tallied(request, standing, words, count):
    """A count that is a filter; pressed again, it lets go."""
    is_current = request.GET.get("standing") == standing
    query = request.GET.copy()
    query.pop("page", None)
    query["standing"] = "" if is_current else standing
    url = f"?{query.urlencode()}"
    return {"value": count, "words": words, "url": url, "is_current": is_current}
