"""What the register counted stands beside a report's numbers, and its list adds up to it."""

from datetime import date
from html import unescape
from urllib.parse import urlsplit

import pytest
import time_machine
from django.urls import reverse

from certification.models import StageRecord
from certification.register_counts import asked_stride
from portal.shell.reports import counted_in_register
from regions.models import ReportingUnit
from tests.factories.certification import make_organization, make_province
from tests.factories.regions import (
    ON_TIME,
    make_centre,
    make_indicator,
    make_member,
    make_post,
    make_region,
    make_report,
    make_report_of,
)

pytestmark = pytest.mark.django_db
KEYS = ("organizations_found", "organizations_certified", "organizations_followed_up")


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(ON_TIME, tick=False):
        yield


@pytest.fixture
def register(north):
    """In the north three were certified, one of them on the last day of June and one in July; in
    another region one in June."""
    here, there = (
        make_province(region=north),
        make_province("90", "สงขลา", region=make_region(2), column=5),
    )
    days = [(here, "ก", 6, 1), (here, "ข", 6, 30), (here, "ค", 7, 1), (there, "ง", 6, 10)]
    for province, name, month, day in days:
        one = make_organization(province, name, stage=2)
        certified = StageRecord.objects.filter(organization=one, stage=2)
        certified.update(closed_on=date(2026, month, day))
    return here


def counts(report):
    known = counted_in_register(report=report, user=make_member())
    return {key: counted.value for key, counted in known.items()}


def test_the_register_counts_what_happened_in_the_month_and_the_place(north, register):
    assert counts(make_report(north)) == dict(zip(KEYS, (0, 2, 0), strict=True))


def test_the_list_behind_each_number_adds_up_to_it(client, north, register):
    user = make_member()
    client.force_login(user)
    known = counted_in_register(report=make_report(north), user=user)

    found = {key: client.get(counted.url).context["page"] for key, counted in known.items()}

    assert {key: page.paginator.count for key, page in found.items()} == {
        key: counted.value for key, counted in known.items()
    }
    assert [one.name for one in found["organizations_certified"]] == ["ก", "ข"]


def test_the_list_says_to_what_it_is_narrowed_and_how_to_see_all(client, north, register):
    client.force_login(make_member())
    url = counted_in_register(report=make_report(north), user=make_member("b"))[KEYS[1]].url

    page = client.get(url).content.decode()

    assert "ได้รับการรับรองในเดือนมิถุนายน 2569" in page
    wide = unescape(page.split('">ดูทุกองค์กร')[0].rpartition('href="')[2])
    assert client.get(urlsplit(url).path + wide).context["page"].paginator.count == 3


def test_the_form_shows_it_beside_the_number(client, north, register):
    make_indicator("organizations_certified")
    client.force_login(make_post("coordinator", north))

    page = client.get(make_report(north).get_absolute_url()).content.decode()

    assert "ทะเบียนนับได้ 2 ในเดือนนี้" in page
    assert f"{reverse('certification:organization-list')}?region=upper-north&amp;took=" in page


def test_a_province_counts_its_own(north, register):
    unit = ReportingUnit.objects.create(
        kind=ReportingUnit.Kind.PROVINCE, province=register, starts_on=date(2007, 1, 1)
    )

    assert counts(make_report_of(unit))["organizations_certified"] == 2


def test_the_centre_counts_nothing_of_its_own(register):
    assert counts(make_report_of(make_centre())) == {}


@pytest.mark.parametrize(
    "text",
    ["", "x", "organizations_found", "organizations_found.2026-13", "x.2026-06", "a.๒๐๒๖-06"],
)
def test_nonsense_in_an_address_narrows_nothing(client, north, register, text):
    client.force_login(make_member())

    page = client.get(reverse("certification:organization-list"), {"took": text})

    assert asked_stride(text) is None
    assert page.context["page"].paginator.count == 4


@pytest.mark.parametrize("year", ["0000", "0001", "9999"])
def test_the_ends_of_time_are_no_error(client, north, year):
    client.force_login(make_member())

    page = client.get(reverse("certification:organization-list"), {"took": f"{KEYS[0]}.{year}-12"})

    assert page.status_code == 200
