"""The one Celery application: nudges and ticks over the broker, nothing that must not be lost.

A worker is started with REMAP_SIGTERM=SIGQUIT in its environment, so that one
told to stop hands its work back within seconds.
"""

import os

from celery import Celery
from kombu import Queue

from portal.schedule import QUEUES

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

app = Celery("portal")
app.set_default()  # threads of a web worker find this one too
app.config_from_object("django.conf:settings", namespace="CELERY")
app.conf.task_queues = [Queue(name) for name in QUEUES]
app.conf.task_create_missing_queues = False
app.autodiscover_tasks()
