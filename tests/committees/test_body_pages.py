"""The pages of bodies: the tree of a day, one body, and the forms that change them."""

from datetime import date

import pytest
from django.urls import reverse

from committees.models import BodyMembership, Committee, Issue, Position
from tests.factories.committees import (
    TODAY,
    make_body,
    make_body_membership,
    make_committee,
    make_issue,
    make_membership,
    make_order,
    make_seat,
)
from tests.factories.kernel import make_person
from tests.factories.regions import make_post, make_region

pytestmark = pytest.mark.django_db
Kind = Committee.Kind


@pytest.fixture
def unit(committee):
    return make_body("planning", parent=committee, name="ฝ่ายวางแผน")


def seated(name, committee, number=1):
    """Somebody who holds a seat of the 67."""
    issue = Issue.objects.get_or_create(
        code="farmers", defaults={"name": "เกษตรกร", "name_en": "Farmers", "position": 1}
    )[0]
    return make_membership(make_seat(committee, number, issue=issue), make_person(name)).person


def document_of_2550():
    """A generation that its source names nobody of: a unit, and the secretariat in two numbers."""
    known = {"source": "สรุปเชิงบริหาร การประชุมครั้งที่ 2/2550", "dates_in_words": "เอกสารไม่บอกวัน"}
    committee = make_committee("of-2550", starts_on=date(2007, 1, 1), ends_on=date(2008, 2, 8))
    unit = make_body("unit-2550", parent=committee, name="ฝ่ายประเมินผล")
    office = make_body("office-2550", kind=Kind.SECRETARIAT, parent=committee, name="กองเลขาฯ")
    Committee.objects.filter(pk__in=[committee.pk, unit.pk, office.pk]).update(
        ends_on=committee.ends_on, **known
    )
    Committee.objects.filter(pk=office.pk).update(seats_due=8, note="แห่งหนึ่งว่า 8 อีกแห่งว่า 10")
    return office


# -- Pages ---------------------------------------------------------------------------


def page_of(client, body, on=""):
    return client.get(
        reverse("committees:body-detail", args=[body.code]), {"on": on} if on else {}
    ).text


def test_a_body_shows_who_sat_on_it_on_the_day_asked_for(client, unit):
    make_body_membership(unit, make_person("คนเก่า"), ends_on=date(2025, 12, 31))
    make_body_membership(unit, make_person("คนใหม่"), starts_on=date(2026, 1, 1))

    now = {
        on: page_of(client, unit, on).partition('id="past"')[0] for on in ("31/12/2568", "1/1/2569")
    }

    assert ["คนเก่า" in now[on] for on in now] == [True, False]
    assert ["คนใหม่" in now[on] for on in now] == [False, True]


def test_the_issues_body_names_who_holds_the_seat_of_the_issue(client, committee):
    person = seated("ผู้แทนเกษตรกร", committee)
    body = make_body("of-farmers", kind=Kind.ISSUE, parent=committee, issue=Issue.objects.get())

    assert person.full_name in page_of(client, body)


def test_the_secretariat_of_a_document_shows_both_its_numbers_and_names_nobody(client):
    office = document_of_2550()
    for number in (1, 2, 3):
        make_region(number)
    make_post("central_officer", name="คนวันนี้")

    page = page_of(client, office, "12/6/2550")

    assert "ไม่ปรากฏในเอกสาร" in page
    assert 'คือ <span class="nw">8 คน</span> กับ <span class="nw">5 คน</span>' in page
    assert "แห่งหนึ่งว่า 8 อีกแห่งว่า 10" in page
    assert "คนวันนี้" not in page


def test_a_generation_known_from_a_document_shows_whom_that_names(client):
    generation = document_of_2550().parent
    days = {"starts_on": date(2007, 6, 12), "ends_on": date(2007, 6, 13), "source": "สรุปเชิงบริหาร"}
    Position.objects.create(person=make_person("สังคม"), title="คณะกรรมการสถาบันฯ", **days)
    Position.objects.create(title="ผอ.พอช.", **days)

    page = page_of(client, generation, "12/6/2550")

    assert ("สังคม ทดสอบ" in page, "คณะกรรมการสถาบันฯ" in page) == (True, True)
    assert ("ผอ.พอช." in page, "ไม่ปรากฏชื่อในเอกสาร" in page) == (True, True)


def test_what_a_document_does_not_name_is_not_called_empty(client, committee, unit):
    document_of_2550()
    url = reverse("committees:body-list")

    today, then = client.get(url).text, client.get(url, {"on": "12/6/2550"}).text

    assert ("ยังไม่มีรายชื่อ" in today, "ไม่ปรากฏในเอกสาร" in today) == (True, False)
    assert ("ยังไม่มีรายชื่อ" in then, "ไม่ปรากฏในเอกสาร" in then) == (False, True)


@pytest.mark.parametrize("on", ["1/7/2568", "30/6/2568", "วันก่อน", "1/1/0001", "31/12/9999"])
def test_any_day_that_may_be_typed_is_answered(client, committee, unit, on):
    for url in (
        reverse("committees:body-list"),
        reverse("committees:body-detail", args=[unit.code]),
    ):
        assert client.get(url, {"on": on}).status_code == 200


def test_a_stranger_sees_names_and_no_order(client, committee, unit):
    row = make_body_membership(unit, make_person("ผู้ประสาน"), role="ประธาน")
    row.appointed_by = make_order("9/2568")
    row.save(update_fields=["appointed_by"])

    page = page_of(client, unit)

    assert ("ผู้ประสาน ทดสอบ" in page, "ประธาน" in page, "9/2568" in page) == (True, True, False)


def test_nobody_who_is_yet_to_come_is_a_strangers_affair(
    client, committee, unit, person_with, sign_in
):
    make_body_membership(unit, make_person("คนใหม่"), starts_on=date(2026, 8, 1))
    coming = make_body("planned", parent=committee)
    Committee.objects.filter(pk=coming.pk).update(starts_on=date(2026, 8, 1))
    url = reverse("committees:body-detail", args=[coming.code])

    before = ("คนใหม่" in page_of(client, unit, "1/8/2569"), client.get(url).status_code)
    member = sign_in(person_with("auditor"))
    inside = ("คนใหม่" in page_of(member, unit, "1/8/2569"), member.get(url).status_code)

    assert (before, inside) == ((False, 404), (True, 200))


FORMS = [
    ("body-create", [], {"kind": "unit"}),
    ("body-edit", ["planning"], {}),
    ("body-closure", ["planning"], {}),
    ("body-member-create", ["planning"], {}),
    ("body-member-discharge", ["row"], {}),
    ("issue-list", [], {}),
    ("issue-edit", ["farmers"], {}),
    ("issue-deletion", ["farmers"], {}),
    ("generation-create", [], {}),
    ("past-generation-create", [], {}),
]


@pytest.mark.parametrize(("name", "args", "query"), FORMS, ids=[form[0] for form in FORMS])
@pytest.mark.parametrize(
    ("part", "status"),
    [("secretary", 200), ("auditor", 403), ("coordinator", 403), ("officer", 403), ("member", 403)],
)
def test_only_the_secretariat_changes_bodies(
    committee, unit, person_with, sign_in, name, args, query, part, status
):
    make_issue()
    row = make_body_membership(unit, make_person())
    region = make_region(1) if part in ("coordinator", "officer") else None
    visitor = sign_in(person_with(part, region=region))
    url = reverse(f"committees:{name}", args=[row.pk if arg == "row" else arg for arg in args])

    read = visitor.get(url, query)
    sent = visitor.post(f"{url}?kind=unit", {"name": "", "ends_on": "เมื่อไร"})

    assert (read.status_code, sent.status_code in (200, 302)) == (status, status == 200)


@pytest.mark.parametrize(
    ("mode", "has_order", "beside"),
    [
        ("formal", True, set()),
        ("formal", False, {"order"}),
        ("network", False, set()),
        ("network", True, {"order"}),
        ("", False, {"mode", "order"}),
    ],
)
def test_a_formal_place_in_a_body_asks_for_an_order_a_network_for_none(
    committee, secretary, sign_in, mode, has_order, beside
):
    body, person = make_body("planning", parent=committee), make_person()
    order = make_order("7/2569") if has_order else None
    typed = {"person": person.pk, "starts_on": "1/7/2569", "mode": mode}
    url = reverse("committees:body-member-create", args=[body.code])

    answer = sign_in(secretary).post(url, typed | ({"order": order.pk} if order else {}))

    assert set(answer.context["form"].errors if beside else ()) == beside
    assert [row.appointed_by for row in body.members.all()] == ([] if beside else [order])


def test_who_came_by_an_order_leaves_by_one(committee, secretary, sign_in):
    body, order = make_body("planning", parent=committee), make_order("7/2569")
    formal, network = (make_body_membership(body, make_person(name)) for name in ("หนึ่ง", "สอง"))
    type(formal).objects.filter(pk=formal.pk).update(appointed_by=order)
    visitor = sign_in(secretary)

    for row in (formal, network):
        url = reverse("committees:body-member-discharge", args=[row.pk])
        answer = visitor.post(url, {"ends_on": "1/7/2569"})
        row.refresh_from_db()
        expected = (200, None) if row == formal else (302, TODAY)
        assert (answer.status_code, row.ends_on) == expected


def test_the_order_that_ends_a_body_is_asked_for_while_somebody_is_there_by_one(
    committee, secretary, sign_in
):
    unit, order = make_body("planning", parent=committee), make_order()
    row = make_body_membership(unit, make_person(), ends_on=date(2026, 9, 30))
    BodyMembership.objects.filter(pk=row.pk).update(appointed_by=order, discharged_by=order)
    office, url = sign_in(secretary), reverse("committees:body-closure", args=[unit.code])

    now = office.get(url)
    refused = office.post(url, {"ends_on": "31/7/2569"})
    closed = office.post(url, {"ends_on": "30/9/2569"})

    assert now.context["form"].fields["order"].required
    assert refused.context["form"].errors == {
        "order": ["คณะนี้มีผู้ที่เข้ามาโดยคำสั่ง การสิ้นสุดจึงต้องระบุคำสั่งหรือหนังสือที่เป็นเหตุ"]
    }
    unit.refresh_from_db()
    assert (closed.status_code, unit.ends_on) == (302, date(2026, 9, 30))


def test_a_body_of_the_network_alone_ends_without_an_order(committee, secretary, sign_in):
    unit = make_body("planning", parent=committee)
    make_body_membership(unit, make_person())

    page = sign_in(secretary).get(reverse("committees:body-closure", args=[unit.code]))

    assert not page.context["form"].fields["order"].required


@pytest.mark.parametrize("name", ["body-detail", "body-edit", "body-closure", "body-member-create"])
def test_a_body_that_is_not_there_is_not_found(person_with, sign_in, name):
    visitor = sign_in(person_with("secretary"))

    assert visitor.get(reverse(f"committees:{name}", args=["unit-999"])).status_code == 404


def test_the_secretariat_sets_up_fills_and_closes_a_unit(committee, secretary, sign_in):
    visitor, person = sign_in(secretary), make_person("บัวผัน")

    visitor.post(
        f"{reverse('committees:body-create')}?kind=unit",
        {"name": "ฝ่ายสื่อสาร", "short_name": "สื่อสาร", "starts_on": "๑/๗/๒๕๖๙"},
    )
    body = Committee.objects.get(name="ฝ่ายสื่อสาร")
    visitor.post(
        reverse("committees:body-member-create", args=[body.code]),
        {"person": person.pk, "role": "ประธาน", "starts_on": "1/7/2569", "mode": "network"},
    )
    visitor.post(reverse("committees:body-closure", args=[body.code]), {"ends_on": "31/12/2569"})

    body.refresh_from_db()
    assert (body.name_en, body.starts_on, body.ends_on) == ("ฝ่ายสื่อสาร", TODAY, date(2026, 12, 31))
    assert list(body.members.values_list("person", "role", "ends_on")) == [
        (person.pk, "ประธาน", date(2026, 12, 31))
    ]


def test_whatever_was_decided_about_the_67_is_typed_in(committee, secretary, sign_in):
    visitor = sign_in(secretary)
    url = reverse("committees:body-edit", args=[committee.code])
    answers = {
        "name": committee.name, "short_name": committee.short_name, "name_en": "",
        "starts_on": "1/7/2568", "seats_due": "๖๕", "officers_per_region": "2",
        "central_officers_due": "3", "boards_limit": "4", "ends_soon_days": "90",
        "reminder_working_days": "5", "reminder_time": "07.30",
        "task_reminder_working_days": "4", "quorum_of": "seats",
        "quorum_numerator": "2", "quorum_denominator": "๓",
    }  # fmt: skip

    visitor.post(url, answers)

    committee.refresh_from_db()
    assert (committee.seats_due, committee.officers_per_region, committee.central_officers_due) == (
        65, 2, 3,
    )  # fmt: skip
    assert (committee.quorum_of, committee.quorum_numerator, committee.quorum_denominator) == (
        "seats", 2, 3,
    )  # fmt: skip
    assert not committee.quorum_counts_substitutes
    assert (committee.boards_limit, committee.ends_soon_days) == (4, 90)
    assert f"{committee.reminder_time:%H:%M}" == "07:30"


@pytest.mark.parametrize("number", ["-1", "99999999999999999999", "แปด", "๑,๒"])
def test_a_number_nobody_can_mean_is_refused_beside_its_field(
    committee, secretary, sign_in, number
):
    url = reverse("committees:body-edit", args=[committee.code])

    page = sign_in(secretary).post(url, {"seats_due": number})

    committee.refresh_from_db()
    assert (page.status_code, committee.seats_due) == (200, 67)
    assert 'id="id_seats_due_error"' in page.text


# -- What a page costs -----------------------------------------------------------------


@pytest.mark.parametrize("count", [1, 6])
def test_the_tree_costs_the_same_for_one_body_and_many(
    client, committee, count, django_assert_num_queries
):
    for number in range(count):
        body = make_body(f"unit-{number}", parent=committee)
        make_body_membership(body, make_person())
        make_body(f"board-{number}", kind=Kind.BOARD)

    with django_assert_num_queries(4):  # the 67, its seats, staff, bodies with their members
        page = client.get(reverse("committees:body-list")).text

    assert page.count("1 คน") == count


@pytest.mark.parametrize("count", [1, 6])
def test_a_body_costs_the_same_for_one_member_and_many(
    client, committee, unit, count, django_assert_num_queries
):
    for number in range(1, count + 1):
        person = seated(f"คนที่{number}", committee, number)
        make_body_membership(unit, person)
        make_body_membership(unit, make_person(), ends_on=date(2025, 12, 31))

    with django_assert_num_queries(4):  # the body, days of documents, members, their seats
        page = page_of(client, unit)

    assert page.count("/committees/people/") == 1 + 2 * count  # one is the tab


@pytest.mark.parametrize("count", [1, 6])
def test_the_list_of_issues_costs_the_same_for_one_and_many(
    committee, secretary, sign_in, count, django_assert_num_queries
):
    for number in range(count):
        make_seat(committee, number + 1, issue=make_issue(f"issue-{number}", f"ประเด็น {number}"))
    visitor = sign_in(secretary)

    with django_assert_num_queries(5):  # session, user, who, rights, issues
        page = visitor.get(reverse("committees:issue-list")).text

    assert page.count("1 ที่นั่ง") == count
