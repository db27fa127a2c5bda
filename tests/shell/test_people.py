"""What meetings know of a person stands beside their page: open work, meetings of their time."""

from datetime import date, datetime

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse

from committees.models import Committee
from meetings.models import Invitation, Meeting
from portal.shell.people import work
from tests.factories.committees import (
    make_body,
    make_body_membership,
    make_membership,
    make_seat,
)
from tests.factories.kernel import make_person
from tests.factories.meetings import make_held, make_item, make_resolution
from tests.factories.regions import BANGKOK, make_post

TODAY = date(2026, 7, 1)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def person(committee, north):
    seat = make_seat(committee, 1, region=north)
    return make_membership(seat, make_person("บัวผัน"), ends_on=date(2026, 6, 30)).person


@pytest.fixture
def reader(person_with):
    return person_with("secretary")


@pytest.fixture
def resolution(committee):
    return make_resolution(make_held(committee))


def items(person, reader, on=TODAY):
    return [item.title for item in work(person=person, user=reader, on=on)["items"]]


def test_a_stranger_sees_none_of_it(person, resolution):
    make_item(resolution, person=person)

    assert work(person=person, user=AnonymousUser(), on=TODAY) is None


def test_nothing_known_shows_nothing(reader, db):
    assert work(person=make_person(), user=reader, on=TODAY) is None


def test_the_work_is_the_persons_and_that_of_bodies_they_are_in(
    committee, north, person, reader, resolution
):
    mine, other, left = (make_body(code, parent=committee) for code in ("mine", "other", "left"))
    make_body_membership(mine, person)
    make_body_membership(left, person, ends_on=date(2026, 6, 30))
    make_body_membership(other, make_person("อื่น"))
    for number, owner in enumerate(
        [
            {"person": person},
            {"unit": mine},
            {"unit": other},
            {"unit": left},
            {"region": north},
            {"person": make_person("อื่น")},
        ]
    ):
        make_item(resolution, title=f"งาน {number}", due_on=date(2026, 8, 1 + number), **owner)

    assert items(person, reader) == ["งาน 0", "งาน 1"]
    assert items(person, reader, on=date(2026, 6, 30)) == ["งาน 0", "งาน 1", "งาน 3"]


@pytest.mark.parametrize(
    ("role", "shares"),
    [("officer", True), ("central_officer", True), ("manager", False), ("auditor", False)],
)
def test_the_secretariats_work_is_its_officers(committee, north, reader, resolution, role, shares):
    secretariat = make_body("secretariat", kind=Committee.Kind.SECRETARIAT, parent=committee)
    make_item(resolution, unit=secretariat)
    place = north if role in ("officer", "manager") else None
    officer = make_post(role, place, name="ผู้มีหน้าที่").person

    assert bool(work(person=officer, user=reader, on=TODAY)) == shares


def test_work_is_open_from_its_meeting_until_it_is_done(person, reader, committee):
    resolution = make_resolution(make_held(committee, day=date(2026, 6, 5)))
    done_at = datetime(2026, 6, 20, 10, tzinfo=BANGKOK)
    make_item(resolution, person=person, title="งาน", done_at=done_at, done_by=reader)

    def open_on(day):
        found = work(person=person, user=reader, on=date(2026, 6, day))
        return bool(found and found["items"])

    assert [open_on(day) for day in (4, 5, 19, 20)] == [False, True, True, False]


def test_an_earlier_generations_work_is_history(person, reader, committee, resolution):
    make_item(resolution, person=person)
    Committee.objects.filter(pk=committee.pk).update(ends_on=date(2026, 6, 30))

    found = work(person=person, user=reader, on=TODAY)

    assert found["items"] == []


def test_meetings_are_those_begun_within_the_persons_own_time(person, reader, committee):
    days = [date(2025, 6, 30), date(2025, 7, 1), date(2026, 6, 30), date(2026, 7, 1)]
    for number, day in enumerate(days, start=1):
        make_held(committee, number=number, day=day)
    make_held(committee, number=9, day=date(2026, 6, 1), state=Meeting.State.CANCELLED)
    make_held(make_body("unit", parent=committee), number=10, day=date(2026, 6, 1))

    def held(on):
        found = work(person=person, user=reader, on=on)
        return [meeting.starts_on for meeting in found["meetings"]]

    assert held(TODAY) == [days[2], days[1]]
    assert held(date(2026, 6, 29)) == [days[1]]


def test_an_invitation_kept_missing_or_never_kept_is_told_apart(
    person, reader, committee, north, sign_in
):
    kept, missing, _never = (
        make_held(committee, number=n, day=date(2026, 6, n)) for n in (3, 2, 1)
    )
    seat = person.memberships.get().seat
    Invitation.objects.create(
        meeting=kept, seat=seat, person=person, channel=Invitation.Channel.LETTER
    )
    Invitation.objects.create(
        meeting=missing,
        seat=make_seat(committee, 2, region=north),
        channel=Invitation.Channel.PHONE,
    )

    found = work(person=person, user=reader, on=TODAY)["meetings"]

    assert [([row.channel for row in m.told], m.has_invitations) for m in found] == [
        (["letter"], True),
        ([], True),
        ([], False),
    ]
    text = page(sign_in(reader), person)
    for words in (
        "ได้รับหนังสือเชิญทางอีเมล",
        "ไม่อยู่ในรายชื่อผู้ได้รับเชิญ",
        '<span class="nw">1 ครั้ง</span>ไม่ปรากฏบันทึกว่าเชิญใคร',
    ):
        assert words in text


def page(client, person, **asked):
    return client.get(reverse("committees:person-detail", args=[person.pk]), asked).text


def test_the_page_says_what_from_which_resolution_until_when(person, reader, resolution, sign_in):
    make_item(resolution, person=person, title="จัดเวทีภาค", due_on=date(2026, 6, 30))

    text = page(sign_in(reader), person)

    for words in ("จัดเวทีภาค", "เรื่องพิจารณา 1", resolution.text, "30 มิถุนายน 2569", "เกินกำหนด"):
        assert words in text
    assert f"{resolution.meeting.get_absolute_url()}#resolution-1" in text


def test_a_stranger_reads_the_page_without_it(client, person, resolution):
    make_item(resolution, person=person, title="จัดเวทีภาค")

    text = page(client, person)

    assert "บัวผัน" in text
    assert "จัดเวทีภาค" not in text
    assert "การประชุมในช่วงดำรงตำแหน่ง" not in text


@pytest.mark.parametrize("rows", [1, 8])
def test_it_costs_three_statements(person, reader, committee, django_assert_num_queries, rows):
    for number in range(1, rows + 1):
        meeting = make_held(committee, number=number, day=date(2026, 6, number))
        make_item(make_resolution(meeting), person=person)
    work(person=person, user=reader, on=TODAY)  # the reader's rights are read once

    with django_assert_num_queries(3):
        found = work(person=person, user=reader, on=TODAY)
        owners = [(i.resolution.item.title, str(i.resolution.meeting)) for i in found["items"]]

    assert (len(owners), len(found["meetings"])) == (rows, rows)
