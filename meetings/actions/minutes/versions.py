"""Every save of the record is a version of its minutes, and no version is ever changed."""

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from meetings.models import Meeting, Minutes, MinutesVersion
from meetings.models.minutes import digest_of
from meetings.queries.official import minutes_body, minutes_text
from portal.kernel.errors import RuleBroken
from portal.kernel.models import User

State = Minutes.State


@transaction.atomic
def keep_version(meeting: Meeting, *, by: User, note: str = "") -> MinutesVersion | None:
    """Keep the text as the record has it now, if it differs from the latest version.

    Whatever writes to the record of a meeting calls this last, in its own transaction. Before
    there are minutes there is nothing to keep, and adopted ones have their text.
    """
    held = Minutes.objects.select_for_update(of=["self"]).filter(meeting=meeting.pk)
    minutes = held.exclude(state=State.ADOPTED).first()
    return snapshot(minutes, note=note, by=by) if minutes else None


def snapshot(minutes: Minutes, *, note: str = "", by: User | None) -> MinutesVersion:
    """The text as it is now, in the state it has now; its row is held."""
    told = Meeting.objects.select_related("committee", "province").get(pk=minutes.meeting_id)
    body = minutes_body(told)
    return _store(minutes, minutes.state, body, minutes_text(body), note=note, by=by)


def store_adopted(minutes: Minutes, *, by: User | None) -> MinutesVersion:
    """The latest text as it was read, whatever the names and dates around it have become since."""
    latest = minutes.versions.first() or snapshot(minutes, by=by)
    return _store(minutes, State.ADOPTED, latest.body, latest.text, by=by)


def _store(
    minutes: Minutes, state: str, body: dict, text: str, *, note: str = "", by: User | None
) -> MinutesVersion:
    latest = minutes.versions.first()
    if latest and (latest.text, latest.state) == (text, state):
        return latest
    Minutes.objects.filter(pk=minutes.pk).update(version=F("version") + 1)
    minutes.version += 1
    return MinutesVersion.objects.create(
        minutes=minutes,
        number=latest.number + 1 if latest else 1,
        state=state,
        body=body,
        text=text,
        digest=digest_of(text),
        note=note,
        saved_at=timezone.now(),
        saved_by=by,
    )


# -- The gate ------------------------------------------------------------------------


def hold_minutes(minutes: Minutes, *others: Meeting) -> Minutes:
    """The row, ours until the transaction ends. The meetings are held first, in one order, for
    whoever writes their records holds them first, too."""
    pks = {minutes.meeting_id, *(meeting.pk for meeting in others)}
    meetings = Meeting.objects.filter(pk__in=pks).order_by("pk")
    list(meetings.select_for_update(of=["self"], no_key=True))
    held = Minutes.objects.select_for_update(of=["self"])
    return held.select_related("meeting__committee").get(pk=minutes.pk)


def turn(minutes: Minutes, state: str, version: int, /, **changes) -> None:
    """Make held minutes become ``state``, unless they are elsewhere or were rewritten since."""
    if not minutes.can_become(state):
        raise RuleBroken(
            _("รายงานนี้อยู่ในขั้น “%(state)s” แล้ว") % {"state": minutes.get_state_display()},
            code="wrong-state",
        )
    refuse_stale(minutes, version)
    Minutes.objects.filter(pk=minutes.pk).update(state=state, version=F("version") + 1, **changes)
    minutes.refresh_from_db()


def refuse_stale(minutes: Minutes, version: int) -> None:
    """Somebody turned them or rewrote the record since the page was opened."""
    if minutes.version != version:
        raise RuleBroken(_("มีการแก้รายงานนี้หลังจากท่านเปิดหน้านี้ โปรดอ่านฉบับล่าสุด"), code="stale")


def refuse_adopted(minutes: Minutes) -> None:
    if minutes.is_adopted:
        raise RuleBroken(_("รับรองรายงานการประชุมแล้ว"), code="adopted")
