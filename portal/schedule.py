"""Where work waits, what ticks, and what is due when."""

from datetime import time, timedelta

from portal.kernel.slots import Daily, FromData

QUEUES = ("default", "mail")
ROUTES = {
    "kernel.drain_outbox": {"queue": "mail"},
    "kernel.sweep_outbox": {"queue": "mail"},
    "kernel.tick_jobs": {"queue": "default"},
}

# Ticks may be lost or doubled without harm: what is due is a row in the database.
BEAT = {
    "tick": {"task": "kernel.tick_jobs", "schedule": 30.0, "options": {"expires": 60}},
    "drain": {"task": "kernel.drain_outbox", "schedule": 10.0, "options": {"expires": 30}},
    # Sweeper: whatever the broker lost, the database still knows.
    "sweep": {"task": "kernel.sweep_outbox", "schedule": 120.0, "options": {"expires": 240}},
}

# A job's name is the task that fills one of its slots. Where the data decides
# what is due (one slot per called meeting), write FromData with a dotted path.
JOBS = {
    # Before anybody is awake; a missed night is made up by the next one.
    "kernel.prune_outbox": Daily(at=time(3, 30), grace=timedelta(days=1)),
    # Names and telephones of a file nobody decided about for a day go the next night.
    "committees.forget_imports": Daily(at=time(3, 40), grace=timedelta(days=1)),
    # Whatever a roll-up missed is repaired every night.
    "regions.sweep_figures": Daily(at=time(3, 50), grace=timedelta(days=1)),
    # On the day the reporting rule names; late is better than never while it takes reports.
    "regions.open_round": FromData(
        source="regions.queries.rounds_to_open", grace=timedelta(days=20)
    ),
    # In office hours only; what comes later than a week after its day has nothing left to say.
    "regions.remind_of_reports": FromData(
        source="regions.reminders.slots", grace=timedelta(days=7)
    ),
    # On the committee's own hour, so many working days before each called meeting; six days late
    # is still worth sending, and once the meeting has begun there is nothing left to say.
    "meetings.remind_of_meetings": FromData(
        source="meetings.reminders.slots", grace=timedelta(days=6)
    ),
    # In office hours: after the meeting that gave a task, before the task's day and after it.
    "meetings.remind_of_assignments": FromData(
        source="meetings.assignment_reminders.slots", grace=timedelta(days=7)
    ),
    # On the day after the last day for objecting, or with the last answer to who objected.
    "meetings.adopt_circulated_minutes": FromData(
        source="meetings.circulation.slots", grace=timedelta(days=60)
    ),
}
