"""Keep a roster that was uploaded, carry out its right rows, forget what it held."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import uuid4

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from committees.actions.orders import add_order
from committees.actions.people import Contacts, Name, add_person
from committees.actions.seats import appoint_member, create_seat
from committees.imports.checking import Draft, check, fingerprint, state_of
from committees.models import RosterImport, Seat
from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken, beside_others
from portal.kernel.models import Person, User
from regions.models import AppointmentOrder

KEPT_FOR = timedelta(days=1)


def keep_import(table: dict, *, file_name: str, by: User) -> RosterImport:
    """Keep the cells of a file until it is decided about; nothing else is written."""
    return RosterImport.objects.create(
        file_name=file_name,
        rows=table,
        row_count=len(table["rows"]),
        uploaded_by=by,
        uploaded_at=timezone.now(),
    )


def write_import(
    roster_import: RosterImport, *, rows: Sequence[int], seen: str, by: User
) -> RosterImport:
    """Carry out these rows, all or none, if they still mean what ``seen`` says they meant.

    Each is checked again here. Sent twice it is written once; what the register refuses
    meanwhile leaves nothing behind, and so does somebody else who holds the roster too long.
    """
    with beside_others():
        return _write(roster_import, rows=rows, seen=seen, by=by)


@transaction.atomic
def _write(
    roster_import: RosterImport, *, rows: Sequence[int], seen: str, by: User
) -> RosterImport:
    kept = RosterImport.objects.select_for_update().get(pk=roster_import.pk)
    if kept.written_at:
        return kept
    drafts = check(kept.rows, only=rows) if kept.rows else []
    if not drafts or fingerprint(drafts) != seen:
        raise overtaken()
    carry_out(drafts, by=by)
    kept.rows, kept.written_at, kept.written_count = [], timezone.now(), len(drafts)
    kept.save(update_fields=["rows", "written_at", "written_count"])
    record("import.written", kept, by=by, rows=len(drafts))
    return kept


def overtaken() -> RuleBroken:
    return RuleBroken(
        _("ยังไม่ได้บันทึกอะไร เพราะทะเบียนเปลี่ยนไปหลังจากที่ตรวจไฟล์ นี่คือผลตรวจล่าสุด โปรดดูอีกครั้ง"),
        code="overtaken",
    )


@transaction.atomic
def discard_import(roster_import: RosterImport, *, by: User) -> None:
    """Forget the file at once; what was written stays."""
    won = RosterImport.objects.filter(pk=roster_import.pk, written_at=None).update(rows=[])
    if won:
        record("import.discarded", roster_import, by=by)


def forget_imports(*, at: datetime) -> int:
    """Names and telephones of files decided about, or older than a day, are kept no longer."""
    decided = Q(written_at__isnull=False) | Q(uploaded_at__lt=at - KEPT_FOR)
    return RosterImport.objects.filter(decided).exclude(rows=[]).update(rows=[])


# -- Carrying out ------------------------------------------------------------------------


def carry_out(drafts: Sequence[Draft], *, by: User) -> None:
    """One row after the other; a rule broken by one is told with its place in the file."""
    orders: dict[tuple[str, str], AppointmentOrder] = {}
    for draft in drafts:
        if state_of(draft) != "right":
            raise overtaken()
        try:
            seat_person(draft, orders, by=by)
        except RuleBroken as refusal:
            where = {"sheet": draft.sheet, "row": draft.row, "why": " ".join(refusal.messages)}
            text = _("ยังไม่ได้บันทึกอะไร แผ่นงาน %(sheet)s แถว %(row)s: %(why)s") % where
            raise RuleBroken(text, code="row-refused") from refusal


def seat_person(draft: Draft, orders: dict[tuple[str, str], AppointmentOrder], *, by: User) -> None:
    appoint_member(
        seat_of(draft, by=by),
        person_of(draft, by=by),
        starts_on=draft["starts_on"],
        term_ends_on=draft["term_ends_on"],
        mode=draft["mode"],
        order=order_of(draft, orders, by=by),
        by=by,
    )


def seat_of(draft: Draft, *, by: User) -> Seat:
    seat = draft.seat
    if seat.pk:
        return seat
    return create_seat(
        seat.committee, number=seat.number, kind=seat.kind, region=seat.region,
        cluster=seat.cluster, issue=seat.issue, starts_on=seat.starts_on, by=by,
    )  # fmt: skip


def person_of(draft: Draft, *, by: User) -> Person:
    if draft.person:
        return draft.person
    name = Name(draft["prefix"] or "", draft["first_name"], draft["last_name"] or "")
    contacts = Contacts(*(draft[key] or "" for key in Contacts._fields))
    return add_person(name, contacts, token=uuid4(), by=by)


def order_of(
    draft: Draft, orders: dict[tuple[str, str], AppointmentOrder], *, by: User
) -> AppointmentOrder | None:
    """The order of the register, or the new one, added with the first row that names it."""
    order = draft.order
    if order is None or order.pk:
        return order
    key = order.issuer, order.number
    if key not in orders:
        orders[key] = add_order(
            issuer=order.issuer, number=order.number, issued_on=order.issued_on,
            title=order.title, by=by,
        )  # fmt: skip
    return orders[key]
