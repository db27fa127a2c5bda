"""A plan in a minute: what is always asked first, the rest folded until it says something."""

import re
from datetime import date, time

import pytest

from meetings.actions import SittingLine
from meetings.forms import MoveForm, NewPlanForm, new_plan
from meetings.models import Meeting
from tests.factories.meetings import DAY, called, make_held, planned

NEW = "/meetings/new/"
TOKEN = "5a4fdd6d-93a4-4c10-8f0f-8cf6f0ad2b5e"


@pytest.fixture
def desk(client, secretary, committee, board):
    client.force_login(secretary)
    return client


def form(**changes):
    return {
        "token": TOKEN, "starts_on": "10/7/2569", "starts_at": "09.00", "venue": "ห้องประชุม",
        "agenda-TOTAL_FORMS": "0", "agenda-INITIAL_FORMS": "0", **changes,
    }  # fmt: skip


def folds(page):
    """Every fold of the form by its heading, and whether it stands open."""
    text = page.content.decode()
    found = re.findall(
        r'<details class="(?:further|sect)"(?: id="\w+")?( open)?>\s*<summary>(?:<h2>)?([^<]+)',
        text,
    )
    return {heading.strip(): bool(is_open) for is_open, heading in found}


DAYS, WAYS = "ประชุมหลายวัน หรือยังไม่รู้วันแน่", "ประชุมทางออนไลน์ และแผนที่"
AIMS, PROGRAMME = "ประเภท ชื่อ และวัตถุประสงค์", "กำหนดการ"


def test_a_new_plan_asks_for_day_hours_and_place_and_folds_the_rest(desk):
    assert folds(desk.get(NEW)) == dict.fromkeys([DAYS, WAYS, AIMS, PROGRAMME], False)


@pytest.mark.parametrize(
    ("changes", "opened"),
    [
        ({"starts_on": "", "expected_month": "กรกฎา"}, {DAYS}),
        ({"ends_on": "9/7/2569"}, {DAYS}),
        ({"map_url": "ที่นี่"}, {WAYS}),
        ({"mode": "online", "starts_on": "วันนี้"}, {WAYS}),
        ({"kind": "seminar", "starts_on": "วันนี้"}, set()),
        ({"kind": "party"}, {AIMS}),
        ({"objectives": "ทบทวน", "starts_on": "วันนี้"}, {AIMS}),
        ({"previous": "999999"}, {AIMS}),
        ({"starts_on": "วันนี้"}, set()),
    ],
)
def test_a_fold_opens_where_it_says_something_or_is_wrong(desk, changes, opened):
    page = desk.post(NEW, form(**changes))

    assert {heading for heading, is_open in folds(page).items() if is_open} == opened


def test_a_plan_with_everything_shows_everything(desk, committee, secretary):
    plan = planned(
        committee, secretary, starts_on=DAY, ends_on=date(2026, 7, 11), mode=Meeting.Mode.BOTH,
        objectives=("ทบทวนแผน",), sittings=(SittingLine("สนทนายามค่ำ", "informal"),),
    )  # fmt: skip

    shown = folds(desk.get(f"/meetings/{plan.pk}/plan/"))

    assert shown == dict.fromkeys([DAYS, WAYS, AIMS, PROGRAMME], True)


def test_a_meeting_of_one_day_gets_another_by_its_first_day_alone(desk, committee, secretary):
    """The last day is asked for where there are several: nobody types the same day twice."""
    plan = planned(committee, secretary, starts_on=DAY, ends_on=DAY)
    page = desk.get(f"/meetings/{plan.pk}/plan/")
    later = form(starts_on="15/7/2569", version=plan.version)

    desk.post(
        f"/meetings/{plan.pk}/plan/",
        later | {"ends_on": page.context["form"]["ends_on"].value() or ""},
    )

    plan.refresh_from_db()
    assert (plan.starts_on, plan.ends_on) == (date(2026, 7, 15), date(2026, 7, 15))


def test_a_called_meeting_of_one_day_is_moved_by_its_first_day_alone(committee, secretary, board):
    one, two = called(committee, secretary), called(committee, secretary, ends_on=date(2026, 7, 12))

    asked = [MoveForm(meeting=meeting, by=secretary)["ends_on"].value() for meeting in (one, two)]

    assert asked == [None, two.ends_on]


def test_a_new_plan_begins_as_the_last_meeting_did(desk, committee, secretary):
    make_held(
        committee, kind=Meeting.Kind.SEMINAR, starts_at=time(13), ends_at=time(16, 30),
        venue="ศาลาประชาคม",
    )  # fmt: skip
    first = NewPlanForm(initial=new_plan(committee), committee=committee, by=secretary)
    page = desk.get(NEW)

    told = {name: first[name].value() for name in ("kind", "starts_at", "ends_at", "venue")}
    assert told == {
        "kind": "seminar",
        "starts_at": time(13),
        "ends_at": time(16, 30),
        "venue": None,
    }
    assert '<datalist id="venues"><option value="ศาลาประชาคม"></datalist>' in page.content.decode()
    assert not folds(page)[AIMS]
    assert first.head.startswith("การสัมมนา ต่อจากการสัมมนาครั้งที่ 1/2569")


def test_a_first_plan_begins_at_nine(committee):
    told = new_plan(committee)

    assert (told["kind"], told["starts_at"], told["ends_at"]) == ("meeting", "09.00", None)
