"""Who may have spoken, and what each was on that day (S6): posts, places in bodies, seats, and
what a document says somebody was. What is written into a record is Thai.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from committees.models import (
    BodyMembership,
    Committee,
    Membership,
    Position,
    Seat,
    Substitution,
)
from meetings.letter_words import in_thai
from meetings.models import Attendance, Meeting
from portal.kernel.models import Person
from regions.models import RegionalPost

LONGEST = 120  # of a position in the record
PERSON, GUEST = "person", "guest"
Role = RegionalPost.Role
THE_67 = Committee.Kind.SUBCOMMITTEE
SPEAKING = (Role.CO_CHAIR, Role.COORDINATOR, Role.MANAGER, Role.OFFICER, Role.CENTRAL_OFFICER)


def day_spoken(meeting: Meeting, *, today: date) -> date:
    """Today while the meeting lasts, afterwards its last day."""
    return min(max(today, meeting.starts_on), meeting.ends_on)


def position_of(person: Person, *, on: date) -> str:
    """The one the record takes unless another is written; nothing for who held none."""
    held = positions_on(on=on, people=[person.pk]).get(person.pk, [""])
    return held[0][:LONGEST]


@in_thai
def positions_on(*, on: date, people: Iterable[int] | None = None) -> dict[int, list[str]]:
    """Everything each of them was on that day, the weightiest first: five statements."""
    found: dict[int, list[str]] = defaultdict(list)
    for rows, words in _held(on):
        asked = rows if people is None else rows.filter(person__in=people)
        for row in asked:
            if row.person_id and words(row) not in found[row.person_id]:
                found[row.person_id].append(words(row))
    return dict(found)


def _held(on: date) -> Iterator[tuple[QuerySet, Callable]]:
    seat = ("seat__region", "seat__cluster", "seat__issue")
    yield Position.objects.in_force(on=on).order_by("pk"), lambda row: row.title
    posts = RegionalPost.objects.in_force(on=on).filter(role__in=SPEAKING)
    yield posts.select_related("region").order_by("role", "pk"), _post
    bodies = BodyMembership.objects.in_force(on=on).select_related("committee")
    yield bodies.order_by("committee__position", "pk"), _place
    seats = Membership.objects.in_force(on=on).filter(seat__committee__kind=THE_67)
    yield seats.select_related(*seat).order_by("seat__number"), lambda row: _seat(row.seat)
    acting = Substitution.objects.in_force(on=on).filter(seat__committee__kind=THE_67)
    yield acting.select_related(*seat).order_by("pk"), lambda row: f"ผู้แทนชั่วคราวของ{_seat(row.seat)}"


def _post(post: RegionalPost) -> str:
    """ผู้ประสานงานภาคเหนือตอนล่าง, ประธานร่วม ภาคเหนือตอนล่าง"""
    title = post.get_role_display()
    if post.region is None:
        return title
    if title.endswith("ภาค") and post.region.name.startswith("ภาค"):
        return title.removesuffix("ภาค") + post.region.name
    return f"{title} {post.region.name}"


def _place(row: BodyMembership) -> str:
    return f"{row.role or 'กรรมการ'} {row.committee.name}"


def _seat(seat: Seat) -> str:
    return f"อนุกรรมการ ผู้แทน{seat.stands_for.name}"


# -- To choose from --------------------------------------------------------------------


Group = tuple[str, list[tuple[str, str]]]


def speaker_choices(meeting: Meeting, *, on: date) -> list[Group]:
    """Who came first, then guests who are only a name, then everybody of the register; each
    with what they were that day."""
    positions = positions_on(on=on)
    came = list(_came(meeting))
    here = {row.person_id for row in came}
    told = [
        (person.pk in here, (f"{PERSON}-{person.pk}", told_with_position(person, positions)))
        for person in Person.objects.in_thai_order()
    ]
    guests = [(f"{GUEST}-{row.pk}", named_guest(row)) for row in came if row.person_id is None]
    groups = [
        (_("ผู้มาประชุม"), [choice for is_here, choice in told if is_here]),
        (_("ผู้มาที่ไม่มีชื่อในทะเบียน"), guests),
        (_("ผู้อื่นในทะเบียน"), [choice for is_here, choice in told if not is_here]),
    ]
    return [group for group in groups if group[1]]


def _came(meeting: Meeting) -> QuerySet[Attendance]:
    rows = Attendance.objects.filter(meeting=meeting, kind__in=Attendance.HERE)
    return rows.order_by("arrived_at", "pk")


def named_guest(row: Attendance) -> str:
    """Somebody who came and is not of the register, as the record names them."""
    return " ".join(filter(None, [row.name, row.role]))[:LONGEST]


def told_with_position(person: Person, positions: dict[int, list[str]]) -> str:
    held = positions.get(person.pk)
    return f"{person.full_name} ({held[0]})" if held else person.full_name
