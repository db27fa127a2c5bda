"""The form as a workbook: taken away, filled in, sent back, seen, and written by section."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from committees.models import Issue
from portal.kernel.models import Activity
from regions import actions
from regions.actions.handing import hand_section
from regions.actions.importing import apply_upload
from regions.forms.elsewhere import incoming
from regions.models import RegionalReport, ReportFigure, ReportingUnit, ReportUpload, SupportRequest
from regions.parts import parts_of
from tests.factories.regions import (
    fill_in,
    make_centre,
    make_indicator,
    make_post,
    make_report_of,
    make_reporting_province,
    returned,
)
from tests.factories.requests import asked_and_sent
from tests.factories.workbooks import at, differing, press, read, send, taken, uploaded, url, write

pytestmark = pytest.mark.django_db
FOUND = "จำนวน organizations_found"


def standing(report):
    """All that the draft holds, but for when and by whom."""
    figures = ReportFigure.objects.filter(report=report).exclude(value=None, is_applicable=True)
    return {
        "answers": dict(report.sections.values_list("key", "answers")),
        "figures": sorted(figures.values_list("indicator__key", "value", "is_applicable", "note")),
        "requests": list(report.requests.values_list("position", "kind", "text", "needed_by")),
        "issues": sorted(report.issue_progress.values_list("issue__code", "level", "text")),
    }


def save(client, report, key, **data):
    section = report.sections.get(key=key)
    address = reverse("regions:report-section", args=[report.pk, key])
    return client.post(address, {"version": section.version, **data})


# -- There and back ----------------------------------------------------------------------


def test_sent_back_as_it_was_taken_nothing_is_to_be_written(as_, report, cast):
    fill_in(report, cast["coordinator"], organizations_found=12)
    client = as_("coordinator")

    page = uploaded(client, report, taken(client, report))

    assert differing(page) == {}
    assert ReportUpload.objects.get().findings == []
    assert "นำเข้าส่วนที่เลือก" not in page.text


def test_what_was_filled_in_is_shown_first_and_written_when_pressed(as_, report):
    client = as_("coordinator")
    book = write(
        taken(client, report),
        certification__organizations_found=12,
        certification__organizations_found__note="นับถึงสิ้นเดือน",
        plans__progress="ทำแล้วสองเรื่อง\nเหลือหนึ่ง",
    )

    page = uploaded(client, report, book)

    assert differing(page) == {
        "certification": {
            FOUND: ("ยังไม่รายงาน", "12"),
            f"{FOUND}: หมายเหตุ": ("", "นับถึงสิ้นเดือน"),
        },
        "plans": {"ความคืบหน้าตามแผนปฏิบัติการ 1 ปี": ("", "ทำแล้วสองเรื่อง\nเหลือหนึ่ง")},
    }
    assert not ReportFigure.objects.exists()
    press(client, page, "certification", "plans")
    assert ReportFigure.objects.get().value == 12
    assert report.sections.get(key="plans").answers["progress"] == "ทำแล้วสองเรื่อง\nเหลือหนึ่ง"


def test_filled_in_there_or_typed_in_the_form_the_draft_is_the_same(
    as_, report, other_region, cast
):
    Issue.objects.create(code="land", name="ที่ดิน", name_en="land", position=1)
    issue = Issue.objects.get()
    make_indicator("concrete_areas", section="areas")
    make_indicator("centres", section="areas")
    other = RegionalReport.objects.get(unit__region=other_region)
    client = as_("coordinator")
    book = write(
        taken(client, report),
        certification__organizations_found="๑,๒๐๐",
        areas__concrete_areas="ไม่มี (0)",
        areas__centres="ไม่เกี่ยวข้อง",
        areas__centres__note="ยังไม่มีเกณฑ์",
        resolutions__poverty_management="ประชุมแล้ว",
        **{
            f"issues__issue-{issue.pk}-text": "ขยับแล้ว",
            f"issues__issue-{issue.pk}-level": "ตำบล",
            "support__request-1-kind": "งบประมาณหนุนเสริมที่ชัดเจน และแจ้งวงเงินทุกเรื่อง",
            "support__request-1-text": "งบเวทีตำบล",
            "support__request-1-needed_by": date(2569, 9, 1),  # as Excel takes 1/9/2569
            "support__request-3-text": "รถตู้",
        },
    )
    press(
        client,
        uploaded(client, report, book),
        *("certification", "areas", "resolutions", "issues", "support"),
    )

    client.force_login(cast["another region's coordinator"])
    save(client, other, "certification", organizations_found="1200")
    save(
        client,
        other,
        "areas",
        concrete_areas_instead="zero",
        centres_instead="not_applicable",
        centres_note="ยังไม่มีเกณฑ์",
    )
    save(client, other, "resolutions", poverty_management="ประชุมแล้ว")
    save(
        client,
        other,
        "issues",
        **{f"issue-{issue.pk}-text": "ขยับแล้ว", f"issue-{issue.pk}-level": "subdistrict"},
    )
    save(
        client,
        other,
        "support",
        **{
            "request-1-kind": "budget",
            "request-1-text": "งบเวทีตำบล",
            "request-1-needed_by": "1/9/2569",
            "request-3-text": "รถตู้",
        },
    )

    assert standing(report) == standing(other)
    assert [row["needed_by"] for row in report.requests.values("needed_by")] == [
        date(2026, 9, 1),
        None,
    ]


def test_what_stands_is_in_the_workbook_with_what_helps(as_, report, cast):
    fill_in(report, cast["coordinator"], organizations_found=0)
    save(as_("coordinator"), report, "plans", progress="=2+3")

    book = taken(as_("coordinator"), report)

    assert read(book, "certification/organizations_found") == "ไม่มี (0)"
    sheet, row = at(book, "plans/progress")
    assert (sheet.cell(row, 2).value, sheet.cell(row, 2).data_type) == ("=2+3", "s")
    sheet, row = at(book, "certification/organizations_found")
    assert sheet.cell(row, 1).value == f"{FOUND} (ต้องตอบก่อนส่ง)"
    assert "ยังไม่เคยรายงาน" in sheet.cell(row, 4).value
    assert sheet.column_dimensions["E"].hidden
    assert sheet.row_dimensions[1].hidden
    [listed] = sheet.data_validations.dataValidation
    assert listed.formula1 == '"ไม่มี (0),ไม่เกี่ยวข้อง"'
    assert read(book, "report/of") == "รายงานเดือนมิถุนายน 2569 ภาคเหนือตอนบน"


def test_rows_and_columns_may_be_moved_added_and_sheets_renamed(as_, report):
    client = as_("coordinator")
    book = write(taken(client, report), plans__progress="ก้าว", plans__budget="ใช้ไปครึ่งหนึ่ง")
    sheet, row = at(book, "plans/progress")
    sheet.title = "ของเรา"
    sheet.insert_rows(row, amount=3)
    sheet.insert_cols(2)
    book.move_sheet(sheet, -4)

    page = uploaded(client, report, book)

    assert [new for _old, new in differing(page)["plans"].values()] == ["ก้าว", "ใช้ไปครึ่งหนึ่ง"]
    assert ReportUpload.objects.get().findings == []


def test_words_of_the_other_language_are_known_too(as_, report):
    client = as_("coordinator")
    book = write(taken(client, report), certification__organizations_found="Not applicable")

    page = uploaded(client, report, book)

    assert differing(page)["certification"] == {FOUND: ("ยังไม่รายงาน", "ไม่เกี่ยวข้อง")}


def test_a_cell_made_empty_is_not_yet_reported_again(as_, report, cast):
    fill_in(report, cast["coordinator"], organizations_found=5)
    client = as_("coordinator")
    book = write(taken(client, report), certification__organizations_found=None)

    press(client, uploaded(client, report, book), "certification")

    figure = ReportFigure.objects.get()
    assert (figure.value, figure.is_applicable) == (None, True)


def test_a_request_with_a_number_may_be_withdrawn_there(as_, report, cast):
    [request] = asked_and_sent(fill_in(report, cast["coordinator"], organizations_found=1),
                               cast["coordinator"], "งบเวที")  # fmt: skip
    report = RegionalReport.objects.get(pk=report.pk)
    sent_back(report, cast)
    client = as_("coordinator")
    page = uploaded(client, report, taken(client, report))
    assert differing(page) == {}

    book = write(taken(client, report), **{"support__request-1-withdrawn": "ใช่"})
    press(client, uploaded(client, report, book), "support")

    assert SupportRequest.objects.get(pk=request.pk).withdrawn_at
    assert differing(uploaded(client, report, taken(client, report))) == {}


def sent_back(report, cast):
    reasons = {"support": "บอกวงเงิน"}
    return actions.return_report(
        report, reasons=reasons, version=report.version, by=cast["secretariat"]
    )


def test_a_province_and_the_centre_have_their_own(client, north, cast):
    province = make_reporting_province(north)
    centre = make_centre()
    teller = make_post("provincial", province=province)
    for unit, who, key in (
        (ReportingUnit.objects.get(province=province), teller, "highlights/highlights"),
        (centre, cast["secretariat"], "centre_work/done"),
    ):
        report = make_report_of(unit)
        client.force_login(who)
        section, name = key.split("/")
        book = write(taken(client, report), **{f"{section}__{name}": "งานของเรา"})
        press(client, uploaded(client, report, book), section)
        assert report.sections.get(key=section).answers[name] == "งานของเรา"


# -- Versions ----------------------------------------------------------------------------


def test_a_section_saved_meanwhile_shows_both_texts_and_waits_for_a_choice(as_, report, cast):
    client = as_("coordinator")
    book = write(taken(client, report), plans__progress="จากไฟล์", highlights__highlights="เรื่องใหม่")
    save(as_("officer"), report, "plans", progress="ของเจ้าหน้าที่")
    client = as_("coordinator")

    page = uploaded(client, report, book)

    take = {one.key: box.value() for one, box in page.context["differing"]}
    assert take == {"plans": False, "highlights": True}
    assert "มีข้อความสองชุด" in page.text
    assert "officer-upper-north" in page.text
    assert "ของเจ้าหน้าที่" in page.text
    press(client, page, "highlights")
    assert report.sections.get(key="plans").answers["progress"] == "ของเจ้าหน้าที่"
    press(client, page, "plans")
    assert report.sections.get(key="plans").answers["progress"] == "จากไฟล์"


def test_a_section_saved_after_it_was_seen_is_never_written_over(as_, report, cast):
    client = as_("coordinator")
    page = uploaded(client, report, write(taken(client, report), plans__progress="จากไฟล์"))
    save(as_("officer"), report, "plans", progress="ของเจ้าหน้าที่")

    again = press(as_("coordinator"), page, "plans")

    assert again.status_code == 422
    assert "มีผู้บันทึกส่วนนี้หลังจากที่ท่านเปิดดู" in again.text
    assert "ของเจ้าหน้าที่" in again.text
    assert report.sections.get(key="plans").answers["progress"] == "ของเจ้าหน้าที่"
    press(client, again, "plans")
    assert report.sections.get(key="plans").answers["progress"] == "จากไฟล์"


def test_pressed_twice_it_is_written_once(as_, report):
    client = as_("coordinator")
    page = uploaded(client, report, write(taken(client, report), plans__progress="ครั้งเดียว"))

    answers = [press(client, page, "plans").status_code for _press in range(2)]

    section = report.sections.get(key="plans")
    assert (answers, section.version) == ([302, 302], 1)
    assert Activity.objects.filter(verb="upload.applied").count() == 1
    shown = client.get(page.request["PATH_INFO"])
    assert "นำเข้าจากไฟล์นี้แล้ว" in shown.text


def test_sent_twice_it_is_one_upload(as_, report):
    client, token = as_("coordinator"), uuid4()
    book = taken(client, report)

    answers = [send(client, report, book, token=token).url for _press in range(2)]

    assert answers == [url("upload-detail", report, token)] * 2
    assert ReportUpload.objects.count() == 1
    assert Activity.objects.filter(verb="upload.kept").count() == 1


def test_one_section_refused_leaves_all_unwritten(as_, report):
    whole = make_indicator("areas_all", section="areas")
    part = make_indicator("areas_open", section="areas")
    make_indicator("share", section="areas", adds="ratio", part=part, whole=whole)
    client = as_("coordinator")
    book = write(
        taken(client, report), areas__areas_all=3, areas__areas_open=5, highlights__lessons="บทเรียน"
    )

    page = press(client, uploaded(client, report, book), "highlights", "areas")

    assert "มากกว่า" in page.text
    assert page.context["form"].errors.keys() == {"take_areas"}
    assert report.sections.get(key="highlights").version == 0
    assert ReportUpload.objects.get().applied_at is None


def test_what_passed_is_locked_and_says_so(as_, report, cast):
    client = as_("coordinator")
    book = write(taken(client, report), plans__progress="แก้ไม่ได้แล้ว", highlights__lessons="แก้ได้")
    returned(
        report, cast["coordinator"], cast["secretariat"], {"highlights": "เล่าเพิ่ม"},
        organizations_found=1,
    )  # fmt: skip

    page = uploaded(client, report, book)

    assert "ส่วนนี้ผ่านการทบทวนแล้ว จึงแก้ไม่ได้" in page.text
    assert [one.key for one, take in page.context["differing"] if take] == ["highlights"]
    fresh = taken(client, report)
    assert read(fresh, "highlights/lessons") is None
    with pytest.raises(KeyError):
        read(fresh, "plans/progress")


def test_a_section_lent_names_who_has_it(as_, report, cast):
    hand_section(
        report.sections.get(key="plans"), to=cast["manager"], instead_of=None,
        by=cast["coordinator"],
    )  # fmt: skip
    client = as_("coordinator")

    page = uploaded(client, report, write(taken(client, report), plans__progress="ของผู้ประสาน"))

    assert "ส่งให้ manager-upper-north ทดสอบ กรอก" in page.text


def test_nothing_chosen_asks_for_a_choice(as_, report):
    client = as_("coordinator")
    page = uploaded(client, report, write(taken(client, report), plans__progress="ก"))

    again = press(client, page)

    assert (again.status_code, "เลือกอย่างน้อยหนึ่งส่วนก่อน" in again.text) == (422, True)


@pytest.mark.django_db(transaction=True)
def test_two_presses_at_once_write_once(as_, report, cast):
    client = as_("coordinator")
    uploaded(client, report, write(taken(client, report), plans__progress="พร้อมกัน"))
    upload, gate = ReportUpload.objects.get(), Barrier(2)

    def push(_number):
        mine = RegionalReport.objects.for_page(on=date(2026, 7, 1)).get(pk=report.pk)
        parts = parts_of(mine, user=cast["coordinator"])
        sections = incoming(upload, parts, by=cast["coordinator"], may_type=True)
        forms = {one.key: one.form for one in sections if one.is_offered}
        gate.wait()
        try:
            return apply_upload(upload, sections=forms, by=cast["coordinator"])
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        written = sorted(pool.map(push, range(2)))

    assert written == [[], ["plans"]]
    assert report.sections.get(key="plans").version == 1


# -- How much is asked -------------------------------------------------------------------


def statements(client, address):
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def test_one_section_filled_in_or_all_cost_the_same(as_, report):
    client = as_("coordinator")
    book = write(taken(client, report), plans__progress="ก")
    one = uploaded(client, report, book).request["PATH_INFO"]
    full = write(
        book, highlights__lessons="ข", highlights__highlights="ค", areas__movement="ง",
        resolutions__answer="จ", certification__story="ฉ", certification__organizations_found=3,
    )  # fmt: skip
    many = uploaded(client, report, full).request["PATH_INFO"]

    assert statements(client, one) == statements(client, many)


def test_a_workbook_of_a_full_draft_costs_what_an_empty_one_does(as_, report, cast):
    client = as_("coordinator")
    empty = statements(client, url("report-workbook", report))
    save(client, report, "plans", progress="ก")
    save(client, report, "support", **{"request-1-text": "ก", "request-2-text": "ข"})

    assert statements(client, url("report-workbook", report)) == empty
