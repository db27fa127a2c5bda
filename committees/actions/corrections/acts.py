"""Correct an entry, take back its discharge, strike it."""

from collections.abc import Sequence
from copy import copy
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from committees.queries.entries import (
    CORRECTED,
    STRUCK,
    TAKEN_BACK,
    Entry,
    entries,
    fingerprint,
    kind_of,
    noun_of,
    subject_of,
)
from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken, rules_of
from portal.kernel.models import User

from .dependents import refuse_left_behind
from .rules import BESIDE, hold_around, refuse_cleared_order, refuse_ended_place, refuse_wrong


@transaction.atomic
def correct_entry(entry: Entry, *, reason: str, on: date, by: User, **changes: object) -> Entry:
    """Write down what the entry should have said, by the rules of an appointment.

    ``changes`` are columns; who it is about is none of them: the wrong person is struck.
    """
    kept = held_as_seen(entry)
    was = copy(kept)
    changed = [name for name, value in changes.items() if getattr(kept, name) != value]
    if not changed:
        raise RuleBroken(_("ยังไม่ได้เปลี่ยนค่าใด"), code="nothing-changed")
    for name in changed:
        setattr(kept, name, changes[name])
    write(kept, changed)
    refuse_left_behind(was, kept, on=on)
    tell(CORRECTED, kept, reason=reason, by=by, fields=sorted(changed))
    return kept


@transaction.atomic
def take_back_discharge(entry: Entry, *, reason: str, by: User) -> Entry:
    """Who was said to leave did not, or shall not; whoever follows already is in the way.

    Posts that ended with a seat do not come back by themselves: each is taken back by its own.
    """
    kept = held_as_seen(entry)
    if kind_of(kept) == "substitution" or kept.ends_on is None:
        raise RuleBroken(_("รายการนี้ไม่มีการพ้นให้ยกเลิก"), code="nothing-to-take-back")
    refuse_ended_place(kept)
    kept.ends_on = kept.discharged_by = None
    write(kept, ["ends_on", "discharged_by"])
    tell(TAKEN_BACK, kept, reason=reason, by=by)
    return kept


@transaction.atomic
def strike_entry(entry: Entry, *, reason: str, on: date, by: User) -> None:
    """Take out an entry that never was true; refused when something depends on it."""
    kept = held_as_seen(entry)
    was = copy(kept)
    kept.delete()
    refuse_left_behind(was, None, on=on)
    tell(STRUCK, was, reason=reason, by=by)


# -- What they share -------------------------------------------------------------------


def held_as_seen(entry: Entry) -> Entry:
    """The row, held with all that its rules ask about, if it still says what was looked at."""
    hold_around(entry)
    rows = entries(kind_of(entry)).select_for_update(of=["self"])
    kept = rows.filter(pk=entry.pk).first()
    if kept is None:
        raise RuleBroken(_("รายการนี้ถูกลบไปแล้ว"), code="gone")
    if fingerprint(kept) != fingerprint(entry):
        text = _("มีผู้แก้รายการนี้หลังจากท่านเปิดหน้านี้ โปรดตรวจแล้วส่งอีกครั้ง")
        raise RuleBroken(text, code="stale")
    return kept


def write(entry: Entry, columns: Sequence[str]) -> None:
    refuse_wrong(entry)
    refuse_cleared_order(entry, columns)
    with rules_of(type(entry), beside=BESIDE):
        entry.save(update_fields=columns)


def tell(participle: str, entry: Entry, *, reason: str, by: User, **detail: object) -> None:
    about = {"entry": entry.pk, "person": entry.person_id, "reason": reason, **detail}
    record(f"{noun_of(entry)}.{participle}", subject_of(entry), by=by, **about)
