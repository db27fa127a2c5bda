"""Silence adopts on the day after: once, late rather than never, and not while somebody waits."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest
import time_machine
from django.db import connections

from meetings.actions.minutes import (
    Adoption,
    adopt_minutes,
    ask_for_correction,
    begin_minutes,
    settle_correction,
)
from meetings.circulation import read_slot, slot_key
from meetings.models import Minutes
from portal.kernel.errors import RuleBroken
from portal.kernel.jobs import tick
from portal.kernel.models import Activity, JobRun
from portal.schedule import JOBS
from tests.factories.meetings import NOW, TODAY, make_held, make_resolution
from tests.factories.minutes import checked, circulated
from tests.factories.regions import BANGKOK

NAME = "meetings.adopt_circulated_minutes"
JOB = {NAME: JOBS[NAME]}
DUE = datetime(2026, 7, 9, 0, 30, tzinfo=BANGKOK)  # circulated until Wednesday 8 July
A_DAY = timedelta(days=1)
State = Minutes.State


@pytest.fixture
def minutes(committee, board, secretary):
    meeting = make_held(committee, day=TODAY - A_DAY)
    make_resolution(meeting)
    tick(NOW - A_DAY, JOB)  # the scheduler has been at work before
    return circulated(begin_minutes(meeting, by=secretary), secretary)


def run(at):
    with time_machine.travel(at, tick=False):
        return tick(at, JOB)


def state_of(minutes):
    minutes.refresh_from_db()
    return minutes.state


def test_on_the_day_after_they_are_adopted_once(minutes):
    assert (run(DUE - timedelta(minutes=1)), state_of(minutes)) == (0, State.CIRCULATED)
    assert (run(DUE), state_of(minutes)) == (1, State.ADOPTED)
    assert run(DUE + A_DAY) == 0
    assert Activity.objects.about(minutes).filter(verb="minutes.adopted").count() == 1


def test_a_scheduler_that_stood_still_adopts_them_late_with_the_day_they_were_due(minutes):
    run(DUE + timedelta(days=30))

    assert (state_of(minutes), minutes.adopted_on) == (State.ADOPTED, DUE.date())


def test_somebody_who_waits_for_an_answer_holds_them_until_the_answer(minutes, secretary):
    asked = ask_for_correction(minutes, text="ขอแก้", item=None, by=secretary)
    assert (run(DUE), state_of(minutes)) == (0, State.CIRCULATED)

    answered = DUE + 2 * A_DAY
    with time_machine.travel(answered, tick=False):
        settle_correction(asked, outcome="declined", reply="ถูกแล้ว", by=secretary)

    assert (run(answered), state_of(minutes)) == (1, State.ADOPTED)


def test_minutes_that_are_laid_before_a_meeting_wait_for_it(minutes):
    Minutes.objects.filter(pk=minutes.pk).update(state=State.PROPOSED)

    assert (run(DUE), JobRun.objects.filter(job=NAME).count()) == (0, 0)


def test_a_slot_names_minutes_and_last_day(minutes):
    assert read_slot(slot_key(minutes)) == (minutes.pk, minutes.circulated_until)


# Races


@pytest.fixture
def later(committee):
    return make_held(committee, number=2, day=TODAY)


def in_thread(minutes, by, adoption):
    try:
        held = Minutes.objects.get(pk=minutes.pk)
        adopt_minutes(held, adoption, version=minutes.version, by=by)
    except RuleBroken as refusal:
        return refusal.code
    else:
        return "adopted"
    finally:
        connections.close_all()


@pytest.mark.django_db(transaction=True)
def test_five_who_adopt_at_once_adopt_once(committee, board, secretary, later):
    meeting = make_held(committee, day=TODAY - A_DAY)
    make_resolution(meeting)
    minutes = checked(begin_minutes(meeting, by=secretary), secretary)
    adoption = Adoption(Minutes.Route.NEXT, later)

    with ThreadPoolExecutor(5) as pool:
        came = list(pool.map(lambda _: in_thread(minutes, secretary, adoption), range(5)))

    assert sorted(came) == ["adopted", *4 * ["wrong-state"]]
    assert minutes.versions.filter(state=State.ADOPTED).count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_hand_and_the_clock_adopt_once(committee, board, secretary, later):
    meeting = make_held(committee, day=TODAY - A_DAY)
    make_resolution(meeting)
    tick(NOW - A_DAY, JOB)
    minutes = circulated(begin_minutes(meeting, by=secretary), secretary)
    adoption = Adoption(Minutes.Route.NEXT, later)

    def clock(_):
        try:
            return tick(DUE, JOB)
        finally:
            connections.close_all()

    with time_machine.travel(DUE, tick=False), ThreadPoolExecutor(2) as pool:
        by_hand = pool.submit(in_thread, minutes, secretary, adoption)
        by_clock = pool.submit(clock, None)
        by_hand.result(), by_clock.result()

    assert state_of(minutes) == State.ADOPTED
    assert Activity.objects.about(minutes).filter(verb="minutes.adopted").count() == 1
    assert minutes.versions.filter(state=State.ADOPTED).count() == 1
