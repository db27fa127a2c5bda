"""Who may sign in and who stays signed in: an account lives by its person's service."""

from datetime import date, timedelta

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.urls import reverse

from committees.queries.service import first_day_of_service
from portal.kernel.models import User
from portal.shell.backends import ServingBackend
from tests.factories.committees import (
    make_body,
    make_body_membership,
    make_committee,
    make_membership,
    make_seat,
    make_substitution,
)
from tests.factories.kernel import make_account, make_person
from tests.factories.regions import make_indicator, make_post, make_report

pytestmark = pytest.mark.django_db
TODAY = date(2026, 7, 1)
A_DAY = timedelta(days=1)
PASSWORD = "ขบวนองค์กรชุมชน-67"


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(f"{TODAY} 10:00+07:00", tick=False) as traveller:
        yield traveller


@pytest.fixture
def person(db):
    """Somebody with an account and a password, who serves nowhere."""
    person = make_person("สมหมาย")
    user = make_account(person, "sommai@portal.example")
    user.set_password(PASSWORD)
    user.save()
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return person


def post(person, north, **period):
    return person.posts.create(role="officer", region=north, **period)


def seat(person, north, **period):
    return make_membership(make_seat(make_committee(), 1, region=north), person, **period)


def substitution(person, north, *, starts_on, ends_on=None):
    ends_on = ends_on or starts_on + 90 * A_DAY
    place = make_seat(make_committee(), 2, region=north)
    return make_substitution(place, person, starts_on=starts_on, ends_on=ends_on)


def unit(person, north, **period):
    return make_body_membership(make_body("planning", parent=make_committee()), person, **period)


def board(person, north, **period):
    return make_body_membership(make_body("codi", kind="board"), person, **period)


SERVICES = [post, seat, substitution, unit, board]


def is_known(user):
    known = ServingBackend().get_user(user.pk) == user
    assert ServingBackend().user_can_authenticate(user) == known
    return known


@pytest.mark.parametrize("serve", SERVICES)
@pytest.mark.parametrize(
    ("starts_on", "ends_on", "known"),
    [
        (TODAY - A_DAY, None, True),
        (TODAY, TODAY, True),
        (TODAY - 9 * A_DAY, TODAY - A_DAY, False),
        (TODAY + A_DAY, None, False),
    ],
)
def test_an_account_is_known_while_its_person_serves(
    person, north, serve, starts_on, ends_on, known
):
    serve(person, north, starts_on=starts_on, ends_on=ends_on)

    assert is_known(person.user) == known


def test_nobody_else_is_known(person, north):
    post(person, north, starts_on=TODAY)
    User.objects.filter(pk=person.user_id).update(is_active=False)

    assert not is_known(person.user)
    assert not is_known(User.objects.create_user("nobody@portal.example"))
    assert ServingBackend().get_user(0) is None


@pytest.mark.parametrize("serve", SERVICES)
def test_the_first_day_of_service_is_today_or_the_day_a_term_begins(person, north, serve):
    assert first_day_of_service(person, on=TODAY) is None

    serve(person, north, starts_on=TODAY + 30 * A_DAY)

    assert first_day_of_service(person, on=TODAY) == TODAY + 30 * A_DAY
    assert first_day_of_service(person, on=TODAY + 40 * A_DAY) == TODAY + 40 * A_DAY


def test_knowing_somebody_costs_one_statement(person, north, django_assert_num_queries):
    for serve in SERVICES:
        serve(person, north, starts_on=TODAY)

    with django_assert_num_queries(1):
        assert ServingBackend().get_user(person.user_id).email == "sommai@portal.example"


# -- The day of the discharge -------------------------------------------------------------


def sign_in(client, **fields):
    told = {"login": "sommai@portal.example", "password": PASSWORD, **fields}
    return client.post(reverse("account_login"), told)


def test_after_the_last_day_the_next_request_is_a_strangers(client, person, north, clock):
    post(person, north, starts_on=TODAY - A_DAY, ends_on=TODAY)
    sign_in(client)
    before = client.get(reverse("search"))

    clock.move_to(f"{TODAY + A_DAY} 00:00+07:00")
    after = client.get(reverse("search"))

    assert (before.status_code, before.wsgi_request.user) == (200, person.user)
    assert (after.status_code, after.url) == (302, "/accounts/login/?next=/search/")
    assert after.wsgi_request.user.is_anonymous


def test_a_discharge_noted_today_ends_a_session_that_is_open(client, person, north):
    held = post(person, north, starts_on=TODAY - 9 * A_DAY)
    sign_in(client)

    held.ends_on = TODAY - A_DAY
    held.save(update_fields=["ends_on"])

    assert client.get(reverse("search")).status_code == 302
    assert client.get(reverse("home")).context["masthead"].who is None


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}, {"X-Autosave": "1"}])
def test_what_is_sent_after_the_discharge_is_not_saved(client, north, clock, headers):
    make_indicator("organizations_found")
    coordinator = make_post("coordinator", north, ends_on=TODAY)
    report = make_report(north)
    client.force_login(coordinator)
    address = reverse("regions:report-section", args=[report.pk, "certification"])

    clock.move_to(f"{TODAY + A_DAY} 08:00+07:00")
    answer = client.post(address, {"version": "0"}, headers=headers)

    went_to = answer.headers.get("HX-Redirect") or answer.url
    assert went_to.startswith("/accounts/login/")
    assert report.sections.get(key="certification").version == 0


def test_signing_in_without_a_position_leads_to_why_and_whom_to_call(client, person, settings):
    settings.OFFICE_PHONE = "02 123 4567"

    answer = sign_in(client)
    page = client.get(answer.url)

    assert answer.url == reverse("account_inactive")
    assert "_auth_user_id" not in client.session
    assert "วันนี้ท่านไม่มีตำแหน่งในคณะ บัญชีจึงพักไว้" in page.text
    assert "ไม่มีข้อมูลใดของท่านหายไป" in page.text
    assert 'href="tel:021234567"' in page.text


def test_a_wrong_password_does_not_tell_that_the_account_rests(client, person):
    refused = sign_in(client, password="wrong")

    assert "อีเมลหรือรหัสผ่านไม่ถูกต้อง โปรดตรวจแล้วลองอีกครั้ง" in refused.text


def test_who_comes_back_finds_the_account_as_it_was(client, person, north):
    post(person, north, starts_on=TODAY - 9 * A_DAY, ends_on=TODAY - 5 * A_DAY)
    post(person, north, starts_on=TODAY)

    assert sign_in(client).url == reverse("home")
    assert client.get(reverse("search")).status_code == 200
