"""Whose workbook it is: only who may type in a section takes it away and brings it back."""

from uuid import uuid4

import pytest
from django.test import Client

from portal.kernel.models import Activity
from regions.actions.handing import hand_section, take_section_back
from regions.models import ReportingUnit, ReportUpload
from tests.factories.regions import (
    CLOSED,
    accepted,
    make_post,
    make_report_of,
    make_reporting_province,
    submitted,
)
from tests.factories.workbooks import (
    differing,
    press,
    read,
    send,
    taken,
    uploaded,
    url,
    write,
)

pytestmark = pytest.mark.django_db


def of_province(north, other_region):
    """A report of a province of the north, and who fills in there and in another."""
    mine = make_reporting_province(north, "50", "เชียงใหม่")
    theirs = make_reporting_province(other_region, "65", "พิษณุโลก")
    return (
        make_report_of(ReportingUnit.objects.get(province=mine)),
        make_post("provincial", province=mine, name="mine"),
        make_post("provincial", province=theirs, name="theirs"),
    )


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("coordinator", 200),
        ("officer", 200),
        ("manager", 403),
        ("co-chair", 403),
        ("another region's coordinator", 404),
        ("secretariat", 404),
        ("auditor", 404),
        ("member", 404),
    ],
)
def test_who_takes_away_the_form_of_a_region(as_, report, who, status):
    client = as_(who)
    pages = [client.get(url(name, report)).status_code for name in PAGES]
    sent = send(client, report, b"x", token=uuid4()).status_code

    seen = {status} if status != 404 else {403, 404}
    assert set(pages) <= seen
    assert sent == (422 if status == 200 else pages[0])
    assert not ReportUpload.objects.exists()


PAGES = ("report-workbook", "upload-create")


def test_a_stranger_is_asked_to_sign_in(client, report):
    assert [client.get(url(name, report)).status_code for name in PAGES] == [302, 302]


def test_of_a_province_only_its_own_and_the_office_that_gathers_it(
    client, north, other_region, cast
):
    report, mine, theirs = of_province(north, other_region)
    seen = []
    for user in (mine, cast["officer"], theirs, cast["another region's coordinator"]):
        client.force_login(user)
        seen.append([client.get(url(name, report)).status_code for name in PAGES])

    assert seen[:2] == [[200, 200]] * 2
    assert all(status in (403, 404) for pages in seen[2:] for status in pages)


def test_an_accepted_report_is_read_by_others_and_filled_in_by_nobody(as_, report, cast):
    accepted(report, cast["coordinator"], cast["secretariat"], organizations_found=1)

    for who in ("coordinator", "another region's coordinator", "member"):
        assert [as_(who).get(url(name, report)).status_code for name in PAGES] == [403, 403]


def test_a_closed_round_gives_no_form(as_, report, clock):
    clock.move_to(CLOSED)

    assert as_("coordinator").get(url("report-workbook", report)).status_code == 403


def test_an_upload_is_seen_by_who_sent_it_and_nobody_else(as_, report):
    client = as_("coordinator")
    page = uploaded(client, report, write(taken(client, report), plans__progress="ก"))

    address, seen = page.request["PATH_INFO"], []
    for who in ("officer", "manager", "another region's coordinator", "auditor"):
        visitor = as_(who)
        seen.append((visitor.get(address).status_code, press(visitor, page, "plans").status_code))

    assert seen == [(404, 404)] * 4
    assert report.sections.get(key="plans").version == 0


def test_a_token_of_another_persons_upload_keeps_nothing_new(as_, report):
    client, token = as_("coordinator"), uuid4()
    book = taken(client, report)
    send(client, report, book, token=token)

    other = as_("officer")
    response = send(other, report, book, token=token)

    assert ReportUpload.objects.count() == 1
    assert other.get(response.url).status_code == 404


def test_a_colleague_brings_back_the_section_lent_and_no_other(as_, report, cast):
    whole = write(
        taken(as_("coordinator"), report),
        plans__progress="ของเพื่อน",
        highlights__lessons="ไม่ใช่ของเขา",
    )
    hand_section(
        report.sections.get(key="plans"), to=cast["manager"], instead_of=None,
        by=cast["coordinator"],
    )  # fmt: skip
    client = as_("manager")

    with pytest.raises(KeyError):
        read(taken(client, report), "highlights/lessons")
    page = uploaded(client, report, whole)
    press(client, page, "plans", "highlights")

    assert "นำเข้าส่วนนี้ไม่ได้" in page.text
    assert report.sections.get(key="plans").answers["progress"] == "ของเพื่อน"
    assert report.sections.get(key="highlights").version == 0


def test_taken_back_meanwhile_nothing_is_written(as_, report, cast):
    section = report.sections.get(key="plans")
    hand_section(section, to=cast["manager"], instead_of=None, by=cast["coordinator"])
    client = as_("manager")
    page = uploaded(client, report, write(taken(client, report), plans__progress="สาย"))
    section.refresh_from_db()
    take_section_back(section, instead_of=cast["manager"].pk, by=cast["coordinator"])

    again = press(client, page, "plans")

    assert "นำเข้าส่วนนี้ไม่ได้" in client.get(page.request["PATH_INFO"]).text
    assert again.status_code in (302, 422)
    assert report.sections.get(key="plans").version == 0


def test_sent_meanwhile_nothing_is_written_and_the_page_says_why(as_, report, cast):
    client = as_("coordinator")
    page = uploaded(client, report, write(taken(client, report), plans__progress="สาย"))
    submitted(report, cast["coordinator"], organizations_found=1)

    press(client, page, "plans")

    shown = client.get(page.request["PATH_INFO"])
    assert "อ่านได้อย่างเดียว" in shown.text
    assert "plans" in differing(shown)
    assert shown.context["offers"] is False
    assert report.sections.get(key="plans").version == 0


def test_looking_writes_nothing(as_, report):
    client = as_("coordinator")
    page = uploaded(client, report, write(taken(client, report), plans__progress="ก"))

    for _look in range(2):
        client.get(page.request["PATH_INFO"], {"take_plans": "on", "seen_plans": "0"})

    assert report.sections.get(key="plans").version == 0


@pytest.mark.parametrize("seen", ["x", "", "9" * 40, "\x00"])
def test_an_odd_press_writes_nothing(as_, report, seen):
    client = as_("coordinator")
    page = uploaded(client, report, write(taken(client, report), plans__progress="ก"))

    answer = client.post(page.request["PATH_INFO"], {"take_plans": "on", "seen_plans": seen})

    assert answer.status_code == 422
    assert report.sections.get(key="plans").version == 0


def test_a_press_from_elsewhere_is_refused(report, cast):
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast["coordinator"])

    assert send(client, report, b"x", token=uuid4()).status_code == 403


def test_what_was_typed_stays_out_of_the_activity(as_, report, cast):
    client = as_("coordinator")
    page = uploaded(client, report, write(taken(client, report), plans__progress="โทร 081"))
    press(client, page, "plans")

    told = Activity.objects.filter(verb__startswith="upload").order_by("pk")
    upload = ReportUpload.objects.get().pk
    assert [(one.verb, one.detail) for one in told] == [
        ("upload.kept", {"upload": upload, "findings": 0}),
        ("upload.applied", {"upload": upload, "sections": ["plans"]}),
    ]


def test_the_form_leads_to_both(as_, report):
    page = as_("coordinator").get(report.get_absolute_url()).text

    assert all(url(name, report) in page for name in PAGES)
