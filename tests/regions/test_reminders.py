"""Letters that leave by themselves: when, to whom, once, and never at night."""

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from portal.kernel.jobs import tick
from portal.kernel.models import Holiday, JobRun, Outbox, Person
from portal.kernel.workdays import EARLIEST, LATEST, Calendar
from portal.schedule import JOBS
from regions import actions
from regions.models import RegionalPost, RegionalReport, ReportContact, ReportRound
from regions.queries import filers_of
from regions.reminders import coming, due, slots
from tests.factories.regions import (
    BANGKOK,
    accepted,
    make_centre,
    make_former,
    make_post,
    make_report,
    make_reporting_province,
    returned,
    submitted,
)

JOB = {"regions.remind_of_reports": JOBS["regions.remind_of_reports"]}


def at(day, hour=9, minute=0, month=7):
    return datetime(2026, month, day, hour, minute, tzinfo=BANGKOK)


@pytest.fixture
def quiet_region(north, other_region, found):
    """The draft of the north; the other region owes nothing here."""
    other_region.reporting_unit.starts_on = date(2027, 1, 1)
    other_region.reporting_unit.save()
    return make_report(north)


def run(clock, moment):
    """The clock ticks at ``moment``; whom it writes to, and about what."""
    clock.move_to(moment)
    before = set(Outbox.objects.values_list("pk", flat=True))
    tick(moment, JOB)
    new = Outbox.objects.exclude(pk__in=before)
    return sorted((row.payload["to"].partition("@")[0], row.payload["subject"]) for row in new)


REGION = "รายงานภาคเหนือตอนบน เดือนมิถุนายน 2569"
COORDINATOR = "coordinator-upper-north"


# July 2569: on time until Sunday the 5th, closed after Wednesday the 15th.


@pytest.fixture(autouse=True)
def deployed(db, clock):
    tick(at(25, month=6), JOB)


def test_the_filer_is_reminded_before_after_and_on_the_last_day(quiet_region, cast, clock):
    told = {day: letters for day in range(1, 18) if (letters := run(clock, at(day, 9, 1)))}

    assert told == {
        3: [(COORDINATOR, f"ใกล้ครบกำหนดส่ง{REGION}")],
        6: [(COORDINATOR, f"เลยกำหนดส่ง{REGION}")],
        15: [(COORDINATOR, f"วันสุดท้ายของการรับ{REGION}")],
    }
    assert list(ReportContact.objects.order_by("at").values_list("slot", "by", "way")) == [
        ("before:2026-07-05", None, "letter"),
        ("after:2026-07-05", None, "letter"),
        ("last:2026-07-15", None, "letter"),
    ]


def test_a_province_is_reminded_by_its_own_earlier_day(quiet_region, north, clock):
    province = make_reporting_province(north)
    RegionalReport.objects.create(
        unit=province.reporting_unit, round=quiet_region.round, region=north
    )
    make_post("provincial", province=province)

    assert run(clock, at(1, 9, 1)) == [
        ("provincial-50", "ใกล้ครบกำหนดส่งรายงานจังหวัดเชียงใหม่ เดือนมิถุนายน 2569")
    ]


def test_a_province_without_anybody_is_its_regional_offices_in_one_letter(
    quiet_region, north, cast, clock
):
    for code, name in (("50", "เชียงใหม่"), ("52", "ลำปาง")):
        RegionalReport.objects.create(
            unit=make_reporting_province(north, code, name).reporting_unit,
            round=quiet_region.round,
            region=north,
        )

    assert run(clock, at(1, 9, 1)) == [(COORDINATOR, "ใกล้ครบกำหนดส่งรายงาน 2 ฉบับ")]
    body = Outbox.objects.latest("pk").payload["body"]
    assert "รายงานจังหวัดเชียงใหม่ เดือนมิถุนายน 2569" in body
    assert "ตรงเวลาถึงวันที่ 3 กรกฎาคม 2569 ปิดรับหลังวันที่ 15 กรกฎาคม 2569" in body
    assert ReportContact.objects.count() == 2


def test_nothing_is_said_of_a_report_that_was_sent(quiet_region, cast, clock):
    accepted(quiet_region, cast["coordinator"], cast["secretariat"], organizations_found=1)

    assert [run(clock, at(day, 9, 1)) for day in (3, 6, 15)] == [[], [], []]


def test_nothing_is_said_twice_however_often_it_runs(quiet_region, cast, clock):
    assert len(run(clock, at(3, 9, 1))) == 1
    assert run(clock, at(3, 9, 2)) == []
    JobRun.objects.all().delete()
    assert run(clock, at(3, 9, 3)) == []
    assert actions.remind_of_reports(at=at(3, 9, 4)) == 0


def test_a_slot_that_failed_is_made_up_by_the_next(quiet_region, cast, clock, monkeypatch):
    monkeypatch.setattr("regions.actions.remind_of_reports", lambda at: 1 / 0)
    assert run(clock, at(3, 9, 1)) == []
    assert not ReportContact.objects.exists()
    monkeypatch.undo()

    assert run(clock, at(3, 9, 2)) == [(COORDINATOR, f"ใกล้ครบกำหนดส่ง{REGION}")]


def test_of_days_missed_only_the_latest_is_said(quiet_region, cast, clock):
    assert run(clock, at(15, 9, 1)) == [(COORDINATOR, f"วันสุดท้ายของการรับ{REGION}")]
    assert ReportContact.objects.count() == 1


@pytest.mark.parametrize("moment", [at(3, 20), at(3, 6, 59), at(4), at(5, 12)])
def test_nobody_is_written_to_at_night_at_weekends(quiet_region, cast, clock, moment):
    assert run(clock, moment) == []
    assert actions.remind_of_reports(at=moment) == 0


def test_a_holiday_moves_the_letter_to_the_working_day_before(quiet_region, cast, clock):
    Holiday.objects.create(on=date(2026, 7, 3), name="วันหยุด")

    assert run(clock, at(2, 9, 1)) == [(COORDINATOR, f"ใกล้ครบกำหนดส่ง{REGION}")]
    assert run(clock, at(3, 9, 1)) == []


def test_an_extension_moves_the_reminders(quiet_region, cast, clock):
    run(clock, at(3, 9, 1))
    extension = actions.ask_extension(
        quiet_region, until=date(2026, 7, 20), reason="น้ำท่วม", by=cast["coordinator"]
    )
    actions.grant_extension(extension, until=date(2026, 7, 20), answer="ได้", by=cast["secretariat"])

    assert run(clock, at(6, 9, 1)) == []
    # The last day on time is the last of all, and comes after a weekend.
    assert run(clock, at(17, 9, 1)) == [(COORDINATOR, f"ใกล้ครบกำหนดส่ง{REGION}")]
    assert run(clock, at(20, 9, 1)) == [(COORDINATOR, f"วันสุดท้ายของการรับ{REGION}")]


# -- Foretold --------------------------------------------------------------------------------


@pytest.fixture
def foretold(cast, client):
    """The page on a Wednesday at noon, as one of the cast reads it."""

    def read(name="secretariat"):
        client.force_login(cast[name])
        return client.get("/reports/reminders/")

    return read


def test_what_is_foretold_is_what_leaves(quiet_region, cast, clock):
    province = make_reporting_province(quiet_region.region)
    RegionalReport.objects.create(
        unit=province.reporting_unit, round=quiet_region.round, region=quiet_region.region
    )
    clock.move_to(at(1, 8))
    said = [(timezone.localdate(one.due_at).day, one.slot) for one in coming(at(1, 8), days=16)]
    for day in range(1, 18):
        run(clock, at(day, 9, 1))

    left = ReportContact.objects.order_by("at")
    assert len(said) == 6
    assert sorted(said) == sorted((timezone.localdate(one.at).day, one.slot) for one in left)


def test_the_secretariat_reads_who_will_be_reminded_and_when(quiet_region, foretold, clock):
    clock.move_to(at(1, 12))

    [(day, rows)] = foretold().context["days"][:1]
    assert day == date(2026, 7, 3)
    assert [(str(row["words"]), row["to"], row["at"].hour) for row in rows] == [
        ("ใกล้ครบกำหนดส่ง", list(filers_of(quiet_region, on=day)), 9)
    ]


def test_only_drafts_that_its_reader_may_open_are_linked(quiet_region, foretold, clock):
    clock.move_to(at(1, 12))
    centre = RegionalReport.objects.create(unit=make_centre(), round=quiet_region.round)

    page = foretold().text

    assert "ภาคเหนือตอนบน" in page
    assert f'href="{quiet_region.get_absolute_url()}"' not in page
    assert f'href="{centre.get_absolute_url()}"' in page


def test_who_has_no_address_must_be_called(quiet_region, cast, foretold, clock):
    clock.move_to(at(1, 12))
    Person.objects.filter(pk=cast["coordinator"].person.pk).update(email="")

    assert "ไม่มีใครที่มีอีเมล ต้องโทร" in foretold().content.decode()


@pytest.mark.parametrize(
    ("name", "status"), [("auditor", 200), ("coordinator", 403), ("co-chair", 403), ("member", 403)]
)
def test_only_who_reads_everything_reads_who_is_reminded(quiet_region, foretold, name, status):
    assert foretold(name).status_code == status


def test_many_reminders_are_foretold_in_as_many_statements_as_one(
    quiet_region, north, foretold, clock, django_assert_num_queries
):
    clock.move_to(at(1, 12))
    foretold()
    with CaptureQueriesContext(connection) as few:
        foretold()
    for code in ("50", "51", "52"):
        RegionalReport.objects.create(
            unit=make_reporting_province(north, code, f"จังหวัด {code}").reporting_unit,
            round=quiet_region.round,
            region=north,
        )

    with django_assert_num_queries(len(few)):
        foretold()


# -- Hours --------------------------------------------------------------------------------


def test_the_author_of_a_returned_report_hears_after_the_hours_for_mending(
    quiet_region, cast, clock
):
    reasons = {"certification": "น้อยกว่าไฟล์แนบ"}
    returned(quiet_region, cast["coordinator"], cast["secretariat"], reasons, organizations_found=1)

    assert run(clock, at(2, 10, 41)) == []
    assert run(clock, at(2, 10, 43)) == [(COORDINATOR, f"รอแก้{REGION}")]
    assert run(clock, at(3, 10, 43)) == []


def test_an_author_who_left_is_not_written_to(quiet_region, cast, clock):
    reasons = {"certification": "น้อยกว่าไฟล์แนบ"}
    returned(quiet_region, cast["coordinator"], cast["secretariat"], reasons, organizations_found=1)
    RegionalPost.objects.filter(role="coordinator", region=quiet_region.region).delete()

    assert run(clock, at(2, 10, 43)) == [("officer-upper-north", f"รอแก้{REGION}")]


def test_whoever_may_check_hears_after_the_hours_for_review(quiet_region, cast, clock):
    make_post("central_officer", name="second")
    submitted(quiet_region, cast["coordinator"], organizations_found=1)

    assert run(clock, at(3, 10, 41)) == []
    assert run(clock, at(3, 10, 43)) == [
        ("central_officer-centre", f"รอตรวจ{REGION}"),
        ("second", f"รอตรวจ{REGION}"),
    ]
    assert "ควรตรวจเสร็จใน 48 ชั่วโมง" in Outbox.objects.latest("pk").payload["body"]


def test_once_somebody_has_begun_only_they_hear(quiet_region, cast, clock):
    second = make_post("central_officer", name="second")
    report = submitted(quiet_region, cast["coordinator"], organizations_found=1)
    RegionalReport.objects.filter(pk=report.pk).update(
        state="in_review", reviewer=second, review_began_at=at(2)
    )

    assert run(clock, at(3, 10, 43)) == [("second", f"รอตรวจ{REGION}")]


def test_hours_that_end_at_night_or_at_a_weekend_wait_for_the_morning(quiet_region, cast, clock):
    clock.move_to(at(2, 15))  # a Thursday: 48 hours later is a Saturday
    submitted(quiet_region, cast["coordinator"], organizations_found=1)

    assert run(clock, at(4, 15, 1)) == []
    assert run(clock, at(6, 8, 59)) == []
    assert run(clock, at(6, 9, 1)) == [("central_officer-centre", f"รอตรวจ{REGION}")]


def test_who_filled_it_in_is_not_asked_to_check_it(quiet_region, north, cast, clock):
    province = make_reporting_province(north)
    report = RegionalReport.objects.create(
        unit=province.reporting_unit, round=quiet_region.round, region=north
    )
    sent = {"submitted_at": at(1), "submitted_by": cast["officer"], "receipt": "ร.1"}
    RegionalReport.objects.filter(pk=report.pk).update(state="submitted", **sent)

    assert run(clock, at(3, 9, 1)) == [
        (COORDINATOR, "รอตรวจรายงานจังหวัดเชียงใหม่ เดือนมิถุนายน 2569"),
        (COORDINATOR, f"ใกล้ครบกำหนดส่ง{REGION}"),
    ]


def test_the_centre_is_reminded_and_the_co_chairs_check_it(quiet_region, cast, clock):
    centre = RegionalReport.objects.create(unit=make_centre(), round=quiet_region.round)
    own = "รายงานส่วนกลาง เดือนมิถุนายน 2569"
    assert ("central_officer-centre", f"ใกล้ครบกำหนดส่ง{own}") in run(clock, at(3, 9, 1))

    sent = {"submitted_at": at(3), "submitted_by": cast["secretariat"], "receipt": "ก.1"}
    RegionalReport.objects.filter(pk=centre.pk).update(state="submitted", **sent)
    assert ("co_chair-upper-north", f"รอตรวจ{own}") in run(clock, at(6, 9, 1))


def test_nobody_reachable_leaves_no_row_and_no_error(quiet_region, cast, clock):
    for user in (cast["coordinator"], cast["officer"]):
        user.person.email = ""
        user.person.save()

    assert run(clock, at(3, 9, 1)) == []
    assert not ReportContact.objects.exists()


def test_who_left_office_is_not_a_filer(quiet_region, north, clock, cast):
    RegionalPost.objects.filter(role__in=["coordinator", "officer"]).delete()
    make_former("coordinator", north, name="gone")

    assert run(clock, at(3, 9, 1)) == []


def test_turned_meanwhile_nothing_is_said(quiet_region, cast, clock, monkeypatch):
    clock.move_to(at(3, 9, 1))
    occasions = due(at(3, 9, 1))
    submitted(quiet_region, cast["coordinator"], organizations_found=1)
    monkeypatch.setattr("regions.actions.reminding.due", lambda at: occasions)

    assert actions.remind_of_reports(at=at(3, 9, 1)) == 0


def test_slots_cost_the_same_for_eight_and_eighty_five(
    quiet_region, north, django_assert_max_num_queries
):
    def cost():
        with django_assert_max_num_queries(6) as told:
            list(slots(at(1), at(3, 9, 1)))
        return len(told)

    before = cost()
    for number in range(11, 60):
        RegionalReport.objects.create(
            unit=make_reporting_province(north, str(number), f"จ{number}").reporting_unit,
            round=quiet_region.round,
            region=north,
        )
    assert cost() == before


def test_slots_are_asked_from_where_they_were_told(quiet_region):
    assert list(slots(at(1), at(3, 9, 1))) == [("reports:2026-07-03T09:00:00", at(3))]
    assert list(slots(at(3), at(3, 9, 1))) == []


def test_what_was_due_long_ago_is_past(quiet_region, cast):
    submitted(quiet_region, cast["coordinator"], organizations_found=1)

    assert [one.kind for one in due(at(10))] == ["review"]
    assert due(at(13)) == []


def test_rounds_long_closed_are_left_alone(quiet_region):
    assert due(at(30)) == []
    assert ReportRound.objects.exists()


@given(minutes=st.integers(0, 365 * 24 * 60))
def test_the_next_moment_is_never_quiet_and_never_earlier(minutes):
    calendar = Calendar.__new__(Calendar)
    calendar.holidays = {date(2026, 4, 13), date(2026, 4, 14), date(2026, 4, 15)}
    asked = at(1, 0, month=1) + timedelta(minutes=minutes)

    found = calendar.next_moment(asked)

    assert found >= asked
    assert not calendar.is_quiet(found)
    assert found - asked < timedelta(days=8)
    assert EARLIEST <= found.astimezone(BANGKOK).time() < LATEST


def test_a_letter_says_where_and_until_when(quiet_region, cast, clock):
    run(clock, at(6, 9, 1))
    body = Outbox.objects.latest("pk").payload["body"]

    assert body.startswith("เรียน คุณ")
    assert quiet_region.get_absolute_url() in body
    assert "ยังส่งได้ แต่จะบันทึกว่าส่งช้า" in body
