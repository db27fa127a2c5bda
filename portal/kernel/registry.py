"""Celery's registry of tasks is the only one: promises and jobs name their work in it."""

from collections.abc import Mapping
from functools import cache

from celery import Task, current_app


@cache
def tasks() -> Mapping[str, Task]:
    """Every task of every app, also in a process that is no worker."""
    current_app.autodiscover_tasks(force=True)
    return current_app.tasks


def task_named(name: str) -> Task:
    """The task called ``name``, to be run here and now; an unknown name raises."""
    return tasks()[name]
