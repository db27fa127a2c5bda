"""Meetings, resolutions and assignments leave as files, as their pages are filtered."""

import csv
import io
import json
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from tests.factories.meetings import make_held, make_item, make_resolution, planned

LISTS = {
    "/meetings/": ("q=2%2F2569", 3),
    "/meetings/resolutions/": ("q=โครงการ", 2),
    "/meetings/action-items/": ("q=โครงการ", 2),
}


@pytest.fixture
def held(committee, north, secretary, cast):
    """Two meetings, a resolution and an assignment of each; and one still planned."""
    for number, text in enumerate(["=ทบทวนข้อเสนอ", "=ทบทวนโครงการ"], start=1):
        meeting = make_held(committee, number=number, day=date(2026, 5 + number % 2, 5))
        resolution = make_resolution(meeting, text=text)
        make_item(resolution, region=north, title=text)
    planned(committee, secretary)


def taken(client, user, address, form="csv", query=""):
    client.force_login(user)
    response = client.get(f"{address}export/{form}/?{query}")
    assert response.status_code == 200
    return response


def rows_of(response):
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))


@pytest.mark.parametrize("address", LISTS)
def test_each_list_leaves_as_files_with_what_explains_them(client, held, secretary, address):
    file, book = (taken(client, secretary, address, form) for form in ("csv", "xlsx"))
    about = json.loads(client.get(f"{address}export/metadata.json").content)

    header = next(csv.reader(io.StringIO(file.content.decode("utf-8-sig"))))
    sheet, dictionary = load_workbook(io.BytesIO(book.content)).worksheets
    assert [column["titles"] for column in about["tableSchema"]["columns"]] == header
    assert [cell.value for cell in sheet[1]] == header
    assert [row[1].value for row in dictionary.iter_rows(min_row=2)] == header
    assert (len(rows_of(file)), sheet.max_row) == (LISTS[address][1], LISTS[address][1] + 1)


@pytest.mark.parametrize("address", LISTS)
def test_the_files_are_filtered_as_the_page_which_leads_to_them(client, held, secretary, address):
    query, _all = LISTS[address]

    [row] = rows_of(taken(client, secretary, address, query=query))

    assert "=ทบทวนข้อเสนอ" not in " ".join(row.values())
    assert "export/csv/?q=" in client.get(f"{address}?{query}").text
    assert address == "/meetings/" or "'=ทบทวนโครงการ" in row.values()


def test_a_plan_is_in_no_file_of_who_may_not_see_it(client, held, cast):
    assert len(rows_of(taken(client, cast["coordinator"], "/meetings/"))) == 2


@pytest.mark.parametrize("address", LISTS)
def test_strangers_sign_in_and_what_is_no_file_is_not_there(client, held, secretary, address):
    assert client.get(f"{address}export/csv/").status_code == 302
    client.force_login(secretary)

    assert client.get(f"{address}export/exe/").status_code == 404
    assert client.get(f"{address}export/csv/?standing=x&year=x&state=x").status_code == 404


@pytest.mark.parametrize("address", LISTS)
def test_a_file_costs_the_same_for_few_rows_and_for_many(
    client, held, committee, north, secretary, address
):
    taken(client, secretary, address)  # what is asked once of a sign-in
    with CaptureQueriesContext(connection) as few:
        client.get(f"{address}export/csv/")
    for number in range(3, 9):
        meeting = make_held(committee, number=number, day=date(2026, 5, number))
        make_item(make_resolution(meeting), region=north)
    with CaptureQueriesContext(connection) as many:
        client.get(f"{address}export/csv/")

    assert len(many) == len(few)
