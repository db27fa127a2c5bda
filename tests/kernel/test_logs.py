"""The log tells what went wrong and never what a person typed."""

import logging
import sys
from io import StringIO

import pytest
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import path, reverse

from portal.kernel.logs import LineFormatter
from portal.kernel.models import User
from portal.urls import urlpatterns as portal_urls
from tests.factories.regions import make_post, make_region

pytestmark = pytest.mark.django_db
TYPED = "somebody@person.example"


@login_not_required
def page(request, what):
    raise PermissionDenied(TYPED) if what == "refused" else ZeroDivisionError


urlpatterns = [path("page/<what>/", page, name="page"), *portal_urls]


def told_of(wrong):
    """How the log tells of what ``wrong`` raises."""
    try:
        wrong()
    except Exception:
        record = logging.LogRecord("test", logging.ERROR, "", 0, "broken", (), sys.exc_info())
    return LineFormatter("{message}", style="{").format(record)


@transaction.atomic
def two_accounts_of_one_address():
    for _ in range(2):
        User.objects.create_user(TYPED)


def wrapped():
    try:
        two_accounts_of_one_address()
    except IntegrityError as refusal:
        raise RuntimeError("after all") from refusal


@pytest.mark.parametrize("wrong", [two_accounts_of_one_address, wrapped])
def test_a_refused_row_is_named_by_its_rule_and_not_by_what_it_held(wrong):
    told = told_of(wrong)

    assert "one_account_per_address" in told
    assert "DETAIL: left out" in told
    assert TYPED not in told


def test_a_traceback_without_details_is_told_whole():
    def divide():
        return 1 / 0

    told = told_of(divide)

    assert told.endswith("ZeroDivisionError: division by zero")
    assert "left out" not in told


@pytest.fixture
def log():
    """The console, as the settings set it up."""
    [console] = [h for h in logging.getLogger().handlers if type(h.formatter) is LineFormatter]
    written = StringIO()
    was = console.setStream(written)
    yield written
    console.setStream(was)


def test_a_page_that_is_refused_is_one_line_of_ids(client, log):
    coordinator = make_post("coordinator", make_region(1))
    client.force_login(coordinator)

    client.get(reverse("committees:person-create"))

    [line] = log.getvalue().splitlines()
    assert line.endswith(
        f" WARNING django.request refused: committees:person-create to user {coordinator.pk}"
    )


@pytest.mark.urls(__name__)
def test_a_page_that_is_refused_to_nobody_in_particular_is_one_line_too(client, log):
    client.get("/page/refused/")

    [line] = log.getvalue().splitlines()
    assert line.endswith(" WARNING django.request refused: page to user None")


@pytest.mark.urls(__name__)
def test_what_broke_keeps_its_path(client, log):
    client.raise_request_exception = False

    client.get("/page/broken/")

    assert "Traceback" in log.getvalue()
    assert log.getvalue().endswith("ZeroDivisionError\n")
