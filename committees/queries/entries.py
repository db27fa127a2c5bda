"""The rows that say who is what, as entries of the register that may have been typed wrong."""

import hashlib
from datetime import datetime
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from committees.models import BodyMembership, Membership, Substitution
from portal.kernel.models import Activity, Person, User
from portal.kernel.names import named
from regions.models import Province, Region, RegionalPost
from regions.queries import region_of

from .role_words import post_words, seat_words, substitute_words

Entry = Membership | Substitution | RegionalPost | BodyMembership
SEAT = ("seat__committee", "seat__region", "seat__cluster", "seat__issue")
ORDERS = ("appointed_by", "discharged_by")
# By what stands in an address: the rows, what a reader needs of them, and their noun in activities.
KINDS = {
    "membership": (Membership, (*SEAT, *ORDERS), "member"),
    "substitution": (Substitution, (*SEAT, "appointed_by"), "substitute"),
    "post": (RegionalPost, ("region", "province", *ORDERS), "post"),
    "body-member": (BodyMembership, ("committee__parent", *ORDERS), "body_member"),
}
CORRECTED, TAKEN_BACK, STRUCK = "corrected", "discharge_taken_back", "struck"


def kind_of(row: Model) -> str:
    """Nothing for a row that is no entry: what a document says is not put right here."""
    kinds = (kind for kind, (model, *_rest) in KINDS.items() if isinstance(row, model))
    return next(kinds, "")


def entries(kind: str) -> QuerySet:
    model, beside, _noun = KINDS[kind]
    return model.objects.select_related("person", *beside)


def noun_of(entry: Entry) -> str:
    return KINDS[kind_of(entry)][2]


def fingerprint(entry: Entry) -> str:
    """What a form was opened with, so that it can be told from what somebody saved meanwhile."""
    columns = [str(getattr(entry, column.attname)) for column in entry._meta.concrete_fields]
    return hashlib.sha256("\n".join(columns).encode()).hexdigest()[:20]


def words_of(entry: Entry) -> str:
    """ผู้ประสานงานภาค ภาคเหนือตอนล่าง"""
    match entry:
        case Membership():
            return f"{seat_words(entry.seat)} {named(entry.seat.stands_for)}"
        case Substitution():
            return f"{substitute_words(entry)} {named(entry.seat.stands_for)}"
        case RegionalPost():
            region = named(entry.region) if entry.region else ""
            return f"{post_words(entry)} {region}".strip()
    return f"{named(entry.committee)} {entry.role}".strip()


def subject_of(entry: Entry) -> Model:
    """The place whose page tells what was put right there."""
    match entry:
        case Membership() | Substitution():
            return entry.seat
        case RegionalPost():
            return entry.region or entry
    return entry.committee


def page_of(entry: Entry) -> str:
    match entry:
        case Membership() | Substitution():
            return reverse("committees:seat-detail", args=[entry.seat_id])
        case RegionalPost():
            return page_of_posts(entry.place)
    return reverse("committees:body-detail", args=[entry.committee.code])


def page_of_posts(place: Region | Province | None) -> str:
    """A province's posts stand on the page of its region of today."""
    region = region_of(place, on=timezone.localdate()) if isinstance(place, Province) else place
    if region is None:
        return reverse("committees:centre-posts")
    return reverse("committees:region-posts", args=[region.code])


# -- What was put right ------------------------------------------------------------------


class Correction(NamedTuple):
    what: str
    person: Person | None
    reason: str
    at: datetime
    by: User | None


def corrections_of(subject: Model) -> list[Correction]:
    """What was put right in a place."""
    return corrections_in(Activity.objects.about(subject))


def corrections_of_the_centre() -> list[Correction]:
    """Each of its posts tells of itself, for the centre is no row; a region tells of its own."""
    posts = ContentType.objects.get_for_model(RegionalPost)
    return corrections_in(Activity.objects.filter(subject_type=posts))


def corrections_in(activities: QuerySet[Activity]) -> list[Correction]:
    """The latest first; somebody since taken out has no name."""
    done = (CORRECTED, TAKEN_BACK, STRUCK)
    verbs = [f"{noun}.{participle}" for *_rest, noun in KINDS.values() for participle in done]
    told = list(activities.filter(verb__in=verbs).for_history())
    people = Person.objects.in_bulk({activity.detail["person"] for activity in told})
    return [
        Correction(
            correction_words(activity.verb),
            people.get(activity.detail["person"]),
            activity.detail["reason"],
            activity.at,
            activity.by,
        )
        for activity in told
    ]


def correction_words(verb: str) -> str:
    return {
        CORRECTED: _("แก้รายการของ"),
        TAKEN_BACK: _("ยกเลิกการพ้นของ"),
        STRUCK: _("ลบรายการของ"),
    }[verb.partition(".")[2]]
