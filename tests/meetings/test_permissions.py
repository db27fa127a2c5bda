"""Who may do what: the refusal and the permission in one table."""

from datetime import date

import pytest
from django.urls import reverse

from meetings.models import ActionItem, Meeting
from tests.factories.committees import make_regional_body
from tests.factories.meetings import (
    called,
    make_held,
    make_item,
    make_resolution,
    make_summary,
    planned,
)

EVERYBODY = [
    "secretary", "auditor", "coordinator", "officer", "manager", "co-chair",
    "another region's coordinator", "former secretary", "member", "stranger",
]  # fmt: skip


def answer(client, cast, part, name, *args, data=None):
    if part != "stranger":
        client.force_login(cast[part])
    address = reverse(f"meetings:{name}", args=args)
    return (client.get(address) if data is None else client.post(address, data)).status_code


def expected(part, allowed, otherwise):
    return 302 if part == "stranger" else allowed.get(part, otherwise)


@pytest.mark.parametrize("part", EVERYBODY)
def test_who_reads_a_plan(client, cast, committee, part):
    meeting = planned(committee, cast["secretary"])

    status = answer(client, cast, part, "meeting-detail", meeting.pk)

    assert status == expected(part, {"secretary": 200, "auditor": 200}, 404)


@pytest.mark.parametrize("part", EVERYBODY)
def test_who_reads_a_called_meeting(client, cast, committee, board, part):
    meeting = called(committee, cast["secretary"])

    assert answer(client, cast, part, "meeting-detail", meeting.pk) == expected(part, {}, 200)


@pytest.mark.parametrize("part", EVERYBODY)
def test_who_opens_the_form_of_a_new_meeting(client, cast, committee, part):
    assert answer(client, cast, part, "meeting-create") == expected(part, {"secretary": 200}, 403)


@pytest.mark.parametrize("part", EVERYBODY)
@pytest.mark.parametrize("name", ["meeting-move", "meeting-cancellation"])
def test_who_may_move_and_cancel(client, cast, committee, board, part, name):
    meeting = called(committee, cast["secretary"])

    assert answer(client, cast, part, name, meeting.pk) == expected(part, {"secretary": 200}, 403)


@pytest.mark.parametrize("part", EVERYBODY)
def test_who_may_edit_a_plan(client, cast, committee, part):
    meeting = planned(committee, cast["secretary"])

    status = answer(client, cast, part, "meeting-edit", meeting.pk)

    assert status == expected(part, {"secretary": 200, "auditor": 403}, 404)


@pytest.mark.parametrize("part", EVERYBODY)
def test_who_reads_the_list_of_invitations(client, cast, committee, board, part):
    meeting = called(committee, cast["secretary"])

    status = answer(client, cast, part, "meeting-invitations", meeting.pk)

    assert status == expected(part, {"secretary": 200, "auditor": 200}, 403)


@pytest.mark.parametrize("part", EVERYBODY)
def test_who_may_call_a_meeting(client, cast, committee, board, part):
    meeting = planned(committee, cast["secretary"])

    status = answer(
        client, cast, part, "meeting-invitations", meeting.pk, data={"version": meeting.version}
    )

    meeting.refresh_from_db()
    assert status == expected(part, {"secretary": 302, "auditor": 403}, 404)
    assert (meeting.state == Meeting.State.CALLED) == (part == "secretary")


@pytest.mark.parametrize("part", EVERYBODY)
def test_who_may_note_a_phone_call(client, cast, committee, board, part):
    meeting = called(committee, cast["secretary"])
    invitation = meeting.invitations.first()

    status = answer(client, cast, part, "invitation-call", meeting.pk, invitation.pk, data={})

    invitation.refresh_from_db()
    assert status == expected(part, {"secretary": 302}, 403)
    assert (invitation.phoned_by is not None) == (part == "secretary")


@pytest.mark.parametrize("part", EVERYBODY)
def test_a_region_answers_by_its_report_and_the_secretariat_without_one(
    client, cast, committee, north, part
):
    item = make_item(make_resolution(make_held(committee)), region=north)
    given = {"result": "ทบทวนแล้ว", "because": "ยังไม่เปิดรอบรายงาน"}

    status = answer(client, cast, part, "action-item-completion", item.pk, data=given)

    assert status == expected(part, {"secretary": 302}, 403)
    assert ActionItem.objects.done().exists() == (part == "secretary")


@pytest.mark.parametrize("part", EVERYBODY)
def test_who_may_complete_an_item_without_a_region(client, cast, committee, part):
    owner = cast["coordinator"].person
    item = make_item(make_resolution(make_held(committee)), person=owner)

    status = answer(client, cast, part, "action-item-completion", item.pk, data={"result": "เสร็จ"})

    assert status == expected(part, {"secretary": 302}, 403)


@pytest.mark.parametrize("part", EVERYBODY)
def test_who_may_complete_what_a_regions_body_asked_of_a_person(client, cast, north, part):
    meeting = make_held(make_regional_body(north))
    item = make_item(make_resolution(meeting), person=cast["member"].person)

    status = answer(client, cast, part, "action-item-completion", item.pk, data={"result": "เสร็จ"})

    mine = dict.fromkeys(("secretary", "coordinator", "officer"), 302)
    assert status == expected(part, mine, 403)


@pytest.mark.parametrize("part", EVERYBODY)
def test_a_draft_summary_is_for_those_who_see_everything(client, cast, committee, part):
    meeting = make_held(committee)
    make_summary(meeting, text="ร่างที่ยังไม่มีใครควรอ่าน")
    if part != "stranger":
        client.force_login(cast[part])

    page = client.get(f"/meetings/{meeting.pk}/summary/").content.decode()

    may_read = part in ("secretary", "auditor")
    assert ("ร่างที่ยังไม่มีใครควรอ่าน" in page, "อยู่ระหว่างจัดทำ" in page) == (may_read, not may_read)


def test_an_invitation_of_another_meeting_is_not_found_under_this_one(
    client, cast, committee, board
):
    here = called(committee, cast["secretary"])
    there = called(committee, cast["secretary"], starts_on=date(2026, 8, 7))

    status = answer(
        client, cast, "secretary", "invitation-call", here.pk, there.invitations.first().pk, data={}
    )

    assert status == 404


def test_a_get_never_calls_or_notes(client, cast, committee, board):
    meeting = called(committee, cast["secretary"])
    invitation = meeting.invitations.first()

    assert answer(client, cast, "secretary", "invitation-call", meeting.pk, invitation.pk) == 405
