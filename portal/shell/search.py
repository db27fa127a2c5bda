"""One search over everything the person may see: a few of each kind, then the way to the rest."""

from datetime import date
from typing import NamedTuple
from urllib.parse import urlencode

from django.db.models import Count, F, Min, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from certification.models import CommunityOrganization
from committees.models import Committee, Membership
from committees.queries.people import PLACE
from meetings.models import (
    ActionItem,
    AgendaItem,
    Meeting,
    Opinion,
    Resolution,
    ResultPoint,
    Statement,
)
from portal.kernel import thai
from portal.kernel.models import User
from portal.kernel.names import named
from portal.kernel.thai_input import parse_date
from regions.models import Province

SHOWN = 5
PEOPLE = ("person__first_name", "person__last_name", "seat__region__name", "place")
# What was said at a meeting, and by whom: the record, the way to its meeting, its words.
SPEAKER = ("first_name", "last_name")
SAID = (
    (AgendaItem, "meeting", ["discussion"]),
    (Opinion, "item__meeting", ["text"]),
    (Statement, "item__meeting", ["text", *(f"speakers__person__{name}" for name in SPEAKER)]),
    (ResultPoint, "result__item__meeting", ["heading", "text"]),
)


class Hit(NamedTuple):
    url: str
    title: str
    facts: list[str]


class Group(NamedTuple):
    """The first few of one kind; ``more`` leads to the list of all."""

    name: str
    hits: list[Hit]
    more: str


def search(query: str, user: User, *, on: date) -> list[Group]:
    """Six queries, however much is found; a kind without a hit is left out."""
    asked = "?" + urlencode({"q": query})
    of_meetings = reverse("meetings:meeting-list") + asked
    of_resolutions = reverse("meetings:resolution-list") + asked
    of_items = reverse("meetings:action-item-list") + asked
    of_people = reverse("committees:person-list") + asked
    of_organizations = reverse("certification:organization-list") + asked
    groups = [
        group(_("การประชุม"), meetings(query, user), meeting_hit, of_meetings),
        group(_("มติ"), resolutions(query, user), resolution_hit, of_resolutions),
        group(_("งานที่มอบหมาย"), action_items(query, user), action_item_hit, of_items),
        group(_("คณะ 67"), people(query, on=on), person_hit, of_people),
        group(_("องค์กรชุมชน"), organizations(query, user), organization_hit, of_organizations),
        group(_("จังหวัด"), provinces(query), province_hit, reverse("places:region-list")),
    ]
    return [found for found in groups if found.hits]


def group(name, rows, hit, whole_list) -> Group:
    """One row more than shown is asked for, to know whether there are more."""
    found = list(rows[: SHOWN + 1])
    more = whole_list if len(found) > SHOWN else ""
    return Group(name, [hit(row) for row in found[:SHOWN]], more)


# -- What is looked through ---------------------------------------------------------


def meetings(query, user):
    """By name, place, agenda and resolutions, by what was said and who said it, or by a day."""
    visible = Meeting.objects.visible_to(user)
    said = Q()
    for record, meeting, words in SAID:
        told = record.objects.filter(thai.containing(query, *words))
        said |= Q(pk__in=told.values(meeting))
    matching = Q(pk__in=Meeting.objects.matching(query).values("pk"))
    found = visible.filter(matching | said | on_day(query))
    return found.select_related("committee", "province").order_by("-starts_on", "-pk")


def on_day(query) -> Q:
    """The meetings of a day as people write it; what is no day finds none."""
    try:
        day = parse_date(query)
    except ValueError:
        return Q(pk__in=[])
    return Q(starts_on__lte=day, ends_on__gte=day)


def resolutions(query, user):
    """By its words, its agenda item or what it assigned, and by its number as people write it."""
    found = Resolution.objects.visible_to(user).matching(query).select_related("meeting")
    return found.order_by(F("meeting__starts_on").desc(nulls_last=True), "number")


def action_items(query, user):
    """What one resolution gave to many is one row, with ``.owner_count``."""
    found = ActionItem.objects.visible_to(user).matching(query).order_by()
    firsts = found.values("resolution", "title").annotate(first=Min("pk"))
    alike = ActionItem.objects.filter(resolution=OuterRef("resolution"), title=OuterRef("title"))
    counted = alike.order_by().values("title").annotate(owners=Count("pk"))
    return (
        ActionItem.objects.filter(pk__in=firsts.values("first"))
        .annotate(owner_count=Subquery(counted.values("owners")))
        .select_related("resolution__meeting", "region", "unit", "person")
        .order_by("-due_on", "pk")
    )


def people(query, *, on):
    """Name, place and issue are the public part of a member's entry; the rest is not looked at."""
    members = Membership.objects.in_force(on=on).filter(
        seat__committee__in=Committee.objects.the_67(on=on)
    )
    return (
        members.annotate(place=PLACE)
        .filter(thai.containing(query, *PEOPLE))
        .select_related("person", "seat__region", "seat__cluster", "seat__issue")
        .order_by("person__sort_key", "pk")
    )


def organizations(query, user):
    visible = CommunityOrganization.objects.visible_to(user)
    found = visible.filter(thai.containing(query, "name", "subdistrict__name"))
    return found.select_related("province").order_by("sort_key", "pk")


def provinces(query):
    return Province.objects.filter(thai.containing(query, "name", "name_en", "abbreviation"))


# -- How it is shown ------------------------------------------------------------------


def meeting_hit(meeting) -> Hit:
    days = meeting.days_in_words if meeting.starts_on or meeting.expected_month else ""
    is_the_67 = meeting.committee.kind == Committee.Kind.SUBCOMMITTEE
    facts = ["" if is_the_67 else named(meeting.committee), days, meeting.venue]
    return Hit(meeting.get_absolute_url(), meeting.name, [fact for fact in facts if fact])


def resolution_hit(resolution) -> Hit:
    detail = _("มติที่ %(number)s ครั้งที่ %(meeting)s") % {
        "number": resolution.number,
        "meeting": resolution.meeting,
    }
    return Hit(resolution.get_absolute_url(), Truncator(resolution.text).chars(160), [detail])


def action_item_hit(item) -> Hit:
    meeting = item.resolution.meeting
    facts = [owner_words(item), _("มติครั้งที่ %(meeting)s") % {"meeting": meeting}, item.due_in_words]
    return Hit(item.resolution.get_absolute_url(), item.title, facts)


def owner_words(item) -> str:
    if item.owner_count > 1:
        many = ngettext("ผู้รับผิดชอบ %(count)s ราย", "ผู้รับผิดชอบ %(count)s ราย", item.owner_count)
        return many % {"count": item.owner_count}
    return item.person.full_name if item.person else named(item.owner)


def person_hit(membership) -> Hit:
    seat = membership.seat
    facts = [_("ที่นั่งที่ %(number)s") % {"number": seat.number}, named(seat.stands_for)]
    url = reverse("committees:person-detail", args=[membership.person_id])
    return Hit(url, membership.person.full_name, facts)


def organization_hit(organization) -> Hit:
    return Hit(organization.get_absolute_url(), organization.name, [named(organization.province)])


def province_hit(province) -> Hit:
    return Hit(reverse("places:province-detail", args=[province.code]), named(province), [])
