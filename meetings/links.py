"""The link in a letter that answers one invitation, and nothing else (B18).

It is signed, not stored: it names the invitation and the moment the meeting begins. So
it ends when the meeting begins, and one of before a move says so itself. The place is not in
it on purpose: who can come at nine can come at nine, so a letter for another room answers
still, and what it opens shows the room as it is now.
"""

from typing import NamedTuple

from django.core import signing
from django.urls import reverse

from portal.kernel.letters import address_of

from .models import Invitation, Meeting

SIGNER = signing.Signer(salt="meetings.reply", sep=".")


class Told(NamedTuple):
    """What a link speaks of."""

    invitation: int
    begins: int  # moment_of the meeting when the letter was written
    person: int | None = None  # whom it was written to; another may be invited in their place


def reply_token(meeting: Meeting, invitation: Invitation) -> str:
    told = Told(invitation.pk, begins=moment_of(meeting), person=invitation.person_id)
    return SIGNER.sign_object(told)


def read_token(token: str) -> Told | None:
    """Nothing for what the portal did not sign."""
    try:
        return Told(*SIGNER.unsign_object(token))
    except signing.BadSignature:
        return None


def reply_address(meeting: Meeting, invitation: Invitation) -> str:
    """Where the reader of a letter answers; a letter only shown before the call has a gap there."""
    token = reply_token(meeting, invitation) if invitation.pk else "..."
    return address_of(reverse("meetings:reply", args=[token]))


def moment_of(meeting: Meeting) -> int:
    """What an answer is for: the second the meeting begins; another day or hour is another one,
    another place is not."""
    return int(meeting.begins_at.timestamp())
