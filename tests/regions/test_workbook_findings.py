"""A workbook as it should not be: sheet, cell, found, expected and mend; never a fault."""

import zipfile
from datetime import date
from html import unescape
from io import BytesIO
from uuid import uuid4

import pytest
from django.utils.html import strip_tags
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from regions.models import ReportUpload
from regions.workbook.cells import cell_of
from tests.factories.regions import make_report
from tests.factories.spreadsheets import book_bytes, xlsx
from tests.factories.spreadsheets import row as roster_row
from tests.factories.workbooks import (
    KEY,
    at,
    differing,
    press,
    send,
    taken,
    uploaded,
    url,
    write,
)

pytestmark = pytest.mark.django_db
TOLD = ("sheet", "cell", "found", "expected", "mend")
SHEET = "2 การรับรองสถานภาพ"
NUMBER = "จำนวนเต็ม เช่น 14 หรือ ไม่มี (0) / ไม่เกี่ยวข้อง หรือเว้นว่างถ้ายังไม่รายงาน"


def findings(client, report, book):
    """As they are kept: (sheet, cell, found, expected, mend)."""
    page = uploaded(client, report, book)
    told = ReportUpload.objects.latest("pk").findings
    words = strip_tags(unescape(page.text)).replace("\xa0", " ")
    assert all(one["mend"] in words for one in told)
    return [tuple(one[name] for name in TOLD) for one in told]


def refusal(client, report, content, name="แบบ.xlsx"):
    """What stands beside the field, where nothing could be kept."""
    response = send(client, report, content, token=uuid4(), name=name)
    assert response.status_code == 422
    assert not ReportUpload.objects.exists()
    return response.context["form"].errors["upload"][0]


# -- One cell ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "shown", "mend"),
    [
        ("สิบสอง", "สิบสอง", "กรอกเป็นตัวเลข เช่น 14"),
        (-3, "-3", "กรอกเป็นตัวเลข เช่น 14"),
        (1.5, "1.5", "กรอกเป็นตัวเลข เช่น 14"),
        (1e300, "1e+300", "กรอกเป็นตัวเลข เช่น 14"),
        ("#N/A", "#N/A", "กรอกเป็นตัวเลข เช่น 14"),
        (True, "True", "กรอกเป็นตัวเลข เช่น 14"),
        (
            date(2026, 12, 1),
            "1/12/2569",
            "โปรแกรมตารางเปลี่ยนตัวเลขเป็นวันที่ ตั้งรูปแบบช่องเป็นตัวเลขแล้วพิมพ์ใหม่",
        ),
        (
            "=SUM(A1:A9)",
            "=SUM(A1:A9)",
            "พิมพ์คำตอบแทนสูตร หรือเปิดใน Excel แล้วบันทึกอีกครั้งเพื่อให้สูตรมีค่า",
        ),
    ],
)
def test_a_number_that_is_none_is_told_with_its_cell(as_, report, value, shown, mend):
    client = as_("coordinator")
    book = write(
        taken(client, report), certification__organizations_found=value, certification__story="เรื่อง"
    )
    row = at(book, "certification/organizations_found")[1]

    assert findings(client, report, book) == [(SHEET, f"B{row}", shown, NUMBER, mend)]
    typed = ReportUpload.objects.get().answers["certification"]["typed"]
    assert typed.keys() == {"organizations_found_note", "story"}


def test_a_number_too_large_for_any_column_is_told(as_, report):
    client = as_("coordinator")
    book = write(taken(client, report), certification__organizations_found=3_000_000_000)

    [(_sheet, _cell, found, _expected, mend)] = findings(client, report, book)

    assert (found, "2147483647" in mend) == ("3000000000", True)


def test_what_could_not_be_read_stays_as_it_stands_and_the_rest_is_written(as_, report):
    client = as_("coordinator")
    book = write(
        taken(client, report), certification__organizations_found="?", certification__story="เรื่อง"
    )

    press(client, uploaded(client, report, book), "certification")

    assert report.sections.get(key="certification").answers["story"] == "เรื่อง"
    assert not report.figures.exclude(value=None).exists()


def test_a_merged_cell_must_be_parted(as_, report):
    client = as_("coordinator")
    book = write(taken(client, report), plans__progress="รวมสองข้อ")
    sheet, row = at(book, "plans/progress")
    sheet.merge_cells(f"B{row}:B{row + 1}")

    [(name, cell, found, _expected, mend)] = findings(client, report, book)

    assert (name, cell) == ("5 แผนและงบประมาณ", f"B{row + 1}")
    assert found == f"ช่องที่ผสานกัน B{row}:B{row + 1}"
    assert "เลิกผสาน" in mend


def test_a_text_too_long_says_how_long_it_may_be(as_, report):
    client = as_("coordinator")
    book = write(taken(client, report), plans__progress="ก" * 4001)

    [(_sheet, _cell, found, expected, _mend)] = findings(client, report, book)

    assert (len(found), expected) == (120, "ข้อความไม่เกิน 4,000 ตัวอักษร")


def test_a_word_that_is_not_on_the_list_and_a_day_that_is_none(as_, report):
    client = as_("coordinator")
    book = write(
        taken(client, report),
        **{
            "support__request-1-kind": "ขอรถ",
            "support__request-1-text": "ขอ",
            "support__request-1-needed_by": "สิ้นเดือนหน้า",
            "support__request-2-kind": date(2026, 1, 2),
        },
    )

    told = findings(client, report, book)

    assert [(found, mend) for _s, _c, found, _e, mend in told] == [
        ("2/1/2569", "เลือกคำจากรายการในช่องนี้"),
        ("ขอรถ", "เลือกคำจากรายการในช่องนี้"),
        ("สิ้นเดือนหน้า", "เขียนวันที่ เช่น 1/9/2569 หรือ 1 กันยายน 2569"),
    ]


def test_a_note_is_read_as_a_note(as_, report):
    client = as_("coordinator")
    book = write(
        taken(client, report),
        certification__organizations_found=3,
        certification__organizations_found__note="=A1&A2",
    )

    [(_sheet, cell, found, *_rest)] = findings(client, report, book)

    assert (cell[0], found) == ("C", "=A1&A2")


def test_a_note_too_long_is_told_at_the_note(as_, report):
    client = as_("coordinator")
    book = write(
        taken(client, report),
        certification__organizations_found=3,
        certification__organizations_found__note="ก" * 501,
    )

    [(_sheet, cell, *_rest)] = findings(client, report, book)

    assert cell[0] == "C"
    assert (
        ReportUpload.objects.get().answers["certification"]["typed"]["organizations_found"] == "3"
    )


# -- Rows and sheets ---------------------------------------------------------------------


def test_one_key_in_two_rows_with_two_answers_is_neither(as_, report):
    client = as_("coordinator")
    book = write(taken(client, report), plans__progress="หนึ่ง")
    copied = book.copy_worksheet(at(book, "plans/progress")[0])
    copied.title = "สำเนา"
    row = at(book, "plans/progress")[1]
    copied.cell(row, 2).value = "สอง"

    [(_sheet, cell, found, expected, _mend)] = findings(client, report, book)

    assert (cell, found) == (f"B{row}", "หนึ่ง")
    assert expected == f"ข้อหนึ่งตอบที่เดียว แต่ข้อนี้มีอีกที่ สำเนา B{row}"
    assert "progress" not in ReportUpload.objects.get().answers["plans"]["typed"]


def test_a_row_taken_out_and_a_row_without_key_are_told(as_, report):
    client = as_("coordinator")
    book = taken(client, report)
    sheet, row = at(book, "plans/progress")
    sheet.cell(row, KEY).value = None
    sheet.cell(row, 2).value = "ไม่รู้ว่าข้อใด"

    told = findings(client, report, book)

    assert [found for _s, _c, found, *_rest in told] == [
        "ไม่รู้ว่าข้อใด",
        "ไม่พบแถวของ “ความคืบหน้าตามแผนปฏิบัติการ 1 ปี”",
    ]


def test_a_key_that_nobody_asks_is_told_if_it_says_something(as_, report):
    client = as_("coordinator")
    book = taken(client, report)
    sheet, row = at(book, "plans/progress")
    for more, (key, value) in enumerate([("plans/old", "เคยถาม"), ("plans/older", None)], 30):
        sheet.cell(row + more, KEY).value, sheet.cell(row + more, 2).value = key, value

    [(_sheet, _cell, found, _expected, mend)] = findings(client, report, book)

    assert (found, "ไม่อยู่ในแบบแล้ว" in mend) == ("เคยถาม", True)


def test_a_sheet_without_its_marks_is_told_and_the_others_are_read(as_, report):
    client = as_("coordinator")
    book = write(taken(client, report), plans__progress="อ่านไม่ถึง", highlights__lessons="อ่านได้")
    at(book, "plans/progress")[0].delete_rows(1)

    page = uploaded(client, report, book)

    [told] = ReportUpload.objects.get().findings
    assert (told["sheet"], told["found"]) == ("5 แผนและงบประมาณ", "แถวที่ซ่อนไว้บนสุดหายไป")
    assert list(differing(page)) == ["highlights"]
    assert "ไม่มีในไฟล์นี้" in page.text


def test_sheets_of_ones_own_and_deleted_ones_do_no_harm(as_, report):
    client = as_("coordinator")
    book = write(taken(client, report), highlights__lessons="อ่านได้")
    del book["5 แผนและงบประมาณ"]
    book.create_sheet("ทดเลข").append(["ตำบล", 3, "=B1*2"])

    page = uploaded(client, report, book)

    assert ReportUpload.objects.get().findings == []
    assert list(differing(page)) == ["highlights"]


def test_a_version_that_is_none_is_taken_for_an_old_one(as_, report):
    client = as_("coordinator")
    book = write(taken(client, report), plans__version="ใหม่", plans__progress="ก")

    page = uploaded(client, report, book)

    assert [one.is_stale for one, _take in page.context["differing"]] == [True]


def test_a_note_column_that_was_taken_out_leaves_the_notes(as_, report):
    client = as_("coordinator")
    save = write(
        taken(client, report),
        certification__organizations_found=3,
        certification__organizations_found__note="เดิม",
    )
    press(client, uploaded(client, report, save), "certification")
    book = taken(client, report)
    at(book, "certification/story")[0].delete_cols(3)

    page = uploaded(client, report, book)

    assert differing(page) == {}


# -- The whole file ----------------------------------------------------------------------


def test_of_another_region_or_month_it_is_told_whose_it_is(as_, report, other_region):
    other = make_report(other_region)
    book = taken(as_("another region's coordinator"), other)

    words = refusal(as_("coordinator"), report, book)

    assert words.startswith("ไฟล์นี้เป็นของรายงานอื่น: รายงานเดือนมิถุนายน 2569 ภาคเหนือตอนล่าง")


def test_without_its_first_sheet_nobody_knows_whose_it_is(as_, report):
    client = as_("coordinator")
    book = taken(client, report)
    del book["วิธีกรอก"]

    assert "ไม่รู้ว่าไฟล์นี้เป็นของรายงานใด" in refusal(client, report, book)


def test_without_any_section_it_is_refused(as_, report):
    client = as_("coordinator")
    book = taken(client, report)
    for sheet in book.worksheets[1:]:
        book.remove(sheet)

    assert "ไม่มีแผ่นงานของส่วนใดเลย" in refusal(client, report, book)


def bomb():
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<x/>")
        archive.writestr("xl/workbook.xml", "<x/>")
        archive.writestr("xl/worksheets/sheet1.xml", bytes(31 * 1024 * 1024))
    return file.getvalue()


def with_macro():
    file = BytesIO(xlsx(roster_row()))
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"x")
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"%PDF-1.7\n%%EOF", "รับเฉพาะแบบรายงานที่เป็น Excel"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 40, "รุ่นเก่า"),
        (b"PK\x03\x04", "รับเฉพาะแบบรายงานที่เป็น Excel"),
        (b"", "ว่างเปล่า"),
        (with_macro(), "ไม่มีมาโคร"),
        (bomb(), "แตกออกแล้วใหญ่เกินไป"),
        (xlsx(roster_row()), "ไม่ใช่แบบรายงานของพอร์ทัล"),
        (book_bytes(Workbook()), "ไม่ใช่แบบรายงานของพอร์ทัล"),
    ],
)
def test_what_is_no_form_of_ours_is_told_beside_the_field(as_, report, content, words):
    assert words in refusal(as_("coordinator"), report, content)


def test_a_file_too_large_is_refused(as_, report, settings):
    settings.FILE_SIZE_LIMIT = 30

    assert "ใหญ่เกินไป" in refusal(as_("coordinator"), report, xlsx(roster_row()))


def test_no_file_asks_for_one(as_, report):
    response = as_("coordinator").post(url("upload-create", report), {"token": uuid4()})

    assert response.context["form"].errors["upload"] == ["เลือกไฟล์ก่อน"]


def test_no_report_takes_files_without_end(as_, report, monkeypatch):
    monkeypatch.setattr("regions.actions.importing.MOST", 1)
    client = as_("coordinator")
    book = taken(client, report)
    send(client, report, book, token=uuid4())

    response = send(client, report, book, token=uuid4())

    assert "ครบ 1 ไฟล์แล้ว" in response.context["form"].errors["upload"][0]


@pytest.mark.parametrize("value", ["ก\x00ข", "ก\x1bข", "\ud800"])
def test_what_nobody_can_see_is_left_out(value):
    assert "\x00" not in cell_of(value)
    assert cell_of(value).isprintable()


VALUES = st.one_of(
    st.none(),
    st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=40),
    st.integers(-(10**18), 10**18),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.dates(min_value=date(1900, 3, 1), max_value=date(9000, 1, 1)),
    st.sampled_from(["=1/0", "=A1", "ไม่มี (0)", "plans/progress", "portal:key", "@", "#REF!"]),
)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_whatever_stands_in_the_cells_the_page_tells_it(as_, report, data):
    client = as_("coordinator")
    book = load_workbook(BytesIO(client.get(url("report-workbook", report)).content))
    for sheet in book.worksheets[1:]:
        for row in sheet.iter_rows(min_row=2):
            for cell in data.draw(st.lists(st.sampled_from(row), max_size=1)):
                cell.value = data.draw(VALUES)

    response = send(client, report, book, token=uuid4())

    if response.status_code == 302:
        page = client.get(response.url)
        keys = [one.key for one, take in page.context["differing"] if take]
        assert press(client, page, *keys).status_code in (302, 422)
    else:
        assert response.context["form"].errors["upload"]
