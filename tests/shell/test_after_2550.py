"""July 2550, after meeting 2/2550: the meeting that follows takes up what it decided (B3)."""

from datetime import date, datetime, time
from uuid import uuid4

import time_machine
from django.test import TestCase
from django.utils import timezone

from committees.models import Committee
from meetings.actions import Plan, plan_meeting
from meetings.models import CarriedItem, Meeting
from meetings.queries import MeetingPage
from portal.kernel.models import User
from portal.shell.demo import load_demo
from portal.shell.demo.words_2550 import REVIEW, SYNTHESIS
from regions.models import Region, RegionalPost

AT = timezone.make_aware(datetime.fromisoformat("2026-11-22 16:30"))
JULY = timezone.make_aware(datetime.fromisoformat("2007-07-02 10:00"))


class AfterTheMeeting(TestCase):
    @classmethod
    def setUpTestData(cls):
        with time_machine.travel(AT, tick=False):
            load_demo(at=AT)

    def setUp(self):
        travel = time_machine.travel(JULY, tick=False)
        travel.start()
        self.addCleanup(travel.stop)
        officers = User.objects.filter(person__posts__role="central_officer", email__contains="@")
        self.secretary = officers.earliest("pk")
        RegionalPost.objects.create(
            person=self.secretary.person, role="central_officer", starts_on=date(2007, 7, 1),
            ends_on=date(2007, 12, 31),
        )  # fmt: skip

    def next_meeting(self):
        day = date(2007, 7, 28)
        plan = Plan(
            starts_on=day,
            ends_on=day,
            starts_at=time(9),
            previous=Meeting.objects.get(number=2, be_year=2550),
        )
        body = Committee.objects.the_67(on=JULY.date()).get()
        return plan_meeting(body, plan, token=uuid4(), by=self.secretary)

    def test_it_carries_exactly_eight_regional_reviews_and_one_synthesis(self):
        meeting = self.next_meeting()

        rows = CarriedItem.objects.filter(meeting=meeting).select_related("action_item")
        reviews = [row.action_item for row in rows if row.action_item.region_id]
        [synthesis] = [row.action_item for row in rows if not row.action_item.region_id]
        regions = Region.objects.in_force(on=JULY.date())
        assert (rows.count(), len(reviews)) == (8 + 1, 8)
        assert {item.region for item in reviews} == set(regions)
        assert {item.title for item in reviews} == {REVIEW}
        assert (synthesis.title, synthesis.unit.name) == (SYNTHESIS, "กองเลขาฯ")

    def test_each_with_its_state_its_day_and_where_it_comes_from(self):
        page = MeetingPage(self.next_meeting(), on=JULY.date(), reader=self.secretary)

        [matter] = page.arising.matters
        told = [(len(task.rows), task.due) for task in matter.tasks]
        states = {(row.fulfilment, row.is_late, row.times) for row in page.arising.rows}
        assert str(matter.resolution) == "2/2550 1"
        assert matter.resolution.item.title == "แนวทางการขับเคลื่อนงานระยะต่อไป"
        assert told == [(8, "ภายในเดือนมิถุนายน 2550"), (1, "ภายในเดือนมิถุนายน 2550")]
        assert states == {("unanswered", True, 1)}

    def test_the_page_shows_them_under_heading_3_without_an_item_written_by_hand(self):
        meeting = self.next_meeting()
        self.client.force_login(self.secretary)

        page = self.client.get(meeting.get_absolute_url()).text

        arising = page.partition('id="agenda-3"')[2]
        assert arising.count('id="carried-') == 9
        assert "เรื่องสืบเนื่อง" in arising
        assert "รายงานการประชุมครั้งที่ 2/2550" in page.partition('id="agenda-2"')[2]
