"""What was accepted is locked; a correction is asked for, opened, and read by all."""

import re
from datetime import date

import pytest
from django.urls import reverse

from portal.kernel.errors import RuleBroken
from portal.kernel.models import Activity, Outbox
from regions import actions
from regions.models import RegionalReport, ReportFigure, Revision, RolledFigure
from regions.report_history import activities_of, history_of, revisions_of
from tests.factories.regions import (
    ON_TIME,
    accepted,
    fill_in,
    make_post,
    make_report,
    make_report_of,
    make_reporting_province,
)

State = RegionalReport.State
WHY = "นับซ้ำสองตำบล"


@pytest.fixture
def closed(report, cast):
    return accepted(report, cast["coordinator"], cast["secretariat"], organizations_found=14)


@pytest.fixture
def asked(closed, cast):
    return actions.ask_revision(closed, reason=WHY, by=cast["coordinator"])


def reopened(revision, cast, **reasons):
    reasons = reasons or {"certification": "นับใหม่"}
    return actions.reopen_report(revision, reasons=reasons, by=cast["secretariat"])


def url(name, thing):
    return reverse(f"regions:{name}", args=[thing.pk])


def refusal_of(act):
    with pytest.raises(RuleBroken) as refusal:
        act()
    return refusal.value


def letters(key):
    rows = Outbox.objects.filter(kind="kernel.send_letter", dedupe__startswith=key)
    return [row.payload for row in rows.order_by("pk")]


def visible(response):
    return response.content.decode()


# -- Asking ------------------------------------------------------------------------------


def test_who_asks_says_why_and_who_decides_is_written_to(asked, cast):
    assert (asked.number, asked.asked_by, asked.asked_at, asked.standing) == (
        1,
        cast["coordinator"],
        ON_TIME,
        "asked",
    )
    [letter] = letters(f"revision:{asked.pk}:asked")
    assert letter["to"] == cast["secretariat"].email
    assert letter["subject"] == "ขอแก้ไขรายงานภาคเหนือตอนบน เดือนมิถุนายน 2569"
    assert WHY in letter["body"]


def test_until_it_is_opened_the_report_stays_as_it_was(asked, closed):
    closed.refresh_from_db()
    assert closed.state == State.ACCEPTED


def test_one_question_at_a_time(asked, closed, cast):
    refusal = refusal_of(lambda: actions.ask_revision(closed, reason="อีก", by=cast["officer"]))
    assert refusal.code == "one-open-revision-per-report"
    assert refusal.messages == ["รายงานนี้มีคำขอแก้ไขที่ยังไม่เสร็จอยู่แล้ว"]


def test_what_is_not_accepted_is_mended_as_usual(report, cast):
    refusal = refusal_of(lambda: actions.ask_revision(report, reason="ก", by=cast["coordinator"]))
    assert refusal.code == "not-accepted"


def test_a_question_without_a_reason_is_none(closed, cast):
    refusal = refusal_of(lambda: actions.ask_revision(closed, reason=" ", by=cast["coordinator"]))
    assert list(refusal.message_dict) == ["reason"]


# -- Deciding ----------------------------------------------------------------------------


def test_opened_it_comes_back_with_a_reason_per_section_and_leaves_the_roll_up(
    asked, closed, cast, django_capture_on_commit_callbacks
):
    revision = reopened(asked, cast)
    closed.refresh_from_db()

    assert (closed.state, closed.reviewed_by, revision.standing) == (
        State.RETURNED,
        cast["secretariat"],
        "open",
    )
    back = closed.sections.filter(verdict="returned")
    assert list(back.values_list("key", "reason")) == [("certification", "นับใหม่")]
    assert closed.sections.filter(verdict="passed").count() == 6
    actions.roll_up_month(closed.round)
    rolled = RolledFigure.objects.get(region=None, basis="regions", round=closed.round)
    assert (rolled.reported, rolled.value) == (0, None)
    assert Outbox.objects.filter(kind="regions.roll_up").count() == 2  # accepted, and reopened
    [letter] = letters(f"revision:{revision.pk}:reopened")
    assert "ส่วนการรับรองสถานภาพ\n  นับใหม่" in letter["body"]


@pytest.mark.parametrize("reasons", [{}, {"certification": " "}, {"unknown": "ก"}])
def test_it_is_opened_only_with_a_reason_for_a_section_it_has(asked, closed, cast, reasons):
    refusal = refusal_of(
        lambda: actions.reopen_report(asked, reasons=reasons, by=cast["secretariat"])
    )
    closed.refresh_from_db()
    assert (refusal.code, closed.state) == ("no-reason", State.ACCEPTED)


def test_refused_it_says_why_and_another_may_be_asked(asked, closed, cast):
    revision = actions.refuse_revision(asked, because="ตรงกับทะเบียน", by=cast["secretariat"])
    again = actions.ask_revision(closed, reason="มีหลักฐานใหม่", by=cast["coordinator"])

    assert (revision.standing, revision.decided_by, again.number) == (
        "refused",
        cast["secretariat"],
        2,
    )
    [letter] = letters(f"revision:{revision.pk}:refused")
    assert "ตรงกับทะเบียน" in letter["body"]


def test_a_refusal_without_a_reason_is_none(asked, cast):
    refusal = refusal_of(
        lambda: actions.refuse_revision(asked, because=" ", by=cast["secretariat"])
    )
    assert list(refusal.message_dict) == ["because"]


@pytest.mark.parametrize("first", ["opened", "refused"])
def test_what_was_decided_is_not_decided_again(asked, cast, first):
    if first == "opened":
        reopened(asked, cast)
    else:
        actions.refuse_revision(asked, because="ก", by=cast["secretariat"])

    assert refusal_of(lambda: reopened(asked, cast)).code == "decided"
    refuse = refusal_of(lambda: actions.refuse_revision(asked, because="ก", by=cast["secretariat"]))
    assert refuse.code == "decided"


# -- Closing -----------------------------------------------------------------------------


def mended(asked, cast, *, found=12, note=""):
    reopened(asked, cast, certification="นับใหม่", highlights="เล่าใหม่")
    report = asked.report
    report.refresh_from_db()
    fill_in(report, cast["officer"], organizations_found=found)
    ReportFigure.objects.filter(report=report).update(note=note)
    section = report.sections.get(key="highlights")
    new = {"answers": {"highlights": "เวทีใหม่"}, "figures": {}, "version": section.version}
    actions.save_section(section, **new, by=cast["officer"])
    report.refresh_from_db()
    sent = actions.submit_report(report, version=report.version, by=cast["coordinator"])
    actions.accept_report(sent, version=sent.version, by=cast["secretariat"])
    return Revision.objects.get(pk=asked.pk)


def test_accepted_again_it_closes_with_what_became_different_field_by_field(asked, cast):
    revision = mended(asked, cast, note="ตัดตำบลซ้ำ")

    assert (revision.standing, revision.closed_by, revision.closed_at) == (
        "closed",
        cast["secretariat"],
        ON_TIME,
    )
    found = {"value": 14, "is_applicable": True, "note": ""}
    assert revision.changes == [
        {
            "section": "certification",
            "field": "organizations_found",
            "before": found,
            "after": {"value": 12, "is_applicable": True, "note": "ตัดตำบลซ้ำ"},
        },
        {"section": "highlights", "field": "highlights", "before": None, "after": "เวทีใหม่"},
    ]


def test_what_is_sent_back_once_more_meanwhile_stays_the_same_revision(asked, cast):
    reopened(asked, cast)
    report = RegionalReport.objects.get(pk=asked.report_id)
    for reason in ("ยังไม่ตรง", None):
        sent = actions.submit_report(report, version=report.version, by=cast["coordinator"])
        if reason:
            report = actions.return_report(
                sent,
                reasons={"certification": reason},
                version=sent.version,
                by=cast["secretariat"],
            )
    actions.accept_report(sent, version=sent.version, by=cast["secretariat"])

    revision = Revision.objects.get()
    assert (revision.standing, revision.changes) == ("closed", [])


def test_the_page_says_each_change_in_words(as_, asked, cast):
    revision = mended(asked, cast)
    page = visible(as_("member").get(url("revision-detail", revision)))

    for words in ("จำนวน organizations_found", "14", "12", "เวทีใหม่", "(ว่าง)", WHY, "แก้แล้ว"):
        assert words in page


def test_the_report_is_marked_and_its_history_tells(as_, asked, cast):
    revision = mended(asked, cast)
    page = visible(as_("member").get(url("report-detail", asked.report)))

    assert "แก้ไขหลังปิดแล้ว ครั้งที่ 1" in page
    assert revision.get_absolute_url() in page
    report = RegionalReport.objects.get(pk=asked.report_id)
    told = history_of(report, activities_of(report), revisions_of(report), with_contacts=False)
    assert all(one["by"] for one in told)
    assert {one["text"] for one in told} >= {
        "ส่งรายงาน",
        "ผ่านการตรวจ",
        "เปิดให้แก้ข้อมูลที่ปิดแล้ว",
        f"ขอแก้ข้อมูลที่ปิดแล้ว ครั้งที่ 1 เพราะ “{WHY}”",
    }


# -- The pages: who may, and what is refused -------------------------------------------------


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("coordinator", 302),
        ("officer", 302),
        ("secretariat", 302),
        ("manager", 403),
        ("co-chair", 403),
        ("auditor", 403),
        ("another region's coordinator", 403),
        ("member", 403),
    ],
)
def test_who_may_ask(as_, closed, who, status):
    response = as_(who).post(url("revision-create", closed), {"reason": WHY})
    assert (response.status_code, Revision.objects.count()) == (status, int(status == 302))


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("secretariat", 302),
        ("coordinator", 403),
        ("officer", 403),
        ("auditor", 403),
        ("another region's coordinator", 403),
        ("member", 403),
    ],
)
def test_who_may_decide(as_, asked, who, status):
    data = {"decision": "reopen", "certification": "นับใหม่"}
    response = as_(who).post(url("revision-detail", asked), data)

    asked.refresh_from_db()
    assert (response.status_code, asked.standing) == (status, "open" if status == 302 else "asked")


def test_a_provinces_revision_is_its_own_regional_offices(as_, north, other_region, found, cast):
    province = make_reporting_province(north)
    filer = make_post("provincial", province=province)
    elsewhere = make_post(
        "provincial", province=make_reporting_province(other_region, "60", "นครสวรรค์")
    )
    report = accepted(
        make_report_of(province.reporting_unit), filer, cast["coordinator"], organizations_found=3
    )
    answers = []
    cast["elsewhere"], cast["filer"] = elsewhere, filer
    for who in ("elsewhere", "filer"):
        answers.append(as_(who).post(url("revision-create", report), {"reason": "ก"}).status_code)
    revision = Revision.objects.get()
    for who in ("filer", "elsewhere", "another region's coordinator", "secretariat", "coordinator"):
        data = {"decision": "refuse", "because": "ก"}
        answers.append(as_(who).post(url("revision-detail", revision), data).status_code)

    assert answers == [403, 302, 403, 403, 403, 403, 302]


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({"decision": ""}, "decision"),
        ({"decision": "x"}, "decision"),
        ({"decision": "reopen"}, "decision"),
        ({"decision": "refuse", "certification": "นับใหม่"}, "because"),
        ({"decision": "reopen", "certification": "ก" * 1001}, "certification"),
    ],
)
def test_an_unfinished_decision_says_where_and_loses_nothing(as_, asked, data, field):
    response = as_("secretariat").post(url("revision-detail", asked), data)

    asked.refresh_from_db()
    assert (response.status_code, asked.standing) == (422, "asked")
    assert field in response.context["form"].errors
    for typed in data.values():
        assert typed in visible(response) or typed == "x"


def test_a_decision_that_came_second_keeps_its_words(as_, asked, cast):
    actions.refuse_revision(asked, because="ตรงแล้ว", by=cast["secretariat"])
    data = {"decision": "reopen", "certification": "นับใหม่อีกครั้ง"}
    response = as_("secretariat").post(url("revision-detail", asked), data)

    assert response.status_code == 422
    assert "มีผู้ตัดสินคำขอนี้ไปก่อนแล้ว" in visible(response)
    assert "นับใหม่อีกครั้ง" in visible(response)


def test_the_page_says_who_has_it_at_every_turn(as_, asked, closed, cast):
    def holder():
        page = visible(as_("member").get(url("revision-detail", asked)))
        found = re.search(r"<dt>อยู่ที่</dt><dd>(.*?)</dd>", page)
        return found and found[1]

    held = [holder()]
    reasons = {"certification": "นับใหม่"}
    actions.reopen_report(asked, reasons=reasons, by=cast["secretariat"])
    held.append(holder())
    closed.refresh_from_db()
    report = actions.submit_report(closed, version=closed.version, by=cast["coordinator"])
    held.append(holder())
    actions.accept_report(report, version=report.version, by=cast["secretariat"])

    filer = cast["coordinator"].person.full_name
    assert held == ["กองเลขาฯ ส่วนกลาง", filer, "กองเลขาฯ ส่วนกลาง"]
    assert holder() is None


@pytest.mark.parametrize("reason", ["", " ", "\x00", "ก" * 1001])
def test_a_bad_reason_is_said_beside_its_field(as_, closed, reason):
    response = as_("coordinator").post(url("revision-create", closed), {"reason": reason})
    assert (response.status_code, Revision.objects.count()) == (422, 0)


def test_a_second_question_shows_the_first_and_keeps_what_was_typed(as_, asked, closed):
    response = as_("officer").post(url("revision-create", closed), {"reason": "อีกเรื่องหนึ่ง"})

    assert response.status_code == 422
    assert asked.get_absolute_url() in visible(response)
    assert "อีกเรื่องหนึ่ง" in visible(response)


# -- The list ------------------------------------------------------------------------------


@pytest.mark.parametrize("who", ["member", "another region's coordinator", "auditor", "co-chair"])
def test_everyone_signed_in_reads_the_list(as_, asked, who):
    page = visible(as_(who).get(reverse("regions:revision-list")))
    assert WHY in page


def test_a_stranger_is_asked_who_they_are(client, asked):
    for address in (reverse("regions:revision-list"), asked.get_absolute_url()):
        assert client.get(address).status_code == 302


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 1),
        ("?region=upper-north", 1),
        ("?region=lower-north", 0),
        ("?round=2026-06", 1),
        ("?round=2026-05", 0),
        ("?standing=asked", 1),
        ("?standing=open", 0),
        ("?standing=closed", 0),
        ("?standing=refused", 0),
        ("?standing=x&round=9999-99&region=x&page=x", 1),
    ],
)
def test_filters(as_, asked, other_region, query, count):
    make_report(other_region, month=date(2026, 5, 1))
    response = as_("member").get(reverse("regions:revision-list") + query)

    assert len(response.context["page"].object_list) == count


@pytest.mark.parametrize("months", [1, 3])
def test_the_list_costs_the_same_for_one_row_or_many(
    as_, north, found, cast, months, django_assert_num_queries
):
    for month in range(1, months + 1):
        report = make_report(north, month=date(2026, 6, 1))
        if month == 1:
            accepted(report, cast["coordinator"], cast["secretariat"], organizations_found=1)
        one = actions.ask_revision(report, reason="ก", by=cast["coordinator"])
        if month < months:
            actions.refuse_revision(one, because="ข", by=cast["secretariat"])
    client = as_("member")
    client.get(reverse("regions:revision-list"))
    with django_assert_num_queries(8):  # one more says who has what waits
        client.get(reverse("regions:revision-list"))


def test_the_record_names_no_words(asked, cast):
    details = Activity.objects.filter(verb="revision.asked").values_list("detail", flat=True)
    assert list(details) == [{"report": asked.report_id}]
