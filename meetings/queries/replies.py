"""Who answered what, and what a link in a letter still opens."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q
from django.db.models.functions import JSONObject
from django.urls import reverse
from django.utils.dateparse import parse_datetime
from django.utils.translation import pgettext

from meetings.links import Told, moment_of, read_token
from meetings.models import Invitation, Meeting
from meetings.models.invitation import still_seated
from portal.kernel.models import User

UNANSWERED = "none"  # in the address of a list
# Of an invitation, what its own reader sees and the form holds.
OWN = (
    "pk",
    "person_id",
    "answer",
    "answer_reason",
    "substitute_name",
    "answered_at",
    "answered_via",
)


class Closed(StrEnum):
    """Why a link opens nothing."""

    UNKNOWN = "unknown"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    BEGUN = "begun"
    MOVED = "moved"
    NOT_SEATED = "not-seated"


def asked_by_link(token: str, *, at: datetime) -> tuple[Invitation | None, Closed | None]:
    """The invitation that the link names, and why it may not be answered by it."""
    told = read_token(token)
    invitations = Invitation.objects.select_related(
        "meeting__committee", "meeting__province", "person"
    )
    invitation = invitations.filter(pk=told.invitation).first() if told else None
    if invitation is None:
        return None, Closed.UNKNOWN
    return invitation, _closed(invitation, told, at=at)


def _closed(invitation: Invitation, told: Told, *, at: datetime) -> Closed | None:
    meeting = invitation.meeting
    if meeting.state == Meeting.State.CANCELLED:
        return Closed.CANCELLED
    if meeting.state == Meeting.State.POSTPONED:
        return Closed.POSTPONED
    if not takes_answers(meeting, at=at):
        return Closed.BEGUN
    if told.begins != moment_of(meeting):
        return Closed.MOVED
    addressed = Invitation.objects.filter(pk=invitation.pk, person=told.person)
    return None if addressed.seated().exists() else Closed.NOT_SEATED


def takes_answers(meeting: Meeting, *, at: datetime) -> bool:
    return meeting.state == Meeting.State.CALLED and not meeting.has_begun(at=at)


def is_own(user: User | int) -> Q:
    """Invitations the person behind an account may answer."""
    return Q(still_seated(), person__user=user)


def with_own_invitation(user: User) -> ArraySubquery:
    """An annotation of meetings, for ``own_invitation``."""
    rows = Invitation.objects.filter(is_own(user), meeting=OuterRef("pk"))
    return ArraySubquery(rows.values(row=JSONObject(**{name: name for name in OWN})))


def own_invitation(rows: Iterable[dict], meeting: Meeting) -> Invitation | None:
    """The model again, of a row that JSON brought."""
    for row in rows:
        moment = row["answered_at"] and parse_datetime(row["answered_at"])
        return Invitation(**(row | {"answered_at": moment}), meeting=meeting)
    return None


def answer_counts(meeting: Meeting, answers: list[str], chosen: str = "") -> list[dict]:
    """How many of those who could answer said what, each a link to their list."""
    address = reverse("meetings:meeting-invitations", args=[meeting.pk])
    words = {answer.value: answer.label for answer in Invitation.Answer}
    return [
        {
            "value": answers.count("" if answer == UNANSWERED else answer),
            "words": label,
            "url": f"{address}?answer={answer}#answers",
            "is_current": answer == chosen,
        }
        for answer, label in (words | {UNANSWERED: pgettext("invitation", "ยังไม่ตอบ")}).items()
    ]


def with_answer(invitations: Iterable[Invitation], answer: str) -> list[Invitation]:
    """Of those who are asked still, whoever gave it; ``UNANSWERED`` for who has not answered.
    Who has left the seat is not asked, and what they said counts for nobody."""
    wanted = "" if answer == UNANSWERED else answer
    return [row for row in invitations if row.is_seated and row.answer == wanted]
