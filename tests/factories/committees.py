"""A generation of the 67, its seats and who sits in them."""

from datetime import date

from django.db.models import Max

from committees.models import (
    BodyMembership,
    Committee,
    Issue,
    Membership,
    Seat,
    Substitution,
)
from regions.models import AppointmentOrder, ProvinceCluster

from .kernel import make_person

BEGAN, TODAY = date(2025, 7, 1), date(2026, 7, 1)


def make_committee(code="coordination-2568", *, starts_on=BEGAN, ends_on=None):
    """A generation of the 67; the one of that code, if a post has already made it."""
    return Committee.objects.get_or_create(
        code=code,
        defaults={
            "kind": Committee.Kind.SUBCOMMITTEE,
            "name": "คณะอนุกรรมการประสานงานขบวนองค์กรชุมชน",
            "short_name": "คณะ 67",
            "name_en": "Coordination Subcommittee",
            "seats_due": 67,
            "starts_on": starts_on,
            "ends_on": ends_on,
        },
    )[0]


def make_body(code, *, kind=Committee.Kind.UNIT, parent=None, issue=None, name=""):
    """A unit of a generation, the body of an issue, or an outside board, which has no parent."""
    return Committee.objects.create(
        kind=kind,
        code=code,
        name=name or f"คณะ {code}",
        short_name=name or code,
        name_en=code.title(),
        parent=parent if kind != Committee.Kind.BOARD else None,
        issue=issue,
        starts_on=parent.starts_on if parent else BEGAN,
    )


def make_regional_body(region, code="", *, starts_on=BEGAN, **fields):
    """The committee of a region, with somebody on it only if ``make_body_membership`` puts them."""
    code = code or f"regional-{region.code}"
    return Committee.objects.create(
        **{
            "kind": Committee.Kind.REGIONAL,
            "code": code,
            "name": f"คณะกรรมการ{region.name}",
            "short_name": f"คกก.{region.short_name}",
            "name_en": code.title(),
            "region": region,
            "starts_on": starts_on,
            **fields,
        }
    )


def make_provincial_body(region, province, **fields):
    kind = Committee.Kind.PROVINCIAL
    name = f"ขบวนจังหวัด{province.name}"
    more = {"kind": kind, "province": province, "name": name, **fields}
    return make_regional_body(region, f"provincial-{province.code}", **more)


def make_body_membership(committee, person, *, starts_on=BEGAN, ends_on=None, role=""):
    return BodyMembership.objects.create(
        committee=committee, person=person, starts_on=starts_on, ends_on=ends_on, role=role
    )


def make_serving(person, *, starts_on=BEGAN, ends_on=None):
    """A place in a unit that no page of today's generation shows: who has it may sign in."""
    parent = make_committee(
        "coordination-2540", starts_on=date(1997, 1, 1), ends_on=date(2006, 12, 31)
    )
    unit = Committee.objects.filter(code="serving").first() or make_body("serving", parent=parent)
    return make_body_membership(unit, person, starts_on=starts_on, ends_on=ends_on)


def make_order(number="1/2568", *, issuer="พอช.", issued_on=BEGAN, **fields):
    return AppointmentOrder.objects.get_or_create(
        issuer=issuer,
        number=number,
        defaults={"issued_on": issued_on, "title": "แต่งตั้งคณะอนุกรรมการ", **fields},
    )[0]


def make_issue(code="farmers", name="เกษตรกร"):
    return Issue.objects.create(code=code, name=name, name_en=code.title(), position=1)


def make_cluster(code="north-lower-1", name="ภาคเหนือตอนล่าง 1"):
    return ProvinceCluster.objects.create(
        code=code, name=name, name_en=code.title(), starts_on=date(2007, 1, 1)
    )


def make_seat(committee, number=1, *, region=None, cluster=None, issue=None):
    kind = Seat.Kind.ISSUE if issue else Seat.Kind.CLUSTER
    return Seat.objects.create(
        committee=committee,
        number=number,
        kind=kind,
        region=region,
        cluster=cluster,
        issue=issue,
        starts_on=committee.starts_on,
    )


def make_membership(
    seat,
    person=None,
    *,
    starts_on=BEGAN,
    ends_on=None,
    term_ends_on=None,
    mode=Membership.Mode.FORMAL,
):
    """Who holds ``seat``, appointed and, if it is over, discharged by an order."""
    order = make_order() if mode == Membership.Mode.FORMAL else None
    return Membership.objects.create(
        seat=seat,
        person=person or make_person(f"คนที่{seat.number}"),
        mode=mode,
        starts_on=starts_on,
        ends_on=ends_on,
        term_ends_on=term_ends_on,
        appointed_by=order,
        discharged_by=order if ends_on else None,
    )


def make_substitution(seat, person, *, starts_on=BEGAN, ends_on=date(2026, 12, 31)):
    return Substitution.objects.create(
        seat=seat, person=person, starts_on=starts_on, ends_on=ends_on, appointed_by=make_order()
    )


def seat_somewhere(person, region, *, starts_on=BEGAN, ends_on=None):
    """A seat from ``region`` for somebody whose post asks for one, numbered after all others."""
    committee = make_committee(starts_on=min(starts_on, BEGAN))
    last = committee.seats.filter(number__gt=900).aggregate(last=Max("number"))["last"] or 900
    seat = make_seat(committee, last + 1, region=region)
    return make_membership(seat, person, starts_on=starts_on, ends_on=ends_on)
