"""What is asked of minutes: where they may be adopted, what went round, what is awaited."""

from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from committees.models import Committee
from meetings.letter_words import in_thai
from meetings.models import (
    Attendance,
    CorrectionRequest,
    Invitation,
    Meeting,
    Minutes,
    MinutesVersion,
)
from portal.kernel.models import Activity, User
from portal.kernel.workdays import is_workday
from regions.models import RegionalPost, rights_of

State = Meeting.State


def circulation_ends(committee: Committee, on: date) -> date:
    """So many days from ``on``; a period that ends on a day off ends on the next working day."""
    day = on + timedelta(days=committee.circulation_days)
    while not is_workday(day):
        day += timedelta(days=1)
    return day


# -- Which meeting may adopt them -----------------------------------------------------


def later_meetings(meeting: Meeting) -> QuerySet[Meeting]:
    """Of the same body, held after it or sitting now, the nearest first."""
    later = Q(starts_on__gt=meeting.starts_on) | Q(
        starts_on=meeting.starts_on, number__gt=meeting.number
    )
    held = Meeting.objects.filter(later, state__in=[State.IN_SESSION, State.CLOSED], source="")
    return held.filter(committee=meeting.committee_id).order_by("starts_on", "number")


def adopting_meetings(meeting: Meeting) -> QuerySet[Meeting]:
    """Of those, the ones whose own record is still open: the adoption stands in it."""
    return later_meetings(meeting).exclude(minutes__state=Minutes.State.ADOPTED)


def may_adopt(meeting: Meeting, later: Meeting) -> bool:
    return adopting_meetings(meeting).filter(pk=later.pk).exists()


def is_later(meeting: Meeting, later: Meeting) -> bool:
    return later_meetings(meeting).filter(pk=later.pk).exists()


def day_adopted_in(meeting: Meeting, today: date) -> date:
    """The day of a meeting that sits; of one that is over, its last."""
    return min(today, meeting.ends_on)


# -- What was circulated --------------------------------------------------------------


def circulated_version(minutes: Minutes) -> MinutesVersion | None:
    """The text that went out last."""
    told = Activity.objects.about(minutes).filter(verb="minutes.circulated").order_by("-pk").first()
    return minutes.versions.filter(number=told.detail["version"]).first() if told else None


def is_unheard(minutes: Minutes) -> bool:
    """Whether the text is another than the one that went out, and no member asked for that."""
    sent, latest = circulated_version(minutes), minutes.versions.first()
    if sent is None or latest.text == sent.text:
        return False
    return not minutes.correction_requests.filter(outcome=CorrectionRequest.Outcome.MADE).exists()


@in_thai
def corrections_made(minutes: Minutes) -> str:
    """What members asked for and was put right, a line each."""
    made = minutes.correction_requests.filter(outcome=CorrectionRequest.Outcome.MADE)
    return "\n".join(
        f"วาระ {asked.item.number} {asked.text}" if asked.item else asked.text
        for asked in made.select_related("item")
    )


def stands_in(minutes: Minutes, words: str) -> bool:
    """Whether the adopted text has these words, however its lines are broken."""
    version = minutes.versions.first()
    return bool(version) and " ".join(words.split()) in " ".join(version.text.split())


# -- What is awaited (promise 9) -------------------------------------------------------


def awaited(*, on: date) -> QuerySet[Meeting]:
    """Closed meetings whose minutes nobody has checked yet, the longest awaited first, of bodies
    that sit on that day. The clock runs from the last day of the meeting."""
    lasts = Q(committee__ends_on=None) | Q(committee__ends_on__gte=on)
    unwritten = Q(minutes=None) | Q(minutes__state=Minutes.State.DRAFT)
    closed = Meeting.objects.filter(lasts, unwritten, state=State.CLOSED, source="")
    return closed.select_related("committee", "minutes").order_by("ends_on", "pk")


def chaired_by(user: User) -> Q:
    """Meetings that ``user`` chairs with others: of the 67, and of the bodies of the region whose
    co-chair it is."""
    chaired = rights_of(user).regions_as(RegionalPost.Role.CO_CHAIR)
    if not chaired:
        return Q(pk__in=[])
    of_the_67 = Q(committee__kind=Committee.Kind.SUBCOMMITTEE)
    return of_the_67 | Q(committee__region__in=chaired)


def to_read(user: User, *, on: date) -> QuerySet[Minutes]:
    """Going round among those ``user`` was called with, and drafts that wait for ``user`` to
    check them."""
    invited = Invitation.objects.filter(meeting=OuterRef("meeting"), person__user=user)
    came = Attendance.objects.filter(
        Q(person__user=user) | Q(holder__user=user), meeting=OuterRef("meeting")
    )
    going_round = Q(state=Minutes.State.CIRCULATED, circulated_until__gte=on)
    to_check = Q(state=Minutes.State.DRAFT, checker__user=user, note_taker__isnull=False)
    found = Minutes.objects.filter((going_round & (Exists(invited) | Exists(came))) | to_check)
    return found.select_related("meeting").order_by("meeting__ends_on", "pk")


def days_waiting(meeting: Meeting, *, on: date) -> int:
    return (on - meeting.ends_on).days


def due_on(meeting: Meeting) -> date:
    return meeting.ends_on + timedelta(days=meeting.committee.minutes_due_days)
