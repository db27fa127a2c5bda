"""The register of resolutions: what stands, what a later one changed, and how far its work is."""

from datetime import date
from threading import Barrier, Thread

import pytest
from django.db import connection
from django.urls import reverse

from meetings.actions import (
    amend_resolution,
    complete_action_item,
    continue_carried_item,
    finish_carried_item,
    revoke_resolution,
    take_back_change,
    tick_attendance,
)
from meetings.actions.attendance import Entry
from meetings.models import ActionItem, Answer, Resolution, ResolutionChange
from meetings.queries.register import entries
from portal.kernel.errors import RuleBroken
from portal.kernel.models import Activity
from tests.factories.committees import make_body
from tests.factories.kernel import make_person
from tests.factories.meetings import (
    NOW,
    TODAY,
    called,
    make_held,
    make_item,
    make_resolution,
    make_sitting,
)
from tests.factories.regions import make_report, make_user

LIST = "/meetings/resolutions/"


@pytest.fixture
def first(committee):
    return make_resolution(make_held(committee), text="ให้ทุกภาคส่งแผนงาน")


@pytest.fixture
def second(committee):
    meeting = make_held(committee, number=2, day=date(2026, 6, 20))
    return make_resolution(meeting, text="ให้ส่งแผนงานภายในสองเดือน")


@pytest.fixture
def member(client, cast):
    client.force_login(cast["member"])
    return client


@pytest.fixture
def desk(client, cast):
    client.force_login(cast["secretary"])
    return client


def numbers(page):
    return [str(entry.resolution) for entry in page.context["entries"]]


def address(resolution):
    return reverse("meetings:resolution-change-create", args=[resolution.pk])


def entry_of(resolution, *, reader=None):
    found = Resolution.objects.for_register().filter(pk=resolution.pk)
    return entries(found, on=TODAY, reader=reader)[0]


def filed(item, *, state="submitted", progress="done", text="ทำครบ", by=None):
    """A report in that state, which answers the item."""
    report = make_report(item.region)
    by = by or make_user(f"filer-{item.pk}")
    sent = {"submitted_at": NOW, "submitted_by": by, "receipt": f"ร.{report.pk}"}
    reviewed = {"reviewed_at": NOW, "reviewed_by": by}
    columns = {"state": state} | (sent if state != "draft" else {})
    columns |= reviewed if state in ("returned", "accepted") else {}
    type(report).objects.filter(pk=report.pk).update(**columns)
    Answer.objects.create(action_item=item, report=report, progress=progress, text=text)
    return report


# -- Finding ----------------------------------------------------------------------------


def test_the_register_names_meeting_item_words_and_standing(member, first):
    words = member.get(LIST).text.replace('<span class="nw">', "").replace("</span>", "")

    for told in [
        "มติที่ 1 การประชุมครั้งที่ 1/2569", "5 มิถุนายน 2569", "5.1 เรื่องพิจารณา 1",
        "ให้ทุกภาคส่งแผนงาน", "ใช้อยู่", "ไม่ได้มอบหมายงาน",
    ]:  # fmt: skip
        assert told in words, told


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", ["2/2569 1", "1/2569 1", "2/2550 1"]),
        ("q=2/2550", ["2/2550 1"]),
        ("q=ครั้งที่ ๒/๒๕๕๐", ["2/2550 1"]),
        ("q=มติที่ 1 ครั้งที่ 2/2569", ["2/2569 1"]),
        ("q=มติ 2/2569", ["2/2569 1"]),
        ("q=มติที่ 9 ครั้งที่ 2/2569", []),
        ("q=สองเดือน", ["2/2569 1"]),
        ("q=ทบทวนข้อเสนอของภาค", ["1/2569 1"]),
        ("year=2550", ["2/2550 1"]),
        ("region={south}", ["1/2569 1"]),
        ("region={north}", []),
        ("body={unit}", ["2/2569 1"]),
        ("body={former}", ["2/2550 1"]),
        ("standing=in_force", ["2/2569 1", "2/2550 1"]),
        ("standing=amended", ["1/2569 1"]),
        ("standing=revoked", []),
        ("standing=nonsense&region=x&body=999999&year=1", ["2/2569 1", "1/2569 1", "2/2550 1"]),
        ("q=ไม่มีที่ไหนพูดถึง", []),
        ("q=\x00", ["2/2569 1", "1/2569 1", "2/2550 1"]),
    ],
)
def test_it_is_searched(
    member, committee, former_committee, first, second, secretary, north, south, asked, found
):
    unit = make_body("unit", parent=committee)
    make_resolution(make_held(former_committee, number=2, day=date(2007, 6, 12)))
    make_item(first, region=south, title="ทบทวนข้อเสนอของภาค")
    make_item(second, unit=unit)
    amend_resolution(first, with_=second, reason="เลื่อนกำหนด", by=secretary)
    keys = {"south": south.pk, "north": north.pk, "unit": unit.pk, "former": former_committee.pk}

    page = member.get(f"{LIST}?{asked.format(**keys)}")

    assert numbers(page) == found


def test_the_counts_follow_what_was_asked(member, first, second, secretary):
    revoke_resolution(first, with_=second, reason="ซ้ำ", by=secretary)

    part = member.get(f"{LIST}?q=แผนงาน", headers={"HX-Request": "true", "HX-Target": "results"})

    assert [count["value"] for count in part.context["counts"]] == [1, 0, 1, 2]
    assert part.text.lstrip().startswith("<div")
    assert "standing=revoked&amp;q=" in part.text


def test_what_a_plan_decided_is_nobody_s_to_read_yet(client, cast, committee, first):
    first.meeting.__class__.objects.filter(pk=first.meeting_id).update(state="planned")

    client.force_login(cast["member"])
    assert numbers(client.get(LIST)) == []
    assert client.get(first.get_absolute_url()).status_code == 404
    client.force_login(cast["auditor"])
    assert client.get(first.get_absolute_url()).status_code == 200


def test_strangers_sign_in_first(client, first):
    for url in (LIST, first.get_absolute_url(), address(first)):
        assert client.get(url).status_code == 302


@pytest.mark.parametrize("count", [1, 12])
def test_the_register_costs_the_same_for_one_and_for_many(
    member, committee, north, south, secretary, count, django_assert_num_queries
):
    made = []
    for number in range(1, count + 1):
        meeting = make_held(committee, number=number, day=date(2026, 5, number))
        made.append(make_resolution(meeting))
        filed_item = make_item(made[-1], region=north)
        make_item(made[-1], region=south, position=2)
        make_item(made[-1], person=make_person(f"ผู้รับ{number}"), position=3)
    filed(filed_item)
    if count > 1:
        amend_resolution(made[0], with_=made[1], reason="แก้", by=secretary)

    # session, user, head, rights; years, regions, bodies; counts, count, page, changes;
    # items, answers, matters arising
    with django_assert_num_queries(14):
        page = member.get(LIST)

    assert len(page.context["entries"]) == count


# -- How far its work is ------------------------------------------------------------------


def test_the_grid_is_told_by_reports_alone(first, north, south):
    item = make_item(first, region=north)
    make_item(first, region=south, position=2)

    assert entry_of(first).weaves == ["none", "none"]
    report = filed(item, state="draft")
    told = []
    for state in ("draft", "submitted", "returned", "accepted"):
        columns = {
            "state": state, "submitted_at": NOW, "submitted_by": make_user(state), "receipt": "ร.1",
            "reviewed_at": NOW, "reviewed_by": make_user(f"by-{state}"),
        }  # fmt: skip
        type(report).objects.filter(pk=report.pk).update(**columns)
        told.append(entry_of(first).weaves[0])

    # Accepted in the portal it is done (weigh_answers); the answer alone only claims it.
    assert told == ["none", "wait", "none", "wait"]


def test_without_a_report_the_grid_is_not_green(first, north, south, secretary, committee):
    closed = make_item(first, region=north)
    shown = make_item(first, region=south, position=2)
    make_item(first, person=secretary.person, position=3, done_at=NOW, done_by=secretary)
    report = filed(shown, state="accepted")
    ActionItem.objects.filter(pk=shown.pk).update(
        done_at=NOW, done_by=secretary, answered_by=report
    )
    complete_action_item(closed, result="ทำครบ", because="ส่งทางหนังสือ", by=secretary)

    entry = entry_of(first)

    assert (entry.weaves, entry.done, entry.others_done) == (["held", "done"], 2, 1)


def test_held_done_by_a_meeting_it_turns_green_by_the_report_that_says_so(
    first, north, secretary, committee, board
):
    item = make_item(first, region=north)
    meeting = make_sitting(called(committee, secretary, previous=first.meeting), by=secretary)
    finish_carried_item(meeting, item, seen="", by=secretary)
    assert entry_of(first).weaves == ["held"]

    filed(item, state="accepted")

    assert entry_of(first).weaves == ["done"]


def test_a_cell_of_several_shows_the_least_done(first, north, secretary):
    make_item(first, region=north, done_at=NOW, done_by=secretary)
    filed(make_item(first, region=north, position=2), progress="doing")
    make_item(
        first, region=north, position=3, withdrawn_at=NOW, withdrawn_by=secretary,
        withdrawn_because="ไม่ต้องแล้ว",
    )  # fmt: skip

    entry = entry_of(first)

    assert (entry.weaves, entry.done, len(entry.obligations)) == (["draft"], 0, 3)


def test_the_page_of_one_shows_every_obligation_with_its_evidence(
    client, cast, first, north, south, secretary, committee, board
):
    report = filed(make_item(first, region=north))
    carried = make_item(first, region=south, position=2)
    make_item(
        first, unit=make_body("unit", parent=committee), position=3, done_at=NOW,
        done_by=secretary, result="ส่งหนังสือแล้ว",
    )  # fmt: skip
    meeting = make_sitting(called(committee, secretary, previous=first.meeting), by=secretary)
    continue_carried_item(meeting, carried, seen="", by=secretary)
    client.force_login(cast["member"])
    address = reverse("regions:report-detail", args=[report.pk])

    to_member = client.get(first.get_absolute_url()).text
    client.force_login(cast["coordinator"])
    to_region = client.get(first.get_absolute_url()).text

    for told in [
        "ตอบว่าเสร็จ รอตรวจ", "ยังไม่ตอบ", "เสร็จแล้ว", "ส่งหนังสือแล้ว", "ดำเนินการต่อ", "เกินกำหนด",
        'role="img"', "เหนือบน ตอบว่าเสร็จ รอตรวจ, เหนือล่าง ยังไม่ตอบ",
    ]:  # fmt: skip
        assert told in to_member, told
    assert ("ทำครบ" in to_member, address in to_member) == (False, False)  # not passed yet
    assert ("ทำครบ" in to_region, address in to_region) == (True, True)
    assert "บันทึกผล" not in to_region  # it answers by its report
    assert "บันทึกผล" not in to_member


def test_of_an_earlier_generation_nobody_wrote_a_result(member, former_committee, north):
    meeting = make_held(former_committee, day=date(2007, 6, 12), source="สรุปเชิงบริหาร")
    resolution = make_resolution(meeting)
    make_item(resolution, region=north, due_on=date(2007, 6, 30))

    page, listed = member.get(resolution.get_absolute_url()).text, member.get(LIST).text

    assert "ไม่มีบันทึกผลในเอกสารต้นฉบับ" in page
    assert "คณะชุดปี 2550" in page
    assert "ไม่มีบันทึกผล" in listed


# -- What a later one changed -----------------------------------------------------------------


def test_an_amended_one_says_by_which_and_why(desk, first, second):
    desk.post(address(second), {"kind": "amends", "earlier": first.pk, "reason": "เลื่อนกำหนด"})

    pages = [desk.get(row.get_absolute_url()).text for row in (first, second)]
    assert first.__class__.objects.get(pk=first.pk).standing == "amended"
    for told in ["มตินี้แก้ไขแล้ว", "เลื่อนกำหนด", second.get_absolute_url()]:
        assert told in pages[0], told
    for told in ["แก้ไขเพิ่มเติม", "เลื่อนกำหนด", first.get_absolute_url()]:
        assert told in pages[1], told
    listed = desk.get(LIST).text
    assert "แก้ไขโดย" in listed
    assert "แก้ไขแล้ว" in desk.get(first.meeting.get_absolute_url()).text


def test_a_revoked_one_waits_for_nobody(desk, first, second, north, secretary):
    waits = make_item(first, region=north)
    done = make_item(first, region=north, position=2, done_at=NOW, done_by=secretary)

    desk.post(address(second), {"kind": "revokes", "earlier": first.pk, "reason": "ซ้ำกัน"})

    waits.refresh_from_db()
    done.refresh_from_db()
    assert (waits.withdrawn_because, done.withdrawn_at) == ("ซ้ำกัน", None)
    assert "มตินี้ยกเลิกแล้ว" in desk.get(first.get_absolute_url()).text
    assert Activity.objects.get(verb="resolution.revoked").detail["items"] == [waits.pk]


def test_entered_by_mistake_all_is_as_before(desk, first, second, north, secretary):
    waits = make_item(first, region=north)
    change = revoke_resolution(first, with_=second, reason="ซ้ำกัน", by=secretary)
    url = reverse("meetings:resolution-change-removal", args=[second.pk, change.pk])

    assert "นำรายการนี้ออก" in desk.get(url).text
    desk.post(url, {"reason": "เลือกผิดข้อ"})

    waits.refresh_from_db()
    assert (waits.is_open, waits.withdrawn_because) == (True, "")
    assert Resolution.objects.get(pk=first.pk).standing == "in_force"
    with pytest.raises(RuleBroken, match="ออกไปแล้ว"):
        take_back_change(change, reason="อีกครั้ง", by=secretary)


def test_both_pages_say_why_what_was_entered_by_mistake_was_taken_back(
    member, committee, first, second, secretary
):
    third = make_resolution(make_held(committee, number=3, day=date(2026, 6, 25)))
    change = amend_resolution(first, with_=second, reason="แก้", by=secretary)
    stays = amend_resolution(first, with_=third, reason="เลื่อนกำหนด", by=secretary)
    take_back_change(change, reason="เลือกผิดข้อ", by=secretary)

    for row in (first, second):
        page = member.get(row.get_absolute_url()).text
        for told in ["นำออกแล้ว", "เลือกผิดข้อ", first.get_absolute_url(), second.get_absolute_url()]:
            assert told in page, (row, told)
    assert "เลือกผิดข้อ" not in member.get(third.get_absolute_url()).text
    assert list(ResolutionChange.objects.all()) == [stays]


def test_the_page_of_one_shows_the_quorum_of_the_moment_it_was_put(
    member, committee, board, secretary
):
    meeting = make_sitting(called(committee, secretary), by=secretary)
    seat, entry = committee.seats.get(number=1), Entry(kind="present")
    tick_attendance(meeting, seat, entry, seen=None, at=NOW, by=secretary)
    resolution = make_resolution(meeting)

    assert "องค์ประชุมขณะลงมติ" not in member.get(resolution.get_absolute_url()).text
    Resolution.objects.filter(pk=resolution.pk).update(decided_at=NOW)
    page = member.get(resolution.get_absolute_url()).text

    assert "องค์ประชุมขณะลงมติ 1 จาก 6 ยังไม่ครบ" in page
    assert "ลงมติเมื่อ" in page


def test_an_amendment_entered_by_mistake_is_taken_back(first, second, secretary):
    change = amend_resolution(first, with_=second, reason="แก้", by=secretary)

    take_back_change(change, reason="ผิดข้อ", by=secretary)

    assert not ResolutionChange.objects.exists()
    assert Activity.objects.about(first).get().verb == "resolution.reinstated"


def test_only_an_earlier_one_is_changed(first, second, secretary):
    with pytest.raises(RuleBroken) as refusal:
        amend_resolution(second, with_=first, reason="กลับกัน", by=secretary)
    assert "earlier" in refusal.value.error_dict
    with pytest.raises(RuleBroken):
        amend_resolution(first, with_=first, reason="ตัวเอง", by=secretary)


def test_within_one_meeting_the_number_decides(first, secretary):
    later = make_resolution(first.meeting, number=2)

    assert amend_resolution(first, with_=later, reason="แก้", by=secretary).earlier == first
    with pytest.raises(RuleBroken):
        amend_resolution(later, with_=first, reason="แก้", by=secretary)


def test_twice_or_after_it_was_revoked_is_refused(committee, first, second, secretary):
    third = make_resolution(make_held(committee, number=3, day=date(2026, 6, 25)))
    amend_resolution(first, with_=second, reason="แก้", by=secretary)
    with pytest.raises(RuleBroken, match="บันทึกไว้แล้ว"):
        revoke_resolution(first, with_=second, reason="แก้", by=secretary)
    revoke_resolution(first, with_=third, reason="เลิก", by=secretary)
    fourth = make_resolution(third.meeting, number=2)
    with pytest.raises(RuleBroken, match="ยกเลิกไปแล้ว"):
        amend_resolution(first, with_=fourth, reason="แก้", by=secretary)


def test_the_form_offers_earlier_ones_of_the_same_body_in_any_generation(
    desk, committee, former_committee, first, second
):
    old = make_resolution(
        make_held(former_committee, number=1, day=date(2007, 5, 1), starts_on=None, ends_on=None,
                  source="เอกสาร")
    )  # fmt: skip
    make_resolution(make_held(make_body("unit", parent=committee), number=9))

    form = desk.get(address(second)).context["form"]

    assert list(form.found) == [first.pk, old.pk]
    assert old.moment < first.moment


def test_a_body_of_its_name_is_the_same_body(desk, committee):
    unit, other = (make_body(code, parent=committee, name=code) for code in ("unit", "other"))
    mine, later = (make_resolution(make_held(unit, number=n, day=date(2026, 6, n))) for n in (1, 2))
    make_resolution(make_held(other))

    assert list(desk.get(address(later)).context["form"].found) == [mine.pk]


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"earlier": ""}, "earlier"),
        ({"earlier": "999999"}, "earlier"),
        ({"earlier": "x"}, "earlier"),
        ({"kind": "forgets"}, "kind"),
        ({"reason": " "}, "reason"),
        ({"reason": "ก" * 301}, "reason"),
        ({"reason": "ก\x00"}, "reason"),
    ],
)
def test_what_cannot_be_is_told_beside_the_field(desk, first, second, given, field):
    sent = {"kind": "amends", "earlier": first.pk, "reason": "แก้", **given}

    page = desk.post(address(second), sent)

    assert field in page.context["form"].errors
    assert not ResolutionChange.objects.exists()


PARTS = [
    "secretary", "auditor", "coordinator", "officer", "manager", "co-chair",
    "another region's coordinator", "former secretary", "member",
]  # fmt: skip


@pytest.mark.parametrize("part", PARTS)
def test_who_enters_what_a_resolution_changed(client, cast, first, second, part):
    change = amend_resolution(first, with_=second, reason="แก้", by=cast["secretary"])
    client.force_login(cast[part])
    removal = reverse("meetings:resolution-change-removal", args=[second.pk, change.pk])

    statuses = {client.get(url).status_code for url in (address(second), removal)}

    assert statuses == {200 if part == "secretary" else 403}
    page = client.get(second.get_absolute_url()).text
    assert (address(second) in page) == (part == "secretary")


def test_a_change_stands_at_its_own_resolution_only(desk, first, second, secretary):
    change = amend_resolution(first, with_=second, reason="แก้", by=secretary)

    url = reverse("meetings:resolution-change-removal", args=[first.pk, change.pk])

    assert desk.get(url).status_code == 404


@pytest.mark.django_db(transaction=True)
def test_of_two_that_revoke_at_once_one_is_told(committee, secretary):
    first, second, third = (
        make_resolution(make_held(committee, number=n, day=date(2026, 6, n))) for n in (1, 2, 3)
    )
    ready, told = Barrier(2), []

    def revoke(later):
        try:
            ready.wait(10)
            revoke_resolution(first, with_=later, reason="เลิก", by=secretary)
            told.append("revoked")
        except RuleBroken as refusal:
            told.append(refusal.messages[0])
        finally:
            connection.close()

    threads = [Thread(target=revoke, args=[later]) for later in (second, third)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)

    assert sorted(told) == ["revoked", "มตินั้นยกเลิกไปแล้ว"]


# -- What was withdrawn among the items ----------------------------------------------------


def test_what_was_withdrawn_stands_apart_in_the_list_of_items(desk, first, north, secretary):
    item = make_item(first, region=north, title="งานที่เลิก")
    ActionItem.objects.filter(pk=item.pk).update(
        withdrawn_at=NOW, withdrawn_by=secretary, withdrawn_because="ไม่ต้องทำแล้ว"
    )

    listed = desk.get("/meetings/action-items/?standing=withdrawn")
    page = desk.get(reverse("meetings:action-item-completion", args=[item.pk]))
    refused = desk.post(
        reverse("meetings:action-item-completion", args=[item.pk]),
        {"result": "ทำไปแล้ว", "because": "ส่งทางหนังสือ"},
    )

    assert [row.title for row, *_ in listed.context["rows"]] == ["งานที่เลิก"]
    assert "ไม่ต้องทำแล้ว" in listed.text
    assert first.get_absolute_url() in listed.text
    assert [row.title for row, *_ in desk.get("/meetings/action-items/").context["rows"]] == []
    assert "งานนี้ยกเลิกแล้ว" in page.text
    assert "ยกเลิกไปแล้ว" in refused.text
    assert "ทำไปแล้ว" in refused.text


def test_meetings_lead_to_the_register(desk):
    assert LIST in desk.get("/meetings/").text
