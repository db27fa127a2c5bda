"""Rules between settings that only bite when a worker dies, checked before one starts."""

from celery import current_app
from django.core.checks import Error, register

from portal.kernel.outbox import LEASE
from portal.kernel.registry import tasks
from portal.schedule import BEAT, JOBS, QUEUES, ROUTES


@register
def tasks_end_before_somebody_else_starts_them(**_):
    """A second worker gets a message after the visibility timeout, a promise after its lease."""
    conf = current_app.conf
    longest = min(conf.broker_transport_options["visibility_timeout"] / 2, LEASE.total_seconds())
    return [
        Error(f"{task.name} may run longer than {longest:.0f} seconds.", id="kernel.E001")
        for task in tasks().values()
        if not 0 < (task.time_limit or conf.task_time_limit or 0) <= longest
    ]


@register
def the_schedule_names_what_exists(**_):
    """A tick, job or route with a misspelt name would be silently nothing."""
    named = {*ROUTES, *JOBS, *(tick["task"] for tick in BEAT.values())}
    queues = {route["queue"] for route in ROUTES.values()} | {current_app.conf.task_default_queue}
    return [
        *(Error(f"There is no task {name}.", id="kernel.E002") for name in named - tasks().keys()),
        *(Error(f"There is no queue {name}.", id="kernel.E003") for name in queues - {*QUEUES}),
    ]
