"""The form on paper: what is asked on the screen, to be answered with a pen."""

import pytest
from django.urls import reverse
from django.utils.translation import override

from portal.kernel.papers import pdf
from regions.actions import save_section
from regions.actions.handing import hand_section
from regions.models import RegionalReport
from regions.parts import parts_of
from regions.printable import MOST, form_on_paper
from tests.factories.regions import (
    MONTH,
    ON_TIME,
    fill_in,
    make_centre,
    make_indicator,
    make_post,
    make_report,
    make_report_of,
    make_reporting_province,
    returned,
    submitted,
)

pytestmark = pytest.mark.django_db
has_face = pytest.mark.skipif(not pdf.has_thai_face(), reason=f"no {pdf.PACKAGE} here")


def url(report, query=""):
    return reverse("regions:report-paper", args=[report.pk]) + query


def on_paper(report, by, *, filled=False):
    report = RegionalReport.objects.for_page(on=ON_TIME.date()).get(pk=report.pk)
    return form_on_paper(report, parts_of(report, user=by), by=by, filled=filled)


def questions_in(paper):
    return {
        (section.key, question.key): question
        for section in paper.sections
        for group in section.groups
        for question in group.questions
    }


def write(report, by, key, **answers):
    section = report.sections.get(key=key)
    save_section(section, answers=answers, figures={}, version=section.version, by=by)


def sent_in_may(region, cast, **plans):
    may = make_report(region, month=MONTH.replace(month=5))
    may.sections.filter(key="plans").update(answers=plans)
    sent = {"state": "submitted", "receipt": "x", "submitted_by": cast["coordinator"]}
    RegionalReport.objects.filter(pk=may.pk).update(**sent, submitted_at="2026-06-01T00:00Z")
    return may


def test_it_says_whose_month_it_is_both_days_and_where_it_goes(report, cast, settings):
    settings.PORTAL_ADDRESS = "https://portal.example"

    paper = on_paper(report, cast["coordinator"])

    assert paper.title == "แบบรายงานเดือนมิถุนายน 2569 ภาคเหนือตอนบน"
    assert dict(paper.facts) == {
        "ตรงเวลาถึง": "วันอาทิตย์ที่ 5 กรกฎาคม 2569",
        "ปิดรับหลัง": "วันพุธที่ 15 กรกฎาคม 2569",
        "กรอกแล้วส่งให้": "coordinator-upper-north ทดสอบ ผู้ประสานงานภาคเหนือตอนบน",
        "หรือพิมพ์เองที่": f"https://portal.example/reports/{report.pk}/",
    }


def test_where_nobody_answers_for_the_place_it_goes_to_the_office(north, found, cast):
    province = make_reporting_province(north, "50", "เชียงใหม่")

    paper = on_paper(make_report_of(province.reporting_unit), cast["coordinator"])

    assert dict(paper.facts)["กรอกแล้วส่งให้"] == "สำนักงานภาคเหนือตอนบน"


def test_the_paper_of_the_centre_goes_to_its_secretariat(cast, found):
    report = make_report_of(make_centre())

    assert dict(on_paper(report, cast["secretariat"]).facts)["กรอกแล้วส่งให้"] == "กองเลขานุการ"


def test_its_sections_and_questions_are_those_of_the_screen(as_, report, cast):
    paper = on_paper(report, cast["coordinator"])
    page = as_("coordinator").get(report.get_absolute_url())

    assert [(one.number, one.key, one.title) for one in paper.sections] == [
        (str(part.number), part.section.key, str(part.section.title))
        for part in page.context["parts"]
    ]
    asked = questions_in(paper)
    assert ("plans", "progress") in asked
    assert asked["certification", "organizations_found"].due


def test_a_number_has_a_box_three_answers_to_tick_and_what_it_was(north, found, report, cast):
    sent_in_may(north, cast).figures.create(indicator=found, value=12)
    fill_in(report, cast["coordinator"], organizations_found=14)

    blank = questions_in(on_paper(report, cast["coordinator"]))

    number = blank["certification", "organizations_found"]
    assert (number.kind, number.unit, number.answer) == ("number", "องค์กร", "")
    assert [tuple(choice) for choice in number.choices] == [
        ("ไม่มี (0)", False),
        ("ไม่เกี่ยวข้อง", False),
        ("ยังไม่รายงาน", False),
    ]
    assert number.known.splitlines()[0] == "เดือนก่อน 12 · เฉลี่ย 6 เดือน 12"


@pytest.mark.parametrize(
    ("value", "answer", "ticked"), [(14, "14", []), (0, "", ["ไม่มี (0)"]), (None, "", ["ไม่เกี่ยวข้อง"])]
)
def test_filled_it_is_the_draft_as_it_stands(report, cast, value, answer, ticked):
    by = cast["coordinator"]
    fill_in(report, by, organizations_found=value)
    write(report, by, "plans", progress="ทำแล้ว\nสองเรื่อง")

    blank, filled = (questions_in(on_paper(report, by, filled=one)) for one in (False, True))

    number = filled["certification", "organizations_found"]
    assert number.answer == answer
    assert [choice.words for choice in number.choices if choice.on] == ticked
    assert [paper["plans", "progress"].answer for paper in (blank, filled)] == [
        "",
        "ทำแล้ว\nสองเรื่อง",
    ]


def test_what_is_not_answered_yet_is_ticked_so_on_the_draft(report, cast):
    filled = questions_in(on_paper(report, cast["coordinator"], filled=True))

    choices = filled["certification", "organizations_found"].choices
    assert [choice.words for choice in choices if choice.on] == ["ยังไม่รายงาน"]


@pytest.mark.parametrize(("letters", "lines"), [(0, 5), (40, 2), (300, 7), (4000, MOST)])
def test_there_is_as_much_room_as_the_answer_took_last_month(north, report, cast, letters, lines):
    sent_in_may(north, cast, progress="ก" * letters)

    asked = questions_in(on_paper(report, cast["coordinator"]))

    assert asked["plans", "progress"].lines == lines


def test_a_passed_section_asks_nothing_more_and_a_returned_one_says_why(report, cast):
    by = cast["coordinator"]
    report = returned(report, by, cast["secretariat"], {"plans": "สั้นไป"}, organizations_found=14)

    blank, filled = (on_paper(report, by, filled=one) for one in (False, True))
    said = {section.key: section.said for section in blank.sections}

    assert said["certification"] == ("ผ่านการทบทวนแล้ว ไม่ต้องกรอก",)
    assert said["plans"] == ("ส่งกลับให้แก้: สั้นไป",)
    assert {key for key, _name in questions_in(blank)} == {"plans"}
    assert questions_in(filled)["certification", "organizations_found"].answer == "14"


def test_a_section_that_was_lent_says_to_whom(report, cast):
    section = report.sections.get(key="plans")
    hand_section(section, to=cast["officer"], instead_of=None, by=cast["coordinator"])

    paper = on_paper(report, cast["coordinator"])

    assert [one.said for one in paper.sections if one.said] == [
        ("ให้ officer-upper-north ทดสอบ กรอกส่วนนี้",)
    ]


def test_it_is_thai_whatever_the_language_of_the_screen(report, cast):
    with override("en"):
        paper = on_paper(report, cast["coordinator"])

    assert paper.heading == "แบบรายงานเดือนมิถุนายน 2569"
    assert questions_in(paper)["certification", "organizations_found"].label == (
        "จำนวน organizations_found"
    )


# -- As a file -------------------------------------------------------------------------


@has_face
@pytest.mark.parametrize("query", ["", "?filled=1", "?filled=nonsense"])
def test_it_is_a_pdf_that_opens_in_the_browser(as_, report, query):
    response = as_("coordinator").get(url(report, query))

    assert response.content.startswith(b"%PDF-")
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"].startswith("inline")
    assert response["Cache-Control"] == "private, no-store"


@has_face
def test_what_was_typed_is_never_markup(as_, report, cast):
    write(report, cast["coordinator"], "plans", progress='#panic("x") $ _*`\n[ ]\\ \x07')

    assert as_("coordinator").get(url(report, "?filled=1")).status_code == 200


def test_without_a_thai_face_the_workbook_is_offered(as_, report, monkeypatch):
    monkeypatch.setattr(pdf, "FOLDERS", ())
    pdf._fonts.cache_clear()

    response = as_("coordinator").get(url(report))

    assert response.status_code == 503
    assert reverse("regions:report-workbook", args=[report.pk]) in response.text


@has_face
def test_a_full_form_costs_as_many_statements_as_an_empty_one(
    as_, report, cast, django_assert_max_num_queries
):
    client = as_("coordinator")
    with django_assert_max_num_queries(40) as empty:
        client.get(url(report))
    for number in range(5):
        make_indicator(f"more_{number}", section="plans")
    fill_in(report, cast["coordinator"], **{f"more_{number}": number for number in range(5)})

    with django_assert_max_num_queries(40) as full:
        client.get(url(report, "?filled=1"))

    assert len(full) == len(empty)


@has_face
@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("coordinator", 200),
        ("officer", 200),
        ("manager", 403),
        ("another region's coordinator", 404),
        ("secretariat", 404),
        ("member", 404),
    ],
)
def test_who_fills_in_the_report_prints_it(as_, report, who, status):
    assert as_(who).get(url(report)).status_code == status


@has_face
def test_the_wrong_province_prints_nothing(client, north, other_region, found):
    own, neighbour = (
        make_reporting_province(region, code, code)
        for region, code in ((north, "50"), (other_region, "51"))
    )
    report = make_report_of(own.reporting_unit)
    seen = []
    for province in (own, neighbour):
        client.force_login(make_post("provincial", province=province, name=province.code))
        seen.append(client.get(url(report)).status_code)

    assert seen == [200, 404]


def test_what_was_sent_is_no_form_any_more(as_, report, cast):
    submitted(report, cast["coordinator"], organizations_found=14)

    assert as_("coordinator").get(url(report)).status_code == 403
