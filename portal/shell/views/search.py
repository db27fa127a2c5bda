from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.kernel.thai import normalise
from portal.shell import search as finder

LONGEST = 200


@require_safe
def search(request):
    query = normalise(request.GET.get("q", ""))[:LONGEST]
    groups = finder.search(query, request.user, on=timezone.localdate()) if query else []
    return render(request, "shell/search.html", {"query": query, "groups": groups})
