"""Write people down, correct their names, take out who was entered by mistake."""

from datetime import date
from threading import Thread
from urllib.parse import urlencode

import pytest
from django.db import IntegrityError, connection
from django.urls import reverse
from django.utils import timezone

from committees.actions import people
from committees.actions.people import delete_person
from committees.queries.people import ties_of
from portal.kernel.models import Activity, ContactConsent, Person
from tests.factories.committees import (
    make_body,
    make_body_membership,
    make_committee,
    make_membership,
    make_order,
    make_seat,
)
from tests.factories.kernel import make_account, make_person
from tests.factories.regions import make_region, make_user

pytestmark = pytest.mark.django_db
CREATE = "/committees/people/new/"


def opened(client, url):
    form = client.get(url).context["form"]
    return {name: form[name].value() or "" for name in form.fields}


def send(client, url, **typed):
    return client.post(url, opened(client, url) | typed)


def address(name, person):
    return reverse(f"committees:{name}", args=[person.pk])


# -- Rights ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("part", "status"),
    [("secretary", 200), ("auditor", 403), ("officer", 403), ("coordinator", 403), ("member", 403)],
)
def test_only_the_secretariat_keeps_the_register(client, person_with, part, status):
    somebody = make_person()
    make_body_membership(make_body("board", kind="board"), somebody)
    client.force_login(person_with(part, region=make_region()))

    pages = [CREATE, address("person-edit", somebody), address("person-deletion", somebody)]

    assert [client.get(page).status_code for page in pages] == [status] * 3
    assert [client.post(page, {}).status_code == 403 for page in pages] == [status == 403] * 3


def test_a_stranger_is_asked_to_sign_in(client):
    assert client.get(CREATE).url.startswith("/accounts/login/")


# -- Adding ----------------------------------------------------------------------------


def test_somebody_is_written_down_and_the_way_leads_to_their_page(office):
    response = send(
        office,
        CREATE,
        name_prefix="ผศ.ดร.",
        first_name=" เเสง  ดาว ",
        last_name="ใจดี",
        phone="0812345678",
    )

    person = Person.objects.get(last_name="ใจดี")
    assert response.url == address("person-detail", person)
    assert (person.full_name, person.phone) == ("ผศ.ดร.แสง ดาว ใจดี", "081 234 5678")
    assert Activity.objects.about(person).get().verb == "person.added"


def test_a_surname_and_a_prefix_may_be_missing(office):
    send(office, CREATE, first_name="บุญมี")

    assert Person.objects.get(first_name="บุญมี").full_name == "บุญมี"


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({}, "first_name"),
        ({"first_name": " \u200b "}, "first_name"),
        ({"first_name": "ก" * 101}, "first_name"),
        ({"first_name": "ก", "last_name": "ก" * 101}, "last_name"),
        ({"first_name": "ก", "name_prefix": "ก" * 41}, "name_prefix"),
        ({"first_name": "ก", "phone": "99"}, "phone"),
        ({"first_name": "ก", "email": "no@"}, "email"),
        ({"first_name": "ก", "token": "no"}, "token"),
    ],
)
def test_what_cannot_be_a_name_is_said_beside_its_field_and_stays(office, typed, field):
    people = Person.objects.count()

    response = send(office, CREATE, line_id="my-line", **typed)

    assert (response.status_code, list(response.context["form"].errors)) == (200, [field])
    assert response.context["form"]["line_id"].value() == "my-line"
    assert Person.objects.count() == people


@pytest.mark.parametrize(
    ("first_name", "last_name"), [("บัวผัน", "แก้วใส"), ("บัวผัน", "แกวใส"), ("บัวผัน ", " เเก้วใส")]
)
def test_a_name_that_is_already_there_is_asked_about_first(office, first_name, last_name):
    there = make_person("บัวผัน", "แก้วใส", name_prefix="นาง")
    typed = {"name_prefix": "นางสาว", "first_name": first_name, "last_name": last_name}

    asked = send(office, CREATE, **typed)
    data = {
        name: asked.context["form"][name].value() or "" for name in asked.context["form"].fields
    }
    done = office.post(CREATE, data | {"is_another": "on"})

    assert "มีชื่อนี้อยู่แล้ว 1 คน" in asked.text
    assert address("person-detail", there) in asked.text
    assert data["name_prefix"] == "นางสาว"
    assert done.status_code == 302
    assert Person.objects.filter(first_name="บัวผัน").count() == 2


def test_who_is_already_there_can_be_taken_back_to_the_page_that_asked(office):
    there = make_person("บัวผัน", "แก้วใส")
    waiting = f"{CREATE}?{urlencode({'next': '/committees/seats/1/appointment/'})}"

    page = send(office, waiting, first_name="บัวผัน", last_name="แก้วใส").text

    assert f'href="/committees/seats/1/appointment/?person={there.pk}"' in page


def test_a_form_sent_twice_makes_one_person(office):
    data = opened(office, CREATE) | {"first_name": "หนึ่งเดียว"}

    office.post(CREATE, data)
    again = office.post(CREATE, data | {"is_another": "on"})

    person = Person.objects.get(first_name="หนึ่งเดียว")
    assert again.url == address("person-detail", person)


def test_a_form_sent_again_after_the_person_was_taken_out_says_so(office):
    data = opened(office, CREATE) | {"first_name": "หนึ่งเดียว"}
    office.post(CREATE, data)
    delete_person(Person.objects.get(first_name="หนึ่งเดียว"), by=make_user("clerk"))

    again = office.post(CREATE, data)

    assert again.context["form"].non_field_errors() == ["คนนี้ถูกลบออกจากทะเบียนแล้ว"]


@pytest.mark.parametrize(
    ("waiting", "leads_to"),
    [
        ("/committees/seats/1/appointment/?on=1/7/2569", "/committees/seats/1/appointment/"),
        ("https://evil.example/", None),
        ("//evil.example/", None),
        ("javascript:alert(1)", None),
        ("\\\\evil.example", None),
    ],
)
def test_the_page_that_asked_is_come_back_to_only_if_it_is_ours(office, waiting, leads_to):
    data = opened(office, CREATE) | {"first_name": "ใหม่"}

    response = office.post(f"{CREATE}?{urlencode({'next': waiting})}", data)

    person = Person.objects.get(first_name="ใหม่")
    if leads_to is None:
        assert response.url == address("person-detail", person)
    else:
        assert response.url == f"{leads_to}?on=1%2F7%2F2569&person={person.pk}"


# -- Correcting ------------------------------------------------------------------------


def test_a_name_is_corrected_and_the_history_says_by_whom(office):
    person = make_person("บัวผัด")

    response = send(office, address("person-edit", person), first_name="บัวผัน", name_prefix="นาง")

    person.refresh_from_db()
    assert (response.status_code, person.full_name) == (302, "นางบัวผัน ทดสอบ")
    assert Activity.objects.about(person).get().verb == "person.revised"


def test_of_two_who_correct_one_name_the_second_is_told_and_loses_nothing(office):
    person = make_person("บัวผัด")
    url = address("person-edit", person)
    data = opened(office, url)
    office.post(url, data | {"first_name": "บัวผัน"})

    refused = office.post(url, data | {"first_name": "บัวผิน"})
    person.refresh_from_db()

    assert (refused.status_code, person.first_name) == (409, "บัวผัน")
    assert refused.context["form"]["first_name"].value() == "บัวผิน"
    assert "บันทึกอยู่: บัวผัน" in refused.text


# -- Taking out ------------------------------------------------------------------------


def test_who_was_entered_by_mistake_is_taken_out(office):
    person = make_person("พิมพ์ผิด")

    page = office.get(address("person-deletion", person)).text
    response = office.post(address("person-deletion", person))

    assert "ลบ พิมพ์ผิด ทดสอบ" in page
    assert response.url == reverse("committees:person-list")
    assert not Person.objects.filter(pk=person.pk).exists()
    told = Activity.objects.get(verb="person.deleted")
    assert (told.subject_id, told.detail) == (person.pk, {})


def test_a_get_takes_nobody_out(office):
    person = make_person()

    office.get(address("person-deletion", person))

    assert Person.objects.filter(pk=person.pk).exists()


def sits(person):
    make_membership(make_seat(make_committee(), region=make_region()), person)


def sat(person):
    seat = make_seat(make_committee(), region=make_region())
    make_membership(seat, person, ends_on=date(2025, 12, 31))


def is_on_a_board(person):
    make_body_membership(make_body("board", kind="board"), person)


def signs_in(person):
    make_account(person, "somebody@portal.example")


def had_consented(person):
    ContactConsent.objects.create(
        person=person,
        contact="phone",
        given_at=timezone.now(),
        withdrawn_at=timezone.now(),
        recorded_by=make_user("clerk"),
    )


@pytest.mark.parametrize(
    ("happened", "named"),
    [
        (sits, "ที่นั่งใน 67"),
        (sat, "ที่นั่งใน 67"),
        (is_on_a_board, "กรรมการย่อยหรือบอร์ด"),
        (signs_in, "บัญชีผู้ใช้"),
        (had_consented, "ความยินยอมให้เผยแพร่"),
    ],
)
def test_who_has_a_history_stays_and_the_page_says_why(office, happened, named):
    person = make_person("มีประวัติ")
    happened(person)

    page = office.get(address("person-deletion", person)).text
    refused = office.post(address("person-deletion", person), follow=True).text

    assert named in page
    assert f"ลบไม่ได้ เพราะยังมีข้อมูลผูกอยู่ คือ {named}" in refused
    assert Person.objects.filter(pk=person.pk).exists()


def test_every_table_that_names_a_person_ties_them(db):
    """A model added later is found without being listed; what it is called may be general."""
    relations = {
        f"{relation.related_model.__name__}.{relation.field.name}"
        for relation in Person._meta.get_fields(include_hidden=True)
        if relation.auto_created and relation.concrete is False
        if relation.on_delete.__name__ == "PROTECT"
    }

    assert {"Membership.person", "RegionalPost.person", "ActionItem.person"} <= relations


def test_somebody_taken_out_twice_is_taken_out_once(db):
    person, clerk = make_person(), make_user("clerk")

    for _press in range(2):
        delete_person(person, by=clerk)

    assert Activity.objects.filter(verb="person.deleted").count() == 1


@pytest.mark.django_db(transaction=True)
def test_nobody_is_given_a_seat_while_they_are_taken_out(monkeypatch):
    """Somebody appoints them after the deletion has looked and before it deletes: too late."""
    person, clerk = make_person(), make_user("clerk")
    seat, order = make_seat(make_committee(), region=make_region()), make_order()
    refusals = []

    def appoint():
        try:
            make_membership(seat, person)
        except IntegrityError as refusal:
            refusals.append(refusal)
        connection.close()

    other = Thread(target=appoint)

    def look(kept):
        ties = ties_of(kept)
        other.start()
        other.join(1)
        return ties

    monkeypatch.setattr(people, "ties_of", look)
    delete_person(person, by=clerk)
    other.join(20)

    assert (len(refusals), order.appointments.count()) == (1, 0)
    assert not Person.objects.filter(pk=person.pk).exists()
