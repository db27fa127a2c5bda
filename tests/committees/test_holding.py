"""Who changes the roster while somebody else holds it, or takes the person out of it."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date
from threading import Event

import pytest
from django.db import connection, transaction
from django.urls import reverse

from committees.actions.bodies import create_body
from committees.actions.body_members import add_body_member
from committees.actions.issues import delete_issue
from committees.actions.people import delete_person, give_consent
from committees.actions.posts import appoint_to
from committees.actions.seats import (
    appoint_member,
    appoint_substitute,
    create_seat,
    revise_seat,
)
from committees.models import Committee, Issue, Membership
from portal.kernel.errors import RuleBroken
from portal.kernel.models import Person
from regions.models import Region
from tests.factories.committees import (
    TODAY,
    make_body,
    make_issue,
    make_order,
)
from tests.factories.kernel import make_person
from tests.factories.regions import make_post

pytestmark = pytest.mark.django_db(transaction=True)
GONE = {"person": ["คนนี้ถูกลบออกจากทะเบียนแล้ว โปรดเลือกใหม่"]}
WORDS = {"name": "คณะเกษตรกร", "short_name": "เกษตรกร", "name_en": "Farmers"}
BUSY = "ยังไม่ได้บันทึกอะไร เพราะมีผู้อื่นกำลังบันทึกเรื่องเดียวกันอยู่ รอสักครู่แล้วกดอีกครั้ง"


def to_a_seat(seat, person, order, by):
    appoint_member(seat, person, starts_on=TODAY, order=order, by=by)


def to_act_in_a_seat(seat, person, order, by):
    term = {"starts_on": TODAY, "ends_on": date(2026, 9, 30)}
    appoint_substitute(seat, person, order=order, by=by, **term)


def to_a_post(seat, person, order, by):
    appoint_to("officer", seat.region, person, starts_on=TODAY, by=by)


def to_a_body(seat, person, order, by):
    body = Committee.objects.get(code="learning")
    add_body_member(body, person, role="", starts_on=TODAY, by=by)


@pytest.mark.parametrize("appoint", [to_a_seat, to_act_in_a_seat, to_a_post, to_a_body])
def test_who_appoints_somebody_who_is_being_taken_out_is_told(seat, appoint):
    person, by, order = make_person(), make_post("central_officer"), make_order("9/2569")
    make_body("learning", parent=seat.committee)

    told = told_while(
        lambda: delete_person(person, by=by),
        lambda: appoint(seat, Person(pk=person.pk), order, by),
    )

    assert told.message_dict == GONE


def test_who_publishes_a_contact_of_somebody_who_is_being_taken_out_is_told():
    person, by = make_person(phone="081 234 5678"), make_post("central_officer")

    told = told_while(
        lambda: delete_person(person, by=by),
        lambda: give_consent(Person(pk=person.pk), "phone", by=by),
    )

    assert (told.code, told.messages) == ("gone", ["คนนี้ถูกลบออกจากทะเบียนแล้ว"])


def as_a_seat(seat, issue, by):
    create_seat(seat.committee, number=9, kind="issue", issue=issue, starts_on=TODAY, by=by)


def as_another_seat(seat, issue, by):
    revise_seat(seat, number=seat.number, kind="issue", issue=issue, by=by)


def as_a_body(seat, issue, by):
    create_body("issue", parent=seat.committee, issue=issue, starts_on=TODAY, by=by, **WORDS)


@pytest.mark.parametrize("choose", [as_a_seat, as_another_seat, as_a_body])
def test_who_chooses_an_issue_that_is_being_taken_off_the_list_is_told(seat, choose):
    issue, by = make_issue(), make_post("central_officer")

    told = told_while(
        lambda: delete_issue(issue, by=by), lambda: choose(seat, Issue(pk=issue.pk), by)
    )

    assert told.message_dict == {"issue": ["ประเด็นนี้ถูกลบออกจากรายการแล้ว โปรดเลือกใหม่"]}


@pytest.mark.parametrize("choose", [as_a_seat, as_another_seat, as_a_body])
def test_an_issue_that_has_just_been_chosen_stays_on_the_list(seat, choose):
    issue, by = make_issue(), make_post("central_officer")

    told = told_while(
        lambda: choose(seat, issue, by), lambda: delete_issue(Issue(pk=issue.pk), by=by)
    )

    assert told.code == "in-use"


def told_while(first, second):
    """How ``second`` is refused, which waits until ``first`` is over."""

    def try_to():
        try:
            second()
        except RuleBroken as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            first()
            told = pool.submit(try_to)
            with pytest.raises(TimeoutError):
                told.result(timeout=0.5)
        return told.result(timeout=10)


# -- Somebody holds the roster for long ---------------------------------------------------


@contextmanager
def held(row):
    """Somebody else is at ``row`` and does not let go."""
    there, done = Event(), Event()

    def hold():
        with transaction.atomic():
            type(row).objects.select_for_update().get(pk=row.pk)
            there.set()
            done.wait(20)
        connection.close()

    with ThreadPoolExecutor(1) as pool:
        pool.submit(hold)
        there.wait(10)
        try:
            yield
        finally:
            done.set()


def test_who_appoints_while_the_roster_is_held_is_told_and_keeps_what_was_typed(seat, client):
    person, order = make_person(), make_order("9/2569")
    client.force_login(make_post("central_officer"))
    typed = {"person": person.pk, "starts_on": "1/7/2569", "mode": "formal", "order": order.pk}

    with held(seat.committee):
        page = client.post(reverse("committees:seat-appointment", args=[seat.pk]), typed)

    assert (page.status_code, page.context["form"].non_field_errors()) == (200, [BUSY])
    assert page.context["form"]["person"].value() == str(person.pk)
    assert not Membership.objects.exists()


def test_who_appoints_to_a_post_while_the_region_is_held_is_told(north, client):
    client.force_login(make_post("central_officer"))
    typed = {"person": make_person().pk, "starts_on": "1/7/2569"}

    with held(Region.objects.get(pk=north.pk)):
        page = client.post(reverse("committees:post-create", args=[north.code, "officer"]), typed)

    assert (page.status_code, page.context["form"].non_field_errors()) == (200, [BUSY])


def test_who_takes_somebody_out_who_is_held_is_told_and_may_try_again(client):
    person = make_person()
    client.force_login(make_post("central_officer"))

    with held(person):
        page = client.post(reverse("committees:person-deletion", args=[person.pk]), follow=True)

    assert [str(message) for message in page.context["messages"]] == [BUSY]
    assert page.request["PATH_INFO"] == reverse("committees:person-deletion", args=[person.pk])
    assert Person.objects.filter(pk=person.pk).exists()
