from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.db import connection
from django.utils import timezone

from portal.kernel.jobs import SCHEDULER, tick
from portal.kernel.models import Heartbeat, Holiday, JobRun, Outbox
from portal.kernel.slots import Daily, FromData
from portal.kernel.workdays import is_workday, workdays_before
from tests.kernel.probes import TROUBLES

DAY = timedelta(days=1)
MORNING = Daily(at=time(8, 0), grace=5 * DAY)
# 08.00 in Bangkok on 1 September.
EIGHT = datetime(2026, 9, 1, 1, 0, tzinfo=UTC)

in_real_transactions = pytest.mark.django_db(transaction=True)


def runs():
    return list(JobRun.objects.order_by("due_at", "pk").values_list("slot", "state"))


def promises():
    return sorted(Outbox.objects.values_list("dedupe", flat=True))


# When a day's slot is due


@pytest.mark.parametrize(
    ("since", "until", "days"),
    [
        (EIGHT - timedelta(hours=1), EIGHT - timedelta(seconds=1), []),
        (EIGHT - timedelta(hours=1), EIGHT, ["2026-09-01"]),
        (EIGHT, EIGHT + timedelta(hours=23), []),
        (EIGHT, EIGHT + 3 * DAY, ["2026-09-02", "2026-09-03", "2026-09-04"]),
        # 18.30 UTC is already the next day in Bangkok.
        (EIGHT.replace(hour=18), EIGHT.replace(hour=18) + DAY, ["2026-09-02"]),
    ],
)
def test_a_daily_slot_is_due_at_its_thai_hour(since, until, days):
    assert [slot for slot, _ in MORNING.slots(since, until)] == days


@pytest.mark.parametrize("zone", ["UTC", "Asia/Bangkok", "America/Los_Angeles"])
@pytest.mark.parametrize("day", [date(2028, 2, 29), date(2026, 12, 31), date(2027, 1, 1)])
def test_the_servers_zone_changes_nothing(zone, day, monkeypatch):
    monkeypatch.setenv("TZ", zone)
    noon = timezone.make_aware(datetime.combine(day, time(12)))

    found = list(MORNING.slots(noon - DAY, noon))

    assert found == [(day.isoformat(), noon - timedelta(hours=4))]


# Once, late rather than never


@in_real_transactions
def test_a_job_starts_when_it_is_first_deployed():
    jobs = {"tests.fill": MORNING}

    assert tick(EIGHT + timedelta(minutes=1), jobs) == 0
    assert tick(EIGHT + DAY, jobs) == 1

    assert runs() == [("2026-09-02", "ran")]
    assert promises() == ["tests.fill:2026-09-02:a", "tests.fill:2026-09-02:b"]


@in_real_transactions
def test_ticking_often_runs_a_slot_once():
    jobs = {"tests.fill": MORNING}

    ran = [tick(EIGHT - DAY / 2 + minutes * timedelta(minutes=7), jobs) for minutes in range(200)]

    assert (sum(ran), runs()) == (1, [("2026-09-01", "ran")])


@in_real_transactions
def test_starting_empty_at_any_second_of_the_day_neither_skips_nor_doubles():
    """Nothing hangs on beat's own file: the first tick after the hour runs the slot."""
    jobs = {"tests.fill": MORNING}
    started = EIGHT - timedelta(seconds=30)

    for second in range(60):
        Heartbeat.objects.all().delete()
        JobRun.objects.all().delete()
        for step in sorted((0, second, 60, 61, 3600)):
            tick(started + timedelta(seconds=step), jobs)
        assert runs() == [("2026-09-01", "ran")]


@in_real_transactions
def test_missed_days_are_caught_up_and_those_past_grace_are_skipped_aloud(caplog):
    jobs = {"tests.fill": MORNING}
    tick(EIGHT - timedelta(hours=1), jobs)

    assert tick(EIGHT + 6 * DAY, jobs) == 6

    states = [state for _, state in runs()]
    assert states == ["skipped"] + 6 * ["ran"]
    assert "slot 2026-09-01 of job tests.fill was missed" in caplog.text


@in_real_transactions
def test_many_ticks_at_once_run_a_slot_once():
    jobs = {"tests.fill": MORNING}
    tick(EIGHT - timedelta(hours=1), jobs)

    def work(_):
        try:
            return tick(EIGHT + 2 * DAY, jobs)
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        ran = list(pool.map(work, range(6)))

    assert (sum(ran), len(promises())) == (3, 6)


@in_real_transactions
def test_a_slot_that_fails_stays_open_promises_nothing_and_holds_up_nobody():
    jobs = {"tests.fill_half": MORNING, "tests.fill": MORNING}
    tick(EIGHT - timedelta(hours=1), jobs)
    TROUBLES.append(ValueError("a mistake in the job"))

    assert tick(EIGHT, jobs) == 1
    assert promises() == ["tests.fill:2026-09-01:a", "tests.fill:2026-09-01:b"]

    assert tick(EIGHT + timedelta(seconds=30), jobs) == 1
    assert "tests.fill_half:2026-09-01" in promises()
    assert {state for _, state in runs()} == {"ran"}


# Slots that rows decide

HOLIDAYS = FromData(source="tests.kernel.test_jobs.holiday_slots", grace=5 * DAY)


def holiday_slots(since, until):
    """A job that hangs on data: something is due at the beginning of each holiday."""
    for day in Holiday.objects.order_by("on"):
        due_at = timezone.make_aware(datetime.combine(day.on, time.min))
        if since < due_at <= until:
            yield f"holiday:{day.pk}:{day.on}", due_at


def holiday(day):
    return Holiday.objects.create(on=day, name="วันหยุด")


@in_real_transactions
def test_a_slot_already_due_at_the_first_start_is_run_if_grace_allows():
    holiday(date(2026, 8, 20))
    recent = holiday(date(2026, 8, 30))
    holiday(date(2026, 9, 10))

    assert tick(EIGHT, {"tests.fill": HOLIDAYS}) == 1

    assert runs() == [(f"holiday:{recent.pk}:2026-08-30", "ran")]


@in_real_transactions
def test_a_row_that_arrives_after_its_moment_is_not_overlooked():
    jobs = {"tests.fill": HOLIDAYS}
    later = holiday(date(2026, 9, 3))
    tick(EIGHT, jobs)
    assert tick(EIGHT + 3 * DAY, jobs) == 1

    earlier = holiday(date(2026, 9, 2))
    assert tick(EIGHT + 3 * DAY, jobs) == 1
    assert tick(EIGHT + 3 * DAY, jobs) == 0

    assert runs() == [
        (f"holiday:{earlier.pk}:2026-09-02", "ran"),
        (f"holiday:{later.pk}:2026-09-03", "ran"),
    ]


@in_real_transactions
def test_a_moved_row_is_another_occasion():
    jobs = {"tests.fill": HOLIDAYS}
    moved = holiday(date(2026, 9, 1))
    tick(EIGHT, jobs)

    Holiday.objects.update(on=date(2026, 9, 4))
    tick(EIGHT + 4 * DAY, jobs)

    assert [slot for slot, _ in runs()] == [
        f"holiday:{moved.pk}:2026-09-01",
        f"holiday:{moved.pk}:2026-09-04",
    ]


@in_real_transactions
def test_a_job_that_cannot_say_when_it_is_due_holds_up_nobody(caplog):
    broken = FromData(source="tests.kernel.test_jobs.no_such_source", grace=DAY)
    jobs = {"tests.fill_half": broken, "tests.fill": MORNING}
    tick(EIGHT - timedelta(hours=1), jobs)

    assert tick(EIGHT, jobs) == 1
    assert "job tests.fill_half cannot say when it is due" in caplog.text


# Signs of life


@in_real_transactions
def test_each_tick_leaves_a_sign_of_life():
    tick(EIGHT, {"tests.fill": MORNING})
    tick(EIGHT + DAY, {"tests.fill": MORNING})

    beats = Heartbeat.objects.order_by("name").values_list("name", "first_at", "last_at")
    assert list(beats) == [(SCHEDULER, EIGHT, EIGHT + DAY), ("tests.fill", EIGHT, EIGHT + DAY)]


# Working days


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        (date(2026, 9, 11), 3, date(2026, 9, 8)),  # Friday: Thursday, Wednesday, Tuesday
        (date(2026, 9, 14), 3, date(2026, 9, 9)),  # Monday, across a weekend
        (date(2026, 9, 13), 1, date(2026, 9, 11)),  # from a Sunday
        (date(2026, 10, 14), 3, date(2026, 10, 8)),  # 13 October is a holiday
        (date(2026, 9, 11), 0, date(2026, 9, 11)),
    ],
)
def test_working_days_skip_weekends_and_holidays(day, count, expected):
    Holiday.objects.create(on=date(2026, 10, 13), name="วันนวมินทรมหาราช")

    assert workdays_before(day, count) == expected


@pytest.mark.django_db
def test_a_holiday_on_a_weekday_is_no_workday():
    tuesday = date(2026, 10, 13)
    assert is_workday(tuesday)

    holiday(tuesday)

    assert [is_workday(tuesday + n * DAY) for n in range(5)] == [False, True, True, True, False]
