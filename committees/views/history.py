"""The generations of the 67 since 2540, and how the next one is opened (S24)."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from committees.forms.day import Day, seen_day
from committees.forms.fields import by_hand
from committees.forms.generations import NewGenerationForm, PastGenerationForm
from committees.permissions import can_change_roster
from committees.queries.generations import chapters, day_of_its_time, documented_days
from committees.queries.turnover import last_generation
from portal.kernel.http import asks, require
from portal.kernel.kept_text import typed

from .bodies import done


@login_not_required
@require_safe
def history(request):
    day, today, told = seen_day(request), timezone.localdate(), documented_days()
    context = {
        "day": day,
        "chapters": [
            (one, day_within(one.generation, day, today, told))
            for one in chapters()
            if request.user.is_authenticated or one.generation.starts_on <= today
        ],
        "today": today,
        "may_change": can_change_roster(request.user),
    }
    return render(request, "committees/history.html", context)


@asks
def generation_create(request):
    """First the answers, then what they would end, then the button that does it."""
    require(can_change_roster(request.user))
    hand = by_hand(request, NewGenerationForm)
    form = NewGenerationForm(typed(request), previous=last_generation(), **hand)
    if "confirm" in request.POST:
        if form.saved():
            return done(request, form.generation, _("เปิดคณะ 67 ชุดใหม่แล้ว"))
    elif "change" not in request.POST and form.previewed():
        return render(request, "committees/generation_preview.html", {"form": form})
    return render(request, "committees/generation_form.html", {"form": form})


@asks
def past_generation_create(request):
    """What a document tells of a generation before: recorded, nothing ends by it."""
    require(can_change_roster(request.user))
    form = PastGenerationForm(typed(request), on=timezone.localdate(), by=request.user)
    if form.saved():
        return done(request, form.generation, _("บันทึกชุดที่ผ่านมาแล้ว"))
    return render(request, "committees/past_generation_form.html", {"form": form})


def day_within(generation, day, today, told):
    """The day asked for if it was there then, else one of its own time, to look at its pages on."""
    if generation.is_in_force(on=day.on):
        return day
    on = day_of_its_time(generation, today=today, told=told)
    return Day(day.form, on, is_today=on == today)
