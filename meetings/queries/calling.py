"""Whom a meeting calls, and what became of each letter."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from meetings.models import Invitation, Meeting
from meetings.models.invitation import still_seated
from portal.kernel.models import Activity, Outbox
from portal.kernel.names import named
from regions.models import RegionalPost

from .places import Called, called_to, member_place, seat_place

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
    """Whom calling the meeting invites, by the register of its first day; nothing is saved here.

    One invitation for a person, also with two seats; one for every vacant seat of the body,
    so that somebody rings its region.
    """
    invited, told = [], set()
    for called in called_to(meeting):
        person = called.person
        if person is None or person.pk not in told:
            invited.append(_invitation(meeting, called))
        if person:
            told.add(person.pk)
    return invited


def _invitation(meeting: Meeting, called: Called) -> Invitation:
    by_letter = called.person is not None and called.person.email
    channel = Invitation.Channel.LETTER if by_letter else Invitation.Channel.PHONE
    return Invitation(meeting=meeting, channel=channel, **called._asdict())


def addressed(invitations: Iterable[Invitation], *, on: date) -> list[Invitation]:
    """The same, each with ``.place`` it stands for and ``.officer``, whom one rings there."""
    posts = RegionalPost.objects.of(RegionalPost.Role.OFFICER, on=on).select_related("person")
    officers = {post.region_id: post.person for post in posts}
    invitations = list(invitations)
    for invitation in invitations:
        invitation.officer = officers.get(_region_of(invitation))
        invitation.place = _place_of(invitation)
    return invitations


def _region_of(invitation: Invitation) -> int | None:
    body = invitation.meeting.committee
    return invitation.seat.region_id if invitation.seat else body.region_id


def _place_of(invitation: Invitation) -> str:
    if invitation.member:
        return member_place(invitation.member.role)
    return seat_place(invitation.seat, invitation.meeting.committee)


def readers_of_letters(meeting: Meeting) -> QuerySet[Invitation]:
    """Invitations by letter of people who hold their place on the first day and have an address
    still: whoever gets a further letter."""
    invited = meeting.invitations.by_letter().seated().exclude(person__email="")
    return invited.select_related("person").order_by("pk")


def followed_up(meeting: Meeting) -> list[Invitation]:
    """Every invitation with its ``.letters``, whether somebody must ring and whether its reader
    holds the place still (``.is_seated``), so that an answer is awaited: four statements."""
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
    """The same, the members of a body without seats first, then region by region; seats that speak
    for an issue have none and come last."""
    members, benches = [], {}
    for invitation in invitations:
        seat = invitation.seat
        (benches.setdefault(seat.region, []) if seat else members).append(invitation)
    of_issues = benches.pop(None, [])
    groups = [(named(region), rows) for region, rows in benches.items()]
    groups = [(_("กรรมการ"), members), *groups, (_("ผู้แทนประเด็น"), of_issues)]
    return [(bench, rows) for bench, rows in groups if rows]


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
