"""What is missing or wrong in the roster: for those who mend it, and for the auditors."""

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from committees.forms.day import asked_day
from committees.permissions import can_change_roster, can_read_findings
from committees.queries.findings import Severity, advice, found_in, grouped, picture_of
from committees.queries.posts import generation_of
from portal.kernel.http import require


@require_safe
def finding_list(request):
    require(can_read_findings(request.user))
    day = asked_day(request)
    picture = picture_of(on=day.on)
    context = {
        "day": day,
        "generation": picture.generation if picture else generation_of(on=day.on),
        "is_checked": picture is not None,
        "may_change": can_change_roster(request.user),
        **(page_of(picture, day) if picture else {}),
    }
    return render(request, "committees/finding_list.html", context)


def page_of(picture, day):
    """Advice is of today: accounts, addresses and numbers have no days."""
    found = [*found_in(picture), *(advice(picture) if day.is_today else [])]
    groups = grouped(found if day.is_today else [one.mended_on(day.on) for one in found])
    of = {
        severity: [group for group in groups if group.severity == severity] for severity in Severity
    }
    return {
        "wrong": count(of[Severity.WRONG]),
        "soon": count(of[Severity.SOON]),
        "checked": [*of[Severity.WRONG], *of[Severity.SOON]],
        "advised": of[Severity.ADVICE] if day.is_today else [],
        "clear": [group for group in groups if is_clear(group, day)],
        "jumps": jumps(groups),
    }


def is_clear(group, day):
    """Looked at, and nothing was found."""
    return not group.findings and (day.is_today or group.severity != Severity.ADVICE)


def count(groups):
    return sum(len(group.findings) for group in groups)


def jumps(groups):
    """On a phone the page is long."""
    found = [group for group in groups if group.findings]
    links = [{"url": f"#{group.anchor}", "label": group.kind.label} for group in found]
    return [*links, {"url": "#checked", "label": _("สิ่งที่ตรวจ")}]
