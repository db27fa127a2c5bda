import re
from datetime import date, timedelta
from functools import partial

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.kernel.errors import RuleBroken
from portal.kernel.models import Activity, Outbox, Person
from regions import actions
from regions.actions.gate import become
from regions.clocks import clock_of
from regions.models import RegionalPost, RegionalReport, ReportFigure, ReportSection
from tests.factories.regions import (
    CLOSED,
    LATE,
    ON_TIME,
    accepted,
    fill_in,
    make_indicator,
    make_post,
    make_region,
    make_report,
    make_round,
    make_rule,
    returned,
    submitted,
)

State = RegionalReport.State


def activities():
    return list(
        Activity.objects.exclude(verb="round.opened").order_by("pk").values_list("verb", flat=True)
    )


# -- Opening --------------------------------------------------------------------


def test_a_round_expects_one_report_of_each_region_with_seven_sections(north, other_region):
    june = make_round(date(2026, 6, 1))

    assert (june.opens_on, june.on_time_until, june.closes_on) == (
        date(2026, 6, 25),
        date(2026, 7, 5),
        date(2026, 7, 15),
    )
    assert [report.unit.region for report in june.reports.order_by("unit__region__number")] == [
        north,
        other_region,
    ]
    assert [
        list(report.sections.values_list("key", flat=True)) for report in june.reports.all()
    ] == 2 * [["resolutions", "certification", "areas", "issues", "plans", "highlights", "support"]]


def test_the_expected_set_is_frozen_when_the_round_opens(north):
    june = make_round()
    make_region(2)
    assert make_round() == june
    assert june.reports.count() == 1


def test_a_region_that_owes_nothing_yet_is_not_expected(north, other_region):
    other_region.reporting_unit.starts_on = date(2026, 7, 1)
    other_region.reporting_unit.save(update_fields=["starts_on"])

    assert [report.unit.region for report in make_round().reports.all()] == [north]


def test_a_month_without_a_rule_does_not_open(north):
    with pytest.raises(RuleBroken) as refusal:
        actions.open_round(date(2026, 6, 1))

    assert refusal.value.code == "no-rule"


def test_opening_says_so_once(north):
    make_rule()
    actions.open_round(date(2026, 6, 1))
    actions.open_round(date(2026, 6, 1))

    assert [(one.verb, one.detail) for one in Activity.objects.all()] == [
        ("round.opened", {"expected": 1})
    ]


# -- Filling in -----------------------------------------------------------------


def save(report, key="highlights", *, by, version=0, text="ข้อความ", figures=None):
    section = report.sections.get(key=key)
    return actions.save_section(
        section, answers={"highlights": text}, figures=figures or {}, version=version, by=by
    )


def test_a_saved_section_says_who_and_when_and_moves_on_one_version(report, cast):
    section = save(report, by=cast["officer"])

    assert (section.answers, section.version, section.saved_at, section.saved_by) == (
        {"highlights": "ข้อความ"},
        1,
        ON_TIME,
        cast["officer"],
    )


def test_zero_not_applicable_and_not_yet_reported_are_three_things(report, cast, found):
    certified = make_indicator("organizations_certified")
    followed = make_indicator("organizations_followed_up")

    save(
        report,
        "certification",
        by=cast["coordinator"],
        figures={
            found.pk: actions.Answer(0),
            certified.pk: actions.Answer(None, is_applicable=False),
            followed.pk: actions.Answer(None),
        },
    )

    assert list(
        ReportFigure.objects.order_by("indicator").values_list("value", "is_applicable")
    ) == [(0, True), (None, False), (None, True)]
    assert [figure.is_answered for figure in ReportFigure.objects.order_by("indicator")] == [
        True,
        True,
        False,
    ]


def test_a_stale_save_changes_nothing(report, cast, found):
    save(report, "certification", by=cast["officer"], figures={found.pk: actions.Answer(3)})

    with pytest.raises(RuleBroken) as refusal:
        save(
            report,
            "certification",
            by=cast["coordinator"],
            text="อีกข้อความ",
            figures={found.pk: actions.Answer(9)},
        )

    section = report.sections.get(key="certification")
    assert refusal.value.code == "stale"
    assert (section.answers, section.saved_by) == ({"highlights": "ข้อความ"}, cast["officer"])
    assert ReportFigure.objects.get().value == 3


def test_the_same_words_twice_are_saved_once(report, cast, found):
    figures = {found.pk: actions.Answer(3, note="นับใหม่")}
    save(report, "certification", by=cast["officer"], figures=figures)
    section = save(report, "certification", by=cast["officer"], figures=figures)

    assert section.version == 1


def test_one_of_thirty_saves_of_one_version_wins(report, cast):
    outcomes = []
    for number in range(30):
        try:
            save(report, by=cast["officer"], text=f"ฉบับที่ {number}")
            outcomes.append("saved")
        except RuleBroken as refusal:
            outcomes.append(refusal.code)

    assert outcomes == ["saved"] + 29 * ["stale"]


@pytest.mark.parametrize(
    ("moment", "code"),
    [
        (ON_TIME, None),
        (LATE, None),
        (CLOSED, "round-closed"),
        (ON_TIME - timedelta(days=20), "round-closed"),
    ],
)
def test_a_draft_is_filled_in_from_the_opening_to_the_closing(report, cast, clock, moment, code):
    clock.move_to(moment)
    if code is None:
        assert save(report, by=cast["coordinator"]).version == 1
        return

    with pytest.raises(RuleBroken) as refusal:
        save(report, by=cast["coordinator"])

    assert refusal.value.code == code


def test_a_sent_report_takes_no_more_words(report, cast):
    submitted(report, cast["coordinator"], organizations_found=3)

    with pytest.raises(RuleBroken) as refusal:
        save(report, by=cast["coordinator"])

    assert refusal.value.code == "not-editable"


def test_a_section_that_passed_is_locked_while_the_returned_one_is_open(report, cast):
    returned(
        report,
        cast["coordinator"],
        cast["secretariat"],
        {"highlights": "สั้นไป"},
        organizations_found=3,
    )

    assert save(report, by=cast["coordinator"]).version == 1
    with pytest.raises(RuleBroken) as refusal:
        save(report, "plans", by=cast["coordinator"])
    assert refusal.value.code == "section-passed"


def test_what_was_sent_back_may_be_mended_after_the_round_closed(report, cast, clock):
    returned(
        report,
        cast["coordinator"],
        cast["secretariat"],
        {"highlights": "สั้นไป"},
        organizations_found=3,
    )
    clock.move_to(CLOSED)

    assert save(report, by=cast["coordinator"]).version == 1


# -- Sending --------------------------------------------------------------------


def test_sending_gives_the_number_of_month_and_region(report, cast):
    sent = submitted(report, cast["coordinator"], organizations_found=14)

    assert (sent.state, sent.receipt, sent.submitted_at, sent.submitted_by) == (
        State.SUBMITTED,
        "ร.มิ.ย.69-01",
        ON_TIME,
        cast["coordinator"],
    )
    assert activities() == ["report.submitted"]


def test_sending_twice_is_sending_once(report, cast, clock):
    fill_in(report, cast["coordinator"], organizations_found=14)
    first = actions.submit_report(report, version=report.version, by=cast["coordinator"])
    clock.move_to(LATE)
    second = actions.submit_report(report, version=report.version, by=cast["coordinator"])

    assert (second.receipt, second.submitted_at) == (first.receipt, ON_TIME)
    assert activities() == ["report.submitted"]


def test_a_report_waits_for_the_numbers_that_must_be_answered(report, cast):
    with pytest.raises(RuleBroken) as refusal:
        actions.submit_report(report, version=report.version, by=cast["coordinator"])

    report.refresh_from_db()
    assert (refusal.value.code, report.state, report.receipt) == ("unanswered", State.DRAFT, None)


@pytest.mark.parametrize("value", [0, 14, None])
def test_zero_a_number_and_not_applicable_are_answers(report, cast, value):
    assert (
        submitted(report, cast["coordinator"], organizations_found=value).state == State.SUBMITTED
    )


def test_what_a_colleague_changed_meanwhile_is_looked_through_first(report, cast):
    fill_in(report, cast["coordinator"], organizations_found=14)
    seen = report.version
    fill_in(report, cast["officer"], organizations_found=15)

    with pytest.raises(RuleBroken) as refusal:
        actions.submit_report(report, version=seen, by=cast["coordinator"])

    assert refusal.value.code == "stale"


@pytest.mark.parametrize(("moment", "days"), [(ON_TIME, 0), (LATE, 3)])
def test_late_is_accepted_and_marked(report, cast, clock, moment, days):
    clock.move_to(moment)
    sent = submitted(report, cast["coordinator"], organizations_found=1)
    clock.move_to(CLOSED)

    assert (sent.is_late(on=CLOSED.date()), sent.days_late(on=CLOSED.date())) == (days > 0, days)


def test_a_closed_round_takes_no_report(report, cast, clock):
    fill_in(report, cast["coordinator"], organizations_found=14)
    clock.move_to(CLOSED)

    with pytest.raises(RuleBroken) as refusal:
        actions.submit_report(report, version=report.version, by=cast["coordinator"])

    assert refusal.value.code == "round-closed"


def test_withdrawing_undoes_a_first_sending(report, cast, clock):
    submitted(report, cast["coordinator"], organizations_found=14)
    back = actions.withdraw_report(report, by=cast["coordinator"])

    assert (back.state, back.receipt, back.submitted_at, back.submitted_by) == (
        State.DRAFT,
        None,
        None,
        None,
    )
    clock.move_to(LATE)
    assert actions.submit_report(back, version=back.version, by=cast["coordinator"]).is_late(
        on=LATE.date()
    )
    assert activities() == ["report.submitted", "report.withdrawn", "report.submitted"]


def on_page(report):
    return RegionalReport.objects.for_page(on=ON_TIME.date()).get(pk=report.pk)


def test_an_accepted_correction_is_not_taken_back(report, cast):
    """Or whoever sends would open again what the reviewer closed."""
    reasons = {"highlights": "สั้น"}
    filer, checker = cast["coordinator"], cast["secretariat"]
    back = returned(report, filer, checker, reasons, organizations_found=3)
    again = actions.submit_report(back, version=back.version, by=cast["coordinator"])
    actions.accept_report(again, version=again.version, by=cast["secretariat"])

    with pytest.raises(RuleBroken) as refusal:
        actions.withdraw_report(report, by=cast["coordinator"])

    report.refresh_from_db()
    assert (refusal.value.code, report.state) == ("wrong-state", State.ACCEPTED)


def test_a_correction_taken_back_is_what_was_sent_back(report, cast, clock):
    """With its first day, its number, its reasons and the author's clock; also once the round has
    closed, because it may be sent again all the same."""
    back = returned(
        report,
        cast["coordinator"],
        cast["secretariat"],
        {"highlights": "สั้นไป"},
        organizations_found=3,
    )
    clock.move_to(LATE)
    again = actions.submit_report(back, version=back.version, by=cast["coordinator"])
    assert (again.submitted_at, again.resubmitted_at, again.receipt) == (
        ON_TIME,
        LATE,
        "ร.มิ.ย.69-01",
    )

    clock.move_to(CLOSED)
    withdrawn = actions.withdraw_report(again, by=cast["coordinator"])

    assert (withdrawn.state, withdrawn.receipt) == (State.RETURNED, "ร.มิ.ย.69-01")
    assert (withdrawn.submitted_at, withdrawn.resubmitted_at) == (ON_TIME, None)
    returned_sections = withdrawn.sections.filter(verdict="returned").values_list("key", "reason")
    assert list(returned_sections) == [("highlights", "สั้นไป")]
    assert withdrawn.sections.filter(verdict="passed").count() == 6
    assert clock_of(on_page(withdrawn), now=CLOSED).began == ON_TIME


@pytest.mark.parametrize("moment", [ON_TIME, CLOSED])
def test_nothing_is_withdrawn_after_review_or_closing(report, cast, clock, moment):
    report = submitted(report, cast["coordinator"], organizations_found=14)
    if moment == ON_TIME:
        actions.accept_report(report, version=report.version, by=cast["secretariat"])
    clock.move_to(moment)

    with pytest.raises(RuleBroken) as refusal:
        actions.withdraw_report(report, by=cast["coordinator"])

    assert refusal.value.code == ("wrong-state" if moment == ON_TIME else "round-closed")


# -- Review ---------------------------------------------------------------------


def letters():
    return [row.payload for row in Outbox.objects.filter(kind="kernel.send_letter").order_by("pk")]


def test_returning_names_sections_and_reasons_and_writes_to_the_coordinator(report, cast):
    back = returned(
        report,
        cast["coordinator"],
        cast["secretariat"],
        {"certification": "น้อยกว่าไฟล์แนบ"},
        organizations_found=3,
    )

    assert (back.state, back.reviewed_by, back.reviewed_at) == (
        State.RETURNED,
        cast["secretariat"],
        ON_TIME,
    )
    assert list(back.sections.values_list("key", "verdict", "reason")) == [
        ("resolutions", "passed", ""),
        ("certification", "returned", "น้อยกว่าไฟล์แนบ"),
        ("areas", "passed", ""),
        ("issues", "passed", ""),
        ("plans", "passed", ""),
        ("highlights", "passed", ""),
        ("support", "passed", ""),
    ]
    [letter] = letters()
    assert (letter["to"], letter["subject"]) == (
        cast["coordinator"].person.email,
        "ขอให้แก้รายงานภาคเหนือตอนบน เดือนมิถุนายน 2569",
    )
    assert "ส่วนที่ 2 การรับรองสถานภาพ\n  น้อยกว่าไฟล์แนบ" in letter["body"]
    assert activities() == ["report.submitted", "report.returned"]


def test_a_second_return_is_a_second_letter(report, cast):
    report = returned(
        report, cast["coordinator"], cast["secretariat"], {"plans": "ก"}, organizations_found=3
    )
    report = actions.submit_report(report, version=report.version, by=cast["coordinator"])
    actions.return_report(
        report, reasons={"plans": "ข"}, version=report.version, by=cast["secretariat"]
    )

    assert [
        ("  ก" in body, "  ข" in body) for body in (letter["body"] for letter in letters())
    ] == [
        (True, False),
        (False, True),
    ]


def test_a_region_without_a_coordinator_is_written_to_by_its_officer(north, found, cast):
    RegionalPost.objects.filter(role="coordinator", region=north, ends_on=None).update(
        ends_on=date(2026, 5, 31)
    )
    report = make_report(north)
    accepted(report, cast["officer"], cast["secretariat"], organizations_found=3)

    assert [letter["to"] for letter in letters()] == [cast["officer"].person.email]


def test_nobody_to_write_to_is_no_reason_to_fail(north, found, cast):
    Person.objects.update(email="")
    accepted(make_report(north), cast["coordinator"], cast["secretariat"], organizations_found=3)

    assert letters() == []


@pytest.mark.parametrize(
    "reasons", [{}, {"plans": "  "}, {"plans": "เหตุ", "areas": ""}, {"unknown": "เหตุ"}]
)
def test_a_return_without_its_reasons_is_refused(report, cast, reasons):
    report = submitted(report, cast["coordinator"], organizations_found=3)

    with pytest.raises(RuleBroken) as refusal:
        actions.return_report(
            report, reasons=reasons, version=report.version, by=cast["secretariat"]
        )

    report.refresh_from_db()
    assert (refusal.value.code, report.state) == ("no-reason", State.SUBMITTED)


def test_the_database_itself_refuses_a_return_without_a_reason(report):
    with pytest.raises(IntegrityError, match="returned_sections_say_why"), transaction.atomic():
        ReportSection.objects.filter(report=report).update(verdict="returned")


def test_accepting_passes_every_section_and_promises_the_roll_up(report, cast):
    done = accepted(report, cast["coordinator"], cast["secretariat"], organizations_found=3)

    assert (done.state, set(done.sections.values_list("verdict", flat=True))) == (
        State.ACCEPTED,
        {"passed"},
    )
    assert list(Outbox.objects.filter(kind="regions.roll_up").values_list("dedupe", "payload")) == [
        (f"report:{report.pk}:roll-up:{done.version}", {"report": report.pk})
    ]
    assert [letter["subject"] for letter in letters()] == [
        "รายงานภาคเหนือตอนบน เดือนมิถุนายน 2569 ผ่านแล้ว"
    ]


def test_a_reviewer_who_saw_another_version_reviews_nothing(report, cast):
    report = submitted(report, cast["coordinator"], organizations_found=3)
    seen = report.version
    report = actions.withdraw_report(report, by=cast["coordinator"])
    report = actions.submit_report(report, version=report.version, by=cast["coordinator"])

    for act in (
        lambda: actions.accept_report(report, version=seen, by=cast["secretariat"]),
        lambda: actions.return_report(
            report, reasons={"plans": "ก"}, version=seen, by=cast["secretariat"]
        ),
    ):
        with pytest.raises(RuleBroken) as refusal:
            act()
        assert refusal.value.code == "stale"


# -- The life of a report -----------------------------------------------------------


def attempt(event, report, cast):
    report.refresh_from_db()
    if event == "save":
        fill_in(report, cast["officer"], organizations_found=report.version)
    elif event == "withdraw":
        actions.withdraw_report(report, by=cast["coordinator"])
    elif event == "reopen":
        asked = actions.ask_revision(report, reason="ก", by=cast["coordinator"])
        actions.reopen_report(asked, reasons={"plans": "แก้"}, by=cast["secretariat"])
    else:
        act, who = STEPS[event]
        act(report, version=report.version, by=cast[who])


STEPS = {
    "submit": (actions.submit_report, "coordinator"),
    "begin": (actions.begin_review, "secretariat"),
    "put back": (actions.put_back, "secretariat"),
    "accept": (actions.accept_report, "secretariat"),
    "return": (partial(actions.return_report, reasons={"certification": "แก้"}), "secretariat"),
}
EVENTS = ["save", "withdraw", "reopen", *STEPS]


def may_follow(state):
    """Who decides at once has begun in the same breath."""
    next_states = set(RegionalReport.NEXT[state])
    if State.IN_REVIEW in next_states:
        next_states |= RegionalReport.NEXT[State.IN_REVIEW]
    return next_states


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(events=st.lists(st.sampled_from(EVENTS), max_size=25))
def test_no_order_of_events_takes_a_report_where_it_may_not_go(report, cast, events):
    with transaction.atomic():
        before = report.state = State.DRAFT
        for event in events:
            try:
                with transaction.atomic():
                    attempt(event, report, cast)
            except RuleBroken:
                pass
            after = RegionalReport.objects.get(pk=report.pk).state
            assert after == before or after in may_follow(before)
            before = after
        transaction.set_rollback(True)


def test_every_receipt_number_is_its_own(north, other_region, cast, clock):
    clock.move_to(ON_TIME - timedelta(days=2))
    receipts = [
        submitted(
            make_report(region, month=month),
            make_post("officer", region, name=f"{region.code}{month}"),
        ).receipt
        for region in (north, other_region)
        for month in (date(2026, 6, 1),)
    ]

    assert receipts == ["ร.มิ.ย.69-01", "ร.มิ.ย.69-02"]
    assert all(re.fullmatch(r"ร\.มิ\.ย\.69-0\d", receipt) for receipt in receipts)


def test_the_gate_itself_lets_one_hand_through(report):
    stale = RegionalReport.objects.get(pk=report.pk)
    RegionalReport.objects.filter(pk=report.pk).update(
        state=State.SUBMITTED, receipt="x", submitted_at=ON_TIME, submitted_by=make_post("auditor")
    )

    with pytest.raises(RuleBroken) as refusal:
        become(stale, State.SUBMITTED)

    assert refusal.value.code == "lost-race"
