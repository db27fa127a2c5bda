"""Whom a meeting calls, and what became of each letter."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from committees.models import Seat
from meetings.models import Invitation, Meeting
from meetings.models.invitation import still_seated
from portal.kernel.models import Activity, Outbox, Person
from portal.kernel.names import named
from regions.models import RegionalPost

OCCASIONS = {
    "invitation": gettext_lazy("หนังสือเชิญ"),
    "reminder": gettext_lazy("หนังสือเตือน"),
    "move": gettext_lazy("หนังสือแจ้งเลื่อน"),
    "postponement": gettext_lazy("หนังสือแจ้งเลื่อนโดยยังไม่กำหนดวัน"),
    "cancellation": gettext_lazy("หนังสือแจ้งยกเลิก"),
}
STATES = {
    Outbox.State.READY: pgettext_lazy("letter", "รอส่ง"),
    Outbox.State.LEASED: pgettext_lazy("letter", "กำลังส่ง"),
    Outbox.State.DONE: pgettext_lazy("letter", "ส่งแล้ว"),
    Outbox.State.FAILED: pgettext_lazy("letter", "ส่งไม่สำเร็จ"),
    Outbox.State.DEAD: pgettext_lazy("letter", "ส่งไม่สำเร็จ"),
    Outbox.State.WITHDRAWN: pgettext_lazy("letter", "ยกเลิกแล้ว"),
}
DRAWN = {
    Outbox.State.READY: "wait",
    Outbox.State.LEASED: "wait",
    Outbox.State.DONE: "done",
    Outbox.State.FAILED: "back",
    Outbox.State.DEAD: "back",
    Outbox.State.WITHDRAWN: "none",
}


def missing_for_call(meeting: Meeting) -> list[str]:
    """What a letter would have to leave empty: no call while there is any (promise 17)."""
    needed = {
        _("วันประชุม"): meeting.starts_on and meeting.ends_on,
        _("เวลาเริ่ม"): meeting.starts_at is not None,
        _("สถานที่"): meeting.venue or meeting.mode == Meeting.Mode.ONLINE,
        _("ลิงก์เข้าประชุมออนไลน์"): meeting.online_url or meeting.mode == Meeting.Mode.ONSITE,
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


def _invitation(meeting: Meeting, seat: Seat, person: Person | None) -> Invitation:
    by_letter = person is not None and person.email
    channel = Invitation.Channel.LETTER if by_letter else Invitation.Channel.PHONE
    return Invitation(meeting=meeting, seat=seat, person=person, channel=channel)


def addressed(invitations: Iterable[Invitation], *, on: date) -> list[Invitation]:
    """The same, each with ``.place`` it stands for and ``.officer``, whom one rings there."""
    posts = RegionalPost.objects.of(RegionalPost.Role.OFFICER, on=on).select_related("person")
    officers = {post.region_id: post.person for post in posts}
    invitations = list(invitations)
    for invitation in invitations:
        invitation.officer = officers.get(invitation.seat.region_id)
        invitation.place = named(invitation.seat.stands_for)
    return invitations


def readers_of_letters(meeting: Meeting) -> QuerySet[Invitation]:
    """Invitations by letter of people who hold a seat on the first day and have an address
    still: whoever gets a further letter."""
    invited = meeting.invitations.by_letter().seated().exclude(person__email="")
    return invited.select_related("person").order_by("pk")


def followed_up(meeting: Meeting) -> list[Invitation]:
    """Every invitation with its ``.letters``, whether somebody must ring and whether its reader
    holds a seat still (``.is_seated``), so that an answer is awaited: four statements."""
    # A past record may have no day, and no invitations either.
    on = meeting.starts_on or meeting.committee.starts_on
    asked = meeting.invitations.for_list().annotate(is_seated=still_seated())
    invitations = addressed(asked, on=on)
    letters = letters_of(meeting)
    for invitation in invitations:
        invitation.letters = letters.get(invitation.person_id, [])
        by_phone = invitation.channel == Invitation.Channel.PHONE
        invitation.needs_call = by_phone or any(letter.is_lost for letter in invitation.letters)
    return invitations


def by_region(invitations: Iterable[Invitation]) -> list[tuple[str, list[Invitation]]]:
    """The same, region by region; seats that speak for an issue have none and come last."""
    benches = {}
    for invitation in invitations:
        benches.setdefault(invitation.seat.region, []).append(invitation)
    of_issues = benches.pop(None, [])
    groups = [(named(region), rows) for region, rows in benches.items()]
    return groups + [(_("ผู้แทนประเด็น"), of_issues)] * bool(of_issues)


class SentLetter(NamedTuple):
    occasion: str
    state: str
    settled_at: datetime | None = None  # when it went, came back or was withdrawn

    @property
    def is_lost(self) -> bool:
        return self.state in (Outbox.State.FAILED, Outbox.State.DEAD)

    @property
    def drawn(self) -> str:
        """How the state is drawn, in the words of the component ``state``."""
        return DRAWN[self.state]

    @property
    def words(self) -> str:
        return f"{OCCASIONS[self.occasion]} {STATES[self.state]}"


def letters_of(meeting: Meeting) -> dict[int, list[SentLetter]]:
    """Every letter promised about the meeting, by person, the oldest first.

    The outbox is the dispatch log: a letter's key says occasion and reader.
    """
    found = {}
    rows = Outbox.objects.filter(dedupe__startswith=f"meeting:{meeting.pk}:").order_by("pk")
    for key, *state in rows.values_list("dedupe", "state", "settled_at"):
        told, _sep, person = key.rpartition(":person:")
        letter = SentLetter(told.split(":")[2], *state)
        found.setdefault(int(person), []).append(letter)
    return found


def reason_of(verb: str, meeting: Meeting) -> str:
    """Why the meeting was last moved or cancelled, as the secretariat wrote it."""
    told = Activity.objects.about(meeting).filter(verb=verb).order_by("-pk").first()
    return told.detail.get("reason", "") if told else ""
