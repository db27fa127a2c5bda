"""Whose meeting it is: the bodies somebody may plan for."""

from itertools import groupby

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from committees.queries.body_page import words_of_several
from meetings.permissions import bodies_planned_by
from portal.kernel.http import require


@require_safe
def meeting_body_choice(request):
    bodies = list(bodies_planned_by(request.user, on=timezone.localdate()))
    require(bool(bodies))
    by_kind = groupby(bodies, key=lambda body: body.kind)
    groups = [(words_of_several(kind), list(rows)) for kind, rows in by_kind]
    return render(request, "meetings/body_choice.html", {"groups": groups})
