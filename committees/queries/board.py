"""The 67 as one picture: seats, who sits in them that day, and what needs care."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from django.db.models import Max, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from committees.models import BoardRotation, Committee, Seat, Standing, Substitution
from portal.kernel import thai
from portal.kernel.composed import composed
from portal.kernel.models import Person, User
from portal.kernel.names import named, named_short
from portal.kernel.pictures import ClothRow, ClothSeat
from regions.models import Region, RegionalPost

from .board_words import SUBSTITUTED, Remark, drawn, remarks_on, vacant_words
from .role_words import role_words
from .succession import succession_of

Role = RegionalPost.Role
# What harms most stands first; a seat in which somebody acts comes last.
HARM = (Standing.VACANT, Standing.CARRY_OVER, Standing.ENDS_SOON, Standing.FILLED)


@dataclass(frozen=True)
class BoardSeat:
    """One seat as the roster prints it on one day."""

    pk: int
    number: int
    state: str
    standing: str
    holder: str
    holder_pk: int | None
    place: str
    role: str
    remarks: list[Remark]
    will_be_vacant: bool = False

    @property
    def anchor(self) -> str:
        return f"seat-{self.number}"

    @cached_property
    def url(self) -> str:
        return reverse("committees:seat-detail", args=[self.pk])

    @cached_property
    def holder_url(self) -> str:
        return reverse("committees:person-detail", args=[self.holder_pk]) if self.holder_pk else ""

    @property
    def needs_care(self) -> bool:
        is_acted_in = self.state == SUBSTITUTED
        return self.standing != Standing.FILLED or is_acted_in or self.will_be_vacant

    @property
    def wants_holder(self) -> bool:
        """Nobody sits there by right: somebody is to be appointed."""
        return self.standing in (Standing.VACANT, Standing.CARRY_OVER)

    @property
    def appointment_url(self) -> str:
        return reverse("committees:seat-appointment", args=[self.pk])

    def mentions(self, words: list[str]) -> bool:
        names = " ".join(remark.name for remark in self.remarks)
        text = f"{self.number} {self.holder} {self.place} {self.role} {names}".lower()
        return all(word in text for word in words)


@dataclass(frozen=True)
class Bench:
    """The seats of one region and its officers, or of the issues, which have no mark."""

    code: str
    name: str
    mark: str
    seats: list[BoardSeat]
    officers: list[Person] = field(default_factory=list)

    @property
    def anchor(self) -> str:
        return f"bench-{self.code}"

    @property
    def group_url(self) -> str:
        """Where those who work together for the region stand; the issues have no such page."""
        return reverse("committees:region-posts", args=[self.code]) if self.mark else ""

    @property
    def filled(self) -> int:
        return len(self.seats) - self.vacant

    @property
    def vacant(self) -> int:
        return sum(seat.standing == Standing.VACANT for seat in self.seats)


@dataclass(frozen=True)
class Roster:
    on: date
    benches: list[Bench] = field(default_factory=list)

    @property
    def seats(self) -> list[BoardSeat]:
        return [seat for bench in self.benches for seat in bench.seats]

    @property
    def needing_care(self) -> list[BoardSeat]:
        """The worst first."""
        found = [seat for seat in self.seats if seat.needs_care]
        return sorted(found, key=lambda seat: HARM.index(seat.standing))

    @property
    def vacant_or_ending(self) -> list[BoardSeat]:
        """The same without seats that are only acted in: what everybody may know of."""
        return [seat for seat in self.needing_care if seat.standing != Standing.FILLED]

    def count(self, *standings) -> int:
        return sum(seat.standing in standings for seat in self.seats)

    @property
    def vacant(self) -> int:
        return self.count(Standing.VACANT)

    @property
    def filled(self) -> int:
        return len(self.seats) - self.vacant

    @property
    def substituted(self) -> int:
        return sum(seat.state == SUBSTITUTED for seat in self.seats)

    @property
    def for_clusters(self) -> int:
        """Seats of the regions' province clusters; the others are the issues'."""
        return sum(len(bench.seats) for bench in self.benches if bench.mark)

    @property
    def for_issues(self) -> int:
        return len(self.seats) - self.for_clusters

    @property
    def ending(self) -> int:
        return self.count(Standing.ENDS_SOON, Standing.CARRY_OVER)

    def matching(self, query: str) -> list[Bench]:
        """The benches with only those seats in which every word of ``query`` stands."""
        words = thai.normalise(query).lower().split()
        found = (
            Bench(
                bench.code,
                bench.name,
                bench.mark,
                [seat for seat in bench.seats if seat.mentions(words)],
                bench.officers,
            )
            for bench in self.benches
        )
        return [bench for bench in found if bench.seats]

    def cloth(self, url: str = "") -> list[ClothRow]:
        """The picture; ``url`` is the page the seats stand on, if not this one."""
        return [
            ClothRow(
                name=bench.name,
                mark=bench.mark,
                url=f"{url}#{bench.anchor}",
                seats=[
                    ClothSeat(seat.number, seat.state, seat.holder, f"{url}#{seat.anchor}")
                    for seat in bench.seats
                ],
            )
            for bench in self.benches
        ]


class Beside(NamedTuple):
    """What stands beside the seats that day."""

    roles: dict[int, str]  # by person: co-chair or coordinator
    officers: dict[int, list[Person]]  # by region
    substitutions: dict[int, Substitution]  # by seat
    boards: dict[int, list[str]]  # by person
    reader: User | None = None


def roster(
    *, on: date, boards: dict[int, list[str]] | None = None, reader: User | None = None
) -> Roster:
    """The 67 of that day, region by region, the issues last: four queries.

    ``boards`` is what :func:`boards_of_members` tells, for the page that prints it; only a
    ``reader`` who is signed in reads who is to come.
    """
    beside = what_stands_beside(on=on, boards=boards or {})._replace(reader=reader)
    benches = [
        bench_of(region, [board_seat(seat, beside, on=on) for seat in group], beside)
        for region, group in groupby(seats_of_67(on=on), key=lambda seat: seat.region)
    ]
    return Roster(on=on, benches=benches)


def seats_of_67(*, on: date) -> QuerySet[Seat]:
    """As the board prints them, each with ``.left_on``, when its last holder left."""
    left_on = Max("memberships__ends_on", filter=Q(memberships__ends_on__lt=on))
    seats = Seat.objects.for_board(on=on).filter(committee__in=Committee.objects.the_67(on=on))
    return seats.annotate(left_on=left_on).order_by("region__number", "number")


def what_stands_beside(*, on: date, boards: dict[int, list[str]]) -> Beside:
    roles, officers = {}, defaultdict(list)
    for post in posts_beside(on=on):
        if post.role == Role.OFFICER:
            officers[post.region_id].append(post.person)
        elif roles.get(post.person_id) != Role.CO_CHAIR:
            roles[post.person_id] = post.role
    rows = substitutions(on=on)
    return Beside(roles, officers, {row.seat_id: row for row in rows}, boards)


@composed
def posts_beside(*, on: date) -> QuerySet[RegionalPost]:
    shown = [Role.CO_CHAIR, Role.COORDINATOR, Role.OFFICER]
    posts = RegionalPost.objects.in_force(on=on).filter(role__in=shown)
    return posts.select_related("person").order_by("person__sort_key", "pk")


@composed
def substitutions(*, on: date) -> QuerySet[Substitution]:
    return Substitution.objects.for_seats(on=on)


def boards_of_members(*, on: date) -> dict[int, list[str]]:
    """The outside boards on which each person sits that day (S16): one query."""
    found = defaultdict(list)
    for row in seats_on_boards(on=on):
        found[row.person_id].append(named_short(row.committee))
    return found


@composed
def seats_on_boards(*, on: date) -> QuerySet[BoardRotation]:
    rows = BoardRotation.objects.in_force(on=on).filter(committee__in=Committee.objects.boards())
    rows = rows.filter(committee__in=Committee.objects.in_force(on=on)).select_related("committee")
    return rows.order_by("committee__position", "committee_id")


def bench_of(region: Region | None, seats: list[BoardSeat], beside: Beside) -> Bench:
    if region is None:
        return Bench("issues", _("ผู้แทนประเด็น"), "", seats)
    officers = beside.officers.get(region.pk, [])
    return Bench(region.code, named_short(region), region.mark, seats, officers)


def board_seat(seat: Seat, beside: Beside, *, on: date) -> BoardSeat:
    standing, holding = seat.standing(on=on), seat.holding
    person = holding.person if holding else None
    pk = person.pk if person else None
    substitution = beside.substitutions.get(seat.pk)
    succession = succession_of(seat, holding, seat.next_holding)
    boards, reader = beside.boards.get(pk, []), beside.reader
    is_inside = reader is not None and reader.is_authenticated
    return BoardSeat(
        pk=seat.pk,
        number=seat.number,
        state=drawn(standing, holding, substitution),
        standing=standing,
        holder=person.full_name if person else empty_words(seat),
        holder_pk=pk,
        place=named(seat.stands_for),
        role=role_words(beside.roles[pk]) if pk in beside.roles else "",
        remarks=[*remarks_on(holding, substitution, boards, standing, succession, reader=reader)],
        will_be_vacant=bool(is_inside and succession and succession.vacant_from),
    )


def empty_words(seat: Seat) -> str:
    """A seat known from a document alone is not vacant because the document names nobody."""
    return _("ไม่ปรากฏในเอกสาร") if seat.committee.source else vacant_words(seat.left_on)
