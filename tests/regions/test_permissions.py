"""Who may do what to a report: everybody against every kind of unit, the wrong places too."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from portal.kernel.models import Person, User
from regions.models import Extension, RegionalPost, RegionalReport, ReportingUnit
from regions.permissions import (
    can_answer_extension,
    can_ask_extension,
    can_edit_report,
    can_edit_section,
    can_review_report,
    can_submit_report,
    can_withdraw_report,
)
from regions.queries import checkers_of, extensions_to_answer, waiting_for_review
from regions.standing import holder_of
from tests.factories.regions import (
    make_centre,
    make_former,
    make_member,
    make_post,
    make_region,
    make_report_of,
    make_reporting_province,
)

Kind = ReportingUnit.Kind
EDIT, SEND, REVIEW = "edit", "send", "review"


@pytest.fixture
def places(db):
    """Two regions, each with two provinces, and the centre."""
    make_centre()
    north, south = make_region(1), make_region(2)
    return {
        "north": north,
        "south": south,
        "chiang-mai": make_reporting_province(north, "50", "เชียงใหม่"),
        "lampang": make_reporting_province(north, "52", "ลำปาง"),
        "tak": make_reporting_province(south, "63", "ตาก"),
    }


@pytest.fixture
def people(places):
    north, south = places["north"], places["south"]
    return {
        "coordinator": make_post("coordinator", north),
        "officer": make_post("officer", north),
        "manager": make_post("manager", north),
        "co-chair": make_post("co_chair", north),
        "provincial": make_post("provincial", province=places["chiang-mai"]),
        "neighbour": make_post("provincial", province=places["lampang"]),
        "coordinator elsewhere": make_post("coordinator", south),
        "officer elsewhere": make_post("officer", south),
        "provincial elsewhere": make_post("provincial", province=places["tak"]),
        "former coordinator": make_former("coordinator", north),
        "secretariat": make_post("central_officer"),
        "auditor": make_post("auditor"),
        "member": make_member("member"),
        "stranger": AnonymousUser(),
    }


@pytest.fixture
def reports(places):
    return {
        "region": make_report_of(places["north"].reporting_unit),
        "province": make_report_of(places["chiang-mai"].reporting_unit),
        "centre": make_report_of(ReportingUnit.objects.get(kind=Kind.CENTRE)),
    }


# Who is not named may do nothing.
MAY = {
    "region": {
        "coordinator": {EDIT, SEND},
        "officer": {EDIT},
        "secretariat": {REVIEW},
    },
    "province": {
        "provincial": {EDIT, SEND},
        "coordinator": {EDIT, REVIEW},
        "officer": {EDIT, REVIEW},
    },
    "centre": {
        "secretariat": {EDIT, SEND},
        "co-chair": {REVIEW},
    },
}


def what_may(user, report):
    asked = Extension(report=report, asked_by_id=0, until=report.closes_on, asked_at=timezone.now())
    sends = {
        can_submit_report(user, report),
        can_withdraw_report(user, report),
        can_ask_extension(user, report),
    }
    reviews = {can_review_report(user, report), can_answer_extension(user, asked)}
    assert len(sends) == len(reviews) == 1
    may = {EDIT: can_edit_report(user, report), SEND: sends.pop(), REVIEW: reviews.pop()}
    return {act for act, allowed in may.items() if allowed}


@pytest.mark.parametrize("kind", MAY)
def test_everybody_may_what_the_table_says_and_nothing_else(people, reports, kind):
    found = {who: what_may(user, reports[kind]) for who, user in people.items()}

    assert {who: may for who, may in found.items() if may} == MAY[kind]


def test_a_region_without_a_coordinator_is_sent_by_its_officer(people, reports):
    RegionalPost.objects.filter(role="coordinator").delete()

    assert what_may(people["officer"], reports["region"]) == {EDIT, SEND}
    assert what_may(people["officer elsewhere"], reports["region"]) == set()


def test_a_province_without_anybody_is_sent_by_the_office_of_its_region(people, reports):
    RegionalPost.objects.filter(role="provincial").delete()

    assert what_may(people["officer"], reports["province"]) == {EDIT, SEND, REVIEW}
    assert what_may(people["coordinator"], reports["province"]) == {EDIT, SEND, REVIEW}
    assert what_may(people["officer elsewhere"], reports["province"]) == set()
    assert what_may(people["neighbour"], reports["province"]) == set()


@pytest.mark.parametrize("kind", ["region", "province", "centre"])
def test_nobody_checks_what_they_filled_in_or_sent(people, reports, kind):
    report = reports[kind]
    who = {"region": "secretariat", "province": "officer", "centre": "co-chair"}[kind]
    section = report.sections.first()
    section.saved_by = people[who]
    section.save()
    assert REVIEW not in what_may(people[who], RegionalReport.objects.get(pk=report.pk))

    section.saved_by = None
    section.save()
    report = RegionalReport.objects.get(pk=report.pk)
    assert REVIEW in what_may(people[who], report)
    report.submitted_by = people[who]
    assert REVIEW not in what_may(people[who], report)


def test_nobody_checks_a_place_they_speak_for(people, places, reports):
    """Also with a post that would let them."""
    both = make_post("officer", places["north"], name="both")
    RegionalPost.objects.create(
        person=both.person,
        role="provincial",
        province=places["chiang-mai"],
        starts_on=timezone.localdate() - timedelta(days=1),
    )
    central = make_post("central_officer", name="central")
    RegionalPost.objects.create(
        person=central.person,
        role="manager",
        region=places["north"],
        starts_on=timezone.localdate(),
    )

    assert what_may(both, reports["province"]) == {EDIT, SEND}
    assert REVIEW not in what_may(central, reports["region"])


def test_a_co_chair_of_the_secretariat_does_not_check_the_centre(people, places, reports):
    both = make_post("co_chair", places["south"], name="both")
    RegionalPost.objects.create(
        person=both.person, role="central_officer", starts_on=timezone.localdate()
    )

    assert what_may(both, reports["centre"]) == {EDIT, SEND}


def test_a_province_in_no_region_is_checked_by_the_centre(people):
    report = make_report_of(make_reporting_province(None, "97", "จังหวัดใหม่").reporting_unit)

    assert what_may(people["secretariat"], report) == {REVIEW}
    assert what_may(people["officer"], report) == set()


# -- Where an office has nobody who may check: the centre stands in --------------------------


def typed_by(user, report):
    report.sections.update(saved_by=user)
    return RegionalReport.objects.get(pk=report.pk)


def test_where_all_of_an_office_filled_in_the_centre_checks(people, reports):
    RegionalPost.objects.filter(role="coordinator").delete()
    report = typed_by(people["officer"], reports["province"])

    found = {who: what_may(user, report) for who, user in people.items()}
    assert {who: may for who, may in found.items() if REVIEW in may} == {"secretariat": {REVIEW}}
    assert checkers(report) == [people["secretariat"].person]
    assert holder_of(sent(report)) == "กองเลขาฯ ส่วนกลาง (แทนสำนักงานภาค)"


def test_as_long_as_one_of_the_office_may_the_centre_does_not(people, reports):
    report = typed_by(people["officer"], reports["province"])

    assert REVIEW in what_may(people["coordinator"], report)
    assert what_may(people["secretariat"], report) == set()
    assert checkers(report) == [people["coordinator"].person, people["officer"].person]
    assert holder_of(sent(report)) == "สำนักงานภาคเหนือตอนบน"


@pytest.mark.parametrize("why", ["no post", "ended", "no account", "switched off", "own province"])
def test_who_cannot_check_does_not_hold_the_centre_back(people, places, reports, why):
    RegionalPost.objects.filter(role="coordinator").delete()
    officer = people["officer"]
    posts = RegionalPost.objects.filter(person=officer.person)
    match why:
        case "no post":
            posts.delete()
        case "ended":
            posts.update(ends_on=timezone.localdate() - timedelta(days=1))
        case "no account":
            Person.objects.filter(user=officer).update(user=None)
        case "switched off":
            User.objects.filter(pk=officer.pk).update(is_active=False)
        case "own province":
            RegionalPost.objects.create(
                person=officer.person,
                role="provincial",
                province=places["chiang-mai"],
                starts_on=timezone.localdate(),
            )

    assert REVIEW in what_may(people["secretariat"], reports["province"])


def test_the_centre_stands_in_for_no_place_of_its_own(people, places, reports):
    RegionalPost.objects.filter(role__in=["coordinator", "officer"]).delete()
    by_role = {
        "manager": {"region": places["north"]},
        "provincial": {"province": places["chiang-mai"]},
    }
    for role, place in by_role.items():
        both = make_post("central_officer", name=role)
        RegionalPost.objects.create(
            person=both.person, role=role, starts_on=timezone.localdate(), **place
        )
        assert REVIEW not in what_may(both, reports["province"])
        assert not waiting_for_review(both).filter(pk=sent(reports["province"]).pk).exists()


def test_more_days_asked_for_by_the_only_officer_are_decided_by_the_centre(people, reports):
    RegionalPost.objects.filter(role__in=["coordinator", "provincial"]).delete()
    report = reports["province"]
    asked = Extension.objects.create(
        report=report, asked_by=people["officer"], until=report.closes_on, asked_at=timezone.now()
    )

    assert not can_answer_extension(people["officer"], asked)
    assert can_answer_extension(people["secretariat"], asked)
    assert list(extensions_to_answer(people["secretariat"])) == [asked]
    assert list(extensions_to_answer(people["officer"])) == []


@pytest.mark.parametrize("who_typed", ["officer", "coordinator", "provincial", None])
@pytest.mark.parametrize("has_coordinator", [True, False])
def test_the_queue_says_the_same_as_the_right(people, reports, who_typed, has_coordinator):
    if not has_coordinator:
        RegionalPost.objects.filter(role="coordinator").delete()
    report = sent(typed_by(people[who_typed] if who_typed else None, reports["province"]))
    people = {who: one for who, one in people.items() if who != "stranger"}

    queues = {who for who, one in people.items() if report in waiting_for_review(one)}
    assert queues == {who for who, one in people.items() if can_review_report(one, report)} != set()
    dressed = RegionalReport.objects.for_list(on=timezone.localdate()).get(pk=report.pk)
    assert dressed.office_may_check == report.office_may_check


def checkers(report):
    return checkers_of(report, on=timezone.localdate())


def sent(report):
    """By somebody of the province."""
    by = User.objects.get(email="provincial-50@portal.example")
    told = {"submitted_at": timezone.now(), "submitted_by": by, "receipt": "ร."}
    RegionalReport.objects.filter(pk=report.pk).update(state="submitted", **told)
    return RegionalReport.objects.get(pk=report.pk)


def test_nobody_decides_over_what_they_asked_for(people, reports):
    report = reports["region"]
    asked = Extension(report=report, asked_by=people["secretariat"], until=report.closes_on)

    assert not can_answer_extension(people["secretariat"], asked)


# -- Who may read ----------------------------------------------------------------------------

READS = {
    "region": {"coordinator", "officer", "manager", "co-chair"},
    "province": {"coordinator", "officer", "manager", "co-chair", "provincial"},
    "centre": {"secretariat"},
}
ONCE_SENT = {
    "region": {"secretariat", "auditor"},
    "province": {"secretariat", "auditor"},
    "centre": {"auditor", "co-chair"},
}


def readers(people, report):
    visible = RegionalReport.objects.visible_to
    return {who for who, user in people.items() if visible(user).filter(pk=report.pk).exists()}


@pytest.mark.parametrize("kind", READS)
def test_a_draft_is_read_where_it_is_written_then_by_who_checks_then_by_all(people, reports, kind):
    report = reports[kind]
    assert readers(people, report) == READS[kind]

    sent = {
        "state": "submitted",
        "submitted_at": timezone.now(),
        "submitted_by": people["coordinator"],
        "receipt": "ร.",
    }
    RegionalReport.objects.filter(pk=report.pk).update(**sent)
    assert readers(people, report) == READS[kind] | ONCE_SENT[kind]

    done = {"reviewed_at": timezone.now(), "reviewed_by": people["secretariat"]}
    RegionalReport.objects.filter(pk=report.pk).update(state="accepted", **done)
    assert readers(people, report) == set(people) - {"stranger"}


def test_a_section_handed_to_somebody_of_another_place_opens_nothing(people, reports):
    section = reports[Kind.PROVINCE].sections.first()
    for key in ("neighbour", "coordinator elsewhere"):
        section.handed_to = people[key]

        assert not can_edit_section(people[key], section)
