"""What the page of one body shows; what it asks depends on the kind of body."""

from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from committees.models import BodyMembership, Committee, Position, Seat
from committees.queries.bodies import (
    BodyRow,
    Members,
    Secretariat,
    members_of,
    positions_in,
    rows_of,
    seats_held_by,
    seats_of,
    seats_of_issue,
    secretariat_of,
)

Kind = Committee.Kind
NOBODY = Members([], [], [])


@dataclass(frozen=True)
class Page:
    """One body on one day. A generation has bodies and seats, the secretariat posts, the
    others members; an issue's body also the seats of its issue."""

    body: Committee
    members: Members = NOBODY
    held: dict[int, Seat] = field(default_factory=dict)
    issue_seats: list[Seat] = field(default_factory=list)
    secretariat: Secretariat | None = None
    rows: list[BodyRow] = field(default_factory=list)
    seats: dict[str, int] = field(default_factory=dict)
    positions: list[Position] = field(default_factory=list)
    is_in_force: bool = True

    @property
    def takes_members(self) -> bool:
        """The 67 sit in seats, the secretariat holds posts; the others have members."""
        return self.body.kind not in (Kind.SUBCOMMITTEE, Kind.SECRETARIAT)

    @property
    def seated(self) -> list[tuple[BodyMembership, Seat | None]]:
        """Who sits on it that day, each with the seat of the 67 held that day, if any."""
        return [(row, self.held.get(row.person_id)) for row in self.members.now]


def page_of(body: Committee, *, on: date) -> Page:
    is_in_force = body.is_in_force(on=on)
    match body.kind:
        case Kind.SUBCOMMITTEE:
            return Page(body, is_in_force=is_in_force, **told_of_generation(body, on=on))
        case Kind.SECRETARIAT:
            secretariat = secretariat_of(body, on=on)
            return Page(body, is_in_force=is_in_force, secretariat=secretariat)
        case Kind.ISSUE:
            seats = seats_of_issue(body, on=on)
            told = told_of_members(body, on=on)
            return Page(body, is_in_force=is_in_force, issue_seats=seats, **told)
    return Page(body, is_in_force=is_in_force, **told_of_members(body, on=on))


def told_of_members(body: Committee, *, on: date) -> dict:
    """Two queries."""
    members = members_of(body, on=on)
    return {
        "members": members,
        "held": seats_held_by([row.person_id for row in members.now], on=on),
    }


def told_of_generation(body: Committee, *, on: date) -> dict:
    """Its bodies and seats; of one known from a document also whom that names."""
    return {
        "rows": rows_of(Committee.objects.bodies_of(body), on=on),
        "seats": seats_of(body, on=on),
        "positions": positions_in(body) if body.source else [],
    }


def kind_words(kind: str) -> str:
    return {
        Kind.SUBCOMMITTEE: _("คณะอนุกรรมการประสานงาน"),
        Kind.UNIT: _("กรรมการย่อย"),
        Kind.SECRETARIAT: _("กองเลขานุการ"),
        Kind.ISSUE: _("อนุกรรมการเชิงประเด็น"),
        Kind.BOARD: _("คณะกรรมการภายนอก"),
        Kind.REGIONAL: _("คณะกรรมการภาค"),
        Kind.PROVINCIAL: _("ขบวนจังหวัด"),
    }[kind]


def words_of_several(kind: str) -> str:
    """The same as the heading of a list of them."""
    return {
        Kind.SUBCOMMITTEE: _("คณะอนุกรรมการประสานงาน"),
        Kind.UNIT: pgettext("several", "กรรมการย่อย"),
        Kind.SECRETARIAT: _("กองเลขานุการ"),
        Kind.ISSUE: pgettext("several", "อนุกรรมการเชิงประเด็น"),
        Kind.BOARD: pgettext("several", "คณะกรรมการภายนอก"),
        Kind.REGIONAL: pgettext("several", "คณะกรรมการภาค"),
        Kind.PROVINCIAL: pgettext("several", "ขบวนจังหวัด"),
    }[kind]


def words_to_add(kind: str) -> str:
    return {
        Kind.UNIT: _("ตั้งกรรมการย่อย"),
        Kind.SECRETARIAT: _("ตั้งกองเลขานุการ"),
        Kind.ISSUE: _("ตั้งอนุกรรมการเชิงประเด็น"),
        Kind.BOARD: _("เพิ่มคณะกรรมการภายนอก"),
        Kind.REGIONAL: _("ตั้งคณะกรรมการภาค"),
        Kind.PROVINCIAL: _("ตั้งขบวนจังหวัด"),
    }[kind]
