"""One committee, two regions, and who plays which part. It is 1 July 2569, 10.00 น."""

from datetime import date

import pytest
import time_machine

from tests.factories.committees import make_committee
from tests.factories.meetings import NOW, make_board
from tests.factories.regions import make_former, make_member, make_post, make_region


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def north(db):
    return make_region(1)


@pytest.fixture
def south(db):
    return make_region(2)


@pytest.fixture
def committee(db):
    return make_committee()


@pytest.fixture
def former_committee(db):
    return make_committee("coordination-2550", starts_on=date(2007, 1, 1), ends_on=date(2008, 2, 8))


@pytest.fixture
def board(committee, north):
    return make_board(committee, north)


@pytest.fixture
def secretary(db):
    return make_post("central_officer", name="secretary")


@pytest.fixture
def desk(client, secretary):
    """The secretariat's browser."""
    client.force_login(secretary)
    return client


@pytest.fixture
def cast(north, south, secretary):
    """Everybody by the part they play."""
    return {
        "secretary": secretary,
        "auditor": make_post("auditor"),
        "coordinator": make_post("coordinator", north),
        "officer": make_post("officer", north),
        "manager": make_post("manager", north),
        "co-chair": make_post("co_chair", north),
        "another region's coordinator": make_post("coordinator", south, name="other"),
        "former secretary": make_former("central_officer"),
        "member": make_member("member"),
    }
