"""The demonstration: the real record, counted as the document has it, and a living house."""

from collections import Counter
from datetime import date, datetime, timedelta

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db.models import F, Max, Sum
from django.test import TestCase
from django.utils import timezone

from certification.models import CommunityOrganization, StageRecord
from certification.queries import counts_in
from committees.models import Committee, Seat, Standing
from meetings.actions.minutes import keep_version
from meetings.models import (
    ActionItem,
    Answer,
    BreakoutResult,
    CarriedItem,
    Diagram,
    Invitation,
    Meeting,
    Minutes,
    Opinion,
    Reading,
    Resolution,
    ResultPoint,
    Speaker,
)
from meetings.queries import latest_summary, missing_for_call
from meetings.queries.minutes import is_unheard
from meetings.queries.register import entries, quorum_at_vote, supersessions
from meetings.reminders import due_at
from portal.kernel.models import Outbox, Person, User
from portal.schedule import JOBS
from portal.shell.demo import load_demo
from portal.shell.demo.cast import CAST, DEMO_PASSWORD
from portal.shell.demo.people import MARK
from portal.shell.demo.reports import day_of_opening, month_to_report
from portal.shell.demo.words_2550 import REVIEW
from regions.models import (
    Extension,
    Province,
    Region,
    RegionalPost,
    RegionalReport,
    ReportFigure,
    ReportRound,
    RolledFigure,
)
from regions.permissions import can_review_report
from regions.queries import rule_of

AT = timezone.make_aware(datetime.fromisoformat("2026-11-22 16:30"))
TODAY = AT.date()
Role, State = RegionalPost.Role, RegionalReport.State


def load(at=AT):
    with time_machine.travel(at, tick=False):
        return load_demo(at=at)


def rows():
    return {model._meta.label: model.objects.count() for model in apps.get_models()}


class Demonstration(TestCase):
    @classmethod
    def setUpTestData(cls):
        load()


class TestTheRealRecord(Demonstration):
    def setUp(self):
        self.meeting = Meeting.objects.get(number=2, be_year=2550)

    def points(self, key):
        result = BreakoutResult.objects.get(key=key, item__meeting=self.meeting)
        return result.points.filter(parent=None)

    def test_it_stands_where_and_when_the_document_says(self):
        assert (self.meeting.starts_on, self.meeting.ends_on) == (
            date(2007, 6, 12),
            date(2007, 6, 13),
        )
        assert (self.meeting.venue, self.meeting.province.name) == ("ศรีปทุม ลองสเตย์", "ปทุมธานี")
        assert self.meeting.next_in_words == "ปลายเดือนกรกฎาคม 2550"
        assert self.meeting.source != ""

    def test_only_what_the_document_dates_has_a_day(self):
        dated = self.meeting.sittings.exclude(on=None).values_list("on", "kind")

        assert set(dated) == {(date(2007, 6, 12), "informal"), (date(2007, 6, 13), "breakout")}
        assert self.meeting.sittings.filter(on=None).count() == 3

    def test_a_reading_that_is_only_probable_says_so_where_it_is_used(self):
        for key, word in [
            ("structure", "ทุนชุมชน"), ("roles_of_67", "ศตจ.จังหวัด"), ("support_wishes", "ทีมอำนวยการ"),
        ]:  # fmt: skip
            texts = " ".join(self.points(key).values_list("text", flat=True))
            assert f"{word} (น่าจะใช่)" in texts, word

    def test_nothing_of_a_sentence_is_lost(self):
        roles = self.points("roles_of_67").first().text
        third_way = self.points("ways_to_council").get(position=3).text

        assert "สนับสนุน" in roles
        assert third_way.endswith("เพื่อให้เกิดการขยายพื้นที่")

    def test_words_of_the_portal_stand_among_the_readings(self):
        notes = dict(Reading.objects.filter(meeting=self.meeting).values_list("read_as", "note"))

        assert "ไม่ใช้คำว่า มติ" in notes["มติที่ประชุม 2 ข้อ"]
        assert "ไม่ได้บอกชื่อภาค" in notes["ภาคทั้งแปดตามชื่อที่พอร์ทัลใช้"]

    def test_what_the_groups_brought_is_there_by_count(self):
        roles = Counter(self.points("management_roles").values_list("column", flat=True))
        structure = list(self.points("structure"))

        assert roles == {"บทบาทเชิงนโยบาย": 4, "บทบาทเชิงพื้นที่": 4}
        assert self.points("roles_of_67").count() == 5
        assert self.points("support_wishes").count() == 6
        assert [point.parts.count() for point in structure] == [0, 0, 0, 4]
        assert self.points("ways_to_council").count() == 5
        assert Opinion.objects.filter(item__meeting=self.meeting).count() == 6

    def test_its_two_next_steps_are_its_two_resolutions(self):
        assert self.meeting.resolutions.count() == 2

    def test_its_speakers_are_named_as_far_as_the_document_names_them(self):
        spoke = Speaker.objects.filter(statement__item__meeting=self.meeting)
        named = {speaker.person.full_name for speaker in spoke if speaker.person}

        assert named == {
            "นายสังคม เจริญทรัพย์",
            "นายสำเริง เสกขุนทด",
            "คุณทิสราพรโมกษ์ (อ่านไม่ชัด)",
            "คุณพลากร",
            "คุณสุวัฒน์ คงแป้น",
        }
        assert {speaker.held_position for speaker in spoke if not speaker.person} == {"ผอ.พอช."}

    def test_both_diagrams_are_rebuilt_with_words_beside(self):
        diagrams = Diagram.objects.filter(item__meeting=self.meeting).exclude(description="")

        assert {(one.shape, one.nodes.count()) for one in diagrams} == {
            ("columns", 8),
            ("chain", 4),
        }

    def test_each_region_reviews_within_june_and_the_secretariat_gathers_the_synthesis(self):
        items = ActionItem.objects.filter(resolution__meeting=self.meeting)
        reviews = items.filter(region__isnull=False)

        assert len(set(reviews.values_list("region", flat=True))) == reviews.count() == 8
        assert set(reviews.values_list("title", flat=True)) == {REVIEW}
        assert items.get(region=None).unit.code == "coordination-2550-secretariat"
        for words in ("ภาคประชาชนภาคละ 1", "เจ้าหน้าที่ภาคภาคละ 1", "ส่วนกลาง 2", "ผู้ประสานงานภาคละ 1"):
            assert words in items.get(region=None).title
        assert set(items.values_list("due_on", "due_precision")) == {(date(2007, 6, 30), "month")}

    def test_its_items_are_never_pending_nor_overdue(self):
        old = {"resolution__meeting__be_year": 2550}

        assert ActionItem.objects.filter(**old).count() == 9
        for day in (date(2009, 1, 1), TODAY, TODAY + timedelta(days=900)):
            assert ActionItem.objects.pending(on=day).filter(**old).count() == 0
            assert ActionItem.objects.overdue(on=day).filter(**old).count() == 0

    def test_what_the_document_does_not_say_is_not_there(self):
        generation = Committee.objects.get(code="coordination-2550")
        old = Meeting.objects.filter(committee=generation)

        assert set(old.values_list("starts_at", "ends_at", "called_at")) == {(None, None, None)}
        assert Invitation.objects.filter(meeting__in=old).count() == 0
        assert generation.seats.count() == 0
        assert ActionItem.objects.filter(resolution__meeting__in=old).done().count() == 0

    def test_the_seminar_before_it_has_its_findings_and_no_day(self):
        seminar = self.meeting.previous

        assert (str(seminar), seminar.kind, seminar.starts_on) == ("1/2550", "seminar", None)
        assert seminar.items.count() == 2

    def test_every_doubtful_reading_stands_beside_the_better_one(self):
        readings = Reading.objects.filter(meeting=self.meeting)
        unclear = set(readings.filter(certainty="unclear").values_list("seen", flat=True))

        assert readings.count() == 24
        assert unclear == {"คุณทิสราพรโมกษ์"}
        slips = ["ศจพ.ปชช.", "ศจท.ปชช.", "สภาพองค์กร", "ฝั่งหะก้าว", "แชนชุมชน", "กุ่มสภาพ", "ยกกระดับ"]
        texts = [*ResultPoint.objects.values_list("text", flat=True), self.meeting.summary.text]
        assert not [text for text in texts for slip in slips if slip in text]


class TestTheHouse(Demonstration):
    def test_67_seats_are_filled_ending_carried_over_or_vacant(self):
        committee = Committee.objects.the_67(on=TODAY).get()
        seats = list(Seat.objects.filter(committee=committee).for_board(on=TODAY))

        assert committee.seats_due == len(seats) == 67
        assert Counter(seat.standing(on=TODAY) for seat in seats) == {
            Standing.FILLED: 61,
            Standing.ENDS_SOON: 3,
            Standing.CARRY_OVER: 1,
            Standing.VACANT: 2,
        }
        assert Counter(seat.kind for seat in seats) == {"cluster": 60, "issue": 7}

    def test_clusters_fit_their_region_and_all_have_a_seat(self):
        seats = Seat.objects.filter(cluster__isnull=False).select_related("cluster", "region")
        for seat in seats:
            codes = seat.cluster.provinces.values("code")
            assert seat.region.province_rows.in_force(on=TODAY).filter(province__in=codes).exists()
        assert seats.values("cluster").distinct().count() == 18

    def test_each_region_has_one_co_chair_and_all_but_one_a_coordinator(self):
        posts = RegionalPost.objects.in_force(on=TODAY)
        without = Region.objects.exclude(posts__in=posts.filter(role=Role.COORDINATOR))

        assert Counter(posts.values_list("role", flat=True)) == {
            Role.MANAGER: 8,
            Role.OFFICER: 8,
            Role.CO_CHAIR: 8,
            Role.COORDINATOR: 7,
            Role.CENTRAL_OFFICER: 2,
            Role.AUDITOR: 1,
            Role.PROVINCIAL: 19,
        }
        assert [region.code for region in without] == ["east"]

    def test_coordinators_and_co_chairs_hold_a_seat_of_their_region(self):
        seats = Seat.objects.for_board(on=TODAY)
        holders = {(seat.holding.person_id, seat.region_id) for seat in seats if seat.holding}
        posts = RegionalPost.objects.filter(role__in=[Role.COORDINATOR, Role.CO_CHAIR])

        assert set(posts.values_list("person", "region")) <= holders

    def test_every_made_up_name_carries_its_mark(self):
        real = Person.objects.filter(spoke__isnull=False)

        assert Person.objects.exclude(pk__in=real).count() == 128
        assert not Person.objects.exclude(pk__in=real).exclude(last_name__endswith=MARK).exists()
        assert not CommunityOrganization.objects.exclude(name__endswith=MARK).exists()

    def test_the_cast_signs_in_with_the_known_password_and_a_verified_address(self):
        for actor in CAST:
            user = User.objects.get(email=actor.email)
            assert user.check_password(DEMO_PASSWORD)
            assert EmailAddress.objects.get(user=user).verified
            assert user.person.email == actor.email
        assert Person.objects.filter(memberships__isnull=False, email="").count() == 4


class TestTheCycle(Demonstration):
    def setUp(self):
        self.committee = Committee.objects.the_67(on=TODAY).get()
        self.called = Meeting.objects.get(state=Meeting.State.CALLED)

    def test_numbers_restart_each_year_and_follow_the_days(self):
        numbered = self.committee.meetings.exclude(number=None).order_by("starts_on")

        assert list(numbered.values_list("be_year", "number")) == [
            (2568, 1), (2568, 2), *((2569, number) for number in range(1, 12)),
        ]  # fmt: skip

    def test_the_year_assigned_work_that_is_done_open_and_late(self):
        items = ActionItem.objects.current(on=TODAY)
        standings = Counter(item.standing(on=TODAY).value for item in items.for_list())

        assert standings == {"done": 74, "pending": 5, "overdue": 8}
        for owner in ("region", "unit", "person"):
            assert items.filter(**{f"{owner}__isnull": False}).exists()

    def test_each_of_its_resolutions_has_the_quorum_of_its_hour(self):
        decided = Resolution.objects.filter(meeting__committee=self.committee)
        quorums = [quorum_at_vote(one) for one in decided.for_register()]

        assert (len(quorums), all(one.is_reached for one in quorums)) == (24, True)

    def test_minutes_that_go_round_say_so_once_their_text_is_another(self):
        minutes = Minutes.objects.get(state=Minutes.State.CIRCULATED)
        assert not is_unheard(minutes)

        minutes.meeting.items.filter(section=5).update(discussion="แก้หลังส่งเวียน")
        keep_version(minutes.meeting, by=minutes.versions.first().saved_by)

        assert is_unheard(minutes)

    def test_the_next_meeting_is_called_and_its_reminder_is_due(self):
        assert self.called.called_at < due_at(self.called) < AT
        assert not self.called.has_begun(at=AT)
        assert Counter(self.called.invitations.values_list("channel", flat=True)) == {
            "letter": 61,
            "phone": 6,
        }
        assert Outbox.objects.filter(kind="kernel.send_letter").count() == 61

    def test_most_of_those_invited_have_answered_before_the_reminder(self):
        invited = self.called.invitations.exclude(person=None)
        answered = invited.exclude(answer="")

        assert Counter(invited.values_list("answer", flat=True)) == {
            "coming": 41, "": 19, "declined": 3, "substitute": 2,
        }  # fmt: skip
        assert set(invited.filter(answer="").values_list("person__email", flat=True)) >= {
            "member-1@demo.example", "coordinator-1@demo.example",
        }  # fmt: skip
        assert all(
            self.called.called_at < at < due_at(self.called)
            for at in answered.values_list("answered_at", flat=True)
        )
        assert invited.filter(answered_via="phone").exclude(phoned_at=None).count() == 2

    def test_the_meeting_after_it_waits_only_to_be_called(self):
        planned = self.committee.meetings.get(state=Meeting.State.PLANNED)

        assert planned.previous == self.called
        assert missing_for_call(planned) == []

    def test_the_public_reads_the_latest_summary_of_this_house(self):
        assert latest_summary().meeting == self.called.previous


class TestTheReports(Demonstration):
    def test_the_open_round_has_every_state(self):
        now_open = ReportRound.objects.open(on=TODAY).get()
        regions = now_open.reports.filter(unit__kind="region")
        states = dict(regions.values_list("region__code", "state"))

        assert now_open.month == date(2026, 11, 1)
        assert Counter(states.values()) == {
            State.DRAFT: 3,
            State.SUBMITTED: 1,
            State.IN_REVIEW: 1,
            State.RETURNED: 1,
            State.ACCEPTED: 2,
        }
        assert (states["lower-north"], states["south"]) == (State.DRAFT, State.RETURNED)

    def test_one_section_came_back_with_its_reason(self):
        report = RegionalReport.objects.get(state=State.RETURNED, unit__kind="region")
        back = report.sections.get(verdict="returned")

        assert back.key == "certification"
        assert back.reason != ""

    def test_earlier_months_are_accepted_and_add_up(self):
        month = ReportRound.objects.get(month=date(2026, 10, 1))
        figure = RolledFigure.objects.get(
            round=month,
            basis="regions",
            region=None,
            indicator__key="organizations_certified",
        )

        regions = month.reports.filter(unit__kind="region")
        assert set(regions.values_list("state", flat=True)) == {State.ACCEPTED}
        assert (figure.value, figure.reported, figure.expected) == (30, 8, 8)

    def test_the_provinces_of_two_regions_file_and_their_offices_gather(self):
        now_open = ReportRound.objects.open(on=TODAY).get()
        gathered = now_open.reports.filter(unit__kind="province")
        filed = gathered.filter(region__code__in=["lower-north", "south"])
        before = RegionalReport.objects.filter(round__month=date(2026, 10, 1)).exclude(
            unit__kind="region"
        )

        assert (gathered.count(), now_open.reports.count()) == (77, 86)
        assert set(filed.values_list("state", flat=True)) >= {
            State.DRAFT,
            State.SUBMITTED,
            State.RETURNED,
            State.ACCEPTED,
        }
        own = filed.get(unit__province="65")
        assert (own.state, own.version) == (State.DRAFT, 1)
        assert {one.days_late(on=TODAY) for one in before.exclude(state=State.DRAFT)} == {0, 2}
        assert before.filter(state=State.DRAFT, region__code="lower-north").exists()
        reviewed = filed.exclude(reviewed_by=None)
        assert all(can_review_report(one.reviewed_by, one) for one in reviewed)

    def test_more_days_were_asked_for_granted_refused_and_wait(self):
        granted = Extension.objects.get(is_granted=True)

        assert Counter(Extension.objects.values_list("is_granted", flat=True)) == {
            True: 1,
            False: 1,
            None: 2,
        }
        assert granted.report.extended_until == granted.granted_until
        assert not granted.report.is_late(on=TODAY)
        assert granted.report.submitted_at.date() > granted.report.round.provinces_until
        waiting = Extension.objects.waiting().select_related("report")
        assert all(one.until > one.report.on_time_until for one in waiting)

    def test_nothing_is_dated_after_now(self):
        for field in ("submitted_at", "reviewed_at", "sections__saved_at"):
            assert not RegionalReport.objects.filter(**{f"{field}__gt": AT}).exists()
        assert not ActionItem.objects.filter(done_at__gt=AT).exists()
        assert not StageRecord.objects.filter(closed_on__gt=TODAY).exists()


class TestTheRegister(Demonstration):
    def test_organisations_of_all_provinces_stand_in_each_stage(self):
        organizations = CommunityOrganization.objects.all()
        reached = Counter(
            max(stage.stage for stage in one.stages.all())
            for one in organizations.prefetch_related("stages")
        )

        assert (len(organizations), organizations.values("province").distinct().count()) == (
            240,
            77,
        )
        assert reached == {1: 72, 2: 48, 3: 120}
        assert StageRecord.objects.filter(stage=3, closed_on__isnull=False).count() == 48

    def test_no_region_reports_more_than_its_register_holds(self):
        told = ReportFigure.objects.order_by().values_list("report__unit__region", "indicator__key")
        summed = {row[:2]: row[2] for row in told.annotate(Sum("value"))}
        greatest = {row[:2]: row[2] for row in told.annotate(Max("value"))}
        for region in Region.objects.in_force(on=TODAY):
            here = counts_in(Province.objects.of_region(region, on=TODAY).values("pk"))
            assert summed[region.pk, "organizations_found"] <= here.found
            assert summed[region.pk, "organizations_certified"] <= here.certified
            assert greatest[region.pk, "organizations_followed_up"] <= here.certified


@pytest.mark.django_db
def test_loading_again_changes_nothing():
    assert load() is True
    before = rows()

    assert load(AT + timedelta(days=40)) is False
    assert rows() == before


@pytest.mark.django_db
def test_a_real_installation_refuses_it(settings):
    settings.DEMO = False

    with pytest.raises(CommandError):
        call_command("load_demo")
    assert not Committee.objects.exists()


@pytest.mark.django_db
def test_a_round_is_open_on_each_of_400_days():
    call_command("load_places", verbosity=0)
    for offset in range(400):
        today = date(2026, 11, 22) + timedelta(days=offset)
        days = rule_of(month_to_report(today=today)).days_for(month_to_report(today=today))
        opens_on = day_of_opening(today=today)
        assert opens_on < today <= days["closes_on"]
        assert opens_on <= days["on_time_until"] <= days["closes_on"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "moment",
    [
        "2026-04-15 23:55",  # in the middle of Songkran
        "2026-12-16 08:00",  # the day after a round closed
        "2027-01-01 00:05",  # five minutes into a year
        "2027-03-25 00:05",  # the day a round opens
        "2028-02-29 23:55",
    ],
)
def test_it_lives_on_any_day(moment):
    at = timezone.make_aware(datetime.fromisoformat(moment))

    load(at)

    called = Meeting.objects.get(state=Meeting.State.CALLED)
    assert ReportRound.objects.open(on=at.date()).count() == 1
    assert called.called_at < due_at(called) < at
    assert at - due_at(called) < JOBS["meetings.remind_of_meetings"].grace
    assert not called.has_begun(at=at)
    assert not RegionalReport.objects.filter(submitted_at__gt=at).exists()
    assert ActionItem.objects.overdue(on=at.date()).exists()


class TestWhatBecameOfIt(Demonstration):
    """Matters arising, answers and changed resolutions of the made-up house."""

    def setUp(self):
        self.called = Meeting.objects.get(state=Meeting.State.CALLED)

    def test_each_meeting_took_up_what_waited_and_the_next_ones_still_do(self):
        held = CarriedItem.objects.filter(meeting__state=Meeting.State.CLOSED)
        coming = self.called.carried_items.filter(action_item__done_at=None)

        assert set(held.values_list("outcome", flat=True)) == {"continued"}
        assert not held.filter(action_item__done_at__lt=F("meeting__opened_at")).exists()
        assert coming.count() == ActionItem.objects.pending(on=TODAY).count() > 0
        assert Meeting.objects.get(
            number=None, committee=self.called.committee
        ).carried_items.count()

    def test_every_state_of_an_obligation_can_be_seen(self):
        told = {
            row.fulfilment
            for entry in entries(Resolution.objects.for_register(), on=TODAY, reader=None)
            for row in entry.obligations
        }

        assert told >= {"unanswered", "doing", "claimed", "done", "unrecorded"}

    def test_no_answer_is_younger_than_now_and_each_is_its_own_region_s(self):
        answers = Answer.objects.all()

        assert not answers.filter(edited_at__gt=AT).exists()
        assert not answers.exclude(action_item__region=F("report__unit__region")).exists()

    def test_one_resolution_was_amended_and_says_why(self):
        [amended] = Resolution.objects.with_standing("amended")

        assert amended.item.title == "แผนงานปีแรกของคณะ"
        assert MARK in supersessions(amended.changed_by.all())[0].reason
