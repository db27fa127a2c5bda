"""Who stands in the directory: the public knows people by their roles, those who serve know all."""

import re
from datetime import date

from django.db.models import (
    Case,
    DateField,
    ExpressionWrapper,
    F,
    Func,
    Model,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.deletion import PROTECT
from django.db.models.functions import Concat
from django.utils.translation import gettext as _

from committees.models import Committee, Issue, Standing
from committees.roles import OF_THE_SECRETARIAT, STAFF_AND_AUDITORS
from portal.kernel.models import Person, User
from portal.kernel.thai import containing, normalise
from portal.kernel.thai_sort import thai_sort_key
from regions.models import Region

from .held import (
    begun_by,
    bodies_joined,
    everything_held,
    named_in,
    posts_held,
    seats_acted_in,
    seats_held,
)

# A seat's place as its page names it, so that what is read there is found here.
PLACE = Case(
    When(seat__cluster__isnull=False, then=Concat(Value("กลุ่มจังหวัด"), "seat__cluster__name")),
    When(seat__issue__isnull=False, then=Concat(Value("ประเด็น"), "seat__issue__name")),
    default="seat__region__name",
)
WORDS_READ = 8


def people_visible_to(user: User, *, on: date) -> QuerySet[Person]:
    """Everybody for those who serve; for strangers whoever holds or has held a public role."""
    people = Person.objects.in_thai_order()
    return people if user.is_authenticated else people.filter(named_in(*begun_by(on=on)))


# -- Kinds of people -----------------------------------------------------------------


def serving(*, on: date) -> Q:
    return named_in(*everything_held(on=on))


def members(*, on: date) -> Q:
    """The 67, and who acts for one of them."""
    return named_in(seats_held(on=on), seats_acted_in(on=on))


def staff(*, on: date) -> Q:
    return named_in(posts_held(on=on).filter(role__in=STAFF_AND_AUDITORS))


def past(*, on: date) -> Q:
    """Who held something before that day and holds nothing on it."""
    return named_in(*begun_by(on=on)) & ~serving(on=on)


# -- Where they serve ----------------------------------------------------------------


def in_regions(regions: Region | set[int], *, on: date) -> Q:
    """By seat, as a substitute or by post, that day."""
    within = [regions] if isinstance(regions, Region) else regions
    seats = (seats_held(on=on), seats_acted_in(on=on))
    return named_in(
        *(rows.filter(seat__region__in=within) for rows in seats),
        posts_held(on=on).filter(region__in=within),
    )


def of_issue(issue: Issue, *, on: date) -> Q:
    """In the seat of an issue, or on the body that works on it."""
    seats = (seats_held(on=on), seats_acted_in(on=on))
    return named_in(
        *(rows.filter(seat__issue=issue) for rows in seats),
        bodies_joined(on=on).filter(committee__issue=issue),
    )


def in_body(body: Committee, *, on: date) -> Q:
    """The roster of the secretariat is its officers' posts (S18)."""
    if body.kind == Committee.Kind.SECRETARIAT:
        return named_in(posts_held(on=on).filter(role__in=OF_THE_SECRETARIAT))
    return named_in(bodies_joined(on=on).filter(committee=body))


def standing_as(standing: str, *, on: date) -> Q:
    """The same answer as ``Membership.standing``, asked of the table."""
    warned_on = ExpressionWrapper(
        Value(on, output_field=DateField()) + F("seat__committee__ends_soon_days"),
        output_field=DateField(),
    )
    far = Q(term_ends_on=None) | Q(term_ends_on__gt=F("warned_on"))
    wanted = {
        Standing.FILLED: far | Q(term_ends_on__gte=on, ends_on__isnull=False),
        Standing.ENDS_SOON: ~far & Q(term_ends_on__gte=on, ends_on=None),
        Standing.CARRY_OVER: ~far & Q(term_ends_on__lt=on),
    }
    return named_in(seats_held(on=on).annotate(warned_on=warned_on).filter(wanted[standing]))


# -- Words to look for ---------------------------------------------------------------


def matching(people: QuerySet[Person], text: str, *, on: date) -> QuerySet[Person]:
    """Every word in the name, the place or a body of that day; or a telephone number, sought only
    among those that ``with_contacts`` has let the reader see."""
    people = people.annotate(
        whole_name=Concat("name_prefix", "first_name", Value(" "), "last_name")
    )
    found = Q()
    for word in normalise(text)[:200].split()[:WORDS_READ]:
        found &= containing(word, "whole_name") | in_place_named(word, on=on)
    number = telephone_digits(text)
    if not number:
        return people.filter(found)
    return people.annotate(digits=_digits_of("shown_phone")).filter(
        found | Q(digits__contains=number)
    )


def in_place_named(word: str, *, on: date) -> Q:
    seats = (seats_held(on=on), seats_acted_in(on=on))
    return named_in(
        *(
            rows.annotate(place=PLACE).filter(containing(word, "place", "seat__region__name"))
            for rows in seats
        ),
        posts_held(on=on).filter(containing(word, "region__name")),
        bodies_joined(on=on).filter(containing(word, "committee__name", "committee__short_name")),
    )


def telephone_digits(text: str) -> str:
    """The digits of what looks like at least a part of a telephone number: 081-234, +66 81 234."""
    written = normalise(text)
    if not re.fullmatch(r"[\d ()+.\-]{3,40}", written):
        return ""
    digits = re.sub(r"^66", "0", re.sub(r"\D", "", written))
    return digits if len(digits) >= 3 else ""


def _digits_of(field: str) -> Func:
    digits = Func(F(field), Value(r"\D"), Value(""), Value("g"), function="regexp_replace")
    return Func(digits, Value("^66"), Value("0"), function="regexp_replace")


# -- One person ----------------------------------------------------------------------


def namesakes(first_name: str, last_name: str) -> QuerySet[Person]:
    """People of that name, whatever their prefix; tone marks and capitals make no difference."""
    key = thai_sort_key(f"{normalise(first_name)} {normalise(last_name)}")
    return Person.objects.filter(sort_key=key).order_by("pk")


def ties_of(person: Person) -> list[str]:
    """What speaks of the person and would be left without them, in words."""
    ties = [_("บัญชีผู้ใช้")] if person.user_id else []
    ties += [
        words_for(relation.related_model)
        for relation in Person._meta.get_fields(include_hidden=True)
        if getattr(relation, "on_delete", None) is PROTECT
        and relation.auto_created
        and relation.related_model.objects.filter(**{relation.field.name: person}).exists()
    ]
    return list(dict.fromkeys(ties))


def words_for(model: type[Model]) -> str:
    """What rows of a model are called; what stands in apps above is named as a whole."""
    return {
        "Membership": _("ที่นั่งใน 67"),
        "Substitution": _("การเป็นผู้แทนชั่วคราว"),
        "RegionalPost": _("หน้าที่ของภาคหรือส่วนกลาง"),
        "BodyMembership": _("กรรมการย่อยหรือบอร์ด"),
        "Position": _("ตำแหน่งที่เอกสารกล่าวถึง"),
        "Delegate": _("การเป็นผู้แทนร่วมงาน"),
        "AccountInvitation": _("คำเชิญเข้าใช้ระบบ"),
        "ContactConsent": _("ความยินยอมให้เผยแพร่"),
    }.get(model.__name__, _("การประชุม งานที่มอบหมาย หรือรายงาน"))
