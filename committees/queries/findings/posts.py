"""Posts: one co-chair and one coordinator of the region's own members, and staff that is due."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from committees.queries.role_words import post_words
from committees.roles import OF_THE_67, STAFF, Role
from portal.kernel.names import named
from regions.models import Region, RegionalPost

from .finding import Finding, Kind, Remedy
from .picture import Picture


def co_chairs(picture: Picture) -> Iterator[Finding]:
    none, more = _("%(region)sยังไม่มีประธานร่วม"), _("%(region)sมีประธานร่วม %(n)s คน: %(names)s")
    return one_in_each_region(picture, Role.CO_CHAIR, Kind.CO_CHAIR, none=none, more=more)


def coordinators(picture: Picture) -> Iterator[Finding]:
    none, more = _("%(region)sยังไม่มีผู้ประสานงาน"), _("%(region)sมีผู้ประสานงาน %(n)s คน: %(names)s")
    return one_in_each_region(picture, Role.COORDINATOR, Kind.COORDINATOR, none=none, more=more)


def one_in_each_region(
    picture: Picture, role: Role, kind: Kind, *, none: str, more: str
) -> Iterator[Finding]:
    for region in picture.regions:
        held = picture.posts_as(role, region=region)
        if len(held) != 1:
            text = (more if held else none) % counted(region, held)
            yield Finding(kind, text, remedy_of(region))


def outsiders(picture: Picture) -> Iterator[Finding]:
    """Whoever speaks for a region sits for it (S17, S103)."""
    for post in picture.posts_as(*OF_THE_67):
        seats = picture.seats_by_person.get(post.person_id, [])
        if post.region_id not in {seat.region_id for seat in seats}:
            text = _("%(person)s เป็น%(role)sของ%(region)s แต่ไม่ได้นั่งในที่นั่งของภาคนี้")
            yield Finding(Kind.OUTSIDER, text % about(post), remedy_of(post.region))


def regional_officers(picture: Picture) -> Iterator[Finding]:
    due = picture.generation.officers_per_region
    for region in picture.regions:
        held = len(picture.posts_as(Role.OFFICER, region=region))
        if held != due:
            words = {"region": named(region), "held": held, "due": due}
            text = _("%(region)sมีเจ้าหน้าที่ %(held)s คน จากที่กำหนด %(due)s คน") % words
            yield Finding(Kind.REGIONAL_OFFICERS, text, remedy_of(region))


def central_officers(picture: Picture) -> Iterator[Finding]:
    due = picture.generation.central_officers_due
    held = len(picture.posts_as(Role.CENTRAL_OFFICER))
    if held != due:
        words = {"held": held, "due": due}
        text = _("ส่วนกลางมีเจ้าหน้าที่ %(held)s คน จากที่กำหนด %(due)s คน") % words
        yield Finding(Kind.CENTRAL_OFFICERS, text, remedy_of(None))


def seated_officers(picture: Picture) -> Iterator[Finding]:
    """Staff is not of the 67 (S18)."""
    for post in picture.posts_as(*STAFF):
        seats = picture.seats_by_person.get(post.person_id)
        if seats:
            words = {**about(post), "n": seats[0].number}
            text = _("%(person)s เป็น%(role)s และนั่งในที่นั่งที่ %(n)s ด้วย") % words
            yield Finding(Kind.SEATED_OFFICER, text, remedy_of(post.region))


def remedy_of(region: Region | None) -> Remedy:
    if region is None:
        return Remedy("centre-posts", (), _("ไปที่ส่วนกลาง"))
    return Remedy("region-posts", (region.code,), _("ไปที่ภาค"))


def counted(region: Region, posts: list[RegionalPost]) -> dict[str, object]:
    names = ", ".join(post.person.full_name for post in posts)
    return {"region": named(region), "n": len(posts), "names": names}


def about(post: RegionalPost) -> dict[str, str]:
    region = named(post.region) if post.region else ""
    return {"person": post.person.full_name, "role": post_words(post), "region": region}


CHECKS = [
    co_chairs,
    coordinators,
    outsiders,
    regional_officers,
    central_officers,
    seated_officers,
]
