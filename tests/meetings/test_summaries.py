"""The executive summary: written, checked, public, withdrawn; nothing typed is lost (S4)."""

import pytest
from django.urls import reverse
from django.utils import timezone

from meetings.actions.summaries import (
    check_summary,
    publish_summary,
    withdraw_summary,
    write_summary,
)
from meetings.models import ExecutiveSummary
from meetings.permissions import can_write_summary
from portal.kernel.errors import RuleBroken
from portal.kernel.models import Activity
from tests.factories.committees import make_regional_body
from tests.factories.meetings import called, make_held

EVERYBODY = [
    "secretary", "auditor", "coordinator", "officer", "manager", "co-chair",
    "another region's coordinator", "former secretary", "member", "stranger",
]  # fmt: skip


@pytest.fixture
def held(committee, board):
    return make_held(committee)


@pytest.fixture
def draft(held, secretary):
    return write_summary(held, "ย่อหน้าแรก", version=0, by=secretary)


def published(draft, by):
    checked = check_summary(draft, version=draft.version, by=by)
    return publish_summary(checked, version=checked.version, by=by)


def at(name, meeting):
    return reverse(f"meetings:{name}", args=[meeting.pk])


def test_a_summary_is_written_checked_and_published(draft, secretary):
    assert (draft.text, draft.edited_by, draft.version) == ("ย่อหน้าแรก", secretary, 1)

    told = published(draft, secretary)

    assert (told.checked_by, told.checked_at, told.published_at) == (
        secretary, timezone.now(), timezone.now(),
    )  # fmt: skip
    verbs = Activity.objects.about(told).order_by("pk").values_list("verb", flat=True)
    assert list(verbs) == ["summary.written", "summary.checked", "summary.published"]


def test_what_is_rewritten_is_checked_anew(draft, held, secretary):
    checked = check_summary(draft, version=draft.version, by=secretary)

    again = write_summary(held, "ย่อหน้าใหม่", version=checked.version, by=secretary)

    assert (again.text, again.checked_at) == ("ย่อหน้าใหม่", None)
    with pytest.raises(RuleBroken) as refusal:
        publish_summary(again, version=again.version, by=secretary)
    assert refusal.value.code == "wrong-state"


def test_what_is_public_is_withdrawn_before_it_is_rewritten(draft, held, secretary):
    told = published(draft, secretary)
    for refused in (
        lambda: write_summary(held, "แก้", version=told.version, by=secretary),
        lambda: check_summary(told, version=told.version, by=secretary),
    ):
        with pytest.raises(RuleBroken) as refusal:
            refused()
        assert refusal.value.code == "published"

    withdrawn = withdraw_summary(told, reason="ตัวเลขผิด", version=told.version, by=secretary)

    assert (withdrawn.published_at, withdrawn.checked_at) == (None, None)
    assert Activity.objects.about(told).latest("pk").detail == {"reason": "ตัวเลขผิด"}
    with pytest.raises(RuleBroken):
        withdraw_summary(withdrawn, reason="อีกครั้ง", version=withdrawn.version, by=secretary)


@pytest.mark.parametrize("of", ["a document", "a call"])
def test_there_is_no_summary_of_a_document_or_of_what_has_not_begun(committee, secretary, of):
    meetings = {
        "a document": lambda: make_held(committee, source="สมุดบันทึก"),
        "a call": lambda: called(committee, secretary),
    }

    with pytest.raises(RuleBroken) as refusal:
        write_summary(meetings[of](), "สรุป", version=0, by=secretary)

    assert (refusal.value.code, ExecutiveSummary.objects.count()) == ("not-begun", 0)


def test_who_saves_second_reads_both_texts_and_may_save_again(desk, draft, held):
    address = at("summary-edit", held)

    page = desk.post(address, {"version": 0, "text": "ข้อความของฉัน"})

    assert page.status_code == 409
    assert ("ข้อความของฉัน" in page.text, "ย่อหน้าแรก" in page.text) == (True, True)
    again = page.context["form"]["version"].value()
    desk.post(address, {"version": again, "text": "รวมกันแล้ว"})
    draft.refresh_from_db()
    assert draft.text == "รวมกันแล้ว"


def test_the_pages_lead_from_a_draft_to_the_public(client, desk, held, draft):
    for name in ("summary-check", "summary-publication"):
        version = desk.get(at("meeting-summary", held)).context["summary"].version
        desk.post(at(name, held), {"version": version})
    assert desk.get(at("summary-edit", held)).status_code == 302

    client.logout()
    assert "ย่อหน้าแรก" in client.get(at("meeting-summary", held)).text


def test_a_summary_is_withdrawn_with_a_reason(client, desk, held, draft, secretary):
    told = published(draft, secretary)
    address = at("summary-withdrawal", held)

    empty = desk.post(address, {"version": told.version, "reason": ""})
    stale = desk.post(address, {"version": 0, "reason": "ตัวเลขผิด"})
    assert (list(empty.context["form"].errors), stale.status_code) == (["reason"], 409)
    desk.post(address, {"version": told.version, "reason": "ตัวเลขผิด"})

    assert desk.get(address).status_code == 302
    client.logout()
    page = client.get(at("meeting-summary", held)).text
    assert ("ย่อหน้าแรก" in page, "อยู่ระหว่างจัดทำ" in page) == (False, True)


def test_a_press_on_an_older_page_is_said_to_be_stale(desk, held, draft):
    page = desk.post(at("summary-check", held), {"version": 0}, follow=True)
    nothing = desk.post(at("summary-check", held), {"version": "x"}, follow=True)

    assert "มีผู้แก้สรุปนี้" in page.text
    assert (nothing.status_code, nothing.context["summary"].checked_at) == (200, None)


def test_the_first_text_is_written_from_the_page_of_the_meeting(desk, held):
    assert at("summary-edit", held) in desk.get(held.get_absolute_url()).text

    empty = desk.post(at("summary-edit", held), {"version": 0, "text": " "})
    sent = desk.post(at("summary-edit", held), {"version": 0, "text": "สรุปแรก"})

    assert (empty.status_code, sent.url) == (200, at("meeting-summary", held))


@pytest.mark.parametrize("part", EVERYBODY)
@pytest.mark.parametrize("name", ["summary-edit", "summary-withdrawal"])
def test_who_writes_a_summary(client, cast, held, part, name):
    published(write_summary(held, "สรุป", version=0, by=cast["secretary"]), cast["secretary"])
    if part != "stranger":
        client.force_login(cast[part])

    status = client.get(at(name, held)).status_code

    allowed = {"secretary": 302 if name == "summary-edit" else 200, "stranger": 302}
    assert status == allowed.get(part, 403)


@pytest.mark.parametrize("part", EVERYBODY)
def test_a_region_writes_of_its_own_body(client, cast, north, part):
    meeting = make_held(make_regional_body(north))
    if part != "stranger":
        client.force_login(cast[part])

    status = client.get(at("summary-edit", meeting)).status_code

    working = {"secretary", "coordinator", "officer"}
    assert status == (302 if part == "stranger" else 200 if part in working else 403)
    if part != "stranger":
        assert can_write_summary(cast[part], meeting) == (part in working)
