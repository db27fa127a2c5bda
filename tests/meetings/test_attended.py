"""Every percentage of attendance opens the list it is counted from (B17)."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from meetings.attended import attendance_url
from meetings.models import Attendance
from tests.factories.committees import (
    make_membership,
    make_person,
    make_regional_body,
    make_seat,
)
from tests.factories.meetings import NOW, make_held

TODAY = NOW.date()
KINDS = [None, "present", "substitute", "excused", "absent"]


@pytest.fixture
def body(north):
    return make_regional_body(north)


@pytest.fixture
def seat(committee, north):
    return make_seat(committee, 1, region=north)


@pytest.fixture
def person(seat):
    return make_membership(seat, make_person("บัวผัน")).person


@pytest.fixture
def substitute(db):
    return make_person("ผู้มาแทน")


def note(meeting, kind, person, *, seat, by, substitute):
    here = kind in ("present", "substitute")
    return Attendance.objects.create(
        meeting=meeting, kind=kind, holder=person, seat=seat,
        person={"present": person, "substitute": substitute}.get(kind),
        arrived_at=NOW if here else None, recorded_at=NOW, recorded_by=by,
    )  # fmt: skip


def held_with(body, kinds, person, *, seat, by, substitute):
    for number, kind in enumerate(kinds, start=1):
        meeting = make_held(body, number=number, day=date(2026, 1 + number % 6, number))
        if kind:
            note(meeting, kind, person, seat=seat, by=by, substitute=substitute)


@pytest.fixture
def half_a_year(body, committee, person, seat, secretary, substitute):
    """Of the region and of the 67 alike: came, sent somebody, excused, absent, nothing noted."""
    about = {"seat": seat, "by": secretary, "substitute": substitute}
    held_with(body, [*KINDS, "present"], person, **about)
    held_with(committee, [*KINDS, "absent"], person, **about)


def page_of(client, person, **asked):
    return client.get(reverse("meetings:attendance-rate", args=[person.pk]), asked)


@pytest.mark.parametrize(
    ("asked", "n"), [({"of": "places"}, 2), ({"of": "seats"}, 1), ({"region": "upper-north"}, 2)]
)
def test_the_list_adds_up_to_the_percentage(client, cast, half_a_year, person, asked, n):
    client.force_login(cast["member"])
    found = page_of(client, person, **asked).context["found"]

    rate, counts = found.attended.rate, [line.counts for line in found.lines]
    assert (rate.n, rate.of, rate.excluded) == (n, 5, 1)
    assert (counts.count(True), counts.count(False), counts.count(None)) == (n, 5 - n, 1)
    assert [str(line.words) for line in found.lines if line.counts is None] == ["ไม่มีบันทึกการเช็กชื่อ"]


def test_every_percentage_of_a_person_and_of_a_region_is_a_link_to_the_same(
    client, cast, half_a_year, person, north
):
    client.force_login(cast["member"])
    for address in (
        reverse("committees:person-detail", args=[person.pk]),
        reverse("meetings:region-attendance", args=[north.code]),
    ):
        page = client.get(address).text
        shown = re.findall(r'<a[^>]*href="([^"]*attendance/[^"]*)"[^>]*>(\d+)&nbsp;%', page)
        assert len(shown) == page.count("&nbsp;%") > 0
        for url, percent in shown:
            opened = client.get(url.replace("&amp;", "&"))
            assert opened.context["found"].attended.percent == int(percent)
            assert "หารด้วย" in opened.text


def test_who_came_for_another_is_told_so_and_counts_in_neither(
    client, cast, half_a_year, substitute
):
    client.force_login(cast["member"])
    [line] = page_of(client, substitute, of="places").context["found"].lines

    assert (line.counts, line.words) == (None, "มาแทนผู้อื่น ไม่ใช่ที่นั่งของตน")


def test_it_answers_for_the_day_of_the_page_that_led_there(client, cast, half_a_year, person):
    client.force_login(cast["member"])
    whole = client.get(attendance_url(person, of="places", on=TODAY)).context["found"]
    earlier = client.get(attendance_url(person, of="places", on=date(2026, 3, 31)))

    assert 0 < len(earlier.context["found"].told) < len(whole.told)


@pytest.mark.parametrize(
    "asked",
    [{}, {"of": "x"}, {"region": "nowhere"}, {"region": "x" * 300},
     {"region": "lower-north"}],
)  # fmt: skip
def test_what_is_no_list_is_not_there(client, cast, half_a_year, person, asked):
    client.force_login(cast["member"])

    assert page_of(client, person, **asked).status_code == 404


def test_strangers_sign_in_first(client, half_a_year, person):
    assert page_of(client, person, of="places").status_code == 302


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(kinds=st.lists(st.sampled_from(KINDS), min_size=1, max_size=9), moved=st.integers(0, 9))
def test_whatever_was_noted_the_two_ways_agree(
    client, cast, body, seat, person, substitute, kinds, moved
):
    """The row of the region and the page of the person, with a term that began anywhere."""
    Attendance.objects.all().delete()
    body.meetings.all().delete()
    seat.memberships.update(starts_on=date(2026, 1, 1 + moved))
    held_with(body, kinds, person, seat=seat, by=cast["secretary"], substitute=substitute)
    client.force_login(cast["member"])
    by_region, by_person = (
        page_of(client, person, **asked) for asked in ({"region": "upper-north"}, {"of": "places"})
    )

    rates = [
        page.context["found"].attended.rate
        for page in (by_region, by_person)
        if page.status_code == 200
    ]
    assert all(rate.percent is None or 0 <= rate.percent <= 100 for rate in rates)
    assert len({(rate.n, rate.of) for rate in rates}) <= 1


def test_the_page_costs_the_same_for_few_meetings_and_for_many(
    client, cast, half_a_year, body, person
):
    client.force_login(cast["member"])
    page_of(client, person, of="places")
    with CaptureQueriesContext(connection) as few:
        page_of(client, person, of="places")
    for number in range(10, 20):
        make_held(body, number=number, day=date(2026, 5, number))
    with CaptureQueriesContext(connection) as many:
        page_of(client, person, of="places")

    assert len(few) == len(many)
