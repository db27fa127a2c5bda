"""The minutes of the year's meetings: each adopted in the next one, the last one going round."""

from datetime import timedelta
from itertools import pairwise

from meetings.models import CorrectionRequest, Meeting, Minutes, MinutesVersion
from meetings.models.minutes import digest_of
from meetings.queries.minutes import circulation_ends
from meetings.queries.official import minutes_body, minutes_text
from portal.kernel.activity import record

from .committee import House
from .days import at_hour
from .people import MARK

State = Minutes.State
DRAFTED, CHECKED = timedelta(days=1), timedelta(days=4)
A_DAY = timedelta(days=1)
ASKED = f"ขอเพิ่มว่าภาคใต้เสนอเรื่องนี้ไว้ตั้งแต่การประชุมครั้งก่อน {MARK}"


def load_minutes(house: House, *, today):
    """What the record says once it is whole; written down as if it had been kept day by day."""
    held = Meeting.objects.filter(committee=house.committee, state=Meeting.State.CLOSED, source="")
    meetings = list(held.order_by("starts_on", "number"))
    for meeting, later in pairwise(meetings):
        adopt(house, meeting, later)
    circulate(house, meetings[-1], today=today)


def adopt(house, meeting, later):
    minutes = begin(house, meeting)
    keep(minutes, State.ADOPTED, at_hour(later.starts_on, 14), by=house.users["secretary"])
    minutes.state, minutes.route, minutes.version = State.ADOPTED, Minutes.Route.NEXT, 5
    minutes.adopted_on, minutes.adopted_in = later.starts_on, later
    minutes.adopted_by = house.users["secretary"]
    minutes.save()


def circulate(house, meeting, *, today):
    """Sent two days ago, so that its readers have some days left; one of them asks for a change."""
    minutes = begin(house, meeting)
    sent = today - 2 * A_DAY
    by = house.users["secretary"]
    kept = keep(minutes, State.CIRCULATED, at_hour(sent, 10), by=by)
    record("minutes.circulated", minutes, by=by, version=kept.number)
    minutes.state, minutes.version = State.CIRCULATED, 4
    minutes.circulated_until = circulation_ends(house.committee, sent)
    minutes.save()
    CorrectionRequest.objects.create(
        minutes=minutes, item=meeting.items.filter(section=5).first(), text=ASKED,
        asked_at=at_hour(today - A_DAY, 11), asked_by=house.users["member-1"],
    )  # fmt: skip


def begin(house, meeting):
    """A draft on the day after, without the name of its checker; checked some days later."""
    by = house.users["secretary"]
    minutes = Minutes.objects.create(
        meeting=meeting, note_taker=by.person, checker=house.people["co-chair"]
    )
    body = minutes_body(meeting)
    drafted, checked = (
        at_hour(meeting.ends_on + DRAFTED, 15),
        at_hour(meeting.ends_on + CHECKED, 15),
    )
    keep(minutes, State.DRAFT, drafted, by=by, body=body | {"checker": ""})
    keep(minutes, State.CHECKED, checked, by=by, body=body)
    return minutes


def keep(minutes, state, at, *, by, body=None):
    """As it was the last time, where nothing else is said; the first as the record has it."""
    latest = minutes.versions.first()
    body = body or (latest.body if latest else minutes_body(minutes.meeting))
    text = minutes_text(body)
    return MinutesVersion.objects.create(
        minutes=minutes, number=latest.number + 1 if latest else 1, state=state, body=body,
        text=text, digest=digest_of(text), saved_at=at, saved_by=by,
    )  # fmt: skip
