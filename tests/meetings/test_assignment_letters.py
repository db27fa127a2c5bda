"""Letters about what was assigned: after the meeting, before the day and after it, once (S98)."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from committees.models import Committee
from meetings.assignment_reminders import slots
from meetings.models import ActionItem
from portal.kernel.jobs import tick
from portal.kernel.models import Holiday, Outbox
from portal.schedule import JOBS
from tests.factories.committees import make_body, make_body_membership, make_regional_body
from tests.factories.kernel import make_person
from tests.factories.meetings import NOW, make_held, make_item, make_resolution
from tests.factories.regions import BANGKOK, make_post, make_report

NAME = "meetings.remind_of_assignments"
JOB = {NAME: JOBS[NAME]}
DUE = date(2026, 7, 15)  # a Wednesday
BEFORE = datetime(2026, 7, 8, 9, 0, tzinfo=BANGKOK)  # five working days before
AFTER = datetime(2026, 7, 16, 9, 0, tzinfo=BANGKOK)
A_MINUTE = timedelta(minutes=1)
SOON, LATE = "ใกล้ครบกำหนดงานที่ได้รับมอบหมาย 1 เรื่อง", "เลยกำหนดงานที่ได้รับมอบหมาย 1 เรื่อง"


def promised():
    return list(Outbox.objects.filter(dedupe__startswith="assignments:").order_by("pk"))


def letters():
    return [(letter.payload["to"], letter.payload["subject"]) for letter in promised()]


def readers():
    return [to for to, _subject in letters()]


@pytest.fixture
def run(clock):
    """How many slots a tick runs then."""

    def ticked(moment):
        clock.move_to(moment)
        return tick(moment, JOB)

    return ticked


@pytest.fixture
def resolution(committee, run):
    run(NOW)  # the scheduler has been at work before
    return make_resolution(make_held(committee))


@pytest.fixture
def coordinator(north):
    return make_post("coordinator", north)


def asked(resolution, **owner):
    return make_item(resolution, **{"due_on": DUE, "title": "ส่งแผนของภาค", **owner})


def test_the_coordinator_is_reminded_before_the_day_and_after_it_once_each(
    resolution, north, coordinator, run
):
    asked(resolution, region=north)

    assert [run(BEFORE - A_MINUTE), run(BEFORE), run(BEFORE), run(AFTER), run(AFTER)] == [
        0,
        1,
        0,
        1,
        0,
    ]
    assert letters() == [(coordinator.email, SOON), (coordinator.email, LATE)]


def test_the_letter_says_all_that_one_must_know(resolution, north, coordinator, run):
    asked(resolution, region=north, due_precision=ActionItem.Precision.MONTH)
    run(BEFORE)

    body = promised()[0].payload["body"]
    for words in (
        "เรียน ", "ส่งแผนของภาค", north.name, "ภายในเดือนกรกฎาคม 2569",
        f"ตามมติที่ 1 {resolution.meeting.name} {resolution.meeting.committee.name}",
        f"/meetings/resolutions/{resolution.pk}/", "รายงานประจำเดือน",
    ):  # fmt: skip
        assert words in body


def test_one_letter_to_a_person_names_all_that_is_due(resolution, north, coordinator, run):
    asked(resolution, region=north)
    asked(resolution, region=north, position=2, title="ส่งรายชื่อ")
    run(BEFORE)

    assert letters() == [(coordinator.email, SOON.replace("1", "2"))]
    body = promised()[0].payload["body"]
    assert "ส่งแผนของภาค" in body
    assert "ส่งรายชื่อ" in body


def test_without_a_coordinator_the_officers_of_the_region_are_written_to(resolution, north, run):
    officer = make_post("officer", north)
    asked(resolution, region=north)
    run(BEFORE)

    assert readers() == [officer.email]


def test_a_person_is_written_to_and_who_has_no_address_is_not(resolution, run):
    asked(resolution, person=make_person(email="somchai@portal.example"))
    asked(resolution, person=make_person("ไม่มี", email=""), position=2)
    run(BEFORE)

    assert readers() == ["somchai@portal.example"]


def test_the_members_of_a_body_are_written_to_and_no_former_ones(resolution, committee, run):
    unit = make_body("evaluation", parent=committee)
    make_body_membership(unit, make_person(email="now@portal.example"))
    former = make_person("เคย", email="former@portal.example")
    make_body_membership(unit, former, ends_on=NOW.date())
    asked(resolution, unit=unit)
    run(BEFORE)

    assert readers() == ["now@portal.example"]


def test_what_a_body_nobody_is_entered_in_owes_goes_to_its_office_or_to_the_centre(
    resolution, committee, north, coordinator, secretary, run
):
    asked(resolution, unit=make_regional_body(north))
    secretariat = make_body("secretariat", kind=Committee.Kind.SECRETARIAT, parent=committee)
    asked(resolution, unit=secretariat, position=2)
    run(BEFORE)

    assert readers() == [coordinator.email, secretary.email]


def test_what_is_done_withdrawn_or_told_of_in_a_report_is_not_reminded_of(
    resolution, north, coordinator, secretary, run
):
    by = {"done_by": secretary}
    asked(resolution, region=north, done_at=NOW, **by)
    asked(
        resolution, region=north, position=2, withdrawn_at=NOW, withdrawn_by=secretary,
        withdrawn_because="เปลี่ยนแผน",
    )  # fmt: skip
    asked(resolution, region=north, position=3, answered_by=make_report(north))
    run(BEFORE)

    assert letters() == []


def test_what_an_earlier_generation_decided_is_not_reminded_of(
    former_committee, north, coordinator, run
):
    run(NOW)
    asked(make_resolution(make_held(former_committee, day=date(2007, 6, 12))), region=north)

    assert (run(BEFORE), letters()) == (0, [])


def test_so_many_working_days_before_is_the_body_s_own_number(
    resolution, committee, north, coordinator, run
):
    committee.task_reminder_working_days = 2
    committee.save()
    asked(resolution, region=north)

    assert [run(BEFORE), run(datetime(2026, 7, 13, 9, 0, tzinfo=BANGKOK))] == [0, 1]


def test_holidays_and_weekends_are_left_alone(resolution, north, coordinator, run):
    Holiday.objects.update_or_create(on=date(2026, 7, 16), defaults={"name": "วันหยุด"})
    asked(resolution, region=north)
    run(BEFORE)

    friday = datetime(2026, 7, 17, 9, 0, tzinfo=BANGKOK)
    assert [run(AFTER), run(friday - A_MINUTE), run(friday)] == [0, 0, 1]


def test_a_worker_that_was_down_for_longer_than_its_grace_says_nothing_late(
    resolution, north, coordinator, run
):
    asked(resolution, region=north)

    assert run(AFTER + timedelta(days=8)) == 0
    assert letters() == []


def test_a_letter_before_the_day_that_comes_after_it_is_not_sent(
    resolution, north, coordinator, run
):
    asked(resolution, region=north)
    run(AFTER)  # both are due by now

    assert letters() == [(coordinator.email, LATE)]


def test_the_morning_after_a_meeting_its_owners_hear_what_was_assigned(
    committee, north, coordinator, run
):
    run(NOW)
    closed = datetime(2026, 7, 10, 16, 0, tzinfo=BANGKOK)  # a Friday
    meeting = make_held(
        committee, day=closed.date(), opened_at=closed, closed_at=closed, opened_by=coordinator,
        closed_by=coordinator,
    )  # fmt: skip
    asked(make_resolution(meeting), region=north, due_on=date(2026, 8, 31))

    monday = datetime(2026, 7, 13, 9, 0, tzinfo=BANGKOK)
    assert [run(closed), run(monday - A_MINUTE), run(monday), run(monday)] == [0, 0, 1, 0]
    assert letters() == [(coordinator.email, "งานที่ที่ประชุมมอบหมาย 1 เรื่อง")]


@pytest.mark.parametrize("count", [1, 5])
def test_a_tick_and_a_letter_cost_the_same_for_one_task_and_many(
    resolution, north, coordinator, count, clock, django_assert_num_queries
):
    for position in range(count):
        asked(resolution, region=north, position=position)
    clock.move_to(BEFORE)

    with django_assert_num_queries(3):
        assert len(list(slots(NOW, timezone.now()))) == 1
    with django_assert_num_queries(24):
        assert tick(BEFORE, JOB) == 1
