"""The living cycle: a year of monthly meetings, what they assigned, and the two to come."""

from datetime import date, time, timedelta
from itertools import count
from uuid import uuid4

from django.utils import timezone

from meetings.actions import AgendaLine, Plan, call_meeting, plan_meeting
from meetings.models import ActionItem, AgendaItem, ExecutiveSummary, Meeting, Objective, Resolution
from meetings.reminders import due_at
from portal.kernel.months import first_of_month
from portal.kernel.thai import be_year
from portal.kernel.workdays import is_workday, workdays_before
from regions.models import Province, RegionalReport

from .committee import House
from .days import at_hour
from .months import ALL, WORKSTREAMS
from .replies import load_replies
from .roll import load_roll
from .words_cycle import LATER_TOPICS, MONTHS, NEXT_TOPICS, RESULTS, STILL_OPEN, VENUES

Section = AgendaItem.Section
BEGINS, ENDS = time(9), time(16)
DECIDED = (11, 14)  # the hours at which the two topics of a meeting come to be decided
A_MONTH = timedelta(days=30)
PAPERS_AHEAD = timedelta(days=7)
CALLED_AHEAD = timedelta(days=4)
ADOPTED = "ที่ประชุมรับรองโดยไม่มีการแก้ไข"
ROUTINE = [
    (Section.ARISING, "ติดตามงานตามมติ", "กองเลขาฯ รายงานงานที่เสร็จและที่ยังค้าง ที่ประชุมรับทราบ", 30),
    (Section.TO_KNOW, "รายงานประจำเดือนของ 8 ภาค", "ทุกภาคเล่าเรื่องเด่นและปัญหา ที่ประชุมรับทราบ", 60),
    (Section.OTHER, "นัดหมายการประชุมครั้งต่อไป", "ประชุมเดือนละครั้ง กองเลขาฯ ส่งหนังสือเชิญก่อนวันประชุม", 10),
]
OBJECTIVE = "ติดตามมติครั้งก่อน และรับฟังรายงานประจำเดือนของทุกภาค"


def load_cycle(house: House, *, today: date):
    coming = next_meeting_day(house, today=today)
    days = [workday_on_or_before(coming - months * A_MONTH) for months in range(len(MONTHS), 0, -1)]
    meetings = load_meetings(house, days)
    load_roll(house, meetings)
    load_decisions(house, meetings, today=today)
    call_next_meeting(house, coming, previous=meetings[-1])


# -- Days ------------------------------------------------------------------------


def next_meeting_day(house: House, *, today: date) -> date:
    """The day whose reminder was due at 08.00 on the last working day before today."""
    due_on = workdays_before(today, 1)
    day = due_on
    while workdays_before(day, house.committee.reminder_working_days) < due_on or not is_workday(
        day
    ):
        day += timedelta(days=1)
    return day


def workday_on_or_before(day: date) -> date:
    return day if is_workday(day) else workdays_before(day, 1)


# -- What was held -----------------------------------------------------------------


def load_meetings(house, days):
    numbers = {}
    meetings = []
    for turn, day in enumerate(days):
        year = be_year(day)
        numbers[year] = numbers.get(year, 0) + 1
        meetings.append(
            held_meeting(
                house, day, turn, numbers[year], previous=meetings[-1] if meetings else None
            )
        )
    load_papers(house, meetings)
    return meetings


def held_meeting(house, day, turn, number, *, previous):
    return Meeting.objects.create(
        committee=house.committee,
        state=Meeting.State.CLOSED,
        number=number,
        be_year=be_year(day),
        starts_on=day,
        ends_on=day,
        starts_at=BEGINS,
        ends_at=ENDS,
        **place(turn),
        previous=previous,
        called_at=at_hour(day - PAPERS_AHEAD, 9),
        called_by=house.users["secretary"],
        **opened_and_closed(day, turn, by=house.users["secretary"]),
    )


def opened_and_closed(day, turn, *, by):
    """Some minutes after the hour in the letter."""
    opened_at = at_hour(day, BEGINS.hour) + timedelta(minutes=turn % 4 * 5)
    closed_at = at_hour(day, ENDS.hour) + timedelta(minutes=turn % 3 * 10)
    return {"opened_at": opened_at, "opened_by": by, "closed_at": closed_at, "closed_by": by}


def place(turn):
    venue, province = VENUES[turn % len(VENUES)]
    return {"venue": venue, "province": Province.objects.get(name=province)}


def load_papers(house, meetings):
    Objective.objects.bulk_create(
        Objective(meeting=meeting, position=position, text=text)
        for meeting, month in zip(meetings, MONTHS, strict=True)
        for position, text in enumerate(
            objectives_of([topic.title for topic in month.topics]), start=1
        )
    )
    ExecutiveSummary.objects.bulk_create(
        ExecutiveSummary(
            meeting=meeting,
            text=summary_of(month),
            published_at=at_hour(meeting.ends_on + PAPERS_AHEAD, 10),
        )
        for meeting, month in zip(meetings, MONTHS, strict=True)
    )


def objectives_of(titles):
    return [OBJECTIVE, *(f"พิจารณาเรื่อง {title}" for title in titles)]


def summary_of(month):
    topics = [
        f"เรื่อง{topic.title} {topic.discussion} ที่ประชุมมีมติ{topic.resolution}"
        for topic in month.topics
    ]
    return "\n\n".join([f"ที่ประชุมรับทราบเรื่อง{month.news} {month.told}", *topics])


# -- What was decided --------------------------------------------------------------


def load_decisions(house, meetings, *, today):
    items, resolutions, assigned = [], [], []
    counter = count()
    for meeting, month in zip(meetings, MONTHS, strict=True):
        items += routine_items(house, meeting, month)
        for number, topic in enumerate(month.topics, start=1):
            item = AgendaItem(
                meeting=meeting, section=Section.TO_CONSIDER, position=number,
                title=topic.title, discussion=topic.discussion, minutes=60,
            )  # fmt: skip
            resolution = Resolution(
                meeting=meeting, item=item, number=number, text=topic.resolution,
                decided_at=at_hour(meeting.starts_on, DECIDED[number - 1]),
            )  # fmt: skip
            items.append(item)
            resolutions.append(resolution)
            assigned += action_items(house, resolution, topic, counter, today=today)
    AgendaItem.objects.bulk_create(items)
    Resolution.objects.bulk_create(resolutions)
    ActionItem.objects.bulk_create(assigned)


def routine_items(house, meeting, month):
    """What stands on every agenda beside the two topics; the first meeting has none before it."""
    chair, secretary = house.people["co-chair"], house.people["secretary"]
    before = meeting.previous
    lines = [
        (Section.CHAIR, month.news, chair, month.told, 20),
        *([(Section.ADOPTION, adoption_of(before), secretary, ADOPTED, 10)] if before else []),
        *((section, title, secretary, told, minutes) for section, title, told, minutes in ROUTINE),
    ]
    return [
        AgendaItem(
            meeting=meeting, section=section, position=1, title=title, presenter=presenter,
            discussion=told, minutes=minutes,
        )
        for section, title, presenter, told, minutes in lines
    ]  # fmt: skip


def adoption_of(meeting):
    return f"รับรองรายงานการประชุม ครั้งที่ {meeting}"


def action_items(house, resolution, topic, counter, *, today):
    owned = [
        (owner, title)
        for given, title in topic.assigned
        for owner in (house.regions if given == ALL else [given])
    ]
    for position, (owner, title) in enumerate(owned, start=1):
        turn = next(counter)
        item = ActionItem(
            resolution=resolution, position=position, title=title, **owner_of(house, owner),
            workstream=WORKSTREAMS.get(title, ""),
            **due(resolution.meeting.ends_on, turn, for_all=topic.assigned[0][0] == ALL),
        )  # fmt: skip
        if (owner, title) not in STILL_OPEN and is_done(item, turn, today=today):
            finish(house, item, turn, today=today)
        yield item


def owner_of(house, owner):
    if owner in house.regions:
        return {"region": house.regions[owner]}
    if owner in house.units:
        return {"unit": house.units[owner]}
    return {"person": house.people[owner]}


def due(held_on, turn, *, for_all):
    """What every region owes is due with the next month, other things after four to six weeks."""
    if for_all:
        end_of_next = first_of_month(held_on, later=2) - timedelta(days=1)
        return {"due_on": end_of_next, "due_precision": ActionItem.Precision.MONTH}
    return {"due_on": held_on + timedelta(weeks=4 + turn % 3)}


def is_done(item, turn, *, today):
    """Most of what is old is done, half of what is new; what is late stands among both."""
    age = (today - item.resolution.meeting.ends_on).days
    return turn % 12 != 5 if age > 45 else turn % 2 == 0


def finish(house, item, turn, *, today):
    """Done a few days before it was due, or lately; the secretariat wrote it down."""
    held_on = item.resolution.meeting.ends_on
    done_on = min(item.due_on - timedelta(days=turn % 6), today - timedelta(days=1 + turn % 4))
    item.done_at = at_hour(max(done_on, held_on + timedelta(days=1)), 10 + turn % 6)
    item.done_by = house.users["secretary"]
    item.result = RESULTS[turn % len(RESULTS)]
    item.answered_by = report_telling(item)


def report_telling(item):
    """A region's item is answered by its report of the month in which it was done, if any."""
    if item.region is None:
        return None
    month = timezone.localdate(item.done_at).replace(day=1)
    accepted = RegionalReport.objects.filter(state=RegionalReport.State.ACCEPTED)
    return accepted.filter(unit__region=item.region, round__month=month).first()


# -- What comes --------------------------------------------------------------------


def call_next_meeting(house, day, *, previous):
    """Called some days before its reminder; and a plan of the next, for somebody to call."""
    secretary = house.users["secretary"]
    meeting = plan_meeting(
        house.committee,
        plan(house, day, NEXT_TOPICS, previous=previous, turn=0),
        token=uuid4(),
        by=secretary,
    )
    call_meeting(meeting, version=meeting.version, by=secretary)
    # Its call is history: had it come after the reminder was due, nobody would be reminded.
    meeting.called_at = due_at(meeting) - CALLED_AHEAD
    meeting.save(update_fields=["called_at"])
    load_replies(meeting, by=secretary)
    later = workday_on_or_before(day + A_MONTH)
    plan_meeting(
        house.committee,
        plan(house, later, LATER_TOPICS, previous=meeting, turn=1),
        token=uuid4(),
        by=secretary,
    )


def plan(house, day, topics, *, previous, turn):
    chair, secretary = house.people["co-chair"], house.people["secretary"]
    return Plan(
        starts_on=day,
        ends_on=day,
        starts_at=BEGINS,
        ends_at=ENDS,
        **place(turn),
        previous=previous,
        objectives=tuple(objectives_of([title for title, _minutes in topics])),
        agenda=(
            AgendaLine(Section.CHAIR, "เรื่องจากประธานร่วม", chair, 20),
            AgendaLine(Section.ADOPTION, adoption_of(previous), secretary, 10),
            AgendaLine(Section.ARISING, "ติดตามงานที่ยังไม่เสร็จ", secretary, 30),
            AgendaLine(Section.TO_KNOW, "รายงานประจำเดือนของ 8 ภาค", None, 60),
            *(AgendaLine(Section.TO_CONSIDER, title, None, minutes) for title, minutes in topics),
            AgendaLine(Section.OTHER, "นัดหมายการประชุมครั้งต่อไป", secretary, 10),
        ),
    )
