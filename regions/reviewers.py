"""Who may review one report, and what each of them did with it (promise 21)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from portal.kernel.models import Activity, Person

from .models import RegionalPost, RegionalReport, Rights
from .permissions import can_review_report
from .queries import checkers_of

DID = {
    "report.review_began": ("wait", _("กำลังตรวจ")),
    "report.review_taken_over": ("wait", _("กำลังตรวจ")),
    "report.put_back": ("none", _("วางไว้แล้ว")),
    "report.returned": ("back", _("ส่งกลับแล้ว")),
    "report.accepted": ("done", _("ให้ผ่านแล้ว")),
    "report.reopened": ("back", _("เปิดให้แก้แล้ว")),
}
NOTHING = ("none", _("ยังไม่ได้ตรวจ"))
NO_MORE = ("none", _("ให้ผู้อื่นตรวจต่อแล้ว"))


@dataclass(frozen=True)
class Reviewer:
    """One who may review, with the state of the tag and its words, and since when."""

    person: Person
    s: str
    words: str
    at: datetime | None = None


def reviewers_of(
    report: RegionalReport, activities: Iterable[Activity], *, on: date
) -> list[Reviewer]:
    """Each who may review a report dressed ``for_page``, whoever has it first: two queries.

    ``activities`` are the report's, newest first.
    """
    people = [person for person in checkers_of(report, on=on) if person.user]
    know_rights(people, on=on)
    may = [person for person in people if can_review_report(person.user, report)]
    found = [_of(person, report, activities) for person in may]
    return sorted(found, key=lambda one: one.person.user.pk != report.reviewer_id)


def know_rights(people: Iterable[Person], *, on: date) -> None:
    """What ``rights_of`` says of each, asked for all at once."""
    posts = RegionalPost.objects.in_force(on=on).filter(person__in=people)
    held: dict[int, list[tuple]] = {person.pk: [] for person in people}
    for pk, *post in posts.values_list("person", "role", "region_id", "province_id"):
        held[pk].append(post)
    for person in people:
        person.user.rights_today = Rights(
            tuple((role, region) for role, region, _province in held[person.pk]),
            frozenset(province for *_place, province in held[person.pk] if province),
        )


def _of(person: Person, report: RegionalReport, activities: Iterable[Activity]) -> Reviewer:
    if report.state == RegionalReport.State.IN_REVIEW and report.reviewer_id == person.user.pk:
        return Reviewer(person, *DID["report.review_began"], report.review_began_at)
    did = (one for one in activities if one.by_id == person.user.pk and one.verb in DID)
    last = next(did, None)
    if last is None:
        return Reviewer(person, *NOTHING)
    s, words = DID[last.verb]
    return Reviewer(person, *(NO_MORE if s == "wait" else (s, words)), last.at)
