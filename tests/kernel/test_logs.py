"""The log tells what went wrong and never what a person typed."""

import logging
import sys

import pytest
from django.db import IntegrityError, transaction

from portal.kernel.logs import LineFormatter
from portal.kernel.models import User

pytestmark = pytest.mark.django_db
TYPED = "somebody@person.example"


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
