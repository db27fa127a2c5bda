"""Issue by region as a month stands, who told and who is silent; the log behind it (S30, S81)."""

import csv
import io

import pytest
import time_machine
from django.urls import reverse

from committees.models import Issue, IssueProgress
from committees.queries.issue_matrix import latest_round, matrix_of
from portal.kernel.rates import Rate
from regions.models import RegionalReport, rights_of
from tests.factories.regions import (
    MONTH,
    ON_TIME,
    make_member,
    make_post,
    make_region,
    make_report,
    make_round,
)
from tests.factories.reporting import put

State = RegionalReport.State
OVERVIEW, LOG, FILE = "/reports/issues/", "/reports/issues/log/", "/reports/issues/log/export/csv/"
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(ON_TIME, tick=False):
        yield


@pytest.fixture
def south():
    return make_region(2)


@pytest.fixture
def east():
    return make_region(3)


@pytest.fixture
def land():
    return Issue.objects.create(code="land", name="ที่ดิน", name_en="Land", position=1)


@pytest.fixture
def welfare():
    return Issue.objects.create(code="welfare", name="สวัสดิการ", name_en="Welfare", position=2)


@pytest.fixture
def secretary():
    return make_post("central_officer")


@pytest.fixture
def tell(secretary):
    """A report of that month, in that state, and what it tells of each issue."""

    def tell(region, month, *issues, state=State.ACCEPTED, level="province"):
        report = make_report(region, month=MONTH.replace(month=month))
        for issue in issues:
            text = f"{issue} {region} เดือน {month}"
            IssueProgress.objects.create(report=report, issue=issue, text=text, level=level)
        if state != State.DRAFT:
            put(report, state, by=secretary)
        return report

    return tell


@pytest.fixture
def three(tell, north, south, east, land, welfare):
    """In June the north told of land, the south of nothing but in April, the east only sent."""
    tell(south, 4, land)
    tell(north, 6, land)
    tell(south, 6)
    tell(east, 6, land, welfare, state=State.SUBMITTED)


@pytest.fixture
def reader(client):
    client.force_login(make_member())
    return client


def cells(page, code):
    row = next(row for row in page.context["matrix"].rows if row.issue.code == code)
    return [
        "told" if cell.is_told else "awaited" if cell.is_awaited else "silent" for cell in row.cells
    ]


def texts(page):
    return [one.text for one in page.context["page"]]


# -- The matrix ------------------------------------------------------------------------


def test_it_says_of_each_region_whether_it_told_is_silent_or_is_awaited(reader, three):
    page = reader.get(OVERVIEW)

    assert cells(page, "land") == ["told", "silent", "awaited"]
    assert cells(page, "welfare") == ["silent", "silent", "awaited"]


def test_who_is_silent_says_since_when_and_what_was_last_told(reader, three, south, land):
    page = reader.get(OVERVIEW)

    told, silent, awaited = page.context["matrix"].rows[0].cells
    assert (silent.last.text, silent.months) == (f"{land} {south} เดือน 4", 2)
    assert (told.months, awaited.last) == (0, None)
    assert "เงียบ 2 เดือน" in page.content.decode()


def test_what_was_sent_and_not_accepted_is_told_to_nobody_here(reader, three, east):
    assert f"{east} เดือน 6" not in reader.get(OVERVIEW).content.decode()


def test_an_issue_is_complete_by_the_regions_that_owe_a_report(reader, three):
    matrix = reader.get(OVERVIEW).context["matrix"]

    assert [(row.rate.n, row.rate.of) for row in matrix.rows] == [(1, 3), (0, 3)]
    assert (matrix.sent.n, matrix.sent.of, matrix.accepted) == (3, 3, 2)
    assert isinstance(matrix.rows[0].rate, Rate)


def test_the_list_behind_a_number_adds_up_to_it(reader, three, tell, south, land):
    page = reader.get(OVERVIEW)

    for row in page.context["matrix"].rows:
        address = f"{LOG}?issue={row.issue.code}&amp;month=2026-06"
        assert address in page.content.decode()
        assert len(texts(reader.get(address.replace("&amp;", "&")))) == row.rate.n


def test_an_earlier_month_is_shown_as_it_stood(reader, three):
    page = reader.get(OVERVIEW, {"month": "2026-04"})

    assert [(row.rate.n, row.rate.of) for row in page.context["matrix"].rows] == [(1, 3), (0, 3)]


def test_the_latest_month_is_the_latest_that_can_be_read(tell, three, north):
    make_round(month=MONTH.replace(month=7))

    assert latest_round().month == MONTH


def test_before_anything_can_be_read_it_is_the_latest_that_opened(tell, north, land, reader):
    tell(north, 6, land, state=State.DRAFT)

    assert latest_round().month == MONTH
    assert cells(reader.get(OVERVIEW), "land") == ["awaited"]


def test_before_the_first_round_the_page_says_what_will_come(reader):
    assert "ยังไม่มีรอบรายงาน" in reader.get(OVERVIEW).content.decode()


@pytest.mark.parametrize("month", ["x", "2026-13", "2031-01", "9999"])
def test_a_month_that_is_none_is_answered_beside_its_box(reader, three, month):
    page = reader.get(OVERVIEW, {"month": month})

    assert page.status_code == 200
    assert page.context["filter"].form.errors["month"]


@pytest.mark.parametrize("address", [OVERVIEW, LOG, FILE])
def test_strangers_are_asked_who_they_are(client, three, address):
    assert client.get(address).status_code == 302


def test_the_issue_and_the_lists_of_reports_lead_here(reader, three):
    assert f'href="{OVERVIEW}"' in reader.get(reverse("regions:report-list")).content.decode()


@pytest.mark.parametrize("many", [False, True])
def test_the_matrix_costs_four_statements_for_little_or_much(
    tell, north, land, secretary, django_assert_num_queries, many
):
    regions = [north, *([make_region(number) for number in (2, 3)] if many else [])]
    issues = [land]
    if many:
        issues.append(Issue.objects.create(code="x", name="x", name_en="x", position=3))
    for month in (6, 5, 4) if many else (6,):
        for region in regions:
            tell(region, month, *issues)
    shown = latest_round()
    rights_of(secretary)  # once a request, whatever it reads

    with django_assert_num_queries(4):
        matrix = matrix_of(shown, user=secretary, on=ON_TIME.date())

    assert [(row.rate.n, row.rate.of) for row in matrix.rows] == [(len(regions),) * 2] * len(issues)


# -- The log ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["ที่ดิน north เดือน 6", "ที่ดิน south เดือน 4"]),
        ({"region": "south"}, ["ที่ดิน south เดือน 4"]),
        ({"month": "2026-06"}, ["ที่ดิน north เดือน 6"]),
        ({"level": "region"}, []),
        ({"issue": "welfare"}, []),
    ],
)
def test_the_log_is_filtered_by_issue_region_level_and_month(
    reader, three, north, south, asked, found
):
    asked = {name: south.code if value == "south" else value for name, value in asked.items()}
    named = [text.replace("north", str(north)).replace("south", str(south)) for text in found]

    page = reader.get(LOG, asked)

    assert texts(page) == named
    assert ("ล้างตัวกรอง" in page.content.decode()) == bool(asked)


def test_the_log_of_one_issue_is_filtered_too_and_stays_that_issue(
    reader, tell, north, land, welfare
):
    tell(north, 6, land, welfare, level="nation")
    tell(north, 5, land)
    address = reverse("committees:issue-progress", args=["land"])

    page = reader.get(address, {"level": "nation", "issue": "welfare"})

    assert texts(page) == [f"{land} {north} เดือน 6"]
    assert "issue=land" in page.context["files"]["csv"]


def test_a_filter_that_cannot_be_read_gives_no_file(reader, three):
    asked = {"region": "nowhere"}

    assert reader.get(LOG, asked).context["files"] == {}
    assert reader.get(FILE, asked).status_code == 404


def test_the_file_says_what_the_list_shows_and_where_it_stands(reader, three, north, land):
    lines = reader.get(FILE, {"month": "2026-06"}).content.decode("utf-8-sig")

    [row] = csv.DictReader(io.StringIO(lines))
    report = RegionalReport.objects.get(unit__region=north, round__month=MONTH)
    assert row["ความก้าวหน้า"] == f"{land} {north} เดือน 6"
    assert (row["เดือนที่รายงาน (ค.ศ.)"], row["รหัสประเด็น"]) == ("2026-06", "land")
    assert (row["รหัสพื้นที่"], row["รหัสระดับ"]) == (north.code, "province")
    assert row["ที่มา"].endswith(f"{report.get_absolute_url()}#s4")


def test_every_column_is_explained(reader, three):
    about = reader.get("/reports/issues/log/export/metadata.json").json()

    assert len(about["tableSchema"]["columns"]) == 10


def test_the_file_costs_the_same_for_one_row_and_many(
    reader, tell, north, land, django_assert_max_num_queries
):
    tell(north, 6, land)
    counts = []
    for month in (5, 4, 3):
        with django_assert_max_num_queries(20) as asked:
            b"".join([reader.get(FILE).content])
        counts.append(len(asked))
        tell(north, month, land)
    assert len(set(counts)) == 1
