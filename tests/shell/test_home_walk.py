"""Every number of a home is a link, and the list behind it adds up to it (B17, N12).

``tests.walk`` says what a number is, which few digits are none, and how a list is counted.
"""

import pytest
import time_machine
from django.urls import reverse

from portal.shell.queries import METRICS
from tests.factories.house import add_meetings, add_questions, make_house
from tests.factories.regions import ON_TIME, make_post
from tests.walk import faults_of, figures_on

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(ON_TIME, tick=False) as traveller:
        yield traveller


@pytest.fixture
def house(person_with, clock):
    made = make_house(person_with("secretary"), clock)
    add_meetings(made)
    add_questions(made)
    return made


def home(client, **asked):
    return client.get(reverse("home"), asked)


@pytest.mark.parametrize("metric", METRICS)
def test_every_number_of_the_dashboard_is_what_its_list_adds_up_to(house, sign_in, metric):
    client = sign_in(house.secretary)
    page = home(client, metric=metric)

    assert faults_of(client, page) == ""
    assert len(figures_on(page)) > 40


def test_whoever_only_reads_follows_every_number_too(house, sign_in, person_with):
    client = sign_in(person_with("auditor"))

    assert faults_of(client, home(client)) == ""


def test_every_number_of_a_coordinators_home_is_what_its_list_adds_up_to(house, sign_in):
    for coordinator in house.coordinators:
        client = sign_in(coordinator)
        page = home(client)

        assert faults_of(client, page) == ""
        assert len(figures_on(page)) >= 4


def test_every_number_of_a_provinces_home_is_what_its_list_adds_up_to(house, sign_in):
    for filer in house.filers:
        client = sign_in(filer)

        assert faults_of(client, home(client)) == ""


def test_every_number_of_a_members_home_is_what_its_list_adds_up_to(house, sign_in, person_with):
    chair = make_post("co_chair", house.regions[0])
    for member in (chair, person_with("member")):
        client = sign_in(member)
        page = home(client)

        assert faults_of(client, page) == ""
        assert figures_on(page)
