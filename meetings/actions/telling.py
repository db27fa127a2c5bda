"""Tell those who were invited: one letter each, with the meeting for their calendar."""

from collections.abc import Callable, Iterable
from copy import copy

from django.utils import timezone

from meetings.calendar_file import calendar_of
from meetings.letters import Letter
from meetings.models import Invitation, Meeting
from portal.kernel.letters import Enclosure, promise_letter


def tell(
    meeting: Meeting,
    occasion: str,
    invited: Iterable[Invitation],
    write: Callable,
    *,
    enclosed: Iterable[Enclosure] = (),
    **words,
) -> int:
    """One letter for each person, under a key that names meeting, occasion and person for ever."""
    invited = list(invited)
    for invitation in invited:
        letter = write(meeting, invitation, on=timezone.localdate(), **words)
        _promise(f"meeting:{meeting.pk}:{occasion}", invitation, letter, enclosed)
    return len(invited)


def _promise(
    key: str, invitation: Invitation, letter: Letter, enclosed: Iterable[Enclosure]
) -> None:
    promise_letter(
        f"{key}:person:{invitation.person_id}",
        to=invitation.person.email,
        subject=letter.subject,
        body=letter.body,
        enclosed=enclosed,
    )


def calendar_entry(meeting: Meeting) -> list[Enclosure]:
    """The meeting as it stands now; what was called off leaves the reader's calendar."""
    return [_entry(meeting, cancelled=meeting.state == Meeting.State.CANCELLED)]


def calendar_withdrawal(before: Meeting, *, version: int) -> list[Enclosure]:
    """Takes the meeting out of the reader's calendar, at the hour it stood there."""
    gone = copy(before)
    gone.version = version
    return [_entry(gone, cancelled=True)]


def _entry(meeting: Meeting, *, cancelled: bool) -> Enclosure:
    meeting.changed_at = timezone.now()
    text = calendar_of(meeting, cancelled=cancelled).decode()
    method = "CANCEL" if cancelled else "PUBLISH"
    return Enclosure(f"meeting-{meeting.pk}.ics", text, f"text/calendar; method={method}")
