"""What each row of a table would do, or what is wrong with it. Nothing is written here."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from committees.models import Committee, Membership, Seat
from portal.kernel.models import Person
from portal.kernel.names import named
from portal.kernel.thai import long_date
from regions.models import AppointmentOrder
from regions.models.period import Period

from . import orders, people, seats
from .columns import OF_THE_SEAT
from .register import Register, read_register
from .values import Finding, shown, values_of


@dataclass
class Draft:
    """A row on its way to a verdict: what its cells say, and what the register answers."""

    index: int
    sheet: str
    row: int
    values: dict
    cells: dict
    findings: list[Finding]
    notes: list[str]
    generation: Committee | None = None
    seat: Seat | None = None
    person: Person | None = None
    order: AppointmentOrder | None = None
    is_done: bool = False

    def __getitem__(self, key: str):
        return self.values[key]

    def object_to(self, key: str, expected: str, mend: str) -> None:
        """One cell is wrong; the first thing said of it stands."""
        if all(finding.key != key for finding in self.findings):
            found = shown(self.cells.get(key, ""))
            self.findings.append(Finding(key, found, expected, mend))

    @property
    def is_blank(self) -> bool:
        """A seat for which nobody has been found: it says nothing of a person."""
        return set(self.cells) <= set(OF_THE_SEAT)

    @property
    def full_name(self) -> str:
        parts = (self.values["first_name"], self.values["last_name"])
        return f"{self.values['prefix'] or ''}{' '.join(filter(None, parts))}"

    @property
    def term(self) -> Period:
        """From the first day to the end of the seat, as the appointment will have it."""
        ends = [row.ends_on for row in (self.seat, self.generation) if row and row.ends_on]
        return Membership(starts_on=self.values["starts_on"], ends_on=min(ends, default=None))


@dataclass
class Claims:
    """What earlier rows of the file have taken already."""

    seats: dict = field(default_factory=dict)
    people: list = field(default_factory=list)
    orders: dict = field(default_factory=dict)


def check(table: dict, only: Iterable[int] | None = None) -> list[Draft]:
    """A verdict on every row, or only on some of them; eleven queries for any number."""
    wanted = set(range(len(table["rows"])) if only is None else only)
    drafts = [draft_of(index, row) for index, row in enumerate(table["rows"]) if index in wanted]
    register = read_register(draft.values for draft in drafts)
    claims = Claims()
    for draft in drafts:
        if not draft.is_blank:
            check_row(draft, register, claims)
    return drafts


def draft_of(index: int, row: dict) -> Draft:
    read = values_of(row["cells"])
    return Draft(
        index, row["sheet"], row["row"], read.of, row["cells"], list(read.findings), read.notes
    )


def check_row(draft: Draft, register: Register, claims: Claims) -> None:
    find_generation(draft, register)
    seats.find(draft, register, claims)
    people.find(draft, register, claims)
    orders.find(draft, register, claims)
    refuse_early_end(draft)
    if draft.seat and draft["starts_on"]:
        seats.refuse_held(draft, register)
    if draft.person and draft.generation and not draft.is_done:
        people.refuse_busy(draft, register)


def find_generation(draft: Draft, register: Register) -> None:
    if not draft["starts_on"]:
        return
    draft.generation = register.generation(on=draft["starts_on"])
    if draft.generation is None:
        draft.object_to(
            "starts_on",
            _("วันในช่วงของคณะ 67 ชุดใดชุดหนึ่ง"),
            _("ในวันนั้นไม่มีคณะ 67 ตรวจปีที่กรอก"),
        )


def refuse_early_end(draft: Draft) -> None:
    first, last = draft["starts_on"], draft["term_ends_on"]
    if first and last and last < first:
        draft.object_to(
            "term_ends_on",
            _("%(day)s หรือหลังจากนั้น") % {"day": long_date(first)},
            _("วันครบวาระต้องไม่ก่อนวันเริ่ม"),
        )


# -- The verdict, in words -------------------------------------------------------------------


def state_of(draft: Draft) -> str:
    if draft.is_blank:
        return "blank"
    if draft.is_done and not draft.findings:
        return "done"
    return "wrong" if draft.findings else "right"


def plan_of(draft: Draft) -> list:
    """What the register answered: the same plan may be carried out, another must be seen first."""
    found = (draft.seat, draft.person, draft.order)
    return [draft.index, *(row and row.pk for row in found), state_of(draft)]


def fingerprint(drafts: Iterable[Draft]) -> str:
    """What rows were seen to do: which seats, people and orders they had found."""
    plans = json.dumps([plan_of(draft) for draft in drafts])
    return hashlib.sha256(plans.encode()).hexdigest()[:20]


def deeds_of(draft: Draft) -> list[str]:
    """What carrying out a right row does, step by step."""
    name = {"name": draft.person.full_name if draft.person else draft.full_name}
    words = _("ใช้คนในทะเบียน %(name)s") if draft.person else _("เพิ่มคนใหม่ %(name)s")
    deeds = [words % name]
    if draft.seat.pk is None:
        deeds.append(_("สร้างที่นั่งที่ %(n)s") % {"n": draft["seat"]})
    if draft.order and draft.order.pk is None:
        deeds.append(_("เพิ่มคำสั่ง %(order)s") % {"order": draft.order})
    return [*deeds, seating_words(draft)]


def seating_words(draft: Draft) -> str:
    words = {
        "n": draft["seat"],
        "place": named(draft.seat.stands_for),
        "day": long_date(draft["starts_on"]),
        "order": draft.order,
    }
    if draft.order:
        return _("แต่งตั้งในที่นั่งที่ %(n)s %(place)s ตั้งแต่ %(day)s ตามคำสั่ง %(order)s") % words
    return _("นั่งที่นั่งที่ %(n)s %(place)s แบบเครือข่าย ตั้งแต่ %(day)s") % words
