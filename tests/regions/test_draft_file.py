"""The draft as a file: taken away, carried about, and merged by section when it comes back."""

import json
from uuid import uuid4

import pytest
from django.urls import reverse

from regions.actions import save_section
from regions.draft_file import FORMAT, LONGEST
from regions.models import ReportFigure, ReportUpload
from tests.factories.regions import (
    MONTH,
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
from tests.factories.workbooks import send, url

pytestmark = pytest.mark.django_db
PLANS = {"progress": "ทำแล้วสองเรื่อง\nเหลือหนึ่ง", "budget": "ใช้ไป 12,000 บาท"}


@pytest.fixture
def draft(report, cast):
    """With two numbers and two texts."""
    make_indicator("organizations_certified")
    fill_in(report, cast["coordinator"], organizations_found=12)
    write(report, cast["coordinator"], **PLANS)
    return report


def write(report, by, key="plans", **answers):
    section = report.sections.get(key=key)
    save_section(section, answers=answers, figures={}, version=section.version, by=by)


def taken(client, report):
    response = client.get(url("report-draft", report))
    assert response.status_code == 200
    return json.loads(response.content)


def section(told, key):
    return next(one for one in told["sections"] if one["key"] == key)


def answer(told, key, name):
    return next(one for one in section(told, key)["answers"] if one["key"] == name)


def sent(client, report, told):
    content = told if isinstance(told, bytes) else json.dumps(told, ensure_ascii=False).encode()
    return send(client, report, content, token=uuid4(), name="ร่าง.json")


def uploaded(client, report, told):
    response = sent(client, report, told)
    assert response.status_code == 302, response.context["form"].errors
    return client.get(response.url)


def refusal(client, report, told):
    response = sent(client, report, told)
    assert response.status_code == 422
    assert not ReportUpload.objects.exists()
    return response.context["form"].errors["upload"][0]


def findings(client, report, told):
    page = uploaded(client, report, told)
    found = ReportUpload.objects.get().findings
    assert all(one["mend"] in page.text for one in found)
    return found


def differing(page):
    return {
        one.key: {told["field"]: (told["theirs"], told["mine"]) for told in one.differences}
        for one, _take in page.context["differing"]
    }


def press(client, page, *keys):
    seen = {f"seen_{one.key}": one.version for one, take in page.context["differing"] if take}
    return client.post(page.request["PATH_INFO"], seen | {f"take_{key}": "on" for key in keys})


# -- Taken away ------------------------------------------------------------------------


def test_a_person_can_read_it(as_, draft):
    response = as_("coordinator").get(url("report-draft", draft))
    told = json.loads(response.content)

    assert response["Content-Type"] == "application/json"
    assert "ทำแล้วสองเรื่อง" in response.content.decode()
    assert {name: told[name] for name in list(told)[:6]} == {
        "format": FORMAT,
        "report": draft.pk,
        "unit": {"code": "upper-north", "name": "ภาคเหนือตอนบน"},
        "month": "2026-06",
        "month_in_words": "มิถุนายน 2569",
        "written_at": "2026-07-01T10:42:00+07:00",
    }
    assert section(told, "plans")["version"] == 1
    assert answer(told, "plans", "progress")["answer"] == PLANS["progress"]
    assert answer(told, "certification", "organizations_found") == {
        "key": "organizations_found",
        "question": "จำนวน organizations_found",
        "answer": 12,
        "note": "",
    }


def test_a_passed_section_is_not_in_it(as_, report, cast):
    report = returned(
        report, cast["coordinator"], cast["secretariat"], {"plans": "สั้นไป"}, organizations_found=1
    )

    assert [one["key"] for one in taken(as_("coordinator"), report)["sections"]] == ["plans"]


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
def test_who_fills_in_the_report_takes_its_draft(as_, report, who, status):
    assert as_(who).get(url("report-draft", report)).status_code == status


def test_the_wrong_province_takes_nothing(client, north, other_region, found):
    own, neighbour = (
        make_reporting_province(region, code, code)
        for region, code in ((north, "50"), (other_region, "51"))
    )
    report = make_report_of(own.reporting_unit)
    client.force_login(make_post("provincial", province=neighbour, name="neighbour"))
    seen = [client.get(url("report-draft", report)).status_code]
    client.force_login(make_post("provincial", province=own, name="own"))
    seen.append(client.get(url("report-draft", report)).status_code)

    assert seen == [404, 200]


def test_what_was_sent_is_no_draft_any_more(as_, report, cast):
    submitted(report, cast["coordinator"], organizations_found=14)

    assert as_("coordinator").get(url("report-draft", report)).status_code == 403


# -- And back --------------------------------------------------------------------------


def test_brought_back_as_it_was_taken_nothing_is_to_be_written(as_, draft):
    client = as_("coordinator")

    page = uploaded(client, draft, taken(client, draft))

    assert differing(page) == {}
    assert ReportUpload.objects.get().findings == []


def test_an_empty_draft_of_every_kind_of_unit_comes_back_clean(client, north, found):
    province = make_reporting_province(north, "50", "เชียงใหม่")
    for unit, user in (
        (province.reporting_unit, make_post("provincial", province=province)),
        (make_centre(), make_post("central_officer")),
    ):
        report = make_report_of(unit, month=MONTH)
        client.force_login(user)
        page = uploaded(client, report, taken(client, report))
        assert (differing(page), page.context["upload"].findings) == ({}, [])


def test_into_an_empty_draft_it_brings_everything(as_, draft, cast):
    """The round trip: taken, everything lost, brought back, as before."""
    client = as_("coordinator")
    told = taken(client, draft)
    ReportFigure.objects.all().delete()
    draft.sections.update(answers={}, version=1)
    make_same_versions(told)

    page = uploaded(client, draft, told)
    press(client, page, "certification", "plans")

    assert ReportFigure.objects.get(value__isnull=False).value == 12
    assert draft.sections.get(key="plans").answers == PLANS
    assert answers_in(taken(client, draft)) == answers_in(told)


def make_same_versions(told):
    for one in told["sections"]:
        one["version"] = 1


def answers_in(told):
    return {one["key"]: one["answers"] for one in told["sections"]}


def test_an_unchanged_section_is_offered_and_a_changed_one_shows_both_texts(as_, draft, cast):
    client = as_("coordinator")
    told = taken(client, draft)
    answer(told, "plans", "progress")["answer"] = "แก้ในไฟล์"
    answer(told, "highlights", "lessons")["answer"] = "บทเรียนในไฟล์"
    write(draft, cast["officer"], **PLANS | {"progress": "แก้ในพอร์ทัล"})

    page = uploaded(client, draft, told)

    assert {one.key: one.is_stale for one, _take in page.context["differing"]} == {
        "plans": True,
        "highlights": False,
    }
    assert differing(page)["plans"] == {"ความคืบหน้าตามแผนปฏิบัติการ 1 ปี": ("แก้ในพอร์ทัล", "แก้ในไฟล์")}
    press(client, page, "highlights")
    assert draft.sections.get(key="highlights").answers["lessons"] == "บทเรียนในไฟล์"
    assert draft.sections.get(key="plans").answers["progress"] == "แก้ในพอร์ทัล"


def test_what_the_file_leaves_out_stays_as_it_stands(as_, draft):
    client = as_("coordinator")
    told = taken(client, draft)
    plans = section(told, "plans")
    plans["answers"] = [{"key": "progress", "answer": "ใหม่"}]
    section(told, "certification")["answers"] = [{"key": "organizations_found", "answer": 13}]

    page = uploaded(client, draft, told)

    assert differing(page) == {
        "certification": {"จำนวน organizations_found": ("12", "13")},
        "plans": {"ความคืบหน้าตามแผนปฏิบัติการ 1 ปี": (PLANS["progress"], "ใหม่")},
    }
    assert ReportUpload.objects.get().findings == []


@pytest.mark.parametrize(
    ("typed", "value", "is_applicable"),
    [("ไม่มี (0)", 0, True), ("ไม่เกี่ยวข้อง", None, False), ("๑๔", 14, True), (14.0, 14, True)],
)
def test_its_numbers_say_the_words_of_the_form(as_, draft, typed, value, is_applicable):
    client = as_("coordinator")
    told = taken(client, draft)
    answer(told, "certification", "organizations_found")["answer"] = typed

    press(client, uploaded(client, draft, told), "certification")

    figure = ReportFigure.objects.get(indicator__key="organizations_found")
    assert (figure.value, figure.is_applicable) == (value, is_applicable)


def test_what_may_not_be_typed_any_more_is_shown_with_why_and_not_offered(as_, draft):
    client = as_("coordinator")
    told = taken(client, draft)
    answer(told, "plans", "progress")["answer"] = "แก้ในไฟล์"
    draft.sections.filter(key="plans").update(verdict="passed")

    page = uploaded(client, draft, told)

    assert [(one.key, take) for one, take in page.context["differing"]] == [("plans", None)]
    assert "ส่วนนี้ผ่านการทบทวนแล้ว" in page.text


# -- Wrong, broken, or meant to harm ---------------------------------------------------


def test_the_draft_of_another_month_is_refused(as_, draft, north):
    client = as_("coordinator")
    told = taken(client, draft) | {"month": "2026-05", "month_in_words": "พฤษภาคม 2569"}

    words = refusal(client, draft, told)

    assert "เดือนพฤษภาคม 2569" in words
    assert "เดือนมิถุนายน 2569" in words


def test_the_draft_of_another_unit_is_refused(as_, draft, client, other_region, cast):
    theirs = make_report(other_region)
    told = taken(as_("another region's coordinator"), theirs)

    assert "ภาคเหนือตอนล่าง" in refusal(as_("coordinator"), draft, told)


@pytest.mark.parametrize("number", [0, True, "1", None, 10**30])
def test_the_draft_of_another_portal_is_refused(as_, draft, number):
    client = as_("coordinator")

    assert "เลขรายงานไม่ตรง" in refusal(client, draft, taken(client, draft) | {"report": number})


HARM = {
    "no JSON": (b"{hello}", "อ่านไฟล์ร่างนี้ไม่ได้"),
    "not UTF-8": (b'{"format": "\xff\xfe"}', "อ่านไฟล์ร่างนี้ไม่ได้"),
    "too deep": (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "อ่านไฟล์ร่างนี้ไม่ได้"),
    "lists too deep": (b'{"a":' + b"[" * 100_000 + b"]" * 100_000 + b"}", "อ่านไฟล์ร่างนี้ไม่ได้"),
    "a number without end": (b'{"a": ' + b"9" * 10_000 + b"}", "อ่านไฟล์ร่างนี้ไม่ได้"),
    "no number": (b'{"format": NaN}', "อ่านไฟล์ร่างนี้ไม่ได้"),
    "of nobody": (b"{}", "ไม่ใช่ร่างรายงาน"),
    "a wrong format": (b'{"format": ["portal"]}', "ไม่ใช่ร่างรายงาน"),
    "a later format": (
        b'{"format": "portal-report-draft/99", "sections": []}',
        "รูปแบบที่พอร์ทัลนี้อ่านไม่ได้",
    ),
    "no sections": (b'{"format": "portal-report-draft/1"}', "รูปแบบที่พอร์ทัลนี้อ่านไม่ได้"),
    "no unit": (b'{"format": "portal-report-draft/1", "sections": []}', "ที่ไม่บอกชื่อ"),
    "a list": (b"[1]", "รับเฉพาะ"),
    "a text": (b'"draft"', "รับเฉพาะ"),
    "cut off": (b'{"format": "portal', "ท้ายไฟล์หายไป"),
    "huge": (b'{"a": "' + b"x" * LONGEST + b'"}', "ใหญ่เกินกว่า"),
    "empty": (b"", "ว่างเปล่า"),
}


@pytest.mark.parametrize(("content", "words"), HARM.values(), ids=HARM)
def test_what_is_broken_is_one_sentence_beside_the_field(as_, report, content, words):
    assert words in refusal(as_("coordinator"), report, content)


def test_without_any_section_there_is_nothing_to_look_at(as_, draft):
    client = as_("coordinator")

    assert "ไม่มีส่วนใดเลย" in refusal(client, draft, taken(client, draft) | {"sections": []})


@pytest.mark.parametrize("value", [True, False, [1], {"a": 1}, [], [[[[]]]]])
def test_what_is_neither_text_nor_number_is_told_and_changes_nothing(as_, draft, value):
    client = as_("coordinator")
    told = taken(client, draft)
    answer(told, "plans", "progress")["answer"] = value
    answer(told, "certification", "organizations_found")["note"] = value

    found = findings(client, draft, told)

    assert [(one["cell"], one["found"]) for one in found] == [
        ("organizations_found", json.dumps(value)), ("progress", json.dumps(value)),
    ]  # fmt: skip
    assert ReportUpload.objects.get().answers["plans"]["typed"].keys() == {"budget"}


@pytest.mark.parametrize("number", [-1, 1.5, "สิบสอง", 10**20])
def test_a_number_that_is_none_is_told_and_changes_nothing(as_, draft, number):
    client = as_("coordinator")
    told = taken(client, draft)
    answer(told, "certification", "organizations_found")["answer"] = number

    (finding,) = findings(client, draft, told)

    assert finding["cell"] == "organizations_found"
    assert "ไม่เกี่ยวข้อง" in finding["expected"]


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        ({"key": "nonsense", "answer": "มี"}, "ข้อที่ยังถามอยู่"),
        ({"key": "progress", "answer": "อีกครั้ง"}, "ตอบที่เดียว"),
        ({"key": "version", "answer": "9"}, "ตอบที่เดียว"),
        ({"key": "budget "}, "รหัสของข้อ"),
        ({"key": 7, "answer": "มี"}, "รหัสของข้อ"),
        ({"answer": "มี"}, "รหัสของข้อ"),
        ("มี", "รหัสของข้อ"),
        (None, "รหัสของข้อ"),
        ([[]], "รหัสของข้อ"),
        ({"key": "more"}, "ข้อความในเครื่องหมายคำพูด"),
    ],
)
def test_an_answer_without_its_place_is_told(as_, draft, broken, words):
    client = as_("coordinator")
    told = taken(client, draft)
    section(told, "plans")["answers"].append(broken)

    (finding,) = findings(client, draft, told)

    assert words in finding["expected"]
    assert differing(client.get(upload_url(draft))) == {}


def upload_url(report):
    return reverse("regions:upload-detail", args=[report.pk, ReportUpload.objects.get().token])


@pytest.mark.parametrize(
    "broken",
    [
        None,
        7,
        [],
        {},
        {"key": "nonsense"},
        {"key": ["plans"]},
        {"key": "answers"},
        {"key": "plans"},
    ],
)
def test_a_section_that_is_none_or_comes_twice_is_told(as_, draft, broken):
    client = as_("coordinator")
    told = taken(client, draft)
    told["sections"].append(broken)

    (finding,) = findings(client, draft, told)

    assert "ส่วนละครั้ง" in finding["expected"]
    assert differing(client.get(upload_url(draft))) == {}


@pytest.mark.parametrize("answers", [None, "มี", 7, {"progress": "มี"}, [{}] * 501])
def test_a_section_without_a_list_of_answers_is_told(as_, draft, answers):
    client = as_("coordinator")
    told = taken(client, draft)
    section(told, "plans")["answers"] = answers

    (finding,) = findings(client, draft, told)

    assert "รายการของข้อ" in finding["expected"]


@pytest.mark.parametrize("version", [None, "0", -1, True, 1.0, 10**30, [1]])
def test_a_version_that_is_none_compares_both_texts(as_, draft, version):
    client = as_("coordinator")
    told = taken(client, draft)
    section(told, "plans")["version"] = version
    answer(told, "plans", "progress")["answer"] = "ใหม่"

    page = uploaded(client, draft, told)

    assert [one.is_stale for one, _take in page.context["differing"]] == [True]


def test_what_no_database_keeps_is_a_blank(as_, draft):
    client = as_("coordinator")
    told = taken(client, draft)
    answer(told, "plans", "progress")["answer"] = "ก\x00ข\ud800ค\uffff"
    content = json.dumps(told).encode()  # in escapes, as a lone surrogate must be

    page = uploaded(client, draft, content)
    press(client, page, "plans")

    assert draft.sections.get(key="plans").answers["progress"] == "ก ข ค"


def test_a_text_too_long_is_told_and_changes_nothing(as_, draft):
    client = as_("coordinator")
    told = taken(client, draft)
    answer(told, "plans", "progress")["answer"] = "ก" * 5000

    (finding,) = findings(client, draft, told)

    assert "4,000" in finding["expected"]
    assert differing(client.get(upload_url(draft))) == {}


def test_a_mark_before_the_text_is_no_harm(as_, draft):
    client = as_("coordinator")
    content = b"\xef\xbb\xbf" + json.dumps(taken(client, draft)).encode()

    assert differing(uploaded(client, draft, content)) == {}


def test_other_uploads_take_no_json(as_, report):
    """A draft is no evidence: beside a section there are papers and photographs."""
    address = reverse("regions:section-attachments", args=[report.pk, "plans"])
    page = as_("coordinator").get(address)

    assert ".json" not in page.text
