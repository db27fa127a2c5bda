"""A committee, a region and the secretariat; each test says which day it is."""

import pytest

from tests.factories.committees import make_committee
from tests.factories.regions import make_region


@pytest.fixture
def north(db):
    return make_region(1)


@pytest.fixture
def committee(db):
    return make_committee()


@pytest.fixture
def secretary(person_with):
    return person_with("secretary")
