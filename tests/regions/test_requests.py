"""What regions ask of the centre: numbered once, answered in time, closed or asked again (B5)."""

from datetime import date, datetime, timedelta

import pytest
from django.urls import reverse

from portal.kernel.errors import RuleBroken
from portal.kernel.models import Activity, Outbox
from regions import actions
from regions.actions.asking import Asked
from regions.cycle import answer_due, know_next_meeting, one_cycle_after
from regions.models import RegionalReport, RequestAnswer, SupportRequest
from regions.permissions import can_answer_request, can_settle_request
from regions.queries.requests import (
    answers_on_time,
    answers_on_time_by,
    counted,
    promised_to,
    requests_of,
    unanswered,
)
from tests.factories.regions import BANGKOK, ON_TIME, make_indicator, make_post, make_report
from tests.factories.requests import answered, ask, asked_and_sent, reply, send

Standing, Timing = SupportRequest.Standing, SupportRequest.Timing
Decision, State = RequestAnswer.Decision, RegionalReport.State
TODAY = ON_TIME.date()
DONE_BY = date(2026, 7, 31)
YES = reply(done_by=DONE_BY)
NO = reply(Decision.REFUSED, "งบปีนี้หมดแล้ว")
BY_MEMBERS = ("coordinator", "officer")


@pytest.fixture
def found(db):
    """Nothing must be counted before a report is sent."""
    return make_indicator("organizations_found", is_required=False)


@pytest.fixture
def asked(report, cast):
    """One request of the north, sent today; due on 5 August, for no meeting is known."""
    return asked_and_sent(report, cast["coordinator"], "วิทยากร 3 คน")[0]


def fresh(request):
    return SupportRequest.objects.for_list().with_standing(on=TODAY).get(pk=request.pk)


def at(day, hour=9):
    return datetime(day.year, day.month, day.day, hour, tzinfo=BANGKOK)


def code_of(refusal):
    error = refusal.value
    if hasattr(error, "error_dict"):
        return {name: each[0].code for name, each in error.error_dict.items()}
    return error.code


def verbs():
    found = Activity.objects.filter(verb__startswith="request.").order_by("pk")
    return list(found.values_list("verb", flat=True))


# -- Typing and sending ------------------------------------------------------------------


def test_a_request_of_a_draft_has_no_number_and_is_nobodys_to_see(report, cast):
    ask(report, cast["officer"], "วิทยากร", "งบจัดเวที")

    assert [(one.position, one.text, one.number) for one in report.requests.all()] == [
        (1, "วิทยากร", None),
        (2, "งบจัดเวที", None),
    ]
    assert not SupportRequest.objects.visible_to(cast["coordinator"]).exists()


def test_sending_numbers_each_and_says_by_when_it_is_answered(report, cast):
    first, second = asked_and_sent(report, cast["coordinator"], "ก", "ข")

    assert [(str(one), one.sent_at, one.due_on, one.owner) for one in (first, second)] == [
        ("1/2569", ON_TIME, date(2026, 8, 5), None),
        ("2/2569", ON_TIME, date(2026, 8, 5), None),
    ]
    assert verbs() == ["request.sent", "request.sent"]


def test_an_unfinished_request_is_refused_when_sent_and_stays(report, cast):
    ask(report, cast["officer"], "")

    with pytest.raises(RuleBroken) as refusal:
        send(report, cast["coordinator"])

    assert (code_of(refusal), report.requests.count()) == ("unfinished-request", 1)


def test_numbers_run_through_the_regions_and_begin_anew_each_year(
    report, other_region, cast, clock
):
    asked_and_sent(report, cast["coordinator"], "ก")
    other = make_report(other_region)
    [second] = asked_and_sent(other, cast["another region's coordinator"], "ข")
    clock.move_to(at(date(2027, 1, 3)))
    december = make_report(other_region, month=date(2026, 12, 1))
    [third] = asked_and_sent(december, cast["another region's coordinator"], "ค")

    assert [str(second), str(third)] == ["2/2569", "1/2570"]


def test_sent_again_they_keep_their_numbers_and_new_ones_get_their_own(report, cast):
    [first] = asked_and_sent(report, cast["coordinator"], "ก")
    actions.withdraw_report(report, by=cast["coordinator"])
    hidden = [SupportRequest.objects.visible_to(cast[who]).count() for who in ("officer", "member")]
    ask(report, cast["officer"], "ข")
    send(report, cast["coordinator"])

    assert hidden == [1, 0]
    assert [str(one) for one in report.requests.all()] == ["1/2569", "2/2569"]
    assert fresh(first).sent_at == ON_TIME


def test_one_taken_away_is_marked_and_may_come_back(report, cast):
    [first] = asked_and_sent(report, cast["coordinator"], "ก")
    actions.withdraw_report(report, by=cast["coordinator"])
    told = []
    for gone in (True, True, False):
        actions.keep_requests(report, {1: Asked("budget", "ก", None, gone)}, by=cast["officer"])
        first.refresh_from_db()
        told.append(bool(first.withdrawn_at))

    assert told == [True, True, False]
    assert verbs() == ["request.sent", "request.withdrawn", "request.restored"]


def test_an_empty_row_goes_and_a_number_never_loses_its_words(report, cast):
    ask(report, cast["officer"], "ก", "ข")
    actions.keep_requests(report, {2: Asked()}, by=cast["officer"])
    send(report, cast["coordinator"])
    actions.withdraw_report(report, by=cast["coordinator"])
    actions.keep_requests(report, {1: Asked()}, by=cast["officer"])

    assert list(report.requests.values_list("text", flat=True)) == ["ก"]


def test_what_was_answered_stays_as_it_was_asked(report, cast, asked):
    answered(asked, cast["secretariat"], YES)
    actions.withdraw_report(report, by=cast["coordinator"])
    actions.keep_requests(report, {1: Asked("plan", "อย่างอื่น")}, by=cast["officer"])

    asked.refresh_from_db()
    assert asked.text == "วิทยากร 3 คน"


def test_the_due_day_is_the_next_meeting_as_it_is_known(report, monkeypatch):
    days = iter([date(2026, 7, 24), None])
    monkeypatch.setattr("regions.cycle._ASKED", [])
    know_next_meeting(ask_once := (lambda *, after: next(days)))
    know_next_meeting(ask_once)

    assert [answer_due(report, on=TODAY), answer_due(report, on=TODAY)] == [
        date(2026, 7, 24),
        date(2026, 8, 5),
    ]


def test_one_cycle_is_the_next_months_day_or_a_later_ones(report):
    june = report.round.month
    assert one_cycle_after(june, on=date(2026, 8, 5)) == date(2026, 9, 5)
    assert one_cycle_after(date(2000, 1, 1), on=TODAY) == TODAY + timedelta(days=30)


# -- Answering ---------------------------------------------------------------------------


def test_an_answer_is_told_at_once_and_writes_to_the_coordinator(asked, cast):
    answer = answered(asked, cast["secretariat"], YES)

    letter = Outbox.objects.get(dedupe__startswith="request:").payload
    assert (answer.told_at, answer.decision, answer.done_by) == (ON_TIME, "agreed", DONE_BY)
    assert (letter["to"], "1/2569" in letter["subject"]) == (cast["coordinator"].email, True)
    assert "จัดให้ในเดือนหน้า" in letter["body"]
    assert "31 กรกฎาคม 2569" in letter["body"]
    assert fresh(asked).standing == Standing.PROMISED


def test_a_refusal_promises_no_day_and_says_why(asked, cast):
    answer = answered(asked, cast["secretariat"], NO._replace(done_by=DONE_BY))

    assert (answer.done_by, fresh(asked).standing) == (None, Standing.REFUSED)


@pytest.mark.parametrize(
    ("given", "codes"),
    [
        (reply("", "", None), {"decision": "unfinished", "text": "unfinished"}),
        (reply(Decision.REFUSED, ""), {"text": "unfinished"}),
        (reply(Decision.PARTLY), {"done_by": "unfinished"}),
    ],
)
def test_an_unfinished_answer_is_refused_beside_its_field(asked, cast, given, codes):
    with pytest.raises(RuleBroken) as refusal:
        answered(asked, cast["secretariat"], given)

    assert code_of(refusal) == codes


def test_who_answers_second_is_told(asked, cast):
    answered(asked, cast["secretariat"], YES)

    with pytest.raises(RuleBroken) as refusal:
        answered(asked, cast["secretariat"], NO)

    assert (code_of(refusal), asked.answers.count()) == ("stale", 1)


def test_what_is_closed_withdrawn_or_taken_back_is_answered_no_more(asked, report, cast):
    codes = []
    for change in ({"closed_at": ON_TIME}, {"closed_at": None, "withdrawn_at": ON_TIME}):
        SupportRequest.objects.filter(pk=asked.pk).update(**change)
        with pytest.raises(RuleBroken) as refusal:
            answered(asked, cast["secretariat"], YES)
        codes.append(code_of(refusal))
    actions.withdraw_report(report, by=cast["coordinator"])
    with pytest.raises(RuleBroken) as refusal:
        answered(asked, cast["secretariat"], YES)

    assert [*codes, code_of(refusal)] == ["already-closed", "withdrawn", "taken-back"]


def test_the_owner_is_a_central_officer_and_hears_of_it(asked, cast):
    officer = make_post("central_officer", name="second")
    letters = Outbox.objects.filter(dedupe__contains=":owned:")
    actions.name_owner(asked, officer.person, instead_of=None, by=cast["secretariat"])
    actions.name_owner(asked, officer.person, instead_of=None, by=cast["secretariat"])

    assert (fresh(asked).owner, letters.count()) == (officer.person, 1)
    with pytest.raises(RuleBroken) as stale:
        actions.name_owner(asked, None, instead_of=None, by=cast["secretariat"])
    person = cast["member"].person
    with pytest.raises(RuleBroken) as stranger:
        actions.name_owner(asked, person, instead_of=officer.person.pk, by=cast["secretariat"])
    actions.name_owner(asked, None, instead_of=officer.person.pk, by=cast["secretariat"])
    assert (code_of(stale), code_of(stranger)) == ("stale", {"owner": "not-central"})
    assert fresh(asked).owner is None


# -- Closing, and asking again -------------------------------------------------------------


def test_received_closes_it_once_answered(asked, cast):
    with pytest.raises(RuleBroken) as early:
        actions.close_request(asked, by=cast["coordinator"])
    answered(asked, cast["secretariat"], YES)
    actions.close_request(asked, by=cast["officer"])
    with pytest.raises(RuleBroken) as again:
        actions.close_request(asked, by=cast["coordinator"])

    assert (code_of(early), code_of(again)) == ("unanswered", "already-closed")
    assert (fresh(asked).standing, fresh(asked).closed_by) == (Standing.CLOSED, cast["officer"])


def test_not_received_asks_again_with_a_word_by_the_next_meeting(asked, cast, clock):
    answered(asked, cast["secretariat"], YES)
    actions.close_request(asked, by=cast["officer"])
    clock.move_to(at(date(2026, 8, 10)))
    with pytest.raises(RuleBroken) as wordless:
        actions.reopen_request(asked, because=" ", by=cast["coordinator"])
    actions.reopen_request(asked, because="มาแค่ 1 คน", by=cast["coordinator"])
    with pytest.raises(RuleBroken) as twice:
        actions.reopen_request(asked, because="มาแค่ 1 คน", by=cast["coordinator"])

    again = fresh(asked)
    letter = Outbox.objects.get(dedupe__contains=":reopened:").payload
    assert (code_of(wordless), code_of(twice)) == ({"because": "no-reason"}, "unanswered")
    assert (again.closed_at, again.due_on, again.due_again_on) == (
        None,
        date(2026, 8, 5),
        date(2026, 9, 5),
    )
    assert (again.standing, letter["to"]) == (Standing.WAITING, cast["secretariat"].email)
    assert "มาแค่ 1 คน" in letter["body"]
    clock.move_to(at(date(2026, 8, 11)))
    answered(again, cast["secretariat"], NO, seen=again.told[0].pk)
    assert (fresh(asked).standing, len(fresh(asked).told)) == (Standing.REFUSED, 2)


def test_an_owner_alone_hears_that_it_has_not_come(asked, cast):
    owner = make_post("central_officer", name="owner").person
    actions.name_owner(asked, owner, instead_of=None, by=cast["secretariat"])
    answered(asked, cast["secretariat"], YES)
    actions.reopen_request(asked, because="ยังไม่มา", by=cast["coordinator"])

    letters = Outbox.objects.filter(dedupe__contains=":reopened:")
    assert [letter.payload["to"] for letter in letters] == [owner.email]


# -- One answer of the row and of the table ------------------------------------------------


def test_the_row_and_the_table_agree_where_it_stands(report, cast):
    rows = asked_and_sent(report, cast["coordinator"], *"กขคงจฉ")
    secretariat, coordinator = cast["secretariat"], cast["coordinator"]
    answered(rows[1], secretariat, YES)
    answered(rows[2], secretariat, NO)
    answered(rows[3], secretariat, YES)
    actions.close_request(rows[3], by=coordinator)
    SupportRequest.objects.filter(pk=rows[4].pk).update(withdrawn_at=ON_TIME)
    answered(rows[5], secretariat, YES)
    actions.reopen_request(rows[5], because="ยัง", by=coordinator)

    for day in (TODAY, date(2026, 8, 5), date(2026, 8, 6)):
        found = SupportRequest.objects.with_standing(on=day).for_list().order_by("position")
        assert [one.standing for one in found] == [one.standing_on(day) for one in found]
    assert [str(one.standing) for one in found] == [
        "late", "promised", "refused", "closed", "withdrawn", "late",
    ]  # fmt: skip
    assert counted(SupportRequest.objects.sent(), on=date(2026, 8, 6)) == {
        "late": 2, "waiting": 0, "promised": 1, "refused": 1, "closed": 1, "withdrawn": 1,
    }  # fmt: skip


def test_answers_on_time_of_answers_due_add_up_to_their_lists(
    report, cast, clock, as_, django_assert_num_queries
):
    rows = asked_and_sent(report, cast["coordinator"], *"กขคงจ")
    answered(rows[0], cast["secretariat"], YES)
    SupportRequest.objects.filter(pk=rows[4].pk).update(withdrawn_at=ON_TIME)
    SupportRequest.objects.filter(pk=rows[3].pk).update(due_on=date(2026, 9, 30))
    clock.move_to(at(date(2026, 8, 6)))
    answered(rows[1], cast["secretariat"], NO)
    today = date(2026, 8, 6)

    with django_assert_num_queries(1):
        rate = answers_on_time(SupportRequest.objects.sent(), on=today)
    assert (rate.n, rate.of, rate.excluded, rate.percent) == (1, 3, 2, 33)
    by_region = answers_on_time_by(SupportRequest.objects.sent(), "report__region", on=today)
    assert by_region == {(report.region_id,): rate}
    client = as_("member")
    lists = {
        name: client.get(f"{reverse('regions:request-list')}?timing={name}").context["page"]
        for name in ("on_time", "due", "left_out")
    }
    assert {name: len(page.object_list) for name, page in lists.items()} == {
        "on_time": 1,
        "due": 3,
        "left_out": 2,
    }


@pytest.mark.parametrize("rows", [1, 3])
def test_what_pages_read_costs_two_statements(report, cast, rows, django_assert_num_queries):
    asked = asked_and_sent(report, cast["coordinator"], *"กขค"[:rows])
    secretariat, north = cast["secretariat"], report.region
    for one in asked:
        answered(one, secretariat, reply(done_by=TODAY))
        actions.reopen_request(one, because="ยัง", by=cast["coordinator"])
    list(SupportRequest.objects.visible_to(secretariat))

    with django_assert_num_queries(1):
        assert len(unanswered(secretariat, on=TODAY)) == rows
    with django_assert_num_queries(2):
        assert len(requests_of(north, on=TODAY)) == rows
    assert promised_to(north, on=TODAY) == []


def test_what_was_promised_by_a_day_that_has_come(asked, cast):
    answered(asked, cast["secretariat"], YES)

    assert promised_to(asked.region, on=date(2026, 7, 30)) == []
    assert promised_to(asked.region, on=DONE_BY) == [asked]


# -- Who may ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("who", "answers", "settles"),
    [
        ("coordinator", False, True),
        ("officer", False, True),
        ("manager", False, False),
        ("co-chair", False, False),
        ("former coordinator", False, False),
        ("another region's coordinator", False, False),
        ("secretariat", True, False),
        ("auditor", False, False),
        ("member", False, False),
    ],
)
def test_who_answers_and_who_says_it_has_come(asked, cast, as_, who, answers, settles):
    user = cast[who]
    assert (can_answer_request(user, asked), can_settle_request(user, asked)) == (answers, settles)

    client, pk = as_(who), [asked.pk]
    page = client.get(asked.get_absolute_url())
    assert page.status_code == 200
    posts = {
        name: client.post(reverse(f"regions:{name}", args=pk), {}).status_code
        for name in ("request-answer", "request-owner", "request-closure", "request-reopening")
    }
    assert posts == {
        "request-answer": 422 if answers else 403,
        "request-owner": 302 if answers else 403,
        "request-closure": 302 if settles else 403,
        "request-reopening": 422 if settles else 403,
    }


def test_nobody_answers_what_their_own_region_asked(asked, cast, north):
    both = make_post("central_officer", name="both")
    both.person.posts.create(role="manager", region=north, starts_on=date(2026, 1, 1))

    assert not can_answer_request(both, asked)


def test_strangers_and_taken_back_requests(asked, report, cast, client, as_):
    assert client.get(asked.get_absolute_url()).status_code == 302
    actions.withdraw_report(report, by=cast["coordinator"])
    statuses = {
        who: as_(who).get(asked.get_absolute_url()).status_code
        for who in ("officer", "secretariat", "another region's coordinator", "member")
    }
    assert statuses == {
        "officer": 200,
        "secretariat": 404,
        "another region's coordinator": 404,
        "member": 404,
    }
    assert not as_("officer").get(reverse("regions:request-list")).context["page"].object_list
