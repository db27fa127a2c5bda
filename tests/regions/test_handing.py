"""A section is lent to a colleague of the same place, who may type there and nowhere else."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from portal.kernel.errors import RuleBroken
from portal.kernel.models import Activity, Outbox
from portal.shell import lent
from regions.actions.handing import hand_section, take_section_back
from regions.models import RegionalPost, ReportSection
from regions.permissions import can_edit_section, can_hand_section
from regions.queries.colleagues import colleagues_for, sections_waiting_for
from tests.factories.regions import (
    CLOSED,
    ON_TIME,
    make_centre,
    make_post,
    make_report_of,
    make_reporting_province,
    returned,
    submitted,
)


def hand(report, to, by, *, key="plans", instead_of=None):
    return hand_section(report.sections.get(key=key), to=to, instead_of=instead_of, by=by)


def save(client, report, key, **data):
    version = report.sections.get(key=key).version
    url = reverse("regions:report-section", args=[report.pk, key])
    return client.post(url, {"version": version, **data})


def letters():
    rows = Outbox.objects.filter(kind="kernel.send_letter").order_by("pk")
    return [row.payload for row in rows]


# -- Lending ---------------------------------------------------------------------------


def test_a_colleague_may_type_in_the_section_lent_and_nowhere_else(as_, report, cast):
    hand(report, cast["manager"], cast["coordinator"])
    client = as_("manager")

    seen = [
        save(client, report, "plans", progress="ของเพื่อน").status_code,
        save(client, report, "highlights", highlights="ไม่ใช่ของเขา").status_code,
        client.get(reverse("regions:report-submission", args=[report.pk])).status_code,
    ]

    assert seen == [302, 403, 403]
    assert report.sections.get(key="plans").answers["progress"] == "ของเพื่อน"
    assert report.sections.get(key="highlights").answers == {}


def test_a_colleague_sees_the_whole_form_with_one_section_to_fill_in(as_, report, cast):
    hand(report, cast["manager"], cast["coordinator"])

    page = as_("manager").get(report.get_absolute_url()).content.decode()

    assert re.findall(r'action="[^"]*/sections/(\w+)/"', page) == ["plans"]
    assert "ส่งให้ท่านกรอก" in page
    assert "ท่านกรอกได้เฉพาะส่วนที่ส่งให้ท่าน" in page
    assert 'value="submission"' not in page


def test_who_filled_in_the_report_still_may_and_sees_to_whom_it_went(as_, report, cast):
    hand(report, cast["manager"], cast["coordinator"])
    client = as_("coordinator")

    page = client.get(report.get_absolute_url()).content.decode()
    saved = save(client, report, "plans", progress="ของผู้ประสานงาน")

    assert "ส่งให้ manager-upper-north ทดสอบ กรอก" in page
    assert saved.status_code == 302


def test_a_letter_leads_the_colleague_to_the_section(report, cast, settings):
    section = hand(report, cast["manager"], cast["coordinator"])

    [letter] = letters()
    assert letter["to"] == cast["manager"].email
    assert letter["subject"] == "ขอให้ช่วยกรอกแผนและงบประมาณ ใน" + (
        "รายงานภาคเหนือตอนบน เดือนมิถุนายน 2569"
    )
    assert f"{report.get_absolute_url()}?part=plans#s{section.position}" in letter["body"]
    assert "ส่วนที่ 5 แผนและงบประมาณ" in letter["body"]
    assert "5 กรกฎาคม 2569" in letter["body"]


def test_whoever_has_no_address_is_lent_the_section_without_a_letter(as_, report, north):
    friend = make_post("manager", north, name="friend", email="")

    response = as_("coordinator").post(
        reverse("regions:report-colleagues", args=[report.pk]),
        {"section": "plans", "to": friend.pk, "instead_of": ""},
        follow=True,
    )

    assert letters() == []
    assert "ไม่มีอีเมล โปรดโทรแจ้งด้วย" in response.content.decode()


def test_lent_twice_to_the_same_colleague_it_is_lent_once(report, cast):
    hand(report, cast["manager"], cast["coordinator"])
    hand(report, cast["manager"], cast["coordinator"])

    assert len(letters()) == 1
    assert Activity.objects.filter(verb="section.handed").count() == 1


def test_the_history_says_by_ids_who_lent_what_to_whom(report, cast):
    hand(report, cast["manager"], cast["coordinator"])
    section = report.sections.get(key="plans")
    take_section_back(section, instead_of=cast["manager"].pk, by=cast["coordinator"])

    told = Activity.objects.filter(verb__startswith="section").order_by("pk")
    assert [(one.verb, one.detail) for one in told] == [
        ("section.handed", {"section": "plans", "to": cast["manager"].pk}),
        ("section.taken_back", {"section": "plans"}),
    ]


# -- Taking back -----------------------------------------------------------------------


def test_taken_back_what_was_typed_stays_and_the_colleague_types_no_more(as_, report, cast):
    hand(report, cast["manager"], cast["coordinator"])
    save(as_("manager"), report, "plans", progress="ของเพื่อน")

    section = report.sections.get(key="plans")
    take_section_back(section, instead_of=cast["manager"].pk, by=cast["coordinator"])

    assert save(as_("manager"), report, "plans", progress="อีก").status_code == 403
    kept = report.sections.get(key="plans")
    assert (kept.answers["progress"], kept.handed_to, kept.handed_at) == ("ของเพื่อน", None, None)


def test_what_nobody_has_is_taken_back_from_nobody(report, cast):
    take_section_back(report.sections.get(key="plans"), instead_of=None, by=cast["coordinator"])

    assert not Activity.objects.filter(verb="section.taken_back").exists()


def hand_to_the_co_chair(section, cast):
    hand_section(section, to=cast["co-chair"], instead_of=None, by=cast["officer"])


def take_back_from_the_co_chair(section, cast):
    take_section_back(section, instead_of=cast["co-chair"].pk, by=cast["officer"])


@pytest.mark.parametrize("act", [hand_to_the_co_chair, take_back_from_the_co_chair])
def test_who_acts_on_an_old_page_is_asked_to_look_again(report, cast, act):
    hand(report, cast["manager"], cast["coordinator"])
    section = report.sections.get(key="plans")

    with pytest.raises(RuleBroken) as refused:
        act(section, cast)

    assert refused.value.code == "stale"
    assert report.sections.get(key="plans").handed_to == cast["manager"]


# -- Refused ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "who", ["another region's coordinator", "secretariat", "member", "former coordinator"]
)
def test_nobody_of_another_place_is_lent_a_section(report, cast, who):
    with pytest.raises(RuleBroken) as refused:
        hand(report, cast[who], cast["coordinator"])

    assert [*refused.value.error_dict] == ["to"]
    assert report.sections.get(key="plans").handed_to is None


def test_nobody_lends_to_themselves(report, cast):
    with pytest.raises(RuleBroken):
        hand(report, cast["coordinator"], cast["coordinator"])


def test_a_report_that_was_sent_is_lent_no_more(report, cast):
    submitted(report, cast["coordinator"], organizations_found=14)

    with pytest.raises(RuleBroken) as refused:
        hand(report, cast["manager"], cast["coordinator"])

    assert refused.value.code == "not-editable"


def test_a_section_that_passed_is_lent_no_more(report, cast):
    returned(
        report,
        cast["coordinator"],
        cast["secretariat"],
        {"highlights": "สั้นไป"},
        organizations_found=14,
    )

    with pytest.raises(RuleBroken) as refused:
        hand(report, cast["manager"], cast["coordinator"])

    assert refused.value.code == "section-passed"


def test_who_has_left_the_place_types_no_more(as_, report, cast, clock):
    hand(report, cast["manager"], cast["coordinator"])
    RegionalPost.objects.filter(person__user=cast["manager"]).update(
        ends_on=ON_TIME.date() - timedelta(days=1)
    )
    section = ReportSection.objects.get(report=report, key="plans")

    assert not can_edit_section(cast["manager"], section)


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("coordinator", 200),
        ("officer", 200),
        ("manager", 403),
        ("co-chair", 403),
        ("another region's coordinator", 404),
        ("secretariat", 404),
        ("member", 404),
    ],
)
def test_who_may_lend(as_, report, who, status):
    response = as_(who).get(reverse("regions:report-colleagues", args=[report.pk]))

    assert response.status_code == status


def test_what_was_lent_is_lent_no_further(report, cast):
    hand(report, cast["manager"], cast["coordinator"])

    assert not can_hand_section(cast["manager"], report)


# -- The page --------------------------------------------------------------------------


def colleagues_page(client, report, **data):
    url = reverse("regions:report-colleagues", args=[report.pk])
    return client.post(url, data) if data else client.get(url)


def test_the_page_lends_and_takes_back(as_, report, cast):
    client, friend = as_("coordinator"), cast["manager"]

    lent = colleagues_page(client, report, section="plans", to=friend.pk, instead_of="")
    after_lending = report.sections.get(key="plans").handed_to
    back = {"section": "plans", "to": friend.pk, "instead_of": friend.pk, "take_back": "1"}
    taken = colleagues_page(client, report, **back)

    assert (lent.status_code, after_lending) == (302, friend)
    assert (taken.status_code, report.sections.get(key="plans").handed_to) == (302, None)


@pytest.mark.parametrize(
    ("data", "status"),
    [
        ({"section": "plans", "to": "999999", "instead_of": ""}, 422),
        ({"section": "plans", "to": "x\x00", "instead_of": ""}, 422),
        ({"section": "nonsense", "to": "nobody", "instead_of": ""}, 404),
        ({"section": "plans", "to": "", "instead_of": ""}, 422),
        ({"section": "plans", "to": "nobody", "instead_of": "9" * 40}, 302),
    ],
)
def test_bad_words_lend_nothing(as_, report, data, status):
    response = colleagues_page(as_("coordinator"), report, **data)

    assert response.status_code == status
    assert not report.sections.exclude(handed_to=None).exists()


def test_the_choice_is_the_people_of_the_place_without_oneself(as_, report, cast, north):
    page = colleagues_page(as_("coordinator"), report).content.decode()

    offered = set(re.findall(r'<option value="(\d+)"', page))
    assert offered == {str(cast[who].pk) for who in ("officer", "manager", "co-chair")}


def test_who_was_asked_oneself_stands_in_the_choice(as_, report, cast):
    hand(report, cast["officer"], cast["coordinator"])

    page = colleagues_page(as_("officer"), report).content.decode()

    assert re.findall(r'<option value="(\d+)" selected', page) == [str(cast["officer"].pk)]


# -- Provinces and the centre ----------------------------------------------------------


@pytest.fixture
def places(north, other_region, found):
    return {
        "province": make_reporting_province(north, "50", "เชียงใหม่"),
        "neighbour": make_reporting_province(other_region, "51", "ลำพูน"),
        "centre": make_centre(),
    }


def test_a_provinces_colleagues_are_its_own_people_and_its_regions_office(places, cast):
    own = make_post("provincial", province=places["province"], name="own")
    make_post("provincial", province=places["neighbour"], name="neighbour")
    report = make_report_of(places["province"].reporting_unit)

    people = colleagues_for(report, on=ON_TIME.date())

    assert {person.user for person in people} == {own, cast["coordinator"], cast["officer"]}


def test_the_centres_colleagues_are_its_officers(places, cast):
    report = make_report_of(places["centre"])

    people = colleagues_for(report, on=ON_TIME.date())

    assert [person.user for person in people] == [cast["secretariat"]]


def test_the_wrong_province_gets_nothing(places, cast):
    own = make_post("provincial", province=places["province"], name="own")
    neighbour = make_post("provincial", province=places["neighbour"], name="neighbour")
    report = make_report_of(places["province"].reporting_unit)

    with pytest.raises(RuleBroken):
        hand(report, neighbour, own)

    assert [
        can_edit_section(user, report.sections.select_related("report").first())
        for user in (own, neighbour)
    ] == [True, False]


def test_a_colleague_of_a_province_types_in_the_section_lent(places, cast, client):
    own = make_post("provincial", province=places["province"], name="own")
    report = make_report_of(places["province"].reporting_unit)
    hand(report, cast["officer"], own)
    RegionalPost.objects.filter(person__user=cast["officer"]).update(
        role="provincial", region=None, province=places["province"]
    )
    client.force_login(cast["officer"])

    assert save(client, report, "plans", progress="ก").status_code == 302


# -- What waits ------------------------------------------------------------------------


def test_what_was_lent_waits_for_the_colleague_until_it_is_sent(report, cast):
    hand(report, cast["manager"], cast["coordinator"])
    waits = [[row.key for row in sections_waiting_for(cast["manager"])]]

    submitted(report, cast["coordinator"], organizations_found=14)
    waits.append([row.key for row in sections_waiting_for(cast["manager"])])

    assert waits == [["plans"], []]


def test_the_form_costs_the_same_however_much_is_lent(as_, report, cast):
    client, costs = as_("coordinator"), []
    client.get(report.get_absolute_url())

    for key in (None, "plans", "areas", "highlights"):
        if key:
            hand(report, cast["manager"], cast["coordinator"], key=key)
        with CaptureQueriesContext(connection) as queries:
            client.get(report.get_absolute_url())
        costs.append(len(queries))

    assert costs == 4 * costs[:1]


@pytest.mark.parametrize(
    ("who", "lines"),
    [("manager", ["ช่วยกรอกส่วนที่ 5 แผนและงบประมาณ"]), ("co-chair", []), ("member", [])],
)
def test_the_home_of_a_colleague_says_what_to_fill_in(report, cast, who, lines):
    hand(report, cast["manager"], cast["coordinator"])

    waiting = lent.for_person(cast[who], on=ON_TIME.date())

    assert [line.title for line in waiting] == lines
    assert all(line.url == f"{report.get_absolute_url()}?part=plans#s5" for line in waiting)


def test_once_the_round_is_closed_nothing_lent_waits(report, cast, clock):
    hand(report, cast["manager"], cast["coordinator"])

    assert lent.for_person(cast["manager"], on=CLOSED.date()) == []
