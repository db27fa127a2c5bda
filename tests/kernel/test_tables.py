"""Tables that leave the portal: no cell is ever a formula, and every text comes back as it was."""

import csv
from datetime import date
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from portal.kernel.tables import MEASURED, Table, as_written, to_csv, to_xlsx

# Twelve ways to smuggle a formula, and what must come through as it is.
PAYLOADS = [
    "=1+1",
    '=HYPERLINK("http://evil.example","กด")',
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "＝1+1",
    "＋1+1",
    " =1+1",
]
TEXTS = ["+66812345678", "0812345678", "'=1+1", "'", "081 234 5678", "บ้านเลขที่ 1", 'a"b,c', "1/2"]


def rows_of(content):
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("text", [*PAYLOADS, *TEXTS])
def test_a_text_comes_back_from_csv_and_was_no_formula_there(text):
    content = to_csv(Table("ก", [text], [[text]]))

    for [cell] in rows_of(content):
        assert not cell.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))
        assert as_written(cell) == text


@pytest.mark.parametrize("text", [*PAYLOADS, *TEXTS])
def test_a_text_comes_back_from_xlsx_as_text(text):
    book = load_workbook(BytesIO(to_xlsx(Table("ก", ["หัว"], [[text]]))))

    cell = book.active["A2"]

    # XML knows one end of a line.
    assert (cell.value, cell.data_type) == (text.replace("\r", "\n"), "s")
    assert cell.quotePrefix or text in TEXTS


def test_what_no_cell_can_hold_is_left_out():
    table = Table("ก", ["หัว"], [["=\0\x01ก"]])

    assert rows_of(to_csv(table))[1][0].startswith("'=")
    assert load_workbook(BytesIO(to_xlsx(table))).active["A2"].value == "=ก"


def test_excel_knows_the_csv_for_utf_8():
    assert to_csv(Table("ก", ["ชื่อ"], [])).startswith(b"\xef\xbb\xbf")


def test_a_day_is_a_day_in_xlsx_and_iso_in_csv():
    table = Table("ก", ["วัน"], [[date(2026, 7, 1)], [None]])
    sheet = load_workbook(BytesIO(to_xlsx(table))).active

    assert (sheet["A2"].value.date(), sheet["A2"].number_format) == (
        date(2026, 7, 1),
        "yyyy-mm-dd",
    )
    assert rows_of(to_csv(table)) == [["วัน"], ["2026-07-01"], [""]]


def test_rows_are_read_one_at_a_time_and_only_once():
    """A file of twenty years needs no more room than one of a month."""
    alive = []

    def rows():
        for number in range(2 * MEASURED):
            alive.append(number)
            yield [number]

    many = Table("ก", ["เลข"], rows())
    sheet = load_workbook(BytesIO(to_xlsx(many))).active

    assert len(alive) == 2 * MEASURED
    assert [cell.value for cell in sheet["A"]] == ["เลข", *range(2 * MEASURED)]
    assert sheet.auto_filter.ref == f"A1:A{2 * MEASURED + 1}"
    assert sheet.freeze_panes == "A2"
    assert rows_of(to_csv(Table("ก", ["เลข"], iter([[1]])))) == [["เลข"], ["1"]]


def test_a_sheet_without_rows_has_its_headings():
    sheet = load_workbook(BytesIO(to_xlsx(Table("ก", ["ชื่อ", "เลข"], [])))).active

    assert [cell.value for cell in sheet[1]] == ["ชื่อ", "เลข"]
    assert sheet.auto_filter.ref == "A1:B1"
