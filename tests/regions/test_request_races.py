"""Numbers given at once, answers given at once: real threads, real transactions."""

import pytest

from regions import actions
from regions.models import RegionalReport, RequestAnswer, SupportRequest
from tests.factories.regions import make_indicator, make_report
from tests.factories.requests import ask, asked_and_sent, reply
from tests.regions.test_report_races import at_once

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def found(db):
    return make_indicator("organizations_found", is_required=False)


def test_two_reports_sent_at_once_give_no_number_twice(report, other_region, cast):
    other = make_report(other_region)
    senders = [(report, cast["coordinator"]), (other, cast["another region's coordinator"])]
    for one, by in senders:
        ask(one, by, "ก", "ข", "ค")

    def send(n):
        one, by = senders[n]
        one = RegionalReport.objects.get(pk=one.pk)
        return actions.submit_report(one, version=one.version, by=by).state

    assert at_once(2, send) == 2 * ["submitted"]
    numbers = SupportRequest.objects.order_by("number").values_list("number", flat=True)
    assert list(numbers) == [1, 2, 3, 4, 5, 6]


def test_of_answers_given_at_once_one_stands_and_the_others_are_told(report, cast):
    [asked] = asked_and_sent(report, cast["coordinator"], "ก")

    def answer(n):
        given = reply("refused", f"เหตุผล {n}")
        actions.answer_request(asked, given, seen=None, by=cast["secretariat"])
        return "told"

    assert sorted(at_once(4, answer)) == ["stale", "stale", "stale", "told"]
    assert RequestAnswer.objects.count() == 1


def test_of_two_who_close_it_at_once_one_does(report, cast):
    [asked] = asked_and_sent(report, cast["coordinator"], "ก")
    actions.answer_request(asked, reply("refused", "ไม่มี"), seen=None, by=cast["secretariat"])

    def close(n):
        return actions.close_request(asked, by=cast["coordinator"]).closed_at and "closed"

    assert sorted(at_once(2, close)) == ["already-closed", "closed"]


def test_an_answer_and_a_withdrawal_of_the_request_at_once_leave_one_order(report, cast):
    """The answer was first, or is refused because the report went back."""
    [asked] = asked_and_sent(report, cast["coordinator"], "ก")

    def act(n):
        if n:
            return actions.withdraw_report(report, by=cast["coordinator"]).state
        actions.answer_request(asked, reply("refused", "ไม่มี"), seen=None, by=cast["secretariat"])
        return "told"

    outcomes = set(at_once(2, act))

    assert outcomes in ({"told", "draft"}, {"taken-back", "draft"})
    assert RequestAnswer.objects.told().count() == ("told" in outcomes)
