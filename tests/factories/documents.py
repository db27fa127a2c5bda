"""A meeting with something of everything that form 11 prints."""

from datetime import datetime, timedelta
from io import BytesIO
from zipfile import ZipFile

from docx import Document

from meetings.models import (
    AgendaItem,
    Attendance,
    BreakoutResult,
    Diagram,
    DiagramNode,
    Letterhead,
    Meeting,
    Minutes,
    Opinion,
    Proposal,
    Resolution,
    ResultPoint,
    Speaker,
    Statement,
)
from portal.kernel.thai import normalise

from .kernel import make_person
from .meetings import make_held, make_item
from .regions import BANGKOK

OPENED = datetime(2026, 6, 5, 9, 0, tzinfo=BANGKOK)
DECIDED = OPENED + timedelta(hours=1, minutes=15)
CLOSED = OPENED + timedelta(hours=7, minutes=30)


def make_record(committee, people, *, by, **fields):
    """Closed; the first of ``people`` came, the second sent somebody, the third excused himself."""
    meeting = make_held(
        committee, opened_at=OPENED, opened_by=by, closed_at=CLOSED, closed_by=by, **fields
    )
    note_who_came(meeting, people, by=by)
    item = AgendaItem.objects.create(
        meeting=meeting,
        section=5,
        position=1,
        title="แผนงานไตรมาสหน้า",
        discussion="บรรทัดแรก\nบรรทัดที่สอง",
    )
    AgendaItem.objects.create(
        meeting=meeting, section=4, position=1, title="ผลงานภาค", is_noted=True
    )
    say(item, people[0], "ขอให้ผู้ใหญ่บ้านทุกหมู่บ้านร่วมงานกับญี่ปุ่น")
    Opinion.objects.create(item=item, position=1, text="ควรเริ่มจากพื้นที่รูปธรรม")
    Proposal.objects.create(item=item, position=1, text="เสนอให้ตั้งคณะทำงาน")
    draw(item)
    resolution = Resolution.objects.create(
        meeting=meeting, item=item, number=1, text="ให้ทุกภาคทบทวนแผน", decided_at=DECIDED
    )
    make_item(resolution, title="ทบทวนแผน", person=people[0])
    return meeting


def note_who_came(meeting, people, *, by):
    came, absent, excused = people
    seats = {row.person_id: row.seat for row in memberships(people)}
    noted = {"meeting": meeting, "recorded_at": OPENED, "recorded_by": by}
    Attendance.objects.create(
        **noted, seat=seats[came.pk], holder=came, person=came, kind="present", arrived_at=OPENED
    )
    Attendance.objects.create(
        **noted, seat=seats[absent.pk], holder=absent, name="นายมาแทน จริงใจ", role="รองประธาน",
        kind="substitute", arrived_at=OPENED,
    )  # fmt: skip
    Attendance.objects.create(
        **noted, seat=seats[excused.pk], holder=excused, kind="excused", reason="ติดราชการ"
    )
    Attendance.objects.create(
        **noted, name="นางสาวแขก มาเยือน", role="เทศบาล", kind="observer", arrived_at=OPENED
    )


def memberships(people):
    return [row for person in people for row in person.memberships.select_related("seat")]


def say(item, person, text):
    statement = Statement.objects.create(item=item, position=1, text=text)
    Speaker.objects.create(statement=statement, order=1, person=person, held_position="ประธาน")


def draw(item):
    diagram = Diagram.objects.create(
        item=item, position=1, shape="chain", title="ขั้นตอน", description="จากตำบลถึงจังหวัด"
    )
    for number, title in enumerate(("ตำบล", "จังหวัด"), 1):
        DiagramNode.objects.create(diagram=diagram, position=number, title=title, text="คำอธิบาย")
    result = BreakoutResult.objects.create(
        item=item, position=1, key="roles", title="บทบาท", columns=["นโยบาย", "พื้นที่"]
    )
    for number, column in enumerate(("นโยบาย", "พื้นที่"), 1):
        ResultPoint.objects.create(
            result=result, position=number, column=column, text=f"ข้อของ{column}"
        )


def sign(meeting, **people):
    """Who took the minutes and who checked them."""
    return Minutes.objects.create(
        meeting=meeting, **{role: make_person(name) for role, name in people.items()}
    )


def make_letterhead(committee, **fields):
    return Letterhead.objects.create(
        committee=committee,
        **{
            "agency": "สถาบันพัฒนาองค์กรชุมชน",
            "address": "912 ถนนนวมินทร์\nกรุงเทพฯ 10240",
            "signatory": "นางลงนาม ใจดี",
            "signatory_position": "ผู้อำนวยการ",
            "unit": "กองเลขานุการ",
            "phone": "02 000 0000",
            **fields,
        },
    )


def filled(meeting: Meeting):
    meeting.refresh_from_db()
    return meeting


# -- What a file says --------------------------------------------------------------


def words_of(docx):
    """Everything a Word file says in its order, one line for each paragraph."""
    body = Document(BytesIO(docx)).element.body
    name = body.nsmap["w"]
    lines = []
    for paragraph in body.iter(f"{{{name}}}p"):
        told = [
            node.text or "" if node.tag == f"{{{name}}}t" else "\n"
            for node in paragraph.iter(f"{{{name}}}t", f"{{{name}}}br")
        ]
        lines.append("".join(told))
    return normalise("\n".join(line for line in lines if line.strip()))


def part_of(docx, name):
    with ZipFile(BytesIO(docx)) as archive:
        return archive.read(name).decode()
