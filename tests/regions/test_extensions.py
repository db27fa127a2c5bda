"""More days for a report: asked for and answered with reasons that all can read."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.urls import reverse

from portal.kernel.errors import RuleBroken
from portal.kernel.models import Activity, Outbox
from regions import actions
from regions.models import Extension, RegionalReport
from tests.factories.regions import (
    LATE,
    fill_in,
    make_post,
    make_report,
    make_report_of,
    make_reporting_province,
    submitted,
)

UNTIL = date(2026, 7, 20)
WHY = "น้ำท่วมสามอำเภอ คณะทำงานออกพื้นที่"
ANSWER = "รับทราบ พื้นที่ประสบภัยจริง"


@pytest.fixture
def province(north, other_region, found):
    """The draft of a province of the north."""
    return make_report_of(make_reporting_province(north).reporting_unit)


@pytest.fixture
def report(province, north):
    """The draft of the north, in the same round."""
    return make_report(north)


@pytest.fixture
def provincial(province):
    return make_post("provincial", province=province.unit.province)


def ask(report, by, *, until=UNTIL, reason=WHY):
    return actions.ask_extension(report, until=until, reason=reason, by=by)


def refusal(act, *args, **kwargs):
    with pytest.raises(RuleBroken) as found:
        act(*args, **kwargs)
    return found.value


def letters():
    return [
        (row.payload["to"], row.payload["subject"])
        for row in Outbox.objects.filter(kind="kernel.send_letter").order_by("pk")
    ]


# -- Actions ---------------------------------------------------------------------------


def test_asking_says_who_when_until_and_why_and_writes_to_who_decides(report, cast, clock):
    extension = ask(report, cast["coordinator"])

    assert (extension.until, extension.reason, extension.asked_by, extension.is_granted) == (
        UNTIL,
        WHY,
        cast["coordinator"],
        None,
    )
    assert letters() == [
        ("central_officer-centre@portal.example", "ขอขยายเวลาส่งรายงานภาคเหนือตอนบน เดือนมิถุนายน 2569")
    ]
    assert Activity.objects.latest("pk").verb == "extension.asked"
    report.refresh_from_db()
    assert report.extended_until is None


def test_a_granted_extension_moves_both_days(report, cast):
    extension = ask(report, cast["coordinator"])
    other_day = date(2026, 7, 18)

    actions.grant_extension(extension, until=other_day, answer=ANSWER, by=cast["secretariat"])

    report = RegionalReport.objects.get(pk=report.pk)
    assert (report.on_time_until, report.closes_on) == (other_day, other_day)
    assert report.takes_answers(on=other_day)
    assert not report.is_late(on=other_day)
    assert not report.takes_answers(on=other_day + timedelta(days=1))
    extension.refresh_from_db()
    assert (extension.is_granted, extension.granted_until, extension.answered_by) == (
        True,
        other_day,
        cast["secretariat"],
    )
    assert letters()[-1] == (
        "coordinator-upper-north@portal.example",
        "ได้ขยายเวลาส่งรายงานภาคเหนือตอนบน เดือนมิถุนายน 2569",
    )


def test_days_before_the_round_closes_leave_the_closing_day(report, cast):
    extension = ask(report, cast["coordinator"], until=date(2026, 7, 10))
    actions.grant_extension(
        extension, until=date(2026, 7, 10), answer=ANSWER, by=cast["secretariat"]
    )

    report = RegionalReport.objects.get(pk=report.pk)
    assert (report.on_time_until, report.closes_on) == (date(2026, 7, 10), date(2026, 7, 15))


def test_a_refusal_moves_nothing_and_says_why(report, cast):
    extension = ask(report, cast["coordinator"])

    actions.refuse_extension(extension, answer="ยังมีเวลา", by=cast["secretariat"])

    report.refresh_from_db()
    assert report.extended_until is None
    letter = Outbox.objects.latest("pk").payload
    assert letter["subject"].startswith("ไม่ได้ขยายเวลา")
    assert "ยังมีเวลา" in letter["body"]
    assert ask(report, cast["coordinator"]).pk  # and may be asked anew


def test_a_letter_goes_to_who_asked_and_to_who_answers_for_the_place(province, provincial, cast):
    actions.refuse_extension(ask(province, provincial), answer=ANSWER, by=cast["officer"])

    asked = [to for to, subject in letters() if subject.startswith("ขอ")]
    answered = [to for to, subject in letters() if subject.startswith("ไม่ได้")]
    assert asked == [
        "coordinator-upper-north@portal.example",
        "officer-upper-north@portal.example",
    ]
    assert answered == ["provincial-50@portal.example"]


def test_who_has_no_address_is_answered_on_the_page_alone(province, provincial, cast):
    provincial.person.email = ""
    provincial.person.save()

    actions.refuse_extension(ask(province, provincial), answer=ANSWER, by=cast["officer"])

    assert not [to for to, subject in letters() if subject.startswith("ไม่ได้")]


@pytest.mark.parametrize(
    ("until", "code"),
    [
        (date(2026, 7, 5), "no-later"),
        (date(1, 1, 1), "no-later"),
        (date(2026, 8, 16), "too-late"),
        (date(9999, 12, 31), "too-late"),
    ],
)
def test_a_day_that_means_nothing_is_refused_beside_its_field(report, cast, until, code):
    told = refusal(ask, report, cast["coordinator"], until=until)
    assert [(field, errors[0].code) for field, errors in told.error_dict.items()] == [
        ("until", code)
    ]

    extension = ask(report, cast["coordinator"])
    told = refusal(
        actions.grant_extension, extension, until=until, answer=ANSWER, by=cast["secretariat"]
    )
    assert list(told.error_dict) == ["granted_until"]


def test_a_day_that_is_over_helps_nobody(report, cast, clock):
    clock.move_to(LATE + timedelta(days=2))

    assert refusal(ask, report, cast["coordinator"], until=date(2026, 7, 9)).error_dict["until"]


def test_reasons_are_never_empty(report, cast):
    assert list(refusal(ask, report, cast["coordinator"], reason=" ").error_dict) == ["reason"]
    extension = ask(report, cast["coordinator"])
    for act, day in ((actions.grant_extension, {"until": UNTIL}), (actions.refuse_extension, {})):
        told = refusal(act, extension, answer="\n", by=cast["secretariat"], **day)
        assert list(told.error_dict) == ["answer"]
    extension.refresh_from_db()
    assert extension.is_granted is None


def test_after_the_round_closed_it_may_still_be_asked_for(report, cast, clock):
    clock.move_to(date(2026, 7, 17))
    extension = ask(report, cast["coordinator"])
    actions.grant_extension(extension, until=UNTIL, answer=ANSWER, by=cast["secretariat"])

    fill_in(RegionalReport.objects.get(pk=report.pk), cast["coordinator"], organizations_found=3)


def test_a_report_that_was_sent_asks_for_nothing(report, cast):
    submitted(report, cast["coordinator"], organizations_found=3)

    assert refusal(ask, report, cast["coordinator"]).code == "sent"


def test_a_round_that_is_not_open_yet_asks_for_nothing(report, cast, clock):
    clock.move_to(date(2026, 6, 20))

    assert refusal(ask, report, cast["coordinator"]).code == "not-open"


def test_sent_meanwhile_the_question_may_still_be_answered(report, cast, clock):
    """Late by the old day, it is on time by the new one; both stay to be read."""
    extension = ask(report, cast["coordinator"], until=date(2026, 7, 10))
    clock.move_to(LATE)
    submitted(report, cast["coordinator"], organizations_found=3)
    clock.move_to(date(2026, 7, 14))
    actions.grant_extension(
        extension, until=date(2026, 7, 10), answer=ANSWER, by=cast["secretariat"]
    )

    assert not RegionalReport.objects.get(pk=report.pk).is_late(on=date(2026, 7, 14))


# -- Races -----------------------------------------------------------------------------


def test_asked_twice_is_asked_once(report, cast):
    ask(report, cast["coordinator"])

    assert refusal(ask, report, cast["coordinator"]).code == "one-open-extension-per-report"
    assert Extension.objects.count() == 1


def test_answered_twice_the_first_answer_stands(report, cast):
    extension = ask(report, cast["coordinator"])
    actions.refuse_extension(extension, answer="ไม่", by=cast["secretariat"])

    granted = {"until": UNTIL, "answer": ANSWER, "by": cast["secretariat"]}
    assert refusal(actions.grant_extension, extension, **granted).code == "answered"
    again = refusal(actions.refuse_extension, extension, answer="ไม่", by=cast["secretariat"])
    assert again.code == "answered"
    report.refresh_from_db()
    assert report.extended_until is None


# -- Pages -----------------------------------------------------------------------------


def create_url(report):
    return reverse("regions:extension-create", args=[report.pk])


LIST = reverse("regions:extension-list")


def test_the_filer_asks_and_the_reviewer_answers(as_, report, cast):
    visitor = as_("coordinator")
    assert "ทุกภาคจะเห็นเหตุผลนี้" in visitor.get(create_url(report)).content.decode()
    told = visitor.post(create_url(report), {"until": "20/7/2569", "reason": WHY})
    assert (told.status_code, told["Location"]) == (302, LIST)
    assert "รอคำตอบอยู่แล้ว" in visitor.get(create_url(report)).content.decode()

    extension = Extension.objects.get()
    visitor = as_("secretariat")
    page = visitor.get(extension.get_absolute_url()).content.decode()
    assert WHY in page
    assert "20/7/2569" in page
    answer = {"decision": "grant", "granted_until": "18/7/2569", "answer": ANSWER}
    assert visitor.post(extension.get_absolute_url(), answer).status_code == 302
    extension.refresh_from_db()
    assert (extension.is_granted, extension.granted_until) == (True, date(2026, 7, 18))


@pytest.mark.parametrize(
    "answer",
    [
        {},
        {"decision": "grant", "answer": ANSWER},
        {"decision": "perhaps", "answer": ANSWER, "granted_until": "18/7/2569"},
        {"decision": "grant", "answer": "", "granted_until": "18/7/2569"},
        {"decision": "refuse", "answer": " \x00"},
        {"decision": "grant", "answer": ANSWER, "granted_until": "1/1/2300"},
        {"decision": "grant", "answer": ANSWER, "granted_until": "สักวัน"},
    ],
)
def test_a_bad_answer_loses_nothing_and_changes_nothing(as_, report, cast, answer):
    extension = ask(report, cast["coordinator"])

    page = as_("secretariat").post(extension.get_absolute_url(), answer)

    assert page.status_code == 422
    extension.refresh_from_db()
    assert extension.is_granted is None
    assert not answer.get("answer", "").strip(" \x00") or ANSWER in page.content.decode()


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"until": "5/7/2569", "reason": WHY},
        {"until": "x", "reason": WHY},
        {"until": "20/7/2569"},
    ],
)
def test_a_bad_question_loses_nothing(as_, report, asked):
    page = as_("coordinator").post(create_url(report), asked)

    assert page.status_code == 200
    assert not Extension.objects.exists()
    assert asked.get("reason", "") in page.content.decode()


def test_answered_meanwhile_the_second_hears_it(as_, report, cast):
    extension = ask(report, cast["coordinator"])
    actions.refuse_extension(extension, answer="ไม่", by=cast["secretariat"])

    answer = {"decision": "grant", "granted_until": "18/7/2569", "answer": ANSWER}
    page = as_("secretariat").post(extension.get_absolute_url(), answer)

    assert "มีผู้ตอบคำขอนี้ไปก่อนแล้ว" in page.content.decode()


ASKERS = {
    "coordinator": 200,
    "officer": 403,
    "manager": 403,
    "co-chair": 403,
    "former coordinator": 404,
    "another region's coordinator": 404,
    "secretariat": 404,
    "auditor": 404,
    "member": 404,
}


@pytest.mark.parametrize(("who", "status"), ASKERS.items())
def test_who_may_ask_for_a_region(as_, report, who, status):
    visitor = as_(who)

    assert visitor.get(create_url(report)).status_code == status
    data = {"until": "20/7/2569", "reason": WHY}
    assert visitor.post(create_url(report), data).status_code == (302 if status == 200 else status)


ANSWERERS = {"secretariat"}


@pytest.mark.parametrize("who", ASKERS)
def test_all_read_every_reason_and_one_decides(as_, report, cast, who):
    extension = ask(report, cast["coordinator"])
    visitor = as_(who)

    assert WHY in visitor.get(LIST).content.decode()
    page = visitor.get(extension.get_absolute_url())
    assert WHY in page.content.decode()
    assert ("ตอบคำขอ" in page.content.decode()) == (who in ANSWERERS)
    answer = {"decision": "refuse", "answer": "ไม่"}
    told = visitor.post(extension.get_absolute_url(), answer)
    assert told.status_code == (302 if who in ANSWERERS else 403)


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("provincial", 403),
        ("coordinator", 302),
        ("officer", 302),
        ("another region's coordinator", 403),
        ("secretariat", 403),
    ],
)
def test_the_office_of_its_region_decides_over_a_province(
    client, province, provincial, cast, who, status
):
    extension = ask(province, provincial)
    client.force_login({**cast, "provincial": provincial}[who])

    told = client.post(extension.get_absolute_url(), {"decision": "refuse", "answer": "ไม่"})

    assert told.status_code == status


def test_another_provinces_people_may_not_ask(client, province, north):
    neighbour = make_reporting_province(north, "52", "ลำปาง")
    client.force_login(make_post("provincial", province=neighbour))

    assert client.get(create_url(province)).status_code == 404


def test_strangers_are_sent_to_sign_in(client, report):
    for url in (LIST, create_url(report), reverse("regions:extension-detail", args=[1])):
        assert client.get(url).status_code == 302


def test_the_list_filters_by_round_region_and_answer(as_, report, province, provincial, cast):
    refused = ask(report, cast["coordinator"], reason="เหตุผลของภาค")
    actions.refuse_extension(refused, answer="ไม่", by=cast["secretariat"])
    ask(province, provincial, reason="เหตุผลของจังหวัด")
    visitor = as_("member")

    def found(query):
        text = visitor.get(LIST + query).content.decode()
        return [why for why in ("เหตุผลของภาค", "เหตุผลของจังหวัด") if why in text]

    assert found("") == ["เหตุผลของภาค", "เหตุผลของจังหวัด"]
    assert found("?answer=waiting") == ["เหตุผลของจังหวัด"]
    assert found("?answer=refused") == ["เหตุผลของภาค"]
    assert found("?answer=granted") == []
    assert found("?round=2026-06&region=upper-north") == ["เหตุผลของภาค", "เหตุผลของจังหวัด"]
    assert found("?region=lower-north") == []
    for bad in ("?round=9999-99", "?region=x", "?answer=x", "?page=-3", "?page=x"):
        assert visitor.get(LIST + bad).status_code == 200


def test_the_list_costs_the_same_for_one_and_many(
    as_, north, report, cast, django_assert_max_num_queries
):
    visitor = as_("member")

    def cost():
        with django_assert_max_num_queries(12) as told:
            visitor.get(LIST)
        return len(told)

    ask(report, cast["coordinator"])
    one = cost()
    for number in range(30, 45):
        RegionalReport.objects.create(
            unit=make_reporting_province(north, str(number), f"จ{number}").reporting_unit,
            round=report.round,
            region=north,
        )
    for other in RegionalReport.objects.filter(unit__kind="province"):
        ask(other, cast["coordinator"])
    assert cost() == one
    assert connection.vendor == "postgresql"
