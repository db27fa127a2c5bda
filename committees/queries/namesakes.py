"""How two people of one name are told apart: by what they hold that day."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from committees.models import BodyMembership, Membership
from portal.kernel.models import Person
from portal.kernel.names import named, named_short
from regions.models import RegionalPost

from .role_words import post_words


def told_apart(people: Iterable[Person], *, on: date) -> dict[int, str]:
    """What stands beside the name of whoever shares it, by person; nobody else is in it.

    No query where all names differ, three where some do not.
    """
    people = list(people)
    count = Counter(person.full_name for person in people)
    alike = [person.pk for person in people if count[person.full_name] > 1]
    if not alike:
        return {}
    held = what_they_hold(alike, on=on)
    return {pk: ", ".join(held.get(pk, [])) or register_words(pk) for pk in alike}


def register_words(pk: int) -> str:
    """What tells namesakes apart who hold nothing."""
    return _("ทะเบียนคนที่ %(pk)s") % {"pk": pk}


def what_they_hold(people: Iterable[int], *, on: date) -> dict[int, list[str]]:
    """Seats, posts and bodies of these people that day, in words: three queries."""
    held = defaultdict(list)
    theirs = {"person__in": people}
    seats = Membership.objects.in_force(on=on).filter(**theirs)
    for row in seats.select_related("seat__region", "seat__cluster", "seat__issue"):
        place = named(row.seat.stands_for)
        held[row.person_id] += [_("ที่นั่งที่ %(n)s %(place)s") % {"n": row.seat.number, "place": place}]
    posts = RegionalPost.objects.in_force(on=on).filter(**theirs)
    for post in posts.select_related("region", "province"):
        region = named_short(post.region) if post.region else ""
        held[post.person_id] += [f"{post_words(post)} {region}".strip()]
    for row in BodyMembership.objects.in_force(on=on).filter(**theirs).select_related("committee"):
        held[row.person_id] += [named_short(row.committee)]
    return held
