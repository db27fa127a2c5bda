"""เตือน and บันทึกว่าโทรแล้ว: who reminds whom, what leaves, and that it is kept."""

import pytest
from django.urls import reverse

from portal.kernel.errors import RuleBroken
from portal.kernel.models import Activity, Outbox
from regions import actions
from regions.models import ReportContact
from regions.queries.contacts import last_contacts
from tests.factories.regions import (
    make_centre,
    make_post,
    make_report,
    make_report_of,
    make_reporting_province,
    returned,
    submitted,
)


def remind(report, cast, to="coordinator"):
    people = [cast[who].person.pk for who in to.split()]
    return actions.remind_filers(report, to=people, by=cast["secretariat"])


def url(report):
    return reverse("regions:report-contact", args=[report.pk])


def letters():
    return [row.payload for row in Outbox.objects.filter(kind="kernel.send_letter").order_by("pk")]


def code_of(act):
    with pytest.raises(RuleBroken) as refusal:
        act()
    return refusal.value.code


def visible(response):
    return response.content.decode()


def letter_to(*people):
    return {"way": "letter", "to": ",".join(str(user.person.pk) for user in people)}


# -- The letter ----------------------------------------------------------------------------


def test_one_letter_to_whoever_answers_for_it(report, cast):
    contact = remind(report, cast)

    [letter] = letters()
    assert (contact.way, contact.by) == ("letter", cast["secretariat"])
    assert letter["to"] == cast["coordinator"].email
    assert letter["subject"] == "เตือนรายงานภาคเหนือตอนบน เดือนมิถุนายน 2569"
    assert "ยังไม่ได้ส่ง\nรายงานตรงเวลาถึงวันที่ 5 กรกฎาคม 2569" in letter["body"]


def test_of_what_was_sent_back_it_says_so(report, cast):
    returned(
        report, cast["coordinator"], cast["secretariat"], {"plans": "ก"}, organizations_found=1
    )
    remind(report, cast)
    assert "ส่งกลับให้แก้แล้ว และยังไม่ได้ส่งใหม่" in letters()[-1]["body"]


def test_only_what_was_shown_leaves(report, cast):
    assert code_of(lambda: remind(report, cast, to="officer")) == "others"
    assert code_of(lambda: remind(report, cast, to="coordinator officer")) == "others"
    assert letters() == []


def test_one_letter_a_day(report, cast):
    remind(report, cast)
    assert code_of(lambda: remind(report, cast)) == "reminded-today"
    assert ReportContact.objects.count() == 1


def test_what_was_sent_needs_no_reminder(report, cast):
    submitted(report, cast["coordinator"], organizations_found=1)
    assert code_of(lambda: remind(report, cast)) == "sent"


def test_nobody_with_an_address_is_rung_instead(report, cast):
    person = cast["coordinator"].person
    person.email = ""
    person.save()
    assert code_of(lambda: remind(report, cast)) == "no-address"


def test_the_exact_recipients_and_words_are_shown_before_anything_leaves(as_, report, cast):
    client = as_("secretariat")
    page = visible(client.get(url(report)))
    assert letters() == []

    client.post(url(report), letter_to(cast["coordinator"]))
    [letter] = letters()
    for shown in (letter["to"], letter["subject"], letter["body"].strip()[:300]):
        assert shown in page.replace("&quot;", '"')


# -- The call ------------------------------------------------------------------------------


def test_a_call_is_kept_with_what_was_said(as_, report, cast):
    response = as_("secretariat").post(url(report), {"way": "phone", "note": "จะส่งวันศุกร์"})

    contact = ReportContact.objects.get()
    assert (response.status_code, contact.way, contact.note, contact.by) == (
        302,
        "phone",
        "จะส่งวันศุกร์",
        cast["secretariat"],
    )


def test_a_call_noted_twice_in_a_breath_is_one(report, cast):
    for _press in range(2):
        actions.note_phone_call(report, note="ไม่รับสาย", by=cast["secretariat"])
    assert ReportContact.objects.count() == 1


def test_nothing_personal_is_in_the_record(report, cast):
    actions.note_phone_call(report, note="ป่วยอยู่", by=cast["secretariat"])
    remind(report, cast)
    found = Activity.objects.filter(verb__in=["report.phoned", "report.reminded"]).order_by("pk")
    assert list(found.values_list("verb", "detail")) == [
        ("report.phoned", {}),
        ("report.reminded", {"letters": 1}),
    ]


@pytest.mark.parametrize("note", ["ก" * 201, "\x00"])
def test_a_bad_note_comes_back_beside_its_field(as_, report, note):
    response = as_("secretariat").post(url(report), {"way": "phone", "note": note})
    assert (response.status_code, ReportContact.objects.count()) == (422, 0)


@pytest.mark.parametrize(
    "data", [{}, {"way": "x"}, {"way": "letter"}, {"way": "letter", "to": "x,,9"}]
)
def test_what_says_no_way_reaches_nobody(as_, report, data):
    response = as_("secretariat").post(url(report), data)
    assert response.status_code in (200, 422)
    assert ReportContact.objects.count() == 0


# -- Who, and where it leads -----------------------------------------------------------------


@pytest.mark.parametrize("way", ["phone", "letter"])
@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("secretariat", 302),
        ("coordinator", 403),
        ("officer", 403),
        ("auditor", 403),
        ("another region's coordinator", 404),
        ("member", 404),
    ],
)
def test_whoever_reviews_that_kind_of_report_may(as_, report, cast, who, way, status):
    data = {"way": "phone"} if way == "phone" else letter_to(cast["coordinator"])
    response = as_(who).post(url(report), data)
    assert (response.status_code, ReportContact.objects.count()) == (status, int(status == 302))


def test_a_province_is_reminded_by_its_regional_office(as_, north, other_region, cast):
    province = make_reporting_province(north)
    make_post("provincial", province=province)
    report = make_report_of(province.reporting_unit)
    answers = [
        as_(who).post(url(report), {"way": "phone"}).status_code
        for who in ("another region's coordinator", "secretariat", "officer")
    ]
    assert answers == [404, 403, 302]


def test_the_centre_is_reminded_by_a_co_chair(as_, cast):
    report = make_report_of(make_centre())
    statuses = [
        as_(who).post(url(report), {"way": "phone"}).status_code
        for who in ("coordinator", "co-chair")
    ]
    assert statuses == [404, 302]


@pytest.mark.parametrize(
    ("asked", "led"),
    [("?next=/dashboard/", "/dashboard/"), ("?next=https://evil.example/", None), ("", None)],
)
def test_it_leads_back_to_where_it_was_asked(as_, report, asked, led):
    response = as_("secretariat").post(url(report) + asked, {"way": "phone"})
    assert response.url == (led or url(report))


def test_the_last_contact_stands_on_the_report_for_who_may_ask(as_, report, cast):
    actions.note_phone_call(report, note="จะส่งวันศุกร์", by=cast["secretariat"])
    returned(
        report, cast["coordinator"], cast["secretariat"], {"plans": "ก"}, organizations_found=1
    )

    page = visible(as_("secretariat").get(reverse("regions:report-detail", args=[report.pk])))
    assert "โทรแล้ว ได้ความว่า “จะส่งวันศุกร์”" in page


def test_what_was_said_on_the_telephone_is_not_everybodys(as_, report, cast):
    actions.note_phone_call(report, note="ป่วยอยู่", by=cast["secretariat"])
    sent = submitted(report, cast["coordinator"], organizations_found=1)
    actions.accept_report(sent, version=sent.version, by=cast["secretariat"])

    told = {
        who: "ป่วยอยู่" in visible(as_(who).get(reverse("regions:report-detail", args=[report.pk])))
        for who in (
            "secretariat",
            "coordinator",
            "auditor",
            "member",
            "another region's coordinator",
        )
    }
    assert told == {
        "secretariat": True,
        "coordinator": True,
        "auditor": True,
        "member": False,
        "another region's coordinator": False,
    }


@pytest.mark.parametrize("count", [1, 4])
def test_the_page_costs_the_same_for_one_contact_or_many(
    as_, report, cast, count, django_assert_num_queries
):
    for number in range(count):
        actions.note_phone_call(report, note=str(number), by=cast["secretariat"])
    client = as_("secretariat")
    client.get(url(report))
    with django_assert_num_queries(9):
        client.get(url(report))


@pytest.mark.parametrize("count", [1, 4])
def test_the_last_contact_of_many_reports_is_one_query(
    report, other_region, cast, count, django_assert_num_queries
):
    reports = [report, make_report(other_region)]
    for number in range(count):
        for one in reports:
            actions.note_phone_call(one, note=str(number), by=cast["secretariat"])
    with django_assert_num_queries(1):
        last = last_contacts(reports)

    assert {pk: one.note for pk, one in last.items()} == {one.pk: str(count - 1) for one in reports}
