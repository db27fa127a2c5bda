"""Meetings in any state, what they resolved and assigned."""

from datetime import date, datetime, time
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile

from committees.models import Seat
from meetings import actions
from meetings.actions import AgendaLine, Plan
from meetings.actions.papers import file_papers
from meetings.models import ActionItem, AgendaItem, ExecutiveSummary, Meeting, Minutes, Resolution
from portal.kernel.files import UploadField
from portal.kernel.models import User

from .committees import make_membership, make_seat
from .kernel import make_person
from .regions import BANGKOK

# A Friday; three working days before it is Tuesday the 7th.
DAY = date(2026, 7, 10)
NOW = datetime(2026, 7, 1, 10, 0, tzinfo=BANGKOK)
TODAY = NOW.date()
REMINDER = datetime(2026, 7, 7, 8, 0, tzinfo=BANGKOK)
AGENDA = (AgendaLine(1, "เรื่องแจ้งเพื่อทราบ"), AgendaLine(5, "แผนงานไตรมาสหน้า"))


def make_plan(**changes):
    return Plan(
        **{
            "starts_on": DAY,
            "ends_on": changes.get("starts_on", DAY),
            "starts_at": time(9, 0),
            "ends_at": time(16, 30),
            "venue": "ห้องประชุมใหญ่",
            "objectives": ("ติดตามงาน", "วางแผน"),
            "agenda": AGENDA,
            **changes,
        }
    )


def planned(committee, by, **changes):
    return actions.plan_meeting(committee, make_plan(**changes), token=uuid4(), by=by)


def called(committee, by, **changes):
    meeting = planned(committee, by, **changes)
    return actions.call_meeting(meeting, version=meeting.version, by=by)


def make_held(committee, *, number=1, day=date(2026, 6, 5), **fields):
    return Meeting.objects.create(
        **{
            "committee": committee,
            "state": Meeting.State.CLOSED,
            "number": number,
            "be_year": day.year + 543,
            "starts_on": day,
            "ends_on": day,
            "venue": "ศูนย์เรียนรู้",
            **fields,
        }
    )


def make_sitting(meeting, *, by, day=TODAY, clock=time(9, 0)):
    """The meeting on ``day``, in session since ``clock``."""
    opened_at = datetime.combine(day, clock, tzinfo=BANGKOK)
    Meeting.objects.filter(pk=meeting.pk).update(
        state=Meeting.State.IN_SESSION, starts_on=day, ends_on=day,
        opened_at=opened_at, opened_by=by,
    )  # fmt: skip
    meeting.refresh_from_db()
    return meeting


def make_minutes(meeting, *, state="draft", **fields):
    if state == "adopted":
        fields = {"route": "circulation", "adopted_on": meeting.ends_on, **fields}
    return Minutes.objects.create(meeting=meeting, state=state, **fields)


def make_resolution(meeting, *, number=1, text="ให้ทุกภาคทบทวนข้อเสนอ"):
    item, _ = AgendaItem.objects.get_or_create(
        meeting=meeting, section=5, position=number, defaults={"title": f"เรื่องพิจารณา {number}"}
    )
    return Resolution.objects.create(meeting=meeting, item=item, number=number, text=text)


def make_item(resolution, *, due_on=date(2026, 6, 30), **fields):
    """An action item; it needs one owner: region, unit or person."""
    return ActionItem.objects.create(
        **{"resolution": resolution, "title": "ทบทวนข้อเสนอ", "due_on": due_on, **fields}
    )


def make_summary(meeting, *, published_at=None, text="สรุปย่อของการประชุม"):
    return ExecutiveSummary.objects.create(meeting=meeting, text=text, published_at=published_at)


def seat_with(committee, number, *, region=None, cluster=None, issue=None, email=None, **fields):
    """A seat and its holder; ``email=""`` for somebody who must be telephoned."""
    seat = make_seat(committee, number, region=region, cluster=cluster, issue=issue)
    address = f"seat-{number}@portal.example" if email is None else email
    person = make_person(f"ผู้แทน{number}", email=address, phone=f"081 000 00{number:02}")
    make_membership(seat, person, **fields)
    return person


def make_board(committee, region, count=3):
    """So many filled seats of one region."""
    return [seat_with(committee, number, region=region) for number in range(1, count + 1)]


def vacant(committee, number, region) -> Seat:
    return make_seat(committee, number, region=region)


PDF = b"%PDF-1.7\ntrailer\n%%EOF\n"


def make_upload(name="แผนงาน.pdf", content=PDF):
    """A file that was looked into, as a form hands it to an action."""
    return UploadField().clean(SimpleUploadedFile(name, content))


def make_paper(place, *, title="แผนงานไตรมาสหน้า", upload=None, by=None):
    """A paper at an agenda item, or at a meeting as a whole."""
    item = place if isinstance(place, AgendaItem) else None
    [paper] = file_papers(
        item.meeting if item else place,
        item,
        [(title, upload or make_upload())],
        token=uuid4(),
        by=by or User.objects.get(email="secretary@portal.example"),
    )
    return paper
