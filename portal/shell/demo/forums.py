"""The bodies of regions and provinces, who sits on them, and a year of their forums: each region
meets once a month, and a few missed one."""

from datetime import date, time, timedelta
from itertools import pairwise
from uuid import uuid4

from committees.models import BodyMembership, Committee
from meetings.actions import AgendaLine, Plan, plan_meeting
from meetings.models import AgendaItem, ExecutiveSummary, Meeting, Minutes
from portal.kernel.models import Person
from portal.kernel.months import first_of_month
from portal.kernel.thai import be_year
from portal.kernel.workdays import is_workday
from regions.models import Province, ProvinceRegion

from .committee import House
from .days import at_hour
from .forums_roll import load_rolls
from .minutes import keep
from .people import MARK, made_up

CHAIR, MEMBER = "ประธาน", "กรรมการ"
A_DAY = timedelta(days=1)
PAPERS_AFTER = timedelta(days=7)

# By region, in the order of the regions: who chairs its body, and one who has no e-mail address.
CHAIRS = """
นาย บุญส่ง แม่วางงาม
นาง ทิพวรรณ สองแควทอง
นาย สมพร ภูพระบาทดี
นาง อุไร ลำตะคองงาม
นาย วิโรจน์ ท่าม่วงสุข
นาง พะเยาว์ บางปะกงทอง
นาย อาคม รังสิตงาม
นาย วิเชียร เขาพับผ้าดี
"""
MEMBERS = """
นาง แสงดา ดอยเต่างาม
นาย ชูชาติ บึงสามพันดี
นาง คำแพง หนองหานทอง
นาย ประเสริฐ ชีทวนสุข
นาง ลำดวน แม่กลองทอง
นาย สุชิน แหลมงอบดี
นาง วรรณี คลองหกงาม
นาง รอกีเยาะ สายบุรีทอง
"""
# Two movements of provinces, with two people each.
PROVINCES = {"65": ("phitsanulok", "พิษณุโลก"), "84": ("surat", "สุราษฎร์ธานี")}
OF_PROVINCES = """
นาย สนั่น วังทองดี
นาง มณี พรหมพิรามสุข
นาย โกวิท พุนพินงาม
นาง จินตนา ไชยาทอง
"""

# The month that was missed, counted from this one, by region; the last is told on the desk.
MISSED = {"lower-north": {-1, -6}, "east": {-1, -2, -8}, "south": {-4}}
OF_THE_CAST = {"lower-north", "south", "upper-northeast"}
TOPICS = ("ติดตามงานสภาองค์กรชุมชนตำบล", "เชื่อมกองทุนสวัสดิการในภาค", "แผนพัฒนาที่ดินและที่อยู่อาศัย")
VENUE = f"ศูนย์เรียนรู้ชุมชน {MARK}"
BEGINS, ENDS = time(9, 30), time(15)


def load_forums(house: House, *, today: date):
    people = load_people(house)
    bodies = [*regional_bodies(house), *provincial_bodies(house, today=today)]
    Committee.objects.bulk_create(bodies)
    BodyMembership.objects.bulk_create(members(bodies, people, house))
    meetings = [forum for body in bodies for forum in forums(body, house, today=today)]
    Meeting.objects.bulk_create(meetings)
    load_papers(meetings, today=today)
    load_rolls(house, meetings)
    load_forum_minutes(house, meetings)
    plan_next(house, today=today)


def load_people(house) -> dict[str, Person]:
    """By key: ``chair-<region>``, ``member-<region>``, ``province-<number>``."""
    keys = [f"{who}-{code}" for who in ("chair", "member") for code in house.regions]
    lines = [*CHAIRS.split("\n"), *MEMBERS.split("\n"), *OF_PROVINCES.split("\n")]
    keys += [f"province-{number}" for number in range(4)]
    people = {
        key: made_up(f"forum-{key}", *line.split())
        for key, line in zip(keys, filter(None, lines), strict=True)
    }
    for number, (key, person) in enumerate(people.items(), start=1):
        person.phone = f"000 000 1{number:03}"
        person.email = "" if key.startswith("member") else person.email
    Person.objects.bulk_create(people.values())
    return people


# -- Bodies ----------------------------------------------------------------------------


def regional_bodies(house):
    for position, (code, region) in enumerate(house.regions.items(), start=1):
        yield Committee(
            kind=Committee.Kind.REGIONAL, code=f"regional-{code}", region=region,
            name=f"คณะทำงาน{region.name} {MARK}", short_name=f"คณะทำงาน{region.short_name}",
            name_en=f"{region.name_en} working group (sample)", position=position,
            starts_on=house.committee.starts_on, meets_every_months=1,
            duties="จัดเวทีแลกเปลี่ยนของภาค และติดตามงานของกลุ่มจังหวัด",
        )  # fmt: skip


def provincial_bodies(house, *, today):
    for position, (code, (key, name)) in enumerate(PROVINCES.items(), start=1):
        province = Province.objects.get(code=code)
        row = ProvinceRegion.objects.in_force(on=today).get(province=province)
        yield Committee(
            kind=Committee.Kind.PROVINCIAL, code=f"provincial-{key}", region=row.region,
            province=province, name=f"ขบวนองค์กรชุมชนจังหวัด{name} {MARK}",
            short_name=f"ขบวน{name}", name_en=f"{province.name_en} provincial movement (sample)",
            position=position, starts_on=house.committee.starts_on, meets_every_months=2,
        )  # fmt: skip


def members(bodies, people, house):
    """The chair, one without an address, and whoever coordinates the region or files for it."""
    of_provinces = iter([people[f"province-{number}"] for number in range(4)])
    for body in bodies:
        if body.kind == Committee.Kind.PROVINCIAL:
            who = [(next(of_provinces), CHAIR), (next(of_provinces), MEMBER)]
        else:
            code = body.region.code
            filer = house.filers[code].person
            who = [(people[f"chair-{code}"], CHAIR), (people[f"member-{code}"], MEMBER)]
            who.append((filer, "เลขานุการ"))
        for person, role in who:
            yield BodyMembership(committee=body, person=person, role=role, starts_on=body.starts_on)


# -- Forums ----------------------------------------------------------------------------


def forums(body, house, *, today):
    """One a month, or every other, on a working day; numbered within the year."""
    numbers = {}
    for day in days_of(body, today=today):
        year = be_year(day)
        numbers[year] = numbers.get(year, 0) + 1
        yield held(body, day, numbers[year], by=house.filers[body.region.code])


def days_of(body, *, today):
    missed = MISSED.get(body.region.code, set())
    is_provincial = body.kind == Committee.Kind.PROVINCIAL
    for months in range(-12, 1):
        day = working_day(first_of_month(today, later=months) + 2 * A_DAY * body.position)
        if day < body.starts_on or day >= today:
            continue
        if months % 2 if is_provincial else months in missed:
            continue
        yield day


def working_day(day):
    while not is_workday(day):
        day += A_DAY
    return day


def held(body, day, number, *, by):
    is_provincial = body.kind == Committee.Kind.PROVINCIAL
    kinds = Meeting.Kind
    return Meeting(
        committee=body, kind=kinds.PROVINCIAL_FORUM if is_provincial else kinds.REGIONAL_FORUM,
        state=Meeting.State.CLOSED, number=number, be_year=be_year(day),
        title=f"{TOPICS[number % 3]} {MARK}", starts_on=day, ends_on=day, starts_at=BEGINS,
        ends_at=ENDS, venue=VENUE, province=body.province, called_at=at_hour(day - PAPERS_AFTER, 9),
        called_by=by, opened_at=at_hour(day, 9) + timedelta(minutes=35), opened_by=by,
        closed_at=at_hour(day, 15), closed_by=by,
    )  # fmt: skip


def load_papers(meetings, *, today):
    AgendaItem.objects.bulk_create(
        AgendaItem(
            meeting=meeting, section=AgendaItem.Section.TO_CONSIDER, position=1,
            title=meeting.title, discussion=f"แต่ละพื้นที่เล่างานของตน ที่ประชุมรับทราบ {MARK}",
        )
        for meeting in meetings
    )  # fmt: skip
    ExecutiveSummary.objects.bulk_create(
        ExecutiveSummary(
            meeting=meeting,
            text=f"ที่ประชุมแลกเปลี่ยนเรื่อง{meeting.title} และนัดพบกันเดือนถัดไป",
            published_at=at_hour(meeting.ends_on + PAPERS_AFTER, 10),
        )
        for meeting in meetings
        if meeting.ends_on + PAPERS_AFTER < today
    )


def load_forum_minutes(house, meetings):
    """In the regions of the cast each is adopted in the next forum of the same body, and the last
    one's are yet to be written. Elsewhere the summaries do: minutes take long to load."""
    told = [meeting for meeting in meetings if meeting.committee.region.code in OF_THE_CAST]
    for meeting, later in pairwise(told):
        if meeting.committee == later.committee:
            adopt_forum(meeting, later, by=house.filers[meeting.committee.region.code])


def adopt_forum(meeting, later, *, by):
    minutes = Minutes.objects.create(meeting=meeting, note_taker=by.person)
    keep(minutes, Minutes.State.DRAFT, at_hour(meeting.ends_on, 16), by=by)
    keep(minutes, Minutes.State.ADOPTED, at_hour(later.starts_on, 14), by=by)
    minutes.state, minutes.route, minutes.version = "adopted", Minutes.Route.NEXT, 2
    minutes.adopted_on, minutes.adopted_in, minutes.adopted_by = later.starts_on, later, by
    minutes.save()


def plan_next(house, *, today):
    """One region has the plan of its next forum, which it has yet to call."""
    day = working_day(today + 18 * A_DAY)
    body = Committee.objects.get(code="regional-lower-north")
    plan = Plan(
        kind=Meeting.Kind.REGIONAL_FORUM, starts_on=day, ends_on=day, starts_at=BEGINS,
        ends_at=ENDS, venue=VENUE, objectives=("วางแผนงานของภาคในไตรมาสหน้า",),
        agenda=(AgendaLine(AgendaItem.Section.TO_CONSIDER, f"{TOPICS[0]} {MARK}"),),
    )  # fmt: skip
    plan_meeting(body, plan, token=uuid4(), by=house.users["officer"])
