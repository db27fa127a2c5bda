"""Three breakout groups of the latest meeting held, and what was made of their sheets."""

from meetings.actions import breakout as actions
from meetings.actions.breakout import Point, Sheet
from meetings.models import AgendaItem, Attendance, Meeting, Sitting
from portal.kernel.models import Person

from .committee import House

OURS, THEIRS = "สิ่งที่พื้นที่ทำได้เอง", "สิ่งที่ขอให้ส่วนกลางหนุน"
TOPIC = "จะขยายพื้นที่รูปธรรมอย่างไร"
# What each group wrote under each heading.
SHEETS = [
    {
        OURS: ["เปิดบ้านให้ตำบลข้างเคียงมาดูงานเดือนละครั้ง", "ทำบันทึกวิธีทำงานสั้น ๆ หนึ่งหน้า"],
        THEIRS: ["งบเดินทางดูงานข้ามจังหวัด"],
    },
    {
        OURS: ["ให้แกนนำรุ่นแรกเป็นพี่เลี้ยงตำบลใหม่"],
        THEIRS: ["คนช่วยเขียนบทเรียน", "ประสานหน่วยงานในจังหวัดให้มาดูพื้นที่"],
    },
    {
        OURS: ["จัดวันเรียนรู้ร่วมกันระหว่างตำบล", "จับคู่แกนนำเก่ากับใหม่"],
        THEIRS: ["ค่าเดินทางของพี่เลี้ยง", "รวมข้อมูลพื้นที่รูปธรรมของทุกภาคไว้ที่เดียว"],
    },
]
# (heading, words, (group, nth bullet under that heading) that went into it); the last waits.
SYNTHESIS = [
    (OURS, "เปิดพื้นที่ให้ตำบลข้างเคียงมาเรียนรู้เป็นประจำ", [(1, 1), (3, 1)]),
    (OURS, "ให้แกนนำที่ทำมาก่อนเป็นพี่เลี้ยงตำบลใหม่", [(2, 1), (3, 2)]),
    (OURS, "ทำบันทึกวิธีทำงานสั้น ๆ หนึ่งหน้า", [(1, 2)]),
    (THEIRS, "ค่าเดินทางสำหรับการดูงานและพี่เลี้ยง", [(1, 1), (3, 1)]),
    (THEIRS, "คนช่วยเขียนบทเรียน", [(2, 1)]),
    (THEIRS, "ประสานหน่วยงานในจังหวัดให้มาดูพื้นที่", [(2, 2)]),
]


def load_groups(house: House):
    meeting = house.committee.meetings.filter(state=Meeting.State.CLOSED).latest("starts_on")
    by = house.users["secretary"]
    sitting = Sitting.objects.create(
        meeting=meeting,
        position=1,
        on=meeting.starts_on,
        part_of_day="บ่าย",
        kind=Sitting.Kind.BREAKOUT,
        title="แบ่งกลุ่มย่อย 3 กลุ่ม",
    )
    actions.set_group_count(sitting, len(SHEETS), by=by)
    groups = list(sitting.groups.all())
    seat_members(meeting, groups, by=by)
    item = meeting.items.filter(section=AgendaItem.Section.TO_CONSIDER).first()
    topic = actions.open_topic(item, sitting, title=TOPIC, columns=[OURS, THEIRS], by=by)
    write_and_merge(topic, groups, by=by)


def seat_members(meeting, groups, *, by):
    """Whoever came, counted off one to three; the first of each takes the notes."""
    here = Attendance.objects.filter(meeting=meeting, kind=Attendance.Kind.PRESENT)
    people = list(Person.objects.filter(attendances__in=here).order_by("pk"))
    for turn, group in enumerate(groups):
        members = people[turn :: len(groups)]
        actions.arrange_group(group, Sheet("", members[0], members), by=by)


def write_and_merge(topic, groups, *, by):
    written = {
        (group.number, column): actions.add_bullets(group, topic, column, texts, by=by)
        for group, sheet in zip(groups, SHEETS, strict=True)
        for column, texts in sheet.items()
    }
    for column, text, sources in SYNTHESIS:
        bullets = [written[number, column][nth - 1] for number, nth in sources]
        actions.merge(topic, bullets, point=Point(text, "", column), by=by)
