"""The cast: two regions, who files for them, and who reviews. It is 1 July 2569, 10.42 น."""

import pytest
import time_machine

from tests.factories.regions import (
    ON_TIME,
    make_former,
    make_indicator,
    make_member,
    make_post,
    make_region,
    make_report,
)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(ON_TIME, tick=False) as traveller:
        yield traveller


@pytest.fixture
def north(db):
    return make_region(1)


@pytest.fixture
def other_region(db):
    return make_region(2)


@pytest.fixture
def found(db):
    return make_indicator("organizations_found")


@pytest.fixture
def cast(north, other_region):
    """Everybody by the part they play; ``person("coordinator")`` in tests."""
    return {
        "coordinator": make_post("coordinator", north),
        "officer": make_post("officer", north),
        "manager": make_post("manager", north),
        "co-chair": make_post("co_chair", north),
        "former coordinator": make_former("coordinator", north),
        "another region's coordinator": make_post("coordinator", other_region, name="other"),
        "secretariat": make_post("central_officer"),
        "auditor": make_post("auditor"),
        "member": make_member("member"),
    }


@pytest.fixture
def report(north, other_region, found):
    """The open draft of the north."""
    return make_report(north)


@pytest.fixture
def as_(client, cast):
    def sign_in(who):
        client.force_login(cast[who])
        return client

    return sign_in
