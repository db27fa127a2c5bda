"""Today's 67: bodies, seats, holders, who speaks for each region, and on which boards they sit."""

from dataclasses import dataclass
from datetime import date

from committees.models import Committee
from portal.kernel.models import Person, User
from portal.kernel.months import first_of_month
from regions.models import Region, RegionalPost

from .bodies import causes_in_bodies, load_bodies
from .cast import load_accounts
from .contacts import load_contacts
from .generations import load_generation
from .orders import load_orders
from .people import load_people
from .provinces import KEYS as PROVINCIAL_KEYS
from .provinces import load_provincial_posts
from .roster_2550 import load_bodies_2550
from .seats import causes_in_seats, first_seats, load_seats

Role = RegionalPost.Role

CAST_SEATS = {
    "secretary": "central-1",
    "officer": "officer-lower-north",
    "coordinator-1": "seat-10",
    "coordinator-2": "seat-55",
    "co-chair": "seat-16",
    "member-1": "seat-38",
    "member-2": "seat-63",
    "auditor": "audit",
    "provincial": "provincial-65",
}
UNMAILED = {"seat-7", "seat-29", "seat-44", "seat-58"}
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
    load_bodies_2550()
    committee = load_generation(starts_on=first_of_month(today, later=-12))
    regions = {region.code: region for region in Region.objects.in_force(on=today)}
    people = load_people(CAST_SEATS, list(regions), UNMAILED)
    load_roster(committee, regions, people, today=today)
    filers = filers_by_region()
    users = load_users(people, filers)
    load_contacts(people, users["secretary"], committee, today=today)
    return House(
        committee=committee,
        units={unit.code.rpartition("-")[2]: unit for unit in committee.units.all()},
        regions=regions,
        people=people,
        users=users,
        filers={code: people[key].user for code, key in filers.items()},
    )


def load_roster(committee, regions, people, *, today):
    """Seats before posts: whoever speaks for a region holds a seat from it."""
    orders = load_orders(
        {
            "appointed": (committee.starts_on, f"แต่งตั้ง{committee.name}"),
            **causes_in_bodies(committee),
            **causes_in_seats(today=today),
        }
    )
    load_seats(committee, regions, people, orders, today=today)
    load_posts(committee, regions, people, orders["appointed"])
    load_provincial_posts(committee, people)
    load_bodies(committee, regions, people, orders, today=today)


def load_users(people, filers):
    """The cast's accounts, and those of filers whom nobody can become."""
    cast = {people[who].pk for who in CAST_SEATS}
    others = [*filers.values(), *PROVINCIAL_KEYS, "central-2"]
    return load_accounts(people, [key for key in others if people[key].pk not in cast])


# -- Who speaks for a place ----------------------------------------------------


def load_posts(committee, regions, people, order):
    """The first seat of each region is its co-chair, the second its coordinator."""
    RegionalPost.objects.bulk_create(
        RegionalPost(
            role=role,
            region=regions.get(code),
            person=people[key],
            starts_on=committee.starts_on,
            appointed_by=order if role in (Role.CO_CHAIR, Role.COORDINATOR) else None,
        )
        for role, code, key in posts_due()
    )


def posts_due():
    """(role, region or None for the centre, who)."""
    posts = [(Role.CENTRAL_OFFICER, None, "central-1"), (Role.CENTRAL_OFFICER, None, "central-2")]
    posts += [(Role.AUDITOR, None, "audit")]
    for code, first in first_seats().items():
        posts += [(Role.MANAGER, code, f"manager-{code}"), (Role.OFFICER, code, f"officer-{code}")]
        posts += [(Role.CO_CHAIR, code, f"seat-{first}")]
        if code != UNCOORDINATED:
            posts += [(Role.COORDINATOR, code, f"seat-{first + 1}")]
    return posts


def filers_by_region() -> dict[str, str]:
    """Who sends each region's report: its coordinator, or its officer where there is none."""
    return {
        code: f"officer-{code}" if code == UNCOORDINATED else f"seat-{first + 1}"
        for code, first in first_seats().items()
    }
