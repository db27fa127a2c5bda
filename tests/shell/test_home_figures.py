"""Every figure of the dashboard is a link, and the list behind it adds up to it (B17, N12)."""

import re
from datetime import date, datetime
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from django.urls import reverse

from portal.shell.queries.province_maps import METRICS
from regions import actions
from regions.models import (
    Indicator,
    Region,
    RegionalReport,
    ReportingUnit,
    ReportRound,
    RolledFigure,
)
from tests.factories.committees import make_committee
from tests.factories.house import make_house
from tests.factories.regions import (
    BANGKOK,
    MONTH,
    ON_TIME,
    accepted,
    make_indicator,
    make_post,
    make_regions,
    make_report,
    make_report_of,
    make_reporting_province,
)

pytestmark = pytest.mark.django_db
MAY = date(2026, 5, 1)


class Links(HTMLParser):
    """What each link of the main part says, by its address."""

    def __init__(self, text):
        super().__init__()
        self.found, self.open = [], None
        self.feed(text.partition("<main")[2].partition("</main")[0])

    def handle_starttag(self, tag, attrs):
        if tag == "a":
            self.open = [dict(attrs).get("href", ""), ""]

    def handle_data(self, data):
        if self.open:
            self.open[1] += data

    def handle_endtag(self, tag):
        if tag == "a" and self.open:
            self.found.append(tuple(self.open))
            self.open = None


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(ON_TIME, tick=False) as traveller:
        yield traveller


@pytest.fixture
def house(secretary, clock):
    return make_house(secretary, clock).provinces


def shown(text):
    """The first number of a text."""
    found = re.search(r"\d[\d,]*", text)
    return int(found[0].replace(",", "")) if found else None


def behind(client, url):
    """(what kind of page it is, the number its list comes to)."""
    page = client.get(url)
    assert page.status_code == 200, url
    path, asked = urlsplit(url).path, parse_qs(urlsplit(url).query)
    if "/figures/" in path:
        return page.context["total"].value, page.context["total"]
    if "/rates/" in path:
        rate = page.context["rate"]
        counts = [line.counts for line in page.context["lines"]]
        assert (counts.count(True), len(counts) - counts.count(None)) == (rate.n, rate.of)
        return rate.percent, rate
    if path == reverse("regions:request-list") and "timing" in asked:
        assert len(page.context["page"].object_list) == page.context["rate"].of
        return page.context["rate"].percent, page.context["rate"]
    if "page" in page.context:
        return page.context["page"].paginator.count, None
    return None, None


def test_the_numbers_of_the_nation_are_the_sums_of_their_lists(house, secretary, sign_in):
    client = sign_in(secretary)
    figures = client.get(reverse("home")).context["figures"]

    assert [figure.value for figure in figures.nation] == [14, 5]
    assert [behind(client, figure.url)[0] for figure in figures.nation] == [14, 5]


def test_every_link_of_the_dashboard_opens_for_its_reader(house, secretary, sign_in):
    client = sign_in(secretary)

    for metric in METRICS:
        for url, text in Links(client.get(reverse("home"), {"metric": metric}).text).found:
            path = urlsplit(url)._replace(fragment="").geturl()
            if not url.startswith("#"):
                assert client.get(path).status_code == 200, (url, text)


@pytest.mark.parametrize("metric", METRICS)
def test_every_province_leads_to_what_its_tile_counts(house, secretary, sign_in, metric):
    client = sign_in(secretary)
    map_ = client.get(reverse("home"), {"metric": metric}).context["map"]

    for tile in map_.tiles:
        count = behind(client, tile.url)[0]
        if count is not None:
            assert count == shown(tile.reading)


@pytest.mark.parametrize("metric", METRICS)
def test_the_provinces_come_to_their_sum(house, secretary, sign_in, metric):
    client = sign_in(secretary)
    map_ = client.get(reverse("home"), {"metric": metric}).context["map"]
    total, rate = behind(client, map_.url)

    if metric == "on_time":
        assert (rate.n, rate.of) == (sum(tile.level in (3, 4) for tile in map_.tiles), 2)
        assert shown(map_.total) == rate.n
    else:
        assert shown(map_.total) == total == sum(shown(tile.reading) or 0 for tile in map_.tiles)


def test_nought_is_not_what_nobody_has_told(house, secretary, sign_in):
    tiles = sign_in(secretary).get(reverse("home"), {"metric": "centres"}).context["map"].tiles

    assert [(tile.level, tile.reading) for tile in tiles] == [
        (0, "0 องค์กร"),
        (None, "ยังไม่รายงาน"),
        (None, "ยังไม่รายงาน"),
    ]


def test_what_does_not_apply_is_neither_nought_nor_untold(house, secretary, sign_in):
    office = make_post("officer", Region.objects.get(code="upper-north"), name="office")
    report = RegionalReport.objects.get(unit__province=house[2], round__month=MONTH)
    filer = make_post("provincial", province=house[2], name="third")
    actions.roll_up_report(accepted(report, filer, office, learning_centres=None))

    page = sign_in(secretary).get(reverse("home"), {"metric": "centres"})

    told = [(tile.level, tile.reading) for tile in page.context["map"].tiles]
    assert told == [(0, "0 องค์กร"), (-1, "ไม่เกี่ยวข้อง"), (None, "ยังไม่รายงาน")]
    assert page.text.count('data-l="-1"') == 2  # the tile, and its word in the key


def test_each_province_stands_as_its_report_does(house, secretary, sign_in, clock):
    client = sign_in(secretary)
    at = {}
    for day in (1, 6):
        clock.move_to(datetime(2026, 7, day, 12, tzinfo=BANGKOK))
        tiles = client.get(reverse("home"), {"metric": "on_time"}).context["map"].tiles
        at[day] = {tile.name: tile.level for tile in tiles}

    assert at[1] == {"เชียงใหม่": 4, "ลำพูน": 3, "ลำปาง": 1}
    assert at[6] == {"เชียงใหม่": 4, "ลำพูน": 3, "ลำปาง": 0}


def test_a_draft_of_a_province_is_no_link(house, secretary, sign_in):
    tiles = sign_in(secretary).get(reverse("home"), {"metric": "on_time"}).context["map"].tiles
    [draft] = [tile for tile in tiles if tile.level == 1]

    assert draft.url == reverse("places:province-detail", args=[draft.code])


def test_each_month_of_a_trend_leads_to_its_own_list(house, secretary, sign_in):
    client = sign_in(secretary)
    trends = client.get(reverse("home")).context["trends"]

    assert [trend.name for trend in trends][1:] == ["ความครบถ้วน", "ความตรงเวลา"]
    points = [point for trend in trends for point in trend.told]
    assert [point.month for point in points] == [MAY, MONTH] * 3
    assert [behind(client, point.url)[0] for point in points] == [point.value for point in points]


def test_what_the_centre_owes_is_counted_and_what_the_to_do_names_is_not_said_twice(
    house, secretary, sign_in
):
    page = sign_in(secretary).get(reverse("home"))
    owed = page.context["owed"]

    assert (owed.count, len(owed.lines), len(owed.others)) == (4, 3, 1)
    for line in [*owed.lines, *owed.others]:
        assert page.text.count(f'href="{line.url}"') == 1


def test_before_the_first_round_nothing_is_drawn_and_nothing_breaks(secretary, sign_in):
    make_committee()
    client = sign_in(secretary)

    for metric in METRICS:
        assert client.get(reverse("home"), {"metric": metric}).context["trends"] == []


# The page without its map, and what each map asks.
PAGE = 23
ASKED = dict.fromkeys(METRICS, 1) | {"on_time": 3, "areas": 2, "centres": 2}


@pytest.mark.parametrize("metric", METRICS)
@pytest.mark.parametrize("rows", [1, 3])
def test_a_map_costs_the_same_for_one_province_and_many(
    secretary, sign_in, django_assert_num_queries, rows, metric
):
    make_committee()
    make_indicator("concrete_areas", section="areas", adds="latest", is_required=False)
    [north] = make_regions(1)
    office = make_post("coordinator", north)
    provinces = [make_reporting_province(north, f"5{n}", f"จังหวัด {n}") for n in range(rows)]
    for province in provinces:
        filer = make_post("provincial", province=province)
        report = accepted(make_report_of(province.reporting_unit), filer, office, concrete_areas=3)
        actions.roll_up_report(report)
    client = sign_in(secretary)

    with django_assert_num_queries(PAGE + ASKED[metric]):
        client.get(reverse("home"), {"metric": metric})


@pytest.mark.parametrize("months", [3, 240])
def test_twenty_years_cost_the_statements_of_a_quarter(
    secretary, sign_in, django_assert_num_queries, months
):
    make_committee()
    make_indicator("organizations_certified", is_required=False)
    [north] = make_regions(1)
    coordinator = make_post("coordinator", north, starts_on=date(2006, 1, 1))
    report = accepted(make_report(north), coordinator, secretary, organizations_certified=5)
    actions.roll_up_report(report)
    add_rounds(months - 1)
    client = sign_in(secretary)

    # and the months of the indicator drawn
    with django_assert_num_queries(PAGE + ASKED["on_time"] + 1):
        page = client.get(reverse("home"), {"metric": "on_time"})

    assert len(page.context["trends"][0].points) == 12


def add_rounds(count):
    """Months before June 2569, each with its region's report and figure, in bulk."""
    unit = ReportingUnit.objects.get(kind="region")
    months = [date(2026 - (n + 6) // 12, 12 - (n + 6) % 12, 1) for n in range(1, count + 1)]
    rounds = ReportRound.objects.bulk_create(
        ReportRound(month=m, opens_on=m, on_time_until=m, closes_on=m) for m in months
    )
    RegionalReport.objects.bulk_create(
        RegionalReport(round=one, unit=unit, region=unit.region) for one in rounds
    )
    RolledFigure.objects.bulk_create(
        RolledFigure(
            indicator=Indicator.objects.get(), round=one, basis="regions",
            value=1, reported=1, expected=1, rolled_at=ON_TIME,
        )
        for one in rounds
    )  # fmt: skip
