"""What official documents are made of: the body of the minutes, the letterhead, who is invited."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.forms import model_to_dict

from committees.models import Committee
from meetings.documents.letter import CLOSING, ENCLOSED, GAP
from meetings.letter_words import in_thai, when_and_where
from meetings.models import Invitation, Letterhead, Meeting, Minutes, MinutesVersion, WordTemplate
from portal.kernel import thai
from portal.kernel.names import named

from .official import minutes_body, number_of

State = Meeting.State
LETTERHEAD = ("agency", "address", "signatory", "signatory_position", "unit", "phone")


class Told(NamedTuple):
    """The body of a meeting's minutes, and whether these were adopted as they stand."""

    body: dict
    is_adopted: bool


def told_of(meeting: Meeting, *, on: date | None = None) -> Told:
    """What was adopted is printed as it was adopted; anything else as it stands now."""
    adopted = MinutesVersion.objects.filter(
        minutes__meeting=meeting, minutes__state=Minutes.State.ADOPTED, state=Minutes.State.ADOPTED
    )
    version = adopted.order_by("-number").first()
    return Told(version.body, True) if version else Told(minutes_body(meeting, on=on), False)


# -- Letters -----------------------------------------------------------------------


def letterhead_of(committee: Committee) -> Letterhead | None:
    return Letterhead.objects.filter(committee=committee).first()


def number_and_reference(meeting: Meeting) -> str:
    """พอช. 0107/9 อ้างถึง หนังสือ…: what the registry says of the letters of a meeting."""
    reference = meeting.letter_reference and f"อ้างถึง {meeting.letter_reference}"
    return " ".join(filter(None, [meeting.letter_number, reference]))


def number_to_ring(meeting: Meeting) -> str:
    """A region's own, from its letterhead; nothing where the secretariat is to be rung."""
    letterhead = letterhead_of(meeting.committee) if meeting.committee.region_id else None
    return letterhead.phone if letterhead else ""


def letterhead_to_begin_with(committee: Committee) -> dict:
    """What a form shows: this body's own, else the latest that another one has of the same kind."""
    others = Letterhead.objects.filter(committee__kind=committee.kind).order_by("-pk")
    found = letterhead_of(committee) or others.first()
    return model_to_dict(found, LETTERHEAD) if found else {}


def invited(meeting: Meeting) -> Iterable[Invitation]:
    """Everybody who is called by name, in the order of the seats."""
    rows = meeting.invitations.exclude(person=None).select_related(
        "person", "member", "seat__region", "seat__cluster", "seat__issue"
    )
    return rows.order_by("seat__number", "pk")


@in_thai
def letter_to(invitation: Invitation, meeting: Meeting, letterhead: Letterhead) -> dict:
    name = invitation.person.full_name
    return {
        **_letter(meeting, letterhead),
        "to": name,
        "name": name,
        "position": _position(invitation),
    }


@in_thai
def blank_letter(meeting: Meeting, letterhead: Letterhead) -> dict:
    """For whoever is not on the list, and to be copied."""
    return {**_letter(meeting, letterhead), "to": GAP * 2, "name": "", "position": ""}


def _position(invitation: Invitation) -> str:
    if invitation.seat:
        return f"ผู้แทน{named(invitation.seat.stands_for)}"
    return invitation.member.role if invitation.member else ""


def _letter(meeting: Meeting, letterhead: Letterhead) -> dict:
    called = meeting.get_kind_display().removeprefix("การ")
    return {
        **model_to_dict(letterhead, LETTERHEAD),
        "number": meeting.letter_number or GAP,
        "date": thai.long_date(meeting.called_at) if meeting.called_at else GAP * 2,
        "subject": f"ขอเชิญ{called}{meeting.committee.name} {number_of(meeting)}",
        "reference": meeting.letter_reference,
        "enclosed": ENCLOSED,
        "paragraphs": _paragraphs(meeting, letterhead),
        "closing": CLOSING,
    }


def _paragraphs(meeting: Meeting, letterhead: Letterhead) -> list[str]:
    aims = [f"{n}. {row.text}" for n, row in enumerate(meeting.objectives.all(), 1)]
    online = meeting.online_url if meeting.mode != Meeting.Mode.ONSITE else ""
    return [
        f"ด้วย{meeting.committee.name} กำหนดจัด{meeting.get_kind_display()} {number_of(meeting)} "
        f"{when_and_where(meeting)}{' โดยมีวัตถุประสงค์ ดังนี้' if aims else ''}",
        *aims,
        "ในการนี้ จึงขอเชิญท่านเข้าร่วมประชุมตามวัน เวลา และสถานที่ดังกล่าว "
        f"ขอความกรุณาส่งแบบตอบรับที่{letterhead.unit}ก่อนวันประชุม",
        *([f"เข้าประชุมทางออนไลน์ได้ที่ {online}"] if online else []),
        "จึงเรียนมาเพื่อโปรดเข้าร่วมประชุม",
    ]


# -- Templates ---------------------------------------------------------------------


def template_in_use(kind: str) -> WordTemplate | None:
    """The secretariat's own; none where ours is used."""
    latest = WordTemplate.objects.filter(kind=kind).first()
    return latest if latest and latest.retired_at is None else None


def templates_in_use() -> dict[str, WordTemplate]:
    """By kind, in one statement."""
    rows = WordTemplate.objects.select_related("uploaded_by__person").order_by("uploaded_at", "pk")
    latest = {row.kind: row for row in rows}
    return {kind: row for kind, row in latest.items() if row.retired_at is None}


# -- What there is -----------------------------------------------------------------


def has_letters(meeting: Meeting) -> bool:
    """A letter names the day, the hour and the place."""
    is_fixed = bool(meeting.starts_on and meeting.starts_at)
    is_somewhere = bool(meeting.venue) or meeting.mode == Meeting.Mode.ONLINE
    stands = meeting.state in (State.PLANNED, *Meeting.ANNOUNCED)
    return stands and is_fixed and is_somewhere and not meeting.source


def is_recorded(meeting: Meeting) -> bool:
    """It has begun, so there is something to write minutes of."""
    return meeting.state in (State.IN_SESSION, State.CLOSED)
