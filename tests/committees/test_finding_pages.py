"""The page of findings: who reads it, what it offers, and what it costs."""

from datetime import timedelta

import pytest
from django.urls import reverse

from committees.models import Committee
from committees.queries.findings import Kind
from portal.kernel.models import Person
from regions.models import RegionalPost
from tests.factories.committees import TODAY, make_order
from tests.factories.regions import make_post
from tests.factories.roster import make_roster

pytestmark = pytest.mark.django_db
YESTERDAY = TODAY - timedelta(days=1)


@pytest.mark.parametrize(
    ("role", "status"),
    [
        ("central_officer", 200),
        ("auditor", 200),
        ("officer", 403),
        ("manager", 403),
        ("coordinator", 403),
        ("co_chair", 403),
    ],
)
def test_who_may_read_the_findings(sign_in, role, status):
    house = make_roster()
    region = None if role in ("central_officer", "auditor") else house.regions[0]
    RegionalPost.objects.filter(role=role, region=region).update(ends_on=YESTERDAY)
    visitor = sign_in(make_post(role, region, name="reader", starts_on=TODAY))

    assert visitor.get(reverse("committees:finding-list")).status_code == status


def test_nobody_reads_the_findings_without_signing_in(client):
    assert client.get(reverse("committees:finding-list")).status_code == 302


def test_the_page_tells_each_fault_with_one_button_and_none_to_an_auditor(sign_in):
    house = make_roster()
    house.issue_seat.memberships.update(ends_on=YESTERDAY, discharged_by=make_order())
    mend = reverse("committees:seat-appointment", args=[house.issue_seat.pk])
    readers = [
        house.secretary,
        make_post("auditor"),
    ]

    pages = [sign_in(reader).get(reverse("committees:finding-list")).text for reader in readers]

    assert ["ว่างตั้งแต่" in page for page in pages] == [True, True]
    assert [page.count(f'href="{mend}"') for page in pages] == [1, 0]
    assert all("ต้องแก้" in page for page in pages)


def test_the_page_of_a_correct_roster_says_what_was_checked(sign_in):
    secretary = make_roster().secretary

    page = sign_in(secretary).get(reverse("committees:finding-list")).text

    assert "รายชื่อครบและถูกต้อง" in page
    assert all(str(kind.label) in page for kind in Kind)


def test_the_page_of_an_earlier_day_gives_no_advice_of_today(sign_in):
    house = make_roster()
    Person.objects.filter(pk=house.officers[0].person_id).update(email="")
    visitor = sign_in(house.secretary)

    pages = [
        visitor.get(reverse("committees:finding-list"), asked).text
        for asked in ({}, {"on": "1/6/2569"})
    ]

    assert [str(Kind.UNREACHABLE.label) in page for page in pages] == [True, False]


@pytest.mark.parametrize(
    ("source", "on", "sentence"),
    [
        ("เอกสารก่อตั้ง", "", "ไม่ปรากฏในเอกสาร ไม่ใช่ที่ว่าง จึงไม่ตรวจ"),
        ("", "1/1/2560", "จึงไม่มีอะไรให้ตรวจ"),
        ("", "วันก่อน", "เขียนวันที่ เช่น"),
        ("", "1/1/1", "ปีต้องเป็น พ.ศ. สี่หลัก"),
    ],
)
def test_the_page_answers_for_any_day_in_one_sentence(sign_in, source, on, sentence):
    house = make_roster()
    Committee.objects.filter(pk=house.committee.pk).update(source=source)
    secretary = house.secretary

    page = sign_in(secretary).get(reverse("committees:finding-list"), {"on": on} if on else {})

    assert page.status_code == 200
    assert sentence in page.text


@pytest.mark.parametrize("regions", [1, 3])
def test_the_page_costs_the_same_for_one_region_and_many(
    sign_in, django_assert_num_queries, regions
):
    house = make_roster(regions)
    for seat in house.seats:
        seat.memberships.update(term_ends_on=YESTERDAY)
    visitor = sign_in(house.secretary)

    with django_assert_num_queries(18):  # session, user, rights, who; the check; invitations
        visitor.get(reverse("committees:finding-list"))
