"""Reports and figures leave as files beside what explains them; no draft leaves with them."""

import csv
import io
import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from regions.actions import roll_up_report
from regions.models import Extension, RegionalReport, Revision, SupportRequest
from tests.factories.regions import MONTH as JUNE
from tests.factories.regions import make_report
from tests.factories.reporting import State, answer, put

REPORTS = "/reports/export/"
FIGURES = "/reports/figures/export/"
MONTH = "?round=2026-06"


def rows_of(response):
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))


@pytest.fixture
def accepted(report, found, cast):
    answer(report, "organizations_found", 14)
    put(report, State.ACCEPTED, by=cast["secretariat"])
    roll_up_report(report)
    return report


def test_each_report_says_when_it_came_and_not_what_it_says(accepted, as_):
    rows = rows_of(as_("secretariat").get(f"{REPORTS}csv/"))

    here = next(row for row in rows if row["รหัสสถานะ"] == "accepted")
    assert here["เดือนที่รายงาน (ค.ศ.)"] == "2026-06"
    assert here["เดือนที่รายงาน (พ.ศ.)"] == "มิถุนายน 2569"
    assert "14" not in here.values()


def test_the_file_is_filtered_as_the_list(accepted, as_):
    rows = rows_of(as_("secretariat").get(f"{REPORTS}csv/?state=draft"))

    assert {row["รหัสสถานะ"] for row in rows} == {"draft"}


def test_another_regions_draft_is_in_nobodys_file(report, as_):
    rows = rows_of(as_("another region's coordinator").get(f"{REPORTS}csv/"))

    assert str(report.unit) not in {row["ชื่อพื้นที่"] for row in rows}


def test_a_figure_says_of_how_many_and_from_which_reports(accepted, as_):
    rows = rows_of(as_("member").get(f"{FIGURES}csv/{MONTH}"))

    here = next(row for row in rows if row["ระดับ"] == "region" and row["ค่า"])
    assert (here["ค่า"], here["รายงานแล้ว"], here["ต้องรายงาน"]) == ("14.00", "1", "1")
    assert here["รายงานที่นับ"] == str(accepted.pk)


def test_not_reported_is_no_nought(report, found, cast, as_):
    roll_up_report(report)

    rows = rows_of(as_("member").get(f"{FIGURES}csv/{MONTH}"))

    assert {(row["ค่า"], row["คำตอบ"]) for row in rows} == {("", "not_reported")}


@pytest.mark.parametrize("address", [f"{REPORTS}|", f"{FIGURES}|{MONTH}"])
def test_the_dictionary_names_the_columns_of_the_file(accepted, as_, address):
    client = as_("member")
    file = client.get(address.replace("|", "csv/"))
    about = json.loads(client.get(address.replace("|", "metadata.json")).content)

    header = next(csv.reader(io.StringIO(file.content.decode("utf-8-sig"))))
    assert [column["titles"] for column in about["tableSchema"]["columns"]] == header
    assert file.headers["Link"].startswith(f"<{address.replace('|', 'metadata.json')}>")


def test_a_workbook_has_numbers_and_its_dictionary(accepted, as_):
    response = as_("member").get(f"{FIGURES}xlsx/{MONTH}")

    figures, dictionary = load_workbook(io.BytesIO(response.content)).worksheets
    headings = [cell.value for cell in figures[1]]
    values = [row[headings.index("ค่า")].value for row in figures.iter_rows(min_row=2)]
    assert 14 in values
    assert [row[1].value for row in dictionary.iter_rows(min_row=2)] == headings


@pytest.mark.parametrize(
    "address",
    [
        f"{REPORTS}exe/",
        f"{FIGURES}exe/{MONTH}",
        f"{FIGURES}csv/",
        f"{FIGURES}csv/?round=2026-13",
        f"{FIGURES}csv/?round=x",
        f"{FIGURES}csv/?year=๒๕๖๙x",
        f"{FIGURES}csv/?year=99999999999",
    ],
)
def test_what_is_no_file_or_no_period_is_not_there(accepted, as_, address):
    assert as_("member").get(address).status_code == 404


def test_a_stranger_signs_in_first(client, accepted):
    assert client.get(f"{FIGURES}csv/{MONTH}").status_code == 302


# -- What is asked beside reports ---------------------------------------------------------------

LISTS = ["/reports/requests/", "/reports/extensions/", "/reports/revisions/"]


@pytest.fixture
def asked(cast, north, other_region, found):
    """Of two regions: one request for support, more days and a correction each, worded alike."""
    for number, (region, by) in enumerate(
        [(north, "coordinator"), (other_region, "another region's coordinator")]
    ):
        report, who = make_report(region), cast[by]
        put(report, State.ACCEPTED, by=who)
        SupportRequest.objects.create(
            report=report, position=1, kind="budget", text=f"=ขอ {region.code}", be_year=2569,
            number=number + 1, sent_at=report.submitted_at, due_on=JUNE,
        )  # fmt: skip
        Extension.objects.create(
            report=report, until=JUNE, reason=f"=ขอ {region.code}", asked_by=who,
            asked_at=report.submitted_at,
        )  # fmt: skip
        Revision.objects.create(
            report=report, number=1, reason=f"=ขอ {region.code}", asked_by=who,
            asked_at=report.submitted_at,
        )  # fmt: skip


def told(address, as_, who="member"):
    response = as_(who).get(address)
    assert response.status_code == 200, address
    return [" ".join(row.values()) for row in rows_of(response)]


@pytest.mark.parametrize("address", LISTS)
def test_each_list_leaves_as_files_with_what_explains_them(asked, as_, address):
    client = as_("member")
    file, book = client.get(f"{address}export/csv/"), client.get(f"{address}export/xlsx/")
    about = json.loads(client.get(f"{address}export/metadata.json").content)

    header = next(csv.reader(io.StringIO(file.content.decode("utf-8-sig"))))
    sheet, dictionary = load_workbook(io.BytesIO(book.content)).worksheets
    assert [column["titles"] for column in about["tableSchema"]["columns"]] == header
    assert [cell.value for cell in sheet[1]] == header
    assert [row[1].value for row in dictionary.iter_rows(min_row=2)] == header
    assert len(header) == len(set(header))
    assert (sheet.max_row, len(rows_of(file))) == (3, 2)
    page = client.get(f"{address}?region=upper-north").text
    assert f'href="{address}export/csv/?region=upper-north"' in page


@pytest.mark.parametrize("address", LISTS)
def test_the_files_are_filtered_as_the_page_and_no_text_of_them_is_a_formula(asked, as_, address):
    [only] = told(f"{address}export/csv/?region=upper-north", as_)

    assert "'=ขอ upper-north" in only
    assert "lower-north" not in only


@pytest.mark.parametrize("address", [*LISTS, REPORTS.removesuffix("export/")])
def test_a_filter_that_nobody_can_read_is_asked_again_and_makes_no_file(asked, as_, address):
    """A file without the filter would say more than was asked for."""
    client = as_("member")

    assert "ตัวเลือก" in client.get(f"{address}?region=nowhere").text
    assert client.get(f"{address}export/csv/?region=nowhere").status_code == 404
    assert client.get(f"{address}export/exe/").status_code == 404


def test_what_was_taken_back_is_in_its_own_regions_file_alone(asked, north, as_):
    RegionalReport.objects.filter(region=north).update(state=State.DRAFT)

    assert len(told("/reports/requests/export/csv/", as_, "another region's coordinator")) == 1


@pytest.mark.parametrize("address", [REPORTS, *(f"{address}export/" for address in LISTS)])
def test_a_file_costs_the_same_for_few_rows_and_for_many(asked, as_, address):
    client = as_("member")
    client.get(f"{address}csv/")  # what is asked once of a sign-in
    with CaptureQueriesContext(connection) as many:
        client.get(f"{address}csv/")
    for model in (Extension, Revision, SupportRequest):
        model.objects.order_by("pk").last().delete()
    RegionalReport.objects.filter(region__code="lower-north").update(state=State.DRAFT)
    with CaptureQueriesContext(connection) as few:
        client.get(f"{address}csv/")

    assert len(many) == len(few)
