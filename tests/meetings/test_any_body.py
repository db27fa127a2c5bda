"""Meetings of regions and provinces: who works for them; every address with the wrong region."""

import pytest
from django.urls import reverse

from committees.models import Committee
from meetings.beside import held_by
from meetings.forms.agenda import presenters
from meetings.models import Meeting
from meetings.permissions import (
    bodies_planned_by,
    can_call_meeting,
    can_hold_meeting,
    can_keep_papers,
    can_note_phone_call,
    can_plan_any_meeting,
    can_plan_for,
    can_plan_meeting,
    can_read_downloads,
    can_read_draft_summary,
    can_read_invitations,
)
from meetings.queries import latest_summary, next_meeting
from portal.shell.queries import coming_meeting, latest_result
from tests.factories.committees import (
    make_body,
    make_body_membership,
    make_membership,
    make_regional_body,
    make_seat,
)
from tests.factories.kernel import make_person
from tests.factories.meetings import (
    DAY,
    NOW,
    TODAY,
    called,
    make_held,
    make_paper,
    make_sitting,
    make_summary,
    planned,
)

WORKERS = ("secretary", "coordinator", "officer")
READERS = (*WORKERS, "auditor")
OF_THE_REGION = ("manager", "co-chair")
STRANGERS_TO_IT = ("another region's coordinator", "former secretary", "member")
EVERYBODY = [*READERS, *OF_THE_REGION, *STRANGERS_TO_IT, "stranger"]


@pytest.fixture
def body(north):
    return make_regional_body(north)


@pytest.fixture
def elsewhere(south):
    return make_regional_body(south)


def ask(client, cast, part, name, *args, data=None, query=""):
    if part != "stranger":
        client.force_login(cast[part])
    address = reverse(f"meetings:{name}", args=args) + query
    return (client.get(address) if data is None else client.post(address, data)).status_code


def expected(part, *, workers=200, others=403, unseen=403, readers=None):
    """By part: who works for the region, who reads everything, its other people, and the rest."""
    if part == "stranger":
        return 302
    if part in WORKERS:
        return workers
    if part == "auditor":
        return readers or others
    return others if part in OF_THE_REGION else unseen


# -- A plan of the region's own ----------------------------------------------------------


@pytest.mark.parametrize("part", EVERYBODY)
def test_a_regions_plan_is_seen_by_the_region_and_the_secretariat(client, cast, body, part):
    meeting = planned(body, cast["coordinator"])

    status = ask(client, cast, part, "meeting-detail", meeting.pk)

    assert status == expected(part, others=200, unseen=404)


@pytest.mark.parametrize("part", EVERYBODY)
@pytest.mark.parametrize("name", ["meeting-edit", "meeting-cancellation", "paper-create"])
def test_who_changes_a_regions_plan(client, cast, body, part, name):
    meeting = planned(body, cast["coordinator"])

    assert ask(client, cast, part, name, meeting.pk) == expected(part, unseen=404)


@pytest.mark.parametrize("part", EVERYBODY)
def test_who_sees_whom_a_regions_plan_would_call(client, cast, body, part):
    meeting = planned(body, cast["coordinator"])

    status = ask(client, cast, part, "meeting-invitations", meeting.pk)

    assert status == expected(part, readers=200, unseen=404)


@pytest.mark.parametrize("part", EVERYBODY)
def test_who_calls_a_regions_meeting(client, cast, body, part):
    meeting = planned(body, cast["coordinator"])
    sent = {"version": meeting.version}

    status = ask(client, cast, part, "meeting-invitations", meeting.pk, data=sent)

    meeting.refresh_from_db()
    assert status == expected(part, workers=302, unseen=404)
    assert (meeting.state == Meeting.State.CALLED) == (part in WORKERS)


# -- A meeting that was called -----------------------------------------------------------


@pytest.mark.parametrize("part", EVERYBODY)
@pytest.mark.parametrize("name", ["meeting-move", "meeting-cancellation", "paper-create"])
def test_who_changes_a_regions_called_meeting(client, cast, body, part, name):
    meeting = called(body, cast["coordinator"])

    assert ask(client, cast, part, name, meeting.pk) == expected(part)


@pytest.mark.parametrize("part", EVERYBODY)
def test_who_reads_whom_a_region_called(client, cast, body, part):
    meeting = called(body, cast["coordinator"])

    status = ask(client, cast, part, "meeting-invitations", meeting.pk)

    assert status == expected(part, readers=200)


@pytest.mark.parametrize("part", EVERYBODY)
def test_who_opens_a_regions_meeting(client, cast, body, part):
    meeting = called(body, cast["coordinator"], starts_on=DAY)
    Meeting.objects.filter(pk=meeting.pk).update(starts_on=TODAY, ends_on=TODAY)

    assert ask(client, cast, part, "meeting-opening", meeting.pk) == expected(part)


@pytest.mark.parametrize("part", EVERYBODY)
@pytest.mark.parametrize("name", ["meeting-closure", "meeting-attendance", "guest-create"])
def test_who_holds_a_regions_meeting(client, cast, body, part, name):
    meeting = make_sitting(called(body, cast["coordinator"]), by=cast["coordinator"])

    assert ask(client, cast, part, name, meeting.pk) == expected(part)


@pytest.mark.parametrize(("part", "offers"), [("secretary", True), ("coordinator", False)])
def test_the_roll_offers_a_new_person_to_who_may_write_into_the_register(
    client, cast, body, part, offers
):
    meeting = make_sitting(called(body, cast["coordinator"]), by=cast["coordinator"])
    client.force_login(cast[part])

    page = client.get(reverse("meetings:guest-create", args=[meeting.pk])).content.decode()

    assert (reverse("committees:person-create") in page) == offers
    assert ("แจ้งกองเลขาฯ ให้เพิ่มในทะเบียน" in page) != offers


@pytest.mark.parametrize("part", EVERYBODY)
def test_a_regions_draft_summary_is_for_who_prepares_it(client, cast, body, part):
    meeting = make_held(body)
    make_summary(meeting)

    status = ask(client, cast, part, "meeting-summary", meeting.pk)

    assert status == (200 if part in READERS else 404)


@pytest.mark.parametrize("part", EVERYBODY)
@pytest.mark.parametrize(
    "name", ["paper-version-create", "paper-edit", "paper-move", "paper-removal"]
)
def test_who_keeps_a_regions_papers(client, cast, body, part, name):
    meeting = make_held(body)
    paper = make_paper(meeting, by=cast["coordinator"])

    assert ask(client, cast, part, name, meeting.pk, paper.pk) == expected(part)


def test_a_regions_paper_is_moved_only_to_meetings_of_its_own(client, cast, body, elsewhere):
    paper = make_paper(make_held(body), by=cast["officer"])
    other = make_held(elsewhere)
    address = ["paper-move", paper.meeting_id, paper.pk]

    own = ask(client, cast, "officer", *address)
    foreign = ask(client, cast, "officer", *address, query=f"?meeting={other.pk}")

    assert (own, foreign) == (200, 404)


# -- Whose meeting it is -----------------------------------------------------------------


@pytest.mark.parametrize("part", EVERYBODY)
@pytest.mark.parametrize("name", ["meeting-create", "meeting-body-choice"])
def test_who_plans_for_a_region(client, cast, body, part, name):
    query = f"?body={body.code}" if name == "meeting-create" else ""

    assert ask(client, cast, part, name, query=query) == expected(part)


def test_nobody_plans_for_another_region_nor_for_the_67(client, cast, body, elsewhere, committee):
    asked = [f"?body={code}" for code in (body.code, elsewhere.code, committee.code, "none", "%00")]

    statuses = [ask(client, cast, "officer", "meeting-create", query=query) for query in asked]

    assert statuses == [200, 403, 403, 404, 400]


def test_the_choice_names_the_67_the_regions_and_the_rest_in_order(
    cast, committee, north, body, elsewhere
):
    unit = make_body("unit-1", parent=committee)
    make_body("office", kind=Committee.Kind.SECRETARIAT, parent=committee)

    found = {part: list(bodies_planned_by(cast[part], on=TODAY)) for part in cast}

    serving = [row for row in found["secretary"] if row.parent_id and row != unit]
    assert [row for row in found.pop("secretary") if row not in serving] == [
        committee, body, elsewhere, unit
    ]  # fmt: skip
    assert found.pop("coordinator") == found.pop("officer") == [body]
    assert found.pop("another region's coordinator") == [elsewhere]
    assert set(map(tuple, found.values())) == {()}


def test_a_body_that_has_ended_is_not_offered(cast, north):
    make_regional_body(north, ends_on=TODAY.replace(day=1).replace(month=6))

    assert not can_plan_any_meeting(cast["officer"], on=TODAY)


@pytest.mark.parametrize("part", [part for part in EVERYBODY if part != "stranger"])
def test_each_right_follows_the_region_of_the_body(cast, body, elsewhere, committee, part):
    work = [
        can_plan_meeting, can_call_meeting, can_hold_meeting, can_keep_papers, can_note_phone_call,
    ]  # fmt: skip
    reading = [can_read_downloads, can_read_draft_summary, can_read_invitations]
    user = cast[part]
    meetings = {where: make_held(where) for where in (body, elsewhere, committee)}

    may_work = {
        where: {ask(user, meeting) for ask in work} | {can_plan_for(user, where)}
        for where, meeting in meetings.items()
    }
    may_read = {
        where: {ask(user, meeting) for ask in reading} for where, meeting in meetings.items()
    }

    everywhere = part == "secretary"
    mine = {
        body: everywhere or part in WORKERS,
        elsewhere: everywhere or part == "another region's coordinator",
        committee: everywhere,
    }
    assert may_work == {where: {allowed} for where, allowed in mine.items()}
    assert may_read == {where: {allowed or part == "auditor"} for where, allowed in mine.items()}


# -- Found in the list, and on one's own pages -------------------------------------------


def listed(client, query=""):
    page = client.get(reverse("meetings:meeting-list") + query)
    return {meeting for rows in ("coming", "past") for meeting, _papers in page.context[rows]}


@pytest.fixture
def held(body, elsewhere, committee):
    """One meeting of the 67, one of each region; the north's is a forum."""
    return {
        "the 67": make_held(committee),
        "own": make_held(body, kind=Meeting.Kind.REGIONAL_FORUM),
        "other": make_held(elsewhere),
    }


@pytest.mark.parametrize(
    ("part", "query", "found"),
    [
        ("secretary", "", {"the 67"}),
        ("member", "", {"the 67"}),
        ("officer", "", {"the 67", "own"}),
        ("officer", "?body=own&year=", {"the 67", "own"}),
        ("officer", "?body=", {"the 67", "own", "other"}),
        ("officer", "?q=1/2569", {"the 67", "own", "other"}),
        ("secretary", "?body=the-67", {"the 67"}),
        ("secretary", "?body=regional-upper-north", {"own"}),
        ("secretary", "?body=&kind=regional", {"own"}),
        ("secretary", "?body=&kind=meeting", {"the 67", "other"}),
    ],
)
def test_the_list_opens_with_the_67_and_ones_region_and_shows_any_body(
    client, cast, held, part, query, found
):
    client.force_login(cast[part])

    assert listed(client, query) == {held[name] for name in found}


@pytest.mark.parametrize("query", ["?body=nobody", "?kind=dance", "?body=own"])
def test_a_filter_nobody_offers_is_refused_beside_its_field(client, cast, held, query):
    client.force_login(cast["member"])

    page = client.get(reverse("meetings:meeting-list") + query)

    assert set(page.context["filter"].form.errors) <= {"body", "kind"}
    assert page.status_code == 200


def test_a_row_names_the_body_unless_it_is_the_67(client, cast, held, body):
    client.force_login(cast["officer"])

    page = client.get(reverse("meetings:meeting-list")).text

    assert 'เวทีภาค<span class="nw">ครั้งที่ 1/2569</span>' in page
    assert page.count(f'<span class="small">{body.name}</span>') == 1


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_for_one_body_and_three(
    client, cast, committee, north, count, django_assert_num_queries
):
    for number in range(count):
        make_held(make_regional_body(north, f"north-{number}"))
    client.force_login(cast["secretary"])

    # session, user, rights; bodies to filter by, years, count, page; who may plan, who; what sits
    with django_assert_num_queries(10):
        page = client.get(reverse("meetings:meeting-list") + "?body=")

    assert len(page.context["past"]) == count


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("meeting", "การประชุมครั้งที่ 1/2569"),
        ("seminar", "การสัมมนาครั้งที่ 1/2569"),
        ("provincial", "เวทีจังหวัดครั้งที่ 1/2569"),
        ("regional", "เวทีภาคครั้งที่ 1/2569"),
        ("mobile", "เวทีสัญจรครั้งที่ 1/2569"),
    ],
)
def test_each_kind_has_its_name(body, kind, name):
    assert make_held(body, kind=kind).name == name


def test_the_kind_is_planned_and_revised(client, cast, body):
    client.force_login(cast["officer"])
    address = reverse("meetings:meeting-create") + f"?body={body.code}"
    form = {
        "token": "8d8a4f57-5dd0-4a43-8a8e-d9d4b93a7d10", "kind": "regional",
        "starts_on": "10/7/2569",
        "agenda-TOTAL_FORMS": "0", "agenda-INITIAL_FORMS": "0", "mode": "onsite",
    }  # fmt: skip

    client.post(address, form)
    meeting = body.meetings.get()
    client.post(
        reverse("meetings:meeting-edit", args=[meeting.pk]),
        form | {"kind": "mobile", "version": meeting.version},
    )

    meeting.refresh_from_db()
    assert (meeting.kind, meeting.version) == ("mobile", 1)


def test_whoever_a_body_calls_may_present_to_it(client, cast, body, south, committee, north):
    chair, gone, held, elsewhere = (make_person(name) for name in ("chair", "gone", "held", "far"))
    make_body_membership(body, chair)
    make_body_membership(body, gone, ends_on=TODAY.replace(month=6, day=1))
    make_membership(make_seat(committee, 1, region=north), held)
    make_membership(make_seat(committee, 2, region=south), elsewhere)

    known = set(presenters(body, on=TODAY).values())

    assert {chair, held, cast["officer"].person} <= known
    assert not {gone, elsewhere} & known
    assert set(presenters(body, on=TODAY, also=[gone.pk]).values()) == known | {gone}
    assert {held, elsewhere} <= set(presenters(committee, on=TODAY).values())
    client.force_login(cast["officer"])
    page = client.get(reverse("meetings:meeting-create") + f"?body={body.code}").text
    assert f'<option value="{chair.full_name}">' in page


def test_the_next_meeting_of_another_region_is_not_mine(cast, body, elsewhere, committee):
    called(elsewhere, cast["secretary"])
    mine = called(body, cast["secretary"], starts_on=DAY.replace(day=20))

    found = {part: next_meeting(cast[part], on=TODAY) for part in ("officer", "member")}

    assert found == {"officer": mine, "member": None}


def test_what_the_centre_reads_first_is_no_regions(client, cast, body, committee):
    make_summary(make_held(body), published_at=NOW)
    planned(body, cast["officer"])

    assert latest_summary() is None
    assert coming_meeting(cast["secretary"], on=TODAY) is None
    assert latest_result(cast["secretary"], None, on=TODAY) is None


# -- Beside the page of a body -----------------------------------------------------------


@pytest.mark.parametrize(
    ("part", "is_told", "may_plan"),
    [
        ("secretary", True, True), ("officer", True, True), ("manager", True, False),
        ("another region's coordinator", True, False), ("stranger", False, False),
    ],
)  # fmt: skip
def test_the_page_of_a_body_leads_to_its_meetings(client, cast, body, part, is_told, may_plan):
    meeting = make_held(body)
    if part != "stranger":
        client.force_login(cast[part])

    page = client.get(reverse("committees:body-detail", args=[body.code])).text

    assert (meeting.get_absolute_url() in page) == is_told
    assert (f"?body={body.code}" in page) == is_told
    assert (f"{reverse('meetings:meeting-create')}?body={body.code}" in page) == may_plan


def test_of_a_body_only_the_latest_five_stand_beside_it_and_no_plan_of_others(
    cast, body, committee
):
    for month in range(1, 7):
        make_held(body, number=month, day=DAY.replace(month=month, day=1))
    planned(body, cast["officer"])

    told = {
        part: [
            meeting.number for meeting in held_by(body=body, user=cast[part], on=TODAY)["meetings"]
        ]
        for part in ("officer", "member")
    }

    assert told == {"officer": [None, 6, 5, 4, 3], "member": [6, 5, 4, 3, 2]}
    assert held_by(body=committee, user=cast["member"], on=TODAY) is None


def test_for_a_body_of_the_past_nothing_is_planned_also_on_a_day_of_its_own(former_committee, cast):
    make_held(former_committee, day=former_committee.starts_on)

    told = held_by(body=former_committee, user=cast["secretary"], on=former_committee.starts_on)

    assert not told["may_plan"]
