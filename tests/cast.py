"""The cast, by the part they play: ``person_with("coordinator", region=north)``."""

import pytest

from portal.kernel.models import Person, User
from tests.factories.committees import BEGAN, make_membership, make_serving
from tests.factories.regions import make_post, make_user

CENTRAL = {"secretary": "central_officer", "auditor": "auditor"}


@pytest.fixture
def person_with(db):
    """An account that plays ``part``: a post, "member" with a seat or, without one, with a
    place in a unit, or "former member", who serves no more."""

    def make(part, *, region=None, seat=None):
        if part in CENTRAL:
            return make_post(CENTRAL[part])
        if part == "member":
            return a_member(seat)
        if part == "former member":
            return a_former_member()
        return make_post(part, region)

    return make


def a_member(seat):
    number = User.objects.count() + 1
    user = User.objects.create_user(f"member-{number}@portal.example")
    person = Person.objects.create(
        first_name=f"สมาชิก{number}", last_name="ทดสอบ", email=user.email, user=user
    )
    if seat:
        make_membership(seat, person)
    else:
        make_serving(person)
    return user


def a_former_member():
    user = make_user("former-member")
    make_serving(user.person, ends_on=BEGAN)
    return user


@pytest.fixture
def sign_in(client):
    """The client, signed in: ``sign_in(person_with("secretary")).get("/")``."""

    def enter(user):
        client.force_login(user)
        return client

    return enter
