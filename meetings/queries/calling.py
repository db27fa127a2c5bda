"""Whom a meeting calls, and what became of each letter."""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from committees.models import Membership, Seat
from meetings.models import Invitation, Meeting
from portal.kernel.models import Activity, Outbox, Person
from regions.models import RegionalPost


def missing_for_call(meeting: Meeting) -> list[str]:
    """What a letter would have to leave empty: a meeting is called only when this is (promise 17)."""
    needed = {
        _("วันประชุม"): meeting.starts_on and meeting.ends_on,
        _("เวลาเริ่ม"): meeting.starts_at is not None,
        _("สถานที่"): meeting.venue,
        pgettext("agenda", "ระเบียบวาระอย่างน้อยหนึ่งเรื่อง"): meeting.items.exists(),
    }
    return [what for what, given in needed.items() if not given]


def invitations_for(meeting: Meeting) -> list[Invitation]:
    """Whom calling the meeting invites, by the seats of its first day; nothing is saved here.

    One invitation for a person, also with two seats; one for every vacant seat,
    so that somebody rings its region.
    """
    seats = Seat.objects.filter(committee=meeting.committee_id).for_board(on=meeting.starts_on)
    invited, told = [], set()
    for seat in seats:
        person = seat.holding.person if seat.holding else None
        if person is None or person.pk not in told:
            invited.append(_invitation(meeting, seat, person))
        if person:
            told.add(person.pk)
    return invited


def _invitation(meeting, seat, person):
    by_letter = person is not None and person.email
    channel = Invitation.Channel.LETTER if by_letter else Invitation.Channel.PHONE
    return Invitation(meeting=meeting, seat=seat, person=person, channel=channel)


def with_officers(invitations: Iterable[Invitation], *, on: date) -> list[Invitation]:
    """The same invitations, each with ``.officer``: whom the secretariat rings in that region."""
    posts = RegionalPost.objects.of(RegionalPost.Role.OFFICER, on=on).select_related("person")
    officers = {post.region_id: post.person for post in posts}
    invitations = list(invitations)
    for invitation in invitations:
        invitation.officer = officers.get(invitation.seat.region_id)
    return invitations


def still_seated(meeting: Meeting) -> QuerySet[Person]:
    """People invited by letter who hold a seat of the committee on the first day: no letter to others."""
    held = Membership.objects.in_force(on=meeting.starts_on).filter(seat__committee=meeting.committee_id)
    return Person.objects.filter(
        pk__in=meeting.invitations.by_letter().values("person"), memberships__in=held
    ).distinct()


def followed_up(meeting: Meeting) -> list[Invitation]:
    """Every invitation with its ``.letters``, its region's ``.officer``, and whether somebody must ring."""
    invitations = with_officers(meeting.invitations.for_list(), on=meeting.starts_on)
    letters = letters_of(meeting)
    for invitation in invitations:
        invitation.letters = letters.get(invitation.person_id, [])
        lost = any(row.state in (Outbox.State.FAILED, Outbox.State.DEAD) for row in invitation.letters)
        invitation.needs_call = lost or invitation.channel == Invitation.Channel.PHONE
    return invitations


def letters_of(meeting: Meeting) -> dict[int, list[Outbox]]:
    """Every letter promised for the meeting, by person, the oldest first."""
    found = {}
    rows = Outbox.objects.filter(dedupe__startswith=f"meeting:{meeting.pk}:").order_by("pk")
    for row in rows.defer("payload"):
        person = row.dedupe.rpartition(":person:")[2]
        found.setdefault(int(person), []).append(row)
    return found


def reason_of(verb: str, meeting: Meeting) -> str:
    """Why the meeting was last moved or cancelled, as the secretariat wrote it."""
    told = Activity.objects.about(meeting).filter(verb=verb).order_by("-pk").first()
    return told.detail.get("reason", "") if told else ""
