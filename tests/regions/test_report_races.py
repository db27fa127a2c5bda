"""Two hands at once: real threads, real transactions."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from portal.kernel.errors import RuleBroken
from portal.kernel.models import Activity, Outbox
from regions import actions
from regions.models import RegionalReport, ReportSection, RolledFigure
from tests.factories.regions import (
    MONTH,
    accepted,
    fill_in,
    make_post,
    make_report,
    make_rule,
    submitted,
)

pytestmark = pytest.mark.django_db(transaction=True)
State = RegionalReport.State


def at_once(count, act):
    """What ``act(n)`` came to in each of ``count`` threads that start together."""
    gate = Barrier(count)

    def one(number):
        gate.wait()
        try:
            return act(number)
        except RuleBroken as refusal:
            return refusal.code
        finally:
            connection.close()

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(one, range(count)))


def test_of_saves_of_one_version_one_wins_and_the_others_are_told(report, cast):
    section = report.sections.get(key="highlights")

    def save(number):
        mine = ReportSection.objects.get(pk=section.pk)
        actions.save_section(
            mine, answers={"highlights": f"ฉบับ {number}"}, figures={}, version=0, by=cast["officer"]
        )
        return "saved"

    outcomes = at_once(5, save)

    section.refresh_from_db()
    assert sorted(outcomes) == ["saved"] + 4 * ["stale"]
    assert section.version == 1


def test_two_presses_send_one_report(report, cast):
    fill_in(report, cast["coordinator"], organizations_found=14)

    receipts = at_once(
        2,
        lambda _n: (
            actions.submit_report(report, version=report.version, by=cast["coordinator"]).receipt
        ),
    )

    assert receipts == 2 * ["ร.มิ.ย.69-01"]
    assert Activity.objects.filter(verb="report.submitted").count() == 1


def test_two_reviewers_accept_once(report, cast):
    sent = submitted(report, cast["coordinator"], organizations_found=14)

    outcomes = at_once(
        2,
        lambda _n: (
            actions.accept_report(report, version=sent.version, by=cast["secretariat"]).state
        ),
    )

    assert sorted(outcomes) == ["accepted", "stale"]
    assert Outbox.objects.filter(kind="regions.roll_up").count() == 1


def test_a_withdrawal_and_a_review_at_once_leave_one_of_the_two(report, cast):
    sent = submitted(report, cast["coordinator"], organizations_found=14)

    def act(number):
        if number:
            return actions.withdraw_report(report, by=cast["coordinator"]).state
        return actions.accept_report(report, version=sent.version, by=cast["secretariat"]).state

    outcomes = set(at_once(2, act))

    report.refresh_from_db()
    assert report.state in outcomes
    assert outcomes in ({"accepted", "wrong-state"}, {"draft", "stale"})


def test_two_roll_ups_at_once_give_the_figures_once(report, cast, other_region):
    accepted(report, cast["coordinator"], cast["secretariat"], organizations_found=14)
    accepted(
        make_report(other_region),
        cast["another region's coordinator"],
        cast["secretariat"],
        organizations_found=3,
    )

    changed = at_once(4, lambda _n: actions.roll_up_month(report.round))

    nation = RolledFigure.objects.filter(region=None, province=None, basis="regions")
    assert sorted(changed)[:3] == [0, 0, 0]
    assert max(changed) == RolledFigure.objects.count()
    assert {row.value for row in nation} == {17}


def test_a_round_opened_twice_at_once_expects_each_region_once(north, other_region, found):
    make_rule()
    at_once(3, lambda _n: actions.open_round(MONTH).pk)

    assert RegionalReport.objects.count() == 2
    assert ReportSection.objects.count() == 14


def test_two_reviewers_begin_and_one_has_it(report, cast):
    other = make_post("central_officer", name="other-officer")
    sent = submitted(report, cast["coordinator"], organizations_found=14)
    hands = [cast["secretariat"], other]

    outcomes = at_once(
        2, lambda n: actions.begin_review(report, version=sent.version, by=hands[n]).reviewer_id
    )

    report.refresh_from_db()
    assert set(outcomes) == {report.reviewer_id, "stale"}
    assert Activity.objects.filter(verb="report.review_began").count() == 1


def test_a_verdict_and_a_taking_over_at_once_leave_one_of_the_two(report, cast):
    other = make_post("central_officer", name="other-officer")
    sent = submitted(report, cast["coordinator"], organizations_found=14)
    mine = actions.begin_review(report, version=sent.version, by=cast["secretariat"])

    def act(number):
        if number:
            return actions.begin_review(report, version=mine.version, by=other).state
        accept = {"version": mine.version, "by": cast["secretariat"]}
        return actions.accept_report(report, **accept).state

    outcomes = set(at_once(2, act))

    report.refresh_from_db()
    assert outcomes in ({"accepted", "stale"}, {"in_review", "in-other-hands"})
    assert report.state in outcomes


def test_what_was_accepted_is_opened_again_once(report, cast):
    accepted(report, cast["coordinator"], cast["secretariat"], organizations_found=14)
    asked = actions.ask_revision(report, reason="นับซ้ำ", by=cast["coordinator"])

    def act(_number):
        reasons = {"certification": "นับใหม่"}
        return actions.reopen_report(asked, reasons=reasons, by=cast["secretariat"]).standing

    assert sorted(at_once(3, act)) == ["decided", "decided", "open"]
    report.refresh_from_db()
    assert report.state == State.RETURNED
    assert Outbox.objects.filter(kind="regions.roll_up").count() == 2


def test_of_an_opening_and_a_refusal_at_once_one_stands(report, cast):
    accepted(report, cast["coordinator"], cast["secretariat"], organizations_found=14)
    asked = actions.ask_revision(report, reason="นับซ้ำ", by=cast["coordinator"])

    def act(number):
        if number:
            return actions.refuse_revision(
                asked, because="นับถูกแล้ว", by=cast["secretariat"]
            ).standing
        reasons = {"certification": "นับใหม่"}
        return actions.reopen_report(asked, reasons=reasons, by=cast["secretariat"]).standing

    outcomes = set(at_once(2, act))

    report.refresh_from_db()
    asked.refresh_from_db()
    assert outcomes in ({"open", "decided"}, {"refused", "decided"})
    assert asked.standing in outcomes
    assert report.state == (State.RETURNED if asked.standing == "open" else State.ACCEPTED)
    assert (
        Outbox.objects.filter(kind="kernel.send_letter", dedupe__contains="revision:").count() == 2
    )


def reopened_and_mended(report, cast):
    accepted(report, cast["coordinator"], cast["secretariat"], organizations_found=14)
    asked = actions.ask_revision(report, reason="นับซ้ำ", by=cast["coordinator"])
    reasons = {"certification": "นับใหม่"}
    actions.reopen_report(asked, reasons=reasons, by=cast["secretariat"])
    report.refresh_from_db()
    return asked, submitted(report, cast["coordinator"], organizations_found=15)


def test_a_revision_is_closed_once_with_its_changes(report, cast):
    asked, mended = reopened_and_mended(report, cast)

    def accept(_number):
        return actions.accept_report(mended, version=mended.version, by=cast["secretariat"]).state

    assert sorted(at_once(3, accept)) == ["accepted", "stale", "stale"]
    asked.refresh_from_db()
    assert (asked.standing, len(asked.changes)) == ("closed", 1)
    assert Activity.objects.filter(verb="revision.closed").count() == 1


def test_a_correction_taken_back_while_it_is_accepted_is_one_of_the_two(report, cast):
    asked, mended = reopened_and_mended(report, cast)

    def act(number):
        if number:
            return actions.withdraw_report(mended, by=cast["coordinator"]).state
        return actions.accept_report(mended, version=mended.version, by=cast["secretariat"]).state

    outcomes = set(at_once(2, act))

    report.refresh_from_db()
    asked.refresh_from_db()
    assert outcomes in ({"accepted", "wrong-state"}, {"returned", "stale"})
    assert report.state in outcomes
    assert asked.standing == ("closed" if report.state == State.ACCEPTED else "open")


def test_a_question_and_the_closing_of_the_one_before_it_do_not_cross(report, cast):
    _asked, mended = reopened_and_mended(report, cast)

    def act(number):
        if number:
            return actions.ask_revision(mended, reason="อีกครั้ง", by=cast["coordinator"]).standing
        return actions.accept_report(mended, version=mended.version, by=cast["secretariat"]).state

    outcomes = set(at_once(2, act))

    assert outcomes in ({"accepted", "asked"}, {"accepted", "not-accepted"})
    assert report.revisions.filter(closed_at=None).count() == ("asked" in outcomes)


def test_of_two_questions_at_once_one_is_asked(report, cast):
    accepted(report, cast["coordinator"], cast["secretariat"], organizations_found=14)
    people = [cast["coordinator"], cast["officer"]]

    outcomes = at_once(
        2, lambda n: actions.ask_revision(report, reason="นับซ้ำ", by=people[n]).standing
    )

    assert sorted(outcomes) == ["asked", "one-open-revision-per-report"]


def test_one_letter_a_day_leaves_also_from_two_screens(report, cast):
    to = [cast["coordinator"].person.pk]
    outcomes = at_once(
        2, lambda _n: actions.remind_filers(report, to=to, by=cast["secretariat"]).way
    )

    assert sorted(outcomes) == ["letter", "reminded-today"]
    assert Outbox.objects.filter(kind="kernel.send_letter").count() == 1
