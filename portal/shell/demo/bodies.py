"""Who of the 67 sits in which unit, issue subcommittee and board, and whom the regions sent."""

from datetime import date, timedelta

from committees.models import BodyMembership, Committee, Delegate, Delegation
from portal.kernel.months import first_of_month

from .people import MARK
from .seats import CHANGED, LEFT, day_of_change, first_seats

CHAIR, DEPUTY, SECRETARY, MEMBER = "ประธาน", "รองประธาน", "เลขานุการ", "กรรมการ"
A_DAY = timedelta(days=1)

# By unit: who, as what. The chief of an issue's subcommittee is whoever holds its seat.
UNIT_MEMBERS = {
    "steering_planning": {
        "seat-16": CHAIR, "seat-1": DEPUTY, "seat-9": MEMBER, "seat-27": MEMBER, "seat-35": MEMBER,
        "seat-54": MEMBER, "seat-67": SECRETARY,
    },
    "coordination_pr": {
        "seat-55": CHAIR, "seat-17": DEPUTY, "seat-28": MEMBER, "seat-36": MEMBER, "seat-51": MEMBER,
        "seat-66": SECRETARY,
    },
    "evaluation_audit": {
        "seat-33": CHAIR, "seat-3": DEPUTY, "seat-22": MEMBER, "seat-41": MEMBER, "seat-57": MEMBER,
        "audit": SECRETARY,
    },
}  # fmt: skip
ISSUE_MEMBERS = {
    "natural_resources": {"seat-61": CHAIR, "seat-8": MEMBER, "seat-23": MEMBER, "seat-58": SECRETARY},
    "farmers": {"seat-62": CHAIR, "seat-19": MEMBER, "seat-32": MEMBER, "seat-40": SECRETARY},
    "community_welfare": {
        "seat-63": CHAIR, "seat-42": DEPUTY, "seat-4": MEMBER, "seat-21": MEMBER, "seat-46": SECRETARY,
    },
    "baan_mankong": {"seat-64": CHAIR, "seat-52": DEPUTY, "seat-43": SECRETARY},
    "land": {"seat-65": CHAIR, "seat-30": MEMBER, "seat-59": SECRETARY},
    "community_capital": {"seat-66": CHAIR, "seat-14": MEMBER, "seat-39": MEMBER, "seat-49": SECRETARY},
    "community_plan": {
        "seat-67": CHAIR, "seat-11": MEMBER, "seat-24": MEMBER, "seat-47": MEMBER, "seat-60": SECRETARY,
    },
}  # fmt: skip

# Names from the project's own papers; only the first is of a real body, and nobody on it is real.
BOARDS = {
    "codi": (
        "คณะกรรมการสถาบันพัฒนาองค์กรชุมชน", "บอร์ด พอช.", "CODI Board",
    ),
    "welfare": (
        f"คณะกรรมการสวัสดิการชุมชน {MARK}", "กรรมการสวัสดิการ", "Community welfare committee (sample)",
    ),
    "lower-north": (
        f"คณะกรรมการภาคเหนือตอนล่าง {MARK}", "กรรมการภาคเหนือล่าง", "Lower North regional committee (sample)",
    ),
    "city": (
        f"คณะกรรมการเมือง บ้านมั่นคง {MARK}", "คณะกรรมการเมือง", "Baan Mankong city committee (sample)",
    ),
}  # fmt: skip
NOTE = "ผู้ที่ไปเป็นกรรมการในชุดนี้เป็นข้อมูลตัวอย่าง"

# By board: who, from and until how many months after the generation began. Seat 10 sits on three.
ROTATIONS = {
    "codi": [
        ("seat-16", 0, 6), ("seat-27", 0, 6), ("seat-1", 6, None), ("seat-35", 6, None),
        ("seat-10", 6, None),
    ],
    "welfare": [
        ("seat-4", 0, 5), ("seat-63", 0, None), ("seat-21", 3, None), ("seat-10", 5, None),
    ],
    "lower-north": [("seat-13", 1, 7), ("seat-9", 1, None), ("seat-10", 4, None), ("seat-14", 7, None)],
    "city": [("seat-52", 2, 8), ("seat-64", 2, None), ("seat-51", 8, None), ("seat-43", 8, None)],
}  # fmt: skip

SYNTHESIS = "สังเคราะห์ข้อเสนอของภาค"
UNSENT = {"people": "east", "officer": "bangkok-vicinity"}  # whom the delegation still lacks


def bodies_began(committee) -> date:
    """Units and issue subcommittees were filled a month after the first meeting."""
    return first_of_month(committee.starts_on, later=1)


def causes_in_bodies(committee) -> dict[str, tuple[date, str]]:
    """The CODI Board is changed by orders; the other boards, by agreement among networks."""
    second_turn = first_of_month(committee.starts_on, later=6)
    return {
        "bodies": (bodies_began(committee), "แต่งตั้งกรรมการย่อยและอนุกรรมการเชิงประเด็น"),
        "codi-0": (committee.starts_on, "แต่งตั้งผู้แทนไปเป็นกรรมการในบอร์ด พอช."),
        "codi-6": (second_turn, "เปลี่ยนผู้แทนที่ไปเป็นกรรมการในบอร์ด พอช."),
    }


def load_bodies(committee, regions, people, orders, *, today):
    BodyMembership.objects.bulk_create(
        [
            *members_of_bodies(committee, people, orders["bodies"]),
            *members_who_left(committee, people, orders, today=today),
            *rotations(load_boards(committee), people, orders, committee.starts_on),
        ]
    )
    load_delegation(committee, regions, people, today=today)


# -- Units and issue subcommittees ---------------------------------------------------


def members_of_bodies(committee, people, order):
    bodies = {unit.code: unit for unit in committee.units.all()}
    for key, members in (UNIT_MEMBERS | ISSUE_MEMBERS).items():
        for who, role in members.items():
            yield BodyMembership(
                committee=bodies[f"{committee.code}-{key}"], person=people[who], role=role,
                starts_on=bodies_began(committee), appointed_by=order,
            )  # fmt: skip


def members_who_left(committee, people, orders, *, today):
    """Whoever left the 67 left their unit with it; the new holder of a seat came into it."""
    unit = committee.units.get(code=f"{committee.code}-coordination_pr")
    changed_on, left = day_of_change(today=today), min(LEFT)
    for who, ends_on, order in [
        (f"before-{CHANGED}", changed_on - A_DAY, orders["changed"]),
        (f"seat-{left}", today - timedelta(days=LEFT[left]), orders[f"left-{left}"]),
    ]:
        yield BodyMembership(
            committee=unit, person=people[who], role=MEMBER, starts_on=bodies_began(committee),
            ends_on=ends_on, appointed_by=orders["bodies"], discharged_by=order,
        )  # fmt: skip
    yield BodyMembership(
        committee=unit, person=people[f"seat-{CHANGED}"], role=MEMBER, starts_on=changed_on,
        appointed_by=orders["changed"],
    )  # fmt: skip


# -- Boards --------------------------------------------------------------------------


def load_boards(committee):
    boards = {
        key: Committee(
            kind=Committee.Kind.BOARD, code=f"board-{key}", name=name, short_name=short_name,
            name_en=name_en, position=position, note=NOTE, starts_on=committee.starts_on,
        )
        for position, (key, (name, short_name, name_en)) in enumerate(BOARDS.items(), start=1)
    }  # fmt: skip
    Committee.objects.bulk_create(boards.values())
    return boards


def rotations(boards, people, orders, began):
    for key, turns in ROTATIONS.items():
        for who, begins, ends in turns:
            yield BodyMembership(
                committee=boards[key],
                person=people[who],
                starts_on=first_of_month(began, later=begins),
                ends_on=ends and first_of_month(began, later=ends) - A_DAY,
                appointed_by=orders.get(f"{key}-{begins}"),
                discharged_by=orders.get(f"{key}-{ends}"),
            )


# -- Whom the regions sent -------------------------------------------------------------


def load_delegation(committee, regions, people, *, today):
    """15 of 18: one region has yet to send its people's representative, one its officer,
    and the centre its second officer."""
    began, firsts = first_of_month(today, later=-1), first_seats()
    delegation = Delegation.objects.create(committee=committee, name=SYNTHESIS, starts_on=began)
    sent = [
        (kind, region, None, people[who])
        for code, region in regions.items()
        for kind, who in (("people", f"seat-{firsts[code] + 2}"), ("officer", f"officer-{code}"))
        if UNSENT[kind] != code
    ]
    Delegate.objects.bulk_create(
        Delegate(
            delegation=delegation, kind=kind, region=region, place=place, person=person,
            starts_on=began,
        )
        for kind, region, place, person in [*sent, ("central", None, 1, people["central-1"])]
    )  # fmt: skip
