"""How often somebody came: one formula for every screen (B17).

Only meetings inside the person's term count, and only those whose roll was called. ลา is told
apart from ขาด; who sent somebody did not come, but the seat was filled; whoever came in another's
place has that to their own credit (promise 12).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, ExpressionWrapper, OuterRef, Q
from django.db.models.fields import BooleanField
from django.db.models.functions import JSONObject
from django.utils.translation import gettext_lazy as _

from committees.models import BodyMembership, Membership
from meetings.models import Attendance
from portal.kernel.models import Person
from portal.kernel.rates import Rate

Kind = Attendance.Kind
FORMULA = _("ครั้งที่มาประชุมเอง หารด้วยครั้งในช่วงดำรงตำแหน่งที่มีบันทึกการเช็กชื่อ")
BEST_FIRST = (Kind.PRESENT, Kind.SUBSTITUTE, Kind.EXCUSED, Kind.ABSENT)


class Noted(NamedTuple):
    """What one meeting noted of a person: of their own seat, or that they came for another."""

    kind: str
    is_own: bool
    in_term: bool


@dataclass(frozen=True)
class Attended:
    """What became of the meetings of one person's time; ``excluded`` are those that count for
    nothing, because nothing is noted of the person's own place within the term."""

    came: int = 0
    sent: int = 0
    excused: int = 0
    absent: int = 0
    acted: int = 0
    excluded: int = 0

    @property
    def due(self) -> int:
        """The meetings of the term of which something is noted."""
        return self.came + self.sent + self.excused + self.absent

    @property
    def rate(self) -> Rate:
        return Rate(self.came, self.due, self.excluded, formula=FORMULA)

    @property
    def percent(self) -> int | None:
        return self.rate.percent


def counted_kind(noted: Iterable[Noted]) -> str | None:
    """What one meeting counts as. Who holds two seats was due once, and came if to either."""
    own = {row.kind for row in noted if row.is_own and row.in_term}
    return next((kind.value for kind in BEST_FIRST if kind in own), None)


def has_acted(noted: Iterable[Noted]) -> bool:
    return any(row.kind == Kind.SUBSTITUTE and not row.is_own for row in noted)


def rate_of(meetings: Iterable[Iterable[Noted]]) -> Attended:
    """From what each meeting noted."""
    noted = list(map(list, meetings))
    kinds = list(map(counted_kind, noted))
    acted = sum(map(has_acted, noted))
    return Attended(*map(kinds.count, BEST_FIRST), acted, excluded=kinds.count(None))


def of_person(person: Person) -> Q:
    """Attendance of the person's seats, and of others' in which the person came."""
    return Q(holder=person) | Q(person=person, kind=Kind.SUBSTITUTE)


def noted_of(person: Person) -> ArraySubquery:
    """To annotate meetings with: what each noted of the person, as ``noted`` reads it."""
    is_own = ExpressionWrapper(Q(holder=person), output_field=BooleanField())
    columns = ("kind", "reason", "mode", "arrived_at", "left_at", "seat__number")
    row = JSONObject(is_own=is_own, in_term=in_term(person), **{name: name for name in columns})
    rows = Attendance.objects.filter(of_person(person), meeting=OuterRef("pk"))
    return ArraySubquery(rows.order_by("pk").values(row=row))


def in_term(person: Person | OuterRef) -> ExpressionWrapper:
    """To annotate attendance with: whether ``person`` had the seat, or was the member, that day."""
    day = OuterRef("meeting__starts_on")
    lasting = Q(Q(ends_on=None) | Q(ends_on__gte=day), person=person, starts_on__lte=day)
    seated = Exists(Membership.objects.filter(lasting, seat=OuterRef("seat")))
    belonging = Exists(BodyMembership.objects.filter(lasting, pk=OuterRef("member")))
    return ExpressionWrapper(seated | belonging, output_field=BooleanField())


def noted(rows: Iterable[dict]) -> list[Noted]:
    return [Noted(row["kind"], bool(row["is_own"]), row["in_term"]) for row in rows]
