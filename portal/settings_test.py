"""Settings of the tests: a real database and a real broker of their own, never eager.

The servers keep their state under var/test, beside a running portal. Every run of
the tests, and each worker of one run, has its own database and its own keys in the
broker, which the processes it starts inherit through the environment.
"""

import os

from embedded import addresses

os.environ.setdefault("PORTAL_TEST_VAR", str(addresses.var() / "test"))
os.environ["PORTAL_VAR"] = os.environ["PORTAL_TEST_VAR"]
os.environ["PORTAL_TEST_DATABASE"] = addresses.test_database()

from portal.settings import *  # noqa: F403 -- after the servers' place is known
from portal.settings import CELERY_BROKER_TRANSPORT_OPTIONS, DATABASES

DATABASES["default"]["ENGINE"] = "tests.postgresql"
DATABASES["default"]["NAME"] = os.environ["PORTAL_TEST_DATABASE"]
DATABASES["default"]["TEST"] = {"NAME": os.environ["PORTAL_TEST_DATABASE"]}
CELERY_BROKER_TRANSPORT_OPTIONS["global_keyprefix"] = os.environ["PORTAL_TEST_DATABASE"] + ":"

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # a fast one
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
