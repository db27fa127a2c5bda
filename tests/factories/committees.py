"""A generation of the 67, its seats and who sits in them."""

from datetime import date

from committees.models import Committee, Issue, Membership, Seat
from regions.models import ProvinceCluster

from .kernel import make_person

BEGAN = date(2025, 7, 1)


def make_committee(code="coordination-2568", *, starts_on=BEGAN, ends_on=None):
    return Committee.objects.create(
        kind=Committee.Kind.SUBCOMMITTEE,
        code=code,
        name="คณะอนุกรรมการประสานงานขบวนองค์กรชุมชน",
        short_name="คณะ 67",
        name_en="Coordination Subcommittee",
        seats_due=67,
        starts_on=starts_on,
        ends_on=ends_on,
    )


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


def make_membership(seat, person=None, *, starts_on=BEGAN, ends_on=None, term_ends_on=None):
    return Membership.objects.create(
        seat=seat,
        person=person or make_person(f"คนที่{seat.number}"),
        starts_on=starts_on,
        ends_on=ends_on,
        term_ends_on=term_ends_on,
    )
