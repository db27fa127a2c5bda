"""The life of minutes up to their adoption: begun, checked, circulated, laid before a meeting."""

from datetime import date

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from meetings import letters
from meetings.actions.telling import tell
from meetings.models import Meeting, Minutes
from meetings.queries import readers_of_letters
from meetings.queries.minutes import circulation_ends
from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken
from portal.kernel.models import Person, User

from .versions import hold_minutes, refuse_adopted, refuse_stale, snapshot, turn

State = Minutes.State


@transaction.atomic
def begin_minutes(meeting: Meeting, *, by: User) -> Minutes:
    """The draft of a meeting that is closed; the one that is there already where there is one.
    What was taken from a document has the minutes that document is."""
    meeting = Meeting.objects.select_for_update(of=["self"], no_key=True).get(pk=meeting.pk)
    if meeting.state != Meeting.State.CLOSED or meeting.source:
        raise RuleBroken(_("เริ่มรายงานได้เมื่อเลิกประชุมแล้ว"), code="not-closed")
    minutes, is_new = Minutes.objects.get_or_create(meeting=meeting)
    if not minutes.is_adopted:
        snapshot(minutes, by=by)
    if is_new:
        record("minutes.begun", minutes, by=by)
    return minutes


@transaction.atomic
def name_writers(
    minutes: Minutes, *, note_taker: Person | None, checker: Person | None, version: int, by: User
) -> Minutes:
    """ผู้จดรายงานการประชุม and ผู้ตรวจ, whose names stand at the foot."""
    held = hold_minutes(minutes)
    refuse_adopted(held)
    refuse_stale(held, version)
    held.note_taker, held.checker, held.version = note_taker, checker, version + 1
    held.save(update_fields=["note_taker", "checker", "version"])
    snapshot(held, by=by)
    record("minutes.assigned", held, by=by)
    return held


@transaction.atomic
def check_minutes(minutes: Minutes, *, version: int, by: User) -> Minutes:
    """Read through and found right, by somebody whose name stands under them."""
    held = hold_minutes(minutes)
    if not held.note_taker_id or not held.checker_id:
        raise RuleBroken(_("ระบุผู้จดและผู้ตรวจรายงานก่อน"), code="unnamed")
    return _turned(held, State.CHECKED, version, "minutes.checked", by=by)


@transaction.atomic
def circulate_minutes(minutes: Minutes, *, version: int, by: User) -> Minutes:
    """Send everybody who was invited where to read them, and until when to object. Whoever says
    nothing by then has agreed."""
    held = hold_minutes(minutes)
    until = circulation_ends(held.meeting.committee, timezone.localdate())
    held = _turned(
        held, State.CIRCULATED, version, "minutes.circulated", by=by, circulated_until=until
    )
    _send(held, until=until, by=by)
    return held


def _send(minutes: Minutes, *, until: date, by: User) -> None:
    """A further circulation has letters of its own."""
    meeting, occasion = minutes.meeting, f"minutes:{minutes.version}"
    invited = readers_of_letters(meeting)
    tell(meeting, occasion, invited, letters.circulation_letter, until=until, by=by)


@transaction.atomic
def propose_minutes(minutes: Minutes, *, version: int, by: User) -> Minutes:
    """Laid before a meeting, under its second heading."""
    held = hold_minutes(minutes)
    return _turned(held, State.PROPOSED, version, "minutes.proposed", by=by)


@transaction.atomic
def return_minutes(minutes: Minutes, *, reason: str, version: int, by: User) -> Minutes:
    """Back to a draft, for a reason that everybody can read."""
    held = hold_minutes(minutes)
    return _turned(
        held, State.DRAFT, version, "minutes.returned", by=by, note=reason,
        circulated_until=None, told={"reason": reason},
    )  # fmt: skip


def resume_draft(meeting: Meeting) -> None:
    """The meeting goes on after all: what was written of it is a draft again."""
    list(Meeting.objects.filter(pk=meeting.pk).select_for_update(of=["self"], no_key=True))
    held = Minutes.objects.select_for_update(of=["self"]).filter(meeting=meeting.pk)
    if held.filter(state=State.ADOPTED).exists():
        raise RuleBroken(_("รับรองรายงานการประชุมแล้ว เปิดประชุมต่อไม่ได้"), code="adopted")
    held.exclude(state=State.DRAFT).update(
        state=State.DRAFT, circulated_until=None, version=F("version") + 1
    )


def _turned(
    held: Minutes, state: str, version: int, verb: str, /, *, by: User, note: str = "",
    told: dict | None = None, **changes,
) -> Minutes:  # fmt: skip
    """Turn them, keep the text they have now, and say who did, with which version."""
    turn(held, state, version, **changes)
    kept = snapshot(held, note=note, by=by)
    record(verb, held, by=by, version=kept.number, **(told or {}))
    return held
