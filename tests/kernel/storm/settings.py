"""Settings of the processes that the storms start and kill."""

import os

from portal.settings_test import *  # noqa: F403
from portal.settings_test import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "tests.kernel.storm"]
ROOT_URLCONF = "tests.kernel.storm.urls"

CELERY_BROKER_URL = os.environ["STORM_BROKER"]
CELERY_BEAT_SCHEDULE = {
    "tick": {"task": "kernel.tick_jobs", "schedule": 0.5, "options": {"expires": 5}},
    "drain": {"task": "kernel.drain_outbox", "schedule": 0.5, "options": {"expires": 5}},
}

EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = "127.0.0.1"
EMAIL_PORT = int(os.environ["STORM_MAIL_PORT"])
EMAIL_TIMEOUT = 1
