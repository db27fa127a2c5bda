"""What the roster of a generation refuses, asked while nobody else can change it."""

from django.utils.translation import gettext as _

from committees.models import Committee, Membership, Seat, Substitution
from committees.periods import in_words, overlapping, wrong_end
from committees.queries.role_words import post_words
from portal.kernel.errors import RuleBroken
from portal.kernel.names import named
from regions.models import RegionalPost
from regions.models.period import Period

Role = RegionalPost.Role
STAFF = (Role.OFFICER, Role.MANAGER, Role.CENTRAL_OFFICER)


def locked(seat: Seat) -> Seat:
    """The seat as it stands now; its generation is held, and with it the whole roster, until the
    transaction ends: changes of one roster come one after the other."""
    Committee.objects.select_for_update(no_key=True).get(pk=seat.committee_id)
    rows = Seat.objects.select_related("committee", "region", "cluster", "issue")
    return rows.select_for_update(of=["self"], no_key=True).get(pk=seat.pk)


def period_of(seat: Seat) -> Period:
    """The period in which somebody may sit: that of the seat within its generation's."""
    ends = [row.ends_on for row in (seat, seat.committee) if row.ends_on]
    return Seat(
        starts_on=max(seat.starts_on, seat.committee.starts_on), ends_on=min(ends, default=None)
    )


def speaking_for(post: RegionalPost) -> str:
    """เจ้าหน้าที่ภาค ภาคเหนือตอนล่าง"""
    return f"{post_words(post)} {named(post.region) if post.region else ''}".strip()


def refuse_outside_seat(row: Membership | Substitution) -> None:
    period = period_of(row.seat)
    if field := wrong_end(row, period):
        text = _("ที่นั่งนี้มีอยู่ %(period)s โปรดเลือกวันในช่วงนั้น") % {"period": in_words(period)}
        raise RuleBroken({field: RuleBroken(text, code="outside-seat")})


def refuse_staff(row: Membership | Substitution) -> None:
    """Officers work with the members and are none (S18)."""
    posts = RegionalPost.objects.filter(person=row.person, role__in=STAFF)
    if post := overlapping(posts, row).select_related("region").first():
        words = {"person": row.person.full_name, "post": speaking_for(post), "days": in_words(post)}
        text = _("%(person)s เป็น%(post)s %(days)s เจ้าหน้าที่ไม่เป็นอนุกรรมการ") % words
        raise RuleBroken({"person": RuleBroken(text, code="staff")})


def refuse_second_seat(row: Membership) -> None:
    """One person sits in one seat of a generation."""
    others = Membership.objects.filter(person=row.person, seat__committee=row.seat.committee)
    others = others.exclude(seat=row.seat).select_related("seat__region", "seat__cluster")
    if other := overlapping(others.select_related("seat__issue"), row).first():
        words = {
            "person": row.person.full_name,
            "n": other.seat.number,
            "place": named(other.seat.stands_for),
        }
        text = _("%(person)s นั่งในที่นั่งที่ %(n)s %(place)s อยู่แล้ว คนหนึ่งนั่งได้ที่นั่งเดียว") % words
        raise RuleBroken({"person": RuleBroken(text, code="second-seat")})
