"""The demonstration's roster of today: a house full of life, on whatever day it is loaded."""

from collections import Counter
from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.db.models import Count, Q
from django.test import TestCase
from django.utils import timezone

from committees.models import (
    BoardRotation,
    BodyMembership,
    Committee,
    Delegation,
    Membership,
    Seat,
    Standing,
    Substitution,
)
from committees.queries.service import HOLDINGS
from meetings.models import Meeting
from portal.kernel.models import AccountInvitation, ContactConsent, Person, User
from portal.shell.demo import load_demo
from portal.shell.queries import coming_meeting
from regions.models import AppointmentOrder, RegionalPost

AT = timezone.make_aware(datetime.fromisoformat("2026-11-22 16:30"))
TODAY = AT.date()
A_DAY = timedelta(days=1)


def load(at=AT):
    with time_machine.travel(at, tick=False):
        return load_demo(at=at)


def holders(*, on):
    """Who sits in which seat that day: name by number, vacant seats left out."""
    seats = Seat.objects.filter(committee__in=Committee.objects.the_67(on=on)).for_board(on=on)
    return {seat.number: seat.holding.person.full_name for seat in seats if seat.holding}


class Demonstration(TestCase):
    @classmethod
    def setUpTestData(cls):
        load()


class TestTodaysHouse(Demonstration):
    def setUp(self):
        self.generation = Committee.objects.the_67(on=TODAY).get()

    def test_formal_rows_name_their_orders_and_network_rows_none(self):
        network = Membership.objects.filter(mode="network")

        assert sorted(network.values_list("seat__number", flat=True)) == [*range(5, 68, 5)]
        assert not network.exclude(appointed_by=None, discharged_by=None).exists()
        assert Membership.objects.exclude(discharged_by=None).count() == 3  # 12, 26, 48

    def test_orders_are_numbered_within_their_year_as_they_were_issued(self):
        orders = AppointmentOrder.objects.order_by("issued_on", "pk")

        assert [(order.number, order.issued_on <= TODAY) for order in orders] == [
            (number, True)
            for number in ("1/2568", "2/2568", "3/2568", *(f"{n}/2569" for n in range(1, 7)))
        ]

    def test_one_substitute_acts_now_and_one_did(self):
        now = Substitution.objects.in_force(on=TODAY)

        assert list(now.values_list("seat__number", "ends_on")) == [(31, date(2026, 12, 31))]
        assert list(Substitution.objects.exclude(pk__in=now).values_list("seat__number")) == [(33,)]

    def test_each_unit_and_each_issue_has_its_members_and_one_chair(self):
        bodies = self.generation.units.exclude(kind="secretariat")
        sitting = Q(members__in=BodyMembership.objects.in_force(on=TODAY))
        counted = bodies.annotate(
            size=Count("members", sitting),
            chairs=Count("members", sitting & Q(members__role="ประธาน")),
        ).order_by("position")

        assert [(body.size, body.chairs) for body in counted.filter(kind="unit")] == [
            (7, 1), (7, 1), (6, 1),
        ]  # fmt: skip
        issues = counted.filter(kind="issue")
        assert [(body.size, body.chairs) for body in issues] == [
            (4, 1), (4, 1), (5, 1), (3, 1), (3, 1), (4, 1), (5, 1),
        ]  # fmt: skip
        for body in issues:
            holder = Membership.objects.in_force(on=TODAY).get(seat__issue=body.issue).person
            assert body.members.get(role="ประธาน").person == holder

    def test_nobody_sits_in_a_unit_or_on_a_board_without_a_seat_but_the_auditor(self):
        seated = Membership.objects.in_force(on=TODAY).values("person")
        others = BodyMembership.objects.in_force(on=TODAY).exclude(person__in=seated)
        others = others.filter(committee__region=None)

        assert [(row.person.email, row.committee.short_name) for row in others] == [
            ("auditor@demo.example", "ฝ่ายประเมินผล")
        ]

    def test_the_secretariat_is_counted_in_both_ways_today_too(self):
        unit = self.generation.units.get(kind="secretariat")

        assert unit.seats_due == 8
        assert "8 คน" in unit.note
        assert "ส่วนกลาง 2 คน" in unit.note
        assert "2550" in unit.note

    def test_one_of_the_cast_serves_by_the_seat_alone(self):
        person = Person.objects.get(email="member-1@demo.example")
        held = [kind.objects.filter(person=person).count() for kind in HOLDINGS]

        assert (person.memberships.get().seat.number, sum(held)) == (38, 1)

    def test_one_person_sits_on_three_boards_and_turns_have_been_taken(self):
        sitting = BoardRotation.objects.in_force(on=TODAY)
        boards = Counter(sitting.values_list("person__email", flat=True))

        assert boards.most_common(2)[0] == ("coordinator-1@demo.example", 3)
        assert boards.most_common(2)[1][1] == 1
        assert BoardRotation.objects.filter(ends_on__lt=TODAY).count() == 5

    def test_the_codi_board_changes_by_orders_and_the_others_without(self):
        turns = BoardRotation.objects.exclude(appointed_by=None)

        assert set(turns.values_list("committee__code", "committee__short_name")) == {
            ("board-codi", "บอร์ด พอช.")
        }
        over = Q(ends_on=None, discharged_by=None) | ~Q(ends_on=None) & ~Q(discharged_by=None)
        assert turns.filter(over).count() == turns.count() == 5

    def test_a_board_meets_on_the_day_of_the_67_and_is_nobody_s_next_meeting(self):
        board = Meeting.objects.get(committee__kind="board")
        ours = self.generation.meetings.get(state=Meeting.State.PLANNED)
        secretary = User.objects.get(email="secretary@demo.example")

        assert (board.starts_on, board.pk > ours.pk) == (ours.starts_on, True)
        for day in (TODAY, ours.starts_on):
            assert coming_meeting(secretary, on=day).committee == self.generation

    def test_one_region_has_no_coordinator_and_nothing_else_of_a_region_lacks(self):
        posts = RegionalPost.objects.in_force(on=TODAY)

        assert posts.filter(role="coordinator").count() == 7
        assert not posts.filter(role="coordinator", region__code="east").exists()
        assert not posts.filter(role__in=["coordinator", "co_chair"], appointed_by=None).exists()

    def test_15_of_18_delegates_are_named(self):
        delegation = Delegation.objects.in_force(on=TODAY).get()
        named = delegation.delegates.in_force(on=TODAY)

        assert Counter(named.values_list("kind", flat=True)) == {
            "people": 7, "officer": 7, "central": 1,
        }  # fmt: skip

    def test_everybody_has_a_telephone_and_ten_let_something_be_published(self):
        assert not Person.objects.filter(memberships__isnull=False, phone="").exists()
        assert Person.objects.exclude(line_id="").count() > 20
        assert ContactConsent.objects.given().values("person").distinct().count() == 10
        for consent in ContactConsent.objects.select_related("person"):
            assert getattr(consent.person, consent.contact)

    def test_one_invitation_on_paper_waits_and_one_was_followed(self):
        waits = AccountInvitation.objects.open(at=AT).get()
        followed = AccountInvitation.objects.exclude(accepted_at=None).get()

        assert (waits.channel, waits.person.user, waits.person.email) == ("paper", None, "")
        assert (followed.person.user.phone, followed.person.user.email) == (followed.phone, "")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "moment", ["2027-01-01 00:05", "2028-02-29 23:55", "2026-12-31 12:00", "2027-03-01 09:00"]
)
def test_a_holder_changed_this_year_on_whatever_day_it_is_loaded(moment):
    at = timezone.make_aware(datetime.fromisoformat(moment))

    load(at)

    connection.check_constraints()  # those kept until the end of a transaction, too
    today = at.date()
    changed_on = Membership.objects.get(seat__number=26, ends_on=None).starts_on
    assert changed_on.year == today.year
    assert changed_on <= today
    assert holders(on=changed_on)[26] != holders(on=changed_on - A_DAY)[26]
    assert not AppointmentOrder.objects.filter(issued_on__gt=today).exists()
    seats = list(Seat.objects.for_board(on=today))
    assert Counter(seat.standing(on=today) for seat in seats) == {
        Standing.FILLED: 61, Standing.ENDS_SOON: 3, Standing.CARRY_OVER: 1, Standing.VACANT: 2,
    }  # fmt: skip
