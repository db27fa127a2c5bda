"""The seats themselves: how many there are and whom they stand for (S13, S14)."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from committees.actions.holding import hold_issue, hold_place
from committees.models import Committee, Issue, Membership, Seat, Substitution
from committees.periods import in_words, overlapping, still_open, wrong_end
from committees.roles import OF_THE_67
from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken, rules_of
from portal.kernel.models import User
from portal.kernel.names import named
from regions.models import ProvinceCluster, ProvinceRegion, Region, RegionalPost

from .rules import locked, speaking_for

BESIDE = {"seat_ends_after_it_starts": "ends_on"}


@transaction.atomic
def create_seat(
    committee: Committee,
    *,
    number: int,
    kind: str,
    region: Region | None = None,
    cluster: ProvinceCluster | None = None,
    issue: Issue | None = None,
    starts_on: date,
    by: User,
) -> Seat:
    """Add a seat to a generation; in one that has ended it ends with it."""
    committee = Committee.objects.select_for_update(no_key=True).get(pk=committee.pk)
    hold_issue(issue)
    seat = Seat(
        committee=committee, number=number, kind=kind, starts_on=starts_on,
        ends_on=committee.ends_on, **stands_for(kind, region, cluster, issue),
    )  # fmt: skip
    if wrong_end(seat, committee):
        text = _("คณะชุดนี้มีอยู่ %(period)s โปรดเลือกวันในช่วงนั้น") % {"period": in_words(committee)}
        raise RuleBroken({"starts_on": RuleBroken(text, code="outside-generation")})
    refuse_wrong(seat)
    with rules_of(Seat, beside=BESIDE):
        seat.save(force_insert=True)
    record("seat.created", seat, by=by)
    return seat


@transaction.atomic
def revise_seat(
    seat: Seat,
    *,
    number: int,
    kind: str,
    region: Region | None = None,
    cluster: ProvinceCluster | None = None,
    issue: Issue | None = None,
    by: User,
) -> Seat:
    """Mend what a seat stands for; who holds it stays, and the region of whoever speaks for it."""
    seat = locked(seat)
    hold_issue(issue)
    was = seat.region
    given = {"number": number, "kind": kind, **stands_for(kind, region, cluster, issue)}
    for name, value in given.items():
        setattr(seat, name, value)
    refuse_wrong(seat)
    if was and was != seat.region:
        refuse_leaving_region(seat, was)
    with rules_of(Seat):
        seat.save(update_fields=list(given))
    record("seat.revised", seat, by=by)
    return seat


@transaction.atomic
def close_seat(seat: Seat, *, ends_on: date, by: User) -> Seat:
    """``ends_on`` is the seat's last day; nobody may sit in it, or act in it, after that."""
    seat = locked(seat)
    if seat.ends_on is not None and seat.ends_on <= ends_on:
        text = _("ที่นั่งนี้มีอยู่ %(period)s แล้ว") % {"period": in_words(seat)}
        raise RuleBroken({"ends_on": RuleBroken(text, code="already-closed")})
    for rows in (Membership.objects.filter(seat=seat), Substitution.objects.filter(seat=seat)):
        if later := still_open(rows, after=ends_on).select_related("person").first():
            text = _("%(person)s ยังอยู่ในที่นั่งนี้หลังวันนั้น โปรดบันทึกการพ้นจากที่นั่งก่อน")
            refusal = RuleBroken(text % {"person": later.person.full_name}, code="still-held")
            raise RuleBroken({"ends_on": refusal})
    seat.ends_on = ends_on
    with rules_of(Seat, beside=BESIDE):
        seat.save(update_fields=["ends_on"])
    record("seat.closed", seat, by=by)
    return seat


# -- What is refused -----------------------------------------------------------------


def stands_for(
    kind: str, region: Region | None, cluster: ProvinceCluster | None, issue: Issue | None
) -> dict[str, Region | ProvinceCluster | Issue | None]:
    """A seat stands for a region and perhaps one of its clusters, or for an issue; never both."""
    if kind == Seat.Kind.ISSUE:
        return {"region": None, "cluster": None, "issue": issue}
    return {"region": region, "cluster": cluster, "issue": None}


def refuse_wrong(seat: Seat) -> None:
    """The generation is held, so no other seat takes the number meanwhile."""
    if seat.kind == Seat.Kind.CLUSTER and seat.region is None:
        raise RuleBroken({"region": _("ที่นั่งของกลุ่มจังหวัดต้องระบุภาค")})
    if seat.kind == Seat.Kind.ISSUE and seat.issue is None:
        raise RuleBroken({"issue": _("ที่นั่งของประเด็นต้องระบุประเด็น")})
    beside = Seat.objects.filter(committee=seat.committee, number=seat.number)
    if beside.exclude(pk=seat.pk).exists():
        text = _("คณะชุดนี้มีที่นั่งที่ %(n)s อยู่แล้ว") % {"n": seat.number}
        raise RuleBroken({"number": RuleBroken(text, code="number-taken")})
    refuse_cluster_elsewhere(seat)


def refuse_cluster_elsewhere(seat: Seat) -> None:
    """Where the data tell which region the cluster's provinces are in, one must be in this one."""
    if seat.cluster is None:
        return
    rows = ProvinceRegion.objects.filter(province__clusters=seat.cluster)
    regions = set(overlapping(rows, seat).values_list("region", flat=True))
    if regions and seat.region_id not in regions:
        words = {"cluster": named(seat.cluster), "region": named(seat.region)}
        text = _("กลุ่มจังหวัด%(cluster)sไม่มีจังหวัดใดอยู่ใน%(region)s") % words
        raise RuleBroken({"cluster": RuleBroken(text, code="cluster-elsewhere")})


def refuse_leaving_region(seat: Seat, was: Region) -> None:
    """Who speaks for a region by this seat would speak for it from outside (S103).

    Held after the roster and before any person, as everywhere: who comes to speak for the
    region at the same moment sees the seat where it is then, or is seen here.
    """
    hold_place(was)
    posts = RegionalPost.objects.filter(region=was, role__in=OF_THE_67)
    for row in Membership.objects.filter(seat=seat).select_related("person"):
        if post := overlapping(posts.filter(person=row.person), row).first():
            words = {
                "person": row.person.full_name,
                "post": speaking_for(post),
                "days": in_words(post),
            }
            text = _("%(person)s เป็น%(post)s %(days)s เพราะนั่งที่นั่งนี้ จึงเปลี่ยนภาคของที่นั่งไม่ได้") % words
            raise RuleBroken({"region": RuleBroken(text, code="post-of-the-region")})
