"""The 67 of 2550 and of today: bodies, seats, holders, and who speaks for each region."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from committees.models import Committee, Issue, Membership, Seat
from portal.kernel.models import Person, User
from portal.kernel.thai import be_year
from regions.models import AppointmentOrder, ProvinceCluster, Region, RegionalPost

from .cast import load_accounts
from .people import load_people

Role = RegionalPost.Role

FIRST_DAY_2550 = date(2007, 1, 1)
# The founding document says when neither generation ended. Assumed: the day before
# the Community Organisation Council Act came into force, 9 February 2551.
LAST_DAY_2550 = date(2008, 2, 8)

UNITS = {
    "steering_planning": (
        "ฝ่ายอำนวยการ/ฝ่ายวางแผนเชิงยุทธศาสตร์",
        "ฝ่ายอำนวยการ",
        "Steering and strategic planning",
    ),
    "coordination_pr": (
        "ฝ่ายประสานงานประชาสัมพันธ์",
        "ฝ่ายประสานงาน",
        "Coordination and public relations",
    ),
    "secretariat": ("กองเลขานุการ", "กองเลขาฯ", "Secretariat"),
    "evaluation_audit": ("ฝ่ายประเมินผล/ตรวจสอบ", "ฝ่ายประเมินผล", "Evaluation and audit"),
}

KINDS = {"secretariat": Committee.Kind.SECRETARIAT}

# How many seats each region has, and for which clusters in turn. Bangkok is in no cluster.
BENCHES = {
    "upper-north": (8, ["north-upper-1", "north-upper-2"]),
    "lower-north": (7, ["north-lower-1", "north-lower-2"]),
    "upper-northeast": (11, ["northeast-upper-1", "northeast-upper-2", "northeast-central"]),
    "lower-northeast": (8, ["northeast-lower-1", "northeast-lower-2"]),
    "central-west": (10, ["central-upper", "central-lower-1", "central-lower-2"]),
    "east": (5, ["east-1", "east-2"]),
    "bangkok-vicinity": (4, [None, "central-vicinity"]),
    "south": (7, ["south-gulf", "south-andaman", "south-border"]),
}

CAST_SEATS = {
    "secretary": "central-1",
    "officer": "officer-lower-north",
    "coordinator-1": "seat-10",
    "coordinator-2": "seat-55",
    "co-chair": "seat-16",
    "member-1": "seat-38",
    "member-2": "seat-63",
    "auditor": "audit",
}
UNMAILED = {"seat-7", "seat-29", "seat-44", "seat-58"}
LEFT = {12: 75, 48: 95}  # seats vacant since so many days
ENDING = {4: 40, 20: 40, 37: 55}  # terms that run out in so many days
CARRIED_OVER = {31: 20}  # terms that ran out so many days ago
IN_NETWORK_MODE = range(5, 68, 5)
UNCOORDINATED = "east"  # its officer files


@dataclass(frozen=True)
class House:
    """Today's generation and its people, for whoever writes their history."""

    committee: Committee
    units: dict[str, Committee]
    regions: dict[str, Region]
    people: dict[str, Person]
    users: dict[str, User]
    filers: dict[str, User]  # by region: who sends its report


def load_house(*, today: date) -> House:
    load_generation("2550", FIRST_DAY_2550, LAST_DAY_2550)
    began = today.replace(year=today.year - 1, day=1)
    committee = load_generation(str(be_year(began)), began)
    regions = {region.code: region for region in Region.objects.in_force(on=today)}
    people = load_people(CAST_SEATS, list(regions), UNMAILED)
    load_seats(committee, regions, people, today=today)
    load_posts(committee, regions, people)
    filers = filers_by_region()
    cast = {people[who].pk: who for who in CAST_SEATS}
    users = load_accounts(people, [key for key in filers.values() if people[key].pk not in cast])
    return House(
        committee=committee,
        units={unit.code.rpartition("-")[2]: unit for unit in committee.units.all()},
        regions=regions,
        people=people,
        users=users,
        filers={code: people[key].user for code, key in filers.items()},
    )


# -- Bodies --------------------------------------------------------------------


def load_generation(of_year: str, starts_on: date, ends_on: date | None = None) -> Committee:
    """One generation of the 67, with its four units and a subcommittee for each issue."""
    period = {"starts_on": starts_on, "ends_on": ends_on}
    committee = Committee.objects.create(
        kind=Committee.Kind.SUBCOMMITTEE,
        code=f"coordination-{of_year}",
        name="คณะอนุกรรมการประสานงานขบวนองค์กรชุมชน",
        short_name=f"คณะ 67 ชุดปี {of_year}",
        name_en="Community Organisation Movement Coordination Subcommittee",
        seats_due=67,
        **period,
    )
    Committee.objects.bulk_create([*units_of(committee, period), *issue_bodies(committee, period)])
    return committee


def units_of(committee, period):
    for position, (key, (name, short_name, name_en)) in enumerate(UNITS.items(), start=1):
        yield Committee(
            kind=KINDS.get(key, Committee.Kind.UNIT), code=f"{committee.code}-{key}", name=name,
            short_name=short_name, name_en=name_en, parent=committee, position=position, **period,
        )  # fmt: skip


def issue_bodies(committee, period):
    for issue in Issue.objects.all():
        yield Committee(
            kind=Committee.Kind.ISSUE,
            code=f"{committee.code}-{issue.code}",
            name=f"อนุกรรมการเชิงประเด็น {issue.name}",
            short_name=issue.name,
            name_en=f"Issue subcommittee: {issue.name_en}",
            issue=issue,
            parent=committee,
            position=len(UNITS) + issue.position,
            **period,
        )


# -- Seats and holders ---------------------------------------------------------


def load_seats(committee, regions, people, *, today):
    clusters = {cluster.code: cluster for cluster in ProvinceCluster.objects.in_force(on=today)}
    seats = [*cluster_seats(committee, regions, clusters)]
    seats += issue_seats(committee, first=len(seats) + 1)
    Seat.objects.bulk_create(seats)
    order = AppointmentOrder.objects.create(
        issuer="พอช.",
        number=f"1/{be_year(committee.starts_on)}",
        issued_on=committee.starts_on - timedelta(days=7),
        title=f"แต่งตั้ง{committee.name}",
    )
    Membership.objects.bulk_create(
        holding(seat, people[f"seat-{seat.number}"], order, today=today) for seat in seats
    )


def cluster_seats(committee, regions, clusters):
    number = 0
    for code, (count, codes) in BENCHES.items():
        for turn in range(count):
            number += 1
            yield Seat(
                committee=committee,
                number=number,
                kind=Seat.Kind.CLUSTER,
                region=regions[code],
                cluster=clusters.get(codes[turn % len(codes)]),
                starts_on=committee.starts_on,
            )


def issue_seats(committee, *, first):
    return [
        Seat(
            committee=committee,
            number=number,
            kind=Seat.Kind.ISSUE,
            issue=issue,
            starts_on=committee.starts_on,
        )
        for number, issue in enumerate(Issue.objects.all(), start=first)
    ]


def holding(seat, person, order, *, today):
    """Whoever holds or last held the seat; a term lasts two years."""
    began, number = seat.starts_on, seat.number
    term_ends_on = began.replace(year=began.year + 2) - timedelta(days=1)
    if number in ENDING:
        term_ends_on = today + timedelta(days=ENDING[number])
    if number in CARRIED_OVER:
        term_ends_on = today - timedelta(days=CARRIED_OVER[number])
    modes = Membership.Mode
    return Membership(
        seat=seat,
        person=person,
        mode=modes.NETWORK if number in IN_NETWORK_MODE else modes.FORMAL,
        starts_on=began,
        ends_on=today - timedelta(days=LEFT[number]) if number in LEFT else None,
        term_ends_on=term_ends_on,
        appointed_by=order,
        discharged_by=order if number in LEFT else None,
    )


# -- Who speaks for a place ----------------------------------------------------


def load_posts(committee, regions, people):
    """The first seat of each region is its co-chair, the second its coordinator."""
    posts = [(Role.CENTRAL_OFFICER, None, "central-1"), (Role.CENTRAL_OFFICER, None, "central-2")]
    posts += [(Role.AUDITOR, None, "audit")]
    for code, first in first_seats().items():
        posts += [(Role.MANAGER, code, f"manager-{code}"), (Role.OFFICER, code, f"officer-{code}")]
        posts += [(Role.CO_CHAIR, code, f"seat-{first}")]
        if code != UNCOORDINATED:
            posts += [(Role.COORDINATOR, code, f"seat-{first + 1}")]
    RegionalPost.objects.bulk_create(
        RegionalPost(
            role=role, region=regions.get(code), person=people[key], starts_on=committee.starts_on
        )
        for role, code, key in posts
    )


def first_seats() -> dict[str, int]:
    """The number of the first seat of each region."""
    counts = [count for count, _clusters in BENCHES.values()]
    return dict(zip(BENCHES, accumulate(counts, initial=1), strict=False))


def filers_by_region() -> dict[str, str]:
    """Who sends each region's report: its coordinator, or its officer where there is none."""
    return {
        code: f"officer-{code}" if code == UNCOORDINATED else f"seat-{first + 1}"
        for code, first in first_seats().items()
    }
