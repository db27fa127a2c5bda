"""What meetings asked of a unit stands beside its page (S21)."""

from datetime import date

import pytest
import time_machine
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse

from committees.models import Committee
from tests.factories.committees import make_body, make_committee
from tests.factories.meetings import NOW, make_held, make_item, make_resolution
from tests.factories.regions import make_region

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def unit():
    return make_body("planning", parent=make_committee(), name="ฝ่ายวางแผน")


@pytest.fixture
def resolution(unit):
    return make_resolution(make_held(unit.parent))


def page_of(client, body, **query):
    return client.get(reverse("committees:body-detail", args=[body.code]), query).text


def work_of(client, body, **query):
    return page_of(client, body, **query).partition('id="work"')[2].partition("</section>")[0]


def test_a_unit_shows_what_waits_for_it_and_nothing_else(person_with, sign_in, unit, resolution):
    secretary = person_with("secretary")
    done = {"done_at": NOW, "done_by": secretary, "result": "เสร็จ"}
    make_item(resolution, unit=unit, title="จัดทำแผนหนึ่งปี", due_on=date(2026, 6, 30))
    make_item(resolution, unit=unit, title="งานที่จบไปแล้ว", position=2, **done)
    make_item(resolution, region=make_region(1), title="งานของภาค", position=3)

    page = work_of(sign_in(secretary), unit)

    assert "จัดทำแผนหนึ่งปี" in page
    assert "เกินกำหนด" in page
    assert resolution.meeting.get_absolute_url() in page
    assert ("งานที่จบไปแล้ว" in page, "งานของภาค" in page) == (False, False)


def test_a_stranger_sees_the_unit_and_not_its_work(client, unit, resolution):
    make_item(resolution, unit=unit, title="จัดทำแผนหนึ่งปี")

    page = page_of(client, unit)

    assert ("ฝ่ายวางแผน" in page, 'id="work"' in page) == (True, False)


def test_before_the_meeting_nothing_waited(person_with, sign_in, unit, resolution):
    make_item(resolution, unit=unit, title="จัดทำแผนหนึ่งปี")

    page = work_of(sign_in(person_with("secretary")), unit, on="1/8/2568")

    assert ("จัดทำแผนหนึ่งปี" in page, "ไม่มีงานที่รออยู่ในวันที่ดู" in page) == (False, True)


@pytest.mark.parametrize("count", [1, 4])
def test_the_work_of_a_unit_costs_one_query(
    person_with, sign_in, unit, resolution, count, django_assert_num_queries
):
    for position in range(1, count + 1):
        make_item(resolution, unit=unit, position=position, title="จัดทำแผน")
    visitor = sign_in(person_with("secretary"))

    ContentType.objects.get_for_model(unit)  # whichever test comes first asks for it
    # session, user, who and rights; the body, days of documents, members, seats, corrections;
    # and the work, the meetings
    with django_assert_num_queries(10):
        page = page_of(visitor, unit)

    assert page.count("จัดทำแผน") == count


def test_an_earlier_generations_work_waits_for_no_body(person_with, sign_in, unit, resolution):
    make_item(resolution, unit=unit, title="จัดทำแผนหนึ่งปี")
    Committee.objects.filter(pk=unit.parent_id).update(ends_on=date(2026, 6, 30))

    page = work_of(sign_in(person_with("secretary")), unit, on="1/7/2569")

    assert "จัดทำแผนหนึ่งปี" not in page
