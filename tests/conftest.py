"""What every test may ask for. The database and the broker are real ones of the tests' own."""

import pytest
from django.core.management import call_command
from django.test.signals import setting_changed

from embedded import testing

pytest_plugins = ["tests.cast"]


@pytest.fixture(scope="session")
def servers():
    """PostgreSQL and the broker under var/test, started for this run or shared with another."""
    testing.use_servers()


@pytest.fixture(scope="session")
def django_db_modify_db_settings():
    """Workers side by side have a database each already: the settings of the tests name it."""


@pytest.fixture(scope="session")
def django_db_setup(servers, django_db_setup):
    """Every test with a database has it on the real server."""


@pytest.fixture(scope="session", autouse=True)
def catalogues():
    """Every test meets the words as they are written now."""
    call_command("compile_catalogues", verbosity=0)
    setting_changed.send(catalogues, setting="LOCALE_PATHS", value=None, enter=True)


@pytest.fixture
def broker(servers, settings):
    """The real broker's address, for tests that meet it."""
    return settings.CELERY_BROKER_URL
