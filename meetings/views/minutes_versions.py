"""Every version of the minutes: found under its number for ever, any two side by side."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from meetings.models import MinutesVersion
from meetings.queries.comparison import compared, counted
from meetings.queries.minutes_page import laid_out
from meetings.queries.minutes_versions import lines_of
from portal.kernel.http import read_pk

from .minutes import get_minutes

PER_PAGE = 25


@require_safe
def minutes_versions(request, pk):
    found = get_minutes(request, pk)
    lines = lines_of(found, readable(request, found).for_list())
    context = {
        "minutes": found,
        "meeting": found.meeting,
        "page": Paginator(lines, PER_PAGE).get_page(request.GET.get("page")),
        "latest": lines[0].latest.number if lines else None,
    }
    return render(request, "meetings/minutes_versions.html", context)


@require_safe
def minutes_version(request, pk, number):
    found = get_minutes(request, pk)
    versions = readable(request, found)
    version = get_object_or_404(versions.select_related("saved_by__person"), number=number)
    context = {
        "minutes": found,
        "meeting": found.meeting,
        "version": version,
        "told": laid_out(version.body),
        "before": versions.filter(number__lt=number).values_list("number", flat=True).first(),
        "latest": versions.values_list("number", flat=True).first(),
    }
    return render(request, "meetings/minutes_version.html", context)


@require_safe
def minutes_comparison(request, pk):
    """``?before=2&after=5``; without them the latest and the one before it."""
    found = get_minutes(request, pk)
    versions = readable(request, found)
    lines = lines_of(found, versions.for_list())
    before, after = chosen(request, [row.number for line in lines for row in line.versions])
    if after is None:
        return redirect("meetings:minutes-versions", pk)
    old, new = (versions.get(number=number) for number in (before, after))
    rows = compared(old.text, new.text)
    context = {
        "minutes": found, "meeting": found.meeting, "old": old, "new": new, "rows": rows,
        "counts": counted(rows), "lines": lines,
    }  # fmt: skip
    return render(request, "meetings/minutes_comparison.html", context)


def readable(request, found):
    return MinutesVersion.objects.visible_to(request.user).filter(minutes=found)


def chosen(request, numbers):
    """The earlier one first, whichever was named first; what is none gives way to the latest."""
    asked = {read_pk(request.GET.get(name, "")) for name in ("before", "after")}
    picked = sorted(asked & set(numbers))
    if len(picked) == 2:
        return picked
    if len(numbers) < 2:
        return None, None
    if picked and picked[0] != numbers[-1]:
        return numbers[numbers.index(picked[0]) + 1], picked[0]
    return numbers[1], numbers[0]
