"""More days asked for, granted, refused and made needless at once: real threads."""

from datetime import date

import pytest

from portal.kernel.models import Activity, Outbox
from regions import actions
from regions.models import Extension, RegionalReport
from tests.factories.regions import accepted, fill_in, make_post
from tests.regions.test_report_races import at_once

pytestmark = pytest.mark.django_db(transaction=True)
UNTIL, OTHER_DAY = date(2026, 7, 20), date(2026, 7, 18)
WHY, ANSWER = "น้ำท่วมสามอำเภอ", "รับทราบ พื้นที่ประสบภัยจริง"


def ask(report, by):
    return actions.ask_extension(report, until=UNTIL, reason=WHY, by=by)


def grant(extension, by, until=UNTIL):
    return actions.grant_extension(extension, until=until, answer=ANSWER, by=by)


def send(report, by):
    return actions.submit_report(report, version=report.version, by=by).state


def letters():
    return Outbox.objects.filter(kind="kernel.send_letter").count()


def test_pressed_often_more_days_are_asked_for_once(report, cast):
    outcomes = at_once(4, lambda _n: type(ask(report, cast["coordinator"])).__name__)

    assert outcomes.count("Extension") == 1
    assert Extension.objects.count() == 1
    assert Activity.objects.filter(verb="extension.asked").count() == 1
    assert letters() == 1


def test_granted_and_refused_at_once_it_is_one_of_the_two(report, cast):
    other = make_post("central_officer", name="other-officer")
    extension = ask(report, cast["coordinator"])
    before = letters()

    def act(number):
        if number:
            actions.refuse_extension(extension, answer="ยังมีเวลา", by=other)
            return "refused"
        grant(extension, cast["secretariat"])
        return "granted"

    outcomes = set(at_once(2, act))

    extension.refresh_from_db()
    report.refresh_from_db()
    assert outcomes in ({"granted", "answered"}, {"refused", "answered"})
    assert ("granted" in outcomes) == extension.is_granted
    assert report.extended_until == (UNTIL if extension.is_granted else None)
    assert letters() == before + 1


def test_of_two_days_granted_at_once_the_report_keeps_the_one_that_was_told(report, cast):
    other = make_post("central_officer", name="other-officer")
    extension = ask(report, cast["coordinator"])
    hands = [(cast["secretariat"], UNTIL), (other, OTHER_DAY)]

    outcomes = at_once(2, lambda n: f"{grant(extension, *hands[n]).granted_until}")

    extension.refresh_from_db()
    report.refresh_from_db()
    assert outcomes.count("answered") == 1
    assert f"{extension.granted_until}" in outcomes
    assert report.extended_until == extension.granted_until


def test_a_report_sent_while_more_days_are_asked_for_was_asked_for_before_or_not_at_all(
    report, cast
):
    fill_in(report, cast["coordinator"], organizations_found=14)

    def act(number):
        if number:
            return actions.submit_report(
                report, version=report.version, by=cast["coordinator"]
            ).state
        ask(report, cast["coordinator"])
        return "asked"

    outcomes = set(at_once(2, act))

    report.refresh_from_db()
    assert report.state == RegionalReport.State.SUBMITTED
    assert outcomes in ({"submitted", "asked"}, {"submitted", "sent"})
    assert Extension.objects.exists() == ("asked" in outcomes)


def test_days_granted_while_the_report_is_sent_are_kept_whoever_was_first(report, cast):
    fill_in(report, cast["coordinator"], organizations_found=14)
    extension = ask(report, cast["coordinator"])

    def act(number):
        if number:
            return actions.submit_report(
                report, version=report.version, by=cast["coordinator"]
            ).state
        grant(extension, cast["secretariat"])
        return "granted"

    outcomes = set(at_once(2, act))

    report.refresh_from_db()
    assert outcomes == {"submitted", "granted"}
    assert report.extended_until == UNTIL


def test_withdrawn_while_it_is_granted_one_of_the_two_wins_and_the_other_hears_it(report, cast):
    extension = ask(report, cast["coordinator"])
    before = letters()

    def act(number):
        if number:
            because = "กดผิดเดือน"
            actions.withdraw_extension(extension, because=because, by=cast["coordinator"])
            return "taken back"
        grant(extension, cast["secretariat"])
        return "granted"

    outcomes = set(at_once(2, act))

    extension.refresh_from_db()
    report.refresh_from_db()
    assert outcomes in ({"granted", "answered"}, {"taken back", "withdrawn"})
    assert extension.standing == ("granted" if "granted" in outcomes else "withdrawn")
    assert report.extended_until == (UNTIL if "granted" in outcomes else None)
    assert letters() == before + ("granted" in outcomes)


def test_a_revision_withdrawn_while_it_is_opened_is_one_of_the_two(report, cast):
    closed = accepted(report, cast["coordinator"], cast["secretariat"], organizations_found=14)
    revision = actions.ask_revision(closed, reason=WHY, by=cast["coordinator"])

    def act(number):
        if number:
            actions.withdraw_revision(revision, because="กดผิดเดือน", by=cast["coordinator"])
            return "taken back"
        actions.reopen_report(revision, reasons={"plans": ANSWER}, by=cast["secretariat"])
        return "opened"

    outcomes = set(at_once(2, act))

    revision.refresh_from_db()
    closed.refresh_from_db()
    assert outcomes in ({"opened", "decided"}, {"taken back", "withdrawn"})
    is_open = "opened" in outcomes
    assert revision.standing == ("open" if is_open else "withdrawn")
    assert closed.state == RegionalReport.State("returned" if is_open else "accepted")
