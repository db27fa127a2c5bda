"""Rules every task of the portal keeps, whoever writes it."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine
from django.apps import apps
from django.conf import settings
from django.db import connection

from meetings.models import Meeting
from meetings.reminders import slot_key
from portal.celery import app
from portal.kernel import checks
from portal.kernel.models import Heartbeat
from portal.kernel.registry import tasks
from portal.schedule import JOBS, QUEUES
from portal.shell.demo import load_demo
from regions.models import ReportRound, RolledFigure
from tests.kernel.probes import promised

APPS = {"kernel", "regions", "committees", "meetings", "certification", "shell"}
NOON = datetime(2026, 9, 1, 12, 0, tzinfo=UTC)
# The others find nothing to change, or do their work outside the database.
CHANGES_ROWS = {
    "kernel.drain_outbox",
    "kernel.sweep_outbox",
    "regions.open_round",
    "regions.roll_up",
    "meetings.remind_of_meetings",
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


def a_month_to_count():
    load_demo(at=NOON)
    RolledFigure.objects.all().delete()
    return {"report_round": ReportRound.objects.earliest("month").pk}


def a_meeting_to_remind_of():
    load_demo(at=NOON)
    return {"slot": slot_key(Meeting.objects.get(state=Meeting.State.CALLED))}


# What each task finds when it starts, and its arguments.
STORIES = {
    "kernel.tick_jobs": lambda: some_promises({}),
    "kernel.drain_outbox": lambda: some_promises({}),
    "kernel.sweep_outbox": lambda: some_promises({}),
    "kernel.send_letter": lambda: some_promises(LETTER),
    "kernel.prune_outbox": lambda: some_promises({"slot": "2026-09-01"}),
    "regions.open_round": a_month_to_open,
    "regions.roll_up": a_month_to_count,
    "meetings.remind_of_meetings": a_meeting_to_remind_of,
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
