"""The directory and one person's page."""

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from committees.beside import shown_on
from committees.filters.people import PersonFilter
from committees.forms.day import seen_day
from committees.models import Committee
from committees.permissions import (
    can_change_contacts,
    can_change_roster,
    can_invite_person,
    is_oneself,
)
from committees.queries.contacts import contact_lines, why_in_reach, with_contacts
from committees.queries.directory import Entry, entries_of, for_directory
from committees.queries.invitations import account_state
from committees.queries.life import life_of
from committees.queries.people import people_visible_to

PER_PAGE = 25


@login_not_required
@require_safe
@vary_on_headers("HX-Target")
def person_list(request):
    day = seen_day(request)
    found = found_people(request, day)
    page = Paginator(found.qs, PER_PAGE).get_page(request.GET.get("page"))
    context = {"day": day, "filter": found, "page": page, **rows_of(page)}
    context |= {
        "generation": Committee.objects.the_67(on=day.on).first(),
        "may_change": can_change_roster(request.user),
        "kept": kept_filters(request),
    }
    part = "#results" if request.htmx.target == "results" else ""
    return render(request, f"committees/person_list.html{part}", context)


def rows_of(page):
    rows = entries_of(page)
    return {"rows": rows, "has_contacts": any(row.has_contact for row in rows)}


def found_people(request, day):
    """Whom the address asks for, of those the reader may know, with what they may read."""
    today = timezone.localdate()
    people = people_visible_to(request.user, on=today)
    people = with_contacts(people, request.user, on=today)
    return PersonFilter(request.GET, queryset=for_directory(people, on=day.on), on=day.on)


def kept_filters(request):
    """The filters and the day as a link to the exports keeps them."""
    asked = request.GET.copy()
    asked.pop("page", None)
    return f"?{asked.urlencode()}" if asked else ""


@login_not_required
@require_safe
def person_detail(request, pk):
    day = seen_day(request)
    person = get_person(request, pk, on=day.on)
    about = {"person": person, "user": request.user, "on": day.on}
    context = {
        "day": day,
        "person": person,
        "entry": Entry(person),
        "chapters": life_of(**about, today=timezone.localdate()),
        "beside": (beside := shown_on("person", **about)),
        "jumps": jumps(beside),
        **rights_over(request, person),
    }
    return render(request, "committees/person_detail.html", context)


def get_person(request, pk, *, on):
    """Somebody the reader may know, with what they hold that day and what may be read of them."""
    today = timezone.localdate()
    people = with_contacts(people_visible_to(request.user, on=today), request.user, on=today)
    return get_object_or_404(for_directory(people, on=on), pk=pk)


def rights_over(request, person):
    """What the reader may know and do beyond the public part."""
    user, today = request.user, timezone.localdate()
    return {
        "contacts": contact_lines(person),
        "why": why_in_reach(user, person, on=today) if person.is_in_reach else "",
        "account": account_of(request, person),
        "is_oneself": is_oneself(user, person),
        "may_change": can_change_roster(user),
        "may_change_contacts": can_change_contacts(user, person),
    }


def jumps(beside):
    """The parts of a long page in their order, on phones; also those of the apps above."""
    return [
        {"url": "#contacts", "label": _("ติดต่อ")},
        *(jump for one in beside for jump in one.get("jumps", [])),
        {"url": "#life", "label": _("ตำแหน่ง")},
    ]


def account_of(request, person):
    """How it stands with their account, for whoever may invite."""
    may_invite = can_invite_person(request.user)
    return account_state(person, at=timezone.now()) if may_invite else None
