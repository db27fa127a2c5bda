"""A stranger's file becomes rows by column, or one Thai sentence; never an error of ours."""

import re
import struct
import zipfile
from datetime import date, datetime
from functools import cache
from io import BytesIO

import pytest
import time_machine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from committees.imports.columns import COLUMNS, key_of
from committees.imports.reading import MOST_BYTES, read_file
from committees.imports.table import table_of
from committees.imports.template import template_bytes
from committees.imports.values import values_of
from portal.kernel.workbooks import MOST_ROWS, Unreadable
from tests.factories.spreadsheets import (
    HEADINGS,
    book_bytes,
    csv_bytes,
    row,
    workbook,
    xlsx,
)


def table(content):
    return table_of(read_file(content))


def rows(content):
    return [(one["row"], one["cells"]) for one in table(content)["rows"]]


def refusal(content):
    with pytest.raises(Unreadable) as refused:
        table(content)
    return str(refused.value)


def said(**cells):
    """What is read of one row: the values asked for, findings by column, notes."""
    read = values_of(row(**cells))
    return (
        {key: read.of[key] for key in cells},
        {finding.key: (finding.found, finding.expected, finding.mend) for finding in read.findings},
        read.notes,
    )


# -- Files -------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874", "tis-620", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_is_read_in_every_encoding_and_with_every_separator(encoding, delimiter):
    content = csv_bytes(row(), encoding=encoding, delimiter=delimiter)

    assert rows(content) == [(2, row())]


def test_xlsx_and_csv_of_one_roster_say_the_same():
    assert rows(xlsx(row(), row(seat="2"))) == rows(csv_bytes(row(), row(seat="2")))


def test_what_keeps_a_spreadsheet_from_reckoning_is_taken_off_again():
    [(_number, cells)] = rows(
        csv_bytes(row(phone="'021234567", line_id="'-somjai-", issuer="'กอง'"))
    )

    assert (cells["phone"], cells["line_id"], cells["issuer"]) == ("021234567", "-somjai-", "'กอง'")


def test_headings_stand_where_they_are_found_and_blank_rows_are_left_out():
    content = xlsx(
        row(), {}, row(seat="2"), above=[["คณะอนุกรรมการ 67 คน"], [], ["ปรับปรุง 1 ก.ค. 68"]]
    )

    assert [(number, cells["seat"]) for number, cells in rows(content)] == [(5, "1"), (7, "2")]


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("ที่นั่งที่", "seat"),
        (" ที่นั่งที่ * ", "seat"),
        ("เบอร์โทร.", "phone"),
        ("E-mail", "email"),
        ("Line ID", "line_id"),
        ("คำสั่งเลขที่", "order_number"),
        ("ครบวาระ (วันที่)", "term_ends_on"),
        ("หมายเหตุ", None),
        ("", None),
    ],
)
def test_headings_are_known_by_what_people_call_them(heading, key):
    assert key_of(heading) == key


def test_every_heading_names_its_own_column():
    assert [key_of(column.heading) for column in COLUMNS] == [column.key for column in COLUMNS]


def test_a_column_nobody_knows_is_left_out_and_said():
    book = workbook(row(), headings=[*HEADINGS, "หมายเหตุ"])
    book.active.cell(2, len(HEADINGS) + 1, "โทรแล้ว")

    found = table(book_bytes(book))

    assert found["rows"][0]["cells"] == row()
    assert found["notes"] == [{"about": "columns", "sheet": "รายชื่อ", "names": ["หมายเหตุ"]}]


def test_a_missing_column_is_one_message_that_names_it():
    headings = [heading for heading in HEADINGS if heading not in ("รูปแบบ", "ตั้งแต่วันที่")]

    assert refusal(xlsx(above=[[]], headings=headings)) == (
        "ขาดคอลัมน์ รูปแบบ, ตั้งแต่วันที่ ใน “รายชื่อ” หัวตารางอยู่แถวที่ 2 เติมแล้วส่งใหม่"
    )


def test_several_sheets_are_read_and_one_without_headings_is_said():
    book = workbook(row())
    other = book.create_sheet("ภาคใต้")
    other.append(HEADINGS)
    other.append(["2", "", "สาธิต", "", "", "", "", "เครือข่าย", "1/7/2568"])
    book.create_sheet("บันทึก").append(["โทรหาคุณสาธิต"])
    book.create_sheet("ลับ").append(HEADINGS)
    book["ลับ"].sheet_state = "hidden"

    found = table(book_bytes(book))

    assert [(one["sheet"], one["cells"]["seat"]) for one in found["rows"]] == [
        ("รายชื่อ", "1"),
        ("ภาคใต้", "2"),
    ]
    assert found["notes"] == [{"about": "sheet", "sheet": "บันทึก"}]


def test_the_template_has_every_column_and_its_example_is_no_roster():
    book = load_workbook(BytesIO(template_bytes()))

    assert book.sheetnames == ["รายชื่อ", "ตัวอย่าง", "คำอธิบายคอลัมน์"]
    assert [cell.value for cell in book["รายชื่อ"][1]] == HEADINGS
    assert book["รายชื่อ"]["E2"].number_format == "@"  # or Excel drops the nought of a telephone
    assert refusal(template_bytes()) == "พบหัวตารางแล้ว แต่ใต้หัวตารางไม่มีรายชื่อ"


def test_the_example_of_the_template_can_be_read():
    example = [dict(zip([c.key for c in COLUMNS], cells, strict=True))
               for cells in zip(*(column.examples for column in COLUMNS), strict=True)]  # fmt: skip

    assert [values_of(cells).findings for cells in example] == [[], []]


# -- Cells -------------------------------------------------------------------------------


def test_a_formula_has_its_value_or_says_that_it_has_none():
    book = workbook(row())
    book.active["C2"] = "=B2"

    [(_number, cells)] = rows(book_bytes(book))

    assert cells["first_name"] == {"formula": "=B2"}
    assert said(first_name={"formula": "=B2"})[1]["first_name"] == (
        "=B2",
        "ค่าที่พิมพ์ไว้ ไม่ใช่สูตร",
        "สูตรนี้ยังไม่มีค่า เปิดไฟล์ใน Excel แล้วบันทึกใหม่ หรือคัดลอกแล้ววางเป็นค่า",
    )


def test_a_formula_that_was_reckoned_counts_as_what_it_shows():
    book = workbook(row())
    book.active["C2"] = "=MARK"
    # openpyxl writes no value beside a formula; Excel does.
    reckoned = '<c r="C2" t="str"><f>MARK</f><v>สมชาย</v></c>'.encode()
    content = replaced(
        book_bytes(book),
        "xl/worksheets/sheet1.xml",
        lambda xml: re.sub(rb'<c r="C2"[^>]*><f>MARK</f>.*?</c>', reckoned, xml),
    )

    assert rows(content)[0][1]["first_name"] == "สมชาย"


def test_a_cell_merged_with_one_above_it_must_be_parted():
    book = workbook(row(), row(seat="2", issuer=None), row(seat="3", issuer=None))
    book.active.merge_cells("K2:K4")
    book.active.merge_cells("B6:D9")  # around nothing: no row

    found = rows(book_bytes(book))

    assert [cells.get("issuer") for _number, cells in found] == [
        "พอช.",
        {"merged": "K2:K4"},
        {"merged": "K2:K4"},
    ]
    assert said(issuer={"merged": "K2:K4"})[1]["issuer"][2] == "ยกเลิกการผสานเซลล์ แล้วกรอกทุกแถว"


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("1/7/2568", date(2025, 7, 1)),
        ("๑ ก.ค. ๒๕๖๘", date(2025, 7, 1)),
        ("29/2/2567", date(2024, 2, 29)),
        ("2025-07-01 00:00:00", date(2025, 7, 1)),
        ({"date": "2025-07-01"}, date(2025, 7, 1)),
        ({"date": "2568-07-01"}, date(2025, 7, 1)),  # typed as พ.ศ. into a cell of ค.ศ.
    ],
)
def test_a_day_is_read_as_text_and_as_excel_keeps_it(cell, day):
    assert said(starts_on=cell) == ({"starts_on": day}, {}, [])


@pytest.mark.parametrize(
    ("cell", "found", "mend"),
    [
        ("1/7/68", "1/7/68", "ปีต้องเป็น พ.ศ. สี่หลัก เช่น 2569"),
        ("30/2/2568", "30/2/2568", "ไม่มีวันนี้ในปฏิทิน โปรดตรวจวันและเดือน"),
        ({"date": "2568-02-29"}, "29/2/2568", "ไม่มีวันนี้ในปฏิทิน โปรดตรวจวันและเดือน"),
        (45839, "45839", "Excel เก็บวันนี้เป็นตัวเลข จัดรูปแบบช่องเป็นวันที่หรือข้อความ แล้วพิมพ์ใหม่"),
        ("", "", "เติมช่องนี้ เช่น 1/7/2568"),
    ],
)
def test_a_day_nobody_can_read_says_how_to_mend_it(cell, found, mend):
    _values, findings, _notes = said(starts_on=cell)

    assert (findings["starts_on"][0], findings["starts_on"][2]) == (found, mend)


def test_days_of_excel_arrive_as_days():
    content = xlsx(row(starts_on=datetime(2568, 7, 1), term_ends_on=date(2027, 6, 30)))  # noqa: DTZ001 -- as Excel keeps it

    [(_number, cells)] = rows(content)

    assert (cells["starts_on"], cells["term_ends_on"]) == (
        {"date": "2568-07-01"},
        {"date": "2027-06-30"},
    )


@pytest.mark.parametrize(
    ("cell", "number", "notes"),
    [
        ("081-234 5678", "081 234 5678", []),
        ("๐๘๑๒๓๔๕๖๗๘", "081 234 5678", []),
        (812345678, "081 234 5678", ["โทรศัพท์ไม่มีเลข 0 ตัวหน้า อ่านเป็น 081 234 5678"]),
        (21234567, "02 123 4567", ["โทรศัพท์ไม่มีเลข 0 ตัวหน้า อ่านเป็น 02 123 4567"]),
        ("812345678", "081 234 5678", ["โทรศัพท์ไม่มีเลข 0 ตัวหน้า อ่านเป็น 081 234 5678"]),
        ("074 123 456 ต่อ 12", "074 123 456 ต่อ 12", []),
    ],
)
def test_a_telephone_that_excel_took_for_a_number_gets_its_nought_back(cell, number, notes):
    assert said(phone=cell) == ({"phone": number}, {}, notes)


@pytest.mark.parametrize(
    ("key", "cell", "expected"),
    [
        ("seat", "สิบสอง", "เลขที่นั่ง เช่น 12"),
        ("seat", "0", "เลขที่นั่ง เช่น 12"),
        ("seat", 12.5, "เลขที่นั่ง เช่น 12"),
        ("seat", 99999, "เลขที่นั่ง เช่น 12"),
        ("first_name", "12", "ชื่อเป็นตัวอักษร"),
        ("first_name", "ก" * 101, "ไม่เกิน 100 ตัวอักษร"),
        ("phone", "8.12E+08", "หมายเลขโทรศัพท์เต็ม"),
        ("phone", "081 234 5678, 089 999 9999", "หมายเลขโทรศัพท์หนึ่งหมายเลข"),
        ("email", "a@b", "อีเมลหนึ่งที่อยู่ เช่น name@example.org"),
        ("mode", "อื่น ๆ", "แต่งตั้ง หรือ เครือข่าย"),
        ("kind", "จังหวัด", "กลุ่มจังหวัด หรือ ประเด็น"),
        ("order_number", {"date": "2568-01-15"}, "ข้อความ ไม่ใช่วันที่"),
        ("last_name", "#REF!", "ค่าที่พิมพ์ไว้ ไม่ใช่สูตรที่ผิดพลาด"),
    ],
)
def test_a_cell_that_does_not_fit_says_what_was_expected(key, cell, expected):
    _values, findings, _notes = said(**{key: cell})

    assert {name: found[1] for name, found in findings.items()} == {key: expected}


@pytest.mark.parametrize("cell", ["12", "๑๒", 12, 12.0, "ที่นั่งที่ 12", "ที่ 12", "12.0"])
def test_a_seat_is_its_number_however_it_is_written(cell):
    assert said(seat=cell) == ({"seat": 12}, {}, [])


# -- Files that mean harm, or are no roster --------------------------------------------------


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "ว่างเปล่า"),
        (b" \r\n ", "ว่างเปล่า"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ".xls"),
        (b"%PDF-1.7\n%\x00\x01", "ไม่ใช่ XLSX หรือ CSV"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "ไม่ใช่ XLSX หรือ CSV"),
        (b"PK\x03\x04 not a zip at all", "เปิดไฟล์ Excel นี้ไม่ได้"),
        ("ก,ข,ค\n1,2,3\n".encode(), "ไม่พบหัวตาราง"),
        (b"x" * (MOST_BYTES + 1), "ใหญ่เกิน 5 MB"),
        (b'"' + b"x" * 200_000, "อ่านไฟล์ CSV นี้ไม่ได้"),
    ],
)
def test_what_is_no_roster_is_told_in_one_sentence(content, words):
    assert words in refusal(content)


def test_another_kind_of_zip_is_no_workbook():
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")

    assert "ไม่ใช่ Excel" in refusal(file.getvalue())


def test_a_bomb_is_not_unpacked():
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<x/>")
        archive.writestr("xl/worksheets/sheet1.xml", bytes(31 * 1024 * 1024))

    assert len(file.getvalue()) < 100_000
    assert "แตกออกแล้วใหญ่เกินไป" in refusal(file.getvalue())


PARTS = ["[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/workbook.xml", "xl/styles.xml",
         "xl/worksheets/sheet1.xml"]  # fmt: skip


@pytest.mark.parametrize("part", PARTS)
def test_an_entity_bomb_is_refused(part):
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    content = replaced(xlsx(row()), part, lambda _xml: bomb)

    assert "เปิดไฟล์ Excel นี้ไม่ได้" in refusal(content)


def test_a_row_far_below_is_not_walked_to():
    content = replaced(
        xlsx(row(), row()),
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b'r="3"', b'r="99999999"'),
    )

    assert "ยาวเกิน" in refusal(content)


def replaced(content, name, change):
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(file, "w") as new:
        for member in old.namelist():
            xml = old.read(member)
            new.writestr(member, change(xml) if member == name else xml)
    return file.getvalue()


def test_more_rows_than_any_roster_has_are_refused():
    content = csv_bytes(*(row(seat=str(n)) for n in range(MOST_ROWS + 1)))

    assert refusal(content) == "ไฟล์มีเกิน 2000 แถว โปรดแบ่งเป็นหลายไฟล์"


def sentence_or_rows(content):
    try:
        return table(content)["rows"]
    except Unreadable as refused:
        return str(refused)


@cache
def whole_workbook():
    """A workbook says when it was made, and is a few bytes longer at one second than at the next:
    made once and of one day, so that every example is drawn from the same bytes."""
    with time_machine.travel(date(2026, 7, 1), tick=False):
        return xlsx(row(), row(seat="2"))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_a_damaged_workbook_is_a_sentence_or_a_table(data):
    whole = whole_workbook()
    content = bytearray(whole[: data.draw(st.integers(1, len(whole)))])
    for at in data.draw(st.lists(st.integers(0, len(content) - 1), max_size=8)):
        content[at] = data.draw(st.integers(0, 255))

    assert sentence_or_rows(bytes(content))


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=600))
def test_any_bytes_are_a_sentence_or_a_table(content):
    assert sentence_or_rows(content)


def test_a_zip_that_lies_about_its_sizes_gives_no_more_than_it_says():
    content = bytearray(xlsx(row()))
    at = content.rfind(b"PK\x01\x02", 0, content.rfind(b"xl/worksheets/sheet1.xml"))
    struct.pack_into("<I", content, at + 24, 3)

    assert "เปิดไฟล์ Excel นี้ไม่ได้" in refusal(bytes(content))
