"""A forum of a province that sits right now, so that who starts the portal sees its record alive:
part of the roll is called, and the first topic is half written."""

from datetime import datetime, timedelta

from django.utils import timezone

from committees.models import Committee
from meetings.models import (
    AgendaItem,
    Attendance,
    Meeting,
    Objective,
    Opinion,
    Proposal,
    Speaker,
    Statement,
)
from meetings.queries.places import called_to
from portal.kernel.models import User
from portal.kernel.thai import be_year

from .committee import House
from .days import at_hour
from .forums import CHAIR
from .people import MARK

Kind, Section = Attendance.Kind, AgendaItem.Section
BODY = "provincial-phitsanulok"
SINCE = timedelta(minutes=40)
CALLED_AHEAD = timedelta(days=7)
TITLE = f"กองทุนสวัสดิการตำบลของจังหวัด {MARK}"
VENUE = f"ศาลาประชาคมอำเภอ {MARK}"
OBJECTIVE = f"ให้แต่ละตำบลเล่างานกองทุน และตกลงว่าจะช่วยตำบลที่เพิ่งตั้งอย่างไร {MARK}"
# Heading, title, minutes, what is written so far, whether it was noted.
AGENDA = [
    (Section.CHAIR, f"แนะนำผู้มาใหม่ {MARK}", 10, "ประธานแนะนำผู้แทนตำบลที่มาเป็นครั้งแรก", True),
    (
        Section.TO_CONSIDER, f"ตำบลที่เพิ่งตั้งกองทุน {MARK}", 60,
        "ตำบลที่ตั้งกองทุนมานานเล่าว่าสมาชิกเพิ่มขึ้นทุกปี ตำบลที่เพิ่งตั้งยังขาดคนทำบัญชี และ", False,
    ),
    (Section.TO_CONSIDER, f"แผนเยี่ยมเยียนตำบล {MARK}", 45, "", False),
    (Section.OTHER, f"นัดหมายครั้งต่อไป {MARK}", 10, "", False),
]  # fmt: skip
SPEAKER = f"ผู้แทนตำบลที่ตั้งกองทุนแล้ว {MARK}"
SAID = "กองทุนของตำบลเราเริ่มจากคนสี่สิบคน ปีแรกลำบากเรื่องบัญชี ปีต่อมามีคนหนุ่มสาวมาช่วย"
OPINION = "คนทำบัญชีควรเป็นคนในตำบลเอง"
PROPOSAL = "ให้ตำบลที่ทำบัญชีได้แล้วเป็นพี่เลี้ยงตำบลข้างเคียงตำบลละหนึ่งแห่ง"


def load_sitting(house: House, *, at: datetime):
    body = Committee.objects.select_related("region").get(code=BODY)
    by = house.filers[body.region.code]
    meeting = opened(body, at=at, by=by)
    Objective.objects.create(meeting=meeting, position=1, text=OBJECTIVE)
    called = called_to(meeting)
    write(load_agenda(meeting, called, at=at, by=by), at=at, by=by)
    Attendance.objects.bulk_create(roll(meeting, called, at=at, by=by))


def opened(body: Committee, *, at: datetime, by: User) -> Meeting:
    """Some while ago, but today; it follows the body's last forum."""
    today = timezone.localdate(at)
    opened_at = max(at_hour(today, 0), (at - SINCE).replace(second=0, microsecond=0))
    held = Meeting.objects.filter(committee=body).order_by("-starts_on").first()
    same_year = held is not None and held.be_year == be_year(today)
    return Meeting.objects.create(
        committee=body, kind=Meeting.Kind.PROVINCIAL_FORUM, state=Meeting.State.IN_SESSION,
        number=held.number + 1 if same_year else 1, be_year=be_year(today), previous=held,
        title=TITLE, starts_on=today, ends_on=today,
        starts_at=timezone.localtime(opened_at).time(), venue=VENUE, province=body.province,
        called_at=at_hour(today - CALLED_AHEAD, 9), called_by=by, opened_at=opened_at,
        opened_by=by,
    )  # fmt: skip


def load_agenda(meeting, called, *, at, by) -> AgendaItem:
    """The item that is being written."""
    chair = next(one.person for one in called if one.member and one.member.role == CHAIR)
    items = []
    for section, title, minutes, text, is_noted in AGENDA:
        position = 1 + sum(item.section == section for item in items)
        edited = {"edited_at": at, "edited_by": by, "version": 1} if text else {}
        items.append(
            AgendaItem(
                meeting=meeting, section=section, position=position, title=title, minutes=minutes,
                presenter=chair, discussion=text, is_noted=is_noted, **edited,
            )
        )  # fmt: skip
    AgendaItem.objects.bulk_create(items)
    return items[1]


def write(item: AgendaItem, *, at, by):
    told = {"item": item, "position": 1, "edited_at": at, "edited_by": by}
    statement = Statement.objects.create(text=SAID, **told)
    Speaker.objects.create(statement=statement, order=1, held_position=SPEAKER)
    Opinion.objects.create(text=OPINION, **told)
    Proposal.objects.create(text=PROPOSAL, **told)


def roll(meeting, called, *, at, by):
    """Every member is there; of the seats each fourth is yet to be asked for."""
    for number, one in enumerate(called):
        if one.seat and number % 4 == 3:
            continue
        is_away = one.seat is not None and number % 5 == 4
        came = {"kind": Kind.EXCUSED, "reason": "ป่วย"} if is_away else {
            "kind": Kind.PRESENT, "person": one.person,
            "arrived_at": min(at, meeting.opened_at + timedelta(minutes=number % 3 * 5)),
        }  # fmt: skip
        yield Attendance(
            meeting=meeting, seat=one.seat, member=one.member, holder=one.person, **came,
            recorded_at=at, recorded_by=by,
        )  # fmt: skip
