"""The 67 as one picture: seats, who sits in them that day, and what needs care."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import groupby

from django.db.models import Max, Q
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from committees.models import Committee, Membership, Seat, Standing
from portal.kernel import thai
from portal.kernel.names import named, named_short
from portal.kernel.pictures import ClothRow, ClothSeat
from regions.models import Region, RegionalPost

# How a standing is drawn on the cloth.
DRAWN = {
    Standing.FILLED: "on",
    Standing.ENDS_SOON: "ends",
    Standing.CARRY_OVER: "ends",
    Standing.VACANT: "vacant",
}


@dataclass(frozen=True)
class BoardSeat:
    """One seat as the roster prints it on one day."""

    number: int
    state: str
    standing: str
    holder: str
    place: str
    role: str
    remark: str

    @property
    def anchor(self) -> str:
        return f"seat-{self.number}"

    @property
    def needs_care(self) -> bool:
        return self.standing != Standing.FILLED

    def mentions(self, words: list[str]) -> bool:
        text = f"{self.number} {self.holder} {self.place} {self.role}".lower()
        return all(word in text for word in words)


@dataclass(frozen=True)
class Bench:
    """The seats of one region, or of the issues, which have no mark."""

    code: str
    name: str
    mark: str
    seats: list[BoardSeat]

    @property
    def anchor(self) -> str:
        return f"bench-{self.code}"

    @property
    def filled(self) -> int:
        return sum(seat.standing != Standing.VACANT for seat in self.seats)


@dataclass(frozen=True)
class Roster:
    on: date
    benches: list[Bench] = field(default_factory=list)

    @property
    def seats(self) -> list[BoardSeat]:
        return [seat for bench in self.benches for seat in bench.seats]

    @property
    def needing_care(self) -> list[BoardSeat]:
        return [seat for seat in self.seats if seat.needs_care]

    def count(self, *standings) -> int:
        return sum(seat.standing in standings for seat in self.seats)

    @property
    def vacant(self) -> int:
        return self.count(Standing.VACANT)

    @property
    def filled(self) -> int:
        return len(self.seats) - self.vacant

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
            Bench(bench.code, bench.name, bench.mark, [s for s in bench.seats if s.mentions(words)])
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


def roster(*, on: date) -> Roster:
    """The 67 of that day, region by region, the issues last: three queries."""
    seats = (
        Seat.objects.for_board(on=on)
        .filter(committee__in=Committee.objects.the_67(on=on))
        .annotate(left_on=Max("memberships__ends_on", filter=Q(memberships__ends_on__lt=on)))
        .order_by("region__number", "number")
    )
    posts = posts_of_members(on=on)
    benches = [
        bench_of(region, [board_seat(seat, posts, on=on) for seat in group])
        for region, group in groupby(seats, key=lambda seat: seat.region)
    ]
    return Roster(on=on, benches=benches)


def posts_of_members(*, on: date) -> dict[int, str]:
    """Who is a co-chair or a coordinator that day, by person."""
    roles = [RegionalPost.Role.CO_CHAIR, RegionalPost.Role.COORDINATOR]
    posts = RegionalPost.objects.in_force(on=on).filter(role__in=roles)
    return dict(posts.values_list("person_id", "role"))


def bench_of(region: Region | None, seats: list[BoardSeat]) -> Bench:
    if region is None:
        return Bench("issues", _("ผู้แทนประเด็น"), "", seats)
    return Bench(region.code, named_short(region), region.mark, seats)


def board_seat(seat: Seat, posts: dict[int, str], *, on: date) -> BoardSeat:
    standing = seat.standing(on=on)
    holding = seat.holding
    return BoardSeat(
        number=seat.number,
        state=DRAWN[standing],
        standing=standing,
        holder=holding.person.full_name if holding else vacant_words(seat),
        place=named(seat.stands_for),
        role=role_words(posts.get(holding.person_id)) if holding else "",
        remark=remark_of(holding, standing),
    )


def vacant_words(seat: Seat) -> str:
    if seat.left_on is None:
        return pgettext("seat", "ว่าง")
    first_day = seat.left_on + timedelta(days=1)
    return _("ว่างตั้งแต่ %(day)s") % {"day": thai.long_date(first_day)}


def role_words(role: str | None) -> str:
    match role:
        case RegionalPost.Role.CO_CHAIR:
            return _("ประธานร่วม")
        case RegionalPost.Role.COORDINATOR:
            return _("ผู้ประสานงานภาค")
    return ""


def remark_of(holding: Membership | None, standing: str) -> str:
    match standing:
        case Standing.ENDS_SOON:
            return _("ครบวาระ %(day)s") % {"day": thai.long_date(holding.term_ends_on)}
        case Standing.CARRY_OVER:
            return _("อยู่รักษาการ ครบวาระแล้วเมื่อ %(day)s") % {
                "day": thai.long_date(holding.term_ends_on)
            }
    return ""
