"""A generation known from a document alone: what it says there is, and whom it names.

What the document does not say is not invented, and no place is called vacant for it (S24).
"""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Prefetch, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from committees.models import BodyMembership, Committee, Position
from portal.kernel.models import Person
from portal.kernel.names import named
from regions.models import Region, RegionalPost

Kind = Committee.Kind
Role = RegionalPost.Role


@dataclass(frozen=True)
class Part:
    """One part of the structure, how many the document says it has, and whom we know in it."""

    name: str
    size: str = ""
    url: str = ""
    people: list[Person] = field(default_factory=list)


@dataclass(frozen=True)
class Told:
    """``positions`` are those whom the document names, each with what they were."""

    parts: list[Part]
    units: list[Part]
    issues: list[Part]
    positions: QuerySet[Position]


def told_of(generation: Committee, *, on: date) -> Told:
    """Five queries, however much the document says."""
    bodies = bodies_of(generation, on=on)
    regions = Region.objects.in_force(on=on).count()
    posts = posts_by_role(on=on)
    secretariats = [body for body in bodies if body.kind == Kind.SECRETARIAT]
    return Told(
        parts=[
            *parts_of_the_67(generation, regions, posts),
            *(secretariat(body, generation, regions, posts) for body in secretariats),
        ],
        units=[part_of(body) for body in bodies if body.kind == Kind.UNIT],
        issues=[part_of(body) for body in bodies if body.kind == Kind.ISSUE],
        positions=named_positions(on=on),
    )


def bodies_of(generation: Committee, *, on: date) -> list[Committee]:
    members = BodyMembership.objects.in_force(on=on).select_related("person")
    known = Prefetch("members", members, to_attr="known")
    return list(Committee.objects.bodies_of(generation).in_force(on=on).prefetch_related(known))


def posts_by_role(*, on: date) -> dict[str, list[Person]]:
    found = {role: [] for role in Role}
    rows = RegionalPost.objects.in_force(on=on).select_related("person")
    for post in rows.order_by("region__number", "person__sort_key"):
        found[post.role].append(post.person)
    return found


def named_positions(*, on: date) -> QuerySet[Position]:
    """Who is named, in the order of a Thai dictionary; those without a name come last."""
    rows = Position.objects.in_force(on=on).select_related("person")
    return rows.order_by("person__sort_key", "pk")


def parts_of_the_67(generation: Committee, regions: int, posts: dict) -> list[Part]:
    size = people(generation.seats_due)
    parts = [Part(_("อนุกรรมการ"), size, page_of(generation))]
    if generation.seats_due and regions:
        size = _("จาก %(n)s ภาค") % {"n": regions}
        parts.append(Part(_("ประธานร่วม"), size, people=posts[Role.CO_CHAIR]))
    return parts


def secretariat(body: Committee, generation: Committee, regions: int, posts: dict) -> Part:
    """How many work in it is a number of the generation, like the 67."""
    local, central = generation.officers_per_region * regions, generation.central_officers_due
    words = {"local": local, "central": central}
    size = _("เจ้าหน้าที่ภาค %(local)s คน ส่วนกลาง %(central)s คน") % words
    people = [*posts[Role.OFFICER], *posts[Role.CENTRAL_OFFICER]]
    return Part(named(body), size if regions else "", page_of(body), people)


def part_of(body: Committee) -> Part:
    size = people(body.seats_due)
    return Part(named(body), size, page_of(body), [row.person for row in body.known])


def people(number: int | None) -> str:
    return ngettext("%(n)s คน", "%(n)s คน", number) % {"n": number} if number else ""


def page_of(body: Committee) -> str:
    return reverse("committees:body-detail", args=[body.code])
