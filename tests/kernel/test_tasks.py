"""Rules every task of the portal keeps, whoever writes it."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from django.apps import apps
from django.conf import settings
from django.db import connection

from committees.models import RosterImport
from meetings import circulation
from meetings.assignment_reminders import AFTER, Occasion
from meetings.models import ActionItem, CorrectionRequest, Meeting, Minutes
from meetings.reminders import slot_key
from portal.celery import app
from portal.kernel import checks
from portal.kernel.joining import invite_person
from portal.kernel.models import Heartbeat, User
from portal.kernel.registry import tasks
from portal.kernel.thai import fiscal_year
from portal.schedule import JOBS, QUEUES
from portal.shell.demo import load_demo
from regions.models import RegionalReport, ReportRound, RolledFigure
from tests.factories.kernel import make_account, make_person
from tests.kernel.probes import promised

APPS = {"kernel", "regions", "committees", "meetings", "certification", "shell"}
NOON = datetime(2026, 9, 1, 12, 0, tzinfo=UTC)
# The others find nothing to change, or do their work outside the database.
CHANGES_ROWS = {
    "kernel.drain_outbox",
    "kernel.sweep_outbox",
    "committees.forget_imports",
    "regions.open_round",
    "regions.remind_of_reports",
    "regions.roll_up",
    "regions.roll_up_year",
    "regions.sweep_figures",
    "meetings.remind_of_meetings",
    "meetings.remind_of_assignments",
    "meetings.adopt_circulated_minutes",
}
LETTER = {"key": "note:1", "to": "a@example.org", "subject": "เรื่อง", "body": "เรียน"}


def ours():
    return {name: task for name, task in tasks().items() if name.partition(".")[0] in APPS}


def source_files():
    for package in ("portal", "regions", "committees", "meetings", "certification"):
        yield from (settings.BASE_DIR / package).rglob("*.py")


def places(pattern):
    return sorted(
        str(path.relative_to(settings.BASE_DIR))
        for path in source_files()
        if re.search(pattern, path.read_text())
    )


# Names, queues, limits


def test_a_task_is_named_after_its_app_and_its_function():
    for name, task in ours().items():
        module = Path(task.run.__code__.co_filename).relative_to(settings.BASE_DIR)
        expected_app, expected_module = module.parts[-2:]
        assert (name, expected_module) == (f"{expected_app}.{task.run.__name__}", "tasks.py")


def test_every_task_waits_in_a_queue_a_worker_listens_to():
    assert set(app.amqp.queues.consume_from) == set(QUEUES)
    for name in ours():
        assert app.amqp.router.route({}, name)["queue"].name in QUEUES


def test_the_settings_of_the_portal_pass_their_checks():
    assert checks.tasks_end_before_somebody_else_starts_them() == []
    assert checks.the_schedule_names_what_exists() == []


def test_a_task_that_may_outlive_its_message_stops_the_start(monkeypatch):
    monkeypatch.setattr(tasks()["kernel.send_letter"], "time_limit", 151)

    found = checks.tasks_end_before_somebody_else_starts_them()

    assert [(error.id, "kernel.send_letter" in error.msg) for error in found] == [
        ("kernel.E001", True)
    ]


def test_a_misspelt_job_stops_the_start(monkeypatch):
    monkeypatch.setitem(JOBS, "kernel.prune_outboxes", JOBS["kernel.prune_outbox"])

    assert [error.id for error in checks.the_schedule_names_what_exists()] == ["kernel.E002"]


# One road for everything promised


def test_nothing_but_the_herald_publishes_and_nothing_but_letters_sends_mail():
    assert places(r"\.delay\(|\.apply_async\(|send_task\(") == ["portal/kernel/nudging.py"]
    assert places(r"(?<!def )\bsend_mail\(|EmailMessage\(|EmailMultiAlternatives\(") == [
        "portal/kernel/letters.py"
    ]


def test_due_times_live_in_the_database():
    assert places(r"\beta=|countdown=") == []


# Safe to run twice


def snapshot():
    """Every row of every table, but for signs of life, which are meant to change."""
    connection.close()
    return {
        model._meta.label: list(model.objects.order_by("pk").values())
        for model in apps.get_models()
        if model is not Heartbeat
    }


def some_promises(arguments):
    promised(key="note:1")
    promised(key="note:2", next_at=NOON.replace(year=2100))
    return arguments


def a_month_to_open():
    load_demo(at=NOON)
    return {"slot": "2030-01"}


def reports_to_remind_of():
    load_demo(at=NOON)
    return {"slot": "reports:2026-09-01T09:00:00"}


def a_report_to_count():
    load_demo(at=NOON)
    RolledFigure.objects.all().delete()
    return {"report": RegionalReport.objects.filter(state="accepted").earliest("pk").pk}


def a_year_to_repair():
    a_report_to_count()
    return {"year": fiscal_year(ReportRound.objects.earliest("month").month)}


def a_night_of_figures():
    load_demo(at=NOON)
    return {"slot": "2030-01-01"}


def a_meeting_to_remind_of():
    load_demo(at=NOON)
    return {"slot": slot_key(Meeting.objects.get(state=Meeting.State.CALLED))}


def a_task_to_remind_of():
    load_demo(at=NOON)
    late = ActionItem.objects.overdue(on=NOON.date()).filter(answered_by=None).first()
    return {"slot": Occasion(AFTER, late.resolution.meeting.committee_id, late.due_on).slot}


def minutes_nobody_objected_to():
    load_demo(at=NOON)
    circulated = Minutes.objects.filter(state=Minutes.State.CIRCULATED)
    circulated.update(circulated_until=NOON.date() - timedelta(days=1))
    CorrectionRequest.objects.update(
        outcome="declined", reply="ถูกแล้ว", settled_at=NOON, settled_by=User.objects.first()
    )
    return {"slot": circulation.slot_key(circulated.get())}


def a_roster_to_forget():
    RosterImport.objects.create(
        file_name="รายชื่อ.xlsx",
        rows={"rows": [{"sheet": "รายชื่อ", "row": 2, "cells": {"first_name": "สมใจ"}}]},
        row_count=1,
        uploaded_by=User.objects.create_user("secretary@portal.example"),
        uploaded_at=NOON - timedelta(days=2),
    )
    return {"slot": "2026-09-01"}


def an_invitation_to_send():
    by = make_account(make_person("เลขา"), "secretary@example.org")
    told = {"channel": "email", "email": LETTER["to"], "by": by}
    return {"invitation": invite_person(make_person(), **told).pk}


# What each task finds when it starts, and its arguments.
STORIES = {
    "kernel.tick_jobs": lambda: some_promises({}),
    "kernel.drain_outbox": lambda: some_promises({}),
    "kernel.sweep_outbox": lambda: some_promises({}),
    "kernel.send_letter": lambda: some_promises(LETTER),
    "kernel.send_account_invitation": an_invitation_to_send,
    "kernel.prune_outbox": lambda: some_promises({"slot": "2026-09-01"}),
    "committees.forget_imports": a_roster_to_forget,
    "regions.open_round": a_month_to_open,
    "regions.remind_of_reports": reports_to_remind_of,
    "regions.roll_up": a_report_to_count,
    "regions.roll_up_year": a_year_to_repair,
    "regions.sweep_figures": a_night_of_figures,
    "meetings.remind_of_meetings": a_meeting_to_remind_of,
    "meetings.remind_of_assignments": a_task_to_remind_of,
    "meetings.adopt_circulated_minutes": minutes_nobody_objected_to,
}


def test_every_task_has_its_story_in_the_test_below():
    assert ours().keys() == STORIES.keys()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("name", STORIES)
def test_running_a_task_again_or_twice_at_once_changes_nothing_more(name):
    run = tasks()[name]
    with time_machine.travel(NOON, tick=False):
        arguments = STORIES[name]()
        before = snapshot()
        run(**arguments)
        once = snapshot()
        run(**arguments)
        run(**arguments)
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(lambda _: in_a_thread(run, arguments), range(2)))

        assert snapshot() == once
    assert (once != before) == (name in CHANGES_ROWS)


def in_a_thread(run, arguments):
    try:
        run(**arguments)
    finally:
        connection.close()
