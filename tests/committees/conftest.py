"""A committee, a region with a seat, and who keeps the register. It is 1 July 2569."""

import pytest
import time_machine

from tests.factories.committees import TODAY, make_committee, make_seat
from tests.factories.regions import make_post, make_region
from tests.factories.roster import make_member


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(TODAY, tick=False) as traveller:
        yield traveller


@pytest.fixture
def north(db):
    return make_region(1)


@pytest.fixture
def other(db):
    return make_region(2)


@pytest.fixture
def committee(db):
    return make_committee()


@pytest.fixture
def seat(committee, north):
    return make_seat(committee, 4, region=north)


@pytest.fixture
def member(north):
    """A member of the 67 from the north."""
    return make_member(north, "บัวผัน", number=1)


@pytest.fixture
def secretary(db):
    return make_post("central_officer")


@pytest.fixture
def office(sign_in, secretary):
    """The secretariat's browser."""
    return sign_in(secretary)
